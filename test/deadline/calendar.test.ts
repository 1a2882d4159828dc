import {
  addWorkingDays,
  daysOff,
  isWorkingDay,
  movedOffDayOff,
  occurrences,
  periodDates,
  customPeriod,
  readDeadline,
  reportingPeriod,
  resolveRelative,
  weekday,
} from "../../src/deadline";
import { short } from "./short";

const read = (text: string) => readDeadline(text, { year: 2026 });

describe("occurrences", () => {
  it.each([
    ["Hằng tháng", "2026-01-15", "2026-04-14", ["2026-01-31", "2026-02-28", "2026-03-31"]],
    [
      "Hằng quý",
      "2026-01-01",
      "2026-12-31",
      ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"],
    ],
    ["Định kỳ 6 tháng", "2026-01-01", "2026-12-31", ["2026-06-30", "2026-12-31"]],
    ["Hằng năm", "2025-12-15", "2026-12-31", ["2025-12-31", "2026-12-31"]],
    ["Ngày 25 hàng tháng", "2026-01-01", "2026-02-28", ["2026-01-25", "2026-02-25"]],
    ["Trước ngày 25 hằng tháng", "2026-01-01", "2026-02-28", ["2026-01-24", "2026-02-24"]],
    ["Ngày 31 hàng tháng", "2026-02-01", "2026-03-31", ["2026-02-28", "2026-03-31"]],
    ["Trước ngày 01 hàng tháng", "2026-01-31", "2026-02-28", ["2026-01-31", "2026-02-28"]],
    ["Ngày 20 tháng cuối quý", "2026-01-01", "2026-06-30", ["2026-03-20", "2026-06-20"]],
    ["Trước ngày 15 của tháng cuối quý", "2026-01-01", "2026-06-30", ["2026-03-14", "2026-06-14"]],
    ["Trước 15/6 và 15/12 hằng năm", "2026-01-01", "2026-12-31", ["2026-06-14", "2026-12-14"]],
    ["Tháng 6 và tháng 12 hàng năm", "2026-01-01", "2026-12-31", ["2026-06-30", "2026-12-31"]],
    ["Quý I hằng năm", "2026-01-01", "2027-12-31", ["2026-03-31", "2027-03-31"]],
    ["Hằng năm (trước ngày 15/12)", "2026-01-01", "2026-12-31", ["2026-12-14"]],
    ["Thứ 5 hàng tuần", "2026-06-01", "2026-06-14", ["2026-06-04", "2026-06-11"]],
    ["Chủ nhật hằng tuần", "2026-06-01", "2026-06-14", ["2026-06-07", "2026-06-14"]],
    ["Hằng tuần", "2026-06-01", "2026-06-14", ["2026-06-07", "2026-06-14"]],
    ["Hằng ngày", "2026-06-01", "2026-06-03", ["2026-06-01", "2026-06-02", "2026-06-03"]],
    ["Cuối mỗi quý", "2026-01-01", "2026-06-30", ["2026-03-31", "2026-06-30"]],
    ["Thường xuyên", "2026-01-01", "2026-12-31", []],
    ["Quý II/2026", "2026-01-01", "2026-12-31", []],
    ["Hằng tháng", "2026-12-31", "2026-01-01", []],
  ])("%s from %s to %s", (text, from, to, days) => {
    expect(occurrences(read(text), from, to)).toEqual(days);
  });
});

