import { toSerial, type IsoDate } from "../deadline";
import type { CellValue, PlanCell, SheetPlan } from "../sheet";
import { shownDue, type DateField, type Task, type Tracking } from "../task";
import { taskFormulas, type TablesPresent } from "./formulas";
import {
  DONE_WORD,
  DUE_KIND_WORDS,
  LIST_SEPARATOR,
  NAMES,
  SHEETS,
  STATUS_WORDS,
  TABLES,
  TASK_COLUMNS,
} from "./names";
import { shownLead, shownSupports } from "./owner-cells";
import { packColumns } from "./source-columns";
import {
  CENTERED,
  DATE_RULE,
  DATE_STYLE,
  tableSheet,
  TEXT_STYLE,
  type ColumnPlan,
} from "./table-sheet";
import { taskValues, type ComputedValues } from "./values";

type ColumnId = keyof typeof TASK_COLUMNS;

const PICK_OR_TYPE = "Chọn trong danh sách hoặc gõ; nhiều mục cách nhau bằng dấu chấm phẩy.";
const DATE_MESSAGE = "Gõ ngày/tháng/năm, ví dụ 14/6/2024.";

/** Widths in points, looks and rules of input of the columns that are seen. */
const COLUMNS: Readonly<Partial<Record<ColumnId, Omit<ColumnPlan, "id" | "header" | "formula">>>> =
  {
    code: { width: 44, style: { ...TEXT_STYLE, horizontal: "center" } },
    number: { width: 34, style: { ...TEXT_STYLE, horizontal: "center" } },
    section: { width: 84 },
    title: { width: 190 },
    product: { width: 80 },
    contents: { width: 90, input: listOf(NAMES.contentList, "Nội dung", PICK_OR_TYPE) },
    forms: { width: 90, input: listOf(NAMES.formList, "Hình thức", PICK_OR_TYPE) },
    audiences: { width: 90, input: listOf(NAMES.audienceList, "Đối tượng", PICK_OR_TYPE) },
    lead: {
      width: 84,
      input: listOf(
        NAMES.unitList,
        "Đơn vị chủ trì",
        "Một đơn vị, tên như ở trang Đơn vị: nhiệm vụ được đếm cho đơn vị này.",
      ),
    },
    supports: { width: 84 },
    deadlineText: { width: 70, style: TEXT_STYLE },
    start: date("Ngày bắt đầu", DATE_MESSAGE),
    due: date("Hạn", `Ngày cuối cùng còn tính là đúng hạn. ${DATE_MESSAGE}`),
    adjustedDue: date("Hạn điều chỉnh", `Khi được gia hạn; ghi cả căn cứ. ${DATE_MESSAGE}`),
    adjustedBasis: { width: 90 },
    adjustedReason: { width: 90 },
    extensions: {
      width: 50,
      style: CENTERED,
      input: {
        rule: { kind: "number", minimum: 0 },
        style: "stop",
        title: "Số lần điều chỉnh",
        message: "Số lần đã gia hạn.",
      },
    },
    dueKind: {
      width: 66,
      input: {
        rule: { kind: "list", values: Object.values(DUE_KIND_WORDS) },
        style: "stop",
        title: "Loại hạn",
        message: "Chọn trong danh sách. “Nhiều mốc”: từng mốc ghi ở trang Mốc thời hạn.",
      },
    },
    progress: {
      width: 52,
      style: CENTERED,
      input: {
        rule: { kind: "list", values: [DONE_WORD] },
        style: "stop",
        title: "Tiến độ",
        message: `Chọn “${DONE_WORD}” khi đã hoàn thành mà chưa rõ ngày.`,
      },
    },
    finished: date("Ngày hoàn thành", DATE_MESSAGE),
    cancelled: date("Ngày thôi thực hiện", `Khi nhiệm vụ bị hủy, không thực hiện. ${DATE_MESSAGE}`),
    latestResult: { width: 130 },
    totalQuantity: { width: 48, style: { ...CENTERED, numberFormat: "General;-General;" } },
    status: { width: 72, style: { ...CENTERED, bold: true } },
    note: { width: 70 },
    sourceRow: { width: 40, style: CENTERED },
    sourceSheet: { width: 60 },
  };

/** Columns that are seldom needed: the officer takes them out when he wants them. */
const HIDDEN: readonly ColumnId[] = ["contents", "forms", "audiences", "start"];
/** Columns that stand hidden while no deadline was adjusted. */
const HIDDEN_WHILE_BLANK: readonly ColumnId[] = ["adjustedBasis", "adjustedReason", "extensions"];

