import { addDays, type IsoDate } from "../deadline";
import {
  statusAt,
  type Settings,
  type Task,
  type TaskClass,
  type TaskStatus,
  type Tracking,
} from "../task";
import { searchKey } from "../text";

/** The groups that the overview counts; each task is in exactly one. */
export type Group = "done" | "in-time" | "overdue" | "no-deadline" | "cancelled" | "invalid";

export const GROUPS: readonly Group[] = [
  "done",
  "in-time",
  "overdue",
  "no-deadline",
  "cancelled",
  "invalid",
];

/** The classes of each group, in the order in which they are read out. */
export const CLASSES: Readonly<Record<Group, readonly TaskClass[]>> = {
  done: ["done-on-time", "done-late", "done-no-deadline", "done-unknown-date"],
  "in-time": ["open-in-time"],
  overdue: ["open-overdue"],
  "no-deadline": ["open-no-deadline"],
  cancelled: ["cancelled"],
  invalid: ["invalid"],
};

const GROUP_OF = Object.fromEntries(
  GROUPS.flatMap((group) => CLASSES[group].map((name) => [name, group])),
) as Readonly<Record<TaskClass, Group>>;

/** One task with its status on the day of the view. */
export interface TaskView {
  readonly task: Task;
  readonly status: TaskStatus;
  readonly group: Group;
  /** The unit that totals count it under; "" when none is known. */
  readonly unit: string;
  /** Folded text that the search looks in. */
  readonly key: string;
}

export interface UnitFigures {
  readonly unit: string;
  readonly total: number;
  readonly done: number;
  /** Not done and not cancelled, overdue ones among them. */
  readonly open: number;
  readonly overdue: number;
}

/** All numbers of the overview for one day. */
export interface Figures {
  readonly views: readonly TaskView[];
  readonly total: number;
  readonly groups: Readonly<Record<Group, number>>;
  readonly classes: Readonly<Record<TaskClass, number>>;
  readonly dueSoon: number;
  readonly dependsOnReading: number;
  readonly units: readonly UnitFigures[];
  /** Overdue tasks, the longest overdue first. */
  readonly overdue: readonly TaskView[];
}

/** Counts every task once, under its first lead, as of a day. Cost is linear in the tasks. */
export function figuresAt(tracking: Tracking, asOf: IsoDate): Figures {
  const settings = statusSettings(tracking.settings);
  const groups = zero(GROUPS);
  const classes = zero(GROUPS.flatMap((group) => CLASSES[group]));
  const units = new Map<string, { total: number; done: number; open: number; overdue: number }>();
  let dueSoon = 0;
  let dependsOnReading = 0;
  const views = tracking.tasks.map((task): TaskView => {
    const status = statusAt(task, asOf, settings);
    const group = GROUP_OF[status.class];
    const unit = task.leads[0] ?? "";
    groups[group] += 1;
    classes[status.class] += 1;
    if (status.dueSoon) dueSoon += 1;
    if (status.dependsOnReading) dependsOnReading += 1;
    const sum = units.get(unit) ?? { total: 0, done: 0, open: 0, overdue: 0 };
    sum.total += 1;
    if (group === "done") sum.done += 1;
    else if (group !== "cancelled") sum.open += 1;
    if (group === "overdue") sum.overdue += 1;
    units.set(unit, sum);
    return { task, status, group, unit, key: taskKey(task) };
  });
  return {
    views,
    total: views.length,
    groups,
    classes,
    dueSoon,
    dependsOnReading,
    units: [...units]
      .map(([unit, sum]) => ({ unit, ...sum }))
      .sort((a, b) => b.overdue - a.overdue || b.total - a.total || compare(a.unit, b.unit)),
    overdue: views
      .filter((view) => view.group === "overdue")
      .sort((a, b) => b.status.daysLate - a.status.daysLate),
  };
}

/** The settings that a status depends on. */
function statusSettings(settings: Settings): {
  warningDays: number;
  beforeIncludesDay: boolean;
} {
  return {
    warningDays: settings.warningDays,
    beforeIncludesDay: settings.beforeIncludesDay ?? false,
  };
}

/** What the list of tasks shows. */
export interface TaskFilter {
  readonly group: Group | "due-soon" | "all";
  /** One class of the group, when a single number was pressed. */
  readonly class: TaskClass | null;
  /** Lead unit; null is any, "" is "not known". */
  readonly unit: string | null;
  /** First section of the appendix; null is any. */
  readonly section: string | null;
  /** When the task falls due, seen from the day of the view. */
  readonly due: DueWithin;
  readonly order: TaskOrder;
  readonly text: string;
}

export type DueWithin = "any" | "week" | "month" | "quarter";
export type TaskOrder = "appendix" | "due" | "unit";

export const NO_FILTER: TaskFilter = {
  group: "all",
  class: null,
  unit: null,
  section: null,
  due: "any",
  order: "appendix",
  text: "",
};

/** The tasks that a filter lets through, in the order that it asks for; every word must occur. */
export function filterTasks(
  views: readonly TaskView[],
  filter: TaskFilter,
  asOf: IsoDate,
): readonly TaskView[] {
  const words = searchKey(filter.text).split(" ").filter(Boolean);
  const span = dueSpan(filter.due, asOf);
  const found = views.filter((view) => {
    if (filter.group === "due-soon" && !view.status.dueSoon) return false;
    if (filter.group !== "all" && filter.group !== "due-soon" && view.group !== filter.group) {
      return false;
    }
    if (filter.class && view.status.class !== filter.class) return false;
    if (filter.unit !== null && view.unit !== filter.unit) return false;
    if (filter.section !== null && (view.task.section[0] ?? "") !== filter.section) return false;
    if (span) {
      const { due } = view.status;
      if (due === null || due < span.from || due > span.to) return false;
    }
    return words.every((word) => view.key.includes(word));
  });
  // The sort is stable: equal tasks stay in the order of the appendix.
  if (filter.order === "due") {
    return [...found].sort((a, b) => (dueKey(a) < dueKey(b) ? -1 : dueKey(a) > dueKey(b) ? 1 : 0));
  }
  if (filter.order === "unit") return [...found].sort((a, b) => compare(a.unit, b.unit));
  return found;
}

/** Open tasks by their day, those without one after them, finished ones last. */
function dueKey({ group, status }: TaskView): string {
  const isOpen = group === "overdue" || group === "in-time" || group === "no-deadline";
  return `${isOpen ? 0 : 1} ${status.missedMilestone ?? status.due ?? "9999-12-31"}`;
}

/** The days that "within a week, this month, this quarter" cover; null is any day. */
function dueSpan(within: DueWithin, asOf: IsoDate): { from: IsoDate; to: IsoDate } | null {
  if (within === "any") return null;
  if (within === "week") return { from: asOf, to: addDays(asOf, 7) };
  const months = within === "month" ? 1 : 3;
  const month = Number(asOf.slice(5, 7));
  const first = month - ((month - 1) % months);
  return {
    from: `${asOf.slice(0, 5)}${String(first).padStart(2, "0")}-01`,
    to: `${asOf.slice(0, 5)}${String(first + months - 1).padStart(2, "0")}-31`,
  };
}

function taskKey(task: Task): string {
  return searchKey(
    [task.number, task.code, task.title, task.product, task.leadText, ...task.leads].join(" "),
  );
}

function zero<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, "vi");
}
