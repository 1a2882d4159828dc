import { addWorkingDays, daysOff, type DaysOffSource } from "./days-off";
import { addDays, daysInMonth, isoDate, type IsoDate } from "./iso-date";
import type { Deadline } from "./types";

/**
 * Turns "10 ngày làm việc sau khi …" into a date, once the officer has given the day of the event.
 * The event's own day is not counted. Any other kind of deadline comes back unchanged.
 * When working days run through a year without a list of days off, `rule` is "relative-without-days-off".
 * @param anchor the day of the event
 * @param source the days off to skip, when working days are counted
 */
export function resolveRelative(
  deadline: Deadline,
  anchor: IsoDate,
  source: DaysOffSource = daysOff,
): Deadline {
  if (deadline.kind !== "relative" || !deadline.relative) return deadline;
  const { count, unit, event, beforeEvent } = deadline.relative;
  const signed = beforeEvent ? -count : count;
  let due: IsoDate;
  let certain = true;
  switch (unit) {
    case "working-day": {
      const found = addWorkingDays(anchor, signed, source);
      due = found.date;
      certain = found.certain;
      break;
    }
    case "day":
      due = addDays(anchor, signed);
      break;
    case "week":
      due = addDays(anchor, signed * 7);
      break;
    case "month":
      due = addMonths(anchor, signed);
      break;
    case "year":
      due = addMonths(anchor, signed * 12);
      break;
    case null:
      // Hours: the day in which the last of them falls.
      due = addDays(anchor, Math.sign(signed) * Math.ceil(count / 24));
      break;
  }
  return {
    ...deadline,
    kind: "dated",
    due,
    rule: certain ? "relative-resolved" : "relative-without-days-off",
    evidence: [
      { part: "start", words: event || deadline.text },
      { part: "due", words: deadline.text },
    ],
    start: null,
    doubt: null,
  };
}

/** The same day so many months later, or the last day of a shorter month. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const place = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(place / 12);
  const month = (place % 12) + 1;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return isoDate(year, month, day) ?? date;
}
