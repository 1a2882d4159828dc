import type { IsoDate } from "../deadline";
import type { FileSheetPlan } from "../sheet";
import type { ResultEntry } from "../task";

/** The form of one unit for one period (phiếu báo cáo). */
export interface Form {
  readonly unit: string;
  /** "Phiếu báo cáo – Phòng Quản lý đầu tư – 6 tháng 2024.xlsx". */
  readonly fileName: string;
  readonly sheet: FileSheetPlan;
  readonly leadTasks: number;
  readonly supportTasks: number;
}

/** What ties a form to its plan, period and unit; written on the form and read back. */
export interface FormKey {
  readonly plan: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly unit: string;
}

/** One row of a returned form that names a task. */
export interface ReturnedRow {
  /** Row of the file's sheet, from 1. */
  readonly row: number;
  readonly code: string;
  /** Check mark of the plan's text as it was sent; "" when the column is gone. */
  readonly mark: string;
  readonly title: string;
  readonly finished: IsoDate | null;
  readonly quantity: number | null;
  readonly measure: string;
  readonly result: string;
  readonly evidence: string;
  readonly difficulty: string;
}

/** Work that came up and is not in the plan (việc phát sinh). */
export interface NewWork {
  readonly row: number;
  readonly title: string;
  readonly finished: IsoDate | null;
  readonly quantity: number | null;
  readonly measure: string;
  readonly result: string;
  readonly evidence: string;
  readonly difficulty: string;
}

/** Something on a returned form that only a person can settle; nothing of it is dropped. */
export interface FormProblem {
  readonly kind:
    | "no-form"
    | "no-key"
    | "several-tables"
    | "renamed-column"
    | "missing-column"
    | "unreadable-date"
    | "unreadable-number"
    | "error-value"
    | "merged-cells"
    | "no-code"
    | "unknown-code"
    | "missing-rows"
    | "text-changed"
    | "plan-changed"
    | "finish-of-support"
    | "finish-of-group"
    | "duplicate-row"
    | "other-version";
  /** "H17"; "" when it concerns the whole file. */
  readonly cell: string;
  /** The text as it stands on the form. */
  readonly value: string;
  /** Code of the task concerned. */
  readonly code?: string;
  /** Row of the file's sheet, from 1, and the row that it contradicts. */
  readonly row?: number;
  readonly otherRow?: number;
  readonly unit?: string;
  /** What it is beside: the column's own header, the text of Theo dõi, the name of the other file. */
  readonly other?: string;
}

/** A file that came back, read; nothing is decided yet. */
export interface ReturnedForm {
  readonly fileName: string;
  readonly key: FormKey | null;
  readonly rows: readonly ReturnedRow[];
  readonly newWork: readonly NewWork[];
  readonly problems: readonly FormProblem[];
  /** Equal for two files that say the same, in whatever order their rows stand. */
  readonly version: string;
}

/** Where two sides say different things about the same task of the same unit. */
export interface Conflict {
  /** Stable key: code, unit, what. */
  readonly id: string;
  readonly kind: "entry" | "finish";
  readonly code: string;
  readonly unit: string;
  readonly options: readonly ConflictOption[];
}

export interface ConflictOption {
  /** Stable key of what it says. */
  readonly id: string;
  /** "phiếu: ‹file›", or the source of the entry that is already there. */
  readonly source: string;
  readonly present: boolean;
  /** For an entry. */
  readonly entry: ResultEntry | null;
  /** For a finish day. */
  readonly finished: IsoDate | null;
}

/** The officer's choice for a conflict: ids of the options to keep. */
export type Decisions = Readonly<Record<string, readonly string[]>>;

/** What happened to one file. */
export interface FormOutcome {
  readonly fileName: string;
  readonly unit: string;
  readonly state:
    "taken" | "nothing-new" | "wrong-plan" | "wrong-period" | "unknown-unit" | "not-a-form";
  readonly late: boolean;
  readonly version: string;
  /** Rows that name a task, and those of them that were filled in. */
  readonly rows: number;
  readonly filled: number;
  readonly problems: readonly FormProblem[];
}

/** One line of the book of received reports (sổ nhận báo cáo). */
export interface Receipt {
  readonly unit: string;
  /** First and last day of the period. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly sendBy: IsoDate | null;
  readonly received: IsoDate | null;
  /** Counted from 1; 0 while nothing has come. */
  readonly version: number;
  /** Marks of the versions received, in the order of their coming. */
  readonly versions: readonly string[];
  readonly returnedReason: string;
  readonly newDate: IsoDate | null;
}
