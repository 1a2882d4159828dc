import { showDate } from "../deadline";
import type { Counts, Report } from "./types";
import { showNumber, showRate } from "./words";

/**
 * The outcome in plain sentences for the pane: the sum of the classes, the rate, what is doubtful.
 * "30 nhiệm vụ = 14 đã hoàn thành (11 đúng hạn, …) + 16 chưa hoàn thành (…). Tổng khớp."
 */
export function reportSentences(report: Report): readonly string[] {
  const { figures, settings } = report;
  const { all } = figures;
  return [
    `${sumSentence(all)} ${all.invalid === 0 ? "Tổng khớp." : `Có ${all.invalid} nhiệm vụ sai dữ liệu, xem cột Tình trạng.`}`,
    rateSentence(all, figures.original),
    ...(all.dueSoon > 0
      ? [`${all.dueSoon} nhiệm vụ sắp đến hạn trong ${settings.warningDays} ngày.`]
      : []),
    ...(figures.noDeadlineWithoutResult > 0
      ? [`${figures.noDeadlineWithoutResult} nhiệm vụ không có thời hạn chưa có kết quả trong kỳ.`]
      : []),
    ...(figures.unclear > 0
      ? [`${figures.unclear} nhiệm vụ chưa rõ thời hạn, đang tính vào “không có thời hạn”.`]
      : []),
    ...(figures.undatedEntries > 0
      ? [`${figures.undatedEntries} kết quả chưa ghi ngày, chưa tính vào kỳ nào.`]
      : []),
    ...(report.draft
      ? [
          `Đây là dự thảo: số liệu đến ${showDate(report.asOf)}, ngày chốt ${showDate(report.period.to)}.`,
        ]
      : []),
  ];
}

/** "30 nhiệm vụ = 14 đã hoàn thành (…) + 15 chưa hoàn thành (…) + 1 thôi thực hiện." */
function sumSentence(counts: Counts): string {
  const rest = [
    ...(counts.cancelled > 0 ? [`${showNumber(counts.cancelled)} thôi thực hiện`] : []),
    ...(counts.invalid > 0 ? [`${showNumber(counts.invalid)} sai dữ liệu`] : []),
  ];
  return `${[
    `${showNumber(counts.total)} nhiệm vụ = ${showNumber(counts.done)} đã hoàn thành${doneInBrackets(counts)}`,
    `${showNumber(counts.open)} chưa hoàn thành${openInBrackets(counts)}`,
    ...rest,
  ].join(" + ")}.`;
}

/** The same sum as a sentence of the report: "tổng số 30 nhiệm vụ: đã hoàn thành 14 nhiệm vụ (…); …". */
export function sumInProse(counts: Counts): string {
  const parts = [
    `đã hoàn thành ${showNumber(counts.done)} nhiệm vụ${doneInBrackets(counts)}`,
    `chưa hoàn thành ${showNumber(counts.open)} nhiệm vụ${openInBrackets(counts)}`,
    ...(counts.cancelled > 0 ? [`thôi thực hiện ${showNumber(counts.cancelled)} nhiệm vụ`] : []),
    ...(counts.invalid > 0 ? [`sai dữ liệu ${showNumber(counts.invalid)} nhiệm vụ`] : []),
  ];
  return `trong tổng số ${showNumber(counts.total)} nhiệm vụ: ${parts.join("; ")}.`;
}

function doneInBrackets(counts: Counts): string {
  return inBrackets([
    [counts.doneOnTime, "đúng hạn"],
    [counts.doneLate, "quá hạn"],
    [counts.doneNoDeadline, "không có thời hạn"],
    [counts.doneUnknownDate, "chưa rõ ngày"],
  ]);
}

function openInBrackets(counts: Counts): string {
  return inBrackets([
    [counts.openInTime, "trong hạn"],
    [counts.openOverdue, "quá hạn"],
    [counts.openNoDeadline, "không có thời hạn"],
  ]);
}

function inBrackets(parts: readonly (readonly [number, string])[]): string {
  const some = parts.filter(([count]) => count > 0);
  if (some.length === 0) return "";
  return ` (${some.map(([count, word]) => `${showNumber(count)} ${word}`).join(", ")})`;
}

function rateSentence(all: Counts, original: Counts | null): string {
  if (all.comeDue === 0) return "Chưa có nhiệm vụ nào đến hạn.";
  const rate = `${showNumber(all.comeDue)} nhiệm vụ đã đến hạn, quá hạn ${showNumber(all.openOverdue)} (${showRate(all.overdueRate)})`;
  return original === null || original.overdueRate === all.overdueRate
    ? `${rate}.`
    : `${rate}; theo thời hạn ban đầu: ${showRate(original.overdueRate)}.`;
}
