import { isoDate, toSerial, type IsoDate, type Period } from "../deadline";
import {
  countedDays,
  type ResultEntry,
  type StatusSettings,
  type TaskClass,
  type TaskStatus,
  type Tracking,
} from "../task";
import { countStatuses, latenessBands } from "./counts";
import { entryIsWithin, NO_LEAD, NO_SECTION, type ReportDays } from "./lines";
import type {
  Breakdown,
  Comparison,
  EarlierReport,
  EarlierReports,
  Figures,
  LineChange,
  LineGroup,
  MeasureTotal,
  ReportLine,
  UnitLateness,
} from "./types";

/** Label of the tasks without a due day in the figures by month and quarter. */
const NO_DUE_DAY = "Không có thời hạn";
/** Label of the tasks that no content or form was chosen for. */
export const NOT_SORTED = "Chưa phân loại";

const ROMAN = ["I", "II", "III", "IV"];

/** All figures of a report from its lines; `entries` are the entries of the tasks on them. */
export function makeFigures(
  tracking: Tracking,
  lines: readonly ReportLine[],
  days: ReportDays,
  period: Period,
  { earlier = null, sameLastYear = null }: EarlierReports,
  tellsAfterCutOff = false,
): Figures {
  const entries = tracking.entries;
  const unitOrder = tracking.units.map((unit) => unit.name);
  const adjusted = lines.some((line) => line.task.adjustedDue !== null);
  const open = lines.filter((line) => line.status.class === "open-no-deadline");
  return {
    all: countStatuses(lines.map((line) => line.status)),
    original: adjusted ? countStatuses(lines.map((line) => line.originalStatus)) : null,
    byLead: inOrder(
      breakdown(lines, (line) => [line.lead]),
      unitOrder,
      NO_LEAD,
    ),
    byCoordinating: inOrder(
      breakdown(lines, (line) => line.task.supports),
      unitOrder,
      NO_LEAD,
    ),
    bySection: inOrder(
      breakdown(lines, (line) => [line.section]),
      [],
      NO_SECTION,
    ),
    byContent: inOrder(
      breakdown(lines, (line) => orNotSorted(line.task.contents)),
      [],
      NOT_SORTED,
    ),
    byForm: inOrder(
      breakdown(lines, (line) => orNotSorted(line.task.forms)),
      [],
      NOT_SORTED,
    ),
    byMonth: byDue(lines, monthOf),
    byQuarter: byDue(lines, quarterOf),
    overdueDays: latenessBands(daysLate(lines, "open-overdue")),
    doneLateDays: latenessBands(daysLate(lines, "done-late")),
    measures: measureTotals(entries, lines, days),
    entriesInPeriod: lines.reduce((sum, line) => sum + line.entries.length, 0),
    undatedEntries: undated(entries, lines),
    noDeadlineWithResult: open.filter((line) => line.entries.length > 0).length,
    noDeadlineWithoutResult: open.filter((line) => line.entries.length === 0).length,
    groups: countGroups(lines),
    unclear: lines.filter((line) => line.task.dueKind === "unclear").length,
    extended: lines.filter((line) => line.task.adjustedDue !== null).length,
    repeatedlyLate: repeatedlyLate(lines),
    comparison: earlier === null ? null : compare(lines, earlier),
    sameLastYear: sameLastYear === null ? null : compare(lines, sameLastYear),
    ...yearEnd(lines, period),
    afterCutOff:
      tellsAfterCutOff && period.kind === "year"
        ? finishedAfter(lines, period, tracking.settings)
        : null,
  };
}

/** First and last day of a key of byMonth ("2024-03") or byQuarter ("2024-Q1"); null for the rest. */
export function daysOfKey(key: string): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const month = /^(\d{4})-(\d{2})$/.exec(key);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  const year = Number(month?.[1] ?? quarter?.[1]);
  const first = month ? Number(month[2]) : quarter ? Number(quarter[2]) * 3 - 2 : 0;
  const last = month ? first : first + 2;
  const from = isoDate(year, first, 1);
  const to = isoDate(year, last, new Date(Date.UTC(year, last, 0)).getUTCDate());
  return from && to ? { from, to } : null;
}

