/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { readDeadline } from "../../src/deadline";
import { loadWords } from "../../src/locale";
import { FakeCommands, FINDING, makeTask, QUESTION, refuse } from "./fake-commands";
import { preparePane } from "./browser-stubs";
import { showPane, showUnstarted } from "./render";

preparePane();

const press = async (name: string | RegExp) => {
  // Most screens are loaded when they are first shown.
  const button =
    screen.queryByRole("button", { name }) ?? (await screen.findByRole("button", { name }));
  await act(async () => {
    fireEvent.click(button);
    await Promise.resolve();
  });
};
const tab = async (name: string) => {
  await act(async () => {
    fireEvent.click(screen.getByRole("tab", { name }));
    await Promise.resolve();
  });
};
const tracked = () => Object.assign(new FakeCommands(), { tracked: true });

/** Starts the pane while the test looks on, so that what stands there meanwhile can be seen. */
async function startLater(commands: FakeCommands): Promise<void> {
  const { model } = showUnstarted(commands);
  await Promise.resolve();
  await model.start();
}

describe("first run", () => {
  it("shows three sentences and one button, and reads nothing into the sheets by itself", async () => {
    const commands = new FakeCommands();
    await showPane(commands);
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
    expect(screen.getByRole("button", { name: "Đọc phụ lục" })).toBeTruthy();
    expect(commands.calls).toEqual(["open"]);
  });

  it("reaches the 6-month report in four presses", async () => {
    const commands = new FakeCommands();
    await showPane(commands);
    await press("Đọc phụ lục");
    expect(screen.getByText(/Đã đọc trang “Phụ lục”: 4 nhiệm vụ, 1 mục/)).toBeTruthy();
    expect(screen.getByText(/5 dòng dưới tiêu đề: 4 nhiệm vụ, 1 mục/)).toBeTruthy();
    await press("Đúng, tiếp tục");
    await tab("Báo cáo");
    await screen.findByRole("button", { name: /6 tháng đầu năm 2024 \(đến 14\/6\)/ });
    await press(/6 tháng đầu năm 2024 \(đến 14\/6\)/);
    expect(commands.calls.at(-1)).toBe("report 6 tháng 2024 2024-06-14 authority");
    expect(within(screen.getByRole("tabpanel")).getByText("Đã lập xong.")).toBeTruthy();
  });

  it("skips the columns of a form that is known", async () => {
    const commands = Object.assign(new FakeCommands(), { knownForm: true });
    await showPane(commands);
    await press("Đọc phụ lục");
    expect(commands.calls).toEqual(["open", "open", "track"]);
    expect(screen.getByText("4 nhiệm vụ")).toBeTruthy();
  });

  it("offers the sample only where there is one", async () => {
    const openSample = jest.fn(() => Promise.resolve());
    await showPane(new FakeCommands(), { host: { openSample } });
    await press("Xem thử với dữ liệu mẫu");
    expect(openSample).toHaveBeenCalledTimes(1);
  });

  it("says what is missing when the sheet has no appendix, and stays usable", async () => {
    const commands = new FakeCommands();
    await showPane(commands);
    commands.refusal = refuse(
      "no-appendix",
      "Trang “Sheet1” không có bảng phụ lục.",
      "Mở trang khác.",
    );
    await press("Đọc phụ lục");
    expect(screen.getByText("Trang “Sheet1” không có bảng phụ lục.")).toBeTruthy();
    await press("Thử lại");
    expect(screen.getByRole("button", { name: "Đúng, tiếp tục" })).toBeTruthy();
  });
});

