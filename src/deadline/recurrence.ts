import type { Entry } from "./entries";
import { finest } from "./families/recurring";
import type { DayOfPeriod, Item } from "./items";
import type { Frequency, Recurrence } from "./types";

export interface Repeated {
  readonly every: Frequency;
  readonly recurrence: Recurrence;
  /** The entries that name days of the repetition, no dates of their own. */
  readonly attached: ReadonlySet<Entry>;
  /** A day stands beside the frequency that does not fit into its periods. */
  readonly misfit: boolean;
}

const MONTHS: Readonly<Record<Frequency, number>> = {
  day: 0,
  week: 0,
  month: 1,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

/** What the frequencies of a cell say together, with the days that stand beside them; null without any. */
export function repeatedOf(
  items: readonly Item[],
  entries: readonly Entry[],
  planYear: number | null,
): Repeated | null {
  const all = items.flatMap((found) => (found.type === "frequency" ? [found.every] : []));
  const every = finest(all);
  if (!every) return null;
  const attached = new Set<Entry>();
  const days: { month: number; day: number }[] = [];
  let before = false;
  let misfit = false;
  for (const entry of entries) {
    const own = entry.moment.year ?? entry.from?.year ?? null;
    if (!isBeside(items, entry)) continue;
    if (entry.moment.unit === "year") {
      // "hằng tháng trong năm 2026" is as open as "thường xuyên trong năm".
      const bound = own === null || (own === planYear && entry.from === null);
      if (bound && entry.tie !== "list" && entry.prefix !== "from" && entry.prefix !== "by")
        attached.add(entry);
      continue;
    }
    if (own !== null || entry.prefix === "from" || entry.prefix === "after") continue;
    attached.add(entry);
    before ||= entry.prefix === "before" && !entry.hour;
    const day = dayIn(entry, every);
    if (day) days.push(day);
    else misfit = true;
  }
  for (const found of items) {
    const anchored =
      found.type === "frequency" || found.type === "bare-unit" ? found.anchored : null;
    if (anchored) days.push(anchorIn(anchored, every));
    if (
      found.type === "frequency" &&
      found.anchored &&
      items.some(
        (one) => one.type === "prefix" && one.prefix === "before" && one.end === found.first,
      )
    ) {
      before = true;
    }
  }
  const weekdays = items.flatMap((found) => (found.type === "weekday" ? [found.weekday] : []));
  return { every, recurrence: { every, weekdays, days, before }, attached, misfit };
}

function anchorIn(anchored: DayOfPeriod, every: Frequency): { month: number; day: number } {
  const day = anchored.day === "last" ? 0 : anchored.day;
  const length = Math.max(1, MONTHS[every]);
  return { month: anchored.month === "first" ? 1 : length, day };
}

/** The day of an entry inside the frequency's period; null when it does not fit. */
function dayIn(entry: Entry, every: Frequency): { month: number; day: number } | null {
  const { moment } = entry;
  const at = entry.prefix === "before" && !entry.hour ? moment.from : moment.to;
  if (every === "month") return at.month === 0 ? { month: 1, day: at.day } : null;
  if (every === "year") return at.month === 0 ? null : { month: at.month, day: at.day };
  return null;
}

/** Only joints, prefixes and harmless words stand between the entry and a frequency. */
function isBeside(items: readonly Item[], entry: Entry): boolean {
  const place = items.findIndex(
    (found) => found.type === "time" && found.end >= entry.end && found.first < entry.end,
  );
  if (place < 0) return false;
  const openDay = entry.moment.from.month === 0;
  for (const step of [1, -1]) {
    for (let at = place + step; at >= 0 && at < items.length; at += step) {
      const found = items[at];
      if (!found) break;
      if (found.type === "frequency") return true;
      const passes =
        found.type === "list" ||
        found.type === "prefix" ||
        found.type === "time" ||
        found.type === "hour" ||
        found.type === "to" ||
        found.type === "dash" ||
        found.type === "weekday" ||
        found.type === "bare-unit" ||
        found.type === "harmless" ||
        (found.type === "stop" && openDay);
      if (!passes) break;
    }
  }
  return false;
}
