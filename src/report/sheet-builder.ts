import type { Area, CellStyle, NamePlan, PlanCell, SheetPlan, StyledArea } from "../sheet";
import { heightOfLines, wrappedLines } from "./measure";

/** Scale of pages with breaks of our own, in per cent: room for what printers make of a column's width. */
export const PAGE_SCALE = 96;
/** Points that a portrait page takes at that scale: A4 without the margins of decree 30, and a little less. */
const PAGE_HEIGHT = (((297 - 20 - 20) / 25.4) * 72) / (PAGE_SCALE / 100) - 16;
/** Height of a row that takes the height of its words. */
const DEFAULT_HEIGHT = 17.5;
/** Points of a block that is moved to the next page rather than parted. */
const LONGEST_WHOLE = PAGE_HEIGHT * 0.4;
/** Lines of a long table that its head must not be parted from: two of header, three of the table. */
const FIRST_LINES = 5;

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

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

  /** Rows that a page begins with. */
  readonly pageBreaks: number[] = [];
  private pageTop = 0;
  private repeated = 0;
  private heading: number | null = null;
  private lastBlock = 0;

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

  /** The first printed row; `repeated` rows of that height stand at the head of every later page. */
  printFrom(row: number, repeated = 0): void {
    this.pageTop = row;
    this.lastBlock = row;
    this.repeated = repeated;
  }

  /** Notes that the rows from here on head the block that starts next: they stay on its page. */
  headAt(row: number): void {
    this.heading = row;
  }

  /**
   * Starts a block of lines at `row`: a short one stays whole; a longer one, whose header is written again
   * on the next page, starts where its head and its first lines have room.
   */
  startBlock(row: number, lines: readonly number[]): void {
    const first = this.heading ?? row;
    this.heading = null;
    const whole = this.heightOf(first, row) + sum(lines);
    const needed =
      whole <= LONGEST_WHOLE ? whole : this.heightOf(first, row) + sum(lines.slice(0, FIRST_LINES));
    if (!this.fits(first, needed)) this.breakBefore(first);
    this.lastBlock = first;
  }

  /** Starts what must not stand alone on a page, such as a signature: if need be the block before comes along. */
  startLast(row: number, lines: readonly number[]): void {
    if (this.fits(row, sum(lines))) return;
    const withBlock = this.heightOf(this.lastBlock, row) + sum(lines);
    const moves = this.lastBlock > this.pageTop && withBlock <= PAGE_HEIGHT - this.repeated;
    this.breakBefore(moves ? this.lastBlock : row);
  }

  /** Whether rows of so many points have room on the page when they begin at `row`. */
  fits(row: number, height: number): boolean {
    const repeated = this.pageBreaks.length > 0 ? this.repeated : 0;
    return repeated + this.heightOf(this.pageTop, row) + height <= PAGE_HEIGHT;
  }

  /** Begins a page with `row`; nothing where it begins one already. */
  breakBefore(row: number): void {
    if (row <= this.pageTop) return;
    this.pageBreaks.push(row);
    this.pageTop = row;
  }

  private heightOf(from: number, end: number): number {
    let height = 0;
    for (let row = from; row < end; row += 1) height += this.heights[row] ?? DEFAULT_HEIGHT;
    return height;
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
