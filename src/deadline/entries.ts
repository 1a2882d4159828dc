import type { Item, Moment, Prefix } from "./items";

/** One time of the cell: a moment with how it was introduced, and what ties it to the one before. */
export interface Entry {
  readonly moment: Moment;
  /** The moment that the entry begins with, when it is a range. */
  readonly from: Moment | null;
  readonly prefix: Prefix;
  /**
   * "list": only a comma, "và" or a line between this and the entry before; "words": words between;
   * "touching": nothing at all between, which no one writes for two deadlines.
   */
  readonly tie: "none" | "list" | "words" | "touching" | "or";
  /** "17 giờ ngày 20/6": the day itself is still in time. */
  readonly hour: boolean;
  readonly weak: boolean;
  /** A prefix word stands before it in the text, not one carried over from the entry before. */
  readonly ownPrefix: boolean;
  /** Tokens. */
  readonly first: number;
  readonly end: number;
  /** Number of its clause, counted by full stops and semicolons. */
  readonly clause: number;
  /** Mixed joint that only the officer can settle ("Quý I-6/2026"). */
  readonly unsure: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Gathers the times of scanned items in order, with prefixes and joints applied. */
export function gatherEntries(items: readonly Item[], lineAt: (token: number) => boolean): Entry[] {
  const entries: Mutable<Entry>[] = [];
  let prefix: Prefix = null;
  let prefixFirst = -1;
  let tie: Entry["tie"] = "none";
  let hour = false;
  let clause = 0;
  /** The token after the last semicolon. */
  let listed = -1;
  let range: "to" | "dash" | null = null;
  for (const found of items) {
    const opens =
      found.type === "time" ||
      found.type === "prefix" ||
      (found.type === "dash" && items[0]?.type === "dash");
    if (opens && lineAt(found.first) && tie === "touching") tie = "list";
    switch (found.type) {
      case "prefix":
        // "chậm nhất trước ngày …", "đến trước ngày …": the day before counts.
        if (prefix === null || found.prefix === "before" || prefix === "within")
          prefix = found.prefix;
        if (prefixFirst < 0) prefixFirst = found.first;
        break;
      case "hour":
        hour = true;
        break;
      case "to":
      case "dash":
        if (entries.length > 0 && tie === "touching" && prefix === null) {
          range = found.type;
          const open = entries.at(-1);
          // A dash at the head of a line may be a bullet.
          if (open && found.type === "dash" && lineAt(found.first)) open.unsure = true;
        } else if (found.type === "to") {
          const open = entries.at(-1);
          if (open?.prefix === "from" && open.from === null && tie !== "none") range = "to";
          prefix ??= "by";
          if (prefixFirst < 0) prefixFirst = found.first;
        } else if (tie === "touching") tie = "list";
        break;
      case "list":
        if (prefix === null) {
          if (found.or) tie = entries.length > 0 ? "or" : tie;
          else if (tie === "touching") tie = "list";
        }
        break;
      case "stop":
        if (tie === "touching") tie = "list";
        clause += 1;
        listed = found.lists ? found.end : -1;
        prefix = null;
        prefixFirst = -1;
        hour = false;
        range = null;
        break;
      case "time": {
        const before = entries.at(-1);
        const own = prefix;
        if (range && before && before.from === null) {
          if (found.moments.length === 1 || found.join === "list") {
            const [head, ...rest] = found.moments;
            if (head)
              joinRange(
                before,
                head,
                range,
                own,
                found.end,
                rest.length > 0 || found.weak === true,
              );
          } else before.unsure = true;
          range = null;
          tie = "touching";
          prefix = null;
          prefixFirst = -1;
          hour = false;
          break;
        }
        const near =
          before?.clause === clause || (listed === found.first && before?.clause === clause - 1);
        const carried: Prefix =
          own === null && tie === "list" && before?.prefix === "before" && near ? "before" : null;
        const used = own ?? carried;
        const first = prefixFirst >= 0 ? prefixFirst : found.first;
        const mixed =
          (used === "before" && found.join !== null) ||
          (carried !== null && before?.moment.unit !== found.moments[0]?.unit);
        const ranged = found.join === "range";
        const from = ranged ? (found.moments[0] ?? null) : null;
        for (let place = ranged ? 1 : 0; place < found.moments.length; place += 1) {
          const moment = found.moments[place];
          if (!moment) continue;
          const leads = ranged || place === 0;
          // Written out field by field: this runs for every date of every cell.
          entries.push({
            moment,
            from,
            prefix: used,
            tie: leads ? tie : "list",
            hour,
            weak: found.weak === true && own === null,
            ownPrefix: own !== null && leads,
            first,
            end: found.end,
            clause,
            unsure: mixed && (ranged || moment.unit !== "day"),
          });
        }
        tie = "touching";
        prefix = null;
        prefixFirst = -1;
        hour = false;
        break;
      }
      case "harmless":
        break;
      case "condition":
      case "relative":
      case "frequency":
      case "weekday":
      case "ongoing":
      case "onward":
      case "quantity":
      case "none":
      case "bare-unit":
      case "broken":
      case "other":
        if (tie !== "none") tie = "words";
        if (found.type !== "other" || prefix !== "from") {
          prefix = null;
          prefixFirst = -1;
          hour = false;
        }
        if (range === "dash") range = null;
        break;
    }
  }
  return entries;
}

function joinRange(
  before: Mutable<Entry>,
  head: Moment,
  joint: "to" | "dash",
  prefix: Prefix,
  end: number,
  more: boolean,
): void {
  const from = before.moment;
  before.from = from;
  before.moment = head;
  before.end = end;
  const mixed = from.unit !== head.unit && joint === "dash";
  before.unsure ||= more || mixed || (prefix !== null && prefix !== "by" && prefix !== "before");
  before.prefix = prefix === "before" ? "before" : before.prefix === "from" ? null : before.prefix;
}
