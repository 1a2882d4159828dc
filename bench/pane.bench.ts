/**
 * The pane in a real Chromium: time to the first content and until it can be used, beside a page that shows
 * one Fluent button and is built with the same tools; and the pane's actions on 300 and 3,000 tasks.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { writeWorkbookFile } from "../src/file";
import { openSite, type Site } from "../test/browser/browser";

const ROOT = join(__dirname, "..");
const ROUNDS = 7;

/** A page with one Fluent button, built as the pane is: what any pane of this kind costs at least. */
function buildHello(folder: string): void {
  const entry = join(folder, "hello.tsx");
  writeFileSync(
    entry,
    `import { Button, FluentProvider, webLightTheme } from "@fluentui/react-components";
     import { createRoot } from "react-dom/client";
     const element = document.getElementById("pane");
     if (element) createRoot(element).render(
       <FluentProvider theme={webLightTheme}><Button>Xin chào</Button></FluentProvider>);`,
  );
  const config = join(folder, "hello.config.js");
  writeFileSync(
    config,
    `const base = require(${JSON.stringify(join(ROOT, "webpack.config.js"))});
     module.exports = async (env, argv) => {
       const config = await base({ output: ${JSON.stringify(join(folder, "out"))} }, argv);
       const [page] = config.plugins.filter(({ userOptions }) => userOptions?.filename === "trial.html");
       return {
         ...config,
         cache: false,
         devtool: false,
         entry: { hello: ${JSON.stringify(entry)} },
         plugins: [new page.constructor({ ...page.userOptions, chunks: ["hello"] })],
         resolve: { ...config.resolve, modules: [${JSON.stringify(join(ROOT, "node_modules"))}] },
       };
     };`,
  );
  const webpack = require.resolve("webpack/bin/webpack.js");
  execFileSync(process.execPath, [webpack, "--mode", "production", "-c", config], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** An appendix of so many tasks as a file, with the columns that such tables have. */
function appendixFile(count: number): Promise<Uint8Array> {
  const deadlines = ["Quý I", "Quý II", "Tháng 9/2024", "Thường xuyên", "30/6/2024"];
  const rows = Array.from({ length: count }, (_, at) => [
    String(at + 1),
    `Tuyên truyền nội dung số ${at + 1} về cải cách hành chính đến doanh nghiệp, người lao động`,
    "Tin, bài",
    `Phòng chuyên môn số ${(at % 12) + 1}`,
    deadlines[at % deadlines.length] ?? "",
  ]);
  const cells = [
    ["PHỤ LỤC NHIỆM VỤ NĂM 2024", "", "", "", ""],
    ["STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Thời hạn"],
    ...rows,
  ];
  return writeWorkbookFile([
    {
      name: "Phụ lục",
      blocks: [{ row: 0, column: 0, cells }],
      styles: [],
      merges: [],
      columnWidths: [],
      rowHeights: {},
      validations: [],
    },
  ]);
}

/** Milliseconds from the start of a navigation until a button is there, and until the first paint with content. */
async function load(
  context: BrowserContext,
  address: string,
  button: string,
): Promise<{ readonly content: number; readonly usable: number }> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: button }).waitFor();
  const times = await page.evaluate(() => ({
    content: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    usable: performance.now(),
  }));
  await page.close();
  return times;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The add-in's own page in an Excel that answers at once that the workbook is empty. */
const OFFICE = `window.Office = {
  HostType: { Excel: "Excel" },
  context: { requirements: { isSetSupported: () => true }, displayLanguage: "vi-VN", document: {} },
  actions: { associate() {} },
  onReady: (then) => Promise.resolve({ host: "Excel" }).then((ready) => { then?.(ready); return ready; }),
};
window.Excel = { run: () => Promise.reject(new Error("no workbook")) };`;

