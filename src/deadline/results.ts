import type { IsoDate } from "./iso-date";
import type { Deadline, DeadlineDoubt, DeadlineKind, DeadlineReading } from "./types";

/** A deadline before the cell's own text is set beside it. */
export type Unwritten = Omit<Deadline, "text">;

/** A reading of a kind that has no date. */
export function undated(kind: DeadlineKind): DeadlineReading {
  return { kind, start: null, due: null, ongoing: false, every: null, milestones: null };
}

/** A sure reading without a date, by a rule. */
export function plain(
  kind: "none" | "conditional" | "relative",
  rule: string,
  leftOver: readonly string[] = [],
): Unwritten {
  return sure(undated(kind), rule, [], leftOver);
}

/** A sure reading with what gave it. */
export function sure(
  reading: DeadlineReading,
  rule: string,
  evidence: Deadline["evidence"],
  leftOver: readonly string[],
  before: IsoDate | null = null,
): Unwritten {
  const { kind, start, due, ongoing, every, milestones } = reading;
  return {
    kind,
    start,
    due,
    ongoing,
    every,
    milestones,
    before,
    relative: null,
    rule,
    evidence,
    leftOver,
    doubt: null,
  };
}

/** A question: no reading is safe. */
export function unreadable(
  why: DeadlineDoubt,
  candidates: readonly DeadlineReading[],
  leftOver: readonly string[],
): Unwritten {
  return {
    ...undated("unreadable"),
    before: null,
    relative: null,
    rule: why,
    evidence: [],
    leftOver,
    doubt: { why, candidates },
  };
}

/** Only the reading of a deadline, to be offered as a candidate. */
export function readingPart(from: DeadlineReading): DeadlineReading {
  const { kind, start, due, ongoing, every, milestones } = from;
  return { kind, start, due, ongoing, every, milestones };
}
