import { comparisonKey, searchKey } from "../text";
import { leadingNumber, parseNumber, type NumberStyle, type RowNumber } from "./numbering";
import { inheritedCells, mergedFromAbove, ownCells, type TableLayout } from "./layout";
import type { RowKind } from "./types";

/** One row under the header with all that telling its kind needs. Rows count within the view. */
export interface RowSketch {
  readonly row: number;
  kind: RowKind;
  /** Number of the row as read, from its own cell or from the start of its text. */
  readonly number: RowNumber | null;
  /** The words of the row: the task cell, or the one cell that spans the table, without a leading number. */
  readonly words: string;
  /** Filled cells of its own that say who, what or when. */
  readonly follow: number;
  /** The same from merged cells that began above. */
  readonly inherited: number;
  /** Depth in the numbering, outermost smallest; 99 when it has no number. */
  rank: number;
}

const TOTAL =
  /^(tong( cong| so)?|cong( tong)?)\b\s*(\(?[ivx\d+. )(-]*\)?|:.*|so nhiem vu.*|nhiem vu.*|chung)?$/;
const NOTE = /^(\(?\*+\)?|ghi chu|luu y|chu thich|chu giai|note)\s*[:.*]?/;
const SIGNATURE =
  /^(noi nhan|nguoi lap|lap bieu|thu truong|(kt|tl|tm|tuq|q)\s*\.|truong ban|chu tich|pho chu tich|giam doc|chanh van phong|truong phong|bo truong|thu truong don vi|\(?ky,? |ky ten|\(da ky|nguoi phe duyet|phe duyet$|xac nhan)|,? ?ngay\s*(\d{1,2}|\.*|…*)\s*thang\s*(\d{1,2}|\.*|…*)\s*nam/;
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
const NO_RANK = 99;

/** Every row under the header with its kind, in order; each exactly once. */
export function readRows(layout: TableLayout): readonly RowSketch[] {
  const { view, header } = layout;
  const sketches: RowSketch[] = [];
  for (let row = header.bottom + 1; row < view.rows; row++) sketches.push(sketch(layout, row));
  settleRanks(sketches);
  const end = endOfTable(layout, sketches);
  const nextNumbered = nextWithText(sketches, end);
  const repeated = headerKeys(layout);
  let seenTask = false;
  for (let index = 0; index < sketches.length; index++) {
    const current = sketches[index];
    if (!current) continue;
    if (index >= end) {
      current.kind = afterTable(layout, sketches, index, end);
      continue;
    }
    current.kind = kindOf(layout, sketches, index, nextNumbered[index] ?? -1, repeated, seenTask);
    if (current.kind === "task" || current.kind === "group") seenTask = true;
    if (current.kind === "section") seenTask = true;
  }
  return sketches;
}

function sketch(layout: TableLayout, row: number): RowSketch {
  const { view, number, task } = layout;
  const numberText = number === null ? "" : view.text(row, number);
  const own = numberText === "" ? null : parseNumber(numberText);
  let words = view.text(row, task);
  // A number cell that holds words: a section written from the first column on.
  if (words === "" && numberText !== "" && !own) words = numberText;
  if (words === "" && (numberText === "" || own)) words = spanningText(layout, row);
  const leading = own ? null : leadingNumber(words);
  return {
    row,
    kind: "blank",
    number: own ?? leading?.number ?? null,
    words: leading ? leading.rest : words,
    follow: ownFollow(layout, row),
    inherited: inheritedCells(layout, row, layout.followed),
    rank: NO_RANK,
  };
}

/** The text of a cell merged across most of the table, or of the only filled cell of the row. */
function spanningText(layout: TableLayout, row: number): string {
  const { view, header } = layout;
  const width = header.right - header.left;
  let only = "";
  let count = 0;
  for (let column = 0; column < view.columns; column++) {
    if (column === layout.number) continue;
    const text = view.text(row, column);
    if (text === "") continue;
    const area = view.merged(row, column);
    if (area && area.columns >= Math.max(2, width / 2)) return text;
    only = text;
    count++;
  }
  return count === 1 && !layout.followed.some((column) => view.text(row, column) !== "")
    ? only
    : "";
}

/** Filled cells that say who, what or when; one that spans the task column too is the section's own text. */
function ownFollow(layout: TableLayout, row: number): number {
  let count = 0;
  for (const column of layout.followed) {
    if (layout.view.text(row, column) === "") continue;
    const area = layout.view.merged(row, column);
    const spans =
      area !== null && area.columns >= Math.max(3, (layout.header.right - layout.header.left) / 2);
    if (!spans) count++;
  }
  return count;
}

/** Gives every numbered row its depth: capitals or Roman numbers first, as the sheet has it; dotted ones by their parts. */
function settleRanks(sketches: readonly RowSketch[]): void {
  const firstRoman = sketches.findIndex((one) => one.number?.style === "roman");
  const firstCapital = sketches.findIndex((one) => one.number?.style === "capital");
  const romanOuter = firstRoman >= 0 && (firstCapital < 0 || firstRoman < firstCapital);
  for (const one of sketches) {
    if (!one.number) continue;
    const { style, parts } = one.number;
    if (style === "roman") one.rank = romanOuter ? 1 : 2;
    else if (style === "capital") one.rank = romanOuter ? 2 : 1;
    else one.rank = RANK[style] + (style === "dotted" ? parts - 1 : 0);
  }
}

/** Index of the first row after the table: what follows are notes, signatures and blanks. */
function endOfTable(layout: TableLayout, sketches: readonly RowSketch[]): number {
  let last = -1;
  for (let index = 0; index < sketches.length; index++) {
    const one = sketches[index];
    if (!one) continue;
    if (isSignature(layout, one)) {
      const later = sketches
        .slice(index + 1, index + 40)
        .some((next) => looksLikeTask(layout, next));
      if (!later) return index;
      continue;
    }
    if (looksLikeTask(layout, one) || one.inherited > 0) last = index;
  }
  return last + 1;
}

function looksLikeTask(layout: TableLayout, one: RowSketch): boolean {
  if (isSignature(layout, one)) return false;
  const numbered =
    layout.number !== null &&
    layout.view.text(one.row, layout.number) !== "" &&
    one.number !== null;
  const hasTask = layout.view.text(one.row, layout.task) !== "";
  return (
    (numbered && one.number?.style !== "bullet") ||
    (hasTask && one.follow > 0) ||
    (one.follow > 1 && one.words !== "")
  );
}

function isSignature(layout: TableLayout, one: RowSketch): boolean {
  if (layout.number !== null && one.number && layout.view.text(one.row, layout.number) !== "")
    return false;
  for (let column = 0; column < layout.view.columns; column++) {
    const text = layout.view.text(one.row, column);
    if (text === "" || text.length > 90) continue;
    if (SIGNATURE.test(searchKey(text))) {
      const area = layout.view.merged(one.row, column);
      const inFollowed = layout.followed.includes(column) && !area;
      const title =
        text === text.toUpperCase() ||
        /^(nơi nhận|\(?ký)/iu.test(text) ||
        /ngày.*tháng.*năm/iu.test(text);
      const hasTask = layout.view.text(one.row, layout.task) !== "" && column !== layout.task;
      if (
        title &&
        !(inFollowed && hasTask && !/nơi nhận/iu.test(layout.view.text(one.row, layout.task)))
      )
        return true;
    }
  }
  return false;
}

function afterTable(
  layout: TableLayout,
  sketches: readonly RowSketch[],
  index: number,
  end: number,
): RowKind {
  const one = sketches[index];
  if (!one || layout.view.filled(one.row) === 0) return "blank";
  const first = firstText(layout, one.row);
  if (TOTAL.test(searchKey(first))) return "total";
  for (let before = end; before <= index; before++) {
    const earlier = sketches[before];
    if (earlier && isSignature(layout, earlier))
      return NOTE.test(searchKey(first)) ? "note" : "signature";
  }
  return "note";
}

function kindOf(
  layout: TableLayout,
  sketches: readonly RowSketch[],
  index: number,
  next: number,
  repeated: ReadonlySet<string>,
  seenTask: boolean,
): RowKind {
  const one = sketches[index];
  if (!one) return "blank";
  const { view } = layout;
  const filled = view.filled(one.row);
  const inBlock = insideOneTask(layout, one, sketches[index - 1]);
  if (filled === 0) return inBlock ? "continuation" : "blank";
  if (
    isNumbering(layout, one.row) &&
    (!seenTask || sketches[index - 1]?.kind === "repeated-header")
  ) {
    return "numbering";
  }
  if (repeatsHeader(layout, one.row, repeated)) return "repeated-header";
  const first = firstText(layout, one.row);
  const key = searchKey(first);
  if (TOTAL.test(key)) return "total";
  if (inBlock) return "continuation";
  const hasNumberCell = layout.number !== null && view.text(one.row, layout.number) !== "";
  if (one.words === "") {
    if (hasNumberCell && filled === 1) return "number-only";
    if (!hasNumberCell && one.follow > 0 && seenTask) return "continuation";
    return one.follow > 0 ? "task" : "note";
  }
  if (NOTE.test(key) && one.follow === 0 && !hasNumberCell) return "note";
  const following = sketches[next];
  const deeperNext = following !== undefined && following.rank > one.rank && one.rank < NO_RANK;
  if (one.follow === 0 && one.inherited === 0)
    return blankBeside(layout, one, following, sketches[index - 1]);
  if (one.number === null || one.number.style === "bullet") {
    const bullet = one.number?.style === "bullet" || /^[-–+•*]/u.test(one.words);
    const lower = /^\p{Ll}/u.test(one.words);
    const quiet =
      ownCells(layout, one.row, layout.followed) === 0 ||
      (lower && ownCells(layout, one.row, layout.deadlines) === 0);
    if ((bullet || lower) && quiet && seenTask && !hasNumberCell) return "continuation";
    return "task";
  }
  if (deeperNext && following.number?.style !== "bullet" && following.row - one.row <= 3)
    return "group";
  return "task";
}

/** A row with words only: a section, a task that nobody was given yet, or more text of the row above. */
function blankBeside(
  layout: TableLayout,
  one: RowSketch,
  following: RowSketch | undefined,
  before: RowSketch | undefined,
): RowKind {
  const { view, header } = layout;
  const spanned = spans(layout, one.row);
  const hasNumberCell = layout.number !== null && view.text(one.row, layout.number) !== "";
  const upper = one.words === one.words.toUpperCase() && /\p{L}{2}/u.test(one.words);
  if (spanned || upper) return "section";
  if (one.number) {
    const { style } = one.number;
    if (style === "roman" || style === "capital") return "section";
    if (style !== "bullet" && following && following.rank > one.rank && following.rank < NO_RANK)
      return "section";
    if (hasNumberCell && style !== "bullet") return "task";
    if (style === "bullet" && before && isPartOfTask(before)) return "continuation";
  }
  const lower = /^\p{Ll}|^[-–+•*]/u.test(one.words);
  if (
    before &&
    isPartOfTask(before) &&
    (lower || layout.number !== null) &&
    !startsBlock(one, following)
  ) {
    return "continuation";
  }
  if (following && following.row > header.bottom) return "section";
  return before && isPartOfTask(before) ? "continuation" : "note";
}

function isPartOfTask(one: RowSketch): boolean {
  return one.kind === "task" || one.kind === "continuation" || one.kind === "group";
}

/** Unnumbered words stand over rows when the next row starts a list again. */
function startsBlock(one: RowSketch, following: RowSketch | undefined): boolean {
  if (!following || /^\p{Ll}|^[-–+•*]/u.test(one.words) || /[;.]$/.test(one.words)) return false;
  return /:$/.test(one.words) || following.number?.ordinal === 1;
}

function spans(layout: TableLayout, row: number): boolean {
  const width = layout.header.right - layout.header.left;
  for (let column = layout.header.left; column < layout.header.right; column++) {
    const area = layout.view.merged(row, column);
    if (area && area.row === row && area.columns >= Math.max(3, width / 2)) return true;
  }
  return false;
}

/** Rows of one task: its number or its words are merged over them, and no date of its own makes it another task. */
function insideOneTask(
  layout: TableLayout,
  one: RowSketch,
  before: RowSketch | undefined,
): boolean {
  if (!before || !isPartOfTask(before)) return false;
  const byTask = mergedFromAbove(layout, one.row, layout.task);
  if (byTask && byTask.columns <= 2) {
    return layout.number === null || layout.view.text(one.row, layout.number) === "";
  }
  if (layout.number === null) return false;
  const byNumber = mergedFromAbove(layout, one.row, layout.number);
  if (!byNumber || byNumber.columns > 2) return false;
  const ownTask = layout.view.text(one.row, layout.task) !== "";
  const ownTime = ownCells(layout, one.row, layout.deadlines) > 0;
  const ownFollow = ownCells(layout, one.row, layout.followed) > 0;
  return !(ownTask && (layout.deadlines.length > 0 ? ownTime : ownFollow));
}

function isNumbering(layout: TableLayout, row: number): boolean {
  const { view, header } = layout;
  let filled = 0;
  let numbers = 0;
  for (let column = header.left; column < header.right; column++) {
    const text = view.text(row, column);
    if (text === "") continue;
    filled++;
    if (/^\(?\s*(\d{1,2}|[A-ZĐ])\s*\)?(\s*=.*)?$/u.test(text)) numbers++;
  }
  return filled >= 3 && numbers === filled && filled >= (header.right - header.left) / 2;
}

function headerKeys(layout: TableLayout): ReadonlySet<string> {
  const keys = new Set<string>();
  const { view, header } = layout;
  for (let row = header.top; row <= header.bottom; row++) {
    for (let column = header.left; column < header.right; column++) {
      const text = view.text(row, column);
      if (text !== "") keys.add(`${column}:${comparisonKey(text)}`);
    }
  }
  return keys;
}

function repeatsHeader(layout: TableLayout, row: number, keys: ReadonlySet<string>): boolean {
  let filled = 0;
  let same = 0;
  for (let column = layout.header.left; column < layout.header.right; column++) {
    const text = layout.view.text(row, column);
    if (text === "") continue;
    filled++;
    if (text.length <= 130 && keys.has(`${column}:${comparisonKey(text)}`)) same++;
  }
  return filled >= 2 && same >= filled * 0.7;
}

function firstText(layout: TableLayout, row: number): string {
  for (let column = 0; column < layout.view.columns; column++) {
    const text = layout.view.text(row, column);
    if (text !== "" && !(column === layout.number && parseNumber(text))) return text;
  }
  return "";
}

/** For each row the index of the next one with words, before the end of the table; -1 when none. */
function nextWithText(sketches: readonly RowSketch[], end: number): Int32Array {
  const next = new Int32Array(sketches.length).fill(-1);
  let known = -1;
  for (let index = Math.min(end, sketches.length) - 1; index >= 0; index--) {
    next[index] = known;
    if (sketches[index]?.words !== "") known = index;
  }
  return next;
}
