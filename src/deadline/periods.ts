import { addDays, isoDate, showDate, type IsoDate } from "./iso-date";

export type PeriodKind =
  "month" | "quarter" | "first-half" | "last-half" | "nine-months" | "year" | "custom";

/** A reporting period: both days belong to it, the last one is the cut-off (chốt số liệu). */
export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  /** 1–12 for a month, 1–4 for a quarter, else 0. */
  readonly number: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** "6 tháng đầu năm 2024". */
  readonly name: string;
  /** For sheet names: "6 tháng 2024". */
  readonly shortName: string;
}

/**
 * The period of a report by Nghị định 09/2019/NĐ-CP, Điều 12, and công văn 581/BNV-CCHC:
 * from the 15th of the month before to the 14th of the last month. A suggestion for the officer to
 * confirm, since each year's letter may set other days.
 * `number` is the month or the quarter; throws RangeError when it is not one.
 */
export function reportingPeriod(
  kind: Exclude<PeriodKind, "custom">,
  year: number,
  number = 0,
): Period {
  switch (kind) {
    case "month":
      return period(
        kind,
        year,
        number,
        number,
        number,
        `tháng ${number}/${year}`,
        `tháng ${number}.${year}`,
      );
    case "quarter":
      return period(
        kind,
        year,
        number,
        number * 3 - 2,
        number * 3,
        `quý ${ROMAN[number] ?? "?"} năm ${year}`,
        `quý ${ROMAN[number] ?? "?"} ${year}`,
      );
    case "first-half":
      return period(kind, year, 0, 1, 6, `6 tháng đầu năm ${year}`, `6 tháng ${year}`);
    case "last-half":
      return period(kind, year, 0, 7, 12, `6 tháng cuối năm ${year}`, `6 tháng cuối ${year}`);
    case "nine-months":
      return period(kind, year, 0, 1, 9, `9 tháng đầu năm ${year}`, `9 tháng ${year}`);
    case "year":
      return period(kind, year, 0, 1, 12, `năm ${year}`, `năm ${year}`);
  }
}

/** A period of the officer's own (báo cáo đột xuất); null when the first day is after the last. */
export function customPeriod(from: IsoDate, to: IsoDate): Period | null {
  if (from > to) return null;
  const short = (date: IsoDate) => date.slice(8) + "." + date.slice(5, 7);
  return {
    kind: "custom",
    year: Number(to.slice(0, 4)),
    number: 0,
    from,
    to,
    name: `từ ngày ${showDate(from)} đến ngày ${showDate(to)}`,
    shortName: `${short(from)}-${short(to)}.${to.slice(0, 4)}`,
  };
}

const ROMAN: Readonly<Record<number, string>> = { 1: "I", 2: "II", 3: "III", 4: "IV" };

function period(
  kind: PeriodKind,
  year: number,
  number: number,
  firstMonth: number,
  lastMonth: number,
  name: string,
  shortName: string,
): Period {
  const to = isoDate(year, lastMonth, 14);
  const before = firstMonth === 1 ? isoDate(year - 1, 12, 14) : isoDate(year, firstMonth - 1, 14);
  if (!to || !before) throw new RangeError(`No such period: ${kind} ${number}/${year}`);
  return { kind, year, number, from: addDays(before, 1), to, name, shortName };
}
