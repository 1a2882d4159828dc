import { invalidArgument } from "../errors";
import { fullForm } from "../formulas/structured";
import type { Host } from "../host";
import { parseWritten } from "../cell-parsing";
import { contains, overlap, without, type Area } from "../model/address";
import { clearContent, formatOf, plainStyle, setFormula, withStyle } from "../model/cell";
import type { Cell, Scalar } from "../model/cell";
import type { Sheet, Table } from "../model/sheet";
import { guardCells } from "./guard";
import { renameColumn } from "./tables";

const longest = 32_767;

/** Turns what a script sets (one value for all, or rows of values) into a look-up by position. */
function matrixOf(
  value: unknown,
  area: Area,
  member: string,
): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const rows = value as unknown[];
  const fits =
    rows.length === area.rows &&
    rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    const single = rows.length === 1 && Array.isArray(rows[0]) && rows[0].length === 1;
    if (single) {
      const [[only]] = rows as [[unknown]];
      return () => only;
    }
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size of the range.",
      member,
    );
  }
  return (row, column) => (rows[row] as unknown[])[column];
}

/** The largest area that is really gone through when a whole row or column is written. */
export function bounded(sheet: Sheet, area: Area): Area {
  if (area.rows * area.columns <= 5_000_000) return area;
  const used = sheet.used(false);
  const rows = Math.min(area.rows, used ? Math.max(0, used.row + used.rows - area.row) : 0);
  const columns = Math.min(
    area.columns,
    used ? Math.max(0, used.column + used.columns - area.column) : 0,
  );
  return { ...area, rows: Math.max(rows, 1), columns: Math.max(columns, 1) };
}

/**
 * Writes values or formulas as Excel does: strings are parsed, null leaves a cell alone, "" empties
 * it, only the first cell of a merged area takes a value, a table's header renames its column.
 * Nothing is written when any part is refused.
 */
export function writeCells(host: Host, sheet: Sheet, area: Area, value: unknown): void {
  const member = "Range.values";
  const at = matrixOf(value, area, member);
  guardCells(sheet, area);
  const place = bounded(sheet, area);
  const year = host.settings.now().getFullYear();
  const { date1904 } = host.workbook;
  const readOnce = new Map<string, Map<unknown, Content>>();
  const read = (given: unknown, format: string): Content => {
    if (Array.isArray(value)) return contentOf(given, format, year, date1904);
    const known = readOnce.get(format) ?? new Map<unknown, Content>();
    readOnce.set(format, known);
    const content = known.get(given) ?? contentOf(given, format, year, date1904);
    known.set(given, content);
    return content;
  };
  const results: { row: number; column: number; content: Content }[] = [];
  for (let down = 0; down < place.rows; down++)
    for (let right = 0; right < place.columns; right++) {
      const given = at(down, right);
      if (given === null || given === undefined) continue;
      const row = place.row + down;
      const column = place.column + right;
      if (isHiddenByMerge(sheet, row, column)) continue;
      const format = formatOf(sheet.styleAt(row, column));
      results.push({ row, column, content: read(given, format) });
    }
  const columns = new Map<string, TableFill>();
  for (const { row, column, content } of results) {
    const cell = sheet.touch(row, column);
    put(cell, content, sheet, row, column);
    noteTable(sheet, row, column, cell, columns);
  }
  for (const fill of columns.values()) fillColumn(host, fill);
  renameHeaders(host, sheet, area);
  host.changed({ sheet, area, type: "RangeEdited" });
  if (host.workbook.calculation !== "Manual") return;
  host.engine.enter(sheet, area);
  for (const { table, index } of columns.values())
    host.engine.enter(sheet, table.columnArea(index));
}

interface Content {
  readonly value?: Scalar;
  readonly formula?: string;
  readonly format?: string;
}

function contentOf(given: unknown, format: string, year: number, date1904: boolean): Content {
  if (typeof given === "number") {
    if (!Number.isFinite(given)) throw invalidArgument("A number must be finite.", "Range.values");
    return { value: given };
  }
  if (typeof given === "boolean") return { value: given };
  if (typeof given !== "string")
    throw invalidArgument("A cell takes a text, a number or a boolean.", "Range.values");
  if (given.length > longest)
    throw invalidArgument(`A cell holds at most ${longest} characters.`, "Range.values");
  const parsed = parseWritten(given, format, year, date1904);
  if (parsed.kind === "refused") throw invalidArgument(parsed.reason, "Range.formulas");
  if (parsed.kind === "formula") return { formula: parsed.formula };
  return parsed.format === undefined
    ? { value: parsed.value }
    : { value: parsed.value, format: parsed.format };
}

function put(cell: Cell, content: Content, sheet: Sheet, row: number, column: number): void {
  if (content.formula !== undefined)
    return setFormula(cell, fullForm(content.formula, sheet, row, column));
  clearContent(cell);
  cell.value = content.value ?? "";
  if (content.format !== undefined && formatOf(cell.style) === "General")
    cell.style = withStyle(cell.style, { numFmt: content.format });
}

function isHiddenByMerge(sheet: Sheet, row: number, column: number): boolean {
  if (sheet.merges.length === 0) return false;
  const merge = sheet.mergeAt(row, column);
  return merge !== undefined && (merge.row !== row || merge.column !== column);
}

interface TableFill {
  readonly table: Table;
  readonly index: number;
  readonly formulas: Set<string>;
  written: number;
}

