import { cellAddress, type CellStyle, type PlanCell } from "../sheet";
import { CLASS_COLUMNS, type ClassColumn } from "./class-columns";
import { LIST_COLUMNS_OF_REPORT as COLUMNS } from "./list-columns";
import { heightOfLines, wrappedLines } from "./measure";
import { escapedCriterion, quoted } from "./references";
import type { SheetBuilder } from "./sheet-builder";
import type { Counts } from "./types";

/** First number column of the summary sheet; before it stand the running number and the label. */
export const FIRST_NUMBER = 2;
const TABLE_SIZE = 10;
const HEADER_SIZE = 9;

const HEADER: CellStyle = {
  bold: true,
  fontSize: HEADER_SIZE,
  horizontal: "center",
  vertical: "center",
  wrap: true,
  borders: "all",
  fill: "#E7EDF5",
};
const LABEL: CellStyle = {
  fontSize: TABLE_SIZE,
  horizontal: "left",
  vertical: "center",
  wrap: true,
  borders: "all",
};
const NUMBER: CellStyle = {
  fontSize: TABLE_SIZE,
  horizontal: "center",
  vertical: "center",
  borders: "all",
  numberFormat: "#,##0;-#,##0;0",
};

/** One line of a table of counts: what is printed, and how COUNTIFS finds its tasks in the list. */
export interface CountRow {
  readonly label: string;
  readonly counts: Counts;
  /** Pairs of column header and criterion (a formula part); none counts the whole list. */
  readonly criteria: readonly (readonly [string, string])[];
}

/** The count of a list's lines that meet all criteria. Without criteria all lines are counted. */
export function countFormula(
  table: string,
  criteria: readonly (readonly [string, string])[],
): string {
  if (criteria.length === 0) return `ROWS(${table}[${COLUMNS.code}])`;
  return `COUNTIFS(${criteria.map(([header, value]) => `${table}[${header}],${value}`).join(",")})`;
}

/** A criterion holds 255 signs, and each may need an escape before it. */
const LONGEST_LABEL = 120;

/** Criterion that a column equals a label; texts that COUNTIFS cannot hold (255 signs) are cut with a star. */
export function equalsLabel(header: string, label: string): readonly (readonly [string, string])[] {
  const text = escapedCriterion(label.slice(0, LONGEST_LABEL));
  return [[header, quoted(label.length > LONGEST_LABEL ? `${text}*` : text)]];
}

/** Criterion that a column of the form "|A|B|" holds a label. */
export function holdsLabel(header: string, label: string): readonly (readonly [string, string])[] {
  return [[header, quoted(`*|${escapedCriterion(label)}|*`)]];
}

/** A line of a table of counts: a group's name, or numbers. */
export type CountLine =
  | { readonly group: string }
  | { readonly number: PlanCell; readonly counts: CountRow; readonly bold?: boolean };

/**
 * Writes a table of counts. Where it runs over a page its header is written again; a group's name and
 * the total never stand apart from the line that they belong to. Gives the row of each line.
 */
export function writeCountTable(
  builder: SheetBuilder,
  firstRow: number,
  label: string,
  lines: readonly CountLine[],
  options: {
    readonly table: string;
    readonly live: boolean;
    /** Points of what must stand right under the table. */
    readonly tail?: number;
  },
): { readonly rows: readonly number[]; readonly next: number } {
  const heights = lines.map((line) =>
    "group" in line ? LEAST_HEIGHT : lineHeight(builder, line.counts.label, line.bold === true),
  );
  builder.startBlock(firstRow, [...headerHeights(builder), ...heights, options.tail ?? 0]);
  let row = writeHeader(builder, firstRow, label);
  const rows = lines.map((line, index) => {
    const next = lines[index + 1];
    const keepsNext = "group" in line || (next !== undefined && "counts" in next && next.bold);
    const isNearEnd = index + (keepsNext === true ? 2 : 1) >= lines.length;
    const needed =
      (heights[index] ?? 0) +
      (keepsNext === true ? (heights[index + 1] ?? 0) : 0) +
      (isNearEnd ? (options.tail ?? 0) : 0);
    if (index > 0 && !builder.fits(row, needed)) {
      builder.breakBefore(row);
      row = writeHeader(builder, row, label);
    }
    if ("group" in line) writeGroup(builder, row, line.group);
    else {
      const { live } = options;
      const bold = line.bold === true;
      writeCounts(builder, row, options.table, line.number, line.counts, { bold, live });
    }
    row += 1;
    return row - 1;
  });
  return { rows, next: row };
}

