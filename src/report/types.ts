import type { IsoDate, Period } from "../deadline";
import type { ResultEntry, Settings, Task, TaskClass, TaskStatus } from "../task";
import type { CellValue } from "../sheet";
import type { Unit } from "../unit";

/**
 * For whom the report is made: the authority above (no late department is named), the agency's
 * leaders (by unit, those late again and again), or the office (a department's own report).
 */
export type Reader = "authority" | "leaders" | "office";

export interface ReportRequest {
  readonly period: Period;
  /** Day to count to; a day after the period's last day is taken as that last day. */
  readonly asOf: IsoDate;
  readonly reader: Reader;
  /** Only the tasks that this unit leads or helps with (a department's report to the office). */
  readonly unit?: string;
  /** Report of the year: also tell what was finished after the cut-off, up to 31/12 (bổ sung sau ngày chốt). */
  readonly afterCutOff?: boolean;
}

/** Tasks counted by the exclusive classes at one date; the sums follow from the classes. */
export interface Counts {
  readonly total: number;
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly doneNoDeadline: number;
  readonly doneUnknownDate: number;
  readonly openInTime: number;
  readonly openOverdue: number;
  readonly openNoDeadline: number;
  readonly cancelled: number;
  /** Must be 0 before a report is closed. */
  readonly invalid: number;
  /** All four kinds of done. */
  readonly done: number;
  /** All three kinds of open. */
  readonly open: number;
  /** Done on time + done late + done without date + open overdue. */
  readonly comeDue: number;
  /** Open overdue / come due, 0 to 1; null when nothing has come due. */
  readonly overdueRate: number | null;
  /** A flag on "open in time", not a class. */
  readonly dueSoon: number;
}

/** The counts of one unit, section, content, form, month or quarter. */
export interface Breakdown {
  /** Stable key; for a month "2024-03", for a quarter "2024-Q1", else the label. */
  readonly key: string;
  readonly label: string;
  readonly counts: Counts;
}

/** Days late in the four bands 1–2, 3–7, 8–30 and more than 30 days. */
export type LatenessBands = readonly [number, number, number, number];

/** What was produced, by unit of measure ("tin, bài", "hội nghị", "lượt người"). */
export interface MeasureTotal {
  readonly measure: string;
  readonly inPeriod: number;
  /** From the first day of the plan's reporting year to the as-of date. */
  readonly toDate: number;
}

/** The group of the list of tasks that a line stands in (column "Mục"). Exclusive. */
export type LineGroup =
  | "done-in-period"
  | "done-before"
  | "done-unknown-date"
  | "overdue"
  | "due-in-period"
  | "due-next-period"
  | "due-later"
  | "no-deadline-with-result"
  | "no-deadline-without-result"
  | "unclear-deadline"
  | "cancelled"
  | "invalid";

/** What became of a task since the earlier report. Exclusive. */
export type LineChange = "none" | "done-since" | "newly-overdue" | "still-overdue";

/** One task as the report sees it at the as-of date. */
export interface ReportLine {
  readonly task: Task;
  readonly status: TaskStatus;
  /** Its status by the deadline first set, when the deadline was adjusted; else the same. */
  readonly originalStatus: TaskStatus;
  readonly group: LineGroup;
  /** Label of the unit that the totals count it under. */
  readonly lead: string;
  /** Title of its outermost section. */
  readonly section: string;
  /** Entries of the period, oldest first. */
  readonly entries: readonly ResultEntry[];
  readonly quantityInPeriod: number;
  readonly quantityToDate: number;
  /** What came of it in the period: counts, results and evidence, in words. */
  readonly resultText: string;
  /** Difficulties and causes named in the period. */
  readonly causeText: string;
  /** Times its unit was late with a milestone or an extension: used for "nhiều lần chậm". */
  readonly extensions: number;
}

/** How an earlier report counted: from its own list, or counted anew at its cut-off. */
export interface EarlierReport {
  /** "6 tháng đầu năm 2024". */
  readonly name: string;
  readonly asOf: IsoDate;
  /** False: no such report was kept; its figures are counted anew from what is known today. */
  readonly kept: boolean;
  readonly classes: Readonly<Record<string, TaskClass>>;
  /** What its list said of each task, to tell moved deadlines and edited texts; none when counted anew. */
  readonly texts?: Readonly<Record<string, { readonly title: string; readonly due: CellValue }>>;
}

