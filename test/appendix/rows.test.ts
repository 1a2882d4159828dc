import { readAppendix, type Appendix, type ColumnRole } from "../../src/appendix";
import { dateCell, sheetOf, type TestCell } from "./support/grid";

const HEAD = ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời hạn"];
const read = (rows: readonly (readonly TestCell[])[], merges: readonly string[] = []) =>
  readAppendix(sheetOf([HEAD, ...rows], { merges }));
const kinds = (appendix: Appendix) => appendix.rows.map((row) => row.kind).join(" ");
const column = (appendix: Appendix, role: ColumnRole) =>
  appendix.tasks.map((task) => task.texts[role]?.text ?? null);

describe("kinds of row", () => {
  it("a group with an owner and time of its own sums up its children", () => {
    const appendix = read([
      ["I", "Chuyển đổi số"],
      [1, "Xây dựng nền tảng số", "", "Sở Khoa học", "", "Năm 2026"],
      ["1.1", "Khảo sát", "Báo cáo", "Phòng Số", "", "Quý I"],
      ["1.2", "Triển khai", "Nền tảng", "", "", ""],
      [2, "Tập huấn", "02 lớp", "Sở Nội vụ", "", "Quý III"],
    ]);
    expect(kinds(appendix)).toBe("section group task task task");
    expect(appendix.tasks.map((task) => task.section)).toEqual([
      ["Chuyển đổi số", "Xây dựng nền tảng số"],
      ["Chuyển đổi số", "Xây dựng nền tảng số"],
      ["Chuyển đổi số"],
    ]);
    expect(appendix.tasks[1]?.texts.lead).toEqual({
      text: "Sở Khoa học",
      row: 3,
      column: 3,
      inherited: true,
    });
    expect(appendix.tasks[1]?.texts.deadline?.text).toBe("Năm 2026");
    expect(appendix.tasks[1]?.texts.product).toMatchObject({ text: "Nền tảng", inherited: false });
  });

  it("a numbered row without owner and time over deeper rows is a section", () => {
    const appendix = read([
      [1, "Nhóm nhiệm vụ về thể chế"],
      ["1.1", "Ban hành quy chế", "Quy chế", "Văn phòng", "", "Quý I"],
      ["1.2", "Rà soát văn bản", "Báo cáo", "Phòng Pháp chế", "", "Quý II"],
      [2, "Nhóm nhiệm vụ về nhân lực"],
      ["2.1", "Bồi dưỡng", "Lớp", "Sở Nội vụ", "", "Quý III"],
    ]);
    expect(kinds(appendix)).toBe("section task task section task");
  });

  it("text that runs on after a page break belongs to the row above", () => {
    const appendix = read([
      [1, "Rà soát, sửa đổi các văn bản về quản lý", "Báo cáo", "Văn phòng", "Các", "Quý I"],
      ["", "khu công nghiệp trên địa bàn tỉnh", "", "", "phòng", ""],
      [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý II"],
    ]);
    expect(kinds(appendix)).toBe("task continuation task");
    expect(column(appendix, "task")).toEqual([
      "Rà soát, sửa đổi các văn bản về quản lý\nkhu công nghiệp trên địa bàn tỉnh",
      "Tập huấn",
    ]);
    expect(column(appendix, "support")).toEqual(["Các\nphòng", ""]);
  });

  it("a Word cell split into rows, the others merged beside it, is one task", () => {
    const appendix = read(
      [
        [
          1,
          "Xây dựng cơ sở dữ liệu doanh nghiệp",
          "Cơ sở dữ liệu",
          "Chủ trì: Phòng Đầu tư",
          "",
          "Quý II",
        ],
        ["", "", "", "Phối hợp: Văn phòng", "", ""],
        [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
      ],
      ["A2:A3", "B2:B3", "C2:C3", "E2:E3", "F2:F3"],
    );
    expect(kinds(appendix)).toBe("task continuation task");
    expect(column(appendix, "lead")).toEqual([
      "Chủ trì: Phòng Đầu tư\nPhối hợp: Văn phòng",
      "Văn phòng",
    ]);
    expect(column(appendix, "deadline")).toEqual(["Quý II", "Quý III"]);
  });

  it("several products and dates beside one merged task are lines of that task", () => {
    const appendix = read(
      [
        [1, "Cải cách thủ tục hành chính", "Báo cáo rà soát", "Văn phòng", "", "Quý I"],
        ["", "", "Phương án đơn giản hóa", "", "", "Quý III"],
        [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
      ],
      ["A2:A3", "B2:B3", "D2:D3", "E2:E3"],
    );
    expect(kinds(appendix)).toBe("task continuation task");
    expect(column(appendix, "product")).toEqual(["Báo cáo rà soát\nPhương án đơn giản hóa", "Lớp"]);
    expect(column(appendix, "deadline")).toEqual(["Quý I\nQuý III", "Quý III"]);
  });

  it("rows under one merged number with words and dates of their own are tasks", () => {
    const appendix = read(
      [
        [1, "Ban hành quy chế", "Quy chế", "Văn phòng", "", "Quý I"],
        ["", "Phổ biến quy chế", "Hội nghị", "", "", "Quý II"],
        [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
      ],
      ["A2:A3", "D2:D3", "E2:E3"],
    );
    expect(kinds(appendix)).toBe("task task task");
    expect(column(appendix, "lead")).toEqual(["Văn phòng", "Văn phòng", "Văn phòng"]);
    expect(appendix.tasks[1]?.number).toBe("1");
    expect(appendix.tasks[1]?.texts.lead?.inherited).toBe(true);
  });

  it("totals, notes, numbers alone and blanks are none of them tasks", () => {
    const appendix = read([
      [1, "Ban hành quy chế", "Quy chế", "Văn phòng", "", "Quý I"],
      [],
      [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
      ["", "Tổng cộng: 02 nhiệm vụ"],
      [3],
      ["Ghi chú: thời hạn tính theo ngày làm việc"],
    ]);
    expect(kinds(appendix)).toBe("task blank task total number-only note");
  });

  it("a header repeated at a page break, with its numbering row", () => {
    const appendix = read([
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
      [1, "Ban hành quy chế", "Quy chế", "Văn phòng", "", "Quý I"],
      HEAD,
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
      [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
    ]);
    expect(kinds(appendix)).toBe("numbering task repeated-header numbering task");
  });

  it("place, date and signature end the table", () => {
    const appendix = read([
      [1, "Ban hành quy chế", "Quy chế", "Văn phòng", "", "Quý I"],
      [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
      ["", "", "", "Hưng Yên, ngày    tháng    năm 2024"],
      ["", "Nơi nhận:", "", "KT. TRƯỞNG BAN"],
      ["", "- Như trên;", "", "PHÓ TRƯỞNG BAN"],
      ["", "- Lưu: VT, VP."],
      [],
      ["", "", "", "Nguyễn Văn A"],
    ]);
    expect(kinds(appendix)).toBe(
      "task task signature signature signature signature blank signature",
    );
  });

  it("dashes with owners of their own are tasks, without them more text", () => {
    const appendix = read([
      [1, "Tuyên truyền cải cách hành chính", "", "Văn phòng", "", "Năm 2024"],
      ["-", "Đăng tin, bài", "12 tin", "Phòng Đầu tư", "", "Hằng tháng"],
      ["-", "Tổ chức hội nghị", "01 hội nghị", "Phòng Lao động", "", "Quý II"],
      [2, "Rà soát thủ tục hành chính, gồm:", "Báo cáo", "Văn phòng", "", "Quý III"],
      ["", "- Thủ tục về đầu tư;"],
      ["", "- Thủ tục về lao động."],
    ]);
    expect(kinds(appendix)).toBe("group task task task continuation continuation");
    expect(column(appendix, "task")[2]).toBe(
      "Rà soát thủ tục hành chính, gồm:\n- Thủ tục về đầu tư;\n- Thủ tục về lao động.",
    );
  });

  it("letters a) to đ) under a number are its children", () => {
    const appendix = read([
      ["A", "NỘI DUNG"],
      ["I", "Tuyên truyền"],
      [1, "Biên soạn tài liệu", "", "Văn phòng", "Các phòng", "Quý I"],
      ["a)", "Về thể chế"],
      ["đ)", "Về tài chính công", "", "Phòng Kế toán"],
      [2, "In ấn", "500 bản", "Văn phòng", "", "Quý II"],
      ["II", "Kiểm tra"],
      [1, "Kiểm tra công vụ", "Biên bản", "Phòng Tổ chức", "", "Quý IV"],
    ]);
    expect(kinds(appendix)).toBe("section section group task task task section task");
    expect(appendix.tasks.map((task) => task.section)).toEqual([
      ["NỘI DUNG", "Tuyên truyền", "Biên soạn tài liệu"],
      ["NỘI DUNG", "Tuyên truyền", "Biên soạn tài liệu"],
      ["NỘI DUNG", "Tuyên truyền"],
      ["NỘI DUNG", "Kiểm tra"],
    ]);
    expect(column(appendix, "lead")).toEqual([
      "Văn phòng",
      "Phòng Kế toán",
      "Văn phòng",
      "Phòng Tổ chức",
    ]);
  });

  it("a task that nobody was given yet stays a task", () => {
    const appendix = read([
      [1, "Ban hành quy chế", "Quy chế", "Văn phòng", "", "Quý I"],
      [2, "Xây dựng phần mềm"],
      [3, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
    ]);
    expect(kinds(appendix)).toBe("task task task");
    expect(appendix.tasks[1]?.texts.lead).toEqual({
      text: "",
      row: 3,
      column: 3,
      inherited: false,
    });
  });

  it("error values stay text", () => {
    const appendix = read([
      [1, "Ban hành quy chế", "Quy chế", "#REF!", "", "#N/A"],
      [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
    ]);
    expect(column(appendix, "lead")).toEqual(["#REF!", "Văn phòng"]);
    expect(column(appendix, "deadline")).toEqual(["#N/A", "Quý III"]);
  });

  it("a date that its column is too narrow to show is written out", () => {
    const narrow = {
      ...(dateCell(30, 6, 2024) as { value: number; format: string }),
      text: "########",
    };
    const appendix = read([
      [1, "Ban hành quy chế", "Quy chế", "Văn phòng", "", narrow],
      [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
    ]);
    expect(column(appendix, "deadline")).toEqual(["30/6/2024", "Quý III"]);
  });

  it("numbers that Excel changed are restored where the row above proves them", () => {
    const numbers: TestCell[] = [
      "1.8",
      { value: 1.9, format: "General", text: "1,9" },
      { value: 1.1, format: "General", text: "1,1" },
      { value: 1.11, format: "General", text: "1,11" },
      { value: 45658, format: "d-mmm", text: "1-Jan" },
    ];
    const appendix = read(
      numbers.map((number, index) => [
        number,
        `Việc ${index}`,
        "Báo cáo",
        "Văn phòng",
        "",
        "Quý I",
      ]),
    );
    expect(appendix.tasks.map((task) => task.number)).toEqual([
      "1.8",
      "1.9",
      "1.10",
      "1.11",
      "1-Jan",
    ]);
    const dates = read([
      [1, "Nhóm việc", "", "Văn phòng", "", "Quý I"],
      [
        { value: 45658, format: "d-mmm", text: "1-Jan" },
        "Việc một",
        "Báo cáo",
        "Văn phòng",
        "",
        "Quý I",
      ],
      [
        { value: 45659, format: "d-mmm", text: "2-Jan" },
        "Việc hai",
        "Báo cáo",
        "Văn phòng",
        "",
        "Quý I",
      ],
    ]);
    expect(dates.tasks.map((task) => task.number)).toEqual(["1", "1.1", "1.2"]);
  });

  it("numbers at the start of the text where there is no number column", () => {
    const appendix = readAppendix(
      sheetOf([
        ["Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        ["I. Công tác chỉ đạo"],
        ["1. Ban hành kế hoạch", "Văn phòng", "Quý I"],
        ["2. Giao ban", "Văn phòng", "Hằng tháng"],
        ["II. Công tác tuyên truyền"],
        ["1. Đăng tin", "Văn phòng", "Thường xuyên"],
      ]),
    );
    expect(kinds(appendix)).toBe("section task task section task");
    expect(appendix.tasks.map((task) => [task.number, task.section])).toEqual([
      ["1", ["Công tác chỉ đạo"]],
      ["2", ["Công tác chỉ đạo"]],
      ["1", ["Công tác tuyên truyền"]],
    ]);
    expect(column(appendix, "task")[0]).toBe("1. Ban hành kế hoạch");
  });
});

describe("several tables on a sheet", () => {
  it("a second appendix below with the same header goes on", () => {
    const appendix = readAppendix(
      sheetOf(
        [
          ["PHỤ LỤC I"],
          HEAD,
          [1, "Ban hành quy chế", "Quy chế", "Văn phòng", "", "Quý I"],
          [],
          ["PHỤ LỤC II"],
          HEAD,
          [1, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
        ],
        { merges: ["A1:F1", "A5:F5"] },
      ),
    );
    expect(appendix.rows.map((row) => row.kind)).toEqual([
      "task",
      "blank",
      "section",
      "repeated-header",
      "task",
    ]);
    expect(appendix.tasks[1]?.section).toEqual(["PHỤ LỤC II"]);
  });

  it("a second table with other columns is read by its own header", () => {
    const appendix = readAppendix(
      sheetOf([
        HEAD,
        [1, "Ban hành quy chế", "Quy chế", "Văn phòng", "", "Quý I"],
        [2, "Tập huấn", "Lớp", "Văn phòng", "", "Quý III"],
        [],
        ["TT", "Nội dung công việc", "Thời gian hoàn thành", "Đơn vị thực hiện"],
        [1, "Báo cáo tháng", "Hằng tháng", "Phòng Tổng hợp"],
        [2, "Báo cáo năm", "Tháng 12", "Phòng Tổng hợp"],
      ]),
    );
    expect(kinds(appendix)).toBe("task task blank repeated-header task task");
    expect(column(appendix, "lead")).toEqual([
      "Văn phòng",
      "Văn phòng",
      "Phòng Tổng hợp",
      "Phòng Tổng hợp",
    ]);
    expect(column(appendix, "deadline")).toEqual(["Quý I", "Quý III", "Hằng tháng", "Tháng 12"]);
  });

  it("figures by unit under the table are no tasks, nor are footnotes", () => {
    const appendix = readAppendix(
      sheetOf([
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        [1, "Tập huấn (1)", "Văn phòng", "Quý I"],
        [2, "Kiểm tra", "Phòng Đầu tư", "Quý II"],
        ["(1)", "Tập huấn theo chương trình của Sở Nội vụ."],
        [],
        ["TT", "Đơn vị", "Số nhiệm vụ", "Hoàn thành"],
        [1, "Văn phòng", 1, 1],
        [2, "Phòng Đầu tư", 1, 0],
      ]),
    );
    expect(kinds(appendix)).toBe("task task note blank note note note");
    expect(appendix.tasks).toHaveLength(2);
  });

  it("of two tables beside each other the plan's is read", () => {
    const appendix = readAppendix(
      sheetOf([
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "", "STT", "Tên phòng", "Số điện thoại"],
        [1, "Ban hành quy chế", "Văn phòng", "Quý I", "", 1, "Văn phòng", "0221 123 456"],
        [2, "Tập huấn", "Văn phòng", "Quý II", "", 2, "Phòng Đầu tư", "0221 123 457"],
      ]),
    );
    expect(appendix.table).toEqual({ row: 0, column: 0, rows: 3, columns: 4 });
    expect(appendix.columns.map((one) => one.role)).toEqual(["number", "task", "lead", "deadline"]);
    expect(kinds(appendix)).toBe("task task");
  });
});

describe("titles and numbering of real sheets", () => {
  it("a numbered title above the header is the first of the sections that follow", () => {
    const appendix = readAppendix(
      sheetOf([
        ["PHÂN CÔNG NHIỆM VỤ NĂM 2024"],
        [],
        ["I. VĂN PHÒNG"],
        HEAD,
        [1, "Ban hành quy chế", "Quy chế", "Nguyễn Thị Mai", "", "Tháng 1"],
        [],
        ["II. PHÒNG NGHIỆP VỤ"],
        HEAD,
        [1, "Kiểm tra 04 đơn vị", "Kết luận", "Phạm Hải", "", "Quý II"],
      ]),
    );
    expect(appendix.tasks.map((task) => task.section)).toEqual([
      ["VĂN PHÒNG"],
      ["PHÒNG NGHIỆP VỤ"],
    ]);
  });

  it("Phụ lục I and II on one sheet with headers of their own are both followed", () => {
    const appendix = readAppendix(
      sheetOf([
        ["PHỤ LỤC I"],
        ["DANH MỤC VĂN BẢN"],
        ["TT", "Tên văn bản", "Đơn vị soạn thảo", "Thời gian trình"],
        [1, "Quy chế làm việc", "Văn phòng", "Tháng 2"],
        [],
        ["PHỤ LỤC II"],
        ["DANH MỤC NHIỆM VỤ"],
        HEAD,
        [1, "Tập huấn", "Lớp", "Văn phòng", "Các phòng", "Quý III"],
        [2, "Kiểm tra", "Biên bản", "Văn phòng", "Các phòng", "Quý IV"],
      ]),
    );
    expect(
      appendix.tasks.map((task) => [task.row, task.section, task.texts.deadline?.text]),
    ).toEqual([
      [4, [], "Tháng 2"],
      [9, ["PHỤ LỤC II"], "Quý III"],
      [10, ["PHỤ LỤC II"], "Quý IV"],
    ]);
    expect(kinds(appendix)).toBe("task blank section note repeated-header task task");
  });

  it("targets in figures below the tasks are no tasks", () => {
    const appendix = readAppendix(
      sheetOf([
        ["I. Nhiệm vụ"],
        HEAD,
        [1, "Tập huấn", "Lớp", "Văn phòng", "Các phòng", "Quý III"],
        [],
        ["II. Chỉ tiêu"],
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2024", "Kế hoạch 2025", "Cơ quan theo dõi"],
        [1, "Tỷ trọng kinh tế số", "%", 8, 12, "Cục Thống kê"],
      ]),
    );
    expect(kinds(appendix)).toBe("task blank note note note");
  });

  it("words that number themselves below a merged number are tasks of their own", () => {
    const appendix = readAppendix(
      sheetOf(
        [
          ["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Đơn vị thực hiện", "Thời gian hoàn thành"],
          [1, "Quy hoạch", "1.1. Có quy hoạch chung", "Công chức Địa chính", "Quý I"],
          ["", "", "1.2. Có quy chế quản lý", "Công chức Địa chính", "Quý II"],
          [2, "Giao thông", "2.1. Tỷ lệ đường xã", "Ban Quản lý dự án", "30/10/2024"],
        ],
        { merges: ["A2:A3", "B2:B3"] },
      ),
    );
    expect(kinds(appendix)).toBe("task task task");
    expect(appendix.tasks.map((task) => task.texts.field?.text)).toEqual([
      "Quy hoạch",
      "Quy hoạch",
      "Giao thông",
    ]);
  });

  it("sections of one make stand beside each other, of another make below", () => {
    const appendix = read(
      [
        ["Mục tiêu 1: Trong lĩnh vực chính trị"],
        ["Chỉ tiêu 1: 60% cơ quan có nữ lãnh đạo"],
        [1, "Rà soát quy hoạch cán bộ", "Báo cáo", "Sở Nội vụ", "", "Quý I"],
        ["Mục tiêu 2: Trong lĩnh vực kinh tế"],
        ["Chỉ tiêu 1: Lao động nữ đạt 50%"],
        [2, "Tư vấn việc làm", "Hội nghị", "Sở Nội vụ", "", "Quý II"],
        ["Chỉ tiêu 2: Nữ giám đốc đạt 27%"],
        [3, "Tập huấn khởi nghiệp", "Lớp", "Sở Nội vụ", "", "Quý III"],
      ],
      ["A2:F2", "A3:F3", "A5:F5", "A6:F6", "A8:F8"],
    );
    expect(appendix.tasks.map((task) => task.section)).toEqual([
      ["Mục tiêu 1: Trong lĩnh vực chính trị", "Chỉ tiêu 1: 60% cơ quan có nữ lãnh đạo"],
      ["Mục tiêu 2: Trong lĩnh vực kinh tế", "Chỉ tiêu 1: Lao động nữ đạt 50%"],
      ["Mục tiêu 2: Trong lĩnh vực kinh tế", "Chỉ tiêu 2: Nữ giám đốc đạt 27%"],
    ]);
  });

  it("a time that runs on below the last task is still its own; a sum in words of the columns is a total", () => {
    const appendix = read([
      [1, "Tuyển quân", "Giao đủ", "Ban CHQS xã", "", "Tháng 11/2024 -"],
      ["", "", "", "", "", "Tháng 02/2025"],
      ["", "TỔNG CỘNG (A+B)", "", "", "", "850"],
    ]);
    expect(kinds(appendix)).toBe("task continuation total");
    expect(column(appendix, "deadline")).toEqual(["Tháng 11/2024 -\nTháng 02/2025"]);
  });

  it("sections in the column of criteria beside a column of tasks", () => {
    const appendix = readAppendix(
      sheetOf([
        ["TT", "Tiêu chí", "Điểm", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Thời gian"],
        ["1", "Công tác chỉ đạo", "10"],
        ["1.1", "Kế hoạch", "2", "Ban hành kế hoạch", "Văn phòng", "Tháng 1"],
        ["1.2", "Báo cáo", "1", "Báo cáo đúng hạn", "Văn phòng", "Hằng quý"],
        ["2", "Thể chế", "8"],
        ["2.1", "Theo dõi thi hành", "1", "Ban hành kế hoạch theo dõi", "Phòng Pháp chế", "Quý I"],
      ]),
    );
    expect(column(appendix, "task")).toEqual([
      "Ban hành kế hoạch",
      "Báo cáo đúng hạn",
      "Ban hành kế hoạch theo dõi",
    ]);
    expect(kinds(appendix)).toBe("section task task section task");
  });

  it("a column of numbers without a header", () => {
    const appendix = readAppendix(
      sheetOf([
        ["", "Nội dung công việc", "Phụ trách", "Thời gian"],
        [1, "Ban hành kế hoạch", "Văn phòng", "Quý I"],
        [2, "Tập huấn", "Văn phòng", "Quý II"],
        [3, "Tổng kết", "Văn phòng", "Quý IV"],
      ]),
    );
    expect(appendix.tasks.map((task) => task.number)).toEqual(["1", "2", "3"]);
  });
});
