import type { RawTask } from "../appendix";
import {
  parseVietnameseDate,
  readDateCell,
  readDeadline,
  showDate,
  type Deadline,
  type IsoDate,
} from "../deadline";
import { comparisonKey, normalizeText } from "../text";
import type { ResultEntry, Task } from "./types";

/** Source of the entries that come from the result columns of the appendix. */
export const APPENDIX_SOURCE = "phụ lục";

const RESULT_ROLES = ["finished", "progress", "quantity", "measure", "result", "evidence"] as const;

/** The result cells of one task as read; a true date stands as day/month/year. */
export type ResultCells = Readonly<Partial<Record<(typeof RESULT_ROLES)[number], string>>>;

/** What the cells say of the finish. `unclear` holds words of the finish cell that decide nothing. */
export interface FinishReading {
  readonly done: boolean;
  readonly finished: IsoDate | null;
  readonly unclear: string;
}

const DONE_MARKS = new Set(
  [
    "x",
    "✓",
    "✔",
    "√",
    "v",
    "100%",
    "xong",
    "đã xong",
    "hoàn thành",
    "đã hoàn thành",
    "ht",
    "đht",
  ].map(comparisonKey),
);
/** Stands behind a day that may be meant with day and month exchanged. */
const IN_QUESTION = " (?)";
const NOT_DONE = /^(-|–|0|0%|không|chưa.*|đang.*|tiếp tục.*|dự kiến.*|sẽ .*)$/u;

/**
 * The result cells of a row; blank cells are left out. `swapped` is the reading of a finish cell in a
 * column typed under month-first settings: while it is a question, its day is not taken.
 */
export function resultCells(
  raw: RawTask,
  year: number | null,
  swapped: Deadline | null = null,
): ResultCells {
  const cells: Partial<Record<(typeof RESULT_ROLES)[number], string>> = {};
  for (const role of RESULT_ROLES) {
    const source = raw.texts[role];
    if (source === undefined || source.inherited) continue;
    const text =
      role === "finished" ? finishText(raw, source.text, year, swapped) : tidyLines(source.text);
    if (text !== "") cells[role] = text;
  }
  return cells;
}

/** The cells as one text to keep in Theo dõi; "" when all are blank. */
export function packCells(cells: ResultCells): string {
  return Object.keys(cells).length === 0 ? "" : JSON.stringify(cells);
}

/** Reads back what packCells gave; a text that it did not give counts as nothing read. */
export function unpackCells(packed: string): ResultCells {
  let value: unknown;
  try {
    value = JSON.parse(packed);
  } catch {
    return {};
  }
  if (typeof value !== "object" || value === null) return {};
  const cells: Partial<Record<(typeof RESULT_ROLES)[number], string>> = {};
  for (const [key, text] of Object.entries(value)) {
    const role = RESULT_ROLES.find((known) => known === key);
    if (role !== undefined && typeof text === "string") cells[role] = text;
  }
  return cells;
}

/**
 * Whether the cells say that the task is finished, and when. Only a full day counts as the day;
 * "tháng 5/2024" or a mark finishes the task on a day that is not known.
 */
export function readFinish(cells: ResultCells, year: number | null): FinishReading {
  const marked = isDoneMark(cells.progress ?? "") || isDoneMark(cells.result ?? "");
  const text = cells.finished ?? "";
  if (text === "") return { done: marked, finished: null, unclear: "" };
  if (isDoneMark(text)) return { done: true, finished: null, unclear: "" };
  if (text.endsWith(IN_QUESTION)) return { done: marked, finished: null, unclear: text };
  if (NOT_DONE.test(comparisonKey(text))) return { done: marked, finished: null, unclear: "" };
  const words = text.replace(/^(đã )?(hoàn thành|xong)( vào)?( ngày)?\s*:?\s*/iu, "");
  const day = parseVietnameseDate(words);
  if (day !== null) return { done: true, finished: day, unclear: "" };
  const reading = readDeadline(words, { year });
  if (reading.kind !== "dated" || reading.doubt !== null || reading.before !== null) {
    return { done: marked, finished: null, unclear: text };
  }
  const exact = reading.start === null || reading.start === reading.due;
  return {
    done: true,
    finished: exact && reading.milestones === null ? reading.due : null,
    unclear: "",
  };
}

