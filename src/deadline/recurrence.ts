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
  const places = new Map(items.map((found, place) => [found.end, place]));
  const days: { month: number; day: number }[] = [];
  let before = false;
  let misfit = false;
  for (const entry of entries) {
    const own = entry.moment.year ?? entry.from?.year ?? null;
    if (!isBeside(items, places, entry)) continue;
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
    if (day && !entry.unsure) days.push(day);
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
  const weekdays = weekdaysOf(items);
  return { every, recurrence: { every, weekdays, days, before }, attached, misfit };
}

/** "thứ 2, thứ 5" are two days, "từ thứ 2 đến thứ 6" are five. */
function weekdaysOf(items: readonly Item[]): number[] {
  const found: number[] = [];
  items.forEach((one, at) => {
    if (one.type !== "weekday") return;
    const joint = items[at - 1]?.type;
    const from = found.at(-1);
    if ((joint === "to" || joint === "dash") && from !== undefined) {
      for (let day = from + 1; day < (one.weekday || 7); day += 1) found.push(day);
    }
    found.push(one.weekday);
  });
  return found;
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
function isBeside(
  items: readonly Item[],
  places: ReadonlyMap<number, number>,
  entry: Entry,
): boolean {
  const place = places.get(entry.end);
  if (place === undefined) return false;
  const openDay = entry.moment.from.month === 0;
  for (const step of [1, -1]) {
    for (let reach = 1; reach <= REACH; reach += 1) {
      const found = items[place + step * reach];
      if (found?.type === "frequency") return true;
      if (!found || !(PASSED.has(found.type) || (found.type === "stop" && openDay))) break;
    }
  }
  return false;
}

/** How many phrases away a frequency may stand from the days that it repeats. */
const REACH = 16;
const PASSED: ReadonlySet<Item["type"]> = new Set<Item["type"]>([
  "list",
  "prefix",
  "time",
  "hour",
  "to",
  "dash",
  "weekday",
  "bare-unit",
  "harmless",
]);
