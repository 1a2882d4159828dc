import { forAll, onSheet, refused, same, type ContractCase } from "./case";

const ranges = "docs: Excel.Range";
const working = "docs: Work with dates, errors and blank cells using the Excel JavaScript API";

export const cellCases: readonly ContractCase[] = [
  {
    id: "string-date-en-us",
    assumption: "A string that looks like a date is read month first, whatever the locale.",
    source: "office-js #1559",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:A3");
        range.values = [["05/06/2024"], ["15/06/2024"], ["6/2024"]];
        range.load("values");
        await context.sync();
        same(range.values, [[45418], ["15/06/2024"], [45444]], "values");
      }),
  },
  {
    id: "string-number-en-us",
    assumption: "Strings such as “1.10”, “1,234”, “5%”, “TRUE” become numbers and booleans.",
    source: "office-js #1559; " + ranges,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:E1");
        range.values = [["1.10", "1,234", "5%", "true", "(5)"]];
        range.load("values");
        await context.sync();
        same(range.values, [[1.1, 1234, 0.05, true, -5]], "values");
      }),
  },
  {
    id: "text-format-first",
    assumption: "In a cell whose number format is “@” every string stays a text.",
    source: working,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:A4");
        range.numberFormat = forAll("@");
        range.values = [["1.10"], ["05/06/2024"], ["- Tổ chức hội nghị"], ["=1+1"]];
        range.load("values,valueTypes");
        await context.sync();
        same(range.values, [["1.10"], ["05/06/2024"], ["- Tổ chức hội nghị"], ["=1+1"]], "values");
        same(range.valueTypes, forAllRows("String", 4), "types");
      }),
  },
  {
    id: "minus-begins-formula",
    assumption: "A string that begins with “-” and is no number is taken as a formula and refused.",
    source: "docs: Excel.Range.values (strings that start with =, + or - are formulas)",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A1").values = [["- Tổ chức hội nghị"]];
        await refused(["InvalidArgument"], () => context.sync(), "formula");
      }),
  },
  {
    id: "apostrophe-keeps-text",
    assumption: "A leading apostrophe makes a text of anything and is not part of it.",
    source: ranges,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:A2");
        range.values = [["'- Tổ chức hội nghị"], ["'1.10"]];
        range.load("values");
        await context.sync();
        same(range.values, [["- Tổ chức hội nghị"], ["1.10"]], "values");
      }),
  },
  {
    id: "null-leaves-alone",
    assumption: "null in an array of values leaves the cell as it is; “” empties it.",
    source: "docs: Excel.Range.values (null ignores the cell)",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:B1");
        range.values = [["a", "b"]];
        range.values = [[null, ""]];
        range.load("values,valueTypes");
        await context.sync();
        same(range.values, [["a", ""]], "values");
        same(range.valueTypes, [["String", "Empty"]], "types");
      }),
  },
  {
    id: "one-value-for-all",
    assumption: "One value set to a range goes into every cell.",
    source: "docs: Excel.Range.values (single value)",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:B2");
        range.values = forAll(7);
        range.load("values");
        await context.sync();
        same(
          range.values,
          [
            [7, 7],
            [7, 7],
          ],
          "values",
        );
      }),
  },
  {
    id: "shape-must-match",
    assumption: "An array of another shape than the range is refused.",
    source: "docs: Excel.ErrorCodes InvalidArgument",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A1:B2").values = [[1, 2, 3]];
        await refused(["InvalidArgument"], () => context.sync(), "shape");
      }),
  },
  {
    id: "bad-address",
    assumption: "An address that is none is refused.",
    source: "docs: Excel.ErrorCodes InvalidArgument",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A0").load("values");
        await refused(["InvalidArgument"], () => context.sync(), "address");
      }),
  },
  {
    id: "failing-action-keeps-earlier",
    assumption: "A failing action ends the request; what ran before it stays done.",
    source: "docs: Error handling with the application-specific JavaScript APIs",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("B1:B2").values = [[1, 2]];
        sheet.getRange("C1").values = [[3]];
        await refused(["InvalidArgument"], () => context.sync(), "shape");
        await excel.run(async (other) => {
          const range = other.workbook.worksheets
            .getItem(await nameOf(context, sheet))
            .getRange("A1:C1");
          range.load("values");
          await other.sync();
          same(range.values, [[1, "", ""]], "values");
        });
      }),
  },
  {
    id: "longest-text",
    assumption: "A cell holds 32,767 characters; more is refused.",
    source: "docs: Excel specifications and limits",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A1").values = [["x".repeat(32_767)]];
        await context.sync();
        sheet.getRange("A1").values = [["x".repeat(32_768)]];
        await refused(["InvalidArgument"], () => context.sync(), "length");
      }),
  },
  {
    id: "date-value-text-format",
    assumption: "A date is a serial number in values, the shown text in text; the format decides.",
    source: working,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:C1");
        range.format.columnWidth = 120;
        range.numberFormat = [["dd/mm/yyyy", '"Tháng "m/yyyy', "#,##0"]];
        range.values = [[45457, 45457, 1234567]];
        range.load("values,text,numberFormat");
        await context.sync();
        same(range.values, [[45457, 45457, 1234567]], "values");
        same(range.text, [["14/06/2024", "Tháng 6/2024", "1,234,567"]], "text");
        same(range.numberFormat, [["dd/mm/yyyy", '"Tháng "m/yyyy', "#,##0"]], "formats");
      }),
  },
  {
    id: "leap-1900",
    assumption: "Day 60 shows as 29/02/1900.",
    source: "docs: Excel incorrectly assumes that the year 1900 is a leap year",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:C1");
        range.format.columnWidth = 120;
        range.numberFormat = forAll("dd/mm/yyyy");
        range.values = [[59, 60, 61]];
        range.load("text");
        await context.sync();
        same(range.text, [["28/02/1900", "29/02/1900", "01/03/1900"]], "text");
      }),
  },
  {
    id: "narrow-date-shows-signs",
    assumption: "A date in a column far too narrow reads as number signs in text.",
    source:
      "docs: Excel.Range.text (the text does not depend on the width) contradicts practice; measured in desktop Excel by many users",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1");
        range.numberFormat = [["dd/mm/yyyy"]];
        range.values = [[45457]];
        range.format.columnWidth = 15;
        range.load("text,values");
        await context.sync();
        same(range.values, [[45457]], "values");
        same(/^#+$|^14\/06\/2024$/.test(range.text[0]?.[0] ?? ""), true, "text");
      }),
  },
  {
    id: "formula-as-written",
    assumption: "A formula reads back with functions, references and booleans in capitals.",
    source: "docs: Excel.Range.formulas; practice of every Excel",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1");
        range.formulas = [["=sum(b1:b2,true)"]];
        range.load("formulas,values");
        await context.sync();
        same([range.formulas, range.values], [[["=SUM(B1:B2,TRUE)"]], [[1]]], "formula");
      }),
  },
  {
    id: "errors-are-strings",
    assumption: "Error cells read as strings such as “#DIV/0!” of type Error.",
    source: working,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1");
        range.formulas = [["=1/0"]];
        range.load("values,text,valueTypes");
        await context.sync();
        same(
          [range.values, range.text, range.valueTypes],
          [[["#DIV/0!"]], [["#DIV/0!"]], [["Error"]]],
          "error",
        );
      }),
  },
  {
    id: "used-range-null",
    assumption: "The used range of an empty sheet is a null object, and so is what comes from it.",
    source: "docs: *OrNullObject methods and properties",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const used = sheet.getUsedRangeOrNullObject(true);
        used.load("values");
        const merged = used.getMergedAreasOrNullObject();
        merged.load("areas/items/address");
        await context.sync();
        same([used.isNullObject, merged.isNullObject], [true, true], "null");
      }),
  },
  {
    id: "used-range-values-only",
    assumption: "With valuesOnly the used range leaves out cells that have only looks.",
    source: "docs: Excel.Worksheet.getUsedRangeOrNullObject",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("B2").values = [[1]];
        sheet.getRange("D9").format.fill.color = "#FFFF00";
        const values = sheet.getUsedRangeOrNullObject(true);
        const all = sheet.getUsedRangeOrNullObject();
        values.load("rowIndex,rowCount,columnCount");
        all.load("rowIndex,rowCount,columnCount");
        await context.sync();
        same([values.rowIndex, values.rowCount, values.columnCount], [1, 1, 1], "values only");
        same([all.rowIndex, all.rowCount, all.columnCount], [1, 8, 3], "with looks");
      }),
  },
  {
    id: "merge-keeps-first",
    assumption: "A merged area shows the value of its first cell; the others read “”.",
    source: "docs: Excel.Range.merge",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1:B2");
        range.values = [
          ["a", "b"],
          ["c", "d"],
        ];
        range.merge();
        range.load("values");
        const merged = sheet.getRange("A1:C5").getMergedAreasOrNullObject();
        merged.load("areas/items/rowCount,areas/items/columnCount");
        await context.sync();
        same(
          range.values,
          [
            ["a", ""],
            ["", ""],
          ],
          "values",
        );
        same(
          merged.areas.items.map((area) => [area.rowCount, area.columnCount]),
          [[2, 2]],
          "areas",
        );
      }),
  },
  {
    id: "merged-areas-by-first-cell",
    assumption: "Merged areas are those whose first cell lies in the range.",
    source: "office-js #3611",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A1:B2").merge();
        const below = sheet.getRange("A2:B5").getMergedAreasOrNullObject();
        below.load("areas/items/address");
        await context.sync();
        same(below.isNullObject, true, "null");
      }),
  },
  {
    id: "merged-areas-limit",
    assumption: "More than 512 merged areas are refused.",
    source: "docs: Excel.Range.getMergedAreasOrNullObject",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A1:B513").merge(true);
        await context.sync();
        sheet.getRange("A1:B513").getMergedAreasOrNullObject().load("areaCount");
        await refused(
          ["InvalidArgument", "GeneralException", "InvalidOperation", "RangeExceedsLimit"],
          () => context.sync(),
          "513 areas",
        );
      }),
  },
  {
    id: "clear-contents-keeps-looks",
    assumption: "Clearing contents keeps number formats.",
    source: "docs: Excel.Range.clear",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1");
        range.numberFormat = [["0.00"]];
        range.values = [[1]];
        range.clear("Contents");
        range.load("values,numberFormat");
        await context.sync();
        same([range.values, range.numberFormat], [[[""]], [["0.00"]]], "cleared");
      }),
  },
  {
    id: "insert-row-moves",
    assumption: "Inserting a row moves values, merged areas, names and references in formulas.",
    source: "docs: Excel.Range.insert",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A1:A3").values = [[1], [2], ["x"]];
        sheet.getRange("C1").formulas = [["=SUM(A1:A2)"]];
        sheet.getRange("A3:B3").merge();
        sheet.names.add("TenO", sheet.getRange("A3"));
        sheet.getRange("2:2").insert("Down");
        const formula = sheet.getRange("C1");
        formula.load("formulas,values");
        const name = sheet.names.getItem("TenO").getRange();
        name.load("rowIndex,values");
        const merged = sheet.getRange("A1:B9").getMergedAreasOrNullObject();
        merged.load("areas/items/rowIndex");
        await context.sync();
        same([formula.formulas, formula.values], [[["=SUM(A1:A3)"]], [[3]]], "formula");
        same([name.rowIndex, name.values], [3, [["x"]]], "name");
        same(
          merged.areas.items.map(({ rowIndex }) => rowIndex),
          [3],
          "merged",
        );
      }),
  },
  {
    id: "delete-row-breaks-references",
    assumption: "Deleting a row turns references to it into #REF!.",
    source: "docs: Excel.Range.delete",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A2").values = [[2]];
        sheet.getRange("C1").formulas = [["=A2"]];
        sheet.getRange("2:2").delete("Up");
        const formula = sheet.getRange("C1");
        formula.load("formulas,values");
        await context.sync();
        same([formula.formulas, formula.values], [[["=#REF!"]], [["#REF!"]]], "formula");
      }),
  },
  {
    id: "mixed-looks-are-null",
    assumption: "A look that differs within a range loads as null.",
    source: "docs: Excel.RangeFont",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A1").format.font.bold = true;
        const font = sheet.getRange("A1:A2").format.font;
        font.load("bold,italic");
        await context.sync();
        same([font.bold, font.italic], [null, false], "font");
      }),
  },
  {
    id: "hyperlink-to-place",
    assumption: "A link to a place in the workbook shows its text in the cell.",
    source: "docs: Excel.RangeHyperlink",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const range = sheet.getRange("A1");
        range.hyperlink = { documentReference: "A9", textToDisplay: "Đến ô A9" };
        range.load("values,hyperlink");
        await context.sync();
        same([range.values, range.hyperlink.documentReference], [[["Đến ô A9"]], "A9"], "link");
      }),
  },
];

const forAllRows = (value: string, rows: number): string[][] =>
  Array.from({ length: rows }, () => [value]);

async function nameOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<string> {
  sheet.load("name");
  await context.sync();
  return sheet.name;
}
