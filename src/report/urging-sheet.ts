import { showDate, toSerial, type IsoDate } from "../deadline";
import type { CellStyle, PlanCell, SheetPlan } from "../sheet";
import type { Tracking } from "../task";
import { writeLetterhead } from "./letterhead";
import { leadLabel } from "./lines";
import { heightOfLines, wrappedLines } from "./measure";
import { PAGE_SCALE, rowArea, SheetBuilder } from "./sheet-builder";
import {
  NEVER_URGED,
  overdueByUnit,
  runningPeriod,
  type UnitUrging,
  type UrgedBefore,
  type UrgedTask,
} from "./urging";
import { officialNumber } from "./words";

/** Widths in points: STT, task, deadline as written, due day, days late, product; at the pages' scale within 152 of 160 mm. */
const WIDTHS = [32, 165, 73, 58, 41, 79];
const HEADERS = ["STT", "Nhiệm vụ", "Thời hạn", "Ngày đến hạn", "Chậm (ngày)", "Sản phẩm"];
const SIZE = 11;
const BODY: CellStyle = { fontSize: SIZE, vertical: "top", wrap: true, borders: "all" };

/** Name of the sheet for a day: "Đôn đốc 14.06.2024". */
export function urgingSheetName(asOf: IsoDate): string {
  return `Đôn đốc ${asOf.slice(8)}.${asOf.slice(5, 7)}.${asOf.slice(0, 4)}`;
}

/** The sheet for urging at a day: by unit what is overdue, due soon, without a result; values only. */
export function urgingSheet(
  tracking: Tracking,
  asOf: IsoDate,
  before: (unit: string) => UrgedBefore = () => NEVER_URGED,
): SheetPlan {
  const builder = new SheetBuilder(WIDTHS);
  const units = overdueByUnit(tracking, asOf);
  const overdue = units.reduce((sum, unit) => sum + unit.overdue.length, 0);
  builder.put(
    0,
    0,
    overdue === 0
      ? `Không có nhiệm vụ nào quá hạn đến ngày ${showDate(asOf)}.`
      : `${overdue} nhiệm vụ quá hạn của ${units.filter((unit) => unit.overdue.length > 0).length} đơn vị đến ngày ${showDate(asOf)}.`,
    { bold: true, fontSize: SIZE, wrap: false, color: overdue === 0 ? "#1E6B3A" : "#9C0006" },
  );
  builder.heights[1] = 6;
  const { plan, place } = tracking.settings;
  const suffix = /\/\s*KH\s*-\s*(\S+)$/u.exec(plan.number)?.[1] ?? "…";
  let row = writeLetterhead(builder, 2, 2, {
    superior: plan.superiorAgency,
    agency: plan.agency,
    number: `Số: …/TB-${suffix}`,
    placeAndDate: `${place === "" ? "…" : place}, ngày … tháng … năm ${asOf.slice(0, 4)}`,
  });
  builder.heights[row] = 6;
  row += 1;
  const title: CellStyle = { bold: true, horizontal: "center", wrap: false };
  builder.across(row, 0, WIDTHS.length, "DANH MỤC NHIỆM VỤ CẦN ĐÔN ĐỐC", {
    ...title,
    fontSize: 14,
  });
  builder.across(
    row + 1,
    0,
    WIDTHS.length,
    `(Số liệu đến hết ngày ${showDate(asOf)}; kết quả trong kỳ tính từ ngày ${showDate(runningPeriod(asOf).from)})`,
    { ...title, bold: false, italic: true, fontSize: 12 },
  );
  builder.heights[row + 2] = 6;
  const headerRow = row + 3;
  HEADERS.forEach((header, column) => builder.put(headerRow, column, header));
  builder.style(rowArea(headerRow, 0, WIDTHS.length), {
    ...BODY,
    bold: true,
    horizontal: "center",
    vertical: "center",
    fill: "#E7EDF5",
  });
  builder.heights[headerRow] = heightOfLines(2, SIZE);
  builder.printFrom(2, builder.heights[headerRow]);
  row = headerRow + 1;
  for (const unit of units) row = writeUnit(builder, row, unit, before(unit.unit).times);
  return {
    name: urgingSheetName(asOf),
    blocks: builder.blocks(),
    tables: [],
    styles: builder.styles,
    merges: builder.merges,
    columnWidths: WIDTHS,
    rowHeights: builder.heights,
    validations: [],
    conditionalFormats: [],
    // A name of the sheet's own tells later that the sheet may be made again.
    names: [{ name: "TrangDonDoc", area: rowArea(0, 0, 1), scope: "sheet" }],
    charts: [],
    frozenRows: headerRow + 1,
    print: {
      orientation: "portrait",
      area: { row: 2, column: 0, rows: row - 2, columns: WIDTHS.length },
      titleRows: [headerRow, headerRow],
      margins: { top: 20, bottom: 20, left: 30, right: 20 },
      pageNumbers: true,
      pages: { scale: PAGE_SCALE, breaks: builder.pageBreaks },
    },
    gridlines: false,
  };
}

