import { comparisonKey } from "../text";
import { columnVotes, headerKey, headerVotes, pairVotes } from "./header-words";
import { leadingNumber, parseNumber } from "./numbering";
import { headerPeriod } from "./schedule";
import type { ColumnRole } from "./types";
import type { SheetView } from "./view";

/** Where a table's header stands, in view coordinates. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Words of each column from `left`, of all header rows, joined by " – ". */
  readonly words: readonly string[];
  /** How sure it is that this is the header of a plan's table; 0 for a list of something else. */
  readonly score: number;
}

/** Longer texts are prose, not the words of a header. */
const LONGEST_WORDS = 130;
/** Rows looked at for a header before giving up on a far-away one. */
const SEARCHED_ROWS = 400;
const HIGHEST_HEADER = 4;
/** What a plan's table must have something of, besides the task. */
const FOLLOWED: readonly ColumnRole[] = [
  "lead",
  "support",
  "owner",
  "deadline",
  "product",
  "finished",
];

/** All header blocks of a sheet, from top to bottom; tables side by side from left to right. */
export function findHeaders(view: SheetView): readonly HeaderBlock[] {
  const found: HeaderBlock[] = [];
  for (let row = 0; row < view.rows; row++) {
    // Far down, or under a table, only a row that begins like a header is looked at closely.
    const closely = found.length === 0 && row < SEARCHED_ROWS;
    if (!closely && !beginsLikeHeader(view, row)) continue;
    const list = !closely && beginsAnotherList(view, row);
    if (!list && rowScore(view, row, 0, view.columns) < 1.6) continue;
    for (const block of blocksAt(view, row)) {
      found.push(block);
      row = Math.max(row, block.bottom);
    }
  }
  return found;
}

