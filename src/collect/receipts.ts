import { showDate, toSerial, type IsoDate, type Period } from "../deadline";
import type { CellValue, SheetPlan, TableGrid } from "../sheet";
import type { Tracking } from "../task";
import { comparisonKey } from "../text";
import {
  BOOK_SHEETS,
  BOOK_TABLES,
  CENTERED,
  DATE_RULE,
  DATE_STYLE,
  readDay,
  tableSheet,
  type ColumnPlan,
} from "../tracking";
import { leadingUnits } from "./assignments";
import { bookRows, readBook, type BookForm } from "./book";
import type { Consolidation } from "./consolidate";
import type { Receipt } from "./types";

const HEADERS = {
  unit: "Đơn vị",
  from: "Kỳ từ",
  to: "Kỳ đến",
  sendBy: "Hạn gửi",
  received: "Ngày nhận",
  state: "Tình trạng",
  version: "Lần gửi",
  returnedReason: "Lý do trả lại",
  newDate: "Hạn gửi lại",
  versions: "Dấu các lần gửi",
} as const;
type Column = keyof typeof HEADERS;
const VERSION_SEPARATOR = " ";
/** Words of the column Tình trạng. */
const STATES = {
  waiting: "Chưa gửi",
  returned: "Trả lại",
  sent: "Đã gửi",
  onTime: "Đúng hạn",
  late: "Muộn",
} as const;

/** Which units have reported: of all that lead a task, and of those that were asked. */
export interface ReceiptRates {
  readonly asked: number;
  readonly sent: number;
  readonly onTime: number;
  /** Share of the asked, 0 to 1; null when nobody was asked. */
  readonly sentRate: number | null;
  /** Share of the sent, 0 to 1; null when nobody has sent. */
  readonly onTimeRate: number | null;
}

/**
 * Lines for all units that lead a task of the plan, for one period, after those already in the book. A day to send by
 * that is named now counts for the units that have not sent yet.
 */
export function openReceipts(
  book: readonly Receipt[],
  tracking: Tracking,
  period: Period,
  sendBy: IsoDate | null,
): Receipt[] {
  const known = new Set(
    book.filter((receipt) => isOf(receipt, period)).map((receipt) => receipt.unit),
  );
  const fresh = leadingUnits(tracking)
    .filter((unit) => !known.has(unit))
    .sort((a, b) => (comparisonKey(a) < comparisonKey(b) ? -1 : 1))
    .map((unit) => ({
      unit,
      from: period.from,
      to: period.to,
      sendBy,
      received: null,
      version: 0,
      versions: [],
      returnedReason: "",
      newDate: null,
    }));
  const named = book.map((receipt) =>
    isOf(receipt, period) && receipt.received === null && sendBy !== null
      ? { ...receipt, sendBy }
      : receipt,
  );
  return [...named, ...fresh];
}

/**
 * Enters the forms of a consolidation. The first day on which a unit's form came stays its day of receipt, until it is
 * sent back; a form that says something new is a further version, one that says the same is not.
 */
export function enterReceipts(
  book: readonly Receipt[],
  consolidation: Consolidation,
  period: Period,
  receivedOn: IsoDate,
): Receipt[] {
  return book.map((receipt) => {
    if (!isOf(receipt, period)) return receipt;
    const came = consolidation.forms.filter(
      (form) =>
        (form.state === "taken" || form.state === "nothing-new") && form.unit === receipt.unit,
    );
    const fresh = [...new Set(came.map((form) => form.version))]
      .filter((version) => !receipt.versions.includes(version))
      .sort();
    if (fresh.length === 0) return receipt;
    // In one order of their own, so that it does not matter in which order the files came.
    const versions = [...receipt.versions, ...fresh].sort();
    return {
      ...receipt,
      received: receipt.received ?? receivedOn,
      versions,
      version: versions.length,
    };
  });
}

/**
 * Notes that a unit's report was sent back, with the reason and the new day. It waits again from then on; the day on
 * which it had come is kept in the words of the reason.
 */
export function sendBack(
  book: readonly Receipt[],
  unit: string,
  period: Period,
  reason: string,
  newDate: IsoDate,
): Receipt[] {
  return book.map((receipt) => {
    if (!isOf(receipt, period) || receipt.unit !== unit) return receipt;
    const { received, returnedReason } = receipt;
    const came = received === null ? reason : `${reason} (đã nhận ngày ${showDate(received)})`;
    return {
      ...receipt,
      received: null,
      returnedReason: returnedReason === "" ? came : `${returnedReason}; ${came}`,
      newDate,
    };
  });
}

/** In time is: received on or before the new day where there is one, else the day to send. null while open or without a day. */
export function isOnTime(receipt: Receipt): boolean | null {
  const by = receipt.newDate ?? receipt.sendBy;
  return receipt.received === null || by === null ? null : receipt.received <= by;
}

export function receiptRates(book: readonly Receipt[], period: Period): ReceiptRates {
  const asked = book.filter((receipt) => isOf(receipt, period));
  const sent = asked.filter((receipt) => receipt.received !== null);
  const onTime = sent.filter((receipt) => isOnTime(receipt) === true);
  return {
    asked: asked.length,
    sent: sent.length,
    onTime: onTime.length,
    sentRate: asked.length === 0 ? null : sent.length / asked.length,
    onTimeRate: sent.length === 0 ? null : onTime.length / sent.length,
  };
}

