/** @jest-environment jsdom */
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { Consolidation, Form, FormOutcome } from "../../src/collect";
import type { ResultEntry } from "../../src/task";
import { stubBrowser } from "./browser-stubs";
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

beforeAll(stubBrowser);
afterEach(cleanup);

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
  await screen.findByRole("heading", { name: "Phiếu báo cáo của các đơn vị" });
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
