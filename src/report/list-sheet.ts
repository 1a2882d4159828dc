import { toSerial } from "../deadline";
import {
  columnLetters,
  type CellStyle,
  type CellValue,
  type SheetPlan,
  type TableColumn,
} from "../sheet";
import { countedDays, doneClass, NO_DUE, shownDue } from "../task";
import { DUE_KIND_WORDS, NO_DATE, STATUS_WORDS } from "../tracking";
import { NOT_SORTED } from "./figures";
import { LIST_COLUMNS_OF_REPORT as COLUMNS } from "./list-columns";
import { listFormulas } from "./list-formulas";
import { heightOfLines, wrappedLines } from "./measure";
import { absoluteReference, AS_OF_CELL, FROM_CELL } from "./references";
import { rowArea, SheetBuilder } from "./sheet-builder";
import { openDoubts, reportSubject, verdictLine } from "./titles";
import type { Report, ReportLine } from "./types";
import { CHANGE_WORDS, GROUP_WORDS } from "./words";

type ColumnId = keyof typeof COLUMNS;

const FONT_SIZE = 10;
const HEADER_ROW = 7;
const CENTERED: CellStyle = { horizontal: "center" };
const DATE: CellStyle = { horizontal: "center", numberFormat: "dd/mm/yyyy" };

interface PrintedColumn {
  readonly id: ColumnId;
  /** Points. */
  readonly width: number;
  readonly style?: CellStyle;
}

/** Printed columns in order with their widths in points; together at most 252 mm. */
const PRINTED: readonly PrintedColumn[] = [
  { id: "number", width: 30, style: { ...CENTERED, numberFormat: "@" } },
  { id: "title", width: 146 },
  { id: "lead", width: 66 },
  { id: "deadlineText", width: 56 },
  { id: "dueShown", width: 54, style: DATE },
  { id: "finishShown", width: 54, style: DATE },
  { id: "status", width: 52 },
  { id: "daysLate", width: 30, style: { ...CENTERED, numberFormat: "0;-0;–" } },
  { id: "result", width: 104 },
  { id: "cause", width: 60 },
  { id: "group", width: 62 },
];
const LEAD_WIDTH = 66;

const HIDDEN: readonly ColumnId[] = [
  "code",
  "supports",
  "section",
  "contents",
  "forms",
  "taskRow",
  "dueKind",
  "dueCounted",
  "finishCounted",
  "cancelCounted",
  "doneClass",
  "inputError",
  "dueSoon",
  "hasResult",
  "quantityInPeriod",
  "quantityToDate",
];

/** The columns of a report's list: those printed, then those outside the printed page. */
function listColumns(report: Report): {
  readonly printed: readonly PrintedColumn[];
  readonly shown: readonly ColumnId[];
  readonly hidden: readonly ColumnId[];
} {
  const hidden = [
    ...HIDDEN,
    ...(report.tables.milestones ? (["milestoneDaysLate"] as const) : []),
    ...(report.figures.original === null ? [] : (["originalDue", "originalStatus"] as const)),
    ...(report.figures.comparison === null ? [] : (["earlierStatus"] as const)),
  ];
  const changes = report.figures.comparison === null ? [] : (["change"] as const);
  if (report.reader !== "authority") return { printed: PRINTED, shown: changes, hidden };
  // The authority is told which work is late, not which department: the lead stands beside the page.
  const printed = PRINTED.filter(({ id }) => id !== "lead").map((column) =>
    column.id === "title" || column.id === "result"
      ? { ...column, width: column.width + LEAD_WIDTH / 2 }
      : column,
  );
  return { printed, shown: ["lead", ...changes], hidden };
}