const LEAST_HEIGHT = 17;

function lineHeight(builder: SheetBuilder, label: string, bold: boolean): number {
  const lines = wrappedLines(label, builder.width(1), TABLE_SIZE, bold);
  return Math.max(LEAST_HEIGHT, heightOfLines(lines, TABLE_SIZE));
}

/** Heights of the two rows of the header. */
function headerHeights(builder: SheetBuilder): readonly [number, number] {
  const lines = CLASS_COLUMNS.map(({ header, over }, index) =>
    wrappedLines(
      header === "" ? over : header,
      builder.width(FIRST_NUMBER + index),
      HEADER_SIZE,
      true,
    ),
  );
  return [heightOfLines(1, HEADER_SIZE + 1), heightOfLines(Math.max(1, ...lines), HEADER_SIZE)];
}

/** Writes the two-row header. Gives the next free row. */
function writeHeader(builder: SheetBuilder, row: number, label: string): number {
  const columns = CLASS_COLUMNS;
  builder.put(row, 0, "TT");
  builder.put(row, 1, label);
  builder.merges.push(
    { row, column: 0, rows: 2, columns: 1 },
    { row, column: 1, rows: 2, columns: 1 },
  );
  columns.forEach((column, index) => {
    const place = FIRST_NUMBER + index;
    if (column.header === "") {
      builder.put(row, place, column.over);
      builder.merges.push({ row, column: place, rows: 2, columns: 1 });
      return;
    }
    builder.put(row + 1, place, column.header);
    if (columns[index - 1]?.over === column.over) return;
    builder.put(row, place, column.over);
    const width = columns.filter(({ over }) => over === column.over).length;
    builder.merges.push({ row, column: place, rows: 1, columns: width });
  });
  builder.style({ row, column: 0, rows: 2, columns: FIRST_NUMBER + columns.length }, HEADER);
  headerHeights(builder).forEach((height, index) => {
    builder.heights[row + index] = height;
  });
  return row + 2;
}

/** Writes one line of numbers; sums are sums of the cells beside, the rest COUNTIFS over the list. */
function writeCounts(
  builder: SheetBuilder,
  row: number,
  table: string,
  number: PlanCell,
  line: CountRow,
  options: {
    readonly bold?: boolean;
    readonly live: boolean;
  },
): void {
  const columns = CLASS_COLUMNS;
  const bold = options.bold === true ? { bold: true } : {};
  builder.put(row, 0, number, { ...LABEL, horizontal: "center", ...bold });
  builder.put(row, 1, line.label, { ...LABEL, ...bold });
  columns.forEach((column, index) => {
    const place = FIRST_NUMBER + index;
    const expected = line.counts[column.id] ?? 0;
    builder.put(
      row,
      place,
      options.live
        ? { formula: `=${cellFormula(row, table, column, columns, line)}`, expected }
        : expected,
    );
  });
  builder.style(
    { row, column: FIRST_NUMBER, rows: 1, columns: columns.length },
    { ...NUMBER, ...bold },
  );
  builder.heights[row] = lineHeight(builder, line.label, options.bold === true);
}

/** Writes a bold line over the whole table that names the group of lines under it. */
function writeGroup(builder: SheetBuilder, row: number, text: string): void {
  builder.across(row, 0, FIRST_NUMBER + CLASS_COLUMNS.length, text, {
    bold: true,
    italic: true,
    fontSize: TABLE_SIZE,
    horizontal: "left",
    vertical: "center",
    wrap: false,
    borders: "all",
    fill: "#F5F7FA",
  });
  builder.heights[row] = LEAST_HEIGHT;
}

function cellFormula(
  row: number,
  table: string,
  column: ClassColumn,
  columns: readonly ClassColumn[],
  line: CountRow,
): string {
  const places = column.sums?.map((id) => columns.findIndex((other) => other.id === id));
  if (places && places.every((place) => place >= 0)) {
    const addresses = places.map((place) => cellAddress(row, FIRST_NUMBER + place));
    return `SUM(${addresses[0] ?? ""}:${addresses[addresses.length - 1] ?? ""})`;
  }
  if (column.sums) {
    return column.sums
      .map((id) => CLASS_COLUMNS.find((other) => other.id === id)?.status ?? "")
      .map((status) => countFormula(table, [...line.criteria, [COLUMNS.status, quoted(status)]]))
      .join("+");
  }
  if (column.status === undefined) return countFormula(table, line.criteria);
  return countFormula(table, [...line.criteria, [COLUMNS.status, quoted(column.status)]]);
}
