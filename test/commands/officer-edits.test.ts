import type { Session } from "../../src/commands";
import { reportingPeriod } from "../../src/deadline";
import { office, refusalOf, rowsOf, saved, type Office } from "./office";

const half = reportingPeriod("first-half", 2024);
const request = { period: half, asOf: half.to, reader: "authority" } as const;

const entry = (code: string) => ({
  code,
  date: "2024-06-10",
  unit: "Văn phòng Ban",
  quantity: 2,
  measure: "tin, bài",
  result: "Đăng thêm 2 tin, bài",
  evidence: "",
  difficulty: "",
  source: "ngăn",
});

function codeOf(session: Session, number: string): string {
  return session.tracking.tasks.find((task) => task.number === number)?.code ?? "";
}

async function tracked(): Promise<Office> {
  const desk = await office();
  await desk.commands.track();
  return desk;
}

/** Column of a header in the sheet Theo dõi, from 0, as saved. */
function columnOf(rows: readonly unknown[][], header: string): number {
  return rows[3]?.indexOf(header) ?? -1;
}

describe("what the officer does to Theo dõi by hand", () => {
  it("keeps his sorting, his own column and his notes beside the right tasks", async () => {
    const desk = await tracked();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("NhiemVu");
      table.columns.add(undefined, undefined, "Người theo dõi");
      const codes = table.columns.getItem("Mã").getDataBodyRange();
      codes.load("values");
      await context.sync();
      const own = table.columns.getItem("Người theo dõi").getDataBodyRange();
      own.values = codes.values.map(([code]) => [`người của ${String(code)}`]);
      await context.sync();
    });
    const title = columnOf(rowsOf(await saved(desk), "Theo dõi"), "Nhiệm vụ");
    desk.standIn.officer.sort("Theo dõi", "NhiemVu", title);
    const sorted = rowsOf(await saved(desk), "Theo dõi").map((row) => row[0]);
    const session = await desk.commands.open();
    const outcome = await desk.commands.enterResult(entry(codeOf(session, "2.1")), "2024-06-10");
    expect(outcome.differences).toEqual([]);
    const rows = rowsOf(await saved(desk), "Theo dõi");
    expect(rows.map((row) => row[0])).toEqual(sorted);
    const own = columnOf(rows, "Người theo dõi");
    for (const row of rows.slice(4)) expect(row[own]).toBe(`người của ${String(row[0])}`);
  });

  it("pushes down what stands under a list that grows", async () => {
    const desk = await tracked();
    const before = rowsOf(await saved(desk), "Kết quả");
    const below = before.length + 2;
    desk.standIn.officer.type("Kết quả", `F${below}`, "Ghi chú của tôi");
    const session = await desk.commands.open();
    await desk.commands.enterResult(entry(codeOf(session, "2.1")), null);
    const rows = rowsOf(await saved(desk), "Kết quả");
    expect(rows.filter((row) => row.includes("Đăng thêm 2 tin, bài"))).toHaveLength(1);
    expect(rows.filter((row) => row.includes("Ghi chú của tôi"))).toHaveLength(1);
    expect((await desk.commands.open()).tracking.entries).toHaveLength(25);
  });

  it("finds its tables on a sheet that was renamed and under rows that were inserted", async () => {
    const desk = await tracked();
    desk.standIn.officer.insertRows("Theo dõi", 1, 2);
    desk.standIn.officer.renameSheet("Theo dõi", "Sổ theo dõi");
    const session = await desk.commands.open();
    expect(session.tracked).toBe(true);
    const outcome = await desk.commands.adjustDeadline(
      codeOf(session, "2.1"),
      "2024-09-30",
      "Công văn số 5",
      "Chờ phần mềm",
    );
    expect(outcome.differences).toEqual([]);
    const again = await desk.commands.open();
    expect(again.tracking.tasks.find(({ number }) => number === "2.1")).toMatchObject({
      adjustedDue: "2024-09-30",
      adjustedBasis: "Công văn số 5",
      extensions: 1,
    });
    expect((await saved(desk)).SheetNames).not.toContain("Theo dõi");
  });

  it("refuses to write over a task that somebody changed meanwhile", async () => {
    const desk = await tracked();
    const session = await desk.commands.open();
    const code = codeOf(session, "2.1");
    const rows = rowsOf(await saved(desk), "Theo dõi");
    const row = rows.findIndex((cells) => cells[0] === code) + 1;
    const column = columnOf(rows, "Ngày hoàn thành");
    const letters = String.fromCharCode(65 + column);
    desk.standIn.officer.type("Theo dõi", `${letters}${row}`, "1/6/2024");
    const refusal = await refusalOf(desk.commands.enterResult(entry(code), "2024-06-10"));
    expect(refusal).toMatchObject({ code: "changed-since", written: false });
    const outcome = await desk.commands.enterResult(entry(code), "2024-06-10");
    expect(outcome.session.tracking.tasks.find((task) => task.code === code)?.finished).toBe(
      "2024-06-10",
    );
  });

  it("takes what was typed into the appendix's own result columns, at the next reading", async () => {
    const desk = await tracked();
    desk.standIn.officer.type("Phụ lục", "G16", "10/6/2024");
    desk.standIn.officer.type("Phụ lục", "I16", "Đã đăng đủ");
    const session = await desk.commands.open();
    expect(session.changes?.results).toBe(1);
    await desk.commands.track();
    const again = await desk.commands.open();
    expect(again.tracking.entries.some(({ result }) => result.includes("Đã đăng đủ"))).toBe(true);
    expect(again.changes?.results).toBe(0);
  });
});

