import { toSerial } from "../deadline";
import {
  DUE_KIND_WORDS,
  ENTRY_COLUMNS,
  MILESTONE_COLUMNS,
  NO_DATE,
  STATUS_WORDS,
  TABLES,
  TASK_COLUMNS,
} from "../tracking";
import { LIST_COLUMNS_OF_REPORT as COLUMNS } from "./list-columns";
import { quoted } from "./references";
import { CHANGE_WORDS, GROUP_WORDS } from "./words";

/** What the formulas of a report's list lean on besides the tables of the tracking. */
interface ListFormulaSettings {
  /** Name of the report's own table. */
  readonly table: string;
  /** Absolute references to the first day of the period and the as-of date, with their sheet. */
  readonly fromCell: string;
  readonly asOfCell: string;
  /** yyyy-mm-dd. */
  readonly to: string;
  readonly nextEnd: string;
  readonly yearStart: string;
  readonly warningDays: number;
  /** The tables that exist in the workbook: a formula must not name one that does not. */
  readonly hasMilestones: boolean;
  readonly hasEntries: boolean;
}

const MILESTONES = quoted(DUE_KIND_WORDS.milestones);
const done = [
  STATUS_WORDS["done-on-time"],
  STATUS_WORDS["done-late"],
  STATUS_WORDS["done-no-deadline"],
];

