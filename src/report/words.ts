import type { ResultEntry } from "../task";
import type { LineChange, LineGroup } from "./types";

/** The words of the column "Mục" in the list of tasks. */
export const GROUP_WORDS: Readonly<Record<LineGroup, string>> = {
  "done-in-period": "Hoàn thành trong kỳ",
  "done-before": "Hoàn thành kỳ trước",
  "done-unknown-date": "Xong, chưa rõ ngày",
  overdue: "Quá hạn",
  "due-in-period": "Đến hạn trong kỳ",
  "due-next-period": "Đến hạn kỳ tới",
  "due-later": "Đến hạn sau kỳ tới",
  "no-deadline-with-result": "Không hạn, có kết quả",
  "no-deadline-without-result": "Không hạn, chưa có kết quả",
  "unclear-deadline": "Chưa rõ thời hạn",
  cancelled: "Thôi thực hiện",
  invalid: "Sai dữ liệu",
};

/** The words of the column "Thay đổi": what became of a task since the earlier report. */
export const CHANGE_WORDS: Readonly<Record<LineChange, string>> = {
  none: "",
  "done-since": "Hoàn thành thêm",
  "newly-overdue": "Quá hạn mới",
  "still-overdue": "Vẫn quá hạn",
};

/** A count in an official document: below 10 with a leading zero ("04 tin, bài"). */
export function officialNumber(count: number): string {
  return Number.isInteger(count) && count > 0 && count < 10 ? `0${count}` : showNumber(count);
}

/** A number as Vietnamese write it: 1.234,5. */
export function showNumber(value: number): string {
  const [whole = "0", fraction] = String(Math.round(Math.abs(value) * 100) / 100).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${value < 0 ? "-" : ""}${grouped}${fraction ? `,${fraction}` : ""}`;
}

/** A rate with one decimal ("1,4%"), "–" when there is nothing to divide by. */
export function showRate(rate: number | null): string {
  return rate === null ? "–" : `${showNumber(Math.round(rate * 1000) / 10)}%`;
}

/** Quantities added up by unit of measure, in order of appearance; entries without one are left out. */
export function quantitiesByMeasure(
  entries: readonly ResultEntry[],
): readonly { readonly measure: string; readonly quantity: number }[] {
  const sums = new Map<string, { measure: string; quantity: number }>();
  for (const entry of entries) {
    if (entry.quantity === null || entry.measure === "") continue;
    const key = entry.measure.toLowerCase();
    const sum = sums.get(key);
    if (sum) sum.quantity += entry.quantity;
    else sums.set(key, { measure: entry.measure, quantity: entry.quantity });
  }
  return [...sums.values()];
}

/** What came of a task in a period: "04 tin, bài. Đăng trên Cổng thông tin (BC số 12/BC-VP)". */
export function resultsInWords(entries: readonly ResultEntry[]): string {
  const counts = quantitiesByMeasure(entries)
    .map(({ measure, quantity }) => `${officialNumber(quantity)} ${measure}`)
    .join(", ");
  const texts = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.result === "" && entry.evidence === "") continue;
    const evidence = texts.get(entry.result) ?? [];
    if (entry.evidence !== "" && !evidence.includes(entry.evidence)) evidence.push(entry.evidence);
    texts.set(entry.result, evidence);
  }
  const words = [...texts].map(([result, evidence]) =>
    evidence.length === 0
      ? result
      : result === ""
        ? evidence.join("; ")
        : `${result} (${evidence.join("; ")})`,
  );
  return [counts, ...words].filter((part) => part !== "").join(". ");
}
