import type { Area } from "../sheet";

/** Queues the merged areas whose first cell lies in the range. */
export function queueMerges(range: Excel.Range): Excel.RangeAreas {
  const merged = range.getMergedAreasOrNullObject();
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return merged;
}

/** The merged areas that were queued, once answered. */
export function mergesOf(merged: Excel.RangeAreas): Area[] {
  return merged.isNullObject ? [] : merged.areas.items.map(areaOf);
}

/** Where a loaded range lies. */
export function areaOf(range: Excel.Range): Area {
  return {
    row: range.rowIndex,
    column: range.columnIndex,
    rows: range.rowCount,
    columns: range.columnCount,
  };
}

/** The range of an area of a sheet. */
export function rangeAt(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}

/** Gives every cell of the range the same value or formula: Excel takes one for all. */
export function fill(range: Excel.Range, value: string): void {
  range.values = value as unknown as string[][];
}
