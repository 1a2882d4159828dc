/** Forms out, returned forms in, conflicts, the book of received reports. */
export { calendarFile } from "./calendar-file";
export { consolidate, type Consolidation, type ConsolidateOptions } from "./consolidate";
export { makeForms, type FormOptions } from "./forms";
export {
  enterReceipts,
  isOnTime,
  openReceipts,
  readReceipts,
  RECEIPT_SHEET,
  RECEIPT_TABLE,
  receiptRates,
  receiptSheet,
  sendBack,
  type ReceiptRates,
} from "./receipts";
export { readReturnedForm } from "./returned";
export { silences, type Silence } from "./silence";
export type * from "./types";
