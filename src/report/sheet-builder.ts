import type { Area, CellStyle, NamePlan, PlanCell, SheetPlan, StyledArea } from "../sheet";
import { heightOfLines, wrappedLines } from "./measure";

/** An area of one row. */
export function rowArea(row: number, column: number, columns: number): Area {
  return { row, column, rows: 1, columns };
}

/** Collects the cells of a sheet row by row; gives them back as one block, so that writing is one step. */
export class SheetBuilder {
  private readonly cells = new Map<number, Map<number, PlanCell>>();
  readonly styles: StyledArea[] = [];
  readonly merges: Area[] = [];
  readonly editable: NamePlan[] = [];
  readonly heights: Record<number, number> = {};

  constructor(readonly columnWidths: readonly number[]) {}

  /** Puts one cell. */
  put(row: number, column: number, cell: PlanCell, style?: CellStyle): void {
    const cells = this.cells.get(row) ?? new Map<number, PlanCell>();
    cells.set(column, cell);
    this.cells.set(row, cells);
    if (style) this.styles.push({ area: rowArea(row, column, 1), style });
  }

  /** Puts a single-line text over several columns of one row. */
  across(row: number, column: number, columns: number, cell: PlanCell, style: CellStyle): void {
    this.put(row, column, cell);
    const area = rowArea(row, column, columns);
    if (columns > 1) this.merges.push(area);
    this.styles.push({ area, style });
  }

  style(area: Area, style: CellStyle): void {
    this.styles.push({ area, style });
  }

  /** Makes a row high enough for the wrapped texts given with their column and font size. */
  fit(
    row: number,
    texts: readonly { readonly text: string; readonly width: number; readonly bold?: boolean }[],
    size: number,
    minimum = 0,
  ): void {
    const lines = Math.max(
      1,
      ...texts.map(({ text, width, bold }) => wrappedLines(text, width, size, bold)),
    );
    this.heights[row] = Math.max(minimum, heightOfLines(lines, size), this.heights[row] ?? 0);
  }

  /** Width of the columns from `column` on, in points. */
  width(column: number, columns = 1): number {
    return this.columnWidths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }

  /** All cells as one block from A1; empty without cells. */
  blocks(): SheetPlan["blocks"] {
    if (this.cells.size === 0) return [];
    let lastRow = 0;
    let columns = 0;
    for (const [row, cells] of this.cells) {
      lastRow = Math.max(lastRow, row);
      for (const column of cells.keys()) columns = Math.max(columns, column + 1);
    }
    const cells = Array.from({ length: lastRow + 1 }, (_row, row) =>
      Array.from({ length: columns }, (_cell, column) => this.cells.get(row)?.get(column) ?? null),
    );
    return [{ row: 0, column: 0, cells }];
  }
}
