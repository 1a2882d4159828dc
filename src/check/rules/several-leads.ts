import { defineRule } from "../define";
import { leadPlace } from "../rows";

/** Only the first of several leads is counted; the others would be missing from their figures. */
export const severalLeads = defineRule<{ names: string; first: string }>({
  id: "several-leads",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: { vi: "Nhiều đơn vị cùng chủ trì", en: "Several lead units" },
  protects: {
    vi: "Một nhiệm vụ chỉ có một đơn vị chủ trì; số liệu không tính trùng.",
    en: "A task has one lead unit, so no figure counts it twice.",
  },
  message: {
    vi: ({ names, first }) =>
      `có nhiều đơn vị cùng chủ trì (${names}). Số liệu chỉ tính cho ${first}.`,
    en: ({ names, first }) =>
      `several units lead (${names}). Figures count it under ${first} only.`,
  },
  advice: {
    vi: "Giữ một đơn vị chủ trì, chuyển các đơn vị còn lại sang cột phối hợp; hoặc tách thành nhiều nhiệm vụ.",
    en: "Keep one lead unit and move the others to the coordinating column, or split the task.",
  },
  find(input, { rows }) {
    return rows
      .filter(({ task }) => task.leads.length > 1)
      .map(({ raw, task }) => ({
        at: leadPlace(input, raw),
        task: task.code,
        value: task.leadText,
        data: { names: task.leads.join("; "), first: task.leads[0] ?? "" },
        candidates: task.leads,
      }));
  },
});
