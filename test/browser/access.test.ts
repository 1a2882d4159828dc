import { vi } from "../../src/locale";
import { barriers, picture } from "./barriers";
import { frameOf, openSite, type Look, type Site } from "./browser";
import { everyView } from "./views";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 600_000);
afterAll(() => site.close());

const LOOKS: readonly (Look & { readonly name: string })[] = [
  { name: "desktop", width: 1366, height: 768 },
  { name: "320 px", width: 320, height: 700 },
  { name: "dark", width: 1366, height: 768, dark: true },
  { name: "contrast", width: 1366, height: 768, contrast: true },
  { name: "200 %", width: 683, height: 384, zoom: 2 },
];

it.each(LOOKS)(
  "has no barrier in any view: $name",
  async (look) => {
    const visit = await site.open("index.html", look);
    const wrong: string[] = [];
    let reached = "page";
    // A walk that stops on its way still tells what it met until then.
    const stopped = await everyView(visit, vi, async (view) => {
      reached = view;
      const met = await barriers(frameOf(visit.page));
      wrong.push(...met.map((barrier) => `${view}: ${barrier}`));
      await picture(visit.page, `${look.name} ${view}`);
    }).then(
      () => [],
      (error: unknown) => [`stopped after ${reached}: ${String(error)}`],
    );
    wrong.push(...(await barriers(visit.page)).map((barrier) => `page: ${barrier}`));
    expect([...wrong, ...stopped, ...visit.faults]).toEqual([]);
  },
  300_000,
);

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
