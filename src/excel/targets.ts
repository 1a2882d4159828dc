import type { Area, SheetPlan, TableGrid } from "../sheet";
import { ExcelProblem } from "./problem";
import type { ExistingSheet, Refresh, SheetToWrite, WorkbookState } from "./types";

/** A plan with the place in the workbook that it goes to. */
export interface Target {
  readonly plan: SheetPlan;
  /** Name of the sheet in the workbook: the officer may have renamed it. */
  readonly sheet: string;
  /** "new": no such sheet; "empty": there, without content; else how it is refreshed. */
  readonly mode: "new" | "empty" | "keep" | "remake";
  /** How the sheet is refreshed from now on. */
  readonly refresh: Refresh;
  readonly existing: ExistingSheet | null;
  /** The plan's tables that the workbook has already, by name. */
  readonly tables: Readonly<Record<string, TableGrid>>;
}

/**
 * Decides where each plan goes, before anything is written: our tables and names tell our own
 * sheets. Refuses a protected sheet, and a sheet of the same name that is the officer's.
 */
export function findTargets(sheets: readonly SheetToWrite[], state: WorkbookState): Target[] {
  const targets = sheets.map((sheet) => findTarget(sheet, state));
  for (const target of targets) {
    if (state.protectedSheets.includes(target.sheet)) {
      throw new ExcelProblem("protected", target.sheet);
    }
  }
  return targets;
}

function findTarget({ plan, refresh }: SheetToWrite, state: WorkbookState): Target {
  const tables: Record<string, TableGrid> = {};
  for (const { name } of plan.tables) {
    const table = state.tables[name];
    if (table) tables[name] = table;
  }
  const holder =
    Object.values(tables)[0]?.sheet ??
    plan.names.map(({ name }) => state.places[name]?.sheet).find((sheet) => sheet !== undefined);
  const name = holder ?? sameName(state, plan.name);
  if (name === undefined) {
    return { plan, sheet: plan.name, mode: "new", refresh, existing: null, tables };
  }
  const existing = state.targets[name] ?? null;
  if (!existing?.used) {
    return { plan, sheet: name, mode: existing ? "empty" : refresh, refresh, existing, tables };
  }
  const isOurs =
    holder !== undefined ||
    [...plan.names, ...(plan.editable ?? [])].some((item) => item.name in existing.names);
  if (!isOurs) throw new ExcelProblem("foreign-sheet", name);
  return { plan, sheet: name, mode: refresh, refresh, existing, tables };
}

/** Excel's sheet names are one name whatever their case. */
function sameName(state: WorkbookState, name: string): string | undefined {
  const wanted = name.toLocaleLowerCase("vi");
  return state.sheets.find((sheet) => sheet.name.toLocaleLowerCase("vi") === wanted)?.name;
}

/** The smallest area from A1 that holds everything of a plan. */
export function extentOf(plan: SheetPlan): Area {
  let rows = 1;
  let columns = 1;
  const include = (row: number, column: number) => {
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  };
  for (const block of plan.blocks) {
    const width = block.cells.reduce((most, row) => Math.max(most, row.length), 0);
    include(block.row + block.cells.length, block.column + width);
  }
  for (const table of plan.tables) {
    include(table.row + 1 + Math.max(1, table.rows.length), table.column + table.columns.length);
  }
  for (const { area } of plan.styles) include(area.row + area.rows, area.column + area.columns);
  for (const area of plan.merges) include(area.row + area.rows, area.column + area.columns);
  return { row: 0, column: 0, rows, columns };
}
