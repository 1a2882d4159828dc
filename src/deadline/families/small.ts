import { item, type Item } from "../items";
import {
  frequencyOf,
  hasKey,
  is,
  isDayWord,
  isMark,
  isYearNumber,
  isYearWord,
} from "../vocabulary";
import type { Token } from "../tokens";

/** "trước", "chậm nhất", "trong", "từ", "sau" and their like, with what they commonly carry. */
export function readPrefix(list: readonly Token[], at: number): Item | null {
  const token = list[at];
  const after = list[at + 1];
  if (is(token, "trước", "truoc")) return prefix(list, at, at + 1, "before");
  if ((is(token, "chậm", "cham") || is(token, "muộn", "muon")) && hasKey(after, "nhat")) {
    return prefix(list, at, hasKey(list[at + 2], "la", "vao") ? at + 3 : at + 2, "by");
  }
  if (is(token, "không", "khong") && hasKey(after, "qua", "muon", "cham", "tre", "vuot")) {
    return prefix(list, at, hasKey(list[at + 2], "hon", "qua") ? at + 3 : at + 2, "by");
  }
  if (is(token, "tối", "toi") && hasKey(after, "da")) return prefix(list, at, at + 2, "within");
  if (is(token, "trong", "trong")) {
    if (hasKey(after, "vong")) return prefix(list, at, at + 2, "within");
    if (hasKey(after, "thoi") && hasKey(list[at + 2], "han", "gian"))
      return prefix(list, at, at + 3, "within");
    return prefix(list, at, at + 1, "within");
  }
  if (is(token, "vào", "vao")) return prefix(list, at, at + 1, "within");
  if (is(token, "hết", "het")) return prefix(list, at, at + 1, "by");
  if (is(token, "kể", "ke") && hasKey(after, "tu")) return prefix(list, at, at + 2, "from");
  if (is(token, "tính", "tinh") && hasKey(after, "tu")) return prefix(list, at, at + 2, "from");
  if (is(token, "từ", "tu")) return prefix(list, at, at + 1, "from");
  if (is(token, "bắt", "bat") && is(after, "đầu", "dau") && !is(list[at + 2], "từ", "tu")) {
    return prefix(list, at, at + 2, "from");
  }
  if (is(token, "sau", "sau")) return prefix(list, at, at + 1, "after");
  return null;
}

function prefix(
  list: readonly Token[],
  first: number,
  end: number,
  kind: "before" | "by" | "within" | "from" | "after",
): Item {
  let next = end;
  // "thời điểm 30/6", and "ngày" before a month or year ("trước ngày tháng 6" is a slip).
  if (hasKey(list[next], "thoi") && hasKey(list[next + 1], "diem")) next += 2;
  return item(first, next, { type: "prefix", prefix: kind });
}

/** Joints between times: "đến", "-", ",", "và", ";", the end of a sentence. */
export function readConnector(list: readonly Token[], at: number): Item | null {
  const token = list[at];
  if (!token) return null;
  if (token.kind === "mark") {
    if (token.text === "-" || token.text === "~" || token.text === "→")
      return item(at, at + 1, { type: "dash" });
    if (",/&+".includes(token.text)) return item(at, at + 1, { type: "list", or: false });
    if (token.text === ";") return item(at, at + 1, { type: "stop", lists: true });
    if (token.text === "." || token.text === ":") return item(at, at + 1, { type: "stop" });
    if ("•*\"'“”‘’…!_|[]{}".includes(token.text)) return item(at, at + 1, { type: "stop" });
    return null;
  }
  if (is(token, "đến", "den") || is(token, "tới", "toi")) {
    return item(at, hasKey(list[at + 1], "het") ? at + 2 : at + 1, { type: "to" });
  }
  if (is(token, "cho", "cho") && is(list[at + 1], "đến", "den")) {
    return item(at, hasKey(list[at + 2], "het") ? at + 3 : at + 2, { type: "to" });
  }
  if (is(token, "và", "va")) return item(at, at + 1, { type: "list", or: false });
  if (is(token, "hoặc", "hoac") || is(token, "hay", "hay")) {
    return item(at, at + 1, { type: "list", or: true });
  }
  return null;
}

/** "Thường xuyên", "thường xuyên trong năm 2026", "liên tục", "lâu dài", "quanh năm". */
export function readOngoing(list: readonly Token[], at: number): Item | null {
  const token = list[at];
  const after = list[at + 1];
  const found =
    (is(token, "thường", "thuong") && is(after, "xuyên", "xuyen")) ||
    (is(token, "liên", "lien") && is(after, "tục", "tuc")) ||
    (is(token, "lâu", "lau") && is(after, "dài", "dai")) ||
    (is(token, "quanh", "quanh") && isYearWord(after)) ||
    (is(token, "xuyên", "xuyen") && is(after, "suốt", "suot"));
  let next = found ? at + 2 : afterShortOngoing(list, at);
  if (next < 0) return null;
  if (
    is(list[next], "trong", "trong") ||
    is(list[next], "cả", "ca") ||
    is(list[next], "suốt", "suot")
  ) {
    let place = next + 1;
    if (is(list[place], "cả", "ca") || is(list[place], "suốt", "suot")) place += 1;
    if (isYearWord(list[place]) && !hasKey(list[place + 1], "hoc")) {
      place += 1;
      next = isYearNumber(list[place]) || is(list[place], "nay", "nay") ? place + 1 : place;
    }
  }
  return item(at, next, { type: "ongoing" });
}

/** The place after "TX", "T/xuyên", "Th.xuyên", or -1; two letters mean it only when they stand alone in the cell. */
function afterShortOngoing(list: readonly Token[], at: number): number {
  if (hasKey(list[at], "tx")) return list.length === 1 ? 1 : -1;
  if (!hasKey(list[at], "t", "th")) return -1;
  const next = isMark(list[at + 1], "./") ? at + 2 : at + 1;
  return is(list[next], "xuyên", "xuyen") ? next + 1 : -1;
}

