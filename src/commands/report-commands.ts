import { showDate, type Period } from "../deadline";
import type { Locale } from "../locale";
import { closedReport, makeReport, reportNames, reportSentences, reportSheets } from "../report";
import type { Kept } from "./kept";
import { refuse } from "./refuse";
import { readView, type Desk, type View } from "./session";
import type { CommandOptions, Reader, ReportRequest } from "./types";
import { mustBeSure, writeOut, type Written } from "./write-out";

const READERS: readonly Reader[] = ["authority", "leaders", "office"];

/** Makes (or makes again) the two sheets of a report; sets up first, in the same writing, when needed. */
export async function writeReport(
  desk: Desk,
  request: ReportRequest,
  options: CommandOptions,
): Promise<Written> {
  const names = reportNames(request, { units: [] });
  const view = await readView(desk, {
    ...options,
    targets: [names.summary, names.list],
    tables: [names.table],
  });
  mustBeSure(desk, view);
  if (view.kept.reports[names.summary]?.closed && isThere(view, names.summary)) {
    throw refuse(desk.locale, "closed-report", { sheet: names.summary });
  }
  const report = makeReport(view.tracking, request);
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
  const open = made.filter(({ report }) => !report.closed);
  const [first] = open;
  if (!first) {
    const sheet = all[0]?.names.summary ?? "";
    throw refuse(desk.locale, made.length > 0 ? "closed-report" : "not-found", { sheet });
  }
  const reports = open.map(({ reader, names, report }) => {
    const again = makeReport(view.tracking, { period, asOf: report.asOf, reader });
    const closed = closedReport(again);
    if (closed === null) throw refuse(desk.locale, "draft", { sheet: names.summary });
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

function isThere(view: View, sheet: string): boolean {
  return view.state.sheets.some(({ name }) => name === sheet);
}

function saidOfClosing(locale: Locale, period: Period, day: string): string {
  return locale === "vi"
    ? `Đã chốt số liệu báo cáo ${period.name} đến ngày ${showDate(day)}: các trang của báo cáo chỉ còn giá trị, không đổi theo Theo dõi nữa.`
    : `Report ${period.name} is closed at ${showDate(day)}: its sheets hold values only.`;
}