function noteTable(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell,
  columns: Map<string, TableFill>,
): void {
  for (const table of sheet.tables) {
    const { body } = table;
    if (!contains(body, { row, column, rows: 1, columns: 1 })) continue;
    if (cell.formula !== undefined || cell.value !== "") table.isBlank = false;
    const index = column - table.area.column;
    const key = `${table.id}:${index}`;
    const fill = columns.get(key) ?? { table, index, formulas: new Set<string>(), written: 0 };
    fill.written++;
    if (cell.formula !== undefined) fill.formulas.add(cell.formula);
    columns.set(key, fill);
  }
}

/**
 * A formula written into a table's column becomes that of the whole column where AutoCorrect is on
 * and the rest of the column is empty or has one formula, as Excel fills calculated columns.
 */
function fillColumn(host: Host, { table, index, formulas, written }: TableFill): void {
  const column = table.columns[index];
  const area = table.columnArea(index);
  if (!column) return;
  if (formulas.size === 0) {
    if (written === area.rows) delete column.formula;
    return;
  }
  const [first = ""] = formulas;
  const known = column.formula;
  const whole = formulas.size === 1 && written === area.rows;
  if (!whole && !host.settings.autoFill) return;
  for (let row = area.row; !whole && row < area.row + area.rows; row++) {
    const cell = table.sheet.cell(row, area.column);
    const free =
      !cell ||
      (cell.formula === undefined ? cell.value === "" : isOwn(cell.formula, formulas, known));
    if (!free) return;
  }
  column.formula = first;
  for (let row = area.row; row < area.row + area.rows; row++) {
    const cell = table.sheet.touch(row, area.column);
    put(cell, { formula: first }, table.sheet, row, area.column);
  }
}

const isOwn = (formula: string, written: ReadonlySet<string>, known?: string): boolean =>
  written.has(formula) || formula === known;

function renameHeaders(host: Host, sheet: Sheet, area: Area): void {
  for (const table of sheet.tables) {
    const part = overlap(table.header, area);
    if (!part) continue;
    for (let column = part.column; column < part.column + part.columns; column++)
      renameColumn(host, table, column - table.area.column);
  }
}

/** Sets number formats: one for all, or rows of formats; null leaves a cell alone. */
export function writeFormats(host: Host, sheet: Sheet, area: Area, value: unknown): void {
  const at = matrixOf(value, area, "Range.numberFormat");
  if (!Array.isArray(value)) {
    const format = formatText(value);
    sheet.restyle(area, () => ({ numFmt: format }));
    host.restyled();
    return;
  }
  const place = bounded(sheet, area);
  for (let down = 0; down < place.rows; down++)
    for (let right = 0; right < place.columns; right++) {
      const given = at(down, right);
      if (given === null || given === undefined) continue;
      const cell = sheet.touch(place.row + down, place.column + right);
      cell.style = withStyle(cell.style, { numFmt: formatText(given) });
    }
  host.restyled();
}

function formatText(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 255)
    throw invalidArgument(
      "A number format is a text of at most 255 characters.",
      "Range.numberFormat",
    );
  return /^general$/i.test(value) || value === "" ? undefined : value;
}

/** Empties cells: contents, formats, links or all. */
export function clearCells(host: Host, sheet: Sheet, area: Area, what: string): void {
  if (what !== "Formats") guardCells(sheet, area);
  const contents = what === "All" || what === "Contents";
  const looks = what === "All" || what === "Formats";
  sheet.visit(area, (cell, row, column) => {
    if (contents && !isHeader(sheet, row, column)) {
      put(cell, { value: "" }, sheet, row, column);
      delete cell.link;
    }
    if (looks) cell.style = plainStyle;
    if (what === "Hyperlinks" || what === "RemoveHyperlinks") delete cell.link;
  });
  if (looks) {
    const keep = (part: Area): boolean => !overlap(part, area);
    sheet.merges = sheet.merges.filter(keep);
    sheet.conditions = cutRules(sheet.conditions, area);
    if (what === "All") sheet.validations = cutRules(sheet.validations, area);
    if (area.rows >= 1_048_576)
      for (let c = area.column; c < area.column + area.columns; c++) delete sheet.columns[c]?.style;
    if (area.columns >= 16_384) for (const line of sheet.lines.values()) delete line.style;
  }
  if (contents) {
    for (const table of sheet.tables)
      table.columns.forEach((column, index) => {
        if (contains(area, table.columnArea(index))) delete column.formula;
      });
    host.changed({ sheet, area, type: "RangeEdited" });
  } else host.restyled();
}

const isHeader = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.tables.some((table) => contains(table.header, { row, column, rows: 1, columns: 1 }));

/** Takes an area out of rules; rules without any area go. */
export function cutRules<Rule extends { areas: Area[] }>(
  rules: readonly Rule[],
  hole: Area,
): Rule[] {
  return rules
    .map((rule) => ({ ...rule, areas: rule.areas.flatMap((area) => without(area, hole)) }))
    .filter((rule) => rule.areas.length > 0);
}

/** Merges an area (or each of its rows): the first cell keeps its value, the others lose theirs. */
export function mergeCells(host: Host, sheet: Sheet, area: Area, across: boolean): void {
  guardCells(sheet, area);
  if (sheet.tableAt(area))
    throw invalidArgument("Cells of a table cannot be merged.", "Range.merge");
  const parts: Area[] = across
    ? Array.from({ length: area.rows }, (_, down) => ({ ...area, row: area.row + down, rows: 1 }))
    : [area];
  sheet.merges = sheet.merges.filter((merge) => !overlap(merge, area));
  for (const part of parts) {
    if (part.rows * part.columns === 1) continue;
    sheet.visit(part, (cell, row, column) => {
      if (row !== part.row || column !== part.column) put(cell, { value: "" }, sheet, row, column);
    });
    sheet.merges.push(part);
  }
  host.changed({ sheet, area, type: "RangeEdited" });
}
