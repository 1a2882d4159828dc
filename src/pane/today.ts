import { isoDate, type IsoDate } from "../deadline";

/** Today by the clock and the time zone of the machine. */
export function localToday(): IsoDate {
  const now = new Date();
  return (
    isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? now.toISOString().slice(0, 10)
  );
}
