import { normalizeText } from "../text";
import { conflictQuestion, type ConflictQuestion } from "./questions";
import { readOwners, type OwnerReader } from "./cell-readers";
import { dueOf, type TaskReading } from "./reading";
import {
  APPENDIX_SOURCE,
  entriesOf,
  packCells,
  readFinish,
  sameFinish,
  unpackCells,
} from "./result-cells";
import type { Milestone, ReadField, ResultEntry, Task } from "./types";

/** What a reading of the appendix does to one known task. */
export interface Merge {
  readonly task: Task;
  /** The task's entries that came from the appendix, as they are now. */
  readonly entries: readonly ResultEntry[];
  /** Those of them that are new or changed. */
  readonly news: readonly ResultEntry[];
  readonly changed: readonly ReadField[];
  readonly conflicts: readonly ConflictQuestion[];
}

/** What the merge needs besides the two sides. */
export interface MergeContext {
  readonly owners: OwnerReader;
  readonly year: number | null;
}

type Draft = { -readonly [Key in keyof Task]: Task[Key] };

/**
 * Three-way merge of a known task with a new reading of its row: a field follows the appendix where
 * only the appendix changed since the last reading, stays where only Theo dõi changed, and becomes a
 * question where both did. A column that the appendix lacks, and a result cell that is now blank,
 * change nothing. `entries` are the task's entries that came from the appendix.
 */
export function mergeTask(
  task: Task,
  reading: TaskReading,
  entries: readonly ResultEntry[],
  context: MergeContext,
): Merge {
  const draft: Draft = { ...task, source: reading.source };
  const read: Partial<Record<ReadField, string>> = { ...task.read };
  const changed: ReadField[] = [];
  const conflicts: ConflictQuestion[] = [];

  const settle = (
    field: ReadField,
    sides: { readonly touched: boolean; readonly agrees: boolean; readonly tracked: string },
    take: () => void,
  ) => {
    const fresh = reading.read[field];
    const last = task.read?.[field] ?? "";
    if (fresh === undefined || sameText(fresh, last)) return;
    if (sides.agrees) {
      read[field] = fresh;
      take();
    } else if (!sides.touched) {
      read[field] = fresh;
      changed.push(field);
      take();
    } else {
      const texts = { tracked: sides.tracked, appendix: fresh, lastRead: last };
      conflicts.push(conflictQuestion(task, reading.source, field, texts));
    }
  };
  const plain = (field: ReadField, tracked: string, take: () => void) => {
    const fresh = reading.read[field] ?? "";
    const touched = !sameText(tracked, task.read?.[field] ?? "");
    settle(field, { touched, agrees: sameText(tracked, fresh), tracked }, take);
  };

  plain("number", task.number, () => (draft.number = reading.number));
  plain("section", task.section.join("\n"), () => (draft.section = reading.section));
  plain("title", task.title, () => (draft.title = reading.title));
  plain("product", task.product, () => (draft.product = reading.product));
  plain("note", task.note, () => (draft.note = reading.note));
  mergeOwners();
  mergeDeadline();
  const results = mergeResults();
  draft.read = withoutBlanks(read);
  return { task: draft, entries: results.entries, news: results.news, changed, conflicts };

  function mergeOwners(): void {
    const leadTouched = !sameList(task.leads, task.owner.lead);
    const supportTouched = !sameList(task.supports, task.owner.support);
    const single = reading.source.columns.owner !== undefined;
    settle(
      "lead",
      {
        touched: leadTouched || (single && supportTouched),
        agrees:
          sameList(task.leads, reading.owner.lead) &&
          (!single || sameList(task.supports, reading.owner.support)),
        tracked: [...task.leads, ...(single ? task.supports : [])].join("; "),
      },
      () => (draft.leadText = reading.leadText),
    );
    settle(
      "support",
      {
        touched: supportTouched,
        agrees: sameList(task.supports, reading.owner.support),
        tracked: task.supports.join("; "),
      },
      () => (draft.supportText = reading.supportText),
    );
    draft.owner = readOwners(draft.leadText, draft.supportText, single, context.owners);
    if (!leadTouched || read.lead !== task.read?.lead) draft.leads = draft.owner.lead;
    if (!supportTouched || read.support !== task.read?.support) {
      draft.supports = draft.owner.support;
    }
  }

  function mergeDeadline(): void {
    const fresh = { ...dueOf(reading.deadline), start: reading.start };
    const touched = !sameDue(task, dueOf(task.deadline));
    const agrees = sameDue(task, fresh);
    const milestones = carryFinishes(task.milestones, fresh.milestones);
    const take = () => {
      draft.deadlineText = reading.deadlineText;
      draft.deadline = reading.deadline;
      Object.assign(draft, fresh, { milestones: milestones ?? task.milestones });
    };
    const tracked = task.due ?? task.deadlineText;
    settle("deadline", { touched: touched || milestones === null, agrees, tracked }, take);
    const unread = task.dueKind === "unclear" && task.due === null && task.adjustedDue === null;
    if (unread && draft.deadlineText === reading.deadlineText) take();
  }

  function mergeResults(): Pick<Merge, "entries" | "news"> {
    const before = unpackCells(task.read?.result ?? "");
    const cells = { ...before, ...reading.cells };
    const packed = packCells(cells);
    if (packed === packCells(before)) return { entries, news: [] };
    const last = readFinish(before, context.year);
    const fresh = readFinish(cells, context.year);
    const merged = mergeEntries(
      entries,
      entriesOf(task.code, task.leads[0] ?? "", before, context.year),
      entriesOf(task.code, draft.leads[0] ?? "", cells, context.year),
    );
    const finishChanged = !sameFinish(last, fresh);
    const touched = finishChanged && !sameFinish(task, last) && !sameFinish(task, fresh);
    if (touched || merged === null) {
      const tracked = [task.finished ?? "", ...entries.map(words)].filter((text) => text !== "");
      const texts = {
        tracked: tracked.join("; "),
        appendix: Object.values(reading.cells).join("; "),
        lastRead: Object.values(before).join("; "),
      };
      conflicts.push(conflictQuestion(task, reading.source, "result", texts));
      return { entries, news: [] };
    }
    read.result = packed;
    changed.push("result");
    if (finishChanged) {
      draft.finished = fresh.finished;
      draft.done = fresh.done && fresh.finished === null;
    }
    return merged;
  }
}

