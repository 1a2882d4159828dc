import { forAll, onSheet, refused, same, type ContractCase } from "./case";

export const workbookCases: readonly ContractCase[] = [
  {
    id: "sheet-names-refused",
    assumption: "Names with : \\ / ? * [ ], of more than 31 characters, and “History” are refused.",
    source: "docs: Excel.Worksheet.name; Excel specifications and limits",
    run: async (excel) => {
      await Promise.all(
        ["a/b", "x".repeat(32), "History", "'a"].map((name) =>
          excel.run((context) => {
            context.workbook.worksheets.add(name);
            return refused(["InvalidArgument", "GeneralException"], () => context.sync(), name);
          }),
        ),
      );
    },
  },
  {
    id: "sheet-name-twice",
    assumption: "A second sheet of the same name, whatever the case, is refused.",
    source: "docs: Excel.ErrorCodes ItemAlreadyExists",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.load("name");
        await context.sync();
        context.workbook.worksheets.add(sheet.name.toUpperCase());
        await refused(["ItemAlreadyExists", "InvalidArgument"], () => context.sync(), "twice");
      }),
  },
  {
    id: "missing-sheet",
    assumption: "A sheet that is not there is ItemNotFound, or a null object when asked for so.",
    source: "docs: Excel.WorksheetCollection.getItem, getItemOrNullObject",
    run: async (excel) => {
      await excel.run(async (context) => {
        const none = context.workbook.worksheets.getItemOrNullObject("Không có trang này");
        const range = none.getRange("A1");
        range.load("values");
        await context.sync();
        same([none.isNullObject, range.isNullObject], [true, true], "null");
        context.workbook.worksheets.getItem("Không có trang này").load("name");
        await refused(["ItemNotFound"], () => context.sync(), "missing");
      });
    },
  },
  {
    id: "names",
    assumption: "A name gives its range and follows; a second one, or one like a cell, is refused.",
    source: "docs: Excel.NamedItemCollection.add",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.names.add("ThuNghiem", sheet.getRange("B2"));
        sheet.getRange("A1").formulas = [["=ThuNghiem*2"]];
        sheet.getRange("B2").values = [[21]];
        const cell = sheet.getRange("A1");
        cell.load("values");
        const name = sheet.names.getItem("ThuNghiem");
        name.load("name,type,value");
        const none = sheet.names.getItemOrNullObject("KhongCo");
        await context.sync();
        same(cell.values, [[42]], "value");
        same([name.type, none.isNullObject], ["Range", true], "name");
        sheet.names.add("ThuNghiem", sheet.getRange("B3"));
        await refused(["ItemAlreadyExists", "InvalidArgument"], () => context.sync(), "twice");
        sheet.names.add("AB12", sheet.getRange("B3"));
        await refused(["InvalidArgument"], () => context.sync(), "like a cell");
      }),
  },
  {
    id: "settings",
    assumption: "Settings keep JSON values by key and can be deleted.",
    source: "docs: Excel.SettingCollection",
    run: async (excel) => {
      await excel.run(async (context) => {
        const { settings } = context.workbook;
        settings.add("phuLucKiemTra", { a: [1, "é"] });
        const setting = settings.getItemOrNullObject("phuLucKiemTra");
        setting.load("value");
        await context.sync();
        same(setting.value, { a: [1, "é"] }, "value");
        setting.delete();
        const gone = settings.getItemOrNullObject("phuLucKiemTra");
        await context.sync();
        same(gone.isNullObject, true, "deleted");
      });
    },
  },
  {
    id: "protected-cells",
    assumption: "Locked cells of a protected sheet refuse writing; unlocked ones take it.",
    source: "docs: Excel.WorksheetProtection; Excel.ErrorCodes AccessDenied",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("B1").format.protection.locked = false;
        sheet.protection.protect();
        await context.sync();
        sheet.getRange("B1").values = [[1]];
        await context.sync();
        sheet.getRange("A1").values = [[1]];
        await refused(["AccessDenied"], () => context.sync(), "locked");
        sheet.getRange("B1").format.font.bold = true;
        await refused(["AccessDenied"], () => context.sync(), "looks");
      }),
  },
  {
    id: "property-not-loaded",
    assumption: "Reading a property that was not loaded throws.",
    source: "docs: Excel JavaScript object model, load()",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1");
        range.load("address");
        await context.sync();
        await refused(
          ["PropertyNotLoaded"],
          () => Promise.resolve().then(() => void range.values),
          "not loaded",
        );
      }),
  },
  {
    id: "event-changed",
    assumption: "A change of a sheet is told with its address to who listens.",
    source: "docs: Work with events using the Excel JavaScript API",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.load("id");
        await context.sync();
        const heard: string[] = [];
        const handler = sheet.onChanged.add(({ address }) => {
          heard.push(address);
          return Promise.resolve();
        });
        await context.sync();
        sheet.getRange("B2:C3").values = forAll(1);
        await context.sync();
        for (let n = 0; n < 40 && heard.length === 0; n++)
          await new Promise((resolve) => setTimeout(resolve, 50));
        handler.remove();
        await context.sync();
        same(heard, ["B2:C3"], "addresses");
      }),
  },
  {
    id: "freeze-and-print",
    assumption:
      "Frozen rows, paper, orientation, margins in points, print area and titles are kept.",
    source: "docs: Excel.PageLayout, Excel.WorksheetFreezePanes",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const layout = sheet.pageLayout;
        sheet.freezePanes.freezeRows(2);
        layout.orientation = "Landscape";
        layout.paperSize = "A4";
        layout.leftMargin = 85.05;
        layout.setPrintArea("A1:F20");
        layout.setPrintTitleRows("$1:$2");
        layout.headersFooters.defaultForAllPages.centerHeader = "&P";
        layout.load("orientation,paperSize,leftMargin");
        const area = layout.getPrintAreaOrNullObject();
        area.load("address");
        const frozen = sheet.freezePanes.getLocationOrNullObject();
        frozen.load("rowCount");
        layout.headersFooters.defaultForAllPages.load("centerHeader");
        await context.sync();
        same([layout.orientation, String(layout.paperSize)], ["Landscape", "A4"], "paper");
        same(Math.abs(layout.leftMargin - 85.05) < 0.5, true, "margin");
        same([area.address.split("!")[1], frozen.rowCount], ["A1:F20", 2], "area");
        same(layout.headersFooters.defaultForAllPages.centerHeader, "&P", "header");
      }),
  },
  {
    id: "page-breaks",
    assumption:
      "A page break stands above the first row of its range, is counted, and all are taken away at once.",
    source: "docs: Excel.PageBreakCollection",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const breaks = sheet.horizontalPageBreaks;
        breaks.add("A11");
        breaks.add("B21:C30");
        const count = breaks.getCount();
        const second = breaks.getItem(1).getCellAfterBreak();
        second.load("rowIndex");
        await context.sync();
        same([count.value, second.rowIndex], [2, 20], "breaks");
        breaks.removePageBreaks();
        const none = breaks.getCount();
        await context.sync();
        same(none.value, 0, "none");
      }),
  },
  {
    id: "validation-list-length",
    assumption: "A list written into a rule is at most 255 characters long.",
    source: "docs: Apply data validation to cells",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const { dataValidation } = sheet.getRange("A1");
        dataValidation.rule = { list: { inCellDropDown: true, source: "Có,Không" } };
        dataValidation.load("rule,type");
        await context.sync();
        same([dataValidation.type, dataValidation.rule.list?.source], ["List", "Có,Không"], "rule");
        dataValidation.rule = { list: { inCellDropDown: true, source: "x,".repeat(200) } };
        await refused(["InvalidArgument", "GeneralException"], () => context.sync(), "length");
      }),
  },
  {
    id: "conditional-format-custom",
    assumption: "A conditional format by formula takes fill and font and can be cleared.",
    source: "docs: Apply conditional formatting to Excel ranges",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:A3");
        const format = range.conditionalFormats.add("Custom");
        format.custom.rule.formula = "=NOT(ISFORMULA(A1))";
        format.custom.format.fill.color = "#FF0000";
        const number = range.conditionalFormats.getCount();
        await context.sync();
        same(number.value, 1, "count");
        range.conditionalFormats.clearAll();
        const none = range.conditionalFormats.getCount();
        await context.sync();
        same(none.value, 0, "cleared");
      }),
  },
  {
    id: "chart-by-name",
    assumption: "A chart is made over a range, named, placed and found again by its name.",
    source: "docs: Work with charts using the Excel JavaScript API",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:C3");
        range.values = [
          ["Phòng", "Trong hạn", "Quá hạn"],
          ["A", 1, 2],
          ["B", 3, 4],
        ];
        const chart = sheet.charts.add("BarStacked", range, "Columns");
        chart.name = "BieuDoThu";
        chart.title.text = "Tình hình";
        chart.setPosition("E2", "J14");
        const found = sheet.charts.getItemOrNullObject("BieuDoThu");
        found.load("name,chartType");
        const none = sheet.charts.getItemOrNullObject("KhongCo");
        await context.sync();
        same([found.chartType, none.isNullObject], ["BarStacked", true], "chart");
      }),
  },
  {
    id: "gridlines-and-tab",
    assumption: "Grid lines can be switched off and a tab coloured.",
    source: "docs: Excel.Worksheet.showGridlines (ExcelApi 1.8), tabColor",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.showGridlines = false;
        sheet.tabColor = "#00B050";
        sheet.load("showGridlines,tabColor");
        await context.sync();
        same([sheet.showGridlines, sheet.tabColor], [false, "#00B050"], "sheet");
      }),
  },
  {
    id: "sheet-visibility",
    assumption: "Sheets can be hidden; hidden ones cannot be activated.",
    source: "docs: Excel.Worksheet.visibility, activate",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.visibility = "Hidden";
        sheet.load("visibility");
        await context.sync();
        same(sheet.visibility, "Hidden", "visibility");
        sheet.activate();
        await refused(
          ["InvalidOperation", "GeneralException", "InvalidArgument"],
          () => context.sync(),
          "activate",
        );
      }),
  },
];
