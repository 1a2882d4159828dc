import type { Area } from "./address";
import type { CellValue } from "./grid";

/** A formula (starting with "=") and the value that the engine says it must give. */
export interface FormulaCell {
  readonly formula: string;
  readonly expected: CellValue;
}

/** A cell to write. null leaves the cell empty. Text is always written as text, never parsed by Excel. */
export type PlanCell = CellValue | null | FormulaCell;

export type HorizontalAlignment = "left" | "center" | "right" | "justify";

/** Looks of an area; what is not named stays as the sheet's default (Times New Roman 12, wrapped, top). */
export interface CellStyle {
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Thin lines around every cell of the area, or one line at its bottom. */
  readonly borders?: "all" | "bottom";
  /** Excel number format in en-US notation, e.g. "dd/mm/yyyy", "#,##0", "@". */
  readonly numberFormat?: string;
  /** false: the cell may be typed in when the sheet is protected (forms only). */
  readonly locked?: boolean;
}

export interface StyledArea {
  readonly area: Area;
  readonly style: CellStyle;
}

/** A block of cells with its top-left corner; rows may not overlap other blocks or tables. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
}

/** A drop-down list, a date or a number rule, or "computed: do not type here". */
export type ValidationRule =
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "list-range"; readonly formula: string }
  | { readonly kind: "date"; readonly from: string; readonly to: string }
  | { readonly kind: "number"; readonly minimum: number }
  | { readonly kind: "computed" };

export interface Validation {
  readonly area: Area;
  readonly rule: ValidationRule;
  /** "stop" refuses a wrong value, "warning" asks. */
  readonly style: "stop" | "warning";
  readonly title: string;
  readonly message: string;
}

export interface ConditionalFormat {
  readonly area: Area;
  /** Formula without structured references, relative to the area's first cell. */
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

/** A column of a native table. With `formula` the whole column holds that one formula text. */
export interface TableColumn {
  /** Stable id in code; columns are found by header text. */
  readonly id: string;
  readonly header: string;
  readonly formula?: string;
  readonly style?: CellStyle;
}

/** A native Excel table: `rows` holds one cell per column; in a formula column the expected value. */
export interface TablePlan {
  /** Unique in the workbook, e.g. "NhiemVu". */
  readonly name: string;
  /** Position of the header row. */
  readonly row: number;
  readonly column: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (CellValue | null)[])[];
  readonly tableStyle?: string;
  readonly filterButtons?: boolean;
}

/** A defined name for one cell or area of the sheet; scope "workbook" unless said. */
export interface NamePlan {
  readonly name: string;
  readonly area: Area;
  readonly scope?: "workbook" | "sheet";
}

/** A native column or bar chart over an area of the sheet. */
export interface ChartPlan {
  readonly kind: "bar-stacked" | "column-clustered";
  readonly title: string;
  readonly source: Area;
  readonly seriesBy: "rows" | "columns";
  /** Place on the sheet, as an area of cells that it covers. */
  readonly place: Area;
  /** Colour of each series, "#RRGGBB"; Excel's own where none is given. */
  readonly colors?: readonly string[];
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  readonly area: Area;
  /** Header rows that are repeated on each page: first and last, from 0. */
  readonly titleRows?: readonly [number, number];
  /** Millimetres. Decree 30/2020: top/bottom 20–25, left 30–35, right 15–20. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly pageNumbers: boolean;
  /**
   * Rows (from 0) that a page begins with, and the scale in per cent: Excel heeds breaks only where the
   * sheet is not fitted to the page. Without it the sheet is fitted to one page's width.
   */
  readonly pages?: { readonly scale: number; readonly breaks: readonly number[] };
}

/**
 * A plain description of one sheet to write. One writer applies any plan; the writer sets A1 to
 * "ĐANG LẬP – CHƯA HOÀN CHỈNH" first and to its true content last.
 */
export interface SheetPlan {
  /** 1–31 characters, none of : \ / ? * [ ]. */
  readonly name: string;
  readonly blocks: readonly CellBlock[];
  readonly tables: readonly TablePlan[];
  readonly styles: readonly StyledArea[];
  readonly merges: readonly Area[];
  /** Points; one per column from A, null keeps the default. */
  readonly columnWidths: readonly (number | null)[];
  /** Points by row from 0, where a row must not take its natural height. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly hiddenColumns?: readonly number[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly names: readonly NamePlan[];
  readonly charts: readonly ChartPlan[];
  /** Rows frozen at the top. */
  readonly frozenRows?: number;
  readonly print?: PrintSetup;
  readonly gridlines?: boolean;
  readonly tabColor?: string;
  /** Protect the sheet (forms only), with unlocked cells to fill in. */
  readonly protect?: boolean;
  /** Links from cells to places in the workbook ("Sheet!A1") or to web addresses. */
  readonly links?: readonly {
    readonly row: number;
    readonly column: number;
    readonly target: string;
  }[];
  /** Areas that the officer may edit: kept when the sheet is made again unless still equal to our last text. */
  readonly editable?: readonly NamePlan[];
}

/** What a sheet in a file of its own may have, such as a form: no tables, charts or names. */
export type FileSheetPlan = Pick<
  SheetPlan,
  | "name"
  | "blocks"
  | "styles"
  | "merges"
  | "columnWidths"
  | "rowHeights"
  | "hiddenColumns"
  | "validations"
  | "frozenRows"
  | "print"
  | "gridlines"
  | "protect"
>;
