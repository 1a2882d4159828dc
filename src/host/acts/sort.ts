import { invalidArgument } from "../errors";
import { moveFormula } from "../formulas/tokens";
import type { Host } from "../host";
import { overlap, type Area } from "../model/address";
import { CellError, type Cell, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { guardCells } from "./guard";

interface SortKey {
  /** Column within the area, from 0. */
  readonly column: number;
  readonly ascending: boolean;
}

const rank = (value: Scalar): number => {
  if (value === "") return 4;
  if (typeof value === "number") return 0;
  if (typeof value === "string") return 1;
  return value instanceof CellError ? 3 : 2;
};

function order(a: Scalar, b: Scalar, ascending: boolean): number {
  const [x, y] = [rank(a), rank(b)];
  if (x === 4 || y === 4) return x - y;
  const way = ascending ? 1 : -1;
  if (x !== y) return (x - y) * way;
  if (typeof a === "number" && typeof b === "number") return (a - b) * way;
  if (typeof a === "string" && typeof b === "string")
    return a.localeCompare(b, "vi", { sensitivity: "accent" }) * way;
  return (Number(a === true) - Number(b === true)) * way;
}

/**
 * Sorts the rows of an area: contents and looks of its cells move, parts of formulas without "$"
 * move along; rules, names and row heights stay where they are, as in Excel.
 */
export function sortRows(host: Host, sheet: Sheet, area: Area, keys: readonly SortKey[]): void {
  guardCells(sheet, area);
  if (sheet.merges.some((merge) => overlap(merge, area)))
    throw invalidArgument("To sort, all merged cells need to be the same size.", "sort.apply");
  const rows = Array.from({ length: area.rows }, (_, down) => area.row + down);
  const valueAt = (row: number, column: number): Scalar =>
    host.engine.value(sheet, row, area.column + column);
  const keyed = rows.map((row) => ({
    row,
    values: keys.map(({ column }) => valueAt(row, column)),
  }));
  keyed.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const by = order(a.values[index] ?? "", b.values[index] ?? "", key.ascending);
      if (by !== 0) return by;
    }
    return 0;
  });
  const cells = keyed.map(({ row }) => {
    const line: (Cell | undefined)[] = [];
    for (let right = 0; right < area.columns; right++)
      line.push(sheet.cell(row, area.column + right));
    return line;
  });
  keyed.forEach(({ row }, index) => {
    const target = area.row + index;
    const line = (sheet.rows[target] ??= []);
    for (let right = 0; right < area.columns; right++) {
      const cell = cells[index]?.[right];
      line[area.column + right] = cell;
      if (cell?.formula !== undefined) {
        cell.formula = moveFormula(cell.formula, target - row, 0);
        delete cell.round;
      }
    }
  });
  host.changed({ sheet, area, type: "RangeEdited" });
}
