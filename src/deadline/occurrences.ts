import { addDays, daysInMonth, isoDate, weekday, yearOf, type IsoDate } from "./iso-date";
import type { Deadline, Frequency, Recurrence } from "./types";

const MONTHS: Readonly<Record<Frequency, number>> = {
  day: 0,
  week: 0,
  month: 1,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

/**
 * The days of a recurring deadline from one day to another, both included, in order; empty for any other kind.
 * A period without a named day ends on its last day (a week on Sunday). At most 4,000 days are given.
 */
export function occurrences(deadline: Deadline, from: IsoDate, to: IsoDate): IsoDate[] {
  if (deadline.kind !== "recurring" || !deadline.every || from > to) return [];
  const recurrence: Recurrence = deadline.recurrence ?? {
    every: deadline.every,
    weekdays: [],
    days: [],
    before: false,
  };
  const all =
    MONTHS[recurrence.every] === 0 ? byDays(recurrence, from, to) : byMonths(recurrence, from, to);
  return all.slice(0, LIMIT);
}

const LIMIT = 4000;

function byDays(recurrence: Recurrence, from: IsoDate, to: IsoDate): IsoDate[] {
  const found: IsoDate[] = [];
  const wanted = recurrence.weekdays.length > 0 ? recurrence.weekdays : [0];
  for (let day = from; day <= to && found.length < LIMIT; day = addDays(day, 1)) {
    const shown = recurrence.before ? addDays(day, 1) : day;
    if (recurrence.every === "day" || wanted.includes(weekday(shown))) found.push(day);
  }
  return found;
}

function byMonths(recurrence: Recurrence, from: IsoDate, to: IsoDate): IsoDate[] {
  const length = MONTHS[recurrence.every];
  const days = recurrence.days.length > 0 ? recurrence.days : [{ month: length, day: 0 }];
  const found = new Set<IsoDate>();
  const last = monthPlace(to) + length;
  const first = Math.floor(monthPlace(from) / length) * length - length;
  for (let place = first; place <= last && found.size < LIMIT; place += length) {
    for (const { month, day } of days) {
      const at = place + month - 1;
      const year = Math.floor(at / 12);
      const number = (at % 12) + 1;
      const end = daysInMonth(year, number);
      const date = isoDate(year, number, day === 0 ? end : Math.min(day, end));
      if (!date) continue;
      const due = recurrence.before ? addDays(date, -1) : date;
      if (due >= from && due <= to) found.add(due);
    }
  }
  return [...found].sort();
}

function monthPlace(date: IsoDate): number {
  return yearOf(date) * 12 + Number(date.slice(5, 7)) - 1;
}
