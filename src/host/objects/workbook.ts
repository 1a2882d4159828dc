import { ActionError, invalidArgument } from "../errors";
import { isWellFormed } from "../formulas/compile";
import type { Host } from "../host";
import { absoluteAddress, quoteSheet, type Area } from "../model/address";
import { plainValue, type Scalar } from "../model/cell";
import type { Name, Sheet } from "../model/sheet";
import { eventCode, workbookTarget } from "../protocol";
import { implement, isRemote, oneOf, textValue, type Parameters, type Remote } from "../remote";
import { rangeOf } from "./range";
import {
  applicationKind,
  createdKind,
  nameKind,
  namesKind,
  rangeKind,
  settingKind,
  settingsKind,
  sheetKind,
  sheetsKind,
  tablesKind,
  workbookKind,
  type Listed,
} from "./kinds";

implement(workbookKind, {
  read: { name: () => "SoTinh.xlsx" },
  link: {
    application: (workbook) => applicationKind.of(workbook),
    worksheets: (workbook) => sheetsKind.of(workbook),
    tables: (workbook) => tablesKind.of({ workbook, sheet: null }),
    names: (workbook) => namesKind.of({ workbook, sheet: null }),
    settings: (workbook) => settingsKind.of(workbook),
    getSelectedRange: ({ active }, _, host) => rangeOf(host, active, active.selection),
    getActiveCell: ({ active }, _, host) =>
      rangeOf(host, active, { ...active.selection, rows: 1, columns: 1 }),
  },
});

implement(applicationKind, {
  read: {
    calculationMode: ({ calculation }) => calculation,
    calculationState: () => "Done",
  },
  write: {
    calculationMode: (workbook, value, host) => {
      const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
      workbook.calculation = oneOf(value, modes, "Application.calculationMode");
      if (workbook.calculation !== "Manual") host.calculate();
    },
  },
  link: {
    createWorkbook: (_, parameters, host) => {
      host.created.push(parameters.optionalText(0));
      return createdKind.of(host);
    },
  },
  call: {
    calculate: (_, parameters, host) => {
      oneOf(parameters.raw(0), ["Recalculate", "Full", "FullRebuild"], "Application.calculate");
      host.calculate();
    },
    suspendScreenUpdatingUntilNextSync: () => null,
    suspendApiCalculationUntilNextSync: (_, __, host) => {
      host.suspended = true;
    },
  },
});

implement(createdKind, {
  id: (host) => `{created-${host.created.length}}`,
  read: { id: (host) => `{created-${host.created.length}}` },
  call: { open: () => null },
});

const noSheet = (key: unknown): ActionError =>
  new ActionError(
    "ItemNotFound",
    `There is no worksheet “${String(key)}”.`,
    "WorksheetCollection.getItem",
  );

export function registrations(
  code: Readonly<Record<string, number>>,
): Record<string, (target: unknown, parameters: Parameters, host: Host) => void> {
  const calls: Record<string, (target: unknown, parameters: Parameters, host: Host) => void> = {};
  const idOf = (target: unknown): string => sheetId(target) ?? workbookTarget;
  for (const [name, event] of Object.entries(code)) {
    calls[`_Register${name}Event`] = (target, _, host) => host.register(event, idOf(target));
    calls[`_Unregister${name}Event`] = (target, _, host) => host.unregister(event, idOf(target));
  }
  return calls;
}

const sheetId = (target: unknown): string | null =>
  typeof target === "object" && target !== null && "gridlines" in target && "id" in target
    ? String(target.id)
    : null;

