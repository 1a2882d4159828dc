import {
  consolidate,
  enterReceipts,
  makeForms,
  openReceipts,
  readReceipts,
  readReturnedForm,
  RECEIPT_SHEET,
  RECEIPT_TABLE,
  receiptSheet,
  type Consolidation,
  type Form,
} from "../collect";
import type { IsoDate, Period } from "../deadline";
import type { Locale } from "../locale";
import type { Tracking } from "../task";
import { readView, type Desk } from "./session";
import type { CollectRequest, CommandOptions, ReturnedFile } from "./types";
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
  files: readonly ReturnedFile[],
  request: CollectRequest,
  options: CommandOptions,
): Promise<Consolidation> {
  const view = await readView(desk, options);
  mustBeSure(desk, view);
  return bringIn(view.tracking, files, request);
}

/** Writes what is clear or decided, and the book of received reports. */
export async function writeReturned(
  desk: Desk,
  files: readonly ReturnedFile[],
  request: CollectRequest,
  options: CommandOptions,
): Promise<{ readonly written: Written; readonly consolidation: Consolidation }> {
  const view = await readView(desk, {
    ...options,
    tables: [RECEIPT_TABLE],
    targets: [RECEIPT_SHEET],
  });
  mustBeSure(desk, view);
  const { period, sendBy, receivedOn } = request;
  const consolidation = bringIn(view.tracking, files, request);
  const book = readReceipts(view.state.tables[RECEIPT_TABLE]);
  const opened = openReceipts(book, view.tracking, period, sendBy);
  const receipts = enterReceipts(opened, consolidation, period, receivedOn);
  const written = await writeOut(
    desk,
    view,
    consolidation.tracking,
    { plans: [receiptSheet(receipts)], said: [saidOfForms(desk.locale, consolidation)] },
    options,
  );
  return { written, consolidation };
}

/** One reading of the files for the look and for the writing, so that both say the same. */
function bringIn(
  tracking: Tracking,
  files: readonly ReturnedFile[],
  request: CollectRequest,
): Consolidation {
  const returned = files.map(({ fileName, sheets }) => readReturnedForm(fileName, sheets));
  return consolidate(tracking, returned, request);
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
    ...(missing.length > 0 ? [`còn thiếu ${missing.length} đơn vị: ${missing.join(", ")}`] : []),
    ...(newWork.length > 0 ? [`${newWork.length} việc phát sinh ngoài kế hoạch`] : []),
    ...(conflicts.length > 0
      ? [`${conflicts.length} chỗ hai phiếu ghi khác nhau, chưa ghi vào Theo dõi`]
      : []),
  ];
  return `${parts.join("; ")}.`;
}
