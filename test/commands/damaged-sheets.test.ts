import { office, refusalOf, rowsOf, saved, type Office } from "./office";

/** The add-in's sheets after the first press, and the table on Theo dõi. */
async function tracked(): Promise<Office> {
  const desk = await office();
  await desk.commands.track();
  return desk;
}

async function onTasks(
  work: (table: Excel.Table, sheet: Excel.Worksheet) => void | Promise<void>,
): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Theo dõi");
    await work(sheet.tables.getItem("NhiemVu"), sheet);
    await context.sync();
  });
}

const statesOf = async (desk: Office) => {
  const rows = rowsOf(await saved(desk), "Theo dõi");
  const header = rows.findIndex((row) => row.includes("Tình trạng"));
  const place = rows[header]?.indexOf("Tình trạng") ?? -1;
  return rows.slice(header + 1, header + 31).map((row) => row[place]);
};

describe("what was done to Theo dõi by hand is found and mended with a question", () => {
  it("a formula that was typed over: named with its cell, written again on the officer's word", async () => {
    const desk = await tracked();
    const states = await statesOf(desk);
    await onTasks((table) => {
      const body = table.columns.getItem("Tình trạng").getDataBodyRange();
      body.getCell(4, 0).values = [["Xong đúng hạn"]];
    });
    const { questions } = await desk.commands.open();
    const question = questions.find(({ id }) => id.startsWith("formula:"));
    expect(question?.text).toMatch(
      /^Ô [A-Z]+9 ở trang Theo dõi, cột “Tình trạng”, không còn theo công thức: đang ghi “Xong đúng hạn”, công thức cho “Quá hạn”/,
    );
    if (!question) throw new Error("no question");
    const left = await desk.commands.answer(question, "leave");
    expect(left.session.questions.map(({ id }) => id)).not.toContain(question.id);
    expect((await statesOf(desk))[4]).toBe("Xong đúng hạn");
    await onTasks((table) => {
      const body = table.columns.getItem("Tình trạng").getDataBodyRange();
      body.getCell(4, 0).values = [[""]];
    });
    const deleted = (await desk.commands.open()).questions.find(({ id }) =>
      id.startsWith("formula:"),
    );
    if (!deleted) throw new Error("no question");
    const mended = await desk.commands.answer(deleted, "again");
    expect(mended.differences).toEqual([]);
    expect(await statesOf(desk)).toEqual(states);
    expect((await desk.commands.open()).questions.some(({ id }) => id.startsWith("formula:"))).toBe(
      false,
    );
  });

  it("a formula of the officer's own, right today: kept by every writing, told, written over on his word alone", async () => {
    const desk = await tracked();
    const states = await statesOf(desk);
    const own = `="${String(states[4])}"`;
    await onTasks((table) => {
      const body = table.columns.getItem("Tình trạng").getDataBodyRange();
      body.getCell(6, 0).values = [["Theo ý kiến Trưởng ban"]];
      body.getCell(8, 0).values = [[""]];
      body.getCell(4, 0).formulas = [[own]];
    });
    const seen = async () => {
      const sheet = (await saved(desk)).Sheets["Theo dõi"];
      const cells = Object.entries(sheet ?? {}) as [string, { f?: string; v?: unknown }][];
      return cells.filter(
        ([, cell]) => cell.f === own.slice(1) || cell.v === "Theo ý kiến Trưởng ban",
      );
    };
    const { tracking } = await desk.commands.open();
    const enter = (number: number) =>
      desk.commands.adjustDeadline(
        tracking.tasks[number]?.code ?? "",
        "2024-12-20",
        "Công văn số 12/BQL",
        "Chờ hướng dẫn",
      );
    for (const number of [0, 1]) {
      const outcome = await enter(number);
      expect(outcome.differences).toEqual([]);
      expect(outcome.said.join(" ")).toContain("Giữ nguyên 2 ô cột công thức");
      expect((await seen()).map(([cell]) => cell.replace(/^[A-Z]+/, ""))).toEqual(["9", "11"]);
    }
    expect((await statesOf(desk))[8]).toBe(states[8]);
    const question = (await desk.commands.open()).questions.find(({ id }) =>
      id.startsWith("formula:"),
    );
    if (!question) throw new Error("no question");
    await desk.commands.answer(question, "leave");
    await enter(2);
    expect(await seen()).toHaveLength(2);
    await desk.commands.undo();
    expect(await seen()).toHaveLength(2);
  });

  it("a filter: hidden rows stay with their values, in their order, and are counted", async () => {
    const desk = await tracked();
    const { tracking } = await desk.commands.open();
    await onTasks((_table, sheet) => {
      sheet.getRange("9:14").rowHidden = true;
    });
    const outcome = await desk.commands.adjustDeadline(
      tracking.tasks[7]?.code ?? "",
      "2024-12-20",
      "Công văn số 12/BQL",
      "Chờ hướng dẫn",
    );
    expect(outcome.differences).toEqual([]);
    const after = (await desk.commands.open()).tracking.tasks;
    expect(after.map(({ code, title }) => [code, title])).toEqual(
      tracking.tasks.map(({ code, title }) => [code, title]),
    );
    expect(after[7]).toMatchObject({ adjustedDue: "2024-12-20", extensions: 1 });
    await Excel.run(async (context) => {
      const rows = context.workbook.worksheets.getItem("Theo dõi").getRange("9:14");
      rows.load("rowHidden");
      await context.sync();
      expect(rows.rowHidden).toBe(true);
    });
  });

  it("a renamed column: nothing is written until the officer has said which one it is", async () => {
    const desk = await tracked();
    const rename = () =>
      onTasks((table) => {
        table.columns.getItem("Ngày hoàn thành").getHeaderRowRange().values = [["Ngày xong"]];
      });
    await rename();
    const { questions } = await desk.commands.open();
    const question = questions.find(({ id }) => id.startsWith("renamed:"));
    expect(question?.text).toBe(
      "Trang Theo dõi không còn cột “Ngày hoàn thành”. Cột đó đã được đổi tên?",
    );
    const before = rowsOf(await saved(desk), "Theo dõi");
    const refusal = await refusalOf(desk.commands.setAsOf("2024-06-01"));
    expect(refusal).toMatchObject({ code: "changed-since", written: false });
    expect(refusal.message).toContain("không còn cột “Ngày hoàn thành”");
    expect(rowsOf(await saved(desk), "Theo dõi")).toEqual(before);
    if (!question) throw new Error("no question");
    const mended = await desk.commands.answer(question, question.answers[0]?.value ?? "");
    expect(mended.said[0]).toBe(
      "Đã đặt lại tên cột “Ngày xong” ở trang Theo dõi thành “Ngày hoàn thành”.",
    );
    const done = mended.session.tracking.tasks.filter(({ finished }) => finished !== null);
    expect(done.length).toBeGreaterThan(5);
    await desk.commands.setAsOf("2024-06-01");
  });

  it("moved columns and pasted rows: every value stays with its task, new rows get codes", async () => {
    const desk = await tracked();
    const { tracking } = await desk.commands.open();
    const seen = (tasks: typeof tracking.tasks) =>
      tasks.map(({ code, title, product }) => [code, title, product]);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("NhiemVu");
      const body = table.getDataBodyRange();
      const ranges = ["Sản phẩm", "Nhiệm vụ"].map((name) => {
        const range = table.columns.getItem(name).getRange();
        range.load("values");
        return range;
      });
      body.load("columnCount");
      await context.sync();
      const values = ranges.map((range) => range.values as string[][]);
      ranges.forEach((range, index) => {
        range.getRow(0).values = [[`_${index}`]];
      });
      ranges.forEach((range, index) => {
        range.values = values[1 - index] ?? [];
      });
      const pasted = Array.from({ length: body.columnCount }, (_cell, index) =>
        // The title stands where the product stood before.
        index === 4 ? "Việc chép thêm" : "",
      );
      const blank: (string | null)[] = pasted.map((cell) => (cell === "" ? null : cell));
      table.rows.add(undefined, [blank] as string[][]);
      await context.sync();
    });
    const moved = await desk.commands.open();
    expect(seen(moved.tracking.tasks).slice(0, 30)).toEqual(seen(tracking.tasks));
    const added = moved.tracking.tasks.slice(30);
    expect(added).toMatchObject([{ title: "Việc chép thêm", code: "NV031" }]);
    await desk.commands.track();
    expect(seen((await desk.commands.open()).tracking.tasks)).toEqual(seen(moved.tracking.tasks));
  });
});
