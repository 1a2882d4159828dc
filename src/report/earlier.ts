import type { IsoDate, Period } from "../deadline";
import type { CellValue, TableGrid } from "../sheet";
import type { TaskClass } from "../task";
import { STATUS_WORDS } from "../tracking";
import { LIST_COLUMNS_OF_REPORT as COLUMNS } from "./list-columns";
import type { EarlierReport } from "./types";

const CLASS_OF_WORD = new Map(
  Object.entries(STATUS_WORDS).map(([name, word]) => [word, name as TaskClass]),
);

/**
 * What an earlier report said, from its own list as it stands in the workbook; `asOf` is that report's
 * date. Lines whose status is no word of ours are left out; null when the columns are gone.
 */
export function readReportTable(
  grid: TableGrid,
  period: Pick<Period, "name">,
  asOf: IsoDate,
): EarlierReport | null {
  const code = grid.headers.indexOf(COLUMNS.code);
  const status = grid.headers.indexOf(COLUMNS.status);
  if (code < 0 || status < 0) return null;
  const title = grid.headers.indexOf(COLUMNS.title);
  const due = grid.headers.indexOf(COLUMNS.dueShown);
  const classes: Record<string, TaskClass> = {};
  const texts: Record<string, { title: string; due: CellValue }> = {};
  for (const row of grid.rows) {
    const name = CLASS_OF_WORD.get(String(row[status] ?? ""));
    const key = String(row[code] ?? "");
    if (name === undefined || key === "") continue;
    classes[key] = name;
    if (title >= 0 && due >= 0) {
      texts[key] = { title: String(row[title] ?? ""), due: row[due] ?? "" };
    }
  }
  return { name: period.name, asOf, kept: true, classes, texts };
}
