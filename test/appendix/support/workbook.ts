import { readFileSync } from "node:fs";
import * as XLSX from "@e965/xlsx";
import type { CellValue, SheetGrid } from "../../../src/sheet";

/** Reads every sheet of an .xlsx file as the add-in would get it: values, shown text, formats, merges. */
export function readGrids(file: string): SheetGrid[] {
  const book = XLSX.read(readFileSync(file), { cellNF: true, cellDates: false });
  return book.SheetNames.map((name) => toGrid(name, book.Sheets[name]));
}

function toGrid(name: string, sheet: XLSX.WorkSheet | undefined): SheetGrid {
  if (!sheet?.["!ref"]) {
    return { sheet: name, row: 0, column: 0, values: [], text: [], numberFormats: [], merges: [] };
  }
  const range = XLSX.utils.decode_range(sheet["!ref"]);
  const values: CellValue[][] = [];
  const text: string[][] = [];
  const numberFormats: string[][] = [];
  for (let row = range.s.r; row <= range.e.r; row++) {
    const cells = Array.from(
      { length: range.e.c - range.s.c + 1 },
      (_, index) =>
        sheet[XLSX.utils.encode_cell({ r: row, c: range.s.c + index })] as
          XLSX.CellObject | undefined,
    );
    values.push(
      cells.map((cell) => (cell?.t === "e" ? (cell.w ?? "#N/A") : ((cell?.v as CellValue) ?? ""))),
    );
    text.push(cells.map((cell) => cell?.w ?? (cell?.v === undefined ? "" : String(cell.v))));
    numberFormats.push(cells.map((cell) => (typeof cell?.z === "string" ? cell.z : "General")));
  }
  return {
    sheet: name,
    row: range.s.r,
    column: range.s.c,
    values,
    text,
    numberFormats,
    merges: (sheet["!merges"] ?? []).map((area) => ({
      row: area.s.r,
      column: area.s.c,
      rows: area.e.r - area.s.r + 1,
      columns: area.e.c - area.s.c + 1,
    })),
  };
}
