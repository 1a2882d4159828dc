import type { Appendix, RawTask } from "../appendix";
import type { IsoDate } from "../deadline";
import type { Locale } from "../locale";
import type { SheetGrid } from "../sheet";
import type { Task, Tracking } from "../task";

/** "error" only for what makes a figure wrong; "warning" for what misleads; "hint" is folded and not counted. */
export type Severity = "error" | "warning" | "hint";

/** A safe mend of one cell of the appendix: written only when the officer presses it. */
export interface Fix {
  readonly sheet: string;
  /** "F21". */
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

/** What is wrong, where, why, and what can be done. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  /** Address such as "F21"; "" when the finding is about the whole appendix. */
  readonly cell: string;
  /** Code of the task concerned; "" when none. */
  readonly task: string;
  /** The text that the finding is about: an ignored finding returns when it changes. */
  readonly value: string;
  /** Whole sentence in the reader's language: what, and where it helps, why. */
  readonly message: string;
  /** What to do next. */
  readonly advice: string;
  readonly fix?: Fix;
  /** Likely answers, the likeliest first (dates dd/mm/yyyy, names of units). */
  readonly candidates: readonly string[];
}

export interface CheckInput {
  readonly grid: SheetGrid;
  readonly appendix: Appendix;
  readonly tracking: Tracking;
  readonly today: IsoDate;
}

/** A row of the appendix beside the task that was made of it. */
export interface CheckedRow {
  readonly raw: RawTask;
  /** What the last reading saw is no matter of rules: only what is there now. */
  readonly task: Omit<Task, "read" | "source">;
  /** The task has a result, evidence or quantity. */
  readonly told: boolean;
}

/**
 * What a rule looks at. "task": what it finds in a row hangs on that row and the settings of the plan;
 * "line": on the cells of one line of the table; "plan": on several rows at once. After a change, rules
 * of the first two kinds look at what changed alone.
 */
export type Scope = "task" | "line" | "plan";

/** The part of the appendix to look at: all of it, or what changed. */
export interface Part {
  readonly rows: readonly CheckedRow[];
  /** Rows of the sheet from 1, header included. */
  readonly lines: readonly number[];
}

/** What a rule reports; the runner adds rule id, severity, sheet and words. */
export interface RuleReport<Data> {
  /** Row from 1 and column from 0; null for the whole appendix. */
  readonly at: { readonly row: number; readonly column: number } | null;
  readonly task: string;
  readonly value: string;
  readonly data: Data;
  /** The text that a safe fix would write into the cell. */
  readonly fix?: string;
  readonly candidates?: readonly string[];
}

/** One rule: one file with its meta, its words in both languages and its finder. */
export interface Rule<Data = Record<string, string>> {
  readonly id: string;
  readonly severity: Severity;
  readonly onByDefault: boolean;
  readonly scope: Scope;
  /** What the rule protects, one line in each language. */
  readonly protects: Readonly<Record<Locale, string>>;
  /** Name of the kind for the pane: "ô thiếu sản phẩm". */
  readonly title: Readonly<Record<Locale, string>>;
  readonly message: Readonly<Record<Locale, (data: Data) => string>>;
  readonly advice: Readonly<Record<Locale, string>>;
  find(input: CheckInput, part: Part): readonly RuleReport<Data>[];
}
