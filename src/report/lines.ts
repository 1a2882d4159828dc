import { parseIsoDate, type IsoDate } from "../deadline";
import {
  countedDays,
  NO_DUE,
  statusAt,
  type CountedDays,
  type ResultEntry,
  type StatusSettings,
  type Task,
  type TaskStatus,
  type Tracking,
} from "../task";
import { resultsInWords } from "./words";
import type { LineGroup, ReportLine } from "./types";

/** Stands where a task has no unit that leads it. */
export const NO_LEAD = "Chưa rõ đơn vị chủ trì";
/** Stands where a task stands under no section of the appendix. */
export const NO_SECTION = "Nhiệm vụ chung";

/** The days that a report counts by. */
export interface ReportDays {
  readonly from: IsoDate;
  /** The period's last day (chốt số liệu). */
  readonly to: IsoDate;
  readonly asOf: IsoDate;
  readonly yearStart: IsoDate;
  readonly nextEnd: IsoDate;
}

/** Whether an entry counts in the days from–to. Entries without a date count in no period. */
export function entryIsWithin(entry: ResultEntry, from: IsoDate, to: IsoDate): boolean {
  return entry.date !== null && entry.date >= from && entry.date <= to;
}

/** The lines of a report, one for each task, in the order of the plan. */
export function reportLines(
  tracking: Tracking,
  tasks: readonly Task[],
  days: ReportDays,
): readonly ReportLine[] {
  const entriesOf = new Map<string, ResultEntry[]>();
  for (const entry of tracking.entries) {
    const list = entriesOf.get(entry.code);
    if (list) list.push(entry);
    else entriesOf.set(entry.code, [entry]);
  }
  const seen = new Map<string, number>();
  for (const { code } of tracking.tasks) seen.set(code, (seen.get(code) ?? 0) + 1);
  return tasks.map((task) => {
    const entries = entriesOf.get(task.code) ?? [];
    return reportLine(tracking, task, entries, seen.get(task.code) !== 1, days);
  });
}

/** The unit that totals count a task under: its first lead, else the group it was given to. */
export function leadLabel(task: Task): string {
  return task.leads[0] ?? task.owner.leadGroups[0] ?? NO_LEAD;
}

/** The title of the outermost section that a task stands under. */
function sectionLabel(task: Task): string {
  return task.section[0] ?? NO_SECTION;
}

function reportLine(
  tracking: Tracking,
  task: Task,
  all: readonly ResultEntry[],
  isDouble: boolean,
  days: ReportDays,
): ReportLine {
  const settings = tracking.settings;
  const status = statusOf(task, settings, isDouble, days.asOf);
  const entries = all
    .filter((entry) => entryIsWithin(entry, days.from, days.asOf))
    .sort((one, other) => (one.date ?? "").localeCompare(other.date ?? ""));
  const toDate = all.filter((entry) => entryIsWithin(entry, days.yearStart, days.asOf));
  return {
    task,
    status,
    originalStatus:
      task.adjustedDue === null
        ? status
        : statusOf({ ...task, adjustedDue: null }, settings, isDouble, days.asOf),
    group: groupOf(task, settings, status, entries.length > 0, days),
    lead: leadLabel(task),
    section: sectionLabel(task),
    entries,
    quantityInPeriod: sumOfQuantities(entries),
    quantityToDate: sumOfQuantities(toDate),
    resultText: resultsInWords(entries),
    causeText: [...new Set(entries.map((entry) => entry.difficulty).filter(Boolean))].join("; "),
    extensions: task.extensions,
  };
}

/** Two tasks under one code cannot be told apart by the sheets: both wait until that is mended. */
function statusOf(
  task: Task,
  settings: StatusSettings,
  isDouble: boolean,
  asOf: IsoDate,
): TaskStatus {
  const status = statusAt(task, asOf, settings);
  return isDouble ? { ...status, class: "invalid", dueSoon: false, daysLate: 0 } : status;
}

/** Sum of the quantities given, whatever their unit of measure. */
function sumOfQuantities(entries: readonly ResultEntry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.quantity ?? 0), 0);
}

/** Day a task was finished as the figures count it (of milestones the last); null while open or unknown. */
function finishDay(task: Task, settings: StatusSettings): IsoDate | null {
  return parseIsoDate(finishOf(countedDays(task, settings)));
}

function finishOf(days: CountedDays): IsoDate {
  return days.finish === NO_DUE ? "" : days.finish;
}

function groupOf(
  task: Task,
  settings: StatusSettings,
  status: TaskStatus,
  hasResult: boolean,
  days: ReportDays,
): LineGroup {
  switch (status.class) {
    case "invalid":
      return "invalid";
    case "cancelled":
      return "cancelled";
    case "done-unknown-date":
      return "done-unknown-date";
    case "done-on-time":
    case "done-late":
    case "done-no-deadline": {
      const finished = finishDay(task, settings);
      return finished !== null && finished >= days.from ? "done-in-period" : "done-before";
    }
    case "open-overdue":
      return "overdue";
    case "open-in-time": {
      const due = status.due ?? "9999-12-31";
      if (due <= days.to) return "due-in-period";
      return due <= days.nextEnd ? "due-next-period" : "due-later";
    }
    case "open-no-deadline":
      if (task.dueKind === "unclear") return "unclear-deadline";
      return hasResult ? "no-deadline-with-result" : "no-deadline-without-result";
  }
}
