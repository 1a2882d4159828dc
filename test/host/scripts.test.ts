import { codeOf, excelOn } from "./with-excel";

type Script = (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<unknown>;

const small = [
  ["a", "b"],
  [1, 2],
  [3, 4],
];

function smallTable(sheet: Excel.Worksheet): Excel.Table {
  sheet.getRange("A1:B3").values = small;
  return sheet.tables.add("A1:B3", true);
}

/** Loads properties of an object and gives it back. */
async function loaded<Item extends OfficeExtension.ClientObject>(
  context: Excel.RequestContext,
  item: Item,
  names: string,
): Promise<Item> {
  context.load(item, names);
  await context.sync();
  return item;
}

/** Scripts of the kinds that are published for Office.js, each with what Excel's documentation says it gives. */
const right: readonly (readonly [string, Script, unknown])[] = [
  [
    "rows added to a table over a header alone stand right under it",
    async (context, sheet) => {
      const table = sheet.tables.add("A1:C1", true);
      table.getHeaderRowRange().values = [["Date", "Merchant", "Amount"]];
      table.rows.add(undefined, [["1/15/2017", "Đất Việt", "$33.50"]]);
      const count = table.rows.getCount();
      const range = await loaded(context, table.getRange(), "values,address");
      return [range.address, range.values, count.value];
    },
    [
      "Sheet1!A1:C2",
      [
        ["Date", "Merchant", "Amount"],
        [42_750, "Đất Việt", 33.5],
      ],
      1,
    ],
  ],
  [
    "a column of formulas added to a table",
    async (context, sheet) => {
      const table = smallTable(sheet);
      table.columns.add(undefined, [["Tổng"], ["=[@a]+[@b]"], ["=[@a]+[@b]"]]);
      return (await loaded(context, table.getRange(), "values")).values;
    },
    [
      ["a", "b", "Tổng"],
      [1, 2, 3],
      [3, 4, 7],
    ],
  ],
  [
    "a table sorted down",
    async (context, sheet) => {
      const table = smallTable(sheet);
      table.sort.apply([{ key: 0, ascending: false }], true);
      return (await loaded(context, table.getDataBodyRange(), "values")).values;
    },
    [
      [3, 4],
      [1, 2],
    ],
  ],
  [
    "headers that are missing, doubled or numbers",
    async (context, sheet) => {
      sheet.getRange("A1:C1").values = [["x", "x", 5]];
      const table = sheet.tables.add("A1:D2", true);
      return (await loaded(context, table.getHeaderRowRange(), "values")).values;
    },
    [["x", "x2", "5", "Column4"]],
  ],
  [
    "a table made smaller, then plain cells",
    async (context, sheet) => {
      const table = smallTable(sheet);
      table.resize("A1:B2");
      return (await loaded(context, table.convertToRange(), "address")).address;
    },
    "Sheet1!A1:B2",
  ],
  [
    "strings that become dates, times, fractions and percents, with their formats",
    async (context, sheet) => {
      const range = sheet.getRange("A1:F1");
      range.format.columnWidth = 120;
      range.values = [["1/2/2024", "12:30", "1/2", "1 1/2", "-5%", "001"]];
      await loaded(context, range, "values,text");
      return [range.values, range.text];
    },
    [
      [[45_293, 0.5208333333333334, 45_293, 1.5, -0.05, 1]],
      [["1/2/2024", "12:30", "2-Jan", "1 1/2", "-5%", "1"]],
    ],
  ],
  [
    "booleans and errors written as strings",
    async (context, sheet) => {
      const range = sheet.getRange("A1:C1");
      range.values = [["TRUE", "false", "#N/A"]];
      await loaded(context, range, "values,valueTypes");
      return [range.values, range.valueTypes];
    },
    [[[true, false, "#N/A"]], [["Boolean", "Boolean", "Error"]]],
  ],
  [
    "numbers in the format General as they are shown",
    async (context, sheet) => {
      const range = sheet.getRange("A1:E1");
      range.format.columnWidth = 150;
      range.values = [[1_234_567_890_123, 0.1 + 0.2, 1 / 3, 1e-7, 12_345_678_901]];
      return (await loaded(context, range, "text")).text;
    },
    [["1.23457E+12", "0.3", "0.333333333", "1E-07", "12345678901"]],
  ],
  [
    "one number format for a range",
    async (context, sheet) => {
      const range = sheet.getRange("A1:A2");
      range.numberFormat = [["0.00"]];
      range.values = [[1], [2]];
      return (await loaded(context, range, "text")).text;
    },
    [["1.00"], ["2.00"]],
  ],
  [
    "dates around the calendar's beginning, and hours beyond a day",
    async (context, sheet) => {
      const range = sheet.getRange("A1:C1");
      range.format.columnWidth = 120;
      range.numberFormat = [["dd/mm/yyyy", "m/d/yyyy h:mm", "[h]:mm"]];
      range.values = [[1, 2.5, 1.5]];
      return (await loaded(context, range, "text")).text;
    },
    [["01/01/1900", "1/2/1900 12:00", "36:00"]],
  ],
  [
    "formulas read as Excel writes them back",
    async (context, sheet) => {
      sheet.getRange("A1").formulas = [["=sum(b1:b2, true)"]];
      return (await loaded(context, sheet.getRange("A1"), "formulas,values")).toJSON();
    },
    { formulas: [["=SUM(B1:B2, TRUE)"]], values: [[1]] },
  ],
  [
    "a formula entered where calculation is manual",
    async (context, sheet) => {
      context.application.calculationMode = "Manual";
      sheet.getRange("A1:B1").values = [[1, "=A1+1"]];
      sheet.getRange("A1").values = [[5]];
      const before = (await loaded(context, sheet.getRange("B1"), "values")).values;
      context.application.calculate("Full");
      return [before, (await loaded(context, sheet.getRange("B1"), "values")).values];
    },
    [[[2]], [[6]]],
  ],
  [
    "a row inserted",
    async (context, sheet) => {
      sheet.getRange("A1:A3").values = [[1], [2], ["=SUM(A1:A2)"]];
      sheet.getRange("2:2").insert("Down");
      const range = await loaded(context, sheet.getRange("A1:A4"), "formulas");
      return range.formulas;
    },
    [[1], [""], [2], ["=SUM(A1:A3)"]],
  ],
  [
    "cells merged row by row",
    async (context, sheet) => {
      const range = sheet.getRange("A1:B2");
      range.merge(true);
      range.values = [
        [1, 2],
        [3, 4],
      ];
      return (await loaded(context, range, "values")).values;
    },
    [
      [1, ""],
      [3, ""],
    ],
  ],
  [
    "formats cleared, contents kept",
    async (context, sheet) => {
      const range = sheet.getRange("A1:B1");
      range.values = [[1, 2]];
      range.format.font.bold = true;
      range.clear("Formats");
      await loaded(context, range, "values,format/font/bold");
      return [range.values, range.format.font.bold];
    },
    [[[1, 2]], false],
  ],
  [
    "a property that differs within the range",
    async (context, sheet) => {
      sheet.getRange("A1").format.wrapText = true;
      const range = await loaded(context, sheet.getRange("A1:B1"), "format/wrapText");
      return range.format.wrapText;
    },
    null,
  ],
  [
    "a link with its text and looks",
    async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.hyperlink = { address: "https://example.vn", textToDisplay: "Mở", screenTip: "s" };
      await loaded(context, range, "values,format/font/underline");
      return [range.values, range.format.font.underline];
    },
    [[["Mở"]], "Single"],
  ],
  [
    "a border of an edge",
    async (context, sheet) => {
      const border = sheet.getRange("A1:B2").format.borders.getItem("EdgeBottom");
      border.style = "Continuous";
      border.color = "#FF0000";
      border.weight = "Thick";
      await loaded(context, border, "style,color,weight");
      return [border.style, border.color, border.weight];
    },
    ["Continuous", "#FF0000", "Thick"],
  ],
  [
    "sheets added, moved, renamed and put in front",
    async (context, sheet) => {
      const { worksheets } = context.workbook;
      worksheets.add("A");
      const b = worksheets.add("B");
      b.position = 0;
      sheet.name = "Mới";
      b.activate();
      const active = worksheets.getActiveWorksheet();
      active.load("name");
      await loaded(context, worksheets, "items/name");
      return [worksheets.items.map(({ name }) => name), active.name];
    },
    [["B", "Mới", "A"], "B"],
  ],
  [
    "rows frozen",
    async (context, sheet) => {
      sheet.freezePanes.freezeRows(2);
      const place = sheet.freezePanes.getLocationOrNullObject();
      return (await loaded(context, place, "address")).address;
    },
    "Sheet1!1:2",
  ],
  [
    "a name for a number, used in a formula",
    async (context, sheet) => {
      const name = context.workbook.names.add("Rate", "=0.08");
      sheet.getRange("A1").formulas = [["=Rate*100"]];
      name.load("value,type");
      const cell = await loaded(context, sheet.getRange("A1"), "values");
      return [name.value as unknown, name.type, cell.values];
    },
    [0.08, "Double", [[8]]],
  ],
  [
    "ranges beside, around and in common",
    async (context, sheet) => {
      const around = sheet.getRange("A1:C3").getBoundingRect("F1");
      const common = sheet.getRange("A1:C3").getIntersectionOrNullObject("F1");
      const beside = sheet.getRange("A1:B2").getOffsetRange(1, 2);
      around.load("address");
      beside.load("address");
      await loaded(context, common, "address");
      return [around.address, common.isNullObject, beside.address];
    },
    ["Sheet1!A1:F3", true, "Sheet1!C2:D3"],
  ],
  [
    "the selection",
    async (context, sheet) => {
      sheet.getRange("B2:C3").select();
      const range = await loaded(context, context.workbook.getSelectedRange(), "address");
      return range.address;
    },
    "Sheet1!B2:C3",
  ],
  [
    "a rule of validation and its words",
    async (context, sheet) => {
      const { dataValidation } = sheet.getRange("A1");
      dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      dataValidation.prompt = { message: "m", showPrompt: true, title: "t" };
      await loaded(context, dataValidation, "type,rule,prompt");
      return [dataValidation.type, dataValidation.rule, dataValidation.prompt.message];
    },
    ["WholeNumber", { wholeNumber: { formula1: 0, operator: "GreaterThan" } }, "m"],
  ],
  [
    "a chart of columns",
    async (context, sheet) => {
      sheet.getRange("A1:B3").values = small;
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Auto");
      chart.title.text = "Số liệu";
      await loaded(context, chart, "name,title/text");
      return [chart.name, chart.title.text];
    },
    ["Chart 1", "Số liệu"],
  ],
  [
    "the first sheet alone of all",
    async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("A");
      worksheets.load({ select: "name", top: 1 });
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    },
    ["Sheet1"],
  ],
  [
    "several properties set at once",
    async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.set({ values: [["x"]], format: { font: { bold: true } } });
      await loaded(context, range, "values,format/font/bold");
      return [range.values, range.format.font.bold];
    },
    [[["x"]], true],
  ],
];

