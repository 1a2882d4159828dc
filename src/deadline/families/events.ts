import {
  frequencyOf,
  hasKey,
  is,
  isDayWord,
  isMark,
  isMonthWord,
  isQuarterWord,
  isYearNumber,
  romanValue,
} from "../vocabulary";
import type { Token } from "../tokens";
import { isPaperAt, readDocument } from "./documents";

const STARTS_TIME: ReadonlySet<string> = new Set([
  "thang",
  "quy",
  "qui",
  "ngay",
  "nam",
  "truoc",
  "trong",
  "tu",
  "den",
  "cham",
  "hoan",
  "xong",
  "hang",
  "dinh",
  "thuong",
  "cuoi",
  "dau",
  "giua",
  "bao",
]);

/** Does a new line, or what follows "và", begin a time of its own? */
function beginsTime(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (!token) return false;
  if (token.kind === "number") return isMark(list[at + 1], "/") || isYearNumber(token);
  if (token.kind === "mark") return "-+•*".includes(token.text) && beginsTime(list, at + 1);
  if (!STARTS_TIME.has(token.key)) return false;
  return token.text[0] !== token.low[0];
}

/** Words that may only follow "và" as a second deadline, never as a part of an event's name. */
function isSecondDeadline(list: readonly Token[], at: number): boolean {
  const token = list[at];
  return (
    ((is(token, "hàng", "hang") || is(token, "hằng", "hang")) &&
      frequencyOf(list[at + 1]) !== null) ||
    (is(token, "thường", "thuong") && hasKey(list[at + 1], "xuyen")) ||
    (is(token, "định", "dinh") && hasKey(list[at + 1], "ky")) ||
    (is(token, "chậm", "cham") && hasKey(list[at + 1], "nhat")) ||
    (is(token, "trước", "truoc") && list[at + 1]?.key !== "khi")
  );
}

/**
 * The end of an event's words: a comma, a semicolon, the end of a sentence or bracket, or a new line that
 * begins a time. Document codes are stepped over as a whole.
 */
export function eventEnd(list: readonly Token[], at: number, stopAtTo: boolean): number {
  let next = at;
  for (;;) {
    const token = list[next];
    if (!token) return next;
    if (next > at && token.line && beginsTime(list, next)) return next;
    if (token.kind === "mark") {
      if (";,()".includes(token.text)) return next;
      if (token.text === ".") {
        const after = list[next + 1];
        if (!after || after.line) return next;
        const previous = list[next - 1];
        const short =
          previous?.kind === "word" &&
          previous.text.length <= 2 &&
          previous.text === previous.text.toUpperCase();
        if (after.space && !short && after.text[0] !== after.low[0]) return next;
      }
    }
    const paper = readDocument(list, next);
    if (paper) {
      next = paper.end;
      continue;
    }
    if (is(token, "và", "va") && isSecondDeadline(list, next + 1)) return next;
    if (stopAtTo && is(token, "đến", "den") && beginsCalendar(list, next + 1)) return next;
    next += 1;
  }
}

/** A calendar time after "đến", not another event ("đến khi hoàn thành"). */
function beginsCalendar(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (hasKey(token, "het", "cuoi", "ngay", "truoc")) return beginsCalendar(list, at + 1);
  if (token?.kind === "number") return isMark(list[at + 1], "/.-") || isYearNumber(token);
  const after = list[at + 1];
  return (
    (isMonthWord(token) && after?.kind === "number") ||
    (isQuarterWord(token) && (after?.kind === "number" || romanValue(after) > 0)) ||
    hasKey(token, "nam")
  );
}

/**
 * Does a stretch of words hold a date finer than a year that belongs to no document?
 * Such a date may be the event's or the deadline: only the officer knows.
 */
export function hasDateInside(list: readonly Token[], first: number, end: number): boolean {
  let next = first;
  let named = false;
  while (next < end) {
    const paper = readDocument(list, next);
    if (paper) {
      named = true;
      next = paper.end;
      continue;
    }
    named ||= isPaperAt(list, next);
    const token = list[next];
    if (named && isDayWord(token) && !introduces(list[next - 1])) {
      const own = fullDateEnd(list, next + 1);
      if (own > 0) {
        next = own;
        continue;
      }
    }
    if (token?.kind === "number") {
      const stroke = isMark(list[next + 1], "/.-") && list[next + 2]?.kind === "number";
      const years = isYearNumber(token) && isYearNumber(list[next + 2]);
      if (stroke && next + 2 < end && !years) return true;
    }
    const after = next + 1 < end ? list[next + 1] : undefined;
    if (isMonthWord(token) && after?.kind === "number") return true;
    if (isQuarterWord(token) && (after?.kind === "number" || romanValue(after) > 0)) return true;
    next += 1;
  }
  return false;
}

/** "trước", "đến", "sau": the date after it is a deadline, not the date of a paper. */
function introduces(token: Token | undefined): boolean {
  return hasKey(token, "truoc", "den", "toi", "sau", "nhat", "het", "vao", "tu", "qua");
}

/** The end of d/m/yyyy at this place, and 0 when none stands here. */
function fullDateEnd(list: readonly Token[], at: number): number {
  const strokes = isMark(list[at + 1], "/.-") && isMark(list[at + 3], "/.-");
  return list[at]?.kind === "number" && strokes && isYearNumber(list[at + 4]) ? at + 5 : 0;
}