function breakdown(
  lines: readonly ReportLine[],
  labelsOf: (line: ReportLine) => readonly string[],
): readonly Breakdown[] {
  const groups = new Map<string, { label: string; statuses: TaskStatus[] }>();
  for (const line of lines) {
    // COUNTIFS takes "Phòng A" and "phòng a" for the same words, so the engine does too.
    for (const [key, label] of new Map(
      labelsOf(line).map((text) => [text.toLowerCase(), text] as const),
    )) {
      const group = groups.get(key);
      if (group) group.statuses.push(line.status);
      else groups.set(key, { label, statuses: [line.status] });
    }
  }
  return [...groups.values()].map(({ label, statuses }) => ({
    key: label,
    label,
    counts: countStatuses(statuses),
  }));
}

/** Known labels in their order, then the others as they came, the catch-all last. */
function inOrder(
  parts: readonly Breakdown[],
  order: readonly string[],
  last: string,
): readonly Breakdown[] {
  const rank = new Map(order.map((label, index) => [label.toLowerCase(), index]));
  const place = (part: Breakdown) =>
    part.label === last
      ? Number.POSITIVE_INFINITY
      : (rank.get(part.label.toLowerCase()) ?? order.length);
  return parts
    .map((part, index) => ({ part, index, place: place(part) }))
    .sort((one, other) =>
      one.place === other.place ? one.index - other.index : one.place - other.place,
    )
    .map(({ part }) => part);
}

function orNotSorted(labels: readonly string[]): readonly string[] {
  return labels.length === 0 ? [NOT_SORTED] : labels;
}

function monthOf(due: IsoDate): { key: string; label: string } {
  return { key: due.slice(0, 7), label: `Tháng ${Number(due.slice(5, 7))}/${due.slice(0, 4)}` };
}

function quarterOf(due: IsoDate): { key: string; label: string } {
  const quarter = Math.ceil(Number(due.slice(5, 7)) / 3);
  const year = due.slice(0, 4);
  return { key: `${year}-Q${quarter}`, label: `Quý ${ROMAN[quarter - 1] ?? ""}/${year}` };
}

function byDue(
  lines: readonly ReportLine[],
  partOf: (due: IsoDate) => { key: string; label: string },
): readonly Breakdown[] {
  const groups = new Map<string, { label: string; statuses: TaskStatus[] }>();
  for (const line of lines) {
    const { key, label } =
      line.status.due === null ? { key: NO_DUE_DAY, label: NO_DUE_DAY } : partOf(line.status.due);
    const group = groups.get(key);
    if (group) group.statuses.push(line.status);
    else groups.set(key, { label, statuses: [line.status] });
  }
  return [...groups]
    .sort(([one], [other]) => {
      if (one === other) return 0;
      if (one === NO_DUE_DAY) return 1;
      if (other === NO_DUE_DAY) return -1;
      return one < other ? -1 : 1;
    })
    .map(([key, { label, statuses }]) => ({ key, label, counts: countStatuses(statuses) }));
}

function daysLate(lines: readonly ReportLine[], of: TaskStatus["class"]): readonly number[] {
  return lines.filter((line) => line.status.class === of).map((line) => line.status.daysLate);
}

function codesOf(lines: readonly ReportLine[]): ReadonlySet<string> {
  return new Set(lines.map((line) => line.task.code));
}

function measureTotals(
  entries: readonly ResultEntry[],
  lines: readonly ReportLine[],
  days: ReportDays,
): readonly MeasureTotal[] {
  const codes = codesOf(lines);
  const totals = new Map<string, { measure: string; inPeriod: number; toDate: number }>();
  for (const entry of entries) {
    if (entry.quantity === null || entry.measure === "" || !codes.has(entry.code)) continue;
    const inPeriod = entryIsWithin(entry, days.from, days.asOf);
    const toDate = entryIsWithin(entry, days.yearStart, days.asOf);
    if (!inPeriod && !toDate) continue;
    const key = entry.measure.toLowerCase();
    const total = totals.get(key) ?? { measure: entry.measure, inPeriod: 0, toDate: 0 };
    if (inPeriod) total.inPeriod += entry.quantity;
    if (toDate) total.toDate += entry.quantity;
    totals.set(key, total);
  }
  return [...totals.values()];
}

function undated(entries: readonly ResultEntry[], lines: readonly ReportLine[]): number {
  const codes = codesOf(lines);
  return entries.filter((entry) => entry.date === null && codes.has(entry.code)).length;
}