implement(sheetsKind, {
  items: ({ sheets }) => sheets.map((sheet) => sheetKind.of(sheet)),
  item: (workbook, key) => {
    const sheet = typeof key === "string" ? workbook.sheet(key) : undefined;
    if (!sheet) throw noSheet(key);
    return sheetKind.of(sheet);
  },
  link: {
    getActiveWorksheet: ({ active }) => sheetKind.of(active),
    getItem: (workbook, parameters) => {
      const sheet = workbook.sheet(parameters.text(0));
      if (!sheet) throw noSheet(parameters.raw(0));
      return sheetKind.of(sheet);
    },
    getItemOrNullObject: (workbook, parameters) => {
      const sheet = workbook.sheet(parameters.text(0));
      return sheet ? sheetKind.of(sheet) : null;
    },
    getFirst: ({ sheets }, parameters) => {
      const visible = parameters.flag(0);
      const sheet = sheets.find((one) => !visible || one.visibility === "Visible");
      return sheet ? sheetKind.of(sheet) : null;
    },
    add: (workbook, parameters, host) => {
      const name = parameters.optionalText(0);
      const sheet = workbook.addSheet(name ?? undefined);
      host.reshaped();
      host.raise(eventCode.sheetAdded, sheet, { worksheetId: sheet.id, source: "Local" });
      return sheetKind.of(sheet);
    },
  },
  call: {
    getCount: ({ sheets }, parameters) => {
      const visible = parameters.flag(0);
      return sheets.filter((sheet) => !visible || sheet.visibility === "Visible").length;
    },
    ...registrations({
      DataChanged: eventCode.sheetChanged,
      SelectionChanged: eventCode.selectionChanged,
      Activated: eventCode.sheetActivated,
      Deactivated: eventCode.sheetDeactivated,
      WorksheetAdded: eventCode.sheetAdded,
      WorksheetDeleted: eventCode.sheetDeleted,
    }),
  },
});

const listOf = ({ workbook, sheet }: Listed): Name[] => (sheet ? sheet.names : workbook.names);

function findName({ workbook, sheet }: Listed, key: unknown): Name | undefined {
  return typeof key === "string" ? workbook.name(key, sheet) : undefined;
}

function addName(listed: Listed, parameters: Parameters, host: Host): Remote {
  const { workbook, sheet } = listed;
  const name = parameters.text(0);
  workbook.checkName(name, sheet);
  const given = parameters.raw(1);
  const range = isRemote(given) ? rangeKind.from(given) : null;
  let formula: string;
  if (range) formula = `=${quoteSheet(range.sheet.name)}!${absoluteAddress(range.area)}`;
  else if (typeof given === "string" && given.startsWith("=")) formula = given;
  else if (typeof given === "number" || typeof given === "boolean") formula = `=${String(given)}`;
  else formula = `="${textValue(given, "NamedItemCollection.add").replaceAll('"', '""')}"`;
  if (!isWellFormed(formula))
    throw invalidArgument("This is not a valid formula.", "NamedItemCollection.add");
  const item: Name = {
    name,
    formula,
    scope: sheet,
    visible: true,
    comment: parameters.optionalText(2) ?? "",
  };
  listOf(listed).push(item);
  host.reshaped();
  return nameKind.of(item);
}

implement(namesKind, {
  items: (listed) => listOf(listed).map((name) => nameKind.of(name)),
  item: (listed, key) => {
    const name = findName(listed, key);
    if (!name)
      throw new ActionError(
        "ItemNotFound",
        `There is no name “${String(key)}”.`,
        "NamedItemCollection.getItem",
      );
    return nameKind.of(name);
  },
  link: {
    add: addName,
    getItemOrNullObject: (listed, parameters) => {
      const name = findName(listed, parameters.text(0));
      return name ? nameKind.of(name) : null;
    },
  },
  call: { getCount: (listed) => listOf(listed).length },
});

function placeOf(name: Name, host: Host): { sheet: Sheet; area: Area } | null {
  return host.workbook.resolve(name.formula, name.scope);
}

function typeOf(name: Name, host: Host): string {
  if (placeOf(name, host)) return "Range";
  if (name.formula.includes("#REF!")) return "Error";
  const value = valueOf(name, host);
  if (typeof value === "string") return "String";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "Error";
}

