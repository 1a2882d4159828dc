import { daysInMonth, isoDate, type IsoDate } from "./iso-date";
import type { Moment, MonthDay } from "./items";

/** A moment with its year known. */
export interface Span {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** The days of a moment in a year; null when there is no such day (29/2 of a common year). */
export function spanOf(moment: Moment, year: number): Span | null {
  const first = dayOf(moment.from, year);
  const last = dayOf(moment.to, year);
  return first && last ? { first, last } : null;
}

function dayOf(at: MonthDay, year: number): IsoDate | null {
  return isoDate(year, at.month, at.day === 0 ? daysInMonth(year, at.month) : at.day);
}

/** Number of a month, quarter or year on an endless line, so that neighbours differ by one; null for others. */
export function placeOf(moment: Moment, year: number): number | null {
  if (moment.unit === "month") return year * 12 + moment.order;
  if (moment.unit === "quarter") return year * 4 + moment.order;
  return moment.unit === "year" ? year : null;
}
