import { readDeadline, showDate, type IsoDate } from "../../deadline";
import { defineRule } from "../define";
import { cellText, placeOf, rowsOf } from "../rows";

/** A group that ends before its own tasks: one of the two times is wrong. */
export const groupTime = defineRule<{ due: string; group: string }>({
  id: "group-time",
  severity: "warning",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Thời hạn trái với thời hạn của nhóm", en: "Deadline against its group's" },
  protects: {
    vi: "Thời hạn của nhóm bao trùm các nhiệm vụ trong nhóm.",
    en: "A group's time covers the tasks under it.",
  },
  message: {
    vi: ({ due, group }) => `hạn ${due} sau hạn ${group} của nhóm nhiệm vụ.`,
    en: ({ due, group }) => `the due day ${due} is after that of its group (${group}).`,
  },
  advice: {
    vi: "Kiểm tra thời hạn của nhóm và của nhiệm vụ.",
    en: "Check the time of the group and of the task.",
  },
  find(input) {
    const column = input.appendix.columns.find(({ role }) => role === "deadline")?.column;
    if (column === undefined) return [];
    const { year } = input.tracking.settings.plan;
    const dueOfGroup = new Map<number, IsoDate>();
    let current: IsoDate | null = null;
    for (const { row, kind } of input.appendix.rows) {
      if (kind === "group" || kind === "section") {
        const reading = readDeadline(cellText(input, { row, column }), { year });
        current = reading.kind === "dated" && reading.doubt === null ? reading.due : null;
      } else if (kind === "task" && current !== null) {
        dueOfGroup.set(row, current);
      }
    }
    return rowsOf(input).flatMap(({ raw, task }) => {
      const group = dueOfGroup.get(raw.row);
      if (group === undefined || task.due === null || task.due <= group) return [];
      return [
        {
          at: placeOf(input, raw, "deadline"),
          task: task.code,
          value: task.deadlineText,
          data: { due: showDate(task.due), group: showDate(group) },
        },
      ];
    });
  },
});
