import type { Area } from "../sheet";

/** What a column of the appendix holds. */
export type ColumnRole =
  | "number"
  | "code"
  | "field"
  | "task"
  | "product"
  | "lead"
  | "support"
  /** One cell for both roles: "Chủ trì: … Phối hợp: …". */
  | "owner"
  | "deadline"
  | "start"
  | "received"
  | "finished"
  | "quantity"
  | "measure"
  | "result"
  | "progress"
  | "evidence"
  | "leader"
  | "cost"
  | "note"
  | "week"
  | "other";

export interface ColumnReading {
  /** Sheet column from 0. */
  readonly column: number;
  /** The header's words, of all header rows, joined by " – ". */
  readonly header: string;
  readonly role: ColumnRole;
  /** 0 to 1; below 0.6 the officer is asked. */
  readonly confidence: number;
  /** Plain Vietnamese: why this role. */
  readonly reason: string;
  /** Other roles that are close, the likeliest first. */
  readonly alternatives: readonly ColumnRole[];
}

/** What a row under the header is. Every row has exactly one kind. */
export type RowKind =
  | "numbering"
  | "section"
  | "group"
  | "task"
  | "continuation"
  | "repeated-header"
  | "total"
  | "note"
  | "signature"
  | "number-only"
  | "blank";

export interface RowReading {
  /** Sheet row from 1, as Excel shows it. */
  readonly row: number;
  readonly kind: RowKind;
}

/** A text of a task with the cell it came from. */
export interface SourcedText {
  readonly text: string;
  /** Sheet row from 1 and column from 0 of the cell; null when the appendix has no such column. */
  readonly row: number | null;
  readonly column: number | null;
  /** The cell was blank or merged and the text comes from a row above. */
  readonly inherited: boolean;
  /** Several cells of the row that say it together: marks under months or quarters. Sheet columns from 0. */
  readonly columns?: readonly number[];
}

/** One row of the appendix that holds a task, as written; nothing is interpreted yet. */
export interface RawTask {
  /** Sheet row from 1 of its first row. */
  readonly row: number;
  /** STT as shown ("1.10" also when Excel made it a number). */
  readonly number: string;
  /** Titles of the sections and groups above it, outermost first. */
  readonly section: readonly string[];
  readonly texts: Readonly<Partial<Record<ColumnRole, SourcedText>>>;
  /** For cells that hold a true date: serial number and number format, by role. */
  readonly dates: Readonly<
    Partial<
      Record<
        ColumnRole,
        { readonly serial: number; readonly format: string; readonly text: string }
      >
    >
  >;
}

/** The plan's own facts, from the lines above the table, the sheet's name or the officer. "" is unknown: never invented. */
export interface PlanFacts {
  /** "12/KH-BQL"; "" when left blank in the copy. */
  readonly number: string;
  /** yyyy-mm-dd or "". */
  readonly date: string;
  readonly title: string;
  readonly year: number | null;
  readonly superiorAgency: string;
  readonly agency: string;
}

export type AppendixProblem =
  | "empty-sheet"
  | "no-table"
  | "no-task-column"
  | "no-owner-or-deadline-column"
  | "unsure-columns"
  | "several-tables"
  | "own-sheet";

/** A whole appendix, read. When `problem` says that nothing could be read, the lists are empty. */
export interface Appendix {
  readonly sheet: string;
  readonly problem: AppendixProblem | null;
  /** Area of header and body. */
  readonly table: Area | null;
  /** Sheet rows from 1. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnReading[];
  /** Key of the header's words, to remember a mapping for the same form. */
  readonly fingerprint: string;
  readonly plan: PlanFacts;
  /** Every row under the header, in order. */
  readonly rows: readonly RowReading[];
  readonly tasks: readonly RawTask[];
}

/** What the officer decided about the reading; wins over what the reader thinks. */
export interface AppendixMapping {
  readonly headerRows?: readonly number[];
  readonly roles: Readonly<Record<number, ColumnRole>>;
}
