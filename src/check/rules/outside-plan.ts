import { showDate, yearOf } from "../../deadline";
import { defineRule } from "../define";
import { placeOf, rowsOf } from "../rows";

/** Share of dated tasks outside the year above which the plan runs over several years. */
const SEVERAL_YEARS = 0.2;

/** A year mistyped by one digit moves a deadline out of every report. */
export const outsidePlan = defineRule<{ due: string; year: string }>({
  id: "outside-plan",
  severity: "warning",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Hạn nằm ngoài năm của kế hoạch", en: "Deadline outside the plan's year" },
  protects: {
    vi: "Năm gõ nhầm không đẩy nhiệm vụ ra khỏi báo cáo.",
    en: "A mistyped year does not move a task out of the reports.",
  },
  message: {
    vi: ({ due, year }) => `hạn ${due} nằm ngoài năm ${year} của kế hoạch.`,
    en: ({ due, year }) => `the due day ${due} is outside the plan's year ${year}.`,
  },
  advice: {
    vi: "Kiểm tra năm; nếu đúng thì bỏ qua và ghi lý do.",
    en: "Check the year; if it is right, ignore this with a reason.",
  },
  find(input) {
    const { year, title } = input.tracking.settings.plan;
    if (year === null) return [];
    const years = [year, ...(title.match(/\b20\d\d\b/g) ?? []).map(Number)];
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const dated = rowsOf(input).flatMap(({ raw, task }) =>
      task.due === null || raw.texts.deadline?.inherited === true
        ? []
        : [{ raw, task, due: task.due }],
    );
    // The report on a year is due in the next January.
    const end = `${last + 1}-01-31`;
    const outside = dated.filter(({ due }) => yearOf(due) < first || due > end);
    if (outside.length > dated.length * SEVERAL_YEARS && outside.length > 1) return [];
    return outside.map(({ raw, task, due }) => ({
      at: placeOf(input, raw, "deadline"),
      task: task.code,
      value: task.deadlineText,
      data: { due: showDate(due), year: first === last ? String(year) : `${first}–${last}` },
    }));
  },
});
