import { forAll, onSheet, refused, same, type ContractCase } from "./case";

const tables = "docs: Work with tables using the Excel JavaScript API";
const references = "docs: Using structured references with Excel tables";

/** A table of three columns and three rows whose names nothing else has. */
async function withTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<Excel.Table> {
  sheet.getRange("A3:C6").values = [
    ["Mã", "Số lượng", "Gấp đôi"],
    ["a", 1, ""],
    ["b", 2, ""],
    ["a", 3, ""],
  ];
  const table = sheet.tables.add("A3:C6", true);
  table.name = "BangThu";
  await context.sync();
  return table;
}

export const tableCases: readonly ContractCase[] = [
  {
    id: "table-parts",
    assumption: "A table gives its header, its body and its columns by header text.",
    source: tables,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const table = await withTable(context, sheet);
        const body = table.getDataBodyRange();
        const header = table.getHeaderRowRange();
        const column = table.columns.getItem("Số lượng").getDataBodyRange();
        body.load("rowIndex,rowCount");
        header.load("values");
        column.load("values");
        await context.sync();
        same([body.rowIndex, body.rowCount], [3, 3], "body");
        same(header.values, [["Mã", "Số lượng", "Gấp đôi"]], "header");
        same(column.values, [[1], [2], [3]], "column");
      }),
  },
  {
    id: "table-column-formula",
    assumption: "One formula set to a column's body fills it; [@…] means the same row.",
    source: references,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const table = await withTable(context, sheet);
        const column = table.columns.getItem("Gấp đôi").getDataBodyRange();
        column.formulas = forAll("=[@[Số lượng]]*2");
        column.load("values,formulas");
        await context.sync();
        same(column.values, [[2], [4], [6]], "values");
        same(column.formulas[1], ["=[@[Số lượng]]*2"], "formula");
      }),
  },
  {
    id: "table-full-reference",
    assumption: "Table[[#This Row],[Column]] is taken and means the same row.",
    source: references,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const table = await withTable(context, sheet);
        const column = table.columns.getItem("Gấp đôi").getDataBodyRange();
        column.formulas = forAll("=BangThu[[#This Row],[Số lượng]]*2");
        sheet.getRange("E1").formulas = [["=SUM(BangThu[Gấp đôi])"]];
        sheet.getRange("E2").formulas = [['=COUNTIFS(BangThu[Mã],"A",BangThu[Số lượng],">1")']];
        const cells = sheet.getRange("E1:E2");
        cells.load("values");
        await context.sync();
        same(cells.values, [[12], [1]], "values");
      }),
  },
  {
    id: "table-header-is-text",
    assumption: "A header that is changed renames the column, and formulas follow.",
    source: references,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        await withTable(context, sheet);
        sheet.getRange("E1").formulas = [["=SUM(BangThu[Số lượng])"]];
        sheet.getRange("B3").values = [["Khối lượng"]];
        const cell = sheet.getRange("E1");
        cell.load("values,formulas");
        await context.sync();
        same([cell.values, cell.formulas], [[[6]], [["=SUM(BangThu[Khối lượng])"]]], "formula");
      }),
  },
  {
    id: "table-resize",
    assumption: "A table can be resized under its header; new rows take the column's formula.",
    source: "docs: Excel.Table.resize (ExcelApi 1.13)",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const table = await withTable(context, sheet);
        table.columns.getItem("Gấp đôi").getDataBodyRange().formulas = forAll("=[@[Số lượng]]*2");
        sheet.getRange("A7:B7").values = [["c", 5]];
        table.resize("A3:C7");
        const body = table.getDataBodyRange();
        body.load("values");
        await context.sync();
        same(body.values[3], ["c", 5, 10], "new row");
        table.resize("A4:C7");
        await refused(["InvalidArgument"], () => context.sync(), "header moved");
      }),
  },
  {
    id: "tables-do-not-overlap",
    assumption: "A table over another table is refused, and so is a name that is taken.",
    source: tables,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        await withTable(context, sheet);
        sheet.tables.add("B5:D8", true);
        await refused(
          ["InvalidOperation", "InvalidArgument", "GeneralException"],
          () => context.sync(),
          "overlap",
        );
        const other = sheet.tables.add("H3:I4", true);
        other.name = "bangthu";
        await refused(["ItemAlreadyExists", "InvalidArgument"], () => context.sync(), "name");
      }),
  },
  {
    id: "table-name-rules",
    assumption: "A table's name has no blanks and is not like a cell.",
    source: "docs: Excel.Table.name",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const table = await withTable(context, sheet);
        table.name = "Bảng thử";
        await refused(["InvalidArgument"], () => context.sync(), "blank");
        table.name = "A1";
        await refused(["InvalidArgument"], () => context.sync(), "cell");
      }),
  },
  {
    id: "table-in-workbook",
    assumption: "A table is found in the whole workbook by its name, whatever the case.",
    source: tables,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        await withTable(context, sheet);
        const found = context.workbook.tables.getItemOrNullObject("BANGTHU");
        found.load("name");
        const none = context.workbook.tables.getItemOrNullObject("KhongCo").getRange();
        none.load("values");
        await context.sync();
        same([found.name, none.isNullObject], ["BangThu", true], "found");
      }),
  },
  {
    id: "table-cannot-merge",
    assumption: "Cells of a table cannot be merged.",
    source: "docs: Overview of Excel tables",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        await withTable(context, sheet);
        sheet.getRange("A4:B4").merge();
        await refused(
          ["InvalidArgument", "InvalidOperation", "GeneralException"],
          () => context.sync(),
          "merge",
        );
      }),
  },
  {
    id: "table-sort",
    assumption: "Sorting a table moves whole rows of it.",
    source: "docs: Excel.TableSort.apply",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const table = await withTable(context, sheet);
        table.sort.apply([{ key: 1, ascending: false }]);
        const body = table.getDataBodyRange();
        body.load("values");
        await context.sync();
        same(
          body.values,
          [
            ["a", 3, ""],
            ["b", 2, ""],
            ["a", 1, ""],
          ],
          "rows",
        );
      }),
  },
  {
    id: "table-insert-row",
    assumption: "A row inserted within a table makes it longer, with the column's formula.",
    source: tables,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const table = await withTable(context, sheet);
        table.columns.getItem("Gấp đôi").getDataBodyRange().formulas = forAll("=[@[Số lượng]]*2");
        sheet.getRange("5:5").insert("Down");
        const range = table.getRange();
        range.load("address,values");
        await context.sync();
        same(range.address.split("!")[1], "A3:C7", "address");
        same(range.values[2], ["", "", 0], "new row");
      }),
  },
  {
    id: "table-over-header",
    assumption:
      "The first row added to a table that was made over a header alone stands right under it.",
    source: tables,
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        sheet.getRange("A3:B3").values = [["Mã", "Tên"]];
        const table = sheet.tables.add("A3:B3", true);
        table.rows.add(undefined, [["a", "b"]]);
        const range = table.getRange();
        range.load("address");
        await context.sync();
        same(range.address.split("!")[1], "A3:B4", "address");
      }),
  },
  {
    id: "table-to-range",
    assumption: "A table can be turned back into plain cells.",
    source: "docs: Excel.Table.convertToRange",
    run: (excel) =>
      onSheet(excel, async (context, sheet) => {
        const table = await withTable(context, sheet);
        table.convertToRange();
        const number = sheet.tables.getCount();
        const cell = sheet.getRange("A4");
        cell.load("values");
        await context.sync();
        same([number.value, cell.values], [0, [["a"]]], "plain");
      }),
  },
];
