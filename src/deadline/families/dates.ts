import { broken, dayMoment, item, monthMoment, time, type Item, type Moment } from "../items";
import { daysInMonth } from "../iso-date";
import {
  hasKey,
  is,
  isDayWord,
  isMark,
  isMonthWord,
  isYearNumber,
  numberAt,
  yearAfter,
} from "../vocabulary";
import type { Token } from "../tokens";
import { jointAt } from "./joining";

interface Stroke {
  readonly mark: string;
  readonly next: number;
}

/** The stroke between the numbers of a date; a doubled one is a slip of the finger. */
function strokeAt(list: readonly Token[], at: number): Stroke | null {
  const token = list[at];
  if (!isMark(token, "/.-\\") || !token) return null;
  const mark = token.text === "\\" ? "/" : token.text;
  const doubled = list[at + 1];
  const next = doubled?.kind === "mark" && doubled.text === token.text ? at + 2 : at + 1;
  if (list[next]?.kind !== "number") return null;
  if (mark === "." && list[next]?.line) return null;
  return { mark, next };
}

/** "ngày" and what people write between it and the number ("ngày mồng 5"). */
function afterDayWord(list: readonly Token[], at: number): number {
  const next = at + 1;
  return hasKey(list[next], "mong", "mung") ? next + 1 : next;
}

/** Dates by day: 13/02/2026, 8/2/26, ngày 15 tháng 3 năm 2026, 15-20/6/2026, ngày 5, 20/6, and 5/2026. */
export function readDate(list: readonly Token[], at: number): Item | null {
  const worded = isDayWord(list[at]);
  let start = worded ? afterDayWord(list, at) : at;
  if (worded && isDayWord(list[start])) start += 1;
  if (list[start]?.kind !== "number") return null;
  const number = list[start]?.value ?? NaN;
  if (isMonthly(list, start + 1) && number >= 1 && number <= 31)
    return time(at, start + 1, [dayMoment(number, 0, null)]);
  const found =
    wordedDate(list, at, start) ??
    numericDate(list, at, start, worded) ??
    dayList(list, at, start, worded);
  if (found) return timeOfDayAfter(list, found);
  if (!worded) return null;
  const day = list[start]?.value ?? NaN;
  if (!(day >= 1 && day <= 31)) return null;
  return time(at, start + 1, [dayMoment(day, 0, null)]);
}

/** "hằng tháng", "của mỗi tháng". */
function isMonthly(list: readonly Token[], at: number): boolean {
  const next = hasKey(list[at], "cua") ? at + 1 : at;
  return hasKey(list[next], "hang", "moi") && isMonthWord(list[next + 1]);
}

/** "15 tháng 3 năm 2026", "15 tháng 3/2026". */
function wordedDate(list: readonly Token[], first: number, at: number): Item | null {
  const day = list[at]?.value ?? NaN;
  const word = is(list[at + 1], "của", "cua") ? at + 2 : at + 1;
  if (!isMonthWord(list[word])) return null;
  const month = list[word + 1];
  if (month?.kind !== "number" || !(month.value >= 1 && month.value <= 12)) return null;
  if (!(day >= 1 && day <= 31)) return null;
  const year = yearAfter(list, word + 2);
  if (year === "broken") return broken(first, word + 3, "broken-date");
  return checked(first, year?.next ?? word + 2, day, month.value, year?.year ?? null);
}

function numericDate(
  list: readonly Token[],
  first: number,
  at: number,
  worded: boolean,
): Item | null {
  const one = strokeAt(list, at + 1);
  if (!one) return null;
  const two = strokeAt(list, one.next + 1);
  const a = list[at];
  const b = list[one.next];
  if (!a || !b) return null;
  if (isYearNumber(a) && !(two && b.value <= 12)) return null;
  if (two && two.mark === "-" && one.mark !== "-") {
    const year = list[two.next];
    const closed = isYearNumber(year) && !isYearNumber(b) && !strokeAt(list, two.next + 1);
    if (!closed) return twoNumbers(list, first, at, one, worded);
    const day = dayMoment(a.value, b.value, year?.value ?? null);
    return worded
      ? checked(first, two.next + 1, a.value, b.value, year?.value ?? null)
      : broken(first, two.next + 1, "two-readings", valid(day) ? [day] : []);
  }
  if (!two) return twoNumbers(list, first, at, one, worded);
  const c = list[two.next];
  const three = strokeAt(list, two.next + 1);
  if (!c) return null;
  if (one.mark === "-" && two.mark !== "-")
    return dashThenSlash(list, first, at, one, two, three, worded);
  if (three && three.mark !== "-") return broken(first, three.next + 1, "broken-date");
  if (three && one.mark === "-" && list[two.next + 1]?.space !== true) {
    return broken(first, three.next + 1, "broken-date");
  }
  if (isYearNumber(a)) return checked(first, two.next + 1, c.value, b.value, a.value);
  const year = yearOf(c);
  if (year === null) return broken(first, two.next + 1, "broken-date");
  return checked(first, two.next + 1, a.value, b.value, year);
}

