import type { DeadlineDoubt, DeadlineReading, Frequency } from "./types";
import type { Token } from "./tokens";

export type MomentUnit = "day" | "month" | "quarter" | "months" | "year";

/** A day of a year without its year; day 0 is the last day of the month. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/**
 * A calendar day or period whose year may still be open.
 * A day of an open month ("ngày 15") has month 0 and takes the month of its right neighbour.
 */
export interface Moment {
  readonly unit: MomentUnit;
  readonly year: number | null;
  readonly from: MonthDay;
  readonly to: MonthDay;
  /** A single day ("cuối tháng 6" too): it gives no first day. */
  readonly point: boolean;
  /** Years after the plan's own ("năm tiếp theo"). */
  readonly shift?: number;
  /** Place in the year of a month or quarter, to see neighbours; 0 for others. */
  readonly order: number;
}

/** How a time is introduced. */
export type Prefix = "before" | "by" | "within" | "from" | "after" | null;

/** When a repeated deadline falls inside each period; see `Recurrence`. */
export interface DayOfPeriod {
  /** 1–31, or "last". */
  readonly day: number | "last";
  /** The month of a quarter, half-year or year that is meant, when one is named. */
  readonly month: "first" | "last" | null;
}

export interface TimeItem {
  readonly type: "time";
  readonly moments: readonly Moment[];
  /** How several moments of one phrase hang together ("tháng 4, 5" or "tháng 1-4"). */
  readonly join: "list" | "range" | null;
  /** The year may describe a document rather than give the deadline ("kế hoạch năm 2026"). */
  readonly weak?: boolean;
}

export type ItemBody =
  | TimeItem
  | { readonly type: "prefix"; readonly prefix: Exclude<Prefix, null> }
  | { readonly type: "to" }
  | { readonly type: "dash" }
  | { readonly type: "list"; readonly or: boolean }
  | {
      readonly type: "stop";
      /** A semicolon: a day right after it is one more of the same list ("Trước 30/4; 31/8"). */
      readonly lists?: boolean;
    }
  | { readonly type: "onward" }
  | { readonly type: "ongoing" }
  | { readonly type: "frequency"; readonly every: Frequency; readonly anchored: DayOfPeriod | null }
  | { readonly type: "bare-unit"; readonly every: Frequency; readonly anchored: DayOfPeriod | null }
  | { readonly type: "hour" }
  | { readonly type: "weekday"; readonly weekday: number }
  | {
      readonly type: "relative";
      readonly count: number;
      readonly unit: "day" | "working-day" | "week" | "month" | "year" | null;
      readonly event: string;
      readonly direction: "after" | "before";
      readonly dates: boolean;
    }
  | {
      readonly type: "condition";
      /** A date finer than a year stands inside its words. */
      readonly dates: boolean;
    }
  | { readonly type: "none" }
  | { readonly type: "harmless" }
  | { readonly type: "quantity" }
  | {
      readonly type: "broken";
      readonly why: DeadlineDoubt;
      readonly moments: readonly Moment[];
      readonly readings: readonly DeadlineReading[];
    }
  | { readonly type: "other" };

/** What a family understood, and which tokens it took: from `first` up to `end`, not included. */
export type Item = ItemBody & { readonly first: number; readonly end: number };

/** Reads one phrase that begins at a token; null when this family does not know it. */
export type Family = (list: readonly Token[], at: number) => Item | null;

export function item(first: number, end: number, body: ItemBody): Item {
  return { ...body, first, end };
}

export function time(
  first: number,
  end: number,
  moments: readonly Moment[],
  join: "list" | "range" | null = null,
): Item {
  return { type: "time", moments, join, first, end };
}

export function broken(
  first: number,
  end: number,
  why: DeadlineDoubt,
  moments: readonly Moment[] = [],
  readings: readonly DeadlineReading[] = [],
): Item {
  return item(first, end, { type: "broken", why, moments, readings });
}

export function dayMoment(day: number, month: number, year: number | null): Moment {
  const at = { month, day };
  return { unit: "day", year, from: at, to: at, point: true, order: 0 };
}

export function monthMoment(month: number, year: number | null): Moment {
  return {
    unit: "month",
    year,
    from: { month, day: 1 },
    to: { month, day: 0 },
    point: false,
    order: month,
  };
}

export function quarterMoment(quarter: number, year: number | null): Moment {
  return {
    unit: "quarter",
    year,
    from: { month: quarter * 3 - 2, day: 1 },
    to: { month: quarter * 3, day: 0 },
    point: false,
    order: quarter,
  };
}

/** Several whole months of one year, as in "6 tháng đầu năm". */
export function monthsMoment(first: number, last: number, year: number | null): Moment {
  return {
    unit: "months",
    year,
    from: { month: first, day: 1 },
    to: { month: last, day: 0 },
    point: false,
    order: 0,
  };
}

export function yearMoment(year: number | null): Moment {
  return {
    unit: "year",
    year,
    from: { month: 1, day: 1 },
    to: { month: 12, day: 0 },
    point: false,
    order: 0,
  };
}
