import { toSerial } from "../../src/deadline";
import type { CellValue, WorkbookReading } from "../../src/sheet";
import type { Task, Tracking } from "../../src/task";
import {
  ENTRY_COLUMNS,
  MILESTONE_COLUMNS,
  NAMES,
  readTracking,
  TABLES,
  TASK_COLUMNS,
  trackingSheets,
} from "../../src/tracking";
import { makeTask, SETTINGS, UNITS } from "../task/fixtures";
import { toReading } from "./workbook";

const TASKS: readonly Task[] = [
  makeTask({ code: "NV001", title: "Ban hành Kế hoạch", deadlineText: "Quý I" }),
  makeTask({ code: "NV002", title: "Đăng tin, bài", deadlineText: "Trước ngày 01/4/2024" }),
  makeTask({ code: "NV003", title: "Sơ kết", deadlineText: "Quý II, IV" }),
];

const TRACKING: Tracking = {
  settings: SETTINGS,
  tasks: TASKS,
  entries: [
    {
      code: "NV001",
      date: "2024-03-05",
      unit: "Văn phòng Ban",
      quantity: 4,
      measure: "tin, bài",
      result: "Đã đăng",
      evidence: "",
      difficulty: "",
      source: "ngăn",
    },
  ],
  units: UNITS,
};

/** The sheets of the tracking with one cell typed over. */
function typed(
  table: string,
  header: string,
  row: number,
  value: CellValue,
  base: Tracking = TRACKING,
): WorkbookReading {
  const reading = toReading(trackingSheets(base));
  const grid = reading.tables[table];
  if (grid === undefined) throw new Error(`no table ${table}`);
  const column = grid.headers.indexOf(header);
  const rows = grid.rows.map((cells, index) =>
    index === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells,
  );
  return { ...reading, tables: { ...reading.tables, [table]: { ...grid, rows } } };
}

function named(name: string, value: CellValue): WorkbookReading {
  const reading = toReading(trackingSheets(TRACKING));
  return { ...reading, names: { ...reading.names, [name]: value } };
}

function taskOf(reading: WorkbookReading, row: number): Task | undefined {
  return readTracking(reading).tracking?.tasks[row];
}