/** Two numbers and a stroke: 5/2026 is a month, 15/6 a day without its year. */
function twoNumbers(
  list: readonly Token[],
  first: number,
  at: number,
  stroke: Stroke,
  worded: boolean,
): Item | null {
  const a = list[at];
  const b = list[stroke.next];
  if (!a || !b) return null;
  const end = stroke.next + 1;
  if (isYearNumber(b)) {
    if (a.value < 1 || a.value > 12 || a.text.length > 2) return broken(first, end, "broken-date");
    if (worded) return broken(first, end, "broken-date", [monthMoment(a.value, b.value)]);
    return time(first, end, [monthMoment(a.value, b.value)]);
  }
  const slash = stroke.mark === "/";
  if (a.text.length > 2 || b.text.length > 2) return broken(first, end, "broken-date");
  const worth = yearAfter(list, end);
  if (worded && worth && worth !== "broken") {
    return checked(first, worth.next, a.value, b.value, worth.year);
  }
  if (b.value >= 1 && b.value <= 12 && a.value >= 1 && a.value <= 31) {
    if (slash || worded) {
      const sure = isNamedYear(list, end);
      return checked(first, sure?.next ?? end, a.value, b.value, sure?.year ?? null);
    }
    return broken(first, end, "two-readings", [dayMoment(a.value, b.value, null)]);
  }
  if (a.value >= 1 && a.value <= 12 && b.value > 12 && slash) {
    const month = monthMoment(a.value, 2000 + b.value);
    const swapped = b.value <= 31 ? [dayMoment(b.value, a.value, null)] : [];
    return broken(first, end, "two-readings", [month, ...swapped]);
  }
  return broken(first, end, "broken-date");
}

/** "15/6 năm 2026". */
function isNamedYear(
  list: readonly Token[],
  at: number,
): { readonly year: number; readonly next: number } | null {
  if (!is(list[at], "năm", "nam")) return null;
  const year = yearAfter(list, at);
  return year === "broken" ? null : year;
}

/** "15-20/6/2026" and "15-20/6" are days of one month; "02-03/2026" may be months or a day. */
function dashThenSlash(
  list: readonly Token[],
  first: number,
  at: number,
  one: Stroke,
  two: Stroke,
  three: Stroke | null,
  worded: boolean,
): Item | null {
  const a = list[at];
  const b = list[one.next];
  const c = list[two.next];
  if (!a || !b || !c) return null;
  if (isYearNumber(c)) {
    const end = two.next + 1;
    if (worded) return checked(first, end, a.value, b.value, c.value);
    const months =
      a.value >= 1 && a.value < b.value && b.value <= 12
        ? [monthMoment(a.value, c.value), monthMoment(b.value, c.value)]
        : [];
    const day = dayMoment(a.value, b.value, c.value);
    return months.length > 0
      ? item(first, end, {
          type: "broken",
          why: "two-readings",
          moments: [...months, ...(valid(day) ? [day] : [])],
          readings: [],
        })
      : broken(first, end, "two-readings", valid(day) ? [day] : []);
  }
  const yearToken = three && three.mark !== "-" ? list[three.next] : undefined;
  const year = yearToken ? yearOf(yearToken) : null;
  const end = three && yearToken ? three.next + 1 : two.next + 1;
  if (yearToken && year === null) return broken(first, end, "broken-date");
  const from = dayMoment(a.value, c.value, year);
  const to = dayMoment(b.value, c.value, year);
  if (!valid(from) || !valid(to)) return broken(first, end, "no-such-day");
  if (a.value >= b.value) return broken(first, end, "start-after-end");
  return time(first, end, [from, to], "range");
}

