import { broken, item, type DayOfPeriod, type Item } from "../items";
import {
  frequencyOf,
  hasKey,
  is,
  isDayWord,
  isMark,
  isMonthWord,
  isQuarterWord,
  isYearNumber,
  isYearWord,
  countAt,
  romanValue,
} from "../vocabulary";
import type { Token } from "../tokens";
import type { Frequency } from "../types";

const FINEST: readonly Frequency[] = ["day", "week", "month", "quarter", "half-year", "year"];

/** The finest of several named frequencies. */
export function finest(all: readonly Frequency[]): Frequency | null {
  return FINEST.find((frequency) => all.includes(frequency)) ?? null;
}

/** A count of units that makes one of the known frequencies: 3 months are a quarter. */
function frequencyOfCount(count: number, unit: Frequency): Frequency | null {
  if (count === 1) return unit;
  if (unit === "month")
    return count === 3 ? "quarter" : count === 6 ? "half-year" : count === 12 ? "year" : null;
  if (unit === "week" && count === 26) return "half-year";
  return unit === "quarter" && count === 2
    ? "half-year"
    : unit === "quarter" && count === 4
      ? "year"
      : null;
}

interface UnitAt {
  readonly every: Frequency;
  readonly next: number;
}

/** A bare unit, "6 tháng", "một năm", "nửa năm"; not a unit that a number follows ("tháng 6", "quý I"). */
function unitAt(
  list: readonly Token[],
  at: number,
  counted: boolean,
  repeated = false,
): UnitAt | null {
  const unit = frequencyOf(list[at]);
  if (unit) {
    const after = list[at + 1];
    if (romanValue(after) > 0 && unit === "quarter") return null;
    if (after?.kind === "number") {
      // "hằng năm 2027 - 2030", "mỗi tháng 02 tin bài"; but "năm 2027" and "tháng 6" are times.
      const bounded = repeated && unit === "year" && isYearNumber(after);
      const counting = repeated && list[at + 2]?.kind === "word";
      if (!bounded && !counting) return null;
    }
    return { every: unit, next: at + 1 };
  }
  if (hasKey(list[at], "nua") && isYearWord(list[at + 1]))
    return { every: "half-year", next: at + 2 };
  if (!counted) return null;
  const number = countAt(list, at);
  if (!number) return null;
  const counting = frequencyOf(list[number.next]);
  if (!counting || hasKey(list[number.next + 1], "dau", "cuoi", "ke", "sau")) return null;
  const every = frequencyOfCount(number.value, counting);
  if (!every || isDay(counting)) return null;
  const after = list[number.next + 1];
  if (after?.kind === "number" || (counting === "quarter" && romanValue(after) > 0)) return null;
  return { every, next: number.next + 1 };
}

function isDay(every: Frequency): boolean {
  return every === "day";
}

/** ", quý, năm", "và 6 tháng": more units after the first. */
function moreUnits(list: readonly Token[], found: UnitAt): UnitAt {
  const all: Frequency[] = [found.every];
  let next = found.next;
  for (;;) {
    let place = next;
    if (isMark(list[place], ",/;+&-") || is(list[place], "và", "va") || hasKey(list[place], "hoac"))
      place += 1;
    else break;
    if (is(list[place], "và", "va")) place += 1;
    if (hasKey(list[place], "hang", "moi", "theo")) place += 1;
    const more = unitAt(list, place, true);
    if (!more) break;
    all.push(more.every);
    next = more.next;
  }
  return { every: finest(all) ?? found.every, next };
}

/** "hằng tháng", "hàng quý", "mỗi năm", "định kỳ 6 tháng, một năm", "theo quý", "thường niên". */
export function readFrequency(list: readonly Token[], at: number): Item | null {
  const token = list[at];
  let next = at;
  if (is(token, "định", "dinh") && hasKey(list[at + 1], "ky", "ki")) {
    next = at + 2;
    if (isMark(list[next], ":,")) next += 1;
    const every =
      is(list[next], "hàng", "hang") ||
      is(list[next], "hằng", "hang") ||
      hasKey(list[next], "moi", "theo", "tung");
    if (every) next += 1;
    return frequencyFrom(list, at, next, true, every);
  }
  if (is(token, "hàng", "hang") || is(token, "hằng", "hang") || is(token, "mỗi", "moi")) {
    return frequencyFrom(list, at, at + 1, true, true);
  }
  if (is(token, "từng", "tung")) return frequencyFrom(list, at, at + 1, false, true);
  if (is(token, "theo", "theo")) {
    next = is(list[at + 1], "từng", "tung") || hasKey(list[at + 1], "dinh") ? at + 2 : at + 1;
    if (hasKey(list[next], "ky", "ki") && hasKey(list[next - 1], "dinh")) next += 1;
    const found = unitAt(list, next, false);
    if (!found || (isYearWord(list[next]) && hasKey(list[next + 1], "hoc"))) return null;
    const more = moreUnits(list, found);
    const after = list[more.next];
    const closed = !after || after.kind === "mark" || after.line || hasKey(after, "va", "hoac");
    return closed
      ? item(at, more.next, { type: "frequency", every: more.every, anchored: null })
      : null;
  }
  if (is(token, "thường", "thuong") && hasKey(list[at + 1], "nien")) {
    return item(at, at + 2, { type: "frequency", every: "year", anchored: null });
  }
  return null;
}

