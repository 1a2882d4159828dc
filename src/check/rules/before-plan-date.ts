import { showDate } from "../../deadline";
import { defineRule } from "../define";
import { placeOf } from "../rows";

/** A task due before the plan was signed was late before anyone knew of it. */
export const beforePlanDate = defineRule<{ due: string; date: string }>({
  id: "before-plan-date",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Hạn trước ngày ban hành kế hoạch", en: "Due before the plan's date" },
  protects: {
    vi: "Đơn vị có thời gian thực hiện sau khi kế hoạch ban hành.",
    en: "Units have time after the plan is issued.",
  },
  message: {
    vi: ({ due, date }) => `hạn ${due} trước ngày ban hành kế hoạch (${date}).`,
    en: ({ due, date }) => `the due day ${due} is before the plan's date (${date}).`,
  },
  advice: {
    vi: "Kiểm tra thời hạn và ngày ban hành kế hoạch.",
    en: "Check the deadline and the plan's date.",
  },
  find(input, { rows }) {
    const { date } = input.tracking.settings.plan;
    if (date === "") return [];
    return rows.flatMap(({ raw, task }) =>
      task.due !== null && task.due < date
        ? [
            {
              at: placeOf(input, raw, "deadline"),
              task: task.code,
              value: task.deadlineText,
              data: { due: showDate(task.due), date: showDate(date) },
            },
          ]
        : [],
    );
  },
});
