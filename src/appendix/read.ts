import type { SheetGrid } from "../sheet";
import { readColumns } from "./columns";
import { findHeaders, fingerprintOf, headerAt } from "./header";
import { layTable } from "./layout";
import { NO_PLAN, readPlanFacts } from "./plan-facts";
import { readRows } from "./rows";
import { readTasks } from "./tasks";
import type { Appendix, AppendixMapping, AppendixProblem, ColumnReading, PlanFacts } from "./types";
import { viewSheet } from "./view";

export interface AppendixOptions {
  /** What the officer decided; wins over what the reader thinks. */
  readonly mapping?: AppendixMapping;
  /** The plan's year where the officer named it. */
  readonly year?: number;
  /** Name of the workbook's file, a last place to find the year. */
  readonly fileName?: string;
}

/** Names of the add-in's own sheets: never read as an appendix. */
const OWN_SHEETS =
  /^(Theo dõi|Kết quả|Mốc thời hạn|Đơn vị|Thiết lập|Ngày nghỉ|Rà soát|(BC|DM) .+|Đôn đốc \d.+)$/u;
const OWN_TITLE = /^(NhiemVu|Mã|Mã nhiệm vụ)$/u;

/**
 * Reads the plan's appendix on a sheet: where its table stands, what each column and each row is, and the tasks
 * as written. Never throws; what keeps it from reading stands in `problem`, and then the lists are empty, except
 * for "unsure-columns", where all that was read is given and the officer is to confirm the columns.
 */
export function readAppendix(grid: SheetGrid, options: AppendixOptions = {}): Appendix {
  const view = viewSheet(grid);
  if (view.rows === 0 || view.columns === 0) return nothing(grid.sheet, "empty-sheet");
  if (OWN_SHEETS.test(grid.sheet) && OWN_TITLE.test(view.text(0, 0)))
    return nothing(grid.sheet, "own-sheet");
  const said = options.mapping?.headerRows;
  const header = said ? headerAt(view, said) : (findHeaders(view)[0] ?? null);
  if (!header) return nothing(grid.sheet, "no-table");
  const plan = withYear(readPlanFacts(view, header, options.fileName), options.year);
  const body: number[] = [];
  for (let row = header.bottom + 1; row < view.rows; row++)
    if (view.filled(row) > 0) body.push(row);
  const columns = readColumns(view, header, body, options.mapping);
  const layout = layTable(view, header, columns);
  if (!layout) return { ...nothing(grid.sheet, "no-task-column"), plan };
  if (!columns.some((one) => isFollowed(one))) {
    return { ...nothing(grid.sheet, "no-owner-or-deadline-column"), plan };
  }
  const rows = readRows(layout, header.bottom + 1, view.rows);
  const tasks = readTasks(layout, rows);
  const headerRows: number[] = [];
  for (let row = header.top; row <= header.bottom; row++) headerRows.push(grid.row + row + 1);
  return {
    sheet: grid.sheet,
    problem: columns.some((one) => isNeeded(one) && one.confidence < 0.6) ? "unsure-columns" : null,
    table: {
      row: grid.row + header.top,
      column: grid.column + header.left,
      rows: view.rows - header.top,
      columns: header.right - header.left,
    },
    headerRows,
    columns,
    fingerprint: fingerprintOf(header.words),
    plan,
    rows: rows.map((one) => ({ row: grid.row + one.row + 1, kind: one.kind })),
    tasks,
  };
}

/** The sheet of a workbook that holds the plan's appendix: its index, or -1 when none does. */
export function chooseSheet(grids: readonly SheetGrid[]): number {
  let best = -1;
  let bestScore = 0;
  grids.forEach((grid, index) => {
    const appendix = readAppendix(grid);
    const sure = appendix.problem === null ? 2 : 1;
    const named = /phụ lục|^pl\b|kèm theo|nhiệm vụ/iu.test(grid.sheet) ? 1.2 : 1;
    const score =
      appendix.tasks.length === 0 ? 0 : sure * named * Math.log2(2 + appendix.tasks.length);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  });
  return best;
}

function isFollowed(one: ColumnReading): boolean {
  return ["lead", "support", "owner", "deadline"].includes(one.role);
}

function isNeeded(one: ColumnReading): boolean {
  return ["task", "lead", "owner", "deadline", "finished"].includes(one.role);
}

function withYear(plan: PlanFacts, year: number | undefined): PlanFacts {
  return year === undefined ? plan : { ...plan, year };
}

function nothing(sheet: string, problem: AppendixProblem): Appendix {
  return {
    sheet,
    problem,
    table: null,
    headerRows: [],
    columns: [],
    fingerprint: "",
    plan: NO_PLAN,
    rows: [],
    tasks: [],
  };
}
