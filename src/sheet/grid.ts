import type { Area } from "./address";

/** What Excel gives for a cell's value: text, a number (dates are serial numbers), a boolean; "" is empty. */
export type CellValue = string | number | boolean;

/** One reading of a sheet's used range. All rows have the same length. */
export interface SheetGrid {
  readonly sheet: string;
  /** Sheet row, from 0, of the first row of the arrays below. */
  readonly row: number;
  /** Sheet column, from 0, of the first column of the arrays below. */
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  /** The text that the cell shows. */
  readonly text: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Merged areas, in sheet coordinates. */
  readonly merges: readonly Area[];
  /** Font names where they were asked for (legacy encodings). */
  readonly fonts?: readonly (readonly string[])[];
}

/** An Excel table or a block with a header row, as read back from one of the add-in's own sheets. */
export interface TableGrid {
  readonly name: string;
  readonly sheet: string;
  /** Area of header and body in sheet coordinates. */
  readonly area: Area;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** All that one request reads of a workbook: the active sheet, the names of the sheets, the add-in's own tables and names. */
export interface WorkbookReading {
  readonly sheets: readonly { readonly name: string; readonly visible: boolean }[];
  readonly activeSheet: string;
  /** The active sheet's used range; null when the sheet is empty. */
  readonly grid: SheetGrid | null;
  /** The add-in's tables that exist, by table name (NhiemVu, KetQua, MocThoiHan, DonVi, NgayNghi, …). */
  readonly tables: Readonly<Record<string, TableGrid>>;
  /** Values of the add-in's named cells that exist, by name (NgaySoLieu, SoKeHoach, …). */
  readonly names: Readonly<Record<string, CellValue>>;
  /** The add-in's settings kept in the workbook, by key (JSON values). */
  readonly settings: Readonly<Record<string, unknown>>;
}
