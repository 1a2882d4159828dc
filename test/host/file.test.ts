import { readFileSync } from "node:fs";
import fc from "fast-check";
import { openWorkbook, UnreadableFile } from "../../src/host";
import { cellsAt, hostileFiles, packed, sheetXml } from "./hostile-files";
import { excelOn, fill, valuesAt } from "./with-excel";

const sample = readFileSync("assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx");

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await openWorkbook(bytes);
    return "";
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message;
    throw error;
  }
}

describe("files that were made to harm", () => {
  const light = hostileFiles.filter(({ heavy }) => !heavy);
  it.each(light.map((file) => [file.name, file] as const))("%s", async (_, file) => {
    const bytes = file.bytes();
    if (file.refusal) expect(await refusal(bytes)).toMatch(file.refusal);
    else {
      const standIn = await openWorkbook(bytes);
      standIn.view.cells(standIn.view.show().sheet.name, 0, 40);
      expect((await standIn.save()).bytes.length).toBeGreaterThan(0);
    }
  });

  it("refuses random damage to a good file with a sentence, or opens it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (damage) => {
          const bytes = Uint8Array.from(sample);
          for (const [at, value] of damage) bytes[at] = value;
          const message = await refusal(bytes);
          expect(message === "" || message.startsWith("Tệp")).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("files that only look large", () => {
  it("are not taken for such by what stands in a text", async () => {
    const text = '<row r="1"><c r="A1" t="inlineStr"><is><t>ô r="XFD1048576"</t></is></c></row>';
    expect(await refusal(packed(sheetXml(text)))).toBe("");
  });

  it("are not taken for such by one stray cell far down or far right", async () => {
    expect(await refusal(packed(sheetXml(cellsAt("A1", "C1048576"))))).toBe("");
    expect(await refusal(packed(sheetXml(cellsAt("A1", "XFD200"))))).toBe("");
  });
});

describe("strange but readable files", () => {
  it("leaves out merged areas that lie outside of any sheet", async () => {
    const merges =
      '<mergeCells><mergeCell ref="ZZZZ1:A99999999"/><mergeCell ref="A1:B1"/></mergeCells>';
    const standIn = await openWorkbook(packed(sheetXml(cellsAt("A1"), merges)));
    const again = await openWorkbook((await standIn.save()).bytes);
    expect(again.view.show().sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
  });

  it("gives shared formulas to every cell that has them", async () => {
    const bytes = packed(
      sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>',
      ),
    );
    const standIn = await excelOn(bytes);
    expect(standIn.view.content("Trang", 2, 1)).toBe("=A3*2");
    standIn.officer.type("Trang", "A3", "10");
    expect(await valuesAt("B1:B3", "Trang")).toEqual([[2], [4], [20]]);
  });
});

describe("saving", () => {
  it("keeps every cell, merge and height of an appendix that was not touched", async () => {
    const first = await openWorkbook(sample);
    const second = await openWorkbook((await first.save()).bytes);
    const name = first.view.show().sheet.name;
    expect(second.view.cells(name, 0, 100)).toEqual(first.view.cells(name, 0, 100));
    expect(second.view.show().sheet).toEqual(first.view.show().sheet);
  });

  it("keeps tables with their column formulas, names, settings and errors", async () => {
    const standIn = await excelOn();
    await fill([
      ["Mã", "Số"],
      ["a", 1],
      ["b", 2],
    ]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Bang";
      const column = table.columns.add(undefined, undefined, "Lỗi");
      column.getDataBodyRange().formulas = "=1/([@Số]-1)" as unknown as string[][];
      sheet.names.add("TenO", sheet.getRange("A2"));
      context.workbook.settings.add("khoa", { chữ: 'có "dấu" & <thẻ>' });
      await context.sync();
    });
    const again = await excelOn((await standIn.save()).bytes);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Bang");
      table.resize("A1:C4");
      const body = table.getDataBodyRange();
      body.load("values,formulas");
      const setting = context.workbook.settings.getItemOrNullObject("khoa");
      setting.load("value");
      const name = context.workbook.worksheets.getItem("Sheet1").names.getItem("TenO").getRange();
      name.load("values");
      await context.sync();
      expect(body.values).toEqual([
        ["a", 1, "#DIV/0!"],
        ["b", 2, 1],
        ["", "", -1],
      ]);
      expect(body.formulas[2]?.[2]).toBe("=1/([@Số]-1)");
      expect(setting.value).toEqual({ chữ: 'có "dấu" & <thẻ>' });
      expect(name.values).toEqual([["a"]]);
    });
    expect(again.view.show().changed).toBe(true);
  });
});
