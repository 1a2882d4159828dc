import fc from "fast-check";
import { moveFrom } from "../../src/preview/move";
import { frozenRowsIn, rowAt, rowTops, rowWindow } from "../../src/preview/window-rows";

it("finds the row at any distance, hidden rows among them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 0, max: 6000 }),
      (heights, distance) => {
        const tops = rowTops(heights);
        const row = rowAt(tops, distance);
        expect(tops[row]).toBeLessThanOrEqual(distance);
        if (row < heights.length - 1) expect(tops[row + 1]).toBeGreaterThan(distance);
      },
    ),
  );
});

it("draws all rows in view and keeps the height of those that are not drawn", () => {
  const heights = Array.from({ length: 3000 }, (_, row) => 20 + (row % 3) * 10);
  const tops = rowTops(heights);
  const shown = rowWindow({ rows: 3000, merges: [] }, tops, 30_000, 600);
  expect(shown.last - shown.first).toBeLessThan(80);
  const drawn = (tops[shown.last + 1] ?? 0) - (tops[shown.first] ?? 0);
  expect(shown.above + drawn + shown.below).toBe(tops[3000]);
  expect(shown.above).toBeLessThanOrEqual(30_000);
});

it("begins the window where a merged area begins", () => {
  const tops = rowTops(Array.from({ length: 500 }, () => 20));
  const merges = [{ row: 50, column: 0, rows: 100, columns: 1 }];
  expect(rowWindow({ rows: 500, merges }, tops, 2400, 200).first).toBe(50);
});

const sheet = {
  rows: 10,
  columns: 5,
  rowHeights: [20, 20, 0, 20, 20, 20, 20, 20, 20, 20],
  columnWidths: [60, 60, 60, 60, 60],
  merges: [{ row: 4, column: 0, rows: 2, columns: 2 }],
  selection: { row: 1, column: 1, rows: 1, columns: 1 },
};
const how = { shift: false, control: false, editing: false, pageRows: 5 };

it.each([
  ["ArrowDown", { row: 1, column: 1 }, { row: 3, column: 1 }],
  ["ArrowDown", { row: 3, column: 1 }, { row: 4, column: 0 }],
  ["ArrowDown", { row: 4, column: 0 }, { row: 6, column: 0 }],
  ["ArrowRight", { row: 4, column: 0 }, { row: 4, column: 2 }],
  ["ArrowLeft", { row: 1, column: 0 }, { row: 1, column: 0 }],
  ["Home", { row: 1, column: 3 }, { row: 1, column: 0 }],
  ["PageDown", { row: 7, column: 0 }, { row: 9, column: 0 }],
])("%s from %o leads to %o", (key, from, to) => {
  const selection = { ...from, rows: 1, columns: 1 };
  expect(moveFrom({ ...sheet, selection }, key, how)).toEqual(to);
});

it("leaves the grid with Tab, except while a cell is being edited", () => {
  expect(moveFrom(sheet, "Tab", how)).toBeNull();
  expect(moveFrom(sheet, "Tab", { ...how, editing: true })).toEqual({ row: 1, column: 2 });
  expect(moveFrom(sheet, "ArrowDown", { ...how, editing: true })).toBeNull();
});

it("keeps frozen rows out of the part that scrolls, and lets them scroll where they would fill the frame", () => {
  const tops = rowTops(Array.from({ length: 500 }, () => 20));
  const frozenSheet = { rows: 500, merges: [], frozenRows: 8 };
  expect(frozenRowsIn(frozenSheet, tops, 600)).toBe(8);
  expect(frozenRowsIn(frozenSheet, tops, 200)).toBe(0);
  const top = rowWindow(frozenSheet, tops, 0, 600, 8);
  expect([top.first, top.above]).toEqual([8, 0]);
  const below = rowWindow(frozenSheet, tops, 4000, 600, 8);
  const drawn = (tops[below.last + 1] ?? 0) - (tops[below.first] ?? 0);
  expect(160 + below.above + drawn + below.below).toBe(tops[500]);
});
