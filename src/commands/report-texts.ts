import { officersWords } from "../excel";
import type { Locale } from "../locale";
import {
  asClosed,
  changesSinceClosing,
  DEFAULT_OUTLINE,
  officersParts,
  paragraphToWeaveIn,
  reportDocument,
  reportHtml,
  reportSheets,
  type Outline,
  type Report,
} from "../report";
import { isClosed, reportNow, viewForReport } from "./report-view";
import type { Desk } from "./session";
import type { CommandOptions, ReportRequest, ReportTexts } from "./types";

/**
 * The text of a report for Word. What the officer worded anew on the report's first sheet is carried
 * over; a closed report is told as it was closed, whatever was entered since.
 */
export async function textsOfReport(
  desk: Desk,
  request: ReportRequest,
  options: CommandOptions & { readonly outline?: Outline },
): Promise<ReportTexts> {
  const found = await viewForReport(desk, request, options);
  const { view, names } = found;
  const now = reportNow(found, request);
  const list = view.state.tables[names.table];
  const kept = view.kept.reports[names.summary];
  const closed = isClosed(view, names.summary) && list !== undefined;
  let report: Report = now;
  let changes: readonly string[] = [];
  if (closed) {
    changes = changesSinceClosing(now, { grid: list, fingerprint: kept?.fingerprint ?? "" });
    const { measures, entriesInPeriod } = kept ?? {};
    if (changes.length > 0) {
      report = asClosed(now, view.tracking, list, {
        ...(measures ? { measures } : {}),
        ...(entriesInPeriod === undefined ? {} : { entriesInPeriod }),
      });
    }
  }
  const [summary] = reportSheets(now);
  const words = summary
    ? officersWords(summary, view.state.targets[names.summary], view.kept.texts)
    : {};
  const outline = options.outline ?? DEFAULT_OUTLINE;
  return {
    html: reportHtml(report, outline, words),
    paragraph: paragraphToWeaveIn(report),
    document: () => reportDocument(report, outline, words),
    said: [
      ...saidOfWords(desk.locale, officersParts(words)),
      ...saidOfChanges(desk.locale, changes.length),
    ],
  };
}

function saidOfWords(locale: Locale, parts: readonly string[]): string[] {
  if (parts.length === 0) return [];
  const listed = parts.join(", ");
  return [
    locale === "vi"
      ? `Bản Word lấy theo chỗ anh/chị đã sửa ở trang báo cáo: ${listed}.`
      : `The Word text takes over what you edited on the sheet: ${listed}.`,
  ];
}

function saidOfChanges(locale: Locale, count: number): string[] {
  if (count === 0) return [];
  return [
    locale === "vi"
      ? "Bản Word theo đúng số liệu đã chốt; sau khi chốt đã có thay đổi, xem danh sách ở tab Báo cáo."
      : "The Word text follows the closed figures; there were changes since, listed under Báo cáo.",
  ];
}
