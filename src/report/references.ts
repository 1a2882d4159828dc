import { cellAddress } from "../sheet";

/** Where the summary sheet keeps the days that all formulas of a report count by (rows and columns from 0). */
export const AS_OF_CELL = { row: 1, column: 4 } as const;
export const FROM_CELL = { row: 1, column: 8 } as const;
export const TO_CELL = { row: 1, column: 11 } as const;

/** Absolute address of a cell: (10, 4) → "$E$11". */
export function absoluteAddress(row: number, column: number): string {
  return cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}

/** Absolute reference to a cell of another sheet: 'BC 6 tháng 2024'!$E$2. */
export function absoluteReference(sheet: string, row: number, column: number): string {
  return `'${sheet.replaceAll("'", "''")}'!${absoluteAddress(row, column)}`;
}

/** A text as a literal of a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A text as a criterion that COUNTIFS takes letter by letter: * ? ~ are signs to it. */
export function escapedCriterion(text: string): string {
  return text.replace(/[~*?]/g, (sign) => `~${sign}`);
}
