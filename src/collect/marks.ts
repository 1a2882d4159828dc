import type { Period } from "../deadline";
import type { PlanFacts, Task } from "../task";
import { comparisonKey, normalizeText } from "../text";
import type { FormKey } from "./types";

const KEY_START = "PL1|";
const KEY = /PL1\|([0-9a-z]+)\|(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})\|(.+?)\s*$/;

/** Short mark of a text (FNV-1a, 32 bits, base 36): equal texts have equal marks, an edit is seen. Not a secret. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, "0");
}

/** Mark of the plan's own words of a task: a form shows whether they were changed on their way. */
export function taskMark(task: Pick<Task, "title" | "product" | "deadlineText">): string {
  return markOf([task.title, task.product, task.deadlineText].map(comparisonKey).join("|"));
}

/** Mark of a plan. Its number is left out: it may be filled in after the forms went out. */
export function planMark(plan: PlanFacts): string {
  return markOf([plan.title, plan.agency, String(plan.year ?? "")].map(comparisonKey).join("|"));
}

/** The line that ties a form to its plan, period and unit. */
export function writeKey(plan: PlanFacts, period: Period, unit: string): string {
  return `PL1|${planMark(plan)}|${period.from}..${period.to}|${unit}`;
}

/** Reads that line wherever it stands in a text; null when there is none. */
export function readKey(text: string): FormKey | null {
  if (!text.includes(KEY_START)) return null;
  const match = KEY.exec(normalizeText(text));
  if (!match) return null;
  const [, plan = "", from = "", to = "", unit = ""] = match;
  return { plan, from, to, unit };
}
