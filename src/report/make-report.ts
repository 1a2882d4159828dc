import { reportingPeriod, type IsoDate, type Period } from "../deadline";
import { statusAt, type Task, type TaskClass, type Tracking } from "../task";
import { tablesPresent } from "../tracking";
import { makeFigures } from "./figures";
import { reportLines } from "./lines";
import { nextPeriodEnd, periodNumber, yearStartOf } from "./periods";
import type {
  EarlierReport,
  EarlierReports,
  Reader,
  Report,
  ReportLine,
  ReportRequest,
} from "./types";

const READER_SUFFIX: Readonly<Record<Reader, string>> = {
  authority: "",
  leaders: " LĐ",
  office: " ĐV",
};
const READER_NUMBER: Readonly<Record<Reader, string>> = {
  authority: "",
  leaders: "1",
  office: "2",
};

/** Names that a report takes in the workbook: its two sheets and its native table. */
interface ReportNames {
  readonly summary: string;
  readonly list: string;
  readonly table: string;
}

/**
 * Names of a report's sheets and table. They depend on the period, the reader and the unit alone, so
 * that the same report made again finds its own sheets.
 */
export function reportNames(
  request: Pick<ReportRequest, "period" | "reader" | "unit">,
  tracking: Pick<Tracking, "units">,
): ReportNames {
  const { period, reader, unit } = request;
  const place = unit === undefined ? -1 : tracking.units.findIndex(({ name }) => name === unit);
  const suffix =
    unit === undefined
      ? READER_SUFFIX[reader]
      : ` ${tracking.units[place]?.abbreviation ?? `ĐV${place + 1}`}`;
  const name = (kind: string) =>
    `${kind} ${period.shortName}${suffix}`.replace(/[:\\/?*[\]]/g, ".").slice(0, 31);
  return {
    summary: name("BC"),
    list: name("DM"),
    table: `SoLieu${periodNumber(period)}${READER_NUMBER[reader]}${unit === undefined ? "" : place + 1}`,
  };
}

/**
 * Makes a report: what every task's status is at the end of `asOf`, what came of it in the period, and
 * all figures. Pure; the sheets, Word and the pane only show it. `earlier` is what earlier reports
 * said (readReportTable); without them the report of the year counts the first half anew.
 */
export function makeReport(
  tracking: Tracking,
  request: ReportRequest,
  earlier: EarlierReports = {},
): Report {
  const { period, reader } = request;
  const unit = request.unit ?? null;
  const asOf = request.asOf > period.to ? period.to : request.asOf;
  const days = {
    from: period.from,
    to: period.to,
    asOf,
    yearStart: yearStartOf(period),
    nextEnd: nextPeriodEnd(period),
  };
  const tasks =
    unit === null
      ? tracking.tasks
      : tracking.tasks.filter((task) => task.leads.includes(unit) || task.supports.includes(unit));
  const lines = reportLines(tracking, tasks, days);
  const before = earlier.earlier ?? countedAnew(tracking, tasks, period, asOf);
  const names = reportNames(request, tracking);
  return {
    request,
    period,
    asOf,
    draft: asOf < period.to,
    reader,
    unit,
    settings: tracking.settings,
    units: tracking.units,
    lines,
    figures: makeFigures(
      tracking,
      lines,
      days,
      period,
      {
        earlier: before,
        sameLastYear: earlier.sameLastYear ?? null,
      },
      request.afterCutOff === true,
    ),
    yearStart: days.yearStart,
    nextEnd: days.nextEnd,
    tables: tablesPresent(tracking),
    measuresFollow: unit === null && entriesAllBelong(tracking),
    rowOf: rowsOfCodes(tracking),
    sheets: { summary: names.summary, list: names.list },
    table: names.table,
  };
}

/** The report over other lines, its figures counted anew from them. */
export function withLines(
  report: Report,
  tracking: Tracking,
  lines: readonly ReportLine[],
): Report {
  const { period, asOf, yearStart, nextEnd } = report;
  const days = { from: period.from, to: period.to, asOf, yearStart, nextEnd };
  const { comparison, sameLastYear } = report.figures;
  const figures = makeFigures(
    tracking,
    lines,
    days,
    period,
    {
      earlier: comparison?.earlier ?? null,
      sameLastYear: sameLastYear?.earlier ?? null,
    },
    report.figures.afterCutOff !== null,
  );
  return { ...report, lines, figures };
}

/** The report of the year is set against the first six months, counted anew at their cut-off. */
function countedAnew(
  tracking: Tracking,
  tasks: readonly Task[],
  period: Period,
  asOf: IsoDate,
): EarlierReport | null {
  if (period.kind !== "year") return null;
  const half = reportingPeriod("first-half", period.year);
  if (asOf <= half.to) return null;
  const classes: Record<string, TaskClass> = {};
  for (const task of tasks) {
    classes[task.code] = statusAt(task, half.to, tracking.settings).class;
  }
  return { name: half.name, asOf: half.to, kept: false, classes };
}

/** An entry whose task is gone would be summed by the sheet and not by the engine: then values are written. */
function entriesAllBelong(tracking: Tracking): boolean {
  const codes = new Set(tracking.tasks.map((task) => task.code));
  return tracking.entries.length > 0 && tracking.entries.every((entry) => codes.has(entry.code));
}

/** MATCH finds the first row of a code. */
function rowsOfCodes(tracking: Tracking): Readonly<Record<string, number>> {
  const rows: Record<string, number> = {};
  tracking.tasks.forEach(({ code }, index) => {
    rows[code] ??= index + 1;
  });
  return rows;
}
