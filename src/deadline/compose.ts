import { placeOf, spanOf, type Span } from "./calendar";
import { addDays, type IsoDate } from "./iso-date";
import type { Entry } from "./entries";
import type { Moment } from "./items";
import type { DeadlineDoubt, DeadlineReading } from "./types";

/** One date of the cell after years are known: a period, a day, or several neighbours made one. */
export interface Resolved {
  readonly start: IsoDate | null;
  readonly due: IsoDate;
  /** X of "trước ngày X". */
  readonly before: IsoDate | null;
  /** "từ X" without an end. */
  readonly open: boolean;
  /** Written with a first and a last part ("2026-2030"). */
  readonly range: boolean;
  readonly unit: Moment["unit"];
  readonly first: number;
  readonly end: number;
}

export interface Doubt {
  readonly why: DeadlineDoubt;
  readonly candidates: readonly DeadlineReading[];
}

export interface Composed {
  readonly resolved: readonly Resolved[];
  readonly doubt: Doubt | null;
}

/** A dated reading with nothing else. */
export function dated(start: IsoDate | null, due: IsoDate, ongoing = false): DeadlineReading {
  return { kind: "dated", start, due, ongoing, every: null, milestones: null };
}

/** An open start: "từ tháng 4/2026". */
export function ongoingFrom(start: IsoDate | null): DeadlineReading {
  return { kind: "ongoing", start, due: null, ongoing: true, every: null, milestones: null };
}

function twoReadings(candidates: readonly DeadlineReading[]): Doubt {
  return { why: "two-readings", candidates };
}

interface Placed {
  readonly entry: Entry;
  readonly moment: Moment;
  readonly year: number;
  readonly from: { readonly moment: Moment; readonly year: number } | null;
}

/** Gives every entry its year and month, joins neighbours, and checks the order of days. */
export function compose(entries: readonly Entry[], planYear: number | null): Composed {
  const placed = placeEntries(entries, planYear);
  if ("why" in placed) return { resolved: [], doubt: placed };
  const resolved: Resolved[] = [];
  let doubt: Doubt | null = null;
  for (let at = 0; at < placed.length; at += 1) {
    const one = placed[at];
    if (!one) continue;
    const run = neighbourRun(placed, at);
    const last = placed[run] ?? one;
    const found = resolve(one, last);
    if ("why" in found) return { resolved: [], doubt: found };
    if (one.entry.unsure || one.entry.weak) doubt ??= twoReadings([dated(found.start, found.due)]);
    if (one.entry.tie === "touching" || one.entry.tie === "or") {
      const before = resolved.at(-1);
      doubt ??= twoReadings([
        ...(before ? [dated(before.start, before.due)] : []),
        dated(found.start, found.due),
      ]);
    }
    if (one.entry.prefix === "after") {
      doubt ??= twoReadings([ongoingFrom(addDays(found.due, 1)), dated(null, found.due)]);
    }
    resolved.push(found);
    at = run;
  }
  return { resolved, doubt };
}

/** A year from the right neighbour of the same phrase, else the plan's. */
function placeEntries(entries: readonly Entry[], planYear: number | null): Placed[] | Doubt {
  const years: (number | null)[] = new Array<number | null>(entries.length).fill(null);
  const months: number[] = new Array<number>(entries.length).fill(0);
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (!entry) continue;
    const next = entries[at + 1];
    const tied = next?.tie === "list" || next?.tie === "or";
    years[at] = entry.moment.year ?? (tied && !entry.moment.shift ? (years[at + 1] ?? null) : null);
    months[at] =
      entry.moment.from.month || (tied && next?.moment.unit === "day" ? (months[at + 1] ?? 0) : 0);
  }
  const named = entries.find((entry) => entry.moment.year !== null)?.moment.year ?? null;
  const placed: Placed[] = [];
  let earlier = false;
  for (const [at, entry] of entries.entries()) {
    const month = months[at] ?? 0;
    const moment = withMonth(entry.moment, month);
    if (!moment) return { why: "broken-date", candidates: [] };
    let year = years[at] ?? null;
    if (year === null && planYear !== null) {
      year = planYear + (moment.shift ?? 0);
      if (earlier && named !== null && named !== planYear) {
        return { why: "two-readings", candidates: readingsIn(moment, [named, planYear]) };
      }
    }
    if (year === null) return { why: "no-year", candidates: [] };
    const from = entry.from ? withMonth(entry.from, moment.from.month) : null;
    if (entry.from && !from) return { why: "broken-date", candidates: [] };
    earlier ||= entry.moment.year !== null;
    placed.push({
      entry,
      moment,
      year,
      from: from ? { moment: from, year: from.year ?? year } : null,
    });
  }
  return placed;
}

function withMonth(moment: Moment, month: number): Moment | null {
  if (moment.from.month > 0) return moment;
  if (month === 0) return null;
  const at = { month, day: moment.from.day };
  return { ...moment, from: at, to: at };
}

function readingsIn(moment: Moment, years: readonly number[]): DeadlineReading[] {
  return years.flatMap((year) => {
    const span = spanOf(moment, year);
    return span ? [dated(moment.point ? null : span.first, span.last)] : [];
  });
}

