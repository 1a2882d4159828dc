import type { ColumnRole, RawTask } from "../appendix";
import { partsOfFormat, showDate, type DeadlineReading } from "../deadline";
import type { Task } from "../task";
import { commonEncoding, normalizeText } from "../text";
import { createDirectory, type Directory } from "../unit";
import type { CheckedRow, CheckInput } from "./types";

const rows = new WeakMap<CheckInput, readonly CheckedRow[]>();
const codes = new WeakMap<CheckInput, ReadonlyMap<number, string>>();

/** The rows of the appendix whose task is known, in order. A row in question of identity is left out. */
export function rowsOf(input: CheckInput): readonly CheckedRow[] {
  const known = rows.get(input);
  if (known) return known;
  const bySource = new Map<number, Task>();
  for (const task of input.tracking.tasks) {
    if (task.source?.sheet === input.appendix.sheet) bySource.set(task.source.row, task);
  }
  const told = new Set(
    input.tracking.entries
      .filter(
        (entry) => `${entry.result}${entry.evidence}`.trim() !== "" || entry.quantity !== null,
      )
      .map((entry) => entry.code),
  );
  const list = input.appendix.tasks.flatMap((raw): CheckedRow[] => {
    const task = bySource.get(raw.row);
    return task && task.cancelled === null ? [{ raw, task, told: told.has(task.code) }] : [];
  });
  rows.set(input, list);
  return list;
}

/** The directory of the plan's units, with the cells that were read with it before. */
export function directoryOf(input: CheckInput): Directory {
  return createDirectory(input.tracking.units);
}

/** Rows of the sheet that the table covers, from 1, header included. */
export function linesOf(input: CheckInput): readonly number[] {
  const { table } = input.appendix;
  return table ? Array.from({ length: table.rows }, (_, index) => table.row + 1 + index) : [];
}

/** Where the cell of a role stands in the row of a task: row from 1, column from 0; null without such a column. */
export function placeOf(
  input: CheckInput,
  raw: RawTask,
  role: ColumnRole,
): { row: number; column: number } | null {
  const source = raw.texts[role];
  if (source?.row != null && source.column !== null)
    return { row: source.row, column: source.column };
  const column = input.appendix.columns.find((reading) => reading.role === role)?.column;
  return column === undefined ? null : { row: raw.row, column };
}

/** Whether the appendix has a column of this role. */
export function hasColumn(input: CheckInput, role: ColumnRole): boolean {
  return input.appendix.columns.some((column) => column.role === role);
}

/** The cell of the lead, or the one cell for both roles. */
export function leadPlace(input: CheckInput, raw: RawTask): { row: number; column: number } | null {
  return placeOf(input, raw, hasColumn(input, "lead") ? "lead" : "owner");
}

/** Text of a task's cell in one line; "" when it is blank or missing. */
export function textOf(raw: RawTask, role: ColumnRole): string {
  return normalizeText(raw.texts[role]?.text ?? "");
}

/** The end days of readings as the officer writes them, for "did you mean". */
export function shownReadings(readings: readonly DeadlineReading[]): string[] {
  return [...new Set(readings.flatMap(({ due }) => (due === null ? [] : [showDate(due)])))];
}

/** A long text cut for a message. */
export function shortened(text: string, length = 60): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** Whether a task's deadline cell is a true date that shows the month only. */
export function isMonthCell(raw: RawTask): boolean {
  const cell = raw.dates.deadline;
  return cell !== undefined && partsOfFormat(cell.format) === "month";
}

/** What the cell of the sheet holds, as text; "" outside the part that was read. */
export function cellContent(
  input: CheckInput,
  at: { readonly row: number; readonly column: number },
): string {
  const { grid } = input;
  const value = grid.values[at.row - 1 - grid.row]?.[at.column - grid.column];
  return value === undefined ? "" : String(value);
}

/** The text that the cell of the sheet shows; "" outside the part that was read. */
export function cellText(
  input: CheckInput,
  at: { readonly row: number; readonly column: number },
): string {
  const { grid } = input;
  return grid.text[at.row - 1 - grid.row]?.[at.column - grid.column] ?? "";
}

/** Code of the task whose row this is; "" when none. */
export function taskAtRow(input: CheckInput, row: number): string {
  const known = codes.get(input);
  if (known) return known.get(row) ?? "";
  const byRow = new Map(rowsOf(input).map(({ raw, task }) => [raw.row, task.code]));
  codes.set(input, byRow);
  return byRow.get(row) ?? "";
}

/** Text cells of some lines of the table that a test on their content lets through. */
export function tableCells(
  input: CheckInput,
  lines: readonly number[],
  wanted: RegExp,
): { at: { row: number; column: number }; content: string; font: string | undefined }[] {
  const { grid, appendix } = input;
  const { table } = appendix;
  if (!table) return [];
  const found: ReturnType<typeof tableCells> = [];
  for (const line of lines) {
    const row = line - 1;
    for (let column = table.column; column < table.column + table.columns; column++) {
      const value = grid.values[row - grid.row]?.[column - grid.column];
      if (typeof value !== "string" || !wanted.test(value)) continue;
      const font = grid.fonts?.[row - grid.row]?.[column - grid.column];
      found.push({ at: { row: row + 1, column }, content: value, font });
    }
  }
  return found;
}

const encodings = new WeakMap<CheckInput["grid"], ReturnType<typeof commonEncoding>>();

/** The old encoding that most texts of the sheet are typed in; null when they are Unicode. */
export function encodingOfSheet({ grid }: CheckInput): ReturnType<typeof commonEncoding> {
  const known = encodings.get(grid);
  if (known !== undefined) return known;
  const texts = grid.values.flatMap((row) => row.filter((value) => typeof value === "string"));
  const encoding = commonEncoding(texts);
  encodings.set(grid, encoding);
  return encoding;
}