function frequencyFrom(
  list: readonly Token[],
  first: number,
  at: number,
  counted: boolean,
  every: boolean,
): Item | null {
  const times = counted ? countPerTime(list, first, at) : null;
  if (times) return times;
  const found = unitAt(list, at, counted, every);
  if (!found) return null;
  const more = moreUnits(list, found);
  let end = more.next;
  if (isMark(list[end], "/") && hasKey(list[end + 1], "lan")) end += 2;
  const once = countAt(list, end);
  if (once && hasKey(list[once.next], "lan")) end = once.next + 1;
  return item(first, end, { type: "frequency", every: more.every, anchored: null });
}

/** "3 tháng/lần", "6 tháng một lần", "01 tháng 01 lần"; counts that are no known frequency are open. */
function countPerTime(list: readonly Token[], first: number, at: number): Item | null {
  const number = countAt(list, at);
  const unit = number ? frequencyOf(list[number.next]) : frequencyOf(list[at]);
  if (!unit) return null;
  let next = number ? number.next + 1 : at + 1;
  if (isMark(list[next], "/")) next += 1;
  const once = countAt(list, next);
  if (once && once.value === 1) next = once.next;
  if (!hasKey(list[next], "lan")) return null;
  if (next === (number ? number.next + 1 : at + 1)) return null;
  const every = frequencyOfCount(number?.value ?? 1, unit);
  return every
    ? item(first, next + 1, { type: "frequency", every, anchored: null })
    : broken(first, next + 1, "two-readings");
}

/** "3 tháng/lần" and its like standing by themselves. */
export function readCountPerTime(list: readonly Token[], at: number): Item | null {
  return countPerTime(list, at, at);
}

/** "02 lần/năm", "một lần mỗi quý"; and "/tháng" after a quantity ("02 tin, bài/tháng"). */
export function readPerUnit(list: readonly Token[], at: number): Item | null {
  if (isMark(list[at], "/")) {
    const unit = frequencyOf(list[at + 1]);
    if (!unit || unit === "day") return null;
    const after = list[at + 2];
    if (after?.kind === "number" || romanValue(after) > 0) return null;
    return item(at, at + 2, { type: "frequency", every: unit, anchored: null });
  }
  const number = countAt(list, at);
  if (!number || !hasKey(list[number.next], "lan")) return null;
  let next = number.next + 1;
  const linked = isMark(list[next], "/") || hasKey(list[next], "mot", "moi", "trong", "hang");
  if (!linked) return null;
  next += 1;
  const unit = unitAt(list, next, true);
  return unit
    ? item(at, unit.next, { type: "frequency", every: unit.every, anchored: null })
    : null;
}

/** "ngày 20 tháng cuối quý", "trước ngày 15 của tháng cuối quý", "tháng cuối mỗi quý": every quarter. */
export function readMonthOfQuarter(list: readonly Token[], at: number): Item | null {
  let next = at;
  let day: DayOfPeriod["day"] = "last";
  if (isDayWord(list[next]) || list[next]?.kind === "number") {
    if (isDayWord(list[next])) next += 1;
    const number = list[next];
    if (number?.kind !== "number" || number.value < 1 || number.value > 31) return null;
    day = number.value;
    next += 1;
    if (hasKey(list[next], "cua")) next += 1;
  }
  if (!isMonthWord(list[next])) return null;
  const first = hasKey(list[next + 1], "dau");
  if (!first && !hasKey(list[next + 1], "cuoi")) return null;
  next += 2;
  if (hasKey(list[next], "cung", "tien")) next += 1;
  while (hasKey(list[next], "cua", "moi", "hang", "tung", "cac")) next += 1;
  if (!isQuarterWord(list[next])) return null;
  const after = list[next + 1];
  if (after?.kind === "number" || romanValue(after) > 0) return null;
  return item(at, next + 1, {
    type: "frequency",
    every: "quarter",
    anchored: { day, month: first ? "first" : "last" },
  });
}

const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
};

/** "thứ 5", "thứ năm", "chủ nhật", "T2" before a weekly frequency. */
export function readWeekday(list: readonly Token[], at: number): Item | null {
  if (is(list[at], "chủ", "chu") && hasKey(list[at + 1], "nhat")) {
    return item(at, at + 2, { type: "weekday", weekday: 0 });
  }
  const next = at + 1;
  const token = list[next];
  if (hasKey(list[at], "t") && token?.kind === "number" && token.value >= 2 && token.value <= 7) {
    const weekly = hasKey(list[next + 1], "hang", "moi") && hasKey(list[next + 2], "tuan");
    return weekly ? item(at, next + 1, { type: "weekday", weekday: token.value - 1 }) : null;
  }
  if (!is(list[at], "thứ", "thu") || hasKey(list[at - 1], "lan", "hop", "khoa", "ky")) return null;
  if (token?.kind === "number" && token.value >= 2 && token.value <= 7) {
    return item(at, next + 1, { type: "weekday", weekday: token.value - 1 });
  }
  const weekday = token ? WEEKDAYS[token.key] : undefined;
  return weekday === undefined ? null : item(at, next + 1, { type: "weekday", weekday });
}

/** "Tháng, quý, năm" as a list of bare units; one alone stays open. */
export function readBareUnit(list: readonly Token[], at: number): Item | null {
  const found = unitAt(list, at, true);
  if (!found) return null;
  const more = moreUnits(list, found);
  if (more.next === found.next) {
    if (list[at]?.kind === "number" || frequencyOf(list[at]) === null) return null;
    const alone = found.every === "day" || found.every === "year" || found.every === "month";
    const begins = at === 0 || list[at - 1]?.kind === "mark";
    const ends = !list[at + 1] || list[at + 1]?.kind === "mark";
    return begins && ends && (alone || found.every === "quarter" || found.every === "week")
      ? item(at, found.next, { type: "bare-unit", every: found.every, anchored: null })
      : null;
  }
  return item(at, more.next, { type: "frequency", every: more.every, anchored: null });
}
