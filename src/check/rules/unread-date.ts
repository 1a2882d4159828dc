import { defineRule } from "../define";
import type { DateField } from "../../task";

const COLUMN: Readonly<Record<DateField, { vi: string; en: string }>> = {
  start: { vi: "Bắt đầu", en: "start" },
  due: { vi: "Thời hạn", en: "due" },
  adjustedDue: { vi: "Thời hạn điều chỉnh", en: "adjusted due" },
  finished: { vi: "Ngày hoàn thành", en: "finish date" },
  cancelled: { vi: "Ngày hủy", en: "cancel date" },
};

/** What is no date in a date cell of Theo dõi makes the task's status unknown. */
export const unreadDate = defineRule<{ code: string; field: DateField; text: string }>({
  id: "unread-date",
  severity: "error",
  onByDefault: true,
  scope: "plan",
  title: {
    vi: "Ô ngày trong Theo dõi không phải là ngày",
    en: "Date cell in Theo dõi that is no date",
  },
  protects: {
    vi: "Tình trạng của mỗi nhiệm vụ được tính từ ngày thật.",
    en: "Every status is computed from true dates.",
  },
  message: {
    vi: ({ code, field, text }) =>
      `Trang Theo dõi, nhiệm vụ ${code}, cột ${COLUMN[field].vi} ghi “${text}”, không phải là ngày.`,
    en: ({ code, field, text }) =>
      `Sheet Theo dõi, task ${code}, column ${COLUMN[field].en} says “${text}”, which is no date.`,
  },
  advice: {
    vi: "Ghi lại theo dạng ngày/tháng/năm, ví dụ 14/6/2024.",
    en: "Write it as day/month/year, for example 14/6/2024.",
  },
  find(input) {
    return input.tracking.tasks.flatMap((task) =>
      Object.entries(task.unread ?? {}).map(([field, text]) => ({
        at: null,
        task: task.code,
        value: text,
        data: { code: task.code, field: field as DateField, text },
      })),
    );
  },
});
