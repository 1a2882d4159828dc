import { addressOf } from "./model/address";
import type { Workbook } from "./model/workbook";

const named = 5;

/** In Vietnamese, the formulas whose values are those of the file because the stand-in does not compute them. */
export function staleFormulas(workbook: Workbook): string[] {
  const places: string[] = [];
  let count = 0;
  for (const sheet of workbook.sheets)
    sheet.visit({ row: 0, column: 0, rows: Infinity, columns: Infinity }, (cell, row, column) => {
      if (cell.stale !== "formula") return;
      count++;
      if (places.length < named)
        places.push(`${sheet.name}!${addressOf({ row, column, rows: 1, columns: 1 })}`);
    });
  if (count === 0) return [];
  const more = count > places.length ? ", …" : "";
  return [
    `kết quả mới của ${count} công thức mà ở đây không tính được (${places.join(", ")}${more}): còn giữ giá trị cũ, mở bằng Excel sẽ tính lại`,
  ];
}
