import {
  fromSerial,
  parseIsoDate,
  parseVietnameseDate,
  toSerial,
  type IsoDate,
  type Period,
} from "../deadline";
import type { CellStyle, CellValue, SheetPlan, TableGrid } from "../sheet";
import type { Tracking } from "../task";
import { comparisonKey } from "../text";
import type { Consolidation } from "./consolidate";
import type { Receipt } from "./types";

/** Name of the table that holds the book of received reports. */
export const RECEIPT_TABLE = "SoNhan";
/** Name of its sheet. */
export const RECEIPT_SHEET = "Sổ nhận báo cáo";
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
const DATE: CellStyle = { numberFormat: "dd/mm/yyyy", horizontal: "center" };
const VERSION_SEPARATOR = " ";
const TITLE_ROWS = 3;

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

/** Lines for all units that lead a task of the plan, for one period; those already in the book stay as they are. */
export function openReceipts(
  book: readonly Receipt[],
  tracking: Tracking,
  period: Period,
  sendBy: IsoDate | null,
): Receipt[] {
  const leads = new Set(
    tracking.tasks.filter((task) => task.cancelled === null).flatMap((task) => task.leads),
  );
  const known = new Set(
    book.filter((receipt) => isOf(receipt, period)).map((receipt) => receipt.unit),
  );
  const fresh = [...leads]
    .filter((unit) => !known.has(unit))
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
  return sorted([...book, ...fresh]);
}

/**
 * Enters the forms of a consolidation. The first day on which a unit's form came stays its day of receipt; a form that
 * says something new is a further version, one that says the same is not.
 */
export function enterReceipts(
  book: readonly Receipt[],
  consolidation: Consolidation,
  period: Period,
  receivedOn: IsoDate,
): Receipt[] {
  return sorted(
    book.map((receipt) => {
      if (!isOf(receipt, period)) return receipt;
      const came = consolidation.forms.filter(
        (form) =>
          (form.state === "taken" || form.state === "nothing-new") && form.unit === receipt.unit,
      );
      const fresh = [...new Set(came.map((form) => form.version))]
        .filter((version) => !receipt.versions.includes(version))
        .sort();
      if (fresh.length === 0) return receipt;
      const again = receipt.newDate !== null;
      return {
        ...receipt,
        received: receipt.received === null || again ? receivedOn : receipt.received,
        versions: [...receipt.versions, ...fresh],
        version: receipt.versions.length + fresh.length,
      };
    }),
  );
}

/** Notes that a unit's report was sent back, with the reason and the new day. */
export function sendBack(
  book: readonly Receipt[],
  unit: string,
  period: Period,
  reason: string,
  newDate: IsoDate,
): Receipt[] {
  return book.map((receipt) =>
    isOf(receipt, period) && receipt.unit === unit
      ? { ...receipt, returnedReason: reason, newDate }
      : receipt,
  );
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

/** The sheet Sổ nhận báo cáo. */
export function receiptSheet(book: readonly Receipt[]): SheetPlan {
  const columns = Object.entries(HEADERS).map(([id, header]) => ({
    id,
    header,
    ...(["from", "to", "sendBy", "received", "newDate"].includes(id) ? { style: DATE } : {}),
  }));
  const serial = (date: IsoDate | null) => (date === null ? null : toSerial(date));
  const width = columns.length;
  return {
    name: RECEIPT_SHEET,
    blocks: [
      {
        row: 0,
        column: 0,
        cells: [
          ["SỔ NHẬN BÁO CÁO CỦA CÁC ĐƠN VỊ"],
          [
            "Ghi lý do trả lại và hạn gửi lại ngay trong bảng; các cột khác được ghi khi nhận phiếu.",
          ],
        ],
      },
    ],
    tables: [
      {
        name: RECEIPT_TABLE,
        row: TITLE_ROWS,
        column: 0,
        columns,
        rows: book.map((receipt) => [
          receipt.unit,
          toSerial(receipt.from),
          toSerial(receipt.to),
          serial(receipt.sendBy),
          serial(receipt.received),
          stateWords(receipt),
          receipt.version,
          receipt.returnedReason,
          serial(receipt.newDate),
          receipt.versions.join(VERSION_SEPARATOR),
        ]),
      },
    ],
    styles: [
      {
        area: { row: 0, column: 0, rows: 1, columns: 1 },
        style: { bold: true, fontSize: 14, wrap: false },
      },
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { italic: true, wrap: false } },
    ],
    merges: [],
    columnWidths: [190, 66, 66, 66, 66, 90, 48, 120, 66, 60],
    rowHeights: {},
    hiddenColumns: [width - 1],
    validations: [],
    conditionalFormats: [],
    names: [],
    charts: [],
    frozenRows: TITLE_ROWS + 1,
    print: {
      orientation: "landscape",
      area: { row: 0, column: 0, rows: TITLE_ROWS + 1 + book.length, columns: width - 1 },
      titleRows: [TITLE_ROWS, TITLE_ROWS],
      margins: { top: 20, bottom: 20, left: 20, right: 15 },
      pageNumbers: true,
    },
  };
}

function stateWords(receipt: Receipt): string {
  if (receipt.received === null) return "Chưa gửi";
  const onTime = isOnTime(receipt);
  return onTime === null ? "Đã gửi" : onTime ? "Đúng hạn" : "Muộn";
}

/** Reads the book back from its table, columns found by header; rows without a unit or a period are left out. */
export function readReceipts(table: TableGrid | undefined): Receipt[] {
  if (!table) return [];
  const places = Object.fromEntries(
    Object.entries(HEADERS).map(([id, header]) => [id, table.headers.indexOf(header)]),
  );
  return table.rows.flatMap((row) => {
    const cell = (id: keyof typeof HEADERS): CellValue => row[places[id] ?? -1] ?? "";
    const from = dayOf(cell("from"));
    const to = dayOf(cell("to"));
    const unit = String(cell("unit")).trim();
    if (unit === "" || from === null || to === null) return [];
    const versions = String(cell("versions"))
      .split(VERSION_SEPARATOR)
      .filter((version) => version !== "");
    return [
      {
        unit,
        from,
        to,
        sendBy: dayOf(cell("sendBy")),
        received: dayOf(cell("received")),
        version: versions.length,
        versions,
        returnedReason: String(cell("returnedReason")).trim(),
        newDate: dayOf(cell("newDate")),
      },
    ];
  });
}

function dayOf(value: CellValue): IsoDate | null {
  if (typeof value === "number") return fromSerial(value);
  const text = String(value).trim();
  return parseVietnameseDate(text) ?? parseIsoDate(text);
}

function isOf(receipt: Receipt, period: Period): boolean {
  return receipt.from === period.from && receipt.to === period.to;
}

function sorted(book: readonly Receipt[]): Receipt[] {
  return [...book].sort((a, b) =>
    a.from === b.from
      ? comparisonKey(a.unit) < comparisonKey(b.unit)
        ? -1
        : 1
      : a.from < b.from
        ? -1
        : 1,
  );
}
