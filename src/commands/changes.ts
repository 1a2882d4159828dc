import type { ColumnRole } from "../appendix";
import type { Locale } from "../locale";
import { FIELD_NAMES, type ReadField, type Task, type TrackingUpdate } from "../task";
import { roleName } from "./questions";
import type { ChangeKind } from "./types";

const FIELDS: Readonly<Record<Locale, Readonly<Record<ReadField, string>>>> = {
  vi: FIELD_NAMES,
  en: {
    number: "No.",
    section: "Section",
    title: "Task",
    product: "Product",
    lead: "Lead",
    support: "Support",
    deadline: "Deadline",
    note: "Note",
    result: "Result",
  },
};

/** What a reading finds changed in the appendix, one sentence each, with both texts where one changed. */
export function changeLines(
  locale: Locale,
  update: Pick<TrackingUpdate, "added" | "changed" | "moved" | "gone" | "results">,
): readonly { readonly kind: ChangeKind; readonly text: string }[] {
  const isVietnamese = locale === "vi";
  const line = (kind: ChangeKind, text: string) => ({ kind, text });
  const changed = update.changed.filter(({ field }) => field !== "result");
  return [
    ...update.added.map((task) => line("added", `${rowOf(task)}“${task.title}”`)),
    ...changed.map(({ task, before, field }) =>
      line(
        "changed",
        `${rowOf(task)}${task.code} – ${FIELDS[locale][field]}: ` +
          `“${textOf(before, field)}” → “${textOf(task, field)}”`,
      ),
    ),
    ...update.moved.map(({ task, before }) =>
      line(
        "moved",
        `${task.code} “${task.title}”: ${isVietnamese ? "dòng" : "row"} ${before.source?.row ?? "?"} → ${task.source?.row ?? "?"}`,
      ),
    ),
    ...update.gone.map((task) => line("gone", `${task.code} “${task.title}”`)),
    ...update.results.map(({ code, result, quantity, measure }) => {
      const words = [result, quantity === null ? "" : `${quantity} ${measure}`.trim()];
      return line("result", [code, ...words.filter((text) => text !== "")].join(" · "));
    }),
  ];

  function rowOf({ source }: Task): string {
    return source ? `${isVietnamese ? "Dòng" : "Row"} ${source.row}: ` : "";
  }
}

/** That a known form was recognised, and which of its columns are no longer there. */
export function saidOfRecall(
  locale: Locale,
  view: {
    readonly recalled: boolean;
    readonly gone: readonly ColumnRole[];
    readonly known: unknown;
  },
): string[] {
  if (view.gone.length > 0) return [saidOfGone(locale, view.gone)];
  if (!view.recalled || view.known !== null) return [];
  return [
    locale === "vi"
      ? "Đã nhận ra mẫu cũ: các cột được hiểu như lần trước."
      : "A known form: its columns were read as before.",
  ];
}

function saidOfGone(locale: Locale, gone: readonly ColumnRole[]): string {
  const names = gone.map((role) => `“${roleName(locale, role)}”`).join(", ");
  return locale === "vi"
    ? `Cột ${names} đã chọn lần trước không còn trên trang: xin xem lại các cột.`
    : `The column ${names} that was chosen before is no longer on the sheet: please check the columns.`;
}

function textOf(task: Task, field: ReadField): string {
  switch (field) {
    case "section":
      return task.section.join(" › ");
    case "lead":
      return task.leadText;
    case "support":
      return task.supportText;
    case "deadline":
      return task.deadlineText;
    case "result":
      return "";
    default:
      return task[field];
  }
}
