import { showDate } from "../deadline";
import { CLASS_COLUMNS } from "./class-columns";
import { partParagraphs } from "./content-parts";
import { recipients } from "./letterhead";
import { withOfficersWords, type DocumentHead, type OfficersWords } from "./officers-words";
import { DEFAULT_OUTLINE, type Outline, type OutlineSection } from "./outline";
import { reportParties } from "./parties";
import { mainParts } from "./summary-main";
import { numberLine, placeAndDate, planReference, reportSubject } from "./titles";
import type { Report } from "./types";
import { GROUP_WORDS } from "./words";

/** A paragraph of a document: a heading, a justified paragraph or an item of a list. */
export interface Paragraph {
  readonly kind: "heading" | "subheading" | "body" | "item";
  readonly text: string;
}

/** A table of the annex, printed on landscape pages. Widths in millimetres, together at most 252. */
export interface DocumentTable {
  readonly title: string;
  readonly note: string;
  readonly widths: readonly number[];
  /** One or two header rows; an empty text belongs to the cell at its left (or above). */
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers are centred. */
  readonly centered: readonly number[];
  readonly lastRowIsTotal: boolean;
}

/** A document as plain data; Word and the page to paste show the same. */
export interface DocumentContent extends DocumentHead {
  readonly draft: string;
  readonly basis: string;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly DocumentTable[];
}

/**
 * The text of a report by its outline, by decree 30/2020: head, subject, "Kính gửi", basis, sections
 * with the figures in sentences, recipients and signature, tables as annex. What is not known stays a
 * blank; what the officer worded anew on the sheet (`words`) comes before ours.
 */
export function reportContent(
  report: Report,
  outline: Outline = DEFAULT_OUTLINE,
  words: OfficersWords = {},
): DocumentContent {
  return withOfficersWords(ownContent(report, outline), words);
}

function ownContent(report: Report, outline: Outline): DocumentContent {
  const { superior, agency, recipient, signerTitle, signerName } = reportParties(report);
  return {
    superior,
    agency,
    number: numberLine(report, "BC"),
    placeAndDate: placeAndDate(report),
    kind: "BÁO CÁO",
    subject: reportSubject(report),
    draft: report.draft
      ? `DỰ THẢO – số liệu đến ${showDate(report.asOf)}, ngày chốt ${showDate(report.period.to)}`
      : "",
    addressee: recipient === "" ? "…………" : recipient,
    basis: basis(report),
    paragraphs: outline.flatMap((section) => sectionParagraphs(report, section, 1)),
    recipients: recipients(recipient, true),
    signerTitle: signerLines(signerTitle),
    signerName,
    tables: [classTable(report), taskTable(report)],
  };
}

/** Title of the signer as lines: "KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN"; a blank when it is not known. */
export function signerLines(title: string): readonly string[] {
  const lines = title.toUpperCase().split(/\s*[\n/]\s*/);
  return title.trim() === "" ? ["……………………"] : lines.filter((line) => line !== "");
}

function basis(report: Report): string {
  const { basedOn } = report.settings;
  const { agency } = reportParties(report);
  const writer = agency === "" ? "…………" : agency;
  const on = basedOn === "" ? "" : `${basedOn.replace(/[.;,]\s*$/, "")} và `;
  return (
    `Thực hiện ${on}${planReference(report)}, ${writer} báo cáo ` +
    `kết quả thực hiện ${report.period.name} như sau:`
  );
}

function sectionParagraphs(
  report: Report,
  section: OutlineSection,
  level: number,
): readonly Paragraph[] {
  const texts = section.parts.flatMap((part) => partParagraphs(report, part));
  return [
    { kind: level === 1 ? "heading" : "subheading", text: section.title },
    ...texts.map((text): Paragraph => ({ kind: text.startsWith("- ") ? "item" : "body", text })),
    ...(section.sections ?? []).flatMap((inner) => sectionParagraphs(report, inner, level + 1)),
  ];
}

function classTable(report: Report): DocumentTable {
  const { parts, label } = mainParts(report);
  const over = CLASS_COLUMNS.map((column, index) =>
    CLASS_COLUMNS[index - 1]?.over === column.over ? "" : column.over,
  );
  return {
    title: "TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
    note: `(Số liệu tính đến hết ngày ${showDate(report.asOf)})`,
    widths: [10, 66, ...CLASS_COLUMNS.map(() => 16)],
    header: [
      ["TT", label, ...over],
      ["", "", ...CLASS_COLUMNS.map((column) => column.header)],
    ],
    rows: [
      ...parts.map((part, index) => [
        String(index + 1),
        part.label,
        ...CLASS_COLUMNS.map((column) => String(part.counts[column.id] ?? 0)),
      ]),
      [
        "",
        "Tổng cộng",
        ...CLASS_COLUMNS.map((column) => String(report.figures.all[column.id] ?? 0)),
      ],
    ],
    centered: [0, ...CLASS_COLUMNS.map((_column, index) => index + 2)],
    lastRowIsTotal: true,
  };
}

function taskTable(report: Report): DocumentTable {
  const named = report.reader !== "authority";
  const pick = (cells: readonly string[]) => cells.filter((_cell, index) => named || index !== 2);
  return {
    title: "DANH MỤC NHIỆM VỤ VÀ TIẾN ĐỘ THỰC HIỆN",
    note: `(Số liệu tính đến hết ngày ${showDate(report.asOf)})`,
    widths: named ? [12, 72, 30, 26, 24, 62, 26] : [12, 86, 30, 26, 68, 30],
    header: [
      pick([
        "STT",
        "Nhiệm vụ",
        "Chủ trì",
        "Thời hạn",
        "Số ngày chậm",
        "Kết quả trong kỳ",
        "Tình trạng",
      ]),
    ],
    rows: report.lines.map((line) =>
      pick([
        line.task.number,
        line.task.title,
        line.lead,
        line.status.due === null ? line.task.deadlineText : showDate(line.status.due),
        line.status.daysLate === 0 ? "" : String(line.status.daysLate),
        line.resultText,
        GROUP_WORDS[line.group],
      ]),
    ),
    centered: named ? [0, 3, 4] : [0, 2, 3],
    lastRowIsTotal: false,
  };
}
