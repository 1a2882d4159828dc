import { showDate, type IsoDate, type Period } from "../deadline";
import type { ResultEntry, Task, Tracking } from "../task";
import { comparisonKey } from "../text";
import { assignments, leadingUnits, type Assigned } from "./assignments";
import { markOf, planMark, taskMark } from "./marks";
import { NOTHING, says } from "./returned";
import type {
  Conflict,
  ConflictOption,
  Decisions,
  FormOutcome,
  FormProblem,
  NewWork,
  ReturnedForm,
  ReturnedRow,
} from "./types";

export interface ConsolidateOptions {
  readonly period: Period;
  /** Day on which the files are taken; null leaves lateness open. */
  readonly receivedOn: IsoDate | null;
  readonly sendBy: IsoDate | null;
  /** What the officer chose for conflicts of an earlier look. */
  readonly decisions?: Decisions;
  /** The unit that the officer named for a file, by file name: where the key is missing or names an unknown unit. */
  readonly units?: Readonly<Record<string, string>>;
}

/** What taking the forms back would do. Nothing is written: the tracking is a new one. */
export interface Consolidation {
  readonly forms: readonly FormOutcome[];
  /** Units with tasks of which no form of this period came, now or earlier. */
  readonly missing: readonly string[];
  readonly entries: readonly ResultEntry[];
  readonly finishes: readonly { readonly code: string; readonly date: IsoDate }[];
  readonly newWork: readonly {
    readonly unit: string;
    readonly fileName: string;
    readonly work: NewWork;
  }[];
  /** Still to be decided; until then neither side is written. */
  readonly conflicts: readonly Conflict[];
  readonly tracking: Tracking;
}

/** Code of the entries for work that is not in the plan. */
const NEW_WORK_CODE = "PS";

interface Claim {
  readonly task: Task;
  readonly assigned: Assigned;
  readonly unit: string;
  readonly source: string;
  readonly row: ReturnedRow;
}

/**
 * Brings the returned forms into the tracking. The order of the files does not matter and a file taken twice changes
 * nothing. Where two sides differ (two versions of a unit, or a form against what is already there) neither wins by
 * itself: it is a conflict until the officer chooses.
 */
