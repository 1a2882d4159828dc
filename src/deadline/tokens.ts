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
/** Any of the strokes that people type as a dash; "÷" is the technical offices' "from … to". */
const DASHES = /[\u00F7\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** Arrows drawn with the keyboard. */
const ARROWS = /[-=]+>/g;
const LINE_BREAKS = /\r\n?|[\u2028\u2029\u000B\u000C]/g;

/**
 * Splits a cell into words, numbers and marks in one pass; a digit next to a letter starts a new token.
 * Unicode forms, no-break spaces and the kinds of dash make no difference afterwards.
 */
export function tokenize(text: string): Tokens {
  const source = text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(LINE_BREAKS, "\n")
    .replace(ARROWS, "→")
    .replace(DASHES, "-");
  const plain = isPlain(source);
  const list: Token[] = [];
  let last = 0;
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(source); match; match = PIECE.exec(source)) {
    const start = match.index;
    const piece = match[0];
    let line = false;
    for (let at = last; at < start; at += 1) line ||= source.charCodeAt(at) === 10;
    const space = start > last || list.length === 0;
    last = start + piece.length;
    const { kind, low, key } = formsOf(piece);
    const cut = kind === "word" && key.charCodeAt(0) === 113 ? quarterCut(key) : 0;
    if (cut > 0) {
      const cuts = [0, cut, piece.length];
      for (const place of [0, 1]) {
        const from = cuts[place] ?? 0;
        const to = cuts[place + 1] ?? 0;
        list.push({
          kind,
          text: piece.slice(from, to),
          low: low.slice(from, to),
          key: key.slice(from, to),
          value: NaN,
          space: place === 0 && space,
          line: place === 0 && line,
          plain,
          start: start + from,
          end: start + to,
        });
      }
      continue;
    }
    const value = kind === "number" && piece.length <= 9 ? Number(piece) : NaN;
    list.push({ kind, text: piece, low, key, value, space, line, plain, start, end: last });
  }
  return { source, list };
}

interface Forms {
  readonly kind: TokenKind;
  readonly low: string;
  readonly key: string;
}

/** The forms of words met before: plans repeat the same few hundred words. */
const FORMS = new Map<string, Forms>();
const MOST_FORMS = 4000;

function formsOf(piece: string): Forms {
  const known = FORMS.get(piece);
  if (known) return known;
  const low = piece.toLowerCase();
  const forms = { kind: kindOf(piece), low, key: foldAccents(low) };
  if (FORMS.size >= MOST_FORMS) FORMS.clear();
  if (piece.length <= 32) FORMS.set(piece, forms);
  return forms;
}

/** No letter beyond plain Latin: the whole cell is typed without accents. */
function isPlain(source: string): boolean {
  for (let at = 0; at < source.length; at += 1) {
    if (source.charCodeAt(at) >= 0xc0) return false;
  }
  return true;
}

function kindOf(piece: string): TokenKind {
  const first = piece.charCodeAt(0);
  if (first >= 48 && first <= 57) return "number";
  const latin = (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  return latin || (first > 127 && /^\p{L}/u.test(piece)) ? "word" : "mark";
}

function quarterCut(key: string): number {
  return GLUED_QUARTER.exec(key)?.[1]?.length ?? 0;
}

/** The words of some tokens of a list, from `first` up to `end` (not included), in one line. */
export function wordsOf(
  list: readonly Token[],
  tokens: Tokens,
  first: number,
  end: number,
): string {
  const from = list[first];
  const to = list[end - 1];
  return from && to ? tokens.source.slice(from.start, to.end).replace(/\s+/g, " ").trim() : "";
}
