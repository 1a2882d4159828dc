import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openSite, type Site } from "./browser";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 600_000);
afterAll(() => site.close());

const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

it("says what is wrong when Office.js cannot be loaded", async () => {
  const { page, faults } = await site.open("index.html");
  await page.route(OFFICE, (route) => route.abort());
  faults.length = 0;
  await page.goto(`${site.address}taskpane.html`);
  await page.getByRole("heading", { name: "Chưa tải được Office.js" }).waitFor();
  expect(faults.filter((fault) => !fault.includes("ERR_FAILED"))).toEqual([]);
});

it("says where it belongs when it is opened outside of Excel", async () => {
  const file = createRequire(__filename).resolve("@microsoft/office-js/dist/office.js");
  const { page, faults } = await site.open("index.html");
  await page.route(OFFICE, (route) =>
    route.fulfill({ contentType: "text/javascript", body: readFileSync(file, "utf8") }),
  );
  faults.length = 0;
  await page.goto(`${site.address}taskpane.html`);
  await page.getByRole("heading", { name: "Trang này là ngăn Phụ lục của Excel" }).waitFor();
  expect(await page.getByRole("link", { name: "mở trang thử" }).first().getAttribute("href")).toBe(
    "index.html",
  );
  // Office.js asks Microsoft for more of itself; a machine without the network cannot give it.
  expect(faults.filter((fault) => !fault.startsWith("Failed to load resource"))).toEqual([]);
});

it("says plainly that an Excel is too old", async () => {
  const { page, faults } = await site.open("index.html");
  await page.route(OFFICE, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `window.Office = {
        HostType: { Excel: "Excel" },
        context: { requirements: { isSetSupported: (set, version) => set !== "ExcelApi" || version === "1.7" } },
        actions: { associate: () => {} },
        onReady: (then) => Promise.resolve({ host: "Excel" }).then((ready) => { then && then(ready); return ready; }),
      };`,
    }),
  );
  faults.length = 0;
  await page.goto(`${site.address}taskpane.html`);
  await page.getByRole("heading", { name: "Excel này quá cũ cho ngăn Phụ lục" }).waitFor();
  expect(faults).toEqual([]);
});
