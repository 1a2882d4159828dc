import { CellError, errorCodes, type Scalar } from "./model/cell";
import { asWritten, isWellFormed } from "./formulas/compile";

/** What a written string becomes: a value with perhaps a number format, or a formula. */
type Parsed =
  | { readonly kind: "value"; readonly value: Scalar; readonly format?: string }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "refused"; readonly reason: string };

const text = (value: string): Parsed => ({ kind: "value", value });

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/**
 * Reads a string as Excel reads it when it is typed or written, always in en-US: numbers, percents,
 * currency, dates (month first), times, TRUE and FALSE, errors, formulas.
 * In: the string, the cell's number format, today's year, and whether the calendar starts in 1904.
 */
export function parseWritten(
  written: string,
  format: string,
  year: number,
  date1904: boolean,
): Parsed {
  if (format === "@") return text(written);
  if (written.startsWith("'")) return text(written.slice(1));
  const trimmed = written.trim();
  if (trimmed === "") return text(written);
  const number = numeric(trimmed);
  if (number) return number;
  if (/^[=+\-@]/.test(written) && written.length > 1) return formulaOf(written);
  if (/^true$/i.test(trimmed)) return { kind: "value", value: true };
  if (/^false$/i.test(trimmed)) return { kind: "value", value: false };
  if (errorCodes.has(trimmed.toUpperCase())) return { kind: "value", value: CellError.of(trimmed) };
  return dateOrTime(trimmed, year, date1904) ?? text(written);
}

function formulaOf(written: string): Parsed {
  const formula = written.startsWith("=") ? written : `=${written.replace(/^@/, "")}`;
  if (formula.length > 8192) return { kind: "refused", reason: "The formula is too long." };
  return isWellFormed(formula)
    ? { kind: "formula", formula: asWritten(`=${formula.slice(1).trim()}`) }
    : { kind: "refused", reason: "This is not a valid formula." };
}

function numeric(written: string): Parsed | null {
  const match =
    /^(\()?\s*([-+])?\s*(\$)?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?|\.\d+)(e[-+]?\d+)?\s*(%)?\s*(\))?$/i.exec(
      written,
    );
  if (match) {
    const [, open, sign, currency, digits = "", decimals, exponent = "", percent, close] = match;
    if (Boolean(open) !== Boolean(close) || (open && sign)) return null;
    let value = Number(digits.replaceAll(",", "") + exponent);
    if (!Number.isFinite(value)) return null;
    if (sign === "-" || open) value = -value;
    if (percent) value = Number((value / 100).toPrecision(15));
    const places = decimals && decimals.length > 1 ? ".00" : "";
    const format = formatFor({ percent, currency, places, digits, exponent });
    return format ? { kind: "value", value, format } : { kind: "value", value };
  }
  const fraction = /^(-)?(\d+)\s+(\d{1,3})\/(\d{1,3})$/.exec(written);
  if (!fraction) return null;
  const [, minus, whole, above, below] = fraction;
  if (Number(below) === 0) return null;
  const value = Number(whole) + Number(above) / Number(below);
  return { kind: "value", value: minus ? -value : value, format: "# ?/?" };
}

function formatFor(parts: {
  percent: string | undefined;
  currency: string | undefined;
  places: string;
  digits: string;
  exponent: string;
}): string | null {
  if (parts.percent) return `0${parts.places}%`;
  if (parts.currency) return `$#,##0${parts.places}_);[Red]($#,##0${parts.places})`;
  if (parts.exponent) return "0.00E+00";
  return parts.digits.includes(",") ? `#,##0${parts.places}` : null;
}

function dateOrTime(written: string, year: number, date1904: boolean): Parsed | null {
  const timed = /^(.*?)\s*\b(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*([ap]m)?$/i.exec(written);
  if (!timed) return dateOnly(written, year, date1904);
  const [, before = "", hours, minutes, seconds, half] = timed;
  const time = timeOf(Number(hours), Number(minutes), Number(seconds ?? 0), half);
  if (time === null) return null;
  if (before === "") {
    const format = half ? "h:mm AM/PM" : seconds ? "h:mm:ss" : "h:mm";
    return { kind: "value", value: time, format };
  }
  const day = dateOnly(before, year, date1904);
  if (day?.kind !== "value" || typeof day.value !== "number") return null;
  return { kind: "value", value: day.value + time, format: "m/d/yyyy h:mm" };
}

function timeOf(hours: number, minutes: number, seconds: number, half?: string): number | null {
  if (minutes > 59 || seconds >= 60 || (half && (hours < 1 || hours > 12))) return null;
  const shift = half ? (/p/i.test(half) ? 12 : 0) - (hours === 12 ? 12 : 0) : 0;
  return (hours + shift) / 24 + minutes / 1440 + seconds / 86_400;
}

function dateOnly(written: string, year: number, date1904: boolean): Parsed | null {
  const day = (y: number, m: number, d: number, format: string): Parsed | null => {
    const serial = serialOfDay(fullYear(y), m, d, date1904);
    return serial === null ? null : { kind: "value", value: serial, format };
  };
  let match = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(written);
  if (match) return day(Number(match[3]), Number(match[1]), Number(match[2]), "m/d/yyyy");
  match = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(written);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]), "m/d/yyyy");
  match = /^(\d{1,2})[/-](\d{1,2})$/.exec(written);
  if (match) {
    const [, first, second] = match.map(Number);
    return day(year, first ?? 0, second ?? 0, "d-mmm") ?? day(second ?? 0, first ?? 0, 1, "mmm-yy");
  }
  match = /^(\d{1,2})[/-](\d{4})$/.exec(written);
  if (match) return day(Number(match[2]), Number(match[1]), 1, "mmm-yy");
  const named = new RegExp(`^(\\d{1,2})[- ](${monthNames})(?:[- ,]+(\\d{4}|\\d{2}))?$`, "i");
  match = named.exec(written);
  if (match) {
    const format = match[3] ? "d-mmm-yy" : "d-mmm";
    return day(Number(match[3] ?? year), monthOf(match[2]), Number(match[1]), format);
  }
  match = new RegExp(`^(${monthNames})[- ](\\d{1,2})(?:,\\s*|\\s+)(\\d{4})$`, "i").exec(written);
  if (match) return day(Number(match[3]), monthOf(match[1]), Number(match[2]), "d-mmm-yy");
  match = new RegExp(`^(${monthNames})[- ](\\d{4})$`, "i").exec(written);
  return match ? day(Number(match[2]), monthOf(match[1]), 1, "mmm-yy") : null;
}

const monthOf = (name = ""): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Two digits: 00–29 are 2000–2029, 30–99 are 1930–1999, as Excel's default is. */
const fullYear = (year: number): number =>
  year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year;

/**
 * Serial number of a day; null when there is no such day. Day 60 of the calendar of 1900 is its
 * 29 February, which never was.
 */
export function serialOfDay(
  year: number,
  month: number,
  day: number,
  date1904: boolean,
): number | null {
  if (year < (date1904 ? 1904 : 1900) || year > 9999) return null;
  if (!date1904 && year === 1900 && month === 2 && day === 29) return 60;
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  const days = Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
  if (date1904) return days - 1462;
  return days < 61 ? days - 1 : days;
}
