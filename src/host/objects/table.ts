import {
  addColumn,
  addTable,
  dropTable,
  renameColumn,
  renameTable,
  resizeTable,
} from "../acts/tables";
import { writeCells } from "../acts/cells";
import { guardSheet } from "../acts/guard";
import { sortRows } from "../acts/sort";
import { ActionError, invalidArgument } from "../errors";
import type { Host } from "../host";
import { maximumRows, parseLocal, splitSheet, type Area } from "../model/address";
import type { Sheet, Table } from "../model/sheet";
import {
  flagValue,
  implement,
  isRemote,
  own,
  textValue,
  type Parameters,
  type Remote,
} from "../remote";
import { rangeOf } from "./range";
import {
  autoFilterKind,
  columnKind,
  columnsKind,
  rangeKind,
  rowKind,
  rowsKind,
  sheetKind,
  tableKind,
  tableSortKind,
  tablesKind,
  type Listed,
} from "./kinds";

const listOf = ({ workbook, sheet }: Listed): Table[] => (sheet ? sheet.tables : workbook.tables());

function findTable(listed: Listed, key: unknown): Table | undefined {
  if (typeof key !== "string") return undefined;
  const wanted = key.toLowerCase();
  return listOf(listed).find(({ id, name }) => id === key || name.toLowerCase() === wanted);
}

/** The cells that a parameter names: a range, or an address with or without a sheet. */
function placeOf(
  given: unknown,
  home: Sheet,
  host: Host,
  member: string,
): { sheet: Sheet; area: Area } {
  if (isRemote(given)) {
    const range = rangeKind.from(given);
    if (range) return { sheet: range.sheet, area: { ...range.area } };
  }
  const { sheet: name, local } = splitSheet(textValue(given, member));
  const sheet = name === null ? home : host.workbook.sheet(name);
  const area = parseLocal(local);
  if (!sheet || !area) throw invalidArgument("This is not a valid address.", member);
  return { sheet, area };
}

implement(tablesKind, {
  items: (listed) => listOf(listed).map((table) => tableKind.of(table)),
  item: (listed, key) => {
    const table = findTable(listed, key);
    if (!table)
      throw new ActionError(
        "ItemNotFound",
        `There is no table “${String(key)}”.`,
        "TableCollection.getItem",
      );
    return tableKind.of(table);
  },
  link: {
    add: (listed, parameters, host) => {
      const home = listed.sheet ?? host.workbook.active;
      const place = placeOf(parameters.raw(0), home, host, "TableCollection.add");
      if (listed.sheet && place.sheet !== listed.sheet)
        throw invalidArgument("The range lies on another worksheet.", "TableCollection.add");
      return tableKind.of(addTable(host, place.sheet, place.area, parameters.flag(1)));
    },
    getItemOrNullObject: (listed, parameters) => {
      const table = findTable(listed, parameters.text(0));
      return table ? tableKind.of(table) : null;
    },
  },
  call: { getCount: (listed) => listOf(listed).length },
});

function live(table: Table, host: Host): Table {
  if (!table.sheet.tables.includes(table) || !host.workbook.sheets.includes(table.sheet))
    throw new ActionError("ItemNotFound", "The table was deleted.");
  return table;
}

const whole = (table: Table, host: Host): Remote =>
  rangeOf(host, live(table, host).sheet, { ...table.area });

