import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reportingPeriod } from "../../src/deadline";
import type { Session } from "../../src/commands";
import { office, refusalOf, rowsOf, rowWith, saved, written, type Office } from "./office";

const HEAD = [
  "TT",
  "Nhiệm vụ",
  "Sản phẩm",
  "Đơn vị chủ trì",
  "Thời hạn",
  "Ngày hoàn thành",
  "Kết quả thực hiện",
];
type Row = readonly (string | number)[];

const DOCUMENTS: readonly Row[] = [
  [1, "Ban hành quy chế làm việc", "Quy chế", "Văn phòng", "Tháng 1/2024", "", ""],
  [2, "Sửa đổi quy chế văn thư", "Quy chế", "Văn phòng", "Tháng 4/2024", "", ""],
  [3, "Xây dựng đề án vị trí việc làm", "Đề án", "Phòng Tổ chức", "Quý III/2024", "", ""],
];
const WORK: readonly Row[] = [
  [1, "Tập huấn kỹ năng số cho công chức", "Lớp", "Phòng Tổ chức", "Tháng 5/2024", "", ""],
  [2, "Kiểm tra kỷ luật công vụ", "Biên bản", "Phòng Tổ chức", "30/6/2024", "", ""],
  [3, "Đối thoại với doanh nghiệp", "Hội nghị", "Văn phòng", "Quý IV/2024", "", ""],
];

function fill(name: string, rows: readonly Row[], plan: string, title = name) {
  return (context: Excel.RequestContext) => {
    const sheet = context.workbook.worksheets.add(name);
    const lines = [
      [title.toUpperCase()],
      [`(Kèm theo Kế hoạch số ${plan} ngày 15/01/2024)`],
      HEAD,
      ...rows,
    ].map((line) => HEAD.map((_, index) => line[index] ?? ""));
    sheet.getRange(`A1:G${lines.length}`).values = lines;
    sheet.activate();
  };
}

async function twoAppendices(): Promise<Office> {
  return written((context) => {
    fill("Phụ lục II", WORK, "12/KH-BQL")(context);
    fill("Phụ lục I", DOCUMENTS, "12/KH-BQL")(context);
  }, "2024-06-14");
}

const list = async (desk: Office) => rowsOf(await saved(desk), "Theo dõi");
const codes = (rows: readonly unknown[][]) =>
  rows.map((row) => row[0]).filter((cell) => /^NV\d/.test(String(cell)));

describe("appendices of one plan", () => {
  it("go into one Theo dõi, each task with its sheet; reading one again keeps the other", async () => {
    const desk = await twoAppendices();
    await desk.commands.track();
    desk.standIn.officer.activate("Phụ lục II");
    const second = await desk.commands.open();
    expect(second.appendix?.sheet).toBe("Phụ lục II");
    expect(second.changes).toMatchObject({ added: 3, changed: 0, gone: 0 });
    await desk.commands.track();

    const rows = await list(desk);
    expect(codes(rows)).toEqual(["NV001", "NV002", "NV003", "NV004", "NV005", "NV006"]);
    const sourceOf = (title: string) =>
      rowWith(rows, title).filter((cell) => String(cell).startsWith("Phụ lục"));
    expect(sourceOf("Sửa đổi quy chế văn thư")).toEqual(["Phụ lục I"]);
    expect(sourceOf("Kiểm tra kỷ luật công vụ")).toEqual(["Phụ lục II"]);

    desk.standIn.officer.type("Phụ lục II", "B5", "Kiểm tra kỷ luật công vụ đột xuất");
    const changed = await desk.commands.open();
    expect(changed.changes).toMatchObject({ added: 0, changed: 1, gone: 0 });
    await desk.commands.track();
    desk.standIn.officer.activate("Phụ lục I");
    const first = await desk.commands.open();
    expect(first.changes).toMatchObject({ added: 0, changed: 0, gone: 0 });
    await desk.commands.track();
    expect(codes(await list(desk))).toHaveLength(6);

    const half = reportingPeriod("first-half", 2024);
    await desk.commands.report({ period: half, asOf: half.to, reader: "authority" });
    const total = rowWith(rowsOf(await saved(desk), "BC 6 tháng 2024"), "Tổng cộng");
    expect(Number(total[2])).toBe(6);
  });

  it("a sheet that was renamed keeps its tasks, one that was deleted leaves them marked", async () => {
    const desk = await twoAppendices();
    await desk.commands.track();
    desk.standIn.officer.renameSheet("Phụ lục I", "PL 1 (đã sửa)");
    const renamed = await desk.commands.open();
    expect(renamed.changes).toMatchObject({ added: 0, changed: 0, gone: 0 });
    const outcome = await desk.commands.track();
    expect(outcome.session.tracking.tasks.map(({ code, source }) => [code, source?.sheet])).toEqual(
      [
        ["NV001", "PL 1 (đã sửa)"],
        ["NV002", "PL 1 (đã sửa)"],
        ["NV003", "PL 1 (đã sửa)"],
      ],
    );
    desk.standIn.officer.deleteSheet("PL 1 (đã sửa)");
    desk.standIn.officer.activate("Phụ lục II");
    expect((await desk.commands.open()).changes).toMatchObject({ added: 3, gone: 3 });
    const after = await desk.commands.track();
    expect(after.session.tracking.tasks).toHaveLength(6);
    expect(after.session.tracking.tasks.filter(({ source }) => source === null)).toHaveLength(3);
  });

  it("a copy of a sheet that is followed is refused, and another plan too", async () => {
    const desk = await twoAppendices();
    await desk.commands.track();
    const add = (name: string, rows: readonly Row[], plan: string) =>
      Excel.run(async (context) => {
        fill(name, rows, plan, "Phụ lục I")(context);
        await context.sync();
      });
    await add("Phụ lục I (2)", DOCUMENTS, "12/KH-BQL");
    expect(await refusalOf(desk.commands.track())).toMatchObject({
      code: "copied-sheet",
      written: false,
    });
    await add("Kế hoạch khác", WORK, "45/KH-BQL");
    expect(await refusalOf(desk.commands.track())).toMatchObject({
      code: "other-plan",
      written: false,
    });
    expect(codes(await list(desk))).toHaveLength(3);
  });

  it("the sheet copied to the next year's file starts a tracking of its own", async () => {
    const desk = await written(fill("Phụ lục I", DOCUMENTS, "03/KH-BQL"), "2025-01-20");
    const { session } = await desk.commands.track();
    expect(session.tracking.tasks.map(({ code }) => code)).toEqual(["NV001", "NV002", "NV003"]);
  });
});

