import { readDeadline, type Deadline, type DeadlineReading } from "../../src/deadline";

/**
 * A reading in one line, for tables: "2026-04-01..2026-06-30", "..2026-06-30" without a first day,
 * "..2026-06-30 +ongoing", "2026-06-30 & 2026-12-31" for milestones, "from 2026-04-01" for an open start,
 * "ongoing", "every month", "relative", "conditional", "none", "?" for a question.
 */
export function short(reading: DeadlineReading): string {
  const more = reading.ongoing ? " +ongoing" : "";
  switch (reading.kind) {
    case "dated":
      return (
        (reading.milestones
          ? reading.milestones.join(" & ")
          : `${reading.start ?? ""}..${reading.due ?? ""}`) + more
      );
    case "recurring":
      return `every ${reading.every ?? "?"}${more}`;
    case "ongoing":
      return reading.start ? `from ${reading.start}` : "ongoing";
    case "unreadable":
      return "?";
    case "relative":
    case "conditional":
    case "none":
      return reading.kind;
  }
}

export type Phrase = readonly [text: string, reading: string, year?: number | null];

/** Reads a phrase of a table; the plan's year is 2026 unless the row says otherwise. */
function readPhrase([text, , year]: Phrase): Deadline {
  return readDeadline(text, { year: year === undefined ? 2026 : year });
}

/** One test a phrase. */
export function expectPhrases(phrases: readonly Phrase[]): void {
  it.each(phrases.map((phrase) => [phrase[0], phrase] as const))("%j", (_text, phrase) => {
    expect(short(readPhrase(phrase))).toBe(phrase[1]);
  });
}
