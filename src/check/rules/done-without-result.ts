import { defineRule } from "../define";
import { hasColumn, placeOf, shortened } from "../rows";

/** A finished task without a result cannot be reported or proved. */
export const doneWithoutResult = defineRule<{ title: string }>({
  id: "done-without-result",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Hoàn thành nhưng chưa có kết quả", en: "Done without a result" },
  protects: {
    vi: "Việc báo cáo là đã xong có kết quả, minh chứng kèm theo.",
    en: "What is reported as done has a result or evidence.",
  },
  message: {
    vi: ({ title }) => `nhiệm vụ “${title}” đã hoàn thành nhưng chưa ghi kết quả hay minh chứng.`,
    en: ({ title }) => `task “${title}” is done but has neither result nor evidence.`,
  },
  advice: {
    vi: "Ghi kết quả, số lượng hoặc số văn bản minh chứng.",
    en: "Write the result, a quantity or the number of a document.",
  },
  find(input, { rows }) {
    const { entries } = input.tracking;
    const columns = (["result", "quantity", "evidence"] as const).some((role) =>
      hasColumn(input, role),
    );
    if (!columns && entries.length === 0) return [];
    return rows
      .filter(({ task, told }) => (task.done || task.finished !== null) && !told)
      .map(({ raw, task }) => ({
        at: placeOf(input, raw, "result") ?? placeOf(input, raw, "evidence"),
        task: task.code,
        value: "",
        data: { title: shortened(task.title) },
      }));
  },
});
