import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import { openSite, type Site, type Visit } from "./browser";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 600_000);
afterAll(() => site.close());

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong in a page or a frame, by rule and place. */
async function violations(where: Page | Frame): Promise<string[]> {
  // eval, because the pages' own policy refuses scripts that are put into them.
  await where.evaluate(axe);
  const found = await where.evaluate(`axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    iframes: false,
    rules: { region: { enabled: false } },
  }).then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target.join(" ") + " " + n.html.slice(0, 160))))`);
  return found as string[];
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes("trial.html"));
  if (!frame) throw new Error("no pane");
  return frame;
}

/** Nothing may be cut off or need scrolling sideways. */
async function sideways(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

const LOOKS = [
  { name: "desktop", width: 1366, height: 768 },
  { name: "320 px", width: 320, height: 700 },
  { name: "dark", width: 1366, height: 768, dark: true },
  { name: "contrast", width: 1366, height: 768, contrast: true },
];

async function everyView(visit: Visit, look: (name: string) => Promise<void>): Promise<void> {
  const { pane } = visit;
  await pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
  await look("first");
  await pane.getByRole("button", { name: "Đọc phụ lục" }).click();
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).waitFor();
  await look("columns");
  await pane.getByRole("button", { name: "Sửa cột" }).click();
  await look("columns edited");
  await pane.getByRole("button", { name: "Giữ như cũ" }).click();
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).click();
  await pane.getByText("30 nhiệm vụ", { exact: true }).waitFor();
  await look("overview");
  const answer = pane.getByRole("button", { name: "Trả lời" });
  if ((await answer.count()) > 0) {
    await answer.click();
    await pane.getByRole("heading", { name: /Câu hỏi/ }).waitFor();
    await look("question");
    await pane.getByRole("button", { name: "Quay lại" }).click();
  }
  await pane.getByRole("tab", { name: "Nhiệm vụ" }).click();
  await pane.getByRole("button", { name: /^1\.1 Ban hành Kế hoạch/ }).waitFor();
  await look("tasks");
  await pane
    .getByRole("button", { name: /^1\.1 Ban hành Kế hoạch/ })
    .first()
    .click();
  await pane.getByRole("button", { name: "Ghi kết quả" }).click();
  await look("result form");
  await pane.getByRole("tab", { name: "Rà soát" }).click();
  await pane.getByRole("heading", { name: "Rà soát phụ lục" }).waitFor();
  await look("review");
  await pane.getByRole("tab", { name: "Báo cáo" }).click();
  await pane.getByRole("heading", { name: "Lập báo cáo" }).waitFor();
  await pane.getByRole("button", { name: "Kỳ khác" }).click();
  await look("reports");
  await pane.getByRole("button", { name: "Cài đặt" }).click();
  await pane.getByRole("heading", { name: "Cài đặt" }).waitFor();
  await look("settings");
}

it.each(LOOKS)("has no barrier in any view: $name", async (size) => {
  const visit = await site.open("index.html", size);
  const wrong: string[] = [];
  await everyView(visit, async (name) => {
    const frame = frameOf(visit.page);
    wrong.push(...(await violations(frame)).map((text) => `${name}: ${text}`));
    if ((await sideways(frame)) > 0) wrong.push(`${name}: needs scrolling sideways`);
  });
  wrong.push(...(await violations(visit.page)).map((text) => `page: ${text}`));
  expect(wrong).toEqual([]);
});

it("does the main job with the keyboard alone", async () => {
  const { page, pane } = await site.open("index.html");
  await pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
  const until = async (name: RegExp) => {
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press("Tab");
      const words = await frameOf(page).evaluate(() => {
        const focused = document.activeElement;
        return focused?.getAttribute("aria-label") ?? focused?.textContent ?? "";
      });
      if (name.test(words)) return;
    }
    throw new Error(`Tab never reached ${String(name)}`);
  };
  await until(/^Đọc phụ lục$/);
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).waitFor();
  await until(/^Đúng, tiếp tục$/);
  await page.keyboard.press("Enter");
  await pane.getByRole("tab", { name: "Tổng quan" }).waitFor();
  await until(/^Tổng quan$/);
  await page.keyboard.press("End");
  await until(/^Lập báo cáo 6 tháng đầu năm 2024/);
  await page.keyboard.press("Enter");
  await pane.getByRole("heading", { name: /đã lập xong/ }).waitFor();
});
