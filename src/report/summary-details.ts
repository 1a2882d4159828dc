import type { SheetBuilder } from "./sheet-builder";
import type { Report } from "./types";

/** Writes the tables under the first one. Gives the next free row. */
export function writeDetails(_builder: SheetBuilder, firstRow: number, _report: Report): number {
  return firstRow;
}
