import { readOwner } from "../../unit";
import { defineRule } from "../define";
import { directoryOf, placeOf, shownReadings } from "../rows";

const UNREADABLE = new Set(["broken-date", "left-over-words", "not-a-deadline"]);

/** A deadline that cannot be read is never overdue: it would hide in the figures. */
export const unreadableDeadline = defineRule<{ text: string }>({
  id: "unreadable-deadline",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: { vi: "Thời hạn không đọc được", en: "Deadline that cannot be read" },
  protects: {
    vi: "Không nhiệm vụ nào lọt khỏi số quá hạn vì thời hạn ghi sai.",
    en: "No task escapes the overdue figures because its deadline is miswritten.",
  },
  message: {
    vi: ({ text }) => `không đọc được thời hạn “${text}” nên chưa tính được quá hạn hay trong hạn.`,
    en: ({ text }) =>
      `the deadline “${text}” cannot be read, so it is neither overdue nor in time.`,
  },
  advice: {
    vi: "Ghi lại thời hạn, ví dụ “30/6/2024”, “Quý II/2024”, “Thường xuyên”.",
    en: "Write the deadline again, for example “30/6/2024”, “Quý II/2024”, “Thường xuyên”.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) => {
      const { doubt } = task.deadline;
      if (task.dueKind !== "unclear" || !doubt || !UNREADABLE.has(doubt.why)) return [];
      if (readOwner(task.deadlineText, "lead", directoryOf(input)).lead.length > 0) return [];
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
