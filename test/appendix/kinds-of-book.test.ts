import { readAppendix, type ColumnRole } from "../../src/appendix";
import { readTasks } from "../../src/task/reading";
import { createDirectory } from "../../src/unit";
import { dateCell, sheetOf, type TestCell } from "./support/grid";

const read = (rows: readonly (readonly TestCell[])[], merges: readonly string[] = []) =>
  readAppendix(sheetOf(rows, { merges }));
const roles = (appendix: ReturnType<typeof read>): (ColumnRole | undefined)[] =>
  appendix.columns.map(({ role }) => role);
const kinds = (appendix: ReturnType<typeof read>) => appendix.rows.map((row) => row.kind).join(" ");
const deadlines = (appendix: ReturnType<typeof read>) =>
  appendix.tasks.map((task) => task.texts.deadline?.text ?? "");

describe("kinds of book", () => {
  it.each([
    "Đơn vị được kiểm tra",
    "Cơ quan được thanh tra",
    "Đơn vị được giám sát",
    "Đơn vị thụ hưởng",
    "Cơ quan được báo cáo",
    "Đơn vị nhận",
    "Cơ quan nhận báo cáo",
    "Đối tượng kiểm tra",
    "Đơn vị tính",
  ])("“%s” over names of bodies never says who answers for the work", (header) => {
    const appendix = read([
      ["STT", "Nội dung", header, "Thời gian", "Ghi chú"],
      [1, "Kiểm tra một cửa", "Sở Công Thương", "Tháng 4/2025", ""],
      [2, "Kiểm tra kỷ luật hành chính", "UBND xã Tân Lập", "Tháng 5/2025", ""],
      [3, "Kiểm tra thủ tục hành chính", "Sở Y tế", "Tháng 6/2025", ""],
    ]);
    expect(roles(appendix)[2]).not.toBe("lead");
    expect(appendix.tasks.map((task) => task.texts.lead?.text ?? "")).toEqual(["", "", ""]);
  });

  it.each(["Đơn vị được giao", "Đơn vị nhận nhiệm vụ", "Cơ quan được phân công thực hiện"])(
    "“%s” still does",
    (header) => {
      const appendix = read([
        ["STT", "Nội dung", header, "Thời gian"],
        [1, "Rà soát quy chế", "Sở Công Thương", "Tháng 4/2025"],
        [2, "Tập huấn", "Sở Y tế", "Tháng 5/2025"],
      ]);
      expect(roles(appendix)[2]).toBe("lead");
    },
  );

  it.each(["Đơn vị cùng thực hiện", "Người cùng làm", "Cán bộ thứ hai"])(
    "“%s” is who helps",
    (header) => {
      const appendix = read([
        ["STT", "Nội dung", "Người phụ trách", header, "Thời gian"],
        [1, "Rà soát quy chế", "Đ/c Hòa", "Đ/c Bình", "Tháng 4/2025"],
        [2, "Tập huấn", "Đ/c Lan", "Đ/c Tú", "Tháng 5/2025"],
      ]);
      expect(roles(appendix)).toEqual(["number", "task", "lead", "support", "deadline"]);
    },
  );

  it("a list of persons below the table is another table", () => {
    const appendix = read([
      ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
      [1, "In tài liệu", "Văn phòng", "Phòng Kế hoạch", "20/11/2024"],
      [2, "Đón đại biểu", "Văn phòng", "Phòng Hành chính", "25/11/2024"],
      [],
      ["DANH SÁCH TỔ GIÚP VIỆC"],
      ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Nhiệm vụ"],
      [1, "Lê Văn Nam", "Phó Giám đốc", "Sở Nội vụ", "Tổ trưởng"],
      [2, "Trần Thu Hà", "Chuyên viên", "Sở Nội vụ", "Tổ viên"],
    ]);
    expect(appendix.tasks.map((task) => task.row)).toEqual([2, 3]);
    expect(kinds(appendix)).toBe("task task blank note note note note");
  });

  it("hints in brackets under the header belong to it, and the numbers after them are no task", () => {
    const appendix = read([
      ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành", "Sản phẩm"],
      ["", "(Ghi ngắn gọn)", "(Tên đơn vị)", "(Tháng, quý)", ""],
      ["(1)", "(2)", "(3)", "(4)", "(5)"],
      [1, "Tổng điều tra", "Chi cục Thống kê", "Quý I/2026", "Báo cáo"],
    ]);
    expect(appendix.headerRows).toEqual([1, 2]);
    expect(kinds(appendix)).toBe("numbering task");
    expect(appendix.columns.map(({ header }) => header)).toEqual([
      "STT",
      "Nhiệm vụ",
      "Đơn vị chủ trì",
      "Thời gian hoàn thành",
      "Sản phẩm",
    ]);
  });

  it("without a column of deadlines the section's time is inherited, and nothing else of it", () => {
    const appendix = read([
      ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Sản phẩm"],
      ["A", "NHIỆM VỤ HOÀN THÀNH TRONG QUÝ I/2025"],
      [1, "Đề án hợp nhất", "Sở Nội vụ", "Đề án"],
      ["B", "THÁNG 5 NĂM 2025"],
      [2, "Quy hoạch phân khu", "Sở Xây dựng", "Quyết định"],
      ["C", "CÔNG TÁC TỔ CHỨC LỄ KỶ NIỆM THÁNG 8"],
      [3, "Trang trí", "Văn phòng", "Ảnh"],
    ]);
    expect(deadlines(appendix)).toEqual(["QUÝ I/2025", "THÁNG 5 NĂM 2025", ""]);
    expect(appendix.tasks[0]?.texts.deadline).toMatchObject({ row: 2, column: 1, inherited: true });
    const [first] = readTasks(appendix, createDirectory([]), 2025);
    expect(first).toMatchObject({ due: "2025-03-31", read: { deadline: "QUÝ I/2025" } });
  });

  it("a heading below the last task ends the table, one over tasks does not", () => {
    const appendix = read(
      [
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["II. NHIỆM VỤ KHÁC"],
        [1, "Niêm yết thủ tục", "Văn phòng", "Thường xuyên"],
        ["III. TỔ CHỨC THỰC HIỆN"],
        ["1. Công chức Văn phòng theo dõi, đôn đốc, tổng hợp báo cáo."],
      ],
      ["A2:D2", "A4:D4", "A5:D5"],
    );
    expect(kinds(appendix)).toBe("section task note note");
  });

  it("the title of a plan typed above its table ends where its text begins", () => {
    const appendix = read(
      [
        ["KẾ HOẠCH"],
        ["Cải cách hành chính năm 2024"],
        ["I. MỤC ĐÍCH, YÊU CẦU"],
        ["II. NHIỆM VỤ"],
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        [1, "Niêm yết thủ tục", "Văn phòng", "Thường xuyên"],
      ],
      ["A1:D1", "A2:D2", "A3:D3", "A4:D4"],
    );
    expect(appendix.plan.title).toBe("KẾ HOẠCH Cải cách hành chính năm 2024");
  });

  it("“Số văn bản” before the deadline gave the task, after it shows the work", () => {
    const head = ["TT", "Nội dung nhiệm vụ", "Đơn vị xử lý"];
    const cells = (order: readonly TestCell[]) => [1, "Xử lý đơn thư", "Thanh tra", ...order];
    const before = read([[...head, "Số văn bản", "Thời hạn"], cells(["123", "30/6/2025"])]);
    expect(roles(before)).toEqual(["number", "task", "lead", "other", "deadline"]);
    const after = read([[...head, "Thời hạn", "Số văn bản"], cells(["30/6/2025", "45/BC-TTr"])]);
    expect(roles(after)).toEqual(["number", "task", "lead", "deadline", "evidence"]);
  });

  it("day, month and year in columns of their own are asked about", () => {
    const appendix = read([
      ["STT", "Công việc", "Chủ trì", "Ngày", "Tháng", "Năm"],
      [1, "Họp tổ", "Văn phòng", 15, 3, 2025],
      [2, "Báo cáo", "Phòng Nội vụ", 20, 6, 2025],
    ]);
    expect(appendix.problem).toBe("unsure-columns");
  });

  it.each([
    ["Họ và tên", "Nguyễn Văn An"],
    ["Đối tượng thực hiện", "Trường THPT A"],
  ])("“%s” says who does the work where no other column does", (header, who) => {
    const appendix = read([
      [header, "Nhiệm vụ được giao", "Hạn hoàn thành", "Kết quả giải quyết"],
      [who, "Soạn báo cáo quý", "25/3/2025", "Đã xong"],
      [who, "Rà soát hồ sơ", "30/3/2025", "Đang làm"],
    ]);
    expect(roles(appendix)).toEqual(["lead", "task", "deadline", "result"]);
  });

  it("days without a year and weeks are times", () => {
    const appendix = read([
      ["TT", "Nội dung công việc", "Người phụ trách", "Thời gian"],
      [1, "Khai giảng", "Hiệu trưởng", "05/9"],
      [2, "Hội nghị viên chức", "Công đoàn", "Tuần 4"],
      [3, "Kiểm tra hồ sơ", "Phó Hiệu trưởng", "20-25/9"],
    ]);
    expect(appendix.problem).toBeNull();
    expect(roles(appendix)[3]).toBe("deadline");
  });

  it("“trước ngày” in the header counts as if it stood in each cell that holds a bare day", () => {
    const appendix = read([
      ["TT", "Công việc", "Phụ trách", "Hoàn thành trước ngày"],
      [1, "Báo cáo", "Sở Tài chính", dateCell(20, 6, 2024)],
      [2, "Tờ trình", "Văn phòng", "18/6/2024"],
      [3, "Sơ kết", "Văn phòng", "Tháng 7/2024"],
    ]);
    const tasks = readTasks(appendix, createDirectory([]), 2024);
    expect(tasks.map(({ deadlineText, due }) => [deadlineText, due])).toEqual([
      ["Trước ngày 20/06/2024", "2024-06-19"],
      ["Trước ngày 18/6/2024", "2024-06-17"],
      ["Tháng 7/2024", "2024-07-31"],
    ]);
    expect(tasks[0]?.deadline.before).toBe("2024-06-20");
  });

  it("one task merged over rows with products and times of their own keeps them all", () => {
    const appendix = read(
      [
        ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"],
        [1, "Tuyên truyền cải cách hành chính", "Kế hoạch", "Văn phòng", "28/2/2024"],
        ["", "", "Báo cáo 6 tháng", "", "15/6/2024"],
        ["", "", "Báo cáo năm", "", "15/12/2024"],
      ],
      ["A2:A4", "B2:B4", "D2:D4"],
    );
    expect(appendix.tasks).toHaveLength(1);
    expect(appendix.tasks[0]?.texts.product?.text).toBe("Kế hoạch\nBáo cáo 6 tháng\nBáo cáo năm");
    const [task] = readTasks(appendix, createDirectory([]), 2024);
    expect(task?.milestones.map(({ due }) => due)).toEqual([
      "2024-02-28",
      "2024-06-15",
      "2024-12-15",
    ]);
  });
});
