import { strToU8, zipSync } from "fflate";
import { openPackage, UnreadableFile } from "../../src/package";

/** A package whose one sheet has 820,000 cells, in rows of 20. */
function withCells(value: (n: number) => number): Uint8Array {
  const rows = Array.from({ length: 41_000 }, (_, row) => {
    const cells = Array.from({ length: 20 }, (__, n) => `<c><v>${value(row * 20 + n)}</v></c>`);
    return `<row>${cells.join("")}</row>`;
  });
  const xml = `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`;
  return zipSync(
    {
      "[Content_Types].xml": strToU8("<Types/>"),
      "xl/workbook.xml": strToU8("<workbook/>"),
      "xl/worksheets/sheet1.xml": strToU8(xml),
    },
    { level: 1 },
  );
}

describe("what a file may cost", () => {
  it("is little where the file is small: 820,000 equal cells in a few kilobytes are refused", () => {
    const bytes = withCells(() => 1);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(() => openPackage(bytes)).toThrow(UnreadableFile);
    expect(() => openPackage(bytes)).toThrow("Tệp có hơn 800.000 ô");
  });

  it("grows with the file: as many cells of an honest book are unpacked", () => {
    // Differing numbers, as books have them, do not pack away.
    const bytes = withCells((n) => Math.imul(n + 1, 2_654_435_761) >>> 0);
    expect(bytes.length).toBeGreaterThan(4_000_000);
    expect(openPackage(bytes).has("xl/worksheets/sheet1.xml")).toBe(true);
  });
});
