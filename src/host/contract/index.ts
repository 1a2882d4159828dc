import { cellCases } from "./cells";
import { formulaCases } from "./formulas";
import { tableCases } from "./tables";
import { workbookCases } from "./workbook";
import type { ContractCase } from "./case";

/**
 * All that is assumed about Excel. The same list runs on the stand-in in node and in a browser, and
 * inside a live Excel.
 */
export const contract: readonly ContractCase[] = [
  ...cellCases,
  ...tableCases,
  ...workbookCases,
  ...formulaCases,
];
