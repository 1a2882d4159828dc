import { item, type Item } from "../items";
import { frequencyOf, hasKey, is, isDayWord, isMark, numberAt } from "../vocabulary";
import type { Token } from "../tokens";
import { jointAt } from "./joining";

/** The place after "năm", "6 tháng", "quý, năm" and their like, or -1 when no such length of time stands there. */
function afterLength(list: readonly Token[], at: number): number {
  const number = numberAt(list, at);
  const word = number && frequencyOf(list[at]) === null ? number.next : at;
  const unit = frequencyOf(list[word]);
  if (!unit || unit === "day") return -1;
  return hasKey(list[word + 1], "dau", "cuoi") ? afterYearWord(list, word + 2) : word + 1;
}

function afterYearWord(list: readonly Token[], at: number): number {
  return frequencyOf(list[at]) === "year" ? at + 1 : at;
}

/**
 * The name of a report that a time belongs to: "Báo cáo 6 tháng: trước 10/6; báo cáo năm: …". It is a name only
 * before a colon; elsewhere its length of time may be the deadline, and "năm trước" is the year before.
 */
export function readReportName(list: readonly Token[], at: number): Item | null {
  if (!is(list[at], "báo", "bao") || !hasKey(list[at + 1], "cao")) return null;
  let next = at + 2;
  while (hasKey(list[next], "so", "tong", "ket", "ky", "dinh", "qua")) next += 1;
  const end = afterLength(list, next);
  return end > 0 && isMark(list[end], ":") ? item(at, end, { type: "harmless" }) : null;
}

/**
 * Does this remark only say which report a time belongs to ("(báo cáo năm)", "(báo cáo 6 tháng, năm)")?
 * Beside several times a bare length does so too: "15/6 (6 tháng); 15/12 (năm)".
 */
export function isReportName(remark: readonly Token[], severalTimes: boolean): boolean {
  const named = is(remark[0], "báo", "bao") && hasKey(remark[1], "cao");
  if (!named && !severalTimes) return false;
  let next = named ? 2 : 0;
  for (;;) {
    next = afterLength(remark, next);
    if (next < 0 || next === remark.length) return next > 0;
    const joint = jointAt(remark, next);
    if (joint?.join !== "list") return false;
    next = joint.next;
  }
}

/** The longest name of a day, in words. */
const LONGEST_NAME = 8;

/** A day with a name, before its date: "Ngày Pháp luật 09/11/2024", "Ngày Chuyển đổi số quốc gia 10/10". */
export function readNamedDay(list: readonly Token[], at: number): Item | null {
  if (!isDayWord(list[at])) return null;
  const head = list[at + 1];
  if (head?.kind !== "word" || head.line || head.text === head.low) return null;
  for (let next = at + 2; next <= at + LONGEST_NAME; next += 1) {
    const token = list[next];
    const dated =
      token?.kind === "number" && isMark(list[next + 1], "/") && list[next + 2]?.kind === "number";
    if (dated) return token.line ? null : item(at, next, { type: "harmless" });
    if (token?.kind !== "word" || token.line || frequencyOf(token)) return null;
  }
  return null;
}
