import { toSerial, type IsoDate } from "../deadline";
import { overdueByUnit, type UrgedBefore } from "../report";
import type { CellValue, SheetPlan, TableGrid } from "../sheet";
import type { Tracking } from "../task";
import { comparisonKey } from "../text";
import {
  BOOK_SHEETS,
  BOOK_TABLES,
  CENTERED,
  DATE_RULE,
  DATE_STYLE,
  NAMES,
  readDay,
  readNumber,
  tableSheet,
  type ColumnPlan,
} from "../tracking";
import { bookRows, readBook, type BookForm } from "./book";

/** One line of the book of urgings (sổ đôn đốc): a unit was urged on a day. */
export interface Urging {
  readonly date: IsoDate;
  readonly unit: string;
  /** Day that the figures beside it count to; null where the line was written by hand without it. */
  readonly asOf: IsoDate | null;
  readonly overdue: number | null;
  /** Days that the longest overdue task was late. */
  readonly longest: number | null;
  readonly dueSoon: number | null;
  readonly withoutResult: number | null;
  /** How it was sent: letter, telephone … */
  readonly way: string;
  readonly note: string;
}

const HEADERS = {
  date: "Ngày đôn đốc",
  unit: "Đơn vị",
  times: "Lần thứ",
  asOf: "Số liệu đến",
  overdue: "Quá hạn",
  longest: "Chậm nhất (ngày)",
  dueSoon: "Sắp đến hạn",
  withoutResult: "Chưa có kết quả",
  way: "Cách gửi",
  note: "Ghi chú, trả lời của đơn vị",
} as const;
type Column = keyof typeof HEADERS;

/** Ways to send that the list of the book offers. */
const WAYS = ["Văn bản", "Thư điện tử", "Zalo", "Điện thoại", "Trực tiếp"] as const;

const filled = (text: string) => (text === "" ? null : text);

const FORM: BookForm<Urging, Column> = {
  headers: HEADERS,
  key: ({ date, unit }) => `${date}|${comparisonKey(unit)}`,
  read: (cells) => {
    const { date } = readDay(cells("date"));
    const unit = String(cells("unit")).trim();
    if (unit === "" || date === null) return null;
    const count = (id: Column) => readNumber(cells(id)).number;
    return {
      date,
      unit,
      asOf: readDay(cells("asOf")).date,
      overdue: count("overdue"),
      longest: count("longest"),
      dueSoon: count("dueSoon"),
      withoutResult: count("withoutResult"),
      way: String(cells("way")).trim(),
      note: String(cells("note")).trim(),
    };
  },
  write: (urging) => ({
    date: toSerial(urging.date),
    unit: urging.unit,
    times: null,
    asOf: urging.asOf === null ? null : toSerial(urging.asOf),
    overdue: urging.overdue,
    longest: urging.longest,
    dueSoon: urging.dueSoon,
    withoutResult: urging.withoutResult,
    way: filled(urging.way),
    note: filled(urging.note),
  }),
};

/** Reads the book from its table; lines without a day or a unit are left out, and stay in the table. */
export function readUrgings(table: TableGrid | undefined): Urging[] {
  return readBook(FORM, table);
}

/** How often a unit was urged before a day, and when last. */
export function urgedBefore(urgings: readonly Urging[], unit: string, today: IsoDate): UrgedBefore {
  const key = comparisonKey(unit);
  const days = urgings
    .filter((urging) => comparisonKey(urging.unit) === key && urging.date < today)
    .map(({ date }) => date);
  const different = [...new Set(days)].sort();
  return { times: different.length, last: different.at(-1) ?? null };
}

/** The lines for units that were urged today, with the figures of the day; a unit that has a line of today gets no second. */
export function enterUrgings(
  urgings: readonly Urging[],
  tracking: Tracking,
  units: readonly string[],
  days: { readonly today: IsoDate; readonly asOf: IsoDate },
): Urging[] {
  const { today, asOf } = days;
  const known = new Set(urgings.map(FORM.key));
  const fresh = overdueByUnit(tracking, asOf)
    .filter(({ unit }) => units.includes(unit))
    .map(({ unit, overdue, dueSoon, withoutResult }): Urging => ({
      date: today,
      unit,
      asOf,
      overdue: overdue.length,
      longest: Math.max(0, ...overdue.map(({ status }) => status.daysLate)),
      dueSoon: dueSoon.length,
      withoutResult: withoutResult.length,
      way: "",
      note: "",
    }))
    .filter((urging) => !known.has(FORM.key(urging)));
  return [...urgings, ...fresh];
}