/** The formula text of each computed column of a report's list; one text for the whole column. */
export function listFormulas(settings: ListFormulaSettings): Readonly<Record<string, string>> {
  const { table, asOfCell, fromCell, hasMilestones, hasEntries } = settings;
  const here = (header: string) => `${table}[[#This Row],[${header}]]`;
  const task = (header: string) => `INDEX(${TABLES.tasks}[${header}],${here(COLUMNS.taskRow)})`;
  const milestone = (header: string) => `${TABLES.milestones}[${header}]`;
  const entry = (header: string) => `${TABLES.entries}[${header}]`;

  const code = here(COLUMNS.code);
  const status = here(COLUMNS.status);
  const due = here(COLUMNS.dueCounted);
  const finish = here(COLUMNS.finishCounted);
  const kind = here(COLUMNS.dueKind);
  const ofMilestones = (then: string, otherwise: string) =>
    hasMilestones ? `IF(${kind}=${MILESTONES},${then},${otherwise})` : otherwise;
  const missed = `${milestone(MILESTONE_COLUMNS.code)},${code},${milestone(
    MILESTONE_COLUMNS.dueCounted,
  )},"<"&${asOfCell},${milestone(MILESTONE_COLUMNS.finishCounted)},">"&${asOfCell}`;
  const open = `${milestone(MILESTONE_COLUMNS.code)},${code},${milestone(
    MILESTONE_COLUMNS.finishCounted,
  )},">"&${asOfCell}`;
  const entriesFrom = (from: string) =>
    `${entry(ENTRY_COLUMNS.code)},${code},${entry(ENTRY_COLUMNS.date)},">="&${from},${entry(
      ENTRY_COLUMNS.date,
    )},"<="&${asOfCell}`;
  const quantity = (from: string) =>
    hasEntries ? `=SUMIFS(${entry(ENTRY_COLUMNS.quantity)},${entriesFrom(from)})` : "=0";

  return {
    [COLUMNS.taskRow]: `=MATCH(${code},${TABLES.tasks}[${TASK_COLUMNS.code}],0)`,
    [COLUMNS.dueKind]: `=IFERROR(${task(TASK_COLUMNS.dueKind)}&"","")`,
    [COLUMNS.dueCounted]: `=IFERROR(${task(TASK_COLUMNS.dueCounted)},${NO_DATE})`,
    [COLUMNS.finishCounted]: `=IFERROR(${task(TASK_COLUMNS.finishCounted)},${NO_DATE})`,
    [COLUMNS.cancelCounted]: `=IFERROR(${task(TASK_COLUMNS.cancelCounted)},${NO_DATE})`,
    [COLUMNS.doneClass]: `=IFERROR(${task(TASK_COLUMNS.doneClass)}&"","")`,
    [COLUMNS.inputError]: `=IFERROR(${task(TASK_COLUMNS.inputError)},1)`,
    [COLUMNS.status]:
      `=IF(${here(COLUMNS.inputError)}=1,${quoted(STATUS_WORDS.invalid)},` +
      `IF(${here(COLUMNS.cancelCounted)}<=${asOfCell},${quoted(STATUS_WORDS.cancelled)},` +
      `IF(${finish}<=${asOfCell},${here(COLUMNS.doneClass)},` +
      `IF(${due}=${NO_DATE},${quoted(STATUS_WORDS["open-no-deadline"])},` +
      `IF(${ofMilestones(`COUNTIFS(${missed})>0`, `${due}<${asOfCell}`)},` +
      `${quoted(STATUS_WORDS["open-overdue"])},${quoted(STATUS_WORDS["open-in-time"])})))))`,
    [COLUMNS.daysLate]:
      `=IF(${status}=${quoted(STATUS_WORDS["open-overdue"])},${asOfCell}-` +
      `${ofMilestones(`MINIFS(${milestone(MILESTONE_COLUMNS.dueCounted)},${missed})`, due)},` +
      `IF(${status}=${quoted(STATUS_WORDS["done-late"])},` +
      `${ofMilestones(here(COLUMNS.milestoneDaysLate), `${finish}-${due}`)},0))`,
    [COLUMNS.dueSoon]:
      `=IF(${status}=${quoted(STATUS_WORDS["open-in-time"])},` +
      `IF(${ofMilestones(`MINIFS(${milestone(MILESTONE_COLUMNS.dueCounted)},${open})`, due)}` +
      `-${asOfCell}<=${settings.warningDays},1,0),0)`,
    [COLUMNS.dueShown]: `=IF(${due}=${NO_DATE},"–",${due})`,
    [COLUMNS.finishShown]: `=IF(${finish}>${asOfCell},"",IF(${finish}=0,"chưa rõ",${finish}))`,
    [COLUMNS.hasResult]: hasEntries ? `=IF(COUNTIFS(${entriesFrom(fromCell)})>0,1,0)` : "=0",
    [COLUMNS.quantityInPeriod]: quantity(fromCell),
    [COLUMNS.quantityToDate]: quantity(String(toSerial(settings.yearStart))),
    [COLUMNS.group]: groupFormula(settings, { status, due, finish, kind }, here(COLUMNS.hasResult)),
    [COLUMNS.change]: changeFormula(status, here(COLUMNS.earlierStatus)),
    [COLUMNS.originalDue]: `=IFERROR(IF(N(${task(TASK_COLUMNS.due)})>0,${task(TASK_COLUMNS.due)},${NO_DATE}),${NO_DATE})`,
    [COLUMNS.originalStatus]: originalStatusFormula(settings, {
      code,
      status,
      kind,
      finish,
      due: here(COLUMNS.originalDue),
    }),
  };
}

