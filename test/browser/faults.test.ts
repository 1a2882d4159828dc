import type { Frame, Page } from "playwright-core";
import type { StandIn } from "../../src/host";
import { openSite, type Site, type Visit } from "./browser";

jest.setTimeout(120_000);

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 600_000);
afterAll(() => site.close());

/** The workbook in the page's worker, as the worker's own console sees it. */
declare const phuLucWorkbook: StandIn;

async function inWorker<Given>(
  { page }: Visit,
  act: (given: Given) => unknown,
  given: Given,
): Promise<void> {
  const [worker] = page.workers();
  if (!worker) throw new Error("the page has no worker");
  await worker.evaluate(act as (given: unknown) => unknown, given);
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes("trial.html"));
  if (!frame) throw new Error("no pane");
  return frame;
}

async function openTracked(): Promise<Visit> {
  const visit = await site.open("index.html");
  await visit.pane.getByRole("button", { name: "Đọc phụ lục" }).click();
  await visit.pane.getByRole("button", { name: "Đúng, tiếp tục" }).click();
  await visit.pane.getByText("30 nhiệm vụ", { exact: true }).waitFor();
  return visit;
}

/** Opens the card of a task and its form for a result. */
async function openResultForm({ pane }: Visit, task: RegExp): Promise<void> {
  await pane.getByRole("tab", { name: "Nhiệm vụ" }).click();
  await pane.getByRole("button", { name: task }).first().click();
  await pane.getByRole("button", { name: "Ghi kết quả" }).click();
}

const SPREAD = /^1\.2 Phổ biến Kế hoạch/;

it("waits while a cell is being edited, says what to press, and goes on by itself", async () => {
  const visit = await site.open("index.html");
  const { pane } = visit;
  await pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
  await inWorker(visit, () => (phuLucWorkbook.faults.cellEdit = true), null);
  await pane.getByRole("button", { name: "Đọc phụ lục" }).click();
  await pane.getByText(/Đang sửa một ô\. Nhấn Enter hoặc Esc/).waitFor();
  await inWorker(visit, () => (phuLucWorkbook.faults.cellEdit = false), null);
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).waitFor();
});

it("says that Excel does not answer, can be stopped, and works when tried again", async () => {
  const visit = await site.open("index.html");
  const { pane } = visit;
  await pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
  const never = { request: { number: 1, never: "before" } } as const;
  await inWorker(visit, (fault) => phuLucWorkbook.faults.plan(fault), never);
  await pane.getByRole("button", { name: "Đọc phụ lục" }).click();
  await pane
    .getByText(/^Excel chưa trả lời\./)
    .first()
    .waitFor();
  await pane.getByRole("button", { name: "Dừng" }).click();
  await pane.getByRole("button", { name: "Thử lại" }).click();
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).waitFor();
});

it("names the protected sheet, writes nothing, and saves once it is open", async () => {
  const visit = await openTracked();
  const { page, pane } = visit;
  const protect = (on: boolean) =>
    frameOf(page).evaluate(
      (how) =>
        Excel.run(async (context) => {
          const { protection } = context.workbook.worksheets.getItem("Kết quả");
          if (how) protection.protect();
          else protection.unprotect();
          await context.sync();
        }),
      on,
    );
  await openResultForm(visit, SPREAD);
  await protect(true);
  await pane.getByLabel("Kết quả", { exact: true }).fill("Đã phổ biến tại hội nghị giao ban");
  await pane.getByRole("button", { name: "Lưu" }).click();
  await pane.getByText("Trang “Kết quả” đang được bảo vệ. Chưa ghi gì.").waitFor();
  await protect(false);
  await pane.getByRole("button", { name: "Lưu" }).click();
  await pane
    .getByText(/Đã ghi vào trang Kết quả/)
    .first()
    .waitFor();
});

it("shows a change of the sheet at once and keeps what is being typed", async () => {
  const visit = await openTracked();
  const { page, pane } = visit;
  await openResultForm(visit, SPREAD);
  await pane.getByLabel("Kết quả", { exact: true }).fill("đang gõ dở");
  await page.getByRole("button", { name: "Phụ lục", exact: true }).click();
  await page.getByRole("gridcell", { name: /^Phổ biến Kế hoạch/ }).click();
  await page.keyboard.type("Phổ biến Kế hoạch đến mọi doanh nghiệp trong khu công nghiệp");
  await page.keyboard.press("Enter");
  await pane.getByText(/vừa thay đổi trong trang/).waitFor();
  await pane
    .getByRole("heading", { name: /đến mọi doanh nghiệp trong khu công nghiệp$/ })
    .waitFor();
  expect(await pane.getByLabel("Kết quả", { exact: true }).inputValue()).toBe("đang gõ dở");
});

