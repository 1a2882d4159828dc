import { toSerial } from "../deadline";
import type { CellStyle, NamePlan, PlanCell, SheetPlan, StyledArea, Validation } from "../sheet";
import { FOUNDING_LISTS, type Settings, type Tracking, type WordLists } from "../task";
import { LIST_COLUMNS, NAMES, NO_WORD, SHEETS, TABLES, YES_WORD } from "./names";
import { DATE_FORMAT, DATE_RULE, FONT_SIZE } from "./table-sheet";

interface Line {
  readonly label: string;
  readonly name: string;
  readonly value: PlanCell;
  readonly help: string;
  readonly style?: CellStyle;
  readonly rule?: Validation["rule"];
}

type Group = readonly [title: string, lines: readonly Line[]];

const TEXT: CellStyle = { numberFormat: "@" };
const DATE: CellStyle = { numberFormat: DATE_FORMAT };

/** The sheet Thiết lập: what is set once for a plan, and the words that the lists offer. */
export function settingsSheet(tracking: Tracking): SheetPlan {
  const groups = settingGroups(tracking.settings);
  const cells: PlanCell[][] = [
    ["THIẾT LẬP"],
    ["Sửa ở cột B. Ô để trống thì để trống trong báo cáo, không tự điền."],
  ];
  const styles: StyledArea[] = [
    { area: { row: 0, column: 0, rows: 2, columns: 3 }, style: { wrap: false } },
    { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true, fontSize: 14 } },
    { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { italic: true } },
  ];
  const names: NamePlan[] = [];
  const validations: Validation[] = [];
  for (const [title, lines] of groups) {
    styles.push({
      area: { row: cells.length, column: 0, rows: 1, columns: 3 },
      style: { bold: true, fill: "#DCE6F1" },
    });
    cells.push([title, null, null]);
    for (const { label, name, value, help, style, rule } of lines) {
      const row = cells.length;
      const area = { row, column: 1, rows: 1, columns: 1 };
      cells.push([label, value, help]);
      names.push({ name, area });
      styles.push(
        { area, style: { horizontal: "left", borders: "all", ...style } },
        { area: { ...area, column: 2 }, style: { italic: true, color: "#595959" } },
      );
      if (rule !== undefined) {
        validations.push({ area, rule, style: "stop", title: label, message: help });
      }
    }
  }
  const lists = tracking.lists ?? FOUNDING_LISTS;
  const listRow = cells.length + 2;
  styles.push({
    area: { row: listRow - 1, column: 0, rows: 1, columns: 3 },
    style: { bold: true, fill: "#DCE6F1" },
  });
  styles.push({
    area: { row: listRow, column: 0, rows: 1, columns: 3 },
    style: { bold: true, horizontal: "center", borders: "all" },
  });
  const rows = listRows(lists);
  return {
    name: SHEETS.settings,
    blocks: [
      { row: 0, column: 0, cells },
      { row: listRow - 1, column: 0, cells: [["Danh mục để chọn ở trang Theo dõi", null, null]] },
    ],
    tables: [
      {
        name: TABLES.lists,
        row: listRow,
        column: 0,
        columns: Object.entries(LIST_COLUMNS).map(([id, header]) => ({
          id,
          header,
          style: { fontSize: FONT_SIZE, borders: "all" },
        })),
        rows,
        tableStyle: "TableStyleLight15",
        filterButtons: false,
      },
    ],
    styles,
    merges: [],
    columnWidths: [210, 250, 290],
    rowHeights: {},
    validations,
    conditionalFormats: [],
    names: [
      ...names,
      ...[NAMES.contentList, NAMES.formList, NAMES.audienceList].map((name, column) => ({
        name,
        area: { row: listRow + 1, column, rows: Math.max(1, rows.length), columns: 1 },
      })),
    ],
    charts: [],
    frozenRows: 2,
    print: {
      orientation: "landscape",
      area: { row: 0, column: 0, rows: listRow + 1 + Math.max(1, rows.length), columns: 3 },
      margins: { top: 20, bottom: 20, left: 20, right: 15 },
      pageNumbers: true,
    },
    gridlines: false,
    tabColor: "#7F7F7F",
  };
}

