import type { Token } from "./tokens";
import type { Frequency } from "./types";

/**
 * Is the token this word? `word` is written with its accents; a token without any accent is taken as
 * the same word typed bare ("thang"), one with other accents is another word ("ngay" is not "ngày"
 * when `strict`, since bare "ngay" means "at once").
 */
export function is(token: Token | undefined, word: string, key: string, strict = false): boolean {
  if (!token || token.key !== key) return false;
  if (token.low === word) return true;
  return !strict && token.low === key;
}

export function hasKey(token: Token | undefined, ...keys: readonly string[]): boolean {
  return token !== undefined && token.kind === "word" && keys.includes(token.key);
}

export function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.kind === "mark" && marks.includes(token.text);
}

/** "tháng" with any slip of its tone, but not "thắng" or "thẳng". */
export function isMonthWord(token: Token | undefined): boolean {
  return hasKey(token, "thang") && token?.low !== "thắng" && token?.low !== "thẳng";
}

/** "quý" with the slips of its tone and of i/y; "quỹ" (a fund) and "quỷ" are other words. */
export function isQuarterWord(token: Token | undefined): boolean {
  return token !== undefined && QUARTER_WORDS.has(token.low);
}

const QUARTER_WORDS: ReadonlySet<string> = new Set(["quý", "quí", "qúy", "qúi", "quy", "qui"]);

export function isYearWord(token: Token | undefined): boolean {
  // "Nam" is the south and part of many names; "nam" alone is a slip for "năm".
  return is(token, "năm", "nam") && (token?.low === "năm" || token?.plain || token?.text === "nam");
}

export function isDayWord(token: Token | undefined): boolean {
  return is(token, "ngày", "ngay");
}

export function isWeekWord(token: Token | undefined): boolean {
  return is(token, "tuần", "tuan");
}

/** The unit that a bare word names: "tháng" → "month". */
export function frequencyOf(token: Token | undefined): Frequency | null {
  if (!token || token.kind !== "word") return null;
  if (isMonthWord(token)) return "month";
  if (isQuarterWord(token)) return "quarter";
  if (isYearWord(token)) return "year";
  if (isWeekWord(token)) return "week";
  return isDayWord(token) ? "day" : null;
}

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  l: 1,
  il: 2,
  li: 2,
  ll: 2,
  iil: 3,
  ili: 3,
  lii: 3,
  ill: 3,
  lil: 3,
  lli: 3,
  lll: 3,
  lv: 4,
};

/** A Roman number I–IV (also typed with the letter l); 0 for anything else. */
export function romanValue(token: Token | undefined): number {
  return token?.kind === "word" && token.low.length <= 3 ? (ROMAN[token.low] ?? 0) : 0;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const EXACT: Readonly<Record<string, readonly string[]>> = {
  mot: ["một", "mốt"],
  hai: ["hai"],
  ba: ["ba"],
  bon: ["bốn"],
  tu: ["tư"],
  sau: ["sáu"],
  bay: ["bảy", "bẩy"],
  tam: ["tám"],
  chin: ["chín"],
  muoi: ["mười"],
};

/** A number in digits or in words up to "mười hai"; null when there is none. `next` is the token after it. */
export function numberAt(
  list: readonly Token[],
  at: number,
): { readonly value: number; readonly next: number; readonly digits: boolean } | null {
  const token = list[at];
  if (!token) return null;
  if (token.kind === "number") {
    return Number.isNaN(token.value) ? null : { value: token.value, next: at + 1, digits: true };
  }
  const value = wordValue(token);
  if (value === 0) return null;
  if (value === 10) {
    const unit = wordValue(list[at + 1]);
    if (unit >= 1 && unit <= 2) return { value: 10 + unit, next: at + 2, digits: false };
    if (is(list[at + 1], "lăm", "lam")) return { value: 15, next: at + 2, digits: false };
  }
  return { value, next: at + 1, digits: false };
}

/** A number that counts something: "tư" (4th) never does, nor a number in words before a bare "nam" or "ngay". */
export function countAt(
  list: readonly Token[],
  at: number,
): { readonly value: number; readonly next: number; readonly digits: boolean } | null {
  const number = numberAt(list, at);
  if (!number || number.digits) return number;
  const unit = list[number.next];
  return list[at]?.key === "tu" || unit?.low === unit?.key ? null : number;
}

function wordValue(token: Token | undefined): number {
  if (!token || token.kind !== "word") return 0;
  if (token.low === "năm") return 5;
  const value = NUMBER_WORDS[token.key] ?? 0;
  if (value === 0) return 0;
  const bare = token.low === token.key && token.key !== "sau" && token.key !== "tu";
  return bare || EXACT[token.key]?.includes(token.low) ? value : 0;
}

/** A year in four digits, 1990–2100. */
export function isYearNumber(token: Token | undefined): boolean {
  return (
    token?.kind === "number" &&
    token.text.length === 4 &&
    token.value >= 1990 &&
    token.value <= 2100
  );
}

/**
 * The year that follows a month or quarter: "/2026", "/ 2026", "năm 2026", "/năm 2026", "-2026", " 2026",
 * "//2026", "/26". Null when none does; "broken" when something like a year follows that is none.
 */
export function yearAfter(
  list: readonly Token[],
  at: number,
): { readonly year: number; readonly next: number } | "broken" | null {
  let next = at;
  let slashed = false;
  let stroke = "";
  while (isMark(list[next], "/.-,\\") && next - at < 3) {
    if (list[next]?.text === "." && list[next + 1]?.line) return null;
    stroke = list[next]?.text ?? "";
    slashed ||= stroke === "/" || stroke === "\\";
    next += 1;
  }
  const sure = isYearWord(list[next]);
  if (sure) next += 1;
  const token = list[next];
  if (isYearNumber(token)) {
    if (stroke === "," && !sure && isMark(list[next + 1], "/.-")) return null;
    if (isMark(list[next + 1], "%")) return null;
    return { year: token?.value ?? 0, next: next + 1 };
  }
  if (token?.kind === "number" && (slashed || stroke === "." || stroke === "-") && !token.space) {
    if (token.text.length === 2 && token.value > 12 && !isMark(list[next + 1], "/.-")) {
      return { year: 2000 + token.value, next: next + 1 };
    }
    if (slashed) return "broken";
  }
  if (slashed && token?.kind === "number") return "broken";
  return null;
}
