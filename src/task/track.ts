import type { Appendix, PlanFacts } from "../appendix";
import type { IsoDate } from "../deadline";
import { comparisonKey } from "../text";
import { createDirectory, proposeUnits, type OwnerColumn, type Unit } from "../unit";
import { ownerReader } from "./cell-readers";
import { codeMaker } from "./codes";
import { matchTasks, type IdentityTask } from "./identity";
import { isFromAppendix, mergeTask, withoutBlanks } from "./merge";
import { finishQuestion, identityQuestion, type TrackingQuestion } from "./questions";
import { readTasks, type TaskReading } from "./reading";
import { entriesOf } from "./result-cells";
import type { SwapAnswer } from "./swapped";
import type { ReadField, ResultEntry, Settings, Task, Tracking } from "./types";
import { FOUNDING_LISTS, isPropaganda, NO_LISTS, proposeWords } from "./words";

export interface TrackOptions {
  readonly today: IsoDate;
  /** The directory to read owner cells with; else the known one; else one proposed from the cells. */
  readonly units?: readonly Unit[];
  /**
   * What the officer answered to the questions of identity: by row of the appendix (from 1) the code of the
   * same task, or null for a new one. A row in question is not tracked until it is answered.
   */
  readonly sameAs?: Readonly<Record<number, string | null>>;
  /** Names of the workbook's sheets, to know a sheet again that was renamed; if not said, none was. */
  readonly sheets?: readonly string[];
  /** The officer's answer where a date column was typed under month-first settings. */
  readonly swappedDates?: SwapAnswer;
}

/** What one reading of an appendix changes; nothing is written by it. */
export interface TrackingUpdate {
  readonly tracking: Tracking;
  readonly added: readonly Task[];
  readonly changed: readonly {
    readonly task: Task;
    readonly before: Task;
    readonly field: ReadField;
  }[];
  /** Tasks that stand at another place among the others than before. */
  readonly moved: readonly { readonly task: Task; readonly before: Task }[];
  /** Tasks that this appendix no longer has: kept, with their source taken off. */
  readonly gone: readonly Task[];
  /** Entries taken from the result columns that are new or changed since the last reading. */
  readonly results: readonly ResultEntry[];
  readonly questions: readonly TrackingQuestion[];
  /** The other sheet, tracked and still there, that this one is a copy of: its tasks would be counted twice. */
  readonly copyOf: string | null;
}

/**
 * The day that a plan is counted to unless the officer sets another: today until 31/12 of the plan's
 * year, then 14/12 of it (the cut-off of the annual report). Today when the year is not known.
 */
export function defaultAsOf(year: number | null, today: IsoDate): IsoDate {
  return year === null || today <= `${year}-12-31` ? today : `${year}-12-14`;
}

/**
 * Takes a reading of an appendix into the tracking of its plan: new rows become tasks with codes of
 * their own, known rows keep their code and all that was entered, rows that are gone are kept and
 * marked. A row that may be one of several known tasks waits for the officer's answer, and so do those
 * tasks: nothing is counted twice. `known` null starts a new tracking. Tasks of other appendices of the plan stay as they are.
 */
