import { showDate, type Period } from "../deadline";
import type { Locale } from "../locale";
import {
  changesSinceClosing,
  closedReport,
  closingObstacle,
  makeReport,
  reportNames,
  reportSentences,
  reportSheets,
} from "../report";
import type { Kept, KeptReport } from "./kept";
import { refuse } from "./refuse";
import {
  asOfOnSheet,
  isClosed,
  isThere,
  reportNow,
  requestOfKept,
  viewForReport,
} from "./report-view";
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
  const found = await viewForReport(desk, request, options);
  const { view, names } = found;
  mustBeSure(desk, view);
  const report = reportNow(found, request);
  if (isClosed(view, names.summary)) {
    const refusal = refuse(desk.locale, "closed-report", { sheet: names.summary });
    const list = view.state.tables[names.table];
    const fingerprint = view.kept.reports[names.summary]?.fingerprint ?? "";
    const changes = list ? changesSinceClosing(report, { grid: list, fingerprint }) : [];
    if (changes.length === 0) throw refusal;
    throw new Refusal(
      "closed-report",
      [refusal.message, saidOfLaterChanges(desk.locale), ...changes].join(" "),
      refusal.advice,
    );
  }
  const { period, reader, unit, afterCutOff } = request;
  const made: KeptReport = {
    asOf: report.asOf,
    reader,
    closed: false,
    period,
    table: names.table,
    ...(unit === undefined ? {} : { unit }),
    ...(afterCutOff === true ? { afterCutOff } : {}),
  };
  return writeOut(
    desk,
    view,
    view.tracking,
    {
      plans: reportSheets(report),
      kept: { ...view.kept, reports: { ...view.kept.reports, [names.summary]: made } },
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
  const { reports: known } = (await readView(desk, options)).kept;
  const plain = READERS.map((reader) => ({ reader, period }));
  const ofUnits = Object.values(known).flatMap((report) => {
    const request = requestOfKept(report);
    return request?.unit !== undefined && request.period.shortName === period.shortName
      ? [request]
      : [];
  });
  const wanted = [...plain, ...ofUnits].filter((request) => {
    const { unit } = request as Partial<ReportRequest>;
    return unit !== undefined || reportNames(request, { units: [] }).summary in known;
  });
  const candidates = wanted.length > 0 ? wanted : plain.slice(0, 1);
  const founds = [];
  for (const request of candidates) {
    // One reading for each report that was made: there are rarely more than two.
    founds.push({ request, found: await viewForReport(desk, request, options) });
  }
  const made = founds.filter(
    ({ found: { view, names } }) =>
      view.kept.reports[names.summary] !== undefined && isThere(view, names.summary),
  );
  const open = made.filter(({ found: { view, names } }) => !isClosed(view, names.summary));
  const [first] = open;
  if (!first) {
    const sheet = founds[0]?.found.names.summary ?? "";
    throw refuse(desk.locale, made.length > 0 ? "closed-report" : "not-found", { sheet });
  }
  const reports = open.map(({ request, found }) => {
    const { view, names, earlier } = found;
    const kept = view.kept.reports[names.summary] as KeptReport;
    const asOf = asOfOnSheet(view, names.summary) ?? kept.asOf;
    const { afterCutOff } = kept;
    const again = makeReport(
      view.tracking,
      { ...request, asOf, ...(afterCutOff === undefined ? {} : { afterCutOff }) },
      earlier,
    );
    const closed = closedReport(again);
    if (closed === null) {
      const refusal = refuse(desk.locale, "draft", { sheet: names.summary });
      const obstacle = desk.locale === "vi" ? closingObstacle(again) : null;
      throw obstacle === null ? refusal : new Refusal("draft", obstacle, refusal.advice);
    }
    const { measures, entriesInPeriod } = again.figures;
    return { names, kept, asOf: again.asOf, noted: { measures, entriesInPeriod }, closed };
  });
  const closedOnes = reports.map(({ names, kept, asOf, noted, closed }) => [
    names.summary,
    {
      ...kept,
      asOf,
      period,
      table: names.table,
      closed: true,
      fingerprint: closed.fingerprint,
      ...noted,
    },
  ]);
  const view = withAllTargets(open.map(({ found }) => found.view));
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
      activate: first.found.names.summary,
      said: [saidOfClosing(desk.locale, period, reports[0]?.asOf ?? period.to)],
    },
    options,
  );
}

/** The last view, with the sheets and tables that each of them read. */
function withAllTargets(views: readonly View[]): View {
  const last = views.at(-1) as View;
  const merged = <Part extends "targets" | "tables">(part: Part) =>
    Object.assign({}, ...views.map(({ state }) => state[part])) as View["state"][Part];
  return {
    ...last,
    state: { ...last.state, targets: merged("targets"), tables: merged("tables") },
  };
}

/** What has changed since reports of the workbook were closed; their lists must have been read. */
export function changesOfClosed(view: View): readonly string[] {
  return Object.entries(view.kept.reports).flatMap(([sheet, report]) => {
    const request = requestOfKept(report);
    const list = report.table === undefined ? undefined : view.state.tables[report.table];
    if (!report.closed || !request || !list || !isThere(view, sheet)) return [];
    const changes = changesSinceClosing(makeReport(view.tracking, request), {
      grid: list,
      fingerprint: report.fingerprint ?? "",
    });
    return changes.map((change) => `${sheet}: ${change}`);
  });
}

/** Tables of the closed reports that a reading has not brought yet. */
export function closedTables(view: View): readonly string[] {
  return Object.values(view.kept.reports).flatMap(({ closed, table }) =>
    closed && table !== undefined && !(table in view.state.tables) ? [table] : [],
  );
}

function saidOfLaterChanges(locale: Locale): string {
  return locale === "vi"
    ? "Sau khi chốt đã có thay đổi:"
    : "There were changes since it was closed:";
}

function saidOfClosing(locale: Locale, period: Period, day: string): string {
  return locale === "vi"
    ? `Đã chốt số liệu báo cáo ${period.name} đến ngày ${showDate(day)}: các trang của báo cáo chỉ còn giá trị, không đổi theo Theo dõi nữa.`
    : `The report is closed at ${showDate(day)}: its sheets hold values only.`;
}
