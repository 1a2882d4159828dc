import { columnLetters, columnNumber } from "../sheet";
import type { Task } from "../task";

type SourceColumns = NonNullable<Task["source"]>["columns"];
type Role = keyof SourceColumns;

/** Roles of columns of an appendix with the words that stand for them in the column Cột gốc. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  number: "STT",
  code: "Mã",
  field: "Lĩnh vực",
  task: "Nhiệm vụ",
  product: "Sản phẩm",
  lead: "Chủ trì",
  support: "Phối hợp",
  owner: "Đơn vị",
  deadline: "Thời hạn",
  start: "Bắt đầu",
  received: "Nhận",
  finished: "Ngày hoàn thành",
  quantity: "Số lượng",
  measure: "Đơn vị tính",
  result: "Kết quả",
  progress: "Tiến độ",
  evidence: "Minh chứng",
  leader: "Lãnh đạo",
  cost: "Kinh phí",
  note: "Ghi chú",
  week: "Tuần",
  other: "Khác",
};

/** Where a task's cells stand in the appendix, as one text: "STT A; Nhiệm vụ B; Thời hạn F". */
export function packColumns(columns: SourceColumns): string {
  return (Object.keys(ROLE_WORDS) as Role[])
    .flatMap((role) => {
      const column = columns[role];
      return column === undefined ? [] : [`${ROLE_WORDS[role]} ${columnLetters(column)}`];
    })
    .join("; ");
}

/** Reads what packColumns wrote, each text once; parts that are not understood are left out. */
export function columnsReader(): (text: string) => SourceColumns {
  const seen = new Map<string, SourceColumns>();
  return (text) => {
    const columns = seen.get(text) ?? unpackColumns(text);
    seen.set(text, columns);
    return columns;
  };
}

function unpackColumns(text: string): SourceColumns {
  const columns: Partial<Record<Role, number>> = {};
  for (const part of text.split(";")) {
    const match = /^(.+) ([A-Z]{1,3})$/.exec(part.trim());
    const role = (Object.keys(ROLE_WORDS) as Role[]).find((one) => ROLE_WORDS[one] === match?.[1]);
    if (role !== undefined) columns[role] = columnNumber(match?.[2] ?? "");
  }
  return columns;
}
