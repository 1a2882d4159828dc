import { showDate } from "../../deadline";
import { defineRule } from "../define";
import { placeOf } from "../rows";

/** A time that ends before it begins has no day that counts. */
export const startAfterEnd = defineRule<{ text: string; start: string; due: string }>({
  id: "start-after-end",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: { vi: "Bắt đầu sau khi kết thúc", en: "Start after end" },
  protects: {
    vi: "Khoảng thời gian thực hiện không bị ghi ngược.",
    en: "No span of time runs backwards.",
  },
  message: {
    vi: ({ text, start, due }) =>
      start === ""
        ? `“${text}” có ngày bắt đầu sau ngày kết thúc.`
        : `ngày bắt đầu ${start} sau hạn ${due}.`,
    en: ({ text, start, due }) =>
      start === ""
        ? `“${text}” starts after it ends.`
        : `the start ${start} is after the due day ${due}.`,
  },
  advice: {
    vi: "Sửa lại ngày bắt đầu hoặc ngày kết thúc.",
    en: "Correct the start or the end.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) => {
      const doubted = task.deadline.doubt?.why === "start-after-end" && task.dueKind === "unclear";
      const reversed = task.start !== null && task.due !== null && task.start > task.due;
      if (!doubted && !reversed) return [];
      return [
        {
          at: placeOf(input, raw, "deadline"),
          task: task.code,
          value: task.deadlineText,
          data: {
            text: task.deadlineText,
            start: reversed && task.start ? showDate(task.start) : "",
            due: reversed && task.due ? showDate(task.due) : "",
          },
        },
      ];
    });
  },
});
