import { defineRule } from "../define";
import { cellText, placeOf, rowsOf } from "../rows";

/** Two tasks with one number in the same section cannot be told apart in a letter. */
export const duplicateNumber = defineRule<{ number: string; row: string }>({
  id: "duplicate-number",
  severity: "hint",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Trùng số thứ tự", en: "Number twice" },
  protects: {
    vi: "Số thứ tự chỉ đúng một nhiệm vụ trong mục.",
    en: "A number means one task of its section.",
  },
  message: {
    vi: ({ number, row }) => `số thứ tự ${number} trùng với dòng ${row} cùng mục.`,
    en: ({ number, row }) => `number ${number} is also that of row ${row} in the same section.`,
  },
  advice: { vi: "Đánh lại số thứ tự.", en: "Number the rows again." },
  find(input) {
    const first = new Map<string, number>();
    return rowsOf(input).flatMap(({ raw, task }) => {
      const place = placeOf(input, raw, "number");
      // A number merged over several rows is written once.
      if (raw.number === "" || !place || cellText(input, place).trim() === "") return [];
      const key = [...task.section, raw.number].join("\u001f");
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, raw.row);
        return [];
      }
      return [
        {
          at: place,
          task: task.code,
          value: raw.number,
          data: { number: raw.number, row: String(known) },
        },
      ];
    });
  },
});
