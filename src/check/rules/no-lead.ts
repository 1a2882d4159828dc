import { defineRule } from "../define";
import { hasColumn, leadPlace, shortened } from "../rows";

/** Totals count a task under its lead: without one it falls out of every unit's figures. */
export const noLead = defineRule<{ title: string }>({
  id: "no-lead",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: { vi: "Thiếu đơn vị chủ trì", en: "No lead unit" },
  protects: {
    vi: "Mỗi nhiệm vụ được tính cho một đơn vị chủ trì.",
    en: "Every task is counted under one lead unit.",
  },
  message: {
    vi: ({ title }) =>
      `nhiệm vụ “${title}” chưa có đơn vị chủ trì nên không tính được cho đơn vị nào.`,
    en: ({ title }) => `task “${title}” has no lead unit, so it is counted under none.`,
  },
  advice: {
    vi: "Ghi tên một đơn vị chủ trì vào ô này.",
    en: "Write the name of one lead unit into this cell.",
  },
  find(input, { rows }) {
    if (!hasColumn(input, "lead") && !hasColumn(input, "owner")) return [];
    return rows
      .filter(({ task }) => {
        const { owner } = task;
        return (
          task.leads.length === 0 &&
          owner.leadGroups.length === 0 &&
          owner.unknownLead.length === 0 &&
          owner.persons.length === 0 &&
          !owner.questions.some((question) => question.role === "lead")
        );
      })
      .map(({ raw, task }) => ({
        at: leadPlace(input, raw),
        task: task.code,
        value: task.leadText,
        data: { title: shortened(task.title) },
      }));
  },
});
