import { defineRule } from "../define";
import { isMonthCell, placeOf, rowsOf } from "../rows";

/** A cell that shows a month stores its first day: sorted or linked, it looks like the 1st. */
export const monthCell = defineRule<{ count: string }>({
  id: "month-cell",
  severity: "hint",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Ô ngày chỉ hiện tháng", en: "Date cell that shows a month" },
  protects: {
    vi: "Hạn theo tháng là ngày cuối tháng, không phải ngày 1 mà Excel lưu.",
    en: "A month is due on its last day, not on the 1st that Excel stores.",
  },
  message: {
    vi: ({ count }) =>
      `${count} ô của cột này hiện tháng nhưng Excel lưu ngày mùng 1; hạn được tính là ngày cuối tháng.`,
    en: ({ count }) =>
      `${count} cells of this column show a month while Excel stores its first day; the last day counts.`,
  },
  advice: {
    vi: "Không phải sửa. Nếu hạn đúng là ngày mùng 1 thì ghi rõ ngày.",
    en: "Nothing to do. If the 1st is meant, write the day.",
  },
  find(input) {
    const cells = rowsOf(input).filter(
      ({ raw, task }) => isMonthCell(raw) && task.deadline.doubt === null,
    );
    const [first] = cells;
    if (!first) return [];
    return [
      {
        at: placeOf(input, first.raw, "deadline"),
        task: "",
        value: "",
        data: { count: String(cells.length) },
      },
    ];
  },
});
