/**
 * Reports: a period → figures → content → sheet plans, Word and plain sentences.
 * Everything is a pure function of the tracking and the request; nothing is read from the status of Theo dõi.
 */
import type { SheetPlan } from "../sheet";
import { listSheet } from "./list-sheet";
import { summarySheet } from "./summary-sheet";
import type { Report } from "./types";

export { CLASSES, countStatuses, LATENESS_BANDS, latenessBands } from "./counts";
export { daysOfKey, NO_DUE_DAY, NOT_SORTED } from "./figures";
export { NO_LEAD, NO_SECTION } from "./lines";
export { LIST_COLUMNS_OF_REPORT } from "./list-columns";
export { makeReport, reportNames, type ReportNames } from "./make-report";
export { GROUP_WORDS, READER_WORDS, showNumber, showRate } from "./words";
export type * from "./types";

/** The two sheets of a report: BC (portrait, figures) first, then DM (landscape, its list of tasks). */
export function reportSheets(report: Report): SheetPlan[] {
  return [summarySheet(report), listSheet(report)];
}
