import type { Area } from "../sheet";
import type { HeaderBlock } from "./header";
import { headerPeriod, type Period } from "./schedule";
import type { ColumnReading, ColumnRole } from "./types";
import type { SheetView } from "./view";

/** The roles whose cells say that something is asked of someone: blank in a section, filled in a task. */
const FOLLOWED: readonly ColumnRole[] = [
  "lead",
  "support",
  "owner",
  "deadline",
  "product",
  "start",
  "received",
  "finished",
  "quantity",
  "measure",
  "result",
  "progress",
  "leader",
  "cost",
];

const WHO_WHEN: readonly ColumnRole[] = ["lead", "support", "owner", "deadline"];

/** A table with its columns found: what the readers of rows and tasks look at. Columns count within the view. */
export interface TableLayout {
  readonly view: SheetView;
  readonly header: HeaderBlock;
  /** Columns by role; a role may have several. */
  readonly columns: ReadonlyMap<ColumnRole, readonly number[]>;
  /** The column of numbers; null when there is none. */
  readonly number: number | null;
  /** All columns of numbers ("Stt" over "TT" and "Chi tiết"), from the outer to the inner. */
  readonly numbers: readonly number[];
  readonly task: number;
  readonly followed: readonly number[];
  /** Columns that say who or when. */
  readonly whoWhen: readonly number[];
  readonly deadlines: readonly number[];
  /** What the deadline columns stand for where several make one deadline, by column from left to right. */
  readonly schedule: ReadonlyMap<number, Period | null>;
}

export function layTable(
  view: SheetView,
  header: HeaderBlock,
  readings: readonly ColumnReading[],
): TableLayout | null {
  const columns = new Map<ColumnRole, number[]>();
  for (const reading of [...readings].sort((one, other) => other.confidence - one.confidence)) {
    const list = columns.get(reading.role) ?? [];
    list.push(reading.column - view.grid.column);
    columns.set(reading.role, list);
  }
  const task = columns.get("task")?.[0] ?? columns.get("field")?.[0];
  if (task === undefined) return null;
  const named = columns.get("number") ?? columns.get("code")?.slice(0, 1) ?? [];
  const deadlines = columns.get("deadline") ?? [];
  const words = new Map(readings.map(({ column, header }) => [column - view.grid.column, header]));
  const schedule = new Map<number, Period | null>();
  if (deadlines.length > 1) {
    for (const column of [...deadlines].sort((one, other) => one - other))
      schedule.set(column, headerPeriod(words.get(column) ?? ""));
  }
  const numbers = [...named].sort((one, other) => one - other);
  return {
    view,
    header,
    columns,
    number: numbers[0] ?? null,
    numbers,
    task,
    followed: FOLLOWED.flatMap((role) => columns.get(role) ?? []),
    whoWhen: WHO_WHEN.flatMap((role) => columns.get(role) ?? []),
    deadlines,
    schedule,
  };
}

/** The merged area of a cell when it began in a row above (and under the header), else null. */
export function mergedFromAbove(layout: TableLayout, row: number, column: number): Area | null {
  const area = layout.view.merged(row, column);
  return area && area.row < row && area.row > layout.header.bottom ? area : null;
}

/** The column that holds the number of a row, the innermost filled one; the first where all are blank. */
export function numberColumn(layout: TableLayout, row: number): number | null {
  const filled = layout.numbers.filter((column) => layout.view.text(row, column) !== "");
  return filled[filled.length - 1] ?? layout.number;
}

/** Filled cells of the row itself in the given columns. */
export function ownCells(layout: TableLayout, row: number, columns: readonly number[]): number {
  let count = 0;
  for (const column of columns) if (layout.view.text(row, column) !== "") count++;
  return count;
}

/** Cells in the given columns that are blank here and covered by a filled cell from above. */
export function inheritedCells(
  layout: TableLayout,
  row: number,
  columns: readonly number[],
): number {
  let count = 0;
  for (const column of columns) {
    const area = mergedFromAbove(layout, row, column);
    if (area && layout.view.text(area.row, area.column) !== "") count++;
  }
  return count;
}