/** The sheet "DM …": one line for each task, with its status by a formula on the report's own date. */
export function listSheet(report: Report): SheetPlan {
  const { printed, shown, hidden } = listColumns(report);
  const ids = [...printed.map(({ id }) => id), ...shown, ...hidden];
  const widths = [
    ...printed.map(({ width }) => width),
    ...shown.map(() => 80),
    ...hidden.map(() => 50),
  ];
  const styles = new Map(printed.map(({ id, style }) => [id, style]));
  const formulas = formulasOf(report);
  const builder = new SheetBuilder(widths);
  titleRows(builder, report, printed.length);
  // What the numbers are worth is printed only where something is still open.
  const firstPrinted = report.draft || openDoubts(report) > 0 ? 0 : 1;

  const columns = ids.map((id): TableColumn => {
    const formula = formulas[COLUMNS[id]];
    return {
      id,
      header: COLUMNS[id],
      ...(formula === undefined ? {} : { formula }),
      style: {
        fontSize: FONT_SIZE,
        wrap: true,
        vertical: "top",
        ...styles.get(id),
        ...(TEXT_COLUMNS.has(id) ? { numberFormat: "@" } : {}),
      },
    };
  });
  const values = report.lines.map((line) => lineValues(report, line));
  const rows = values.map((of) => ids.map((id) => of[id]));

  const body = { row: HEADER_ROW + 1, column: 0, rows: rows.length, columns: printed.length };
  builder.style(rowArea(HEADER_ROW, 0, printed.length + shown.length), HEADER);
  if (rows.length > 0) builder.style(body, { borders: "all" });
  builder.fit(
    HEADER_ROW,
    printed.map(({ id, width }) => ({ text: COLUMNS[id], width, bold: true })),
    FONT_SIZE,
  );
  values.forEach((of, index) => {
    builder.heights[HEADER_ROW + 1 + index] = lineHeight(of, printed);
  });

  return {
    name: report.sheets.list,
    blocks: builder.blocks(),
    tables:
      rows.length === 0
        ? []
        : [
            {
              name: report.table,
              row: HEADER_ROW,
              column: 0,
              columns,
              rows,
              filterButtons: true,
            },
          ],
    styles: builder.styles,
    merges: builder.merges,
    columnWidths: widths,
    rowHeights: builder.heights,
    hiddenColumns: hidden.map((_id, index) => printed.length + shown.length + index),
    validations: computedColumns(ids, formulas, rows.length),
    conditionalFormats: lateLines(ids, rows.length, printed.length),
    names: [],
    charts: [],
    frozenRows: HEADER_ROW + 1,
    print: {
      orientation: "landscape",
      area: {
        row: firstPrinted,
        column: 0,
        rows: HEADER_ROW + 1 + rows.length - firstPrinted,
        columns: printed.length,
      },
      titleRows: [HEADER_ROW, HEADER_ROW],
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      pageNumbers: true,
    },
    gridlines: false,
  };
}

const HEADER: CellStyle = {
  bold: true,
  fontSize: FONT_SIZE,
  horizontal: "center",
  vertical: "center",
  wrap: true,
  borders: "all",
  fill: "#E7EDF5",
  color: "#000000",
};

const TEXT_COLUMNS: ReadonlySet<ColumnId> = new Set([
  "number",
  "title",
  "lead",
  "deadlineText",
  "result",
  "cause",
  "code",
  "supports",
  "section",
  "contents",
  "forms",
]);

function titleRows(builder: SheetBuilder, report: Report, columns: number): void {
  const centered: CellStyle = { horizontal: "center", wrap: false };
  builder.put(0, 0, verdictLine(report), VERDICT);
  builder.across(1, 0, columns, "PHỤ LỤC", { ...centered, bold: true, fontSize: 14 });
  builder.across(2, 0, columns, "DANH MỤC NHIỆM VỤ VÀ TIẾN ĐỘ THỰC HIỆN", {
    ...centered,
    bold: true,
    fontSize: 13,
  });
  builder.across(3, 0, columns, reportSubject(report), { ...centered, bold: true, fontSize: 13 });
  builder.across(4, 0, columns, "(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm …)", {
    ...centered,
    italic: true,
    fontSize: 13,
  });
  builder.across(5, 0, columns - 7, "Số liệu tính đến hết ngày:", {
    horizontal: "right",
    wrap: false,
    fontSize: 12,
  });
  builder.across(
    5,
    columns - 7,
    2,
    {
      formula: `=${absoluteReference(report.sheets.summary, AS_OF_CELL.row, AS_OF_CELL.column)}`,
      expected: toSerial(report.asOf),
    },
    { horizontal: "left", bold: true, fontSize: 12, wrap: false, numberFormat: "dd/mm/yyyy" },
  );
  builder.heights[6] = 6;
}

/** Looks of the first line of both sheets. */
export const VERDICT: CellStyle = {
  bold: true,
  fontSize: 11,
  color: "#9C0006",
  wrap: false,
  horizontal: "left",
};

function formulasOf(report: Report): Readonly<Record<string, string>> {
  return listFormulas({
    table: report.table,
    fromCell: absoluteReference(report.sheets.summary, FROM_CELL.row, FROM_CELL.column),
    asOfCell: absoluteReference(report.sheets.summary, AS_OF_CELL.row, AS_OF_CELL.column),
    to: report.period.to,
    nextEnd: report.nextEnd,
    yearStart: report.yearStart,
    warningDays: report.settings.warningDays,
    hasMilestones: report.tables.milestones,
    hasEntries: report.tables.entries,
  });
}

