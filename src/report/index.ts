/**
 * Reports: a period → figures → content → sheet plans, Word and plain sentences.
 * Everything is a pure function of the tracking and the request; nothing is read from the status of Theo dõi.
 */
import type { SheetPlan } from "../sheet";
import { listSheet } from "./list-sheet";
import { summarySheet } from "./summary-sheet";
import type { Report } from "./types";

export { asClosed, changesSinceClosing, closedReport, closingObstacle } from "./closing";
export { reportContent } from "./content";
export { paragraphToWeaveIn } from "./content-parts";
export { readReportTable } from "./earlier";
export { reportHtml } from "./html";
export { officersParts, type OfficersWords } from "./officers-words";
export { DEFAULT_OUTLINE, readOutline, type Outline } from "./outline";
export { makeReport, reportNames } from "./make-report";
export { previousPeriod, samePeriodLastYear } from "./periods";
export { reportSentences } from "./sentences";
export { overdueByUnit, urgingText, type UnitUrging, type UrgedBefore } from "./urging";
export { urgingDocument, urgingHtml } from "./urging-document";
export { urgingSheet, urgingSheetName } from "./urging-sheet";
export { reportDocument } from "./word";
export type * from "./types";

/** The two sheets of a report: BC (portrait, figures) first, then DM (landscape, its list of tasks). */
export function reportSheets(report: Report): SheetPlan[] {
  return [summarySheet(report), listSheet(report)];
}
