import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { read as readIndependently } from "@e965/xlsx";
import { readWorkbookFile, UnreadableFile, writeWorkbookFile } from "../../src/file";
import { makeForms } from "../../src/collect";
import type { FileSheetPlan } from "../../src/sheet";
import { PERIOD, samplePlan } from "../collect/plan";
import { faultsOf } from "../host/saved-workbook";

const plan: FileSheetPlan = {
  name: "Phiếu báo cáo",
  blocks: [
    { row: 0, column: 0, cells: [["Đơn vị", null, "Ngày"]] },
    {
      row: 2,
      column: 0,
      cells: [
        ["Văn phòng Ban", 4, 45457],
        [true, { formula: "=B3*2", expected: 8 }, "=không phải công thức"],
      ],
    },
  ],
  styles: [
    {
      area: { row: 0, column: 0, rows: 1, columns: 3 },
      style: { bold: true, fill: "#DDEBF7", borders: "all" },
    },
    {
      area: { row: 2, column: 2, rows: 1, columns: 1 },
      style: { numberFormat: "dd/mm/yyyy", locked: false },
    },
  ],
  merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
  columnWidths: [105, null, 84],
  rowHeights: { 0: 30 },
  validations: [
    {
      area: { row: 2, column: 1, rows: 1, columns: 1 },
      rule: { kind: "number", minimum: 0 },
      style: "stop",
      title: "Số",
      message: "Chỉ ghi số.",
    },
  ],
  frozenRows: 1,
  protect: true,
  print: {
    orientation: "landscape",
    area: { row: 0, column: 0, rows: 4, columns: 3 },
    titleRows: [0, 0],
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    pageNumbers: true,
  },
};

describe("a workbook file", () => {
  it("comes back with its values, formats and merges", async () => {
    const [sheet] = await readWorkbookFile(await writeWorkbookFile([plan]));
    expect(sheet?.sheet).toBe("Phiếu báo cáo");
    expect(sheet?.values[2]).toEqual(["Văn phòng Ban", 4, 45457]);
    expect(sheet?.values[3]).toEqual([true, 8, "=không phải công thức"]);
    expect(sheet?.text[2]?.[2]).toBe("14/06/2024");
    expect(sheet?.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
  });

  it("holds the same for an independent reader", async () => {
    const book = readIndependently(await writeWorkbookFile([plan]), {
      cellFormula: true,
      cellNF: true,
      cellStyles: true,
    });
    const sheet = book.Sheets["Phiếu báo cáo"];
    expect(sheet?.["A3"]).toMatchObject({ v: "Văn phòng Ban", t: "s" });
    expect(sheet?.["C3"]).toMatchObject({ z: "dd/mm/yyyy" });
    expect(sheet?.["B4"]).toMatchObject({ v: 8, f: "B3*2" });
    expect(sheet?.["C4"]).toMatchObject({ v: "=không phải công thức", t: "s" });
  });

  it("is protected but for its open cells", async () => {
    const parts = unzipSync(await writeWorkbookFile([plan]));
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(xml).toMatch(/<sheetProtection [^>]*sheet="1"/);
    expect(strFromU8(parts["xl/styles.xml"] ?? new Uint8Array())).toMatch(/<protection locked="0"/);
  });

  it("holds every form of a plan", async () => {
    const forms = makeForms(samplePlan(), { period: PERIOD, sendBy: null });
    for (const form of forms) {
      const [sheet] = await readWorkbookFile(await writeWorkbookFile([form.sheet]));
      expect(sheet?.values.flat()).toContain("Dấu kiểm");
    }
  });
});

describe("a file that is none", () => {
  const whole = writeWorkbookFile([plan]);
  it.each([
    ["empty", () => new Uint8Array(), /trống/],
    ["a text", () => strToU8("Kính gửi Văn phòng Ban"), /không phải là tệp Excel/],
    ["old or locked", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /mật khẩu/],
    [
      "without a workbook",
      () => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/a.xml": strToU8("<a/>") }),
      /hỏng/,
    ],
  ])("is refused with a sentence: %s", async (_, bytes, message) => {
    await expect(readWorkbookFile(bytes())).rejects.toThrow(UnreadableFile);
    await expect(readWorkbookFile(bytes())).rejects.toThrow(message);
  });

  it("is refused where it was cut off", async () => {
    const bytes = await whole;
    await expect(readWorkbookFile(bytes.slice(0, bytes.length / 2))).rejects.toThrow(
      UnreadableFile,
    );
  });
});

describe("a form", () => {
  it("has nothing that Excel would repair", async () => {
    const forms = makeForms(samplePlan(), { period: PERIOD, sendBy: null });
    for (const form of forms) expect(faultsOf(await writeWorkbookFile([form.sheet]))).toEqual([]);
  });
});