export function consolidate(
  tracking: Tracking,
  returned: readonly ReturnedForm[],
  options: ConsolidateOptions,
): Consolidation {
  const forms = [...returned].sort((a, b) =>
    order(`${a.fileName} ${a.version}`, `${b.fileName} ${b.version}`),
  );
  const tasks = new Map(tracking.tasks.map((task) => [task.code, task]));
  const assignedTo = assignments(tracking);
  const outcomes: FormOutcome[] = [];
  const claims: Claim[] = [];
  const newWork: Consolidation["newWork"][number][] = [];

  for (const form of forms) {
    const unit = options.units?.[form.fileName] ?? form.key?.unit ?? "";
    const state = stateOf(form, unit, tracking, options.period);
    const problems = [...form.problems];
    if (state === "taken") {
      for (const row of form.rows) {
        const task = tasks.get(row.code);
        if (!task) problems.push(unknownCode(row));
        else {
          const changed = changedText(task, row);
          if (changed) problems.push(changed);
          if (says(row) !== NOTHING) {
            const source = sourceOf(form.fileName);
            claims.push({ task, assigned: assignedTo(task), unit, source, row });
          }
        }
      }
      problems.push(...missingRows(tracking, assignedTo, unit, form));
      for (const work of form.newWork) newWork.push({ unit, fileName: form.fileName, work });
    }
    outcomes.push({
      fileName: form.fileName,
      unit,
      state,
      late:
        options.receivedOn !== null &&
        options.sendBy !== null &&
        options.receivedOn > options.sendBy,
      version: form.version,
      rows: form.rows.length,
      filled: form.rows.filter((row) => says(row) !== NOTHING).length,
      problems,
    });
  }
  tellOtherVersions(outcomes);

  const decided = settle(tracking, claims, newWork, options);
  const finishes = settleFinishes(claims, outcomes, options.decisions ?? {});
  const after = apply(tracking, decided, finishes.finishes);
  const changed = new Set([...decided.added.map((entry) => entry.source), ...finishes.sources]);
  return {
    forms: outcomes.map((outcome) =>
      outcome.state === "taken" &&
      !changed.has(sourceOf(outcome.fileName)) &&
      ![...decided.conflicts, ...finishes.conflicts].some((conflict) =>
        conflict.options.some((option) => option.source === sourceOf(outcome.fileName)),
      )
        ? { ...outcome, state: "nothing-new" as const }
        : outcome,
    ),
    missing: missingUnits(tracking, assignedTo, outcomes, options.period),
    entries: decided.added,
    finishes: finishes.finishes,
    newWork: dropRepeatedWork(newWork),
    conflicts: [...decided.conflicts, ...finishes.conflicts],
    tracking: after,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const FORM_SOURCE = "phiếu: ";

/** The source that entries of a form carry. */
function sourceOf(fileName: string): string {
  return FORM_SOURCE + fileName;
}

function isOfForm(entry: ResultEntry): boolean {
  return entry.source.startsWith(FORM_SOURCE);
}

function stateOf(
  form: ReturnedForm,
  unit: string,
  tracking: Tracking,
  period: Period,
): FormOutcome["state"] {
  if (form.problems.some((problem) => problem.kind === "no-form")) return "not-a-form";
  if (form.key && form.key.plan !== planMark(tracking.settings.plan)) return "wrong-plan";
  if (form.key && (form.key.from !== period.from || form.key.to !== period.to))
    return "wrong-period";
  const known =
    tracking.units.some((entry) => entry.name === unit) ||
    tracking.tasks.some((task) => [...task.leads, ...task.supports].includes(unit));
  return known ? "taken" : "unknown-unit";
}

function unknownCode(row: ReturnedRow): FormProblem {
  return {
    kind: "unknown-code",
    cell: "",
    value: row.code,
    code: row.code,
    row: row.row,
    other: row.title,
  };
}

function changedText(task: Task, row: ReturnedRow): FormProblem | null {
  const untouched = comparisonKey(task.title) === comparisonKey(row.title);
  if (untouched && (row.mark === "" || row.mark === taskMark(task))) return null;
  return {
    kind: untouched ? "plan-changed" : "text-changed",
    cell: "",
    value: row.title,
    code: task.code,
    row: row.row,
    other: task.title,
  };
}

/** Tasks of the unit whose rows are gone from its form: nothing is said of them, which must be seen. */
function missingRows(
  tracking: Tracking,
  assignedTo: (task: Task) => Assigned,
  unit: string,
  form: ReturnedForm,
): FormProblem[] {
  const there = new Set(form.rows.map((row) => row.code));
  const gone = tracking.tasks.filter((task) => {
    if (task.cancelled !== null || there.has(task.code)) return false;
    const { leads, supports } = assignedTo(task);
    return leads.includes(unit) || supports.includes(unit);
  });
  if (gone.length === 0) return [];
  return [{ kind: "missing-rows", cell: "", value: gone.map((task) => task.code).join(", ") }];
}

/** Two files of one unit that do not say the same: each names the other. */
function tellOtherVersions(outcomes: FormOutcome[]): void {
  const taken = outcomes.filter(({ state }) => state === "taken");
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.state !== "taken") continue;
    const others = taken.filter(
      ({ unit, version }) => unit === outcome.unit && version !== outcome.version,
    );
    const problems = others.map(({ fileName }): FormProblem => ({
      kind: "other-version",
      cell: "",
      value: outcome.unit,
      other: fileName,
    }));
    outcomes[index] = { ...outcome, problems: [...outcome.problems, ...problems] };
  }
}

/** Whether a unit's finish day is the day of the whole task: it leads alone, and not as one of a group. */
function decidesFinish({ task, assigned, unit }: Claim): boolean {
  return task.leads.includes(unit) || (assigned.leads.length === 1 && assigned.leads[0] === unit);
}

/**
 * The entry that a row of a form stands for. Its day is the finish day when that lies in the period, else the cut-off.
 * The day on which a unit finished its part alone is kept in the words of the result.
 */
function entryOf(claim: Claim, period: Period): ResultEntry | null {
  const { task, unit, source, row } = claim;
  const { quantity, measure, evidence, difficulty, finished } = row;
  const part =
    finished === null || decidesFinish(claim) ? "" : `xong phần việc ngày ${showDate(finished)}`;
  const result = row.result === "" || part === "" ? row.result + part : `${row.result} (${part})`;
  if (quantity === null && result === "" && evidence === "" && difficulty === "") return null;
  const inPeriod = finished !== null && finished >= period.from && finished <= period.to;
  return {
    code: task.code,
    date: inPeriod ? finished : period.to,
    unit,
    quantity,
    measure,
    result,
    evidence,
    difficulty,
    source,
  };
}

