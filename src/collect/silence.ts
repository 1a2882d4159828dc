import { daysBetween, type IsoDate } from "../deadline";
import type { ResultEntry, Task, Tracking } from "../task";
import type { Locale } from "../locale";
import { searchKey } from "../text";

/** Something in the reported results that is worth a look; it is shown, not judged. */
export interface Silence {
  readonly kind:
    "no-entry" | "same-text" | "still-going-on" | "going-down" | "done-without-evidence";
  readonly code: string;
  /** Number and title of the task, as the plan gives them. */
  readonly task: string;
  /** The lead, or the group that leads; of an entry the unit that reported; blank when nobody is named. */
  readonly unit: string;
  /** What is counted or quoted: days, the text, percentages before and now. */
  readonly values: readonly string[];
}

type Words = Readonly<Record<Silence["kind"], (...values: string[]) => string>>;
const VIETNAMESE: Words = {
  "no-entry": (days = "") => `${days} ngày chưa có kết quả`,
  "same-text": (text = "") => `kết quả ghi giống hệt lần trước (“${text}”)`,
  "still-going-on": (times = "") => `${times} lần liền ghi “đang triển khai”`,
  "going-down": (then = "", now = "") => `tiến độ ghi giảm từ ${then}% xuống ${now}%`,
  "done-without-evidence": () => "ghi đã hoàn thành nhưng chưa có minh chứng",
};
const ENGLISH: Words = {
  "no-entry": (days = "") => `no result for ${days} days`,
  "same-text": (text = "") => `the result is word for word the one before (“${text}”)`,
  "still-going-on": (times = "") => `“đang triển khai” ${times} times running`,
  "going-down": (then = "", now = "") => `progress went down from ${then}% to ${now}%`,
  "done-without-evidence": () => "done, without evidence",
};

/** Whose task it is and what is worth a look, as a whole sentence. */
export function silenceSentence({ kind, unit, task, values }: Silence, locale: Locale): string {
  const whose = unit === "" ? "" : `${unit}: `;
  return `${whose}${task}: ${(locale === "vi" ? VIETNAMESE : ENGLISH)[kind](...values)}.`;
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
      unit: leadOf(task),
      task: named(task),
      values: [String(days)],
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
      task: named(task),
      values: [last.result],
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
      task: named(task),
      values: [String(GOING_ON_TIMES)],
    });
  }
  const [now, then] = [percentOf(last), percentOf(before)];
  if (now !== null && then !== null && now < then) {
    found.push({
      kind: "going-down",
      code: task.code,
      unit,
      task: named(task),
      values: [then, now].map((percent) => String(percent).replace(".", ",")),
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
      unit: leadOf(task),
      task: named(task),
      values: [],
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

function leadOf({ leads, owner }: Task): string {
  return leads[0] ?? owner.leadGroups[0] ?? "";
}
