import { showDate } from "../../deadline";
import { defineRule } from "../define";
import { placeOf, textOf } from "../rows";

/** Finished before it began, or before the plan was signed: a date is mistyped. */
export const finishBeforeStart = defineRule<{ finish: string; start: string; plan: boolean }>({
  id: "finish-before-start",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Hoàn thành trước khi bắt đầu", en: "Finished before the start" },
  protects: {
    vi: "Ngày hoàn thành không bị gõ nhầm năm hay nhầm tháng.",
    en: "A finish date is not mistyped by a year or a month.",
  },
  message: {
    vi: ({ finish, start, plan }) =>
      `ngày hoàn thành ${finish} trước ${plan ? "ngày ban hành kế hoạch" : "ngày bắt đầu"} (${start}).`,
    en: ({ finish, start, plan }) =>
      `the finish date ${finish} is before ${plan ? "the plan's date" : "the start"} (${start}).`,
  },
  advice: {
    vi: "Kiểm tra lại ngày hoàn thành.",
    en: "Check the finish date.",
  },
  find(input, { rows }) {
    const { date } = input.tracking.settings.plan;
    return rows.flatMap(({ raw, task }) => {
      // A quarter is no start: finishing ahead of it is only early.
      const written = textOf(raw, "start") !== "" ? task.start : null;
      const start = written ?? (date === "" ? null : date);
      if (task.finished === null || start === null || task.finished >= start) return [];
      return [
        {
          at: placeOf(input, raw, "finished"),
          task: task.code,
          value: task.finished,
          data: { finish: showDate(task.finished), start: showDate(start), plan: written === null },
        },
      ];
    });
  },
});
