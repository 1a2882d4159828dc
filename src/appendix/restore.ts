import { fromSerial } from "../deadline";
import type { CellValue } from "../sheet";

/**
 * The number as its author typed it, where Excel made another of it and the row above proves which:
 * 1.1 after "1.9" was typed 1.10; the date 2 January after "1.1" was typed 1.2 or 1/2. Else the shown text.
 */
export function restoreNumber(
  shown: string,
  cell: { readonly value: CellValue; readonly isDate: boolean; readonly previous: string },
): string {
  if (typeof cell.value !== "number") return shown;
  const before = /^(\d{1,3})(?:\.(\d{1,3}))?\.?$/.exec(cell.previous);
  if (cell.isDate) {
    if (!before) return shown;
    const [, month = 0, day = 0] = (fromSerial(cell.value) ?? "").split("-").map(Number);
    const pair = [day, month] as const;
    for (const [first, second] of [pair, [pair[1], pair[0]] as const]) {
      const follows = first === Number(before[1]) && second === Number(before[2] ?? 0) + 1;
      if (follows) return `${first}.${second}`;
    }
    return shown;
  }
  const dotted = /^(\d{1,3})[.,](\d{1,3})$/.exec(shown);
  if (!dotted) return shown;
  const [, prefix = "", rest = ""] = dotted;
  const expected = before?.[1] === prefix ? Number(before[2] ?? 0) + 1 : null;
  const lostZero =
    expected !== null && Number(rest) !== expected && Number(`${rest}0`) === expected;
  return `${prefix}.${lostZero ? `${rest}0` : rest}`;
}
