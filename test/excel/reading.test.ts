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

  it("takes fewer rows at a time where the cells are full of text", async () => {
    const long = "Tuyên truyền cải cách hành chính ".repeat(20);
    const standIn = await filled((sheet) => {
      sheet.getRange("A1:B5000").values = long as unknown as string[][];
    });
    const { grid } = await readWorkbook(NOTHING);
    expect(grid?.values).toHaveLength(5000);
    expect(grid?.text[4999]).toEqual([long, long]);
    expect(standIn.counters.requests).toBeGreaterThan(3);
  });

  it("reads in blocks the tables and sheets that do not fit into one answer", async () => {
    const headers = Array.from({ length: 30 }, (_, column) => `Cột ${column}`);
    const text = "Tuyên truyền cải cách hành chính";
    await filled((sheet) => {
      const used = sheet.getRange("B3:AE6002");
      used.values = text as unknown as string[][];
      sheet.getRange("B3:AE3").values = [headers];
      sheet.getRange("B6002").values = [["cuối"]];
      sheet.tables.add(used, true).name = "NhiemVu";
    });
    const state = await readWorkbook({
      ...NOTHING,
      tables: ["NhiemVu", "Thieu"],
      targets: ["Sheet1"],
      targetsWithValues: ["Sheet1"],
    });
    const { rows, sheet, area, headers: read } = state.tables["NhiemVu"] ?? {};
    expect({ sheet, area }).toEqual({
      sheet: "Sheet1",
      area: { row: 2, column: 1, rows: 6000, columns: 30 },
    });
    expect(read).toEqual(headers);
    expect(rows).toHaveLength(5999);
    expect(rows?.[5998]?.slice(0, 2)).toEqual(["cuối", text]);
    expect(Object.keys(state.tables)).toEqual(["NhiemVu"]);
    expect(state.targets["Sheet1"]?.values[5999]?.slice(0, 2)).toEqual(["cuối", text]);
  });

  it("stops between two blocks when the officer cancels", async () => {
    await filled((sheet) => {
      sheet.getRange("A1:AD4000").values =
        "Tuyên truyền cải cách hành chính" as unknown as string[][];
    });
    const cancel = new AbortController();
    const onProgress = ({ done }: { readonly done: number }) => {
      if (done > 0) cancel.abort();
    };
    await expect(
      readWorkbook(NOTHING, { onProgress, signal: cancel.signal }),
    ).rejects.toMatchObject({ kind: "cancelled" });
  });

  it("gives up on an Excel that never answers, and says so", async () => {
    const standIn = await filled(() => undefined);
    standIn.faults.plan({ request: { number: 1, never: "before" } });
    await expect(readWorkbook(NOTHING, { timeout: 30 })).rejects.toMatchObject({
      kind: "not-answering",
    });
  });
});
