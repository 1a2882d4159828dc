import type { CellStyle, Hyperlink, RichTextRun } from "../file/library";

/** An error value in a cell, such as #REF!. */
export class CellError {
  private static readonly known = new Map<string, CellError>();
  private constructor(readonly code: string) {}

  static of(code: string): CellError {
    const upper = code.toUpperCase();
    let error = CellError.known.get(upper);
    if (!error) CellError.known.set(upper, (error = new CellError(upper)));
    return error;
  }
}

export const errorCodes: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
]);

/** What a cell can hold; "" is empty. Dates are serial numbers. */
export type Scalar = string | number | boolean | CellError;

/** Looks of a cell. Shared between cells and never changed in place. */
export type Style = Readonly<CellStyle>;

export const plainStyle: Style = Object.freeze({});

export interface Cell {
  /** For a formula the value last computed. */
  value: Scalar;
  /** With its leading "=", en-US, structured references in their full form. */
  formula?: string;
  style: Style;
  link?: Hyperlink;
  rich?: RichTextRun[];
  /** Part of a formula that fills several cells (kept, never computed here). */
  array?: { ref: string; dynamic: boolean };
  comment?: { author?: string; text: string };
  /** Calculation round in which `value` is right. */
  round?: number;
  /** The formula is beyond what the stand-in computes, or what it reads is: `value` is the last one known. */
  stale?: "formula" | "input";
  /** The formula was written here and has had no value yet. */
  fresh?: true;
}

/** Puts a formula (in full form) into a cell; what it showed before is no longer known. */
export function setFormula(cell: Cell, formula: string): void {
  clearContent(cell);
  cell.formula = formula;
  cell.fresh = true;
}

/** Empties a cell but for its looks. */
export function clearContent(cell: Cell): void {
  cell.value = "";
  delete cell.formula;
  delete cell.rich;
  delete cell.array;
  delete cell.round;
  delete cell.stale;
  delete cell.fresh;
}

export const formatOf = (style: Style): string => style.numFmt ?? "General";

/** A copy of a style with other parts; a part set to undefined goes away. */
export function withStyle(style: Style, part: Partial<CellStyle>): Style {
  const next: Record<string, unknown> = { ...style, ...part };
  for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name];
  return Object.freeze(next as CellStyle);
}

/** What a script reads of a value. */
export const plainValue = (value: Scalar): string | number | boolean =>
  value instanceof CellError ? value.code : value;
