import { showDate, toSerial } from "../deadline";
import { cellAddress, type ChartPlan, type SheetPlan } from "../sheet";
import { CLASS_COLUMNS } from "./class-columns";
import { FIRST_NUMBER } from "./count-table";
import { recipients, writeLetterhead, writeSignature } from "./letterhead";
import { VERDICT } from "./list-sheet";
import { balancedLines } from "./measure";
import { reportParties } from "./parties";
import { HEAD_SPLIT, OFFICERS_AREAS, SIGNATURE_SPLIT } from "./officers-words";
import { AS_OF_CELL, FROM_CELL, TO_CELL } from "./references";
import { PAGE_SCALE, SheetBuilder } from "./sheet-builder";
import { writeDetails } from "./summary-details";
import { mainParts, writeMainTable, type MainTable } from "./summary-main";
import {
  addresseeLine,
  numberLine,
  openDoubts,
  placeAndDate,
  reportSubject,
  sentenceCase,
  verdictLine,
} from "./titles";
import type { Report } from "./types";

/** Widths in points: running number, label, eleven numbers; at the pages' scale within 152 of 160 mm. */
const WIDTHS = [22, 96, ...CLASS_COLUMNS.map(() => 30)];
const LETTERHEAD_ROW = 3;
const DATE = "dd/mm/yyyy";
const CHART_ROW_HEIGHT = 15;
/** Rows that a chart covers: one and a little for each bar, within a page. */
const chartRows = (bars: number) => Math.min(36, Math.max(11, 5 + Math.ceil(bars * 1.2)));
const LONGEST_CHART_LABEL = 36;

/**
 * The sheet "BC …": head, figures, chart, signature. Every number is a COUNTIFS over the report's own
 * list, which counts by this sheet's own as-of cell and by nothing else.
 */
export function summarySheet(report: Report): SheetPlan {
  const builder = new SheetBuilder(WIDTHS);
  const parties = reportParties(report);
  const firstPrinted = firstPrintedRow(report);
  builder.printFrom(firstPrinted);
  builder.put(0, 0, verdictLine(report), VERDICT);
  writeDays(builder, report);
  let row = writeLetterhead(builder, LETTERHEAD_ROW, HEAD_SPLIT, {
    superior: parties.superior,
    agency: parties.agency,
    number: numberLine(report, "BC"),
    placeAndDate: placeAndDate(report),
  });
  keepOfficersWords(builder, OFFICERS_AREAS.agencies, LETTERHEAD_ROW, row - 1);
  keepOfficersWords(builder, OFFICERS_AREAS.numberAndDate, row - 1, row);
  row = writeTitle(builder, row + 1, report);
  const main = writeMainTable(builder, row, report);
  const hasChart = report.lines.length > 0;
  // Beside its numbers when there is room, else after the tables: never over a break.
  const rows = chartRows(main.rows.length);
  const chartFirst = hasChart && builder.fits(main.next, rows * CHART_ROW_HEIGHT);
  let chartRow = main.next;
  if (chartFirst) reserveChart(builder, chartRow, rows);
  row = writeDetails(builder, chartFirst ? chartRow + rows + 1 : chartRow, report);
  if (hasChart && !chartFirst) {
    chartRow = row;
    builder.startBlock(chartRow, [rows * CHART_ROW_HEIGHT]);
    row = reserveChart(builder, chartRow, rows);
  }
  const signed = writeSignature(builder, row + 1, SIGNATURE_SPLIT, {
    title: parties.signerTitle,
    name: parties.signerName,
    recipients: recipients(parties.recipient, true),
  });
  keepOfficersWords(builder, OFFICERS_AREAS.signature, row + 1, signed);
  const chart = hasChart ? chartOf(builder, chartRow, signed + 2, report, main) : null;
  return {
    name: report.sheets.summary,
    blocks: builder.blocks(),
    tables: [],
    styles: builder.styles,
    merges: builder.merges,
    columnWidths: WIDTHS,
    rowHeights: builder.heights,
    validations: [
      {
        area: { ...AS_OF_CELL, rows: 1, columns: 1 },
        rule: { kind: "date", from: report.period.from, to: report.period.to },
        style: "stop",
        title: "Ngày số liệu",
        message: `Nhập một ngày trong kỳ báo cáo, từ ${showDate(report.period.from)} đến ${showDate(report.period.to)}.`,
      },
    ],
    conditionalFormats: [],
    names: [
      { name: "SoLieuDenNgay", area: { ...AS_OF_CELL, rows: 1, columns: 1 }, scope: "sheet" },
    ],
    charts: chart === null ? [] : [chart],
    print: {
      orientation: "portrait",
      area: {
        row: firstPrinted,
        column: 0,
        rows: signed - firstPrinted,
        columns: WIDTHS.length,
      },
      margins: { top: 20, bottom: 20, left: 30, right: 20 },
      pageNumbers: true,
      pages: { scale: PAGE_SCALE, breaks: builder.pageBreaks },
    },
    gridlines: false,
    editable: builder.editable,
  };
}

