import { defineRule } from "../define";
import { placeOf } from "../rows";

/** A coordinating body outside the list is kept as written but counted nowhere. */
export const unknownSupport = defineRule<{ names: string }>({
  id: "unknown-support",
  severity: "hint",
  onByDefault: true,
  scope: "task",
  title: {
    vi: "Đơn vị phối hợp chưa có trong trang Đơn vị",
    en: "Coordinating unit not in the list",
  },
  protects: {
    vi: "Biết đơn vị phối hợp nào không được đếm.",
    en: "One knows which coordinating bodies are not counted.",
  },
  message: {
    vi: ({ names }) => `“${names}” chưa có trong trang Đơn vị; được giữ nguyên nhưng không đếm.`,
    en: ({ names }) =>
      `“${names}” is not in the sheet Đơn vị; it is kept as written and not counted.`,
  },
  advice: {
    vi: "Thêm vào trang Đơn vị nếu cần theo dõi đơn vị này.",
    en: "Add it to the sheet Đơn vị if it is to be followed.",
  },
  find(input, { rows }) {
    if (input.tracking.units.length === 0) return [];
    return rows.flatMap(({ raw, task }) => {
      const names = task.owner.unknown.filter((name) => !task.owner.unknownLead.includes(name));
      if (names.length === 0) return [];
      return [
        {
          at: placeOf(input, raw, "support"),
          task: task.code,
          value: names.join("; "),
          data: { names: names.join("; ") },
        },
      ];
    });
  },
});
