import { ActionError } from "../errors";
import { shiftFormula } from "../formulas/tokens";
import type { Host } from "../host";
import { absoluteAddress, contains, overlap, parseLocal, shiftArea } from "../model/address";
import type { Area, Axis } from "../model/address";
import { plainStyle, setFormula, type Cell } from "../model/cell";
import type { Line, Sheet, Table } from "../model/sheet";
import { guardSheet } from "./guard";
import { eachFormula } from "./tables";

interface Shift {
  readonly axis: Axis;
  readonly at: number;
  /** Lines inserted (above 0) or deleted (below 0). */
  readonly count: number;
}

/** Inserts or deletes whole rows or columns; everything that points at cells follows, as in Excel. */
export function shiftLines(host: Host, sheet: Sheet, shift: Shift): void {
  const { axis, count } = shift;
  const verb = count > 0 ? "Insert" : "Delete";
  guardSheet(sheet, `allow${verb}${axis === "row" ? "Rows" : "Columns"}`);
  refuseBrokenArrays(sheet, shift);
  const todo = count < 0 ? keepTables(host, sheet, shift) : shift;
  if (!todo) return;
  moveCells(sheet, todo);
  moveLines(sheet, todo);
  const move = (area: Area): Area | null => shiftArea(area, axis, todo.at, todo.count);
  const moveAll = (areas: readonly Area[]): Area[] =>
    areas.map(move).filter((area): area is Area => area !== null);
  sheet.merges = moveAll(sheet.merges).filter((merge) => merge.rows * merge.columns > 1);
  moveTables(sheet, todo);
  for (const rule of [...sheet.validations, ...sheet.conditions]) rule.areas = moveAll(rule.areas);
  sheet.validations = sheet.validations.filter((rule) => rule.areas.length > 0);
  sheet.conditions = sheet.conditions.filter((rule) => rule.areas.length > 0);
  moveFormulas(host, sheet, todo);
  movePrint(sheet, move);
  for (const chart of sheet.charts)
    chart.source.area = move(chart.source.area) ?? chart.source.area;
  for (const target of host.ranges) {
    if (target.sheet !== sheet) continue;
    const area = move(target.area);
    if (area) target.area = area;
    else target.gone = true;
  }
  fillTables(sheet, todo);
  host.reshaped();
  const type = axis === "row" ? "Row" : "Column";
  host.changed({
    sheet,
    area: changedArea(todo),
    type: `${type}${count > 0 ? "Inserted" : "Deleted"}`,
  });
}

const changedArea = ({ axis, at, count }: Shift): Area =>
  axis === "row"
    ? { row: at, rows: Math.abs(count), column: 0, columns: 16_384 }
    : { row: 0, rows: 1_048_576, column: at, columns: Math.abs(count) };

function refuseBrokenArrays(sheet: Sheet, { axis, at, count }: Shift): void {
  const first = at;
  const last = count < 0 ? at - count : at;
  for (const line of sheet.rows)
    for (const cell of line ?? []) {
      const area = cell?.array ? parseLocal(cell.array.ref) : null;
      if (!area || area.rows * area.columns === 1) continue;
      const start = area[axis];
      const end = start + (axis === "row" ? area.rows : area.columns);
      if (last > start && first < end)
        throw new ActionError("InvalidOperation", "You can't change part of an array.");
    }
}

/** A table keeps its header and one row: a deletion that would take them is refused or cut short. */
function keepTables(host: Host, sheet: Sheet, shift: Shift): Shift | null {
  const gone = changedArea(shift);
  for (const table of [...sheet.tables]) {
    const part = overlap(gone, table.area);
    if (!part) continue;
    if (contains(gone, table.area)) {
      sheet.tables = sheet.tables.filter((other) => other !== table);
      continue;
    }
    if (shift.axis === "column") continue;
    if (overlap(gone, table.header))
      throw new ActionError("InvalidOperation", "The header row of a table cannot be deleted.");
    if (!contains(gone, table.body)) continue;
    const last = table.body.row + table.body.rows - 1;
    clearRow(table, last);
    const above = last - shift.at;
    host.reshaped();
    return above > 0 ? { ...shift, count: -above } : null;
  }
  return shift;
}

function clearRow(table: Table, row: number): void {
  for (let index = 0; index < table.columns.length; index++) {
    const cell = table.sheet.touch(row, table.area.column + index);
    if (table.columns[index]?.formula === undefined) {
      cell.value = "";
      delete cell.formula;
    }
  }
}

