import type * as Docx from "docx";
import { reportContent, type DocumentContent, type DocumentTable, type Paragraph } from "./content";
import { headerSpans } from "./html";
import { balancedLines } from "./measure";
import type { OfficersWords } from "./officers-words";
import { DEFAULT_OUTLINE, type Outline } from "./outline";
import type { Report } from "./types";

/** Twentieths of a point in a millimetre. */
const PER_MM = 1440 / 25.4;
const FONT = "Times New Roman";
/** Sizes in half-points. */
const SIZE = { body: 28, head: 24, motto: 26, small: 22, table: 22 };
const A4 = { width: Math.round(210 * PER_MM), height: Math.round(297 * PER_MM) };
const INDENT = Math.round(12.7 * PER_MM);
const MARGIN = { top: 20, bottom: 20, left: 30, right: 20 };
const POINTS_PER_MM = 72 / 25.4;
/** Width in millimetres of the left half of the head. */
const HEAD_LEFT = 64;
const mm = (millimetres: number) => Math.round(millimetres * PER_MM);

type Library = typeof Docx;

/**
 * A report as a Word file (.docx) laid out by decree 30/2020: A4, Times New Roman, page number at the
 * top from page 2, tables as an annex on landscape pages. The library is loaded only now.
 */
export async function reportDocument(
  report: Report,
  outline: Outline = DEFAULT_OUTLINE,
  words: OfficersWords = {},
): Promise<Uint8Array> {
  return documentFile(reportContent(report, outline, words));
}

/** Any document's content as a Word file. */
export async function documentFile(content: DocumentContent): Promise<Uint8Array> {
  const docx = await import("docx");
  const page = {
    margin: {
      top: mm(MARGIN.top),
      bottom: mm(MARGIN.bottom),
      left: mm(MARGIN.left),
      right: mm(MARGIN.right),
      header: mm(10),
      footer: mm(10),
    },
  };
  const header = new docx.Header({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT], size: SIZE.motto })],
      }),
    ],
  });
  const empty = new docx.Header({ children: [new docx.Paragraph({})] });
  const document = new docx.Document({
    creator: content.agency,
    title: content.subject,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.body, color: "000000", language: { value: "vi-VN" } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { ...page, size: A4 },
        },
        headers: { default: header, first: empty },
        children: body(docx, content),
      },
      ...(content.tables.length === 0
        ? []
        : [
            {
              properties: {
                page: {
                  ...page,
                  size: { ...A4, orientation: docx.PageOrientation.LANDSCAPE },
                },
              },
              headers: { default: header },
              children: content.tables.flatMap((table, index) => annex(docx, table, index > 0)),
            },
          ]),
    ],
  });
  const bytes = await docx.Packer.toArrayBuffer(document);
  return new Uint8Array(bytes);
}

interface RunLooks {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly color?: string;
}

function centered(docx: Library, text: string, looks: RunLooks, after = 0): Docx.Paragraph {
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    spacing: { after },
    children: [new docx.TextRun({ text, ...looks })],
  });
}

/** A line under the text above it, as wide as a share of the cell leaves it. */
function rule(docx: Library, sideIndent: number): Docx.Paragraph {
  return new docx.Paragraph({
    indent: { left: mm(sideIndent), right: mm(sideIndent) },
    border: { top: { style: docx.BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } },
    spacing: { before: 20, after: 0, line: 120 },
    children: [],
  });
}

function sideBySide(
  docx: Library,
  left: readonly Docx.Paragraph[],
  right: readonly Docx.Paragraph[],
  widths: readonly [number, number],
): Docx.Table {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: "FFFFFF" };
  const borders = { top: none, bottom: none, left: none, right: none };
  const cell = (children: readonly Docx.Paragraph[], width: number) =>
    new docx.TableCell({
      children,
      borders,
      margins: { left: 0, right: 0 },
      width: { size: mm(width), type: docx.WidthType.DXA },
    });
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    columnWidths: widths.map(mm),
    width: { size: mm(widths[0] + widths[1]), type: docx.WidthType.DXA },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new docx.TableRow({
        cantSplit: true,
        children: [cell(left, widths[0]), cell(right, widths[1])],
      }),
    ],
  });
}