describe("readTracking", () => {
  it("finds nothing in a workbook without Theo dõi", () => {
    const reading = { ...toReading([]), tables: {} };
    expect(readTracking(reading)).toEqual({ tracking: null, problems: [] });
  });

  it("finds columns by their header, wherever they were moved", () => {
    const reading = toReading(trackingSheets(TRACKING));
    const tables = Object.fromEntries(
      Object.entries(reading.tables).map(([name, grid]) => [
        name,
        {
          ...grid,
          headers: ["Cột riêng", ...grid.headers.toReversed()],
          rows: grid.rows.map((cells) => ["của tôi", ...cells.toReversed()]),
        },
      ]),
    );
    const moved = readTracking({ ...reading, tables });
    expect(moved.problems).toEqual([]);
    expect(moved.tracking?.tasks).toEqual(TASKS);
    expect(moved.tracking?.entries).toEqual(TRACKING.entries);
  });

  it("reports a missing column and reads the rest", () => {
    const reading = toReading(trackingSheets(TRACKING));
    const grid = reading.tables[TABLES.tasks];
    if (grid === undefined) throw new Error("no table");
    const at = grid.headers.indexOf(TASK_COLUMNS.finished);
    const without = <Item>(cells: readonly Item[]) => cells.filter((_, index) => index !== at);
    const cut = { ...grid, headers: without(grid.headers), rows: grid.rows.map(without) };
    const result = readTracking({
      ...reading,
      tables: { ...reading.tables, [TABLES.tasks]: cut },
    });
    expect(result.problems).toEqual(["Bảng NhiemVu thiếu cột “Ngày hoàn thành”."]);
    expect(result.tracking?.tasks.map(({ code }) => code)).toEqual(["NV001", "NV002", "NV003"]);
  });

  it("gives a row without a code a new one that nothing else uses", () => {
    const base: Tracking = {
      ...TRACKING,
      entries: TRACKING.entries.map((entry) => ({ ...entry, code: "NV040" })),
    };
    const task = taskOf(typed(TABLES.tasks, TASK_COLUMNS.code, 1, "", base), 1);
    expect(task?.code).toBe("NV041");
  });

  it("keeps the first of two equal codes, gives the second another and says so", () => {
    const { tracking, problems } = readTracking(typed(TABLES.tasks, TASK_COLUMNS.code, 1, "NV001"));
    expect(tracking?.tasks.map(({ code }) => code)).toEqual(["NV001", "NV004", "NV003"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("dòng 6: mã NV001 đã có ở dòng khác, dòng này nhận mã NV004");
  });

  it.each([
    ["14/6/2024", "2024-06-14"],
    ["14-6-2024", "2024-06-14"],
    ["14/6/24", "2024-06-14"],
    [" 05/06/2024 ", "2024-06-05"],
    [toSerial("2024-06-14"), "2024-06-14"],
    [toSerial("2024-06-14") + 0.5, "2024-06-14"],
  ])("reads the finish day %s", (value, expected) => {
    const reading = typed(TABLES.tasks, TASK_COLUMNS.finished, 0, value);
    expect(taskOf(reading, 0)?.finished).toBe(expected);
    expect(readTracking(reading).problems).toEqual([]);
  });

  it.each(["tuần trước", "31/6/2024", "6/14/2024", 2024, true])(
    "keeps what is no day (%s), reports it and makes the task invalid",
    (value) => {
      const reading = typed(TABLES.tasks, TASK_COLUMNS.finished, 0, value);
      const { tracking, problems } = readTracking(reading);
      expect(tracking?.tasks[0]).toMatchObject({
        finished: null,
        unread: { finished: String(value) },
      });
      expect(problems[0]).toContain(`“${String(value)}”, không phải là ngày`);
      const again = tracking === null ? null : readTracking(toReading(trackingSheets(tracking)));
      expect(again?.tracking).toEqual(tracking);
    },
  );

  it("takes a due day that is typed into an unclear row as its deadline", () => {
    const base: Tracking = { ...TRACKING, tasks: [makeTask({ deadlineText: "31/6/2024" })] };
    const reading = typed(TABLES.tasks, TASK_COLUMNS.due, 0, toSerial("2024-06-30"), base);
    expect(taskOf(reading, 0)).toMatchObject({ dueKind: "dated", due: "2024-06-30" });
  });

  it("understands a unit typed by hand, and keeps a name that it does not know", () => {
    const lead = (value: string) =>
      taskOf(typed(TABLES.tasks, TASK_COLUMNS.lead, 0, value), 0)?.leads;
    expect(lead("Văn phòng Ban")).toEqual(["Văn phòng Ban"]);
    expect(lead("Phòng Hợp tác quốc tế")).toEqual(["Phòng Hợp tác quốc tế"]);
    const supports = typed(
      TABLES.tasks,
      TASK_COLUMNS.supports,
      0,
      "Phòng Quản lý lao động; Văn phòng Ban",
    );
    expect(taskOf(supports, 0)?.supports).toEqual(["Phòng Quản lý lao động", "Văn phòng Ban"]);
  });

  it("reads the mark and the milestones' own finish", () => {
    expect(taskOf(typed(TABLES.tasks, TASK_COLUMNS.progress, 0, "đã xong"), 0)?.done).toBe(true);
    const reading = typed(TABLES.milestones, MILESTONE_COLUMNS.finished, 0, "25/6/2024");
    expect(taskOf(reading, 2)?.milestones).toMatchObject([
      { due: "2024-06-30", finished: "2024-06-25" },
      { due: "2024-12-31", finished: null },
    ]);
  });

  it("reports a milestone and an entry that belong to no task", () => {
    const milestone = readTracking(typed(TABLES.milestones, MILESTONE_COLUMNS.code, 0, "NV099"));
    expect(milestone.problems.join()).toContain("mốc của mã “NV099” không thuộc nhiệm vụ nào");
    const entry = readTracking(typed(TABLES.entries, ENTRY_COLUMNS.code, 0, "NV099"));
    expect(entry.problems.join()).toContain("mã “NV099” không có ở trang Theo dõi");
    expect(entry.tracking?.entries).toHaveLength(1);
  });

  it("keeps a quantity that is no number", () => {
    const { tracking, problems } = readTracking(
      typed(TABLES.entries, ENTRY_COLUMNS.quantity, 0, "khoảng 10"),
    );
    expect(tracking?.entries[0]).toMatchObject({
      quantity: null,
      unread: { quantity: "khoảng 10" },
    });
    expect(problems[0]).toContain("không phải là số");
  });

  it("reads the settings, and says which cell it cannot read", () => {
    const asOf = (value: CellValue) => readTracking(named(NAMES.asOf, value));
    expect(asOf("30/6/2024").tracking?.settings.asOf).toBe("2024-06-30");
    const bad = asOf("hôm nay");
    expect(bad.tracking?.settings).toMatchObject({
      asOf: "2024-12-14",
      unread: { asOf: "hôm nay" },
    });
    expect(bad.problems).toEqual([
      "Trang Thiết lập: ô “Số liệu tính đến ngày” ghi “hôm nay”, không đọc được.",
    ]);
    expect(readTracking(named(NAMES.beforeIncludesDay, "có")).tracking?.settings).toMatchObject({
      beforeIncludesDay: true,
    });
  });

  it("shows X as the due day of “trước ngày X” once X counts, and reads it back by the letter", () => {
    const tracking: Tracking = { ...TRACKING, settings: { ...SETTINGS, beforeIncludesDay: true } };
    const reading = toReading(trackingSheets(tracking));
    const grid = reading.tables[TABLES.tasks];
    const due = grid?.rows[1]?.[grid.headers.indexOf(TASK_COLUMNS.due)];
    expect(due).toBe(toSerial("2024-04-01"));
    expect(taskOf(reading, 1)?.due).toBe("2024-03-31");
  });
});