function moveCells(sheet: Sheet, { axis, at, count }: Shift): void {
  if (axis === "row") {
    if (sheet.rows.length <= at) return;
    if (count < 0) sheet.rows.splice(at, -count);
    else {
      const above = sheet.rows[at - 1];
      const fresh = Array.from({ length: count }, () => likeAbove(above));
      sheet.rows.splice(at, 0, ...fresh);
    }
    return;
  }
  for (const line of sheet.rows) {
    if (!line || line.length <= at) continue;
    if (count < 0) line.splice(at, -count);
    else line.splice(at, 0, ...likeAbove([line[at - 1]], count));
  }
}

/** New cells look like the line before them. */
function likeAbove(
  above: readonly (Cell | undefined)[] | undefined,
  times = 1,
): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  for (let time = 0; time < times; time++)
    for (const cell of above ?? [])
      cells.push(cell && cell.style !== plainStyle ? { value: "", style: cell.style } : undefined);
  return cells;
}

function moveLines(sheet: Sheet, { axis, at, count }: Shift): void {
  if (axis === "column") {
    if (count < 0) sheet.columns.splice(at, -count);
    else if (sheet.columns.length > at) {
      const fresh = Array.from({ length: count }, (): Line => ({ ...sheet.columns[at - 1] }));
      sheet.columns.splice(at, 0, ...fresh);
    }
    return;
  }
  const lines = [...sheet.lines].sort(([a], [b]) => a - b);
  sheet.lines.clear();
  for (const [row, line] of lines) {
    if (row < at) sheet.lines.set(row, line);
    else if (count > 0 || row >= at - count) sheet.lines.set(row + count, line);
  }
}

function moveTables(sheet: Sheet, { axis, at, count }: Shift): void {
  for (const table of sheet.tables) {
    const before = table.area;
    if (axis === "column") {
      const inside = at > before.column && at < before.column + before.columns;
      if (count > 0 && inside)
        for (let n = 0; n < count; n++)
          table.columns.splice(at - before.column, 0, {
            id: table.nextColumnId(),
            name: table.freeName("Column1"),
          });
      if (count < 0) {
        const first = Math.max(at, before.column) - before.column;
        const last = Math.min(at - count, before.column + before.columns) - before.column;
        if (last > first) table.columns.splice(first, last - first);
      }
    }
    table.area = shiftArea(before, axis, at, count) ?? before;
  }
}

function fillTables(sheet: Sheet, { axis, at, count }: Shift): void {
  if (count < 0) return;
  for (const table of sheet.tables)
    table.columns.forEach((column, index) => {
      const place = table.columnArea(index);
      if (axis === "column") {
        sheet.touch(table.area.row, place.column).value = column.name;
        return;
      }
      if (column.formula === undefined) return;
      for (let row = at; row < at + count; row++) {
        if (row < place.row || row >= place.row + place.rows) continue;
        setFormula(sheet.touch(row, place.column), column.formula);
      }
    });
}

function moveFormulas(host: Host, sheet: Sheet, { axis, at, count }: Shift): void {
  const change = { sheet: sheet.name, axis, at, count };
  eachFormula(host.workbook, (formula, home) => shiftFormula(formula, home?.name ?? "", change));
  for (const home of host.workbook.sheets) {
    const shifted = (formula: string): string =>
      shiftFormula(`=${formula}`, home.name, change).slice(1);
    for (const { rule } of home.validations) {
      if (rule.formula1 !== undefined) rule.formula1 = shifted(rule.formula1);
      if (rule.formula2 !== undefined) rule.formula2 = shifted(rule.formula2);
    }
    for (const { rule } of home.conditions) {
      const { formula } = rule;
      if (typeof formula === "string") rule.formula = shifted(formula);
      else if (formula) rule.formula = formula.map(shifted);
    }
  }
}

function movePrint(sheet: Sheet, move: (area: Area) => Area | null): void {
  const { printArea, printTitlesRow } = sheet.page;
  const moved = (address: string): string | undefined => {
    const area = parseLocal(address);
    const next = area ? move(area) : null;
    return next ? absoluteAddress(next) : undefined;
  };
  if (printArea !== undefined && parseLocal(printArea)) sheet.page.printArea = moved(printArea);
  if (printTitlesRow !== undefined && parseLocal(printTitlesRow))
    sheet.page.printTitlesRow = moved(printTitlesRow);
  sheet.pageBreaks = sheet.pageBreaks.flatMap((row) => {
    const next = move({ row, column: 0, rows: 1, columns: 1 });
    return next && next.row > 0 ? [next.row] : [];
  });
}
