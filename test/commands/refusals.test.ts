import { reportingPeriod } from "../../src/deadline";
import { office, refusalOf, rowsOf, saved, written } from "./office";

const half = reportingPeriod("first-half", 2024);
const request = { period: half, asOf: half.to, reader: "authority" } as const;

describe("what cannot be done", () => {
  it("says which sheet has no appendix, and writes nothing", async () => {
    const desk = await written((context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:B2").values = [
        ["Họ tên", "Điện thoại"],
        ["An", "'0912"],
      ];
    });
    for (const work of [
      () => desk.commands.open(),
      () => desk.commands.track(),
      () => desk.commands.report(request),
    ]) {
      const refusal = await refusalOf(work());
      expect(refusal.code).toBe("no-appendix");
      expect(refusal.message).toMatch(/Trang “.+” không có bảng phụ lục/);
      expect(refusal.advice).toBe("Mở trang có phụ lục rồi bấm Đọc phụ lục.");
    }
    expect((await saved(desk)).SheetNames).toHaveLength(1);
  });

  it("says that a new workbook is empty", async () => {
    const desk = await office("2024-06-14", null);
    expect(await refusalOf(desk.commands.track())).toMatchObject({ code: "empty-sheet" });
    expect((await saved(desk)).SheetNames).toHaveLength(1);
  });

  it("names the protected sheet and writes to no other", async () => {
    const desk = await office();
    await desk.commands.track();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Thiết lập").protection.protect();
      await context.sync();
    });
    const before = await saved(desk);
    const refusal = await refusalOf(desk.commands.setAsOf("2024-03-01"));
    expect(refusal).toMatchObject({ code: "protected", written: false });
    expect(refusal.message).toBe("Trang “Thiết lập” đang được bảo vệ. Chưa ghi gì.");
    const after = await saved(desk);
    for (const name of before.SheetNames) {
      expect(rowsOf(after, name)).toEqual(rowsOf(before, name));
    }
  });

  it("leaves the officer's own sheet of the same name alone", async () => {
    const desk = await office();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Theo dõi");
      sheet.getRange("A1").values = [["của riêng tôi"]];
      await context.sync();
    });
    const refusal = await refusalOf(desk.commands.report(request));
    expect(refusal.message).toContain("Trong tệp đã có trang “Theo dõi” không do Phụ lục lập.");
    const after = await saved(desk);
    expect(after.SheetNames).toHaveLength(2);
    expect(rowsOf(after, "Theo dõi")).toEqual([["của riêng tôi"]]);
  });

  it("refuses another plan's appendix in a workbook that follows one already", async () => {
    const desk = await office();
    await desk.commands.track();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Kế hoạch khác");
      sheet.getRange("A1:E4").values = [
        ["(Kèm theo Kế hoạch số 99/KH-BQL ngày 03 tháng 01 năm 2025)", "", "", "", ""],
        ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn hoàn thành"],
        [1, "Xây dựng kế hoạch kiểm tra", "Văn phòng Ban", "Kế hoạch", "Quý I/2025"],
        [2, "Tổ chức kiểm tra các phòng", "Văn phòng Ban", "Báo cáo", "Quý II/2025"],
      ];
      sheet.activate();
      await context.sync();
    });
    const refusal = await refusalOf(desk.commands.track());
    expect(refusal).toMatchObject({ code: "other-plan", written: false });
    expect(refusal.advice).toContain("tệp riêng");
  });

  it("waits while a cell is edited, saying so at once, and goes on by itself", async () => {
    const desk = await office();
    desk.standIn.faults.cellEdit = true;
    const said: string[] = [];
    const session = await desk.commands.open({
      onProgress: ({ step }) => {
        said.push(step);
        if (step.startsWith("Đang sửa một ô")) desk.standIn.faults.cellEdit = false;
      },
    });
    expect(session.tracking.tasks).toHaveLength(30);
    expect(said).toContain("Đang sửa một ô. Nhấn Enter hoặc Esc trong ô, việc sẽ tự tiếp tục.");
  });

  it("stops when the officer cancels, and writes nothing", async () => {
    const desk = await office();
    const stop = new AbortController();
    stop.abort();
    const refusal = await refusalOf(desk.commands.report(request, { signal: stop.signal }));
    expect(refusal).toMatchObject({ code: "cancelled", written: false });
    expect((await saved(desk)).SheetNames).toEqual(["Phụ lục"]);
  });
});
