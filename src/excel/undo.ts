import { areaAddress, cellAddress, type Area, type CellValue, type PlanCell } from "../sheet";
import type { WrittenBlock } from "./cells";
import { ExcelProblem } from "./problem";
import { rangeAt } from "./ranges";
import { writing, type RunOptions } from "./run";
import { writtenText } from "./written-value";

/** What a sheet held before we wrote to it, and what we wrote. */
export interface SheetBefore {
  readonly sheet: string;
  readonly added: boolean;
  readonly written: readonly WrittenBlock[];
  /** null when the sheet was empty or new. */
  readonly before: {
    readonly area: Area;
    readonly values: readonly (readonly CellValue[])[];
    readonly formulas: readonly (readonly CellValue[])[];
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
 * Refused, with nothing written, where somebody has changed one of the written cells since.
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
      const changed = changedCell(item.written, used);
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

function changedCell(written: readonly WrittenBlock[], used: Excel.Range): string | null {
  const values = used.isNullObject ? [] : (used.values as CellValue[][]);
  const top = used.isNullObject ? 0 : used.rowIndex;
  const left = used.isNullObject ? 0 : used.columnIndex;
  for (const block of written) {
    for (const [rowIndex, row] of block.cells.entries()) {
      for (const [columnIndex, cell] of row.entries()) {
        const at = { row: block.row + rowIndex, column: block.column + columnIndex };
        const found = values[at.row - top]?.[at.column - left] ?? "";
        if (!isStill(cell, found)) return cellAddress(at.row, at.column);
      }
    }
  }
  return null;
}

/** Formulas may give another value today; cells that were left alone are not ours. */
function isStill(cell: PlanCell, found: CellValue): boolean {
  if (cell === null || typeof cell === "object") return true;
  return cell === found;
}

function restore(sheet: Excel.Worksheet, used: Excel.Range, item: SheetBefore): void {
  if (!used.isNullObject) {
    used.unmerge();
    used.load("address");
  }
  for (const { name, area } of item.tables) sheet.tables.getItem(name).resize(areaAddress(area));
  const { before } = item;
  if (!used.isNullObject) clearBeyond(sheet, used, before?.area ?? null);
  if (!before) return;
  const cells = before.formulas.map((row, rowIndex) =>
    row.map((formula, columnIndex) => {
      const value = before.values[rowIndex]?.[columnIndex] ?? "";
      if (typeof formula === "string" && formula.startsWith("=") && formula !== value) {
        return formula;
      }
      return typeof value === "string" ? writtenText(value, false) : value;
    }),
  );
  rangeAt(sheet, before.area).values = cells;
  for (const area of before.merges) rangeAt(sheet, area).merge();
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
