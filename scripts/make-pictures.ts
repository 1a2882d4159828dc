/**
 * Takes the pictures of the documents from the built trial page, on the sample as of 14/6/2024:
 *   npm run build && npx tsx scripts/make-pictures.ts [folder, docs/pictures if not said]
 */
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium, type FrameLocator, type Page } from "playwright-core";
import { serveFolder } from "./serve-folder";

const root = join(__dirname, "..");
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

async function main(): Promise<void> {
  const [output = join(root, "docs/pictures"), dist = join(root, "dist")] = process.argv.slice(2);
  const folder = resolve(output);
  mkdirSync(folder, { recursive: true });
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  if (!executablePath) throw new Error("Chromium or Chrome must be installed for the pictures");
  const { address, server } = await serveFolder(resolve(dist), 4200);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
    await page.goto(`${address}index.html`);
    await takeAll(page, page.frameLocator("iframe"), folder);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function takeAll(page: Page, pane: FrameLocator, folder: string): Promise<void> {
  const take = async (name: string) => {
    // The grid follows the workbook a moment after the pane.
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  const press = (name: string | RegExp) => pane.getByRole("button", { name }).first().click();
  const tab = (name: string) => pane.getByRole("tab", { name }).click();

  await pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
  await take("1-bat-dau");
  await press("Đọc phụ lục");
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).waitFor();
  await take("2-xac-nhan-cot");
  await press("Đúng, tiếp tục");
  await pane.getByText("30 nhiệm vụ", { exact: true }).waitFor();
  await take("3-tong-quan");
  await press("Trả lời");
  await pane.getByRole("heading", { name: /Câu hỏi/ }).waitFor();
  await take("4-cau-hoi");
  await press("Quay lại");
  await press(/^Quá hạn: /);
  await pane.getByRole("heading", { name: "Nhiệm vụ" }).waitFor();
  await take("5-nhiem-vu-qua-han");
  await press(/^Ghi kết quả/);
  await pane.getByRole("button", { name: "Điều chỉnh thời hạn" }).waitFor();
  await press("Ghi kết quả");
  await take("6-ghi-ket-qua");
  await tab("Rà soát");
  await pane.getByRole("heading", { name: "Rà soát phụ lục" }).waitFor();
  await take("7-ra-soat");
  await tab("Báo cáo");
  await press(/^Lập báo cáo 6 tháng/);
  await pane.getByRole("heading", { name: /đã lập xong/ }).waitFor();
  await take("8-bao-cao");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
