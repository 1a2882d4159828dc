import { parseArea, type Area, type CellValue, type PlanCell } from "../sheet";
import { ExcelProblem } from "./problem";
import { rangeAt } from "./ranges";
import { writing, type RunOptions } from "./run";
import type { UndoRecord } from "./undo";
import { writtenCell } from "./written-value";

/** One cell to change; its format stays. */
export interface CellPatch {
  readonly sheet: string;
  /** "F21". */
  readonly cell: string;
  /** What the cell must still show; else nothing at all is written. */
  readonly before: string;
  readonly after: PlanCell;
}

/**
 * Changes single cells, all or none: first reads them and refuses when one of them shows something
 * else than expected or holds a formula, or when its sheet is protected.
 */
export async function patchCells(
  patches: readonly CellPatch[],
  options: RunOptions = {},
): Promise<UndoRecord> {
  return writing(options, async ({ context, sync }) => {
    const now = patches.map((patch) => {
      const area = parseArea(patch.cell);
      if (!area) throw new ExcelProblem("not-found", patch.sheet, patch.cell);
      const sheet = context.workbook.worksheets.getItemOrNullObject(patch.sheet);
      sheet.load("name,protection/protected");
      const range = rangeAt(sheet, area);
      range.load("text,values,formulas,numberFormat");
      return { patch, area, sheet, range };
    });
    await sync();
    for (const { patch, sheet, range } of now) {
      if (sheet.isNullObject) throw new ExcelProblem("not-found", patch.sheet, patch.cell);
      if (sheet.protection.protected) {
        throw new ExcelProblem("protected", patch.sheet, patch.cell);
      }
      if (shown(range) !== patch.before.trim() || holdsFormula(range)) {
        throw new ExcelProblem("changed-since", patch.sheet, patch.cell);
      }
    }
    // A proxy gives back what is assigned to it, so the old content is taken before.
    const sheets = now.map(beforePatch);
    for (const { patch, range } of now) {
      const isText = (range.numberFormat as string[][])[0]?.[0] === "@";
      range.values = [[writtenCell(patch.after, isText, "")]];
    }
    await sync();
    return { sheets, settings: {} };
  });
}

function beforePatch(item: {
  readonly patch: CellPatch;
  readonly area: Area;
  readonly range: Excel.Range;
}): UndoRecord["sheets"][number] {
  const { patch, area, range } = item;
  return {
    sheet: patch.sheet,
    added: false,
    scope: "cells",
    written: [{ row: area.row, column: area.column, cells: [[patch.after]] }],
    formulas: [],
    cleared: false,
    inserted: null,
    before: {
      area,
      values: range.values as CellValue[][],
      formulas: range.formulas as CellValue[][],
      numberFormats: range.numberFormat as string[][],
      merges: [],
    },
    tables: [],
  };
}

function shown(range: Excel.Range): string {
  const text = range.text[0]?.[0] ?? "";
  // A column too narrow for a date shows signs: the value tells.
  return (text.startsWith("##") ? String(range.values[0]?.[0] ?? "") : text).trim();
}

function holdsFormula(range: Excel.Range): boolean {
  const formula = (range.formulas as CellValue[][])[0]?.[0];
  return typeof formula === "string" && formula.startsWith("=") && formula !== range.values[0]?.[0];
}
