/** Forms out, returned forms in, conflicts, the book of received reports. */
export { calendarFile } from "./calendar-file";
export { consolidate, type Consolidation, type ConsolidateOptions } from "./consolidate";
export { makeForms, type FormOptions } from "./forms";
export {
  enterReceipts,
  isOnTime,
  openReceipts,
  readReceipts,
  receiptRates,
  receiptState,
  receiptSheet,
  sendBack,
  type ReceiptRates,
} from "./receipts";
export { oftenLate, oftenLateText, type OftenLate } from "./often-late";
export { problemSentence } from "./problem-words";
export { readReturnedForm } from "./returned";
export { silences, silenceSentence, type Silence } from "./silence";
export type * from "./types";
export { enterUrgings, readUrgings, urgedBefore, urgingBook, type Urging } from "./urgings";
