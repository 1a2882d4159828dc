import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { barriers } from "./barriers";
import { frameOf, openSite, type Site } from "./browser";
import { fillIn } from "./returned-form";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 600_000);
afterAll(() => site.close());

const RESULT = "Đã gửi công văn đến 42 doanh nghiệp";

it("sends forms out, takes one back, shows it and writes it into Kết quả", async () => {
  const { page, pane, faults, strangers } = await site.open("index.html");
  await pane.getByRole("button", { name: "Đọc phụ lục" }).click();
  await pane.getByRole("button", { name: "Đúng, tiếp tục" }).click();
  await pane.getByRole("tab", { name: "Báo cáo" }).click();
  await pane.getByRole("button", { name: "Lập phiếu cho các đơn vị" }).click();
  const sending = page.waitForEvent("download");
  await pane.getByRole("button", { name: "Tải phiếu của Văn phòng Ban", exact: true }).click();
  const form = await sending;
  expect(form.suggestedFilename()).toBe("Phiếu báo cáo – Văn phòng Ban – 6 tháng 2024.xlsx");

  const returned = await fillIn(readFileSync(await form.path()), "NV002", RESULT);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await pane.locator("input[type=file]").setInputFiles([
    { name: form.suggestedFilename(), mimeType, buffer: returned },
    { name: "thu.xlsx", mimeType, buffer: Buffer.from("not a workbook") },
  ]);
  const found = pane.getByRole("region", { name: "Các phiếu vừa nhận (chưa ghi)" });
  await found.getByText(/^nhận được · \d+ nhiệm vụ, 1 có ghi$/).waitFor();
  await found.getByText(/Tệp không phải là tệp Excel \.xlsx/).waitFor();
  await found.getByText("Sẽ ghi 1 dòng kết quả và 0 ngày hoàn thành.").waitFor();

  const pictures = process.env["PICTURES"];
  if (pictures) {
    await page.setViewportSize({ width: 350, height: 4200 });
    await page.locator("iframe").screenshot({ path: `${pictures}/forms.png` });
  }
  const wrong = () => barriers(frameOf(page));
  expect(await wrong()).toEqual([]);

  await found.getByRole("button", { name: "Ghi vào Kết quả" }).click();
  await pane
    .getByText(/Đã nhận 1\/1 phiếu/)
    .first()
    .waitFor();
  await pane.getByRole("button", { name: "Hoàn tác" }).first().waitFor();

  // The report came too thin: it is sent back, and the book says so.
  await pane.getByRole("button", { name: "Trả lại báo cáo của Văn phòng Ban" }).click();
  await pane.getByLabel("Lý do trả lại").fill("Thiếu minh chứng");
  await pane.getByLabel("Gửi lại chậm nhất ngày").fill("20/6/2024");
  await pane.getByRole("button", { name: "Ghi vào sổ", exact: true }).click();
  await pane.getByText(/^trả lại, chờ gửi lại/).waitFor();
  if (pictures) await page.locator("iframe").screenshot({ path: `${pictures}/book.png` });
  expect(await wrong()).toEqual([]);

  await pane.getByRole("tab", { name: "Tổng quan" }).click();
  await pane
    .getByRole("button", { name: /^Ghi vào Sổ đôn đốc: / })
    .first()
    .click();
  await pane.getByText("Hôm nay đã ghi vào Sổ đôn đốc").first().waitFor();
  await pane.getByText("Xem nội dung").first().click();
  if (pictures) await page.locator("iframe").screenshot({ path: `${pictures}/urging.png` });
  expect(await wrong()).toEqual([]);

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu thành tệp mới" }).click();
  const book = read(readFileSync(await (await saving).path()));
  const results = book.Sheets["Kết quả"];
  if (!results) throw new Error("no sheet Kết quả");
  const rows = utils.sheet_to_json<string[]>(results, { header: 1, raw: false, defval: "" });
  const entry = rows.find((row) => row.includes(RESULT));
  expect(entry).toEqual(expect.arrayContaining(["NV002", "Văn phòng Ban", RESULT]));
  const rowsOf = (sheet: string) =>
    utils.sheet_to_json<string[]>(book.Sheets[sheet] ?? {}, { header: 1, raw: false, defval: "" });
  const sentBack = rowsOf("Sổ nhận báo cáo").find(([unit]) => unit === "Văn phòng Ban");
  expect(sentBack).toEqual(expect.arrayContaining(["Trả lại"]));
  expect(rowsOf("Sổ đôn đốc").filter((row) => row[1] !== "")).toHaveLength(2);
  expect(faults).toEqual([]);
  expect(strangers).toEqual([]);
});
