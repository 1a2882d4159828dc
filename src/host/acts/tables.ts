import { ActionError, invalidArgument } from "../errors";
import { renameInFormula } from "../formulas/structured";
import type { Host } from "../host";
import { contains, overlap, type Area } from "../model/address";
import { CellError, setFormula, type Cell } from "../model/cell";
import { Table, type Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";

/** Visits every formula of a workbook and lets it be written anew. */
export function eachFormula(
  workbook: Workbook,
  change: (formula: string, sheet: Sheet | null) => string,
): void {
  for (const sheet of workbook.sheets) {
    for (const line of sheet.rows)
      if (line)
        for (const cell of line)
          if (cell?.formula !== undefined) {
            const next = change(cell.formula, sheet);
            if (next !== cell.formula) {
              cell.formula = next;
              delete cell.round;
            }
          }
    for (const table of sheet.tables)
      for (const column of table.columns)
        if (column.formula !== undefined) column.formula = change(column.formula, sheet);
    for (const name of sheet.names) name.formula = change(name.formula, sheet);
  }
  for (const name of workbook.names) name.formula = change(name.formula, null);
}

function textOf(cell: Cell | undefined): string {
  if (!cell) return "";
  return cell.value instanceof CellError ? cell.value.code : String(cell.value);
}

/** Takes the text of a header cell as the name of its column; formulas follow. */
export function renameColumn(host: Host, table: Table, index: number): void {
  const column = table.columns[index];
  if (!column) return;
  const cell = table.sheet.touch(table.area.row, table.area.column + index);
  const name = table.freeName(textOf(cell), index);
  cell.value = name;
  delete cell.formula;
  const before = column.name;
  if (name === before) return;
  column.name = name;
  eachFormula(host.workbook, (formula) =>
    renameInFormula(formula, table.name, { column: [before, name] }),
  );
  host.reshaped();
}

/** Renames a table; formulas follow. */
export function renameTable(host: Host, table: Table, name: string): void {
  host.workbook.checkName(name, null, table);
  const before = table.name;
  table.name = name;
  eachFormula(host.workbook, (formula) => renameInFormula(formula, before, { table: name }));
  host.reshaped();
}

function checkPlace(sheet: Sheet, area: Area, except: Table | null): void {
  for (const other of sheet.tables)
    if (other !== except && overlap(other.area, area))
      throw new ActionError("InvalidOperation", "A table can't overlap another table.");
  if (sheet.merges.some((merge) => overlap(merge, area)))
    throw new ActionError("InvalidOperation", "A table can't hold merged cells.");
}

/** Makes a table over an area; without headers a header row is put above and the cells move down. */
export function addTable(host: Host, sheet: Sheet, area: Area, hasHeaders: boolean): Table {
  if (sheet.protection) throw new ActionError("AccessDenied", `“${sheet.name}” is protected.`);
  if (!hasHeaders) throw new ActionError("NotImplemented", "Tables without headers are not known.");
  const whole = area.rows === 1 ? { ...area, rows: 2 } : area;
  checkPlace(sheet, whole, null);
  const { workbook } = host;
  const table = new Table(workbook.nextId("table"), workbook.freeTableName(), sheet, whole);
  table.isBlank = area.rows === 1;
  sheet.tables.push(table);
  for (let right = 0; right < area.columns; right++) addColumnAt(table, right);
  host.reshaped();
  return table;
}

function addColumnAt(table: Table, index: number): void {
  const cell = table.sheet.touch(table.area.row, table.area.column + index);
  const wanted = textOf(cell);
  const id = table.nextColumnId();
  table.columns.splice(index, 0, { id, name: "" });
  const name = table.freeName(wanted === "" ? `Column${index + 1}` : wanted, index);
  cell.value = name;
  delete cell.formula;
  const column = table.columns[index];
  if (column) column.name = name;
}

/** Gives a table another area; its header stays in its row, as Excel demands. */
export function resizeTable(host: Host, table: Table, area: Area): void {
  if (area.row !== table.area.row || area.rows < 2)
    throw invalidArgument("The header row must stay in the same row.", "Table.resize");
  if (!overlap(area, table.area))
    throw invalidArgument("The new range must overlap the table.", "Table.resize");
  if (table.sheet.protection)
    throw new ActionError("AccessDenied", `“${table.sheet.name}” is protected.`);
  checkPlace(table.sheet, area, table);
  const before = { ...table.area };
  const left = before.column - area.column;
  if (left > 0) {
    table.area = { ...area };
    for (let index = left - 1; index >= 0; index--) addColumnAt(table, 0);
  } else if (left < 0) table.columns.splice(0, -left);
  table.area = { ...area };
  table.isBlank = false;
  while (table.columns.length > area.columns) table.columns.pop();
  while (table.columns.length < area.columns) addColumnAt(table, table.columns.length);
  fillNewRows(table, before);
  host.reshaped();
}

/** New rows of a calculated column take its formula. */
function fillNewRows(table: Table, before: Area): void {
  const { body } = table;
  table.columns.forEach((column, index) => {
    if (column.formula === undefined) return;
    for (let row = body.row; row < body.row + body.rows; row++) {
      const at = { row, column: body.column + index, rows: 1, columns: 1 };
      if (contains(before, at)) continue;
      const cell = table.sheet.touch(row, at.column);
      if (cell.value !== "" || cell.formula !== undefined) continue;
      setFormula(cell, column.formula);
    }
  });
}

/** Adds an empty column at the right end, or before `index`; the cells must be free. */
export function addColumn(host: Host, table: Table, name: string | null): number {
  const { area, sheet } = table;
  const column = area.column + area.columns;
  const next = { row: area.row, column, rows: area.rows, columns: 1 };
  checkPlace(sheet, { ...area, columns: area.columns + 1 }, table);
  if (sheet.used(true, next))
    throw new ActionError("InvalidOperation", "The cells beside the table are not empty.");
  sheet.touch(area.row, column).value = name ?? "";
  table.area = { ...area, columns: area.columns + 1 };
  addColumnAt(table, table.columns.length);
  host.reshaped();
  return table.columns.length - 1;
}

/** Turns a table back into plain cells; formulas keep their meaning only as far as Excel's do. */
export function dropTable(host: Host, table: Table): void {
  table.sheet.tables = table.sheet.tables.filter((other) => other !== table);
  host.reshaped();
}
