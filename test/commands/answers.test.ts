import { reportingPeriod } from "../../src/deadline";
import type { Question, Session } from "../../src/commands";
import { office, refusalOf, rowsOf, saved } from "./office";

function question(session: Session, kind: Question["kind"]): Question {
  const found = session.questions.find((one) => one.kind === kind);
  if (!found) throw new Error(`no question of kind ${kind}`);
  return found;
}

describe("questions", () => {
  it("asks about the day that does not exist, and keeps the answer in Theo dõi", async () => {
    const desk = await office();
    const { session } = await desk.commands.track();
    const asked = question(session, "deadline");
    expect(asked).toMatchObject({
      cells: ["F21"],
      sheet: "Phụ lục",
      text: "Ô F21 ghi “31/6/2024”: tháng 6 không có ngày 31.",
      free: "date",
    });
    expect(asked.answers[0]?.label).toBe("30/6/2024");
    const outcome = await desk.commands.answer(asked, asked.answers[0]?.value ?? "");
    expect(outcome.differences).toEqual([]);
    expect(outcome.session.questions.map(({ id }) => id)).not.toContain(asked.id);
    const again = await desk.commands.open();
    expect(again.questions.map(({ id }) => id)).not.toContain(asked.id);
    expect(again.tracking.tasks.find(({ number }) => number === "2.6")).toMatchObject({
      due: "2024-06-30",
      dueKind: "dated",
    });
    expect(rowsOf(await saved(desk), "Phụ lục")[20]?.[5]).toBe("31/6/2024");
  });

  it("takes another day, or no deadline at all, for an answer", async () => {
    for (const [value, due] of [
      ["2024-07-15", "2024-07-15"],
      ["none", null],
    ] as const) {
      const desk = await office();
      const { session } = await desk.commands.track();
      await desk.commands.answer(question(session, "deadline"), value);
      const again = await desk.commands.open();
      expect(again.tracking.tasks.find(({ number }) => number === "2.6")?.due).toBe(due);
      expect(again.questions.some(({ kind }) => kind === "deadline")).toBe(false);
    }
  });

  it("asks once for all “Trước ngày”, and counts by the answer", async () => {
    const desk = await office();
    const { session } = await desk.commands.track();
    const asked = question(session, "before-day");
    expect(asked.text).toMatch(/^\d+ ô ghi “Trước ngày …”/);
    await desk.commands.answer(asked, "yes");
    const again = await desk.commands.open();
    expect(again.tracking.settings.beforeIncludesDay).toBe(true);
    expect(again.questions.some(({ kind }) => kind === "before-day")).toBe(false);
  });

  it("answers before the sheets exist: they are set up with the answer in them", async () => {
    const desk = await office();
    const session = await desk.commands.open();
    const outcome = await desk.commands.answer(question(session, "before-day"), "no");
    expect(outcome.sheets).toContain("Theo dõi");
    expect((await desk.commands.open()).tracking.settings.beforeIncludesDay).toBe(false);
  });

  it("refuses an answer to a question that is no longer open", async () => {
    const desk = await office();
    const { session } = await desk.commands.track();
    const asked = question(session, "before-day");
    await desk.commands.answer(asked, "yes");
    expect(await refusalOf(desk.commands.answer(asked, "no"))).toMatchObject({
      code: "changed-since",
    });
  });
});

describe("taking back the last write", () => {
  it("removes what the first press added", async () => {
    const desk = await office();
    const before = rowsOf(await saved(desk), "Phụ lục");
    const { undoable } = await desk.commands.track();
    expect(undoable).toBe(true);
    await desk.commands.undo();
    const after = await saved(desk);
    expect(after.SheetNames).toEqual(["Phụ lục"]);
    expect(rowsOf(after, "Phụ lục")).toEqual(before);
    expect(await refusalOf(desk.commands.undo())).toMatchObject({ code: "nothing-to-do" });
  });

  it("gives a report that was made again its old content, and says what stays as made last", async () => {
    const desk = await office();
    const period = reportingPeriod("first-half", 2024);
    const request = { period, asOf: period.to, reader: "authority" } as const;
    await desk.commands.report(request);
    const before = await saved(desk);
    await desk.commands.report({ ...request, asOf: "2024-05-02" });
    const sheet = "BC 6 tháng 2024";
    expect(rowsOf(await saved(desk), sheet)).not.toEqual(rowsOf(before, sheet));
    const { said } = await desk.commands.undo();
    expect(said.join(" ")).toMatch(/Trang BC 6 tháng 2024, DM 6 tháng 2024: nội dung, .* trở lại/);
    const after = await saved(desk);
    for (const name of before.SheetNames) {
      expect({ name, rows: rowsOf(after, name) }).toEqual({ name, rows: rowsOf(before, name) });
      expect(after.Sheets[name]?.["!merges"]?.length).toBe(
        before.Sheets[name]?.["!merges"]?.length,
      );
    }
  });

  it("gives changed sheets their old content back", async () => {
    const desk = await office();
    const { session } = await desk.commands.track();
    const before = await saved(desk);
    await desk.commands.answer(question(session, "deadline"), "2024-07-15");
    await desk.commands.undo();
    const after = await saved(desk);
    for (const name of before.SheetNames) {
      expect({ name, rows: rowsOf(after, name) }).toEqual({ name, rows: rowsOf(before, name) });
    }
    expect((await desk.commands.open()).questions.some(({ kind }) => kind === "deadline")).toBe(
      true,
    );
  });

  it("is refused where somebody has changed a written cell since", async () => {
    const desk = await office();
    await desk.commands.track();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("NhiemVu");
      table.columns.getItem("Ghi chú").getDataBodyRange().getCell(2, 0).values = [["của tôi"]];
      await context.sync();
    });
    expect(await refusalOf(desk.commands.undo())).toMatchObject({
      code: "changed-since",
      written: false,
    });
    expect((await saved(desk)).SheetNames).toContain("Theo dõi");
  });
});
