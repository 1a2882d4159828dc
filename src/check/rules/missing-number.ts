import { defineRule } from "../define";
import { placeOf, rowsOf } from "../rows";

/** A gap in the numbering may be a lost row. */
export const missingNumber = defineRule<{ missing: string; previous: string; number: string }>({
  id: "missing-number",
  severity: "hint",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Nhảy số thứ tự", en: "Gap in the numbers" },
  protects: {
    vi: "Biết khi một dòng có thể đã bị mất.",
    en: "One notices when a row may be lost.",
  },
  message: {
    vi: ({ missing, previous, number }) => `từ ${previous} sang ${number}: thiếu số ${missing}.`,
    en: ({ missing, previous, number }) => `from ${previous} to ${number}: ${missing} is missing.`,
  },
  advice: {
    vi: "Kiểm tra xem có dòng nào bị xóa không, rồi đánh lại số.",
    en: "See whether a row was deleted, then number again.",
  },
  find(input) {
    const rows = rowsOf(input);
    return rows.flatMap(({ raw, task }, index) => {
      const before = rows[index - 1];
      if (!before || before.task.section.join("\u001f") !== task.section.join("\u001f")) return [];
      const previous = partsOf(before.raw.number);
      const current = partsOf(raw.number);
      if (!previous || !current || previous.prefix !== current.prefix) return [];
      if (current.last <= previous.last + 1) return [];
      const from = previous.last + 1;
      const to = current.last - 1;
      const missing =
        from === to
          ? `${current.prefix}${from}`
          : `${current.prefix}${from}–${current.prefix}${to}`;
      return [
        {
          at: placeOf(input, raw, "number"),
          task: task.code,
          value: raw.number,
          data: { missing, previous: before.raw.number, number: raw.number },
        },
      ];
    });
  },
});

function partsOf(number: string): { prefix: string; last: number } | null {
  const match = /^((?:\d{1,3}\.)*)(\d{1,3})[.)]?$/.exec(number);
  return match ? { prefix: match[1] ?? "", last: Number(match[2]) } : null;
}
