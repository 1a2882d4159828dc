import { defineRule } from "../define";
import { leadPlace } from "../rows";

/** A lead that the sheet Đơn vị does not know is counted under no unit. */
export const unknownLead = defineRule<{ names: string }>({
  id: "unknown-lead",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: {
    vi: "Đơn vị chủ trì chưa có trong trang Đơn vị",
    en: "Lead unit not in the sheet Đơn vị",
  },
  protects: {
    vi: "Mọi nhiệm vụ đều được cộng vào một đơn vị có trong danh sách.",
    en: "Every task is added up under a unit of the list.",
  },
  message: {
    vi: ({ names }) => `“${names}” chưa có trong trang Đơn vị nên không cộng được cho đơn vị nào.`,
    en: ({ names }) => `“${names}” is not in the sheet Đơn vị, so it is added up under no unit.`,
  },
  advice: {
    vi: "Sửa lại tên cho đúng, hoặc thêm đơn vị (hay tên gọi khác của đơn vị) vào trang Đơn vị.",
    en: "Correct the name, or add the unit (or the other name) to the sheet Đơn vị.",
  },
  find(input, { rows }) {
    if (input.tracking.units.length === 0) return [];
    return rows
      .filter(({ task }) => task.leads.length === 0 && task.owner.unknownLead.length > 0)
      .map(({ raw, task }) => ({
        at: leadPlace(input, raw),
        task: task.code,
        value: task.leadText,
        data: { names: task.owner.unknownLead.join("; ") },
      }));
  },
});
