/** How a row's number is written. */
export type NumberStyle =
  "roman" | "capital" | "arabic" | "dotted" | "small-letter" | "bullet" | "bracket" | "code";

export interface RowNumber {
  readonly style: NumberStyle;
  /** Dotted numbers: how many parts ("1.1.2" is 3); others 1. */
  readonly parts: number;
  /** Place in its own sequence, from 1: "III" is 3, "đ)" is 5, "1.4" is 4. 0 when it has none. */
  readonly ordinal: number;
  /** The number without dots and brackets at its end. */
  readonly text: string;
}

/** Order of Vietnamese small letters in lists: đ follows d, and there is no f, j, w or z. */
const LETTERS = "abcdđeghiklmnopqrstuvxy";
const ROMAN = /^(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** Reads what stands in a number cell, or null when it is no number: "IV.", "(2)", "1.1", "đ)", "-", "NV-01". */
export function parseNumber(text: string): RowNumber | null {
  const words = text
    .trim()
    .replace(/^(?:phần|mục|chương|nhóm|phụ lục|nhiệm vụ|bước)\s+(?=[IVXLA-Z\d]+\b)/iu, "");
  if (words === "") return null;
  if (/^[-–—•·+*▪►○●✓]+$/u.test(words))
    return { style: "bullet", parts: 1, ordinal: 0, text: words };
  const bracket = /^\((\d{1,3}|[a-zđ])\)\.?$/u.exec(words);
  if (bracket?.[1] !== undefined) {
    const inner = bracket[1];
    const ordinal = /\d/.test(inner) ? Number(inner) : LETTERS.indexOf(inner) + 1;
    return { style: "bracket", parts: 1, ordinal, text: words };
  }
  const bare = words.replace(/^[([]/, "").replace(/[)\]:.,/\s]+$/, "");
  if (bare === "") return null;
  if (ROMAN.test(bare)) return { style: "roman", parts: 1, ordinal: romanValue(bare), text: bare };
  if (/^[A-ZĐ]$/u.test(bare)) {
    return {
      style: "capital",
      parts: 1,
      ordinal: LETTERS.indexOf(bare.toLowerCase()) + 1,
      text: bare,
    };
  }
  if (/^[a-zđ]$/u.test(bare)) {
    return { style: "small-letter", parts: 1, ordinal: LETTERS.indexOf(bare) + 1, text: bare };
  }
  if (/^\d{1,5}$/.test(bare))
    return { style: "arabic", parts: 1, ordinal: Number(bare), text: bare };
  const dotted = /^(?:[IVXL]+|[A-Z]|\d{1,3})(?:\s*[.,]\s*\d{1,4}){1,5}(?:[.,]?[a-zđ])?$/u.exec(
    bare,
  );
  if (dotted) {
    const parts = bare.split(/[.,]/).map((part) => part.trim());
    return {
      style: "dotted",
      parts: parts.length,
      ordinal: Number.parseInt(parts[parts.length - 1] ?? "", 10) || 0,
      text: parts.join("."),
    };
  }
  const letterAfter = /^(\d{1,3})[.-]?([a-zđ])$/u.exec(bare);
  if (letterAfter) {
    return {
      style: "dotted",
      parts: 2,
      ordinal: LETTERS.indexOf(letterAfter[2] ?? "") + 1,
      text: bare,
    };
  }
  if (/^(?=.*\d)[\p{L}\d]{1,12}(?:[-_./][\p{L}\d]{1,12}){0,5}$/u.test(bare) && bare.length <= 24) {
    return { style: "code", parts: 1, ordinal: Number(/(\d+)$/.exec(bare)?.[1] ?? 0), text: bare };
  }
  return null;
}

/** A number at the start of a text whose row has no number of its own: "II. Công tác …", "a) Đăng tin". */
export function leadingNumber(text: string): { number: RowNumber; rest: string } | null {
  const match =
    /^((?:phần|mục|chương|nhóm)\s+(?:[IVXL]+|[A-ZĐ]|\d{1,2})|[IVXL]{1,6}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ]|\(\d{1,2}\))\s*[.):/-]+\s*(?=\p{L}|["“])/iu.exec(
      text,
    );
  if (!match?.[1]) return null;
  const number = parseNumber(match[1]);
  return number ? { number, rest: text.slice(match[0].length).trim() } : null;
}

function romanValue(text: string): number {
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const own = ROMAN_VALUES[text.charAt(index)] ?? 0;
    const next = ROMAN_VALUES[text.charAt(index + 1)] ?? 0;
    value += own < next ? -own : own;
  }
  return value;
}
