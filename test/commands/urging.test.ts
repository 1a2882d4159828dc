import { readReceipts, readUrgings } from "../../src/collect";
import { reportingPeriod } from "../../src/deadline";
import { urgingText } from "../../src/report";
import { BOOK_TABLES } from "../../src/tracking";
import { office, rowsOf, saved } from "./office";

const ASKED = "2024-06-14";
const UNIT = "Phòng Quản lý đầu tư";
const period = reportingPeriod("first-half", 2024);

it("notes urgings in a sheet of their own, and the next text says that the unit was urged before", async () => {
  const desk = await office(ASKED);
  await desk.commands.track();
  const first = await desk.commands.noteUrged([UNIT], ASKED);
  expect(first.sheets).toEqual(["Sổ đôn đốc"]);
  expect(first.differences).toEqual([]);
  const noted = readUrgings(first.session.reading.tables[BOOK_TABLES.urgings]);
  expect(noted).toMatchObject([{ date: ASKED, unit: UNIT, overdue: 1, longest: 75 }]);

  const again = await desk.commands.noteUrged([UNIT], ASKED);
  expect(again.sheets).toEqual([]);
  expect(again.said.join(" ")).toContain("0/1");
  const { reading, tracking } = await desk.commands.open();
  expect(readUrgings(reading.tables[BOOK_TABLES.urgings])).toEqual(noted);

  const texts = [
    { times: 0, last: null },
    { times: 1, last: "2024-05-02" },
    { times: 2, last: "2024-06-02" },
  ].map((before) => urgingText(tracking, UNIT, ASKED, before));
  expect(texts[0]).not.toContain("đã được đôn đốc");
  expect(texts[1]).toMatch(/^Việc này đã được đôn đốc ngày 2\/5\/2024\./);
  expect(texts[2]).toMatch(/^Việc này đã được đôn đốc 02 lần \(gần nhất ngày 2\/6\/2024\)\./);
  expect(texts[2]).toContain("sẽ được báo cáo lãnh đạo xem xét");
});

it("keeps the officer's own lines and columns in the book, and takes a line back", async () => {
  const desk = await office(ASKED);
  await desk.commands.track();
  await desk.commands.noteUrged([UNIT], ASKED);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(BOOK_TABLES.urgings);
    table.rows.add(undefined, [[45414, "Văn phòng Ban", "", "", "", "", "", "", "Điện thoại", ""]]);
    context.workbook.worksheets.getItem("Sổ đôn đốc").getRange("M5").values = [["của tôi"]];
    await context.sync();
  });
  const before = rowsOf(await saved(desk), "Sổ đôn đốc");
  const written = await desk.commands.noteUrged(["Phòng Quản lý lao động"], ASKED);
  expect(written.differences).toEqual([]);
  const after = rowsOf(await saved(desk), "Sổ đôn đốc");
  expect(after.flat()).toContain("của tôi");
  expect(after.flat()).toContain("Điện thoại");
  expect(after.filter((row) => row[1] !== "").length).toBe(
    before.filter((row) => row[1] !== "").length + 1,
  );
  await desk.commands.undo();
  const undone = rowsOf(await saved(desk), "Sổ đôn đốc");
  const lines = (rows: unknown[][]) =>
    rows.filter((row) => row.some((cell) => cell !== "")).map((row) => row.slice(0, 2));
  expect(lines(undone)).toEqual(lines(before));
});

it("notes that a report was sent back, with its reason and new day", async () => {
  const desk = await office(ASKED);
  await desk.commands.track();
  const back = await desk.commands.sendBack({
    unit: UNIT,
    period,
    reason: "Thiếu minh chứng",
    newDate: "2024-06-20",
  });
  expect(back.differences).toEqual([]);
  const book = readReceipts(back.session.reading.tables[BOOK_TABLES.receipts]);
  expect(book.find(({ unit }) => unit === UNIT)).toMatchObject({
    returnedReason: "Thiếu minh chứng",
    newDate: "2024-06-20",
    received: null,
  });
  expect(rowsOf(await saved(desk), "Sổ nhận báo cáo").flat()).toContain("Trả lại");
  const stranger = desk.commands.sendBack({
    unit: "Phòng không có",
    period,
    reason: "x",
    newDate: "2024-06-20",
  });
  await expect(stranger).rejects.toMatchObject({ code: "not-found" });
});
