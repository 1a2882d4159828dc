import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { contract } from "../../src/host/contract";
import { openSite, type Site } from "./browser";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 600_000);
afterAll(() => site.close());

const total = `${contract.length}/${contract.length} giả định đúng`;
const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

it("finds that all assumptions hold on the stand-in, and copies the result", async () => {
  const { page, context, faults, strangers } = await site.open("self-check.html?stand-in");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByText("Chạy trong một tệp trống mới.").waitFor();
  await page.getByText("(không phải Excel)", { exact: false }).first().waitFor();
  expect(await page.locator("#rows tr").count()).toBe(0);
  await page.getByRole("button", { name: "Bắt đầu" }).click();
  await page.getByRole("button", { name: "Sao chép kết quả" }).waitFor();

  const rows = await page.locator("#rows tr").allInnerTexts();
  expect(rows).toHaveLength(contract.length);
  expect(rows.filter((row) => !row.startsWith("Đúng"))).toEqual([]);
  expect(await page.locator("#status").innerText()).toBe(`${total}.`);

  await page.getByRole("button", { name: "Sao chép kết quả" }).click();
  await page.getByText("Đã sao chép.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(total);
  expect(copied).toContain("không phải Excel");
  for (const { id } of contract) expect(copied).toContain(id);
  expect(faults).toEqual([]);
  expect(strangers).toEqual([]);
});

it("says that it is not inside of Excel, and where else it can run", async () => {
  const file = createRequire(__filename).resolve("@microsoft/office-js/dist/office.js");
  const { page } = await site.open("index.html");
  await page.route(OFFICE, (route) =>
    route.fulfill({ contentType: "text/javascript", body: readFileSync(file, "utf8") }),
  );
  await page.goto(`${site.address}self-check.html`);
  await page.getByText("Trang này chưa nằm trong Excel.").waitFor();
  expect(await page.getByRole("button", { name: "Bắt đầu" }).isDisabled()).toBe(true);
  await page.getByRole("link", { name: /chạy trên máy thay Excel/ }).click();
  await page.getByText(/Bấm Bắt đầu để chạy/).waitFor();
});

it("says when Office.js cannot be loaded", async () => {
  const { page } = await site.open("index.html");
  await page.route(OFFICE, (route) => route.abort());
  await page.goto(`${site.address}self-check.html`);
  await page.getByText(/Chưa tải được Office\.js/).waitFor();
});
