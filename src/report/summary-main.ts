import { cellAddress, type CellStyle } from "../sheet";
import { TABLES, TASK_COLUMNS } from "../tracking";
import { CLASS_COLUMNS } from "./class-columns";
import {
  countFormula,
  equalsLabel,
  FIRST_NUMBER,
  writeCounts,
  writeHeader,
  type CountRow,
} from "./count-table";
import { LIST_COLUMNS_OF_REPORT as COLUMNS } from "./list-columns";
import type { SheetBuilder } from "./sheet-builder";
import { sentenceCase } from "./titles";
import type { Breakdown, Report } from "./types";

/** Where the first table of the summary stands. */
export interface MainTable {
  readonly next: number;
  /** Row of its first part, then of its total. */
  readonly firstRow: number;
  readonly totalRow: number;
}

const HEADING: CellStyle = { bold: true, fontSize: 12, wrap: false, horizontal: "left" };

/** What the first table is broken down by: the leaders read by unit, the authority by the plan's sections. */
export function mainParts(report: Report): {
  readonly parts: readonly Breakdown[];
  readonly label: string;
  readonly heading: string;
  readonly header: string;
} {
  return report.reader === "authority"
    ? {
        parts: report.figures.bySection,
        label: "Nhóm nhiệm vụ",
        heading: "1. Tổng hợp theo nhóm nhiệm vụ của kế hoạch",
        header: COLUMNS.section,
      }
    : {
        parts: report.figures.byLead,
        label: "Đơn vị chủ trì",
        heading: "1. Tổng hợp theo đơn vị chủ trì",
        header: COLUMNS.lead,
      };
}

/** Writes the table of the eight classes with its total and the line that proves the sums. */
export function writeMainTable(builder: SheetBuilder, firstRow: number, report: Report): MainTable {
  const { parts, label, heading, header } = mainParts(report);
  const live = report.lines.length > 0;
  builder.put(firstRow, 0, heading, HEADING);
  builder.heights[firstRow] = 20;
  const first = writeHeader(builder, firstRow + 1, label);
  parts.forEach((part, index) => {
    writeCounts(
      builder,
      first + index,
      report.table,
      index + 1,
      {
        label: sentenceCase(report, part.label),
        counts: part.counts,
        criteria: equalsLabel(header, part.label),
      },
      { live },
    );
  });
  const totalRow = first + parts.length;
  const total: CountRow = { label: "Tổng cộng", counts: report.figures.all, criteria: [] };
  writeCounts(builder, totalRow, report.table, "", total, { bold: true, live });
  const proofRow = totalRow + 1;
  const failed = "TỔNG KHÔNG KHỚP: lập lại báo cáo hoặc xem cột Tình trạng ở danh mục.";
  const proved = `Tổng khớp: tổng số = đã hoàn thành + chưa hoàn thành + thôi thực hiện; cộng các dòng = tổng cộng.`;
  const holds = report.figures.all.invalid === 0;
  builder.put(
    proofRow,
    0,
    live
      ? {
          formula: `=IF(${proof(report, first, totalRow)},"${proved}","${failed}")`,
          expected: holds ? proved : failed,
        }
      : proved,
    { italic: true, fontSize: 10, wrap: false, horizontal: "left" },
  );
  return {
    next: proofRow + 2,
    firstRow: first,
    totalRow,
  };
}

/** The sums that must hold: classes against the total, lines against the total, list against Theo dõi. */
function proof(report: Report, first: number, totalRow: number): string {
  const cell = (id: string) =>
    cellAddress(totalRow, FIRST_NUMBER + CLASS_COLUMNS.findIndex((column) => column.id === id));
  const column = (id: string) => {
    const place = FIRST_NUMBER + CLASS_COLUMNS.findIndex((one) => one.id === id);
    return `SUM(${cellAddress(first, place)}:${cellAddress(totalRow - 1, place)})`;
  };
  const tests = [
    `${cell("total")}=${cell("done")}+${cell("open")}+${cell("cancelled")}`,
    `${column("total")}=${cell("total")}`,
    `${column("done")}=${cell("done")}`,
    `${column("open")}=${cell("open")}`,
    ...(report.unit === null
      ? [`COUNTA(${TABLES.tasks}[${TASK_COLUMNS.code}])=${countFormula(report.table, [])}`]
      : []),
  ];
  return `AND(${tests.join(",")})`;
}
