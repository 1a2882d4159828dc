import type { SheetGrid } from "../sheet";
import { readColumns } from "./columns";
import { findHeaders, fingerprintOf, headerAt, isNumbered, type HeaderBlock } from "./header";
import { columnVotes } from "./header-words";
import { beginsSections, readLeadIn, type LeadIn } from "./lead-in";
import { layTable, type TableLayout } from "./layout";
import { NO_PLAN, readPlanFacts } from "./plan-facts";
import { readRows } from "./rows";
import { readTasks } from "./tasks";
import type {
  Appendix,
  AppendixMapping,
  AppendixProblem,
  ColumnReading,
  ColumnRole,
  PlanFacts,
  RawTask,
  RowKind,
  RowReading,
} from "./types";
import { viewSheet, type SheetView } from "./view";

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
  const named = said ? headerAt(view, said) : null;
  const headers = findHeaders(view);
  const main = named ?? headers.reduce<HeaderBlock | null>(better, null);
  if (!main) return nothing(grid.sheet, "no-table");
  const plan = withYear(readPlanFacts(view, main, options.fileName), options.year);
  const tables = readTables(view, main, headers, options.mapping);
  const first = tables.find(({ header }) => header === main);
  const top = tables[0];
  if (!first || !top) return nothing(grid.sheet, "no-table");
  if (!first.layout) return { ...nothing(grid.sheet, "no-task-column"), plan };
  if (!first.columns.some(isFollowed)) {
    return { ...nothing(grid.sheet, "no-owner-or-deadline-column"), plan };
  }
  const rows: RowReading[] = [];
  const tasks: RawTask[] = [];
  const say = (row: number, kind: RowKind) => rows.push({ row: grid.row + row + 1, kind });
  for (const table of tables) {
    if (!table.layout) {
      for (let row = table.start; row < table.end; row++) say(row, noteOrBlank(view, row));
      continue;
    }
    const { header, layout, title, start, end } = table;
    if (table !== top) {
      for (let row = start; row < header.top; row++)
        say(row, row === title?.row ? "section" : noteOrBlank(view, row));
      for (let row = header.top; row <= header.bottom; row++) say(row, "repeated-header");
    }
    const sketches = readRows(layout, header.bottom + 1, end);
    for (const one of sketches) say(one.row, one.kind);
    tasks.push(
      ...readTasks(layout, sketches, table === top && !beginsSections(title) ? null : title),
    );
  }
  const headerRows: number[] = [];
  for (let row = first.header.top; row <= first.header.bottom; row++)
    headerRows.push(grid.row + row + 1);
  return {
    sheet: grid.sheet,
    problem: first.columns.some((one) => isNeeded(one) && one.confidence < 0.6)
      ? "unsure-columns"
      : null,
    table: {
      row: grid.row + top.header.top,
      column: grid.column + first.header.left,
      rows: view.rows - top.header.top,
      columns: first.header.right - first.header.left,
    },
    headerRows,
    columns: first.columns,
    fingerprint: fingerprintOf(first.header.words),
    plan,
    rows,
    tasks,
  };
}

interface Table extends LeadIn {
  readonly header: HeaderBlock;
  readonly columns: readonly ColumnReading[];
  readonly layout: TableLayout | null;
  /** First row after it, within the view. */
  readonly end: number;
}

/** The table of the main header, and those above and below it that follow up tasks under headers of their own. */
function readTables(
  view: SheetView,
  main: HeaderBlock,
  headers: readonly HeaderBlock[],
  mapping: AppendixMapping | undefined,
): readonly Table[] {
  const own = fingerprintOf(main.words);
  const starts = headers.filter(
    (header) =>
      header.bottom < main.top &&
      header.left < main.right &&
      header.right > main.left &&
      fingerprintOf(header.words) !== own &&
      header.score >= 0.6 * main.score &&
      header.words.some((words) => columnVotes(words)[0]?.role === "deadline"),
  );
  starts.push(main);
  for (const header of headers) {
    const last = starts[starts.length - 1] ?? main;
    const below = header.top > last.bottom && header.left < main.right && header.right > main.left;
    const other = fingerprintOf(header.words) !== own;
    if (below && other && (isNumbered(header) || header.score >= 0.6 * main.score)) {
      starts.push(header);
    }
  }
  const tables: Table[] = [];
  let end = view.rows;
  for (const header of starts.reverse()) {
    const body: number[] = [];
    for (let row = header.bottom + 1; row < end; row++) if (view.filled(row) > 0) body.push(row);
    const columns = readColumns(view, header, body, header === main ? mapping : undefined);
    const layout = layTable(view, header, columns);
    // A list of something else (figures by unit, telephone numbers) holds no tasks.
    const usable =
      header === main ||
      (header.score >= 0.6 * main.score &&
        columns.some(isFollowed) &&
        !holdsFigures(columns) &&
        !holdsPersons(columns));
    if (!usable && !isNumbered(header)) continue;
    const lead = readLeadIn(view, header);
    tables.push({ header, columns, layout: usable ? layout : null, end, ...lead });
    end = lead.start;
  }
  return tables.reverse();
}

function better(best: HeaderBlock | null, header: HeaderBlock): HeaderBlock | null {
  return header.score > (best?.score ?? 0) ? header : best;
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

/** Targets in figures that nobody has to meet by a day: "Chỉ tiêu | Đơn vị tính | Kế hoạch". */
function holdsFigures(columns: readonly ColumnReading[]): boolean {
  const has = (role: ColumnRole) => columns.some((one) => one.role === role);
  return has("measure") && !has("deadline");
}

/** "Họ và tên | Chức vụ | Đơn vị | Nhiệm vụ" without a deadline: the members of a body. */
function holdsPersons(columns: readonly ColumnReading[]): boolean {
  return (
    columns.some(({ header }) => /^họ (và )?tên/iu.test(header)) &&
    !columns.some(({ role }) => role === "deadline")
  );
}

function noteOrBlank(view: SheetView, row: number): RowKind {
  return view.filled(row) > 0 ? "note" : "blank";
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
