import fc from "fast-check";
import { chooseSheet, readAppendix, type ColumnRole } from "../../src/appendix";
import type { Area, SheetGrid } from "../../src/sheet";
import { sheetOf, type TestCell } from "./support/grid";

const WORDS = [
  "TT",
  "STT",
  "Nhiệm vụ",
  "Nội dung",
  "Chủ trì",
  "Phối hợp",
  "Thời hạn",
  "Sản phẩm",
  "Ghi chú",
  "Tiến độ",
  "I",
  "A",
  "1",
  "1.1",
  "a)",
  "đ)",
  "-",
  "(1)",
  "Quý I",
  "Thường xuyên",
  "Văn phòng",
  "Tổng cộng",
  "Nơi nhận:",
  "KT. TRƯỞNG BAN",
  "Ghi chú: x",
  "#REF!",
  "§¬n vÞ",
  "Ñôn vò",
  "\u00a0",
  "\u200b",
  "e\u0323\u0302",
  "=1+1",
  "𝒳",
  "",
];

const cell: fc.Arbitrary<TestCell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.double() },
  {
    weight: 1,
    arbitrary: fc.record({
      value: fc.oneof(fc.integer({ min: -5, max: 3_000_000 }), fc.double()),
      format: fc.constantFrom(
        "dd/mm/yyyy",
        "General",
        "d-mmm",
        '"Tháng "m/yyyy',
        "[$-42A]dd",
        "h:mm",
      ),
      text: fc.constantFrom("####", "01/02/2024", "1-Jan", ""),
    }),
  },
);

const area: fc.Arbitrary<Area> = fc.record({
  row: fc.integer({ min: -3, max: 30 }),
  column: fc.integer({ min: -3, max: 12 }),
  rows: fc.constantFrom(1, 2, 3, 40, 1_048_576),
  columns: fc.constantFrom(1, 2, 9, 16_384),
});

const grid: fc.Arbitrary<SheetGrid> = fc
  .record({
    rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 25 }),
    headed: fc.boolean(),
    merges: fc.array(area, { maxLength: 12 }),
    at: fc.constantFrom("A1", "D9"),
  })
  .map(({ rows, headed, merges, at }) => ({
    ...sheetOf(headed ? [["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], ...rows] : rows, { at }),
    merges,
  }));

describe("no sheet breaks the reader", () => {
  it("accounts for every row under the header exactly once, whatever stands on the sheet", () => {
    fc.assert(
      fc.property(grid, (sheet) => {
        const appendix = readAppendix(sheet);
        if (appendix.table === null) {
          expect([appendix.rows, appendix.tasks, appendix.columns]).toEqual([[], [], []]);
          return;
        }
        // From the row under the topmost header on, none left out and none twice.
        const rows = appendix.rows.map((row) => row.row);
        const start = rows[0] ?? sheet.row + sheet.values.length + 1;
        const own = appendix.headerRows.filter((row) => row >= appendix.table!.row + 1);
        expect(start).toBeLessThanOrEqual(Math.max(...own) + 1);
        expect(rows).toEqual(Array.from(rows, (_, index) => start + index));
        expect(start + rows.length - 1).toBe(sheet.row + sheet.values.length);
        const taskRows = appendix.rows.filter((row) => row.kind === "task").map((row) => row.row);
        expect(appendix.tasks.map((task) => task.row)).toEqual(taskRows);
      }),
      { numRuns: 1500, seed: 20240614 },
    );
  });

  it("gives the officer's mapping the last word, whatever it says", () => {
    fc.assert(
      fc.property(
        grid,
        fc.integer({ min: -2, max: 30 }),
        fc.constantFrom<ColumnRole>("task", "lead", "deadline", "other"),
        (sheet, headerRow, role) => {
          const mapping = {
            headerRows: [headerRow, headerRow + 1],
            roles: { [sheet.column + 1]: role },
          };
          const appendix = readAppendix(sheet, { mapping });
          const column = appendix.columns.find((one) => one.column === sheet.column + 1);
          if (column) expect([column.role, column.confidence]).toEqual([role, 1]);
        },
      ),
      { numRuns: 500, seed: 20240614 },
    );
  });

  it("says what is missing", () => {
    expect(readAppendix(sheetOf([])).problem).toBe("empty-sheet");
    expect(readAppendix(sheetOf([["Xin chào"]])).problem).toBe("no-table");
    expect(
      readAppendix(
        sheetOf([
          ["Họ tên", "Lương"],
          ["An", 5],
        ]),
      ).problem,
    ).toBe("no-table");
    expect(
      readAppendix(
        sheetOf([["Mã", "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]], { name: "Theo dõi" }),
      ).problem,
    ).toBe("own-sheet");
  });

  it("stays linear: a merge over the whole sheet and 10,000 overlapping ones do no harm", () => {
    const rows: TestCell[][] = [["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]];
    for (let index = 0; index < 3000; index++)
      rows.push([index + 1, `Việc ${index}`, "Văn phòng", "Quý I"]);
    const sheet = sheetOf(rows);
    const whole = { row: 1, column: 0, rows: 1_048_576, columns: 16_384 };
    const started = performance.now();
    readAppendix({ ...sheet, merges: Array.from({ length: 10_000 }, () => whole) });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("chooseSheet", () => {
  const plan = sheetOf(
    [
      ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
      [1, "Ban hành quy chế", "Văn phòng", "Quý I"],
      [2, "Tập huấn", "Văn phòng", "Quý II"],
    ],
    { name: "Sheet2" },
  );
  const cover = sheetOf([["KẾ HOẠCH NĂM 2024"]], { name: "Bìa" });
  const phones = sheetOf(
    [
      ["STT", "Đơn vị", "Số điện thoại"],
      [1, "Văn phòng", "0221"],
    ],
    { name: "Danh bạ" },
  );

  it("finds the plan among other sheets", () => {
    expect(chooseSheet([cover, phones, plan])).toBe(2);
    expect(chooseSheet([plan, cover])).toBe(0);
  });

  it("finds nothing where there is nothing", () => {
    expect(chooseSheet([cover, phones])).toBe(-1);
    expect(chooseSheet([])).toBe(-1);
  });
});