function beginsLikeHeader(view: SheetView, row: number): boolean {
  for (let column = 0; column < view.columns; column++) {
    const text = view.text(row, column);
    if (text !== "")
      return text.length <= 60 && !/^[\d(-]/.test(text) && headerVotes(text).length > 0;
  }
  return false;
}

/** "STT | Họ và tên | Chức vụ | …": under a table no row of it begins so; the list below is another one. */
function beginsAnotherList(view: SheetView, row: number): boolean {
  let words = 0;
  for (let column = 0; column < view.columns; column++) {
    const text = view.text(row, column);
    if (text === "") continue;
    if (words === 0 && headerVotes(text)[0]?.role !== "number") return false;
    if (text.length > 60 || /\d/.test(text) || view.serial(row, column) !== null) return false;
    words++;
  }
  return words >= 3;
}

/** The header that the officer named by its sheet rows (from 1). */
export function headerAt(view: SheetView, headerRows: readonly number[]): HeaderBlock | null {
  const rows = headerRows
    .map((row) => row - 1 - view.grid.row)
    .filter((row) => row >= 0 && row < view.rows);
  if (rows.length === 0) return null;
  const top = Math.min(...rows);
  const bottom = Math.max(...rows);
  const [left, right] = extent(view, top, bottom, 0, view.columns);
  return right > left ? describe(view, top, bottom, left, right) : null;
}

/** Adds up what the words of a row say, each role once. */
function rowScore(view: SheetView, row: number, left: number, right: number): number {
  const best = new Map<ColumnRole, number>();
  let filled = 0;
  let foreign = 0;
  for (let column = left; column < right; column++) {
    const text = view.text(row, column);
    if (text === "") continue;
    filled++;
    if (view.serial(row, column) !== null) foreign += 2;
    const votes = text.length <= LONGEST_WORDS ? headerVotes(text) : [];
    const vote = votes[0];
    if (!vote || text.length > 60) foreign++;
    if (vote) {
      const weight = vote.weight * (text.length > 60 ? 0.4 : 1);
      best.set(vote.role, Math.max(best.get(vote.role) ?? 0, weight));
    }
  }
  if (filled < 2) return 0;
  let sum = 0;
  for (const weight of best.values()) sum += weight;
  return sum - 0.35 * foreign;
}

function blocksAt(view: SheetView, row: number): HeaderBlock[] {
  let top = row;
  let bottom = row;
  while (bottom + 1 < view.rows && bottom - top + 1 < HIGHEST_HEADER && goesOn(view, top, bottom))
    bottom++;
  if (bottom + 1 < view.rows && isOfHints(view, bottom + 1)) bottom++;
  while (top > 0 && bottom - top + 1 < HIGHEST_HEADER && startsAbove(view, top, bottom)) top--;
  const [left, right] = extent(view, top, bottom, 0, view.columns);
  return sideBySide(view, top, bottom, left - (numbersBeside(view, bottom, left) ? 1 : 0), right)
    .map(([from, to]) => describe(view, top, bottom, from, to))
    .filter((block) => block.score > 0 || isNumbered(block));
}

/** A column of numbers without any header stands at the left of the table. */
function numbersBeside(view: SheetView, bottom: number, left: number): boolean {
  let numbers = 0;
  let others = 0;
  for (let row = bottom + 1; left > 0 && row < view.rows && row <= bottom + 30; row++) {
    const text = view.text(row, left - 1);
    if (text === "") continue;
    if (parseNumber(text) !== null && text.length <= 12) numbers++;
    else others++;
  }
  return numbers >= 2 && others <= numbers / 4;
}

/** The table begins with a column of numbers, as lists do. */
export function isNumbered(block: HeaderBlock): boolean {
  const vote = headerVotes(block.words[0] ?? "")[0];
  return vote?.role === "number" && vote.weight >= 0.9;
}

/** The row below still belongs to the header: a tall cell reaches into it, or it splits a wide one. */
function goesOn(view: SheetView, top: number, bottom: number): boolean {
  const next = bottom + 1;
  let known = 0;
  let unknown = 0;
  for (let column = 0; column < view.columns; column++) {
    const area = view.merged(next, column);
    if (area && area.row >= top && area.row <= bottom && area.row + area.rows > next) {
      return area.rows <= HIGHEST_HEADER;
    }
    const text = view.text(next, column);
    if (text === "") continue;
    const over = wideWordsOver(view, bottom, column);
    if (headerPeriod(`${over} – ${text}`) !== null || pairVotes(over, text) !== null) known++;
    else if (isOfList(view, next, column)) unknown += 2;
    else if (headerVotes(text).length > 0) known++;
    else unknown++;
  }
  if (known === 0 || unknown >= known) return false;
  // Words below words of the same column repeat the header or are data; a split fills what is blank or wide above.
  for (let column = 0; column < view.columns; column++) {
    if (view.text(next, column) === "" || view.text(bottom, column) === "") continue;
    const above = view.merged(bottom, column);
    const splits =
      (above !== null && above.columns > 1) ||
      (view.text(next, column + 1) !== "" && view.text(bottom, column + 1) === "");
    if (!splits) return false;
  }
  return true;
}

/** "(Nêu cụ thể)", "(Ghi rõ tên đơn vị)": says under the header how to fill the form in. */
function isOfHints(view: SheetView, row: number): boolean {
  let hints = 0;
  for (let column = 0; column < view.columns; column++) {
    const text = view.text(row, column);
    if (text === "") continue;
    if (!isHint(text)) return false;
    hints++;
  }
  return hints >= 2;
}

function isHint(text: string): boolean {
  return /^\([^()]*\p{L}{2}[^()]*\)$/u.test(text.trim());
}

/** A number, a date, a numbered or a long text: rows of the list have them, a header has not. */
function isOfList(view: SheetView, row: number, column: number): boolean {
  const text = view.text(row, column);
  return (
    parseNumber(text) !== null ||
    leadingNumber(text) !== null ||
    text.length > 60 ||
    view.serial(row, column) !== null
  );
}

/** Words that stand over several columns, this one among them; else "". */
function wideWordsOver(view: SheetView, row: number, column: number): string {
  const area = view.merged(row, column);
  if (area) return area.columns > 1 ? view.text(area.row, area.column) : "";
  let from = column;
  while (from > 0 && view.text(row, from) === "" && view.merged(row, from) === null) from--;
  const wide = from < column || view.text(row, column + 1) === "";
  return wide ? view.text(row, from) : "";
}

/** The row above belongs to the header: a tall or a wide cell of it stands over this one. */
function startsAbove(view: SheetView, top: number, bottom: number): boolean {
  const above = top - 1;
  let words = 0;
  let over = 0;
  for (let column = 0; column < view.columns; column++) {
    const area = view.merged(above, column);
    if (area && area.row + area.rows > top && area.row <= above) return area.rows <= HIGHEST_HEADER;
    const text = view.text(above, column);
    if (text === "") continue;
    if (isOfList(view, above, column)) return false;
    words += headerVotes(text).length > 0 ? 1 : 0;
    const wide = area !== null && area.columns > 1 && area.columns < view.columns - 1;
    over += wide || view.text(top, column) === "" ? 1 : 0;
  }
  return words >= 2 && over >= 1 && bottom - top < 2;
}

function extent(
  view: SheetView,
  top: number,
  bottom: number,
  from: number,
  to: number,
): [left: number, right: number] {
  let left = to;
  let right = from;
  for (let row = top; row <= bottom; row++) {
    for (let column = from; column < to; column++) {
      const area = view.merged(row, column);
      const filled =
        view.text(row, column) !== "" || (area !== null && view.text(area.row, area.column) !== "");
      if (!filled) continue;
      left = Math.min(left, column);
      right = Math.max(right, column + 1);
    }
  }
  return [left, right];
}

/** Two tables beside each other: parts between columns whose header is blank, each with words of its own. */
function sideBySide(
  view: SheetView,
  top: number,
  bottom: number,
  left: number,
  right: number,
): [number, number][] {
  const starts: number[] = [];
  for (let column = left; column < right; column++) {
    const votes = headerVotes(wordsOf(view, top, bottom, column, left));
    if (votes[0]?.role === "number" && votes[0].weight >= 0.9) {
      const before = starts[starts.length - 1];
      const merged = view.merged(bottom, column);
      const sameCell = merged !== null && before !== undefined && merged.column <= before;
      if (!sameCell && (before === undefined || column - before > 2)) starts.push(column);
    }
  }
  if (starts.length < 2) return [[left, right]];
  const parts: [number, number][] = [];
  starts.forEach((start, index) => {
    const from = index === 0 ? left : start;
    const next = starts[index + 1] ?? right;
    const [partLeft, partRight] = extent(view, top, bottom, from, next);
    if (partRight > partLeft) parts.push([partLeft, partRight]);
  });
  return parts;
}

function describe(
  view: SheetView,
  top: number,
  bottom: number,
  left: number,
  right: number,
): HeaderBlock {
  const words: string[] = [];
  for (let column = left; column < right; column++)
    words.push(wordsOf(view, top, bottom, column, left));
  return { top, bottom, left, right, words, score: blockScore(words) };
}

/** Words over a column, from the outer to the inner, without repetition. */
function wordsOf(
  view: SheetView,
  top: number,
  bottom: number,
  column: number,
  left: number,
): string {
  const parts: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const area = view.merged(row, column);
    let text = area ? view.text(area.row, area.column) : view.text(row, column);
    if (text === "" && !area && row < bottom) text = wordsFromLeft(view, row, bottom, column, left);
    const flat = text.replace(/\s+/g, " ");
    if (flat !== "" && !parts.some((part) => comparisonKey(part) === comparisonKey(flat)))
      parts.push(flat);
  }
  const said = parts.filter((part) => !isHint(part));
  return (said.length > 0 ? said : parts).join(" – ");
}

