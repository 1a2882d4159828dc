import {
  enterUrgings,
  oftenLate,
  oftenLateText,
  openReceipts,
  readReceipts,
  readUrgings,
  receiptSheet,
  receiptState,
  urgedBefore,
  urgingBook,
  type Urging,
} from "../../src/collect";
import { toSerial } from "../../src/deadline";
import type { CellValue, SheetPlan, TableGrid } from "../../src/sheet";
import { PERIOD, samplePlan, taskOf, trackingOf } from "./plan";

/** A book's table as the workbook gives it back. */
function tableOf(plan: SheetPlan): TableGrid {
  const [table] = plan.tables;
  if (!table) throw new Error("there is no table");
  return {
    name: table.name,
    sheet: plan.name,
    area: { row: table.row, column: 0, rows: table.rows.length + 1, columns: table.columns.length },
    headers: table.columns.map(({ header }) => header),
    rows: table.rows.map((row) => row.map((cell) => cell ?? "")),
  };
}

function withRow(table: TableGrid, cells: Readonly<Record<string, CellValue>>): TableGrid {
  const row = table.headers.map((header) => cells[header] ?? "");
  return { ...table, rows: [...table.rows, row] };
}

const column = (plan: SheetPlan, header: string) => {
  const table = tableOf(plan);
  return table.rows.map((row) => row[table.headers.indexOf(header)]);
};

const overduePlan = trackingOf([
  { ...taskOf(1, "Văn phòng Ban"), due: "2024-03-31" },
  { ...taskOf(2, "Văn phòng Ban"), due: "2024-05-31" },
  { ...taskOf(3, "Thanh tra Ban"), due: "2024-05-31", finished: "2024-06-02", done: true },
]);
const DAYS = { today: "2024-06-14", asOf: "2024-06-14" };

describe("the book of urgings", () => {
  const urgings = enterUrgings([], overduePlan, ["Văn phòng Ban", "Thanh tra Ban"], DAYS);

  it("notes a unit with the figures of the day, skips one with nothing, and takes no second line of a day", () => {
    expect(urgings).toEqual([
      {
        date: "2024-06-14",
        unit: "Văn phòng Ban",
        asOf: "2024-06-14",
        overdue: 2,
        longest: 75,
        dueSoon: 0,
        withoutResult: 0,
        way: "",
        note: "",
      } satisfies Urging,
    ]);
    expect(enterUrgings(urgings, overduePlan, ["Văn phòng Ban"], DAYS)).toEqual(urgings);
  });

  it("comes back from its sheet as it was", () => {
    expect(readUrgings(tableOf(urgingBook(urgings)))).toEqual(urgings);
  });

  it("counts the lines that were typed by hand, and keeps what cannot be read as it stands", () => {
    const typed = withRow(
      withRow(tableOf(urgingBook(urgings)), {
        "Ngày đôn đốc": toSerial("2024-05-02"),
        "Đơn vị": "văn phòng ban",
        "Cách gửi": "gọi điện",
      }),
      { "Ngày đôn đốc": "tuần trước", "Đơn vị": "Thanh tra Ban", "Quá hạn": "vài việc" },
    );
    const book = readUrgings(typed);
    expect(urgedBefore(book, "Văn phòng Ban", "2024-06-14")).toEqual({
      times: 1,
      last: "2024-05-02",
    });
    const later = { today: "2024-07-01", asOf: "2024-07-01" };
    const again = urgingBook(enterUrgings(book, overduePlan, ["Văn phòng Ban"], later), typed);
    expect(column(again, "Ngày đôn đốc")).toEqual([
      toSerial("2024-06-14"),
      toSerial("2024-05-02"),
      "tuần trước",
      toSerial("2024-07-01"),
    ]);
    expect(column(again, "Quá hạn")).toEqual([2, "", "vài việc", 2]);
    expect(column(again, "Cách gửi")).toEqual(["", "gọi điện", "", ""]);
    expect(column(again, "Lần thứ")).toEqual([2, 1, "", 3]);
  });
});

