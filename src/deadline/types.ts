import type { IsoDate } from "./iso-date";

/** What kind of time the cell gives. */
export type DeadlineKind =
  "dated" | "recurring" | "ongoing" | "relative" | "conditional" | "none" | "unreadable";

export type Frequency = "day" | "week" | "month" | "quarter" | "half-year" | "year";

/** A reading without its explanation: the answer that a question may offer. */
export interface DeadlineReading {
  readonly kind: DeadlineKind;
  /** First day, where the cell gives one. */
  readonly start: IsoDate | null;
  /** Last day on which finishing counts as on time. */
  readonly due: IsoDate | null;
  readonly ongoing: boolean;
  readonly every: Frequency | null;
  /** The end day of each of several milestones, in order; null unless several. */
  readonly milestones: readonly IsoDate[] | null;
}

/** Why a deadline could not be read safely. */
export type DeadlineDoubt =
  | "no-such-day"
  | "broken-date"
  | "no-year"
  | "start-after-end"
  | "left-over-words"
  | "two-readings"
  | "not-a-deadline"
  | "swapped-day-and-month";

/** When a repeated deadline falls inside each of its periods. */
export interface Recurrence {
  readonly every: Frequency;
  /** 0 is Sunday; only for weekly ones, empty when no weekday is named. */
  readonly weekdays: readonly number[];
  /**
   * Days inside the period, empty when none is named (then its last day). `month` counts from the period's
   * first month (1–12 of a year, 1–3 of a quarter, 1 of a month); day 0 is the last day of that month.
   */
  readonly days: readonly { readonly month: number; readonly day: number }[];
  /** Written "trước ngày X": the day before X is the last in time. */
  readonly before: boolean;
}

/** A cell's text read: the reading, the words it came from, and what is doubtful. */
export interface Deadline extends DeadlineReading {
  /** The text as written. */
  readonly text: string;
  /** Set when the due day came from "trước ngày X": X. `due` is then the day before, by the letter. */
  readonly before: IsoDate | null;
  /** Set when the deadline counts from an event or a date: the count, its unit, the words of the event. */
  readonly relative: {
    readonly count: number;
    readonly unit: "day" | "working-day" | "week" | "month" | "year" | null;
    readonly event: string;
    /** Set when the days are counted back from the event ("10 ngày trước kỳ họp"). */
    readonly beforeEvent?: boolean;
  } | null;
  /** Of a recurring deadline: the days that `occurrences` counts. */
  readonly recurrence?: Recurrence;
  /** Id of the rule that gave the reading, e.g. "quarter", "range-of-months". */
  readonly rule: string;
  /** The words that gave each part. */
  readonly evidence: readonly {
    readonly part: "start" | "due" | "milestone" | "every" | "ongoing";
    readonly words: string;
  }[];
  /** Words that were not understood and cannot change the date; shown beside it. */
  readonly leftOver: readonly string[];
  /** Not null: this is a question for the officer, and kind is "unreadable" unless a reading is safe. */
  readonly doubt: {
    readonly why: DeadlineDoubt;
    readonly candidates: readonly DeadlineReading[];
  } | null;
}

export interface DeadlineOptions {
  /** The year that a date without a year belongs to; null when no year is known. */
  readonly year: number | null;
  /** The column's header counts days ("Số ngày dự kiến"): a bare number is a count of days. */
  readonly countsDays?: boolean;
}