/** Without merges a wide cell stands over its first column only: the blank ones beside it belong to it. */
function wordsFromLeft(
  view: SheetView,
  row: number,
  bottom: number,
  column: number,
  left: number,
): string {
  if (view.text(row + 1, column) === "") return "";
  for (let before = column - 1; before >= left; before--) {
    if (view.text(row + 1, before) === "" || view.merged(row, before) !== null) return "";
    const text = view.text(row, before);
    if (text !== "") return bottom > row ? text : "";
  }
  return "";
}

function blockScore(words: readonly string[]): number {
  const best = new Map<ColumnRole, number>();
  for (const header of words) {
    for (const vote of columnVotes(header).slice(0, 1)) {
      best.set(vote.role, Math.max(best.get(vote.role) ?? 0, vote.weight));
    }
  }
  let sum = 0;
  for (const weight of best.values()) sum += weight;
  const hasTask = best.has("task") || best.has("field");
  const followed = FOLLOWED.filter((role) => best.has(role)).length;
  if (!hasTask && followed < 2) return 0;
  if (followed === 0) return 0;
  return sum + (hasTask ? 1 : 0);
}

/** Key of a header's words in their order, to know the same form again. */
export function fingerprintOf(words: readonly string[]): string {
  return words.map((header) => headerKey(header)).join("|");
}
