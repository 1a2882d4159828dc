import { officialDate, showDate } from "../deadline";
import { normalizeText } from "../text";
import { reportParties } from "./parties";
import type { Report } from "./types";

const isUpperCase = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase();

/** Names that keep their capital when a title in capitals becomes part of a sentence. */
const CAPITALIZED = ["Đảng", "Nhà nước", "Trung ương", "Chính phủ", "Quốc hội", "Việt Nam"];

/** The plan's subject as part of a sentence: without "Kế hoạch" before it and its own year behind it. */
export function planSubject(report: Report): string {
  const shortened = normalizeText(report.settings.plan.title)
    .replace(/^(về việc|v\/v)\s+/iu, "")
    .replace(/^(kế hoạch|danh mục)\s*/iu, "")
    .replace(/^(các\s+)?nhiệm vụ\s+(?=tuyên truyền|thực hiện|triển khai)/iu, "")
    .replace(/^(thực hiện|triển khai)\s+/iu, "")
    .replace(/[\s,–-]*năm\s+\d{4}\.?$/iu, "");
  if (isUpperCase(shortened)) return withNames(report, shortened.toLowerCase());
  const [first = "", second = ""] = shortened;
  return second === second.toUpperCase() ? shortened : first.toLowerCase() + shortened.slice(1);
}

/** A title in capitals would shout in a sentence: lowered, with the names that are known given back. */
export function sentenceCase(report: Report, title: string): string {
  if (!isUpperCase(title)) return title;
  const lower = withNames(report, title.toLowerCase());
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

function withNames(report: Report, lower: string): string {
  const { place, plan } = report.settings;
  const names = [place, plan.agency, ...report.units.map((unit) => unit.name), ...CAPITALIZED];
  return names
    .filter((name) => name !== "" && !isUpperCase(name))
    .reduce((text, name) => text.replaceAll(name.toLowerCase(), name), lower);
}

/** Subject line: "Kết quả thực hiện Kế hoạch tuyên truyền cải cách hành chính 6 tháng đầu năm 2024". */
export function reportSubject(report: Report): string {
  return ["Kết quả thực hiện Kế hoạch", planSubject(report), report.period.name]
    .filter((part) => part !== "")
    .join(" ");
}

/** "Kế hoạch số 12/KH-BQL ngày 05/01/2024"; what is not known stays a blank to fill in. */
export function planReference(report: Report): string {
  const { number, date } = report.settings.plan;
  const day = date === "" ? "ngày … tháng … năm …" : `ngày ${officialDate(date)}`;
  return `Kế hoạch số ${number === "" ? "…" : number} ${day}`;
}

/** Letters of the agency for the number of a document: "Số: …/BC-…". */
export function numberLine(report: Report, kind: "BC" | "TB"): string {
  const suffix = /\/\s*KH\s*-\s*(\S+)$/u.exec(report.settings.plan.number)?.[1] ?? "…";
  return `Số: …/${kind}-${suffix}`;
}

/** "Kính gửi: Sở Nội vụ tỉnh Hưng Yên"; a blank where the addressee is not known. */
export function addresseeLine(report: Report): string {
  const { recipient } = reportParties(report);
  return `Kính gửi: ${recipient === "" ? "…………" : recipient}`;
}

/** "Hưng Yên, ngày … tháng … năm 2024": the day is written when the document is signed. */
export function placeAndDate(report: Report): string {
  const place = report.settings.place === "" ? "…" : report.settings.place;
  return `${place}, ngày … tháng … năm ${report.asOf.slice(0, 4)}`;
}

/**
 * The first line of both sheets: what the numbers are worth. A draft says so, with the day it counts
 * to and the cut-off; open doubts are counted, with the place to settle them.
 */
export function verdictLine(report: Report): string {
  const parts = [
    report.draft
      ? `DỰ THẢO – số liệu đến ${showDate(report.asOf)}, ngày chốt ${showDate(report.period.to)}.`
      : `Số liệu đến hết ngày chốt ${showDate(report.period.to)}.`,
  ];
  const doubts = openDoubts(report);
  if (doubts > 0) parts.push(`Còn ${doubts} chỗ chưa rõ, xem Rà soát.`);
  return parts.join(" ");
}

/** What the officer should still settle, task by task: unclear deadlines, no lead, done without a day, wrong data. */
export function openDoubts(report: Report): number {
  const { figures, lines } = report;
  return (
    figures.unclear +
    figures.all.doneUnknownDate +
    figures.all.invalid +
    lines.filter((line) => line.task.leads.length === 0 && line.task.owner.leadGroups.length === 0)
      .length
  );
}