describe("the book of received reports in plain Excel", () => {
  const opened = openReceipts([], samplePlan(), PERIOD, "2024-06-10");

  it("keeps rows that it does not understand, and cells as they were typed", () => {
    const table = withRow(tableOf(receiptSheet(opened)), {
      "Đơn vị": "Đoàn Thanh niên",
      "Lý do trả lại": "gửi riêng",
      "Ngày nhận": "hôm qua",
    });
    const first = table.rows[0]?.map((cell, at) =>
      table.headers[at] === "Ngày nhận" ? "hôm kia" : cell,
    );
    const typed = { ...table, rows: [first ?? [], ...table.rows.slice(1)] };
    const again = receiptSheet(readReceipts(typed), typed);
    expect(column(again, "Ngày nhận")).toEqual(["hôm kia", "", "", "", "", "hôm qua"]);
    expect(column(again, "Lý do trả lại").at(-1)).toBe("gửi riêng");
  });

  it("says the state of a report by a formula that gives what the engine says", () => {
    const book = [
      { received: null, newDate: null },
      { received: null, newDate: "2024-06-20" },
      { received: "2024-06-10", newDate: null },
      { received: "2024-06-11", newDate: null },
      { received: "2024-06-20", newDate: "2024-06-20" },
    ].map((change, index) => ({ ...(opened[index] ?? fail()), ...change }));
    const states = ["Chưa gửi", "Trả lại", "Đúng hạn", "Muộn", "Đúng hạn"];
    expect(column(receiptSheet(book), "Tình trạng")).toEqual(states);
    expect(book.map(receiptState)).toEqual(["waiting", "returned", "onTime", "late", "onTime"]);
  });

  it("takes a day to send by that is named later for those that have not sent", () => {
    const [first, ...rest] = opened;
    const book = [{ ...(first ?? fail()), received: "2024-06-09" }, ...rest];
    const named = openReceipts(book, samplePlan(), PERIOD, "2024-06-12");
    expect(named.map(({ sendBy }) => sendBy)).toEqual([
      "2024-06-10",
      ...rest.map(() => "2024-06-12"),
    ]);
  });
});

describe("units late again and again", () => {
  const receipts = openReceipts([], overduePlan, PERIOD, "2024-06-10");

  it("counts tasks, reports and urgings, and leaves out a unit that was late once", () => {
    const late = oftenLate(overduePlan, { receipts: [], urgings: [] }, "2024-06-14");
    expect(late.map(({ unit, overdue, longest }) => [unit, overdue, longest])).toEqual([
      ["Văn phòng Ban", 2, 75],
    ]);
    const withBooks = oftenLate(overduePlan, { receipts, urgings: [] }, "2024-06-14");
    expect(
      withBooks.map(({ unit, lateReports, doneLate }) => [unit, lateReports, doneLate]),
    ).toEqual([
      ["Văn phòng Ban", 1, 0],
      ["Thanh tra Ban", 1, 1],
    ]);
    expect(oftenLate(overduePlan, { receipts, urgings: [] }, "2024-06-10").length).toBe(1);
  });

  it("is worded for the head of the agency, and says nothing when there is nobody", () => {
    const urgings = enterUrgings([], overduePlan, ["Văn phòng Ban"], DAYS);
    const late = oftenLate(overduePlan, { receipts: [], urgings }, "2024-06-14");
    expect(oftenLateText(late, "2024-06-14")).toBe(
      "Các đơn vị nhiều lần chậm (số liệu đến ngày 14/6/2024):\n" +
        "1. Văn phòng Ban: 2 nhiệm vụ đang quá hạn (chậm nhất 75 ngày); đã đôn đốc 1 lần.",
    );
    expect(oftenLateText([], "2024-06-14")).toBe("");
  });
});

function fail(): never {
  throw new Error("there is no such line");
}
