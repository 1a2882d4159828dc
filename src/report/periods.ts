import {
  addDays,
  daysBetween,
  isoDate,
  reportingPeriod,
  type IsoDate,
  type Period,
} from "../deadline";

/** First day of "lũy kế từ đầu năm": of the reporting year, or 1/1 for a period of the officer's own. */
export function yearStartOf(period: Period): IsoDate {
  if (period.kind !== "custom") return reportingPeriod("year", period.year).from;
  const january = isoDate(period.year, 1, 1) ?? period.from;
  return period.from < january ? period.from : january;
}

/** Last day of the period that follows: what falls due until then is "đến hạn kỳ tới". */
export function nextPeriodEnd(period: Period): IsoDate {
  const { kind, year, number } = period;
  switch (kind) {
    case "month":
      return number === 12
        ? reportingPeriod("month", year + 1, 1).to
        : reportingPeriod("month", year, number + 1).to;
    case "quarter":
      return number === 4
        ? reportingPeriod("quarter", year + 1, 1).to
        : reportingPeriod("quarter", year, number + 1).to;
    case "first-half":
    case "nine-months":
      return reportingPeriod("year", year).to;
    case "last-half":
    case "year":
      return reportingPeriod("first-half", year + 1).to;
    case "custom":
      return addDays(period.to, daysBetween(period.from, period.to) + 1);
  }
}

/**
 * The period whose report this one is set against: of the year, nine months and the last half the first
 * half; of a month or quarter the one before; of the first half and a period of the officer's own none.
 */
export function previousPeriod({ kind, year, number }: Period): Period | null {
  switch (kind) {
    case "year":
    case "nine-months":
    case "last-half":
      return reportingPeriod("first-half", year);
    case "quarter":
    case "month": {
      const last = kind === "month" ? 12 : 4;
      return number === 1
        ? reportingPeriod(kind, year - 1, last)
        : reportingPeriod(kind, year, number - 1);
    }
    case "first-half":
    case "custom":
      return null;
  }
}

/** The same period of the year before; null for a period of the officer's own. */
export function samePeriodLastYear({ kind, year, number }: Period): Period | null {
  return kind === "custom" ? null : reportingPeriod(kind, year - 1, number);
}

/**
 * Number of a report's native table: one for each period and reader, so that making the same report
 * again finds its table. 1–12 are months, 21–24 quarters, 31 and 32 halves, 33 nine months, 40 the year.
 */
export function periodNumber(period: Period): string {
  if (period.kind === "custom") {
    return `${period.from.slice(2).replaceAll("-", "")}${period.to.slice(2).replaceAll("-", "")}`;
  }
  const codes = {
    month: period.number,
    quarter: 20 + period.number,
    "first-half": 31,
    "last-half": 32,
    "nine-months": 33,
    year: 40,
  };
  return `${period.year}${String(codes[period.kind]).padStart(2, "0")}`;
}
