import { daysBetween, type IsoDate } from "../deadline";
import type { ResultEntry, Task, Tracking } from "../task";
import { searchKey } from "../text";

/** Something in the reported results that is worth a look; it is shown, not judged. */
export interface Silence {
  readonly kind:
    "no-entry" | "same-text" | "still-going-on" | "going-down" | "done-without-evidence";
  readonly code: string;
  readonly unit: string;
  /** Whole sentence. */
  readonly message: string;
}

/** An undated task is silent after so many days without an entry. */
const SILENT_DAYS = 90;
const GOING_ON = /\bdang (duoc )?(trien khai|thuc hien|tien hanh)\b/;
const GOING_ON_TIMES = 3;
const PERCENT = /(\d{1,3}(?:[.,]\d+)?)\s*%/;

/** Looks through the entries up to a day; in the order of the tasks. */
export function silences(tracking: Tracking, asOf: IsoDate): Silence[] {
  const byTask = new Map<string, ResultEntry[]>();
  for (const entry of tracking.entries) {
    if (entry.date === null || entry.date > asOf) continue;
    byTask.set(entry.code, [...(byTask.get(entry.code) ?? []), entry]);
  }
  return tracking.tasks
    .filter((task) => task.cancelled === null || task.cancelled > asOf)
    .flatMap((task) => {
      const entries = (byTask.get(task.code) ?? []).sort((a, b) =>
        (a.date ?? "") < (b.date ?? "") ? -1 : 1,
      );
      return [
        ...quiet(task, entries, tracking, asOf),
        ...repeated(task, entries),
        ...unproven(task, entries, asOf),
      ];
    });
}

function quiet(
  task: Task,
  entries: readonly ResultEntry[],
  tracking: Tracking,
  asOf: IsoDate,
): Silence[] {
  const isDone = task.done || (task.finished !== null && task.finished <= asOf);
  if (task.due !== null || task.adjustedDue !== null || task.milestones.length > 0 || isDone)
    return [];
  const planDate = tracking.settings.plan.date;
  const last = entries.at(-1)?.date ?? (planDate === "" ? `${asOf.slice(0, 4)}-01-01` : planDate);
  const days = daysBetween(last, asOf);
  if (days < SILENT_DAYS) return [];
  return [
    {
      kind: "no-entry",
      code: task.code,
      unit: task.leads[0] ?? "",
      message: `${named(task)}: ${days} ngày chưa có kết quả.`,
    },
  ];
}

function repeated(task: Task, entries: readonly ResultEntry[]): Silence[] {
  const found: Silence[] = [];
  const [last, before] = [entries.at(-1), entries.at(-2)];
  const unit = last?.unit ?? "";
  if (
    last &&
    before &&
    last.result !== "" &&
    searchKey(last.result) === searchKey(before.result) &&
    last.date !== before.date
  ) {
    found.push({
      kind: "same-text",
      code: task.code,
      unit,
      message: `${named(task)}: kết quả ghi giống hệt lần trước (“${last.result}”).`,
    });
  }
  const recent = entries.slice(-GOING_ON_TIMES);
  if (
    recent.length === GOING_ON_TIMES &&
    recent.every((entry) => GOING_ON.test(searchKey(entry.result)))
  ) {
    found.push({
      kind: "still-going-on",
      code: task.code,
      unit,
      message: `${named(task)}: ${GOING_ON_TIMES} lần liền ghi “đang triển khai”.`,
    });
  }
  const [now, then] = [percentOf(last), percentOf(before)];
  if (now !== null && then !== null && now < then) {
    found.push({
      kind: "going-down",
      code: task.code,
      unit,
      message: `${named(task)}: tiến độ ghi giảm từ ${then}% xuống ${now}%.`,
    });
  }
  return found;
}

function unproven(task: Task, entries: readonly ResultEntry[], asOf: IsoDate): Silence[] {
  if (
    task.finished === null ||
    task.finished > asOf ||
    entries.some((entry) => entry.evidence !== "")
  )
    return [];
  return [
    {
      kind: "done-without-evidence",
      code: task.code,
      unit: task.leads[0] ?? "",
      message: `${named(task)}: ghi đã hoàn thành nhưng chưa có minh chứng.`,
    },
  ];
}

function percentOf(entry: ResultEntry | undefined): number | null {
  const match = PERCENT.exec(entry?.result ?? "");
  return match ? Number(match[1]?.replace(",", ".")) : null;
}

function named(task: Task): string {
  return `${task.number === "" ? task.code : task.number} ${task.title}`;
}
