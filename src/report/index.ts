/**
 * Reports: a period → figures → content → sheet plans, Word and plain sentences.
 * Everything is a pure function of the tracking and the request; nothing is read from the status of Theo dõi.
 */
import type { SheetPlan } from "../sheet";
import { listSheet } from "./list-sheet";
import { summarySheet } from "./summary-sheet";
import type { Report } from "./types";

export { closedReport, closingObstacle, fingerprintOf, type ClosedReport } from "./closing";
export { reportContent, type DocumentContent, type DocumentTable, type Paragraph } from "./content";
export { paragraphToWeaveIn } from "./content-parts";
export { CLASSES, countStatuses, LATENESS_BANDS, latenessBands } from "./counts";
export { readReportTable } from "./earlier";
export { daysOfKey, NO_DUE_DAY, NOT_SORTED } from "./figures";
export { reportHtml } from "./html";
export { NO_LEAD, NO_SECTION } from "./lines";
export { LIST_COLUMNS_OF_REPORT } from "./list-columns";
export { makeReport, reportNames, type ReportNames } from "./make-report";
export { DEFAULT_OUTLINE, type Outline, type OutlinePart, type OutlineSection } from "./outline";
export { reportSentences } from "./sentences";
export { overdueByUnit, urgingText, type UnitUrging, type UrgedTask } from "./urging";
export { urgingContent, urgingDocument, urgingHtml } from "./urging-document";
export { urgingSheet, urgingSheetName } from "./urging-sheet";
export { CHANGE_WORDS, GROUP_WORDS, READER_WORDS, showNumber, showRate } from "./words";
export { reportDocument } from "./word";
export type * from "./types";

/** The two sheets of a report: BC (portrait, figures) first, then DM (landscape, its list of tasks). */
export function reportSheets(report: Report): SheetPlan[] {
  return [summarySheet(report), listSheet(report)];
}
