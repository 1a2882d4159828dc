import { mergedFromAbove, numberColumn, ownCells, type TableLayout } from "./layout";
import { isNumbering } from "./header-rows";
import { isNote, isSignature, isTotal } from "./row-marks";
import { NO_RANK, sketchRows, type RowSketch } from "./row-sketch";
import type { RowKind } from "./types";

/** A row stands over others only when they come this soon. */
const NEAR = 6;
/** After a signature so many rows without a task end the table. */
const AFTER_SIGNATURE = 40;

/** Every row from one up to another (under the header) with its kind, in order; each exactly once. */
export function readRows(layout: TableLayout, from: number, to: number): readonly RowSketch[] {
  const sketches = sketchRows(layout, from, to);
  const end = endOfTable(layout, sketches);
  const table = sketches.slice(0, end);
  let signed = false;
  let seenTask = false;
  sketches.forEach((one, index) => {
    if (index < end) {
      one.kind = kindOf(layout, table, index, seenTask);
      if (one.kind === "task" || one.kind === "group" || one.kind === "section") seenTask = true;
      return;
    }
    signed ||= isSignature(layout, one);
    one.kind = afterTable(layout, one, signed);
  });
  return sketches;
}

/** Index of the first row after the table: what follows are totals, notes, signatures and blanks. */
function endOfTable(layout: TableLayout, sketches: readonly RowSketch[]): number {
  const never = sketches.length + AFTER_SIGNATURE + 1;
  const nextSure = new Int32Array(sketches.length + 1).fill(never);
  for (let index = sketches.length - 1; index >= 0; index--) {
    const one = sketches[index];
    nextSure[index] = one && isSurelyTask(layout, one) ? index : (nextSure[index + 1] ?? never);
  }
  let end = 0;
  for (let index = 0; index < sketches.length; index++) {
    const one = sketches[index];
    if (!one) continue;
    if (isSignature(layout, one)) {
      if ((nextSure[index] ?? never) - index > AFTER_SIGNATURE) return end;
    } else if (
      (looksLikeTask(layout, one) && !isHeading(layout, one)) ||
      one.inherited > 0 ||
      (index === end && (runsOn(layout, one) || endsSentence(layout, one)))
    ) {
      end = index + 1;
    }
  }
  return end;
}

function looksLikeTask(layout: TableLayout, one: RowSketch): boolean {
  if (one.filled === 0 || isSignature(layout, one)) return false;
  if (isNumbered(one)) return true;
  if (one.words === "" || one.follow === 0) return false;
  return one.follow > 1 || layout.view.text(one.row, layout.task) !== "";
}

/** Numbered, or where the table has no numbers, with who and when: no line of a signature looks so. */
function isSurelyTask(layout: TableLayout, one: RowSketch): boolean {
  if (one.words === "" || isSignature(layout, one)) return false;
  return isNumbered(one) || (layout.number === null && one.follow > 1);
}

/** "III. TỔ CHỨC THỰC HIỆN" across the table: belongs to it only when tasks follow. */
function isHeading(layout: TableLayout, one: RowSketch): boolean {
  if (one.whoWhen > 0 || one.inherited > 0) return false;
  const column = numberColumn(layout, one.row);
  const first = column === null ? "" : layout.view.text(one.row, column);
  return one.spans || (one.filled === 1 && /\p{L}{3}/u.test(first));
}

function isNumbered(one: RowSketch): boolean {
  const style = one.number?.style;
  return one.hasNumberCell && style !== undefined && style !== "bullet" && style !== "bracket";
}

/** A line of a list or of a sentence right under the last task still belongs to it. */
function runsOn(layout: TableLayout, one: RowSketch): boolean {
  return (
    !one.hasNumberCell &&
    !one.spans &&
    layout.view.text(one.row, layout.task) !== "" &&
    (isBulleted(one.words) || /^\p{Ll}/u.test(one.words)) &&
    !isNote(layout, one)
  );
}