function body(docx: Library, content: DocumentContent): (Docx.Paragraph | Docx.Table)[] {
  const left = [
    ...(content.superior === ""
      ? []
      : [centered(docx, content.superior.toUpperCase(), { size: SIZE.head })]),
    ...balancedLines(
      content.agency === "" ? "…………" : content.agency.toUpperCase(),
      HEAD_LEFT * POINTS_PER_MM - 4,
      SIZE.head / 2,
      true,
    ).map((line) => centered(docx, line, { bold: true, size: SIZE.head })),
    rule(docx, 21),
    centered(docx, content.number, { size: SIZE.motto }),
  ];
  const right = [
    centered(docx, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: SIZE.head }),
    centered(docx, "Độc lập - Tự do - Hạnh phúc", { bold: true, size: SIZE.motto }),
    rule(docx, 18),
    centered(docx, content.placeAndDate, { italics: true, size: SIZE.motto }),
  ];
  return [
    ...(content.draft === ""
      ? []
      : [
          new docx.Paragraph({
            spacing: { after: 120 },
            children: [
              new docx.TextRun({
                text: content.draft,
                bold: true,
                color: "9C0006",
                size: SIZE.head,
              }),
            ],
          }),
        ]),
    sideBySide(docx, left, right, [HEAD_LEFT, 160 - HEAD_LEFT]),
    new docx.Paragraph({ spacing: { after: 120 }, children: [] }),
    centered(docx, content.kind, { bold: true }),
    ...balancedLines(content.subject, 150 * POINTS_PER_MM, SIZE.body / 2, true).map((line) =>
      centered(docx, line, { bold: true }),
    ),
    rule(docx, 60),
    new docx.Paragraph({ spacing: { after: 120 }, children: [] }),
    ...(content.addressee === ""
      ? []
      : [centered(docx, `Kính gửi: ${content.addressee}`, {}, 200)]),
    ...(content.basis === "" ? [] : [paragraph(docx, { kind: "body", text: content.basis })]),
    ...content.paragraphs.map((one, index) =>
      paragraph(docx, index === content.paragraphs.length - 1 ? ended(one) : one),
    ),
    new docx.Paragraph({ spacing: { after: 120 }, children: [] }),
    sideBySide(
      docx,
      [
        new docx.Paragraph({
          children: [
            new docx.TextRun({ text: "Nơi nhận:", bold: true, italics: true, size: SIZE.head }),
          ],
        }),
        ...content.recipients.map(
          (text) =>
            new docx.Paragraph({ children: [new docx.TextRun({ text, size: SIZE.small })] }),
        ),
      ],
      [
        ...content.signerTitle.map((text) => centered(docx, text, { bold: true })),
        ...[0, 1, 2, 3].map(() => new docx.Paragraph({ children: [] })),
        centered(docx, content.signerName, { bold: true }),
      ],
      [70, 90],
    ),
  ];
}

/** The text of a document ends with "./." (decree 30/2020). */
function ended(paragraph: Paragraph): Paragraph {
  return { ...paragraph, text: `${paragraph.text.replace(/[.\s]+$/, "")}./.` };
}

function paragraph(docx: Library, { kind, text }: Paragraph): Docx.Paragraph {
  const isHeading = kind === "heading" || kind === "subheading";
  return new docx.Paragraph({
    alignment: docx.AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { before: isHeading ? 120 : 0, after: 120 },
    keepNext: isHeading,
    children: [new docx.TextRun({ text, bold: isHeading })],
  });
}

function annex(
  docx: Library,
  table: DocumentTable,
  onNewPage: boolean,
): (Docx.Paragraph | Docx.Table)[] {
  const cell = (
    text: string,
    column: number,
    looks: RunLooks & {
      readonly center?: boolean;
      readonly columns?: number;
      readonly rows?: number;
    },
  ) =>
    new docx.TableCell({
      columnSpan: looks.columns ?? 1,
      rowSpan: looks.rows ?? 1,
      verticalAlign:
        looks.center === true ? docx.VerticalAlignTable.CENTER : docx.VerticalAlignTable.TOP,
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      width: {
        size: mm(
          table.widths
            .slice(column, column + (looks.columns ?? 1))
            .reduce((sum, width) => sum + width, 0),
        ),
        type: docx.WidthType.DXA,
      },
      children: [
        new docx.Paragraph({
          alignment:
            looks.center === true || table.centered.includes(column)
              ? docx.AlignmentType.CENTER
              : docx.AlignmentType.LEFT,
          children: [new docx.TextRun({ text, bold: looks.bold ?? false, size: SIZE.table })],
        }),
      ],
    });
  const spans = headerSpans(table);
  const header = table.header.map(
    (_row, row) =>
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: spans
          .filter((one) => one.row === row)
          .map((one) =>
            cell(one.text, one.column, {
              bold: true,
              center: true,
              columns: one.columns,
              rows: one.rows,
            }),
          ),
      }),
  );
  const rows = table.rows.map(
    (row, index) =>
      new docx.TableRow({
        cantSplit: true,
        children: row.map((text, column) =>
          cell(text, column, {
            bold: table.lastRowIsTotal && index === table.rows.length - 1,
          }),
        ),
      }),
  );
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      pageBreakBefore: onNewPage,
      children: [new docx.TextRun({ text: "PHỤ LỤC", bold: true })],
    }),
    centered(docx, table.title, { bold: true }),
    centered(docx, table.note, { italics: true, size: SIZE.motto }, 120),
    new docx.Table({
      layout: docx.TableLayoutType.FIXED,
      columnWidths: table.widths.map(mm),
      width: {
        size: mm(table.widths.reduce((sum, width) => sum + width, 0)),
        type: docx.WidthType.DXA,
      },
      rows: [...header, ...rows],
    }),
  ];
}
