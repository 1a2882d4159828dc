import fc from "fast-check";
import {
  consolidate,
  enterReceipts,
  isOnTime,
  makeForms,
  openReceipts,
  readReceipts,
  readReturnedForm,
  receiptRates,
  receiptSheet,
  sendBack,
  type Receipt,
} from "../../src/collect";
import type { TableGrid } from "../../src/sheet";
import { fillIn, gridOf, PERIOD, samplePlan } from "./plan";

const tracking = samplePlan();
const opened = openReceipts([], tracking, PERIOD, "2024-06-10");

function filledForms(result: string) {
  return makeForms(tracking, { period: PERIOD, sendBy: "2024-06-10" })
    .slice(0, 2)
    .map((form, index) =>
      readReturnedForm(form.fileName, [
        fillIn(gridOf(form), `NV${String(index * 4 + 1).padStart(3, "0")}`, { result }),
      ]),
    );
}

function enter(book: readonly Receipt[], result: string, day: string): Receipt[] {
  const taken = consolidate(tracking, filledForms(result), {
    period: PERIOD,
    receivedOn: day,
    sendBy: "2024-06-10",
  });
  return enterReceipts(book, taken, PERIOD, day);
}

function readBack(book: readonly Receipt[]): Receipt[] {
  const [table] = receiptSheet(book).tables;
  if (!table) throw new Error("no table");
  const grid: TableGrid = {
    name: table.name,
    sheet: "Sổ nhận báo cáo",
    area: { row: table.row, column: 0, rows: table.rows.length + 1, columns: table.columns.length },
    headers: table.columns.map((column) => column.header),
    rows: table.rows.map((row) => row.map((cell) => cell ?? "")),
  };
  return readReceipts(grid);
}

describe("the book of received reports", () => {
  it("opens one line for every department that leads a task, once", () => {
    expect(opened).toHaveLength(5);
    expect(openReceipts(opened, tracking, PERIOD, "2024-06-10")).toEqual(opened);
    expect(receiptRates(opened, PERIOD)).toEqual({
      asked: 5,
      sent: 0,
      onTime: 0,
      sentRate: 0,
      onTimeRate: null,
    });
  });

  it("enters who has sent, once for the same version", () => {
    const once = enter(opened, "Đã làm", "2024-06-09");
    expect(receiptRates(once, PERIOD)).toEqual({
      asked: 5,
      sent: 2,
      onTime: 2,
      sentRate: 0.4,
      onTimeRate: 1,
    });
    expect(enter(once, "Đã làm", "2024-06-12")).toEqual(once);
  });

  it("counts a corrected form as a further version and keeps the first day", () => {
    const twice = enter(enter(opened, "Đã làm", "2024-06-09"), "Đã làm xong", "2024-06-12");
    expect(
      twice
        .filter((receipt) => receipt.received !== null)
        .map((receipt) => [receipt.version, receipt.received]),
    ).toEqual([
      [2, "2024-06-09"],
      [2, "2024-06-09"],
    ]);
  });

  it("knows late from in time, by the new day when a report was sent back", () => {
    const late = enter(opened, "Đã làm", "2024-06-11");
    expect(receiptRates(late, PERIOD).onTime).toBe(0);
    const back = sendBack(late, "Văn phòng Ban", PERIOD, "Thiếu minh chứng", "2024-06-13");
    const again = enter(back, "Đã làm, có minh chứng", "2024-06-13");
    expect(again.find((receipt) => receipt.unit === "Văn phòng Ban")).toMatchObject({
      received: "2024-06-13",
      returnedReason: "Thiếu minh chứng (đã nhận ngày 11/6/2024)",
    });
    expect(
      again.filter((receipt) => isOnTime(receipt) === true).map((receipt) => receipt.unit),
    ).toEqual(["Văn phòng Ban"]);
  });

  it("comes back from its sheet as it was", () => {
    const day = fc.constantFrom("2024-06-01", "2024-06-11", null);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            sendBy: day,
            received: day,
            newDate: day,
            returnedReason: fc.constantFrom("", "Thiếu minh chứng"),
            versions: fc.array(fc.stringMatching(/^[0-9a-z]{7}$/), { maxLength: 3 }),
          }),
          { maxLength: 6 },
        ),
        (lines) => {
          const book = lines.map((line, index): Receipt => ({
            ...line,
            unit: `Phòng ${index}`,
            from: PERIOD.from,
            to: PERIOD.to,
            version: line.versions.length,
          }));
          expect(readBack(book)).toEqual(book);
        },
      ),
    );
  });
});