describe("columns", () => {
  it("marks a doubtful column and lets every role be chosen", async () => {
    await showPane(new FakeCommands());
    await press("Đọc phụ lục");
    expect(screen.getByText(/chưa chắc, xin xem lại/)).toBeTruthy();
    await press("Sửa cột");
    const choice = screen.getByRole("combobox", { name: "Ý nghĩa của cột C" });
    expect(within(choice).getAllByRole("option")[1]?.textContent).toBe("Tình trạng");
    fireEvent.change(choice, { target: { value: "progress" } });
    await press("Đọc lại theo cột đã sửa");
    expect(screen.getByRole("button", { name: "Đúng, tiếp tục" })).toBeTruthy();
  });

  it("takes the header rows from the cells that are selected on the sheet", async () => {
    const commands = new FakeCommands();
    await showPane(commands);
    await press("Đọc phụ lục");
    await press("Sửa cột");
    expect(screen.getByText("Dòng 9")).toBeTruthy();
    await press("Chọn ô tiêu đề trên trang tính");
    act(() => commands.onSelect?.("Phụ lục", 7, 2));
    expect(screen.getByText("Dòng 7, 8")).toBeTruthy();
    act(() => commands.onSelect?.("Trang khác", 3, 1));
    expect(screen.getByText("Dòng 9")).toBeTruthy();
    act(() => commands.onSelect?.("Phụ lục", 7, 2));
    await press("Đọc lại theo cột đã sửa");
    expect(commands.lastOpened.mapping).toEqual({ headerRows: [7, 8], roles: {} });
  });

  it("warns of columns that were chosen before and have gone", async () => {
    const commands = Object.assign(new FakeCommands(), { goneColumns: ["product"] as const });
    await showPane(commands);
    await press("Đọc phụ lục");
    expect(screen.getByRole("alert").textContent).toContain("không còn trên trang: Sản phẩm");
  });

  it("refuses two columns of the same role", async () => {
    await showPane(new FakeCommands());
    await press("Đọc phụ lục");
    await press("Sửa cột");
    fireEvent.change(screen.getByRole("combobox", { name: "Ý nghĩa của cột C" }), {
      target: { value: "task" },
    });
    expect(screen.getAllByRole("alert").at(-1)?.textContent).toContain(
      "Có hai cột cùng là “Nhiệm vụ”",
    );
  });
});

describe("what the appendix says anew", () => {
  it("is listed with both texts before anything is written", async () => {
    const commands = tracked();
    commands.changes = {
      added: 0,
      changed: 1,
      gone: 1,
      results: 0,
      lines: [
        { kind: "changed", text: "Dòng 12: NV002 – Thời hạn: “Quý I” → “Quý II”" },
        { kind: "gone", text: "NV004 “Thi tìm hiểu”" },
      ],
    };
    await showPane(commands);
    expect(
      await screen.findByText(/0 mới, 1 thay đổi, 0 chuyển chỗ, 1 không còn.*Chưa ghi gì/),
    ).toBeTruthy();
    expect(screen.getByText("Dòng 12: NV002 – Thời hạn: “Quý I” → “Quý II”")).toBeTruthy();
    expect(commands.calls).toEqual(["open"]);
  });
});