describe("fixes and ignored findings", () => {
  it("writes a fix into the officer's cell only when he presses it, and can take it back", async () => {
    const desk = await office();
    const decomposed = "Đăng tin, bài về dịch vụ công trực tuyến".normalize("NFD");
    desk.standIn.officer.type("Phụ lục", "B16", decomposed);
    const { findings } = await desk.commands.open();
    const fixable = findings.find(({ fix }) => fix?.cell === "B16");
    if (!fixable?.fix) throw new Error("letters in parts have a fix");
    const { cell, before, after, sheet } = fixable.fix;
    const outcome = await desk.commands.applyFixes([fixable]);
    expect(outcome.said[0]).toBe(`Đã sửa 1 ô: ${cell}.`);
    const text = async () => {
      const found = (await saved(desk)).Sheets[sheet]?.[cell] as { v?: unknown } | undefined;
      return found?.v;
    };
    expect(await text()).toBe(after);
    await desk.commands.undo();
    expect(await text()).toBe(before);
    desk.standIn.officer.type(sheet, cell, "chữ khác");
    expect(await refusalOf(desk.commands.applyFixes([fixable]))).toMatchObject({
      code: "changed-since",
      cell,
    });
  });

  it("remembers what the officer ignores, in the workbook", async () => {
    const desk = await tracked();
    const [finding] = (await desk.commands.open()).findings;
    if (!finding) throw new Error("the sample has findings");
    await desk.commands.ignore(finding, "đã hỏi phòng");
    const { findings } = await desk.commands.open();
    expect(findings.map(({ rule, cell }) => `${rule} ${cell}`)).not.toContain(
      `${finding.rule} ${finding.cell}`,
    );
  });

  it("lists what is ignored with its reason, and takes it back", async () => {
    const desk = await tracked();
    const [finding] = (await desk.commands.open()).findings;
    if (!finding) throw new Error("the sample has findings");
    await desk.commands.ignore(finding, "đã hỏi phòng");
    const [ignored, ...others] = (await desk.commands.open()).ignored ?? [];
    expect(others).toEqual([]);
    expect(ignored).toEqual({ ...finding, reason: "đã hỏi phòng" });
    const session = await desk.commands.restore(finding);
    expect(session.ignored).toEqual([]);
    expect((await desk.commands.open()).findings).toContainEqual(finding);
  });

  it("fixes all of a kind at once, keeps their format, and none on a protected sheet", async () => {
    const desk = await office();
    const texts = ["Đăng tin, bài về dịch vụ công", "Tập huấn kỹ năng số"];
    texts.forEach((text, index) => {
      desk.standIn.officer.type("Phụ lục", `B${16 + index}`, text.normalize("NFD"));
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Phụ lục").getRange("B16").format.font.color = "#C00000";
      await context.sync();
    });
    const { findings } = await desk.commands.open();
    const fixable = findings.filter(({ rule }) => rule === "mixed-unicode");
    expect(fixable.map(({ cell }) => cell)).toEqual(["B16", "B17"]);
    const protect = (isOn: boolean) =>
      Excel.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem("Phụ lục");
        if (isOn) protection.protect();
        else protection.unprotect();
        await context.sync();
      });
    await protect(true);
    const refusal = await refusalOf(desk.commands.applyFixes(fixable));
    expect(refusal).toMatchObject({ code: "protected", written: false });
    expect(refusal.message).toContain("Phụ lục");
    await protect(false);
    await desk.commands.applyFixes(fixable);
    const now = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Phụ lục");
      const cells = sheet.getRange("B16:B17").load("values");
      const { font } = sheet.getRange("B16").format;
      font.load("color");
      await context.sync();
      return { values: cells.values.flat(), color: font.color };
    });
    expect(now).toEqual({ values: texts, color: "#C00000" });
    await desk.commands.undo();
    const again = (await desk.commands.open()).findings;
    expect(again.filter(({ rule }) => rule === "mixed-unicode")).toEqual(fixable);
  });
});

