import { showDate, type IsoDate } from "../deadline";
import type { Locale } from "../locale";
import type { CellStyle, PlanCell, SheetPlan, StyledArea } from "../sheet";
import type { Settings } from "../task";
import type { Finding, Severity } from "./types";

/** Name of the sheet of findings. */
export const FINDINGS_SHEET = "Rà soát";

export interface FindingsSheetOptions {
  readonly locale: Locale;
  readonly settings: Settings;
  readonly today: IsoDate;
}

/** Widths in points; together the width of A4 across without its margins. */
const WIDTHS = [30, 44, 66, 292, 176, 106];
const CENTRED: CellStyle = { horizontal: "center", wrap: true };

const WORDS = {
  vi: {
    title: "PHIẾU RÀ SOÁT PHỤ LỤC",
    plan: (number: string, title: string) =>
      `Kế hoạch số ${number === "" ? "…" : number}${title === "" ? "" : `: ${title}`}`,
    day: (day: string) => `Rà soát ngày ${day}`,
    counts: (errors: number, warnings: number, hints: number) =>
      `${errors} lỗi, ${warnings} cảnh báo, ${hints} gợi ý. Lỗi làm sai số liệu, cần sửa trước khi tổng hợp.`,
    none: "Không có nội dung cần xem lại.",
    headers: ["STT", "Ô", "Mức", "Nội dung cần xem lại", "Đề nghị", "Ý kiến đơn vị soạn"],
    severity: { error: "Lỗi", warning: "Cảnh báo", hint: "Gợi ý" },
    candidates: (list: string) => `Có thể là: ${list}.`,
    whole: "Cả bảng",
  },
  en: {
    title: "REVIEW OF THE APPENDIX",
    plan: (number: string, title: string) =>
      `Plan no. ${number === "" ? "…" : number}${title === "" ? "" : `: ${title}`}`,
    day: (day: string) => `Reviewed on ${day}`,
    counts: (errors: number, warnings: number, hints: number) =>
      `${errors} errors, ${warnings} warnings, ${hints} hints. Errors make figures wrong and are to be mended first.`,
    none: "Nothing to look at again.",
    headers: ["No.", "Cell", "Severity", "What to look at again", "Advice", "The drafter's answer"],
    severity: { error: "Error", warning: "Warning", hint: "Hint" },
    candidates: (list: string) => `May be: ${list}.`,
    whole: "Whole table",
  },
} as const;

const FILLS: Readonly<Record<Severity, string>> = {
  error: "#F8D7DA",
  warning: "#FFF3CD",
  hint: "#FFFFFF",
};

/**
 * The sheet Rà soát: a form to send back to the drafter, printable on A4 across, each finding with a link
 * to its cell and room for the answer. Values only; it is made anew at each review.
 */
export function findingsSheet(
  findings: readonly Finding[],
  { locale, settings, today }: FindingsSheetOptions,
): SheetPlan {
  const words = WORDS[locale];
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  const { plan } = settings;
  const top: PlanCell[][] = [
    [words.title],
    [words.plan(plan.number, plan.title)],
    [words.day(showDate(today))],
    [
      findings.length === 0
        ? words.none
        : words.counts(count("error"), count("warning"), count("hint")),
    ],
  ];
  const headerRow = top.length + 1;
  const rows = findings.map((finding, index): PlanCell[] => [
    index + 1,
    finding.cell === "" ? words.whole : finding.cell,
    words.severity[finding.severity],
    [
      finding.message,
      finding.candidates.length > 0 ? words.candidates(finding.candidates.join("; ")) : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
    finding.advice,
    null,
  ]);
  const last = headerRow + rows.length;
  const width = WIDTHS.length;
  const area = (row: number, column: number, height: number, columns: number) => ({
    row,
    column,
    rows: height,
    columns,
  });
  const fills = findings.map((finding, index): StyledArea => ({
    area: area(headerRow + 1 + index, 2, 1, 1),
    style: { fill: FILLS[finding.severity] },
  }));
  return {
    name: FINDINGS_SHEET,
    blocks: [
      { row: 0, column: 0, cells: top },
      { row: headerRow, column: 0, cells: [[...words.headers], ...rows] },
    ],
    tables: [],
    styles: [
      { area: area(0, 0, 1, width), style: { bold: true, fontSize: 14, wrap: false } },
      { area: area(1, 0, 3, width), style: { wrap: false } },
      {
        area: area(headerRow, 0, rows.length + 1, width),
        style: { borders: "all", wrap: true, vertical: "top", fontSize: 11 },
      },
      {
        area: area(headerRow, 0, 1, width),
        style: { ...CENTRED, bold: true, vertical: "center", fill: "#E7E6E6" },
      },
      ...(rows.length === 0
        ? []
        : [{ area: area(headerRow + 1, 0, rows.length, 3), style: CENTRED }]),
      ...fills.filter(({ style }) => style.fill !== FILLS.hint),
    ],
    merges: [],
    columnWidths: WIDTHS,
    rowHeights: {},
    validations: [],
    conditionalFormats: [],
    // A name of the sheet's own tells later that the sheet may be made again.
    names: [{ name: "TrangRaSoat", area: area(0, 0, 1, 1), scope: "sheet" }],
    charts: [],
    frozenRows: headerRow + 1,
    gridlines: false,
    print: {
      orientation: "landscape",
      area: area(0, 0, last + 1, width),
      titleRows: [headerRow, headerRow],
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      pageNumbers: true,
    },
    links: findings.flatMap((finding, index) =>
      finding.cell === ""
        ? []
        : [
            {
              row: headerRow + 1 + index,
              column: 1,
              target: `'${finding.sheet.replaceAll("'", "''")}'!${finding.cell}`,
            },
          ],
    ),
  };
}
