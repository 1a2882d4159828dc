import { dated } from "./compose";
import { daysInMonth, endOfMonth, fromSerial, isoDate, yearOf, type IsoDate } from "./iso-date";
import { readDeadline } from "./read";
import type { Deadline, DeadlineDoubt, DeadlineOptions, DeadlineReading } from "./types";

/** A cell that holds a true date: Excel's serial number, its number format and the text shown. */
export interface DateCell {
  readonly serial: number;
  readonly format: string;
  readonly text: string;
}

export interface DateCellOptions extends DeadlineOptions {
  /** 1904 for workbooks that count from 1904. */
  readonly calendar?: 1900 | 1904;
}

type Shows = "day" | "month" | "year" | "no-date";

/** Which parts of a date a number format shows; words in quotes are only words. */
export function partsOfFormat(format: string): Shows {
  const bare = format
    .replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/g, "")
    .split(";", 1)[0]
    ?.toLowerCase();
  const codes = (bare ?? "").replace(/general/g, "");
  // m beside h or s means minutes.
  const dateOnly = codes.replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, "");
  if (dateOnly.includes("d")) return "day";
  if (dateOnly.includes("m")) return "month";
  return dateOnly.includes("y") ? "year" : "no-date";
}

/**
 * Reads a true date cell. A format that shows month and year means the whole month; one that shows the year,
 * the year. Where the text shown, read day first as people here write, gives another day than the one stored,
 * the cell was typed under other settings: a question with both readings.
 */
export function readDateCell(cell: DateCell, options: DateCellOptions): Deadline {
  const stored = fromSerial(cell.serial, options.calendar ?? 1900);
  const shows = partsOfFormat(cell.format);
  if (shows === "no-date") return readDeadline(cell.text, options);
  if (!stored || yearOf(stored) < 1990 || yearOf(stored) > 2100) {
    return asked(cell.text, "broken-date", stored ? [dated(null, stored)] : []);
  }
  const year = yearOf(stored);
  const month = Number(stored.slice(5, 7));
  const day = Number(stored.slice(8));
  if (shows === "month") {
    const whole = dated(isoDate(year, month, 1), endOfMonth(year, month));
    return day === 1
      ? answer(cell.text, whole, "month-cell")
      : asked(cell.text, "two-readings", [whole, dated(null, stored)]);
  }
  if (shows === "year") {
    const whole = dated(isoDate(year, 1, 1), isoDate(year, 12, 31) ?? stored);
    return day === 1 && month === 1
      ? answer(cell.text, whole, "year-cell")
      : asked(cell.text, "two-readings", [whole, dated(null, stored)]);
  }
  const shown = readDeadline(cell.text, { year });
  if (shown.kind === "dated" && shown.start === null && shown.due && shown.due !== stored) {
    const swapped = swapDayAndMonth(stored);
    const why: DeadlineDoubt = shown.due === swapped ? "swapped-day-and-month" : "two-readings";
    return asked(cell.text, why, [dated(null, shown.due), dated(null, stored)]);
  }
  return answer(cell.text, dated(null, stored), "date-cell");
}

/** The date with day and month exchanged; null when that is no day or the same day. */
function swapDayAndMonth(date: IsoDate): IsoDate | null {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  return day === month ? null : isoDate(yearOf(date), day, month);
}

/** A cell of a time column, true date or text, by any name the caller knows it by ("F21"). */
export interface ColumnCell {
  readonly cell: string;
  /** Null for a text cell. */
  readonly serial: number | null;
  readonly format: string;
  readonly text: string;
}

export interface SwapSuspicion {
  /** The true dates that read otherwise with day and month exchanged, each with both readings. */
  readonly cells: readonly {
    readonly cell: string;
    readonly text: string;
    readonly stored: DeadlineReading;
    readonly swapped: DeadlineReading;
  }[];
  /** How many true dates the column has; none of them has a day above 12. */
  readonly trueDates: number;
  /** How many dates stand as text because their day is above 12. */
  readonly textDates: number;
}

/**
 * A column typed under month-first settings: every date that could be taken as month/day became a true date
 * with day and month exchanged, every other one stayed text. Such a column has no true date with a day above 12
 * while it has text dates that do. Null when nothing is suspected.
 */
export function suspectSwappedDates(
  column: readonly ColumnCell[],
  calendar: 1900 | 1904 = 1900,
): SwapSuspicion | null {
  const cells: SwapSuspicion["cells"][number][] = [];
  let trueDates = 0;
  let textDates = 0;
  for (const one of column) {
    if (one.serial === null) {
      const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\s*$/.exec(one.text);
      const [, day, month, year] = match ?? [];
      if (match && Number(day) > 12 && Number(month) <= 12) {
        const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
        if (Number(day) <= daysInMonth(full, Number(month))) textDates += 1;
      }
      continue;
    }
    if (partsOfFormat(one.format) !== "day") continue;
    const stored = fromSerial(one.serial, calendar);
    if (!stored) continue;
    if (Number(stored.slice(8)) > 12) return null;
    trueDates += 1;
    const swapped = swapDayAndMonth(stored);
    if (swapped) {
      cells.push({
        cell: one.cell,
        text: one.text,
        stored: dated(null, stored),
        swapped: dated(null, swapped),
      });
    }
  }
  return trueDates >= 2 && textDates >= 1 && cells.length > 0
    ? { cells, trueDates, textDates }
    : null;
}

/** The deadlines of a suspected column once the officer has answered, for all its cells with one answer. */
export function settleSwappedDates(
  suspicion: SwapSuspicion,
  chosen: "stored" | "swapped",
): ReadonlyMap<string, Deadline> {
  return new Map(
    suspicion.cells.map((one) => [
      one.cell,
      answer(one.text, one[chosen], chosen === "stored" ? "date-cell" : "date-cell-swapped"),
    ]),
  );
}

function answer(text: string, reading: DeadlineReading, rule: string): Deadline {
  return {
    ...reading,
    text,
    before: null,
    relative: null,
    rule,
    evidence: [{ part: "due", words: text }],
    leftOver: [],
    doubt: null,
  };
}

function asked(text: string, why: DeadlineDoubt, candidates: readonly DeadlineReading[]): Deadline {
  return {
    kind: "unreadable",
    start: null,
    due: null,
    ongoing: false,
    every: null,
    milestones: null,
    text,
    before: null,
    relative: null,
    rule: why,
    evidence: [],
    leftOver: [],
    doubt: { why, candidates },
  };
}
