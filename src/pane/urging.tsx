import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import {
  calendarFile,
  oftenLate,
  oftenLateText,
  readReceipts,
  readUrgings,
  silences,
  silenceSentence,
  urgedBefore,
  type Urging,
} from "../collect";
import {
  overdueByUnit,
  urgingDocument,
  urgingHtml,
  urgingText,
  type UnitUrging,
  type UrgedBefore,
} from "../report";
import { BOOK_TABLES } from "../tracking";
import { usePane } from "./context";
import { Folded } from "./folded";
import { noteUrged, saveUrgingFile } from "./urging-work";
import { Part, useStyles } from "./ui";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** So many points worth a question are shown at a time. */
const STEP = 30;

const useOwnStyles = makeStyles({
  unit: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  summary: { cursor: "pointer", minHeight: "24px" },
  letter: {
    margin: `${tokens.spacingVerticalXS} 0`,
    padding: tokens.spacingHorizontalS,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});

/** Urging the units on: a text for each, the book of urgings, and what the head of the agency should know. */
export function UrgingPart() {
  const pane = usePane();
  const { words, model, state, number, date } = pane;
  const styles = useStyles();
  const { session } = state;
  const { asOf, today } = model;
  const tracking = session?.tracking ?? null;
  const tables = session?.reading.tables;
  const urgings = useMemo(() => readUrgings(tables?.[BOOK_TABLES.urgings]), [tables]);
  const units = useMemo(() => (tracking ? overdueByUnit(tracking, asOf) : []), [tracking, asOf]);
  if (!tracking || !session) return null;
  const busy = state.work !== null;
  const before = (unit: string) => urgedBefore(urgings, unit, today);
  const day = asOf.split("-").reverse().join(".");
  const saveNotice = () =>
    saveUrgingFile(pane, `Thong bao don doc ${day}.docx`, WORD, () =>
      urgingDocument(tracking, null, asOf, before),
    );
  const copyNotice = () =>
    model.copy(
      units.map(({ unit }) => urgingText(tracking, unit, asOf, before(unit))).join("\n\n"),
      urgingHtml(tracking, null, asOf, before),
      words.reports.copiedWord,
    );
  const saveCalendar = () =>
    saveUrgingFile(pane, `Lich thoi han ${day}.ics`, "text/calendar", () =>
      Promise.resolve(new TextEncoder().encode(calendarFile(tracking, asOf))),
    );
  const names = units.map(({ unit }) => unit);
  return (
    <Part title={words.urging.title}>
      {units.length === 0 ? (
        <p className={styles.text}>{words.urging.nothing(date(asOf))}</p>
      ) : (
        <>
          <p className={styles.quiet}>{words.urging.hint}</p>
          <ul className={styles.list} aria-label={words.urging.list}>
            {units.map((urging) => (
              <UrgedUnit
                key={urging.unit}
                urging={urging}
                text={() => urgingText(tracking, urging.unit, asOf, before(urging.unit))}
                before={before(urging.unit)}
                isNoted={isNoted(urgings, urging.unit, today)}
              />
            ))}
          </ul>
          <div className={styles.row}>
            <Button disabledFocusable={busy} onClick={() => void noteUrged(pane, names)}>
              {words.urging.noteAll(number(names.length))}
            </Button>
          </div>
        </>
      )}
      <div className={styles.row}>
        <Button disabledFocusable={busy} onClick={() => void model.urge()}>
          {words.overview.urgingSheet}
        </Button>
        {units.length > 0 ? (
          <>
            <Button disabledFocusable={busy} onClick={() => void copyNotice()}>
              {words.urging.copyNotice}
            </Button>
            <Button disabledFocusable={busy} onClick={() => void saveNotice()}>
              {words.urging.notice}
            </Button>
          </>
        ) : null}
        <Button disabledFocusable={busy} onClick={() => void saveCalendar()}>
          {words.urging.calendar}
        </Button>
      </div>
      <OftenLate urgings={urgings} />
      <Silences />
    </Part>
  );
}

function isNoted(urgings: readonly Urging[], unit: string, today: string): boolean {
  return urgings.some((urging) => urging.unit === unit && urging.date === today);
}

function UrgedUnit(props: {
  urging: UnitUrging;
  /** The letter to the unit; written only when it is looked at or copied. */
  text: () => string;
  before: UrgedBefore;
  isNoted: boolean;
}) {
  const pane = usePane();
  const { words, model, state, number, date } = pane;
  const styles = useStyles();
  const own = useOwnStyles();
  const { urging, text, before } = props;
  const { unit, overdue, dueSoon, withoutResult, coordinating } = urging;
  const counts = [
    [overdue.length, words.urging.overdue],
    [dueSoon.length, words.urging.dueSoon],
    [withoutResult.length, words.urging.withoutResult],
    [coordinating.length, words.urging.coordinating],
  ] as const;
  const parts = [
    ...counts.filter(([count]) => count > 0).map(([count, say]) => say(number(count))),
    ...(before.last === null ? [] : [words.urging.before(number(before.times), date(before.last))]),
  ];
  return (
    <li className={own.unit}>
      <p className={own.name}>{unit}</p>
      <p className={styles.text}>{parts.join(" · ")}</p>
      <Folded className={own.summary} summary={words.urging.show}>
        {() => <p className={own.letter}>{text()}</p>}
      </Folded>
      <div className={styles.row}>
        <Button
          size="small"
          aria-label={words.urging.copyOf(unit)}
          onClick={() => void model.copy(text())}
        >
          {words.common.copy}
        </Button>
        {props.isNoted ? (
          <span className={styles.quiet}>{words.urging.noted}</span>
        ) : (
          <Button
            size="small"
            disabledFocusable={state.work !== null}
            aria-label={words.urging.noteOf(unit)}
            onClick={() => void noteUrged(pane, [unit])}
          >
            {words.urging.note}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Units that are late again and again, for the head of the agency. */
function OftenLate({ urgings }: { urgings: readonly Urging[] }) {
  const { words, model, state, number } = usePane();
  const own = useOwnStyles();
  const { session } = state;
  const { asOf } = model;
  const late = useMemo(() => {
    if (!session) return [];
    const receipts = readReceipts(session.reading.tables[BOOK_TABLES.receipts]);
    return oftenLate(session.tracking, { receipts, urgings }, asOf);
  }, [session, urgings, asOf]);
  if (late.length === 0) return null;
  const text = oftenLateText(late, asOf);
  return (
    <Folded className={own.summary} summary={words.urging.oftenLate(number(late.length))}>
      {() => (
        <>
          <p className={own.letter}>{text}</p>
          <Button size="small" onClick={() => void model.copy(text)}>
            {words.urging.copyOftenLate}
          </Button>
        </>
      )}
    </Folded>
  );
}

/** What in the reported results is worth a question; nobody is judged by it. */
function Silences() {
  const { words, model, state, number, locale } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const tracking = state.session?.tracking ?? null;
  const { asOf } = model;
  const found = useMemo(() => (tracking ? silences(tracking, asOf) : []), [tracking, asOf]);
  const [shown, setShown] = useState(STEP);
  if (found.length === 0) return null;
  const rest = found.length - shown;
  return (
    <Folded className={own.summary} summary={words.urging.silences(number(found.length))}>
      {() => (
        <>
          <p className={styles.quiet}>{words.urging.silencesHint}</p>
          <ul className={own.list}>
            {found.slice(0, shown).map((silence) => (
              <li key={`${silence.kind} ${silence.code}`}>
                <Button
                  size="small"
                  aria-label={words.urging.openTask(`${silence.code} ${silence.task}`)}
                  onClick={() => model.openCard(silence.code)}
                >
                  {silence.code}
                </Button>{" "}
                {silenceSentence(silence, locale)}
              </li>
            ))}
          </ul>
          {rest > 0 ? (
            <Button size="small" onClick={() => setShown(shown + STEP)}>
              {words.common.more(number(Math.min(rest, STEP)))}
            </Button>
          ) : null}
        </>
      )}
    </Folded>
  );
}
