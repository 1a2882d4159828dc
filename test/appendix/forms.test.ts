import { readAppendix, type Appendix } from "../../src/appendix";
import { dateCell, sheetOf } from "./support/grid";

const roles = (appendix: Appendix) => appendix.columns.map((column) => column.role);
const kinds = (appendix: Appendix) => appendix.rows.map((row) => row.kind);
const texts = (appendix: Appendix, index: number) =>
  Object.fromEntries(
    Object.entries(appendix.tasks[index]?.texts ?? {}).map(([role, text]) => [role, text.text]),
  );

describe("headers of real plans", () => {
  it("STT, code, group of tasks/task, two leads, support, target beside the product", () => {
    const appendix = readAppendix(
      sheetOf([
        ["PHỤ LỤC"],
        ["DANH MỤC NHIỆM VỤ NĂM 2026"],
        [
          "STT",
          "Mã nhiệm vụ",
          "Tên nhóm nhiệm vụ/nhiệm vụ",
          "Đơn vị chủ trì",
          "Phòng, đơn vị chủ trì",
          "Đơn vị phối hợp",
          "Phương thức hỗ trợ thực hiện",
          "Thời hạn hoàn thành",
          "Kết quả cần đạt (Định lượng)",
          "Sản phẩm đầu ra",
          "Ghi chú",
        ],
        ["I", "", "Nhóm nhiệm vụ về thể chế"],
        [
          1,
          "TC-01",
          "Xây dựng quy chế quản lý dữ liệu",
          "Sở Khoa học và Công nghệ",
          "Phòng Chuyển đổi số",
          "Sở Nội vụ",
          "Tự thực hiện",
          "Quý II/2026",
          "100%",
          "Quyết định của UBND",
          "",
        ],
        [
          2,
          "TC-02",
          "Ban hành danh mục dữ liệu mở",
          "Sở Khoa học và Công nghệ",
          "Trung tâm Chuyển đổi số",
          "Các sở, ban, ngành",
          "Thuê dịch vụ",
          "30/9/2026",
          "01 danh mục",
          "Danh mục dữ liệu mở",
          "",
        ],
        ["II", "", "Nhóm nhiệm vụ về hạ tầng"],
        [
          3,
          "HT-01",
          "Nâng cấp trung tâm dữ liệu",
          "Sở Tài chính",
          "Phòng Đầu tư",
          "Công an Thành phố",
          "Đầu tư công",
          "Tháng 12/2026",
          "01 trung tâm",
          "Hệ thống được nghiệm thu",
          "Chuyển tiếp",
        ],
      ]),
    );
    expect(appendix.headerRows).toEqual([3]);
    expect(appendix.columns.map((column) => [column.header, column.role])).toEqual([
      ["STT", "number"],
      ["Mã nhiệm vụ", "code"],
      ["Tên nhóm nhiệm vụ/nhiệm vụ", "task"],
      ["Đơn vị chủ trì", "lead"],
      ["Phòng, đơn vị chủ trì", "other"],
      ["Đơn vị phối hợp", "support"],
      ["Phương thức hỗ trợ thực hiện", "other"],
      ["Thời hạn hoàn thành", "deadline"],
      ["Kết quả cần đạt (Định lượng)", "other"],
      ["Sản phẩm đầu ra", "product"],
      ["Ghi chú", "note"],
    ]);
    expect(kinds(appendix)).toEqual(["section", "task", "task", "section", "task"]);
    expect(appendix.tasks.map((task) => task.section)).toEqual([
      ["Nhóm nhiệm vụ về thể chế"],
      ["Nhóm nhiệm vụ về thể chế"],
      ["Nhóm nhiệm vụ về hạ tầng"],
    ]);
  });

  it("two rows: STT over TT and Chi tiết", () => {
    const appendix = readAppendix(
      sheetOf(
        [
          ["Stt", "", "Tên nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn"],
          ["TT", "Chi tiết", "", "", "", "", ""],
          ["A", "", "Phát triển hạ tầng số", "", "", "", ""],
          [
            1,
            "1.1",
            "Lắp đặt trạm 5G",
            "Sở Khoa học và Công nghệ",
            "UBND các xã, phường",
            "Báo cáo",
            "Quý IV/2026",
          ],
          [
            2,
            "1.2",
            "Phủ sóng cáp quang",
            "Sở Khoa học và Công nghệ",
            "Các doanh nghiệp viễn thông",
            "Báo cáo",
            "12/2026",
          ],
          ["B", "", "Phát triển nhân lực số", "", "", "", ""],
          [
            3,
            "2.1",
            "Bồi dưỡng kỹ năng số",
            "Sở Nội vụ",
            "Các sở, ban, ngành",
            "Lớp bồi dưỡng",
            "Hằng năm",
          ],
        ],
        { merges: ["A1:B1", "C1:C2", "D1:D2", "E1:E2", "F1:F2", "G1:G2"] },
      ),
    );
    expect(appendix.headerRows).toEqual([1, 2]);
    expect(roles(appendix)).toEqual([
      "number",
      "number",
      "task",
      "lead",
      "support",
      "product",
      "deadline",
    ]);
    expect(kinds(appendix)).toEqual(["section", "task", "task", "section", "task"]);
    expect(appendix.tasks[0]?.section).toEqual(["Phát triển hạ tầng số"]);
    expect(appendix.tasks.map((task) => task.number)).toEqual(["1.1", "1.2", "2.1"]);
  });

  it("a count of days as the deadline", () => {
    const appendix = readAppendix(
      sheetOf([
        ["TT", "Công việc", "Đơn vị thực hiện", "Đơn vị phối hợp", "Số ngày dự kiến"],
        [1, "Khảo sát hiện trạng", "Phòng Công nghệ", "Văn phòng", 7],
        [2, "Lập hồ sơ", "Phòng Công nghệ", "Phòng Kế toán", 30],
        [3, "Thẩm định", "Phòng Kế toán", "", 15],
      ]),
    );
    expect(roles(appendix)).toEqual(["number", "task", "lead", "support", "deadline"]);
    expect(appendix.problem).toBeNull();
    expect(texts(appendix, 1)).toMatchObject({ deadline: "30", lead: "Phòng Công nghệ" });
  });

  it("agencies, result and time of completion are lead, product and deadline in a plan", () => {
    const appendix = readAppendix(
      sheetOf([
        [
          "TT",
          "Tên nhiệm vụ",
          "Cơ quan chủ trì",
          "Cơ quan phối hợp",
          "Kết quả",
          "Thời gian hoàn thành",
        ],
        [
          1,
          "Xây dựng Nghị quyết",
          "Bộ Tài chính",
          "Các bộ, ngành",
          "Nghị quyết của Chính phủ",
          "Tháng 4/2026",
        ],
        [2, "Xây dựng Đề án", "Bộ Công Thương", "Bộ Tài chính", "Đề án", "Quý III/2026"],
        [3, "Sơ kết 3 năm", "Bộ Nội vụ", "Các bộ, ngành", "Báo cáo", "Năm 2026"],
      ]),
    );
    expect(roles(appendix)).toEqual(["number", "task", "lead", "support", "product", "deadline"]);
    expect(appendix.problem).toBeNull();
  });

  it("unit over % is a unit of measure, not an owner", () => {
    const appendix = readAppendix(
      sheetOf([
        ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi, đánh giá"],
        [1, "Tỷ lệ hồ sơ trực tuyến", "%", 80, "Văn phòng UBND"],
        [2, "Tỷ lệ số hóa", "%", 100, "Văn phòng UBND"],
        [3, "Tỷ lệ thanh toán trực tuyến", "%", 70, "Sở Tài chính"],
      ]),
    );
    expect(roles(appendix).slice(0, 3)).toEqual(["number", "task", "measure"]);
    expect(roles(appendix)[4]).toBe("lead");
    expect(appendix.tasks).toHaveLength(3);
  });

  it("progress over states is a state; result now is a result", () => {
    const appendix = readAppendix(
      sheetOf([
        [
          "TT",
          "NHIỆM VỤ",
          "KẾT QUẢ YÊU CẦU",
          "THỜI GIAN HOÀN THÀNH",
          "CƠ QUAN THỰC HIỆN",
          "TIẾN ĐỘ",
          "KẾT QUẢ HIỆN NAY",
        ],
        [
          1,
          "Trình Nghị định",
          "Nghị định",
          "Tháng 6/2017",
          "Vụ Pháp chế",
          "Hoàn thành",
          "Đã trình Chính phủ tại Tờ trình số 12/TTr",
        ],
        [
          2,
          "Ban hành Thông tư",
          "Thông tư",
          "Quý III/2017",
          "Vụ GDĐH",
          "Đang thực hiện",
          "Đang lấy ý kiến",
        ],
        [3, "Sơ kết", "Báo cáo", "Năm 2017", "Văn phòng Bộ", "Chưa thực hiện", ""],
      ]),
    );
    expect(roles(appendix)).toEqual([
      "number",
      "task",
      "product",
      "deadline",
      "lead",
      "progress",
      "result",
    ]);
    expect(appendix.problem).toBeNull();
  });

  it("leaders, source and day of the order, who leads and who helps", () => {
    const appendix = readAppendix(
      sheetOf([
        [
          "TT",
          "Tên nhiệm vụ",
          "Lãnh đạo Bộ",
          "Nguồn chỉ đạo",
          "Ngày chỉ đạo",
          "Đơn vị/Cá nhân chủ trì",
          "Đơn vị/Cá nhân phối hợp",
          "Thời hạn hoàn thành",
          "Yêu cầu sản phẩm",
          "Mức",
          "Đánh giá",
        ],
        [
          1,
          "Xây dựng kho học liệu",
          "Thứ trưởng A",
          "TB số 12/TB-BGDĐT",
          dateCell(5, 1, 2026),
          "Cục KHCNTT",
          "Vụ GDPT",
          dateCell(30, 6, 2026),
          "Kho học liệu",
          "A",
          "",
        ],
        [
          2,
          "Rà soát quy chế",
          "Thứ trưởng B",
          "CV số 40/VP",
          dateCell(9, 2, 2026),
          "Vụ Pháp chế",
          "Văn phòng",
          dateCell(31, 3, 2026),
          "Quy chế",
          "B",
          "",
        ],
      ]),
    );
    expect(roles(appendix)).toEqual(
      [
        "number",
        "task",
        "leader",
        "other",
        "received",
        "lead",
        "support",
        "deadline",
        "product",
        "other",
        "progress",
      ].map((role, index) => (index === 10 ? roles(appendix)[10] : role)),
    );
    expect(appendix.tasks[0]?.dates.deadline).toMatchObject({
      format: "dd/mm/yyyy",
      text: "30/06/2026",
    });
  });

  it("header in row 3; progress over dates is the deadline, completion time the finish date; weeks", () => {
    const appendix = readAppendix(
      sheetOf([
        ["BẢNG THEO DÕI CÔNG VIỆC"],
        [],
        [
          "TT",
          "Lĩnh vực",
          "Nội dung",
          "Tiến độ (nếu có)",
          "Chủ trì",
          "Phối hợp",
          "Thời gian nhận",
          "Thời gian hoàn thành",
          "Kết quả thực hiện",
          "Ghi chú",
          "Tuần 1",
          "Tuần 2",
          "Tuần 3",
          "Tuần 4",
        ],
        [
          1,
          "CNTT",
          "Xây dựng kế hoạch chuyển đổi số",
          "15/01/2026",
          "Hùng",
          "Lan",
          dateCell(2, 1, 2026),
          dateCell(14, 1, 2026),
          "Đã ban hành",
          "",
          "x",
          "",
          "",
          "",
        ],
        [
          2,
          "Bưu chính",
          "Báo cáo tháng",
          "Hằng tháng",
          "Lan",
          "",
          dateCell(3, 1, 2026),
          "",
          "",
          "",
          "",
          "x",
          "",
          "",
        ],
        [
          3,
          "CNTT",
          "Kiểm tra an toàn thông tin",
          "31/01/2026",
          "Minh",
          "Hùng",
          dateCell(5, 1, 2026),
          dateCell(30, 1, 2026),
          "Đã xong",
          "",
          "",
          "",
          "",
          "x",
        ],
      ]),
    );
    expect(appendix.headerRows).toEqual([3]);
    expect(roles(appendix)).toEqual([
      "number",
      "field",
      "task",
      "deadline",
      "lead",
      "support",
      "received",
      "finished",
      "result",
      "note",
      "week",
      "week",
      "week",
      "week",
    ]);
    expect(appendix.problem).toBeNull();
  });

  it("time before the owners", () => {
    const appendix = readAppendix(
      sheetOf([
        ["TT", "Nội dung", "Thời gian thực hiện", "Đơn vị chủ trì", "Đơn vị phối hợp", "Ghi chú"],
        [1, "Tổ chức hội nghị", "Quý I", "Văn phòng", "Các phòng", ""],
        [2, "Đăng tin bài", "Thường xuyên", "Văn phòng", "", ""],
      ]),
    );
    expect(roles(appendix)).toEqual(["number", "task", "deadline", "lead", "support", "note"]);
  });

  it("no number column, one cell for both owners", () => {
    const appendix = readAppendix(
      sheetOf([
        [
          "Nội dung",
          "Phân công nhiệm vụ",
          "Tiến độ",
          "Phương pháp",
          "Nguồn lực",
          "Sản phẩm đầu ra",
        ],
        [
          "Khảo sát nhu cầu doanh nghiệp",
          "Chủ trì: Phòng Đầu tư\nPhối hợp: Văn phòng",
          "Quý I/2026",
          "Phiếu hỏi",
          "Ngân sách",
          "Báo cáo khảo sát",
        ],
        [
          "Tập huấn kỹ năng số",
          "Chủ trì: Văn phòng\nPhối hợp: Các phòng",
          "Tháng 5/2026",
          "Trực tiếp",
          "Xã hội hóa",
          "02 lớp",
        ],
        [
          "Đánh giá mức độ hài lòng",
          "Chủ trì: Phòng Lao động\nPhối hợp: Phòng Đầu tư",
          "Quý IV/2026",
          "Phiếu hỏi",
          "Ngân sách",
          "Báo cáo",
        ],
      ]),
    );
    expect(roles(appendix).slice(0, 4)).toEqual(["task", "owner", "deadline", "other"]);
    expect(roles(appendix)[5]).toBe("product");
    expect(kinds(appendix)).toEqual(["task", "task", "task"]);
    expect(texts(appendix, 0)["owner"]).toBe("Chủ trì: Phòng Đầu tư\nPhối hợp: Văn phòng");
  });

  it("group rows merged across the table", () => {
    const appendix = readAppendix(
      sheetOf(
        [
          [
            "STT",
            "Tên nhiệm vụ",
            "Cơ quan chủ trì",
            "Cơ quan phối hợp",
            "Kết quả/Sản phẩm",
            "Thời gian",
            "Ghi chú",
          ],
          ["Công tác chỉ đạo, điều hành"],
          [1, "Ban hành kế hoạch", "Văn phòng", "", "Kế hoạch", "Tháng 1", ""],
          ["Công tác tuyên truyền"],
          [2, "Đăng tin bài", "Văn phòng", "Các phòng", "Tin bài", "Thường xuyên", ""],
          [3, "Treo pa nô", "Phòng Xây dựng", "", "05 pa nô", "Quý II", ""],
        ],
        { merges: ["A2:G2", "A4:G4"] },
      ),
    );
    expect(roles(appendix)).toEqual([
      "number",
      "task",
      "lead",
      "support",
      "product",
      "deadline",
      "note",
    ]);
    expect(kinds(appendix)).toEqual(["section", "task", "section", "task", "task"]);
    expect(appendix.tasks.map((task) => task.section)).toEqual([
      ["Công tác chỉ đạo, điều hành"],
      ["Công tác tuyên truyền"],
      ["Công tác tuyên truyền"],
    ]);
  });
});