describe("questions", () => {
  it("asks one after the other and says when all is clear", async () => {
    const commands = tracked();
    commands.questions = [QUESTION, { ...QUESTION, id: "second", text: "Câu thứ hai?" }];
    await showPane(commands);
    expect(screen.getByText("Còn 2 chỗ cần hỏi")).toBeTruthy();
    await press("Trả lời");
    expect(screen.getByRole("heading", { name: "Câu hỏi 1/2" })).toBeTruthy();
    await press("30/6/2024");
    expect(screen.getByRole("heading", { name: "Câu hỏi 2/2" })).toBeTruthy();
    await press("Ngày khác…");
    fireEvent.change(screen.getByLabelText("Ngày đúng"), { target: { value: "31/6/2024" } });
    await press("Dùng câu trả lời này");
    expect(screen.getByText(/Chưa đúng ngày/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Ngày đúng"), { target: { value: "29/6/2024" } });
    await press("Dùng câu trả lời này");
    expect(commands.calls.at(-1)).toBe("answer second 2024-06-29");
    expect(screen.getByRole("heading", { name: "Đã rõ tất cả các chỗ cần hỏi." })).toBeTruthy();
  });

  it("can be left for later", async () => {
    const commands = tracked();
    commands.questions = [QUESTION];
    await showPane(commands);
    await press("Để sau");
    expect(screen.queryByText("Còn 1 chỗ cần hỏi")).toBeNull();
  });
});

describe("overview", () => {
  it("counts each task once and opens the list behind a number", async () => {
    await showPane(tracked());
    expect(
      screen.getByRole("img", { name: /Đã hoàn thành 1, Trong hạn 1, Quá hạn 1/ }),
    ).toBeTruthy();
    await press("Quá hạn: 1, xem danh sách");
    await screen.findByText("1 trong 4 nhiệm vụ");
  });

  it("counts to another day without a call to Excel", async () => {
    const commands = tracked();
    await showPane(commands);
    const before = commands.calls.length;
    await press("Đổi ngày");
    fireEvent.change(screen.getByLabelText("Tính số liệu đến ngày"), {
      target: { value: "1/1/2024" },
    });
    await press("Xem");
    expect(screen.getByText("Số liệu đến ngày 1/1/2024")).toBeTruthy();
    expect(screen.getByText("Không có nhiệm vụ nào quá hạn đến ngày 1/1/2024.")).toBeTruthy();
    expect(commands.calls).toHaveLength(before);
    await press("Đặt làm ngày số liệu");
    expect(commands.calls.at(-1)).toBe("setAsOf 2024-01-01");
    expect(screen.queryByText(/Đang xem thử/)).toBeNull();
  });

  it("follows a change of the sheet within a second", async () => {
    const commands = tracked();
    await showPane(commands);
    commands.tasks = [...commands.tasks, makeTask({ code: "NV099" })];
    act(() => commands.onChange?.());
    await waitFor(() => expect(screen.getByText("5 nhiệm vụ")).toBeTruthy(), { timeout: 1000 });
  });

  it("shows the task of the selected row", async () => {
    const commands = tracked();
    await showPane(commands);
    act(() => commands.onSelect?.("Phụ lục", 13));
    await press(/Mở nhiệm vụ/);
    expect(
      await screen.findByRole("heading", { name: "3 Công khai thủ tục hành chính" }),
    ).toBeTruthy();
  });
});

describe("a first look", () => {
  it("shows the numbers at once, and the questions when the appendix has been read", async () => {
    const commands = tracked();
    commands.firstLook = true;
    let release = () => undefined as void;
    commands.gate = new Promise((resolve) => (release = resolve));
    commands.questions = [QUESTION];
    const started = startLater(commands);
    await screen.findByText("4 nhiệm vụ");
    expect(screen.queryByText("Còn 1 chỗ cần hỏi")).toBeNull();
    release();
    await act(() => started);
    expect(screen.getByText("Còn 1 chỗ cần hỏi")).toBeTruthy();
  });

  it("does not take away what the officer did meanwhile", async () => {
    const commands = new FakeCommands();
    commands.firstLook = true;
    let release = () => undefined as void;
    commands.gate = new Promise((resolve) => (release = resolve));
    const started = startLater(commands);
    await screen.findByRole("button", { name: "Đọc phụ lục" });
    await press("Đọc phụ lục");
    release();
    await act(() => started);
    expect(await screen.findByRole("button", { name: "Đúng, tiếp tục" })).toBeTruthy();
  });
});

describe("tasks", () => {
  const openTasks = async (commands: FakeCommands) => {
    const shown = await showPane(commands);
    await tab("Nhiệm vụ");
    await screen.findByLabelText("Tìm nhiệm vụ");
    return shown;
  };

  it("finds without accents", async () => {
    await openTasks(tracked());
    fireEvent.change(screen.getByLabelText("Tìm nhiệm vụ"), { target: { value: "hoi nghi" } });
    await screen.findByText("1 trong 4 nhiệm vụ");
    expect(screen.getByRole("button", { name: "2 Tổ chức hội nghị tập huấn" })).toBeTruthy();
  });

  it("groups by unit under headings that count", async () => {
    await openTasks(tracked());
    await press("Lọc thêm, sắp xếp");
    fireEvent.change(screen.getByLabelText("Sắp xếp"), { target: { value: "unit" } });
    expect(await screen.findByRole("heading", { name: "Văn phòng: 3 nhiệm vụ" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Phòng Quản lý đầu tư: 1 nhiệm vụ" })).toBeTruthy();
  });

  it("enters a result and gives the numbers that follow", async () => {
    const commands = tracked();
    await openTasks(commands);
    await press("1 Đăng tin, bài về dịch vụ công trực tuyến");
    await press("Ghi kết quả");
    await press("Lưu");
    expect(screen.getByText("Ghi kết quả, số lượng hoặc ngày hoàn thành.")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Ngày hoàn thành"), { target: { value: "12/6/2024" } });
    fireEvent.change(screen.getByLabelText("Số lượng"), { target: { value: "4 tin" } });
    await press("Lưu");
    expect(screen.getByText(/Số lượng chỉ ghi số/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Số lượng"), { target: { value: "04" } });
    await press("Lưu");
    expect(commands.entries[0]).toMatchObject({ code: "NV001", quantity: 4, date: "2024-06-14" });
    expect(screen.getByText(/Hoàn thành quá hạn \(12\/6\/2024\), chậm 73 ngày/)).toBeTruthy();
  });

  it("keeps what is being typed when the sheet changes", async () => {
    const commands = tracked();
    await openTasks(commands);
    await press("1 Đăng tin, bài về dịch vụ công trực tuyến");
    await press("Ghi kết quả");
    fireEvent.change(screen.getByLabelText("Kết quả"), { target: { value: "Đã đăng 04 tin" } });
    commands.tasks = commands.tasks.map((task) => ({ ...task, note: "mới" }));
    act(() => commands.onChange?.());
    act(() => commands.onSelect?.("Phụ lục", 13));
    await screen.findByText(/vừa thay đổi trong trang/);
    expect(screen.getByLabelText<HTMLTextAreaElement>("Kết quả").value).toBe("Đã đăng 04 tin");
  });

  it("asks for the document that allows another deadline", async () => {
    const commands = tracked();
    await openTasks(commands);
    await press("1 Đăng tin, bài về dịch vụ công trực tuyến");
    await press("Điều chỉnh thời hạn");
    fireEvent.change(screen.getByLabelText("Thời hạn mới"), { target: { value: "30/6/2024" } });
    await press("Lưu");
    expect(screen.getByText("Ghi số, ngày văn bản cho phép điều chỉnh.")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Căn cứ điều chỉnh"), { target: { value: "12/CV" } });
    await press("Lưu");
    expect(commands.calls.at(-1)).toBe("adjustDeadline NV001 2024-06-30 12/CV");
  });
});

describe("a deadline that counts from an event", () => {
  const waiting = () => {
    const commands = tracked();
    const text = "Trong 10 ngày kể từ ngày ban hành Kế hoạch";
    const deadline = readDeadline(text, { year: 2024 });
    const task = { deadlineText: text, deadline, dueKind: "relative", due: null } as const;
    commands.tasks = [makeTask({ code: "NV001", title: "Báo cáo sơ kết", ...task })];
    return commands;
  };

  it("shows the due day that follows before it is written", async () => {
    const commands = waiting();
    await showPane(commands);
    await tab("Nhiệm vụ");
    await press("1 Báo cáo sơ kết");
    await press("Nhập ngày của sự kiện");
    await press("Lưu");
    expect(screen.getByText(/Chưa đúng ngày/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Ngày diễn ra"), { target: { value: "3/6/2024" } });
    expect(screen.getByText("Hạn sẽ là ngày 13/6/2024.")).toBeTruthy();
    await press("Lưu");
    expect(commands.calls.at(-1)).toBe("setEventDay NV001 2024-06-03");
  });
});

describe("opening with the file", () => {
  const host = (isOn: boolean) => {
    const chosen: boolean[] = [];
    return {
      chosen,
      autoOpen: { isOn: () => isOn, set: (on: boolean) => Promise.resolve(chosen.push(on) > 0) },
    };
  };

  it("is off until the officer wants it", async () => {
    const { chosen, autoOpen } = host(false);
    await showPane(tracked(), { host: { autoOpen } });
    expect(screen.getByText("4 nhiệm vụ")).toBeTruthy();
    await press("Cài đặt");
    const box = await screen.findByRole<HTMLInputElement>("checkbox", {
      name: "Tự mở ngăn khi mở tệp này",
    });
    expect(box.checked).toBe(false);
    await act(async () => {
      fireEvent.click(box);
      await Promise.resolve();
    });
    expect(chosen).toEqual([true]);
    expect(screen.getByText(/Lưu tệp để lần sau ngăn tự mở/)).toBeTruthy();
  });

  it("begins with what is overdue", async () => {
    await showPane(tracked(), { host: { autoOpen: host(true).autoOpen } });
    expect(await screen.findByText("1 trong 4 nhiệm vụ")).toBeTruthy();
  });

  it("begins with the overview when nothing is overdue", async () => {
    const commands = tracked();
    commands.tasks = commands.tasks.filter(({ code }) => code !== "NV001");
    await showPane(commands, { host: { autoOpen: host(true).autoOpen } });
    expect(screen.getByText("3 nhiệm vụ")).toBeTruthy();
  });

  it("is not offered where the pane cannot do it", async () => {
    await showPane(tracked());
    await press("Cài đặt");
    await screen.findByRole("heading", { name: "Cài đặt" });
    expect(screen.queryByRole("checkbox")).toBeNull();
  });
});

it("keeps the rest of the pane when a part cannot be shown", async () => {
  const logged = jest.mocked(console.error).mockImplementation(() => undefined);
  const commands = tracked();
  const { model } = await showPane(commands);
  const session = model.state.session;
  if (!session) throw new Error("no session");
  // A session without its list of tasks stands for any fault in drawing a part.
  const broken = { ...session, tracking: { ...session.tracking, tasks: null as never } };
  act(() => model.store.set({ session: broken }));
  expect(screen.getByText("Chưa mở được phần này của ngăn.")).toBeTruthy();
  expect(screen.getByRole("tab", { name: "Báo cáo" })).toBeTruthy();
  logged.mockClear();
});

describe("review", () => {
  it("fixes a cell only when asked, and ignores only with a reason", async () => {
    const commands = tracked();
    const fix = { sheet: "Phụ lục", cell: "F21", before: "Thang 8", after: "Tháng 8" };
    const fixable = { ...FINDING, cell: "F21", rule: "spelling", fix };
    commands.findings = [FINDING, fixable];
    await showPane(commands);
    await tab("Rà soát");
    await screen.findByText("Ô C12 chưa ghi sản phẩm.", { selector: "p" }).catch(() => null);
    await press("Sửa “Thang 8” thành “Tháng 8”");
    expect(commands.calls.at(-1)).toBe("applyFixes F21");
    await press("Bỏ qua lỗi này");
    const form = screen.getByLabelText("Lý do bỏ qua").closest("form");
    if (!form) throw new Error("no form");
    fireEvent.submit(form);
    expect(screen.getByText("Ghi lý do để người sau hiểu.")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Lý do bỏ qua"), { target: { value: "đã hỏi" } });
    await act(async () => {
      fireEvent.submit(form);
      await Promise.resolve();
    });
    expect(commands.calls.at(-1)).toBe("ignore C12 đã hỏi");
    expect(screen.getByText("Không thấy chỗ nào cần sửa.")).toBeTruthy();
    expect(screen.getByText("Đã bỏ qua (1)")).toBeTruthy();
    expect(screen.getByText("Lý do bỏ qua: đã hỏi")).toBeTruthy();
    await press("Xem lại");
    expect(commands.calls.at(-1)).toBe("restore C12");
    expect(screen.queryByText("Đã bỏ qua (1)")).toBeNull();
  });

  it("shows every old and new text before it fixes all of a kind", async () => {
    const commands = tracked();
    const fixable = (cell: string, before: string, after: string) => ({
      ...FINDING,
      cell,
      rule: "spelling",
      value: before,
      fix: { sheet: "Phụ lục", cell, before, after },
    });
    const long = "Đăng tin, bài về dịch vụ công trực tuyến trên cổng";
    commands.findings = [
      fixable("F21", "Thang 8", "Tháng 8"),
      fixable("B9", long.normalize("NFD"), long),
    ];
    await showPane(commands);
    await tab("Rà soát");
    await press("Sửa cả 2 chỗ loại này");
    expect(commands.calls.join()).not.toContain("applyFixes");
    const before = screen.getByText("Thang 8", { selector: "del" });
    expect(before.closest("li")?.textContent).toBe("F21Đang ghi: Thang 8Sẽ sửa thành: Tháng 8");
    expect(screen.getAllByText(/Chữ nhìn vẫn như cũ/).length).toBeGreaterThan(0);
    await press("Không sửa");
    expect(screen.queryByText("Thang 8", { selector: "del" })).toBeNull();
    await press("Sửa cả 2 chỗ loại này");
    await press("Ghi 2 chỗ sửa vào phụ lục");
    expect(commands.calls.at(-1)).toBe("applyFixes F21 B9");
  });
});

describe("long work and trouble", () => {
  it("shows progress that can be stopped, and what to do when Excel is slow", async () => {
    jest.useFakeTimers({ doNotFake: ["queueMicrotask"] });
    try {
      const commands = new FakeCommands();
      await showPane(commands);
      let release = () => undefined as void;
      commands.gate = new Promise((resolve) => (release = resolve));
      await press("Đọc phụ lục");
      expect(screen.getByRole("button", { name: "Dừng" })).toBeTruthy();
      act(() => {
        jest.advanceTimersByTime(4500);
      });
      expect(screen.getAllByText(/nhấn Enter hoặc Esc trong ô/).length).toBeGreaterThan(0);
      commands.refusal = refuse("cancelled", "Đã dừng. Chưa ghi gì.");
      await press("Dừng");
      release();
      await act(async () => {
        await Promise.resolve();
        await Promise.resolve();
      });
      expect(screen.getByText("Đã dừng. Chưa ghi gì.")).toBeTruthy();
    } finally {
      jest.useRealTimers();
    }
  });

  it("turns an unexpected fault into a sentence with a next step", async () => {
    const logged = jest.mocked(console.error).mockImplementation(() => undefined);
    const commands = new FakeCommands();
    await showPane(commands);
    commands.refusal = new TypeError("x is not a function");
    await press("Đọc phụ lục");
    expect(screen.getByText(/Có lỗi ngoài dự kiến/)).toBeTruthy();
    expect(screen.queryByText(/x is not a function/)).toBeNull();
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockClear();
  });

  it("takes back the last write", async () => {
    const commands = new FakeCommands();
    await showPane(commands);
    await press("Đọc phụ lục");
    await press("Đúng, tiếp tục");
    await press("Hoàn tác");
    expect(commands.calls.at(-1)).toBe("undo");
    expect(screen.getByRole("button", { name: "Đọc phụ lục" })).toBeTruthy();
  });
});

describe("reports", () => {
  it("asks before the figures are closed", async () => {
    const commands = tracked();
    await showPane(commands);
    await press("Lập báo cáo 6 tháng đầu năm 2024");
    await screen.findByRole("heading", { name: "Báo cáo 6 tháng đầu năm 2024 đã lập xong" });
    await press("Chốt số liệu");
    expect(commands.calls.at(-1)).not.toBe("closeReport");
    await act(async () => {
      fireEvent.click(
        within(screen.getByRole("group", { name: "Chốt số liệu" })).getByRole("button", {
          name: "Chốt số liệu",
        }),
      );
      await Promise.resolve();
    });
    expect(commands.calls.at(-1)).toBe("closeReport");
  });

  it("makes a report of a quarter, and of days of the officer's own, under “Kỳ khác”", async () => {
    const commands = tracked();
    const report = jest.spyOn(commands, "report");
    await showPane(commands);
    await tab("Báo cáo");
    await press("Kỳ khác");
    fireEvent.change(await screen.findByLabelText("Loại kỳ"), { target: { value: "quarter" } });
    fireEvent.change(screen.getByLabelText("Tháng hoặc quý"), { target: { value: "2" } });
    await press(/^Lập báo cáo quý II/i);
    expect(report.mock.lastCall?.[0].period).toMatchObject({
      kind: "quarter",
      from: "2024-03-15",
      to: "2024-06-14",
    });
    await tab("Báo cáo");
    if (!screen.queryByLabelText("Loại kỳ")) await press("Kỳ khác");
    fireEvent.change(screen.getByLabelText("Loại kỳ"), { target: { value: "custom" } });
    const type = (label: RegExp, value: string) => {
      const field = screen.getByLabelText(label);
      fireEvent.change(field, { target: { value } });
      fireEvent.blur(field);
    };
    type(/^Từ ngày/, "10/6/2024");
    type(/^Đến ngày/, "1/2/2024");
    await press("Lập báo cáo");
    expect(screen.getByText("Ngày đầu phải trước ngày cuối.")).toBeTruthy();
    expect(report).toHaveBeenCalledTimes(1);
    type(/^Từ ngày/, "1/2/2024");
    type(/^Đến ngày/, "10/6/2024");
    await press("Lập báo cáo");
    expect(report.mock.lastCall?.[0].period).toMatchObject({
      kind: "custom",
      from: "2024-02-01",
      to: "2024-06-10",
    });
  });

  it("names what stands on the tracking sheets and cannot be read", async () => {
    const commands = tracked();
    const problem = "Trang Kết quả: có dòng chưa ghi mã nhiệm vụ.";
    const open = commands.open.bind(commands);
    commands.open = async (options) => ({ ...(await open(options)), problems: [problem] });
    await showPane(commands);
    expect(await screen.findByText(problem)).toBeTruthy();
  });

  it("says draft before the cut-off", async () => {
    await showPane(tracked(), { today: "2024-05-02" });
    await tab("Báo cáo");
    expect((await screen.findAllByText(/Dự thảo: số liệu đến 2\/5\/2024/)).length).toBe(2);
  });
});

it("speaks English where Excel does", async () => {
  await showPane(new FakeCommands(), { locale: "en", words: await loadWords("en") });
  expect(screen.getByRole("button", { name: "Read the appendix" })).toBeTruthy();
});