export function trackAppendix(
  appendix: Appendix,
  known: Tracking | null,
  options: TrackOptions,
): TrackingUpdate {
  const settings = mergeSettings(known?.settings ?? null, appendix.plan, options.today);
  const year = settings.plan.year;
  const units = unitsFor(appendix, known, options.units);
  const directory = createDirectory(units);
  const owners = ownerReader(directory);
  const readings = readTasks(appendix, directory, year, options.swappedDates);
  const before = known?.tasks ?? [];
  const { sheets } = options;
  // A sheet that is no longer there was renamed or deleted: its tasks are looked for here.
  const isHere = (sheet: string) =>
    sheet === appendix.sheet || (sheets !== undefined && !sheets.includes(sheet));
  const here = before.filter((task) => task.source === null || isHere(task.source.sheet));
  const matches = matchTasks(here.map(asKnown), readings.map(asRead));
  const partner = new Map<number, Task>();
  for (const [from, to] of matches.pairs) {
    const task = here[from];
    if (task !== undefined) partner.set(to, task);
  }
  applyAnswers(partner, appendix, here, options.sameAs ?? {});

  const nextCode = codeMaker(before);
  const propaganda = isPropaganda([settings.plan.title, ...readings.flatMap((one) => one.section)]);
  const paired = new Set([...partner.values()].map(({ code }) => code));
  const ownEntries = groupByCode(known?.entries.filter(isFromAppendix) ?? []);
  const merged = new Map<string, Task>();
  const entriesAfter = new Map<string, readonly ResultEntry[]>();
  const added: Task[] = [];
  const changed: TrackingUpdate["changed"][number][] = [];
  const results: ResultEntry[] = [];
  const questions: TrackingQuestion[] = [];
  const order: Task[] = [];

  const sameAs = options.sameAs ?? {};
  const undecided = new Map<number, readonly Task[]>();
  for (const { after, candidates } of matches.doubts) {
    const row = readings[after]?.source.row;
    if (partner.has(after) || row === undefined || row in sameAs) continue;
    const open = candidates.flatMap((place) => here[place] ?? []);
    const free = open.filter(({ code }) => !paired.has(code));
    if (free.length > 0) undecided.set(after, free);
  }

  for (const [index, reading] of readings.entries()) {
    const old = partner.get(index);
    const candidates = undecided.get(index);
    if (candidates !== undefined) {
      questions.push(identityQuestion(reading.title, reading.source, candidates));
      continue;
    }
    if (old === undefined) {
      const task = newTask(nextCode(), reading, propaganda);
      const entries = entriesOf(task.code, task.leads[0] ?? "", reading.cells, year);
      added.push(task);
      order.push(task);
      results.push(...entries);
      entriesAfter.set(task.code, entries);
      questions.push(...finishDoubt(task, reading));
      continue;
    }
    const merge = mergeTask(old, reading, ownEntries.get(old.code) ?? [], { owners, year });
    merged.set(old.code, merge.task);
    entriesAfter.set(old.code, merge.entries);
    order.push(merge.task);
    results.push(...merge.news);
    for (const field of merge.changed) changed.push({ task: merge.task, before: old, field });
    questions.push(...merge.conflicts, ...finishDoubt(merge.task, reading));
  }

  const waiting = new Set([...undecided.values()].flat().map(({ code }) => code));
  const gone: Task[] = [];
  const kept = before.map((task): Task => {
    const now = merged.get(task.code);
    if (now !== undefined) return now;
    if (!task.source || !isHere(task.source.sheet) || waiting.has(task.code)) return task;
    const without: Task = { ...task, source: null };
    gone.push(without);
    return without;
  });
  return {
    tracking: {
      ...known,
      settings,
      tasks: placeAdded(kept, order),
      entries: mergeEntryLists(known?.entries ?? [], entriesAfter),
      units,
      lists: known?.lists ?? (propaganda ? FOUNDING_LISTS : NO_LISTS),
    },
    added,
    changed,
    moved: movedTasks(order, before),
    gone,
    results,
    questions,
    copyOf: copiedFrom(before, appendix.sheet, readings),
  };
}

/** So many tasks with the same number and words make a copy, if they are most of the sheet. */
const COPIED_TASKS = 3;
const COPIED_SHARE = 0.7;

function copiedFrom(
  before: readonly Task[],
  sheet: string,
  readings: readonly TaskReading[],
): string | null {
  if (before.some(({ source }) => source?.sheet === sheet)) return null;
  const keyOf = (task: Pick<Task, "number" | "title">) =>
    `${task.number}\n${comparisonKey(task.title)}`;
  const read = new Set(readings.map(keyOf));
  const shared = new Map<string, number>();
  for (const task of before) {
    if (!task.source || !read.has(keyOf(task))) continue;
    shared.set(task.source.sheet, (shared.get(task.source.sheet) ?? 0) + 1);
  }
  const copied = [...shared].find(
    ([, count]) => count >= COPIED_TASKS && count >= COPIED_SHARE * readings.length,
  );
  return copied?.[0] ?? null;
}

function asKnown(task: Task): IdentityTask {
  return {
    title: task.title,
    number: task.number,
    row: task.source?.row ?? null,
    section: task.section,
    details: [task.leadText, task.product, task.deadlineText].join("\n"),
  };
}

function asRead(reading: TaskReading): IdentityTask {
  return {
    title: reading.title,
    number: reading.number,
    row: reading.source.row,
    section: reading.section,
    details: [reading.leadText, reading.product, reading.deadlineText].join("\n"),
  };
}

function groupByCode(entries: readonly ResultEntry[]): Map<string, ResultEntry[]> {
  const groups = new Map<string, ResultEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.code);
    if (group === undefined) groups.set(entry.code, [entry]);
    else group.push(entry);
  }
  return groups;
}

function finishDoubt(task: Task, reading: TaskReading): TrackingQuestion[] {
  const { unclear } = reading.finish;
  if (unclear === "" || task.done || task.finished !== null || task.source === null) return [];
  return [finishQuestion(task.code, task.source, unclear)];
}

