import { strFromU8, unzipSync } from "fflate";
import { reportingPeriod } from "../../src/deadline";
import { openWorkbook } from "../../src/host";
import { office } from "../commands/office";
import { cellsAt, packed, sheetXml } from "./hostile-files";
import { faultsOf } from "./saved-workbook";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What becomes of a sheet with this XML before and after its cells, when its file is opened and saved. */
async function savedSheet(
  before: string,
  after: string,
  others: Readonly<Record<string, string>> = {},
): Promise<{
  xml: string;
  parts: Record<string, Uint8Array>;
  lost: readonly string[];
  faults: string[];
}> {
  const sheet = sheetXml(cellsAt("A1"), after).replace("<sheetData>", `${before}<sheetData>`);
  const standIn = await openWorkbook(packed(sheet, others));
  const { bytes, lost } = await standIn.save();
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  return { xml, parts, lost, faults: faultsOf(bytes) };
}

describe("a file that is opened and saved", () => {
  it.each([
    [
      "heights of all rows",
      '<sheetFormatPr defaultRowHeight="18" customHeight="1"/>',
      "",
      /<sheetFormatPr [^>]*defaultRowHeight="18"/,
    ],
    [
      "print set-up",
      "",
      '<pageSetup orientation="landscape" pageOrder="overThenDown" firstPageNumber="5" useFirstPageNumber="1"/>',
      /<pageSetup [^>]*pageOrder="overThenDown"/,
    ],
    [
      "size of headers",
      "",
      '<headerFooter scaleWithDoc="0"><oddHeader>&amp;P</oddHeader></headerFooter>',
      /<headerFooter [^>]*scaleWithDoc="0"/,
    ],
    [
      "the last three",
      "",
      '<conditionalFormatting sqref="A1:A9"><cfRule type="top10" priority="3" rank="3" bottom="1"/></conditionalFormatting>',
      /<cfRule [^>]*rank="3"[^>]*bottom="1"/,
    ],
    [
      "below average",
      "",
      '<conditionalFormatting sqref="A1:A9"><cfRule type="aboveAverage" priority="1" aboveAverage="0"/></conditionalFormatting>',
      /<cfRule [^>]*aboveAverage="0"/,
    ],
    [
      "frozen rows",
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      "",
      /<pane [^>]*ySplit="2"/,
    ],
  ])("keeps: %s", async (_, before, after, kept) => {
    const { xml, lost, faults } = await savedSheet(before, after);
    expect(xml).toMatch(kept);
    expect(lost).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("keeps hidden rows without cells, and names that are hidden", async () => {
    const sheet = sheetXml(
      `${cellsAt("A1")}<row r="7" hidden="1"/><row r="9" outlineLevel="2" collapsed="1"/>`,
    );
    const workbook = `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Trang" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="An" hidden="1">Trang!$A$1</definedName><definedName name="Hien">3.5</definedName></definedNames></workbook>`;
    const { bytes } = await (
      await openWorkbook(packed(sheet, { "xl/workbook.xml": workbook }))
    ).save();
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(xml).toMatch(/<row r="7" hidden="1"/);
    expect(xml).toMatch(/<row r="9" outlineLevel="2" collapsed="1"/);
    const names = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
    expect(names).toMatch(/<definedName name="An" hidden="1">/);
    expect(names).toMatch(/<definedName name="Hien">3.5/);
    expect(faultsOf(bytes)).toEqual([]);
  });

  it.each([
    [
      '<conditionalFormatting sqref="A1"><cfRule type="timePeriod" priority="1" timePeriod="today"><formula>A1=1</formula></cfRule></conditionalFormatting>',
      "định dạng có điều kiện theo ô lỗi",
    ],
    [
      '<dataValidations count="1"><dataValidation sqref="A1" prompt="Ghi số" showInputMessage="1"/></dataValidations>',
      "lời nhắc khi nhập",
    ],
    [
      '<autoFilter ref="A1:B9"><filterColumn colId="0"><top10 val="3"/></filterColumn></autoFilter>',
      "bộ lọc",
    ],
    ['<controls><control shapeId="1"/></controls>', "nút và hộp điều khiển"],
  ])("says by name what it cannot keep: %s", async (after, named) => {
    const { lost, faults } = await savedSheet("", after);
    expect(lost).toEqual([expect.stringContaining(named)]);
    expect(lost[0]).toContain("Trang “Trang”");
    expect(faults).toEqual([]);
  });

  it("opens a file with a sheet that is a chart, and says that the chart goes", async () => {
    const standIn = await openWorkbook(
      packed(undefined, {
        "xl/workbook.xml": `<workbook ${main} xmlns:r="${relations}"><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Biểu đồ" sheetId="1" r:id="rId9"/><sheet name="Trang" sheetId="2" r:id="rId1"/></sheets><definedNames><definedName name="Ten" localSheetId="1">Trang!$A$1</definedName></definedNames></workbook>`,
        "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="${relations}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
        "xl/chartsheets/sheet1.xml": `<chartsheet ${main}/>`,
      }),
    );
    expect(standIn.view.show().sheet.name).toBe("Trang");
    const { bytes, lost } = await standIn.save();
    expect(lost).toEqual([expect.stringContaining("“Biểu đồ”")]);
    expect(faultsOf(bytes)).toEqual([]);
    const names = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array());
    expect(names).toMatch(/<definedName name="Ten" localSheetId="0">/);
  });

  it("leaves out parts that nothing names any more, which Excel would call damage", async () => {
    const { parts, faults } = await savedSheet("", "", {
      "xl/printerSettings/printerSettings1.bin": "x",
    });
    expect(Object.keys(parts)).not.toContain("xl/printerSettings/printerSettings1.bin");
    expect(faults).toEqual([]);
  });
});

describe("a workbook with everything that the add-in writes", () => {
  it("has nothing that Excel would repair, also after it was opened and saved again", async () => {
    const desk = await office("2024-12-31");
    const period = reportingPeriod("year", 2024);
    await desk.commands.report({ period, asOf: period.to, reader: "authority" });
    const { bytes, lost } = await desk.standIn.save();
    expect(faultsOf(bytes)).toEqual([]);
    expect(lost).toEqual([]);
    const again = await (await openWorkbook(bytes)).save();
    expect(faultsOf(again.bytes)).toEqual([]);
    expect(again.lost).toEqual([]);
  });
});
