import { addressOf, parseLocal, shiftArea, splitSheet, type Axis } from "../model/address";

export type TokenKind =
  | "space"
  | "string"
  | "error"
  | "sheet"
  | "reference"
  | "number"
  | "name"
  | "structured"
  | "operator";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const cell = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const end = String.raw`(?![\p{L}\p{N}_.(![])`;
const patterns: readonly [TokenKind, RegExp][] = [
  ["space", /[ \t\r\n]+/y],
  ["string", /"(?:[^"]|"")*"/y],
  ["error", /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)/iy],
  ["sheet", /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/uy],
  ["reference", new RegExp(`${cell}(?::${cell})?${end}`, "uy")],
  ["reference", new RegExp(String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}${end}`, "uy")],
  ["reference", new RegExp(String.raw`\$?\d{1,7}:\$?\d{1,7}${end}`, "uy")],
  ["number", /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["name", /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy],
  ["operator", /<>|<=|>=|[<>=+\-*/^&%:,;(){}@#]/y],
];

/** The text between balanced brackets from `from`; an apostrophe escapes the next character. */
function bracketed(text: string, from: number): string | null {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === "'") at++;
    else if (letter === "[") depth++;
    else if (letter === "]" && --depth === 0) return text.slice(from, at + 1);
  }
  return null;
}

/** Cuts a formula without its "=" into tokens whose texts join to the same formula; null when it cannot be one. */
export function tokenize(formula: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  next: while (at < formula.length) {
    if (formula[at] === "[") {
      const text = bracketed(formula, at);
      if (text === null) return null;
      tokens.push({ kind: "structured", text });
      at += text.length;
      continue;
    }
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const text = pattern.exec(formula)?.[0];
      if (text === undefined) continue;
      tokens.push({ kind, text });
      at += text.length;
      continue next;
    }
    return null;
  }
  return tokens;
}

/** Rewrites the references of a formula (with "="); `change` sees the sheet named before each, or null. */
function rewrite(
  formula: string,
  change: (reference: string, sheet: string | null) => string,
): string {
  const tokens = tokenize(formula.slice(1));
  if (!tokens) return formula;
  let sheet: string | null = null;
  const parts = tokens.map(({ kind, text }) => {
    const before = sheet;
    sheet = kind === "sheet" ? splitSheet(text).sheet : null;
    return kind === "reference" ? change(text, before) : text;
  });
  return `=${parts.join("")}`;
}

/** Puts the "$" of an old reference into a new one of the same shape. */
function keepDollars(old: string, fresh: string): string {
  const marks = [...old.matchAll(/(\$?)[A-Za-z]{1,3}|(\$?)\d+/g)].map((m) => m[1] ?? m[2] ?? "");
  let index = 0;
  return fresh.replace(/[A-Z]+|\d+/g, (part) => `${marks[index++] ?? ""}${part}`);
}

/** A formula after lines were inserted (count > 0) or deleted at `at` on `sheet`; `home` is the formula's own sheet. */
export function shiftFormula(
  formula: string,
  home: string,
  change: { sheet: string; axis: Axis; at: number; count: number },
): string {
  return rewrite(formula, (reference, named) => {
    if ((named ?? home).toLowerCase() !== change.sheet.toLowerCase()) return reference;
    const area = parseLocal(reference);
    if (!area) return reference;
    const moved = shiftArea(area, change.axis, change.at, change.count);
    if (!moved) return "#REF!";
    const fresh = addressOf(moved);
    const full = reference.includes(":") && !fresh.includes(":") ? `${fresh}:${fresh}` : fresh;
    return keepDollars(reference, full);
  });
}

/** A formula (with "=") as it reads after being copied down and right: parts without "$" move along. */
export function formulaMover(formula: string): (down: number, right: number) => string {
  const fixed: string[] = [""];
  const moving: { readonly isRow: boolean; readonly at: number }[] = [];
  const keep = (text: string): void => {
    fixed[fixed.length - 1] += text;
  };
  for (const { kind, text } of tokenize(formula.slice(1)) ?? [
    { kind: "name", text: formula.slice(1) },
  ]) {
    if (kind !== "reference") {
      keep(text);
      continue;
    }
    for (const [part] of text.matchAll(/\$?[A-Za-z]+|\$?\d+|:/g)) {
      const place = /^[$:]/.test(part) ? null : parseLocal(`${part}:${part}`);
      if (!place) keep(part);
      else {
        const isRow = /^\d/.test(part);
        moving.push({ isRow, at: isRow ? place.row : place.column });
        fixed.push("");
      }
    }
  }
  // Joined, not added up: thousands of pieces hanging together would take far more memory than their text.
  return (down, right) => {
    const parts = ["=", fixed[0] ?? ""];
    moving.forEach(({ isRow, at }, n) => {
      const to = at + (isRow ? down : right);
      parts.push(to < 0 ? "#REF!" : isRow ? String(to + 1) : columnName(to), fixed[n + 1] ?? "");
    });
    return parts.join("");
  };
}

const columnName = (column: number): string =>
  addressOf({ row: 0, column, rows: 1, columns: 1 }).slice(0, -1);

export function moveFormula(formula: string, down: number, right: number): string {
  return down === 0 && right === 0 ? formula : formulaMover(formula)(down, right);
}

/** Renames a sheet in a formula. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  const tokens = tokenize(formula.slice(1));
  if (!tokens) return formula;
  const same = (text: string): boolean =>
    splitSheet(text).sheet?.toLowerCase() === from.toLowerCase();
  return `=${tokens.map((t) => (t.kind === "sheet" && same(t.text) ? to : t.text)).join("")}`;
}
