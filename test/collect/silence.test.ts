import { calendarFile, silences, silenceSentence } from "../../src/collect";
import type { ResultEntry, Task } from "../../src/task";
import { taskOf, trackingOf } from "./plan";

const open: Task = {
  ...taskOf(1, "Văn phòng Ban"),
  due: null,
  dueKind: "ongoing",
  deadlineText: "Thường xuyên",
};

function entry(date: string, result: string, evidence = ""): ResultEntry {
  return {
    code: "NV001",
    date,
    unit: "Văn phòng Ban",
    quantity: null,
    measure: "",
    result,
    evidence,
    difficulty: "",
    source: "ngăn",
  };
}

function kinds(task: Task, entries: readonly ResultEntry[], asOf = "2024-06-14"): string[] {
  return silences({ ...trackingOf([task]), entries }, asOf).map((silence) => silence.kind);
}

describe("silence and copies", () => {
  it("names the group that leads, and nobody where nobody is named", () => {
    const group = { ...open, leads: [] };
    const led = { ...group, owner: { ...open.owner, leadGroups: ["Các phòng chuyên môn"] } };
    const sentences = [led, group].map((task) => {
      const [found] = silences(trackingOf([task]), "2024-06-14");
      return found ? silenceSentence(found, "vi") : "";
    });
    expect(sentences[0]).toMatch(/^Các phòng chuyên môn: 1 .*: \d+ ngày chưa có kết quả\.$/);
    expect(sentences[1]).toMatch(/^1 /);
  });

  const cases: readonly [string, Task, readonly ResultEntry[], readonly string[]][] = [
    [
      "an undated task without an entry for 90 days",
      open,
      [entry("2024-03-16", "Đã đăng 2 tin")],
      ["no-entry"],
    ],
    ["an entry 89 days ago", open, [entry("2024-03-17", "Đã đăng 2 tin")], []],
    ["no entry since the year began", open, [], ["no-entry"]],
    [
      "an entry of the future does not break the silence",
      open,
      [entry("2024-07-01", "Đã đăng")],
      ["no-entry"],
    ],
    ["a dated task is left to its deadline", taskOf(1, "Văn phòng Ban"), [], []],
    [
      "the same text as last time",
      open,
      [entry("2024-03-20", "Đăng 4 tin, bài"), entry("2024-06-10", "đăng  4 tin, bài")],
      ["same-text"],
    ],
    [
      "three times under way",
      open,
      [
        entry("2024-04-01", "Đang triển khai"),
        entry("2024-05-01", "Hiện đang thực hiện ở các phòng"),
        entry("2024-06-01", "Đang được triển khai tiếp"),
      ],
      ["still-going-on"],
    ],
    [
      "progress going down",
      open,
      [entry("2024-04-01", "Đạt 60%"), entry("2024-06-01", "Đạt 45,5%")],
      ["going-down"],
    ],
    [
      "done without evidence",
      { ...taskOf(1, "Văn phòng Ban"), finished: "2024-06-01", done: true },
      [entry("2024-06-01", "Xong")],
      ["done-without-evidence"],
    ],
    [
      "done with evidence",
      { ...taskOf(1, "Văn phòng Ban"), finished: "2024-06-01", done: true },
      [entry("2024-06-01", "Xong", "12/BC-VP")],
      [],
    ],
    ["cancelled", { ...open, cancelled: "2024-02-01" }, [], []],
  ];

  it.each(cases)("%s", (_name, task, entries, expected) => {
    expect(kinds(task, entries)).toEqual(expected);
  });
});

describe("the calendar file", () => {
  const tracking = trackingOf([
    taskOf(1, "Văn phòng Ban"),
    {
      ...taskOf(2, "Thanh tra Ban"),
      title:
        "Kiểm tra; đôn đốc, báo cáo về việc niêm yết thủ tục hành chính tại trụ sở và trên Cổng thông tin",
    },
    { ...taskOf(3, "Văn phòng Ban"), finished: "2024-05-01", done: true },
    open,
  ]);

  it("holds the due days of the open tasks, one event each", () => {
    const text = calendarFile(tracking, "2024-06-14");
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).toContain("DTSTART;VALUE=DATE:20240630\r\nDTEND;VALUE=DATE:20240701");
    expect(text).toContain("TRIGGER:-P7D");
    expect(text.replaceAll("\r\n ", "")).toContain("SUMMARY:Hạn: Kiểm tra\\; đôn đốc\\, báo cáo");
  });

  it("keeps every line within 75 bytes and whole characters", () => {
    for (const line of calendarFile(tracking, "2024-06-14").split("\r\n")) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\uFFFD");
    }
  });

  it("can be for one unit", () => {
    expect(
      calendarFile(tracking, "2024-06-14", "Thanh tra Ban").match(/BEGIN:VEVENT/g),
    ).toHaveLength(1);
  });
});
