import { frequencyOf, isMark, isYearNumber, isYearWord } from "./vocabulary";
import type { Token } from "./tokens";

export interface Split {
  /** The tokens outside brackets. */
  readonly outer: readonly Token[];
  /** The tokens of each outermost bracket. */
  readonly remarks: readonly (readonly Token[])[];
}

/**
 * Takes brackets out of a cell. A year in brackets ("Quý II (năm 2026)") belongs to what stands before it
 * and stays; a number spelled out again ("10 (mười) ngày") says nothing new and goes.
 */
export function splitBrackets(list: readonly Token[]): Split {
  if (!list.some((token) => isMark(token, "(["))) return { outer: list, remarks: [] };
  const outer: Token[] = [];
  const remarks: Token[][] = [];
  let at = 0;
  while (at < list.length) {
    const token = list[at];
    if (!token) break;
    if (!isMark(token, "([")) {
      if (!isMark(token, ")]") || isMark(list[at - 2], ".") || at === 1) outer.push(token);
      at += 1;
      continue;
    }
    const end = closing(list, at);
    const inner = list.slice(at + 1, end);
    const after = list[end + 1];
    const named = inner.length === 2 && isYearWord(inner[0]) && isYearNumber(inner[1]);
    if (named || (inner.length === 1 && isYearNumber(inner[0]) && outer.length > 0))
      outer.push(...inner);
    else if (!(list[at - 1]?.kind === "number" && frequencyOf(after) && inner.length <= 3)) {
      if (inner.length > 0) remarks.push(inner);
    }
    at = end + 1;
  }
  return { outer, remarks };
}

/** The place of the bracket that closes; the end of the cell when none does. */
function closing(list: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < list.length; at += 1) {
    if (isMark(list[at], "([")) depth += 1;
    else if (isMark(list[at], ")]")) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return list.length;
}
