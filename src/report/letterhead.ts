import type { CellStyle } from "../sheet";
import { balancedLines } from "./measure";
import type { SheetBuilder } from "./sheet-builder";

const CENTERED: CellStyle = { horizontal: "center", vertical: "center", wrap: false };
const RULE = "――――――";

/** What stands at the head of a document by decree 30/2020, Phụ lục I. */
interface Letterhead {
  readonly superior: string;
  readonly agency: string;
  readonly number: string;
  readonly placeAndDate: string;
}

/**
 * Writes the two columns of the head: agencies and number at the left, the national name, the motto,
 * place and date at the right. `split` is the first column of the right half. Gives the next free row.
 */
export function writeLetterhead(
  builder: SheetBuilder,
  firstRow: number,
  split: number,
  head: Letterhead,
): number {
  const columns = builder.columnWidths.length;
  const leftWidth = builder.width(0, split) - 4;
  const left = (row: number, text: string, style: CellStyle) => {
    builder.across(row, 0, split, text, { ...CENTERED, fontSize: 12, ...style });
  };
  const right = (row: number, text: string, style: CellStyle) => {
    builder.across(row, split, columns - split, text, { ...CENTERED, fontSize: 12, ...style });
  };
  let row = firstRow;
  if (head.superior !== "") {
    for (const line of balancedLines(head.superior.toUpperCase(), leftWidth, 12)) {
      left(row, line, {});
      row += 1;
    }
  }
  for (const line of balancedLines(orBlank(head.agency).toUpperCase(), leftWidth, 12, true)) {
    left(row, line, { bold: true });
    row += 1;
  }
  left(row, RULE, { fontSize: 6 });
  right(firstRow, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true });
  right(firstRow + 1, "Độc lập - Tự do - Hạnh phúc", { bold: true, fontSize: 13 });
  right(firstRow + 2, RULE.repeat(3), { fontSize: 6 });
  row = Math.max(row, firstRow + 2) + 1;
  left(row, head.number, { fontSize: 13 });
  right(row, head.placeAndDate, { fontSize: 13, italic: true });
  return row + 1;
}

/** Who signs, from the sheet Thiết lập; blanks stay blanks, a name is never invented. */
interface Signature {
  /** Lines such as "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN". */
  readonly title: string;
  readonly name: string;
  readonly recipients: readonly string[];
}

const SIGNATURE_ROW_HEIGHT = 18;

/** Writes "Nơi nhận" at the left and the signature at the right, whole on one page. Gives the next free row. */
export function writeSignature(
  builder: SheetBuilder,
  firstRow: number,
  split: number,
  signature: Signature,
): number {
  const columns = builder.columnWidths.length;
  const lines = orBlank(signature.title)
    .toUpperCase()
    .split(/\s*[\n/]\s*/);
  const nameRow = firstRow + lines.length + 4;
  const end = Math.max(nameRow, firstRow + signature.recipients.length) + 1;
  for (let row = firstRow; row < end; row += 1) builder.heights[row] = SIGNATURE_ROW_HEIGHT;
  builder.startLast(
    firstRow,
    Array.from({ length: end - firstRow }, () => SIGNATURE_ROW_HEIGHT),
  );
  builder.across(firstRow, 0, split, "Nơi nhận:", {
    bold: true,
    italic: true,
    fontSize: 12,
    wrap: false,
  });
  signature.recipients.forEach((recipient, index) => {
    builder.across(firstRow + 1 + index, 0, split, recipient, { fontSize: 11, wrap: false });
  });
  lines.forEach((line, index) => {
    builder.across(firstRow + index, split, columns - split, line, {
      ...CENTERED,
      bold: true,
      fontSize: 13,
    });
  });
  builder.across(nameRow, split, columns - split, signature.name, {
    ...CENTERED,
    bold: true,
    fontSize: 13,
  });
  return end;
}

/**
 * The lines of "Nơi nhận" by decree 30/2020: a document with "Kính gửi" says "Như trên", else the
 * recipient is named; the archive comes last. The rest is the office's own to add.
 */
export function recipients(recipient: string, isAddressed = false): readonly string[] {
  const first = isAddressed ? ["- Như trên;"] : recipient === "" ? [] : [`- ${recipient};`];
  return [...first, "- Lưu: VT, VP."];
}

function orBlank(text: string): string {
  return text.trim() === "" ? "……………………" : text.trim();
}
