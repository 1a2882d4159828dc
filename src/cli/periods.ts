import {
  customPeriod,
  parseIsoDate,
  parseVietnameseDate,
  reportingPeriod,
  type IsoDate,
  type Period,
} from "../deadline";
import { UsageProblem } from "./problem";

const NAMED = {
  "6-thang": "first-half",
  "6-thang-cuoi": "last-half",
  "9-thang": "nine-months",
  nam: "year",
} as const;

/** Reads --period and --year: 6-thang, nam, 6-thang-cuoi, 9-thang, quy-1 … quy-4, thang-1 … thang-12, or D1..D2. */
export function readPeriod(text: string, year: number | null): Period {
  const range = /^(.+)\.\.(.+)$/.exec(text);
  if (range) return readRange(range[1] ?? "", range[2] ?? "");
  if (year === null) throw new UsageProblem("Thiếu năm: thêm --year, ví dụ --year 2024.");
  const named = (NAMED as Readonly<Record<string, (typeof NAMED)[keyof typeof NAMED]>>)[text];
  if (named !== undefined) return reportingPeriod(named, year);
  const numbered = /^(quy|thang)-(\d{1,2})$/.exec(text);
  const number = Number(numbered?.[2] ?? 0);
  if (numbered?.[1] === "quy" && number >= 1 && number <= 4) {
    return reportingPeriod("quarter", year, number);
  }
  if (numbered?.[1] === "thang" && number >= 1 && number <= 12) {
    return reportingPeriod("month", year, number);
  }
  throw new UsageProblem(
    `Không có kỳ báo cáo “${text}”. Dùng: 6-thang, nam, 6-thang-cuoi, 9-thang, quy-1 … quy-4, ` +
      "thang-1 … thang-12, hoặc từ..đến (2024-01-01..2024-03-31).",
  );
}

function readRange(from: string, to: string): Period {
  const period = customPeriod(readDate(from), readDate(to));
  if (!period) throw new UsageProblem(`Kỳ ${from}..${to}: ngày đầu sau ngày cuối.`);
  return period;
}

/** Reads a date of an option: yyyy-mm-dd, or day first (14/6/2024). */
export function readDate(text: string): IsoDate {
  const date = parseIsoDate(text.trim()) ?? parseVietnameseDate(text);
  if (date === null) {
    throw new UsageProblem(`“${text}” không phải là ngày. Viết như 2024-06-14 hoặc 14/6/2024.`);
  }
  return date;
}

/** Reads --year. */
export function readYear(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1900) {
    throw new UsageProblem(`“${text}” không phải là năm.`);
  }
  return year;
}

/** Today by the machine's own calendar. */
export function todayHere(): IsoDate {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
