import { strToU8, zipSync } from "fflate";
import { openPackage, UnreadableFile } from "../../src/package";

/** A package whose one sheet has 820,000 cells, beside a picture of so many bytes. */
function withCells(picture: number): Uint8Array {
  const rows = `<row>${"<c/>".repeat(20)}</row>`.repeat(41_000);
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8("<workbook/>"),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    "xl/media/image1.png": [new Uint8Array(picture), { level: 0 }],
  });
}

describe("what a file may cost", () => {
  it("is little where the file is small", () => {
    const bytes = withCells(1_000);
    expect(() => openPackage(bytes)).toThrow(UnreadableFile);
    expect(() => openPackage(bytes)).toThrow("Tệp có hơn 800.000 ô");
  });

  it("grows with the file's own size", () => {
    const parts = openPackage(withCells(4_000_000));
    expect(parts.has("xl/worksheets/sheet1.xml")).toBe(true);
  });
});