/** The lines that say what the numbers are worth are printed only where something is still open. */
function firstPrintedRow(report: Report): number {
  return report.draft || openDoubts(report) > 0 ? 0 : LETTERHEAD_ROW;
}

/** Names the rows that the officer may word anew: made again, the sheet keeps what he wrote there. */
function keepOfficersWords(builder: SheetBuilder, name: string, first: number, end: number): void {
  builder.editable.push({
    name,
    area: { row: first, column: 0, rows: end - first, columns: WIDTHS.length },
    scope: "sheet",
  });
}

/** The days that the formulas count by, above the printed page unless it is a draft. */
function writeDays(builder: SheetBuilder, report: Report): void {
  const label = { fontSize: 11, wrap: false, horizontal: "right" } as const;
  const date = { fontSize: 11, wrap: false, horizontal: "center", numberFormat: DATE } as const;
  const { row } = AS_OF_CELL;
  builder.across(row, 0, 4, "Số liệu tính đến ngày:", label);
  builder.across(row, AS_OF_CELL.column, 2, toSerial(report.asOf), {
    ...date,
    bold: true,
    fill: "#FFF8DC",
  });
  builder.across(row, 6, 2, "Kỳ từ:", label);
  builder.across(row, FROM_CELL.column, 2, toSerial(report.period.from), date);
  builder.put(row, 10, "đến:", label);
  builder.across(row, TO_CELL.column, 2, toSerial(report.period.to), date);
  builder.heights[2] = 6;
}

function writeTitle(builder: SheetBuilder, firstRow: number, report: Report): number {
  const columns = WIDTHS.length;
  const centered = { horizontal: "center", wrap: false } as const;
  let row = firstRow;
  builder.across(row, 0, columns, "BÁO CÁO", { ...centered, bold: true, fontSize: 14 });
  row += 1;
  const subject = balancedLines(reportSubject(report), builder.width(0, columns) - 30, 13, true);
  for (const line of subject) {
    builder.across(row, 0, columns, line, { ...centered, bold: true, fontSize: 13 });
    row += 1;
  }
  keepOfficersWords(builder, OFFICERS_AREAS.title, firstRow, row);
  builder.across(
    row,
    0,
    columns,
    `(Kỳ báo cáo từ ngày ${showDate(report.period.from)} đến ngày ${showDate(report.period.to)}; số liệu tính đến hết ngày ${showDate(report.asOf)})`,
    { ...centered, italic: true, fontSize: 12 },
  );
  builder.across(row + 1, 0, columns, addresseeLine(report), { ...centered, fontSize: 13 });
  keepOfficersWords(builder, OFFICERS_AREAS.addressee, row + 1, row + 2);
  builder.heights[row + 2] = 8;
  return row + 3;
}

function reserveChart(builder: SheetBuilder, firstRow: number, rows: number): number {
  for (let row = firstRow; row < firstRow + rows; row += 1) builder.heights[row] = CHART_ROW_HEIGHT;
  return firstRow + rows;
}

/** Done green, in time light blue, overdue dark red, without deadline pale: four greys apart on a printer without colour. */
const SERIES_COLORS = ["#548235", "#9DC3E6", "#C00000", "#E2E2E2"];

/** The chart's own numbers stand under the printed page: a chart wants them side by side. */
function chartOf(
  builder: SheetBuilder,
  row: number,
  dataRow: number,
  report: Report,
  main: MainTable,
): ChartPlan {
  const style = { fontSize: 9, color: "#7F7F7F", wrap: false } as const;
  const series = ["done", "openInTime", "openOverdue", "openNoDeadline"] as const;
  const words = ["Đã hoàn thành", "Trong hạn", "Quá hạn", "Không có hạn"];
  const { parts } = mainParts(report);
  builder.put(dataRow, 0, "Số liệu của biểu đồ (không in)", style);
  words.forEach((word, index) => builder.put(dataRow + 1, FIRST_NUMBER + index, word, style));
  parts.forEach((part, index) => {
    const at = dataRow + 2 + index;
    builder.put(at, 1, shortened(sentenceCase(report, part.label)), style);
    series.forEach((id, place) => {
      const column = FIRST_NUMBER + CLASS_COLUMNS.findIndex((one) => one.id === id);
      builder.put(
        at,
        FIRST_NUMBER + place,
        { formula: `=${cellAddress(main.rows[index] ?? 0, column)}`, expected: part.counts[id] },
        style,
      );
    });
  });
  return {
    kind: "bar-stacked",
    title: `Tiến độ thực hiện đến ngày ${showDate(report.asOf)}`,
    source: { row: dataRow + 1, column: 1, rows: parts.length + 1, columns: 1 + series.length },
    seriesBy: "columns",
    colors: SERIES_COLORS,
    place: { row, column: 0, rows: chartRows(parts.length), columns: WIDTHS.length },
  };
}

function shortened(label: string): string {
  return label.length <= LONGEST_CHART_LABEL
    ? label
    : `${label.slice(0, LONGEST_CHART_LABEL).replace(/\s+\S*$/, "")}…`;
}