implement(tableKind, {
  id: ({ id }) => id,
  read: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    style: ({ style }) => style,
    showFilterButton: ({ showFilterButton }) => showFilterButton,
    showBandedRows: ({ showBandedRows }) => showBandedRows,
    showBandedColumns: ({ showBandedColumns }) => showBandedColumns,
    showHeaders: () => true,
    showTotals: ({ showTotals }) => showTotals,
    highlightFirstColumn: () => false,
    highlightLastColumn: () => false,
  },
  write: {
    name: (table, value, host) =>
      renameTable(host, live(table, host), textValue(value, "Table.name")),
    style: (table, value, host) => {
      table.style = textValue(value, "Table.style");
      host.restyled();
    },
    showFilterButton: (table, value, host) => {
      table.showFilterButton = flagValue(value, "Table.showFilterButton");
      host.restyled();
    },
    showBandedRows: (table, value, host) => {
      table.showBandedRows = flagValue(value, "Table.showBandedRows");
      host.restyled();
    },
    showBandedColumns: (table, value, host) => {
      table.showBandedColumns = flagValue(value, "Table.showBandedColumns");
      host.restyled();
    },
  },
  link: {
    worksheet: ({ sheet }) => sheetKind.of(sheet),
    columns: (table) => columnsKind.of(table),
    rows: (table) => rowsKind.of(table),
    sort: (table) => tableSortKind.of(table),
    autoFilter: (table) => autoFilterKind.of(table),
    getRange: (table, _, host) => whole(table, host),
    getDataBodyRange: (table, _, host) => rangeOf(host, live(table, host).sheet, table.body),
    getHeaderRowRange: (table, _, host) => rangeOf(host, live(table, host).sheet, table.header),
    convertToRange: (table, _, host) => {
      const range = whole(table, host);
      dropTable(host, table);
      return range;
    },
  },
  call: {
    resize: (table, parameters, host) => {
      const place = placeOf(parameters.raw(0), live(table, host).sheet, host, "Table.resize");
      if (place.sheet !== table.sheet)
        throw invalidArgument("The range lies on another worksheet.", "Table.resize");
      resizeTable(host, table, place.area);
    },
    delete: (table, _, host) => {
      const { sheet, area } = live(table, host);
      guardSheet(sheet);
      dropTable(host, table);
      sheet.visit(area, (_cell, row, column) => {
        delete sheet.rows[row]?.[column];
      });
      host.changed({ sheet, area, type: "RangeEdited" });
    },
    clearFilters: (table, _, host) => {
      for (let row = table.body.row; row < table.body.row + table.body.rows; row++) {
        const line = table.sheet.lines.get(row);
        if (line) delete line.hidden;
      }
      host.restyled();
    },
    reapplyFilters: () => null,
  },
});

function indexOf(table: Table, id: number): number {
  const index = table.columns.findIndex((column) => column.id === id);
  if (index < 0) throw new ActionError("ItemNotFound", "The column was deleted.");
  return index;
}

function findColumn(table: Table, key: unknown): Remote | null {
  const index =
    typeof key === "number"
      ? table.columns.findIndex(({ id }) => id === key)
      : table.indexOf(String(key));
  const column = table.columns[index];
  return column ? columnKind.of({ table, id: column.id }) : null;
}

implement(columnsKind, {
  items: (table) => table.columns.map(({ id }) => columnKind.of({ table, id })),
  item: (table, key) => {
    const column = findColumn(table, key);
    if (!column)
      throw new ActionError(
        "ItemNotFound",
        `There is no column “${String(key)}”.`,
        "TableColumnCollection.getItem",
      );
    return column;
  },
  link: {
    getItemOrNullObject: (table, parameters) => findColumn(table, parameters.raw(0)),
    getItemAt: (table, parameters) => {
      const column = table.columns[parameters.whole(0)];
      if (!column)
        throw invalidArgument("There is no such column.", "TableColumnCollection.getItemAt");
      return columnKind.of({ table, id: column.id });
    },
    add: (table, parameters, host) => {
      const at = parameters.raw(0);
      if (at !== null && at !== undefined && at !== -1 && at !== table.columns.length)
        throw new ActionError(
          "NotImplemented",
          "The stand-in adds columns at the end only.",
          "TableColumnCollection.add",
        );
      const index = addColumn(host, live(table, host), parameters.optionalText(2));
      const values = parameters.raw(1);
      const column = table.columns[index];
      if (Array.isArray(values)) {
        const rows = values as unknown[][];
        const area = { ...table.area, column: table.area.column + index, columns: 1 };
        const [head] = rows;
        if (parameters.optionalText(2) === null && head)
          writeCells(host, table.sheet, { ...area, rows: 1 }, [head]);
        writeCells(
          host,
          table.sheet,
          table.columnArea(index),
          rows.slice(rows.length === area.rows ? 1 : 0),
        );
      }
      return columnKind.of({ table, id: column?.id ?? 0 });
    },
  },
  call: { getCount: (table) => table.columns.length },
});

