import type { ColumnRole, PlanFacts } from "../appendix";
import type { Deadline, IsoDate } from "../deadline";
import type { OwnerReading, Unit } from "../unit";

export type { PlanFacts };

/** The day something was finished (yyyy-mm-dd); "unknown" when it is done but the day is not known; null while open. */
export type FinishDay = string | null;

/** One of several dates of a task (sheet Mốc thời hạn). */
export interface Milestone {
  /** NO_DUE when the cell holds no readable date: `unread` then has its text. */
  readonly due: IsoDate;
  readonly text: string;
  readonly finished: FinishDay;
  /** What stands in a date cell and is no date: kept as typed, and the task is invalid until mended. */
  readonly unread?: Readonly<Partial<Record<"due" | "finished", string>>>;
}

/** Stands for "no date" where a day is needed: Excel's last day. */
export const NO_DUE: IsoDate = "9999-12-31";

/** Date columns of a task in Theo dõi. */
export type DateField = "start" | "due" | "adjustedDue" | "finished" | "cancelled";

/** The texts of the appendix that a three-way merge compares, as last read. */
export type ReadField =
  | "number"
  | "section"
  | "title"
  | "product"
  | "lead"
  | "support"
  | "deadline"
  | "note"
  /** Finish, progress, quantity, measure, result and evidence cells together, as JSON. */
  | "result";

/** What kind of deadline counts for a task (column Loại hạn). */
export type DueKind =
  | "dated"
  | "milestones"
  | "recurring"
  | "ongoing"
  | "relative"
  | "conditional"
  | "none"
  | "unclear";

/** One task of the plan, with what was read and what the officer entered. */
export interface Task {
  /** Stable identity ("NV001"); never the STT, which changes. */
  readonly code: string;
  readonly number: string;
  readonly section: readonly string[];
  readonly title: string;
  readonly product: string;
  readonly contents: readonly string[];
  readonly forms: readonly string[];
  readonly audiences: readonly string[];
  /** The owner and time cells as written. */
  readonly leadText: string;
  readonly supportText: string;
  readonly deadlineText: string;
  /** Canonical names; the first lead is the one that totals count. */
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly owner: OwnerReading;
  readonly deadline: Deadline;
  readonly dueKind: DueKind;
  readonly start: IsoDate | null;
  readonly due: IsoDate | null;
  readonly milestones: readonly Milestone[];
  readonly adjustedDue: IsoDate | null;
  readonly adjustedBasis: string;
  readonly adjustedReason: string;
  readonly extensions: number;
  /** Progress mark "Đã xong". */
  readonly done: boolean;
  readonly finished: IsoDate | null;
  readonly cancelled: IsoDate | null;
  readonly note: string;
  /** The appendix as last read; a field that is missing was never read. */
  readonly read?: Readonly<Partial<Record<ReadField, string>>>;
  /** What stands in a date cell of Theo dõi and is no date: kept as typed, and the task is invalid until mended. */
  readonly unread?: Readonly<Partial<Record<DateField, string>>>;
  /** Where the row stands in the appendix; null when it is gone from it. Row from 1, columns from 0. */
  readonly source: {
    readonly sheet: string;
    readonly row: number;
    readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  } | null;
}

/** One report of work done (sheet Kết quả). */
export interface ResultEntry {
  readonly code: string;
  readonly date: IsoDate | null;
  readonly unit: string;
  readonly quantity: number | null;
  /** Unit of measure: "tin, bài", "hội nghị", "lượt người". */
  readonly measure: string;
  readonly result: string;
  readonly evidence: string;
  readonly difficulty: string;
  /** "phụ lục", "ngăn", "phiếu: ‹file›". */
  readonly source: string;
  /** What stands in the date or quantity cell and cannot be read: kept as typed. */
  readonly unread?: Readonly<Partial<Record<"date" | "quantity", string>>>;
}

/** A day on which offices are closed, or a weekend day on which they work (table NgayNghi). */
export interface CalendarDay {
  readonly date: IsoDate;
  readonly kind: "off" | "worked";
  readonly name: string;
}

/** The words that the drop-down lists offer. */
export interface WordLists {
  readonly contents: readonly string[];
  readonly forms: readonly string[];
  readonly audiences: readonly string[];
}

/** The eight exclusive classes at a date, and "invalid" which must be empty before a report is closed. */
export type TaskClass =
  | "done-on-time"
  | "done-late"
  | "done-no-deadline"
  | "done-unknown-date"
  | "open-in-time"
  | "open-overdue"
  | "open-no-deadline"
  | "cancelled"
  | "invalid";

export interface TaskStatus {
  readonly class: TaskClass;
  /** Flag on "open-in-time": due within the days of warning. */
  readonly dueSoon: boolean;
  /** Days after the due day: of the finish when done late, of the as-of date when overdue; else 0. */
  readonly daysLate: number;
  /** The due day that counts (adjusted, else original, else the last milestone); null without one. */
  readonly due: IsoDate | null;
  /** The first milestone not done in time, when that is what makes the task overdue. */
  readonly missedMilestone: IsoDate | null;
  /** "Trước ngày X" was not asked yet and the class at this date hangs on it: finished on X, or open on X. */
  readonly dependsOnReading: boolean;
}

/** Settings that the officer keeps on the sheet Thiết lập. */
export interface Settings {
  readonly plan: PlanFacts;
  /** The day that Theo dõi counts to (NgaySoLieu). */
  readonly asOf: IsoDate;
  readonly warningDays: number;
  /** Whether finishing on X counts as in time for "trước ngày X"; null: not asked yet, counted by the letter. */
  readonly beforeIncludesDay: boolean | null;
  readonly basedOn: string;
  readonly recipient: string;
  readonly place: string;
  readonly signerTitle: string;
  readonly signerName: string;
  /** What stands in a date or number cell and cannot be read: kept as typed. */
  readonly unread?: Readonly<
    Partial<Record<"asOf" | "planDate" | "planYear" | "warningDays", string>>
  >;
}

/** Everything the add-in knows of a plan: the truth stands in the sheets and is read from them. */
export interface Tracking {
  readonly settings: Settings;
  readonly tasks: readonly Task[];
  readonly entries: readonly ResultEntry[];
  readonly units: readonly Unit[];
  /** Missing: the founding plan's lists. */
  readonly lists?: WordLists;
  /** Days off and working weekend days that the officer keeps; missing: none kept. */
  readonly calendar?: readonly CalendarDay[];
}
