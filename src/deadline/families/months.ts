import { broken, monthMoment, monthsMoment, time, type Item } from "../items";
import {
  hasKey,
  is,
  isMark,
  isMonthWord,
  isYearNumber,
  isYearWord,
  countAt,
  numberAt,
  yearAfter,
} from "../vocabulary";
import type { Token } from "../tokens";
import { jointAt } from "./joining";

/** "tháng", "T" or "Th." before a number; the place of the number, or -1. */
function afterMonthWord(list: readonly Token[], at: number): number {
  if (isMonthWord(list[at])) return isMark(list[at + 1], ":.") ? at + 2 : at + 1;
  if (!hasKey(list[at], "t", "th", "thg")) return -1;
  const next = isMark(list[at + 1], ".") ? at + 2 : at + 1;
  return list[next]?.kind === "number" && list[next]?.line === false ? next : -1;
}

/** Months: Tháng 4/2026, T6/2024, tháng sáu năm 2026, tháng 4, 5/2017, tháng 1-4/2026, T7-T9/2026. */
export function readMonth(list: readonly Token[], at: number): Item | null {
  const start = afterMonthWord(list, at);
  if (start < 0) return null;
  if (hasKey(list[start], "gieng", "chap")) return broken(at, start + 1, "two-readings");
  const number = numberAt(list, start);
  if (!number) return null;
  // "Tháng năm 2026" is May, or a month left blank before its year.
  if (
    !number.digits &&
    isYearWord(list[start]) &&
    !isMark(list[number.next], "/") &&
    !isYearWord(list[number.next])
  ) {
    return broken(at, number.next, "two-readings", [monthMoment(5, null)]);
  }
  if (
    number.value < 1 ||
    number.value > 12 ||
    ((list[start]?.text.length ?? 0) > 2 && number.digits)
  ) {
    const year = yearAfter(list, number.next);
    return broken(at, year && year !== "broken" ? year.next : number.next, "broken-date");
  }
  const months = [number.value];
  let join: "list" | "range" | null = null;
  let next = number.next;
  let year = yearAfter(list, next);
  while (!year) {
    const joint = jointAt(list, next);
    if (!joint) break;
    const named = afterMonthWord(list, joint.next);
    const place = named < 0 ? joint.next : named;
    const more = numberAt(list, place);
    if (!more || more.value < 1 || more.value > 12) break;
    if ((list[place]?.text.length ?? 0) > 2 && more.digits) break;
    if (named < 0 && (!more.digits || !endsPhrase(list, more.next))) break;
    const nextYear = yearAfter(list, more.next);
    if (nextYear === "broken") break;
    if (
      named < 0 &&
      isMark(list[more.next], "/-.") &&
      !nextYear &&
      joint.join === "list" &&
      list[more.next + 1]?.kind === "number"
    )
      break;
    if (join !== null && (join === "range" || join !== joint.join)) {
      return broken(at, more.next, "two-readings");
    }
    join = joint.join;
    months.push(more.value);
    next = more.next;
    year = nextYear;
  }
  if (year === "broken") return broken(at, brokenEnd(list, next), "broken-date");
  const moments = months.map((month) => monthMoment(month, year ? year.year : null));
  return time(at, year ? year.next : next, moments, join);
}

/** The token after a number that stands alone: no word that would make the number a count of something. */
function endsPhrase(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (!token || token.kind === "mark" || token.line) return true;
  return (
    isYearWord(token) ||
    hasKey(token, "hang", "moi", "va", "den", "toi", "hoac") ||
    is(token, "thường", "thuong") ||
    is(token, "của", "cua")
  );
}

/** The end of the numbers and strokes that follow, to show the whole broken date. */
export function brokenEnd(list: readonly Token[], at: number): number {
  let next = at;
  while (isMark(list[next], "/.-\\") || list[next]?.kind === "number") next += 1;
  return next;
}

/** "6 tháng đầu năm 2026", "9 tháng đầu năm", "sáu tháng cuối năm", "nửa đầu năm". */
export function readMonthsOfYear(list: readonly Token[], at: number): Item | null {
  let next: number;
  let count: number;
  if (hasKey(list[at], "nua")) {
    count = 6;
    next = at + 1;
  } else {
    const number = countAt(list, at);
    if (!number || number.value < 1 || number.value > 11) return null;
    count = number.value;
    next = number.next;
    if (!isMonthWord(list[next]) && !hasKey(list[next], "t")) return null;
    next += 1;
  }
  const early = hasKey(list[next], "dau");
  if (!early && !hasKey(list[next], "cuoi")) return null;
  next += 1;
  if (hasKey(list[next], "cua")) next += 1;
  if (!isYearWord(list[next]) && !isYearNumber(list[next]) && !isMark(list[next], "/")) return null;
  const year = yearAfter(list, next);
  if (year === "broken") return broken(at, brokenEnd(list, next), "broken-date");
  const end = year?.next ?? (isYearWord(list[next]) ? next + 1 : next);
  return time(at, end, [
    monthsMoment(early ? 1 : 13 - count, early ? count : 12, year?.year ?? null),
  ]);
}
