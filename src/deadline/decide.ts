import { compose, dated, ongoingFrom, readingOf, type Doubt, type Resolved } from "./compose";
import { spanOf } from "./calendar";
import { gatherEntries, type Entry } from "./entries";
import { isOthersPaper } from "./families/conditions";
import { weekday } from "./iso-date";
import type { Item } from "./items";
import { leftOverOf, type LeftOver } from "./left-over";
import { repeatedOf, type Repeated } from "./recurrence";
import { plain, sure, undated, unreadable, type Unwritten } from "./results";
import { scan } from "./scan";
import { wordsOf, type Token, type Tokens } from "./tokens";
import type { Deadline, DeadlineOptions, DeadlineReading } from "./types";

type Evidence = Deadline["evidence"][number];
type ItemType = Item["type"];

/** The scanned phrases of a cell and what they are made of. */
interface Cell {
  readonly tokens: Tokens;
  readonly list: readonly Token[];
  readonly items: readonly Item[];
  readonly types: ReadonlySet<ItemType>;
  readonly shown: LeftOver;
}

const NO_TYPES: ReadonlySet<ItemType> = new Set();
const BESIDE_DATES: ReadonlySet<ItemType> = new Set<ItemType>(["condition", "frequency"]);
const BESIDE_OTHERS: ReadonlySet<ItemType> = new Set<ItemType>(["condition"]);

/** Decides what the phrases of a cell mean together; brackets have been taken out. */
export function decide(
  tokens: Tokens,
  list: readonly Token[],
  options: DeadlineOptions,
): Unwritten {
  const [only] = list;
  if (list.length === 1 && only?.kind === "number" && options.countsDays && only.value > 0) {
    return {
      ...plain("relative", "count-of-days"),
      relative: { count: only.value, unit: "day", event: "" },
      evidence: [{ part: "due", words: only.text }],
    };
  }
  if (isOthersPaper(list)) return plain("conditional", "others-paper");
  const items = scan(list);
  const types = new Set<ItemType>();
  for (const found of items) types.add(found.type);
  const shown = leftOverOf(tokens, list, items, NO_TYPES);
  const cell: Cell = { tokens, list, items, types, shown };
  if (types.has("broken")) return brokenReading(cell, options.year);
  const all = types.has("time") ? gatherEntries(items, (token) => list[token]?.line ?? false) : [];
  const repeated = types.has("frequency") ? repeatedOf(items, all, options.year) : null;
  const entries = repeated ? all.filter((entry) => !repeated.attached.has(entry)) : all;
  if (entries.length > 0) return datedReading(cell, entries, repeated, options.year);
  if (repeated) return repeatedReading(cell, repeated);
  if (types.has("bare-unit")) return bareUnitReading(cell);
  if (types.has("relative")) return relativeReading(cell);
  if (types.has("ongoing")) return ongoingReading(cell);
  if (types.has("condition")) return conditionReading(cell);
  if (types.has("none")) {
    return shown.turning && list.some((token) => token.kind === "number")
      ? unreadable("left-over-words", [undated("none")], shown.words)
      : plain("none", "not-set", shown.words);
  }
  const words = shown.any ? shown.words : [wordsOf(list, tokens, 0, list.length)];
  return unreadable("not-a-deadline", [], words);
}

function brokenReading(cell: Cell, planYear: number | null): Unwritten {
  const wrong = cell.items.find((found) => found.type === "broken");
  if (wrong?.type !== "broken") return unreadable("broken-date", [], cell.shown.words);
  const readings = [...wrong.readings];
  for (const moment of wrong.moments) {
    const year = moment.year ?? planYear;
    const span = year === null || moment.from.month === 0 ? null : spanOf(moment, year);
    if (span) readings.push(dated(moment.point ? null : span.first, span.last));
  }
  return unreadable(wrong.why, readings, cell.shown.words);
}

function datedReading(
  cell: Cell,
  entries: readonly Entry[],
  repeated: Repeated | null,
  planYear: number | null,
): Unwritten {
  const { tokens, list, items, types, shown } = cell;
  const { resolved, doubt } = compose(entries, planYear);
  if (doubt) return asked(doubt, shown);
  const whole = readingOf(resolved, types.has("ongoing"));
  if ("why" in whole) return asked(whole, shown);
  const result = besideOthers(cell, resolved, whole.reading, repeated);
  if ("why" in result) return asked(result, shown);
  const beside = types.has("condition") || types.has("frequency");
  const left = beside ? leftOverOf(tokens, list, items, BESIDE_DATES) : shown;
  if (shown.turning) return unreadable("left-over-words", [result], left.words);
  const evidence = dateEvidence(cell, resolved, result);
  addEvidence(cell, evidence, "ongoing");
  const before = result.kind === "dated" ? whole.before : null;
  return sure(result, ruleOf(resolved, result), evidence, left.words, before);
}

function asked({ why, candidates }: Doubt, shown: LeftOver): Unwritten {
  return unreadable(why, candidates, shown.words);
}