function workEntry(unit: string, fileName: string, work: NewWork, period: Period): ResultEntry {
  const inPeriod =
    work.finished !== null && work.finished >= period.from && work.finished <= period.to;
  return {
    code: NEW_WORK_CODE,
    date: inPeriod ? work.finished : period.to,
    unit,
    quantity: work.quantity,
    measure: work.measure,
    result: work.result === "" ? work.title : `${work.title}: ${work.result}`,
    evidence: work.evidence,
    difficulty: work.difficulty,
    source: sourceOf(fileName),
  };
}

/** What an entry says, whoever says it: equal texts are one entry. */
function saysEntry(entry: ResultEntry): string {
  return JSON.stringify([
    entry.code,
    entry.unit,
    entry.date,
    entry.quantity,
    ...[entry.measure, entry.result, entry.evidence, entry.difficulty].map(comparisonKey),
  ]);
}

interface Settled {
  readonly added: readonly ResultEntry[];
  /** Entries that were there and that the officer gave up for another. */
  readonly removed: readonly ResultEntry[];
  readonly conflicts: readonly Conflict[];
}

function settle(
  tracking: Tracking,
  claims: readonly Claim[],
  newWork: Consolidation["newWork"],
  { period, decisions = {} }: ConsolidateOptions,
): Settled {
  const present = new Map<string, ResultEntry[]>();
  for (const entry of tracking.entries) {
    if (entry.date === null || entry.date < period.from || entry.date > period.to) continue;
    const key = `${entry.code}|${entry.unit}`;
    present.set(key, [...(present.get(key) ?? []), entry]);
  }
  const claimed = new Map<string, Map<string, ResultEntry>>();
  for (const claim of claims) {
    const entry = entryOf(claim, period);
    if (!entry) continue;
    const key = `${entry.code}|${entry.unit}`;
    const versions = claimed.get(key) ?? new Map<string, ResultEntry>();
    if (!versions.has(saysEntry(entry))) versions.set(saysEntry(entry), entry);
    claimed.set(key, versions);
  }

  const added: ResultEntry[] = [];
  const removed: ResultEntry[] = [];
  const conflicts: Conflict[] = [];
  for (const [key, versions] of claimed) {
    const here = present.get(key) ?? [];
    const known = new Set(here.map(saysEntry));
    const fresh = [...versions.values()].filter((entry) => !known.has(saysEntry(entry)));
    if (fresh.length === 0) continue;
    const [first] = fresh;
    if (fresh.length === 1 && here.length === 0 && first) {
      added.push(first);
      continue;
    }
    const [code = "", unit = ""] = key.split("|");
    const options = [
      ...here.map((entry) => optionOf(entry, true)),
      ...fresh.map((entry) => optionOf(entry, false)),
    ];
    const conflict: Conflict = { id: `entry|${key}`, kind: "entry", code, unit, options };
    const choice = decisions[conflict.id];
    if (!choice) {
      conflicts.push(conflict);
      continue;
    }
    for (const option of options) {
      const kept = choice.includes(option.id);
      if (option.entry && kept && !option.present) added.push(option.entry);
      if (option.entry && !kept && option.present) removed.push(option.entry);
    }
  }

  const known = new Set(tracking.entries.map(saysEntry));
  for (const { unit, fileName, work } of newWork) {
    const entry = workEntry(unit, fileName, work, period);
    if (!known.has(saysEntry(entry))) added.push(entry);
    known.add(saysEntry(entry));
  }
  return {
    added: added.sort((a, b) => order(saysEntry(a), saysEntry(b))),
    removed,
    conflicts: conflicts.sort((a, b) => order(a.id, b.id)),
  };
}

function optionOf(entry: ResultEntry, present: boolean): ConflictOption {
  return { id: markOf(saysEntry(entry)), source: entry.source, present, entry, finished: null };
}

