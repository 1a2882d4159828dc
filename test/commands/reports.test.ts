import { reportingPeriod, toSerial } from "../../src/deadline";
import { createCommands } from "../../src/commands";
import { office, refusalOf, rowsOf, saved, type Office } from "./office";

const half = reportingPeriod("first-half", 2024);
const year = reportingPeriod("year", 2024);
const halfRequest = { period: half, asOf: half.to, reader: "authority" } as const;
const yearRequest = { period: year, asOf: year.to, reader: "authority" } as const;

/** Types a value into the first cell of a sheet that holds a text; `shift` cells to the right. */
async function typeInto(
  { standIn }: Office,
  sheet: string,
  find: (text: string) => boolean,
  value: string | number,
  shift = 0,
): Promise<void> {
  void standIn;
  await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange();
    used.load("values,rowIndex,columnIndex");
    await context.sync();
    const values = used.values as unknown[][];
    const row = values.findIndex((cells) => cells.some((cell) => find(String(cell))));
    const column = values[row]?.findIndex((cell) => find(String(cell))) ?? -1;
    if (column < 0) throw new Error("no such cell");
    used.getCell(row, column + shift).values = [[value]];
    await context.sync();
  });
}

describe("the text of a report for Word", () => {
  it("carries over what the officer worded anew on the sheet, and says so", async () => {
    const desk = await office();
    await desk.commands.report(halfRequest);
    const before = await desk.commands.reportTexts(halfRequest);
    expect(before.said).toEqual([]);
    expect(before.html).toContain("BÁO CÁO");
    const sheet = "BC 6 tháng 2024";
    await typeInto(desk, sheet, (text) => text.startsWith("Số: "), "Số: 45/BC-BQL");
    await typeInto(
      desk,
      sheet,
      (text) => text.startsWith("Kính gửi"),
      "Kính gửi: Ủy ban nhân dân tỉnh",
    );
    await typeInto(desk, sheet, (text) => text === "……………………", "PHÓ TRƯỞNG BAN PHỤ TRÁCH");
    const after = await desk.commands.reportTexts(halfRequest);
    expect(after.html).toContain("Số: 45/BC-BQL");
    expect(after.html).toContain("Kính gửi: Ủy ban nhân dân tỉnh");
    expect(after.html).toContain("PHÓ TRƯỞNG BAN PHỤ TRÁCH");
    expect(after.said).toEqual([
      "Bản Word lấy theo chỗ anh/chị đã sửa ở trang báo cáo: số, ngày của văn bản, nơi kính gửi, nơi nhận, chữ ký.",
    ]);
    // Made again the sheet keeps them, and so does Word.
    await desk.commands.report(halfRequest);
    const again = await desk.commands.reportTexts(halfRequest);
    expect(again.html).toContain("Số: 45/BC-BQL");
    expect(Array.from(await again.document()).slice(0, 2)).toEqual([80, 75]);
  });

  it("has a paragraph to weave in and follows a given outline", async () => {
    const desk = await office();
    await desk.commands.report(halfRequest);
    const outline = [{ title: "A. SỐ LIỆU THEO ĐỀ CƯƠNG", parts: ["progress"] as const }];
    const { html, paragraph } = await desk.commands.reportTexts(halfRequest, { outline });
    expect(paragraph).toMatch(/^Về .*: đã triển khai 30 nhiệm vụ/);
    expect(html).toContain("A. SỐ LIỆU THEO ĐỀ CƯƠNG");
    expect(html).not.toContain("I. CÔNG TÁC CHỈ ĐẠO");
  });
});

