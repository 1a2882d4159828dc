import { comparisonKey } from "../text";
import type { TableLayout } from "./layout";

/** A row that numbers the columns: (1) (2) (3), also A, B, 1, 2, 3 and 6 = 4 + 5. */
export function isNumbering(layout: TableLayout, row: number): boolean {
  const { view, header } = layout;
  let filled = 0;
  for (let column = header.left; column < header.right; column++) {
    const text = view.text(row, column);
    if (text === "") continue;
    if (!/^[([]?\s*(\d{1,2}|[A-ZĐ])\s*[)\]]?(\s*=.*)?$/u.test(text)) return false;
    filled++;
  }
  return filled >= 3 && filled >= (header.right - header.left) / 2;
}

/** The words of the header by column, to know its repetition. */
export function headerKeys(layout: TableLayout): ReadonlySet<string> {
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

export function repeatsHeader(
  layout: TableLayout,
  row: number,
  filled: number,
  keys: ReadonlySet<string>,
): boolean {
  if (filled < 2) return false;
  let same = 0;
  for (let column = layout.header.left; column < layout.header.right; column++) {
    const text = layout.view.text(row, column);
    if (text !== "" && text.length <= 130 && keys.has(`${column}:${comparisonKey(text)}`)) same++;
  }
  return same >= filled * 0.7;
}
