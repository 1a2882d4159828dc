import { fromSerial, type IsoDate, type Period } from "../deadline";
import {
  makeReport,
  previousPeriod,
  readReportTable,
  reportNames,
  samePeriodLastYear,
  type EarlierReport,
  type EarlierReports,
  type Report,
} from "../report";
import type { KeptReport } from "./kept";
import { refuse } from "./refuse";
import { readView, type Desk, type View } from "./session";
import type { CommandOptions, Reader, ReportRequest } from "./types";

/** A report's place in the workbook: the names of its sheets and of its table. */
type Names = ReturnType<typeof reportNames>;

/** A reading of the workbook with the report's own sheets and those that it is set against. */
export interface ReportView {
  readonly view: View;
  readonly names: Names;
  readonly earlier: EarlierReports;
}

/**
 * Reads the workbook for one report. A department's report takes its names from the directory of
 * units, so that the workbook is read once more for it.
 */
export async function viewForReport(
  desk: Desk,
  request: Omit<ReportRequest, "asOf">,
  options: CommandOptions,
): Promise<ReportView> {
  const { unit } = request;
  let units: View["tracking"]["units"] = [];
  if (unit !== undefined) {
    ({ units } = (await readView(desk, options)).tracking);
    if (!units.some(({ name }) => name === unit)) {
      throw refuse(desk.locale, "not-found", { sheet: unit });
    }
  }
  const namesOf = (period: Period) => reportNames({ ...request, period }, { units });
  const names = namesOf(request.period);
  const previous = previousPeriod(request.period);
  const lastYear = samePeriodLastYear(request.period);
  const tables = [request.period, previous, lastYear].flatMap((period) =>
    period ? [namesOf(period).table] : [],
  );
  const view = await readView(desk, {
    ...options,
    targets: [names.summary, names.list],
    tables,
  });
  const said = (period: Period | null) =>
    period ? earlierReport(view, period, namesOf(period)) : null;
  return {
    view,
    names,
    earlier: { earlier: said(previous), sameLastYear: said(lastYear) },
  };
}

/** What an earlier report said, from its own list in the workbook; null when it was not made here. */
function earlierReport(view: View, period: Period, names: Names): EarlierReport | null {
  const table = view.state.tables[names.table];
  const kept = view.kept.reports[names.summary];
  return table && kept ? readReportTable(table, period, kept.asOf) : null;
}

/** The report of a request as it is counted today. */
export function reportNow({ view, earlier }: ReportView, request: ReportRequest): Report {
  return makeReport(view.tracking, request, earlier);
}

const LINES_OF_MARK = 5;

/** A closed report says so in its first lines, also where the settings were lost. */
export function isClosed(view: View, sheet: string): boolean {
  if (!isThere(view, sheet)) return false;
  if (view.kept.reports[sheet]?.closed) return true;
  const rows = view.state.targets[sheet]?.values.slice(0, LINES_OF_MARK) ?? [];
  return rows.some((row) => row.some((cell) => String(cell).startsWith("Đã chốt số liệu")));
}

/** Whether a sheet is in the workbook. */
export function isThere(view: View, sheet: string): boolean {
  return view.state.sheets.some(({ name }) => name === sheet);
}

/** The day that a report's sheet counts to: the officer may have typed another one into its cell. */
export function asOfOnSheet(view: View, sheet: string): IsoDate | null {
  const existing = view.state.targets[sheet];
  const place = existing?.names["SoLieuDenNgay"];
  if (!existing?.used || !place) return null;
  const value =
    existing.values[place.row - existing.used.row]?.[place.column - existing.used.column];
  return typeof value === "number" ? fromSerial(value) : null;
}

/** The request that a kept report was made by; null for one of an older kind that does not say its period. */
export function requestOfKept(report: KeptReport): (ReportRequest & { period: Period }) | null {
  const { period, asOf, unit, afterCutOff } = report;
  const reader: Reader = report.reader;
  if (!period) return null;
  return {
    period,
    asOf,
    reader,
    ...(unit === undefined ? {} : { unit }),
    ...(afterCutOff === undefined ? {} : { afterCutOff }),
  };
}
