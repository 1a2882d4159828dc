import { toSerial } from "../deadline";
import type { CellValue, SheetPlan } from "../sheet";
import type { CalendarDay, Tracking } from "../task";
import type { Unit } from "../unit";
import { entryFormulas, milestoneFormulas } from "./formulas";
import {
  DAY_OFF_COLUMNS,
  DAY_OFF_WORDS,
  DONE_WORD,
  ENTRY_COLUMNS,
  LIST_SEPARATOR,
  MILESTONE_COLUMNS,
  NAMES,
  SHEETS,
  STATUS_WORDS,
  TABLES,
  UNIT_COLUMNS,
} from "./names";
import {
  CENTERED,
  DATE_RULE,
  DATE_STYLE,
  tableSheet,
  TEXT_STYLE,
  type ColumnPlan,
} from "./table-sheet";
import { entryValues, milestoneRows } from "./values";

const DATE_MESSAGE = "Gõ ngày/tháng/năm, ví dụ 14/6/2024.";
const CODE_STYLE = { ...TEXT_STYLE, horizontal: "center" } as const;

/** Makes the columns of a table from its headers and the looks of each. */
function columnsOf<Id extends string>(
  headers: Readonly<Record<Id, string>>,
  looks: Readonly<Record<Id, Omit<ColumnPlan, "id" | "header" | "formula">>>,
  formulas: Readonly<Record<string, string>> = {},
): ColumnPlan[] {
  return (Object.keys(headers) as Id[]).map((id) => {
    const header = headers[id];
    const formula = formulas[header];
    return { id, header, ...looks[id], ...(formula === undefined ? {} : { formula }) };
  });
}

function dateColumn(title: string): Omit<ColumnPlan, "id" | "header" | "formula"> {
  return {
    width: 70,
    style: DATE_STYLE,
    input: { rule: DATE_RULE, style: "stop", title, message: DATE_MESSAGE },
  };
}

/** The sheet Kết quả: one row for each report of work done. */
export function entrySheet(tracking: Tracking): SheetPlan {
  const { entries } = tracking;
  const computed = entryValues(tracking);
  return tableSheet({
    name: SHEETS.entries,
    table: TABLES.entries,
    lines: [
      ["KẾT QUẢ THỰC HIỆN"],
      ["Mỗi dòng một lần có kết quả; báo cáo đếm theo ngày. Thêm dòng mới ngay dưới dòng cuối."],
    ],
    columns: columnsOf(
      ENTRY_COLUMNS,
      {
        code: {
          width: 50,
          style: CODE_STYLE,
          input: {
            rule: { kind: "list-range", formula: `=${NAMES.codeList}` },
            style: "stop",
            title: "Mã nhiệm vụ",
            message: "Mã ở cột đầu của trang Theo dõi, ví dụ NV001.",
          },
        },
        title: { width: 190 },
        date: dateColumn("Ngày có kết quả"),
        unit: {
          width: 110,
          input: {
            rule: { kind: "list-range", formula: `=${NAMES.unitList}` },
            style: "warning",
            title: "Đơn vị báo cáo",
            message: "Tên như ở trang Đơn vị.",
          },
        },
        quantity: {
          width: 56,
          style: CENTERED,
          input: {
            rule: { kind: "number", minimum: 0 },
            style: "stop",
            title: "Số lượng",
            message: "Chỉ gõ số; đơn vị tính ghi ở ô bên cạnh.",
          },
        },
        measure: { width: 70 },
        result: { width: 190 },
        evidence: { width: 110 },
        difficulty: { width: 110 },
        source: { width: 66 },
        latestKey: { width: 60, hidden: true },
      },
      entryFormulas(),
    ),
    rows: entries.map((entry, index): (CellValue | null)[] => [
      filled(entry.code),
      computed[index]?.[ENTRY_COLUMNS.title] ?? null,
      entry.unread?.date ?? (entry.date === null ? null : toSerial(entry.date)),
      filled(entry.unit),
      entry.unread?.quantity ?? entry.quantity,
      filled(entry.measure),
      filled(entry.result),
      filled(entry.evidence),
      filled(entry.difficulty),
      filled(entry.source),
      computed[index]?.[ENTRY_COLUMNS.latestKey] ?? null,
    ]),
    tabColor: "#548235",
  });
}

