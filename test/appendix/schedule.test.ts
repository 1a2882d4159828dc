import { readAppendix, type ColumnRole } from "../../src/appendix";
import { readDeadline } from "../../src/deadline";
import { dateCell, sheetOf, type TestCell } from "./support/grid";

/** Reads tasks whose times are marked in columns under one heading; the words and the cells as written. */
function read(
  heading: string,
  names: readonly TestCell[],
  rows: readonly (readonly TestCell[])[],
  merges: readonly string[] = [],
  before: readonly string[] = [],
) {
  const blanks = names.slice(1).map(() => "");
  const appendix = readAppendix(
    sheetOf(
      [
        ["TT", "Nhiệm vụ", "Đơn vị chủ trì", ...before, heading, ...blanks],
        ["", "", "", ...before.map(() => ""), ...names],
        ...rows.map((row, index): TestCell[] => [
          index + 1,
          `Việc thứ ${index + 1} của kế hoạch`,
          "Văn phòng",
          ...row,
        ]),
      ],
      { merges },
    ),
  );
  return {
    headerRows: appendix.headerRows,
    problem: appendix.problem,
    roles: appendix.columns.slice(3).map((column) => column.role),
    times: appendix.tasks.map((task) => task.texts.deadline?.text ?? null),
    cells: appendix.tasks.map((task) => task.texts.deadline),
  };
}

const all = (role: ColumnRole, count: number) => Array.from({ length: count }, () => role);
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

describe("columns of months, quarters and years are one deadline", () => {
  it.each<[string, readonly TestCell[], readonly TestCell[], string]>([
    ["Thời gian thực hiện", ["Quý I", "Quý II", "Quý III", "Quý IV"], ["x"], "Quý I"],
    ["Thời gian thực hiện", ["Quý I", "Quý II", "Quý III"], ["x", "", "x"], "Quý I, Quý III"],
    ["Tiến độ thực hiện năm 2024", ["I", "II", "III"], ["X", "", "X"], "Quý I, Quý III/2024"],
    ["Thời gian (quý)", [1, 2, 3, 4], ["", "✓", "✓", "✓"], "Từ quý II đến quý IV"],
    ["Thời gian thực hiện (tháng)", MONTHS, ["", "", "x", "", "", "x"], "Tháng 3, Tháng 6"],
    ["Kế hoạch năm 2024", ["T1", "T2", "T3"], ["", "v", "v"], "Từ tháng 2 đến tháng 3/2024"],
    ["Lộ trình", [2024, 2025, 2026], ["x", "x"], "Từ năm 2024 đến năm 2025"],
    ["Lộ trình", ["Năm 2024", "Năm 2025", "Năm 2026"], ["x", "", "x"], "Năm 2024, Năm 2026"],
    [
      "Thời gian",
      ["Quý I/2024", "Quý II/2024", "Quý III/2024"],
      ["x", "", "x"],
      "Quý I, Quý III/2024",
    ],
    ["Thời gian", ["Tháng 3", "Tháng 4"], ["Hội nghị", ""], "Tháng 3: Hội nghị"],
    ["Thời gian", ["Tháng 3", "Tháng 4"], ["15/3", ""], "15/3"],
    ["Thời gian thực hiện", ["6 tháng đầu năm", "6 tháng cuối năm"], ["", "x"], "6 tháng cuối năm"],
    [
      "Thời gian",
      ["Quý I", "Quý II", "Quý III", "Quý IV"],
      ["x", "x", "", "x"],
      "Quý I, Quý II, Quý IV",
    ],
  ])("%s over %j marked %j: %s", (heading, names, cells, expected) => {
    const found = read(heading, names, [cells, ["x"]]);
    expect(found.headerRows).toEqual([1, 2]);
    expect(found.roles).toEqual(all("deadline", names.length));
    expect(found.problem).toBeNull();
    expect(found.times[0]).toBe(expected);
    // What was put together is a phrase that the reader of deadlines understands.
    expect(readDeadline(expected, { year: 2024 })).toMatchObject({ kind: "dated", doubt: null });
  });

  it("names the cells that say it", () => {
    const { cells } = read("Thời gian", ["Quý I", "Quý II", "Quý III"], [["x", "", "x"], []]);
    expect(cells).toEqual([
      { text: "Quý I, Quý III", row: 3, column: 3, inherited: false, columns: [3, 5] },
      { text: "", row: 4, column: 3, inherited: false },
    ]);
  });

  it("reads a bar of merged cells as the span that it covers, and a cell merged downwards for each row", () => {
    const { times, cells } = read(
      "Thời gian",
      ["Tháng 1", "Tháng 2", "Tháng 3", "Tháng 4"],
      [["", "x", "", ""], ["Thường xuyên"], ["", "", "x", ""], []],
      ["E3:F3", "D4:G4", "F5:F6"],
    );
    expect(times).toEqual(["Từ tháng 2 đến tháng 3", "Thường xuyên", "Tháng 3", "Tháng 3"]);
    expect(cells[3]?.inherited).toBe(true);
  });

  it("leaves figures by quarter and follow-up by month beside a deadline alone", () => {
    const money = read(
      "Kinh phí",
      ["Quý I", "Quý II"],
      [
        ["Quý I", "100", "200"],
        ["Quý II", "50", ""],
      ],
      [],
      ["Thời hạn"],
    );
    expect(money.roles).toEqual(["deadline", "cost", "other"]);
    expect(money.times).toEqual(["Quý I", "Quý II"]);
    const followed = read(
      "Theo dõi",
      ["Tháng 1", "Tháng 2"],
      [
        ["Quý I", "x", ""],
        ["Quý II", "", "x"],
      ],
      [],
      ["Thời hạn"],
    );
    expect(followed.roles).toEqual(["deadline", "week", "week"]);
    expect(followed.times).toEqual(["Quý I", "Quý II"]);
  });

  it("joins the columns that the officer names as deadlines", () => {
    const sheet = sheetOf([
      ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian trình UBND", "Thời gian trình HĐND"],
      [1, "Nghị quyết về mức chi", "Sở Tài chính", "Tháng 2", "Tháng 3"],
      [2, "Đề án vị trí việc làm", "Sở Nội vụ", "Tháng 5", ""],
      [3, "Quy định phân cấp", "Sở Nội vụ", "", dateCell(30, 6, 2024)],
    ]);
    const asked = readAppendix(sheet);
    expect(asked.problem).toBe("unsure-columns");
    expect(asked.columns[3]).toMatchObject({
      role: "deadline",
      reason: "Cột E cũng có thể là thời hạn.",
    });
    const appendix = readAppendix(sheet, { mapping: { roles: { 3: "deadline", 4: "deadline" } } });
    expect(appendix.problem).toBeNull();
    expect(appendix.tasks.map((task) => task.texts.deadline?.text)).toEqual([
      "Tháng 2; Tháng 3",
      "Tháng 5",
      "30/06/2024",
    ]);
    expect(appendix.tasks[2]?.dates.deadline?.text).toBe("30/06/2024");
  });
});

