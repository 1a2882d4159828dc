import type { RawTask } from "../appendix";
import { comparisonKey } from "../text";
import type { Task } from "./types";

/** Which known task each row is; places in the two lists. */
export interface Matches {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  /** Rows without a partner that could be one of several known tasks, the likeliest first. */
  readonly doubts: readonly { readonly after: number; readonly candidates: readonly number[] }[];
}

/** Pairs known tasks with rows of the same number and title. */
export function matchRows(before: readonly Task[], after: readonly RawTask[]): Matches {
  const waiting = new Map<string, number[]>();
  for (const [index, task] of before.entries()) {
    const key = comparisonKey(`${task.number}\n${task.title}`);
    waiting.set(key, [...(waiting.get(key) ?? []), index]);
  }
  const pairs = after.flatMap((raw, index) => {
    const key = comparisonKey(`${raw.number}\n${raw.texts.task?.text ?? ""}`);
    const from = waiting.get(key)?.shift();
    return from === undefined ? [] : [[from, index] as const];
  });
  return { pairs, doubts: [] };
}
