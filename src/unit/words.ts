import { comparisonKey, foldAccents } from "../text";
import { COMMON_ABBREVIATIONS, PERSON_MARKS, type Phrases } from "./vocabulary";

/** What stands between a word and the word before it. */
export interface Gap {
  readonly comma: boolean;
  readonly semicolon: boolean;
  readonly colon: boolean;
  readonly stop: boolean;
  readonly slash: boolean;
  readonly dash: boolean;
  /** "và", "&" or "+". */
  readonly and: boolean;
  /** "&" without a space on either side: it joins the letters of one abbreviation. */
  readonly tight: boolean;
  readonly newline: boolean;
}

/** One word of a cell, with the marks before it. */
export interface Word {
  readonly text: string;
  /** Lower case with accents. */
  readonly exact: string;
  /** Lower case without accents. */
  readonly key: string;
  readonly capital: boolean;
  /** The parts of an abbreviation ("GDTrH" → g, d, tr, h; đ is kept apart from d); null when it is none. */
  readonly pieces: readonly string[] | null;
  readonly before: Gap;
  readonly start: number;
  readonly end: number;
}

/** A cell made ready to read: brackets, phone numbers and bullets are gone. */
export interface PreparedCell {
  readonly text: string;
  readonly words: readonly Word[];
}

const PHONE =
  /(?:s?đt|điện thoại|tel|phone|hotline)\s*[.:]?\s*\d[\d.xX* -]{5,}|(?:(?:s?đt|điện thoại|tel|phone|hotline)\s*[.:]?\s*)?(?:\+84|0)(?:[ .-]?\d){8,10}/giu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const BULLET = /(^|\n)[ \t]*(?:[-–—+*•●▪◦·]|\d{1,2}[.)]|[a-eđg]\.|[a-zđ]\))[ \t]+/gu;
const NUMBERED = /(^|[\s;,.])\(?(\d{1,2})[.)]\s*(?=\p{L})/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const ROLE_IN_BRACKETS = /^\s*(?:đơn vị |cơ quan )?(chủ trì|phối hợp|ct|ph)\s*$/iu;
const SHORT_ROLE = /(^|[\s;,.])(CT|PH)[ \t]*:/gu;
const ROLES: Readonly<Record<string, string>> = { ct: "chủ trì", ph: "phối hợp" };

/** Whether a text holds a phone number of Vietnam. */
export function holdsPhoneNumber(text: string): boolean {
  PHONE.lastIndex = 0;
  return PHONE.test(text);
}

/** The text without phone numbers, and without the empty brackets and marks that they leave behind. */
export function withoutPhoneNumbers(text: string): string {
  return text
    .replace(PHONE, "")
    .replace(/\(\s*[,;:.–-]*\s*\)/g, "")
    .replace(/[ \t]*[,;:–-]?[ \t]*(?=[);]|\n|$)/g, "")
    .trim();
}

/** Drops what never names a unit, and cuts the rest into words. */
export function prepareCell(raw: string): PreparedCell {
  const text = withoutBrackets(
    withoutNumbering(
      raw
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .replace(/[\u00A0\u2000-\u200A\u202F\t]/g, " ")
        .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF“”"«»]/g, "")
        .replace(MAIL, " ")
        .replace(PHONE, " ")
        .replace(SHORT_ROLE, (_, before: string, role: string) => `${before}${roleOf(role)}:`),
    ).replace(BULLET, "$1; "),
  );
  return { text, words: cutWords(text) };
}

/** Numbers 1, 2, 3 … that count items, also within a line: "1. Sở A 2. Sở B". */
function withoutNumbering(text: string): string {
  let expected = 1;
  return text.replace(NUMBERED, (whole, before: string, number: string, at: number) => {
    const counts = Number(number) === expected && (expected > 1 || text.slice(0, at).trim() === "");
    if (!counts) return whole;
    expected++;
    return `${before}; `;
  });
}

function withoutBrackets(text: string): string {
  const whole = /^\s*[([]([^()[\]]*)[)\]]\s*$/u.exec(text);
  if (whole) return whole[1] ?? "";
  let result = "";
  let rest = text;
  let leads: boolean | null = null;
  for (;;) {
    const open = rest.search(/[([]/);
    if (open < 0) return result + rest.replace(/[)\]]/g, " ");
    result += rest.slice(0, open);
    let depth = 0;
    let close = open;
    for (; close < rest.length; close++) {
      const letter = rest.charAt(close);
      if (letter === "(" || letter === "[") depth++;
      else if ((letter === ")" || letter === "]") && --depth === 0) break;
    }
    if (depth > 0) {
      // A bracket that never closes: its scope ends where the next item starts.
      const end = rest.slice(open).search(/[;\n]/);
      close = end < 0 ? rest.length : open + end - 1;
    }
    const inside = rest.slice(open + 1, close);
    const role = ROLE_IN_BRACKETS.exec(inside);
    if (role) {
      // "(Chủ trì) Sở A" or "Sở A (chủ trì)": the first bracket tells which way all of them are written.
      leads ??= result.trim() === "";
      const said = roleOf(role[1] ?? "");
      result = leads ? `${result}; ${said}: ` : `${result.trimEnd()} ${said}; `;
    } else if (isSaid(cutWords(inside))) result += ` ${inside};`;
    else if (personMarkAt(cutWords(inside), 0) > 0 || endsWithPerson(result))
      result += `; ${inside};`;
    else result += " ";
    rest = rest.slice(close + 1);
  }
}

