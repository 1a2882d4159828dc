import { defineRule } from "../define";
import { placeOf } from "../rows";

/** Places that limit extensions allow one (rule of Đồng Tháp). */
const ALLOWED = 1;

/** A deadline that moves again and again is no deadline. */
export const tooManyExtensions = defineRule<{ count: string }>({
  id: "too-many-extensions",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Gia hạn nhiều lần", en: "Extended several times" },
  protects: {
    vi: "Việc gia hạn không trở thành cách né quá hạn.",
    en: "Extensions do not become a way around being overdue.",
  },
  message: {
    vi: ({ count }) =>
      `thời hạn đã được gia hạn ${count} lần (thường chỉ cho phép ${ALLOWED} lần).`,
    en: ({ count }) => `the deadline was extended ${count} times (usually ${ALLOWED} is allowed).`,
  },
  advice: {
    vi: "Báo cáo lãnh đạo; nếu quy định nơi mình cho phép thì bỏ qua và ghi lý do.",
    en: "Report it; if your rules allow it, ignore this with a reason.",
  },
  find(input, { rows }) {
    return rows
      .filter(({ task }) => task.extensions > ALLOWED)
      .map(({ raw, task }) => ({
        at: placeOf(input, raw, "deadline"),
        task: task.code,
        value: String(task.extensions),
        data: { count: String(task.extensions) },
      }));
  },
});
