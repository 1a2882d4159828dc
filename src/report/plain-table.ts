import type { CellStyle, PlanCell } from "../sheet";
import { heightOfLines, wrappedLines } from "./measure";
import type { SheetBuilder } from "./sheet-builder";

const HEADER_SIZE = 9;
const TABLE_SIZE = 10;
const LEAST_HEIGHT = 17;

/** A number column of a plain table, with how many columns of the sheet it spans. */
interface PlainColumn {
  readonly header: string;
  readonly span: number;
  readonly numberFormat?: string;
}

export interface PlainRow {
  readonly label: string;
  readonly cells: readonly (PlanCell | ((row: number) => PlanCell))[];
  readonly bold?: boolean;
  /** For all its cells, instead of the columns' own. */
  readonly numberFormat?: string;
}

/** Number format of counts. */
const COUNT_FORMAT = "#,##0;-#,##0;0";
/** Number format of rates: at most one decimal is printed. */
export const RATE_FORMAT = "0.0%";

const CELL: CellStyle = { fontSize: TABLE_SIZE, vertical: "center", borders: "all" };

/**
 * Writes a table with one header row: running number, label over `labelSpan` columns, numbers. Where it
 * runs over a page the header is written again. Gives the next free row.
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
  const places = columns.map((_column, index) =>
    columns.slice(0, index).reduce((at, { span }) => at + span, 1 + labelSpan),
  );
  const headerLines = columns.map(({ header: text, span }, index) =>
    wrappedLines(text, builder.width(places[index] ?? 0, span), HEADER_SIZE, true),
  );
  const headerHeight = heightOfLines(Math.max(1, ...headerLines), HEADER_SIZE);
  const writeHeader = (row: number): number => {
    builder.put(row, 0, "TT", header);
    builder.across(row, 1, labelSpan, label, header);
    columns.forEach((column, index) => {
      builder.across(row, places[index] ?? 0, column.span, column.header, header);
    });
    builder.heights[row] = headerHeight;
    return row + 1;
  };
  const heights = rows.map((line) => {
    const lines =
      labelSpan === 1 ? wrappedLines(line.label, builder.width(1), TABLE_SIZE, line.bold) : 1;
    return Math.max(LEAST_HEIGHT, heightOfLines(lines, TABLE_SIZE));
  });
  builder.startBlock(firstRow, [headerHeight, ...heights]);
  let row = writeHeader(firstRow);
  rows.forEach((line, index) => {
    if (index > 0 && !builder.fits(row, heights[index] ?? 0)) {
      builder.breakBefore(row);
      row = writeHeader(row);
    }
    const bold = line.bold === true ? { bold: true } : {};
    builder.put(row, 0, index + 1, { ...CELL, horizontal: "center", ...bold });
    builder.across(row, 1, labelSpan, line.label, {
      ...CELL,
      horizontal: "left",
      wrap: labelSpan === 1,
      ...bold,
    });
    columns.forEach((column, number) => {
      const cell = line.cells[number] ?? null;
      builder.across(row, places[number] ?? 0, column.span, asCell(cell, row), {
        ...CELL,
        horizontal: "center",
        numberFormat: line.numberFormat ?? column.numberFormat ?? COUNT_FORMAT,
        ...bold,
      });
    });
    builder.heights[row] = heights[index] ?? LEAST_HEIGHT;
    row += 1;
  });
  return row;
}

/** A cell that leans on its own row is told which one it is. */
function asCell(cell: PlanCell | ((row: number) => PlanCell), row: number): PlanCell {
  return typeof cell === "function" ? cell(row) : cell;
}
