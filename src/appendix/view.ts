import type { Area, CellValue, SheetGrid } from "../sheet";
import { commonEncoding, type LegacyEncoding } from "../text";
import { cleanText } from "./clean";

/** One sheet to read from: rows and columns count from 0 within the used range. */
export interface SheetView {
  readonly grid: SheetGrid;
  readonly rows: number;
  readonly columns: number;
  /** Shown text, cleaned; "" inside a merged area except in its first cell. */
  text(row: number, column: number): string;
  value(row: number, column: number): CellValue;
  format(row: number, column: number): string;
  /** Serial number when the cell holds a true date, else null. */
  serial(row: number, column: number): number | null;
  /** The merged area (in view coordinates) that covers the cell, or null. */
  merged(row: number, column: number): Area | null;
  /** Number of cells with text in a row. */
  filled(row: number): number;
}

/** A number format that shows a date: has a day, month or year outside quotes, brackets and escapes. */
function isDateFormat(format: string): boolean {
  if (format === "" || format === "General" || format === "@") return false;
  const bare = format
    .replace(/"[^"]*"/g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/\\./g, "")
    .replace(/_./g, "")
    .toLowerCase();
  return /[dy]/.test(bare) || (bare.includes("m") && !/[hs]/.test(bare));
}

/** Looks at a grid; merged areas are cut to the used range, overlapping ones beyond all sense are left out. */
export function viewSheet(grid: SheetGrid): SheetView {
  const rows = grid.values.length;
  let columns = 0;
  for (const line of grid.values) columns = Math.max(columns, line.length);
  const cache: (string | undefined)[] = new Array<string | undefined>(rows * columns);
  const filledCache = new Int32Array(rows).fill(-1);
  const { covered, areas } = coverage(grid, rows, columns);

  const encoding = sheetEncoding(grid);

  const value = (row: number, column: number): CellValue => grid.values[row]?.[column] ?? "";
  const format = (row: number, column: number): string =>
    grid.numberFormats[row]?.[column] ?? "General";
  const serial = (row: number, column: number): number | null => {
    const content = value(row, column);
    return typeof content === "number" && content >= 1 && isDateFormat(format(row, column))
      ? content
      : null;
  };
  const text = (row: number, column: number): string => {
    if (row < 0 || row >= rows || column < 0 || column >= columns) return "";
    const key = row * columns + column;
    const known = cache[key];
    if (known !== undefined) return known;
    const area = covered ? areas[(covered[key] ?? 0) - 1] : undefined;
    const inside = area !== undefined && (area.row !== row || area.column !== column);
    const shown = inside
      ? ""
      : cleanText(
          grid.text[row]?.[column] ?? "",
          value(row, column),
          serial(row, column) === null ? null : format(row, column),
          grid.fonts?.[row]?.[column],
          encoding,
        );
    cache[key] = shown;
    return shown;
  };
  const filled = (row: number): number => {
    const known = filledCache[row] ?? -1;
    if (known >= 0) return known;
    let count = 0;
    for (let column = 0; column < columns; column++) if (text(row, column) !== "") count++;
    filledCache[row] = count;
    return count;
  };
  return {
    grid,
    rows,
    columns,
    text,
    value,
    format,
    serial,
    merged: (row, column) => {
      if (!covered || row < 0 || row >= rows || column < 0 || column >= columns) return null;
      return areas[(covered[row * columns + column] ?? 0) - 1] ?? null;
    },
    filled,
  };
}

/** Looks at no more than this many texts to know a sheet's encoding. */
const ENCODING_SAMPLE = 600;

function sheetEncoding(grid: SheetGrid): LegacyEncoding | null {
  const texts: string[] = [];
  for (const line of grid.text) {
    for (const text of line) if (/[^\u0000-\u007f]/.test(text)) texts.push(text);
    if (texts.length >= ENCODING_SAMPLE) break;
  }
  return commonEncoding(texts);
}

function coverage(
  grid: SheetGrid,
  rows: number,
  columns: number,
): { covered: Int32Array | null; areas: Area[] } {
  const areas: Area[] = [];
  if (grid.merges.length === 0 || rows === 0 || columns === 0) return { covered: null, areas };
  const covered = new Int32Array(rows * columns);
  let budget = 4 * rows * columns + 1000;
  for (const merge of grid.merges) {
    const top = Math.max(0, merge.row - grid.row);
    const left = Math.max(0, merge.column - grid.column);
    const bottom = Math.min(rows, merge.row - grid.row + merge.rows);
    const right = Math.min(columns, merge.column - grid.column + merge.columns);
    if (bottom <= top || right <= left || (bottom - top) * (right - left) < 2) continue;
    budget -= (bottom - top) * (right - left);
    if (budget < 0) break;
    areas.push({ row: top, column: left, rows: bottom - top, columns: right - left });
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        covered[row * columns + column] = areas.length;
      }
    }
  }
  return { covered, areas };
}