/** A list of words in a form that COUNTIFS can look through: "|Tên A|Tên B|". */
function keyOfWords(words: readonly string[]): string {
  return words.length === 0 ? "" : `|${words.join("|")}|`;
}

function lineValues(
  report: Report,
  line: ReportLine,
): Readonly<Record<ColumnId, CellValue | null>> {
  const { task, status } = line;
  const days = countedDays(task, report.settings);
  const isDone = days.finish !== NO_DUE;
  const finish = serialOf(days.finish);
  return {
    number: task.number,
    title: task.title,
    lead: line.lead,
    deadlineText: task.deadlineText,
    dueShown: days.due === NO_DUE ? "–" : toSerial(days.due),
    finishShown:
      days.finish > report.asOf ? "" : days.finish === "" ? "chưa rõ" : toSerial(days.finish),
    status: STATUS_WORDS[status.class],
    daysLate: status.daysLate,
    result: line.resultText,
    cause: line.causeText,
    group: GROUP_WORDS[line.group],
    code: task.code,
    supports: keyOfWords(task.supports),
    section: line.section,
    contents: keyOfWords(task.contents) || NOT_SORTED,
    forms: keyOfWords(task.forms) || NOT_SORTED,
    taskRow: report.rowOf[task.code] ?? 0,
    dueKind: DUE_KIND_WORDS[task.dueKind],
    dueCounted: serialOf(days.due),
    finishCounted: finish,
    cancelCounted: serialOf(days.cancel),
    doneClass: isDone ? STATUS_WORDS[doneClass(days)] : "",
    inputError: status.class === "invalid" ? 1 : 0,
    dueSoon: status.dueSoon ? 1 : 0,
    hasResult: line.entries.length > 0 ? 1 : 0,
    quantityInPeriod: line.quantityInPeriod,
    quantityToDate: line.quantityToDate,
    milestoneDaysLate:
      task.dueKind === "milestones" && status.class === "done-late" ? status.daysLate : 0,
    originalDue: serialOf(shownDue(task, task.due, report.settings.beforeIncludesDay) ?? NO_DUE),
    originalStatus: STATUS_WORDS[line.originalStatus.class],
    earlierStatus: earlierWord(report, task.code),
    change: CHANGE_WORDS[report.figures.comparison?.changes[task.code] ?? "none"],
  };
}

function earlierWord(report: Report, code: string): string {
  const before = report.figures.comparison?.earlier.classes[code];
  return before === undefined ? "" : STATUS_WORDS[before];
}

/** Serial number of a counted day; 2958465 without one, 0 for "done, day unknown". */
function serialOf(day: string): number {
  return day === NO_DUE ? NO_DATE : day === "" ? 0 : toSerial(day);
}

function lineHeight(
  values: Readonly<Record<ColumnId, CellValue | null>>,
  printed: readonly PrintedColumn[],
): number {
  const lines = printed.map(({ id, width }) => {
    const value = values[id];
    return typeof value === "string" ? wrappedLines(value, width, FONT_SIZE) : 1;
  });
  return heightOfLines(Math.max(1, ...lines), FONT_SIZE);
}

function computedColumns(
  ids: readonly ColumnId[],
  formulas: Readonly<Record<string, string>>,
  rows: number,
): SheetPlan["validations"] {
  if (rows === 0) return [];
  return ids.flatMap((id, column) =>
    formulas[COLUMNS[id]] === undefined
      ? []
      : [
          {
            area: { row: HEADER_ROW + 1, column, rows, columns: 1 },
            rule: { kind: "computed" as const },
            style: "stop" as const,
            title: "Ô này tự tính",
            message: "Sửa ở trang Theo dõi; ô này tính lại theo ngày số liệu của báo cáo.",
          },
        ],
  );
}

function lateLines(
  ids: readonly ColumnId[],
  rows: number,
  columns: number,
): SheetPlan["conditionalFormats"] {
  if (rows === 0) return [];
  const status = columnLetters(ids.indexOf("status"));
  return [
    {
      area: { row: HEADER_ROW + 1, column: 0, rows, columns },
      formula: `=$${status}${HEADER_ROW + 2}=${`"${STATUS_WORDS["open-overdue"]}"`}`,
      color: "#9C0006",
    },
  ];
}