describe("closing a report", () => {
  it("turns its list into values that no later entry moves, and does not make it again", async () => {
    const desk = await office("2024-06-20");
    await desk.commands.report(request);
    const outcome = await desk.commands.closeReport(half);
    expect(outcome.differences).toEqual([]);
    const closed = rowsOf(await saved(desk), "DM 6 tháng 2024");
    const session = await desk.commands.open();
    await desk.commands.enterResult(entry(codeOf(session, "2.1")), "2024-06-10");
    expect(rowsOf(await saved(desk), "DM 6 tháng 2024")).toEqual(closed);
    expect(await refusalOf(desk.commands.report(request))).toMatchObject({
      code: "closed-report",
      written: false,
    });
    expect(await refusalOf(desk.commands.closeReport(half))).toMatchObject({
      code: "closed-report",
    });
  });

  it("refuses a draft, and a report that was never made", async () => {
    const desk = await office("2024-05-01");
    expect(await refusalOf(desk.commands.closeReport(half))).toMatchObject({ code: "not-found" });
    await desk.commands.report({ ...request, asOf: "2024-05-01" });
    const refusal = await refusalOf(desk.commands.closeReport(half));
    expect(refusal.code).toBe("draft");
    expect(refusal.message).toContain("14/6/2024");
  });
});

describe("going round the workbook", () => {
  it("shows a cell, and tells when the selection moves or a cell changes", async () => {
    const desk = await tracked();
    let changes = 0;
    const selected: string[] = [];
    const stop = await desk.commands.watch(
      () => {
        changes += 1;
      },
      (sheet, row) => selected.push(`${sheet} ${row}`),
    );
    await desk.commands.goTo("Theo dõi", "D7");
    desk.standIn.officer.select("Phụ lục", "B16");
    desk.standIn.officer.type("Phụ lục", "H16", "5 tin");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(changes).toBeGreaterThan(0);
    expect(selected).toContain("Phụ lục 16");
    await stop();
    const before = changes;
    desk.standIn.officer.type("Phụ lục", "H16", "6 tin");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(changes).toBe(before);
    expect(await refusalOf(desk.commands.goTo("không có", "A1"))).toMatchObject({
      code: "not-found",
    });
  });

  it("writes the sheet Đôn đốc of a day", async () => {
    const desk = await office();
    const outcome = await desk.commands.urge("2024-06-14");
    expect(outcome.said).toContain("Có 3 nhiệm vụ quá hạn đến ngày 14/6/2024.");
    expect((await saved(desk)).SheetNames).toContain("Đôn đốc 14.06.2024");
    expect((await desk.commands.urge("2024-06-14")).differences).toEqual([]);
  });
});
