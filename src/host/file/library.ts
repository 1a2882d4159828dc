/** The only door to the spreadsheet library: everything else names these and nothing of the library. */
export { openXlsx, saveXlsx, writeXlsx, formatValue, cloneChart } from "hucre";
export type {
  Cell as FileCell,
  CellStyle,
  Chart as FileChart,
  ConditionalRule,
  DataValidation,
  FontStyle,
  HeaderFooter,
  Hyperlink,
  NamedRange,
  PageSetup,
  RichTextRun,
  RoundtripWorkbook as FileWorkbook,
  Sheet as FileSheet,
  SheetChart,
  SheetProtection,
  TableDefinition,
  WriteSheet,
} from "hucre";
