import type { CellValue, PlanCell, SheetPlan, TablePlan } from "../sheet";
import { ENTRY_COLUMNS, TABLES } from "../tracking";
import { listSheet } from "./list-sheet";
import { summarySheet } from "./summary-sheet";
import type { Report } from "./types";
import { showDate } from "../deadline";

/** A closed report: its sheets with the list as values, and the mark by which any change shows. */
interface ClosedReport {
  readonly sheets: readonly SheetPlan[];
  /** Eight signs over all values of the list: equal lists have equal marks. */
  readonly fingerprint: string;
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
  return fingerprintOf(table?.rows ?? []);
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
