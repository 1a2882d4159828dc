import { reportingPeriod } from "../../src/deadline";
import { office, rowsOf, rowWith, saved } from "./office";

const half = reportingPeriod("first-half", 2024);
const year = reportingPeriod("year", 2024);

describe("the main job on the sample", () => {
  it("reads in one round trip and writes nothing", async () => {
    const desk = await office();
    const before = await saved(desk);
    desk.standIn.counters.reset();
    const session = await desk.commands.open();
    expect(desk.standIn.counters.requests).toBe(1);
    expect(session.tracked).toBe(false);
    expect(session.tracking.tasks).toHaveLength(30);
    expect((await saved(desk)).Sheets).toEqual(before.Sheets);
  });

  it("reads, sets up and reports in one press: three round trips, all formulas agreeing", async () => {
    const desk = await office();
    const before = rowsOf(await saved(desk), "Phụ lục");
    desk.standIn.counters.reset();
    const outcome = await desk.commands.report({
      period: half,
      asOf: half.to,
      reader: "authority",
    });
    expect(desk.standIn.counters.requests).toBeLessThanOrEqual(3);
    expect(outcome.differences).toEqual([]);
    expect(outcome.sheets).toEqual([
      "Theo dõi",
      "Kết quả",
      "Mốc thời hạn",
      "Đơn vị",
      "Thiết lập",
      "BC 6 tháng 2024",
      "DM 6 tháng 2024",
    ]);
    const workbook = await saved(desk);
    expect(rowsOf(workbook, "Phụ lục")).toEqual(before);
    const total = rowWith(rowsOf(workbook, "BC 6 tháng 2024"), "Tổng cộng");
    expect(total.slice(2, 13).map(Number)).toEqual([30, 13, 10, 1, 1, 1, 17, 4, 3, 10, 0]);
    for (const sheet of outcome.sheets) {
      expect(String(rowsOf(workbook, sheet)[0]?.[0])).not.toContain("ĐANG LẬP");
    }
  });

  it("keeps both reports right in one workbook, whatever NgaySoLieu says", async () => {
    const desk = await office("2024-12-31");
    await desk.commands.report({ period: half, asOf: half.to, reader: "authority" });
    const first = rowsOf(await saved(desk), "BC 6 tháng 2024");
    const second = await desk.commands.report({ period: year, asOf: year.to, reader: "authority" });
    expect(second.differences).toEqual([]);
    await desk.commands.setAsOf("2024-02-01");
    const workbook = await saved(desk);
    expect(rowsOf(workbook, "BC 6 tháng 2024")).toEqual(first);
    const total = rowWith(rowsOf(workbook, "BC năm 2024"), "Tổng cộng");
    expect(Number(total[2])).toBe(30);
  });

  it("makes the same report again without a change", async () => {
    const desk = await office();
    const request = { period: half, asOf: half.to, reader: "authority" } as const;
    await desk.commands.report(request);
    const first = await saved(desk);
    desk.standIn.counters.reset();
    const again = await desk.commands.report(request);
    expect(again.differences).toEqual([]);
    const second = await saved(desk);
    expect(second.SheetNames).toEqual(first.SheetNames);
    for (const name of first.SheetNames) {
      expect({ name, rows: rowsOf(second, name) }).toEqual({ name, rows: rowsOf(first, name) });
    }
  });

  it("counts a result that the officer enters, and asks nothing twice", async () => {
    const desk = await office();
    const { session } = await desk.commands.track();
    const task = session.tracking.tasks.find(({ number }) => number === "2.1");
    const outcome = await desk.commands.enterResult(
      {
        code: task?.code ?? "",
        date: "2024-06-12",
        unit: task?.leads[0] ?? "",
        quantity: 4,
        measure: "tin, bài",
        result: "Đã đăng 4 tin, bài",
        evidence: "Số 12/BC-QLĐT",
        difficulty: "",
        source: "ngăn",
      },
      "2024-06-12",
    );
    expect(outcome.differences).toEqual([]);
    const again = await desk.commands.open();
    expect(again.tracking.tasks.find(({ number }) => number === "2.1")).toMatchObject({
      finished: "2024-06-12",
      done: true,
    });
    expect(again.tracking.entries.filter(({ source }) => source === "ngăn")).toHaveLength(1);
    expect(again.changes).toEqual({
      added: 0,
      changed: 0,
      gone: 0,
      moved: 0,
      results: 0,
      lines: [],
    });
    const list = rowsOf(await saved(desk), "Kết quả");
    expect(rowWith(list, "Đã đăng 4 tin, bài")).toContain(4);
  });
});
