/** All types of objects that the stand-in knows; importing it makes them known. */
import "./workbook";
import "./worksheet";
import "./range";
import "./format";

export { workbookKind } from "./kinds";
