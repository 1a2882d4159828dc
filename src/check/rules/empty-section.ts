import { normalizeText } from "../../text";
import { defineRule } from "../define";
import { cellText, shortened } from "../rows";
import type { CheckInput } from "../types";

const STYLES: readonly (readonly [string, RegExp])[] = [
  ["roman", /^[IVXLC]+[.)]?$/],
  ["capital", /^[A-ZĐ][.)]?$/],
  ["number", /^\d+[.)]?$/],
  ["decimal", /^\d+(\.\d+)+[.)]?$/],
  ["letter", /^[a-zđ][.)]?$/],
];

/** A heading without tasks: rows were lost, or the heading was left behind. */
export const emptySection = defineRule<{ title: string }>({
  id: "empty-section",
  severity: "warning",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Mục không có nhiệm vụ", en: "Section without tasks" },
  protects: {
    vi: "Không có mục nào bị mất dòng nhiệm vụ.",
    en: "No section has lost its tasks.",
  },
  message: {
    vi: ({ title }) => `mục “${title}” không có nhiệm vụ nào.`,
    en: ({ title }) => `section “${title}” has no task.`,
  },
  advice: {
    vi: "Bổ sung nhiệm vụ hoặc bỏ mục.",
    en: "Add the tasks or delete the section.",
  },
  find(input) {
    const rows = input.appendix.rows.filter(({ kind }) =>
      ["section", "group", "task"].includes(kind),
    );
    return rows.flatMap((row, index) => {
      if (row.kind !== "section") return [];
      const next = rows[index + 1];
      const style = styleOf(input, row.row);
      const empty =
        !next || (next.kind === "section" && style !== "" && styleOf(input, next.row) === style);
      if (!empty) return [];
      const { column, title } = titleOf(input, row.row);
      return [
        { at: { row: row.row, column }, task: "", value: title, data: { title: shortened(title) } },
      ];
    });
  },
});

function styleOf(input: CheckInput, row: number): string {
  const { table } = input.appendix;
  const first = normalizeText(cellText(input, { row, column: table?.column ?? 0 }));
  return STYLES.find(([, pattern]) => pattern.test(first))?.[0] ?? "";
}

function titleOf(input: CheckInput, row: number): { column: number; title: string } {
  const { table } = input.appendix;
  const from = table?.column ?? 0;
  let best = { column: from, title: "" };
  for (let column = from; column < from + (table?.columns ?? 1); column++) {
    const title = normalizeText(cellText(input, { row, column }));
    if (title.length > best.title.length) best = { column, title };
  }
  return best;
}
