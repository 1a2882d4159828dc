import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Conflict, ConflictOption } from "../collect";
import { usePane, type Pane } from "./context";
import { decide, type FormsDesk } from "./forms-work";
import { useStyles } from "./ui";

const useOwnStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    minWidth: 0,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  sides: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  choice: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    minHeight: "24px",
    minWidth: 0,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  radio: { flexShrink: 0, width: "16px", height: "16px", margin: "2px 0 0" },
});

/** Where two sides differ: each side beside the other, and neither is written until one is chosen. */
export function Conflicts(props: { desk: FormsDesk; conflicts: readonly Conflict[] }) {
  const { words } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  if (props.conflicts.length === 0) return null;
  return (
    <div className={styles.block}>
      <p className={own.legend}>{words.forms.conflicts}</p>
      <p className={styles.quiet}>{words.forms.conflictsHint}</p>
      {props.conflicts.map((conflict) => (
        <ConflictChoice key={conflict.id} desk={props.desk} conflict={conflict} />
      ))}
    </div>
  );
}

function ConflictChoice({ desk, conflict }: { desk: FormsDesk; conflict: Conflict }) {
  const pane = usePane();
  const own = useOwnStyles();
  const name = useId();
  const { words, state } = pane;
  const { code, unit, options, kind } = conflict;
  const title = state.session?.tracking.tasks.find((task) => task.code === code)?.title ?? "";
  const chosen = state.forms.decisions[conflict.id] ?? [];
  const all = options.map(({ id }) => id);
  const choose = (ids: readonly string[]) => decide(desk, conflict.id, ids);
  return (
    <fieldset className={own.group}>
      <legend className={own.legend}>
        {words.forms.conflictOf(code, title)} ({unit})
      </legend>
      <div className={own.sides}>
        {options.map((option) => (
          <label key={option.id} className={own.choice}>
            <input
              type="radio"
              className={own.radio}
              name={name}
              checked={chosen.length === 1 && chosen[0] === option.id}
              onChange={() => choose([option.id])}
            />
            <Side option={option} pane={pane} />
          </label>
        ))}
      </div>
      {kind === "entry" ? (
        <label className={own.choice}>
          <input
            type="radio"
            className={own.radio}
            name={name}
            checked={chosen.length > 1}
            onChange={() => choose(all)}
          />
          {options.length > 2 ? words.forms.all : words.forms.both}
        </label>
      ) : null}
      <label className={own.choice}>
        <input
          type="radio"
          className={own.radio}
          name={name}
          checked={chosen.length === 0}
          onChange={() => choose([])}
        />
        {words.forms.undecided}
      </label>
    </fieldset>
  );
}

/** One side of a conflict: what it says, and who says it. */
function Side({ option, pane }: { option: ConflictOption; pane: Pane }) {
  const styles = useStyles();
  const own = useOwnStyles();
  const { words } = pane;
  const source = !option.present
    ? option.source
    : option.entry
      ? words.forms.presentFrom(option.source)
      : words.forms.present;
  return (
    <span className={own.words}>
      {saidBy(option, pane)}
      <br />
      <span className={styles.quiet}>{source}</span>
    </span>
  );
}

function saidBy({ entry, finished }: ConflictOption, { words, date, number }: Pane): string {
  if (!entry) return finished === null ? "" : words.forms.finishedOn(date(finished));
  const { quantity, measure, result, evidence, difficulty } = entry;
  return [
    entry.date === null ? "" : words.forms.entryOn(date(entry.date)),
    quantity === null ? "" : `${number(quantity)} ${measure}`.trim(),
    result,
    evidence === "" ? "" : words.forms.evidence(evidence),
    difficulty === "" ? "" : words.forms.difficulty(difficulty),
  ]
    .filter((part) => part !== "")
    .join("; ");
}
