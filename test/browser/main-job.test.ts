import { readFileSync } from "node:fs";
import { read, utils, type WorkBook } from "@e965/xlsx";
import { openSite, type Site } from "./browser";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 600_000);
afterAll(() => site.close());

/** All cells of a sheet as shown, row by row. */
function rowsOf(book: WorkBook, name: string): string[][] {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: "" });
}

it("makes the 6-month report of the sample in four presses and saves it as a file", async () => {
  const { page, pane, faults, strangers } = await site.open("index.html");
  await pane.getByRole("button", { name: "Đọc phụ lục" }).click();
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).click();
  await pane.getByRole("tab", { name: "Báo cáo" }).click();
  await pane.getByRole("button", { name: "Lập báo cáo 6 tháng đầu năm 2024 (đến 14/6)" }).click();
  await pane.getByRole("heading", { name: "Báo cáo 6 tháng đầu năm 2024 đã lập xong" }).waitFor();
  const equation = await pane
    .getByText(/30 nhiệm vụ = /)
    .first()
    .innerText();
  const [, done, open] = /= (\d+) đã hoàn thành[^+]*\+ (\d+) chưa hoàn thành/.exec(equation) ?? [];
  expect(Number(done) + Number(open)).toBe(30);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu thành tệp mới" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/ - theo doi\.xlsx$/);
  const book = read(readFileSync(await file.path()));
  expect(book.SheetNames).toEqual(
    expect.arrayContaining(["Phụ lục", "Theo dõi", "BC 6 tháng 2024", "DM 6 tháng 2024"]),
  );
  expect(book.SheetNames[0]).toBe("Phụ lục");

  // The list of the report is counted anew, by eye as it were.
  const list = rowsOf(book, "DM 6 tháng 2024");
  const header = list.findIndex((row) => row.some((cell) => /^Tình trạng/.test(cell)));
  const column = (list[header] ?? []).findIndex((cell) => /^Tình trạng/.test(cell));
  const states = list
    .slice(header + 1)
    .map((row) => row[column] ?? "")
    .filter((state) => /^(Xong|Chưa rõ ngày|Trong hạn|Quá hạn|Không hạn)/.test(state));
  expect(states).toHaveLength(30);
  const finished = states.filter((state) => /^(Xong|Chưa rõ ngày)/.test(state));
  expect(finished).toHaveLength(Number(done));

  expect(faults).toEqual([]);
  expect(strangers).toEqual([]);
});

it("asks before changes are lost, and opens nothing when told to go back", async () => {
  const { page, pane } = await site.open("index.html");
  await pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
  await page.getByRole("gridcell", { name: "UBND TỈNH HƯNG YÊN" }).click();
  await page.keyboard.type("x");
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: "x", exact: true }).waitFor();
  await page.getByRole("button", { name: "Dữ liệu mẫu" }).click();
  await page.getByRole("button", { name: "Quay lại" }).click();
  expect(await page.getByRole("gridcell", { name: "x", exact: true }).count()).toBe(1);
  await page.getByRole("button", { name: "Dữ liệu mẫu" }).click();
  await page.getByRole("button", { name: "Bỏ thay đổi và mở" }).click();
  await page.getByRole("gridcell", { name: "UBND TỈNH HƯNG YÊN" }).waitFor();
});

it("says in a sentence that a file is no workbook, and keeps the one that is open", async () => {
  const { page, faults } = await site.open("index.html");
  await page.getByRole("gridcell", { name: "UBND TỈNH HƯNG YÊN" }).waitFor();
  await page.locator("input[type=file]").setInputFiles({
    name: "thu.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("not a workbook"),
  });
  const said = page.locator("header [role=status]");
  await page.waitForFunction(
    () =>
      !/coi như hôm nay/.test(document.querySelector("header [role=status]")?.textContent ?? ""),
  );
  expect((await said.innerText()).length).toBeGreaterThan(10);
  expect(await page.getByRole("gridcell", { name: "UBND TỈNH HƯNG YÊN" }).count()).toBe(1);
  expect(faults).toEqual([]);
});
