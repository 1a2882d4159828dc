import { searchKey } from "../text";

/** The month, quarter, half-year or year that a column of a schedule stands for. */
export interface Period {
  readonly unit: "month" | "quarter" | "half" | "year";
  /** From 1; the year itself for a year. */
  readonly ordinal: number;
  /** The year that the header names; null when it names none. */
  readonly year: number | null;
}

const ROMAN = ["i", "ii", "iii", "iv"];
const SPECIFIC: readonly (readonly [RegExp, Period["unit"]])[] = [
  [/^(?:thang|t\.?)\s*0?(\d{1,2})(?:\s*[/.-]\s*(20\d\d)|\s+nam\s+(20\d\d))?$/, "month"],
  [
    /^(?:quy|q\.?)\s*(iv|i{1,3}|[1-4])(?:\s*[/.-]\s*(?:nam\s*)?(20\d\d)|\s+nam\s+(20\d\d))?$/,
    "quarter",
  ],
  [/^6 thang (dau|cuoi)(?: nam)?(?:\s*[/.-]?\s*(20\d\d))?$/, "half"],
  [/^(?:nam\s*)?(20\d\d)$/, "year"],
];
const MARK = /^[xv✓✔☑√●■♦*+üþ]$/iu;
/** Figures stand under these, no times. */
const FIGURES =
  /kinh phi|von\b|du toan|ngan sach|so luong|khoi luong|chi tieu|muc tieu|ket qua|diem|ty le|danh gia|so lieu|trieu|dong\b|nguoi\b/;
const TIMES = /thoi (gian|han|diem)|tien do|lo trinh|ke hoach|\bthang\b|\bquy\b|lich|phan ky/;

/** A filled cell of a schedule. */
export interface ScheduleCell {
  readonly text: string;
  /** What its column stands for; null for a column that is no period. */
  readonly period: Period | null;
  /** The last period that the cell covers when it is merged over several. */
  readonly last: Period | null;
}

/** Whether a cell only says "here": "x", "✓". */
export function isMark(text: string): boolean {
  return MARK.test(text);
}

/** Whether the words over several columns announce times, so that figures below them are months or quarters. */
export function announcesTimes(words: string): boolean {
  const key = searchKey(words);
  return TIMES.test(key) && !FIGURES.test(key);
}

/** The period that the words over a column name: "Quý I", "T5", "Thời gian thực hiện (tháng) – 5", or null. */
export function headerPeriod(words: string): Period | null {
  const parts = words.split(" – ").map(searchKey);
  const inner = parts[parts.length - 1] ?? "";
  const outer = parts.slice(0, -1).join(" ");
  if (FIGURES.test(outer)) return null;
  const outerYear = /20\d\d/.exec(outer)?.[0];
  for (const [pattern, unit] of SPECIFIC) {
    const match = pattern.exec(inner);
    if (!match?.[1]) continue;
    const ordinal = ordinalOf(match[1]);
    if (ordinal === 0 || (unit === "month" && ordinal > 12)) return null;
    if (unit === "year") return { unit, ordinal, year: ordinal };
    const year = match[2] ?? match[3] ?? outerYear;
    return { unit, ordinal, year: year === undefined ? null : Number(year) };
  }
  const year = outerYear === undefined ? null : Number(outerYear);
  if (/^0?\d{1,2}$/.test(inner) && /\bthang\b/.test(outer)) {
    const ordinal = Number(inner);
    return ordinal >= 1 && ordinal <= 12 ? { unit: "month", ordinal, year } : null;
  }
  const quarter = /^(iv|i{1,3})$/.test(inner) || (/^[1-4]$/.test(inner) && /\bquy\b/.test(outer));
  return quarter && announcesTimes(outer)
    ? { unit: "quarter", ordinal: ordinalOf(inner), year }
    : null;
}

/**
 * What the filled cells of a schedule's columns say as one time phrase: a single run of marks is one span ("Từ
 * tháng 1 đến tháng 3/2024"), marks with gaps are a list ("Quý I, Quý III/2024"). Other words stand as written,
 * behind their period unless they are a time themselves.
 */
export function composeSchedule(cells: readonly ScheduleCell[]): string {
  const run = spanOfRun(cells);
  if (run !== null) return run;
  const parts = cells.map(({ text, period, last }) => {
    if (!period || (!isMark(text) && isTime(text))) return text;
    const name = last && last !== period ? spanOf(period, last) : nameOf(period) + yearOf(period);
    return isMark(text) ? name : `${name}: ${text}`;
  });
  const marksOnly = cells.every(
    ({ text, period, last }) => isMark(text) && period !== null && last === period,
  );
  if (!marksOnly) return parts.join("; ");
  return parts.map((part, index) => withoutSameYear(part, parts[index + 1])).join(", ");
}

/** Several marks without a gap, from the first period to the last; null for anything else. */
function spanOfRun(cells: readonly ScheduleCell[]): string | null {
  const [first, ...others] = cells;
  if (!first?.period || others.length === 0 || !isMark(first.text)) return null;
  let last = first.last ?? first.period;
  for (const { text, period, last: end } of others) {
    if (!period || !isMark(text) || !follows(last, period)) return null;
    last = end ?? period;
  }
  return spanOf(first.period, last);
}

function isTime(text: string): boolean {
  return /^(truoc|den|tu|ngay|thang|quy|tuan|nam|thuong xuyen)\b|^\d{1,2}\s*[/.-]\s*\d/.test(
    searchKey(text),
  );
}

function ordinalOf(text: string): number {
  if (text === "dau") return 1;
  if (text === "cuoi") return 2;
  return /\d/.test(text) ? Number(text) : ROMAN.indexOf(text) + 1;
}

function nameOf(period: Period): string {
  switch (period.unit) {
    case "month":
      return `Tháng ${period.ordinal}`;
    case "quarter":
      return `Quý ${(ROMAN[period.ordinal - 1] ?? "").toUpperCase()}`;
    case "half":
      return period.ordinal === 1 ? "6 tháng đầu năm" : "6 tháng cuối năm";
    case "year":
      return `Năm ${period.ordinal}`;
  }
}

function yearOf(period: Period): string {
  if (period.year === null || period.unit === "year") return "";
  return period.unit === "half" ? ` ${period.year}` : `/${period.year}`;
}

function spanOf(first: Period, last: Period): string {
  const inside = (period: Period) =>
    nameOf(period).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  const year = first.year === last.year ? "" : yearOf(first);
  return `Từ ${inside(first)}${year} đến ${inside(last)}${yearOf(last)}`;
}

function follows(before: Period, after: Period): boolean {
  if (before.unit !== after.unit) return false;
  const perYear = { month: 12, quarter: 4, half: 2, year: 1 }[before.unit];
  const place = (one: Period) =>
    one.unit === "year" ? one.ordinal : (one.year ?? 0) * perYear + one.ordinal;
  return place(after) === place(before) + 1;
}

/** Of equal years in a row only the last is written: "Quý I, Quý III/2024". */
function withoutSameYear(part: string, next: string | undefined): string {
  const year = /[/ ](20\d\d)$/.exec(part)?.[0];
  return year !== undefined && next?.endsWith(year) ? part.slice(0, -year.length) : part;
}
