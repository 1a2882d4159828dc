import { splitBrackets } from "./brackets";
import { compose, dated, ongoingFrom, readingOf, type Doubt, type Resolved } from "./compose";
import { spanOf } from "./calendar";
import { gatherEntries } from "./entries";
import { isOthersPaper } from "./families/conditions";
import type { Item } from "./items";
import { leftOverOf } from "./left-over";
import { repeatedOf } from "./recurrence";
import { weekday } from "./iso-date";
import { scan } from "./scan";
import { tokenize, type Token, type Tokens } from "./tokens";
import { isMark } from "./vocabulary";
import type { Deadline, DeadlineDoubt, DeadlineOptions, DeadlineReading } from "./types";

type Evidence = Deadline["evidence"][number];

const NOTHING: DeadlineReading = {
  kind: "unreadable",
  start: null,
  due: null,
  ongoing: false,
  every: null,
  milestones: null,
};

/**
 * Reads the time cell of one task of a plan.
 * What cannot be read safely is a doubt with the readings that are possible, never a guess; words that were
 * not understood but cannot change the date are shown in `leftOver`. Never throws; time is linear in the text.
 * @param text the cell as shown
 * @param options the plan's year, and whether the column counts days
 */
export function readDeadline(text: string, options: DeadlineOptions): Deadline {
  const tokens = tokenize(text);
  if (tokens.list.length > LONGEST) {
    return { ...unreadable("left-over-words", [], [text.trim()]), text };
  }
  return { ...read(tokens, tokens.list, options), text };
}

/** More words and marks than this are a text, not a deadline; it also bounds the work on hostile input. */
const LONGEST = 800;

type Unwritten = Omit<Deadline, "text">;

function read(tokens: Tokens, list: readonly Token[], options: DeadlineOptions): Unwritten {
  if (!list.some((token) => token.kind !== "mark")) {
    const empty = list.every((token) => isMark(token, "-.…_/*'\""));
    return empty ? plain("none", "blank") : unreadable("not-a-deadline", [], []);
  }
  const { outer, remarks } = splitBrackets(list);
  if (!outer.some((token) => token.kind !== "mark") && remarks.length === 1) {
    return read(tokens, remarks[0] ?? [], options);
  }
  const main = readOuter(tokens, outer, options);
  return remarks.reduce(
    (reading, remark) => withRemark(tokens, reading, list, remark, options),
    main,
  );
}

