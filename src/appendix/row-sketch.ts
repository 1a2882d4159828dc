import { headerKeys, isNumbering, repeatsHeader } from "./header-rows";
import { inheritedCells, numberColumn, ownCells, type TableLayout } from "./layout";
import { leadingNumber, parseNumber, type NumberStyle, type RowNumber } from "./numbering";
import type { RowKind } from "./types";

/** One row under the header with all that telling its kind needs. Rows count within the view. */
export interface RowSketch {
  readonly row: number;
  kind: RowKind;
  /** Filled cells of the row within the table. */
  readonly filled: number;
  /** Number of the row as read, from its own cell or from the start of its text. */
  readonly number: RowNumber | null;
  /** The number stands in the number column. */
  readonly hasNumberCell: boolean;
  /** The words of the row: the task cell, or the one cell that spans the table, without a leading number. */
  readonly words: string;
  /** Filled cells of its own that say who, what or when. */
  readonly follow: number;
  /** Filled cells of its own that say who or when. */
  readonly whoWhen: number;
  /** Cells that say who, what or when in a merged cell that began above. */
  readonly inherited: number;
  /** One cell is merged across most of the table. */
  readonly spans: boolean;
  /** Numbers the columns or repeats the header: no row of the list. */
  readonly aside: boolean;
  /** Depth in the numbering, outermost smallest; `NO_RANK` when it has no number. */
  rank: number;
}

export const NO_RANK = 99;
const RANK: Readonly<Record<NumberStyle, number>> = {
  capital: 1,
  roman: 2,
  arabic: 10,
  dotted: 10,
  code: 10,
  "small-letter": 30,
  bracket: 30,
  bullet: 40,
};

/** Sketches of the rows from one row up to another, with the depths of their numbers. */
export function sketchRows(layout: TableLayout, from: number, to: number): RowSketch[] {
  const sketches: RowSketch[] = [];
  const keys = headerKeys(layout);
  for (let row = from; row < to; row++) sketches.push(sketchRow(layout, row, keys));
  settleRanks(sketches);
  return sketches;
}

function sketchRow(layout: TableLayout, row: number, keys: ReadonlySet<string>): RowSketch {
  const { view, header, task } = layout;
  const number = numberColumn(layout, row);
  const numberText = number === null ? "" : view.text(row, number);
  const own = numberText === "" ? null : parseNumber(numberText);
  let filled = 0;
  for (let column = header.left; column < header.right; column++) {
    if (view.text(row, column) !== "") filled++;
  }
  let words = view.text(row, task);
  // "1 | CÔNG TÁC CHỈ ĐẠO" in the column of fields or criteria, over the tasks in their own.
  if (words === "") words = fieldWords(layout, row);
  // A number cell that holds words: a section written from the first column on.
  if (words === "" && numberText !== "" && !own) words = numberText;
  if (words === "") words = spanningText(layout, row, filled);
  // "PHỤ LỤC II", "Phần I" alone in the row are its words too.
  if (words === "" && filled === 1 && /\p{L}{3}/u.test(numberText)) words = numberText;
  const leading = own?.style === "arabic" || !own ? leadingNumber(words) : null;
  // "1 | Quy hoạch | 1.1. Có quy hoạch chung": the words number themselves below the number beside them.
  const inner =
    leading?.number.style === "dotted" && leading.number.text.startsWith(`${own?.text ?? ""}.`);
  return {
    row,
    kind: "blank",
    filled,
    number: inner ? leading.number : (own ?? leading?.number ?? null),
    hasNumberCell: numberText !== "",
    words: leading && (inner || !own) ? leading.rest : words,
    follow: filled === 0 ? 0 : ownFollow(layout, row),
    whoWhen: filled === 0 ? 0 : ownCells(layout, row, layout.whoWhen),
    inherited: inheritedCells(layout, row, layout.followed),
    spans: spans(layout, row),
    aside: filled > 1 && (isNumbering(layout, row) || repeatsHeader(layout, row, filled, keys)),
    rank: NO_RANK,
  };
}

function fieldWords(layout: TableLayout, row: number): string {
  if (ownCells(layout, row, layout.whoWhen) > 0) return "";
  const column = (layout.columns.get("field") ?? []).find(
    (one) => layout.view.text(row, one) !== "",
  );
  return column === undefined ? "" : layout.view.text(row, column);
}

/** The text of a cell merged across most of the table, or of the only filled cell beside the number. */
function spanningText(layout: TableLayout, row: number, filled: number): string {
  if (filled === 0) return "";
  const { view, header } = layout;
  let only = "";
  let count = 0;
  for (let column = header.left; column < header.right; column++) {
    if (layout.numbers.includes(column)) continue;
    const text = view.text(row, column);
    if (text === "") continue;
    const area = view.merged(row, column);
    if (area && area.columns >= wide(layout, 2)) return text;
    if (layout.followed.includes(column)) return "";
    only = text;
    count++;
  }
  return count === 1 ? only : "";
}

/** Filled cells that say who, what or when; one that spans the table is the section's own text. */
function ownFollow(layout: TableLayout, row: number): number {
  let count = 0;
  for (const column of layout.followed) {
    if (layout.view.text(row, column) === "") continue;
    const area = layout.view.merged(row, column);
    if (area === null || area.columns < wide(layout, 3)) count++;
  }
  return count;
}

function spans(layout: TableLayout, row: number): boolean {
  for (let column = layout.header.left; column < layout.header.right; column++) {
    const area = layout.view.merged(row, column);
    if (area && area.row === row && area.columns >= wide(layout, 3)) return true;
  }
  return false;
}

/** Columns that a cell must cover to count as one across the table. */
function wide(layout: TableLayout, least: number): number {
  return Math.max(least, (layout.header.right - layout.header.left) / 2);
}

/** Gives every numbered row its depth: capitals or Roman numbers first, as the sheet has it; dotted ones by their parts. */
function settleRanks(sketches: readonly RowSketch[]): void {
  const named = sketches.filter((one) => one.number !== null && one.words !== "" && !one.aside);
  const first = (style: NumberStyle) => named.findIndex((one) => one.number?.style === style);
  const roman = first("roman");
  const capital = first("capital");
  const romanOuter = roman >= 0 && (capital < 0 || roman < capital);
  const lettersOuter = named.some(
    (one, index) =>
      one.number?.style === "small-letter" &&
      one.follow === 0 &&
      named[index + 1]?.number?.style === "arabic" &&
      named[index + 1]?.number?.ordinal === 1,
  );
  for (const one of sketches) {
    if (!one.number) continue;
    const { style, parts } = one.number;
    if (style === "roman") one.rank = romanOuter ? 1 : 2;
    else if (style === "capital") one.rank = romanOuter ? 2 : 1;
    else if (style === "small-letter" && lettersOuter) one.rank = 5;
    else one.rank = RANK[style] + (style === "dotted" ? parts - 1 : 0);
  }
}