/** What a report is set against, where it exists. */
export interface EarlierReports {
  /** The report of the period before; of the year, the one of its first half. */
  readonly earlier?: EarlierReport | null;
  /** The report of the same period of the year before. */
  readonly sameLastYear?: EarlierReport | null;
}

/** What changed since the earlier report; codes of tasks. */
export interface Comparison {
  readonly earlier: EarlierReport;
  readonly counts: Counts;
  readonly changes: Readonly<Record<string, LineChange>>;
  readonly doneSince: readonly string[];
  readonly newlyOverdue: readonly string[];
  /** Overdue then and now. */
  readonly stillOverdue: readonly string[];
  /** Overdue then, now done, moved or stopped. */
  readonly noLongerOverdue: readonly string[];
  /** Not in the earlier report. */
  readonly added: readonly string[];
  /** Due on another day than the earlier report said; those adjusted where its list is not known. */
  readonly moved: readonly string[];
  /** Worded otherwise than in the earlier report. */
  readonly edited: readonly string[];
}

export interface UnitLateness {
  readonly unit: string;
  readonly overdue: number;
  readonly doneLate: number;
}

/** All numbers of a report; sheets, Word and the pane only show them. */
export interface Figures {
  readonly all: Counts;
  /** By the deadlines first set; null when no deadline was adjusted. */
  readonly original: Counts | null;
  readonly byLead: readonly Breakdown[];
  /** Tasks that a unit helps with: counted apart, never in the totals. */
  readonly byCoordinating: readonly Breakdown[];
  readonly bySection: readonly Breakdown[];
  readonly byContent: readonly Breakdown[];
  readonly byForm: readonly Breakdown[];
  /** By the month and the quarter of the due day that counts; last the tasks without one. */
  readonly byMonth: readonly Breakdown[];
  readonly byQuarter: readonly Breakdown[];
  readonly overdueDays: LatenessBands;
  readonly doneLateDays: LatenessBands;
  readonly measures: readonly MeasureTotal[];
  readonly entriesInPeriod: number;
  /** Entries without a date: in no period, named so that none is lost. */
  readonly undatedEntries: number;
  /** Open tasks without a deadline that have, or lack, an entry in the period. */
  readonly noDeadlineWithResult: number;
  readonly noDeadlineWithoutResult: number;
  readonly groups: Readonly<Record<LineGroup, number>>;
  /** Tasks whose deadline could not be read: also counted under "không có thời hạn". */
  readonly unclear: number;
  readonly extended: number;
  readonly repeatedlyLate: readonly UnitLateness[];
  readonly comparison: Comparison | null;
  /** Against the same period of the year before, where its report is in the workbook. */
  readonly sameLastYear: Comparison | null;
  /** Only in the report of the year: open, due by 31/12. */
  readonly expectedByYearEnd: number;
  /** Only in the report of the year: overdue, or due after 31/12. */
  readonly carriedOver: number;
  /** Only in the report of the year, on request: tasks finished after the cut-off, up to 31/12. */
  readonly afterCutOff: readonly string[] | null;
}

/** A report as plain data: what was asked, the lines, the figures, the names of its sheets. */
export interface Report {
  readonly request: ReportRequest;
  readonly period: Period;
  /** The day that is counted to; never after the period's last day. */
  readonly asOf: IsoDate;
  /** Counts to a day before the cut-off: a draft, which cannot be closed. */
  readonly draft: boolean;
  readonly reader: Reader;
  readonly unit: string | null;
  readonly settings: Settings;
  readonly units: readonly Unit[];
  readonly lines: readonly ReportLine[];
  readonly figures: Figures;
  /** First day that "lũy kế từ đầu năm" counts from. */
  readonly yearStart: IsoDate;
  /** Last day of the period that follows. */
  readonly nextEnd: IsoDate;
  /** Which tables of the tracking the formulas may name. */
  readonly tables: { readonly milestones: boolean; readonly entries: boolean };
  /** The totals by unit of measure can be summed over the whole table KetQua. */
  readonly measuresFollow: boolean;
  /** Row (from 1) of each code in the table NhiemVu. */
  readonly rowOf: Readonly<Record<string, number>>;
  readonly sheets: { readonly summary: string; readonly list: string };
  /** Name of the native table on the list's sheet. */
  readonly table: string;
}