function valueOf(name: Name, host: Host): Scalar {
  const value = host.engine.evaluate(name.formula, firstCell(name, host));
  if (value !== null) return value;
  throw new ActionError(
    "NotImplemented",
    `The stand-in does not compute ${name.formula}.`,
    "NamedItem.value",
  );
}

const firstCell = (name: Name, host: Host): { sheet: Sheet; row: number; column: number } => ({
  sheet: name.scope ?? host.workbook.active,
  row: 0,
  column: 0,
});

implement(nameKind, {
  id: (name) => name.name,
  read: {
    name: ({ name }) => name,
    formula: ({ formula }) => formula,
    value: (name, host) => {
      const place = placeOf(name, host);
      if (place) return name.formula.slice(1);
      return plainValue(valueOf(name, host));
    },
    type: typeOf,
    scope: ({ scope }) => (scope ? "Worksheet" : "Workbook"),
    visible: ({ visible }) => visible,
    comment: ({ comment }) => comment,
  },
  write: {
    formula: (name, value, host) => {
      const formula = textValue(value, "NamedItem.formula");
      if (!formula.startsWith("=") || !isWellFormed(formula))
        throw invalidArgument("This is not a valid formula.", "NamedItem.formula");
      name.formula = formula;
      host.reshaped();
    },
    visible: (name, value) => {
      name.visible = value === true;
    },
    comment: (name, value) => {
      name.comment = textValue(value, "NamedItem.comment");
    },
  },
  link: {
    getRange: (name, _, host) => {
      const place = placeOf(name, host);
      if (!place)
        throw new ActionError(
          "InvalidArgument",
          `“${name.name}” is not a range.`,
          "NamedItem.getRange",
        );
      return rangeOf(host, place.sheet, place.area);
    },
    getRangeOrNullObject: (name, _, host) => {
      const place = placeOf(name, host);
      return place ? rangeOf(host, place.sheet, place.area) : null;
    },
  },
  call: {
    delete: (name, _, host) => {
      const list = name.scope ? name.scope.names : host.workbook.names;
      list.splice(list.indexOf(name), 1);
      host.reshaped();
    },
  },
});

const mostSettings = 2_000_000;

implement(settingsKind, {
  items: (workbook) =>
    [...workbook.settings.keys()].map((key) => settingKind.of({ workbook, key })),
  item: (workbook, key) => {
    if (typeof key !== "string" || !workbook.settings.has(key))
      throw new ActionError("ItemNotFound", `There is no setting “${String(key)}”.`);
    return settingKind.of({ workbook, key });
  },
  link: {
    add: (workbook, parameters) => {
      const key = parameters.text(0);
      workbook.settings.set(key, parameters.raw(1));
      const size = [...workbook.settings].reduce(
        (sum, [name, value]) => sum + name.length + JSON.stringify(value ?? null).length,
        0,
      );
      if (size > mostSettings) {
        workbook.settings.delete(key);
        throw new ActionError(
          "GeneralException",
          "Settings hold at most 2 MB.",
          "SettingCollection.add",
        );
      }
      workbook.changed = true;
      return settingKind.of({ workbook, key });
    },
    getItemOrNullObject: (workbook, parameters) => {
      const key = parameters.text(0);
      return workbook.settings.has(key) ? settingKind.of({ workbook, key }) : null;
    },
  },
  call: { getCount: ({ settings }) => settings.size },
});

implement(settingKind, {
  id: ({ key }) => key,
  read: {
    key: ({ key }) => key,
    value: ({ workbook, key }) => workbook.settings.get(key) ?? null,
  },
  write: {
    value: ({ workbook, key }, value) => {
      workbook.settings.set(key, value);
      workbook.changed = true;
    },
  },
  call: {
    delete: ({ workbook, key }) => {
      workbook.settings.delete(key);
      workbook.changed = true;
    },
  },
});