describe("relative deadlines with the day of their event", () => {
  it.each([
    ["100 ngày kể từ ngày ban hành Kế hoạch", "2026-01-10", "2026-04-20"],
    ["10 ngày làm việc sau khi ban hành", "2026-04-20", "2026-05-07"],
    ["5 ngày làm việc sau khi ban hành", "2026-08-17", "2026-08-22"],
    ["02 tuần sau khi có kết luận", "2026-06-01", "2026-06-15"],
    ["01 tháng kể từ ngày ký", "2026-01-31", "2026-02-28"],
    ["03 tháng kể từ ngày ký", "2025-11-30", "2026-02-28"],
    ["02 năm kể từ ngày ký", "2024-02-29", "2026-02-28"],
    ["10 ngày trước kỳ họp", "2026-07-10", "2026-06-30"],
    ["24 giờ kể từ khi nhận được thông tin", "2026-06-01", "2026-06-02"],
  ])("%s, event on %s", (text, anchor, due) => {
    const resolved = resolveRelative(read(text), anchor);
    expect(short(resolved)).toBe(`..${due}`);
    expect(resolved.rule).toBe("relative-resolved");
    expect(resolved.text).toBe(text);
  });

  it("says so when working days run through a year without a list", () => {
    const resolved = resolveRelative(read("10 ngày làm việc sau khi ban hành"), "2031-03-03");
    expect(resolved.rule).toBe("relative-without-days-off");
    expect(short(resolved)).toBe("..2031-03-17");
  });

  it("leaves every other kind alone", () => {
    const month = read("Tháng 6/2026");
    expect(resolveRelative(month, "2026-01-01")).toBe(month);
  });

  it("keeps the count, the unit and the words of the event", () => {
    expect(read("10 ngày làm việc sau khi Kế hoạch được ban hành").relative).toEqual({
      count: 10,
      unit: "working-day",
      event: "sau khi Kế hoạch được ban hành",
    });
    expect(readDeadline("30", { year: 2026, countsDays: true }).relative).toEqual({
      count: 30,
      unit: "day",
      event: "",
    });
  });
});

describe("days off", () => {
  it.each([2024, 2025, 2026])("%i lists weekdays off and worked Saturdays", (year) => {
    const list = daysOff(year);
    expect(list.known).toBe(true);
    expect(list.basis).not.toBe("");
    expect(list.validTo).toBe(`${year}-12-31`);
    for (const { date } of list.off) expect([1, 2, 3, 4, 5]).toContain(weekday(date));
    for (const date of list.worked) expect(weekday(date)).toBe(6);
  });

  it("says that a year is not known, and lists only the days that never move", () => {
    const list = daysOff(2031);
    expect(list).toMatchObject({ known: false, worked: [], basis: "", validTo: null });
    expect(list.off.map((off) => off.date)).toEqual([
      "2031-01-01",
      "2031-04-30",
      "2031-05-01",
      "2031-09-02",
    ]);
  });

  it("tells working days", () => {
    expect(isWorkingDay("2026-08-31")).toBe(false);
    expect(isWorkingDay("2026-08-22")).toBe(true);
    expect(isWorkingDay("2026-08-23")).toBe(false);
    expect(isWorkingDay("2026-08-24")).toBe(true);
  });

  it("counts working days both ways", () => {
    expect(addWorkingDays("2026-02-13", 1)).toEqual({ date: "2026-02-23", certain: true });
    expect(addWorkingDays("2026-02-23", -1)).toEqual({ date: "2026-02-13", certain: true });
    expect(addWorkingDays("2026-06-01", 0)).toEqual({ date: "2026-06-01", certain: true });
  });

  it("moves a date off a day off only when asked", () => {
    expect(movedOffDayOff("2026-09-02").date).toBe("2026-09-03");
    expect(movedOffDayOff("2026-06-15").date).toBe("2026-06-15");
    expect(read("2/9/2026").due).toBe("2026-09-02");
  });

  it("takes the officer's own list", () => {
    const own = (year: number) => ({ ...daysOff(year), known: true, worked: [], off: [] });
    expect(isWorkingDay("2026-09-02", own)).toBe(true);
    expect(addWorkingDays("2031-03-03", 10, own)).toEqual({ date: "2031-03-17", certain: true });
  });
});

describe("the three days of a period", () => {
  it("suggests them with what each follows", () => {
    const days = periodDates(reportingPeriod("first-half", 2026));
    expect(days.map((day) => [day.kind, day.date])).toEqual([
      ["cut-off", "2026-06-14"],
      ["to-office", "2026-06-14"],
      ["to-authority", "2026-06-20"],
    ]);
    expect(days.every((day) => day.remark !== "")).toBe(true);
    expect(days[0]?.basis).toContain("09/2019/NĐ-CP");
  });

  it("knows no paper for a period of the officer's own", () => {
    const period = customPeriod("2026-01-01", "2026-02-28");
    const days = period ? periodDates(period) : [];
    expect(days.map((day) => [day.date, day.basis])).toEqual([
      ["2026-02-28", ""],
      ["2026-02-28", ""],
      ["2026-02-28", ""],
    ]);
  });
});
