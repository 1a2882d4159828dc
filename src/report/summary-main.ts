import { cellAddress, type CellStyle } from "../sheet";
import { TABLES, TASK_COLUMNS } from "../tracking";
import { CLASS_COLUMNS } from "./class-columns";
import {
  countFormula,
  equalsLabel,
  FIRST_NUMBER,
  writeCountTable,
  type CountRow,
} from "./count-table";
import { LIST_COLUMNS_OF_REPORT as COLUMNS } from "./list-columns";
import type { SheetBuilder } from "./sheet-builder";
import { sentenceCase } from "./titles";
import type { Breakdown, Report } from "./types";

/** Where the first table of the summary stands. */
export interface MainTable {
  readonly next: number;
  /** Row of each part. */
  readonly rows: readonly number[];
}

const PROOF_HEIGHT = 17;

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
  builder.headAt(firstRow);
  const total: CountRow = { label: "Tổng cộng", counts: report.figures.all, criteria: [] };
  const { rows, next } = writeCountTable(
    builder,
    firstRow + 1,
    label,
    [
      ...parts.map((part, index) => ({
        number: index + 1,
        counts: {
          label: sentenceCase(report, part.label),
          counts: part.counts,
          criteria: equalsLabel(header, part.label),
        },
      })),
      { number: "", counts: total, bold: true },
    ],
    { table: report.table, live, tail: PROOF_HEIGHT },
  );
  const totalRow = next - 1;
  const first = rows[0] ?? totalRow;
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
  builder.heights[proofRow] = PROOF_HEIGHT;
  return { next: proofRow + 2, rows: rows.slice(0, -1) };
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
