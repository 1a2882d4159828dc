import { openWorkbook } from "../../src/host";
import { startExcel } from "../../src/host/node";
import { readWorkbook } from "../../src/excel";

const NOTHING = { tables: [], names: [], settings: [] };

async function filled(fill: (sheet: Excel.Worksheet) => void) {
  const standIn = await openWorkbook(null);
  await startExcel(standIn);
  await Excel.run(async (context) => {
    fill(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
  standIn.counters.reset();
  return standIn;
}

describe("readWorkbook", () => {
  it("keeps the values and fetches the merges in one more request where there are too many", async () => {
    const rows = 700;
    const standIn = await filled((sheet) => {
      sheet.getRange(`A1:A${rows}`).values = Array.from({ length: rows }, (_, row) => [`d${row}`]);
      for (let row = 1; row <= rows; row += 1) sheet.getRange(`A${row}:B${row}`).merge();
      sheet.getRange(`C${rows}`).values = [["cuối"]];
    });
    const { grid } = await readWorkbook(NOTHING);
    expect(standIn.counters.requests).toBe(2);
    expect(grid?.values).toHaveLength(rows);
    expect(grid?.merges).toHaveLength(rows);
    expect(grid?.merges[699]).toEqual({ row: 699, column: 0, rows: 1, columns: 2 });
  });

  it("reads in blocks, with progress, what does not fit into one answer", async () => {
    const standIn = await filled((sheet) => {
      sheet.getRange("A1:AD4000").values =
        "Tuyên truyền cải cách hành chính" as unknown as string[][];
    });
    const steps: number[] = [];
    const { grid } = await readWorkbook(NOTHING, { onProgress: ({ done }) => steps.push(done) });
    expect(grid?.values).toHaveLength(4000);
    expect(grid?.text[3999]?.[29]).toBe("Tuyên truyền cải cách hành chính");
    expect(standIn.counters.requests).toBeGreaterThan(2);
    expect(steps.at(-1)).toBe(1);
  });

  it("gives up on an Excel that never answers, and says so", async () => {
    const standIn = await filled(() => undefined);
    standIn.faults.plan({ request: { number: 1, never: "before" } });
    await expect(readWorkbook(NOTHING, { timeout: 30 })).rejects.toMatchObject({
      kind: "not-answering",
    });
  });
});
