import {
  consolidate,
  enterReceipts,
  enterUrgings,
  makeForms,
  openReceipts,
  readReceipts,
  readUrgings,
  receiptSheet,
  sendBack,
  urgedBefore,
  urgingBook,
  type Consolidation,
  type Form,
  type ReturnedForm,
} from "../collect";
import { showDate, type IsoDate, type Period } from "../deadline";
import type { Locale } from "../locale";
import { overdueByUnit, urgingSheet, urgingSheetName } from "../report";
import { BOOK_TABLES } from "../tracking";
import { refuse } from "./refuse";
import { readView, type Desk } from "./session";
import type { CollectRequest, CommandOptions, ReportToReturn } from "./types";
import { mustBeSure, writeOut, type Written } from "./write-out";

/** The forms of a period, one for each unit; nothing is written. */
export async function formsOf(
  desk: Desk,
  period: Period,
  sendBy: IsoDate | null,
  options: CommandOptions,
): Promise<readonly Form[]> {
  const view = await readView(desk, options);
  mustBeSure(desk, view);
  return makeForms(view.tracking, { period, sendBy });
}

/** What taking the forms would do; nothing is written. */
export async function lookAtReturned(
  desk: Desk,
  forms: readonly ReturnedForm[],
  request: CollectRequest,
  options: CommandOptions,
): Promise<Consolidation> {
  const view = await readView(desk, options);
  mustBeSure(desk, view);
  return consolidate(view.tracking, forms, request);
}

/** Writes what is clear or decided, and the book of received reports. */
export async function writeReturned(
  desk: Desk,
  forms: readonly ReturnedForm[],
  request: CollectRequest,
  options: CommandOptions,
): Promise<{ readonly written: Written; readonly consolidation: Consolidation }> {
  const view = await readView(desk, options);
  mustBeSure(desk, view);
  const { period, sendBy, receivedOn } = request;
  const consolidation = consolidate(view.tracking, forms, request);
  const table = view.state.tables[BOOK_TABLES.receipts];
  const opened = openReceipts(readReceipts(table), view.tracking, period, sendBy);
  const receipts = enterReceipts(opened, consolidation, period, receivedOn);
  const written = await writeOut(
    desk,
    view,
    consolidation.tracking,
    { books: [receiptSheet(receipts, table)], said: [saidOfForms(desk.locale, consolidation)] },
    options,
  );
  return { written, consolidation };
}

/** Notes in the book of received reports that a unit's report was sent back. */
export async function writeSentBack(
  desk: Desk,
  { unit, period, reason, newDate }: ReportToReturn,
  options: CommandOptions,
): Promise<Written> {
  const view = await readView(desk, options);
  mustBeSure(desk, view);
  const table = view.state.tables[BOOK_TABLES.receipts];
  const opened = openReceipts(readReceipts(table), view.tracking, period, null);
  const isThere = opened.some((one) => one.unit === unit && one.to === period.to);
  if (!isThere) throw refuse(desk.locale, "not-found", { sheet: unit });
  const receipts = sendBack(opened, unit, period, reason, newDate);
  const said =
    desk.locale === "vi"
      ? `Đã ghi vào Sổ nhận báo cáo: trả lại báo cáo của ${unit}, gửi lại chậm nhất ngày ${showDate(newDate)}.`
      : `Noted in Sổ nhận báo cáo: the report of ${unit} was sent back, due again on ${showDate(newDate)}.`;
  return writeOut(
    desk,
    view,
    view.tracking,
    { books: [receiptSheet(receipts, table)], said: [said] },
    options,
  );
}

/** The sheet Đôn đốc of a day; it says how often each unit was urged before. */
export async function writeUrgingSheet(
  desk: Desk,
  asOf: IsoDate,
  options: CommandOptions,
): Promise<Written> {
  const view = await readView(desk, { ...options, targets: [urgingSheetName(asOf)] });
  mustBeSure(desk, view);
  const urgings = readUrgings(view.state.tables[BOOK_TABLES.urgings]);
  const overdue = overdueByUnit(view.tracking, asOf).flatMap((unit) => unit.overdue).length;
  const plan = urgingSheet(view.tracking, asOf, (unit) => urgedBefore(urgings, unit, desk.today()));
  const said = [saidOfUrging(desk.locale, overdue, asOf)];
  const extra = { plans: [plan], activate: plan.name, said };
  return writeOut(desk, view, view.tracking, extra, options);
}

/** Notes in the book of urgings that units were urged today, with the figures of a day. */
export async function writeUrged(
  desk: Desk,
  units: readonly string[],
  asOf: IsoDate,
  options: CommandOptions,
): Promise<Written> {
  const view = await readView(desk, options);
  mustBeSure(desk, view);
  const table = view.state.tables[BOOK_TABLES.urgings];
  const before = readUrgings(table);
  const today = desk.today();
  const urgings = enterUrgings(before, view.tracking, units, { today, asOf });
  const count = urgings.length - before.length;
  const books = count > 0 ? [urgingBook(urgings, table)] : [];
  const said = [saidOfUrged(desk.locale, count, units.length, today)];
  return writeOut(desk, view, view.tracking, { books, said }, options);
}

function saidOfUrging(locale: Locale, overdue: number, asOf: IsoDate): string {
  if (locale === "en") return `${overdue} tasks are overdue on ${showDate(asOf)}.`;
  return overdue === 0
    ? `Không có nhiệm vụ nào quá hạn đến ngày ${showDate(asOf)}.`
    : `Có ${overdue} nhiệm vụ quá hạn đến ngày ${showDate(asOf)}.`;
}

function saidOfUrged(locale: Locale, count: number, asked: number, today: IsoDate): string {
  if (locale === "en") {
    return `${count} of ${asked} units were noted in Sổ đôn đốc for ${showDate(today)}; the others have a line of that day or nothing to be urged about.`;
  }
  if (count === asked) return `Đã ghi vào Sổ đôn đốc ngày ${showDate(today)}: ${count} đơn vị.`;
  return `Đã ghi vào Sổ đôn đốc ngày ${showDate(today)}: ${count}/${asked} đơn vị; các đơn vị khác đã có dòng của ngày này hoặc không có việc cần đôn đốc.`;
}

function saidOfForms(
  locale: Locale,
  { forms, missing, conflicts, newWork }: Consolidation,
): string {
  const taken = forms.filter(({ state }) => state === "taken").length;
  const unchanged = forms.filter(({ state }) => state === "nothing-new").length;
  if (locale === "en") {
    return `${taken} of ${forms.length} forms taken, ${missing.length} units missing, ${conflicts.length} conflicts.`;
  }
  const parts = [
    `Đã nhận ${taken}/${forms.length} phiếu`,
    ...(unchanged > 0 ? [`${unchanged} phiếu không có gì mới`] : []),
    ...(missing.length > 0 ? [`còn thiếu ${missing.length} đơn vị: ${someOf(missing)}`] : []),
    ...(newWork.length > 0 ? [`${newWork.length} việc phát sinh ngoài kế hoạch`] : []),
    ...(conflicts.length > 0
      ? [`${conflicts.length} chỗ hai phiếu ghi khác nhau, chưa ghi vào Theo dõi`]
      : []),
  ];
  return `${parts.join("; ")}.`;
}

/** So many units are named in a sentence; the book has them all. */
const NAMED = 10;

function someOf(units: readonly string[]): string {
  const more = units.length - NAMED;
  const named = units.slice(0, NAMED).join(", ");
  return more > 0 ? `${named} và ${more} đơn vị khác (xem Sổ nhận báo cáo)` : named;
}
