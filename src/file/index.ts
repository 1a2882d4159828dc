/** Workbook files without Excel: sheet plans → .xlsx, .xlsx → grids, hostile files refused. */
export { guardWorkbookFile, UnreadableFile } from "./guard";
export { readWorkbookFile, type FileSheet } from "./read";
export { writeWorkbookFile } from "./write";
