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
  type Decisions,
  type Form,
} from "../collect";
import type { IsoDate, Period } from "../deadline";
import type { Locale } from "../locale";
import type { SheetGrid } from "../sheet";
import { asRefusal } from "./refuse";
import { readView, type Desk } from "./session";
import type { WriteOutcome } from "./types";
import { mustBeSure, writeOut } from "./write-out";

/** A file that came back from a unit: its name and the cells of its sheets. */
export interface ReturnedFile {
  readonly fileName: string;
  readonly sheets: readonly SheetGrid[];
}

export interface CollectRequest {
  readonly period: Period;
  /** Day by which the units send; null leaves it open. */
  readonly sendBy: IsoDate | null;
  readonly receivedOn: IsoDate;
  /** The officer's choices for conflicts of an earlier look. */
  readonly decisions?: Decisions;
}

/** Forms out to the units, and their returned forms in. */
export interface CollectCommands {
  /** The forms of a period, one for each unit; nothing is written. */
  forms(period: Period, sendBy: IsoDate | null): Promise<readonly Form[]>;
  /** Takes returned forms into Theo dõi and Kết quả and notes them in the book of received reports. */
  collect(
    files: readonly ReturnedFile[],
    request: CollectRequest,
  ): Promise<{ readonly outcome: WriteOutcome; readonly consolidation: Consolidation }>;
}

/** The commands for collecting reports, over the workbook that Excel has open. */
export function createCollectCommands(options: {
  readonly locale: Locale;
  readonly today: () => IsoDate;
}): CollectCommands {
  const { locale } = options;
  const desk: Desk = { ...options, appendixSheet: undefined };
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw asRefusal(locale, error);
    }
  };
  return {
    forms: (period, sendBy) =>
      guarded(async () => {
        const view = await readView(desk);
        mustBeSure(desk, view);
        return makeForms(view.tracking, { period, sendBy });
      }),

    collect: (files, request) =>
      guarded(async () => {
        const view = await readView(desk, { tables: [RECEIPT_TABLE], targets: [RECEIPT_SHEET] });
        mustBeSure(desk, view);
        const { period, sendBy, receivedOn, decisions } = request;
        const returned = files.map(({ fileName, sheets }) => readReturnedForm(fileName, sheets));
        const consolidation = consolidate(view.tracking, returned, {
          period,
          sendBy,
          receivedOn,
          ...(decisions ? { decisions } : {}),
        });
        const book = readReceipts(view.state.tables[RECEIPT_TABLE]);
        const opened = openReceipts(book, view.tracking, period, sendBy);
        const receipts = enterReceipts(opened, consolidation, period, receivedOn);
        const { outcome } = await writeOut(desk, view, consolidation.tracking, {
          plans: [receiptSheet(receipts)],
          said: [saidOfForms(locale, consolidation)],
        });
        return { outcome, consolidation };
      }),
  };
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
