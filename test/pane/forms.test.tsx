/** @jest-environment jsdom */
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { receiptSheet, type Consolidation, type Form, type FormOutcome } from "../../src/collect";
import type { ResultEntry } from "../../src/task";
import { preparePane } from "./browser-stubs";
import { FakeCommands, TASKS } from "./fake-commands";
import { showPane } from "./render";

// Files are packed and unpacked by functions of browsers that jsdom lacks; the browser tests use the real ones.
jest.mock("../../src/file", () => {
  class UnreadableFile extends Error {}
  return {
    UnreadableFile,
    writeWorkbookFile: () => Promise.resolve(new Uint8Array([80, 75])),
    readWorkbookFile: ([first]: Uint8Array) =>
      first === 80
        ? Promise.resolve([])
        : Promise.reject(new UnreadableFile("Tệp không phải là tệp Excel .xlsx.")),
  };
});

preparePane();

const SHEET: Form["sheet"] = {
  name: "Phiếu báo cáo",
  blocks: [{ row: 0, column: 0, cells: [["Mã"]] }],
  styles: [],
  merges: [],
  columnWidths: [],
  rowHeights: {},
  validations: [],
};
const FORM: Form = {
  unit: "Văn phòng",
  fileName: "Phiếu báo cáo – Văn phòng – 6 tháng 2024.xlsx",
  sheet: SHEET,
  leadTasks: 3,
  supportTasks: 1,
};
const OUTCOME: FormOutcome = {
  fileName: "van-phong.xlsx",
  unit: "Văn phòng",
  state: "taken",
  late: false,
  version: "1",
  rows: 3,
  filled: 1,
  problems: [],
};
const entryOf = (result: string, source: string): ResultEntry => ({
  code: "NV001",
  date: "2024-06-14",
  unit: "Văn phòng",
  quantity: 4,
  measure: "tin, bài",
  result,
  evidence: "",
  difficulty: "",
  source,
});

function lookOf(change: Partial<Consolidation> = {}): Consolidation {
  return {
    forms: [OUTCOME],
    missing: ["Phòng Quản lý đầu tư"],
    entries: [entryOf("Đã đăng", "phiếu: van-phong.xlsx")],
    finishes: [],
    newWork: [],
    conflicts: [],
    tracking: {
      settings: new FakeCommands().settings,
      tasks: TASKS,
      entries: [],
      units: [],
    },
    ...change,
  };
}

async function openForms(change: Partial<FakeCommands> = {}, host = {}) {
  const commands = Object.assign(new FakeCommands(), { tracked: true, ...change });
  const shown = await showPane(commands, { host });
  fireEvent.click(screen.getByRole("tab", { name: "Báo cáo" }));
  const title = { name: "Phiếu báo cáo của các đơn vị" };
  // The part is loaded when the tab is first opened.
  await screen.findByRole("heading", title, { timeout: 10_000 });
  return { commands, ...shown };
}

const press = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await Promise.resolve();
  });
};

/** A file as the browser gives it; jsdom's own has no way to its bytes. */
function fileOf(name: string, bytes: Uint8Array): File {
  const file = new File([new Uint8Array(bytes)], name);
  return Object.assign(file, {
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  });
}

async function take(...files: File[]) {
  await act(async () => {
    fireEvent.change(document.querySelector("input[type=file]") ?? document, {
      target: { files },
    });
    await Promise.resolve();
  });
}

const workbook = () => fileOf("van-phong.xlsx", new Uint8Array([80, 75]));

it("makes the forms of the period proposed and gives each as a file or in Excel", async () => {
  const openWorkbook = jest.fn(() => Promise.resolve());
  const { commands, downloads } = await openForms({ unitForms: [FORM] }, { openWorkbook });
  fireEvent.change(screen.getByLabelText("Đơn vị gửi trước hoặc đúng ngày"), {
    target: { value: "10/6/2024" },
  });
  await press("Lập phiếu cho các đơn vị");
  expect(commands.calls.at(-1)).toBe("forms 6 tháng 2024 2024-06-10");
  expect(await screen.findByText("3 chủ trì, 1 phối hợp")).toBeTruthy();
  await press("Tải phiếu của Văn phòng");
  await waitFor(() => expect(downloads.map(({ name }) => name)).toEqual([FORM.fileName]));
  await waitFor(() => expect(screen.queryByText("Đang ghi phiếu thành tệp…")).toBeNull());
  await press("Mở trong Excel phiếu của Văn phòng");
  await waitFor(() => expect(openWorkbook).toHaveBeenCalledTimes(1));
});

