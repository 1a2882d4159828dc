import type { CellValue } from "../sheet";
import { decodeLegacy, type LegacyEncoding } from "../text";

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085\v\f]/g;
const ODD_SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const NARROW = /^#+$/;

/**
 * A cell's text to read and to show: Unicode NFC out of any old encoding, no-break and other odd spaces as
 * plain ones, invisible characters gone, line breaks kept. A number or date that the column is too narrow
 * to show ("####") is written out from its value. `encoding` is the old encoding of the sheet, if it has one.
 */
export function cleanText(
  shown: string,
  value: CellValue,
  isDate: boolean,
  font: string | undefined,
  encoding: LegacyEncoding | null,
): string {
  if (shown === "") return "";
  if (typeof value === "number" && NARROW.test(shown)) return writeNumber(value, isDate);
  // Most cells of a sheet are plain and short; only others pay for the conversions.
  if (/^[\u0020-\u007e]*$/.test(shown)) return shown.trim();
  return decodeLegacy(shown, font, encoding)
    .text.normalize("NFC")
    .replace(LINE_ENDS, "\n")
    .replace(ODD_SPACES, " ")
    .replace(INVISIBLE, "")
    .trim();
}

function writeNumber(value: number, isDate: boolean): string {
  if (!isDate || value < 61 || value > 2_958_465) return String(value);
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000);
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
}
