import { ActionError, invalidArgument } from "../errors";
import { eachFormula } from "../acts/tables";
import { guardSheet } from "../acts/guard";
import { renameSheetIn } from "../formulas/tokens";
import { maximumColumns, maximumRows, quoteSheet } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Host } from "../host";
import { eventCode } from "../protocol";
import { flagValue, implement, numberValue, oneOf, own, textValue } from "../remote";
import { colorOf } from "./format";
import { rangeByAddress, rangeOf } from "./range";
import { registrations } from "./workbook";
import {
  chartsKind,
  freezeKind,
  layoutKind,
  namesKind,
  pageBreaksKind,
  protectionKind,
  sheetKind,
  tablesKind,
} from "./kinds";

/** Renames a sheet; formulas, names and rules follow. */
export function renameSheet(host: Host, sheet: Sheet, name: string): void {
  host.workbook.checkSheetName(name, sheet);
  const before = sheet.name;
  const to = `${quoteSheet(name)}!`;
  sheet.name = name;
  eachFormula(host.workbook, (formula) => renameSheetIn(formula, before, to));
  for (const home of host.workbook.sheets)
    for (const { rule } of home.validations) {
      const change = (text: string): string => renameSheetIn(`=${text}`, before, to).slice(1);
      if (rule.formula1 !== undefined) rule.formula1 = change(rule.formula1);
      if (rule.formula2 !== undefined) rule.formula2 = change(rule.formula2);
    }
  host.reshaped();
}

/** Takes a sheet out; what pointed at it reads #REF!. */
export function deleteSheet(host: Host, sheet: Sheet): void {
  host.workbook.removeSheet(sheet);
  eachFormula(host.workbook, (formula) => renameSheetIn(formula, sheet.name, "#REF!"));
  for (const target of host.ranges) if (target.sheet === sheet) target.gone = true;
  host.reshaped();
  host.raise(eventCode.sheetDeleted, sheet, { worksheetId: sheet.id, source: "Local" });
}

implement(sheetKind, {
  id: ({ id }) => id,
  read: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    position: (sheet, host) => host.workbook.sheets.indexOf(sheet),
    visibility: ({ visibility }) => visibility,
    tabColor: ({ tabColor }) => tabColor,
    showGridlines: ({ gridlines }) => gridlines,
    showHeadings: ({ headings }) => headings,
    standardHeight: () => 15,
    standardWidth: () => 8.43,
  },
  write: {
    name: (sheet, value, host) => renameSheet(host, sheet, textValue(value, "Worksheet.name")),
    position: (sheet, value, host) => {
      const { sheets } = host.workbook;
      const position = numberValue(value, "Worksheet.position");
      if (!Number.isInteger(position) || position < 0 || position >= sheets.length)
        throw invalidArgument("There is no such position.", "Worksheet.position");
      sheets.splice(sheets.indexOf(sheet), 1);
      sheets.splice(position, 0, sheet);
      host.restyled();
    },
    visibility: (sheet, value, host) => {
      const next = oneOf(value, ["Visible", "Hidden", "VeryHidden"], "Worksheet.visibility");
      if (next !== "Visible") host.workbook.keepOneVisible(sheet);
      sheet.visibility = next;
      if (host.workbook.active === sheet && next !== "Visible") {
        const other = host.workbook.sheets.find((one) => one.visibility === "Visible");
        if (other) host.activate(other);
      }
      host.restyled();
    },
    tabColor: (sheet, value, host) => {
      sheet.tabColor = value === "" ? "" : `#${colorOf(value, "Worksheet.tabColor")}`;
      host.restyled();
    },
    // The client sends these two under names of its own.
    gridlines: (sheet, value, host) => {
      sheet.gridlines = flagValue(value, "Worksheet.showGridlines");
      host.restyled();
    },
    headings: (sheet, value, host) => {
      sheet.headings = flagValue(value, "Worksheet.showHeadings");
      host.restyled();
    },
  },
  link: {
    getRange: (sheet, parameters, host) => {
      const address = parameters.optionalText(0);
      if (address !== null && address !== "") return rangeByAddress(host, sheet, address);
      return rangeOf(host, sheet, {
        row: 0,
        column: 0,
        rows: maximumRows,
        columns: maximumColumns,
      });
    },
    getRangeByIndexes: (sheet, p, host) =>
      rangeOf(host, sheet, {
        row: p.whole(0),
        column: p.whole(1),
        rows: p.whole(2),
        columns: p.whole(3),
      }),
    getCell: (sheet, p, host) =>
      rangeOf(host, sheet, { row: p.whole(0), column: p.whole(1), rows: 1, columns: 1 }),
    getUsedRange: (sheet, p, host) =>
      rangeOf(host, sheet, sheet.used(p.flag(0)) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: (sheet, p, host) => {
      const used = sheet.used(p.flag(0));
      return used ? rangeOf(host, sheet, used) : null;
    },
    tables: (sheet, _, host) => tablesKind.of({ workbook: host.workbook, sheet }),
    names: (sheet, _, host) => namesKind.of({ workbook: host.workbook, sheet }),
    charts: (sheet) => chartsKind.of(sheet),
    freezePanes: (sheet) => freezeKind.of(sheet),
    pageLayout: (sheet) => layoutKind.of(sheet),
    horizontalPageBreaks: (sheet) => pageBreaksKind.of(sheet),
    protection: (sheet) => protectionKind.of(sheet),
  },
  call: {
    activate: (sheet, _, host) => host.activate(sheet),
    delete: (sheet, _, host) => deleteSheet(host, sheet),
    calculate: (_, __, host) => host.calculate(),
    ...registrations({
      DataChanged: eventCode.sheetChanged,
      SelectionChanged: eventCode.selectionChanged,
      Activated: eventCode.sheetActivated,
      Deactivated: eventCode.sheetDeactivated,
    }),
  },
});