function readOuter(tokens: Tokens, list: readonly Token[], options: DeadlineOptions): Unwritten {
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
  const has = (type: Item["type"]) => items.some((found) => found.type === type);
  const wordsAt = (first: number, end: number) => {
    const from = list[first];
    const to = list[end - 1];
    return from && to ? tokens.source.slice(from.start, to.end).replace(/\s+/g, " ").trim() : "";
  };
  const shown = leftOverOf(tokens, list, items, new Set<Item["type"]>());
  const wrong = items.find((found) => found.type === "broken");
  if (wrong?.type === "broken") {
    return unreadable(wrong.why, candidatesOf(wrong, options.year), shown.words);
  }
  const allEntries = gatherEntries(items, (token) => list[token]?.line ?? false);
  const repeated = repeatedOf(items, allEntries, options.year);
  const entries = repeated
    ? allEntries.filter((entry) => !repeated.attached.has(entry))
    : allEntries;
  const ongoing = has("ongoing");
  const evidence: Evidence[] = [];
  for (const found of items) {
    if (found.type === "frequency")
      evidence.push({ part: "every", words: wordsAt(found.first, found.end) });
    if (found.type === "ongoing" || found.type === "onward") {
      evidence.push({ part: "ongoing", words: wordsAt(found.first, found.end) });
    }
  }

  if (entries.length > 0) {
    const composed = compose(entries, options.year);
    if (composed.doubt)
      return unreadable(composed.doubt.why, composed.doubt.candidates, shown.words);
    const { resolved } = composed;
    const whole = readingOf(resolved, ongoing);
    if ("why" in whole) return unreadable(whole.why, whole.candidates, shown.words);
    const result = datedResult(items, resolved, whole.reading, repeated !== null);
    if ("why" in result) return unreadable(result.why, result.candidates, shown.words);
    const left = leftOverOf(tokens, list, items, new Set<Item["type"]>(["condition", "frequency"]));
    if (shown.turning) return unreadable("left-over-words", [result], left.words);
    return {
      ...result,
      before: result.kind === "dated" ? whole.before : null,
      relative: null,
      rule: ruleOf(resolved, result),
      evidence: [
        ...dateEvidence(resolved, result, wordsAt),
        ...evidence.filter((one) => one.part === "ongoing"),
      ],
      leftOver: left.words,
      doubt: null,
    };
  }

  const relative = items.find((found) => found.type === "relative");
  if (repeated) {
    const reading: DeadlineReading = {
      ...NOTHING,
      kind: "recurring",
      every: repeated.every,
      ongoing,
    };
    if (has("relative") || has("none") || (has("onward") && !ongoing) || repeated.misfit) {
      return unreadable("two-readings", [reading], shown.words);
    }
    if (shown.turning) return unreadable("left-over-words", [reading], shown.words);
    const left = leftOverOf(tokens, list, items, new Set<Item["type"]>(["condition"]));
    return {
      ...reading,
      before: null,
      relative: null,
      recurrence: repeated.recurrence,
      rule: "recurring",
      evidence,
      leftOver: left.words,
      doubt: null,
    };
  }
  if (has("bare-unit")) {
    const bare = items.find((found) => found.type === "bare-unit");
    const reading: DeadlineReading = {
      ...NOTHING,
      kind: "recurring",
      every: bare?.type === "bare-unit" ? bare.every : null,
    };
    return unreadable("two-readings", [reading], shown.words);
  }
  if (relative?.type === "relative") {
    const reading: DeadlineReading = { ...NOTHING, kind: "relative" };
    const bareHalfYear =
      relative.count === 6 && relative.unit === "month" && relative.event === "" && !has("prefix");
    if (bareHalfYear) {
      return unreadable(
        "two-readings",
        [reading, { ...NOTHING, kind: "recurring", every: "half-year" }],
        shown.words,
      );
    }
    const several = items.filter((found) => found.type === "relative").length > 1;
    if (several || ongoing || has("none"))
      return unreadable("two-readings", [reading], shown.words);
    if (shown.turning) return unreadable("left-over-words", [reading], shown.words);
    return {
      ...reading,
      before: null,
      relative: {
        count: relative.count,
        unit: relative.unit,
        event: relative.event,
        ...(relative.direction === "before" ? { beforeEvent: true } : {}),
      },
      rule: "relative",
      evidence: [{ part: "due", words: wordsAt(relative.first, relative.end) }],
      leftOver: shown.words,
      doubt: null,
    };
  }
  if (ongoing) {
    const reading: DeadlineReading = ongoingFrom(null);
    if (has("none")) return unreadable("two-readings", [reading], shown.words);
    if (shown.turning) return unreadable("left-over-words", [reading], shown.words);
    const left = leftOverOf(tokens, list, items, new Set<Item["type"]>(["condition"]));
    return {
      ...reading,
      before: null,
      relative: null,
      rule: "ongoing",
      evidence,
      leftOver: left.words,
      doubt: null,
    };
  }
  if (has("condition")) {
    const reading: DeadlineReading = { ...NOTHING, kind: "conditional" };
    const inside = items.some((found) => found.type === "condition" && found.dates);
    if (inside || has("none")) return unreadable("two-readings", [reading], shown.words);
    if (shown.turning) return unreadable("left-over-words", [reading], shown.words);
    return { ...plain("conditional", "condition"), leftOver: shown.words };
  }
  if (has("none")) {
    return shown.turning && list.some((token) => token.kind === "number")
      ? unreadable("left-over-words", [{ ...NOTHING, kind: "none" }], shown.words)
      : { ...plain("none", "not-set"), leftOver: shown.words };
  }
  return unreadable("not-a-deadline", [], shown.any ? shown.words : [wordsAt(0, list.length)]);
}

/** How dates, open starts, frequencies and the rest of a cell go together. */
function datedResult(
  items: readonly Item[],
  resolved: readonly Resolved[],
  reading: DeadlineReading,
  repeated: boolean,
): DeadlineReading | Doubt {
  const has = (type: Item["type"]) => items.some((found) => found.type === type);
  if (has("relative") || has("none") || has("bare-unit")) {
    return { why: "two-readings", candidates: [reading] };
  }
  // "Thứ Sáu, ngày 12/6/2026" must be a Friday.
  const named = items.find((found) => found.type === "weekday");
  const [one] = resolved;
  if (named?.type === "weekday" && one) {
    const agrees = resolved.length === 1 && weekday(one.before ?? one.due) === named.weekday;
    if (!agrees || one.unit !== "day") return { why: "two-readings", candidates: [reading] };
  }
  // "Thường xuyên, năm 2026": all the time within the year, or a year's work and then all the time.
  const first = items.find((found) => found.type === "ongoing" || found.type === "time");
  if (first?.type === "ongoing" && resolved.every((each) => each.unit === "year" && !each.open)) {
    return { why: "two-readings", candidates: [ongoingFrom(null), reading] };
  }
  const onward = has("onward");
  if (onward) {
    const [first] = resolved;
    const open =
      first && resolved.length === 1 && !first.range && (first.open || first.unit === "year");
    const start = first?.start ?? first?.due ?? null;
    if (open) return ongoingFrom(start);
    return { why: "two-readings", candidates: [reading, ongoingFrom(start)] };
  }
  if (repeated && reading.milestones === null) {
    const every =
      items.flatMap((found) => (found.type === "frequency" ? [found.every] : []))[0] ?? null;
    return {
      why: "two-readings",
      candidates: [reading, { ...NOTHING, kind: "recurring", every }],
    };
  }
  return reading;
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
  resolved: readonly Resolved[],
  reading: DeadlineReading,
  wordsAt: (first: number, end: number) => string,
): Evidence[] {
  if (reading.milestones) {
    return resolved.map((one) => ({ part: "milestone", words: wordsAt(one.first, one.end) }));
  }
  return resolved.flatMap((one): Evidence[] => {
    const words = wordsAt(one.first, one.end);
    if (one.open || reading.kind === "ongoing") return [{ part: "start", words }];
    const due: Evidence = { part: "due", words };
    return one.start && reading.start === one.start ? [{ part: "start", words }, due] : [due];
  });
}

