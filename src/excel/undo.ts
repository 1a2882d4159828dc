import { areaAddress, cellAddress, type Area, type CellValue } from "../sheet";
import type { WrittenBlock } from "./cells";
import { ExcelProblem } from "./problem";
import { areaOf, rangeAt } from "./ranges";
import { writing, type RunOptions } from "./run";
import { writtenText } from "./written-value";

/** What a sheet held before we wrote to it, and what we wrote. */
export interface SheetBefore {
  readonly sheet: string;
  readonly added: boolean;
  /** "cells": only the written cells are ours to compare and to restore; the rest of the sheet is the officer's. */
  readonly scope: "sheet" | "cells";
  readonly written: readonly WrittenBlock[];
  /** Areas that we filled with formulas: their values may change by themselves. */
  readonly formulas: readonly Area[];
  /** Everything that we did not write was emptied. */
  readonly cleared: boolean;
  /** Rows that we pushed in, counted from 0. */
  readonly inserted: { readonly row: number; readonly count: number } | null;
  /** null when the sheet was empty or new. */
  readonly before: {
    readonly area: Area;
    readonly values: readonly (readonly CellValue[])[];
    readonly formulas: readonly (readonly CellValue[])[];
    readonly numberFormats: readonly (readonly string[])[];
    readonly merges: readonly Area[];
  } | null;
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
}