it("does not make forms for a day that is no date, and offers no Excel where there is none", async () => {
  const { commands } = await openForms({ unitForms: [FORM] });
  const day = screen.getByLabelText("Đơn vị gửi trước hoặc đúng ngày");
  fireEvent.change(day, { target: { value: "31/6" } });
  await press("Lập phiếu cho các đơn vị");
  expect(commands.calls).toEqual(["open"]);
  expect(screen.getByText(/Chưa đúng ngày/)).toBeTruthy();
  fireEvent.change(day, { target: { value: "" } });
  await press("Lập phiếu cho các đơn vị");
  expect(commands.calls.at(-1)).toBe("forms 6 tháng 2024 -");
  await screen.findByRole("button", { name: "Tải phiếu của Văn phòng" });
  expect(screen.queryByRole("button", { name: /^Mở trong Excel/ })).toBeNull();
});

it("shows what the files say before anything is written, and then writes with a way back", async () => {
  const { commands } = await openForms({ consolidation: lookOf() });
  await take(workbook(), fileOf("thu.xlsx", new Uint8Array([1, 2, 3])));
  const found = await screen.findByRole("region", { name: "Các phiếu vừa nhận (chưa ghi)" });
  expect(within(found).getByText(/^nhận được/)).toBeTruthy();
  expect(within(found).getByText(/Tệp không phải là tệp Excel/)).toBeTruthy();
  expect(within(found).getByText("Phòng Quản lý đầu tư")).toBeTruthy();
  expect(commands.calls.at(-1)).toBe("lookAtForms van-phong.xlsx");
  await press("Ghi vào Kết quả");
  expect(commands.calls.at(-1)).toBe("collect van-phong.xlsx");
  await waitFor(() => expect(screen.getAllByText("Đã nhận 1/1 phiếu.").length).toBeGreaterThan(0));
  expect(screen.getByRole("button", { name: "Hoàn tác" })).toBeTruthy();
  // The file that could not be read is still there to be asked about; what was written is not.
  expect(screen.queryByRole("button", { name: "Ghi vào Kết quả" })).toBeNull();
  expect(screen.queryByText(/^nhận được/)).toBeNull();
  await press("Bỏ các tệp này");
  expect(screen.queryByRole("region", { name: "Các phiếu vừa nhận (chưa ghi)" })).toBeNull();
});

it("asks for the unit of a file that does not say it", async () => {
  const unknown: FormOutcome = { ...OUTCOME, unit: "", state: "unknown-unit" };
  const { commands } = await openForms({
    consolidation: lookOf({ forms: [unknown], entries: [] }),
  });
  await take(workbook());
  const choice = await screen.findByLabelText("Đơn vị gửi tệp “van-phong.xlsx”");
  expect(screen.queryByRole("button", { name: "Ghi vào Kết quả" })).toBeNull();
  commands.consolidation = lookOf();
  fireEvent.change(choice, { target: { value: "Văn phòng" } });
  await screen.findByRole("button", { name: "Ghi vào Kết quả" });
  expect(commands.collectRequests.at(-1)?.units).toEqual({ "van-phong.xlsx": "Văn phòng" });
});

it.each([
  [0, ["here"]],
  [1, ["form"]],
  [2, ["here", "form"]],
])("writes the side of a conflict that was chosen: %s", async (at, expected) => {
  const conflict: Consolidation["conflicts"][number] = {
    id: "entry|NV001|Văn phòng",
    kind: "entry",
    code: "NV001",
    unit: "Văn phòng",
    options: [
      {
        id: "here",
        source: "phụ lục",
        present: true,
        entry: entryOf("cũ", "phụ lục"),
        finished: null,
      },
      {
        id: "form",
        source: "phiếu: van-phong.xlsx",
        present: false,
        entry: entryOf("mới", "phiếu: van-phong.xlsx"),
        finished: null,
      },
    ],
  };
  const { commands } = await openForms({ consolidation: lookOf({ conflicts: [conflict] }) });
  await take(workbook());
  const group = await screen.findByRole("group", { name: /NV001 Đăng tin, bài/ });
  const radios = within(group).getAllByRole<HTMLInputElement>("radio");
  expect(radios.map(({ checked }) => checked)).toEqual([false, false, false, true]);
  fireEvent.click(radios[at] ?? group);
  await press("Ghi vào Kết quả");
  expect(commands.collectRequests.at(-1)?.decisions).toEqual({ [conflict.id]: expected });
});

it("takes at most twenty files at a time", async () => {
  const { commands } = await openForms({ consolidation: lookOf() });
  const one = workbook();
  await take(...Array.from({ length: 21 }, () => one));
  expect(await screen.findByText(/nhiều nhất 20 tệp/)).toBeTruthy();
  expect(commands.calls).toEqual(["open"]);
});