describe("a second column of the same kind", () => {
  it.each<[string, readonly string[], readonly ColumnRole[]]>([
    [
      "Cơ quan chủ trì | Đơn vị thực hiện",
      ["Cơ quan chủ trì", "Đơn vị thực hiện"],
      ["lead", "other"],
    ],
    [
      "Đơn vị thực hiện | Đơn vị chủ trì",
      ["Đơn vị thực hiện", "Đơn vị chủ trì"],
      ["other", "lead"],
    ],
    [
      "Lãnh đạo phụ trách | Chuyên viên | Đơn vị chủ trì",
      ["Lãnh đạo phụ trách", "Chuyên viên", "Đơn vị chủ trì"],
      ["leader", "other", "lead"],
    ],
    [
      "Thành viên phụ trách | Đơn vị thực hiện",
      ["Thành viên phụ trách", "Đơn vị thực hiện"],
      ["leader", "lead"],
    ],
  ])("%s", (_name, headers, roles) => {
    const appendix = readAppendix(
      sheetOf([
        ["TT", "Nhiệm vụ", ...headers, "Thời hạn"],
        ...[1, 2, 3].map((number): TestCell[] => [
          number,
          `Việc ${number} của kế hoạch`,
          ...headers.map(
            (_, index) => ["Văn phòng", "Phòng Đầu tư", "Phòng Lao động"][index] ?? "",
          ),
          "Quý I",
        ]),
      ]),
    );
    expect(appendix.columns.slice(2, -1).map((column) => column.role)).toEqual(roles);
    expect(appendix.problem).toBeNull();
  });

  it.each<[string, string, string, readonly ColumnRole[]]>([
    ["Thời gian thực hiện", "Bắt đầu", "Hoàn thành", ["start", "deadline"]],
    ["Tiến độ", "Bắt đầu", "Hoàn thành", ["start", "deadline"]],
    ["Thời gian", "Từ ngày", "Đến ngày", ["start", "deadline"]],
    ["Thời gian hoàn thành", "Kế hoạch", "Thực tế", ["deadline", "finished"]],
    ["Thời hạn", "Theo kế hoạch", "Thực tế", ["deadline", "finished"]],
  ])("%s over %s | %s", (outer, first, second, roles) => {
    const dates = [dateCell(5, 2, 2024), dateCell(20, 6, 2024)];
    const rows: TestCell[][] = [
      ["TT", "Nhiệm vụ", "Đơn vị chủ trì", outer, ""],
      ["", "", "", first, second],
      [1, "Ban hành quy chế", "Văn phòng", ...dates],
      [2, "Tập huấn công chức", "Văn phòng", ...dates],
    ];
    const merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1"];
    for (const sheet of [sheetOf(rows), sheetOf(rows, { merges })]) {
      const appendix = readAppendix(sheet);
      expect(appendix.columns.slice(3).map((column) => column.role)).toEqual(roles);
      expect(appendix.problem).toBeNull();
    }
  });

  it("a mark under “Chưa thực hiện” is no progress made", () => {
    const appendix = readAppendix(
      sheetOf([
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ thực hiện", "", ""],
        ["", "", "", "", "Chưa thực hiện", "Đang thực hiện", "Đã hoàn thành"],
        [1, "Ban hành quy chế", "Văn phòng", "Quý I", "x", "", ""],
        [2, "Tập huấn", "Văn phòng", "Quý II", "", "", "x"],
      ]),
    );
    expect(appendix.columns.slice(4).map((column) => column.role)).toEqual([
      "other",
      "other",
      "progress",
    ]);
  });
});
