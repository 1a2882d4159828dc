import type { ColumnContent } from "./content";
import { announcesTimes, headerPeriod, type Period } from "./schedule";

/** What a set of columns for months, quarters or years beside each other holds. */
export interface Schedule {
  /** Places of its columns in the list that was given. */
  readonly columns: readonly number[];
  /** "times": when each task is due; "figures": numbers by period; "follow-up": notes by period. */
  readonly holds: "times" | "figures" | "follow-up";
  /** Whether that is certain, or the officer has to be asked. */
  readonly sure: boolean;
}

/**
 * Finds columns that stand for one period each ("Quý I" to "Quý IV", 1 to 12 under "Tháng"): marked or dated they
 * are one deadline together, unless another column gives the deadlines.
 */
export function findSchedules(
  columns: readonly { readonly words: string; readonly content: ColumnContent }[],
  hasDeadline: boolean,
): readonly Schedule[] {
  const groups = new Map<string, number[]>();
  columns.forEach(({ words }, index) => {
    const period = headerPeriod(words);
    if (!period) return;
    const key = `${period.unit}:${outerWords(words).replace(/20\d\d/g, "")}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()]
    .filter((group) =>
      isSeries(group.flatMap((index) => headerPeriod(columns[index]?.words ?? "") ?? [])),
    )
    .map((group) => {
      const members = group.flatMap((index) => columns[index] ?? []);
      return { columns: group, ...judge(members, hasDeadline) };
    });
}

function judge(
  members: readonly { readonly words: string; readonly content: ColumnContent }[],
  hasDeadline: boolean,
): Pick<Schedule, "holds" | "sure"> {
  const announced = announcesTimes(outerWords(members[0]?.words ?? ""));
  const count = (share: (content: ColumnContent) => number) =>
    members.reduce((sum, { content }) => sum + share(content) * content.filled, 0);
  const filled = count(() => 1);
  if (filled === 0) return { holds: announced && !hasDeadline ? "times" : "follow-up", sure: true };
  const timely = count((content) => content.mark + content.time) / filled;
  const figures = count((content) => content.number) / filled;
  if (figures > 0.5)
    return { holds: announced && !hasDeadline ? "times" : "figures", sure: !announced };
  if (hasDeadline) return { holds: "follow-up", sure: true };
  return { holds: announced || timely >= 0.5 ? "times" : "follow-up", sure: true };
}

function isSeries(periods: readonly Period[]): boolean {
  const place = ({ year, ordinal, unit }: Period) =>
    unit === "year" ? ordinal : (year ?? 0) * 100 + ordinal;
  return (
    periods.length >= 2 &&
    periods.every((one, index) => index === 0 || place(one) > place(periods[index - 1] ?? one))
  );
}

function outerWords(words: string): string {
  return words.split(" – ").slice(0, -1).join(" – ");
}
