import type { CellValue, TableGrid } from "../sheet";

/** Headers of a book's table, in order, by the names of its columns in code. */
export type Headers<Id extends string> = Readonly<Record<Id, string>>;

/** The cells of one row, found by column. */
export type RowCells<Id extends string> = (id: Id) => CellValue;

/** A book kept as a table that the officer types in too: how its rows are read and written. */
export interface BookForm<Entry, Id extends string> {
  readonly headers: Headers<Id>;
  /** null for a row that cannot be understood: it stays in the table as it is. */
  readonly read: (cells: RowCells<Id>) => Entry | null;
  readonly write: (entry: Entry) => Readonly<Record<Id, CellValue | null>>;
  /** Tells the rows apart. */
  readonly key: (entry: Entry) => string;
}

/** The rows of a book that can be understood, in the order of the sheet. */
export function readBook<Entry, Id extends string>(
  form: BookForm<Entry, Id>,
  table: TableGrid | undefined,
): Entry[] {
  return rowsOf(form, table).flatMap(({ entry }) => (entry === null ? [] : [entry]));
}

/**
 * The rows of a book to write: a cell whose meaning is unchanged stays as it was typed, a row that is not understood
 * stays whole, no row leaves or moves, and new ones follow at the end.
 */
export function bookRows<Entry, Id extends string>(
  form: BookForm<Entry, Id>,
  table: TableGrid | undefined,
  entries: readonly Entry[],
): Record<Id, CellValue | null>[] {
  const ids = Object.keys(form.headers) as Id[];
  const waiting = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = form.key(entry);
    waiting.set(key, [...(waiting.get(key) ?? []), entry]);
  }
  const there = rowsOf(form, table).map(({ entry, cells }) => {
    const now = entry === null ? undefined : waiting.get(form.key(entry))?.shift();
    const typed = record(ids, (id) => blankIsNull(cells(id)));
    if (entry === null || now === undefined) return typed;
    const [before, after] = [form.write(entry), form.write(now)];
    return record(ids, (id) => (before[id] === after[id] ? typed[id] : after[id]));
  });
  const left = new Set([...waiting.values()].flat());
  return [...there, ...entries.filter((entry) => left.has(entry)).map(form.write)];
}

function rowsOf<Entry, Id extends string>(
  { headers, read }: BookForm<Entry, Id>,
  table: TableGrid | undefined,
): { readonly entry: Entry | null; readonly cells: RowCells<Id> }[] {
  if (!table) return [];
  const places = new Map(table.headers.map((header, index) => [header.trim(), index]));
  const rows = table.rows.map((row) => {
    const cells: RowCells<Id> = (id) => row[places.get(headers[id]) ?? -1] ?? "";
    return { entry: read(cells), cells };
  });
  // A table without entries keeps one blank row, which is no row of the book.
  const isBlank = table.rows.length === 1 && table.rows[0]?.every((cell) => cell === "");
  return isBlank ? [] : rows;
}

function record<Id extends string>(
  ids: readonly Id[],
  cell: (id: Id) => CellValue | null,
): Record<Id, CellValue | null> {
  return Object.fromEntries(ids.map((id) => [id, cell(id)])) as Record<Id, CellValue | null>;
}

function blankIsNull(value: CellValue): CellValue | null {
  return value === "" ? null : value;
}
