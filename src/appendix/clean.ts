import type { CellValue } from "../sheet";
import { fromSerial } from "../deadline";
import { decodeLegacy, type LegacyEncoding } from "../text";

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085\v\f]/g;
const ODD_SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const NARROW = /^#+$/;

/**
 * A cell's text to read and to show: Unicode NFC out of any old encoding, no-break and other odd spaces as
 * plain ones, invisible characters gone, line breaks kept. A number or date that the column is too narrow
 * to show ("####") is written out from its value; `dateFormat` is the format of a true date, else null. `encoding` is the old encoding of the sheet, if it has one.
 */
export function cleanText(
  shown: string,
  value: CellValue,
  dateFormat: string | null,
  font: string | undefined,
  encoding: LegacyEncoding | null,
): string {
  if (shown === "") return "";
  if (typeof value === "number" && NARROW.test(shown)) return writeNumber(value, dateFormat);
  // Most cells of a sheet are plain and short; only others pay for the conversions.
  if (/^[\u0020-\u007e]*$/.test(shown)) return shown.trim();
  return decodeLegacy(shown, font, encoding)
    .text.normalize("NFC")
    .replace(LINE_ENDS, "\n")
    .replace(ODD_SPACES, " ")
    .replace(INVISIBLE, "")
    .trim();
}

/** A date as day/month/year, or as month/year with the words before it where its format shows no day. */
function writeNumber(value: number, dateFormat: string | null): string {
  const date = dateFormat === null ? null : fromSerial(value);
  if (date === null) return String(value);
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const bare = (dateFormat ?? "").replace(/"[^"]*"|\\./g, "");
  const words = /^"([^"]*)"/.exec(dateFormat ?? "")?.[1] ?? "";
  return /d/i.test(bare) ? `${day}/${month}/${year}` : `${words}${month}/${year}`;
}