describe("a report set against earlier ones", () => {
  it("compares the year with the first half's own list, also after closing", async () => {
    const desk = await office("2024-12-31");
    await desk.commands.report(halfRequest);
    const done = await desk.commands.report(yearRequest);
    expect(done.differences).toEqual([]);
    const texts = (rows: unknown[][]) => rows.flat().map(String);
    const first = texts(rowsOf(await saved(desk), "BC năm 2024"));
    expect(first).toContain("Kỳ này");
    expect(first).toContain("6 tháng đầu năm 2024 (đến 14/6/2024)");
    expect(first).toContain("Dự kiến hoàn thành đến 31/12/2024");
    expect(first).toContain("Chuyển theo dõi sang năm sau");
    expect(first.some((text) => text.includes("được tính lại"))).toBe(false);
    await desk.commands.closeReport(year);
    const closed = texts(rowsOf(await saved(desk), "BC năm 2024"));
    expect(closed).toContain("6 tháng đầu năm 2024 (đến 14/6/2024)");
    expect(closed.some((text) => text.includes("được tính lại"))).toBe(false);
  });

  it("compares a quarter with the quarter before", async () => {
    const desk = await office("2024-12-31");
    const quarters = [1, 2].map((number) => reportingPeriod("quarter", 2024, number));
    for (const period of quarters) {
      await desk.commands.report({ period, asOf: period.to, reader: "leaders" });
    }
    const sheet = (await saved(desk)).SheetNames.find((name) => /^BC Quý II.2024 LĐ$/i.test(name));
    const words = rowsOf(await saved(desk), sheet ?? "")
      .flat()
      .map(String);
    expect(words.filter((text) => /^Quý I năm 2024|^quý I/iu.test(text)).length).toBeGreaterThan(0);
  });

  it("compares with the same period of last year where the workbook holds that report", async () => {
    const desk = await office("2024-06-20");
    const { period: now } = halfRequest;
    const before = reportingPeriod("first-half", 2023);
    await desk.commands.report({ ...halfRequest, period: before, asOf: before.to });
    const compared = async () =>
      rowsOf(await saved(desk), "BC 6 tháng 2024")
        .flat()
        .map(String);
    const outcome = await desk.commands.report({ ...halfRequest, asOf: now.to });
    expect(outcome.differences).toEqual([]);
    expect(await compared()).toContain("6 tháng đầu năm 2023 (đến 14/6/2023)");
    const alone = await office("2024-06-20");
    await alone.commands.report(halfRequest);
    const words = rowsOf(await saved(alone), "BC 6 tháng 2024")
      .flat()
      .join(" ");
    expect(words).not.toContain("2023 (đến");
  });

  it("tells on request what was finished after the cut-off of the year", async () => {
    const desk = await office("2025-01-05");
    await desk.commands.track();
    const { tracking } = await desk.commands.open();
    const open = tracking.tasks.find((task) => !task.done && task.dueKind === "dated");
    const after = tracking.tasks.filter(({ finished }) => finished !== null && finished > year.to);
    await desk.commands.enterResult(
      {
        code: open?.code ?? "",
        date: "2024-12-20",
        unit: "",
        quantity: null,
        measure: "",
        result: "Đã xong",
        evidence: "",
        difficulty: "",
        source: "ngăn",
      },
      "2024-12-20",
    );
    await desk.commands.report(halfRequest);
    const outcome = await desk.commands.report({ ...yearRequest, afterCutOff: true });
    expect(outcome.differences).toEqual([]);
    const row = rowsOf(await saved(desk), "BC năm 2024").find((cells) =>
      cells.some((cell) => String(cell).startsWith("Bổ sung sau ngày chốt")),
    );
    expect(row).toContain(after.length + 1);
    const { html } = await desk.commands.reportTexts({ ...yearRequest, afterCutOff: true });
    expect(html).toContain(`Bổ sung sau ngày chốt: hoàn thành thêm 0${after.length + 1} nhiệm vụ`);
  });
});

