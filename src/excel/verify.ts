import { cellAddress, type CellValue, type PlanCell } from "../sheet";
import type { ExpectedArea } from "./cells";
import { rangeAt } from "./ranges";
import type { Difference } from "./types";

/** Cells that one answer carries when figures are read back. */
const CELLS_IN_ANSWER = 150_000;
const TOLERANCE = 1e-9;
/** Beyond so many differences the rest says nothing new. */
const MOST_DIFFERENCES = 100;

/** Formulas whose values are on their way. */
export interface PendingCheck {
  readonly sheetName: string;
  readonly expected: ExpectedArea;
  readonly range: Excel.Range;
}

/** Queues the reading of computed values; each part fits into one answer. */
export function queueCheck(
  sheetName: string,
  sheet: Excel.Worksheet,
  expected: readonly ExpectedArea[],
): PendingCheck[] {
  return expected.map((item) => {
    const range = rangeAt(sheet, item.area);
    range.load("values");
    return { sheetName, expected: item, range };
  });
}

/** Parts checks so that each group's values fit into one answer. */
export function inAnswers<Item>(items: readonly Item[], cellsOf: (item: Item) => number): Item[][] {
  const groups: Item[][] = [];
  let cells = 0;
  for (const item of items) {
    const size = cellsOf(item);
    const group = groups.at(-1);
    if (group && cells + size <= CELLS_IN_ANSWER) {
      group.push(item);
      cells += size;
    } else {
      groups.push([item]);
      cells = size;
    }
  }
  return groups;
}

/** Compares what Excel computed with what the engine says, cell by cell. */
export function differencesOf(checks: readonly PendingCheck[]): Difference[] {
  const differences: Difference[] = [];
  for (const { sheetName, expected, range } of checks) {
    const values = range.values as CellValue[][];
    expected.expected.forEach((row, rowIndex) =>
      row.forEach((cell, columnIndex) => {
        if (cell === undefined || differences.length >= MOST_DIFFERENCES) return;
        const found = values[rowIndex]?.[columnIndex] ?? "";
        if (agrees(cell, found)) return;
        const { row: top, column: left } = expected.area;
        differences.push({
          cell: `'${sheetName.replaceAll("'", "''")}'!${cellAddress(top + rowIndex, left + columnIndex)}`,
          expected: typeof cell === "object" ? "" : String(cell),
          found: String(found),
        });
      }),
    );
  }
  return differences;
}

function agrees(expected: PlanCell, found: CellValue): boolean {
  if (typeof expected === "object") return found === "" || found === 0;
  if (typeof expected === "number" && typeof found === "number") {
    return Math.abs(expected - found) <= TOLERANCE * Math.max(1, Math.abs(expected));
  }
  return expected === found;
}
