import type { Area } from "../model/address";
import { CellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";

/** A rectangle of cells as a formula sees it. */
export interface Reference {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Values in rows, all of the same length; null is an empty cell. */
export class Matrix {
  constructor(readonly rows: readonly (readonly (Scalar | null)[])[]) {}
}

/** What a part of a formula gives; null is an empty cell. */
export type Value = Scalar | null | Reference | Matrix;

/** The cell whose formula is being computed. */
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Something that the stand-in does not compute: an unknown function, an array, a spill. */
export class Beyond extends Error {}

/** Values of a column of cells with an index for equality. */
export interface Vector {
  readonly values: readonly Scalar[];
  /** Positions by key, see `keysOf`. */
  readonly index: () => ReadonlyMap<string, readonly number[]>;
}

/** What a compiled formula may ask while it runs. */
export interface Calculator {
  readonly workbook: Workbook;
  /** Rises when the content changes: what was looked up before must be looked up anew. */
  readonly pass: number;
  /** The time now as a serial number of the workbook's calendar. */
  readonly now: () => number;
  /** The value of one cell of a reference; null when it is empty. */
  at(reference: Reference, down: number, right: number): Scalar | null;
  vector(sheet: Sheet, column: number, row: number, rows: number): Vector;
  program(formula: string): Compiled | null;
}

/** A formula made ready to run, one per formula text. */
export type Compiled = (engine: Calculator, place: Place) => Value;

export const isReference = (value: Value): value is Reference =>
  typeof value === "object" &&
  value !== null &&
  !(value instanceof CellError) &&
  !(value instanceof Matrix);

/** A single value; a reference to several cells would spill, which is beyond the stand-in. */
export function scalar(engine: Calculator, value: Value): Scalar | null {
  if (value instanceof Matrix) throw new Beyond("array");
  if (!isReference(value)) return value;
  if (value.area.rows !== 1 || value.area.columns !== 1) throw new Beyond("array");
  return engine.at(value, 0, 0);
}
