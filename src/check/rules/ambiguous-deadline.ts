import { defineRule } from "../define";
import { placeOf, shownReadings } from "../rows";

/** Two readings of one text: the officer chooses, nobody guesses. */
export const ambiguousDeadline = defineRule<{ text: string }>({
  id: "ambiguous-deadline",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Thời hạn hiểu được hai cách", en: "Deadline with two readings" },
  protects: {
    vi: "Hạn chỉ được nhận khi có một cách hiểu.",
    en: "A deadline is only taken when it has one reading.",
  },
  message: {
    vi: ({ text }) => `“${text}” có thể hiểu theo hai cách.`,
    en: ({ text }) => `“${text}” can be read in two ways.`,
  },
  advice: {
    vi: "Chọn cách hiểu đúng, hoặc ghi lại thời hạn cho rõ.",
    en: "Choose the right reading, or write the deadline more clearly.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) => {
      const { doubt } = task.deadline;
      if (doubt?.why !== "two-readings") return [];
      return [
        {
          at: placeOf(input, raw, "deadline"),
          task: task.code,
          value: task.deadlineText,
          data: { text: task.deadlineText },
          candidates: shownReadings(doubt.candidates),
        },
      ];
    });
  },
});