/** The entries after a reading; null when an entry was changed on both sides in different ways. */
function mergeEntries(
  current: readonly ResultEntry[],
  last: readonly ResultEntry[],
  fresh: readonly ResultEntry[],
): Pick<Merge, "entries" | "news"> | null {
  if (current.length !== last.length) {
    const news = fresh.filter((entry, index) => {
      const before = last[index];
      return before === undefined || words(before) !== words(entry);
    });
    const unseen = news.filter((entry) => !current.some((one) => words(one) === words(entry)));
    return { entries: [...current, ...unseen], news: unseen };
  }
  const entries: ResultEntry[] = [];
  const news: ResultEntry[] = [];
  for (const [index, entry] of current.entries()) {
    const to = fresh[index];
    const from = last[index];
    if (to === undefined || from === undefined) {
      entries.push(entry);
      continue;
    }
    const merged = mergeEntry(entry, from, to);
    if (merged === null) return null;
    entries.push(merged);
    if (merged !== entry) news.push(merged);
  }
  const added = fresh.slice(current.length);
  return { entries: [...entries, ...added], news: [...news, ...added] };
}

const ENTRY_FIELDS = ["date", "quantity", "measure", "result", "evidence"] as const;

function mergeEntry(
  current: ResultEntry,
  last: ResultEntry,
  fresh: ResultEntry,
): ResultEntry | null {
  const clash = ENTRY_FIELDS.some(
    (field) =>
      fresh[field] !== last[field] &&
      fresh[field] !== current[field] &&
      current[field] !== last[field],
  );
  if (clash) return null;
  const merged: ResultEntry = {
    ...current,
    date: follow("date"),
    quantity: follow("quantity"),
    measure: follow("measure"),
    result: follow("result"),
    evidence: follow("evidence"),
  };
  return words(merged) === words(current) ? current : merged;

  function follow<Field extends (typeof ENTRY_FIELDS)[number]>(field: Field): ResultEntry[Field] {
    return fresh[field] === last[field] ? current[field] : fresh[field];
  }
}

/**
 * The new milestones with the finish days that were entered, by due day, else by place when their
 * number is the same; null when a finish day would find no place.
 */
function carryFinishes(
  before: readonly Milestone[],
  after: readonly Milestone[],
): readonly Milestone[] | null {
  const samePlaces = before.length === after.length;
  const used = new Set<Milestone>();
  const carried = after.map((milestone, index) => {
    const same =
      before.find(({ due }) => due === milestone.due) ?? (samePlaces ? before[index] : undefined);
    if (same === undefined || used.has(same)) return milestone;
    used.add(same);
    return { ...milestone, text: same.text || milestone.text, finished: same.finished };
  });
  return before.some((one) => one.finished !== null && !used.has(one)) ? null : carried;
}

/** Whether the due columns are as a reading gives them; an unread deadline counts as untouched. */
function sameDue(
  task: Pick<Task, "dueKind" | "start" | "due" | "milestones">,
  reading: Pick<Task, "dueKind" | "start" | "due" | "milestones">,
): boolean {
  if (task.dueKind === "unclear" && task.due === null) return true;
  return (
    task.dueKind === reading.dueKind &&
    task.due === reading.due &&
    (task.start === reading.start || reading.start === null) &&
    sameList(
      task.milestones.map(({ due }) => due),
      reading.milestones.map(({ due }) => due),
    )
  );
}

/** Whether an entry came from the result columns of the appendix. */
export function isFromAppendix(entry: ResultEntry): boolean {
  return entry.source === APPENDIX_SOURCE;
}

/** The texts as last read without the blank ones: blank and never read are the same. */
export function withoutBlanks(
  read: Readonly<Partial<Record<ReadField, string>>>,
): Partial<Record<ReadField, string>> {
  return Object.fromEntries(Object.entries(read).filter(([, text]) => text !== ""));
}

function words(entry: ResultEntry): string {
  return ENTRY_FIELDS.map((field) => entry[field] ?? "")
    .filter((part) => part !== "")
    .join(" · ");
}

function sameText(first: string, second: string): boolean {
  return first === second || normalizeText(first) === normalizeText(second);
}

function sameList(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((text, index) => text === second[index]);
}
