import { daysBetween, type IsoDate } from "../../src/deadline";
import type { Task, Tracking } from "../../src/task";

/**
 * The classes counted by the letter of the rules with plain loops, knowing nothing of the code under
 * test: what a careful person would do on paper.
 */
export function classOnPaper(task: Task, asOf: IsoDate): string {
  if (task.cancelled !== null && task.cancelled <= asOf) return "cancelled";
  if (task.dueKind === "milestones") return milestonesOnPaper(task, asOf);
  const due = task.adjustedDue ?? task.due;
  const doneOnKnownDay = task.finished !== null && task.finished <= asOf;
  const doneOnUnknownDay = task.finished === null && task.done;
  if (doneOnUnknownDay) return "doneUnknownDate";
  if (doneOnKnownDay) {
    if (due === null) return "doneNoDeadline";
    return task.finished !== null && task.finished > due ? "doneLate" : "doneOnTime";
  }
  if (due === null) return "openNoDeadline";
  return asOf > due ? "openOverdue" : "openInTime";
}

function milestonesOnPaper(task: Task, asOf: IsoDate): string {
  let allDone = true;
  let anyUnknown = false;
  let anyLate = false;
  let anyMissed = false;
  for (const { due, finished } of task.milestones) {
    const isDone = finished === "unknown" || (finished !== null && finished <= asOf);
    if (!isDone) {
      allDone = false;
      if (due < asOf) anyMissed = true;
    }
    if (finished === "unknown") anyUnknown = true;
    else if (finished !== null && finished > due) anyLate = true;
  }
  if (!allDone) return anyMissed ? "openOverdue" : "openInTime";
  if (anyUnknown) return "doneUnknownDate";
  return anyLate ? "doneLate" : "doneOnTime";
}

/** Days late of an overdue or a late-done task without milestones. */
export function daysLateOnPaper(task: Task, asOf: IsoDate): number {
  const due = task.adjustedDue ?? task.due;
  if (due === null) return 0;
  const name = classOnPaper(task, asOf);
  if (name === "openOverdue") return daysBetween(due, asOf);
  return name === "doneLate" && task.finished !== null ? daysBetween(due, task.finished) : 0;
}

/** How many tasks that meet a test stand in each class. */
export function countOnPaper(
  tracking: Tracking,
  asOf: IsoDate,
  test: (task: Task) => boolean = () => true,
): Record<string, number> {
  const counts: Record<string, number> = { total: 0 };
  for (const task of tracking.tasks) {
    if (!test(task)) continue;
    counts["total"] = (counts["total"] ?? 0) + 1;
    const name = classOnPaper(task, asOf);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
