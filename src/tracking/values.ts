import { toSerial, type IsoDate } from "../deadline";
import type { CellValue } from "../sheet";
import {
  countedDays,
  doneClass,
  isInvalid,
  NO_DUE,
  shownDue,
  statusAt,
  type CountedDays,
  type ResultEntry,
  type Settings,
  type Task,
  type Tracking,
} from "../task";
import { ENTRY_COLUMNS, MILESTONE_COLUMNS, NO_DATE, STATUS_WORDS, TASK_COLUMNS } from "./names";

/** Values of computed columns, by header. */
export type ComputedValues = Readonly<Record<string, CellValue>>;

/** Excel's serial number of a counted day: NO_DATE without one, 0 for a day that is not known. */
function countedSerial(day: IsoDate): number {
  return day === NO_DUE ? NO_DATE : day === "" ? 0 : toSerial(day);
}

/** What the engine says that each computed column of NhiemVu holds, in the order of the tasks. */
export function taskValues(tracking: Tracking): ComputedValues[] {
  const { settings, tasks } = tracking;
  const entries = new Map<string, ResultEntry[]>();
  for (const entry of tracking.entries) {
    const group = entries.get(entry.code);
    if (group === undefined) entries.set(entry.code, [entry]);
    else group.push(entry);
  }
  const codes = new Map<string, number>();
  for (const { code } of tasks) codes.set(code, (codes.get(code) ?? 0) + 1);
  return tasks.map((task) =>
    valuesOf(task, settings, entries.get(task.code) ?? [], codes.get(task.code) !== 1),
  );
}

function valuesOf(
  task: Task,
  settings: Settings,
  entries: readonly ResultEntry[],
  isDouble: boolean,
): ComputedValues {
  const days = countedDays(task, settings);
  const lacksMilestones = task.dueKind === "milestones" && task.milestones.length === 0;
  const error = isDouble || isInvalid(task);
  const status = error ? "invalid" : statusAt(task, settings.asOf, settings).class;
  const isUndone = days.finish === NO_DUE && !lacksMilestones;
  const latest = entries[latestPlace(entries)];
  return {
    [TASK_COLUMNS.dueCounted]: lacksMilestones ? 0 : countedSerial(days.due),
    [TASK_COLUMNS.finishCounted]: lacksMilestones ? 0 : countedSerial(days.finish),
    [TASK_COLUMNS.cancelCounted]: countedSerial(days.cancel),
    [TASK_COLUMNS.doneClass]: lacksMilestones
      ? STATUS_WORDS["done-on-time"]
      : isUndone
        ? ""
        : STATUS_WORDS[doneClass(days)],
    [TASK_COLUMNS.inputError]: error ? 1 : 0,
    [TASK_COLUMNS.status]: STATUS_WORDS[status],
    [TASK_COLUMNS.nextDue]: lacksMilestones ? NO_DATE : nextSerial(days, settings.asOf),
    [TASK_COLUMNS.latestResult]: latest?.result ?? "",
    [TASK_COLUMNS.totalQuantity]: entries.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
  };
}

function nextSerial(days: CountedDays, asOf: IsoDate): number {
  if (days.milestones.length === 0) return countedSerial(days.due);
  return days.milestones
    .filter(({ finish }) => finish > asOf)
    .reduce((next, { due }) => Math.min(next, countedSerial(due)), NO_DATE);
}

/** Place of the latest entry, the first among those of one day; entries without a day are the oldest. */
function latestPlace(entries: readonly ResultEntry[]): number {
  return entries.reduce(
    (latest, entry, place) =>
      latest < 0 || (entry.date ?? "") > (entries[latest]?.date ?? "") ? place : latest,
    -1,
  );
}

/** What the engine says that each computed column of KetQua holds, in the order of the entries. */
export function entryValues({ entries, tasks }: Tracking): ComputedValues[] {
  const titles = new Map(tasks.map(({ code, title }) => [code, title]));
  const latest = new Map<string, IsoDate>();
  for (const { code, date } of entries) {
    if ((date ?? "") >= (latest.get(code) ?? "")) latest.set(code, date ?? "");
  }
  return entries.map(({ code, date }) => ({
    [ENTRY_COLUMNS.title]: titles.get(code) ?? "",
    [ENTRY_COLUMNS.latestKey]: (date ?? "") === latest.get(code) ? code : "",
  }));
}

/** One row of MocThoiHan: the cells that hold input, and the computed ones by header. */
export interface MilestoneRow {
  readonly task: Task;
  readonly place: number;
  readonly due: IsoDate | null;
  readonly computed: ComputedValues;
}

/** The rows of MocThoiHan in the order of the tasks, with what each computed column holds. */
export function milestoneRows(tracking: Tracking): MilestoneRow[] {
  const { settings } = tracking;
  const asOf = toSerial(settings.asOf);
  return tracking.tasks.flatMap((task, taskPlace) => {
    const days = countedDays({ ...task, dueKind: "milestones" }, settings);
    return task.milestones.map((milestone, place) => {
      const counted = days.milestones[place];
      const due = countedSerial(counted?.due ?? NO_DUE);
      const finish = countedSerial(counted?.finish ?? NO_DUE);
      const isLate = finish < NO_DATE && finish > due;
      const error = milestone.due === NO_DUE || milestone.unread !== undefined;
      const status = error
        ? "invalid"
        : finish > asOf
          ? due < asOf
            ? "open-overdue"
            : "open-in-time"
          : finish === 0
            ? "done-unknown-date"
            : isLate
              ? "done-late"
              : "done-on-time";
      return {
        task,
        place,
        due:
          milestone.due === NO_DUE
            ? null
            : shownDue(task, milestone.due, settings.beforeIncludesDay),
        computed: {
          [MILESTONE_COLUMNS.title]: task.title,
          [MILESTONE_COLUMNS.status]: STATUS_WORDS[status],
          [MILESTONE_COLUMNS.taskRow]: taskPlace + 1,
          [MILESTONE_COLUMNS.dueCounted]: due,
          [MILESTONE_COLUMNS.finishCounted]: finish,
          [MILESTONE_COLUMNS.late]: isLate ? 1 : 0,
          [MILESTONE_COLUMNS.inputError]: error ? 1 : 0,
        },
      };
    });
  });
}
