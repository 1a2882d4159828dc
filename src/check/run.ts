import type { Locale } from "../locale";
import type { PlacedFinding, RunnableRule } from "./define";
import { encodingOfSheet, linesOf, rowsOf, taskAtRow } from "./rows";
import { RULES } from "./rules";
import { isSame, isSameExcept } from "./same";
import type { CheckedRow, CheckInput, Finding, Part, Severity } from "./types";

export interface CheckOptions {
  /** Ids of rules to leave out. */
  readonly off?: readonly string[];
}

/** Checks an appendix, and remembers what it found for the next time. */
export type Checker = (input: CheckInput, locale: Locale, options?: CheckOptions) => Finding[];

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
const BY_WEIGHT = [...RULES].sort((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);

/**
 * Runs all rules over an appendix and its tracking. Findings come by weight, then by rule, then in the
 * order of the sheet.
 */
export function checkAppendix(
  input: CheckInput,
  locale: Locale,
  options: CheckOptions = {},
): Finding[] {
  return createChecker()(input, locale, options);
}

/** Name of a rule's kind of finding; the id itself when no rule has it. */
export function ruleTitle(id: string, locale: Locale): string {
  return RULES.find((rule) => rule.id === id)?.title[locale] ?? id;
}

/** What one run looked at and found. */
interface Run {
  readonly locale: Locale;
  readonly frame: unknown;
  readonly rows: ReadonlyMap<string, CheckedRow>;
  readonly lines: ReadonlyMap<string, Line>;
  /** By rule: its findings by code of the task, by line, or all of them under "". */
  readonly found: ReadonlyMap<string, Found>;
}

type Found = ReadonlyMap<string, readonly PlacedFinding[]>;

/** The cells of one line, and the task that stands in it. */
interface Line {
  readonly values: readonly unknown[];
  readonly text: readonly unknown[];
  readonly fonts: readonly unknown[] | undefined;
  readonly task: string;
}

/**
 * A checker that at the next run looks again only at what has changed: rows and lines whose texts, dates
 * or readings differ, and, once anything differs, the rules that compare rows. A change of the plan's
 * settings, units, columns or of the day makes all of it new. Findings are those of a full run.
 */
export function createChecker(): Checker {
  let last: Run | null = null;
  return (input, locale, options = {}) => {
    const frame = frameOf(input);
    const rows = new Map(rowsOf(input).map((row) => [row.task.code, row]));
    const lines = new Map(linesOf(input).map((line) => [String(line), lineOf(input, line)]));
    const before = last?.locale === locale && isSame(last.frame, frame) ? last : null;
    const changed = changesSince(before, rows, lines);
    const whole: Part = { rows: [...rows.values()], lines: linesOf(input) };
    const found = new Map<string, Found>();
    const findings: Finding[] = [];
    for (const rule of BY_WEIGHT) {
      if (!rule.onByDefault || options.off?.includes(rule.id)) continue;
      const known = before?.found.get(rule.id);
      const again = known ? changed : { part: whole, any: true };
      const now = again.any ? findAgain(rule, input, locale, again.part, known) : known;
      const kept = now ?? new Map();
      found.set(rule.id, kept);
      append(findings, inOrder(rule, kept, rows, lines));
    }
    last = { locale, frame, rows, lines, found };
    return findings;
  };
}

/** What every row is looked at with; a change of it changes everything. */
function frameOf(input: CheckInput): unknown {
  const { appendix, tracking, today } = input;
  const { sheet, columns, table } = appendix;
  const { settings, units, calendar, entries } = tracking;
  return {
    sheet,
    columns,
    table: table && { column: table.column, columns: table.columns },
    plan: settings.plan,
    asOf: settings.asOf,
    units,
    calendar: calendar ?? [],
    anyEntry: entries.length > 0,
    encoding: encodingOfSheet(input),
    today,
  };
}

function lineOf(input: CheckInput, line: number): Line {
  const { grid } = input;
  const at = line - 1 - grid.row;
  return {
    values: grid.values[at] ?? [],
    text: grid.text[at] ?? [],
    fonts: grid.fonts?.[at],
    task: taskAtRow(input, line),
  };
}

/** The rows and lines that differ from the last run; `any` is false when nothing does. */
function changesSince(
  before: Run | null,
  rows: Run["rows"],
  lines: Run["lines"],
): { part: Part; any: boolean } {
  if (!before) return { part: { rows: [], lines: [] }, any: true };
  const changedLines = [...lines].filter(([key, line]) => !isSame(before.lines.get(key), line));
  const moved = new Set(changedLines.map(([key]) => Number(key)));
  const changedRows = [...rows.values()].filter(
    (row) => moved.has(row.raw.row) || !isSameRow(before.rows.get(row.task.code), row),
  );
  const part = { rows: changedRows, lines: [...moved] };
  const isGone = before.rows.size !== rows.size || before.lines.size !== lines.size;
  return { part, any: isGone || changedRows.length > 0 || moved.size > 0 };
}

const UNSEEN = new Set(["read", "source"]);

function isSameRow(before: CheckedRow | undefined, row: CheckedRow): boolean {
  if (before?.told !== row.told) return false;
  return isSameExcept(before.task, row.task, UNSEEN) && isSame(before.raw, row.raw);
}

/** Runs a rule over a part and puts what it finds into what was known of the rest. */
function findAgain(
  rule: RunnableRule,
  input: CheckInput,
  locale: Locale,
  part: Part,
  known: Found | undefined,
): Found {
  if (rule.scope === "plan") return new Map([["", rule.run(input, part, locale)]]);
  const found = new Map(known);
  const byTask = rule.scope === "task";
  if (found.size > 0) {
    const keys = byTask ? part.rows.map(({ task }) => task.code) : part.lines.map(String);
    for (const key of keys) found.delete(key);
  }
  const fresh = new Map<string, PlacedFinding[]>();
  for (const placed of rule.run(input, part, locale)) {
    const key = byTask ? placed.finding.task : String(placed.row);
    const same = fresh.get(key);
    if (same) same.push(placed);
    else fresh.set(key, [placed]);
  }
  for (const [key, list] of fresh) found.set(key, list);
  return found;
}

/** A rule's findings in the order of the sheet; a cell merged over several tasks is said once. */
function inOrder(
  rule: RunnableRule,
  found: Found,
  rows: Run["rows"],
  lines: Run["lines"],
): readonly Finding[] {
  const present = rule.scope === "task" ? rows : rule.scope === "line" ? lines : null;
  const placed: PlacedFinding[] = [];
  if (present === null) append(placed, found.get("") ?? []);
  else if (found.size > 0) {
    for (const key of present.keys()) append(placed, found.get(key) ?? []);
  }
  placed.sort((one, other) => one.row - other.row || one.column - other.column);
  return placed.flatMap((one, index) => (isSaidBefore(placed, index) ? [] : [one.finding]));
}

function isSaidBefore(placed: readonly PlacedFinding[], index: number): boolean {
  const one = placed[index];
  if (!one || one.row === 0) return false;
  for (let at = index - 1; at >= 0; at--) {
    const other = placed[at];
    if (!other || other.row !== one.row || other.column !== one.column) return false;
    const { value, message } = other.finding;
    if (value === one.finding.value && message === one.finding.message) return true;
  }
  return false;
}

function append<Item>(list: Item[], more: readonly Item[]): void {
  for (const item of more) list.push(item);
}
