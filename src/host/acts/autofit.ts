import type { Host } from "../host";
import { formatOf } from "../model/cell";
import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { shownText } from "../number-format";

const lineHeight = 15 / 11;

function textOf(host: Host, sheet: Sheet, row: number, column: number): string {
  const value = host.engine.value(sheet, row, column);
  return shownText(value, formatOf(sheet.styleAt(row, column)), host.workbook.date1904);
}

const sizeOf = (host: Host, sheet: Sheet, row: number, column: number): number =>
  sheet.styleAt(row, column).font?.size ?? host.workbook.defaultFont.size ?? 11;

const isMerged = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.merges.length > 0 && sheet.mergeAt(row, column) !== undefined;

/** Lines that a text takes in a cell of so many characters: words are kept whole where they fit. */
function linesOf(text: string, room: number): number {
  let lines = 0;
  for (const part of text.split("\n")) {
    let used = 0;
    lines++;
    for (const word of part.split(" ")) {
      const length = word.length;
      if (used > 0 && used + 1 + length > room) {
        lines++;
        used = 0;
      }
      lines += Math.floor((length - 1) / Math.max(1, room));
      used += (used > 0 ? 1 : 0) + length;
    }
  }
  return lines;
}

/** The height that Excel would give a row by itself; merged cells do not count. An estimate by characters. */
function rowHeight(host: Host, sheet: Sheet, row: number): number {
  let height = 15;
  sheet.visit({ row, column: 0, rows: 1, columns: 16_384 }, (cell, _, column) => {
    const size = sizeOf(host, sheet, row, column);
    const natural = Math.max(15, Math.ceil(size * lineHeight * 4) / 4);
    if (isMerged(sheet, row, column) || cell.value === "") {
      if (cell.value === "" && cell.style.font?.size) height = Math.max(height, natural);
      return;
    }
    if (!cell.style.alignment?.wrapText) {
      height = Math.max(height, natural);
      return;
    }
    const room = Math.max(1, Math.floor(((sheet.columns[column]?.size ?? 8.43) * 11) / size));
    const lines = linesOf(textOf(host, sheet, row, column), room);
    height = Math.max(height, natural * lines);
  });
  return Math.min(height, 409.5);
}

function rows(host: Host, sheet: Sheet, area: Area): void {
  const last = Math.min(area.row + area.rows, Math.max(sheet.rows.length, area.row + 1));
  for (let row = area.row; row < last; row++) {
    const line = sheet.lines.get(row);
    if (line) delete line.size;
  }
  host.restyled();
}

function columns(host: Host, sheet: Sheet, area: Area): void {
  for (let column = area.column; column < area.column + area.columns; column++) {
    let widest = 0;
    sheet.visit({ ...area, column, columns: 1 }, (_, row) => {
      if (isMerged(sheet, row, column)) return;
      const size = sizeOf(host, sheet, row, column);
      const longest = Math.max(
        ...textOf(host, sheet, row, column)
          .split("\n")
          .map((l) => l.length),
      );
      widest = Math.max(widest, (longest * size) / 11);
    });
    if (widest > 0) sheet.touchLine("column", column).size = Math.min(255, widest + 0.71);
  }
  host.restyled();
}

/** Fits rows and columns to their texts, leaving merged cells out as Excel does. */
export const autofit = { rowHeight, rows, columns };
