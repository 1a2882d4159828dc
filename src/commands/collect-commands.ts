import {
  consolidate,
  enterReceipts,
  makeForms,
  openReceipts,
  readReceipts,
  readReturnedForm,
  RECEIPT_SHEET,
  RECEIPT_TABLE,
  receiptRates,
  receiptSheet,
  type Consolidation,
  type Receipt,
  type ReturnedForm,
} from "../collect";
import type { IsoDate, Period } from "../deadline";
import type { Locale } from "../locale";
import type { FormFile, FormsRequest, TakeOutcome, TakeRequest } from "./collect-types";
import { readView, type Desk, type View } from "./session";
import type { CommandOptions } from "./types";
import { mustBeSure, writeOut, type Written } from "./write-out";

/** The forms of all units as files, and the book with a line for each of them. */
export async function writeForms(
  desk: Desk,
  { period, sendBy }: FormsRequest,
  options: CommandOptions,
): Promise<{ readonly forms: readonly FormFile[]; readonly written: Written }> {
  const { view, book } = await readWithBook(desk, options);
  const opened = openReceipts(book, view.tracking, period, sendBy);
  const { writeWorkbookFile } = await import("../file");
  const forms: FormFile[] = [];
  for (const form of makeForms(view.tracking, { period, sendBy })) {
    const { unit, fileName, leadTasks, supportTasks } = form;
    forms.push({
      unit,
      name: fileName,
      leadTasks,
      supportTasks,
      bytes: await writeWorkbookFile([form.sheet]),
    });
  }
  const written = await writeOut(
    desk,
    view,
    view.tracking,
    { plans: [receiptSheet(opened)], said: [saidOfForms(desk.locale, forms.length, period)] },
    options,
  );
  return { forms, written };
}

/** What the files would change. */
export async function lookAtForms(
  desk: Desk,
  request: TakeRequest,
  options: CommandOptions,
): Promise<TakeOutcome> {
  const { view, book } = await readWithBook(desk, options);
  const { returned, unreadable } = await readFiles(request, options);
  return { consolidation: together(view, book, returned, request), unreadable, written: null };
}

/** Writes what is clear and decided; the book remembers who has sent what. */
export async function takeForms(
  desk: Desk,
  request: TakeRequest,
  options: CommandOptions,
): Promise<{ readonly outcome: TakeOutcome; readonly written: Written }> {
  const { period, receivedOn } = request;
  const { view, book } = await readWithBook(desk, options);
  const { returned, unreadable } = await readFiles(request, options);
  const consolidation = together(view, book, returned, request);
  const opened = openReceipts(book, view.tracking, period, sendByOf(book, period));
  const after = enterReceipts(opened, consolidation, period, receivedOn);
  const written = await writeOut(
    desk,
    view,
    consolidation.tracking,
    {
      plans: [receiptSheet(after)],
      said: [saidOfTaking(desk.locale, consolidation, after, period)],
    },
    options,
  );
  return { outcome: { consolidation, unreadable, written: written.outcome }, written };
}

async function readWithBook(
  desk: Desk,
  options: CommandOptions,
): Promise<{ readonly view: View; readonly book: readonly Receipt[] }> {
  const view = await readView(desk, {
    ...options,
    targets: [RECEIPT_SHEET],
    tables: [RECEIPT_TABLE],
  });
  mustBeSure(desk, view);
  return { view, book: readReceipts(view.state.tables[RECEIPT_TABLE]) };
}

async function readFiles(
  { files }: TakeRequest,
  { onProgress, signal }: CommandOptions,
): Promise<{
  readonly returned: readonly ReturnedForm[];
  readonly unreadable: TakeOutcome["unreadable"];
}> {
  const { readWorkbookFile, UnreadableFile } = await import("../file");
  const returned: ReturnedForm[] = [];
  const unreadable: { name: string; message: string }[] = [];
  for (const [index, { name, bytes }] of files.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ step: name, done: index / files.length });
    try {
      returned.push(readReturnedForm(name, await readWorkbookFile(bytes)));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      unreadable.push({ name, message: error.message });
    }
  }
  return { returned, unreadable };
}

function together(
  view: View,
  book: readonly Receipt[],
  returned: readonly ReturnedForm[],
  request: TakeRequest,
): Consolidation {
  const { period, receivedOn, decisions, units } = request;
  return consolidate(view.tracking, returned, {
    period,
    receivedOn,
    sendBy: sendByOf(book, period),
    ...(decisions ? { decisions } : {}),
    ...(units ? { units } : {}),
  });
}

function sendByOf(book: readonly Receipt[], period: Period): IsoDate | null {
  const line = book.find(({ from, to }) => from === period.from && to === period.to);
  return line?.sendBy ?? null;
}

function saidOfForms(locale: Locale, count: number, period: Period): string {
  return locale === "vi"
    ? `Đã lập ${count} phiếu báo cáo ${period.name}, mỗi đơn vị một phiếu.`
    : `Made ${count} report forms, one for each unit.`;
}

function saidOfTaking(
  locale: Locale,
  { entries, finishes, conflicts, missing }: Consolidation,
  book: readonly Receipt[],
  period: Period,
): string {
  const { asked, sent } = receiptRates(book, period);
  if (locale === "en") {
    return `Took ${entries.length} results and ${finishes.length} finish days. ${sent} of ${asked} units have sent. ${conflicts.length} conflicts are open.`;
  }
  const open =
    conflicts.length === 0
      ? ""
      : ` Còn ${conflicts.length} chỗ hai bên ghi khác nhau, chưa ghi chỗ nào trong số đó.`;
  const rest = missing.length === 0 ? "" : ` Chưa gửi: ${missing.join(", ")}.`;
  return `Đã nhận ${entries.length} kết quả và ${finishes.length} ngày hoàn thành; ${sent} trong ${asked} đơn vị đã gửi.${open}${rest}`;
}
