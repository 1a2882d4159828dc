import { ActionError } from "../errors";
import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";

const denied = (sheet: Sheet): ActionError =>
  new ActionError(
    "AccessDenied",
    `You do not have permission: the worksheet “${sheet.name}” is protected.`,
  );

/** Refuses to write into locked cells of a protected sheet. */
export function guardCells(sheet: Sheet, area: Area): void {
  if (!sheet.protection) return;
  const rows = Math.min(area.rows, Math.max(sheet.rows.length - area.row, 1));
  for (let row = area.row; row < area.row + rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      if (sheet.isLocked(row, column)) throw denied(sheet);
}

/** Refuses what protection forbids unless the sheet allows it by an option such as "allowFormatCells". */
export function guardSheet(sheet: Sheet, option?: string): void {
  if (sheet.protection && !(option && sheet.protection.options[option] === true))
    throw denied(sheet);
}
