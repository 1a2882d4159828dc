import { showDate } from "../../deadline";
import { defineRule } from "../define";
import { placeOf } from "../rows";

/** A later deadline needs the document that allows it. */
export const adjustedWithoutBasis = defineRule<{ due: string }>({
  id: "adjusted-without-basis",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Điều chỉnh thời hạn chưa có căn cứ", en: "Adjusted deadline without basis" },
  protects: {
    vi: "Thời hạn chỉ lùi khi có văn bản cho phép.",
    en: "A deadline only moves on a document.",
  },
  message: {
    vi: ({ due }) => `thời hạn được điều chỉnh đến ${due} nhưng chưa ghi văn bản làm căn cứ.`,
    en: ({ due }) => `the deadline was moved to ${due} without naming the document it rests on.`,
  },
  advice: {
    vi: "Ghi số, ngày của văn bản vào cột căn cứ ở trang Theo dõi.",
    en: "Write number and date of the document into the sheet Theo dõi.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) =>
      task.adjustedDue !== null && task.adjustedBasis.trim() === ""
        ? [
            {
              at: placeOf(input, raw, "deadline"),
              task: task.code,
              value: task.adjustedDue,
              data: { due: showDate(task.adjustedDue) },
            },
          ]
        : [],
    );
  },
});
