import type { ColumnRole, PlanFacts } from "../appendix";
import type { Deadline, IsoDate } from "../deadline";
import type { OwnerReading, Unit } from "../unit";

export type { PlanFacts };

/** The day something was finished; "unknown" when it is done but the day is not known. */
export type FinishDay = IsoDate | "unknown" | null;

/** One of several dates of a task (sheet Mốc thời hạn). */
export interface Milestone {
  readonly due: IsoDate;
  readonly text: string;
  readonly finished: FinishDay;
}

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
  /** Finished on the very day X of "trước ngày X": on time or late depends on the reading asked once. */
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
}

/** Everything the add-in knows of a plan: the truth stands in the sheets and is read from them. */
export interface Tracking {
  readonly settings: Settings;
  readonly tasks: readonly Task[];
  readonly entries: readonly ResultEntry[];
  readonly units: readonly Unit[];
}
