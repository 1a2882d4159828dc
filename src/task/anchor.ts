import { daysOff, resolveRelative, showDate, type DaysOffSource, type IsoDate } from "../deadline";
import type { CalendarDay, Task } from "./types";

/** The due day that follows from the day of an event. */
export interface AnchoredDue {
  readonly due: IsoDate;
  /** False: working days run through a year whose days off are not listed. */
  readonly certain: boolean;
}

/** Whether a task waits for the day of an event ("10 ngày làm việc sau khi …"). */
export function waitsForEvent(task: Task): boolean {
  return task.dueKind === "relative" && task.due === null && task.deadline.relative !== null;
}

/**
 * The due day of such a task once the event's day is known; null for any other task. Working days
 * skip the days off of the sheet Ngày nghỉ, else the known ones.
 */
export function dueFromEvent(
  task: Task,
  event: IsoDate,
  calendar: readonly CalendarDay[] = [],
): AnchoredDue | null {
  if (!waitsForEvent(task)) return null;
  const { due, rule } = resolveRelative(task.deadline, event, daysOffOf(calendar));
  return due === null ? null : { due, certain: rule !== "relative-without-days-off" };
}

/** The task with its due day counted from the event's; the note says from which. Unchanged where it does not wait for one. */
export function withEventDay(
  task: Task,
  event: IsoDate,
  calendar: readonly CalendarDay[] = [],
): Task {
  const found = dueFromEvent(task, event, calendar);
  if (!found) return task;
  const counted = `Hạn tính từ ngày ${showDate(event)}`;
  return {
    ...task,
    dueKind: "dated",
    due: found.due,
    start: null,
    note: task.note === "" ? counted : `${task.note}; ${counted}`,
  };
}

/** The officer's own list goes before the known days for each year that it has days of. */
function daysOffOf(calendar: readonly CalendarDay[]): DaysOffSource {
  return (year) => {
    const own = calendar.filter(({ date }) => date.startsWith(`${year}-`));
    if (own.length === 0) return daysOff(year);
    return {
      year,
      known: true,
      off: own.filter(({ kind }) => kind === "off"),
      worked: own.filter(({ kind }) => kind === "worked").map(({ date }) => date),
      basis: "Ngày nghỉ",
      validTo: null,
    };
  };
}
