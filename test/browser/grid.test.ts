import { openSite, type Site, type Visit } from "./browser";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 600_000);
afterAll(() => site.close());

async function openGrid(): Promise<Visit> {
  const visit = await site.open("index.html");
  await visit.pane.getByRole("button", { name: "Đọc phụ lục" }).waitFor();
  return visit;
}

it("keeps the first letter that a Vietnamese input method composes", async () => {
  const { page, context } = await openGrid();
  await page.getByRole("gridcell", { name: "Kế hoạch", exact: true }).click();
  const keyboard = await context.newCDPSession(page);
  const compose = (text: string) =>
    keyboard.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await compose("d");
  await compose("đ");
  await compose("Đ");
  await compose("Đa");
  await compose("Đã");
  await keyboard.send("Input.insertText", { text: "Đã" });
  await page.keyboard.type(" xong");
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: "Đã xong", exact: true }).waitFor();
});

it("moves by keys, edits with F2, leaves with Escape, and reads a typed date day first", async () => {
  const { page } = await openGrid();
  await page.getByRole("gridcell", { name: "UBND TỈNH HƯNG YÊN" }).click();
  const field = page.getByRole("textbox", { name: /^Ô / });
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowDown");
  await expectLabel(field, /^Ô A6/);
  await page.keyboard.type("5/6/2024");
  await page.keyboard.press("Enter");
  await page
    .getByRole("gridcell", { name: "05/06/2024" })
    .or(page.getByRole("gridcell", { name: "5/6/2024" }))
    .first()
    .waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("F2");
  await page.keyboard.type("0");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Delete");
  await page.getByRole("textbox", { name: "Ô A6, trống" }).waitFor();
});

async function expectLabel(
  field: ReturnType<Visit["page"]["getByRole"]>,
  label: RegExp,
): Promise<void> {
  await field.waitFor();
  expect(await field.getAttribute("aria-label")).toMatch(label);
}

it("shows in the pane what is typed into the sheet", async () => {
  const { page, pane } = await openGrid();
  await pane.getByRole("button", { name: "Đọc phụ lục" }).click();
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).click();
  await pane.getByRole("tab", { name: "Nhiệm vụ" }).click();
  await pane.getByRole("button", { name: /^1\.1 Ban hành Kế hoạch/ }).waitFor();
  await page.getByRole("button", { name: "Phụ lục", exact: true }).click();
  await page.getByRole("gridcell", { name: /^Phổ biến Kế hoạch/ }).click();
  await pane.getByText(/Ô đang chọn: 1\.2 Phổ biến Kế hoạch/).waitFor();
});
