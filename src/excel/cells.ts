import { areaAddress, type Area, type PlanCell, type SheetPlan, type TablePlan } from "../sheet";
import { fill, rangeAt } from "./ranges";
import type { Steps } from "./steps";
import { sizeOf, writtenCell } from "./written-value";

/** A block of cells that we wrote: what undo compares before it takes anything back. */
export interface WrittenBlock {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
  /** null leaves a cell as it is; else null stands for an empty cell. */
  readonly leavesBlanks?: boolean;
}

/** Formulas and what they must give, by the area they fill. */
export interface ExpectedArea {
  readonly area: Area;
  readonly expected: readonly (readonly (PlanCell | undefined)[])[];
}

/**
 * Cells that one call carries: the client of Office.js parts larger ones itself, row by row, and so
 * a long list can be parted between requests.
 */
const CELLS_IN_CALL = 1_500;

/** Writes a block of cells in calls of at most so many cells. A1 is left out: it is written last. */
export function writeBlock(
  steps: Steps,
  sheet: Excel.Worksheet,
  block: WrittenBlock,
  isText: (row: number, column: number) => boolean,
  empty: "" | null,
): void {
  const width = block.cells.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return;
  const rows = Math.max(1, Math.floor(CELLS_IN_CALL / width));
  for (let from = 0; from < block.cells.length; from += rows) {
    const part = block.cells.slice(from, from + rows);
    let bytes = 0;
    const top = block.row + from;
    const values = part.map((cells, index) =>
      Array.from({ length: width }, (_, offset) => {
        const row = top + index;
        const column = block.column + offset;
        if (row === 0 && column === 0) return null;
        const value = writtenCell(cells[offset], isText(row, column), empty);
        bytes += sizeOf(value);
        return value;
      }),
    );
    steps.add(() => {
      sheet.getRangeByIndexes(top, block.column, part.length, width).values = values;
    }, bytes);
  }
}

/** Tells whether the plan formats a cell as text, so that Excel does not parse it. */
export function textFormatOf(plan: SheetPlan): (row: number, column: number) => boolean {
  const formats = plan.styles.filter(({ style }) => style.numberFormat !== undefined);
  return (row, column) => {
    let isText = false;
    for (const { area, style } of formats) {
      const covers =
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns;
      if (covers) isText = style.numberFormat === "@";
    }
    return isText;
  };
}

/** Area of header and body; a table has one row at least. */
export function tableArea(table: TablePlan): Area {
  return {
    row: table.row,
    column: table.column,
    rows: 1 + Math.max(1, table.rows.length),
    columns: table.columns.length,
  };
}

/** Writes the header and the columns without formula of a table at its own place. */
export function writeTableCells(
  steps: Steps,
  sheet: Excel.Worksheet,
  table: TablePlan,
  empty: "" | null,
): WrittenBlock[] {
  const written: WrittenBlock[] = [
    { row: table.row, column: table.column, cells: [table.columns.map(({ header }) => header)] },
  ];
  for (const { first, last } of plainRuns(table)) {
    const rows = table.rows.length > 0 ? table.rows : [[]];
    written.push({
      row: table.row + 1,
      column: table.column + first,
      cells: rows.map((row) =>
        Array.from({ length: last - first + 1 }, (_, offset) => row[first + offset] ?? null),
      ),
    });
  }
  const isText = (row: number, column: number) =>
    row > table.row && table.columns[column - table.column]?.style?.numberFormat === "@";
  for (const block of written) writeBlock(steps, sheet, block, isText, empty);
  return written;
}

/** Runs of neighbouring columns without a formula, from and to from 0. */
function plainRuns(table: TablePlan): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  table.columns.forEach((column, index) => {
    if (column.formula !== undefined) return;
    const run = runs.at(-1);
    if (run?.last === index - 1) run.last = index;
    else runs.push({ first: index, last: index });
  });
  return runs;
}

/** Formats the columns of a table's body, before the cells are written. */
export function formatTableColumns(
  steps: Steps,
  sheet: Excel.Worksheet,
  table: TablePlan,
  rows: number,
): void {
  table.columns.forEach((column, index) => {
    const format = column.style?.numberFormat;
    if (format === undefined) return;
    const area = { row: table.row + 1, column: table.column + index, rows, columns: 1 };
    steps.add(() => {
      rangeAt(sheet, area).numberFormat = format as unknown as string[][];
    });
  });
}

/** Makes the native table over cells that are written already. */
export function addTable(sheet: Excel.Worksheet, table: TablePlan): void {
  const made = sheet.tables.add(areaAddress(tableArea(table)), true);
  made.name = table.name;
  if (table.tableStyle !== undefined) made.style = table.tableStyle;
  made.showFilterButton = table.filterButtons ?? true;
}

/** Fills each formula column with its one formula and notes what it must give. */
export function writeFormulaColumns(
  steps: Steps,
  sheet: Excel.Worksheet,
  table: TablePlan,
): ExpectedArea[] {
  const rows = Math.max(1, table.rows.length);
  return table.columns.flatMap((column, index) => {
    const { formula } = column;
    if (formula === undefined) return [];
    const area = { row: table.row + 1, column: table.column + index, rows, columns: 1 };
    steps.add(() => fill(rangeAt(sheet, area), formula), formula.length);
    return [{ area, expected: table.rows.map((row) => [row[index]]) }];
  });
}

/** What the formulas of a block must give; cells without a formula are not compared. */
export function expectedOfBlock(block: WrittenBlock): ExpectedArea[] {
  const hasFormula = block.cells.some((row) =>
    row.some((cell) => typeof cell === "object" && cell !== null),
  );
  if (!hasFormula) return [];
  const columns = block.cells.reduce((most, row) => Math.max(most, row.length), 0);
  return [
    {
      area: { row: block.row, column: block.column, rows: block.cells.length, columns },
      expected: block.cells.map((row) =>
        row.map((cell) => (typeof cell === "object" && cell !== null ? cell.expected : undefined)),
      ),
    },
  ];
}
