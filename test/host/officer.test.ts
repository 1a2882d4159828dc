import fc from "fast-check";
import { OfficerRefused } from "../../src/host";
import { excelOn, fill, valuesAt } from "./with-excel";

const table = [
  ["Mã", "Việc", "Gấp đôi"],
  ["a", 1, ""],
  ["b", 2, ""],
  ["c", 3, ""],
];

async function withTable() {
  const standIn = await excelOn();
  await fill(table);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const made = sheet.tables.add("A1:C4", true);
    made.name = "Bang";
    made.columns.getItem("Gấp đôi").getDataBodyRange().formulas =
      "=[@Việc]*2" as unknown as string[][];
    context.workbook.names.add("Cuoi", sheet.getRange("B4"));
    await context.sync();
  });
  return standIn;
}

function bang(): Promise<{ address: string; values: unknown[][] }> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Bang").getRange();
    range.load("address,values");
    await context.sync();
    return { address: range.address, values: range.values as unknown[][] };
  });
}

describe("what a person does by hand", () => {
  it.each([
    ["14/6/2024", 45_457, "14/06/2024"],
    ["31/6/2024", "31/6/2024", "31/6/2024"],
    ["1,5", 1.5, "1.5"],
    ["1.234", 1234, "1234"],
    ["1.10", "1.10", "1.10"],
    ["50%", 0.5, "50%"],
    ["Quý I", "Quý I", "Quý I"],
    ["=1+1", 2, "2"],
    ["'=1+1", "=1+1", "=1+1"],
  ])("types %s as Excel with Vietnamese settings reads it", async (typed, value, text) => {
    const standIn = await excelOn();
    standIn.officer.setColumnWidth("Sheet1", 0, 20);
    standIn.officer.type("Sheet1", "A1", typed);
    expect(await valuesAt("A1")).toEqual([[value]]);
    expect(standIn.view.cells("Sheet1", 0, 0)[0]?.text).toBe(text);
  });

  it("grows a table by typing under it, with the column's formula", async () => {
    const standIn = await withTable();
    standIn.officer.type("Sheet1", "B5", "9");
    expect(await bang()).toMatchObject({ address: "Sheet1!A1:C5" });
    expect((await bang()).values[4]).toEqual(["", 9, 18]);
  });

  it("does not grow a table on a protected sheet", async () => {
    const standIn = await withTable();
    standIn.officer.protect("Sheet1");
    expect(() => standIn.officer.type("Sheet1", "B5", "9")).toThrow(OfficerRefused);
    expect(await bang()).toMatchObject({ address: "Sheet1!A1:C4" });
  });

  it("keeps header and one row of a table when rows are deleted", async () => {
    const standIn = await withTable();
    expect(() => standIn.officer.deleteRows("Sheet1", 0)).toThrow(OfficerRefused);
    standIn.officer.deleteRows("Sheet1", 1, 3);
    const { address, values } = await bang();
    expect(address).toBe("Sheet1!A1:C2");
    expect(values[1]).toEqual(["", "", 0]);
  });

  it("refuses what a validation rule forbids and keeps the old value", async () => {
    const standIn = await excelOn();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3");
      range.values = [["Có"], [""], [""]];
      range.dataValidation.rule = { list: { inCellDropDown: true, source: "Có,Không" } };
      range.dataValidation.errorAlert = {
        showAlert: true,
        style: "Stop",
        title: "Sai",
        message: "Chỉ chọn Có hoặc Không.",
      };
      await context.sync();
    });
    expect(() => standIn.officer.type("Sheet1", "A1", "Có lẽ")).toThrow("Chỉ chọn Có hoặc Không.");
    expect(await valuesAt("A1")).toEqual([["Có"]]);
    standIn.officer.type("Sheet1", "A2", "Không");
    expect(await valuesAt("A2")).toEqual([["Không"]]);
  });

  it("loses no row over any inserts, deletes and sorts, and the name follows its cell", async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant("insert" as const), row: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant("above" as const), row: fc.constant(0) }),
      fc.record({ kind: fc.constant("column" as const), row: fc.constant(0) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
        const standIn = await withTable();
        for (const { kind, row } of acts) {
          if (kind === "insert") standIn.officer.insertRows("Sheet1", row);
          else if (kind === "above") standIn.officer.insertRows("Sheet1", 0);
          else standIn.officer.insertColumns("Sheet1", 0);
        }
        const { values } = await bang();
        const rows = values.filter(([code]) => code !== "");
        expect(rows).toEqual([
          ["Mã", "Việc", "Gấp đôi"],
          ["a", 1, 2],
          ["b", 2, 4],
          ["c", 3, 6],
        ]);
        const named = await Excel.run(async (context) => {
          const range = context.workbook.names.getItem("Cuoi").getRange();
          range.load("values");
          await context.sync();
          return range.values as unknown[][];
        });
        expect(named).toEqual([[3]]);
        standIn.officer.sort("Sheet1", "Bang", 1, false);
        const sorted = (await bang()).values.slice(1).filter(([code]) => code !== "");
        expect(sorted.map(([code, work, twice]) => [code, work, twice])).toEqual([
          ["c", 3, 6],
          ["b", 2, 4],
          ["a", 1, 2],
        ]);
      }),
      { numRuns: 8 },
    );
  });
});
