import { addDays, isoDate, weekday, yearOf, type IsoDate } from "./iso-date";

/** The days off of one year, beside Saturdays and Sundays. */
export interface DaysOff {
  readonly year: number;
  /** False: the year's swaps and lunar days are not known here, only the fixed days are listed. */
  readonly known: boolean;
  /** Weekdays off with their names. */
  readonly off: readonly { readonly date: IsoDate; readonly name: string }[];
  /** Saturdays that are worked in exchange. */
  readonly worked: readonly IsoDate[];
  /** What the list follows. */
  readonly basis: string;
  /** Last day that the list covers; null when it is not known. */
  readonly validTo: IsoDate | null;
}

/** Where the days off of a year come from: the list below, or the officer's own sheet. */
export type DaysOffSource = (year: number) => DaysOff;

const BASIS =
  "Bộ luật Lao động 2019, Điều 112; thông báo hoán đổi ngày làm việc của từng năm (cần đối chiếu)";

type Row = readonly [name: string, ...days: string[]];

const LISTS: Readonly<
  Record<number, { readonly off: readonly Row[]; readonly worked: readonly string[] }>
> = {
  2024: {
    off: [
      ["Tết Dương lịch", "01-01"],
      ["Tết Nguyên đán", "02-08", "02-09", "02-12", "02-13", "02-14"],
      ["Giỗ Tổ Hùng Vương", "04-18"],
      ["Nghỉ hoán đổi", "04-29"],
      ["Ngày Chiến thắng", "04-30"],
      ["Quốc tế Lao động", "05-01"],
      ["Quốc khánh", "09-02", "09-03"],
    ],
    worked: ["05-04"],
  },
  2025: {
    off: [
      ["Tết Dương lịch", "01-01"],
      ["Tết Nguyên đán", "01-27", "01-28", "01-29", "01-30", "01-31"],
      ["Giỗ Tổ Hùng Vương", "04-07"],
      ["Ngày Chiến thắng", "04-30"],
      ["Quốc tế Lao động", "05-01"],
      ["Nghỉ hoán đổi", "05-02"],
      ["Quốc khánh", "09-01", "09-02"],
    ],
    worked: ["04-26"],
  },
  2026: {
    off: [
      ["Tết Dương lịch", "01-01"],
      ["Nghỉ hoán đổi", "01-02"],
      ["Tết Nguyên đán", "02-16", "02-17", "02-18", "02-19", "02-20"],
      ["Giỗ Tổ Hùng Vương (nghỉ bù)", "04-27"],
      ["Ngày Chiến thắng", "04-30"],
      ["Quốc tế Lao động", "05-01"],
      ["Nghỉ hoán đổi", "08-31"],
      ["Quốc khánh", "09-01", "09-02"],
      ["Ngày Văn hóa Việt Nam", "11-24"],
    ],
    worked: ["01-10", "08-22"],
  },
};

const FIXED: readonly Row[] = [
  ["Tết Dương lịch", "01-01"],
  ["Ngày Chiến thắng", "04-30"],
  ["Quốc tế Lao động", "05-01"],
  ["Quốc khánh", "09-02"],
];

/**
 * The days off of a year. Swaps are announced year by year, so a year that is not listed comes back with
 * `known: false` and only the days that never move. The officer's own list always wins.
 */
export function daysOff(year: number): DaysOff {
  const list = LISTS[year];
  const rows = list?.off ?? FIXED;
  return {
    year,
    known: list !== undefined,
    off: rows.flatMap(([name, ...days]) => days.map((day) => ({ date: `${year}-${day}`, name }))),
    worked: (list?.worked ?? []).map((day) => `${year}-${day}`),
    basis: list ? BASIS : "",
    validTo: list ? isoDate(year, 12, 31) : null,
  };
}

/** Is this a day of work: Monday to Friday but for the days off, and the Saturdays worked in exchange? */
export function isWorkingDay(date: IsoDate, source: DaysOffSource = daysOff): boolean {
  const list = source(yearOf(date));
  if (list.worked.includes(date)) return true;
  const day = weekday(date);
  return day !== 0 && day !== 6 && !list.off.some((off) => off.date === date);
}

export interface WorkingDay {
  readonly date: IsoDate;
  /** False when a year without a list of its own was crossed: lunar days and swaps are not counted. */
  readonly certain: boolean;
}

/**
 * The date so many working days later (earlier for a negative count); the day itself is not counted.
 * At most 10,000 days are counted.
 */
export function addWorkingDays(
  date: IsoDate,
  count: number,
  source: DaysOffSource = daysOff,
): WorkingDay {
  const step = count < 0 ? -1 : 1;
  let left = Math.min(10_000, Math.abs(Math.trunc(count)));
  let day = date;
  let certain = true;
  while (left > 0) {
    day = addDays(day, step);
    certain &&= source(yearOf(day)).known;
    if (isWorkingDay(day, source)) left -= 1;
  }
  return { date: day, certain };
}

/**
 * The next working day when the date is a day off, else the date. Bộ luật Dân sự, Điều 148 khoản 5, says so of
 * periods in civil law; for plans it is only the officer's choice and off unless chosen.
 */
export function movedOffDayOff(date: IsoDate, source: DaysOffSource = daysOff): WorkingDay {
  if (isWorkingDay(date, source)) return { date, certain: source(yearOf(date)).known };
  return addWorkingDays(date, 1, source);
}
