import { defineRule } from "../define";
import { placeOf, shownReadings } from "../rows";

/** 31/6 is no day: nobody may choose another one silently. */
export const impossibleDate = defineRule<{ text: string }>({
  id: "impossible-date",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: { vi: "Ngày không có trong lịch", en: "Day that does not exist" },
  protects: {
    vi: "Hạn của nhiệm vụ là một ngày có thật.",
    en: "A deadline is a day that exists.",
  },
  message: {
    vi: ({ text }) => `“${text}” là ngày không có trong lịch nên chưa xác định được hạn.`,
    en: ({ text }) => `“${text}” is no day of the calendar, so the deadline is not known.`,
  },
  advice: {
    vi: "Chọn ngày đúng, hoặc hỏi lại đơn vị soạn kế hoạch.",
    en: "Choose the right day, or ask the drafter.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) => {
      const { doubt } = task.deadline;
      if (task.dueKind !== "unclear" || doubt?.why !== "no-such-day") return [];
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
