import type { SheetGrid, SheetPlan, TableGrid } from "../../src/sheet";
import type { WorkbookState } from "../../src/excel";

/** A plan with nothing in it but what is given. */
export function plan(parts: Partial<SheetPlan>): SheetPlan {
  return {
    name: "Theo dõi",
    blocks: [],
    tables: [],
    styles: [],
    merges: [],
    columnWidths: [],
    rowHeights: {},
    validations: [],
    conditionalFormats: [],
    names: [],
    charts: [],
    ...parts,
  };
}

/** A workbook as read, with nothing in it but what is given. */
export function state(parts: Partial<WorkbookState>): WorkbookState {
  return {
    sheets: [{ name: "Phụ lục", visible: true }],
    activeSheet: "Phụ lục",
    grid: null as SheetGrid | null,
    otherGrid: null,
    tables: {},
    names: {},
    settings: {},
    protectedSheets: [],
    targets: {},
    places: {},
    ...parts,
  };
}

/** A table as read back. */
export function table(
  name: string,
  headers: readonly string[],
  rows: TableGrid["rows"],
  at: { readonly sheet?: string; readonly row?: number; readonly column?: number } = {},
): TableGrid {
  return {
    name,
    sheet: at.sheet ?? "Theo dõi",
    area: {
      row: at.row ?? 2,
      column: at.column ?? 0,
      rows: rows.length + 1,
      columns: headers.length,
    },
    headers,
    rows,
  };
}