function candidatesOf(
  wrong: Extract<Item, { readonly type: "broken" }>,
  planYear: number | null,
): DeadlineReading[] {
  const readings = [...wrong.readings];
  for (const moment of wrong.moments) {
    const year = moment.year ?? planYear;
    const span = year === null || moment.from.month === 0 ? null : spanOf(moment, year);
    if (span) readings.push(dated(moment.point ? null : span.first, span.last));
  }
  return readings;
}

/** A remark in brackets changes nothing unless it gives a time of its own. */
function withRemark(
  tokens: Tokens,
  main: Unwritten,
  list: readonly Token[],
  remark: readonly Token[],
  options: DeadlineOptions,
): Unwritten {
  const first = remark[0];
  const last = remark.at(-1);
  const words =
    first && last ? tokens.source.slice(first.start, last.end).replace(/\s+/g, " ").trim() : "";
  const beside: Unwritten = { ...main, leftOver: [...main.leftOver, words] };
  if (main.doubt && main.doubt.why !== "not-a-deadline") return beside;
  const note = remark.length === 1 && first?.kind === "number" && first.text.length <= 2;
  if (note) return beside;
  const inner = read(tokens, remark, options);
  const silent =
    inner.kind === "conditional" ||
    inner.kind === "none" ||
    (inner.doubt?.why === "not-a-deadline" &&
      !scan(remark).some((found) => found.type === "weekday"));
  if (
    !silent &&
    (main.kind === "recurring" || (main.kind === "ongoing" && inner.kind === "recurring"))
  ) {
    const flat = list.map((token): Token =>
      isMark(token, "()[]") ? { ...token, text: "," } : token,
    );
    return readOuter(tokens, flat, options);
  }
  if (inner.doubt) {
    if (inner.doubt.why === "not-a-deadline" && !hasTurning(tokens, remark)) return beside;
    if (main.kind === "conditional" || main.doubt) return beside;
    return unreadable(
      "left-over-words",
      [readingPart(main), ...inner.doubt.candidates],
      beside.leftOver,
    );
  }
  if (inner.kind === "conditional" || inner.kind === "none") return beside;
  if (main.doubt) return unreadable("two-readings", [readingPart(inner)], beside.leftOver);
  if (main.kind === "dated") {
    if (inner.kind === "ongoing" && inner.start === null) return { ...main, ongoing: true };
    if (inner.kind === "dated" && inner.due === main.due && !inner.milestones) return beside;
  }
  if (main.kind === "conditional" && inner.kind === "relative") return beside;
  return unreadable("two-readings", [readingPart(main), readingPart(inner)], beside.leftOver);
}

function hasTurning(tokens: Tokens, remark: readonly Token[]): boolean {
  return leftOverOf(tokens, remark, scan(remark), new Set()).turning;
}

function readingPart(from: DeadlineReading): DeadlineReading {
  const { kind, start, due, ongoing, every, milestones } = from;
  return { kind, start, due, ongoing, every, milestones };
}

function plain(kind: "none" | "conditional" | "relative", rule: string): Unwritten {
  return {
    ...NOTHING,
    kind,
    before: null,
    relative: null,
    rule,
    evidence: [],
    leftOver: [],
    doubt: null,
  };
}

function unreadable(
  why: DeadlineDoubt,
  candidates: readonly DeadlineReading[],
  leftOver: readonly string[],
): Unwritten {
  return {
    ...NOTHING,
    before: null,
    relative: null,
    rule: why,
    evidence: [],
    leftOver,
    doubt: { why, candidates },
  };
}
