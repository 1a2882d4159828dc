import { addDays, showDate } from "../deadline";
import type { ResultEntry } from "../task";
import { NO_LEAD } from "./lines";
import { NOT_SORTED } from "./figures";
import type { OutlinePart } from "./outline";
import { sumInProse } from "./sentences";
import { planSubject, sentenceCase } from "./titles";
import type { Breakdown, Counts, LineGroup, Report, ReportLine } from "./types";
import { officialNumber, quantitiesByMeasure, showNumber, showRate } from "./words";

/** A list of tasks longer than this is told by its number, with the annex to look it up. */
const LONGEST_LIST = 12;
/** Stands where only the officer can write. */
const TO_FILL_IN = "…………";

/** The paragraphs of one part of the text. Lines that start with "- " are items. */
export function partParagraphs(report: Report, part: OutlinePart): readonly string[] {
  switch (part) {
    case "carried-out":
      return carriedOut(report);
    case "by-content":
      return byLabel(report, report.figures.byContent, (line) => line.task.contents);
    case "by-form":
      return byLabel(report, report.figures.byForm, (line) => line.task.forms);
    case "measures":
      return measures(report);
    case "progress":
      return progress(report);
    case "done-in-period":
      return listed(report, "done-in-period", "Trong kỳ hoàn thành", (line) =>
        line.resultText === "" ? "" : `: ${line.resultText}`,
      );
    case "no-deadline":
      return noDeadline(report);
    case "changes":
      return changes(report);
    case "overdue":
      return overdue(report);
    case "repeatedly-late":
      return repeatedlyLate(report);
    case "causes":
      return causes(report);
    case "next-period":
      return nextPeriod(report);
    case "year-end":
      return yearEnd(report);
    case "proposals":
      return [TO_FILL_IN];
  }
}

function carriedOut(report: Report): readonly string[] {
  const { figures } = report;
  const leads = figures.byLead.filter((part) => part.label !== NO_LEAD).length;
  const given = leads > 1 ? `, giao ${officialNumber(leads)} đơn vị chủ trì thực hiện` : "";
  return [
    `Kế hoạch có ${officialNumber(figures.all.total)} nhiệm vụ${given}. ` +
      `Trong kỳ báo cáo (từ ngày ${showDate(report.period.from)} đến ngày ${showDate(report.asOf)}) ` +
      `đã ghi nhận ${officialNumber(figures.entriesInPeriod)} kết quả thực hiện.`,
  ];
}

function byLabel(
  report: Report,
  parts: readonly Breakdown[],
  labelsOf: (line: ReportLine) => readonly string[],
): readonly string[] {
  const named = parts.filter((part) => part.label !== NOT_SORTED);
  if (named.length === 0) {
    return report.figures.bySection.map((part) =>
      item(
        sentenceCase(report, part.label),
        part.counts,
        report.lines.filter((line) => line.section === part.label),
      ),
    );
  }
  return named.map((part) =>
    item(
      part.label,
      part.counts,
      report.lines.filter((line) =>
        labelsOf(line).some((label) => label.toLowerCase() === part.key),
      ),
    ),
  );
}

function item(label: string, counts: Counts, lines: readonly ReportLine[]): string {
  const entries = lines.flatMap((line): readonly ResultEntry[] => line.entries);
  const quantities = quantitiesByMeasure(entries)
    .map(({ measure, quantity }) => `${officialNumber(quantity)} ${measure}`)
    .join(", ");
  return (
    `- ${label}: ${officialNumber(counts.total)} nhiệm vụ, ${counts.done === 0 ? "chưa nhiệm vụ nào hoàn thành" : `đã hoàn thành ${officialNumber(counts.done)}`}` +
    `${quantities === "" ? "" : `; kết quả trong kỳ: ${quantities}`}.`
  );
}

function measures(report: Report): readonly string[] {
  if (report.figures.measures.length === 0) return [];
  const sums = report.figures.measures.map(
    ({ measure, inPeriod, toDate }) =>
      `${officialNumber(inPeriod)} ${measure}${inPeriod === toDate ? "" : ` (lũy kế ${officialNumber(toDate)})`}`,
  );
  return [
    `Tổng hợp trong kỳ: ${sums.join("; ")}. Số lũy kế tính từ ngày ${showDate(report.yearStart)}.`,
  ];
}

