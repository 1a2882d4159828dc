import { defineRule } from "../define";
import { hasColumn, placeOf, shortened } from "../rows";

/** A blank time may be meant or forgotten; an undated task is never overdue. */
export const noDeadline = defineRule<{ title: string }>({
  id: "no-deadline",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Để trống thời hạn", en: "No deadline" },
  protects: {
    vi: "Việc không có hạn là chủ ý, không phải bỏ sót.",
    en: "A task without a deadline is meant so, not forgotten.",
  },
  message: {
    vi: ({ title }) => `nhiệm vụ “${title}” để trống thời hạn nên không bao giờ bị tính quá hạn.`,
    en: ({ title }) => `task “${title}” has no deadline, so it is never overdue.`,
  },
  advice: {
    vi: "Ghi thời hạn, hoặc ghi “Thường xuyên” nếu việc làm cả năm.",
    en: "Write a deadline, or “Thường xuyên” for what is done all year.",
  },
  find(input, { rows }) {
    if (!hasColumn(input, "deadline")) return [];
    return rows
      .filter(({ task }) => task.dueKind === "none" && task.deadlineText.trim() === "")
      .map(({ raw, task }) => ({
        at: placeOf(input, raw, "deadline"),
        task: task.code,
        value: "",
        data: { title: shortened(task.title) },
      }));
  },
});
