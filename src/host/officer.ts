import { clearCells, mergeCells, writeCells } from "./acts/cells";
import { guardCells, guardSheet } from "./acts/guard";
import { shiftLines } from "./acts/lines";
import { sortRows } from "./acts/sort";
import { addTable, resizeTable } from "./acts/tables";
import { ActionError, OfficerRefused } from "./errors";
import type { DataValidation } from "./file/library";
import { isWellFormed } from "./formulas/compile";
import type { Host } from "./host";
import { contains, parseLocal, type Area } from "./model/address";
import { formatOf, plainValue, withStyle, type Scalar } from "./model/cell";
import type { Sheet, Table } from "./model/sheet";
import { deleteSheet, renameSheet } from "./objects/worksheet";
import { serialOfDay } from "./cell-parsing";

/** What a person does by hand in Excel. Each act is whole or throws OfficerRefused with a sentence. */
export interface Officer {
  /** Types into a cell and presses Enter. Dates are read day first, decimals with a comma (vi-VN). */
  type(sheet: string, cell: string, text: string): void;
  clear(sheet: string, address: string): void;
  select(sheet: string, address: string): void;
  activate(sheet: string): void;
  insertRows(sheet: string, row: number, count?: number): void;
  deleteRows(sheet: string, row: number, count?: number): void;
  insertColumns(sheet: string, column: number, count?: number): void;
  deleteColumns(sheet: string, column: number, count?: number): void;
  /** Sorts the rows of a range (or the body of a table) by one of its columns, counted from 0. */
  sort(sheet: string, addressOrTable: string, column: number, ascending?: boolean): void;
  merge(sheet: string, address: string): void;
  unmerge(sheet: string, address: string): void;
  makeTable(sheet: string, address: string, name: string): void;
  setNumberFormat(sheet: string, address: string, format: string): void;
  hideRows(sheet: string, row: number, count?: number, hidden?: boolean): void;
  setColumnWidth(sheet: string, column: number, characters: number): void;
  addSheet(name: string): void;
  renameSheet(sheet: string, name: string): void;
  deleteSheet(sheet: string): void;
  hideSheet(sheet: string, hidden?: boolean): void;
  protect(sheet: string, password?: string): void;
  unprotect(sheet: string, password?: string): void;
  setCalculation(mode: "Automatic" | "Manual"): void;
}

const refusals: Readonly<Record<string, string>> = {
  AccessDenied: "Ô nằm trên trang tính được bảo vệ. Hãy bỏ bảo vệ trang rồi làm lại.",
  ItemNotFound: "Không có trang tính hoặc bảng này.",
  ItemAlreadyExists: "Tên này đã có trong tệp.",
  InvalidArgument: "Excel không nhận nội dung này.",
  InvalidOperation: "Excel không cho làm việc này ở đây.",
};

