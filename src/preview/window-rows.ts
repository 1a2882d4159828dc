import type { SheetShown } from "./protocol";

/** The rows that are drawn below the frozen ones: the first and the last, and the blank space above and below them. */
interface RowWindow {
  readonly first: number;
  readonly last: number;
  readonly above: number;
  readonly below: number;
}

/** Sums of the heights of all rows before each one. */
export function rowTops(heights: readonly number[]): Float64Array {
  const tops = new Float64Array(heights.length + 1);
  for (let row = 0; row < heights.length; row++) {
    tops[row + 1] = (tops[row] ?? 0) + (heights[row] ?? 0);
  }
  return tops;
}

/** The row that holds a distance from the top, by halving. */
export function rowAt(tops: Float64Array, distance: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Rows beside the visible ones that are drawn too, so that scrolling shows no blanks. */
const SPARE = 20;

/** The rows to draw for a scroll position; a merged area that begins above begins the window. */
export function rowWindow(
  sheet: Pick<SheetShown, "rows" | "merges">,
  tops: Float64Array,
  scroll: number,
  height: number,
  frozen = 0,
): RowWindow {
  const last = Math.min(sheet.rows - 1, rowAt(tops, scroll + height) + SPARE);
  let first = Math.max(frozen, rowAt(tops, scroll) - SPARE);
  for (const merge of sheet.merges) {
    if (merge.row >= frozen && merge.row < first && merge.row + merge.rows > first) {
      first = merge.row;
    }
  }
  return {
    first,
    last,
    above: (tops[first] ?? 0) - (tops[frozen] ?? 0),
    below: (tops[sheet.rows] ?? 0) - (tops[last + 1] ?? 0),
  };
}

/** How many of the sheet's frozen rows stay in sight: none where they would fill the frame. */
export function frozenRowsIn(
  sheet: Pick<SheetShown, "rows" | "frozenRows">,
  tops: Float64Array,
  height: number,
): number {
  const frozen = Math.min(sheet.frozenRows, sheet.rows);
  return (tops[frozen] ?? 0) <= height / 2 ? frozen : 0;
}