/**
 * The last of the neighbours that begin here ("tháng 4, 5", "quý I và quý II", "2025 và 2026"). A list with
 * a gap anywhere ("tháng 1, 2, 6") stays a list of its own dates.
 */
function neighbourRun(placed: readonly Placed[], at: number): number {
  if (continuesList(placed[at - 1], placed[at])) return at;
  let last = at;
  let adjacent = true;
  while (continuesList(placed[last], placed[last + 1])) {
    const here = stepOf(placed[last]);
    const there = stepOf(placed[last + 1]);
    adjacent &&= here !== null && there !== null && there - here === 1;
    last += 1;
  }
  return adjacent ? last : at;
}

/** Does the second period stand in the same list of months, quarters or years as the first? */
function continuesList(one: Placed | undefined, next: Placed | undefined): boolean {
  if (!one || !next || next.entry.tie !== "list" || next.entry.ownPrefix) return false;
  if (one.from || next.from || one.moment.unit !== next.moment.unit || one.moment.point)
    return false;
  return one.entry.prefix === null || one.entry.prefix === "within";
}

function stepOf(placed: Placed | undefined): number | null {
  return placed ? placeOf(placed.moment, placed.year) : null;
}

function resolve(one: Placed, last: Placed): Resolved | Doubt {
  const { entry } = one;
  const span = spanOf(last.moment, last.year);
  const first = one.from ? spanOf(one.from.moment, one.from.year) : spanOf(one.moment, one.year);
  if (!span || !first) return { why: "no-such-day", candidates: nearDays(last) };
  if (first.first > span.last) {
    return { why: "start-after-end", candidates: crossingYear(one, span) };
  }
  const range = one.from !== null;
  const before = entry.prefix === "before" && !entry.hour;
  const due = before ? addDays(span.first, -1) : span.last;
  const single = one.moment.point || entry.prefix === "before" || entry.prefix === "by";
  const start = range ? first.first : single ? null : first.first;
  if (start !== null && start > due) return { why: "start-after-end", candidates: [] };
  return {
    start,
    due,
    before: before ? span.first : null,
    open: entry.prefix === "from" && !range,
    range,
    unit: one.moment.unit,
    first: entry.first,
    end: last.entry.end,
  };
}

/** 29/2 of a common year: the last day of that month. */
function nearDays(last: Placed): DeadlineReading[] {
  const month = {
    ...last.moment,
    from: { ...last.moment.from, day: 0 },
    to: { ...last.moment.to, day: 0 },
  };
  const span = spanOf(month, last.year);
  return span ? [dated(null, span.last)] : [];
}

/** "Tháng 11 đến tháng 3/2027": the left part may belong to the year before. */
function crossingYear(one: Placed, span: Span): DeadlineReading[] {
  // "tháng 11 đến 3/2027" gives both months the year on the right.
  if (!one.from || (one.from.moment.year !== null && one.from.moment.unit === "day")) return [];
  if (one.from.year !== one.year) return [];
  const first = spanOf(one.from.moment, one.from.year - 1);
  return first ? [dated(first.first, span.last)] : [];
}

/** Puts the dates of a cell into one reading: a date, a range, several milestones, or an open start. */
export function readingOf(
  resolved: readonly Resolved[],
  ongoing: boolean,
): { readonly reading: DeadlineReading; readonly before: IsoDate | null } | Doubt {
  const open = resolved.filter((one) => one.open);
  const closed = resolved.filter((one) => !one.open);
  const [from] = open;
  const [only] = closed;
  if (from && !only) {
    if (open.length > 1)
      return {
        why: "two-readings",
        candidates: open.map((one) => ongoingFrom(one.start ?? one.due)),
      };
    return { reading: ongoingFrom(from.start ?? from.due), before: null };
  }
  const last = closed.at(-1);
  if (!only || !last) return { why: "not-a-deadline", candidates: [] };
  if (from) {
    const start = from.start ?? from.due;
    const reading = dated(start, only.due, ongoing);
    if (open.length > 1 || closed.length > 1 || resolved[0] !== from) {
      return { why: "two-readings", candidates: [reading] };
    }
    if (start > only.due) return { why: "start-after-end", candidates: [] };
    return { reading, before: only.before };
  }
  if (closed.length === 1 || closed.every((one) => one.due === only.due)) {
    return { reading: dated(only.start, only.due, ongoing), before: only.before };
  }
  const milestones = closed.map((one) => one.due);
  const sorted = [...new Set(milestones)].sort();
  const reading: DeadlineReading = {
    kind: "dated",
    start: null,
    due: sorted.at(-1) ?? last.due,
    ongoing,
    every: null,
    milestones: sorted,
  };
  // "Cuối quý III, đầu quý IV" is one time, not two milestones a day apart.
  const apart = milestones.every((date, at) => {
    const before = milestones[at - 1];
    return before === undefined || addDays(before, 1) < date;
  });
  if (!apart) return { why: "two-readings", candidates: [reading] };
  return { reading, before: last.before };
}
