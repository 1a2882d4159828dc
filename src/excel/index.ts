/** The only room that speaks to Excel: reads a workbook, writes sheet plans, takes writes back. */
export { officersWords } from "./editable";
export { selectCell, watchWorkbook, writeSettings } from "./navigate";
export { openNewWorkbook } from "./open-workbook";
export { patchCells, type CellPatch } from "./patch";
export { ExcelProblem, type ProblemKind } from "./problem";
export { readWorkbook } from "./read";
export { readSheets } from "./read-sheets";
export { isRecentEnough, type ExcelProgress, type RunOptions } from "./run";
export type {
  Difference,
  ExistingSheet,
  ReadRequest,
  Refresh,
  SheetToWrite,
  WorkbookState,
  WriteResult,
} from "./types";
export { undoWrite, type UndoRecord } from "./undo";
export { writeSheets, type WriteOptions } from "./write";
export { writtenText } from "./written-value";
