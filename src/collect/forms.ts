import { showDate, type IsoDate, type Period } from "../deadline";
import type { Area, CellStyle, FileSheetPlan, PlanCell, StyledArea, Validation } from "../sheet";
import type { Task, Tracking } from "../task";
import { comparisonKey } from "../text";
import { assignments, type Assigned } from "./assignments";
import { FORM_COLUMNS, FORM_PARTS, SIGNATURE_LINES } from "./columns";
import { taskMark, writeKey } from "./marks";
import type { Form } from "./types";

export interface FormOptions {
  readonly period: Period;
  /** Day by which the units send their reports; null leaves it blank. */
  readonly sendBy: IsoDate | null;
}

const WIDTH = FORM_COLUMNS.length;
const BLANK_LINES_FOR_NEW_WORK = 6;
const FILL = "#FFF9E5";
const SHEET_NAME = "Phiếu báo cáo";
const USUAL_MEASURES = ["tin bài", "hội nghị", "lớp", "lượt người", "tài liệu", "văn bản"];
const MOST_CHARACTERS_OF_A_LIST = 255;
const FORBIDDEN_IN_FILE_NAMES = /[\\/:*?"<>|]/g;
const POINTS_PER_LINE = 15;
/** Characters that fit into one point of column width at size 11; generous, so that nothing is cut off. */
const CHARACTERS_PER_POINT = 1 / 5.4;

const firstFill = FORM_COLUMNS.findIndex((column) => column.fill);
const fillCount = FORM_COLUMNS.filter((column) => column.fill).length;
const columnOf = (id: string) => FORM_COLUMNS.findIndex((column) => column.id === id);

/**
 * One form per unit that leads or helps with a task, in the order of the directory, then of the alphabet; a task given
 * to a group stands on the form of each of its units. Cancelled tasks are left out.
 */
export function makeForms(tracking: Tracking, options: FormOptions): Form[] {
  const tasks = tracking.tasks.filter((task) => task.cancelled === null);
  const assignedTo = assignments(tracking);
  const given = tasks.map((task) => ({ task, ...assignedTo(task) }));
  const known = tracking.units.map((unit) => unit.name);
  const named = new Set(given.flatMap(({ leads, supports }) => [...leads, ...supports]));
  const others = [...named]
    .filter((name) => !known.includes(name))
    .sort((a, b) => (comparisonKey(a) < comparisonKey(b) ? -1 : 1));
  return [...known.filter((name) => named.has(name)), ...others].map((unit) =>
    makeForm(tracking, given, unit, options),
  );
}

function makeForm(
  tracking: Tracking,
  given: readonly (Assigned & { readonly task: Task })[],
  unit: string,
  options: FormOptions,
): Form {
  const tasksWhere = (names: (assigned: Assigned) => readonly string[]) =>
    given.filter((one) => names(one).includes(unit)).map(({ task }) => task);
  const lead = tasksWhere(({ leads }) => leads);
  const support = tasksWhere(({ leads, supports }) => (leads.includes(unit) ? [] : supports));
  const name = `Phiếu báo cáo – ${unit} – ${options.period.shortName}`;
  return {
    unit,
    fileName: `${name.replaceAll(FORBIDDEN_IN_FILE_NAMES, "-")}.xlsx`,
    sheet: formSheet(tracking, unit, lead, support, options),
    leadTasks: lead.length,
    supportTasks: support.length,
  };
}

function formSheet(
  tracking: Tracking,
  unit: string,
  lead: readonly Task[],
  support: readonly Task[],
  { period, sendBy }: FormOptions,
): FileSheetPlan {
  const { plan } = tracking.settings;
  const lines: PlanCell[][] = [];
  const styles: StyledArea[] = [];
  const merges: Area[] = [];
  const heights: Record<number, number> = {};
  const filled: number[] = [];

  const wide = (text: string, style: CellStyle) => {
    const row = lines.push(wideLine(text)) - 1;
    const area = { row, column: 0, rows: 1, columns: WIDTH };
    merges.push(area);
    styles.push({ area, style: { vertical: "center", ...style } });
    return row;
  };
  const part = (title: string) => {
    const row = wide(title, { bold: true, fill: "#E2EFDA", borders: "all" });
    heights[row] = 20;
  };
  const taskLine = (task: Task) => {
    const row = lines.push(cellsOf(task)) - 1;
    heights[row] = heightOf(task);
    filled.push(row);
  };

  wide(plan.agency.toLocaleUpperCase("vi"), { bold: true, horizontal: "left" });
  wide(unit, { bold: true, horizontal: "left" });
  wide("PHIẾU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ", {
    bold: true,
    fontSize: 14,
    horizontal: "center",
  });
  wide(`${plan.title === "" ? "Kế hoạch" : plan.title} – ${period.name}`, {
    bold: true,
    horizontal: "center",
  });
  wide(
    `Kỳ từ ngày ${showDate(period.from)} đến ngày ${showDate(period.to)}${sendBy ? ` · Gửi Văn phòng chậm nhất ngày ${showDate(sendBy)}` : ""}`,
    { italic: true, horizontal: "center" },
  );
  wide(
    "1. Chỉ điền vào các ô màu vàng: ngày hoàn thành (ngày/tháng/năm), số lượng, đơn vị tính, kết quả, minh chứng, khó khăn.",
    { horizontal: "left" },
  );
  wide(
    "2. Việc chưa xong để trống ngày hoàn thành; việc thường xuyên ghi kết quả trong kỳ; việc ngoài kế hoạch ghi ở phần C.",
    { horizontal: "left" },
  );
  wide(
    "3. Giữ nguyên cột Mã và dòng mã phiếu để Văn phòng tổng hợp được; xong thì lưu lại và gửi tệp này.",
    { horizontal: "left" },
  );
  wide(`Mã phiếu (giữ nguyên): ${writeKey(plan, period, unit)}`, {
    fontSize: 8,
    color: "#595959",
    horizontal: "left",
  });
  const header = lines.push(FORM_COLUMNS.map((column) => column.header)) - 1;
  heights[header] = 34;
  part(FORM_PARTS.lead);
  lead.forEach(taskLine);
  if (support.length > 0) part(FORM_PARTS.support);
  support.forEach(taskLine);
  part(FORM_PARTS.newWork);
  const newWork = lines.length;
  for (let line = 0; line < BLANK_LINES_FOR_NEW_WORK; line++) {
    filled.push(lines.push(Array.from({ length: WIDTH }, () => null)) - 1);
    heights[lines.length - 1] = 24;
  }
  const lastRow = lines.length - 1;
  const [sign, ...below] = signature(tracking, unit);
  for (const text of ["", sign ?? "", ...below]) lines.push(signatureLine(text));

  const table = { row: header, column: 0, rows: lastRow - header + 1, columns: WIDTH };
  const tableStyles: StyledArea[] = [
    { area: table, style: { fontSize: 11, borders: "all", vertical: "center" } },
    {
      area: { ...table, rows: 1 },
      style: {
        fontSize: 11,
        bold: true,
        fill: "#DDEBF7",
        borders: "all",
        horizontal: "center",
        vertical: "center",
      },
    },
  ];
  const inputStyles = filled.flatMap((row): StyledArea[] => [
    { area: { row, column: firstFill, rows: 1, columns: fillCount }, style: inputStyle({}) },
    {
      area: cellAt(row, "finished"),
      style: inputStyle({ numberFormat: "dd/mm/yyyy", horizontal: "center" }),
    },
    {
      area: cellAt(row, "quantity"),
      style: inputStyle({ numberFormat: "#,##0", horizontal: "center" }),
    },
    {
      area: cellAt(row, "mark"),
      style: { fontSize: 8, color: "#7F7F7F", borders: "all", vertical: "center" },
    },
    ...(row >= newWork ? [{ area: cellAt(row, "title"), style: inputStyle({}) }] : []),
  ]);
  const signStyles: StyledArea[] = [
    {
      area: { row: lastRow + 2, column: columnOf("result"), rows: 1, columns: 1 },
      style: { bold: true, horizontal: "center", wrap: false },
    },
    {
      area: { row: lastRow + 3, column: columnOf("result"), rows: below.length, columns: 1 },
      style: { italic: true, horizontal: "center", wrap: false },
    },
  ];

  return {
    name: SHEET_NAME,
    blocks: [{ row: 0, column: 0, cells: lines }],
    styles: [...tableStyles, ...styles, ...inputStyles, ...signStyles],
    merges,
    columnWidths: FORM_COLUMNS.map((column) => column.width),
    rowHeights: heights,
    validations: validations(tracking, period, filled),
    frozenRows: header + 1,
    gridlines: false,
    protect: true,
    print: {
      orientation: "landscape",
      area: { row: 0, column: 0, rows: lines.length, columns: WIDTH },
      titleRows: [header, header],
      margins: { top: 20, bottom: 20, left: 15, right: 15 },
      pageNumbers: true,
    },
  };
}

function wideLine(text: string): PlanCell[] {
  return [text, ...Array.from({ length: WIDTH - 1 }, () => null)];
}

function cellsOf(task: Task): PlanCell[] {
  const known: Readonly<Record<string, string>> = {
    code: task.code,
    number: task.number,
    title: task.title,
    product: task.product,
    deadline: task.deadlineText,
    mark: taskMark(task),
  };
  return FORM_COLUMNS.map((column) => known[column.id] ?? null);
}

function heightOf(task: Task): number {
  const lines = FORM_COLUMNS.map((column) => {
    const text =
      { title: task.title, product: task.product, deadline: task.deadlineText }[
        column.id as string
      ] ?? "";
    return Math.max(1, Math.ceil(text.length / (column.width * CHARACTERS_PER_POINT)));
  });
  return Math.min(400, Math.max(30, Math.max(...lines) * POINTS_PER_LINE + 6));
}

function cellAt(row: number, id: string): Area {
  return { row, column: columnOf(id), rows: 1, columns: 1 };
}

function inputStyle(more: CellStyle): CellStyle {
  return { fontSize: 11, borders: "all", vertical: "center", fill: FILL, locked: false, ...more };
}

function signature(tracking: Tracking, unit: string): string[] {
  const title =
    tracking.units.find((entry) => entry.name === unit)?.headTitle ?? "Người đứng đầu đơn vị";
  return [title.toLocaleUpperCase("vi"), ...SIGNATURE_LINES];
}

function signatureLine(text: string): PlanCell[] {
  return FORM_COLUMNS.map((column) => (column.id === "result" && text !== "" ? text : null));
}

function validations(tracking: Tracking, period: Period, rows: readonly number[]): Validation[] {
  const measures = offeredMeasures(tracking);
  return rows.flatMap((row): Validation[] => [
    {
      area: cellAt(row, "finished"),
      rule: { kind: "date", from: `${period.year - 1}-01-01`, to: `${period.year + 1}-12-31` },
      style: "warning",
      title: "Ngày hoàn thành",
      message: "Ghi ngày/tháng/năm, ví dụ 12/6/2024. Chưa xong thì để trống.",
    },
    {
      area: cellAt(row, "quantity"),
      rule: { kind: "number", minimum: 0 },
      style: "warning",
      title: "Số lượng",
      message: "Chỉ ghi số, ví dụ 4. Đơn vị tính ghi ở ô bên phải.",
    },
    {
      area: cellAt(row, "measure"),
      rule: { kind: "list", values: measures },
      style: "warning",
      title: "Đơn vị tính",
      message: "Chọn trong danh sách, hoặc ghi đơn vị tính khác.",
    },
  ]);
}

/** The words that the list of units of measure offers: the usual ones, then those of the plan, as many as Excel takes. */
function offeredMeasures(tracking: Tracking): string[] {
  const words = new Set([...USUAL_MEASURES, ...tracking.entries.map((entry) => entry.measure)]);
  const offered: string[] = [];
  for (const word of words) {
    const fits = [...offered, word].join(",").length <= MOST_CHARACTERS_OF_A_LIST;
    // A comma would end the word in Excel's list.
    if (word !== "" && !word.includes(",") && fits) offered.push(word);
  }
  return offered;
}
