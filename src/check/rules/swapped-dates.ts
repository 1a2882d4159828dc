import type { ColumnRole } from "../../appendix";
import { showDate, suspectSwappedDates, type ColumnCell } from "../../deadline";
import { cellAddress, parseArea } from "../../sheet";
import { defineRule } from "../define";
import { placeOf, rowsOf } from "../rows";
import type { CheckInput, RuleReport } from "../types";

interface Swapped {
  readonly count: string;
  readonly text: string;
  readonly other: string;
}

/** A sheet typed under month-first settings turns 5/3 into 3 May for days up to 12. */
export const swappedDates = defineRule<Swapped>({
  id: "swapped-dates",
  severity: "warning",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Ngày và tháng có thể bị đổi chỗ", en: "Day and month may be swapped" },
  protects: {
    vi: "Hạn không bị lệch vì máy nhập theo kiểu tháng/ngày.",
    en: "No deadline is off because a computer took month before day.",
  },
  message: {
    vi: ({ count, text, other }) =>
      `${count} ô ngày của cột này có thể bị đổi chỗ ngày và tháng: “${text}” có thể là ${other}.`,
    en: ({ count, text, other }) =>
      `${count} date cells of this column may have day and month swapped: “${text}” may be ${other}.`,
  },
  advice: {
    vi: "Đối chiếu vài ô với bản ký, rồi chọn một cách hiểu cho cả cột.",
    en: "Compare a few cells with the signed copy, then choose one reading for the column.",
  },
  find(input) {
    return (["deadline", "finished"] as const).flatMap((role) => inColumn(input, role));
  },
});

function inColumn(input: CheckInput, role: ColumnRole): RuleReport<Swapped>[] {
  const cells = rowsOf(input).flatMap(({ raw }): ColumnCell[] => {
    const at = placeOf(input, raw, role);
    const source = raw.texts[role];
    if (!at || !source || source.inherited) return [];
    const cell = cellAddress(at.row - 1, at.column);
    const date = raw.dates[role];
    return [
      {
        cell,
        serial: date?.serial ?? null,
        format: date?.format ?? "",
        text: date?.text ?? source.text,
      },
    ];
  });
  const suspicion = suspectSwappedDates(cells);
  const first = suspicion?.cells[0];
  const area = first ? parseArea(first.cell) : null;
  if (!suspicion || !first || !area) return [];
  return [
    {
      at: { row: area.row + 1, column: area.column },
      task: "",
      value: first.text,
      data: {
        count: String(suspicion.cells.length),
        text: first.text,
        other: first.swapped.due ? showDate(first.swapped.due) : "",
      },
      candidates: [first.stored, first.swapped].flatMap(({ due }) => (due ? [showDate(due)] : [])),
    },
  ];
}
