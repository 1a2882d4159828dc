import { contains, type Area } from "../model/address";
import type { Sheet, Table } from "../model/sheet";
import { tokenize } from "./tokens";

/** A structured reference taken apart. */
interface Structured {
  /** null: the table that holds the formula. */
  readonly table: string | null;
  readonly part: "data" | "headers" | "totals" | "all" | "row";
  /** First and last column; null: all. */
  readonly columns: readonly [string, string] | null;
}

const unescape = (name: string): string => name.replace(/'(.)/g, "$1");
const escape = (name: string): string => name.replace(/['#@[\]]/g, "'$&");

const parts: Readonly<Record<string, Structured["part"]>> = {
  "#data": "data",
  "#headers": "headers",
  "#totals": "totals",
  "#all": "all",
  "#this row": "row",
};

/** The bracketed pieces of "[[#This Row],[a]:[b]]". */
function pieces(inside: string): string[] | null {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < inside.length; at++) {
    const letter = inside[at];
    if (letter === "'") at++;
    else if (letter === "[") {
      if (depth++ === 0) start = at + 1;
    } else if (letter === "]" && --depth === 0) found.push(inside.slice(start, at));
    else if (depth === 0 && !/[,:\s]/.test(letter ?? "")) return null;
  }
  return found;
}

/** Reads "[…]" behind a table's name (or null in a table's own formula). */
export function parseStructured(table: string | null, bracket: string): Structured | null {
  let inside = bracket.slice(1, -1).trim();
  let part: Structured["part"] = "data";
  if (inside.startsWith("@")) {
    part = "row";
    inside = inside.slice(1);
    if (inside !== "" && !inside.startsWith("[")) inside = `[${inside}]`;
  } else if (inside !== "" && !inside.startsWith("[")) {
    inside = `[${inside}]`;
  }
  const list = pieces(inside);
  if (!list) return null;
  const columns: string[] = [];
  for (const piece of list) {
    const special = parts[piece.toLowerCase()];
    if (special) part = special;
    else columns.push(unescape(piece));
  }
  if (columns.length > 2) return null;
  const first = columns[0];
  return {
    table,
    part,
    columns: first === undefined ? null : [first, columns[1] ?? first],
  };
}

/** The cells that a structured reference means; `row` is that of the formula. null: no such cells. */
export function structuredArea(reference: Structured, table: Table, row: number): Area | null {
  let area = { ...table.body };
  if (reference.part === "headers") area = { ...table.header };
  else if (reference.part === "all") area = { ...table.area };
  else if (reference.part === "totals") {
    if (!table.showTotals) return null;
    area = { ...table.area, row: table.area.row + table.area.rows - 1, rows: 1 };
  } else if (reference.part === "row") {
    if (row < area.row || row >= area.row + area.rows) return null;
    area = { ...area, row, rows: 1 };
  }
  if (!reference.columns) return area;
  const first = table.indexOf(reference.columns[0]);
  const last = table.indexOf(reference.columns[1]);
  if (first < 0 || last < first) return null;
  return { ...area, column: table.area.column + first, columns: last - first + 1 };
}

function tableAround(sheet: Sheet, row: number, column: number): Table | undefined {
  return sheet.tables.find((table) => contains(table.area, { row, column, rows: 1, columns: 1 }));
}

/** Walks a formula's structured references and lets each be written anew. */
function rewriteStructured(
  formula: string,
  change: (table: string | null, bracket: string) => string,
): string {
  const tokens = tokenize(formula.slice(1));
  if (!tokens || !formula.includes("[")) return formula;
  let text = "=";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token?.kind === "name" && next?.kind === "structured") {
      text += change(token.text, next.text);
      at++;
    } else if (token?.kind === "structured") text += change(null, token.text);
    else text += token?.text ?? "";
  }
  return text;
}

const fullForms = new Map<string, Map<string, string>>();
const mostForms = 20_000;

/** Writes "[@Cột]" and "[Cột]" in the full form that files hold: "Bảng[[#This Row],[Cột]]". */
export function fullForm(formula: string, sheet: Sheet, row: number, column: number): string {
  if (!formula.includes("[")) return formula;
  const around = tableAround(sheet, row, column)?.name;
  let known = fullForms.get(around ?? "");
  if (!known || known.size > mostForms) {
    known = new Map<string, string>();
    fullForms.set(around ?? "", known);
  }
  const before = known.get(formula);
  if (before !== undefined) return before;
  const full = rewriteFull(formula, around);
  known.set(formula, full);
  return full;
}

function rewriteFull(formula: string, around: string | undefined): string {
  return rewriteStructured(formula, (name, bracket) => {
    const home = name ?? around;
    const reference = parseStructured(home ?? null, bracket);
    if (home === undefined || !reference) return `${name ?? ""}${bracket}`;
    if (reference.part !== "row") return `${home}${bracket}`;
    const columns = reference.columns;
    if (!columns) return `${home}[#This Row]`;
    const [first, last] = columns.map((part) => `[${escape(part)}]`);
    return `${home}[[#This Row],${first === last ? first : `${first}:${last}`}]`;
  });
}

/** Writes references to the formula's own table the short way that Excel shows: "[@Cột]". */
export function shortForm(formula: string, sheet: Sheet, row: number, column: number): string {
  const home = tableAround(sheet, row, column);
  if (!home || !formula.includes("[")) return formula;
  return rewriteStructured(formula, (name, bracket) => {
    const reference = parseStructured(name, bracket);
    const columns = reference?.columns;
    if (name?.toLowerCase() !== home.name.toLowerCase() || reference?.part !== "row" || !columns)
      return `${name ?? ""}${bracket}`;
    const [first, last] = columns;
    const wrapped = (part: string): string =>
      /^[\p{L}\p{N}_.]+$/u.test(part) ? escape(part) : `[${escape(part)}]`;
    return first === last ? `[@${wrapped(first)}]` : `[@[${escape(first)}]:[${escape(last)}]]`;
  });
}

/** Renames a table or one of its columns in a formula. */
export function renameInFormula(
  formula: string,
  table: string,
  change: { table?: string; column?: readonly [string, string] },
): string {
  return rewriteStructured(formula, (name, bracket) => {
    if (name?.toLowerCase() !== table.toLowerCase()) return `${name ?? ""}${bracket}`;
    const [from, to] = change.column ?? ["", ""];
    const text = change.column
      ? bracket.replaceAll(`[${escape(from)}]`, `[${escape(to)}]`)
      : bracket;
    return `${change.table ?? name}${text}`;
  });
}
