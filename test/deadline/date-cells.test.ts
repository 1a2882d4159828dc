import {
  readDateCell,
  settleSwappedDates,
  suspectSwappedDates,
  toSerial,
  type ColumnCell,
} from "../../src/deadline";
import { short } from "./short";

const cell = (date: string, format: string, text: string) => ({
  serial: toSerial(date),
  format,
  text,
});
const options = { year: 2026 };

describe("true date cells", () => {
  it.each([
    ["2026-06-15", "dd/mm/yyyy", "15/06/2026", "..2026-06-15"],
    ["2026-06-15", "d/m/yy", "15/6/26", "..2026-06-15"],
    ["2026-06-15", "m/d/yyyy", "15/06/2026", "..2026-06-15"],
    ["2026-06-15", "m/d/yyyy", "6/15/2026", "..2026-06-15"],
    ["2026-06-15", "d-mmm-yy", "15-Jun-26", "..2026-06-15"],
    ["2026-06-15", "dd/mm/yyyy", "########", "..2026-06-15"],
    ["2026-06-15", '"Ngày "dd/mm/yyyy', "Ngày 15/06/2026", "..2026-06-15"],
    ["2026-06-15", "[$-42A]dd mmmm yyyy;@", "15 Tháng Sáu 2026", "..2026-06-15"],
    ["2026-06-15", "dd/mm/yyyy hh:mm", "15/06/2026 00:00", "..2026-06-15"],
    ["2026-06-01", '"Tháng "m/yyyy', "Tháng 6/2026", "2026-06-01..2026-06-30"],
    ["2026-06-01", "mm/yyyy", "06/2026", "2026-06-01..2026-06-30"],
    ["2026-06-01", "mmm-yy", "Jun-26", "2026-06-01..2026-06-30"],
    ["2026-06-01", "[$-409]mmm\\-yy;@", "Jun-26", "2026-06-01..2026-06-30"],
    ["2026-01-01", "yyyy", "2026", "2026-01-01..2026-12-31"],
    ["2026-06-15", "mm/yyyy", "06/2026", "?"],
    ["2026-03-02", "m/d/yyyy", "3/2/2026", "?"],
    ["2026-02-03", "m/d/yyyy", "2/3/2026", "?"],
    ["2026-03-03", "m/d/yyyy", "3/3/2026", "..2026-03-03"],
    ["1926-06-15", "dd/mm/yyyy", "15/06/1926", "?"],
  ])("%s in %s shown as %s", (date, format, text, reading) => {
    expect(short(readDateCell(cell(date, format, text), options))).toBe(reading);
  });

  it("offers what is shown first when day and month are swapped", () => {
    const deadline = readDateCell(cell("2026-03-02", "m/d/yyyy", "3/2/2026"), options);
    expect(deadline.doubt?.why).toBe("swapped-day-and-month");
    expect(deadline.doubt?.candidates.map(short)).toEqual(["..2026-02-03", "..2026-03-02"]);
  });

  it("reads the text where the format shows no date", () => {
    expect(short(readDateCell({ serial: 2026, format: "General", text: "2026" }, options))).toBe(
      "2026-01-01..2026-12-31",
    );
    expect(
      short(
        readDateCell({ serial: 30, format: "0", text: "30" }, { year: 2026, countsDays: true }),
      ),
    ).toBe("relative");
  });

  it("minutes are not months", () => {
    expect(short(readDateCell({ serial: 46023.5, format: "h:mm", text: "12:00" }, options))).toBe(
      "?",
    );
  });

  it("follows the calendar of the workbook", () => {
    const serial = toSerial("2026-06-15", 1904);
    const old = { serial, format: "dd/mm/yyyy", text: "15/06/2026" };
    expect(short(readDateCell(old, { year: 2026, calendar: 1904 }))).toBe("..2026-06-15");
  });
});

describe("a column typed under month-first settings", () => {
  const typed = (text: string, place: number): ColumnCell => {
    const [day = 0, month = 0, year = 0] = text.split("/").map(Number);
    const stored =
      day <= 12
        ? `${year}-${String(day).padStart(2, "0")}-${String(month).padStart(2, "0")}`
        : null;
    return {
      cell: `F${place + 5}`,
      serial: stored ? toSerial(stored) : null,
      format: "dd/mm/yyyy",
      text: stored ? stored.split("-").reverse().join("/") : text,
    };
  };
  const column = ["05/3/2026", "25/3/2026", "10/4/2026", "30/6/2026", "06/6/2026"].map(typed);

  it("is suspected, with both readings of each cell", () => {
    const found = suspectSwappedDates(column);
    expect(found?.cells.map((one) => [one.cell, short(one.stored), short(one.swapped)])).toEqual([
      ["F5", "..2026-05-03", "..2026-03-05"],
      ["F7", "..2026-10-04", "..2026-04-10"],
    ]);
    expect(found?.trueDates).toBe(3);
    expect(found?.textDates).toBe(2);
  });

  it("is settled with one answer", () => {
    const found = suspectSwappedDates(column);
    const settled = found && settleSwappedDates(found, "swapped");
    expect([...(settled ?? [])].map(([where, deadline]) => [where, short(deadline)])).toEqual([
      ["F5", "..2026-03-05"],
      ["F7", "..2026-04-10"],
    ]);
  });

  it("is not suspected when a true date has a day above 12", () => {
    const honest: ColumnCell = {
      cell: "F20",
      serial: toSerial("2026-06-15"),
      format: "dd/mm/yyyy",
      text: "15/06/2026",
    };
    expect(suspectSwappedDates([...column, honest])).toBeNull();
  });

  it("is not suspected without text dates above 12, nor for whole months", () => {
    expect(suspectSwappedDates(column.filter((one) => one.serial !== null))).toBeNull();
    const months = column.map((one) => ({ ...one, format: "mm/yyyy" }));
    expect(suspectSwappedDates(months)).toBeNull();
    expect(suspectSwappedDates([])).toBeNull();
  });
});
