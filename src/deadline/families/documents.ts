import { item, type Item } from "../items";
import {
  hasKey,
  is,
  isDayWord,
  isMark,
  isMonthWord,
  isYearNumber,
  isYearWord,
} from "../vocabulary";
import type { Token } from "../tokens";

/** Kinds of documents and what is numbered like one, in two words without accents. */
const PAPERS: ReadonlySet<string> = new Set([
  "ke hoach",
  "quyet dinh",
  "nghi quyet",
  "nghi dinh",
  "cong van",
  "thong bao",
  "thong tu",
  "chi thi",
  "van ban",
  "chuong trinh",
  "bao cao",
  "ket luan",
  "to trinh",
  "huong dan",
  "cong dien",
  "de an",
  "du toan",
  "nhiem vu",
  "quy dinh",
  "giay moi",
  "phieu trinh",
  "y kien",
]);

/** The first words, without accents, of what `readDocument` knows besides codes. */
export const PAPER_BEGINS = [
  ..."so qd kh nq cv tb ct dieu khoan muc phu bang diem mau luat".split(" "),
  ...[...PAPERS].map((paper) => paper.split(" ", 1)[0] ?? ""),
].join(" ");
const BEGINS: ReadonlySet<string> = new Set(PAPER_BEGINS.split(" "));
const PAPER_FIRSTS: ReadonlySet<string> = new Set(
  [...PAPERS].map((paper) => paper.split(" ", 1)[0] ?? ""),
);

/** Marks of document kinds in a number ("12/KH-UBND", "57-NQ/TW"). */
const CODES: ReadonlySet<string> = new Set(
  (
    "qd kh nq ct tb bc cv ttr nd tt ubnd vp hd da ctr kl qh tw bnv snv vpcp ttg cp bql hdnd tu bch bkhcn bkhdt " +
    "btc gm pt bb qc cd ctg btttt bgddt byt bct bxd bnnmt stttt skhcn stc syt tctt tccb bcd ttl gd lct l pl nqlt ttlt sl stp"
  ).split(" "),
);

/** The end of a document's code that begins with this number, and 0 when it is no code. */
function codeEnd(list: readonly Token[], at: number): number {
  const number = list[at];
  if (number?.kind !== "number") return 0;
  let next = at + 1;
  if (isMark(list[next], "/") && isYearNumber(list[next + 1])) next += 2;
  if (!isMark(list[next], "/-") || list[next + 1]?.kind !== "word") return 0;
  if (!CODES.has(list[next + 1]?.key ?? "")) return 0;
  next += 2;
  while (isMark(list[next], "-/&.") && list[next + 1]?.kind === "word" && !list[next + 1]?.space)
    next += 2;
  if (list[next]?.kind === "number" && !list[next]?.space) next += 1;
  return next;
}

/** "ngày 5/3/2024", "ngày 5 tháng 3 năm 2024", "năm 2024" right after a document's number: its own date. */
function ownDateEnd(list: readonly Token[], at: number): number {
  let next = isMark(list[at], ",") && isDayWord(list[at + 1]) ? at + 1 : at;
  if (isYearWord(list[next]) && isYearNumber(list[next + 1])) return next + 2;
  if (!isDayWord(list[next]) || list[next + 1]?.kind !== "number") return at;
  next += 2;
  for (;;) {
    if (isMark(list[next], "/.-") && list[next + 1]?.kind === "number") next += 2;
    else if (
      (isMonthWord(list[next]) || isYearWord(list[next])) &&
      list[next + 1]?.kind === "number"
    )
      next += 2;
    else return next;
  }
}

/** Does the name of a kind of paper stand here ("Kế hoạch", "Quyết định")? */
export function isPaperAt(list: readonly Token[], at: number): boolean {
  const first = list[at]?.key ?? "";
  return PAPER_FIRSTS.has(first) && PAPERS.has(`${first} ${list[at + 1]?.key ?? ""}`);
}

/** "Quyết định số 13/2026/QĐ-UBND ngày 5/3/2024", "Nghị quyết 57-NQ/TW", "Công văn số 12", "Điều 5", "Luật … 2024". */
export function readDocument(list: readonly Token[], at: number): Item | null {
  const token = list[at];
  if (token?.kind === "number") {
    const code = codeEnd(list, at);
    return code > 0 ? document(list, at, code) : null;
  }
  if (!BEGINS.has(token?.key ?? "")) return null;
  if (is(list[at], "số", "so") || hasKey(list[at], "qd", "kh", "nq", "cv", "tb", "ct")) {
    const start = isMark(list[at + 1], ":") ? at + 2 : at + 1;
    const number = list[start];
    if (
      number?.kind !== "number" ||
      isYearNumber(number) ||
      (hasKey(list[start + 1], "ngay") &&
        isDayWord(list[start + 1]) &&
        list[start + 2]?.kind !== "number")
    )
      return null;
    const full = codeEnd(list, start);
    if (full > 0) return document(list, at, full);
    if (isMark(list[start + 1], "/-.") && list[start + 2]?.kind === "number") return null;
    return document(list, at, start + 1);
  }
  if (hasKey(list[at], "dieu", "khoan", "muc", "phu", "bang", "diem", "mau")) {
    const start = hasKey(list[at + 1], "luc", "so") ? at + 2 : at + 1;
    const number = list[start];
    if (number?.kind !== "number" || isMark(list[start + 1], "/")) return null;
    return item(at, start + 1, { type: "quantity" });
  }
  if (isPaperAt(list, at)) {
    const start = is(list[at + 2], "số", "so") ? at + 3 : at + 2;
    const full = codeEnd(list, start);
    if (full > 0) return document(list, at, full);
    const number = list[start];
    if (start === at + 3 && number?.kind === "number" && !isMark(list[start + 1], "/-"))
      return document(list, at, start + 1);
    return null;
  }
  if (is(list[at], "luật", "luat")) {
    for (let next = at + 1; next < Math.min(list.length, at + 10); next += 1) {
      const token = list[next];
      if (!token || token.kind === "mark") return null;
      if (isYearNumber(token))
        return isMark(list[next + 1], "/") ? null : item(at, next + 1, { type: "quantity" });
    }
  }
  return null;
}

function document(list: readonly Token[], first: number, end: number): Item {
  return item(first, ownDateEnd(list, end), { type: "quantity" });
}

/**
 * May a time at this place describe the paper named just before it ("kế hoạch năm 2026", "báo cáo quý I",
 * "Công văn ngày 5/3/2024", "nhiệm vụ của năm 2026") instead of giving the deadline?
 */
export function describesPaper(list: readonly Token[], at: number, yearOnly: boolean): boolean {
  if (is(list[at - 1], "của", "cua")) return true;
  if (isPaperAt(list, at - 2)) return true;
  const reach = yearOnly ? 5 : 4;
  for (let back = 2; back <= reach; back += 1) {
    const between = list[at - back + 1];
    if (!between || between.kind !== "word" || between.line) return false;
    if (isPaperAt(list, at - back - 1) && (yearOnly || hasKey(list[at - back - 1], "bao")))
      return true;
  }
  return false;
}
