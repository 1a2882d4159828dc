import { readXlsx, formatValue, type Sheet } from "hucre";
import { openPackage, packStored, UnreadableFile } from "../package";
import type { CellValue, SheetGrid } from "../sheet";

/** A sheet of a file: its grid, and whether it can be seen. */
export interface FileSheet extends SheetGrid {
  readonly visible: boolean;
}

/** More cells than this in one sheet are not a form or an appendix. */
const MOST_CELLS = 2_000_000;

/**
 * The sheets of an .xlsx file as grids. Values are what the file holds: formulas give their saved value, dates
 * are serial numbers of the 1900 calendar. Throws UnreadableFile.
 */
export async function readWorkbookFile(bytes: Uint8Array): Promise<FileSheet[]> {
  const parts = openPackage(bytes);
  let sheets: readonly Sheet[];
  try {
    ({ sheets } = await readXlsx(packStored(parts), { readStyles: true }));
  } catch {
    throw new UnreadableFile(
      "Tệp Excel bị hỏng nên không đọc được. Kiểm tra lại tệp với người gửi.",
    );
  }
  return sheets.map(toGrid);
}

function toGrid(sheet: Sheet): FileSheet {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  if (width * sheet.rows.length > MOST_CELLS) {
    throw new UnreadableFile(
      `Trang “${sheet.name}” quá lớn nên không được đọc. Xóa các ô thừa rồi gửi lại.`,
    );
  }
  const values: CellValue[][] = [];
  const text: string[][] = [];
  const numberFormats: string[][] = [];
  sheet.rows.forEach((row, rowIndex) => {
    const cells = Array.from({ length: width }, (_, column) => {
      const cell = sheet.cells?.get(`${rowIndex},${column}`);
      const format = cell?.style?.numFmt ?? "General";
      return { value: plainValue(row[column] ?? null), format };
    });
    values.push(cells.map((cell) => cell.value));
    numberFormats.push(cells.map((cell) => cell.format));
    text.push(
      cells.map(({ value, format }) =>
        typeof value === "number" ? formatValue(value, format) : String(value),
      ),
    );
  });
  return {
    sheet: sheet.name,
    visible: !sheet.hidden && !sheet.veryHidden,
    row: 0,
    column: 0,
    values,
    text,
    numberFormats,
    merges: (sheet.merges ?? []).map((merge) => ({
      row: merge.startRow,
      column: merge.startCol,
      rows: merge.endRow - merge.startRow + 1,
      columns: merge.endCol - merge.startCol + 1,
    })),
  };
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

function plainValue(value: string | number | boolean | Date | null): CellValue {
  if (value === null) return "";
  return value instanceof Date ? (value.getTime() - EPOCH) / DAY : value;
}
