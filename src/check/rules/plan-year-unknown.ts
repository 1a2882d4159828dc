import { defineRule } from "../define";
import { rowsOf } from "../rows";

/** Dates without a year belong to the plan's year: without it they have no day. */
export const planYearUnknown = defineRule<{ count: string }>({
  id: "plan-year-unknown",
  severity: "error",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Chưa biết năm của kế hoạch", en: "Year of the plan not known" },
  protects: {
    vi: "Thời hạn không ghi năm được hiểu theo năm của kế hoạch.",
    en: "A deadline without a year is read in the plan's year.",
  },
  message: {
    vi: ({ count }) => `${count} thời hạn không ghi năm, mà năm của kế hoạch chưa biết.`,
    en: ({ count }) => `${count} deadlines have no year, and the plan's year is not known.`,
  },
  advice: {
    vi: "Ghi năm của kế hoạch vào trang Thiết lập.",
    en: "Write the plan's year into the sheet Thiết lập.",
  },
  find(input) {
    const count = rowsOf(input).filter(
      ({ task }) => task.dueKind === "unclear" && task.deadline.doubt?.why === "no-year",
    ).length;
    return count === 0 ? [] : [{ at: null, task: "", value: "", data: { count: String(count) } }];
  },
});
