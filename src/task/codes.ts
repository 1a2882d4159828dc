import type { Task } from "./types";

/** Codes after the highest one in use: "NV031". */
export function codeMaker(tasks: readonly Pick<Task, "code">[]): () => string {
  let last = 0;
  for (const { code } of tasks) {
    const digits = /^NV(\d{1,9})$/.exec(code)?.[1];
    if (digits !== undefined) last = Math.max(last, Number(digits));
  }
  return () => `NV${String(++last).padStart(3, "0")}`;
}