/** Carries out the acts of a person; `done` is called after each. */
export function createOfficer(host: Host, done: () => void): Officer {
  const { workbook } = host;

  const act = (work: () => void): void => {
    try {
      work();
    } catch (problem) {
      if (!(problem instanceof ActionError)) throw problem;
      throw new OfficerRefused(refusals[problem.code] ?? problem.message);
    } finally {
      done();
    }
  };
  const sheetOf = (name: string): Sheet => {
    const sheet = workbook.sheet(name);
    if (!sheet) throw new OfficerRefused(`Không có trang “${name}”.`);
    return sheet;
  };
  const areaOf = (address: string): Area => {
    const area = parseLocal(address);
    if (!area) throw new OfficerRefused(`Không có ô “${address}”.`);
    return area;
  };
  const lines = (name: string, axis: "row" | "column", at: number, count: number): void =>
    act(() => shiftLines(host, sheetOf(name), { axis, at, count }));

  return {
    type: (name, cell, text) => {
      act(() => typeInto(host, sheetOf(name), areaOf(cell), text));
      if (text.startsWith("=")) void host.engine.loadFor([text]).then(() => host.tell());
    },
    clear: (name, address) =>
      act(() => clearCells(host, sheetOf(name), areaOf(address), "Contents")),
    select: (name, address) => act(() => host.select(sheetOf(name), areaOf(address))),
    activate: (name) => act(() => host.activate(sheetOf(name))),
    insertRows: (name, row, count = 1) => lines(name, "row", row, count),
    deleteRows: (name, row, count = 1) => lines(name, "row", row, -count),
    insertColumns: (name, column, count = 1) => lines(name, "column", column, count),
    deleteColumns: (name, column, count = 1) => lines(name, "column", column, -count),
    sort: (name, place, column, ascending = true) =>
      act(() => {
        const sheet = sheetOf(name);
        const table = workbook.table(place);
        guardSheet(sheet, "allowSort");
        sortRows(host, sheet, table ? table.body : areaOf(place), [{ column, ascending }]);
      }),
    merge: (name, address) => act(() => mergeCells(host, sheetOf(name), areaOf(address), false)),
    unmerge: (name, address) =>
      act(() => {
        const sheet = sheetOf(name);
        const area = areaOf(address);
        sheet.merges = sheet.merges.filter((merge) => !contains(area, merge));
        host.restyled();
      }),
    makeTable: (name, address, tableName) =>
      act(() => {
        workbook.checkName(tableName, null);
        addTable(host, sheetOf(name), areaOf(address), true).name = tableName;
        host.reshaped();
      }),
    setNumberFormat: (name, address, format) =>
      act(() => {
        const numFmt = /^general$/i.test(format) ? undefined : format;
        sheetOf(name).restyle(areaOf(address), () => ({ numFmt }));
        host.restyled();
      }),
    hideRows: (name, row, count = 1, hidden = true) =>
      act(() => {
        const sheet = sheetOf(name);
        for (let n = 0; n < count; n++) sheet.touchLine("row", row + n).hidden = hidden;
        host.restyled();
      }),
    setColumnWidth: (name, column, characters) =>
      act(() => {
        sheetOf(name).touchLine("column", column).size = characters;
        host.restyled();
      }),
    addSheet: (name) =>
      act(() => {
        workbook.addSheet(name);
        host.reshaped();
      }),
    renameSheet: (name, next) => act(() => renameSheet(host, sheetOf(name), next)),
    deleteSheet: (name) => act(() => deleteSheet(host, sheetOf(name))),
    hideSheet: (name, hidden = true) =>
      act(() => {
        const sheet = sheetOf(name);
        if (hidden) workbook.keepOneVisible(sheet);
        sheet.visibility = hidden ? "Hidden" : "Visible";
        const visible = workbook.sheets.find(({ visibility }) => visibility === "Visible");
        if (workbook.active.visibility !== "Visible" && visible) host.activate(visible);
        host.restyled();
      }),
    protect: (name, password) =>
      act(() => {
        sheetOf(name).protection = password ? { options: {}, password } : { options: {} };
        host.restyled();
      }),
    unprotect: (name, password = "") =>
      act(() => {
        const sheet = sheetOf(name);
        if ((sheet.protection?.password ?? "") !== password)
          throw new OfficerRefused("Mật khẩu không đúng.");
        sheet.protection = null;
        host.restyled();
      }),
    setCalculation: (mode) =>
      act(() => {
        workbook.calculation = mode;
        if (mode === "Automatic") host.calculate();
      }),
  };
}

function typeInto(host: Host, sheet: Sheet, area: Area, text: string): void {
  const { row, column } = area;
  const merge = sheet.mergeAt(row, column);
  const at = { row: merge?.row ?? row, column: merge?.column ?? column, rows: 1, columns: 1 };
  guardCells(sheet, at);
  if (text.startsWith("=") && text.length > 1 && !isWellFormed(text))
    throw new OfficerRefused("Công thức này có lỗi nên Excel không nhận.");
  const { numFmt } = sheet.styleAt(at.row, at.column);
  const typed = numFmt === "@" ? text : regional(text);
  const before = sheet.cell(at.row, at.column);
  const old = before ? { ...before } : null;
  growTable(host, sheet, at, text);
  writeCells(host, sheet, at, typed);
  showDate(sheet, at, text);
  checkRule(host, sheet, at, () => {
    const line = sheet.rows[at.row];
    if (!line) return;
    line[at.column] = old ?? undefined;
    host.changed({ sheet, area: at, type: "RangeEdited" });
  });
}

/** A date that was typed shows as the region writes it, not as en-US does. */
function showDate(sheet: Sheet, { row, column }: Area, text: string): void {
  const cell = sheet.cell(row, column);
  if (!cell || typeof cell.value !== "number" || !/[/-]/.test(text)) return;
  if (formatOf(cell.style) === "m/d/yyyy")
    cell.style = withStyle(cell.style, { numFmt: "dd/mm/yyyy" });
}

