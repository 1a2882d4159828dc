import type { SheetPlan } from "../sheet";
import type { Tracking } from "../task";
import type { TablesPresent } from "./formulas";
import { NAMES, TABLES } from "./names";
import { calendarSheet, entrySheet, milestoneSheet, unitSheet } from "./other-sheets";
import { settingsSheet } from "./settings-sheet";
import { taskSheet } from "./task-sheet";

export interface TrackingSheetsOptions {
  /** Names of the tables that the workbook already has: their sheets are written again even when empty. */
  readonly tables?: readonly string[];
  /** Write the sheet Ngày nghỉ too. */
  readonly calendar?: boolean;
}

/** Names of all tables of the tracking: what a reading of the workbook asks for. */
export const TRACKING_TABLES: readonly string[] = Object.values(TABLES);

/** All names of the tracking, cells and lists: what a reading of the workbook asks for. */
export const TRACKING_NAMES: readonly string[] = Object.values(NAMES);

/** Which tables the formulas may name once these sheets are written. */
export function tablesPresent(tracking: Tracking, existing: readonly string[] = []): TablesPresent {
  return {
    milestones:
      existing.includes(TABLES.milestones) ||
      tracking.tasks.some(
        ({ dueKind, milestones }) => dueKind === "milestones" || milestones.length > 0,
      ),
    entries: existing.includes(TABLES.entries) || tracking.entries.length > 0,
  };
}

/**
 * The add-in's sheets for a tracking, Theo dõi first: Kết quả and Mốc thời hạn only where they hold
 * something or exist already, Ngày nghỉ only when asked for or kept. Every computed cell comes with
 * the value that its formula must give.
 */
export function trackingSheets(
  tracking: Tracking,
  options: TrackingSheetsOptions = {},
): SheetPlan[] {
  const existing = options.tables ?? [];
  const present = tablesPresent(tracking, existing);
  const withCalendar =
    options.calendar === true ||
    tracking.calendar !== undefined ||
    existing.includes(TABLES.daysOff);
  return [
    taskSheet(tracking, present),
    ...(present.entries ? [entrySheet(tracking)] : []),
    ...(present.milestones ? [milestoneSheet(tracking)] : []),
    unitSheet(tracking.units),
    settingsSheet(tracking),
    ...(withCalendar ? [calendarSheet(tracking.calendar ?? [])] : []),
  ];
}