function newTask(code: string, reading: TaskReading, propaganda: boolean): Task {
  const words = propaganda
    ? proposeWords(reading.title)
    : { contents: [], forms: [], audiences: [] };
  return {
    code,
    number: reading.number,
    section: reading.section,
    title: reading.title,
    product: reading.product,
    ...words,
    leadText: reading.leadText,
    supportText: reading.supportText,
    deadlineText: reading.deadlineText,
    leads: reading.owner.lead,
    supports: reading.owner.support,
    owner: reading.owner,
    deadline: reading.deadline,
    dueKind: reading.dueKind,
    start: reading.start,
    due: reading.due,
    milestones: reading.milestones,
    adjustedDue: null,
    adjustedBasis: "",
    adjustedReason: "",
    extensions: 0,
    done: reading.finish.done && reading.finish.finished === null,
    finished: reading.finish.finished,
    cancelled: null,
    note: reading.note,
    read: withoutBlanks(reading.read),
    source: reading.source,
  };
}

/** What the officer has set stays; the appendix fills what is blank. */
function mergeSettings(known: Settings | null, plan: PlanFacts, today: IsoDate): Settings {
  if (known === null) {
    return {
      plan,
      asOf: defaultAsOf(plan.year, today),
      warningDays: 7,
      beforeIncludesDay: null,
      basedOn: "",
      recipient: "",
      place: "",
      signerTitle: "",
      signerName: "",
    };
  }
  const old = known.plan;
  return {
    ...known,
    plan: {
      number: old.number || plan.number,
      date: old.date || plan.date,
      title: old.title || plan.title,
      year: old.year ?? plan.year,
      superiorAgency: old.superiorAgency || plan.superiorAgency,
      agency: old.agency || plan.agency,
    },
  };
}

function unitsFor(
  appendix: Appendix,
  known: Tracking | null,
  given: readonly Unit[] | undefined,
): readonly Unit[] {
  if (given !== undefined && given.length > 0) return given;
  if (known !== null && known.units.length > 0) return known.units;
  const texts = appendix.tasks.flatMap(({ texts }) =>
    (["lead", "support", "owner"] satisfies OwnerColumn[]).flatMap((column) => {
      const text = texts[column]?.text ?? "";
      return text === "" ? [] : [{ text, column }];
    }),
  );
  return proposeUnits(texts);
}

function applyAnswers(
  partner: Map<number, Task>,
  appendix: Appendix,
  here: readonly Task[],
  sameAs: Readonly<Record<number, string | null>>,
): void {
  for (const [index, raw] of appendix.tasks.entries()) {
    const code = sameAs[raw.row];
    if (code === undefined) continue;
    partner.delete(index);
    const task = here.find((one) => one.code === code);
    if (task === undefined) continue;
    for (const [other, taken] of partner) if (taken === task) partner.delete(other);
    partner.set(index, task);
  }
}

/**
 * The known tasks in their order with each new one behind the task that stands above it in the
 * appendix; those above all known ones before the first of them, those of a new appendix last.
 */
function placeAdded(kept: readonly Task[], order: readonly Task[]): Task[] {
  const known = new Set(kept.map(({ code }) => code));
  const first = order.find(({ code }) => known.has(code))?.code;
  if (first === undefined) return [...kept, ...order];
  const top: Task[] = [];
  const behind = new Map<string, Task[]>();
  let list = top;
  for (const task of order) {
    if (known.has(task.code)) {
      list = [];
      behind.set(task.code, list);
    } else {
      list.push(task);
    }
  }
  return kept.flatMap((task) => [
    ...(task.code === first ? top : []),
    task,
    ...(behind.get(task.code) ?? []),
  ]);
}

/** All entries in their order, those of the appendix as they are after the reading, new ones last. */
function mergeEntryLists(
  entries: readonly ResultEntry[],
  after: ReadonlyMap<string, readonly ResultEntry[]>,
): ResultEntry[] {
  const waiting = new Map([...after].map(([code, list]) => [code, [...list]]));
  const kept = entries.map((entry) =>
    isFromAppendix(entry) ? (waiting.get(entry.code)?.shift() ?? entry) : entry,
  );
  return [...kept, ...[...waiting.values()].flat()];
}

/** The tasks that left the longest run which kept its order. */
function movedTasks(order: readonly Task[], before: readonly Task[]): TrackingUpdate["moved"] {
  const old = new Map(before.map((task) => [task.code, task]));
  const placed = order.flatMap((task) => {
    const was = old.get(task.code);
    return was?.source ? [{ task, before: was, row: was.source.row }] : [];
  });
  const stayed = longestRise(placed.map(({ row }) => row));
  return placed
    .filter((_, index) => !stayed.has(index))
    .map(({ task, before: was }) => ({ task, before: was }));
}

/** Places of a longest rising series, in n log n. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const series = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) series.add(at);
  return series;
}

/** Whether two plans are told apart by their own numbers: then one workbook may not follow both. */
export function isOtherPlan(known: PlanFacts, found: PlanFacts): boolean {
  return (
    known.number !== "" &&
    found.number !== "" &&
    comparisonKey(known.number).replaceAll(" ", "") !==
      comparisonKey(found.number).replaceAll(" ", "")
  );
}
