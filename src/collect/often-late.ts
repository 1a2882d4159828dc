import { showDate, type IsoDate } from "../deadline";
import { statusAt, type Tracking } from "../task";
import { comparisonKey } from "../text";
import { assignments } from "./assignments";
import type { Receipt } from "./types";
import type { Urging } from "./urgings";

/** A unit that was late again and again, with what is counted; for the head of the agency. */
export interface OftenLate {
  readonly unit: string;
  /** Tasks that it leads and that are overdue at the day, and the longest delay in days. */
  readonly overdue: number;
  readonly longest: number;
  /** Tasks that it finished after their day. */
  readonly doneLate: number;
  /** Reports sent late, or not sent on a day when they were due. */
  readonly lateReports: number;
  /** Days on which it was urged about something overdue. */
  readonly urged: number;
}

/** From so many times on a unit counts as late again and again. */
const AGAIN_AND_AGAIN = 2;

/**
 * Units that were late at least twice up to a day, over their tasks and their reports, or that were urged about overdue
 * tasks at least twice; those with most first. A task given to a group counts for none of its units.
 */
export function oftenLate(
  tracking: Tracking,
  books: { readonly receipts: readonly Receipt[]; readonly urgings: readonly Urging[] },
  asOf: IsoDate,
): OftenLate[] {
  const counts = new Map<string, { -readonly [Key in keyof OftenLate]: OftenLate[Key] }>();
  const of = (unit: string) => {
    const key = comparisonKey(unit);
    const found = counts.get(key) ?? {
      unit,
      overdue: 0,
      longest: 0,
      doneLate: 0,
      lateReports: 0,
      urged: 0,
    };
    counts.set(key, found);
    return found;
  };
  const assignedTo = assignments(tracking);
  for (const task of tracking.tasks) {
    const { leads } = assignedTo(task);
    const unit = task.leads[0] ?? (leads.length === 1 ? leads[0] : undefined);
    if (unit === undefined) continue;
    const status = statusAt(task, asOf, tracking.settings);
    if (status.class === "open-overdue") {
      const found = of(unit);
      found.overdue += 1;
      found.longest = Math.max(found.longest, status.daysLate);
    } else if (status.class === "done-late") of(unit).doneLate += 1;
  }
  for (const receipt of books.receipts) {
    const by = receipt.newDate ?? receipt.sendBy;
    if (by !== null && by < asOf && (receipt.received ?? asOf) > by)
      of(receipt.unit).lateReports += 1;
  }
  const days = new Set<string>();
  for (const { unit, date, overdue } of books.urgings) {
    const key = `${comparisonKey(unit)}|${date}`;
    if (date > asOf || overdue === 0 || days.has(key)) continue;
    days.add(key);
    of(unit).urged += 1;
  }
  const times = ({ overdue, doneLate, lateReports }: OftenLate) => overdue + doneLate + lateReports;
  return [...counts.values()]
    .filter((unit) => times(unit) >= AGAIN_AND_AGAIN || unit.urged >= AGAIN_AND_AGAIN)
    .sort(
      (one, other) =>
        times(other) - times(one) ||
        other.urged - one.urged ||
        one.unit.localeCompare(other.unit, "vi"),
    );
}

/** The list as text for a note to the head of the agency; "" when no unit is on it. */
export function oftenLateText(units: readonly OftenLate[], asOf: IsoDate): string {
  if (units.length === 0) return "";
  const lines = units.map((unit, index) => {
    const parts = [
      ...(unit.overdue > 0
        ? [`${unit.overdue} nhiệm vụ đang quá hạn (chậm nhất ${unit.longest} ngày)`]
        : []),
      ...(unit.doneLate > 0 ? [`${unit.doneLate} nhiệm vụ hoàn thành quá hạn`] : []),
      ...(unit.lateReports > 0 ? [`${unit.lateReports} lần gửi báo cáo chậm hoặc chưa gửi`] : []),
      ...(unit.urged > 0 ? [`đã đôn đốc ${unit.urged} lần`] : []),
    ];
    return `${index + 1}. ${unit.unit}: ${parts.join("; ")}.`;
  });
  return [`Các đơn vị nhiều lần chậm (số liệu đến ngày ${showDate(asOf)}):`, ...lines].join("\n");
}