describe("results in the sheet", () => {
  const SAMPLE = join(__dirname, "../../assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx");

  it("go into Kết quả once; where both sides changed the officer chooses", async () => {
    const desk = await office("2024-06-14", readFileSync(SAMPLE));
    await desk.commands.track();
    desk.standIn.officer.type("Phụ lục", "G16", "10/6/2024");
    await desk.commands.track();
    const rows = await list(desk);
    const code = "Ngày hoàn thành";
    const header = rows.findIndex((row) => row.includes(code));
    const column = rows[header]?.indexOf(code) ?? -1;
    const session = await desk.commands.open();
    const task = session.tracking.tasks.find(({ source }) => source?.row === 16);
    expect(task?.finished).toBe("2024-06-10");
    const at = rows.findIndex((row) => row[0] === task?.code);
    desk.standIn.officer.type(
      "Theo dõi",
      `${String.fromCharCode(65 + column)}${at + 1}`,
      "5/6/2024",
    );
    desk.standIn.officer.type("Phụ lục", "G16", "12/6/2024");
    const both = await desk.commands.open();
    const question = both.questions.find(({ text }) => text.includes("ghi khác Theo dõi"));
    expect(question?.text).toMatch(/^Ô G16 ghi khác Theo dõi/);
    expect(both.tracking.tasks.find(({ source }) => source?.row === 16)?.finished).toBe(
      "2024-06-05",
    );
    const answer =
      question?.answers.find(({ label }) => label.includes("12/6/2024")) ?? question?.answers[0];
    if (!question || !answer) throw new Error("no question was asked");
    const outcome = await desk.commands.answer(question, answer.value);
    expect(outcome.session.questions.some(({ id }) => id === question.id)).toBe(false);
  });
});

describe("the officer's columns", () => {
  const roles = {
    0: "number",
    1: "task",
    2: "other",
    3: "lead",
    4: "deadline",
    5: "finished",
    6: "result",
  } as const;
  const roleOf = (session: Session, header: string) =>
    session.appendix?.columns.find((column) => column.header === header)?.role;

  it("are remembered by the header's words, wherever the table stands then", async () => {
    const desk = await written(fill("Phụ lục I", DOCUMENTS, "12/KH-BQL"), "2024-06-14");
    expect(roleOf(await desk.commands.open(), "Sản phẩm")).toBe("product");
    await desk.commands.track({ mapping: { headerRows: [3], roles } });
    expect(roleOf(await desk.commands.open(), "Sản phẩm")).toBe("other");
    desk.standIn.officer.insertRows("Phụ lục I", 1, 2);
    const again = await desk.commands.open();
    expect(again.appendix?.headerRows).toEqual([5]);
    expect(again.knownForm).toBe(true);
    expect(roleOf(again, "Sản phẩm")).toBe("other");
    expect(again.tracking.tasks).toHaveLength(3);
  });

  it("are kept for the columns that are still there, and one that has gone is said", async () => {
    const desk = await written(fill("Phụ lục I", DOCUMENTS, "12/KH-BQL"), "2024-06-14");
    await desk.commands.track({ mapping: { headerRows: [3], roles } });
    desk.standIn.officer.deleteColumns("Phụ lục I", 5, 1);
    const session = await desk.commands.open();
    expect(session.goneColumns).toEqual(["finished"]);
    expect(session.knownForm).toBe(false);
    expect(roleOf(session, "Sản phẩm")).toBe("other");
    expect(roleOf(session, "Kết quả thực hiện")).toBe("result");
    const { said } = await desk.commands.track();
    expect(said.join(" ")).toContain("“Ngày hoàn thành” đã chọn lần trước không còn trên trang");
  });

  it("lists each change with both texts before anything is written", async () => {
    const desk = await written(fill("Phụ lục I", DOCUMENTS, "12/KH-BQL"), "2024-06-14");
    await desk.commands.track();
    desk.standIn.officer.type("Phụ lục I", "E5", "Quý II/2024");
    const before = await list(desk);
    const { changes } = await desk.commands.open();
    expect(changes?.lines).toEqual([
      { kind: "changed", text: "Dòng 5: NV002 – Thời hạn: “Tháng 4/2024” → “Quý II/2024”" },
    ]);
    expect(await list(desk)).toEqual(before);
  });
});