/**
 * The entries that a task's result cells stand for: one for each quantity ("02 hội nghị; 150 lượt
 * người" are two), the words and the evidence with the first of them.
 */
export function entriesOf(
  code: string,
  unit: string,
  cells: ResultCells,
  year: number | null,
): ResultEntry[] {
  if (Object.keys(cells).length === 0) return [];
  const finish = readFinish(cells, year);
  const quantities = readQuantities(cells.quantity ?? "", cells.measure ?? "");
  const words = [
    cells.result ?? "",
    quantities === null ? (cells.quantity ?? "") : "",
    cells.result === undefined && !isNoWord(cells.progress ?? "") ? (cells.progress ?? "") : "",
    finish.unclear,
  ].filter((text) => text !== "");
  const nothingDone =
    words.length === 0 &&
    !finish.done &&
    cells.evidence === undefined &&
    (quantities ?? []).length === 0;
  if (nothingDone) return [];
  const first: ResultEntry = {
    code,
    date: finish.finished,
    unit,
    quantity: null,
    measure: "",
    result: words.join("\n"),
    evidence: cells.evidence ?? "",
    difficulty: "",
    source: APPENDIX_SOURCE,
  };
  const [one, ...more] = quantities ?? [];
  return [
    { ...first, ...one },
    ...more.map((quantity) => ({ ...first, result: "", evidence: "", ...quantity })),
  ];
}

/** The state of finish that a task has in Theo dõi, to compare with what the cells say. */
export function sameFinish(
  task: Pick<Task, "done" | "finished">,
  reading: Pick<FinishReading, "done" | "finished">,
): boolean {
  return (
    task.finished === reading.finished &&
    (task.done || task.finished !== null) === (reading.done || reading.finished !== null)
  );
}

/**
 * "04 tin, bài" → 4 and "tin, bài". A dot before three digits is a Vietnamese thousands mark, a comma
 * the decimal one. null when the text is no list of quantities, [] when it is blank.
 */
export function readQuantities(
  text: string,
  measure: string,
): { readonly quantity: number; readonly measure: string }[] | null {
  const whole = normalizeText(text);
  if (whole === "") return [];
  const found: { quantity: number; measure: string }[] = [];
  for (const part of whole.split(/\s*[;+]\s*|\s*,\s+(?=\d+\s+\p{L})|\s+và\s+(?=\d+\s+\p{L})/u)) {
    const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s*(%|\p{L}.*))?$/u.exec(part);
    if (!match || /\d/.test(match[3] ?? "")) return null;
    const [, units = "", decimals = "0", words = ""] = match;
    found.push({
      quantity: Number(`${units.replaceAll(".", "")}.${decimals}`),
      measure: words === "" ? normalizeText(measure) : words,
    });
  }
  return found;
}

/** One normal form of a cell's text with its line breaks kept and blank lines dropped. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(normalizeText)
    .filter((line) => line !== "")
    .join("\n");
}

function isDoneMark(text: string): boolean {
  return DONE_MARKS.has(comparisonKey(text).replace(/[.!]+$/, ""));
}

function isNoWord(text: string): boolean {
  return isDoneMark(text) || /^(-|–|0|0%|không|chưa|chưa thực hiện)$/u.test(comparisonKey(text));
}

function finishText(
  raw: RawTask,
  text: string,
  year: number | null,
  swapped: Deadline | null,
): string {
  const cell = raw.dates.finished;
  if (cell === undefined) return tidyLines(text);
  const reading = swapped ?? readDateCell(cell, { year });
  const exact = reading.start === null || reading.start === reading.due;
  if (reading.due !== null && exact && reading.doubt === null) return showDate(reading.due);
  return reading.doubt === null ? tidyLines(cell.text) : tidyLines(cell.text) + IN_QUESTION;
}