/** The last write, kept in memory until the pane closes. */
export interface UndoRecord {
  readonly sheets: readonly SheetBefore[];
  /** Settings as they were; null: there was none. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Takes the last write back: sheets that it added go, cells that it overwrote get their old content.
 * Refused, with nothing written, where somebody has changed a cell of these sheets since.
 */
export async function undoWrite(record: UndoRecord, options: RunOptions = {}): Promise<string[]> {
  return writing(options, async ({ context, sync }) => {
    const { worksheets, settings } = context.workbook;
    const now = record.sheets.map((item) => {
      const sheet = worksheets.getItemOrNullObject(item.sheet);
      sheet.load("name,protection/protected");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("values,rowIndex,columnIndex,rowCount,columnCount");
      return { item, sheet, used };
    });
    await sync();
    for (const { item, sheet, used } of now) {
      if (sheet.isNullObject) throw new ExcelProblem("changed-since", item.sheet);
      if (sheet.protection.protected) throw new ExcelProblem("protected", item.sheet);
      const changed = changedCell(item, used);
      if (changed !== null) throw new ExcelProblem("changed-since", item.sheet, changed);
    }
    for (const { item, sheet, used } of now) {
      if (item.added) sheet.delete();
      else restore(sheet, used, item);
    }
    for (const [key, value] of Object.entries(record.settings)) {
      if (value === null) settings.getItemOrNullObject(key).delete();
      else settings.add(key, value);
    }
    await sync();
    return record.sheets.map(({ sheet }) => sheet);
  });
}

/** The first cell that is not as the write left it; null when all are. */
function changedCell(item: SheetBefore, used: Excel.Range): string | null {
  const values = used.isNullObject ? [] : (used.values as CellValue[][]);
  const now = used.isNullObject ? { row: 0, column: 0, rows: 0, columns: 0 } : areaOf(used);
  const left = leftByWriting(item);
  const bottom = Math.max(now.row + now.rows, left.rows);
  const right = Math.max(now.column + now.columns, left.columns);
  for (let row = 0; row < bottom; row += 1) {
    for (let column = 0; column < right; column += 1) {
      const expected = left.cell(row, column);
      if (item.scope === "cells" && !left.isWritten(row, column)) continue;
      const found = values[row - now.row]?.[column - now.column] ?? "";
      if (expected !== null && expected !== found) return cellAddress(row, column);
    }
  }
  return null;
}

/** What each cell held when the write was done; null where it may change by itself. */
function leftByWriting(item: SheetBefore): {
  readonly rows: number;
  readonly columns: number;
  readonly cell: (row: number, column: number) => CellValue | null;
  readonly isWritten: (row: number, column: number) => boolean;
} {
  const written = new Map<number, CellValue | null>();
  const key = (row: number, column: number) => row * COLUMNS_OF_SHEET + column;
  let rows = 0;
  let columns = 0;
  for (const block of item.written) {
    for (const [rowIndex, cells] of block.cells.entries()) {
      for (const [columnIndex, cell] of cells.entries()) {
        const at = { row: block.row + rowIndex, column: block.column + columnIndex };
        rows = Math.max(rows, at.row + 1);
        columns = Math.max(columns, at.column + 1);
        if (cell === null && block.leavesBlanks) continue;
        written.set(key(at.row, at.column), typeof cell === "object" && cell ? null : (cell ?? ""));
      }
    }
  }
  const { before, inserted } = item;
  if (before) {
    rows = Math.max(rows, before.area.row + before.area.rows + (inserted?.count ?? 0));
    columns = Math.max(columns, before.area.column + before.area.columns);
  }
  return { rows, columns, cell, isWritten: (row, column) => written.has(key(row, column)) };

  function cell(row: number, column: number): CellValue | null {
    const ours = written.get(key(row, column));
    if (ours !== undefined) return ours;
    if (item.formulas.some((area) => covers(area, row, column))) return null;
    if (item.cleared || !before) return "";
    const wasAt = inserted && row >= inserted.row ? row - inserted.count : row;
    if (inserted && row >= inserted.row && wasAt < inserted.row) return "";
    const inRow = wasAt - before.area.row;
    const inColumn = column - before.area.column;
    const value = before.values[inRow]?.[inColumn] ?? "";
    return isFormula(before.formulas[inRow]?.[inColumn], value) ? null : value;
  }
}

const COLUMNS_OF_SHEET = 16_384;

function covers(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** Whether a cell holds a formula: a text that begins with "=" is none. */
export function isFormula(formula: CellValue | undefined, value: CellValue): formula is string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}

function restore(sheet: Excel.Worksheet, used: Excel.Range, item: SheetBefore): void {
  if (item.scope === "cells") {
    restoreCells(sheet, item.before);
    return;
  }
  if (!used.isNullObject) used.unmerge();
  for (const { name, area } of item.tables) sheet.tables.getItem(name).resize(areaAddress(area));
  const { before } = item;
  if (!used.isNullObject) clearBeyond(sheet, used, before?.area ?? null);
  restoreCells(sheet, before);
  for (const area of before?.merges ?? []) rangeAt(sheet, area).merge();
}

function restoreCells(sheet: Excel.Worksheet, before: SheetBefore["before"]): void {
  if (!before) return;
  const cells = before.formulas.map((row, rowIndex) =>
    row.map((formula, columnIndex) => {
      const value = before.values[rowIndex]?.[columnIndex] ?? "";
      if (isFormula(formula, value)) return formula;
      const isText = before.numberFormats[rowIndex]?.[columnIndex] === "@";
      return typeof value === "string" ? writtenText(value, isText) : value;
    }),
  );
  const range = rangeAt(sheet, before.area);
  range.numberFormat = before.numberFormats.map((row) => [...row]);
  range.values = cells;
}

/** Empties what the write filled beyond the old content. */
function clearBeyond(sheet: Excel.Worksheet, used: Excel.Range, before: Area | null): void {
  if (!before) {
    used.clear("Contents");
    return;
  }
  const bottom = before.row + before.rows;
  const right = before.column + before.columns;
  const usedBottom = used.rowIndex + used.rowCount;
  const usedRight = used.columnIndex + used.columnCount;
  if (usedBottom > bottom) {
    sheet.getRangeByIndexes(bottom, 0, usedBottom - bottom, usedRight).clear("Contents");
  }
  if (usedRight > right) {
    sheet.getRangeByIndexes(0, right, usedBottom, usedRight - right).clear("Contents");
  }
}
