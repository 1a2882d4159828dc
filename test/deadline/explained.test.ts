import { readDeadline, type Deadline } from "../../src/deadline";
import { short } from "./short";

const read = (text: string, year: number | null = 2026): Deadline => readDeadline(text, { year });

describe("a reading explains itself", () => {
  it("names X of 'trước ngày X'", () => {
    expect(read("Trước ngày 01/6/2026").before).toBe("2026-06-01");
    expect(read("Trước tháng 3/2027").before).toBe("2027-03-01");
    expect(read("Trước 17h ngày 20/6/2026").before).toBeNull();
    expect(read("01/6/2026").before).toBeNull();
  });

  it("keeps the words that gave start and due", () => {
    expect(read("Hoàn thành trước ngày 15/6/2026").evidence).toEqual([
      { part: "due", words: "trước ngày 15/6/2026" },
    ]);
    expect(read("Quý I/2026 lựa chọn; Quý IV/2026 báo cáo").evidence).toEqual([
      { part: "milestone", words: "Quý I/2026" },
      { part: "milestone", words: "Quý IV/2026" },
    ]);
    expect(read("Thứ 5 hàng tuần").evidence).toEqual([{ part: "every", words: "hàng tuần" }]);
    expect(read("Tháng 4, 5/2017 và thường xuyên").evidence.at(-1)).toEqual({
      part: "ongoing",
      words: "thường xuyên",
    });
  });

  it.each([
    ["Quý II/2026", "quarter"],
    ["tháng 6/2026", "month"],
    ["15/6/2026", "day"],
    ["Trước 15/6/2026", "before-day"],
    ["Từ quý I/2026", "open-start"],
    ["15/6 và 15/12/2026", "milestones"],
    ["Hằng tháng", "recurring"],
    ["Khi có yêu cầu", "condition"],
    ["", "blank"],
  ])("%j follows the rule %s", (text, rule) => {
    expect(read(text).rule).toBe(rule);
  });

  it("shows the words that it did not use", () => {
    expect(read("12/2026 báo cáo kết quả triển khai").leftOver).toEqual([
      "báo cáo kết quả triển khai",
    ]);
    expect(read("Tháng 9/2026 (sau khi tuyển sinh)").leftOver).toEqual(["sau khi tuyển sinh"]);
    expect(read("Quý I/2027, sau khi HĐND thông qua Nghị quyết").leftOver).toEqual([
      "sau khi HĐND thông qua Nghị quyết",
    ]);
  });

  it.each([
    ["31/6/2026", "no-such-day", ["..2026-06-30"]],
    ["31/6", "no-such-day", ["..2026-06-30"]],
    ["29/2", "no-such-day", ["..2026-02-28"]],
    ["12/25/2026", "no-such-day", ["..2026-12-25"]],
    ["20/01/201", "broken-date", []],
    ["Tháng 11 đến tháng 3/2027", "start-after-end", ["2026-11-01..2027-03-31"]],
    [
      "02-03/2026",
      "two-readings",
      ["2026-02-01..2026-02-28", "2026-03-01..2026-03-31", "..2026-03-02"],
    ],
    ["Đã hoàn thành tháng 3/2026", "left-over-words", ["2026-03-01..2026-03-31"]],
    ["Sau ngày 15/3/2026", "two-readings", ["from 2026-03-16", "..2026-03-15"]],
    ["x", "not-a-deadline", []],
  ])("%j is asked: %s", (text, why, candidates) => {
    const { doubt, kind } = read(text);
    expect(kind).toBe("unreadable");
    expect(doubt?.why).toBe(why);
    expect(doubt?.candidates.map(short)).toEqual(candidates);
  });

  it("asks for the year when none is known", () => {
    expect(read("Quý II", null).doubt?.why).toBe("no-year");
    expect(read("15/6", null).doubt?.why).toBe("no-year");
  });

  it("loses no word: all are evidence, known words or left over", () => {
    const text = "Xây dựng dự thảo trong quý I/2026 rồi trình Ban xem xét";
    const { evidence, leftOver } = read(text);
    const shown = [...evidence.map((one) => one.words), ...leftOver].join(" ");
    for (const word of text.split(" ")) expect(shown).toContain(word);
  });
});
