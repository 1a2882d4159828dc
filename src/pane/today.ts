import { isoDate, parseIsoDate, type IsoDate } from "../deadline";

/** Today by the clock and the time zone of the machine. */
export function localToday(): IsoDate {
  const now = new Date();
  return (
    isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? now.toISOString().slice(0, 10)
  );
}

/** The clock of a page that may be told which day is today (yyyy-mm-dd), to show how things stood then. */
export function clockFor(day: string | null): () => IsoDate {
  const told = parseIsoDate(day ?? "");
  return told ? () => told : localToday;
}
