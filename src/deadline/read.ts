import { splitBrackets } from "./brackets";
import { decide } from "./decide";
import { isReportName } from "./families/labels";
import { leftOverOf } from "./left-over";
import { plain, readingPart, unreadable, type Unwritten } from "./results";
import { scan } from "./scan";
import { tokenize, wordsOf, type Token, type Tokens } from "./tokens";
import { isMark } from "./vocabulary";
import type { Deadline, DeadlineOptions } from "./types";

/** More words and marks than this are a text, not a deadline; it also bounds the work on hostile input. */
const LONGEST = 800;

/**
 * Reads the time cell of one task of a plan.
 * What cannot be read safely is a doubt with the readings that are possible, never a guess; words that were
 * not understood but cannot change the date are shown in `leftOver`. Never throws; time is linear in the text.
 * @param text the cell as shown
 * @param options the plan's year, and whether the column counts days
 */
export function readDeadline(text: string, options: DeadlineOptions): Deadline {
  const tokens = tokenize(text);
  const reading =
    tokens.list.length > LONGEST
      ? unreadable("left-over-words", [], [text.trim()])
      : read(tokens, tokens.list, options);
  return withText(reading, text);
}

/** Written out field by field, since it runs for every cell. */
function withText(reading: Unwritten, text: string): Deadline {
  const { kind, start, due, ongoing, every, milestones, before, relative, recurrence } = reading;
  const { rule, evidence, leftOver, doubt } = reading;
  const deadline: Deadline = {
    kind,
    start,
    due,
    ongoing,
    every,
    milestones,
    text,
    before,
    relative,
    rule,
    evidence,
    leftOver,
    doubt,
  };
  return recurrence ? { ...deadline, recurrence } : deadline;
}

function read(tokens: Tokens, list: readonly Token[], options: DeadlineOptions): Unwritten {
  if (!hasWords(list)) {
    const empty = list.every((token) => isMark(token, "-.…_/*'\""));
    return empty ? plain("none", "blank") : unreadable("not-a-deadline", [], []);
  }
  const { outer, remarks } = splitBrackets(list);
  if (remarks.length === 0) return decide(tokens, outer, options);
  if (!hasWords(outer) && remarks.length === 1) return read(tokens, remarks[0] ?? [], options);
  const main = decide(tokens, outer, options);
  return remarks.reduce(
    (reading, remark) => withRemark(tokens, reading, list, remark, options),
    main,
  );
}

function hasWords(list: readonly Token[]): boolean {
  return list.some((token) => token.kind !== "mark");
}

/** A remark in brackets changes nothing unless it gives a time of its own. */
function withRemark(
  tokens: Tokens,
  main: Unwritten,
  list: readonly Token[],
  remark: readonly Token[],
  options: DeadlineOptions,
): Unwritten {
  const [first] = remark;
  const words = wordsOf(remark, tokens, 0, remark.length);
  const beside: Unwritten = { ...main, leftOver: [...main.leftOver, words] };
  if (main.doubt && main.doubt.why !== "not-a-deadline") return beside;
  const note = remark.length === 1 && first?.kind === "number" && first.text.length <= 2;
  if (note || isReportName(remark, main.milestones !== null)) return beside;
  const inner = read(tokens, remark, options);
  const wordless = inner.doubt?.why === "not-a-deadline";
  const silent =
    inner.kind === "conditional" ||
    inner.kind === "none" ||
    (wordless && !scan(remark).some((found) => found.type === "weekday"));
  const repeats =
    main.kind === "recurring" || (main.kind === "ongoing" && inner.kind === "recurring");
  if (!silent && repeats) {
    // "Hằng năm (trước ngày 15/12)": the days of the repetition, as after a comma.
    const flat = list.map((token): Token =>
      isMark(token, "()[]") ? { ...token, text: "," } : token,
    );
    return decide(tokens, flat, options);
  }
  if (inner.doubt) {
    if (wordless && !leftOverOf(tokens, remark, scan(remark), new Set()).turning) return beside;
    if (main.kind === "conditional" || main.doubt) return beside;
    const candidates = [readingPart(main), ...inner.doubt.candidates];
    return unreadable("left-over-words", candidates, beside.leftOver);
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