describe("a department's own report", () => {
  it("holds its tasks alone, under its own name, and closes with the others", async () => {
    const desk = await office();
    await desk.commands.report(halfRequest);
    const { tracking } = await desk.commands.open();
    const unit = "Phòng Quản lý đầu tư";
    const request = { ...halfRequest, reader: "office", unit } as const;
    const outcome = await desk.commands.report(request);
    expect(outcome.differences).toEqual([]);
    const [summary = "", list = ""] = outcome.sheets.filter((name) => /^(BC|DM) /.test(name));
    const own = tracking.tasks.filter(
      ({ leads, supports }) => leads.includes(unit) || supports.includes(unit),
    );
    const rows = rowsOf(await saved(desk), list).filter((cells) =>
      own.some(({ title }) => cells.includes(title)),
    );
    expect(rows).toHaveLength(own.length);
    expect(rowsOf(await saved(desk), summary).flat()).toContain("PHÒNG QUẢN LÝ ĐẦU TƯ");
    const { html } = await desk.commands.reportTexts(request);
    expect(html).toContain("PHÒNG QUẢN LÝ ĐẦU TƯ");
    const closed = await desk.commands.closeReport(half);
    expect(closed.sheets).toEqual(expect.arrayContaining([summary, "BC 6 tháng 2024"]));
  });
});

describe("a closed report", () => {
  it("is never written again, names what was changed later, and Word follows what was closed", async () => {
    const desk = await office();
    await desk.commands.report(halfRequest);
    await desk.commands.closeReport(half);
    expect((await desk.commands.open()).closedChanges).toBeUndefined();
    const before = await desk.commands.reportTexts(halfRequest);
    const list = rowsOf(await saved(desk), "DM 6 tháng 2024");
    const { tracking } = await desk.commands.open();
    const late = tracking.tasks.find(({ number }) => number === "2.1");
    const entry = {
      code: late?.code ?? "",
      date: "2024-06-10",
      unit: "",
      quantity: null,
      measure: "",
      result: "Đã đăng",
      evidence: "",
      difficulty: "",
      source: "ngăn",
    };
    await desk.commands.enterResult(entry, "2024-06-10");
    const { closedChanges = [] } = await desk.commands.open();
    expect(closedChanges).toHaveLength(1);
    expect(closedChanges[0]).toContain(`BC 6 tháng 2024: ${late?.code} (2.1)`);
    expect(closedChanges[0]).toContain("tình trạng khi chốt “Quá hạn”, nay “Xong quá hạn”");
    const refusal = await refusalOf(desk.commands.report(halfRequest));
    expect(refusal).toMatchObject({ code: "closed-report", written: false });
    expect(refusal.message).toContain(String(late?.code));
    expect(rowsOf(await saved(desk), "DM 6 tháng 2024")).toEqual(list);
    const after = await desk.commands.reportTexts(halfRequest);
    const told = (html: string) =>
      /Tính đến hết ngày[^<]*/.exec(html)?.[0] + String(html.match(/>Quá hạn</g)?.length);
    expect(told(after.html)).toBe(told(before.html));
    expect(after.said.join(" ")).toContain("theo đúng số liệu đã chốt");
    // Another pane, without any memory, says the same.
    const other = createCommands({ locale: "vi", today: () => "2024-06-20" });
    expect((await other.open()).closedChanges).toEqual(closedChanges);
  });

  it("tells when its own list was edited by hand", async () => {
    const desk = await office();
    await desk.commands.report(halfRequest);
    await desk.commands.closeReport(half);
    await typeInto(desk, "DM 6 tháng 2024", (text) => text === "Quá hạn", "Xong đúng hạn");
    const { closedChanges = [] } = await desk.commands.open();
    expect(closedChanges[0]).toBe(
      "BC 6 tháng 2024: Danh mục của báo cáo đã chốt có ô bị sửa sau khi chốt.",
    );
  });

  it("cannot be made of a draft, nor where the officer set an earlier day on the sheet", async () => {
    const draft = await office("2024-06-01");
    await draft.commands.report({ ...halfRequest, asOf: "2024-06-01" });
    expect(await refusalOf(draft.commands.closeReport(half))).toMatchObject({ code: "draft" });
    const desk = await office();
    await desk.commands.report(halfRequest);
    await typeInto(
      desk,
      "BC 6 tháng 2024",
      (text) => text === "Số liệu tính đến ngày:",
      toSerial("2024-06-01"),
      4,
    );
    expect(await refusalOf(desk.commands.closeReport(half))).toMatchObject({ code: "draft" });
  });
});