/** Where a report stands, in the words of the book; the same as the sheet's own formula. */
export function receiptState(receipt: Receipt): keyof typeof STATES {
  if (receipt.received === null) return receipt.newDate === null ? "waiting" : "returned";
  const onTime = isOnTime(receipt);
  return onTime === null ? "sent" : onTime ? "onTime" : "late";
}

/** The state as a native formula, so that the book is right where a day of receipt is typed by hand. */
function stateFormula(): string {
  const own = (header: string) => `${BOOK_TABLES.receipts}[[#This Row],[${header}]]`;
  const [received, newDate, sendBy] = [HEADERS.received, HEADERS.newDate, HEADERS.sendBy].map(own);
  const by = `IF(N(${newDate})>0,${newDate},N(${sendBy}))`;
  return (
    `=IF(${own(HEADERS.unit)}="","",IF(N(${received})=0,IF(N(${newDate})>0,"${STATES.returned}","${STATES.waiting}"),` +
    `IF(${by}=0,"${STATES.sent}",IF(${received}<=${by},"${STATES.onTime}","${STATES.late}"))))`
  );
}

/** What that formula gives over the cells of a row. */
function stateOfRow(row: Readonly<Record<Column, CellValue | null>>): string {
  if (row.unit === null || row.unit === "") return "";
  const number = (value: CellValue | null) => (typeof value === "number" ? value : 0);
  const [received, newDate] = [number(row.received), number(row.newDate)];
  if (received === 0) return newDate > 0 ? STATES.returned : STATES.waiting;
  const by = newDate > 0 ? newDate : number(row.sendBy);
  return by === 0 ? STATES.sent : received <= by ? STATES.onTime : STATES.late;
}

const serial = (date: IsoDate | null) => (date === null ? null : toSerial(date));
const filled = (text: string) => (text === "" ? null : text);

const FORM: BookForm<Receipt, Column> = {
  headers: HEADERS,
  key: ({ unit, from, to }) => [comparisonKey(unit), from, to].join("|"),
  read: (cells) => {
    const day = (id: Column) => readDay(cells(id)).date;
    const [unit, from, to] = [String(cells("unit")).trim(), day("from"), day("to")];
    if (unit === "" || from === null || to === null) return null;
    const versions = String(cells("versions"))
      .split(VERSION_SEPARATOR)
      .filter((version) => version !== "");
    return {
      unit,
      from,
      to,
      sendBy: day("sendBy"),
      received: day("received"),
      version: versions.length,
      versions,
      returnedReason: String(cells("returnedReason")).trim(),
      newDate: day("newDate"),
    };
  },
  write: (receipt) => ({
    unit: receipt.unit,
    from: toSerial(receipt.from),
    to: toSerial(receipt.to),
    sendBy: serial(receipt.sendBy),
    received: serial(receipt.received),
    state: null,
    version: receipt.version,
    returnedReason: filled(receipt.returnedReason),
    newDate: serial(receipt.newDate),
    versions: filled(receipt.versions.join(VERSION_SEPARATOR)),
  }),
};

/** Reads the book back from its table, columns found by header; rows without a unit or a period are left out. */
export function readReceipts(table: TableGrid | undefined): Receipt[] {
  return readBook(FORM, table);
}

/** The sheet Sổ nhận báo cáo; what stands in its table and is not of these receipts stays there. */
export function receiptSheet(book: readonly Receipt[], table?: TableGrid): SheetPlan {
  return tableSheet({
    name: BOOK_SHEETS.receipts,
    table: BOOK_TABLES.receipts,
    lines: [
      ["SỔ NHẬN BÁO CÁO CỦA CÁC ĐƠN VỊ"],
      [
        "Nhận qua phiếu thì sổ tự ghi. Ghi tay cũng được: nhận thì ghi Ngày nhận; trả lại thì xóa Ngày nhận, ghi lý do và hạn gửi lại.",
      ],
    ],
    columns: (Object.keys(HEADERS) as Column[]).map((id): ColumnPlan => ({
      id,
      header: HEADERS[id],
      ...LOOKS[id],
      ...(id === "state" ? { formula: stateFormula() } : {}),
    })),
    rows: bookRows(FORM, table, book).map((row) =>
      (Object.keys(HEADERS) as Column[]).map((id) => (id === "state" ? stateOfRow(row) : row[id])),
    ),
    tabColor: "#548235",
  });
}

const DAY = {
  width: 70,
  style: DATE_STYLE,
  input: {
    rule: DATE_RULE,
    style: "stop",
    title: "Ngày",
    message: "Gõ ngày/tháng/năm, ví dụ 10/6/2024.",
  },
} as const;

const LOOKS: Readonly<Record<Column, Omit<ColumnPlan, "id" | "header" | "formula">>> = {
  unit: { width: 190 },
  from: DAY,
  to: DAY,
  sendBy: DAY,
  received: DAY,
  state: { width: 70, style: { ...CENTERED, bold: true } },
  version: { width: 48, style: CENTERED },
  returnedReason: { width: 170 },
  newDate: DAY,
  versions: { width: 60, hidden: true },
};

function isOf(receipt: Receipt, period: Period): boolean {
  return receipt.from === period.from && receipt.to === period.to;
}