/** How dates go together with frequencies, "thường xuyên", weekdays and whatever else stands in the cell. */
function besideOthers(
  { items, types }: Cell,
  resolved: readonly Resolved[],
  reading: DeadlineReading,
  repeated: Repeated | null,
): DeadlineReading | Doubt {
  if (types.has("relative") || types.has("none") || types.has("bare-unit")) {
    return { why: "two-readings", candidates: [reading] };
  }
  const [one] = resolved;
  // "Thứ Sáu, ngày 12/6/2026" must be a Friday.
  const named = types.has("weekday") ? items.find((found) => found.type === "weekday") : undefined;
  if (named?.type === "weekday" && one) {
    const agrees = resolved.length === 1 && weekday(one.before ?? one.due) === named.weekday;
    if (!agrees || one.unit !== "day") return { why: "two-readings", candidates: [reading] };
  }
  // "Thường xuyên, năm 2026": all the time within the year, or a year's work and then all the time.
  if (types.has("ongoing")) {
    const first = items.find((found) => found.type === "ongoing" || found.type === "time");
    const years = resolved.every((each) => each.unit === "year" && !each.open);
    if (first?.type === "ongoing" && years) {
      return { why: "two-readings", candidates: [ongoingFrom(null), reading] };
    }
  }
  if (types.has("onward")) {
    const single = one && resolved.length === 1 && !one.range;
    const start = one?.start ?? one?.due ?? null;
    if (single && (one.open || (one.unit === "year" && one.start !== null)))
      return ongoingFrom(start);
    return { why: "two-readings", candidates: [reading, ongoingFrom(start)] };
  }
  if (repeated && reading.milestones === null) {
    const again: DeadlineReading = { ...undated("recurring"), every: repeated.every };
    return { why: "two-readings", candidates: [reading, again] };
  }
  return reading;
}

function repeatedReading(cell: Cell, repeated: Repeated): Unwritten {
  const { tokens, list, items, types, shown } = cell;
  const ongoing = types.has("ongoing");
  const reading: DeadlineReading = { ...undated("recurring"), every: repeated.every, ongoing };
  const onwards = types.has("onward") && !ongoing;
  if (types.has("relative") || types.has("none") || onwards || repeated.misfit) {
    return unreadable("two-readings", [reading], shown.words);
  }
  if (shown.turning) return unreadable("left-over-words", [reading], shown.words);
  const left = types.has("condition") ? leftOverOf(tokens, list, items, BESIDE_OTHERS) : shown;
  const evidence: Evidence[] = [];
  addEvidence(cell, evidence, "every");
  addEvidence(cell, evidence, "ongoing");
  return {
    ...sure(reading, "recurring", evidence, left.words),
    recurrence: repeated.recurrence,
  };
}

/** "Cuối tháng", "Quý" alone: every month, or one that is not named. */
function bareUnitReading({ items, shown }: Cell): Unwritten {
  const bare = items.find((found) => found.type === "bare-unit");
  const every = bare?.type === "bare-unit" ? bare.every : null;
  return unreadable("two-readings", [{ ...undated("recurring"), every }], shown.words);
}

function relativeReading({ tokens, list, items, types, shown }: Cell): Unwritten {
  const all = items.filter((found) => found.type === "relative");
  const [relative] = all;
  const reading = undated("relative");
  if (relative?.type !== "relative") return unreadable("two-readings", [reading], shown.words);
  const { count, unit, event, direction } = relative;
  if (count === 6 && unit === "month" && event === "" && !types.has("prefix")) {
    const again: DeadlineReading = { ...undated("recurring"), every: "half-year" };
    return unreadable("two-readings", [reading, again], shown.words);
  }
  if (all.length > 1 || types.has("ongoing") || types.has("none")) {
    return unreadable("two-readings", [reading], shown.words);
  }
  if (shown.turning) return unreadable("left-over-words", [reading], shown.words);
  const evidence: Evidence[] = [
    { part: "due", words: wordsOf(list, tokens, relative.first, relative.end) },
  ];
  return {
    ...sure(reading, "relative", evidence, shown.words),
    relative: { count, unit, event, ...(direction === "before" ? { beforeEvent: true } : {}) },
  };
}

function ongoingReading(cell: Cell): Unwritten {
  const { tokens, list, items, types, shown } = cell;
  const reading = ongoingFrom(null);
  if (types.has("none")) return unreadable("two-readings", [reading], shown.words);
  if (shown.turning) return unreadable("left-over-words", [reading], shown.words);
  const left = types.has("condition") ? leftOverOf(tokens, list, items, BESIDE_OTHERS) : shown;
  const evidence: Evidence[] = [];
  addEvidence(cell, evidence, "ongoing");
  return sure(reading, "ongoing", evidence, left.words);
}

function conditionReading({ items, types, shown }: Cell): Unwritten {
  const reading = undated("conditional");
  const inside = items.some((found) => found.type === "condition" && found.dates);
  if (inside || types.has("none")) return unreadable("two-readings", [reading], shown.words);
  if (shown.turning) return unreadable("left-over-words", [reading], shown.words);
  return plain("conditional", "condition", shown.words);
}

function ruleOf(resolved: readonly Resolved[], reading: DeadlineReading): string {
  if (reading.kind === "ongoing") return "open-start";
  if (reading.milestones) return "milestones";
  const [only] = resolved;
  if (resolved.length > 1) return "range";
  if (only?.before) return `before-${only.unit}`;
  return only?.unit ?? "date";
}

function dateEvidence(
  { tokens, list }: Cell,
  resolved: readonly Resolved[],
  reading: DeadlineReading,
): Evidence[] {
  const evidence: Evidence[] = [];
  for (const one of resolved) {
    const words = wordsOf(list, tokens, one.first, one.end);
    if (reading.milestones) evidence.push({ part: "milestone", words });
    else if (one.open || reading.kind === "ongoing") evidence.push({ part: "start", words });
    else {
      if (one.start && reading.start === one.start) evidence.push({ part: "start", words });
      evidence.push({ part: "due", words });
    }
  }
  return evidence;
}

function addEvidence(cell: Cell, evidence: Evidence[], part: "every" | "ongoing"): void {
  const { tokens, list, items } = cell;
  for (const found of items) {
    const fits =
      part === "every"
        ? found.type === "frequency"
        : found.type === "ongoing" || found.type === "onward";
    if (fits) evidence.push({ part, words: wordsOf(list, tokens, found.first, found.end) });
  }
}
