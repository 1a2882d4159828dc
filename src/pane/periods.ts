import { addDays, reportingPeriod, type IsoDate, type Period } from "../deadline";

/** A report is still being written so many days after its last day. */
const WRITING = 60;

/** The report that is the next to make on a day: the first half until August, then the year. */
export function proposedPeriod(year: number, day: IsoDate): Period {
  const half = reportingPeriod("first-half", year);
  return day <= addDays(half.to, WRITING) ? half : reportingPeriod("year", year);
}
