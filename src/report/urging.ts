import {
  parseVietnameseDate,
  reportingPeriod,
  showDate,
  type IsoDate,
  type Period,
} from "../deadline";
import { statusAt, type Task, type TaskStatus, type Tracking } from "../task";
import { entryIsWithin, leadLabel, NO_LEAD } from "./lines";
import { officeOf } from "./parties";
import { officialNumber } from "./words";

/** A task that a unit is urged about. */
export interface UrgedTask {
  readonly task: Task;
  readonly status: TaskStatus;
}

/** What one unit is urged about at a day; the worst first. */
export interface UnitUrging {
  readonly unit: string;
  readonly overdue: readonly UrgedTask[];
  readonly dueSoon: readonly UrgedTask[];
  /** Tasks without a deadline and without an entry in the running period. */
  readonly withoutResult: readonly UrgedTask[];
  /** Overdue or due soon where the unit only helps. */
  readonly coordinating: readonly UrgedTask[];
}

/** How often a unit was urged before, and when last. */
export interface UrgedBefore {
  readonly times: number;
  readonly last: IsoDate | null;
}

/** Nobody was urged yet. */
export const NEVER_URGED: UrgedBefore = { times: 0, last: null };

/** The half of the reporting year that a day falls in: its entries say whether a task has a result. */
export function runningPeriod(asOf: IsoDate): Period {
  const year = Number(asOf.slice(0, 4));
  const first = reportingPeriod("first-half", year);
  if (asOf <= first.to) return first;
  const last = reportingPeriod("last-half", year);
  return asOf <= last.to ? last : reportingPeriod("first-half", year + 1);
}

/** Units with something to be urged about at a day: those with most overdue first, then by name. */
export function overdueByUnit(tracking: Tracking, asOf: IsoDate): readonly UnitUrging[] {
  const { from } = runningPeriod(asOf);
  const withEntry = new Set(
    tracking.entries.filter((entry) => entryIsWithin(entry, from, asOf)).map((entry) => entry.code),
  );
  const units = new Map<string, { [kind in Kind]: UrgedTask[] }>();
  const add = (unit: string, kind: Kind, urged: UrgedTask) => {
    const lists = units.get(unit) ?? {
      overdue: [],
      dueSoon: [],
      withoutResult: [],
      coordinating: [],
    };
    lists[kind].push(urged);
    units.set(unit, lists);
  };
  for (const task of tracking.tasks) {
    const status = statusAt(task, asOf, tracking.settings);
    const kind = kindOf(task, status, withEntry.has(task.code));
    if (kind === null) continue;
    add(leadLabel(task), kind, { task, status });
    if (kind === "withoutResult") continue;
    for (const unit of task.supports) add(unit, "coordinating", { task, status });
  }
  return [...units]
    .map(([unit, lists]) => ({
      unit,
      overdue: lists.overdue.sort((one, other) => other.status.daysLate - one.status.daysLate),
      dueSoon: lists.dueSoon.sort(byDue),
      withoutResult: lists.withoutResult,
      coordinating: lists.coordinating.sort(byDue),
    }))
    .sort(
      (one, other) =>
        Number(one.unit === NO_LEAD) - Number(other.unit === NO_LEAD) ||
        other.overdue.length - one.overdue.length ||
        other.dueSoon.length - one.dueSoon.length ||
        one.unit.localeCompare(other.unit, "vi"),
    );
}

type Kind = "overdue" | "dueSoon" | "withoutResult" | "coordinating";

function kindOf(task: Task, status: TaskStatus, hasEntry: boolean): Kind | null {
  if (status.class === "open-overdue") return "overdue";
  if (status.class === "open-in-time") return status.dueSoon ? "dueSoon" : null;
  if (status.class !== "open-no-deadline" || hasEntry) return null;
  // A conditional task waits for its condition: silence is no fault.
  return task.dueKind === "conditional" ? null : "withoutResult";
}

function byDue(one: UrgedTask, other: UrgedTask): number {
  return (one.status.due ?? "9999").localeCompare(other.status.due ?? "9999");
}

/**
 * The text to send to one unit (letter, chat, document): overdue, due soon, no result in the period,
 * then shortly where it only helps. The tone follows the longest delay and how often the unit was urged before.
 * "" when there is nothing to urge.
 */
export function urgingText(
  tracking: Tracking,
  unit: string,
  asOf: IsoDate,
  before: UrgedBefore = NEVER_URGED,
): string {
  const urging = overdueByUnit(tracking, asOf).find((one) => one.unit === unit);
  return urging === undefined ? "" : urgingLines(tracking, urging, asOf, before).join("\n");
}