/** What was typed with Vietnamese regional settings, as en-US reads it. */
function regional(text: string): string {
  const trimmed = text.trim();
  const date = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(trimmed);
  if (date) {
    const [, day = "", month = "", year = ""] = date;
    const full =
      year.length === 2 ? (Number(year) < 30 ? 2000 : 1900) + Number(year) : Number(year);
    const exists = serialOfDay(full, Number(month), Number(day), false) !== null;
    return exists ? `${month}/${day}/${year}` : `'${text}`;
  }
  const dayMonth = /^(\d{1,2})[/-](\d{1,2})$/.exec(trimmed);
  if (dayMonth) {
    const [, day = "", month = ""] = dayMonth;
    if (Number(month) <= 12 && Number(day) <= 31) return `${month}/${day}`;
  }
  const number = /^([-+]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(%?)$/.exec(trimmed);
  if (number) {
    const [, sign = "", whole = "", decimals, percent = ""] = number;
    return `${sign}${whole.replaceAll(".", "")}${decimals ? `.${decimals}` : ""}${percent}`;
  }
  return /^[-+]?[\d.,]*\d[\d.,]*$/.test(trimmed) ? `'${text}` : text;
}

/** A table takes in the row that is typed right below it, if nothing is in the way. */
function growTable(host: Host, sheet: Sheet, at: Area, text: string): void {
  if (text === "" || sheet.protection) return;
  const under = (table: Table): boolean =>
    !table.showTotals &&
    at.row === table.area.row + table.area.rows &&
    at.column >= table.area.column &&
    at.column < table.area.column + table.area.columns;
  const table = sheet.tables.find(under);
  if (!table || !host.settings.autoFill) return;
  const { area } = table;
  const next = { ...area, row: at.row, rows: 1 };
  const blocked =
    sheet.used(true, next) ||
    sheet.merges.some((merge) => contains(next, { ...merge, rows: 1, columns: 1 })) ||
    sheet.tables.some((other) => other !== table && contains(other.area, at));
  if (!blocked) resizeTable(host, table, { ...area, rows: area.rows + 1 });
}

/** Refuses what a validation rule of kind "stop" forbids; warnings let it pass. */
function checkRule(host: Host, sheet: Sheet, at: Area, takeBack: () => void): void {
  const rule = sheet.validations.find(({ areas }) => areas.some((area) => contains(area, at)));
  if (!rule || rule.rule.showErrorMessage === false) return;
  const value = host.engine.value(sheet, at.row, at.column);
  const first = rule.areas[0] ?? at;
  if (meets(host, sheet, rule.rule, value, first, at)) return;
  if ((rule.rule.errorStyle ?? "stop") !== "stop") return;
  takeBack();
  throw new OfficerRefused(rule.rule.errorMessage ?? "Giá trị này không được phép trong ô.");
}

function meets(
  host: Host,
  sheet: Sheet,
  rule: DataValidation,
  value: Scalar,
  first: Area,
  at: Area,
): boolean {
  if (value === "") return rule.allowBlank !== false;
  const read = (formula: string | undefined): Scalar | null =>
    formula === undefined ? "" : host.ruleValue(formula, sheet, first, at.row, at.column);
  if (rule.type === "custom") {
    const holds = read(rule.formula1);
    // What cannot be computed forbids nothing.
    return holds === null || holds === true || (typeof holds === "number" && holds !== 0);
  }
  if (rule.type === "list") return inList(host, sheet, rule, value, at);
  const measured = rule.type === "textLength" ? String(plainValue(value)).length : value;
  if (typeof measured !== "number") return false;
  if (rule.type === "whole" && !Number.isInteger(measured)) return false;
  const [low, high] = [
    Number(plainValue(read(rule.formula1) ?? NaN)),
    Number(plainValue(read(rule.formula2) ?? NaN)),
  ];
  switch (rule.operator ?? "between") {
    case "between":
      return measured >= low && measured <= high;
    case "notBetween":
      return measured < low || measured > high;
    case "equal":
      return measured === low;
    case "notEqual":
      return measured !== low;
    case "greaterThan":
      return measured > low;
    case "lessThan":
      return measured < low;
    case "greaterThanOrEqual":
      return measured >= low;
    case "lessThanOrEqual":
      return measured <= low;
  }
}

function inList(host: Host, sheet: Sheet, rule: DataValidation, value: Scalar, at: Area): boolean {
  const text = String(plainValue(value));
  if (rule.values) return rule.values.includes(text);
  const place = host.listPlace(rule.formula1 ?? "", sheet, at);
  if (!place) return true;
  for (let row = place.area.row; row < place.area.row + place.area.rows; row++)
    for (let column = place.area.column; column < place.area.column + place.area.columns; column++)
      if (
        String(plainValue(host.engine.value(place.sheet, row, column))).toLowerCase() ===
        text.toLowerCase()
      )
        return true;
  return false;
}
