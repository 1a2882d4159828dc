import { readOwner } from "../../unit";
import { defineRule } from "../define";
import { directoryOf, placeOf } from "../rows";

/** A unit's name in the column of deadlines: the cells of a row were mixed up. */
export const ownerInDeadline = defineRule<{ text: string }>({
  id: "owner-in-deadline",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: { vi: "Cột thời hạn ghi tên đơn vị", en: "A unit in the deadline column" },
  protects: {
    vi: "Mỗi cột chứa đúng nội dung của nó.",
    en: "Each column holds what it is for.",
  },
  message: {
    vi: ({ text }) => `cột thời hạn lại ghi tên đơn vị “${text}”.`,
    en: ({ text }) => `the deadline column holds the unit “${text}”.`,
  },
  advice: {
    vi: "Xem lại cả dòng: có thể các ô bị lệch cột.",
    en: "Look at the whole row: its cells may have slipped by a column.",
  },
  find(input, { rows }) {
    return rows
      .filter(
        ({ task }) =>
          task.deadline.kind === "unreadable" &&
          readOwner(task.deadlineText, "lead", directoryOf(input)).lead.length > 0,
      )
      .map(({ raw, task }) => ({
        at: placeOf(input, raw, "deadline"),
        task: task.code,
        value: task.deadlineText,
        data: { text: task.deadlineText },
      }));
  },
});
