import { daysOff, isWorkingDay, showDate, yearOf, type DaysOff } from "../../deadline";
import { defineRule } from "../define";
import { placeOf } from "../rows";
import type { CheckInput } from "../types";

/** A deadline on a day off counts as it is; the officer may want to know. */
export const dueOnDayOff = defineRule<{ due: string }>({
  id: "due-on-day-off",
  severity: "hint",
  onByDefault: true,
  scope: "task",
  title: { vi: "Hạn rơi vào ngày nghỉ", en: "Due on a day off" },
  protects: {
    vi: "Không ai bị động vì hạn rơi vào ngày nghỉ.",
    en: "Nobody is caught out by a deadline on a day off.",
  },
  message: {
    vi: ({ due }) => `hạn ${due} rơi vào ngày nghỉ; vẫn tính đúng ngày này.`,
    en: ({ due }) => `the due day ${due} is a day off; it counts as it is.`,
  },
  advice: {
    vi: "Nếu cần, chọn ngày làm việc liền trước.",
    en: "If need be, choose the working day before.",
  },
  find(input, { rows }) {
    const source = daysOffOf(input);
    return rows.flatMap(({ raw, task }) => {
      const { deadline, due } = task;
      const oneDay =
        deadline.kind === "dated" &&
        deadline.start === null &&
        deadline.milestones === null &&
        deadline.before === null &&
        (raw.dates.deadline !== undefined || /\d\s*[/.-]\s*\d/.test(task.deadlineText));
      if (due === null || due !== deadline.due || !oneDay || isWorkingDay(due, source)) return [];
      return [
        {
          at: placeOf(input, raw, "deadline"),
          task: task.code,
          value: task.deadlineText,
          data: { due: showDate(due) },
        },
      ];
    });
  },
});

/** The officer's own list of days off wins over the one that ships. */
function daysOffOf(input: CheckInput): (year: number) => DaysOff {
  const own = input.tracking.calendar ?? [];
  return (year) => {
    const list = daysOff(year);
    const days = own.filter((day) => yearOf(day.date) === year);
    if (days.length === 0) return list;
    return {
      ...list,
      off: days.filter((day) => day.kind === "off").map(({ date, name }) => ({ date, name })),
      worked: days.filter((day) => day.kind === "worked").map((day) => day.date),
    };
  };
}
