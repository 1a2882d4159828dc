/** The add-in's own sheets: tasks, results, milestones, units and settings to sheet plans and back. */
export * from "./names";
export { type TablesPresent } from "./formulas";
export { readTracking, type TrackingReading } from "./read-tracking";
export {
  tablesPresent,
  TRACKING_NAMES,
  TRACKING_TABLES,
  trackingSheets,
  type TrackingSheetsOptions,
} from "./sheets";
export { readDay, readNumber } from "./read-table";
export { CENTERED, DATE_RULE, DATE_STYLE, tableSheet, type ColumnPlan } from "./table-sheet";