/** The lines of the text to one unit; also the paragraphs of the document. */
export function urgingLines(
  tracking: Tracking,
  urging: UnitUrging,
  asOf: IsoDate,
  before: UrgedBefore = NEVER_URGED,
): readonly string[] {
  const { overdue, dueSoon, withoutResult, coordinating, unit } = urging;
  const period = runningPeriod(asOf);
  const ownWork = overdue.length + dueSoon.length + withoutResult.length > 0;
  const lines = ownWork ? [opening(tracking, urging, asOf, before)] : [];
  let number = 0;
  const block = (title: string, tasks: readonly string[]) => {
    if (tasks.length === 0) return;
    number += 1;
    lines.push(`${number}. ${title}:`, ...tasks);
  };
  block(`Quá hạn (${officialNumber(overdue.length)} nhiệm vụ)`, overdue.map(overdueLine));
  block(
    `Sắp đến hạn (${officialNumber(dueSoon.length)} nhiệm vụ)`,
    dueSoon.map((one) => `- ${name(one.task)} (hạn ${dueWords(one)}).`),
  );
  block(
    `Chưa có kết quả trong kỳ từ ${showDate(period.from)} (${officialNumber(withoutResult.length)} nhiệm vụ)`,
    withoutResult.map((one) => `- ${name(one.task)}${written(one.task)}.`),
  );
  if (coordinating.length > 0) {
    const led = coordinating.map(
      ({ task, status }) =>
        `${numberOf(task)}${leadLabel(task)} chủ trì, ${status.class === "open-overdue" ? "quá hạn" : `hạn ${showDate(status.due ?? asOf)}`}`,
    );
    const asked = ownWork ? "Đề" : sender(tracking, unit);
    const dated = ownWork ? "" : ` (số liệu đến ngày ${showDate(asOf)})`;
    lines.push(
      `${asked} nghị ${unit} phối hợp để hoàn thành ${officialNumber(coordinating.length)} nhiệm vụ${dated}: ${led.join("; ")}.`,
    );
  }
  if (ownWork) lines.push(closing(urging, before));
  return lines;
}

function longestDelay(urging: UnitUrging): number {
  return Math.max(0, ...urging.overdue.map((one) => one.status.daysLate));
}

/** Who asks: the office, by its name in the directory; nobody asks oneself. "… đề" is followed by "nghị". */
function sender(tracking: Tracking, unit: string): string {
  const office = officeOf(tracking);
  return office === null || office === unit ? "Đề" : `${office} đề`;
}

/** How firmly a unit is asked: 0 nothing is overdue, 1 to 3 by the delay, one step more from the second urging on. */
function firmness(urging: UnitUrging, before: UrgedBefore): 0 | 1 | 2 | 3 {
  const days = longestDelay(urging);
  if (urging.overdue.length === 0) return 0;
  if (days > 30 || before.times >= 2) return 3;
  return days > 7 || before.times === 1 ? 2 : 1;
}

function opening(
  tracking: Tracking,
  urging: UnitUrging,
  asOf: IsoDate,
  before: UrgedBefore,
): string {
  const { unit } = urging;
  const count = urging.overdue.length;
  const dated = `(số liệu đến ngày ${showDate(asOf)})`;
  const asked = `${sender(tracking, unit)} nghị ${unit}`;
  const step = firmness(urging, before);
  if (step === 0) return `${asked} quan tâm thực hiện đúng thời hạn các nhiệm vụ sau ${dated}:`;
  const how = [
    "sớm hoàn thành và báo cáo",
    "khẩn trương thực hiện và báo cáo",
    "tập trung thực hiện ngay, báo cáo rõ nguyên nhân chậm và ngày hoàn thành của",
  ][step - 1];
  const tasks = `${officialNumber(count)} nhiệm vụ quá hạn ${dated}:`;
  if (before.last === null) return `${asked} ${how} ${tasks}`;
  const already =
    before.times === 1
      ? `Việc này đã được đôn đốc ngày ${showDate(before.last)}`
      : `Việc này đã được đôn đốc ${officialNumber(before.times)} lần (gần nhất ngày ${showDate(before.last)})`;
  return `${already}. ${asked} ${how} ${tasks}`;
}

function closing(urging: UnitUrging, before: UrgedBefore): string {
  const step = firmness(urging, before);
  if (step === 3 && before.times >= 2) {
    return "Kết quả, nguyên nhân chậm và thời gian hoàn thành gửi về Văn phòng trước ngày …/…/…; nhiệm vụ tiếp tục chậm sẽ được báo cáo lãnh đạo xem xét.";
  }
  return step === 3
    ? "Kết quả, nguyên nhân chậm và thời gian hoàn thành gửi về Văn phòng trước ngày …/…/… để tổng hợp, báo cáo lãnh đạo."
    : "Kết quả gửi về Văn phòng trước ngày …/…/… để tổng hợp.";
}

function overdueLine(one: UrgedTask): string {
  return `- ${name(one.task)} (hạn ${dueWords(one)}, chậm ${one.status.daysLate} ngày).`;
}

/** "31/3/2024, phụ lục ghi “Quý I”"; a missed milestone is the day that is late. */
function dueWords({ task, status }: UrgedTask): string {
  const day = showDate(status.missedMilestone ?? status.due ?? "9999-12-31");
  const text = task.deadlineText.trim();
  return text === "" || parseVietnameseDate(text) === status.due || status.missedMilestone !== null
    ? day
    : `${day}, phụ lục ghi “${text}”`;
}

function name(task: Task): string {
  return `${numberOf(task)}${task.title}`;
}

function numberOf(task: Task): string {
  return task.number === "" ? "" : `${task.number} `;
}

function written(task: Task): string {
  if (task.deadlineText === "") return "";
  return task.dueKind === "unclear"
    ? ` (phụ lục ghi “${task.deadlineText}”, chưa rõ thời hạn)`
    : ` (${task.deadlineText})`;
}