const protectionOptions = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;

implement(protectionKind, {
  read: {
    protected: ({ protection }) => protection !== null,
    options: ({ protection }) => protection?.options ?? null,
  },
  call: {
    protect: (sheet, parameters, host) => {
      if (sheet.protection)
        throw new ActionError(
          "InvalidOperation",
          "The worksheet is protected already.",
          "WorksheetProtection.protect",
        );
      const given = parameters.raw(0);
      const options: Record<string, unknown> = { selectionMode: "Normal" };
      for (const name of protectionOptions) {
        const value =
          typeof given === "object" && given
            ? own(given as Record<string, unknown>, name)
            : undefined;
        options[name] = value === true;
      }
      if (typeof given === "object" && given) {
        const mode = own(given as Record<string, unknown>, "selectionMode");
        if (mode !== undefined)
          options["selectionMode"] = oneOf(
            mode,
            ["Normal", "None", "Unlocked"],
            "WorksheetProtection.protect",
          );
      }
      const password = parameters.optionalText(1);
      sheet.protection = password ? { options, password } : { options };
      host.restyled();
    },
    unprotect: (sheet, parameters, host) => {
      const password = parameters.optionalText(0) ?? "";
      if ((sheet.protection?.password ?? "") !== password)
        throw new ActionError(
          "InvalidArgument",
          "The password is not right.",
          "WorksheetProtection.unprotect",
        );
      sheet.protection = null;
      host.restyled();
    },
  },
});

implement(freezeKind, {
  call: {
    freezeRows: (sheet, parameters, host) => {
      guardSheet(sheet);
      sheet.frozen = { rows: parameters.whole(0, 1), columns: 0 };
      host.restyled();
    },
    freezeColumns: (sheet, parameters, host) => {
      guardSheet(sheet);
      sheet.frozen = { rows: 0, columns: parameters.whole(0, 1) };
      host.restyled();
    },
    unfreeze: (sheet, _, host) => {
      sheet.frozen = { rows: 0, columns: 0 };
      host.restyled();
    },
  },
  link: {
    getLocationOrNullObject: (sheet, _, host) => {
      const { rows, columns } = sheet.frozen;
      if (rows === 0 && columns === 0) return null;
      return rangeOf(host, sheet, {
        row: 0,
        column: 0,
        rows: rows || maximumRows,
        columns: columns || maximumColumns,
      });
    },
  },
});
