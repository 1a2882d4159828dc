import { readAppendix, type ColumnRole } from "../../src/appendix";
import { dateCell, sheetOf, type TestCell } from "./support/grid";

/** Reads one doubtful column between a task and an owner column. */
function roleOf(
  header: string,
  cells: readonly TestCell[],
  beside: readonly (readonly TestCell[])[] = [],
) {
  const appendix = readAppendix(
    sheetOf([
      ["TT", "Nhiệm vụ", "Đơn vị chủ trì", header, ...beside.map((column) => column[0] ?? "")],
      ...cells.map((cell, index): TestCell[] => [
        index + 1,
        `Việc thứ ${index + 1} của kế hoạch`,
        "Văn phòng",
        cell,
        ...beside.map((column) => column[index + 1] ?? ""),
      ]),
    ]),
  );
  const found = appendix.columns.find((column) => column.column === 3);
  if (!found) throw new Error("The column was not read");
  return { ...found, problem: appendix.problem };
}

const DATES = ["Quý I/2024", "30/6/2024", "Thường xuyên", "Tháng 12"];
const STATES = ["Hoàn thành", "Đang thực hiện", "Chưa thực hiện", "Hoàn thành"];

describe("the cells have the second vote", () => {
  it.each<[string, readonly TestCell[], ColumnRole]>([
    ["Tiến độ", DATES, "deadline"],
    ["Tiến độ", STATES, "progress"],
    [
      "Tiến độ thực hiện",
      [dateCell(1, 2, 2024), dateCell(15, 6, 2024), "Quý IV", "Quý I"],
      "deadline",
    ],
    ["Thời gian hoàn thành", DATES, "deadline"],
    ["Kết quả", ["Báo cáo", "Kế hoạch", "02 hội nghị", "Quyết định"], "product"],
    [
      "Kết quả",
      ["Đã ban hành", "Đã tổ chức 02 hội nghị", "Đang thực hiện", "Đã hoàn thành"],
      "result",
    ],
    ["Đơn vị", ["%", "%", "người", "%"], "measure"],
    [
      "Phân công thực hiện",
      [
        "Chủ trì: A\nPhối hợp: B",
        "Chủ trì: C\nPhối hợp: D",
        "Chủ trì: A",
        "Phối hợp: B, chủ trì: C",
      ],
      "owner",
    ],
    ["Mốc cần lưu ý", DATES, "deadline"],
  ])("“%s” over %j is %s", (header, cells, role) => {
    const reading = roleOf(header, cells);
    expect(reading.role).toBe(role);
    expect(reading.confidence).toBeGreaterThanOrEqual(0.6);
    expect(reading.reason).toMatch(/^\p{Lu}.*\.$/u);
  });

  it("“Thời gian hoàn thành” beside a deadline is the finish date", () => {
    const finished = [dateCell(1, 2, 2024), "", dateCell(15, 6, 2024), ""];
    expect(roleOf("Thời gian hoàn thành", finished, [["Thời hạn", ...DATES]]).role).toBe(
      "finished",
    );
    expect(roleOf("Thời gian hoàn thành", finished, [["Tiến độ", ...DATES]]).role).toBe("finished");
    expect(roleOf("Ngày hoàn thành", finished, [["Thời hạn hoàn thành", ...DATES]]).role).toBe(
      "finished",
    );
  });
});

