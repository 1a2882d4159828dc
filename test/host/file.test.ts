import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { openWorkbook, UnreadableFile } from "../../src/host";
import { excelOn, fill, valuesAt } from "./with-excel";

const sample = readFileSync("assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx");

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const relationships = (id: string, type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function packed(sheet: string, name = "Trang", extra: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(types),
    "_rels/.rels": strToU8(relationships("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      relationships("rId1", "worksheet", "worksheets/sheet1.xml"),
    ),
    "xl/worksheets/sheet1.xml": strToU8(sheet),
    ...extra,
  });
}

const sheetXml = (data: string, after = ""): string =>
  `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`;

/** Rows with one cell each. */
const cellsAt = (addresses: readonly string[]): string =>
  addresses
    .map((at) => `<row r="${at.replace(/\D/g, "")}"><c r="${at}"><v>1</v></c></row>`)
    .join("");

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await openWorkbook(bytes);
    return "";
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message;
    throw error;
  }
}

describe("files that are no workbooks", () => {
  it.each([
    ["empty", new Uint8Array()],
    ["text", strToU8("xin chào")],
    ["cut off", sample.subarray(0, 9_000)],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") })],
    ["encrypted or old", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ["broken XML", packed("<worksheet><sheetData><row")],
    ["a bomb", packed(sheetXml("<!--" + " ".repeat(60_000_000) + "-->"))],
    [
      "many small bombs",
      packed(
        sheetXml(""),
        "Trang",
        Object.fromEntries(
          Array.from({ length: 8 }, (_, n) => [`xl/media/${n}.bin`, new Uint8Array(5_000_000)]),
        ),
      ),
    ],
    ["cells in opposite corners", packed(sheetXml(cellsAt(["A1", "XFD1048576"])))],
    ["a cell outside of the grid", packed(sheetXml(cellsAt(["ZZZZZ99999999"])))],
    [
      "the last column in many rows",
      packed(sheetXml(cellsAt(Array.from({ length: 3000 }, (_, row) => `XFD${row + 1}`)))),
    ],
    ["a way out", zipSync({ "../x.xml": strToU8("x"), "[Content_Types].xml": strToU8(types) })],
  ])("are refused or survived with a sentence: %s", async (_, bytes) => {
    const start = Date.now();
    const message = await refusal(bytes);
    expect(message === "" || /^Tệp .+\.$/.test(message)).toBe(true);
    expect(Date.now() - start).toBeLessThan(6000);
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

describe("files that would take too much memory", () => {
  it("are refused before their cells are made, with what to do", async () => {
    const far = await refusal(packed(sheetXml(cellsAt(["A1", "XFD1048576"]))));
    expect(far).toContain("xóa các hàng, cột thừa");
    const cells = Array.from({ length: 1_000_001 }, (_, n) => `<c r="A${n + 1}"/>`).join("");
    expect(await refusal(packed(sheetXml(`<row r="1">${cells}</row>`)))).toContain("1.000.000 ô");
    const part = new Uint8Array(5_000_000);
    const parts = Object.fromEntries([..."abcdefgh"].map((name) => [`xl/media/${name}`, part]));
    expect(await refusal(packed(sheetXml(""), "Trang", parts))).toContain(
      "quá lớn sau khi giải nén",
    );
  });

  it("are not taken for such by what stands in a text", async () => {
    const text = '<row r="1"><c r="A1" t="inlineStr"><is><t>ô r="XFD1048576"</t></is></c></row>';
    expect(await refusal(packed(sheetXml(text)))).toBe("");
  });

  it("are not taken for such by one stray cell far down or far right", async () => {
    expect(await refusal(packed(sheetXml(cellsAt(["A1", "C1048576"]))))).toBe("");
    expect(await refusal(packed(sheetXml(cellsAt(["A1", "XFD200"]))))).toBe("");
  });
});

describe("strange but readable files", () => {
  it("survives huge merges, rules and ranges", async () => {
    const bytes = packed(
      sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      ),
    );
    const start = Date.now();
    const standIn = await openWorkbook(bytes);
    standIn.view.cells("Trang", 0, 40);
    await standIn.save();
    expect(Date.now() - start).toBeLessThan(4000);
  });

  it("leaves out merged areas that lie outside of any sheet", async () => {
    const merges =
      '<mergeCells><mergeCell ref="ZZZZ1:A99999999"/><mergeCell ref="A1:B1"/></mergeCells>';
    const standIn = await openWorkbook(packed(sheetXml(cellsAt(["A1"]), merges)));
    const again = await openWorkbook((await standIn.save()).bytes);
    expect(again.view.show().sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
  });

  it("takes __proto__ and constructor as names like any other", async () => {
    const standIn = await openWorkbook(
      packed(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'), "__proto__"),
    );
    expect(standIn.view.show().sheet.name).toBe("__proto__");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
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
