import { item, type Item } from "../items";
import {
  hasKey,
  is,
  isDayWord,
  isMark,
  isMonthWord,
  isWeekWord,
  isYearWord,
  countAt,
} from "../vocabulary";
import type { Token } from "../tokens";
import { eventEnd, hasDateInside } from "./events";

/** "10 ngày làm việc sau khi …", "không quá 30 ngày kể từ ngày …", "100 ngày": so long after something. */
export function readRelative(list: readonly Token[], at: number): Item | null {
  const number = countAt(list, at);
  if (!number || number.value < 1) return null;
  const token = list[number.next];
  let next = number.next + 1;
  let unit: "day" | "working-day" | "week" | "month" | "year" | null;
  if (isDayWord(token)) {
    unit = "day";
    if (is(list[next], "làm", "lam") && is(list[next + 1], "việc", "viec")) {
      unit = "working-day";
      next += 2;
    }
  } else if (isWeekWord(token)) unit = "week";
  else if (isMonthWord(token)) unit = "month";
  else if (isYearWord(token) && list[next]?.kind !== "number") unit = "year";
  else if (is(token, "giờ", "gio")) unit = null;
  else return null;
  const after = list[next];
  if (after?.kind === "number" && !after.line) return null;
  if (isMark(after, "/")) return null;
  if (hasKey(after, "dau", "cuoi", "lan", "hang", "moi", "nay")) return null;
  if (is(after, "một", "mot") && hasKey(list[next + 1], "lan")) return null;
  const event = eventFrom(list, next);
  if (!event && unit === null) return null;
  const end = event?.end ?? next;
  return item(at, end, {
    type: "relative",
    count: number.value,
    unit,
    event: event
      ? list
          .slice(event.first, end)
          .map((word) => (word.space ? " " : "") + word.text)
          .join("")
          .trim()
      : "",
    direction: event?.before ? "before" : "after",
    dates: event ? hasDateInside(list, event.first, end) : false,
  });
}

function eventFrom(
  list: readonly Token[],
  at: number,
): { readonly first: number; readonly end: number; readonly before: boolean } | null {
  const first = isMark(list[at], ",") ? at + 1 : at;
  const token = list[first];
  const after =
    (is(token, "kể", "ke") && hasKey(list[first + 1], "tu")) ||
    (is(token, "tính", "tinh") && hasKey(list[first + 1], "tu", "den")) ||
    is(token, "sau", "sau") ||
    is(token, "từ", "tu") ||
    is(token, "khi", "khi");
  const before = is(token, "trước", "truoc");
  return after || before ? { first, end: eventEnd(list, first + 1, false), before } : null;
}
