import { defineRule } from "../define";
import { keyOf } from "../keys";
import { rowsOf } from "../rows";

type Duty = "spread" | "half-year" | "year";

const DUTIES: readonly (readonly [Duty, RegExp])[] = [
  [
    "spread",
    /phổ biến|quán triệt|triển khai (thực hiện )?kế hoạch|ban hành kế hoạch|xây dựng kế hoạch/,
  ],
  ["half-year", /(báo cáo|tổng hợp)[^;]*(6 tháng|sáu tháng|định kỳ|hằng quý|hàng quý)|sơ kết/],
  ["year", /(báo cáo|tổng hợp)[^;]*(năm|định kỳ)|tổng kết/],
];
const NAMES: Readonly<Record<Duty, { vi: string; en: string }>> = {
  spread: { vi: "phổ biến, quán triệt kế hoạch", en: "making the plan known" },
  "half-year": { vi: "báo cáo 6 tháng", en: "the 6-month report" },
  year: { vi: "báo cáo năm", en: "the annual report" },
};
/** In a short list the duties stand in the plan's text only. */
const LEAST_TASKS = 10;

/** The plan's part on organisation asks every unit to report; tasks without a row are forgotten. */
export const reportingDuty = defineRule<{ duty: Duty }>({
  id: "reporting-duty",
  severity: "hint",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Nhiệm vụ tổ chức thực hiện không có trong bảng", en: "Duty without a row" },
  protects: {
    vi: "Phần Tổ chức thực hiện của kế hoạch không bị bỏ quên.",
    en: "The plan's part on organisation is not forgotten.",
  },
  message: {
    vi: ({ duty }) => `Bảng không có dòng nào về ${NAMES[duty].vi}.`,
    en: ({ duty }) => `No row is about ${NAMES[duty].en}.`,
  },
  advice: {
    vi: "Nếu kế hoạch có giao, thêm một dòng để theo dõi.",
    en: "If the plan asks for it, add a row to follow it.",
  },
  find(input) {
    const rows = rowsOf(input);
    if (rows.length < LEAST_TASKS) return [];
    const texts = rows.map(({ task }) => `${keyOf(task.title)}; ${keyOf(task.product)}`);
    return DUTIES.filter(([, pattern]) => !texts.some((text) => pattern.test(text))).map(
      ([duty]) => ({ at: null, task: "", value: duty, data: { duty } }),
    );
  },
});