async function benchLoading(site: Site, folder: string): Promise<void> {
  const visit = await site.open("index.html");
  const { context } = visit;
  await context.route(/appsforoffice/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: OFFICE }),
  );
  const hello = await site.serve(join(folder, "out"));
  const measured = { hello: [] as number[][], pane: [] as number[][] };
  // Turn about, so that a busy moment of the machine strikes both.
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await load(context, `${hello}trial.html`, "Xin chào");
    const pane = await load(context, `${site.address}taskpane.html`, "Đọc phụ lục");
    measured.hello.push([bare.content, bare.usable]);
    measured.pane.push([pane.content, pane.usable]);
  }
  const of = (runs: number[][], at: number) => median(runs.map((run) => run[at] ?? 0));
  console.log("page             | first content | can be used");
  for (const [name, runs] of Object.entries(measured)) {
    console.log(
      `${name.padEnd(16)} | ${of(runs, 0).toFixed(0).padStart(10)} ms | ${of(runs, 1).toFixed(0).padStart(8)} ms`,
    );
  }
  const ratio = (at: number) => (of(measured.pane, at) / of(measured.hello, at)).toFixed(2);
  console.log(`pane / hello     | ${ratio(0).padStart(10)} × | ${ratio(1).padStart(8)} ×\n`);
  await context.close();
}

/** Milliseconds of an action, from the event until the frame after it is drawn, inside of the pane's own page. */
function timeIn(
  pane: FrameLocator,
  selector: string,
  typed: string | null = null,
): Promise<number> {
  return pane
    .locator(selector)
    .first()
    .evaluate(
      (element, text) =>
        new Promise<number>((resolve) => {
          const start = performance.now();
          if (text === null) (element as HTMLElement).click();
          else {
            const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
            value?.set?.call(element, text);
            element.dispatchEvent(new Event("input", { bubbles: true }));
          }
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        }),
      typed,
    );
}

async function actions(page: Page, pane: FrameLocator): Promise<Record<string, number>> {
  const tab = (name: string) => timeIn(pane, `[role=tab]:has-text("${name}")`);
  // Each part is loaded once before it is measured.
  for (const name of ["Nhiệm vụ", "Rà soát", "Báo cáo", "Tổng quan"]) {
    await pane.getByRole("tab", { name }).click();
    await page.waitForTimeout(300);
  }
  const times: Record<string, number> = {};
  times["open the list"] = await tab("Nhiệm vụ");
  times["search"] = await timeIn(pane, "input[type=search]", "noi dung so 17");
  await page.waitForTimeout(300);
  times["open a card"] = await timeIn(pane, "[data-task]");
  times["open the review"] = await tab("Rà soát");
  times["open the overview"] = await tab("Tổng quan");
  await pane.getByRole("button", { name: "Đổi ngày" }).click();
  await pane.getByRole("button", { name: "Hôm nay" }).waitFor();
  times["count to another day"] = await timeIn(pane, 'button:has-text("Hôm nay")');
  return times;
}

async function benchActions(site: Site): Promise<void> {
  const tables: Record<string, number>[] = [];
  const counts = [300, 3_000];
  for (const count of counts) {
    const { page, pane, context } = await site.open("index.html");
    await pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
    await page.locator("header input[type=file]").setInputFiles({
      name: "bench.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from(await appendixFile(count)),
    });
    await page.getByText("bench.xlsx").waitFor();
    await pane.getByRole("button", { name: "Đọc phụ lục" }).click();
    await pane.getByRole("button", { name: "Đúng, tiếp tục" }).click();
    await pane.getByRole("tab", { name: "Tổng quan" }).waitFor({ timeout: 180_000 });
    tables.push(await actions(page, pane));
    await context.close();
  }
  console.log(
    `action                 | ${counts.map((count) => `${count} tasks`.padStart(11)).join(" | ")}`,
  );
  for (const name of Object.keys(tables[0] ?? {})) {
    const times = tables.map((table) => `${(table[name] ?? 0).toFixed(0)} ms`.padStart(11));
    console.log(`${name.padEnd(22)} | ${times.join(" | ")}`);
  }
}

export default async function (): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "phu-luc-bench-"));
  const site = await openSite();
  try {
    buildHello(folder);
    await benchLoading(site, folder);
    await benchActions(site);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
