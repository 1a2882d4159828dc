import { CellError, type Scalar } from "./model/cell";
import { formatValue } from "./file/library";

const dateParts = /[dmyhs]/i;

/** Whether a number format shows dates or times (quoted text, brackets and escapes left out). */
export function isDateFormat(format: string): boolean {
  if (/^general$/i.test(format)) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*./gi, "");
  return dateParts.test(bare.split(";")[0] ?? "");
}

/** A number in the format General: at most 11 characters, as a wide enough cell shows it. */
function general(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) return scientific(value);
  const whole = Math.trunc(size).toString().length;
  const digits = Math.max(0, 10 - whole - (value < 0 ? 0 : 0));
  const fixed = value.toFixed(Math.min(digits, 9));
  const plain = fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
  if (size < 1e-4 && plain.replace(/[-0.]/g, "").length < 3) {
    const exact = String(value);
    return exact.length <= 11 && !exact.includes("e") ? exact : scientific(value);
  }
  return plain;
}

function scientific(value: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(5).split("e");
  const sign = exponent.startsWith("-") ? "-" : "+";
  const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return `${short}E${sign}${exponent.replace(/[+-]/, "").padStart(2, "0")}`;
}

/**
 * The text that a cell shows.
 * In: its value ("" is empty), number format in en-US notation, date system, and the width of the
 * column in pixels with the font size in points where "########" must be decided (numbers only).
 */
export function shownText(
  value: Scalar,
  format: string,
  date1904: boolean,
  room?: { readonly pixels: number; readonly fontSize: number },
): string {
  if (value instanceof CellError) return value.code;
  if (value === "") return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return format.includes("@") ? formatted(value, format) : value;
  const isGeneral = format === "" || /^general$/i.test(format) || format === "@";
  if (isGeneral) return general(value);
  const text = isDateFormat(format) ? dateText(value, format, date1904) : formatted(value, format);
  return room && isTooNarrow(text, room) ? "########" : text;
}

function formatted(value: string | number, format: string): string {
  try {
    return formatValue(value, format);
  } catch {
    return typeof value === "number" ? general(value) : value;
  }
}

/** Excel's calendar of 1900 has a 29 February; dates before day 0 show as "########". */
function dateText(value: number, format: string, is1904: boolean): string {
  if (value < 0 || value >= 2_958_466) return "########";
  if (!is1904 && value >= 60 && value < 61)
    return formatValue(value - 1, format, { is1904 }).replace("28", "29");
  try {
    return formatValue(value, format, { is1904 });
  } catch {
    return general(value);
  }
}

/** Widths of Calibri 11: digits 7 pixels, separators about 4; "####" only where it is beyond doubt. */
function isTooNarrow(text: string, room: { pixels: number; fontSize: number }): boolean {
  const narrow = text.length - text.replace(/[.,:;/\- ]/g, "").length;
  const needed = ((text.length - narrow) * 7 + narrow * 4) * (room.fontSize / 11);
  return needed > room.pixels;
}
