/** A rectangle of cells counted from 0. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export const maximumRows = 1_048_576;
export const maximumColumns = 16_384;

/** Letters of a column counted from 0: 0 → "A". */
function letters(column: number): string {
  let rest = column + 1;
  let text = "";
  while (rest > 0) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}

/** Column from 0 of its letters. */
function columnOf(text: string): number {
  let number = 0;
  for (const letter of text.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** "B2:D9"; whole columns as "B:D", whole rows as "2:9", one cell as "B2". */
export function addressOf(area: Area): string {
  const lastColumn = area.column + area.columns - 1;
  const lastRow = area.row + area.rows;
  if (area.rows === maximumRows && area.columns === maximumColumns) return `1:${maximumRows}`;
  if (area.rows === maximumRows) return `${letters(area.column)}:${letters(lastColumn)}`;
  if (area.columns === maximumColumns) return `${area.row + 1}:${lastRow}`;
  const first = `${letters(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1
    ? first
    : `${first}:${letters(lastColumn)}${lastRow}`;
}

/** "$B$2:$D$9". */
export function absoluteAddress(area: Area): string {
  return addressOf(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** Sheet name as formulas and addresses write it: quoted where it must be. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d{1,7}$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** Splits "'My sheet'!A1" into its sheet (null when there is none) and the rest. */
export function splitSheet(address: string): { sheet: string | null; local: string } {
  const mark = address.lastIndexOf("!");
  if (mark < 0) return { sheet: null, local: address };
  const name = address.slice(0, mark);
  const plain =
    name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet: plain, local: address.slice(mark + 1) };
}

const cells = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const wholeColumns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const wholeRows = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

function span(first: number, last: number, limit: number): [number, number] | null {
  const low = Math.min(first, last);
  const high = Math.max(first, last);
  return low < 0 || high >= limit ? null : [low, high - low + 1];
}

/** Reads an address without a sheet ("A1", "A1:B2", "A:C", "3:5"); null when it is none or leaves the sheet. */
export function parseLocal(local: string): Area | null {
  const cell = cells.exec(local);
  if (cell) {
    const [, c1 = "", r1 = "", c2 = c1, r2 = r1] = cell;
    const down = span(Number(r1) - 1, Number(r2) - 1, maximumRows);
    const across = span(columnOf(c1), columnOf(c2), maximumColumns);
    return down && across
      ? { row: down[0], column: across[0], rows: down[1], columns: across[1] }
      : null;
  }
  const columns = wholeColumns.exec(local);
  if (columns) {
    const across = span(columnOf(columns[1] ?? ""), columnOf(columns[2] ?? ""), maximumColumns);
    return across ? { row: 0, column: across[0], rows: maximumRows, columns: across[1] } : null;
  }
  const rows = wholeRows.exec(local);
  const down = rows ? span(Number(rows[1]) - 1, Number(rows[2]) - 1, maximumRows) : null;
  return down ? { row: down[0], column: 0, rows: down[1], columns: maximumColumns } : null;
}

export function overlap(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** What is left of `area` without `hole`, as at most four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  const cut = overlap(area, hole);
  if (!cut) return [area];
  const parts: Area[] = [];
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  if (cut.row > area.row) parts.push({ ...area, rows: cut.row - area.row });
  if (cut.row + cut.rows < bottom)
    parts.push({ ...area, row: cut.row + cut.rows, rows: bottom - cut.row - cut.rows });
  const middle = { row: cut.row, rows: cut.rows };
  if (cut.column > area.column)
    parts.push({ ...middle, column: area.column, columns: cut.column - area.column });
  if (cut.column + cut.columns < right) {
    const column = cut.column + cut.columns;
    parts.push({ ...middle, column, columns: right - column });
  }
  return parts;
}

/** A line of cells along one axis, for inserting and deleting whole rows or columns. */
export type Axis = "row" | "column";

/**
 * Where an area lies after `count` lines were inserted (count > 0) or deleted (count < 0) at `at`;
 * null when nothing of it is left.
 */
export function shiftArea(area: Area, axis: Axis, at: number, count: number): Area | null {
  const size = axis === "row" ? "rows" : "columns";
  const limit = axis === "row" ? maximumRows : maximumColumns;
  if (area[size] >= limit) return area;
  const first = area[axis];
  const end = first + area[size];
  if (count > 0) {
    if (at <= first) return { ...area, [axis]: first + count };
    return at < end ? { ...area, [size]: area[size] + count } : area;
  }
  const move = (position: number): number =>
    position <= at ? position : Math.max(at, position + count);
  const start = move(first);
  const stop = move(end);
  return stop > start ? { ...area, [axis]: start, [size]: stop - start } : null;
}
