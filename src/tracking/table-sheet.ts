import {
  columnLetters,
  type Area,
  type CellBlock,
  type CellStyle,
  type CellValue,
  type ConditionalFormat,
  type NamePlan,
  type PlanCell,
  type SheetPlan,
  type StyledArea,
  type TablePlan,
  type Validation,
  type ValidationRule,
} from "../sheet";

/** A column of one of the tracking tables: its looks, and what may be typed into it. */
export interface ColumnPlan {
  readonly id: string;
  readonly header: string;
  /** Points. */
  readonly width: number;
  readonly style?: CellStyle;
  /** The column is computed: one formula for all rows. */
  readonly formula?: string;
  readonly hidden?: boolean;
  /** Title and message are shown when a cell of the column is selected. */
  readonly input?: {
    readonly rule: ValidationRule;
    readonly style: Validation["style"];
    readonly title: string;
    readonly message: string;
  };
}

/** A sheet with some lines of title and one table under them. */
export interface TableSheetOptions {
  readonly name: string;
  readonly table: string;
  /** Lines above the table, from A1; the first is the title. */
  readonly lines: readonly (readonly PlanCell[])[];
  readonly lineStyles?: readonly StyledArea[];
  readonly columns: readonly ColumnPlan[];
  /** One cell for each column; in a computed column the value that the formula must give. */
  readonly rows: readonly (readonly (CellValue | null)[])[];
  readonly formats?: (place: TablePlace) => readonly ConditionalFormat[];
  readonly names?: (place: TablePlace) => readonly NamePlan[];
  readonly tabColor: string;
  /** Last column of the printed page, from 0; the last visible one unless said. */
  readonly lastPrinted?: number;
}

/** Where the table's body stands. */
export interface TablePlace {
  /** Sheet row from 1 of the first row of the body. */
  readonly firstRow: number;
  /** Body rows with room below for rows that are typed later. */
  readonly room: Area;
  /** Body rows, at least one. */
  readonly body: Area;
  /** Place of a column, from 0. */
  readonly column: (header: string) => number;
  /** Letters of a column, for formulas relative to the first row. */
  readonly letters: (header: string) => string;
}

export const FONT_SIZE = 11;
export const DATE_FORMAT = "dd/mm/yyyy";
export const DATE_STYLE: CellStyle = { horizontal: "center", numberFormat: DATE_FORMAT };
export const TEXT_STYLE: CellStyle = { numberFormat: "@" };
export const CENTERED: CellStyle = { horizontal: "center" };

/** What the officer reads at a cell that is computed. */
const COMPUTED_TITLE = "Ô này tự tính";
/** Days that may be typed into a date column. */
export const DATE_RULE: ValidationRule = { kind: "date", from: "2000-01-01", to: "2100-12-31" };

const HEADER: CellStyle = {
  bold: true,
  fontSize: FONT_SIZE,
  horizontal: "center",
  vertical: "center",
  wrap: true,
  fill: "#DCE6F1",
  color: "#000000",
  borders: "all",
};
const COMPUTED_FILL = "#F2F2F2";
const ALARM = { fill: "#C00000", color: "#FFFFFF" };
/** Points: two lines of the header. */
const HEADER_HEIGHT = 34;
/** Rows below the table that already carry the rules for what may be typed. */
const ROOM = 200;

/** Lays a table out with its title, its rules of input, its print set-up and its guard of formulas. */
export function tableSheet(options: TableSheetOptions): SheetPlan {
  const { columns, rows } = options;
  const headerRow = options.lines.length;
  const bodyRows = Math.max(1, rows.length);
  const place: TablePlace = {
    firstRow: headerRow + 2,
    body: { row: headerRow + 1, column: 0, rows: bodyRows, columns: columns.length },
    room: { row: headerRow + 1, column: 0, rows: bodyRows + ROOM, columns: columns.length },
    column: (header) => columns.findIndex((one) => one.header === header),
    letters: (header) => columnLetters(columns.findIndex((one) => one.header === header)),
  };
  const hidden = columns.flatMap((one, index) => (one.hidden ? [index] : []));
  const lastVisible = columns.reduce((last, one, index) => (one.hidden ? last : index), 0);
  const width = columns.length;
  const block: CellBlock = { row: 0, column: 0, cells: options.lines };
  const table: TablePlan = {
    name: options.table,
    row: headerRow,
    column: 0,
    columns: columns.map(({ id, header, formula, style }) => ({
      id,
      header,
      ...(formula === undefined ? {} : { formula }),
      style: looks(style, formula),
    })),
    rows,
    tableStyle: "TableStyleLight15",
    filterButtons: true,
  };
  return {
    name: options.name,
    blocks: options.lines.length > 0 ? [block] : [],
    tables: [table],
    styles: [
      { area: { row: 0, column: 0, rows: headerRow, columns: width }, style: { wrap: false } },
      ...(options.lineStyles ?? [
        { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true, fontSize: 14 } },
      ]),
      { area: { row: headerRow, column: 0, rows: 1, columns: width }, style: HEADER },
      { area: place.body, style: { fontSize: FONT_SIZE, borders: "all" } },
      ...columns.flatMap(({ style, formula }, column) => {
        const area = { ...place.body, column, columns: 1 };
        const own: CellStyle = { ...style, ...(formula ? { fill: COMPUTED_FILL } : {}) };
        return Object.keys(own).length > 0 ? [{ area, style: own }] : [];
      }),
    ],
    merges: [],
    columnWidths: columns.map((one) => one.width),
    rowHeights: { [headerRow]: HEADER_HEIGHT },
    hiddenColumns: hidden,
    validations: columns.flatMap((one, column) => validationOf(one, place, column)),
    conditionalFormats: [
      ...columns.flatMap((one, column) => guardOf(one, place, column)),
      ...(options.formats?.(place) ?? []),
    ],
    names: options.names?.(place) ?? [],
    charts: [],
    frozenRows: headerRow + 1,
    print: {
      orientation: "landscape",
      area: {
        row: 0,
        column: 0,
        rows: headerRow + 1 + bodyRows,
        columns: (options.lastPrinted ?? lastVisible) + 1,
      },
      titleRows: [headerRow, headerRow],
      margins: { top: 20, bottom: 20, left: 20, right: 15 },
      pageNumbers: true,
    },
    gridlines: false,
    tabColor: options.tabColor,
  };
}

function looks(style: CellStyle | undefined, formula: string | undefined): CellStyle {
  return {
    fontSize: FONT_SIZE,
    borders: "all",
    ...style,
    ...(formula === undefined ? {} : { fill: COMPUTED_FILL }),
  };
}

function validationOf(column: ColumnPlan, place: TablePlace, index: number): Validation[] {
  const area = { ...place.room, column: index, columns: 1 };
  if (column.formula !== undefined) {
    return [
      {
        area,
        rule: { kind: "computed" },
        style: "stop",
        title: COMPUTED_TITLE,
        message: "Ô nền xám tính từ các cột khác. Bấm Esc rồi sửa ở cột nhập liệu.",
      },
    ];
  }
  return column.input === undefined ? [] : [{ area, ...column.input }];
}

/** A computed cell whose formula was overwritten turns red. */
function guardOf(column: ColumnPlan, place: TablePlace, index: number): ConditionalFormat[] {
  if (column.formula === undefined || column.hidden) return [];
  const cell = `${columnLetters(index)}${place.firstRow}`;
  const area = { ...place.body, column: index, columns: 1 };
  return [{ area, formula: `=NOT(ISFORMULA(${cell}))`, ...ALARM }];
}
