import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Appendix, ColumnRole, RowKind } from "../appendix";
import type { Words } from "../locale";
import { columnLetters } from "../sheet";
import { Choice } from "./choice";
import { usePane } from "./context";
import { MainButton, ScreenHeading, useStyles } from "./ui";

/** A reading below this confidence is shown as doubtful. */
const SURE = 0.6;

const useOwnStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%" },
  head: {
    textAlign: "start",
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    verticalAlign: "top",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  letters: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  select: { minWidth: "130px" },
});

/** What was understood of the appendix, to be confirmed or put right. */
export function Columns() {
  const { state, words, model, number } = usePane();
  const styles = useStyles();
  const appendix = state.session?.appendix ?? null;
  const [editing, setEditing] = useState(appendix?.problem === "unsure-columns");
  if (!appendix) return null;
  const busy = state.work !== null;
  const sections = appendix.rows.filter((row) => row.kind === "section").length;
  return (
    <section className={styles.screen}>
      <ScreenHeading focus>{words.columns.title}</ScreenHeading>
      <p className={styles.text}>
        {words.columns.read(appendix.sheet, number(appendix.tasks.length), number(sections))}{" "}
        {words.columns.rows(number(appendix.rows.length), rowWords(appendix, words, number))}
      </p>
      <Remembered />
      {editing ? (
        <RoleForm key={appendix.fingerprint} appendix={appendix} onDone={() => setEditing(false)} />
      ) : (
        <>
          <ColumnTable appendix={appendix} />
          <div className={styles.row}>
            <MainButton disabledFocusable={busy} onClick={() => void model.track()}>
              {words.columns.fine}
            </MainButton>
            <Button disabledFocusable={busy} onClick={() => setEditing(true)}>
              {words.columns.change}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Whether the columns come from an earlier choice, and which of that choice are no longer there. */
function Remembered() {
  const { state, words } = usePane();
  const styles = useStyles();
  const { knownForm, goneColumns = [] } = state.session ?? {};
  if (goneColumns.length > 0) {
    return (
      <p role="alert" className={styles.overdue}>
        {words.columns.gone(goneColumns.map((role) => words.roles[role]).join(", "))}
      </p>
    );
  }
  return knownForm ? <p className={styles.text}>{words.columns.known}</p> : null;
}

function ColumnTable({ appendix }: { appendix: Appendix }) {
  const { words } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const used = appendix.columns.filter((column) => column.role !== "other");
  const unused = appendix.columns.filter((column) => column.role === "other" && column.header);
  return (
    <>
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col" className={own.head}>
              {words.columns.column}
            </th>
            <th scope="col" className={own.head}>
              {words.columns.header}
            </th>
            <th scope="col" className={own.head}>
              {words.columns.meaning}
            </th>
          </tr>
        </thead>
        <tbody>
          {used.map((column) => (
            <tr key={column.column}>
              <td className={`${own.cell} ${own.letters}`}>{columnLetters(column.column)}</td>
              <td className={own.cell}>{column.header}</td>
              <td className={own.cell}>
                {words.roles[column.role]}
                {column.confidence < SURE ? (
                  <span className={styles.quiet}> ({words.columns.unsure})</span>
                ) : null}
                <div className={styles.quiet}>{column.reason}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unused.length > 0 ? (
        <p className={styles.quiet}>
          {words.columns.unused}{" "}
          {unused.map((column) => `${columnLetters(column.column)} (${column.header})`).join(", ")}
        </p>
      ) : null}
    </>
  );
}

function RoleForm({ appendix, onDone }: { appendix: Appendix; onDone: () => void }) {
  const { words, model, state } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const [roles, setRoles] = useState<Record<number, ColumnRole>>(() =>
    Object.fromEntries(appendix.columns.map((column) => [column.column, column.role])),
  );
  const [picking, setPicking] = useState(false);
  const selected = state.selectedRows;
  const picked =
    picking && selected?.sheet === appendix.sheet && selected.last - selected.first < HIGHEST_HEADER
      ? selected
      : null;
  const headerRows = picked ? rowsBetween(picked.first, picked.last) : appendix.headerRows;
  const fault = roleFault(Object.values(roles), words);
  const save = async () => {
    // Other header rows may give other columns: what they hold is read anew.
    await model.changeColumns({ headerRows, roles: picked ? {} : roles });
    setPicking(false);
    if (!picked) onDone();
  };
  return (
    <>
      <div className={styles.card}>
        <span className={styles.text}>
          {words.columns.headerRows}: <b>{words.columns.headerNow(headerRows.join(", "))}</b>
        </span>
        <Button aria-pressed={picking} onClick={() => setPicking(!picking)}>
          {words.columns.pickHeader}
        </Button>
        {picking ? (
          <p role="status" className={styles.quiet}>
            {words.columns.picking}
          </p>
        ) : null}
      </div>
      <ul className={styles.list}>
        {appendix.columns.map((column) => {
          const letters = columnLetters(column.column);
          return (
            <li key={column.column} className={styles.card}>
              <span className={styles.text}>
                <b>{letters}</b> · {column.header || words.common.none}
              </span>
              <span className={styles.quiet}>
                {words.columns.why}: {column.reason}
              </span>
              <Choice
                className={own.select}
                aria-label={words.columns.meaningOf(letters)}
                value={roles[column.column] ?? "other"}
                onChoose={(value) => setRoles({ ...roles, [column.column]: value as ColumnRole })}
              >
                {choices(column.role, column.alternatives, words).map((role) => (
                  <option key={role} value={role}>
                    {words.roles[role]}
                  </option>
                ))}
              </Choice>
            </li>
          );
        })}
      </ul>
      {fault ? (
        <p role="alert" className={styles.overdue}>
          {fault}
        </p>
      ) : null}
      <div className={styles.row}>
        <MainButton
          disabledFocusable={fault !== null || state.work !== null}
          onClick={() => void save()}
        >
          {words.columns.again}
        </MainButton>
        <Button onClick={onDone}>{words.columns.keep}</Button>
      </div>
    </>
  );
}

/** All roles, the likely ones first. */
function choices(
  role: ColumnRole,
  alternatives: readonly ColumnRole[],
  words: Words,
): readonly ColumnRole[] {
  const all = Object.keys(words.roles) as ColumnRole[];
  return [...new Set([role, ...alternatives, ...all])];
}

/** A header has at most so many rows. */
const HIGHEST_HEADER = 4;

function rowsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Roles that may stand in several columns; several deadlines are one list of dates or marked months. */
const REPEATABLE: ReadonlySet<ColumnRole> = new Set([
  "number",
  "deadline",
  "week",
  "other",
  "note",
  "result",
  "field",
]);

function roleFault(roles: readonly ColumnRole[], words: Words): string | null {
  if (!roles.includes("task")) return words.columns.needTask;
  const twice = roles.find((role, at) => !REPEATABLE.has(role) && roles.indexOf(role) !== at);
  return twice ? words.columns.onlyOnce(words.roles[twice]) : null;
}

/** "30 nhiệm vụ, 5 mục, 1 dòng đánh số cột": every row under the header is accounted for. */
function rowWords(appendix: Appendix, words: Words, number: (value: number) => string): string {
  const counts = new Map<RowKind, number>();
  for (const { kind } of appendix.rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const order = Object.keys(words.rowKinds) as RowKind[];
  return order
    .filter((kind) => counts.has(kind))
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .map((kind) => `${number(counts.get(kind) ?? 0)} ${words.rowKinds[kind]}`)
    .join(", ");
}
