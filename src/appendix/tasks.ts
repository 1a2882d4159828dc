import { mergedFromAbove, numberColumn, type TableLayout } from "./layout";
import { composeSchedule, type ScheduleCell } from "./schedule";
import { searchKey } from "../text";
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
  /** "mục tiêu" of "Mục tiêu 1: …": sections of one make stand beside each other; "" without such words. */
  readonly make: string;
  /** Row of a group, whose cells its children inherit; null for a section. */
  readonly groupRow: number | null;
  /** Where the title stands, within the view. */
  readonly row: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Dates = Writable<RawTask["dates"]>;

/**
 * The tasks of the rows that were read, each with its section path and its texts, as written. `over` is a title
 * right above the header that begins the numbering of the sections ("I. Văn phòng").
 */
export function readTasks(
  layout: TableLayout,
  rows: readonly RowSketch[],
  over: RowSketch | null,
): readonly RawTask[] {
  const tasks: RawTask[] = [];
  const path: Level[] = [];
  if (over) enter(path, over, false);
  let previousNumber = "";
  for (let index = 0; index < rows.length; index++) {
    const one = rows[index];
    if (!one) continue;
    if (one.kind === "section" || one.kind === "group") {
      enter(path, one, rows[index - 1]?.kind === "section");
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

function enter(path: Level[], one: RowSketch, underSection: boolean): void {
  const make = /^(\p{L}+(?: \p{L}+)?)\s*\d*\s*[:.]/u.exec(one.words)?.[1]?.toLowerCase() ?? "";
  const rank = one.rank < NO_RANK ? one.rank : unnumberedRank(path, make, underSection);
  while (path.length > 0 && (path[path.length - 1]?.rank ?? 0) >= rank) path.pop();
  const groupRow = one.kind === "group" ? one.row : null;
  path.push({ rank, title: one.words, make, groupRow, row: one.row });
}

/**
 * Words without a number stand beside the last ones of their make, below another make right above them
 * ("Mục tiêu 1: …" over "Chỉ tiêu: …"), else beside the last unnumbered ones or below the numbered section.
 */
function unnumberedRank(path: readonly Level[], make: string, underSection: boolean): number {
  const unnumbered = path.filter(({ rank }) => rank < 1 || (rank >= 5 && rank < 10));
  const same = unnumbered.find((level) => level.make === make);
  if (make !== "" && same) return same.rank;
  const last = unnumbered[unnumbered.length - 1];
  if (last && underSection && last === path[path.length - 1] && last.make !== make)
    return last.rank + 0.1;
  return (same ?? last)?.rank ?? (path.length === 0 ? 0 : 5);
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
    const found =
      role === "deadline" && layout.schedule.size > 0
        ? readSchedule(layout, lines, group)
        : readText(layout, role, columns, lines, group);
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
  const time = layout.deadlines.length === 0 ? timeOfSection(layout, path) : null;
  if (time) texts.deadline = time;
  return {
    row: layout.view.grid.row + one.row + 1,
    number,
    section: path.map((level) => level.title),
    texts,
    dates,
  };
}

/** A month or a quarter, and words of a title that say no more than that the work falls into it. */
const SECTION_TIME =
  /((?:đầu|giữa|cuối)\s+)?(?:tháng|quý)\s+(?:\d{1,2}|[IVX]+)(?:\s*(?:,|và|-|–)\s*(?:(?:tháng|quý)\s+)?(?:\d{1,2}|[IVX]+)(?!\d|\s*\/\s*\d{1,2}\/))*(?:\s*(?:\/|-|,?\s*năm)\s*\d{4})?/iu;
const SECTION_WORDS =
  /^(nhiem vu|cong viec|cong tac|noi dung|hoat dong|viec|hoan thanh|thuc hien|trien khai|trong|cac|nhung|trong tam|phai|can|thoi gian|den het|muc|nhom|[\s:.,;()–-])*$/;

/** Without a column of deadlines the section may say the time: "THÁNG 4/2025", "Nhiệm vụ hoàn thành trong quý I/2025". */
function timeOfSection(layout: TableLayout, path: readonly Level[]): SourcedText | null {
  for (const { title, row } of [...path].reverse()) {
    const time = SECTION_TIME.exec(title)?.[0];
    if (time === undefined || !SECTION_WORDS.test(searchKey(title.replace(time, " ")))) continue;
    const { view, header } = layout;
    let column = header.left;
    while (column < header.right - 1 && !view.text(row, column).includes(time)) column++;
    return sourced(layout, time, row, column, true);
  }
  return null;
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

/** The deadline of a row that marks it in columns of months or quarters, with the cells that say so. */
function readSchedule(
  layout: TableLayout,
  lines: readonly number[],
  group: number | null,
): SourcedText {
  const own = lines.flatMap((row) => scheduleCells(layout, row));
  const fromGroup = own.length === 0 && group !== null ? scheduleCells(layout, group) : [];
  const cells = own.length > 0 ? own : fromGroup;
  const first = cells[0];
  const [column = 0] = layout.schedule.keys();
  if (!first) return sourced(layout, "", lines[0] ?? 0, column, false);
  const inherited = cells === fromGroup || cells.every((cell) => cell.row < (lines[0] ?? 0));
  return {
    ...sourced(layout, composeSchedule(cells), first.row, first.column, inherited),
    columns: [...new Set(cells.map((cell) => layout.view.grid.column + cell.column))],
  };
}

function scheduleCells(
  layout: TableLayout,
  row: number,
): (ScheduleCell & { readonly row: number; readonly column: number })[] {
  const { view, schedule } = layout;
  return [...schedule].flatMap(([column, period]) => {
    const area = view.merged(row, column);
    if (area && (area.column < column || area.row <= layout.header.bottom)) return [];
    const at = area ? area.row : row;
    const text = view.text(at, column);
    if (text === "") return [];
    const covered = area ? area.column + area.columns - 1 : column;
    return [{ text, period, last: schedule.get(covered) ?? period, row: at, column }];
  });
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
