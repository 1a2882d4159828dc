import { normalizeText } from "../../text";
import { defineRule } from "../define";
import { cellContent, cellText, placeOf } from "../rows";

/** Excel makes 1.1 of "1.10" and a date of "1.2": the rows around it prove what was typed. */
export const damagedNumber = defineRule<{ shown: string; number: string }>({
  id: "damaged-number",
  severity: "hint",
  onByDefault: true,
  scope: "task",
  title: { vi: "Số thứ tự bị Excel đổi", en: "Number changed by Excel" },
  protects: {
    vi: "Số thứ tự trong bảng khớp với văn bản đã ký.",
    en: "The numbers in the sheet are those of the signed plan.",
  },
  message: {
    vi: ({ shown, number }) => `ô hiện “${shown}” nhưng theo thứ tự phải là “${number}”.`,
    en: ({ shown, number }) => `the cell shows “${shown}”, by the order it must be “${number}”.`,
  },
  advice: {
    vi: "Ghi lại dưới dạng chữ.",
    en: "Write it again as text.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) => {
      const at = placeOf(input, raw, "number");
      if (!at || raw.number === "" || raw.texts.number?.inherited === true) return [];
      const shown = normalizeText(cellText(input, at));
      const differs = shown !== "" && plain(shown) !== plain(raw.number);
      if (!differs || !Number.isFinite(Number(cellContent(input, at)))) return [];
      return [
        {
          at,
          task: task.code,
          value: cellContent(input, at),
          data: { shown, number: raw.number },
          fix: raw.number,
        },
      ];
    });
  },
});

function plain(number: string): string {
  return number.replaceAll(",", ".").replace(/[.)]$/, "");
}
