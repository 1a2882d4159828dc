import { reportContent, type DocumentContent, type DocumentTable, type Paragraph } from "./content";
import type { OfficersWords } from "./officers-words";
import { DEFAULT_OUTLINE, type Outline } from "./outline";
import type { Report } from "./types";

const FONT = "font-family:'Times New Roman',serif;color:#000";
const CENTER = "text-align:center";
const BODY = "text-align:justify;text-indent:1.27cm;margin:0 0 6pt 0";

/**
 * A report as HTML to paste into Word: styles stand on every element, since Word keeps nothing else;
 * the head is a table of two cells as decree 30/2020 lays it out.
 */
export function reportHtml(
  report: Report,
  outline: Outline = DEFAULT_OUTLINE,
  words: OfficersWords = {},
): string {
  return documentHtml(reportContent(report, outline, words));
}

/** Any document's content as HTML to paste into Word. */
export function documentHtml(content: DocumentContent): string {
  const parts = [
    ...(content.draft === "" ? [] : [line(content.draft, "font-weight:bold;color:#9C0006")]),
    headTable(content),
    line(content.kind, `${CENTER};font-weight:bold;margin-top:12pt`),
    line(content.subject, `${CENTER};font-weight:bold;margin-bottom:12pt`),
    ...(content.addressee === "" ? [] : [line(`Kính gửi: ${content.addressee}`, CENTER)]),
    ...(content.basis === "" ? [] : [line(content.basis, BODY)]),
    ...content.paragraphs.map(paragraphHtml),
    footTable(content),
    ...content.tables.map(tableHtml),
  ];
  return `<div lang="vi" style="${FONT};font-size:14pt">${parts.join("")}</div>`;
}

/** Text made safe to stand in HTML. */
function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function line(text: string, style: string): string {
  return `<p style="margin:0;${style}">${escapeHtml(text)}</p>`;
}

function paragraphHtml({ kind, text }: Paragraph): string {
  switch (kind) {
    case "heading":
      return line(text, "font-weight:bold;page-break-after:avoid;margin:6pt 0;text-indent:1.27cm");
    case "subheading":
      return line(
        text,
        "font-weight:bold;font-style:italic;page-break-after:avoid;margin:6pt 0;text-indent:1.27cm",
      );
    case "body":
    case "item":
      return line(text, BODY);
  }
}

function headTable(content: DocumentContent): string {
  const left = [
    ...(content.superior === "" ? [] : [line(content.superior.toUpperCase(), "")]),
    line(content.agency === "" ? "…………" : content.agency.toUpperCase(), "font-weight:bold"),
    line("―――――", "font-size:8pt"),
    line(content.number, "font-size:13pt"),
  ];
  const right = [
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "font-weight:bold;font-size:12pt"),
    line("Độc lập - Tự do - Hạnh phúc", "font-weight:bold;font-size:13pt"),
    line("―――――――――――――――", "font-size:8pt"),
    line(content.placeAndDate, "font-style:italic;font-size:13pt"),
  ];
  return sideBySide(left, right, `${CENTER};font-size:12pt`, `${CENTER};font-size:12pt`);
}

function footTable(content: DocumentContent): string {
  const left = [
    line("Nơi nhận:", "font-weight:bold;font-style:italic;font-size:12pt"),
    ...content.recipients.map((text) => line(text, "font-size:11pt")),
  ];
  const right = [
    ...content.signerTitle.map((text) => line(text, "font-weight:bold")),
    "<p>&nbsp;</p><p>&nbsp;</p><p>&nbsp;</p>",
    line(content.signerName, "font-weight:bold"),
  ];
  return sideBySide(left, right, "", CENTER);
}

function sideBySide(
  left: readonly string[],
  right: readonly string[],
  leftStyle: string,
  rightStyle: string,
): string {
  const cell = (parts: readonly string[], style: string, width: number) =>
    `<td style="width:${width}%;vertical-align:top;border:none;${style}">${parts.join("")}</td>`;
  return `<table style="width:100%;border-collapse:collapse;border:none;${FONT}"><tr style="page-break-inside:avoid">${cell(left, leftStyle, 42)}${cell(right, rightStyle, 58)}</tr></table>`;
}

function tableHtml(table: DocumentTable): string {
  const border = "border:1px solid #000;padding:2pt 4pt;vertical-align:top";
  const cells = (row: readonly string[], tag: "td" | "th", bold: boolean) =>
    row
      .map((text, index) => {
        const centered = tag === "th" || table.centered.includes(index) ? `;${CENTER}` : "";
        return `<${tag} style="${border}${centered};font-weight:${bold ? "bold" : "normal"}">${escapeHtml(text)}</${tag}>`;
      })
      .join("");
  const header = table.header.map((_row, row) => `<tr>${headerCells(table, row, border)}</tr>`);
  const rows = table.rows.map((row, index) => {
    const bold = table.lastRowIsTotal && index === table.rows.length - 1;
    return `<tr style="page-break-inside:avoid">${cells(row, "td", bold)}</tr>`;
  });
  return [
    line(table.title, `${CENTER};font-weight:bold;margin-top:18pt`),
    line(table.note, `${CENTER};font-style:italic;margin-bottom:6pt`),
    `<table style="width:100%;border-collapse:collapse;${FONT};font-size:11pt"><thead>${header.join("")}</thead><tbody>${rows.join("")}</tbody></table>`,
  ].join("");
}

/** Header cells with the spans that their empty neighbours leave to them. */
function headerCells(table: DocumentTable, row: number, border: string): string {
  return headerSpans(table)
    .filter((cell) => cell.row === row)
    .map(
      ({ text, columns, rows }) =>
        `<th colspan="${columns}" rowspan="${rows}" style="${border};${CENTER};font-weight:bold">${escapeHtml(text)}</th>`,
    )
    .join("");
}

/** A header cell with how many columns and rows it covers. */
interface HeaderCell {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly text: string;
}

/** The header cells of a table: an upper cell covers the empty ones at its right or the one under it. */
export function headerSpans(table: DocumentTable): readonly HeaderCell[] {
  const [upper = [], lower] = table.header;
  if (lower === undefined) {
    return upper.map((text, column) => ({ row: 0, column, columns: 1, rows: 1, text }));
  }
  const cells: HeaderCell[] = [];
  upper.forEach((text, column) => {
    if (text === "") return;
    if (lower[column] === "") {
      cells.push({ row: 0, column, columns: 1, rows: 2, text });
      return;
    }
    let columns = 1;
    while (upper[column + columns] === "" && lower[column + columns] !== "") columns += 1;
    if (column + columns > upper.length) columns = upper.length - column;
    cells.push({ row: 0, column, columns, rows: 1, text });
  });
  lower.forEach((text, column) => {
    if (text !== "") cells.push({ row: 1, column, columns: 1, rows: 1, text });
  });
  return cells;
}
