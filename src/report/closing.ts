import { fromSerial, showDate } from "../deadline";
import type { CellValue, PlanCell, SheetPlan, TableGrid, TablePlan } from "../sheet";
import type { TaskClass, Tracking } from "../task";
import { ENTRY_COLUMNS, STATUS_WORDS, TABLES } from "../tracking";
import { LIST_COLUMNS_OF_REPORT as COLUMNS } from "./list-columns";
import { listSheet } from "./list-sheet";
import { withLines } from "./make-report";
import { summarySheet } from "./summary-sheet";
import type { Figures, LineGroup, Report, ReportLine } from "./types";
import { GROUP_WORDS } from "./words";

/** A closed report: its sheets with the list as values, and the mark by which any change shows. */
interface ClosedReport {
  readonly sheets: readonly SheetPlan[];
  /** Eight signs over all values of the list: equal lists have equal marks. */
  readonly fingerprint: string;
}

/** What a closed report says of itself: its list as it stands, and the mark that was noted when it was closed. */
interface ClosedList {
  readonly grid: TableGrid;
  /** "" where the note was lost. */
  readonly fingerprint: string;
}

/** At most so many tasks are named; the rest are counted. */
const MOST_NAMED = 20;

/**
 * What has changed since a report was closed, task by task, in the officer's words: `now` is the same
 * report counted anew from what is known today. Nothing when all is as it was closed.
 */
export function changesSinceClosing(now: Report, closed: ClosedList): readonly string[] {
  const { headers, rows } = closed.grid;
  const place = (header: string) => headers.indexOf(header);
  const codeAt = place(COLUMNS.code);
  const before = new Map(rows.map((row) => [String(row[codeAt] ?? ""), row]));
  const sentences: string[] = [];
  if (closed.fingerprint !== "" && fingerprintByCode(headers, rows) !== closed.fingerprint) {
    sentences.push("Danh mục của báo cáo đã chốt có ô bị sửa sau khi chốt.");
  }
  const current = listSheet(now).tables[0];
  const nowAt = (header: string) =>
    current?.columns.findIndex((column) => column.header === header) ?? -1;
  const named: string[] = [];
  now.lines.forEach((line, index) => {
    const { code, title, number } = line.task;
    const name = `${code}${number === "" ? "" : ` (${number})`} “${title}”`;
    const row = before.get(code);
    before.delete(code);
    if (!row) {
      named.push(`${name}: khi chốt chưa có trong danh mục`);
      return;
    }
    const differing = WATCHED.flatMap((header) => {
      const was = shown(row[place(header)]);
      const is = shown(current?.rows[index]?.[nowAt(header)]);
      return was === is ? [] : [`${header.toLowerCase()} khi chốt “${was}”, nay “${is}”`];
    });
    if (differing.length > 0) named.push(`${name}: ${differing.join("; ")}`);
  });
  for (const [code, row] of before) {
    named.push(
      `${code} “${String(row[place(COLUMNS.title)] ?? "")}”: nay không còn trong danh mục`,
    );
  }
  sentences.push(...named.slice(0, MOST_NAMED).map((text) => `${text}.`));
  if (named.length > MOST_NAMED) {
    sentences.push(`Và ${named.length - MOST_NAMED} nhiệm vụ khác có thay đổi.`);
  }
  return sentences;
}

/** The columns whose change is told: what a reader of the closed report would miss. */
const WATCHED = [
  COLUMNS.status,
  COLUMNS.dueShown,
  COLUMNS.finishShown,
  COLUMNS.lead,
  COLUMNS.result,
] as const;

function shown(value: CellValue | null | undefined): string {
  if (typeof value !== "number") return String(value ?? "");
  const day = fromSerial(value);
  return day === null ? String(value) : showDate(day);
}

/**
 * The report with what its closed list says in place of what is known today: what Word must agree with.
 * Single entries are not kept by the list, so quantities stand in its results and in `kept` alone.
 */
export function asClosed(
  now: Report,
  tracking: Tracking,
  grid: TableGrid,
  kept: Partial<Pick<Figures, "measures" | "entriesInPeriod">> = {},
): Report {
  const place = (header: string) => grid.headers.indexOf(header);
  const known = new Map(now.lines.map((line) => [line.task.code, line]));
  const classes = new Map(Object.entries(STATUS_WORDS).map(([name, word]) => [word, name]));
  const groups = new Map(Object.entries(GROUP_WORDS).map(([name, word]) => [word, name]));
  const lines = grid.rows.flatMap((row): ReportLine[] => {
    const text = (header: string) => String(row[place(header)] ?? "");
    const line = known.get(text(COLUMNS.code));
    const name = classes.get(text(COLUMNS.status)) as TaskClass | undefined;
    const group = groups.get(text(COLUMNS.group)) as LineGroup | undefined;
    if (!line || !name || !group) return [];
    const due = row[place(COLUMNS.dueShown)];
    return [
      {
        ...line,
        status: {
          ...line.status,
          class: name,
          dueSoon: row[place(COLUMNS.dueSoon)] === 1,
          daysLate: Number(row[place(COLUMNS.daysLate)] ?? 0),
          due: typeof due === "number" ? fromSerial(due) : null,
        },
        task: { ...line.task, number: text(COLUMNS.number), title: text(COLUMNS.title) },
        lead: text(COLUMNS.lead),
        section: text(COLUMNS.section),
        group,
        entries: [],
        resultText: text(COLUMNS.result),
        causeText: text(COLUMNS.cause),
      },
    ];
  });
  const report = withLines(now, tracking, lines);
  const { measures, entriesInPeriod } = now.figures;
  const withResult = grid.rows.filter(
    (row) =>
      row[place(COLUMNS.status)] === STATUS_WORDS["open-no-deadline"] &&
      row[place(COLUMNS.hasResult)] === 1,
  ).length;
  return {
    ...report,
    figures: {
      ...report.figures,
      measures,
      entriesInPeriod,
      noDeadlineWithResult: withResult,
      noDeadlineWithoutResult: report.figures.all.openNoDeadline - withResult,
      ...kept,
    },
  };
}

