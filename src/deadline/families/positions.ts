import { broken, dayMoment, item, time, type Item, type Moment } from "../items";
import {
  frequencyOf,
  hasKey,
  is,
  isDayWord,
  isMonthWord,
  isQuarterWord,
  isYearNumber,
  isYearWord,
  isWeekWord,
  numberAt,
  yearAfter,
} from "../vocabulary";
import type { Token } from "../tokens";
import { readMonth } from "./months";
import { readQuarter } from "./quarters";

type Position = "start" | "middle" | "end";

function positionOf(token: Token | undefined): Position | null {
  if (hasKey(token, "dau")) return "start";
  if (is(token, "giữa", "giua")) return "middle";
  return is(token, "cuối", "cuoi") ? "end" : null;
}

/** "đầu tháng 6", "giữa năm 2026", "cuối quý III/2026", "ngày cuối cùng của tháng 6"; "cuối tháng" alone is open. */
export function readPosition(list: readonly Token[], at: number): Item | null {
  const lead = isDayWord(list[at]) ? at + 1 : at;
  const position = positionOf(list[lead]);
  if (!position) return null;
  let next = lead + 1;
  if (is(list[next], "cùng", "cung") || hasKey(list[next], "tien")) next += 1;
  if (hasKey(list[next], "cua")) next += 1;
  const period = readMonth(list, next) ?? readQuarter(list, next);
  if (period) {
    if (period.type !== "time") return { ...period, first: at };
    const points = period.moments.map((moment) => pointOf(moment, position));
    return points.every((point) => point !== null)
      ? time(at, period.end, points, period.join)
      : broken(at, period.end, "two-readings", middleOfQuarter(period.moments));
  }
  if (isYearNumber(list[next]) || (isYearWord(list[next]) && !hasKey(list[next + 1], "hoc"))) {
    const year = yearAfter(list, next);
    const known = year && year !== "broken" ? year : null;
    const end = known?.next ?? (hasKey(list[next + 1], "nay") ? next + 2 : next + 1);
    if (!known && hasKey(list[next + 1], "sau", "tiep", "toi", "truoc")) return null;
    const day =
      position === "start"
        ? dayMoment(1, 1, known?.year ?? null)
        : position === "middle"
          ? dayMoment(30, 6, known?.year ?? null)
          : dayMoment(31, 12, known?.year ?? null);
    return time(at, end, [day]);
  }
  const repeated = hasKey(list[next], "hang", "moi") ? frequencyOf(list[next + 1]) : null;
  if (repeated && repeated !== "day" && repeated !== "week" && position !== "middle") {
    const end = position === "end";
    return item(at, next + 2, {
      type: "frequency",
      every: repeated,
      anchored: { day: end ? "last" : 1, month: end ? "last" : "first" },
    });
  }
  const every = frequencyOf(list[next]);
  if ((every === "month" || every === "quarter") && position !== "middle") {
    if (hasKey(list[next + 1], "sau", "tiep", "toi", "truoc", "ke")) return null;
    const day = position === "end" ? "last" : 1;
    return item(at, next + 1, {
      type: "bare-unit",
      every,
      anchored: {
        day,
        month: every === "quarter" ? (position === "end" ? "last" : "first") : null,
      },
    });
  }
  return null;
}

function pointOf(moment: Moment, position: Position): Moment | null {
  const { from, to } = moment;
  if (position === "start") return { ...moment, unit: "day", to: from, point: true, order: 0 };
  if (position === "end") return { ...moment, unit: "day", from: to, point: true, order: 0 };
  return moment.unit === "month" ? dayMoment(15, from.month, moment.year) : null;
}

function middleOfQuarter(moments: readonly Moment[]): readonly Moment[] {
  return moments.map((moment) => dayMoment(15, moment.from.month + 1, moment.year));
}

/** "tuần 2 tháng 5/2026", "thượng tuần tháng 6", "tuần cuối tháng 5": weeks of a month are counted in several ways. */
export function readWeekOfMonth(list: readonly Token[], at: number): Item | null {
  const tens = hasKey(list[at], "thuong", "trung", "ha") && isWeekWord(list[at + 1]);
  let next: number;
  let from: number;
  let to: number;
  if (tens) {
    const part = ["thuong", "trung", "ha"].indexOf(list[at]?.key ?? "");
    from = part * 10 + 1;
    to = part === 2 ? 0 : part * 10 + 10;
    next = at + 2;
  } else {
    if (!isWeekWord(list[at])) return null;
    next = hasKey(list[at + 1], "thu", "le") ? at + 2 : at + 1;
    if (hasKey(list[next], "dau", "cuoi")) {
      from = hasKey(list[next], "dau") ? 1 : -7;
      to = hasKey(list[next], "dau") ? 7 : 0;
      next = hasKey(list[next + 1], "tien", "cung") ? next + 2 : next + 1;
    } else {
      const number = numberAt(list, next);
      if (!number || number.value < 1 || number.value > 53) return null;
      from = number.value * 7 - 6;
      to = number.value * 7;
      next = number.next;
    }
  }
  if (hasKey(list[next], "cua", "trong")) next += 1;
  const repeated = hasKey(list[next], "hang", "moi", "tung") ? frequencyOf(list[next + 1]) : null;
  if (repeated === "month" || repeated === "quarter") {
    const anchored = from < 0 ? ({ day: "last", month: "last" } as const) : null;
    return item(at, next + 2, { type: "frequency", every: repeated, anchored });
  }
  if (!isMonthWord(list[next]) && !isQuarterWord(list[next]) && !hasKey(list[next], "t")) {
    const year = yearAfter(list, next);
    return year && year !== "broken" && from > 0 ? broken(at, year.next, "two-readings") : null;
  }
  const month = readMonth(list, next);
  if (!month) return null;
  const moments: Moment[] = [];
  const only = month.type === "time" && month.moments.length === 1 ? month.moments[0] : undefined;
  if (only && to <= 28) {
    const first = from > 0 ? from : 22;
    moments.push({
      ...only,
      unit: "day",
      from: { month: only.from.month, day: first },
      to: { month: only.from.month, day: to },
    });
  }
  return broken(at, month.end, "two-readings", moments);
}