interface SettledFinishes {
  readonly finishes: readonly { readonly code: string; readonly date: IsoDate }[];
  readonly sources: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/** The lead's form gives the finish day; the day of a coordinating unit or of one of a group is told, not used. */
function settleFinishes(
  claims: readonly Claim[],
  outcomes: FormOutcome[],
  decisions: Decisions,
): SettledFinishes {
  const byTask = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.row.finished === null) continue;
    if (decidesFinish(claim))
      byTask.set(claim.task.code, [...(byTask.get(claim.task.code) ?? []), claim]);
    else if (claim.row.finished !== claim.task.finished) tellPartFinish(claim, outcomes);
  }
  const finishes: { code: string; date: IsoDate }[] = [];
  const sources: string[] = [];
  const conflicts: Conflict[] = [];
  for (const [code, group] of byTask) {
    const [first] = group;
    if (!first) continue;
    const present = first.task.finished;
    const fresh = [...new Map(group.map((claim) => [claim.row.finished, claim])).values()].filter(
      (claim) => claim.row.finished !== present,
    );
    if (fresh.length === 0) continue;
    const [only] = fresh;
    if (fresh.length === 1 && present === null && only?.row.finished) {
      finishes.push({ code, date: only.row.finished });
      sources.push(only.source);
      continue;
    }
    const options: ConflictOption[] = [
      ...(present === null
        ? []
        : [{ id: present, source: "Theo dõi", present: true, entry: null, finished: present }]),
      ...fresh.map((claim) => ({
        id: claim.row.finished ?? "",
        source: claim.source,
        present: false,
        entry: null,
        finished: claim.row.finished,
      })),
    ];
    const conflict: Conflict = {
      id: `finish|${code}`,
      kind: "finish",
      code,
      unit: first.unit,
      options,
    };
    const [chosen] = decisions[conflict.id] ?? [];
    if (chosen === undefined) conflicts.push(conflict);
    else if (chosen !== present) finishes.push({ code, date: chosen });
  }
  return {
    finishes: finishes.sort((a, b) => order(a.code, b.code)),
    sources,
    conflicts: conflicts.sort((a, b) => order(a.id, b.id)),
  };
}

function tellPartFinish(claim: Claim, outcomes: FormOutcome[]): void {
  const index = outcomes.findIndex((outcome) => sourceOf(outcome.fileName) === claim.source);
  const outcome = outcomes[index];
  if (!outcome || claim.row.finished === null) return;
  const problem: FormProblem = {
    kind: claim.assigned.leads.includes(claim.unit) ? "finish-of-group" : "finish-of-support",
    cell: "",
    value: claim.row.finished,
    code: claim.task.code,
    row: claim.row.row,
    unit: claim.unit,
  };
  outcomes[index] = { ...outcome, problems: [...outcome.problems, problem] };
}

function apply(
  tracking: Tracking,
  { added, removed }: Settled,
  finishes: SettledFinishes["finishes"],
): Tracking {
  const days = new Map(finishes.map(({ code, date }) => [code, date]));
  const gone = new Set(removed);
  const entries = [...tracking.entries.filter((entry) => !gone.has(entry)), ...added];
  return {
    ...tracking,
    // The entries of forms in one order of their own, so that it does not matter in which order files came.
    entries: [
      ...entries.filter((entry) => !isOfForm(entry)),
      ...entries.filter(isOfForm).sort((a, b) => order(saysEntry(a), saysEntry(b))),
    ],
    tasks: tracking.tasks.map((task) => {
      const finished = days.get(task.code);
      return finished === undefined ? task : { ...task, finished, done: true };
    }),
  };
}

function missingUnits(
  tracking: Tracking,
  assignedTo: (task: Task) => Assigned,
  outcomes: readonly FormOutcome[],
  period: Period,
): string[] {
  const heard = new Set(
    outcomes.filter((outcome) => outcome.state === "taken").map((outcome) => outcome.unit),
  );
  for (const entry of tracking.entries) {
    if (
      isOfForm(entry) &&
      entry.date !== null &&
      entry.date >= period.from &&
      entry.date <= period.to
    )
      heard.add(entry.unit);
  }
  return leadingUnits(tracking, assignedTo)
    .filter((unit) => !heard.has(unit))
    .sort((a, b) => order(comparisonKey(a), comparisonKey(b)));
}

function dropRepeatedWork(newWork: Consolidation["newWork"]): Consolidation["newWork"] {
  const seen = new Set<string>();
  return newWork.filter(({ unit, work }) => {
    const key = `${unit}|${comparisonKey(work.title)}|${says(work)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
