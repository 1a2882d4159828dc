import { reportingPeriod, showDate, type Period } from "../deadline";
import type { Locale } from "../locale";
import {
  closedReport,
  closingObstacle,
  makeReport,
  readReportTable,
  reportNames,
  reportSentences,
  reportSheets,
  type EarlierReport,
} from "../report";
import type { Kept } from "./kept";
import { refuse } from "./refuse";
import { readView, type Desk, type View } from "./session";
import { Refusal, type CommandOptions, type Reader, type ReportRequest } from "./types";
import { mustBeSure, writeOut, type Written } from "./write-out";

const READERS: readonly Reader[] = ["authority", "leaders", "office"];

/** Makes (or makes again) the two sheets of a report; sets up first, in the same writing, when needed. */
export async function writeReport(
  desk: Desk,
  request: ReportRequest,
  options: CommandOptions,
): Promise<Written> {
  const names = reportNames(request, { units: [] });
  const before = earlierNames(request);
  const view = await readView(desk, {
    ...options,
    targets: [names.summary, names.list],
    tables: [names.table, ...(before ? [before.names.table] : [])],
  });
  mustBeSure(desk, view);
  if (isClosed(view, names.summary)) {
    throw refuse(desk.locale, "closed-report", { sheet: names.summary });
  }
  const report = makeReport(view.tracking, request, earlierReport(view, before));
  const kept: Kept = {
    ...view.kept,
    reports: {
      ...view.kept.reports,
      [names.summary]: { asOf: report.asOf, reader: request.reader, closed: false },
    },
  };
  return writeOut(
    desk,
    view,
    view.tracking,
    {
      plans: reportSheets(report),
      kept,
      activate: names.summary,
      said: reportSentences(report),
    },
    options,
  );
}

/** Freezes the reports of a period to values. A draft cannot be closed, nor a report with wrong data. */
export async function writeClosedReport(
  desk: Desk,
  period: Period,
  options: CommandOptions,
): Promise<Written> {
  const all = READERS.map((reader) => ({
    reader,
    names: reportNames({ period, reader }, { units: [] }),
  }));
  const view = await readView(desk, {
    ...options,
    targets: all.flatMap(({ names }) => [names.summary, names.list]),
    tables: all.map(({ names }) => names.table),
  });
  const made = all.flatMap(({ reader, names }) => {
    const report = view.kept.reports[names.summary];
    return report && isThere(view, names.summary) ? [{ reader, names, report }] : [];
  });
  const open = made.filter(({ names }) => !isClosed(view, names.summary));
  const [first] = open;
  if (!first) {
    const sheet = all[0]?.names.summary ?? "";
    throw refuse(desk.locale, made.length > 0 ? "closed-report" : "not-found", { sheet });
  }
  const reports = open.map(({ reader, names, report }) => {
    const again = makeReport(view.tracking, { period, asOf: report.asOf, reader });
    const closed = closedReport(again);
    if (closed === null) {
      const refusal = refuse(desk.locale, "draft", { sheet: names.summary });
      const obstacle = desk.locale === "vi" ? closingObstacle(again) : null;
      throw obstacle === null ? refusal : new Refusal("draft", obstacle, refusal.advice);
    }
    return { names, report, closed };
  });
  const closedOnes = reports.map(({ names, report }) => [
    names.summary,
    { ...report, closed: true },
  ]);
  return writeOut(
    desk,
    view,
    view.tracking,
    {
      plans: reports.flatMap(({ closed }) => closed.sheets),
      kept: {
        ...view.kept,
        reports: { ...view.kept.reports, ...(Object.fromEntries(closedOnes) as Kept["reports"]) },
      },
      activate: first.names.summary,
      said: [saidOfClosing(desk.locale, period, first.report.asOf)],
    },
    options,
  );
}

/** The report of the first half that a report of the year is compared with. */
function earlierNames(request: ReportRequest) {
  if (request.period.kind !== "year") return null;
  const period = reportingPeriod("first-half", request.period.year);
  return { period, names: reportNames({ period, reader: request.reader }, { units: [] }) };
}

/** What that report said, from its own list in the workbook; null when it was not made here. */
function earlierReport(view: View, earlier: ReturnType<typeof earlierNames>): EarlierReport | null {
  if (!earlier) return null;
  const table = view.state.tables[earlier.names.table];
  const kept = view.kept.reports[earlier.names.summary];
  return table && kept ? readReportTable(table, earlier.period, kept.asOf) : null;
}

/** A closed report says so in its first lines, also where the settings were lost. */
function isClosed(view: View, sheet: string): boolean {
  if (!isThere(view, sheet)) return false;
  if (view.kept.reports[sheet]?.closed) return true;
  const rows = view.state.targets[sheet]?.values.slice(0, LINES_OF_MARK) ?? [];
  return rows.some((row) => row.some((cell) => String(cell).startsWith("Đã chốt số liệu")));
}

const LINES_OF_MARK = 5;

function isThere(view: View, sheet: string): boolean {
  return view.state.sheets.some(({ name }) => name === sheet);
}

function saidOfClosing(locale: Locale, period: Period, day: string): string {
  return locale === "vi"
    ? `Đã chốt số liệu báo cáo ${period.name} đến ngày ${showDate(day)}: các trang của báo cáo chỉ còn giá trị, không đổi theo Theo dõi nữa.`
    : `Report ${period.name} is closed at ${showDate(day)}: its sheets hold values only.`;
}
