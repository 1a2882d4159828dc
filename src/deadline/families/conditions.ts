import { item, type Item } from "../items";
import {
  frequencyOf,
  hasKey,
  is,
  isDayWord,
  isMark,
  isMonthWord,
  isQuarterWord,
  isYearWord,
  numberAt,
} from "../vocabulary";
import type { Token } from "../tokens";
import { eventEnd, hasDateInside } from "./events";

/** Does a calendar time stand here (after "trước", "sau", "từ")? Then it is no event. */
function isCalendar(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (!token || token.kind !== "word") return true;
  if (isDayWord(token))
    return list[at + 1]?.kind === "number" || hasKey(list[at + 1], "mong", "mung", "cuoi", "dau");
  if (isMonthWord(token) || isQuarterWord(token) || isYearWord(token)) return true;
  if (hasKey(token, "cuoi", "dau", "giua", "het", "trong", "q", "t")) return true;
  if (is(token, "nay", "nay") || is(token, "đó", "do")) return true;
  if (is(token, "thứ", "thu") || (is(token, "chủ", "chu") && hasKey(list[at + 1], "nhat")))
    return true;
  if (hasKey(token, "thoi") && hasKey(list[at + 1], "diem") && list[at + 2]?.kind === "number")
    return true;
  if (hasKey(token, "giai") && hasKey(list[at + 1], "doan")) return true;
  const number = numberAt(list, at);
  return number !== null && frequencyOf(list[number.next]) !== null;
}

/** Where the words of a condition begin to run, after its first words; 0 when none begins here. */
function conditionStart(list: readonly Token[], at: number): number {
  const token = list[at];
  const after = list[at + 1];
  if (is(token, "khi", "khi") || is(token, "nếu", "neu")) return at + 1;
  if (is(token, "theo", "theo") && hasKey(after, "doi", "duoi")) return 0;
  if (is(token, "theo", "theo") || is(token, "tùy", "tuy") || is(token, "tuỳ", "tuy"))
    return at + 1;
  if (is(token, "ngay", "ngay") && hasKey(after, "sau", "khi")) return at + 2;
  if (is(token, "phụ", "phu") && hasKey(after, "thuoc")) return at + 2;
  if (is(token, "căn", "can") && is(after, "cứ", "cu")) return at + 2;
  if (is(token, "đột", "dot") && is(after, "xuất", "xuat")) return at + 2;
  if (is(token, "phát", "phat") && is(after, "sinh", "sinh")) return at + 2;
  if ((is(token, "kỳ", "ky") || is(token, "phiên", "phien")) && is(after, "họp", "hop"))
    return at + 2;
  if (is(token, "đồng", "dong") && is(after, "thời", "thoi") && hasKey(list[at + 2], "voi"))
    return at + 3;
  if (is(token, "trong", "trong") && is(after, "quá", "qua") && is(list[at + 2], "trình", "trinh"))
    return at + 3;
  const eventful = is(token, "sau", "sau") || is(token, "từ", "tu") || is(token, "trước", "truoc");
  if (eventful && after && after.kind === "word" && !isCalendar(list, at + 1)) return at + 1;
  if ((is(token, "đến", "den") || is(token, "tới", "toi")) && hasKey(after, "khi")) return at + 2;
  if (
    (is(token, "kể", "ke") || is(token, "tính", "tinh")) &&
    hasKey(after, "tu") &&
    !isCalendar(list, at + 2)
  ) {
    return at + 2;
  }
  return 0;
}

/** "Khi có yêu cầu", "Theo kế hoạch", "Sau khi … ban hành", "Đột xuất", "Kỳ họp cuối năm": no day can be known. */
export function readCondition(list: readonly Token[], at: number): Item | null {
  const start = conditionStart(list, at);
  if (start === 0) return null;
  const open = is(list[at], "từ", "tu") || is(list[at], "kể", "ke") || is(list[at], "tính", "tinh");
  let end = eventEnd(list, start, open);
  // An event without an end of its own may go on "trở đi", which is part of it.
  if (end < start) end = start;
  const feast =
    (is(list[at], "trước", "truoc") && is(list[at + 1], "tết", "tet")) ||
    (is(list[at], "trước", "truoc") && hasKey(list[at + 1], "tet"));
  return item(at, end, { type: "condition", dates: feast || hasDateInside(list, start, end) });
}

const DECIDES: ReadonlySet<string> = new Set(["dua", "ban", "thong", "phe", "co", "giao", "trien"]);
const PAPERS: readonly (readonly [string, string])[] = [
  ["ke", "hoach"],
  ["chuong", "trinh"],
  ["van", "ban"],
  ["huong", "dan"],
  ["quyet", "dinh"],
  ["nghi", "quyet"],
];
const BODIES: ReadonlySet<string> = new Set([
  "so",
  "ubnd",
  "hdnd",
  "bo",
  "ban",
  "tinh",
  "trung",
  "chinh",
  "thu",
]);

/** A whole cell such as "Sở KHCN đưa ra kế hoạch": it waits for another body's paper. */
export function isOthersPaper(list: readonly Token[]): boolean {
  if (list.length < 4 || list.length > 10 || !BODIES.has(list[0]?.key ?? "")) return false;
  const before = list.at(-2)?.key;
  const last = list.at(-1)?.key;
  if (!PAPERS.some(([one, two]) => one === before && two === last)) return false;
  return (
    list.slice(1, -2).some((token) => DECIDES.has(token.key)) &&
    list.every((token) => token.kind === "word" && !isMark(token, ","))
  );
}