/** Why a report cannot be closed yet, in the officer's words; null when it can. */
export function closingObstacle(report: Report): string | null {
  if (report.draft) {
    return `Chưa đến ngày chốt ${showDate(report.period.to)}: số liệu mới đến ${showDate(report.asOf)} nên chỉ là dự thảo.`;
  }
  if (report.lines.length === 0) return "Báo cáo chưa có nhiệm vụ nào.";
  const { invalid } = report.figures.all;
  return invalid > 0
    ? `Còn ${invalid} nhiệm vụ có ô sai dữ liệu. Sửa các ô đó ở trang Theo dõi rồi lập lại báo cáo.`
    : null;
}

/**
 * Freezes a report: the list becomes values, so what is entered later moves no figure; the figures stay
 * COUNTIFS over that list. Null when closingObstacle names a reason.
 */
export function closedReport(report: Report): ClosedReport | null {
  if (closingObstacle(report) !== null) return null;
  const list = listSheet(report);
  const fingerprint = listFingerprint(list.tables[0]);
  const mark = `Đã chốt số liệu đến hết ngày ${showDate(report.asOf)}. Mã đối chiếu: ${fingerprint}.`;
  const summary = summarySheet(report);
  return {
    fingerprint,
    sheets: [
      { ...summary, blocks: withMark(frozenBlocks(summary, OUTSIDE), mark), validations: [] },
      {
        ...list,
        blocks: withMark(frozenBlocks(list, [""]), mark),
        tables: list.tables.map(asValues),
        validations: [],
      },
    ],
  };
}

/** The mark of a list's values as read back or planned: a change of one cell changes it. */
function fingerprintOf(rows: readonly (readonly (CellValue | null)[])[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const sign of JSON.stringify(rows.map((row) => row.map((cell) => cell ?? "")))) {
    const code = sign.charCodeAt(0);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  const mixed =
    Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (mixed >>> 0).toString(16).toUpperCase().padStart(8, "0");
}

function listFingerprint(table: TablePlan | undefined): string {
  if (!table) return fingerprintOf([]);
  return fingerprintByCode(
    table.columns.map(({ header }) => header),
    table.rows,
  );
}

/** The mark of a list whatever the order of its rows and columns, so that sorting it is no change. */
function fingerprintByCode(
  headers: readonly string[],
  rows: readonly (readonly (CellValue | null)[])[],
): string {
  const places = Object.values<string>(COLUMNS)
    .map((header) => headers.indexOf(header))
    .filter((place) => place >= 0);
  const code = headers.indexOf(COLUMNS.code);
  const sorted = [...rows].sort((one, other) =>
    String(one[code] ?? "").localeCompare(String(other[code] ?? "")),
  );
  return fingerprintOf(sorted.map((row) => places.map((place) => row[place] ?? null)));
}

function asValues(table: TablePlan): TablePlan {
  return {
    ...table,
    columns: table.columns.map((column) => ({
      id: column.id,
      header: column.header,
      ...(column.style ? { style: column.style } : {}),
    })),
  };
}

/** What a figure of a closed report may not look at: it would go on changing. */
const OUTSIDE = [`${TABLES.tasks}[`, `${TABLES.entries}[${ENTRY_COLUMNS.quantity}]`];

/** Figures over the list stay formulas; a formula with one of the parts in it becomes its value. */
function frozenBlocks(plan: SheetPlan, parts: readonly string[]): SheetPlan["blocks"] {
  const freeze = (cell: PlanCell): PlanCell =>
    typeof cell === "object" && cell !== null && parts.some((part) => cell.formula.includes(part))
      ? cell.expected
      : cell;
  return plan.blocks.map((block) => ({
    ...block,
    cells: block.cells.map((row) => row.map(freeze)),
  }));
}

function withMark(blocks: SheetPlan["blocks"], mark: string): SheetPlan["blocks"] {
  return blocks.map((block) =>
    block.row === 0 && block.column === 0
      ? {
          ...block,
          cells: block.cells.map((row, index) => (index === 0 ? [mark, ...row.slice(1)] : row)),
        }
      : block,
  );
}
