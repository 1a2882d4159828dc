import { bounded, clearCells, mergeCells, writeCells, writeFormats } from "../acts/cells";
import { guardCells, guardSheet } from "../acts/guard";
import { shiftLines } from "../acts/lines";
import { ActionError, invalidArgument } from "../errors";
import { shortForm } from "../formulas/structured";
import type { Host, RangeTarget } from "../host";
import { addressOf, maximumColumns, maximumRows, overlap, parseLocal } from "../model/address";
import { quoteSheet, splitSheet, type Area } from "../model/address";
import { CellError, formatOf, plainValue, withStyle, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { shownText } from "../number-format";
import {
  flagValue,
  implement,
  isRemote,
  oneOf,
  own,
  type Parameters,
  type Remote,
} from "../remote";
import { areasKind, conditionsKind, formatKind, rangeKind, rangesKind } from "./kinds";
import { sheetKind, validationKind } from "./kinds";

/** Cells per read beyond which Excel on the web gives no values. */
const mostCells = 5_000_000;
const mostMergedAreas = 512;

/** A range as an object of the client. */
export function rangeOf(host: Host, sheet: Sheet, area: Area): Remote {
  const { row, column, rows, columns } = area;
  const fits =
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= maximumRows &&
    column + columns <= maximumColumns;
  if (!fits) throw invalidArgument("The range leaves the worksheet.", "Worksheet.getRange");
  return rangeKind.of(host.track(sheet, area));
}

/** The range of an address: cells, whole rows or columns, or a defined name. */
export function rangeByAddress(host: Host, sheet: Sheet, address: string): Remote {
  const { sheet: named, local } = splitSheet(address);
  const home = named === null ? sheet : host.workbook.sheet(named);
  const area = parseLocal(local);
  if (home && area) return rangeOf(host, home, area);
  const name = host.workbook.name(address, sheet) ?? host.workbook.name(address, null);
  const place = name ? host.workbook.resolve(name.formula, name.scope) : null;
  if (place) return rangeOf(host, place.sheet, place.area);
  throw invalidArgument(`“${address}” is not a valid address.`, "Worksheet.getRange");
}

/** The range, after a check that its cells still exist. */
function live(target: RangeTarget, host: Host): RangeTarget {
  if (target.gone || !host.workbook.sheets.includes(target.sheet))
    throw new ActionError("ItemNotFound", "The cells or their worksheet were deleted.");
  return target;
}

function grid<Item>(
  target: RangeTarget,
  host: Host,
  item: (row: number, column: number) => Item,
): Item[][] | null {
  const { area } = live(target, host);
  if (area.rows * area.columns > mostCells) return null;
  const rows: Item[][] = [];
  for (let down = 0; down < area.rows; down++) {
    const line: Item[] = [];
    for (let right = 0; right < area.columns; right++)
      line.push(item(area.row + down, area.column + right));
    rows.push(line);
  }
  return rows;
}

const defaultWidth = 8.43;
/** Pixels of a column of so many characters of Calibri 11. */
export const pixelsOf = (characters: number | undefined): number =>
  Math.trunc((characters ?? defaultWidth) * 7 + 5);

/** The value of a cell for a script, which must not take one for known that the stand-in could not compute. */
function valueFor(host: Host, sheet: Sheet, row: number, column: number): Scalar {
  const value = host.engine.value(sheet, row, column);
  const cell = sheet.cell(row, column);
  if (!cell?.stale || !cell.fresh) return value;
  const place = addressOf({ row, column, rows: 1, columns: 1 });
  throw new ActionError(
    "NotImplemented",
    `The stand-in for Excel does not compute ${quoteSheet(sheet.name)}!${place}: ${cell.formula ?? ""}`,
    "Range.values",
  );
}

/** The text that a cell shows. */
export function textAt(host: Host, sheet: Sheet, row: number, column: number): string {
  const value = host.engine.value(sheet, row, column);
  if (value === "") return "";
  const style = sheet.styleAt(row, column);
  const merge = sheet.merges.length > 0 ? sheet.mergeAt(row, column) : undefined;
  let pixels = 0;
  for (let n = 0; n < (merge?.columns ?? 1); n++)
    pixels += pixelsOf(sheet.columns[column + n]?.size);
  const fontSize = style.font?.size ?? host.workbook.defaultFont.size ?? 11;
  const hidden = sheet.columns[column]?.hidden === true;
  const room = hidden ? undefined : { pixels, fontSize };
  return shownText(value, formatOf(style), host.workbook.date1904, room);
}

function formulaAt(
  host: Host,
  sheet: Sheet,
  row: number,
  column: number,
): string | number | boolean {
  const cell = sheet.cell(row, column);
  if (cell?.formula === undefined) return plainValue(host.engine.value(sheet, row, column));
  return shortForm(cell.formula, sheet, row, column);
}

function typeOf(value: Scalar): string {
  if (value === "") return "Empty";
  if (typeof value === "string") return "String";
  if (typeof value === "number") return "Double";
  return value instanceof CellError ? "Error" : "Boolean";
}

function hiddenOf(target: RangeTarget, host: Host, axis: "row" | "column"): boolean | null {
  const { sheet, area } = live(target, host);
  const size = axis === "row" ? area.rows : area.columns;
  let shown = 0;
  let hidden = 0;
  for (let n = 0; n < Math.min(size, 20_000); n++)
    if (sheet.line(axis, area[axis] + n)?.hidden) hidden++;
    else shown++;
  return hidden > 0 && shown > 0 ? null : hidden > 0;
}

function hide(target: RangeTarget, value: unknown, host: Host, axis: "row" | "column"): void {
  const hidden = flagValue(value, `Range.${axis}Hidden`);
  const { sheet, area } = live(target, host);
  guardSheet(sheet, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
  const size = axis === "row" ? area.rows : area.columns;
  for (let n = 0; n < size; n++) sheet.touchLine(axis, area[axis] + n).hidden = hidden;
  host.restyled();
}

function part(target: RangeTarget, host: Host, change: (area: Area) => Area): Remote {
  const { sheet, area } = live(target, host);
  return rangeOf(host, sheet, change(area));
}

function usedPart(target: RangeTarget, host: Host, parameters: Parameters): Remote | null {
  const { sheet, area } = live(target, host);
  const used = sheet.used(parameters.flag(0), area);
  return used ? rangeOf(host, sheet, used) : null;
}

/** Excel gives a cell with a link the looks of its style Hyperlink. */
const linkColor = "0563C1";

function setLink(target: RangeTarget, value: unknown, host: Host): void {
  const { sheet, area } = live(target, host);
  guardCells(sheet, area);
  if (typeof value !== "object" || value === null)
    throw invalidArgument("A hyperlink is an object.", "Range.hyperlink");
  const link = value as Record<string, unknown>;
  const text = (name: string): string | undefined => {
    const given = own(link, name);
    return typeof given === "string" ? given : undefined;
  };
  const place = text("documentReference");
  const address = text("address");
  const tip = text("screenTip");
  const cell = sheet.touch(area.row, area.column);
  cell.link = {
    target: address ?? "",
    ...(place === undefined ? {} : { location: place }),
    ...(tip === undefined ? {} : { tooltip: tip }),
  };
  const display = text("textToDisplay") ?? (cell.value === "" ? (address ?? place) : undefined);
  if (display !== undefined) cell.value = display;
  const font = { ...cell.style.font, color: { rgb: linkColor }, underline: true };
  cell.style = withStyle(cell.style, { font });
  host.changed({ sheet, area, type: "RangeEdited" });
}

function linkOf(target: RangeTarget, host: Host): Record<string, unknown> | null {
  const { sheet, area } = live(target, host);
  const link = sheet.cell(area.row, area.column)?.link;
  if (!link) return null;
  return {
    address: link.target || undefined,
    documentReference: link.location,
    screenTip: link.tooltip ?? "",
    textToDisplay: textAt(host, sheet, area.row, area.column),
  };
}

function shift(
  target: RangeTarget,
  parameters: Parameters,
  host: Host,
  inserting: boolean,
): RangeTarget {
  const { sheet, area } = live(target, host);
  const wholeRows = area.columns === maximumColumns;
  const wholeColumns = area.rows === maximumRows;
  if (!wholeRows && !wholeColumns)
    throw new ActionError(
      "NotImplemented",
      "The stand-in inserts and deletes whole rows and columns only.",
      inserting ? "Range.insert" : "Range.delete",
    );
  oneOf(parameters.raw(0), inserting ? ["Down", "Right"] : ["Up", "Left"], "Range.insert");
  const place = { ...area };
  const axis = wholeRows ? "row" : "column";
  const count = wholeRows ? area.rows : area.columns;
  shiftLines(host, sheet, { axis, at: area[axis], count: inserting ? count : -count });
  return host.track(sheet, place);
}

/** The range or address that a method takes beside its own range, on the same sheet. */
function otherRange(target: RangeTarget, parameters: Parameters, host: Host): Area {
  const given = parameters.raw(0);
  const remote = isRemote(given) ? given : rangeByAddress(host, target.sheet, parameters.text(0));
  const other = rangeKind.from(remote);
  if (!other || other.sheet !== target.sheet)
    throw invalidArgument("The other range must lie on the same worksheet.", "Range");
  return other.area;
}

implement(rangeKind, {
  read: {
    address: ({ sheet, area }) => `${quoteSheet(sheet.name)}!${addressOf(area)}`,
    rowIndex: ({ area }) => area.row,
    columnIndex: ({ area }) => area.column,
    rowCount: ({ area }) => area.rows,
    columnCount: ({ area }) => area.columns,
    cellCount: ({ area }) => {
      const count = area.rows * area.columns;
      return count > 2 ** 31 - 1 ? -1 : count;
    },
    isEntireRow: ({ area }) => area.columns === maximumColumns,
    isEntireColumn: ({ area }) => area.rows === maximumRows,
    values: (target, host) =>
      grid(target, host, (row, column) => plainValue(valueFor(host, target.sheet, row, column))),
    text: (target, host) =>
      grid(target, host, (row, column) => {
        valueFor(host, target.sheet, row, column);
        return textAt(host, target.sheet, row, column);
      }),
    formulas: (target, host) => grid(target, host, (r, c) => formulaAt(host, target.sheet, r, c)),
    numberFormat: (target, host) =>
      grid(target, host, (row, column) => formatOf(target.sheet.styleAt(row, column))),
    valueTypes: (target, host) =>
      grid(target, host, (row, column) => typeOf(valueFor(host, target.sheet, row, column))),
    rowHidden: (target, host) => hiddenOf(target, host, "row"),
    columnHidden: (target, host) => hiddenOf(target, host, "column"),
    hidden: (target, host) =>
      hiddenOf(target, host, "row") === true || hiddenOf(target, host, "column") === true,
    hyperlink: linkOf,
  },
  write: {
    values: (target, value, host) => {
      const { sheet, area } = live(target, host);
      writeCells(host, sheet, area, value);
    },
    formulas: (target, value, host) => {
      const { sheet, area } = live(target, host);
      writeCells(host, sheet, area, value);
    },
    numberFormat: (target, value, host) => {
      const { sheet, area } = live(target, host);
      guardSheet(sheet, "allowFormatCells");
      writeFormats(host, sheet, area, value);
    },
    rowHidden: (target, value, host) => hide(target, value, host, "row"),
    columnHidden: (target, value, host) => hide(target, value, host, "column"),
    hyperlink: setLink,
  },
  link: {
    worksheet: ({ sheet }) => sheetKind.of(sheet),
    format: (target) => formatKind.of(target),
    dataValidation: (target) => validationKind.of(target),
    conditionalFormats: (target) => conditionsKind.of(target),
    getCell: (target, p, host) =>
      part(target, host, (a) => ({
        row: a.row + p.whole(0),
        column: a.column + p.whole(1),
        rows: 1,
        columns: 1,
      })),
    getRow: (target, p, host) =>
      part(target, host, (a) => ({ ...a, row: a.row + p.whole(0), rows: 1 })),
    getColumn: (target, p, host) =>
      part(target, host, (a) => ({ ...a, column: a.column + p.whole(0), columns: 1 })),
    getLastRow: (target, _, host) =>
      part(target, host, (a) => ({ ...a, row: a.row + a.rows - 1, rows: 1 })),
    getLastCell: (target, _, host) =>
      part(target, host, (a) => ({
        row: a.row + a.rows - 1,
        column: a.column + a.columns - 1,
        rows: 1,
        columns: 1,
      })),
    getResizedRange: (target, p, host) =>
      part(target, host, (a) => ({
        ...a,
        rows: a.rows + p.whole(0),
        columns: a.columns + p.whole(1),
      })),
    getOffsetRange: (target, p, host) =>
      part(target, host, (a) => ({ ...a, row: a.row + p.whole(0), column: a.column + p.whole(1) })),
    getEntireRow: (target, _, host) =>
      part(target, host, (a) => ({ ...a, column: 0, columns: maximumColumns })),
    getEntireColumn: (target, _, host) =>
      part(target, host, (a) => ({ ...a, row: 0, rows: maximumRows })),
    getUsedRangeOrNullObject: (target, p, host) => usedPart(target, host, p),
    getUsedRange: (target, p, host) =>
      usedPart(target, host, p) ?? part(target, host, (a) => ({ ...a, rows: 1, columns: 1 })),
    getBoundingRect: (target, p, host) => {
      const other = otherRange(target, p, host);
      return part(target, host, (a) => {
        const row = Math.min(a.row, other.row);
        const column = Math.min(a.column, other.column);
        const rows = Math.max(a.row + a.rows, other.row + other.rows) - row;
        const columns = Math.max(a.column + a.columns, other.column + other.columns) - column;
        return { row, column, rows, columns };
      });
    },
    getIntersectionOrNullObject: (target, p, host) => {
      const common = overlap(otherRange(target, p, host), target.area);
      return common ? rangeOf(host, target.sheet, common) : null;
    },
    getMergedAreasOrNullObject: (target, _, host) => {
      const { sheet, area } = live(target, host);
      const first = ({ row, column }: Area): Area => ({ row, column, rows: 1, columns: 1 });
      const areas = sheet.merges.filter((merge) => overlap(first(merge), area));
      if (areas.length > mostMergedAreas)
        throw new ActionError(
          "InvalidArgument",
          `More than ${mostMergedAreas} merged areas.`,
          "Range.getMergedAreasOrNullObject",
        );
      return areas.length > 0 ? areasKind.of({ sheet, areas }) : null;
    },
    insert: (target, p, host) => rangeKind.of(shift(target, p, host, true)),
  },
  call: {
    // The client asks this before it sends a large array in pieces.
    _ValidateArraySize: ({ area }, p) => {
      if (p.whole(0) !== area.rows || p.whole(1) !== area.columns)
        throw invalidArgument(
          "The number of rows or columns in the input array doesn't match the size of the range.",
          "Range.values",
        );
    },
    clear: (target, p, host) => {
      const { sheet, area } = live(target, host);
      const what = oneOf(
        p.raw(0) ?? "All",
        ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"],
        "Range.clear",
      );
      if (what !== "Contents") guardSheet(sheet, "allowFormatCells");
      clearCells(host, sheet, area, what);
    },
    merge: (target, p, host) => {
      const { sheet, area } = live(target, host);
      guardSheet(sheet);
      mergeCells(host, sheet, bounded(sheet, area), p.flag(0));
    },
    unmerge: (target, _, host) => {
      const { sheet, area } = live(target, host);
      guardSheet(sheet);
      sheet.merges = sheet.merges.filter((merge) => !overlap(merge, area));
      host.restyled();
    },
    select: (target, _, host) => {
      const { sheet, area } = live(target, host);
      host.select(sheet, area);
    },
    delete: (target, p, host) => {
      shift(target, p, host, false);
    },
  },
});

implement(areasKind, {
  read: {
    address: ({ sheet, areas }) =>
      areas.map((area) => `${quoteSheet(sheet.name)}!${addressOf(area)}`).join(","),
    areaCount: ({ areas }) => areas.length,
    cellCount: ({ areas }) => areas.reduce((sum, area) => sum + area.rows * area.columns, 0),
  },
  link: {
    areas: ({ sheet, areas }, _, host) =>
      rangesKind.of(areas.map((area) => host.track(sheet, area))),
  },
});

implement(rangesKind, {
  items: (targets) => targets.map((target) => rangeKind.of(target)),
  item: (targets, key) => {
    const target = typeof key === "number" ? targets[key] : undefined;
    if (!target) throw new ActionError("ItemNotFound", "There is no such range.");
    return rangeKind.of(target);
  },
  call: { getCount: (targets) => targets.length },
});