/** "Chưa xác định", "Không có thời hạn", "-": there is no deadline yet. */
export function readNone(list: readonly Token[], at: number): Item | null {
  const token = list[at];
  const after = list[at + 1];
  if (is(token, "chưa", "chua")) {
    return hasKey(after, "xac", "co", "ro", "de", "quy", "dat", "giao", "thong", "an")
      ? item(at, Math.min(list.length, at + 3), { type: "none" })
      : null;
  }
  if (is(token, "không", "khong")) {
    if (hasKey(after, "xac", "thoi", "quy", "gioi", "han", "ap")) {
      return item(at, Math.min(list.length, at + 3), { type: "none" });
    }
    if (hasKey(after, "co") && (!list[at + 2] || hasKey(list[at + 2], "thoi", "han"))) {
      return item(at, Math.min(list.length, at + 4), { type: "none" });
    }
    return list.length === 1 ? item(at, at + 1, { type: "none" }) : null;
  }
  return null;
}

/** "17h00 ngày", "trước 15 giờ 30": an hour of the day. */
export function readHour(list: readonly Token[], at: number): Item | null {
  const number = list[at];
  if (number?.kind !== "number" || number.value > 24) return null;
  const token = list[at + 1];
  const long = is(token, "giờ", "gio");
  if (!long && !hasKey(token, "h", "g")) return null;
  let next = at + 2;
  if (list[next]?.kind === "number" && !isMark(list[next + 1], "/.-")) {
    next += 1;
    if (hasKey(list[next], "phut", "p")) next += 1;
  }
  // "24 giờ kể từ khi …" is a length of time.
  if (long && next === at + 2 && !isDayWord(list[next]) && list[next]?.kind === "word") return null;
  if (isMark(list[next], ",") && isDayWord(list[next + 1])) next += 1;
  return item(at, next, { type: "hour" });
}

/** Numbers that count things: "80%", "02 lớp", "Đợt 1:", "lần thứ 2". */
export function readQuantity(list: readonly Token[], at: number): Item | null {
  const token = list[at];
  if (!token) return null;
  if (token.kind === "word") {
    const label = hasKey(
      token,
      "dot",
      "lan",
      "buoc",
      "giai",
      "khoa",
      "phan",
      "nhom",
      "goi",
      "pha",
      "muc",
    );
    if (!label) return null;
    let next = hasKey(list[at + 1], "thu", "doan") ? at + 2 : at + 1;
    const number = list[next];
    if (number?.kind !== "number" && !/^(i{1,3}|iv|v|vi{0,3})$/.test(number?.low ?? ""))
      return null;
    if (number?.kind === "number" && (number.value > 30 || isMark(list[next + 1], "/")))
      return null;
    next += 1;
    return item(at, next, { type: "quantity" });
  }
  if (token.kind !== "number") return null;
  let next = at + 1;
  if (isMark(list[next], ".,") && list[next + 1]?.kind === "number" && !list[next + 1]?.space)
    next += 2;
  if (isMark(list[next], "%")) return item(at, next + 1, { type: "quantity" });
  // A list number at the head of a line: "1. Quý II", "2) Tháng 6".
  const head = at === 0 || token.line;
  if (head && token.text.length <= 2 && isMark(list[at + 1], ".)") && list[at + 2]?.space) {
    return item(at, at + 2, { type: "stop" });
  }
  if (token.text.length > 3 || next !== at + 1) return null;
  const noun = list[next];
  if (noun?.kind !== "word" || noun.line || frequencyOf(noun) || isMark(list[at - 1], "/.-"))
    return null;
  return MEASURES.has(noun.key) ? item(at, next + 1, { type: "quantity" }) : null;
}

const MEASURES: ReadonlySet<string> = new Set(
  (
    "tin bai lop hoi cuoc van luot nguoi ban bo nhiem ho don xa so phong co tai to cau lan du mo doan truong " +
    "ke bao thu de chuyen san phim video tram mau sach buoi kenh chuong can dot lan"
  ).split(" "),
);

/** Words that add nothing to a time: "hoàn thành", "dự kiến", "thời gian thực hiện". */
export function readFiller(list: readonly Token[], at: number): Item | null {
  const token = list[at];
  const pair = `${token?.key ?? ""} ${list[at + 1]?.key ?? ""}`;
  if (PAIRS.has(pair)) return item(at, at + 2, { type: "harmless" });
  if (
    is(token, "xong", "xong") ||
    is(token, "khoảng", "khoang") ||
    is(token, "deadline", "deadline")
  ) {
    return item(at, at + 1, { type: "harmless" });
  }
  if (is(token, "sau", "sau") && is(list[at + 1], "đó", "do"))
    return item(at, at + 2, { type: "harmless" });
  if (is(token, "từ", "tu") && is(list[at + 1], "nay", "nay"))
    return item(at, at + 2, { type: "harmless" });
  if (
    is(token, "đề", "de") &&
    hasKey(list[at + 1], "xuat") &&
    hasKey(list[at + 2], "han") &&
    hasKey(list[at + 3], "la")
  ) {
    return item(at, at + 4, { type: "harmless" });
  }
  return null;
}

const PAIRS: ReadonlySet<string> = new Set([
  "hoan thanh",
  "hoan tat",
  "thuc hien",
  "du kien",
  "thoi gian",
  "thoi han",
  "han chot",
  "han cuoi",
  "thoi diem",
  "tien do",
  "nhiem vu",
  "dinh ky",
  "bat dau",
  "ket thuc",
  "trien khai",
]);