function listRows({ contents, forms, audiences }: WordLists): (string | null)[][] {
  const longest = Math.max(contents.length, forms.length, audiences.length);
  return Array.from({ length: longest }, (_, index) => [
    contents[index] ?? null,
    forms[index] ?? null,
    audiences[index] ?? null,
  ]);
}

function settingGroups(settings: Settings): Group[] {
  const { plan, unread = {} } = settings;
  const before = settings.beforeIncludesDay;
  return [
    [
      "Số liệu",
      [
        {
          label: "Số liệu tính đến ngày",
          name: NAMES.asOf,
          value: unread.asOf ?? toSerial(settings.asOf),
          help: "Trang Theo dõi xếp loại đến hết ngày này. Báo cáo có ngày riêng.",
          style: { ...DATE, bold: true },
          rule: DATE_RULE,
        },
        {
          label: "Số ngày báo trước khi đến hạn",
          name: NAMES.warningDays,
          value: unread.warningDays ?? settings.warningDays,
          help: "Hạn còn không quá số ngày này thì tô vàng.",
          rule: { kind: "number", minimum: 0 },
        },
        {
          label: "“Trước ngày X” tính cả ngày X",
          name: NAMES.beforeIncludesDay,
          value: before === null ? null : before ? YES_WORD : NO_WORD,
          help: "Có: xong đúng ngày X là đúng hạn. Để trống: hạn là ngày liền trước X.",
          rule: { kind: "list", values: [YES_WORD, NO_WORD] },
        },
      ],
    ],
    [
      "Kế hoạch",
      [
        {
          label: "Số, ký hiệu kế hoạch",
          name: NAMES.planNumber,
          value: filled(plan.number),
          help: "Để trống khi bản điện tử chưa có số.",
          style: TEXT,
        },
        {
          label: "Ngày ban hành",
          name: NAMES.planDate,
          value: unread.planDate ?? (plan.date === "" ? null : toSerial(plan.date)),
          help: "Gõ ngày/tháng/năm.",
          style: DATE,
          rule: DATE_RULE,
        },
        {
          label: "Tên kế hoạch",
          name: NAMES.planTitle,
          value: filled(plan.title),
          help: "Phần trích yếu, dùng trong tên báo cáo.",
        },
        {
          label: "Năm kế hoạch",
          name: NAMES.planYear,
          value: unread.planYear ?? plan.year,
          help: "Thời hạn không ghi năm thì thuộc năm này.",
          rule: { kind: "number", minimum: 2000 },
        },
        {
          label: "Văn bản làm căn cứ",
          name: NAMES.basedOn,
          value: filled(settings.basedOn),
          help: "Ví dụ: Kế hoạch số …/KH-UBND ngày … của UBND tỉnh.",
        },
      ],
    ],
    [
      "Cơ quan và người ký",
      [
        {
          label: "Cơ quan chủ quản",
          name: NAMES.superiorAgency,
          value: filled(plan.superiorAgency),
          help: "Dòng trên cùng bên trái của báo cáo.",
        },
        {
          label: "Cơ quan ban hành",
          name: NAMES.agency,
          value: filled(plan.agency),
          help: "Dòng thứ hai bên trái của báo cáo.",
        },
        {
          label: "Kính gửi",
          name: NAMES.recipient,
          value: filled(settings.recipient),
          help: "Nơi nhận báo cáo.",
        },
        {
          label: "Địa danh",
          name: NAMES.place,
          value: filled(settings.place),
          help: "Trước ngày tháng của báo cáo.",
        },
        {
          label: "Chức danh người ký",
          name: NAMES.signerTitle,
          value: filled(settings.signerTitle),
          help: "Ví dụ: PHÓ TRƯỞNG BAN PHỤ TRÁCH.",
        },
        {
          label: "Họ tên người ký",
          name: NAMES.signerName,
          value: filled(settings.signerName),
          help: "",
        },
      ],
    ],
  ];
}

/** A blank text is an empty cell. */
function filled(text: string): string | null {
  return text === "" ? null : text;
}