function progress(report: Report): readonly string[] {
  const { all, original, extended } = report.figures;
  const rates =
    all.comeDue === 0
      ? "Chưa có nhiệm vụ nào đến hạn."
      : `Đã đến hạn ${officialNumber(all.comeDue)} nhiệm vụ; quá hạn ${officialNumber(all.openOverdue)} nhiệm vụ, chiếm ${showRate(all.overdueRate)} số nhiệm vụ đã đến hạn.`;
  return [
    `Tính đến hết ngày ${showDate(report.asOf)}, ${sumInProse(all)}`,
    rates,
    ...(original === null
      ? []
      : [
          `Có ${officialNumber(extended)} nhiệm vụ được điều chỉnh thời hạn; tỷ lệ quá hạn theo thời hạn ban đầu là ${showRate(original.overdueRate)}, theo thời hạn điều chỉnh là ${showRate(all.overdueRate)}.`,
        ]),
    ...(all.doneUnknownDate > 0
      ? [
          `Có ${officialNumber(all.doneUnknownDate)} nhiệm vụ đã hoàn thành nhưng chưa rõ ngày hoàn thành.`,
        ]
      : []),
  ];
}

function noDeadline(report: Report): readonly string[] {
  const { noDeadlineWithResult, noDeadlineWithoutResult, unclear } = report.figures;
  const count = noDeadlineWithResult + noDeadlineWithoutResult;
  if (count === 0) return [];
  return [
    `${officialNumber(count)} nhiệm vụ không có thời hạn cụ thể (thường xuyên, định kỳ, khi có yêu cầu…): ` +
      `${officialNumber(noDeadlineWithResult)} nhiệm vụ đã có kết quả trong kỳ, ${officialNumber(noDeadlineWithoutResult)} nhiệm vụ chưa có kết quả trong kỳ` +
      `${unclear > 0 ? `; trong đó ${officialNumber(unclear)} nhiệm vụ chưa rõ thời hạn` : ""}.`,
  ];
}

function changes(report: Report): readonly string[] {
  const { comparison } = report.figures;
  if (comparison === null) return [];
  const counts = [
    `hoàn thành thêm ${officialNumber(comparison.doneSince.length)} nhiệm vụ`,
    `quá hạn mới ${officialNumber(comparison.newlyOverdue.length)} nhiệm vụ`,
    `vẫn còn quá hạn ${officialNumber(comparison.stillOverdue.length)} nhiệm vụ`,
    ...(comparison.moved.length > 0
      ? [`thay đổi thời hạn ${officialNumber(comparison.moved.length)} nhiệm vụ`]
      : []),
    ...(comparison.edited.length > 0
      ? [`sửa nội dung ${officialNumber(comparison.edited.length)} nhiệm vụ`]
      : []),
    ...(comparison.added.length > 0
      ? [`bổ sung ${officialNumber(comparison.added.length)} nhiệm vụ`]
      : []),
  ];
  return [
    `So với báo cáo ${comparison.earlier.name} (số liệu đến ngày ${showDate(comparison.earlier.asOf)}): ${counts.join("; ")}.`,
  ];
}

function overdue(report: Report): readonly string[] {
  const late = report.lines.filter((line) => line.group === "overdue");
  if (late.length === 0) return ["Không có nhiệm vụ quá hạn."];
  const named = report.reader === "authority" ? () => "" : (line: ReportLine) => ` – ${line.lead}`;
  return [
    `Còn ${officialNumber(late.length)} nhiệm vụ quá hạn${late.length > LONGEST_LIST ? " (danh mục kèm theo)." : ":"}`,
    ...(late.length > LONGEST_LIST
      ? []
      : late.map(
          (line) =>
            `- ${line.task.title} (hạn ${showDate(line.status.missedMilestone ?? line.status.due ?? report.asOf)}, chậm ${line.status.daysLate} ngày)${named(line)}${line.causeText === "" ? "" : `; nguyên nhân: ${line.causeText}`}.`,
        )),
  ];
}

/** Only the leaders read which units are late again and again. */
function repeatedlyLate(report: Report): readonly string[] {
  const { repeatedlyLate: units } = report.figures;
  if (report.reader !== "leaders" || units.length === 0) return [];
  return [
    "Đơn vị nhiều lần chậm:",
    ...units.map(
      (one) =>
        `- ${one.unit}: ${officialNumber(one.overdue)} nhiệm vụ đang quá hạn, ${officialNumber(one.doneLate)} nhiệm vụ hoàn thành quá hạn.`,
    ),
  ];
}

function causes(report: Report): readonly string[] {
  const told = [
    ...new Set(report.lines.map((line) => line.causeText).filter((text) => text !== "")),
  ];
  return told.length === 0
    ? [`Nguyên nhân: ${TO_FILL_IN}`]
    : ["Khó khăn, nguyên nhân:", ...told.map((text) => `- ${text.replace(/[.;]$/, "")}.`)];
}

