import { mergedFromAbove, numberColumn, type TableLayout } from "./layout";
import { restoreNumber } from "./restore";
import { NO_RANK, type RowSketch } from "./row-sketch";
import type { ColumnRole, RawTask, SourcedText } from "./types";

/** Roles whose blank cell under a group means "as the group says". */
const FROM_GROUP: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "lead",
  "support",
  "owner",
  "deadline",
  "leader",
]);

interface Level {
  readonly rank: number;
  readonly title: string;
  /** Row of a group, whose cells its children inherit; null for a section. */
  readonly groupRow: number | null;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Dates = Writable<RawTask["dates"]>;

/** The tasks of the rows that were read, each with its section path and its texts, as written. */
export function readTasks(layout: TableLayout, rows: readonly RowSketch[]): readonly RawTask[] {
  const tasks: RawTask[] = [];
  const path: Level[] = [];
  let previousNumber = "";
  for (let index = 0; index < rows.length; index++) {
    const one = rows[index];
    if (!one) continue;
    if (one.kind === "section" || one.kind === "group") {
      enter(path, one);
      if (one.number) previousNumber = numberText(layout, one, previousNumber);
      continue;
    }
    if (one.kind !== "task") continue;
    while (path.length > 0 && one.rank < NO_RANK && (path[path.length - 1]?.rank ?? 0) >= one.rank)
      path.pop();
    let last = index;
    while (rows[last + 1]?.kind === "continuation") last++;
    const lines = rows.slice(index, last + 1).map((line) => line.row);
    const number = numberText(layout, one, previousNumber);
    if (number !== "") previousNumber = number;
    tasks.push(readTask(layout, one, lines, number, path));
    index = last;
  }
  return tasks;
}

function enter(path: Level[], one: RowSketch): void {
  const rank = one.rank < NO_RANK ? one.rank : unnumberedRank(path);
  while (path.length > 0 && (path[path.length - 1]?.rank ?? 0) >= rank) path.pop();
  path.push({ rank, title: one.words, groupRow: one.kind === "group" ? one.row : null });
}

/** Words without a number stand beside the last unnumbered ones, or below the numbered section they follow. */
function unnumberedRank(path: readonly Level[]): number {
  const known = path.find((level) => level.rank === 0 || level.rank === 5);
  if (known) return known.rank;
  return path.length === 0 ? 0 : 5;
}

function readTask(
  layout: TableLayout,
  one: RowSketch,
  lines: readonly number[],
  number: string,
  path: readonly Level[],
): RawTask {
  const texts: Partial<Record<ColumnRole, SourcedText>> = {};
  const dates: Dates = {};
  const group = path[path.length - 1]?.groupRow ?? null;
  for (const [role, columns] of layout.columns) {
    if (role === "number") continue;
    const found = readText(layout, role, columns, lines, group);
    texts[role] = found;
    if (found.row === null || found.column === null) continue;
    const row = found.row - 1 - layout.view.grid.row;
    const column = found.column - layout.view.grid.column;
    const serial = layout.view.serial(row, column);
    if (serial !== null) {
      dates[role] = {
        serial,
        format: layout.view.format(row, column),
        text: layout.view.text(row, column),
      };
    }
  }
  return {
    row: layout.view.grid.row + one.row + 1,
    number,
    section: path.map((level) => level.title),
    texts,
    dates,
  };
}

function readText(
  layout: TableLayout,
  role: ColumnRole,
  columns: readonly number[],
  lines: readonly number[],
  group: number | null,
): SourcedText {
  const { view } = layout;
  const first = lines[0] ?? 0;
  for (const column of columns) {
    const parts: string[] = [];
    let at = first;
    for (const row of lines) {
      const text = view.text(row, column);
      if (text === "") continue;
      if (parts.length === 0) at = row;
      parts.push(text);
    }
    if (parts.length > 0) return sourced(layout, parts.join("\n"), at, column, false);
    const area = mergedFromAbove(layout, first, column);
    const above = area ? view.text(area.row, area.column) : "";
    if (area && area.column === column && above !== "") {
      return sourced(layout, above, area.row, area.column, true);
    }
  }
  const column = columns[0] ?? 0;
  if (group !== null && FROM_GROUP.has(role)) {
    const text = view.text(group, column);
    if (text !== "") return sourced(layout, text, group, column, true);
  }
  return sourced(layout, "", first, column, false);
}

function sourced(
  layout: TableLayout,
  text: string,
  row: number,
  column: number,
  inherited: boolean,
): SourcedText {
  const { grid } = layout.view;
  return { text, row: grid.row + row + 1, column: grid.column + column, inherited };
}

function numberText(layout: TableLayout, one: RowSketch, previous: string): string {
  const column = numberColumn(layout, one.row);
  if (column === null) return one.number?.text ?? "";
  const own = layout.view.text(one.row, column);
  if (own === "") {
    const area = mergedFromAbove(layout, one.row, column);
    if (area) return layout.view.text(area.row, area.column);
    return one.number && one.number.style !== "bullet" ? one.number.text : "";
  }
  return restoreNumber(own, {
    value: layout.view.value(one.row, column),
    isDate: layout.view.serial(one.row, column) !== null,
    previous,
  });
}