/** Cells under the last task that end what its cells left open: "Tháng 11/2024 -" over "Tháng 02/2025". */
function endsSentence(layout: TableLayout, one: RowSketch): boolean {
  if (one.filled === 0 || one.filled !== one.follow) return false;
  return layout.followed.every((column) => {
    const text = layout.view.text(one.row, column);
    const above = layout.view.text(one.row - 1, column);
    return text === "" || (above !== "" && (/[-–,;:/(]$/.test(above) || /^\p{Ll}/u.test(text)));
  });
}

function afterTable(layout: TableLayout, one: RowSketch, signed: boolean): RowKind {
  if (one.filled === 0) return layout.view.filled(one.row) === 0 ? "blank" : "note";
  if (isTotal(layout, one)) return "total";
  return signed && !isNote(layout, one) ? "signature" : "note";
}

function kindOf(
  layout: TableLayout,
  sketches: readonly RowSketch[],
  index: number,
  seenTask: boolean,
): RowKind {
  const one = sketches[index];
  if (!one) return "blank";
  const before = lastFilled(sketches, index);
  const inBlock = insideOneTask(layout, one, before);
  if (before?.kind === "repeated-header" && isUnder(layout, one)) return "repeated-header";
  if (one.filled === 0) {
    if (inBlock) return "continuation";
    return layout.view.filled(one.row) === 0 ? "blank" : "note";
  }
  if (one.aside) {
    if (!isNumbering(layout, one.row)) return "repeated-header";
    if (!seenTask || before?.kind === "repeated-header") return "numbering";
  }
  if (isTotal(layout, one)) return "total";
  if (isSignature(layout, one) && one.inherited === 0) return "signature";
  if (inBlock) return "continuation";
  if (one.words === "") {
    if (one.hasNumberCell && one.filled === 1) return "number-only";
    if (!one.hasNumberCell && one.follow > 0 && before && isPartOfTask(before))
      return "continuation";
    return one.follow > 0 ? "task" : "note";
  }
  if (isNote(layout, one) && one.follow === 0 && !one.hasNumberCell) return "note";
  const child = childOf(sketches, index);
  if (one.follow === 0 && one.inherited === 0)
    return blankBeside(layout, one, before, child, sketches[index + 1]);
  return filledBeside(layout, one, before, child);
}

/** A row with words and with cells of its own, or merged from above, that say who, what or when. */
function filledBeside(
  layout: TableLayout,
  one: RowSketch,
  before: RowSketch | undefined,
  child: RowSketch | undefined,
): RowKind {
  const style = one.number?.style;
  if (style === undefined || style === "bullet") {
    const lower = /^\p{Ll}/u.test(one.words);
    const bullet = style === "bullet" || isBulleted(one.words);
    const quiet = one.follow === 0 || (lower && ownCells(layout, one.row, layout.deadlines) === 0);
    const more = (bullet || lower) && quiet && (!one.hasNumberCell || style === "bullet");
    return more && before && isPartOfTask(before) ? "continuation" : "task";
  }
  if (!child) return "task";
  if ((style === "roman" || style === "capital") && one.whoWhen === 0 && one.inherited === 0)
    return "section";
  return child.number?.style !== "bullet" || child.whoWhen > 0 ? "group" : "task";
}

/** A row with words only: a section, a task that nobody was given yet, or more text of the row above. */
function blankBeside(
  layout: TableLayout,
  one: RowSketch,
  before: RowSketch | undefined,
  child: RowSketch | undefined,
  next: RowSketch | undefined,
): RowKind {
  const style = one.number?.style;
  const more = before !== undefined && isPartOfTask(before);
  const bullet = style === "bullet" || isBulleted(one.words);
  const upper = one.words === one.words.toUpperCase() && /\p{L}{2}/u.test(one.words);
  if (one.spans || (upper && !bullet)) return "section";
  if (style === "roman" || style === "capital") return "section";
  if (bullet) return more ? "continuation" : child ? "section" : "task";
  if (style !== undefined && child) return "section";
  if (style !== undefined && isUnnumberedTask(next)) return "section";
  if (style !== undefined && (one.hasNumberCell || layout.number === null)) return "task";
  if (/^\p{Ll}/u.test(one.words)) return more ? "continuation" : "section";
  if (more && layout.number !== null && !startsBlock(one, next)) return "continuation";
  return next !== undefined && next.filled > 0 ? "section" : more ? "continuation" : "note";
}

function isUnnumberedTask(next: RowSketch | undefined): boolean {
  return (
    next !== undefined &&
    next.number === null &&
    next.words !== "" &&
    next.whoWhen > 0 &&
    !/^\p{Ll}/u.test(next.words)
  );
}

function isBulleted(words: string): boolean {
  return /^[-–+•]/u.test(words);
}

function isPartOfTask(one: RowSketch): boolean {
  return one.kind === "task" || one.kind === "continuation" || one.kind === "group";
}

/** Unnumbered words stand over rows when the next row starts a list again. */
function startsBlock(one: RowSketch, next: RowSketch | undefined): boolean {
  if (!next || /[;.,]$/.test(one.words)) return false;
  return /:$/.test(one.words) || (next.number?.ordinal === 1 && next.hasNumberCell);
}

/** The next numbered row when it is deeper and nothing that spans the table comes between. */
function childOf(sketches: readonly RowSketch[], index: number): RowSketch | undefined {
  const one = sketches[index];
  if (!one || one.rank >= NO_RANK) return undefined;
  for (let at = index + 1; at < sketches.length && at <= index + NEAR; at++) {
    const next = sketches[at];
    if (!next || next.filled === 0 || next.aside) continue;
    if (next.spans && next.number === null) return undefined;
    if (next.rank < NO_RANK) return next.rank > one.rank ? next : undefined;
  }
  return undefined;
}

/** A tall cell of the row above reaches into this one. */
function isUnder(layout: TableLayout, one: RowSketch): boolean {
  for (let column = layout.header.left; column < layout.header.right; column++) {
    if (mergedFromAbove(layout, one.row, column)) return true;
  }
  return false;
}

/** The row above that is not blank. */
function lastFilled(sketches: readonly RowSketch[], index: number): RowSketch | undefined {
  const before = sketches[index - 1];
  return before?.kind === "blank" ? sketches[index - 2] : before;
}

/** Rows of one task: its number or its words are merged over them, and no date of its own makes it another task. */
function insideOneTask(
  layout: TableLayout,
  one: RowSketch,
  before: RowSketch | undefined,
): boolean {
  if (!before || !isPartOfTask(before)) return false;
  if (one.hasNumberCell) return false;
  const byTask = mergedFromAbove(layout, one.row, layout.task);
  if (byTask && byTask.columns <= 2) return true;
  if (layout.number === null) return false;
  const byNumber = mergedFromAbove(layout, one.row, layout.number);
  if (!byNumber || byNumber.columns > 2) return false;
  const ownTask = layout.view.text(one.row, layout.task) !== "";
  const separate =
    layout.deadlines.length > 0 ? ownCells(layout, one.row, layout.deadlines) : one.follow;
  return !(ownTask && separate > 0);
}