it("refuses to write over what another window wrote meanwhile", async () => {
  const visit = await openTracked();
  const { pane } = visit;
  await openResultForm(visit, SPREAD);
  // The other window's event is lost, as Excel loses some.
  await inWorker(
    visit,
    () => {
      phuLucWorkbook.faults.loseEvents = true;
      const { view, officer } = phuLucWorkbook;
      const cells = view.cells("Theo dõi", 0, 60);
      const header = cells.find(({ text }) => text === "Ngày hoàn thành");
      const task = cells.find(({ text }) => text.startsWith("Phổ biến Kế hoạch"));
      if (!header || !task) throw new Error("Theo dõi has other columns");
      let letters = "";
      for (let at = header.column; at >= 0; at = Math.floor(at / 26) - 1) {
        letters = String.fromCharCode(65 + (at % 26)) + letters;
      }
      officer.type("Theo dõi", `${letters}${task.row + 1}`, "1/2/2024");
    },
    null,
  );
  await pane.getByLabel("Kết quả", { exact: true }).fill("Đã phổ biến");
  await pane.getByRole("button", { name: "Lưu" }).click();
  await pane
    .getByRole("alert")
    .getByText(/thay đổi/)
    .first()
    .waitFor();
  expect(await pane.getByLabel("Kết quả", { exact: true }).inputValue()).toBe("Đã phổ biến");
});

it("stops long work without leaving a sheet that looks finished, and takes a write back", async () => {
  const visit = await openTracked();
  const { page, pane } = visit;
  await pane.getByRole("tab", { name: "Báo cáo" }).click();
  const late = [1, 2, 3, 4].map((number) => ({ request: { number, late: 1500 } }));
  await inWorker(visit, (faults) => faults.forEach((one) => phuLucWorkbook.faults.plan(one)), late);
  await pane.getByRole("button", { name: /^Lập báo cáo 6 tháng đầu năm 2024/ }).click();
  await pane.getByText("Đang ghi các trang…").first().waitFor();
  await pane.getByRole("button", { name: "Dừng" }).click();
  await pane
    .getByText(/Đã dừng/)
    .first()
    .waitFor();
  const tab = page.getByRole("button", { name: "BC 6 tháng 2024" });
  if ((await tab.count()) > 0) {
    await tab.click();
    await page.getByRole("gridcell", { name: /ĐANG LẬP – CHƯA HOÀN CHỈNH/ }).waitFor();
  }
  await pane.getByRole("button", { name: /^Lập báo cáo 6 tháng đầu năm 2024/ }).click();
  await pane.getByRole("heading", { name: /đã lập xong/ }).waitFor();
  expect(await page.getByRole("gridcell", { name: /ĐANG LẬP/ }).count()).toBe(0);
});

it("takes the last write back", async () => {
  const { page, pane } = await openTracked();
  expect(await page.getByRole("button", { name: "Theo dõi", exact: true }).count()).toBe(1);
  await pane.getByRole("button", { name: "Hoàn tác" }).click();
  await pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
  expect(await page.getByRole("button", { name: "Theo dõi", exact: true }).count()).toBe(0);
});

it("stays alive while the workbook in the worker is busy", async () => {
  const visit = await site.open("index.html");
  const { page } = visit;
  await page.getByRole("gridcell", { name: "UBND TỈNH HƯNG YÊN" }).waitFor();
  const isBusy = inWorker(
    visit,
    (milliseconds) => {
      const end = Date.now() + milliseconds;
      while (Date.now() < end);
    },
    3000,
  ).then(() => false);
  await page.getByRole("gridcell", { name: "UBND TỈNH HƯNG YÊN" }).click();
  await page.keyboard.press("ArrowDown");
  const label = await page.getByRole("textbox", { name: /^Ô A2/ }).getAttribute("aria-label");
  expect(label).toMatch(/^Ô A2/);
  expect(await Promise.race([isBusy, Promise.resolve(true)])).toBe(true);
});
