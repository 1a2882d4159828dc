import { foldAccents } from "../text";

export type TokenKind = "word" | "number" | "mark";

/** One word, number or mark of a cell, with the forms that the families compare. */
export interface Token {
  readonly kind: TokenKind;
  /** As written (composed Unicode). */
  readonly text: string;
  /** Lower case with its accents. */
  readonly low: string;
  /** Lower case without accents. */
  readonly key: string;
  /** Of a number, else NaN. */
  readonly value: number;
  /** White space stands before it. */
  readonly space: boolean;
  /** A line break stands before it. */
  readonly line: boolean;
  /** The whole cell is typed without accents. */
  readonly plain: boolean;
  /** Place in `Tokens.source`. */
  readonly start: number;
  readonly end: number;
}

export interface Tokens {
  /** The text in compatibility-composed Unicode, without invisible characters. */
  readonly source: string;
  readonly list: readonly Token[];
}

const PIECE = /\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d]/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** "QuýII", "QIV": the word and its Roman number typed together. */
const GLUED_QUARTER = /^(q|quy|qui)(iv|i{1,3})$/;
/** Any of the strokes that people type as a dash. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/**
 * Splits a cell into words, numbers and marks in one pass; a digit next to a letter starts a new token.
 * Unicode forms, no-break spaces and the kinds of dash make no difference afterwards.
 */
export function tokenize(text: string): Tokens {
  const source = text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/\r\n?|[\u2028\u2029\u000B\u000C]/g, "\n")
    .replace(DASHES, "-");
  const lower = source.toLowerCase();
  const folded = foldAccents(lower);
  const sameLength = folded.length === source.length && lower.length === source.length;
  const plain = folded === lower;
  const list: Token[] = [];
  let last = 0;
  for (const match of source.matchAll(PIECE)) {
    const start = match.index;
    const piece = match[0];
    const gap = source.slice(last, start);
    last = start + piece.length;
    const low = sameLength ? lower.slice(start, last) : piece.toLowerCase();
    const key = sameLength ? folded.slice(start, last) : foldAccents(low);
    const first = piece.charCodeAt(0);
    const kind: TokenKind =
      first >= 48 && first <= 57 ? "number" : /^\p{L}/u.test(piece) ? "word" : "mark";
    const space = gap.length > 0 || list.length === 0;
    const line = gap.includes("\n");
    const glued = kind === "word" && key.startsWith("q") ? GLUED_QUARTER.exec(key) : null;
    if (glued?.[1]) {
      const cut = glued[1].length;
      list.push(part(piece, low, key, 0, cut, start, space, line, plain));
      list.push(part(piece, low, key, cut, piece.length, start, false, false, plain));
      continue;
    }
    const value = kind === "number" && piece.length <= 9 ? Number(piece) : NaN;
    list.push({ kind, text: piece, low, key, value, space, line, plain, start, end: last });
  }
  return { source, list };
}

function part(
  piece: string,
  low: string,
  key: string,
  from: number,
  to: number,
  offset: number,
  space: boolean,
  line: boolean,
  plain: boolean,
): Token {
  return {
    kind: "word",
    text: piece.slice(from, to),
    low: low.slice(from, to),
    key: key.slice(from, to),
    value: NaN,
    space,
    line,
    plain,
    start: offset + from,
    end: offset + to,
  };
}

/** The words of tokens from `first` up to `end` (not included), in one line. */
export function wordsOf(tokens: Tokens, first: number, end: number): string {
  const from = tokens.list[first];
  const to = tokens.list[end - 1];
  if (!from || !to) return "";
  return tokens.source.slice(from.start, to.end).replace(/\s+/g, " ").trim();
}