it("makes the forms of another period, or of days of one's own", async () => {
  const { commands } = await openForms({ unitForms: [FORM] });
  const period = screen.getByLabelText("Kỳ của phiếu (năm 2024)");
  fireEvent.change(period, { target: { value: "quarter-3" } });
  expect(screen.getByText("Kỳ 15/6/2024 – 14/9/2024")).toBeTruthy();
  await press("Lập phiếu cho các đơn vị");
  expect(commands.calls.at(-1)).toBe("forms quý III 2024 -");
  fireEvent.change(period, { target: { value: "custom" } });
  await press("Lập phiếu cho các đơn vị");
  expect(commands.calls.at(-1)).toBe("forms quý III 2024 -");
  fireEvent.change(screen.getByLabelText("Từ ngày"), { target: { value: "1/2/2024" } });
  fireEvent.change(screen.getByLabelText("Đến ngày"), { target: { value: "31/3/2024" } });
  await press("Lập phiếu cho các đơn vị");
  expect(commands.calls.at(-1)).toMatch(/^forms .*2024/);
  expect(commands.calls.at(-1)).not.toBe("forms quý III 2024 -");
});

it("says in the pane's own language what is unclear in a file", async () => {
  const told: FormOutcome = {
    ...OUTCOME,
    problems: [{ kind: "unreadable-date", cell: "F12", value: "xong rồi" }],
  };
  await openForms({ consolidation: lookOf({ forms: [told] }) });
  await take(workbook());
  expect(await screen.findByText(/^Ô F12 ghi “xong rồi”, không đọc được thành ngày/)).toBeTruthy();
  cleanup();
  const { en } = await import("../../src/locale/en");
  const commands = Object.assign(new FakeCommands(), {
    tracked: true,
    consolidation: lookOf({ forms: [told] }),
  });
  await showPane(commands, { locale: "en", words: en });
  fireEvent.click(screen.getByRole("tab", { name: en.tabs.reports }));
  await screen.findByRole("heading", { name: en.forms.title }, { timeout: 10_000 });
  await take(workbook());
  expect(await screen.findByText(/^Cell F12: “xong rồi” is not a day/)).toBeTruthy();
});

/** The book of received reports as the workbook holds it: one report came late, one is awaited. */
function bookOfReports() {
  const line = { from: "2023-12-15", to: "2024-06-14", sendBy: "2024-06-10", version: 0 };
  const [table] = receiptSheet([
    {
      ...line,
      unit: "Văn phòng",
      received: "2024-06-12",
      version: 1,
      versions: ["abc1234"],
      returnedReason: "",
      newDate: null,
    },
    {
      ...line,
      unit: "Phòng Quản lý đầu tư",
      received: null,
      versions: [],
      returnedReason: "",
      newDate: null,
    },
  ]).tables;
  if (!table) throw new Error("there is no table");
  return {
    SoNhan: {
      name: table.name,
      sheet: "Sổ nhận báo cáo",
      area: { row: 2, column: 0, rows: 3, columns: table.columns.length },
      headers: table.columns.map(({ header }) => header),
      rows: table.rows.map((row) => row.map((cell) => cell ?? "")),
    },
  };
}

it("shows who has reported and sends a report back only with a reason and a day", async () => {
  const { commands } = await openForms({ tables: bookOfReports() });
  expect(await screen.findByText("Đã gửi 1/2 đơn vị, trong đó đúng hạn 0.")).toBeTruthy();
  expect(screen.getByText("muộn · nhận ngày 12/6/2024")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Trả lại báo cáo của Phòng/ })).toBeNull();
  await press("Trả lại báo cáo của Văn phòng");
  await press("Ghi vào sổ");
  expect(screen.getByText("Ghi lý do để đơn vị biết cần sửa gì.")).toBeTruthy();
  expect(commands.calls).toEqual(["open"]);
  fireEvent.change(screen.getByLabelText("Lý do trả lại"), {
    target: { value: "Thiếu minh chứng" },
  });
  fireEvent.change(screen.getByLabelText("Gửi lại chậm nhất ngày"), {
    target: { value: "20/6/2024" },
  });
  await press("Ghi vào sổ");
  expect(commands.calls.at(-1)).toBe("sendBack Văn phòng 6 tháng 2024 Thiếu minh chứng 2024-06-20");
  await press("Mở trang Sổ nhận báo cáo");
  expect(commands.visits).toEqual(["Sổ nhận báo cáo!A1"]);
});