function writeUnit(
  builder: SheetBuilder,
  firstRow: number,
  unit: UnitUrging,
  times: number,
): number {
  const counts = [
    ...(unit.overdue.length > 0 ? [`quá hạn ${officialNumber(unit.overdue.length)}`] : []),
    ...(unit.dueSoon.length > 0 ? [`sắp đến hạn ${officialNumber(unit.dueSoon.length)}`] : []),
    ...(unit.withoutResult.length > 0
      ? [`chưa có kết quả trong kỳ ${officialNumber(unit.withoutResult.length)}`]
      : []),
    ...(unit.coordinating.length > 0
      ? [`phối hợp ${officialNumber(unit.coordinating.length)}`]
      : []),
    ...(times > 0 ? [`đã đôn đốc ${officialNumber(times)} lần`] : []),
  ];
  builder.headAt(firstRow);
  band(builder, firstRow, [unit.unit, ...counts].join(" · "), { bold: true, fill: "#E2EFDA" });
  let row = firstRow + 1;
  const block = (
    title: string,
    tasks: readonly UrgedTask[],
    cells: (one: UrgedTask) => PlanCell[],
  ) => {
    if (tasks.length === 0) return;
    const lines = tasks.map(cells);
    const heights = lines.map(lineHeight);
    // The name of a unit and of a block stay with the first task under them.
    builder.startBlock(row, [BAND_HEIGHT, heights[0] ?? 0]);
    band(builder, row, title, { italic: true });
    row += 1;
    lines.forEach((line, index) => {
      const height = heights[index] ?? 0;
      if (!builder.fits(row, height)) builder.breakBefore(row);
      line.forEach((cell, column) => builder.put(row, column, cell));
      builder.style(rowArea(row, 0, WIDTHS.length), BODY);
      builder.style(rowArea(row, 0, 1), { horizontal: "center", numberFormat: "@" });
      builder.style(rowArea(row, 3, 2), { horizontal: "center" });
      builder.style(rowArea(row, 3, 1), { numberFormat: "dd/mm/yyyy" });
      builder.heights[row] = height;
      row += 1;
    });
  };
  block("Quá hạn", unit.overdue, (one) => taskCells(one, one.status.daysLate));
  block("Sắp đến hạn", unit.dueSoon, (one) => taskCells(one, null));
  block("Chưa có kết quả trong kỳ", unit.withoutResult, (one) => taskCells(one, null));
  block("Phối hợp thực hiện", unit.coordinating, (one) =>
    taskCells(
      one,
      one.status.daysLate > 0 ? one.status.daysLate : null,
      `${leadLabel(one.task)} chủ trì`,
    ),
  );
  return row;
}

function lineHeight(line: readonly PlanCell[]): number {
  const lines = [1, 2, 5].map((column) => {
    const text = line[column];
    return typeof text === "string" ? wrappedLines(text, WIDTHS[column] ?? 0, SIZE) : 1;
  });
  return heightOfLines(Math.max(1, ...lines), SIZE);
}

const BAND_HEIGHT = 18;

function band(builder: SheetBuilder, row: number, text: string, style: CellStyle): void {
  builder.across(row, 0, WIDTHS.length, text, {
    fontSize: SIZE,
    horizontal: "left",
    vertical: "center",
    wrap: false,
    borders: "all",
    ...style,
  });
  builder.heights[row] = BAND_HEIGHT;
}

function taskCells(one: UrgedTask, late: number | null, last = one.task.product): PlanCell[] {
  const { task, status } = one;
  const due = status.missedMilestone ?? status.due;
  return [
    task.number,
    task.title,
    task.deadlineText,
    due === null ? "–" : toSerial(due),
    late,
    last,
  ];
}
