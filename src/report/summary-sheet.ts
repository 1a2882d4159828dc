import { showDate, toSerial } from "../deadline";
import type { ChartPlan, SheetPlan } from "../sheet";
import { CLASS_COLUMNS } from "./class-columns";
import { writeLetterhead, writeSignature } from "./letterhead";
import { VERDICT } from "./list-sheet";
import { breakLines } from "./measure";
import { AS_OF_CELL, FROM_CELL, TO_CELL } from "./references";
import { SheetBuilder } from "./sheet-builder";
import { writeDetails } from "./summary-details";
import { writeMainTable, type MainTable } from "./summary-main";
import { numberLine, openDoubts, placeAndDate, reportSubject, verdictLine } from "./titles";
import type { Report } from "./types";

/** Widths in points: running number, label, eleven numbers; together at most 160 mm. */
const WIDTHS = [22, 101, ...CLASS_COLUMNS.map(() => 30)];
const SPLIT = 4;
const LETTERHEAD_ROW = 3;
const DATE = "dd/mm/yyyy";
const CHART_ROWS = 14;

/**
 * The sheet "BC …": head, figures, chart, signature. Every number is a COUNTIFS over the report's own
 * list, which counts by this sheet's own as-of cell and by nothing else.
 */
export function summarySheet(report: Report): SheetPlan {
  const builder = new SheetBuilder(WIDTHS);
  builder.put(0, 0, verdictLine(report), VERDICT);
  writeDays(builder, report);
  let row = writeLetterhead(builder, LETTERHEAD_ROW, SPLIT, {
    superior: report.settings.plan.superiorAgency,
    agency: report.settings.plan.agency,
    number: numberLine(report, "BC"),
    placeAndDate: placeAndDate(report),
  });
  row = writeTitle(builder, row + 1, report);
  const main = writeMainTable(builder, row, report);
  row = writeDetails(builder, main.next, report);
  const chart = chartUnder(builder, row, report, main);
  const signed = writeSignature(builder, chart === null ? row + 1 : row + CHART_ROWS + 2, 5, {
    title: report.settings.signerTitle,
    name: report.settings.signerName,
    recipients: recipients(report),
  });
  const firstPrinted = report.draft || openDoubts(report) > 0 ? 0 : LETTERHEAD_ROW;
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
    },
    gridlines: false,
    editable: builder.editable,
  };
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
  const subject = breakLines(reportSubject(report), builder.width(0, columns) - 30, 13, true);
  for (const line of subject) {
    builder.across(row, 0, columns, line, { ...centered, bold: true, fontSize: 13 });
    row += 1;
  }
  builder.across(
    row,
    0,
    columns,
    `(Kỳ báo cáo từ ngày ${showDate(report.period.from)} đến ngày ${showDate(report.period.to)}; số liệu tính đến hết ngày ${showDate(report.asOf)})`,
    { ...centered, italic: true, fontSize: 12 },
  );
  builder.heights[row + 1] = 8;
  return row + 2;
}

/** "Nơi nhận": the recipient of Thiết lập and the archive; the rest is the office's own. */
export function recipients(report: Report): readonly string[] {
  const { recipient } = report.settings;
  return [...(recipient === "" ? [] : [`- ${recipient};`]), "- Lưu: VT, VP."];
}

function chartUnder(
  builder: SheetBuilder,
  row: number,
  report: Report,
  main: MainTable,
): ChartPlan | null {
  if (report.lines.length === 0 || main.chartSource === null) return null;
  for (let line = row; line < row + CHART_ROWS; line += 1) builder.heights[line] = 16;
  return {
    kind: "bar-stacked",
    title: `Tiến độ thực hiện đến ngày ${showDate(report.asOf)}`,
    source: main.chartSource,
    seriesBy: "columns",
    place: { row, column: 0, rows: CHART_ROWS, columns: WIDTHS.length },
  };
}
