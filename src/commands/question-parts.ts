import type { AppendixMapping, Appendix, ColumnRole } from "../appendix";
import type { Locale } from "../locale";
import type { CellPatch } from "../excel";
import { cellAddress, type TableGrid } from "../sheet";
import type { Task, Tracking, TrackingUpdate } from "../task";
import type { Kept } from "./kept";
import type { Question } from "./types";

/** What an answer changes; what is left out stays. */
export interface Change {
  /** Applied to the tracking as it would be written now. */
  readonly tracking?: (tracking: Tracking) => Tracking;
  /** By row of the appendix: the code of the same task, or null for a new one. */
  readonly sameAs?: Readonly<Record<number, string | null>>;
  readonly kept?: (kept: Kept) => Kept;
  /** A header of the add-in's own tables to be named again. */
  readonly rename?: CellPatch;
  /** Write all of the add-in's sheets again, their formulas with them. */
  readonly rewrite?: boolean;
}

/** A question with what each answer does; null: that is no answer to it. */
export interface OpenQuestion {
  readonly question: Question;
  readonly answer: (value: string) => Change | null;
}

/** What questions are asked about. */
export interface Asked {
  readonly appendix: Appendix | null;
  readonly update: TrackingUpdate | null;
  readonly tracking: Tracking;
  readonly kept: Kept;
  readonly mapping: AppendixMapping | null;
  /** What the add-in's own sheets hold, and their tables as they stand. */
  readonly known?: Tracking | null;
  readonly state?: { readonly tables: Readonly<Record<string, TableGrid>> };
}

/** Address of a task's cell in the appendix; null when the task is gone from it. */
export function cellOf(task: Task, ...roles: readonly ColumnRole[]): string | null {
  const { source } = task;
  if (!source) return null;
  for (const role of roles) {
    const column = source.columns[role];
    if (column !== undefined) return cellAddress(source.row - 1, column);
  }
  return null;
}

/** Sheet that the tasks of a question came from. */
export function sheetOf(tasks: readonly Task[]): string {
  return tasks.find(({ source }) => source !== null)?.source?.sheet ?? "";
}

/** "Ô F21", "3 ô (F21, F22, F25)", "12 ô (F21, F22, F25, …)". */
export function placesOf(locale: Locale, cells: readonly string[]): string {
  const [first = ""] = cells;
  if (cells.length === 1) return locale === "vi" ? `Ô ${first}` : `Cell ${first}`;
  const shown = cells.slice(0, 3).join(", ") + (cells.length > 3 ? ", …" : "");
  return locale === "vi" ? `${cells.length} ô (${shown})` : `${cells.length} cells (${shown})`;
}

/** A change of some tasks of the tracking, found by code. */
export function changeTasks(
  codes: readonly string[],
  change: (task: Task) => Task,
): (tracking: Tracking) => Tracking {
  const wanted = new Set(codes);
  return (tracking) => ({
    ...tracking,
    tasks: tracking.tasks.map((task) => (wanted.has(task.code) ? change(task) : task)),
  });
}

/** Remembers that a question was answered in favour of what was read. */
export function markAnswered(id: string): (kept: Kept) => Kept {
  return (kept) => ({ ...kept, answered: [...new Set([...kept.answered, id])] });
}
