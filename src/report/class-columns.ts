import { STATUS_WORDS } from "../tracking";
import type { Counts } from "./types";

/** One printed number column: either counted by a status, or the sum of columns beside it. */
export interface ClassColumn {
  readonly id: keyof Counts;
  /** Words of the upper header; columns with the same words stand under one. */
  readonly over: string;
  readonly header: string;
  /** The status counted; absent for a sum and for the total. */
  readonly status?: string;
  /** Columns (by id) that it sums. */
  readonly sums?: readonly (keyof Counts)[];
}

/**
 * The number columns as authorities print them: total = done + open + stopped. "Sai dữ liệu" has no
 * column: it must be empty, and the proof line says when it is not.
 */
export const CLASS_COLUMNS: readonly ClassColumn[] = [
  { id: "total", over: "Tổng số", header: "" },
  {
    id: "done",
    over: "Đã hoàn thành",
    header: "Cộng",
    sums: ["doneOnTime", "doneLate", "doneNoDeadline", "doneUnknownDate"],
  },
  {
    id: "doneOnTime",
    over: "Đã hoàn thành",
    header: "Đúng hạn",
    status: STATUS_WORDS["done-on-time"],
  },
  { id: "doneLate", over: "Đã hoàn thành", header: "Quá hạn", status: STATUS_WORDS["done-late"] },
  {
    id: "doneNoDeadline",
    over: "Đã hoàn thành",
    header: "Không có hạn",
    status: STATUS_WORDS["done-no-deadline"],
  },
  {
    id: "doneUnknownDate",
    over: "Đã hoàn thành",
    header: "Chưa rõ ngày",
    status: STATUS_WORDS["done-unknown-date"],
  },
  {
    id: "open",
    over: "Chưa hoàn thành",
    header: "Cộng",
    sums: ["openInTime", "openOverdue", "openNoDeadline"],
  },
  {
    id: "openInTime",
    over: "Chưa hoàn thành",
    header: "Trong hạn",
    status: STATUS_WORDS["open-in-time"],
  },
  {
    id: "openOverdue",
    over: "Chưa hoàn thành",
    header: "Quá hạn",
    status: STATUS_WORDS["open-overdue"],
  },
  {
    id: "openNoDeadline",
    over: "Chưa hoàn thành",
    header: "Không có hạn",
    status: STATUS_WORDS["open-no-deadline"],
  },
  { id: "cancelled", over: "Thôi thực hiện", header: "", status: STATUS_WORDS.cancelled },
];