/** Counts the lines of a unit up to the line's day, so that a line typed by hand is counted too. */
function timesFormula(): string {
  const own = (header: string) => `${BOOK_TABLES.urgings}[[#This Row],[${header}]]`;
  const column = (header: string) => `${BOOK_TABLES.urgings}[${header}]`;
  const { unit, date } = HEADERS;
  return (
    `=IF(OR(${own(unit)}="",N(${own(date)})=0),"",` +
    `COUNTIFS(${column(unit)},${own(unit)},${column(date)},"<="&${own(date)}))`
  );
}

/** What that formula gives for each row. */
function timesOf(rows: readonly Readonly<Record<Column, CellValue | null>>[]): CellValue[] {
  const byUnit = new Map<string, number[]>();
  for (const { unit, date } of rows) {
    if (typeof date !== "number") continue;
    const key = String(unit ?? "").toLocaleLowerCase("vi");
    byUnit.set(key, [...(byUnit.get(key) ?? []), date]);
  }
  return rows.map(({ unit, date }) => {
    if (unit === null || typeof date !== "number" || date === 0) return "";
    const days = byUnit.get(String(unit).toLocaleLowerCase("vi")) ?? [];
    return days.filter((day) => day <= date).length;
  });
}

/** The sheet Sổ đôn đốc; what stands in its table already stays there. */
export function urgingBook(urgings: readonly Urging[], table?: TableGrid): SheetPlan {
  const rows = bookRows(FORM, table, urgings);
  const times = timesOf(rows);
  const ids = Object.keys(HEADERS) as Column[];
  return tableSheet({
    name: BOOK_SHEETS.urgings,
    table: BOOK_TABLES.urgings,
    lines: [
      ["SỔ ĐÔN ĐỐC"],
      [
        "Mỗi dòng một lần đôn đốc một đơn vị. Ghi tay cũng được, chỉ cần ngày và tên đơn vị; số lần tự đếm.",
      ],
    ],
    columns: ids.map((id): ColumnPlan => ({
      id,
      header: HEADERS[id],
      ...LOOKS[id],
      ...(id === "times" ? { formula: timesFormula() } : {}),
    })),
    rows: rows.map((row, index) =>
      ids.map((id) => (id === "times" ? (times[index] ?? "") : row[id])),
    ),
    tabColor: "#C55A11",
  });
}

const DAY = {
  width: 70,
  style: DATE_STYLE,
  input: {
    rule: DATE_RULE,
    style: "stop",
    title: "Ngày",
    message: "Gõ ngày/tháng/năm, ví dụ 14/6/2024.",
  },
} as const;
const COUNT = {
  width: 56,
  style: CENTERED,
  input: {
    rule: { kind: "number", minimum: 0 },
    style: "stop",
    title: "Số nhiệm vụ",
    message: "Chỉ gõ số; có thể để trống.",
  },
} as const;

const LOOKS: Readonly<Record<Column, Omit<ColumnPlan, "id" | "header" | "formula">>> = {
  date: DAY,
  unit: {
    width: 190,
    input: {
      rule: { kind: "list-range", formula: `=${NAMES.unitList}` },
      style: "warning",
      title: "Đơn vị",
      message: "Tên như ở trang Đơn vị.",
    },
  },
  times: { width: 44, style: CENTERED },
  asOf: DAY,
  overdue: COUNT,
  longest: COUNT,
  dueSoon: COUNT,
  withoutResult: COUNT,
  way: {
    width: 80,
    input: {
      rule: { kind: "list", values: WAYS },
      style: "warning",
      title: "Cách gửi",
      message: "Chọn trong danh sách, hoặc ghi cách khác.",
    },
  },
  note: { width: 190 },
};
