/** The languages of the pane. */
export type Locale = "vi" | "en";

/** Keys that the catalogue must name, one word for each. They mirror the rooms that own them. */
export type ColumnRole =
  | "number"
  | "code"
  | "field"
  | "task"
  | "product"
  | "lead"
  | "support"
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

/** A reporting period, as the room deadline gives it. */
export interface NamedPeriod {
  readonly kind:
    "month" | "quarter" | "first-half" | "last-half" | "nine-months" | "year" | "custom";
  readonly year: number;
  /** 1–12 for a month, 1–4 for a quarter, else 0. */
  readonly number: number;
  readonly from: string;
  readonly to: string;
  /** "6 tháng đầu năm 2024". */
  readonly name: string;
}
