/** All types of objects that the stand-in knows; importing it makes them known. */
import "./workbook";
import "./worksheet";
import "./range";
import "./format";
import "./table";
import "./rules";
import "./page-layout";
import "./chart";

export { workbookKind } from "./kinds";
export { conditionalStyle } from "./rules";
export { textAt } from "./range";
