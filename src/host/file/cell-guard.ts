import { UnreadableFile } from "../errors";
import { entryBytes, type ZipEntry } from "./zip";

/** Cells of a sheet's rectangle from A1 to its last row and column: each takes memory, filled or not. */
const mostInRectangle = 20_000_000;
const mostInRectangles = 30_000_000;
/** Cells that a file holds; with 25 columns these are 40,000 rows. */
const mostCells = 1_000_000;

const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/i;
const tooFar =
  "Tệp có trang ghi ô ở quá xa bảng (hàng hoặc cột gần cuối trang tính). Hãy mở bằng Excel, xóa các hàng, cột thừa rồi lưu lại.";
const tooMany = "Tệp có hơn 1.000.000 ô nên không mở để bảo vệ máy. Hãy tách thành tệp nhỏ hơn.";

/**
 * Looks where a file's sheets have cells before any is kept: two cells in opposite corners take as
 * much memory as all cells between them. Throws UnreadableFile for more than a machine should hold.
 */
export function checkCells(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  let rectangles = 0;
  let cells = 0;
  for (const entry of entries) {
    const sheet = sheetPart.test(entry.name) ? entryBytes(bytes, entry) : null;
    if (!sheet) continue;
    const { lastRow, lastColumn, count } = extentOf(sheet);
    const rectangle = lastRow * lastColumn;
    rectangles += rectangle;
    cells += count;
    if (rectangle > mostInRectangle || rectangles > mostInRectangles)
      throw new UnreadableFile(tooFar);
    if (cells > mostCells) throw new UnreadableFile(tooMany);
  }
}

const lessThan = 0x3c;
const greaterThan = 0x3e;
const space = 0x20;
const letterR = 0x72;
const equals = 0x3d;

/** Last row and column (from 1) that a sheet's r="…" name, and how many of them name cells. */
function extentOf(xml: Uint8Array): { lastRow: number; lastColumn: number; count: number } {
  let inTag = false;
  let lastRow = 0;
  let lastColumn = 0;
  let count = 0;
  for (let at = 0; at < xml.length; at++) {
    const byte = xml[at];
    if (byte === lessThan) inTag = true;
    else if (byte === greaterThan) inTag = false;
    else if (inTag && byte === letterR && xml[at + 1] === equals && (xml[at - 1] ?? 0) <= space) {
      let column = 0;
      let row = 0;
      at += 3;
      for (; isBetween(xml[at], 0x41, 0x5a); at++) column = column * 26 + (xml[at] ?? 0) - 0x40;
      for (; isBetween(xml[at], 0x30, 0x39); at++) row = row * 10 + (xml[at] ?? 0) - 0x30;
      at--;
      if (column > 0) count++;
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
    }
  }
  return { lastRow, lastColumn, count };
}

const isBetween = (byte: number | undefined, first: number, last: number): boolean =>
  byte !== undefined && byte >= first && byte <= last;
