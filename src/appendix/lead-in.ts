import { searchKey } from "../text";
import type { HeaderBlock } from "./header";
import { leadingNumber } from "./numbering";
import { NO_RANK, type RowSketch } from "./row-sketch";
import type { SheetView } from "./view";

/** The lines right above a header that lead in to its table, in view coordinates. */
export interface LeadIn {
  /** First of these lines, or the header's first row when there is none. */
  readonly start: number;
  /** The line that names what the table holds: "II. Phòng Nghiệp vụ", "PHỤ LỤC II". */
  readonly title: RowSketch | null;
}

/** Lines looked at above a header. */
const REACH = 4;
const TITLE = /^(phu luc|bieu|bang|danh muc|phan|muc|chuong)\b/;

/** Finds the title of a table above its header: a line of one text that is numbered or named as titles are. */
export function readLeadIn(view: SheetView, header: HeaderBlock): LeadIn {
  let found: LeadIn = { start: header.top, title: null };
  for (let row = header.top - 1; row >= Math.max(0, header.top - REACH); row--) {
    const filled = view.filled(row);
    if (filled > 1 || (filled === 0 && found.title !== null)) break;
    const title = filled === 1 ? titleAt(view, row) : null;
    if (title) found = { start: row, title };
    else if (filled === 1 && found.title === null && !/^\(/.test(onlyText(view, row))) break;
  }
  return found;
}

/** Whether a title begins the numbering of a list of sections: "I. …", "A. …". */
export function beginsSections(title: RowSketch | null): boolean {
  const style = title?.number?.style;
  return title?.number?.ordinal === 1 && (style === "roman" || style === "capital");
}

function titleAt(view: SheetView, row: number): RowSketch | null {
  const text = onlyText(view, row);
  const leading = leadingNumber(text);
  const isTitle = TITLE.test(searchKey(text));
  const style = leading?.number.style;
  const numbered = style === "roman" || style === "capital" || style === "arabic";
  if (text.length > 160 || (!isTitle && !numbered)) return null;
  const plain = numbered && !isTitle ? leading : null;
  return {
    row,
    kind: "section",
    filled: 1,
    number: plain?.number ?? null,
    hasNumberCell: false,
    words: plain?.rest ?? text,
    follow: 0,
    whoWhen: 0,
    inherited: 0,
    spans: true,
    aside: false,
    rank: plain ? 2 : NO_RANK,
  };
}

function onlyText(view: SheetView, row: number): string {
  for (let column = 0; column < view.columns; column++) {
    const text = view.text(row, column);
    if (text !== "") return text;
  }
  return "";
}
