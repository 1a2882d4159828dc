import type { CellValue, SheetGrid } from "../sheet";
import { areaOf, mergesOf, queueMerges } from "./ranges";
import { reading, type RunOptions } from "./run";

/**
 * Reads the cells of every visible sheet that is not empty, to find the one with an appendix where
 * nobody has opened it: two round trips. A sheet whose merges Excel refuses is left to the full
 * reading of that one sheet.
 */
export async function readSheets(options: RunOptions = {}): Promise<SheetGrid[]> {
  return reading(options, async ({ context, sync }) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    await sync();
    const waiting = worksheets.items
      .filter(({ visibility }) => visibility === "Visible")
      .map((sheet) => {
        const used = sheet.getUsedRangeOrNullObject(true);
        used.load("values,text,numberFormat,rowIndex,columnIndex,rowCount,columnCount");
        return { name: sheet.name, used, merged: queueMerges(used) };
      });
    await sync();
    return waiting.flatMap(({ name, used, merged }): SheetGrid[] => {
      if (used.isNullObject) return [];
      const { row, column } = areaOf(used);
      return [
        {
          sheet: name,
          row,
          column,
          values: used.values as CellValue[][],
          text: used.text,
          numberFormats: used.numberFormat as string[][],
          merges: mergesOf(merged),
        },
      ];
    });
  });
}
