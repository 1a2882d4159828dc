/** @jest-environment jsdom */
import { TextEncoder } from "node:util";
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { urgingBook, type Urging } from "../../src/collect";
import { preparePane } from "./browser-stubs";
import { FakeCommands } from "./fake-commands";
import { showPane } from "./render";

preparePane();
beforeAll(() => {
  // Browsers have it; jsdom does not.
  Object.assign(globalThis, { TextEncoder });
});

const UNIT = "Phòng Quản lý đầu tư";

function urgingOf(date: string): Urging {
  return {
    date,
    unit: UNIT,
    asOf: date,
    overdue: 1,
    longest: 30,
    dueSoon: 0,
    withoutResult: 0,
    way: "",
    note: "",
  };
}

/** The book of urgings as the workbook holds it. */
function bookOf(urgings: readonly Urging[]) {
  const [table] = urgingBook(urgings).tables;
  if (!table) throw new Error("there is no table");
  return {
    SoDonDoc: {
      name: table.name,
      sheet: "Sổ đôn đốc",
      area: { row: 2, column: 0, rows: urgings.length + 1, columns: table.columns.length },
      headers: table.columns.map(({ header }) => header),
      rows: table.rows.map((row) => row.map((cell) => cell ?? "")),
    },
  };
}

async function openPane(change: Partial<FakeCommands> = {}, host = {}) {
  const commands = Object.assign(new FakeCommands(), { tracked: true, ...change });
  const shown = await showPane(commands, { host });
  await screen.findByRole("heading", { name: "Đôn đốc các đơn vị" }, { timeout: 10_000 });
  return { commands, ...shown };
}

const press = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await Promise.resolve();
  });
};

/** Opens a folded part, as a press on its summary does. */
const unfold = async (summary: string | RegExp) => {
  const details = screen.getByText(summary).closest("details");
  if (!details) throw new Error("nothing is folded there");
  await act(async () => {
    details.open = true;
    fireEvent(details, new Event("toggle"));
    await Promise.resolve();
  });
};

it("gives each unit its text to copy, and notes it in the book when the officer says so", async () => {
  const { commands, copied } = await openPane();
  expect(screen.getByText("1 quá hạn")).toBeTruthy();
  await press(`Sao chép nội dung đôn đốc ${UNIT}`);
  expect(copied[0]).toMatch(/đề nghị|Đề nghị/);
  expect(copied[0]).toContain("chậm 75 ngày");
  // Copying alone writes nothing.
  expect(commands.calls).toEqual(["open"]);
  await press(`Ghi vào Sổ đôn đốc: ${UNIT}`);
  expect(commands.calls.at(-1)).toBe(`noteUrged ${UNIT} 2024-06-14`);
});

it("asks more firmly where the book says that the unit was urged before, and once a day is enough", async () => {
  const { copied } = await openPane({
    tables: bookOf([urgingOf("2024-05-02"), urgingOf("2024-06-14")]),
  });
  expect(screen.getByText("1 quá hạn · đã đôn đốc 1 lần, gần nhất 2/5/2024")).toBeTruthy();
  await press(`Sao chép nội dung đôn đốc ${UNIT}`);
  expect(copied[0]).toMatch(/^Việc này đã được đôn đốc ngày 2\/5\/2024\./);
  expect(screen.queryByRole("button", { name: `Ghi vào Sổ đôn đốc: ${UNIT}` })).toBeNull();
  expect(screen.getByText("Hôm nay đã ghi vào Sổ đôn đốc")).toBeTruthy();
  expect(screen.getByText("Đơn vị nhiều lần chậm (1)")).toBeTruthy();
  await unfold("Đơn vị nhiều lần chậm (1)");
  await press("Sao chép để báo cáo lãnh đạo");
  expect(copied[1]).toContain("đã đôn đốc 2 lần");
});

it("gives the due days as a calendar file, and says so where the place refuses files", async () => {
  const { downloads } = await openPane();
  await press("Tải lịch thời hạn (.ics)");
  await waitFor(() =>
    expect(downloads.map(({ name }) => name)).toEqual(["Lich thoi han 14.06.2024.ics"]),
  );
  expect(Buffer.from(downloads[0]?.bytes ?? []).toString()).toContain("BEGIN:VEVENT");
  cleanup();
  await openPane({}, { download: () => Promise.resolve(false) });
  await press("Tải lịch thời hạn (.ics)");
  expect(await screen.findByText("Không tải được tệp trong ngăn này.")).toBeTruthy();
});

it("gives the notice for all units, to paste into Word or as a file", async () => {
  const { copied, downloads } = await openPane();
  await press("Sao chép Thông báo đôn đốc để dán vào Word");
  expect(copied[0]).toContain(UNIT);
  await press("Tải Thông báo đôn đốc (Word)");
  await waitFor(() =>
    expect(downloads.map(({ name }) => name)).toEqual(["Thong bao don doc 14.06.2024.docx"]),
  );
});

it("shows what is worth a question, and opens the task", async () => {
  const { model } = await openPane();
  expect(screen.getByText(/^Chỗ nên hỏi lại trong kết quả \(\d\)$/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Xem NV002 2 / })).toBeNull();
  await unfold(/^Chỗ nên hỏi lại trong kết quả/);
  await press(/^Xem NV002 2 /);
  expect(model.state.openTask).toBe("NV002");
});
