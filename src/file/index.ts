/** Workbook files without Excel: sheet plans → .xlsx, .xlsx → grids, hostile files refused. */
export { UnreadableFile } from "../package";
export { readWorkbookFile, type FileSheet } from "./read";
export { writeWorkbookFile } from "./write";