function nextPeriod(report: Report): readonly string[] {
  const due = report.lines
    .filter((line) => line.group === "due-next-period" || line.group === "due-in-period")
    .sort((one, other) => (one.status.due ?? "").localeCompare(other.status.due ?? ""));
  const late = report.figures.all.openOverdue;
  const lines: string[] = [];
  if (late > 0) {
    lines.push(`Tập trung hoàn thành ${officialNumber(late)} nhiệm vụ đang quá hạn.`);
  }
  if (due.length > 0) {
    lines.push(
      `Thực hiện đúng hạn ${officialNumber(due.length)} nhiệm vụ đến hạn đến ngày ${showDate(report.nextEnd)}${due.length > LONGEST_LIST ? " (danh mục kèm theo)." : ":"}`,
    );
    if (due.length <= LONGEST_LIST) {
      lines.push(
        ...due.map((line) => `- ${line.task.title} (hạn ${showDate(line.status.due ?? "")}).`),
      );
    }
  }
  if (report.figures.all.openNoDeadline > 0) {
    lines.push(
      `Tiếp tục thực hiện ${officialNumber(report.figures.all.openNoDeadline)} nhiệm vụ thường xuyên, định kỳ và không có thời hạn cụ thể.`,
    );
  }
  return lines.length === 0 ? [TO_FILL_IN] : lines;
}

function yearEnd(report: Report): readonly string[] {
  if (report.period.kind !== "year") return [];
  const { expectedByYearEnd, carriedOver, afterCutOff } = report.figures;
  const lines = [
    `Dự kiến hoàn thành đến 31/12/${report.period.year}: ${officialNumber(expectedByYearEnd)} nhiệm vụ; chuyển theo dõi sang năm sau: ${officialNumber(carriedOver)} nhiệm vụ.`,
  ];
  if (afterCutOff === null) return lines;
  const codes = new Set(afterCutOff);
  const finished = report.lines.filter(({ task }) => codes.has(task.code));
  const span = `từ ngày ${showDate(addDays(report.period.to, 1))} đến ngày 31/12/${report.period.year}`;
  if (finished.length === 0) {
    return [...lines, `Bổ sung sau ngày chốt: không có nhiệm vụ hoàn thành thêm ${span}.`];
  }
  const head = `Bổ sung sau ngày chốt: hoàn thành thêm ${officialNumber(finished.length)} nhiệm vụ ${span}`;
  return finished.length > LONGEST_LIST
    ? [...lines, `${head}.`]
    : [...lines, `${head}:`, ...finished.map(({ task }) => `- ${task.title}.`)];
}

function listed(
  report: Report,
  group: LineGroup,
  words: string,
  tail: (line: ReportLine) => string,
): readonly string[] {
  const lines = report.lines.filter((line) => line.group === group);
  if (lines.length === 0) return [];
  const count = `${words} ${officialNumber(lines.length)} nhiệm vụ`;
  if (lines.length > LONGEST_LIST) return [`${count} (danh mục kèm theo).`];
  return [`${count}:`, ...lines.map((line) => `- ${line.task.title}${tail(line)}.`)];
}

/** One paragraph to weave into the general report on administrative reform (báo cáo CCHC). */
export function paragraphToWeaveIn(report: Report): string {
  const { all, measures: sums, noDeadlineWithResult } = report.figures;
  const produced = sums
    .filter((one) => one.inPeriod > 0)
    .map((one) => `${officialNumber(one.inPeriod)} ${one.measure}`)
    .join(", ");
  return [
    `${weaving(report)}: đã triển khai ${officialNumber(all.total)} nhiệm vụ theo kế hoạch; đến hết ngày ${showDate(report.asOf)} hoàn thành ${officialNumber(all.done)} nhiệm vụ, đang thực hiện ${officialNumber(all.open)} nhiệm vụ`,
    ...(noDeadlineWithResult > 0
      ? [`${officialNumber(noDeadlineWithResult)} nhiệm vụ thường xuyên đã có kết quả trong kỳ`]
      : []),
    ...(produced === "" ? [] : [`kết quả trong kỳ: ${produced}`]),
    ...(all.openOverdue > 0
      ? [
          `còn ${officialNumber(all.openOverdue)} nhiệm vụ quá hạn (${showRate(all.overdueRate)} trên ${showNumber(all.comeDue)} nhiệm vụ đã đến hạn)`,
        ]
      : []),
  ]
    .join("; ")
    .concat(".");
}

function weaving(report: Report): string {
  const subject = planSubject(report);
  return subject === "" ? "Về thực hiện kế hoạch" : `Về ${subject}`;
}
