import fc from "fast-check";
import { addDays } from "../../src/deadline";
import { figuresAt, filterTasks, GROUPS, NO_FILTER } from "../../src/pane/figures";
import { readQuantity } from "../../src/pane/quantity";
import { proposedPeriod } from "../../src/pane/periods";
import { makeTask, SETTINGS, TASKS } from "./fake-commands";

const tracking = (tasks = TASKS) => ({ settings: SETTINGS, tasks, entries: [], units: [] });

it("counts every task exactly once, in its group and under its unit", () => {
  const day = fc.integer({ min: 0, max: 730 }).map((days) => addDays("2023-06-01", days));
  const task = fc.record({
    due: fc.option(day),
    finished: fc.option(day),
    done: fc.boolean(),
    cancelled: fc.option(day, { freq: 5 }),
    leads: fc.subarray(["A", "B", "C"]),
  });
  fc.assert(
    fc.property(fc.array(task, { maxLength: 40 }), day, (drawn, asOf) => {
      const tasks = drawn.map((each, at) => makeTask({ ...each, code: `NV${at}` }));
      const figures = figuresAt(tracking(tasks), asOf);
      const groups = GROUPS.reduce((sum, group) => sum + figures.groups[group], 0);
      const classes = Object.values(figures.classes).reduce((sum, count) => sum + count, 0);
      const units = figures.units.reduce((sum, unit) => sum + unit.total, 0);
      expect([groups, classes, units]).toEqual([tasks.length, tasks.length, tasks.length]);
      expect(figures.overdue).toHaveLength(figures.groups.overdue);
      for (const group of GROUPS) {
        expect(filterTasks(figures.views, { ...NO_FILTER, group }, "2024-06-14")).toHaveLength(
          figures.groups[group],
        );
      }
    }),
  );
});

it.each([
  ["hoi nghi", 1],
  ["HỘI NGHỊ tập", 1],
  ["nghi hoi", 1],
  ["", 4],
  ["không có", 0],
])("finds %s", (text, count) => {
  const { views } = figuresAt(tracking(), "2024-06-14");
  expect(filterTasks(views, { ...NO_FILTER, text }, "2024-06-14")).toHaveLength(count);
});

it.each([
  ["04", 4],
  ["1.250", 1250],
  ["1,5", 1.5],
  ["", null],
  ["4 tin, bài", "wrong"],
  ["1.5", "wrong"],
  ["-3", "wrong"],
])("reads the quantity %s", (text, count) => {
  expect(readQuantity(text)).toBe(count);
});

it.each([
  ["2024-03-01", "first-half"],
  ["2024-08-13", "first-half"],
  ["2024-08-14", "year"],
  ["2026-11-24", "year"],
])("proposes on %s the report %s", (day, kind) => {
  expect(proposedPeriod(2024, day).kind).toBe(kind);
});

describe("the list of tasks", () => {
  const asOf = "2024-06-14";
  const day = (code: string, due: string | null, change: object = {}) =>
    makeTask({ code, ...(due ? { due } : {}), ...change });
  const { views } = figuresAt(
    {
      settings: SETTINGS,
      entries: [],
      units: [],
      tasks: [
        day("NV001", "2024-06-30", { section: ["I"], leads: ["Sở B"] }),
        day("NV002", "2024-06-20", { section: ["II"], leads: ["Sở A"] }),
        day("NV003", null, { section: ["I"], leads: ["Sở B"] }),
        day("NV004", "2024-04-10", { section: ["I"], leads: ["Sở A"] }),
        day("NV005", "2024-06-01", { done: true, finished: "2024-05-30", leads: ["Sở B"] }),
        day("NV006", "2024-12-01", { section: ["II"], leads: ["Sở A"] }),
      ],
    },
    asOf,
  );
  const codes = (part: object) =>
    filterTasks(views, { ...NO_FILTER, ...part }, asOf).map(({ task }) => task.code.slice(-1));

  it.each([
    [{ due: "week" }, "2"],
    [{ due: "month" }, "125"],
    [{ due: "quarter" }, "1245"],
    [{ section: "II" }, "26"],
    [{ section: "II", due: "month" }, "2"],
    [{ order: "due" }, "421635"],
    [{ order: "unit" }, "246135"],
  ])("%j: %s", (part, expected) => {
    expect(codes(part).join("")).toBe(expected);
  });
});
