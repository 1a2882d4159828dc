import { daysBetween, type IsoDate } from "../deadline";
import { NO_DUE, type Settings, type Task, type TaskClass, type TaskStatus } from "./types";

/** What the status at a date hangs on besides the task. */
export type StatusSettings = Pick<Settings, "warningDays" | "beforeIncludesDay">;

const BY_THE_LETTER: StatusSettings = { warningDays: 7, beforeIncludesDay: null };

/** Before every date: stands for "done, but the day is not known". */
const UNKNOWN_DAY: IsoDate = "";

/** A milestone with the days that count for it. */
export interface CountedMilestone {
  /** NO_DUE without a date. */
  readonly due: IsoDate;
  /** NO_DUE while open, "" when done on an unknown day. */
  readonly finish: IsoDate;
}

/** The days that a task is counted by, whatever the as-of date is. */
export interface CountedDays {
  /** NO_DUE without a due day. */
  readonly due: IsoDate;
  /** NO_DUE while open, "" when done on an unknown day. */
  readonly finish: IsoDate;
  /** NO_DUE when not cancelled. */
  readonly cancel: IsoDate;
  /** In the order of the task's milestones; empty unless the kind of deadline is "milestones". */
  readonly milestones: readonly CountedMilestone[];
}

/**
 * The due day as it stands on Theo dõi: X itself for "trước ngày X" when the officer said that
 * finishing on X is in time, else the day before, by the letter.
 */
export function shownDue(
  task: Pick<Task, "deadline">,
  due: IsoDate | null,
  beforeIncludesDay: boolean | null,
): IsoDate | null {
  const { before, due: letter } = task.deadline;
  return beforeIncludesDay === true && before !== null && due !== null && due === letter
    ? before
    : due;
}

/**
 * The days that count for a task: an adjusted deadline before the original one (for a task with
 * milestones it moves the last of them). A finish entered for the whole task also finishes the
 * milestones without a finish of their own: those due on that day or later and the last one on that
 * very day, the earlier ones on a day that is not known.
 */
export function countedDays(task: Task, settings: StatusSettings = BY_THE_LETTER): CountedDays {
  const finish = task.finished ?? (task.done ? UNKNOWN_DAY : NO_DUE);
  const cancel = task.cancelled ?? NO_DUE;
  if (task.dueKind !== "milestones") {
    const due = task.adjustedDue ?? shownDue(task, task.due, settings.beforeIncludesDay) ?? NO_DUE;
    return { due, finish, cancel, milestones: [] };
  }
  const dues = task.milestones.map(
    (milestone) => shownDue(task, milestone.due, settings.beforeIncludesDay) ?? NO_DUE,
  );
  const last = latest(dues.filter((due) => due !== NO_DUE));
  const milestones = task.milestones.map((milestone, index): CountedMilestone => {
    const original = dues[index] ?? NO_DUE;
    const isLast = original === last;
    const due = task.adjustedDue !== null && isLast ? task.adjustedDue : original;
    if (milestone.finished === "unknown") return { due, finish: UNKNOWN_DAY };
    if (milestone.finished !== null) return { due, finish: milestone.finished };
    if (finish === NO_DUE || finish <= due || isLast) return { due, finish };
    return { due, finish: UNKNOWN_DAY };
  });
  return {
    due: milestones.length > 0 ? latest(milestones.map(({ due }) => due)) : NO_DUE,
    finish: milestones.length > 0 ? latest(milestones.map((one) => one.finish)) : NO_DUE,
    cancel,
    milestones,
  };
}

/**
 * The class of a task at the end of a day, as the government counts (report 1270/BC-TCTTTg of 2017):
 * a function of the task and the date alone. What happened after the date does not count yet; the due
 * day itself is on time. `settings` gives the days of warning and the reading of "trước ngày X".
 */
export function statusAt(
  task: Task,
  asOf: IsoDate,
  settings: StatusSettings = BY_THE_LETTER,
): TaskStatus {
  const status = classify(task, asOf, settings);
  if (settings.beforeIncludesDay !== null || task.deadline.before === null) return status;
  const other = classify(task, asOf, { ...settings, beforeIncludesDay: true });
  return { ...status, dependsOnReading: other.class !== status.class };
}

function classify(task: Task, asOf: IsoDate, settings: StatusSettings): TaskStatus {
  const days = countedDays(task, settings);
  const due = days.due === NO_DUE ? null : days.due;
  const plain = {
    due,
    dueSoon: false,
    daysLate: 0,
    missedMilestone: null,
    dependsOnReading: false,
  };
  if (isInvalid(task)) return { ...plain, class: "invalid" };
  if (days.cancel <= asOf) return { ...plain, class: "cancelled" };
  if (days.finish <= asOf) {
    const done = doneClass(days);
    return { ...plain, class: done, daysLate: done === "done-late" ? lateness(days) : 0 };
  }
  if (due === null) return { ...plain, class: "open-no-deadline" };
  const parts = days.milestones.length > 0 ? days.milestones : [days];
  const missed = earliest(parts.filter((one) => one.due < asOf && one.finish > asOf));
  if (missed !== null) {
    return {
      ...plain,
      class: "open-overdue",
      daysLate: daysBetween(missed, asOf),
      missedMilestone: days.milestones.length > 0 ? missed : null,
    };
  }
  const next = nextDue(days, asOf);
  return {
    ...plain,
    class: "open-in-time",
    dueSoon: next !== NO_DUE && daysBetween(asOf, next) <= settings.warningDays,
  };
}

/** The class once the task counts as done. */
export function doneClass(days: CountedDays): TaskClass {
  const parts = days.milestones.length > 0 ? days.milestones : [days];
  if (parts.some((one) => one.finish === UNKNOWN_DAY)) return "done-unknown-date";
  if (days.due === NO_DUE) return "done-no-deadline";
  return parts.some((one) => one.finish > one.due) ? "done-late" : "done-on-time";
}

/** The due day that comes next for what is still open at a date; NO_DUE without one. */
function nextDue(days: CountedDays, asOf: IsoDate): IsoDate {
  if (days.milestones.length === 0) return days.due;
  return earliest(days.milestones.filter((one) => one.finish > asOf)) ?? NO_DUE;
}

/**
 * Whether the task's own data contradict themselves: a date cell that is no date, or a kind of
 * deadline that does not fit its milestones. Such a task is in no class until it is mended.
 */
export function isInvalid(task: Task): boolean {
  const unread = task.unread ?? {};
  return (
    unread.due !== undefined ||
    unread.adjustedDue !== undefined ||
    unread.finished !== undefined ||
    unread.cancelled !== undefined ||
    (task.dueKind === "milestones") !== task.milestones.length > 0 ||
    task.milestones.some((one) => one.unread !== undefined || one.due === NO_DUE)
  );
}

function lateness(days: CountedDays): number {
  const parts = days.milestones.length > 0 ? days.milestones : [days];
  return Math.max(
    ...parts.map((one) => (one.finish > one.due ? daysBetween(one.due, one.finish) : 0)),
  );
}

function latest(dates: readonly IsoDate[]): IsoDate {
  return dates.reduce((last, date) => (date > last ? date : last), "");
}

function earliest(parts: readonly { readonly due: IsoDate }[]): IsoDate | null {
  return parts.reduce<IsoDate | null>(
    (first, { due }) => (first === null || due < first ? due : first),
    null,
  );
}