/** The sheet Theo dõi: one row for each task, its status by a native formula on NgaySoLieu. */
export function taskSheet(tracking: Tracking, present: TablesPresent): SheetPlan {
  const { settings, tasks } = tracking;
  const formulas = taskFormulas(present);
  const computed = taskValues(tracking);
  const ids = Object.keys(TASK_COLUMNS) as ColumnId[];
  const inputs = tasks.map((task) => inputCells(task, settings.beforeIncludesDay));
  const rows = inputs.map((cells, index) =>
    ids.map((id) => cells[id] ?? computedValue(computed[index], id)),
  );
  const columns = ids.map((id, index): ColumnPlan => {
    const header = TASK_COLUMNS[id];
    const formula = formulas[header];
    const known = COLUMNS[id];
    const isHidden =
      HIDDEN.includes(id) ||
      (HIDDEN_WHILE_BLANK.includes(id) && rows.every((row) => row[index] === null));
    return {
      id,
      header,
      ...(known ?? { width: 60, hidden: true, style: { wrap: false } }),
      ...(isHidden ? { hidden: true } : {}),
      ...(formula === undefined ? {} : { formula }),
    };
  });
  const lines = titleLines(tracking);
  const title = ids.indexOf("title");
  return tableSheet({
    name: SHEETS.tasks,
    table: TABLES.tasks,
    lines,
    lineStyles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true, fontSize: 14 } },
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { italic: true } },
      {
        area: { row: 2, column: title, rows: 1, columns: 1 },
        style: { ...DATE_STYLE, horizontal: "left", bold: true },
      },
    ],
    columns,
    rows,
    tabColor: "#1F4E78",
    lastPrinted: ids.indexOf("note"),
    names: ({ body }) => [{ name: NAMES.codeList, area: { ...body, columns: 1 } }],
    formats: ({ body, firstRow, letters }) => {
      const status = `$${letters(TASK_COLUMNS.status)}${firstRow}`;
      const next = `$${letters(TASK_COLUMNS.nextDue)}${firstRow}`;
      const visible = { ...body, columns: ids.indexOf("sourceSheet") + 1 };
      const is = (name: keyof typeof STATUS_WORDS) => `${status}="${STATUS_WORDS[name]}"`;
      return [
        { area: visible, formula: `=${is("invalid")}`, color: "#C00000", bold: true },
        { area: visible, formula: `=${is("open-overdue")}`, fill: "#FFE1DE", color: "#9C0006" },
        {
          area: visible,
          formula: `=AND(${is("open-in-time")},${next}<=${NAMES.asOf}+${NAMES.warningDays})`,
          fill: "#FFF2CC",
        },
        { area: visible, formula: `=${is("cancelled")}`, color: "#7F7F7F" },
        {
          // No longer in the appendix, or typed in here: kept, and marked at its place of origin.
          area: { ...body, column: ids.indexOf("sourceRow"), columns: 2 },
          formula: `=AND($A${firstRow}<>"",$${letters(TASK_COLUMNS.sourceSheet)}${firstRow}="")`,
          fill: "#FCE4D6",
        },
      ];
    },
  });
}

function computedValue(values: ComputedValues | undefined, id: ColumnId): CellValue | null {
  return values?.[TASK_COLUMNS[id]] ?? null;
}

/** The cells of a task that hold input; blank ones are null, computed ones are left out. */
function inputCells(
  task: Task,
  beforeIncludesDay: boolean | null,
): Partial<Record<ColumnId, CellValue | null>> {
  const read = task.read ?? {};
  const day = (field: DateField, value: IsoDate | null) =>
    task.unread?.[field] ?? (value === null ? null : toSerial(value));
  return {
    code: task.code,
    number: filled(task.number),
    section: filled(task.section.join("\n")),
    title: filled(task.title),
    product: filled(task.product),
    contents: filled(task.contents.join(LIST_SEPARATOR)),
    forms: filled(task.forms.join(LIST_SEPARATOR)),
    audiences: filled(task.audiences.join(LIST_SEPARATOR)),
    lead: filled(shownLead(task)),
    supports: filled(shownSupports(task)),
    deadlineText: filled(task.deadlineText),
    start: day("start", task.start),
    due: day("due", shownDue(task, task.due, beforeIncludesDay)),
    adjustedDue: day("adjustedDue", task.adjustedDue),
    adjustedBasis: filled(task.adjustedBasis),
    adjustedReason: filled(task.adjustedReason),
    extensions: task.extensions === 0 ? null : task.extensions,
    dueKind: DUE_KIND_WORDS[task.dueKind],
    progress: task.done ? DONE_WORD : null,
    finished: day("finished", task.finished),
    cancelled: day("cancelled", task.cancelled),
    note: filled(task.note),
    sourceRow: task.source?.row ?? null,
    sourceSheet: filled(task.source?.sheet ?? ""),
    supportKey: filled(task.supports.length > 0 ? `|${task.supports.join("|")}|` : ""),
    otherLeads: filled(task.leads.slice(1).join(LIST_SEPARATOR)),
    sourceColumns: filled(packColumns(task.source?.columns ?? {})),
    readNumber: filled(read.number ?? ""),
    readSection: filled(read.section ?? ""),
    readTitle: filled(read.title ?? ""),
    readProduct: filled(read.product ?? ""),
    readLead: filled(task.leadText),
    readSupport: filled(task.supportText),
    readDeadline: filled(read.deadline ?? ""),
    readNote: filled(read.note ?? ""),
    readResult: filled(read.result ?? ""),
  };
}

function titleLines({ settings }: Tracking): PlanCell[][] {
  const { plan, asOf } = settings;
  const name = plan.title === "" ? "kế hoạch" : plan.title;
  const number = plan.number === "" ? "" : ` số ${plan.number}`;
  const asOfCell: PlanCell = { formula: `=${NAMES.asOf}`, expected: toSerial(asOf) };
  return [
    [`THEO DÕI NHIỆM VỤ KẾ HOẠCH${number}`],
    [name],
    [
      "Số liệu tính đến ngày:",
      null,
      null,
      asOfCell,
      "Đổi ngày ở trang Thiết lập. Ô nền xám tự tính; hàng đỏ: quá hạn; hàng vàng: sắp đến hạn. " +
        "Cột ẩn: nội dung, hình thức, đối tượng, bắt đầu, căn cứ và lý do điều chỉnh.",
    ],
  ];
}

function date(title: string, message: string): Omit<ColumnPlan, "id" | "header" | "formula"> {
  return {
    width: 62,
    style: DATE_STYLE,
    input: { rule: DATE_RULE, style: "stop", title, message },
  };
}

function listOf(name: string, title: string, message: string): NonNullable<ColumnPlan["input"]> {
  return {
    rule: { kind: "list-range", formula: `=${name}` },
    style: "warning",
    title,
    message,
  };
}

/** A blank text is an empty cell. */
function filled(text: string): string | null {
  return text === "" ? null : text;
}
