import type { TaskClass, TaskStatus } from "../task";
import type { Counts, LatenessBands } from "./types";

/**
 * Counts statuses by class. Come due = done on time + done late + done without a date + overdue;
 * the overdue rate is over what has come due (report 1270/BC-TCTTTg: 223 of 16,274), not over all.
 */
export function countStatuses(statuses: Iterable<Pick<TaskStatus, "class" | "dueSoon">>): Counts {
  const of: Record<TaskClass, number> = {
    "done-on-time": 0,
    "done-late": 0,
    "done-no-deadline": 0,
    "done-unknown-date": 0,
    "open-in-time": 0,
    "open-overdue": 0,
    "open-no-deadline": 0,
    cancelled: 0,
    invalid: 0,
  };
  let total = 0;
  let dueSoon = 0;
  for (const status of statuses) {
    total += 1;
    of[status.class] += 1;
    if (status.dueSoon) dueSoon += 1;
  }
  const comeDue =
    of["done-on-time"] + of["done-late"] + of["done-unknown-date"] + of["open-overdue"];
  return {
    total,
    doneOnTime: of["done-on-time"],
    doneLate: of["done-late"],
    doneNoDeadline: of["done-no-deadline"],
    doneUnknownDate: of["done-unknown-date"],
    openInTime: of["open-in-time"],
    openOverdue: of["open-overdue"],
    openNoDeadline: of["open-no-deadline"],
    cancelled: of.cancelled,
    invalid: of.invalid,
    done: of["done-on-time"] + of["done-late"] + of["done-no-deadline"] + of["done-unknown-date"],
    open: of["open-in-time"] + of["open-overdue"] + of["open-no-deadline"],
    comeDue,
    overdueRate: comeDue === 0 ? null : of["open-overdue"] / comeDue,
    dueSoon,
  };
}

/** First and last number of days of each band; the last band has no end. */
export const LATENESS_BANDS: readonly (readonly [number, number])[] = [
  [1, 2],
  [3, 7],
  [8, 30],
  [31, Number.POSITIVE_INFINITY],
];

/** Sorts numbers of days late into the bands 1–2, 3–7, 8–30 and more than 30. */
export function latenessBands(days: Iterable<number>): LatenessBands {
  const bands: [number, number, number, number] = [0, 0, 0, 0];
  for (const count of days) {
    const band = LATENESS_BANDS.findIndex(([first, last]) => count >= first && count <= last);
    if (band >= 0) bands[band as 0 | 1 | 2 | 3] += 1;
  }
  return bands;
}
