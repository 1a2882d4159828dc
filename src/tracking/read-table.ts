import { fromSerial, isoDate, parseVietnameseDate, type IsoDate } from "../deadline";
import type { CellValue, TableGrid } from "../sheet";
import { comparisonKey } from "../text";

/** Serial number of 1/1/2000: a smaller number in a date cell is a slip, such as a year. */
const FIRST_SERIAL = 36_526;

/** One row of a table, its cells found by header. */
export interface TableRow<Id extends string> {
  /** Sheet row from 1. */
  readonly row: number;
  readonly value: (id: Id) => CellValue;
  /** The cell as text: line breaks in one form, no spaces at the ends; "" when blank. */
  readonly text: (id: Id) => string;
}

export interface TableRows<Id extends string> {
  /** Rows that are not blank in the given columns. */
  readonly rows: readonly TableRow<Id>[];
  readonly missing: readonly Id[];
}

/** The rows of a table by the headers of its columns, in whatever order they stand; blank rows are left out. */
export function readRows<Id extends string>(
  table: TableGrid,
  headers: Readonly<Record<Id, string>>,
  computed: ReadonlySet<Id>,
): TableRows<Id> {
  const places = new Map<string, number>();
  for (const [place, header] of table.headers.entries()) {
    const key = comparisonKey(header);
    if (!places.has(key)) places.set(key, place);
  }
  const ids = Object.keys(headers) as Id[];
  const placeOf = new Map<Id, number>();
  for (const id of ids) {
    const place = places.get(comparisonKey(headers[id]));
    if (place !== undefined) placeOf.set(id, place);
  }
  const inputs = ids.filter((id) => !computed.has(id));
  const rows = table.rows.flatMap((cells, index): TableRow<Id>[] => {
    const value = (id: Id) => {
      const place = placeOf.get(id);
      return place === undefined ? "" : (cells[place] ?? "");
    };
    const text = (id: Id) => textOf(value(id));
    if (inputs.every((id) => text(id) === "")) return [];
    return [{ row: table.area.row + index + 2, value, text }];
  });
  return { rows, missing: inputs.filter((id) => !placeOf.has(id)) };
}

/** A cell as text. */
export function textOf(value: CellValue): string {
  return String(value).replace(/\r\n?/g, "\n").trim();
}

/** A date cell read: the day, or null with what stands there when it is no date. */
export interface DateReading {
  readonly date: IsoDate | null;
  readonly unread: string | undefined;
}

/** Reads a date cell: a serial number, or a date typed as text, day first. */
export function readDay(value: CellValue): DateReading {
  if (typeof value === "number") {
    const date = value >= FIRST_SERIAL ? fromSerial(value) : null;
    return date === null ? { date, unread: String(value) } : { date, unread: undefined };
  }
  const text = textOf(value);
  if (text === "") return { date: null, unread: undefined };
  const date = parseVietnameseDate(text) ?? shortYear(text);
  return date === null || date < "2000-01-01"
    ? { date: null, unread: text }
    : { date, unread: undefined };
}

function shortYear(text: string): IsoDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(text);
  return match ? isoDate(2000 + Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

/** Reads a number cell; a text that is a plain number counts, with a comma as decimal mark. */
export function readNumber(value: CellValue): {
  readonly number: number | null;
  readonly unread: string | undefined;
} {
  if (typeof value === "number") return { number: value, unread: undefined };
  const text = textOf(value);
  if (text === "") return { number: null, unread: undefined };
  return /^\d+(,\d+)?$/.test(text)
    ? { number: Number(text.replace(",", ".")), unread: undefined }
    : { number: null, unread: text };
}

/** Several names or words of one cell. */
export function readList(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
