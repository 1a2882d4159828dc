import { broken, quarterMoment, time, type Item } from "../items";
import { hasKey, isMark, isQuarterWord, numberAt, romanValue, yearAfter } from "../vocabulary";
import type { Token } from "../tokens";
import { jointAt } from "./joining";
import { brokenEnd } from "./months";

interface QuarterNumber {
  readonly value: number;
  readonly next: number;
  readonly roman: boolean;
}

function quarterNumberAt(list: readonly Token[], at: number): QuarterNumber | null {
  const roman = romanValue(list[at]);
  if (roman > 0) return { value: roman, next: at + 1, roman: true };
  const number = numberAt(list, at);
  return number ? { value: number.value, next: number.next, roman: false } : null;
}

function afterQuarterWord(list: readonly Token[], at: number): number {
  if (isQuarterWord(list[at])) return isMark(list[at + 1], ".:") ? at + 2 : at + 1;
  if (!hasKey(list[at], "q")) return -1;
  const next = isMark(list[at + 1], ".") ? at + 2 : at + 1;
  return list[next]?.kind === "number" || romanValue(list[next]) > 0 ? next : -1;
}

/** Quarters: Quý I/2026, quý 3, Quý II/năm 2026, Quý II, IV/2024, quý I-II, Q1/2026, quý hai năm 2026. */
export function readQuarter(list: readonly Token[], at: number): Item | null {
  const start = afterQuarterWord(list, at);
  if (start < 0) return null;
  const number = quarterNumberAt(list, start);
  if (!number || list[start]?.low === "năm") return null;
  if (number.value < 1 || number.value > 4 || (list[start]?.text.length ?? 0) > 3) {
    return broken(at, brokenEnd(list, number.next), "broken-date");
  }
  if (number.value > 0 && list[start]?.kind === "number" && (list[start]?.text.length ?? 0) > 2) {
    return broken(at, brokenEnd(list, number.next), "broken-date");
  }
  const quarters = [number.value];
  let join: "list" | "range" | null = null;
  let next = number.next;
  let year = yearAfter(list, next);
  while (!year) {
    if (isMark(list[next], "/") && romanValue(list[next + 1]) > 0) {
      // "Quý I/II": one or the other, or both.
      const second = romanValue(list[next + 1]);
      const after = yearAfter(list, next + 2);
      const known = after && after !== "broken" ? after : null;
      return broken(at, known?.next ?? next + 2, "two-readings", [
        quarterMoment(number.value, known?.year ?? null),
        quarterMoment(second, known?.year ?? null),
      ]);
    }
    const joint = jointAt(list, next);
    if (!joint) break;
    const named = afterQuarterWord(list, joint.next);
    const more = quarterNumberAt(list, named < 0 ? joint.next : named);
    if (!more || more.value < 1 || more.value > 4) break;
    if (named < 0 && more.roman !== number.roman) break;
    const nextYear = yearAfter(list, more.next);
    if (nextYear === "broken") break;
    if (
      named < 0 &&
      !more.roman &&
      list[more.next]?.kind === "word" &&
      !nextYear &&
      !hasKey(list[more.next], "hang", "va", "den")
    )
      break;
    if (join !== null && (join === "range" || join !== joint.join)) {
      return broken(at, more.next, "two-readings");
    }
    join = joint.join;
    quarters.push(more.value);
    next = more.next;
    year = nextYear;
  }
  if (year === "broken") return broken(at, brokenEnd(list, next), "broken-date");
  const ownYear = year?.year ?? null;
  return time(
    at,
    year?.next ?? next,
    quarters.map((quarter) => quarterMoment(quarter, ownYear)),
    join,
  );
}
