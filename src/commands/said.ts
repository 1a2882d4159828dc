import { showDate } from "../deadline";
import type { WriteResult } from "../excel";
import type { Locale } from "../locale";
import type { TrackingUpdate } from "../task";

/** Whole sentences for what a write did. */
export function saidOfSheets(
  locale: Locale,
  result: Pick<WriteResult, "sheets" | "added">,
  appendixSheet: string | null,
  results: number,
): string {
  const isVietnamese = locale === "vi";
  const { added, sheets } = result;
  const rest = sheets.filter((name) => !added.includes(name));
  const parts: string[] = [];
  if (added.length > 0) {
    parts.push(`${isVietnamese ? "thêm trang" : "added"} ${added.join(", ")}`);
  }
  if (rest.length > 0) {
    parts.push(`${isVietnamese ? "cập nhật trang" : "updated"} ${rest.join(", ")}`);
  }
  if (results > 0) {
    parts.push(isVietnamese ? `lấy ${results} kết quả có sẵn` : `took ${results} results`);
  }
  const unchanged =
    appendixSheet === null
      ? ""
      : isVietnamese
        ? ` Trang “${appendixSheet}” không thay đổi.`
        : ` Sheet “${appendixSheet}” is unchanged.`;
  if (parts.length === 0) {
    return (
      (isVietnamese ? "Không có gì mới để ghi." : "There was nothing new to write.") + unchanged
    );
  }
  return isVietnamese
    ? `Đã ${listed(parts, "và")}.${unchanged}`
    : `Done: ${listed(parts, "and")}.${unchanged}`;
}

/** What the appendix says anew; "" when nothing. */
export function saidOfChanges(locale: Locale, update: TrackingUpdate): string {
  const counts: readonly (readonly [number, string, string])[] = [
    [update.added.length, "nhiệm vụ mới", "new tasks"],
    [
      new Set(update.changed.map(({ task }) => task.code)).size,
      "nhiệm vụ có sửa đổi",
      "changed tasks",
    ],
    [
      update.gone.length,
      "nhiệm vụ không còn trong phụ lục (vẫn giữ ở Theo dõi)",
      "tasks gone from the appendix (kept in Theo dõi)",
    ],
  ];
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, vi, en]) => `${count} ${locale === "vi" ? vi : en}`);
  if (parts.length === 0) return "";
  return locale === "vi"
    ? `So với lần đọc trước: ${listed(parts, "và")}.`
    : `Since the last reading: ${listed(parts, "and")}.`;
}

/** How the formulas of the sheets agree with the engine. */
export function saidOfFormulas(locale: Locale, differences: number): string {
  if (differences === 0) {
    return locale === "vi" ? "Công thức trong trang khớp." : "The sheets' formulas agree.";
  }
  return locale === "vi"
    ? `Có ${differences} ô công thức cho số khác với kết quả tính: xem danh sách kèm theo và báo người quản trị.`
    : `${differences} formulas give another value than expected: see the list.`;
}

/** The officer's words that were kept in a report that was made again. */
export function saidOfKept(locale: Locale, count: number): string {
  if (count === 0) return "";
  return locale === "vi"
    ? `Giữ nguyên ${count} chỗ anh/chị đã sửa.`
    : `${count} places that you had edited were kept.`;
}

/** Cells of formula columns where the officer's own formula or value was kept. */
export function saidOfOwnFormulas(locale: Locale, cells: readonly string[]): string {
  if (cells.length === 0) return "";
  const some = cells.slice(0, 3).join(", ") + (cells.length > 3 ? ", …" : "");
  return locale === "vi"
    ? `Giữ nguyên ${cells.length} ô cột công thức có công thức hoặc số liệu riêng của anh/chị: ${some}.`
    : `${cells.length} cells of formula columns keep your own formula or value: ${some}.`;
}

/** What undo gave back; sheets that were made again as a whole keep their new looks. */
export function saidOfUndo(locale: Locale, remade: readonly string[]): string[] {
  const vi = locale === "vi";
  return [
    vi ? "Đã hoàn tác lần ghi gần nhất." : "The last write was taken back.",
    ...(remade.length === 0
      ? []
      : [
          vi
            ? `Trang ${remade.join(", ")}: nội dung, định dạng số và ô gộp trở lại như trước; kiểu chữ, độ rộng cột và biểu đồ vẫn theo bản mới. Lập lại báo cáo để có đủ hình thức.`
            : `${remade.join(", ")}: content, number formats and merged cells are as before; fonts, column widths and charts stay as made last. Make the report again for its full looks.`,
        ]),
  ];
}

/** The question bar: "Còn 3 chỗ cần hỏi." */
export function saidOfQuestions(locale: Locale, count: number): string {
  if (count === 0)
    return locale === "vi" ? "Không còn chỗ nào cần hỏi." : "Nothing is left to ask.";
  return locale === "vi" ? `Còn ${count} chỗ cần hỏi.` : `${count} questions are open.`;
}

/** The day that the numbers count to. */
export function saidOfDay(locale: Locale, day: string): string {
  return locale === "vi"
    ? `Số liệu tính đến ngày ${showDate(day)}.`
    : `The numbers count to ${showDate(day)}.`;
}

function listed(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1) ?? ""}`;
}
