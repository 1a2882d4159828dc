import type { Appendix, ColumnRole, RawTask } from "../appendix";
import {
  readDateCell,
  readDeadline,
  type Deadline,
  type DeadlineOptions,
  type IsoDate,
} from "../deadline";
import { comparisonKey, normalizeText } from "../text";
import type { Directory, OwnerReading } from "../unit";
import { deadlineReader, ownerReader, readOwners } from "./cell-readers";
import {
  packCells,
  readFinish,
  resultCells,
  tidyLines,
  type FinishReading,
  type ResultCells,
} from "./result-cells";
import { readSwapped, type SwapAnswer } from "./swapped";
import type { DueKind, Milestone, ReadField, Task } from "./types";

/** What a deadline's reading means for the columns of Theo dõi. */
export type DueReading = Pick<Task, "dueKind" | "start" | "due" | "milestones">;

/** One row of the appendix with its owner, time and result cells understood. */
export interface TaskReading extends DueReading {
  readonly number: string;
  readonly section: readonly string[];
  readonly title: string;
  readonly product: string;
  readonly note: string;
  readonly leadText: string;
  readonly supportText: string;
  readonly owner: OwnerReading;
  readonly deadlineText: string;
  readonly deadline: Deadline;
  readonly cells: ResultCells;
  readonly finish: FinishReading;
  /** The texts to compare with at the next reading; a field whose column is missing is left out. */
  readonly read: Readonly<Partial<Record<ReadField, string>>>;
  readonly source: NonNullable<Task["source"]>;
}

/** What a deadline means for the due columns: several dates are milestones, a doubt without a safe reading is "unclear". */
export function dueOf(deadline: Deadline): DueReading {
  const words = milestoneWords(deadline);
  const milestones = (deadline.milestones ?? []).map((due, index): Milestone => ({
    due,
    text: words[index] ?? "",
    finished: null,
  }));
  const several = deadline.kind === "dated" && milestones.length > 1;
  return {
    dueKind: several ? "milestones" : kindOf(deadline),
    start: deadline.start,
    due: deadline.due,
    milestones: several ? milestones : [],
  };
}

/** The words of each milestone where each has its own ("30/4/2026", "trong năm 2026"), else a count. */
function milestoneWords(deadline: Deadline): readonly string[] {
  const dates = deadline.milestones ?? [];
  const words = deadline.evidence
    .filter(({ part }) => part === "milestone")
    .map((evidence) => normalizeText(evidence.words));
  const isClear = words.length === dates.length && new Set(words).size === words.length;
  return isClear ? words : dates.map((_, index) => `Lần ${index + 1}`);
}

function kindOf(deadline: Deadline): DueKind {
  return deadline.kind === "unreadable" ? "unclear" : deadline.kind;
}

/** Whether the header of the deadline column counts days ("Số ngày dự kiến"). */
function countsDays(appendix: Appendix): boolean {
  return appendix.columns.some(
    ({ role, header }) => role === "deadline" && comparisonKey(header).includes("số ngày"),
  );
}

/** Whether the header of the deadline column says "trước ngày", as if each of its cells did. */
function saysBefore(appendix: Appendix): boolean {
  return appendix.columns.some(
    ({ role, header }) => role === "deadline" && comparisonKey(header).includes("trước ngày"),
  );
}

/** A bare day under such a header: "Trước ngày 20/6/2024"; other words stand as they are. */
function withBefore(raw: RawTask, text: string): string {
  const shown = raw.dates.deadline === undefined ? text : dayOfCell(raw.dates.deadline, text);
  return /^\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?$/.test(shown) ? `Trước ngày ${shown}` : text;
}

function dayOfCell(cell: NonNullable<RawTask["dates"]["deadline"]>, text: string): string {
  const { due } = readDateCell(cell, { year: null });
  const [year = "", month = "", day = ""] = due?.split("-") ?? [];
  return due === null ? text : `${day}/${month}/${year}`;
}

/**
 * Reads the rows of an appendix with a directory of units and the plan's year. `swapped` is the
 * officer's answer where a date column was typed under month-first settings.
 */
export function readTasks(
  appendix: Appendix,
  directory: Directory,
  year: number | null,
  swapped?: SwapAnswer,
): TaskReading[] {
  const options: DeadlineOptions = { year, countsDays: countsDays(appendix) };
  const before = saysBefore(appendix);
  const owners = ownerReader(directory);
  const deadlines = deadlineReader(options);
  const swappedDue = readSwapped(appendix.tasks, "deadline", swapped);
  const swappedFinish = readSwapped(appendix.tasks, "finished", swapped);
  const numberColumns = numberColumnOf(appendix);
  const present = new Set(appendix.columns.map(({ role }) => role));
  return appendix.tasks.map((raw) => readTask(raw, appendix.sheet, present));

  function readTask(raw: RawTask, sheet: string, present: ReadonlySet<ColumnRole>): TaskReading {
    const lines = (role: ColumnRole) => tidyLines(raw.texts[role]?.text ?? "");
    const single = raw.texts.owner !== undefined;
    const leadText = lines(single ? "owner" : "lead");
    const supportText = single ? "" : lines("support");
    const written = lines("deadline");
    const swapped = swappedDue(raw);
    const deadlineText = before && swapped === null ? withBefore(raw, written) : written;
    const cell = deadlineText === written ? raw.dates.deadline : undefined;
    const deadline =
      swapped ?? (cell === undefined ? deadlines(deadlineText) : readDateCell(cell, options));
    const due = dueOf(deadline);
    const start = due.start ?? startOf(raw, options);
    const cells = resultCells(raw, options.year, swappedFinish(raw));
    const number = normalizeText(raw.number) || lines("code");
    const title = normalizeText(raw.texts.task?.text ?? "");
    const section = raw.section.map(normalizeText).filter((words) => words !== "");
    const product = lines("product");
    const note = lines("note");
    return {
      number,
      section,
      title,
      product,
      note,
      leadText,
      supportText,
      owner: readOwners(leadText, supportText, single, owners),
      deadlineText,
      deadline,
      ...due,
      start,
      cells,
      finish: readFinish(cells, options.year),
      read: {
        number,
        section: section.join("\n"),
        title,
        ...(present.has("product") ? { product } : {}),
        ...(present.has("note") ? { note } : {}),
        ...(single || present.has("lead") ? { lead: leadText } : {}),
        ...(!single && present.has("support") ? { support: supportText } : {}),
        ...(raw.texts.deadline === undefined ? {} : { deadline: deadlineText }),
        result: packCells(cells),
      },
      source: { sheet, row: raw.row, columns: { ...numberColumns, ...columnsOf(raw) } },
    };
  }
}

function startOf(raw: RawTask, options: DeadlineOptions): IsoDate | null {
  const cell = raw.dates.start;
  const text = raw.texts.start?.text ?? "";
  if (cell === undefined && normalizeText(text) === "") return null;
  const reading = cell === undefined ? readDeadline(text, options) : readDateCell(cell, options);
  return reading.doubt === null ? (reading.start ?? reading.due) : null;
}

/** The column of STT, whose text the rows carry without its place. */
function numberColumnOf(appendix: Appendix): Partial<Record<ColumnRole, number>> {
  const column = appendix.columns.find(({ role }) => role === "number")?.column;
  return column === undefined ? {} : { number: column };
}

function columnsOf(raw: RawTask): Partial<Record<ColumnRole, number>> {
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const [role, source] of Object.entries(raw.texts)) {
    if (source.column !== null) columns[role as ColumnRole] = source.column;
  }
  return columns;
}