function roleOf(said: string): string {
  return ROLES[said.toLowerCase()] ?? said;
}

/** "Đ/c Lan (Sở A)": the bracket behind a person says where he works. */
function endsWithPerson(text: string): boolean {
  const item = text.split(/[;,\n]/).at(-1) ?? "";
  return personMarkAt(cutWords(item), 0) > 0;
}

/** "Sở A (hoặc Sở B)" names a second body; "(hoặc sở chuyên ngành)" is only a scope. */
function isSaid(inside: readonly Word[]): boolean {
  return inside[0]?.exact === "hoặc" && inside[1]?.capital === true;
}

const NO_GAP: Gap = {
  comma: false,
  semicolon: false,
  colon: false,
  stop: false,
  slash: false,
  dash: false,
  and: false,
  tight: false,
  newline: false,
};

/** Cuts a text into words; "và" and all marks become the gap before the next word. */
export function cutWords(text: string): Word[] {
  const words: Word[] = [];
  let gapStart = 0;
  let joined = false;
  const and = foldAccents(text) === text ? "va" : "và";
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*|\d+/gu)) {
    const shown = match[0];
    const exact = comparisonKey(shown);
    if (exact === and || exact === "và") {
      joined = true;
      continue;
    }
    const between = text.slice(gapStart, match.index);
    const previous = words.at(-1);
    words.push({
      text: shown,
      exact,
      key: foldAccents(exact),
      capital: /^\p{Lu}/u.test(shown),
      pieces: piecesOf(shown),
      before: previous === undefined && !joined && between === "" ? NO_GAP : gapOf(between, joined),
      start: match.index,
      end: match.index + shown.length,
    });
    joined = false;
    gapStart = match.index + shown.length;
  }
  return words;
}

function gapOf(between: string, joined: boolean): Gap {
  if (!joined && between === " ") return NO_GAP;
  return {
    comma: between.includes(","),
    semicolon: between.includes(";"),
    colon: between.includes(":"),
    stop: between.includes("."),
    slash: /[/\\|]/.test(between),
    dash: /[-–—]/.test(between),
    and: joined || /[&+]/.test(between),
    tight: between === "&",
    newline: between.includes("\n"),
  };
}

const VOWEL = /[aeiouy]/;

/** The letters that an abbreviation stands for; null for an ordinary word. */
export function piecesOf(shown: string): readonly string[] | null {
  if (/^\d+$/.test(shown)) return null;
  const capitals = shown.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = shown.toLowerCase();
  const common = COMMON_ABBREVIATIONS[foldAccents(lower)];
  if (capitals < 2 || !/^\p{Lu}/u.test(shown)) {
    if (capitals === 0 && shown.length > 2 && !VOWEL.test(foldAccents(lower)))
      return [...lower].map(pieceKey);
    if (common) return common.map((word) => pieceKey(word.charAt(0)));
    return shown.length === 1 && capitals === 1 ? [pieceKey(lower)] : null;
  }
  if (TONE.test(shown.normalize("NFD"))) return null;
  const parts = shown.match(/\p{Lu}\p{Ll}*/gu) ?? [];
  return parts.map((part) => pieceKey(part.toLowerCase()));
}

/** Folds vowels but keeps đ apart from d, as abbreviations do. */
export function pieceKey(lower: string): string {
  return [...lower].map((letter) => (letter === "đ" ? "đ" : foldAccents(letter))).join("");
}

/**
 * Length of the longest of the phrases that stands at a place; 0 when none does. A word typed
 * without accents stands for the accented one; another accent is another word ("số" is not "sở").
 */
export function phraseAt(words: readonly Word[], at: number, phrases: Phrases): number {
  const first = words[at];
  if (!first) return 0;
  for (const phrase of phrases.get(first.key) ?? []) {
    const stands = phrase.every((expected, index) => {
      const word = words[at + index];
      if (!word || (index > 0 && partsItems(word.before))) return false;
      return (
        word.exact === expected.exact || (word.exact === word.key && word.key === expected.key)
      );
    });
    if (stands) return phrase.length;
  }
  return 0;
}

/**
 * Number of words that announce a person ("Đ/c", "bà"); 0 when none do. A short mark has its accents:
 * "Chi cục" and "Ba Đồn" are no ladies.
 */
export function personMarkAt(words: readonly Word[], at: number): number {
  const length = phraseAt(words, at, PERSON_MARKS);
  const word = words[at];
  return length === 1 && word?.exact === word?.key && word?.exact !== "anh" ? 0 : length;
}

/** Whether a gap may stand between two items. */
export function partsItems(gap: Gap): boolean {
  return gap.comma || gap.semicolon || gap.colon || gap.and;
}

/** The text of a run of words as written, in one line. */
export function shownText(cell: PreparedCell, from: number, to: number): string {
  const first = cell.words[from];
  const last = cell.words[to - 1];
  if (!first || !last) return "";
  return cell.text.slice(first.start, last.end).replace(/\s+/g, " ").trim();
}
