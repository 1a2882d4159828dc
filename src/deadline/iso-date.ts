/**
 * A calendar date without time or zone, written yyyy-mm-dd. Dates compare as strings do.
 * All arithmetic is in UTC, so no time zone can move a day.
 */
export type IsoDate = string;

const DAY = 86_400_000;
/** Serial 0 of Excel's 1900 calendar for all dates after its 29/2/1900 error. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** The date, or null when there is no such day (31/6) or the year is not 1900–9999. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return write(year, month, day);
}

/** Reads yyyy-mm-dd; null for anything else or a day that does not exist. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Reads a date as Vietnamese write it, day first: "14/6/2024", "14-06-2024", or yyyy-mm-dd; else null. */
export function parseVietnameseDate(text: string): IsoDate | null {
  const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text);
  return match
    ? isoDate(Number(match[3]), Number(match[2]), Number(match[1]))
    : parseIsoDate(text.trim());
}

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Last day of a month (1–12). */
export function endOfMonth(year: number, month: number): IsoDate {
  return write(year, month, daysInMonth(year, month));
}

/** The date so many days later; negative counts go back. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return format(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY));
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** 0 is Sunday, 6 Saturday. */
export function weekday(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** Excel serial number of a date (whole days; 1900 calendar unless the workbook uses 1904). */
export function toSerial(date: IsoDate, calendar: 1900 | 1904 = 1900): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (calendar === 1904) return Math.round((time - EPOCH_1904) / DAY);
  const serial = Math.round((time - EPOCH_1900) / DAY);
  return serial < 61 ? serial - 1 : serial;
}

/** Date of an Excel serial number (a time of day is dropped); null outside 1900–9999 and for the non-day 60. */
export function fromSerial(serial: number, calendar: 1900 | 1904 = 1900): IsoDate | null {
  if (!Number.isFinite(serial)) return null;
  const day = Math.floor(serial);
  if (calendar === 1904) {
    return day < 0 || day > 2_957_003 ? null : format(new Date(EPOCH_1904 + day * DAY));
  }
  if (day < 1 || day === 60 || day > 2_958_465) return null;
  return format(new Date(EPOCH_1900 + (day < 60 ? day + 1 : day) * DAY));
}

/** Day first as in speech and in the pane: "14/6/2024". */
export function showDate(date: IsoDate): string {
  return `${Number(date.slice(8))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;
}

/** As decree 30/2020 writes dates in documents: day below 10 and months 1, 2 with a leading zero. */
export function officialDate(date: IsoDate): string {
  const month = Number(date.slice(5, 7));
  return `${date.slice(8)}/${month < 3 ? `0${month}` : month}/${date.slice(0, 4)}`;
}

function write(year: number, month: number, day: number): IsoDate {
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

function format(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}
