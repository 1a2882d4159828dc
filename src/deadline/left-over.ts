import type { Item } from "./items";
import { wordsOf, type Token, type Tokens } from "./tokens";

/** Words that turn, move or withdraw a date: with one of them left over, the reading is not safe. */
const TURNING: ReadonlySet<string> = new Set([
  "ngày",
  "tháng",
  "quý",
  "quí",
  "tuần",
  "năm",
  "trước",
  "sau",
  "hạn",
  "không",
  "chưa",
  "đã",
  "trừ",
  "hủy",
  "huỷ",
  "dừng",
  "lùi",
  "dời",
  "thay",
  "âm",
  "tết",
  "nếu",
  "cuối",
  "đầu",
  "giữa",
  "học",
  "chuyển",
  "ngay",
  "thang",
]);
const TURNING_PAIRS: ReadonlySet<string> = new Set(["điều chỉnh", "gia hạn", "nhiệm kỳ"]);

/** Words after which one of the words above is only a part of a name or a set phrase. */
const HARMLESS_PAIRS: ReadonlySet<string> = new Set([
  "học sinh",
  "học viên",
  "khoa học",
  "đại học",
  "trường học",
  "y học",
  "học tập",
  "bước đầu",
  "đầu tư",
  "đầu ra",
  "đầu vào",
  "đầu mối",
  "không gian",
  "không khí",
  "chuyển đổi",
  "chuyển giao",
  "đứng đầu",
  "thay mặt",
  "đã được",
  "âm thanh",
  "hàng không",
  "quyền hạn",
  "giới hạn",
  "chức năng",
  "việt nam",
]);

export interface LeftOver {
  /** The words in runs, as written. */
  readonly words: readonly string[];
  /** One of them could change the meaning. */
  readonly turning: boolean;
  /** Any word at all (not only marks). */
  readonly any: boolean;
}

/** A prefix with no time after it is left over too ("trước", "sau", "từ" alone). */
function isIdle(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next < items.length && next < at + 8; next += 1) {
    const type = items[next]?.type;
    if (type === "hour") return false;
    if (type === "prefix" || type === "harmless" || type === "quantity" || type === "to") continue;
    if (type === "other" || type === "stop" || type === "list" || type === "dash") return true;
    return false;
  }
  return true;
}

/** The words that no family understood, in runs; `also` names further kinds of items to show. */
export function leftOverOf(
  tokens: Tokens,
  list: readonly Token[],
  items: readonly Item[],
  also: ReadonlySet<Item["type"]>,
): LeftOver {
  const words: string[] = [];
  let turning = false;
  let any = false;
  let first = -1;
  let end = -1;
  for (let place = 0; place < items.length; place += 1) {
    const found = items[place];
    if (!found) continue;
    const idle = found.type === "prefix" && isIdle(items, place);
    if (idle && found.prefix !== "by" && found.prefix !== "within") turning = true;
    if (found.type === "other" || idle || also.has(found.type)) {
      if (first < 0) first = found.first;
      end = found.end;
      any ||= list[found.first]?.kind !== "mark";
      if (found.type === "other" && isTurning(list, found.first)) turning = true;
      continue;
    }
    // Harmless words that follow such words, and a small joint between two of them, belong to the run.
    const joint = found.type === "list" || found.type === "to" || found.type === "dash";
    const within = joint && items[place + 1]?.type === "other";
    if (first >= 0 && (within || found.type === "harmless" || found.type === "quantity")) {
      end = found.end;
      continue;
    }
    if (first >= 0) words.push(wordsOf(list, tokens, first, end));
    first = -1;
  }
  if (first >= 0) words.push(wordsOf(list, tokens, first, end));
  return { words, turning, any };
}

function isTurning(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (!token) return false;
  if (token.kind === "number") return true;
  if (token.kind === "mark") return "?/\\=<>".includes(token.text);
  const before = list[at - 1];
  const after = list[at + 1];
  if (TURNING_PAIRS.has(`${token.low} ${after?.low ?? ""}`)) return true;
  if (!TURNING.has(token.low) || isNamed(token, after)) return false;
  return (
    !HARMLESS_PAIRS.has(`${before?.low ?? ""} ${token.low}`) &&
    !HARMLESS_PAIRS.has(`${token.low} ${after?.low ?? ""}`)
  );
}

/** "Tháng Thanh niên", "Năm An toàn giao thông": a name; a day or a week with a name is a time of its own. */
function isNamed(token: Token, after: Token | undefined): boolean {
  if ((token.low !== "tháng" && token.low !== "năm") || after?.kind !== "word") return false;
  return (
    after.text.length > 1 && after.text.slice(1) === after.low.slice(1) && after.text !== after.low
  );
}
