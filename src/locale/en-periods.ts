import type { NamedPeriod } from "./keys";
import { dateWords } from "./show";

/** A reporting period in an English sentence: "the first half of 2024", "14 Jan 2024 to 2 Feb 2024". */
export function periodName({ kind, year, number, from, to }: NamedPeriod): string {
  switch (kind) {
    case "month": {
      const month = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });
      return `${month.format(new Date(Date.UTC(year, number - 1)))} ${year}`;
    }
    case "quarter":
      return `quarter ${number} of ${year}`;
    case "first-half":
      return `the first half of ${year}`;
    case "last-half":
      return `the second half of ${year}`;
    case "nine-months":
      return `the first nine months of ${year}`;
    case "year":
      return `the year ${year}`;
    case "custom":
      return `${dateWords(from, "en")} to ${dateWords(to, "en")}`;
  }
}
