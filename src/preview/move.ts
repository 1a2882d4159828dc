import type { SheetShown } from "./protocol";

/** Where a key leads from the selected cell; null when the key does not move. */
export function moveFrom(
  sheet: Pick<
    SheetShown,
    "rows" | "columns" | "rowHeights" | "columnWidths" | "merges" | "selection"
  >,
  key: string,
  how: { shift: boolean; control: boolean; editing: boolean; pageRows: number },
): { row: number; column: number } | null {
  const { row, column } = sheet.selection;
  if (how.editing) {
    if (key === "Enter") return step(sheet, row, column, how.shift ? -1 : 1, 0);
    if (key === "Tab") return step(sheet, row, column, 0, how.shift ? -1 : 1);
    return null;
  }
  switch (key) {
    case "ArrowDown":
      return how.control ? { row: sheet.rows - 1, column } : step(sheet, row, column, 1, 0);
    case "ArrowUp":
      return how.control ? { row: 0, column } : step(sheet, row, column, -1, 0);
    case "ArrowRight":
      return how.control ? { row, column: sheet.columns - 1 } : step(sheet, row, column, 0, 1);
    case "ArrowLeft":
      return how.control ? { row, column: 0 } : step(sheet, row, column, 0, -1);
    case "Enter":
      return step(sheet, row, column, how.shift ? -1 : 1, 0);
    case "Home":
      return { row: how.control ? 0 : row, column: 0 };
    case "End":
      return how.control ? { row: sheet.rows - 1, column: sheet.columns - 1 } : null;
    case "PageDown":
      return { row: Math.min(sheet.rows - 1, row + how.pageRows), column };
    case "PageUp":
      return { row: Math.max(0, row - how.pageRows), column };
    default:
      return null;
  }
}

/** One visible cell further, over hidden lines and out of merged areas; at the edge it stays. */
function step(
  sheet: Pick<SheetShown, "rows" | "columns" | "rowHeights" | "columnWidths" | "merges">,
  row: number,
  column: number,
  down: number,
  right: number,
): { row: number; column: number } {
  const merge = sheet.merges.find(
    (area) =>
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
  let nextRow = row + (down > 0 && merge ? merge.row + merge.rows - row : down);
  let nextColumn = column + (right > 0 && merge ? merge.column + merge.columns - column : right);
  while (down !== 0 && sheet.rowHeights[nextRow] === 0) nextRow += down;
  while (right !== 0 && sheet.columnWidths[nextColumn] === 0) nextColumn += right;
  const inside =
    nextRow >= 0 && nextRow < sheet.rows && nextColumn >= 0 && nextColumn < sheet.columns;
  if (!inside) return { row, column };
  const into = sheet.merges.find(
    (area) =>
      nextRow >= area.row &&
      nextRow < area.row + area.rows &&
      nextColumn >= area.column &&
      nextColumn < area.column + area.columns,
  );
  return into ? { row: into.row, column: into.column } : { row: nextRow, column: nextColumn };
}