implement(columnKind, {
  id: ({ id }) => String(id),
  read: {
    id: ({ id }) => id,
    index: ({ table, id }) => indexOf(table, id),
    name: ({ table, id }) => table.columns[indexOf(table, id)]?.name ?? "",
  },
  write: {
    name: ({ table, id }, value, host) => {
      const index = indexOf(table, id);
      guardSheet(table.sheet);
      const cell = table.sheet.touch(table.area.row, table.area.column + index);
      cell.value = textValue(value, "TableColumn.name");
      renameColumn(host, table, index);
    },
  },
  link: {
    getRange: ({ table, id }, _, host) => {
      const column = table.area.column + indexOf(table, id);
      return rangeOf(host, table.sheet, { ...table.area, column, columns: 1 });
    },
    getDataBodyRange: ({ table, id }, _, host) =>
      rangeOf(host, table.sheet, table.columnArea(indexOf(table, id))),
    getHeaderRowRange: ({ table, id }, _, host) => {
      const column = table.area.column + indexOf(table, id);
      return rangeOf(host, table.sheet, { ...table.header, column, columns: 1 });
    },
  },
});

const rowCount = (table: Table): number => (table.isBlank ? 0 : table.body.rows);

/** Rows at the end; the cells below the table must be free, they would have to move otherwise. */
function addRows(table: Table, parameters: Parameters, host: Host): Remote {
  const at = parameters.raw(0);
  const { sheet, area } = live(table, host);
  guardSheet(sheet);
  const count = rowCount(table);
  if (at !== null && at !== undefined && at !== -1 && at !== count)
    throw new ActionError(
      "NotImplemented",
      "The stand-in adds rows at the end only.",
      "TableRowCollection.add",
    );
  const given = parameters.raw(1);
  const values = Array.isArray(given) ? (Array.isArray(given[0]) ? given : [given]) : null;
  const rows = values?.length ?? 1;
  const first = area.row + 1 + count;
  const below = { ...area, row: first, rows: maximumRows - first };
  if (table.showTotals || sheet.used(true, { ...below, rows }))
    throw new ActionError(
      "NotImplemented",
      "The cells below the table are not empty.",
      "TableRowCollection.add",
    );
  resizeTable(host, table, { ...area, rows: 1 + count + rows });
  if (values) writeCells(host, sheet, { ...area, row: below.row, rows }, values);
  return rowKind.of({ table, index: count });
}

implement(rowsKind, {
  items: (table) =>
    Array.from({ length: rowCount(table) }, (_, index) => rowKind.of({ table, index })),
  item: (table, key) => rowAt(table, key),
  link: { add: addRows, getItemAt: (table, parameters) => rowAt(table, parameters.raw(0)) },
  call: { getCount: rowCount },
});

function rowAt(table: Table, key: unknown): Remote {
  if (typeof key !== "number" || key < 0 || key >= table.body.rows)
    throw new ActionError("ItemNotFound", "There is no such row.");
  return rowKind.of({ table, index: key });
}

implement(rowKind, {
  id: ({ index }) => String(index),
  read: { index: ({ index }) => index },
  link: {
    getRange: ({ table, index }, _, host) =>
      rangeOf(host, table.sheet, { ...table.body, row: table.body.row + index, rows: 1 }),
  },
});

implement(tableSortKind, {
  call: {
    apply: (table, parameters, host) => {
      const fields = parameters.raw(0);
      guardSheet(table.sheet);
      if (!Array.isArray(fields)) throw invalidArgument("Fields are expected.", "TableSort.apply");
      const keys = (fields as Record<string, unknown>[]).map((field) => {
        const column = own(field, "key");
        if (typeof column !== "number" || column < 0 || column >= table.columns.length)
          throw invalidArgument("There is no such column.", "TableSort.apply");
        return { column, ascending: own(field, "ascending") !== false };
      });
      sortRows(host, live(table, host).sheet, table.body, keys);
    },
    clear: () => null,
  },
});

implement(autoFilterKind, {
  read: { enabled: ({ showFilterButton }) => showFilterButton, isDataFiltered: () => false },
  call: { clearCriteria: () => null },
});