describe("what cannot be told is asked", () => {
  it.each([
    ["Tiến độ", ["", "", "", ""]],
    ["Ngày hoàn thành", [dateCell(1, 2, 2024), dateCell(1, 3, 2024), dateCell(1, 4, 2024), ""]],
  ])("“%s” over %j", (header, cells) => {
    const reading = roleOf(header, cells, header === "Đơn vị" ? [["Thời hạn", ...DATES]] : []);
    expect(reading.confidence).toBeLessThan(0.6);
    expect(reading.alternatives.length).toBeGreaterThan(0);
  });

  it("the officer's word wins and is remembered by the words of the header", () => {
    const sheet = sheetOf([
      ["TT", "Nhiệm vụ", "Chủ trì", "Tiến độ"],
      [1, "Ban hành quy chế", "Văn phòng", ""],
      [2, "Tập huấn", "Văn phòng", ""],
    ]);
    const asked = readAppendix(sheet);
    expect(asked.problem).toBe("unsure-columns");
    const told = readAppendix(sheet, { mapping: { roles: { 3: "deadline" } } });
    expect(told.problem).toBeNull();
    expect(told.columns[3]).toMatchObject({ role: "deadline", confidence: 1 });
    expect(told.fingerprint).toBe(asked.fingerprint);
    expect(told.tasks[0]?.texts.deadline?.text).toBe("");
  });

  it("a header that the officer names is taken", () => {
    const sheet = sheetOf([
      ["Việc", "Ai", "Bao giờ"],
      ["Ban hành quy chế", "Văn phòng", "Quý I"],
      ["Tập huấn", "Văn phòng", "Quý II"],
    ]);
    const told = readAppendix(sheet, {
      mapping: { headerRows: [1], roles: { 0: "task", 1: "lead" } },
    });
    expect(told.columns.map((column) => column.role)).toEqual(["task", "lead", "deadline"]);
    expect(told.tasks).toHaveLength(2);
  });

  it("a role that the officer gives to one column is taken from the other", () => {
    const sheet = sheetOf([
      ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Phòng chủ trì", "Thời hạn"],
      [1, "Ban hành quy chế", "Sở A", "Phòng B", "Quý I"],
    ]);
    const told = readAppendix(sheet, { mapping: { roles: { 3: "lead" } } });
    expect(told.columns.map((column) => column.role)).toEqual([
      "number",
      "task",
      "other",
      "lead",
      "deadline",
    ]);
    expect(told.tasks[0]?.texts.lead?.text).toBe("Phòng B");
  });
});

describe("short and English words, wide headers", () => {
  const rolesOf = (headers: readonly string[], row: readonly TestCell[], merges: string[] = []) =>
    readAppendix(
      sheetOf([headers, row, row.map((cell) => (typeof cell === "string" ? `${cell} 2` : cell))], {
        merges,
      }),
    ).columns.map((column) => column.role);

  it("are known", () => {
    expect(
      rolesOf(
        ["TT", "ND công việc", "CQ chủ trì", "CQ phối hợp", "T/g hoàn thành", "SP", "G/c"],
        [1, "Ký kết chương trình", "Ban Dân vận", "UBND huyện", "Tháng 2", "Chương trình", ""],
      ),
    ).toEqual(["number", "task", "lead", "support", "deadline", "product", "note"]);
    expect(
      rolesOf(
        [
          "No.",
          "Đầu việc",
          "Người chịu trách nhiệm chính",
          "Người hỗ trợ",
          "Start",
          "Deadline",
          "Output",
          "Status",
        ],
        [1, "Khảo sát", "Phòng CNTT", "Văn phòng", "01/03/2025", "10/03/2025", "Biên bản", "Done"],
      ),
    ).toEqual(["number", "task", "lead", "support", "start", "deadline", "product", "progress"]);
    expect(
      rolesOf(
        ["TT", "Công việc", "Ngày bắt đầu", "Ngày kết thúc", "Thực hiện", "Hỗ trợ"],
        [1, "Khảo sát", dateCell(1, 3, 2024), dateCell(11, 3, 2024), "Phòng CNTT", "Nhà thầu"],
      ),
    ).toEqual(["number", "task", "start", "deadline", "lead", "support"]);
    expect(
      rolesOf(
        ["TT", "", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["", "1", "Dự kiến cơ cấu", "Thường trực HĐND", "10/02/2026"],
        ["A1:B1"],
      ),
    ).toEqual(["number", "number", "task", "lead", "deadline"]);
  });
});
