import type { CellStyle, PlanCell } from "../sheet";
import { heightOfLines, wrappedLines } from "./measure";
import type { SheetBuilder } from "./sheet-builder";

const HEADER_SIZE = 9;
const TABLE_SIZE = 10;

/** A number column of a plain table, with how many columns of the sheet it spans. */
interface PlainColumn {
  readonly header: string;
  readonly span: number;
  readonly numberFormat?: string;
}

export interface PlainRow {
  readonly label: string;
  readonly cells: readonly PlanCell[];
  readonly bold?: boolean;
}

/** Number format of counts. */
const COUNT_FORMAT = "#,##0;-#,##0;0";
/** Number format of rates: at most one decimal is printed. */
export const RATE_FORMAT = "0.0%";

const CELL: CellStyle = { fontSize: TABLE_SIZE, vertical: "center", borders: "all" };

/**
 * Writes a table with one header row: running number, label over `labelSpan` columns, numbers.
 * Gives the next free row.
 */
export function writePlainTable(
  builder: SheetBuilder,
  firstRow: number,
  label: string,
  labelSpan: number,
  columns: readonly PlainColumn[],
  rows: readonly PlainRow[],
): number {
  const header: CellStyle = {
    bold: true,
    fontSize: HEADER_SIZE,
    horizontal: "center",
    vertical: "center",
    wrap: true,
    borders: "all",
    fill: "#E7EDF5",
  };
  builder.put(firstRow, 0, "TT", header);
  builder.across(firstRow, 1, labelSpan, label, header);
  let place = 1 + labelSpan;
  const headerLines = columns.map((column) => {
    builder.across(firstRow, place, column.span, column.header, header);
    const lines = wrappedLines(column.header, builder.width(place, column.span), HEADER_SIZE, true);
    place += column.span;
    return lines;
  });
  builder.heights[firstRow] = heightOfLines(Math.max(1, ...headerLines), HEADER_SIZE);
  rows.forEach((line, index) => {
    const row = firstRow + 1 + index;
    const bold = line.bold === true ? { bold: true } : {};
    builder.put(row, 0, index + 1, { ...CELL, horizontal: "center", ...bold });
    builder.across(row, 1, labelSpan, line.label, {
      ...CELL,
      horizontal: "left",
      wrap: labelSpan === 1,
      ...bold,
    });
    let at = 1 + labelSpan;
    columns.forEach((column, number) => {
      builder.across(row, at, column.span, line.cells[number] ?? null, {
        ...CELL,
        horizontal: "center",
        numberFormat: column.numberFormat ?? COUNT_FORMAT,
        ...bold,
      });
      at += column.span;
    });
    builder.fit(
      row,
      labelSpan === 1
        ? [{ text: line.label, width: builder.width(1), bold: line.bold === true }]
        : [],
      TABLE_SIZE,
      17,
    );
  });
  return firstRow + 1 + rows.length;
}
