import { readAppendix } from "../../../src/appendix";
import { checkAppendix, type CheckInput, type Finding } from "../../../src/check";
import { parseArea, type CellValue, type SheetGrid } from "../../../src/sheet";
import { trackAppendix, type Task, type Tracking } from "../../../src/task";
import type { Unit } from "../../../src/unit";

/** A cell as Excel gives it: text, a number, or a true date with its format and the text it shows. */
export type Cell =
  string | number | { readonly value: number; readonly format: string; readonly text: string };

export const TODAY = "2024-06-14";

const unit = (name: string, more: Partial<Unit> = {}): Unit => ({
  name,
  abbreviation: null,
  otherNames: [],
  group: null,
  headTitle: null,
  ...more,
});

export const UNITS: readonly Unit[] = [
  unit("Văn phòng Ban", { headTitle: "Chánh Văn phòng" }),
  unit("Phòng Quản lý đầu tư", { group: "Phòng chuyên môn" }),
  unit("Phòng Quản lý lao động", { group: "Phòng chuyên môn" }),
  unit("Phòng Quản lý doanh nghiệp", { group: "Phòng chuyên môn" }),
];

export const HEADER = [
  "STT",
  "Nội dung nhiệm vụ",
  "Sản phẩm",
  "Đơn vị chủ trì",
  "Đơn vị phối hợp",
  "Thời hạn hoàn thành",
  "Ngày hoàn thành",
  "Tiến độ",
  "Kết quả thực hiện",
] as const;

/** A row of the table that nothing is wrong with; `change` sets cells by the letter of their column. */
export function row(number: number, change: Readonly<Record<string, Cell>> = {}): Cell[] {
  const cells: Cell[] = [
    String(number),
    `Đăng tin, bài số ${number} về cải cách hành chính`,
    `0${number} tin, bài`,
    "Phòng Quản lý đầu tư",
    "Văn phòng Ban",
    "Quý III/2024",
    "",
    "",
    "",
  ];
  for (const [letter, value] of Object.entries(change)) cells[letter.charCodeAt(0) - 65] = value;
  return cells;
}

export interface PlanOptions {
  readonly units?: readonly Unit[];
  readonly title?: string;
  readonly under?: string;
  readonly merges?: readonly string[];
  readonly header?: readonly string[];
  readonly change?: (task: Task) => Partial<Task>;
  readonly tracking?: (tracking: Tracking) => Tracking;
  readonly today?: string;
}

/** The sheet of a plan: title in row 1, header in row 4, tasks from row 5 on. */
function gridOf(rows: readonly (readonly Cell[])[], options: PlanOptions = {}): SheetGrid {
  const header = options.header ?? HEADER;
  const blank = header.map(() => "");
  const all: (readonly Cell[])[] = [
    [
      options.title ?? "PHỤ LỤC NHIỆM VỤ TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2024",
      ...blank.slice(1),
    ],
    [options.under ?? "(Kèm theo Kế hoạch số      /KH-BQL)", ...blank.slice(1)],
    blank,
    header,
    ...rows,
  ];
  return {
    sheet: "Phụ lục",
    row: 0,
    column: 0,
    values: all.map((cells) =>
      cells.map((cell): CellValue => (typeof cell === "object" ? cell.value : cell)),
    ),
    text: all.map((cells) =>
      cells.map((cell) => (typeof cell === "object" ? cell.text : String(cell))),
    ),
    numberFormats: all.map((cells) =>
      cells.map((cell) => (typeof cell === "object" ? cell.format : "General")),
    ),
    merges: (options.merges ?? []).flatMap((address) => parseArea(address) ?? []),
  };
}

/** The plan read and tracked, ready to check. */
export function inputOf(rows: readonly (readonly Cell[])[], options: PlanOptions = {}): CheckInput {
  const grid = gridOf(rows, options);
  const today = options.today ?? TODAY;
  const appendix = readAppendix(grid);
  const { tracking } = trackAppendix(appendix, null, { today, units: options.units ?? UNITS });
  const changed = {
    ...tracking,
    tasks: tracking.tasks.map((task) => ({ ...task, ...options.change?.(task) })),
  };
  return { grid, appendix, tracking: options.tracking?.(changed) ?? changed, today };
}

/** Findings of a plan in Vietnamese; only those of one rule when it is named. */
export function findingsOf(
  rows: readonly (readonly Cell[])[],
  options: PlanOptions = {},
  rule?: string,
): Finding[] {
  const findings = checkAppendix(inputOf(rows, options), "vi");
  return rule === undefined ? findings : findings.filter((finding) => finding.rule === rule);
}

/** A true date cell. */
export function dateCell(day: number, month: number, year: number, format = "dd/mm/yyyy"): Cell {
  const two = (part: number) => String(part).padStart(2, "0");
  return {
    value: Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000),
    format,
    text: format === "dd/mm/yyyy" ? `${two(day)}/${two(month)}/${year}` : `Tháng ${month}/${year}`,
  };
}
