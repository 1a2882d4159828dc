/** What can be run: one assumption about Excel. */
export interface Assumption {
  readonly id: string;
  readonly assumption: string;
  readonly source: string;
  readonly run: (excel: typeof Excel) => Promise<void>;
}

export interface Outcome {
  readonly id: string;
  readonly assumption: string;
  readonly source: string;
  /** "not run": an earlier one got no answer, so nothing after it can be trusted. */
  readonly state: "held" | "broken" | "not run";
  /** Why it does not hold, in the words of Excel; empty when it holds. */
  readonly error: string;
  /** Milliseconds. */
  readonly took: number;
}

/** Longer than any assumption takes; Excel on the web may need seconds for a sheet. */
const NO_ANSWER = 60_000;

/**
 * Runs assumptions one after the other on an Excel and gives each outcome as it comes. After one
 * without an answer in time (in milliseconds) the rest is not run: it would run into the one that hangs.
 */
export async function runList(
  list: readonly Assumption[],
  excel: typeof Excel,
  tell: (outcome: Outcome) => void,
  noAnswer = NO_ANSWER,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let hangs = false;
  for (const { id, assumption, source, run } of list) {
    const start = Date.now();
    const error: string = hangs ? "" : await problemOf(() => run(excel), noAnswer);
    const state = hangs ? "not run" : error === "" ? "held" : "broken";
    hangs ||= error === noAnswerAfter(noAnswer);
    const outcome: Outcome = { id, assumption, source, state, error, took: Date.now() - start };
    outcomes.push(outcome);
    tell(outcome);
  }
  return outcomes;
}

const noAnswerAfter = (time: number): string => `Không có trả lời sau ${time / 1000} giây`;

async function problemOf(run: () => Promise<void>, noAnswer: number): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(noAnswerAfter(noAnswer)), noAnswer);
  });
  const end = (async () => {
    try {
      await run();
      return "";
    } catch (error) {
      return wordsOf(error);
    }
  })();
  const problem = await Promise.race([end, late]);
  clearTimeout(timer);
  return problem;
}

/** An error in one line: its code, when Excel gave one, and its message. */
export function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const words = code === "" || message.startsWith(code) ? message : `${code}: ${message}`;
  return words.replace(/\s+/g, " ").trim() || "Lỗi không có lời giải thích";
}
