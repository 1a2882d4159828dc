import type { CellValue, PlanCell } from "../sheet";

/** The longest text that a cell of Excel holds. */
const LONGEST_TEXT = 32_767;
/** Words that Excel takes for a value even without a digit. */
const VALUE_WORDS = /^(true|false)$/i;
/** A text that begins with a letter and is longer than this is no number, date or time in any notation. */
const LONGEST_VALUE = 40;

/**
 * The text as it must be handed to Excel so that it stays the text it is: Excel parses what it is
 * given as en-US ("1.10", "6/2024", "- Tổ chức …"), and a leading apostrophe forbids that.
 * In a cell whose format is already text ("@") nothing is parsed.
 */
export function writtenText(text: string, isTextFormat: boolean): string {
  const whole = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  if (whole === "") return "";
  if (isTextFormat) return whole.startsWith("'") ? `'${whole}` : whole;
  const plain =
    /^\p{L}/u.test(whole) &&
    !VALUE_WORDS.test(whole.trim()) &&
    (!/\d/.test(whole) || whole.length > LONGEST_VALUE);
  return plain ? whole : `'${whole}`;
}

/** A cell of a plan as it is handed to Excel; `null` leaves the cell alone, "" empties it. */
export function writtenCell(
  cell: PlanCell | undefined,
  isTextFormat: boolean,
  empty: "" | null,
): CellValue | null {
  if (cell === null || cell === undefined || cell === "") return empty;
  if (typeof cell === "string") return writtenText(cell, isTextFormat);
  if (typeof cell === "object") return cell.formula;
  return cell;
}

/** Bytes that a cell costs in a request, for keeping requests under Excel's limit. */
export function sizeOf(value: CellValue | null): number {
  // A Vietnamese letter takes up to three bytes.
  return typeof value === "string" ? value.length * 2 + 4 : 8;
}