/** What Excel refuses, with Excel's code. */
const wrong: readonly (readonly [string, string, Script])[] = [
  ["the last sheet deleted", "InvalidOperation", (_, sheet) => Promise.resolve(sheet.delete())],
  [
    "the last sheet hidden",
    "InvalidOperation",
    (_, sheet) => Promise.resolve((sheet.visibility = "Hidden")),
  ],
  [
    "a range that leaves the sheet",
    "InvalidArgument",
    (context, sheet) => loaded(context, sheet.getRange("A1").getOffsetRange(-1, 0), "address"),
  ],
  [
    "a table that is not there",
    "ItemNotFound",
    (context) => loaded(context, context.workbook.tables.getItem("khong"), "name"),
  ],
  [
    "an object as a value",
    "InvalidArgument",
    (_, sheet) => Promise.resolve((sheet.getRange("A1").values = [[{ a: 1 }]])),
  ],
];

/** Members and choices that the stand-in does not know: the error says which. */
const unknown: readonly (readonly [string, Script])[] = [
  ["Range.copyFrom", (_, sheet) => Promise.resolve(sheet.getRange("B1").copyFrom("A1"))],
  ["Range.formulasR1C1", (_, s) => Promise.resolve((s.getRange("A1").formulasR1C1 = [["=R1C1"]]))],
  ["Range.find", (c, s) => loaded(c, s.getRange("A1").find("x", {}), "address")],
  ["Range.sort", (_, s) => Promise.resolve(s.getRange("A1:A3").sort.apply([{ key: 0 }]))],
  [
    "Range.removeDuplicates",
    (c, s) => loaded(c, s.getRange("A1").removeDuplicates([0], true), "removed"),
  ],
  ["Range.delete", (_, sheet) => Promise.resolve(sheet.getRange("A1:B2").delete("Up"))],
  ["Range.insert", (_, sheet) => Promise.resolve(sheet.getRange("A1:B2").insert("Down"))],
  [
    "Range.getSpecialCells",
    (c, s) => loaded(c, s.getRange("A1").getSpecialCells("Blanks"), "address"),
  ],
  [
    "Worksheet.getRanges",
    (_, s) => Promise.resolve((s.getRanges("A1,C3").format.fill.color = "red")),
  ],
  ["Worksheet.copy", (c, s) => loaded(c, s.copy(), "name")],
  ["Worksheet.autoFilter", (_, s) => Promise.resolve(s.autoFilter.apply(s.getRange("A1:B3")))],
  [
    "Worksheet.onCalculated",
    (_, s) => Promise.resolve(s.onCalculated.add(() => Promise.resolve())),
  ],
  ["WorksheetFreezePanes.freezeAt", (_, s) => Promise.resolve(s.freezePanes.freezeAt("A1:B2"))],
  [
    "TableColumn.filter",
    (_, s) => Promise.resolve(smallTable(s).columns.getItem("a").filter.applyValuesFilter(["1"])),
  ],
  ["Table.showTotals", (_, s) => Promise.resolve((smallTable(s).showTotals = true))],
  [
    "Table.onChanged",
    (_, s) => Promise.resolve(smallTable(s).onChanged.add(() => Promise.resolve())),
  ],
  ["ChartCollection.add", (_, s) => Promise.resolve(s.charts.add("Doughnut", s.getRange("A1:B3")))],
  [
    "Chart.axes",
    (_, s) =>
      Promise.resolve((s.charts.add("Line", s.getRange("A1:B3")).axes.valueAxis.title.text = "x")),
  ],
  [
    "ConditionalFormatCollection.add",
    (_, s) => Promise.resolve(s.getRange("A1").conditionalFormats.add("ColorScale")),
  ],
  ["RangeFill.color", (_, s) => Promise.resolve((s.getRange("A1").format.fill.color = "hotpink"))],
  [
    "Range.values",
    (c, s) => {
      s.getRange("A1").formulas = [["=SEQUENCE(3)"]];
      return loaded(c, s.getRange("A1:A3"), "values");
    },
  ],
  ["Workbook.comments", (context) => loaded(context, context.workbook.comments, "items")],
  ["Workbook.functions", (c) => loaded(c, c.workbook.functions.sum(1, 2), "value")],
];

async function run(script: Script): Promise<unknown> {
  await excelOn();
  return Excel.run(async (context) => {
    const result = await script(context, context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
    return result;
  });
}

describe("scripts that the stand-in has never seen", () => {
  it.each(right)("run right: %s", async (_, script, expected) => {
    expect(await run(script)).toEqual(expected);
  });

  it.each(wrong)("are refused as Excel refuses: %s (%s)", async (_, code, script) => {
    expect(await codeOf(run(script))).toBe(code);
  });

  it.each(unknown)("are refused by name: %s", async (member, script) => {
    await expect(run(script)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:ApiNotFound|NotImplemented)$/) as string,
      debugInfo: { errorLocation: member },
    });
  });
});