/** The group of the list; each test leans on the status, so the two can never disagree. */
function groupFormula(
  settings: ListFormulaSettings,
  cells: Readonly<Record<"status" | "due" | "finish" | "kind", string>>,
  hasResult: string,
): string {
  const { status, due, finish, kind } = cells;
  const word = (group: keyof typeof GROUP_WORDS) => quoted(GROUP_WORDS[group]);
  const isDone = done.map((text) => `${status}=${quoted(text)}`).join(",");
  return (
    `=IF(${status}=${quoted(STATUS_WORDS.invalid)},${word("invalid")},` +
    `IF(${status}=${quoted(STATUS_WORDS.cancelled)},${word("cancelled")},` +
    `IF(${status}=${quoted(STATUS_WORDS["done-unknown-date"])},${word("done-unknown-date")},` +
    `IF(OR(${isDone}),IF(${finish}>=${settings.fromCell},${word("done-in-period")},${word("done-before")}),` +
    `IF(${status}=${quoted(STATUS_WORDS["open-overdue"])},${word("overdue")},` +
    `IF(${status}=${quoted(STATUS_WORDS["open-in-time"])},` +
    `IF(${due}<=${toSerial(settings.to)},${word("due-in-period")},` +
    `IF(${due}<=${toSerial(settings.nextEnd)},${word("due-next-period")},${word("due-later")})),` +
    `IF(${kind}=${quoted(DUE_KIND_WORDS.unclear)},${word("unclear-deadline")},` +
    `IF(${hasResult}=1,${word("no-deadline-with-result")},${word("no-deadline-without-result")}))))))))`
  );
}

/** What became of a task since the earlier report, whose own words stand beside it. */
function changeFormula(status: string, earlier: string): string {
  const overdue = quoted(STATUS_WORDS["open-overdue"]);
  const isDone = (cell: string) =>
    `OR(${[...done, STATUS_WORDS["done-unknown-date"]].map((text) => `${cell}=${quoted(text)}`).join(",")})`;
  return (
    `=IF(${status}=${overdue},IF(${earlier}=${overdue},${quoted(CHANGE_WORDS["still-overdue"])},` +
    `${quoted(CHANGE_WORDS["newly-overdue"])}),` +
    `IF(${isDone(status)},IF(${isDone(earlier)},"",${quoted(CHANGE_WORDS["done-since"])}),""))`
  );
}

/**
 * The status by the deadlines first set. Of a task with milestones an adjustment moves the last one
 * only, so the others keep their own mark "Trễ".
 */
function originalStatusFormula(
  settings: ListFormulaSettings,
  cells: Readonly<Record<"code" | "status" | "kind" | "finish" | "due", string>>,
): string {
  const { code, status, kind, finish, due } = cells;
  const { asOfCell } = settings;
  const milestone = (header: string) => `${TABLES.milestones}[${header}]`;
  const ofTask = `${milestone(MILESTONE_COLUMNS.code)},${code}`;
  const shownDue = milestone(MILESTONE_COLUMNS.due);
  const finished = milestone(MILESTONE_COLUMNS.finishCounted);
  const last = `MAXIFS(${shownDue},${ofTask})`;
  const lateByMilestones =
    `COUNTIFS(${ofTask},${shownDue},"<"&${last},${milestone(MILESTONE_COLUMNS.late)},1)` +
    `+COUNTIFS(${ofTask},${shownDue},${last},${finished},">"&${last},${finished},"<${NO_DATE}")>0`;
  const overdueByMilestones = `COUNTIFS(${ofTask},${shownDue},"<"&${asOfCell},${finished},">"&${asOfCell})>0`;
  const either = (byMilestones: string, plain: string) =>
    settings.hasMilestones ? `IF(${kind}=${MILESTONES},${byMilestones},${plain})` : plain;
  const word = (name: keyof typeof STATUS_WORDS) => quoted(STATUS_WORDS[name]);
  const dated = settings.hasMilestones
    ? `OR(${kind}=${MILESTONES},${due}<${NO_DATE})`
    : `${due}<${NO_DATE}`;
  return (
    `=IF(OR(${status}=${word("invalid")},${status}=${word("cancelled")},${status}=${word("done-unknown-date")}),${status},` +
    `IF(${finish}<=${asOfCell},` +
    `IF(${dated},IF(${either(lateByMilestones, `${finish}>${due}`)},${word("done-late")},${word("done-on-time")}),${word("done-no-deadline")}),` +
    `IF(${dated},IF(${either(overdueByMilestones, `${due}<${asOfCell}`)},${word("open-overdue")},${word("open-in-time")}),${word("open-no-deadline")})))`
  );
}