function countGroups(lines: readonly ReportLine[]): Readonly<Record<LineGroup, number>> {
  const counts: Record<LineGroup, number> = {
    "done-in-period": 0,
    "done-before": 0,
    "done-unknown-date": 0,
    overdue: 0,
    "due-in-period": 0,
    "due-next-period": 0,
    "due-later": 0,
    "no-deadline-with-result": 0,
    "no-deadline-without-result": 0,
    "unclear-deadline": 0,
    cancelled: 0,
    invalid: 0,
  };
  for (const line of lines) counts[line.group] += 1;
  return counts;
}

/** Units late with two tasks or more, the worst first: leaders read "đơn vị nhiều lần chậm". */
function repeatedlyLate(lines: readonly ReportLine[]): readonly UnitLateness[] {
  const units = new Map<string, { unit: string; overdue: number; doneLate: number }>();
  for (const { lead, status } of lines) {
    if (status.class !== "open-overdue" && status.class !== "done-late") continue;
    const unit = units.get(lead) ?? { unit: lead, overdue: 0, doneLate: 0 };
    if (status.class === "open-overdue") unit.overdue += 1;
    else unit.doneLate += 1;
    units.set(lead, unit);
  }
  return [...units.values()]
    .filter((unit) => unit.unit !== NO_LEAD && unit.overdue + unit.doneLate >= 2)
    .sort(
      (one, other) =>
        other.overdue + other.doneLate - (one.overdue + one.doneLate) ||
        other.overdue - one.overdue,
    );
}

function compare(lines: readonly ReportLine[], earlier: EarlierReport): Comparison {
  const before = earlier.classes;
  const codes = (keep: (line: ReportLine, was: TaskClass | undefined) => boolean) =>
    lines.filter((line) => keep(line, before[line.task.code])).map((line) => line.task.code);
  const changes = Object.fromEntries(
    lines.map((line) => [line.task.code, changeOf(line.status.class, before[line.task.code])]),
  );
  return {
    earlier,
    counts: countStatuses(Object.values(before).map((name) => ({ class: name, dueSoon: false }))),
    changes,
    doneSince: codes((line) => changes[line.task.code] === "done-since"),
    newlyOverdue: codes((line) => changes[line.task.code] === "newly-overdue"),
    stillOverdue: codes((line) => changes[line.task.code] === "still-overdue"),
    noLongerOverdue: codes(
      (line, was) => was === "open-overdue" && line.status.class !== "open-overdue",
    ),
    added: codes((_line, was) => was === undefined),
    moved: codes((line) => {
      const was = earlier.texts?.[line.task.code];
      if (!was) return earlier.texts === undefined && line.task.adjustedDue !== null;
      const { due } = line.status;
      return was.due !== (due === null ? "–" : toSerial(due));
    }),
    edited: codes((line) => {
      const was = earlier.texts?.[line.task.code];
      return was !== undefined && was.title !== line.task.title;
    }),
  };
}

function changeOf(now: TaskClass, before: TaskClass | undefined): LineChange {
  if (now === "open-overdue") {
    return before === "open-overdue" ? "still-overdue" : "newly-overdue";
  }
  return now.startsWith("done") && !(before?.startsWith("done") ?? false) ? "done-since" : "none";
}

/** Codes of the tasks finished after the cut-off and by 31/12: they would fall between two reports. */
function finishedAfter(
  lines: readonly ReportLine[],
  period: Period,
  settings: StatusSettings,
): readonly string[] {
  return lines
    .filter(({ task, status }) => {
      const { finish } = countedDays(task, settings);
      return status.class !== "invalid" && finish > period.to && finish <= `${period.year}-12-31`;
    })
    .map(({ task }) => task.code);
}

/** Only the report of the year looks over the days between its cut-off and 31/12. */
function yearEnd(
  lines: readonly ReportLine[],
  period: Period,
): Pick<Figures, "expectedByYearEnd" | "carriedOver"> {
  if (period.kind !== "year") return { expectedByYearEnd: 0, carriedOver: 0 };
  const lastDay = `${period.year}-12-31`;
  const inTime = lines.filter((line) => line.status.class === "open-in-time");
  const expected = inTime.filter((line) => (line.status.due ?? "9999") <= lastDay).length;
  const overdue = lines.filter((line) => line.status.class === "open-overdue").length;
  return { expectedByYearEnd: expected, carriedOver: overdue + inTime.length - expected };
}