/** Days that share the month after the last: "15 đến 20/6/2026", "ngày 5, 20 tháng 6". */
function dayList(list: readonly Token[], first: number, at: number, worded: boolean): Item | null {
  const days: number[] = [list[at]?.value ?? NaN];
  let join: "list" | "range" | null = null;
  let next = at + 1;
  for (;;) {
    const joint = jointAt(list, next);
    if (!joint) return null;
    const start = isDayWord(list[joint.next]) ? joint.next + 1 : joint.next;
    const day = list[start];
    if (day?.kind !== "number" || !(day.value >= 1 && day.value <= 31)) return null;
    if (days.length > 31) return null;
    if (join !== null && (join !== joint.join || join === "range")) return null;
    join = joint.join;
    days.push(day.value);
    next = start + 1;
    const month = monthOf(list, next);
    if (worded && join === "list" && isMonthly(list, next)) {
      return time(
        first,
        next,
        days.map((number) => dayMoment(number, 0, null)),
        join,
      );
    }
    if (!month) {
      if (isMark(list[next], "/") && isYearNumber(list[next + 1]) && !worded) {
        const year = list[next + 1]?.value ?? null;
        const months = days.filter((number) => number <= 12);
        return broken(
          first,
          next + 2,
          "two-readings",
          months.length === days.length ? months.map((number) => monthMoment(number, year)) : [],
        );
      }
      continue;
    }
    const moments = days.map((number) => dayMoment(number, month.month, month.year));
    if (!moments.every(valid)) return broken(first, month.next, "no-such-day");
    if (days.some((number, place) => place > 0 && number <= (days[place - 1] ?? 0))) {
      return broken(first, month.next, "start-after-end");
    }
    const neighbours =
      join === "list" && days.some((number, i) => number - (days[i - 1] ?? -1) === 1);
    if (neighbours) return broken(first, month.next, "two-readings", moments);
    return time(first, month.next, moments, join);
  }
}

function monthOf(
  list: readonly Token[],
  at: number,
): { readonly month: number; readonly year: number | null; readonly next: number } | null {
  if (isMonthWord(list[at])) {
    const month = numberAt(list, at + 1);
    if (!month || month.value < 1 || month.value > 12) return null;
    const year = yearAfter(list, month.next);
    if (year === "broken") return null;
    return { month: month.value, year: year?.year ?? null, next: year?.next ?? month.next };
  }
  const stroke = strokeAt(list, at);
  const month = stroke && list[stroke.next];
  if (!stroke || !month || month.value < 1 || month.value > 12 || stroke.mark === "-") return null;
  const second = strokeAt(list, stroke.next + 1);
  const named = isNamedYear(list, stroke.next + 1);
  if (named) return { month: month.value, year: named.year, next: named.next };
  if (!second || second.mark === "-")
    return { month: month.value, year: null, next: stroke.next + 1 };
  const yearToken = list[second.next];
  const year = yearToken ? yearOf(yearToken) : null;
  return year === null ? null : { month: month.value, year, next: second.next + 1 };
}

/** A year in four digits, or in two as 20xx; null for anything else. */
function yearOf(token: Token): number | null {
  if (isYearNumber(token)) return token.value;
  return token.text.length === 2 ? 2000 + token.value : null;
}

function valid(moment: Moment): boolean {
  const { month, day } = moment.from;
  if (!(month >= 1 && month <= 12)) return false;
  return day >= 1 && day <= daysInMonth(moment.year ?? 2024, month);
}

function checked(
  first: number,
  end: number,
  day: number,
  month: number,
  year: number | null,
): Item {
  const moment = dayMoment(day, month, year);
  if (valid(moment)) return time(first, end, [moment]);
  const readings: Moment[] = [];
  if (month >= 1 && month <= 12 && day >= 29 && day <= 31) {
    readings.push(dayMoment(daysInMonth(year ?? 2024, month), month, year));
  }
  const swapped = dayMoment(month, day, year);
  if (valid(swapped)) readings.push(swapped);
  return broken(first, end, "no-such-day", readings);
}

/** A time of day typed or shown after the date ("15/3/2026 00:00:00") changes nothing. */
function timeOfDayAfter(list: readonly Token[], found: Item): Item {
  let next = found.end;
  const clock = (at: number) =>
    list[at]?.kind === "number" && isMark(list[at + 1], ":") && list[at + 2]?.kind === "number";
  if (!clock(next)) return found;
  next += 3;
  while (isMark(list[next], ":") && list[next + 1]?.kind === "number") next += 2;
  return { ...found, end: next };
}