/** The sheet Mốc thời hạn: one row for each date of a task with several. */
export function milestoneSheet(tracking: Tracking): SheetPlan {
  const computed = { width: 60, hidden: true } as const;
  return tableSheet({
    name: SHEETS.milestones,
    table: TABLES.milestones,
    lines: [
      ["MỐC THỜI HẠN"],
      [
        "Của các nhiệm vụ có nhiều mốc. Nhiệm vụ xong khi mọi mốc đã xong; một mốc quá hạn là quá hạn.",
      ],
    ],
    columns: columnsOf(
      MILESTONE_COLUMNS,
      {
        code: {
          width: 50,
          style: CODE_STYLE,
          input: {
            rule: { kind: "list-range", formula: `=${NAMES.codeList}` },
            style: "stop",
            title: "Mã nhiệm vụ",
            message: "Mã của nhiệm vụ có loại hạn “Nhiều mốc”.",
          },
        },
        title: { width: 230 },
        text: { width: 120 },
        due: dateColumn("Hạn của mốc"),
        progress: {
          width: 60,
          style: CENTERED,
          input: {
            rule: { kind: "list", values: [DONE_WORD] },
            style: "stop",
            title: "Tiến độ",
            message: `Chọn “${DONE_WORD}” khi mốc đã xong mà chưa rõ ngày.`,
          },
        },
        finished: dateColumn("Ngày hoàn thành"),
        status: { width: 84, style: { ...CENTERED, bold: true } },
        taskRow: computed,
        dueCounted: computed,
        finishCounted: computed,
        late: computed,
        inputError: computed,
      },
      milestoneFormulas(),
    ),
    rows: milestoneRows(tracking).map(({ task, place, due, computed: values }) => {
      const milestone = task.milestones[place];
      const finished = milestone?.finished ?? null;
      const isKnown = finished !== null && finished !== "unknown";
      return [
        task.code,
        values[MILESTONE_COLUMNS.title] ?? null,
        filled(milestone?.text ?? ""),
        milestone?.unread?.due ?? (due === null ? null : toSerial(due)),
        finished === "unknown" ? DONE_WORD : null,
        milestone?.unread?.finished ?? (isKnown ? toSerial(finished) : null),
        ...Object.values(MILESTONE_COLUMNS)
          .slice(6)
          .map((header) => values[header] ?? null),
      ];
    }),
    formats: ({ body, firstRow, letters }) => [
      {
        area: { ...body, columns: 7 },
        formula: `=$${letters(MILESTONE_COLUMNS.status)}${firstRow}="${STATUS_WORDS["open-overdue"]}"`,
        fill: "#FFE1DE",
        color: "#9C0006",
      },
    ],
    tabColor: "#7F6000",
  });
}

/** The sheet Đơn vị: the directory that owner cells are read with. */
export function unitSheet(units: readonly Unit[]): SheetPlan {
  const date = (text: string | null | undefined) => (text ? toSerial(text) : null);
  return tableSheet({
    name: SHEETS.units,
    table: TABLES.units,
    lines: [
      ["DANH MỤC ĐƠN VỊ"],
      [
        "Soát lại tên; viết tắt và tên gọi khác cách nhau bằng dấu chấm phẩy giúp đọc đúng phụ lục.",
      ],
    ],
    columns: columnsOf(UNIT_COLUMNS, {
      name: { width: 190 },
      abbreviation: { width: 80 },
      otherNames: { width: 150 },
      group: { width: 110 },
      headTitle: { width: 110 },
      from: dateColumn("Có từ ngày"),
      to: dateColumn("Đến ngày"),
      successor: { width: 130 },
    }),
    rows: units.map((unit) => [
      unit.name,
      filled(unit.abbreviation ?? ""),
      filled(unit.otherNames.join(LIST_SEPARATOR)),
      filled(unit.group ?? ""),
      filled(unit.headTitle ?? ""),
      date(unit.from),
      date(unit.to),
      filled(unit.successor ?? ""),
    ]),
    names: ({ body }) => [{ name: NAMES.unitList, area: { ...body, columns: 1 } }],
    tabColor: "#7F7F7F",
  });
}

/** The sheet Ngày nghỉ: days off and weekend days that are worked, for deadlines in working days. */
export function calendarSheet(days: readonly CalendarDay[]): SheetPlan {
  return tableSheet({
    name: SHEETS.daysOff,
    table: TABLES.daysOff,
    lines: [
      ["NGÀY NGHỈ"],
      ["Ngày nghỉ lễ và ngày làm bù, để tính hạn theo ngày làm việc. Sửa theo thông báo từng năm."],
    ],
    columns: columnsOf(DAY_OFF_COLUMNS, {
      date: dateColumn("Ngày"),
      kind: {
        width: 90,
        style: CENTERED,
        input: {
          rule: { kind: "list", values: Object.values(DAY_OFF_WORDS) },
          style: "stop",
          title: "Loại ngày",
          message: "Chọn trong danh sách.",
        },
      },
      name: { width: 220 },
    }),
    rows: days.map(({ date, kind, name }) => [toSerial(date), DAY_OFF_WORDS[kind], filled(name)]),
    tabColor: "#7F7F7F",
  });
}

/** A blank text is an empty cell. */
function filled(text: string): string | null {
  return text === "" ? null : text;
}
