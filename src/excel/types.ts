import type { Area, CellValue, SheetGrid, SheetPlan, WorkbookReading } from "../sheet";

/** What to read beside the active sheet; what does not exist is left out of the answer. */
export interface ReadRequest {
  /** Names of tables, anywhere in the workbook. */
  readonly tables: readonly string[];
  /** Names of single cells, of workbook scope. */
  readonly names: readonly string[];
  /** Keys of the settings kept in the workbook. */
  readonly settings: readonly string[];
  /** A sheet to read as fully as the active one, in the same request. */
  readonly sheet?: string;
  /** Sheets that may be written again: how far they reach, and their own names. */
  readonly targets?: readonly string[];
  /** Those of them that may be made again as a whole: also what stands there, for the officer's words. */
  readonly targetsWithValues?: readonly string[];
}

/** A sheet that may be written again. */
export interface ExistingSheet {
  readonly name: string;
  /** null when the sheet is empty. */
  readonly used: Area | null;
  /** [] unless asked for. */
  readonly values: readonly (readonly CellValue[])[];
  /** Names of sheet scope, with their areas. */
  readonly names: Readonly<Record<string, Area>>;
}

/** All that one request reads: the plain reading, and what a later writing must know. */
export interface WorkbookState extends WorkbookReading {
  /** Sheets that are protected. */
  readonly protectedSheets: readonly string[];
  /** The sheet asked for by name; null when it is missing or empty. */
  readonly otherGrid: SheetGrid | null;
  /** The targets that exist. */
  readonly targets: Readonly<Record<string, ExistingSheet>>;
  /** Where the named cells stand, by name. */
  readonly places: Readonly<Record<string, { readonly sheet: string; readonly area: Area }>>;
}

/**
 * How a sheet that exists already is written again.
 * "keep": only the rows of its tables and its named cells; the officer's looks and extra columns stay.
 * "remake": everything, except what the officer changed in the plan's editable areas.
 */
export type Refresh = "keep" | "remake";

export interface SheetToWrite {
  readonly plan: SheetPlan;
  readonly refresh: Refresh;
}

export interface Difference {
  /** "'Theo dõi'!X5". */
  readonly cell: string;
  readonly expected: string;
  readonly found: string;
}

export interface WriteResult {
  /** Names of the sheets that were added or changed. */
  readonly sheets: readonly string[];
  readonly added: readonly string[];
  readonly differences: readonly Difference[];
  /** Editable areas where the officer's text was kept, with ours beside it. */
  readonly kept: readonly {
    readonly sheet: string;
    readonly name: string;
    readonly ours: string;
    readonly theirs: string;
  }[];
  /** Cells of formula columns that keep what the officer put there: "'Theo dõi'!X5". */
  readonly ownFormulas: readonly string[];
  /** Marks of our texts in editable areas, by "sheet!name", and of our formulas, to hand in at the next writing. */
  readonly fingerprints: Readonly<Record<string, string>>;
}
