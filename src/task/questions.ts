import { cellAddress } from "../sheet";
import type { ReadField, Task } from "./types";

/** The appendix and Theo dõi were both changed since the last reading: the officer chooses. */
export interface ConflictQuestion {
  readonly kind: "conflict";
  readonly code: string;
  readonly field: ReadField;
  /** Where the appendix says so; row from 1, column from 0 or null when it is no single cell. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number | null;
  /** What Theo dõi holds (kept until answered), what the appendix holds, and what it held before. */
  readonly tracked: string;
  readonly appendix: string;
  readonly lastRead: string;
  /** Whole sentence for the officer. */
  readonly text: string;
}

/** A row that could be one of several known tasks: it waits, and is in no figure, until answered. */
export interface IdentityQuestion {
  readonly kind: "identity";
  readonly sheet: string;
  /** From 1: the key of the answer in TrackOptions.sameAs. */
  readonly row: number;
  readonly title: string;
  /** The likeliest first. */
  readonly candidates: readonly { readonly code: string; readonly title: string }[];
  readonly text: string;
}

/** A finish cell whose words do not say whether the task is done. */
export interface FinishQuestion {
  readonly kind: "finish";
  readonly code: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number | null;
  readonly value: string;
  readonly text: string;
}

export type TrackingQuestion = ConflictQuestion | IdentityQuestion | FinishQuestion;

/** More candidates than these make a question that nobody can answer. */
const MOST_CANDIDATES = 3;

/** The fields that are read from the appendix, as the officer knows them. */
export const FIELD_NAMES: Readonly<Record<ReadField, string>> = {
  number: "STT",
  section: "Mục",
  title: "Nhiệm vụ",
  product: "Sản phẩm",
  lead: "Chủ trì",
  support: "Phối hợp",
  deadline: "Thời hạn",
  note: "Ghi chú",
  result: "Kết quả thực hiện",
};

/** "Ô H17" where the place is one cell, else "Dòng 17". */
function place(row: number, column: number | null): string {
  return column === null ? `Dòng ${row}` : `Ô ${cellAddress(row - 1, column)}`;
}

/** The question for a field that both sides changed. */
export function conflictQuestion(
  task: Task,
  source: NonNullable<Task["source"]>,
  field: ReadField,
  texts: { readonly tracked: string; readonly appendix: string; readonly lastRead: string },
): ConflictQuestion {
  const column = columnOf(source, field);
  return {
    kind: "conflict",
    code: task.code,
    field,
    sheet: source.sheet,
    row: source.row,
    column,
    ...texts,
    text:
      `${place(source.row, column)} ghi khác Theo dõi (${FIELD_NAMES[field]}): ` +
      `phụ lục ghi “${texts.appendix}”, Theo dõi ghi “${texts.tracked}”.`,
  };
}

/** The question for a row that could be one of several known tasks. */
export function identityQuestion(
  title: string,
  source: NonNullable<Task["source"]>,
  tasks: readonly Task[],
): IdentityQuestion {
  const likeliest = tasks.slice(0, MOST_CANDIDATES);
  const names = likeliest.map((one) => `${one.code} “${one.title}”`).join(" hay ");
  return {
    kind: "identity",
    sheet: source.sheet,
    row: source.row,
    title,
    candidates: likeliest.map(({ code, title: name }) => ({ code, title: name })),
    text:
      `Dòng ${source.row} “${title}” có phải là ${names} đã sửa lại không? ` +
      "Dòng này chưa đưa vào Theo dõi cho đến khi trả lời.",
  };
}

/** The question for a finish cell that decides nothing. */
export function finishQuestion(
  code: string,
  source: NonNullable<Task["source"]>,
  value: string,
): FinishQuestion {
  const column = source.columns.finished ?? null;
  return {
    kind: "finish",
    code,
    sheet: source.sheet,
    row: source.row,
    column,
    value,
    text: `${place(source.row, column)} ghi “${value}”: chưa rõ nhiệm vụ đã hoàn thành ngày nào.`,
  };
}

function columnOf(source: NonNullable<Task["source"]>, field: ReadField): number | null {
  const { columns } = source;
  switch (field) {
    case "number":
      return columns.number ?? columns.code ?? null;
    case "title":
      return columns.task ?? null;
    case "lead":
      return columns.lead ?? columns.owner ?? null;
    case "result":
      return columns.finished ?? columns.result ?? columns.quantity ?? columns.progress ?? null;
    case "product":
    case "support":
    case "deadline":
    case "note":
      return columns[field] ?? null;
    case "section":
      return null;
  }
}
