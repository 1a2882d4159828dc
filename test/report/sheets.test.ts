import fc from "fast-check";
import { customPeriod, reportingPeriod, type Period } from "../../src/deadline";
import {
  closedReport,
  closingObstacle,
  makeReport,
  reportSheets,
  urgingSheet,
} from "../../src/report";
import { areaAddress, type Area, type SheetPlan } from "../../src/sheet";
import { trackingSheets } from "../../src/tracking";
import { differences, evaluatePlans } from "./evaluate";
import { entry, randomTracking, task, tracking } from "./plans";

const HALF = reportingPeriod("first-half", 2024);
const PERIODS: readonly Period[] = [
  HALF,
  reportingPeriod("year", 2024),
  reportingPeriod("last-half", 2024),
  reportingPeriod("nine-months", 2024),
  reportingPeriod("quarter", 2024, 3),
  reportingPeriod("month", 2024, 12),
  customPeriod("2024-01-01", "2024-06-30") ?? HALF,
];
const MILLIMETRE = 72 / 25.4;

function overlaps(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

/** What an Excel sheet or decree 30/2020 would refuse in a plan. */
function faults(plan: SheetPlan): readonly string[] {
  const found: string[] = [];
  if (plan.name.length < 1 || plan.name.length > 31 || /[:\\/?*[\]]/.test(plan.name)) {
    found.push(`name ${plan.name}`);
  }
  plan.merges.forEach((merge, index) => {
    if (merge.rows * merge.columns < 2) found.push(`merge of one cell ${areaAddress(merge)}`);
    const other = plan.merges.slice(index + 1).find((one) => overlaps(one, merge));
    if (other) found.push(`merges ${areaAddress(merge)} ${areaAddress(other)}`);
    for (const { row, column, columns, rows } of plan.tables) {
      const area = { row, column, rows: rows.length + 1, columns: columns.length };
      if (overlaps(area, merge)) found.push(`merge in a table ${areaAddress(merge)}`);
    }
  });
  for (const block of plan.blocks) {
    const width = block.cells[0]?.length ?? 0;
    if (block.cells.some((row) => row.length !== width)) found.push("ragged block");
    const area = { row: block.row, column: block.column, rows: block.cells.length, columns: width };
    for (const table of plan.tables) {
      const { row, column, columns, rows } = table;
      if (overlaps(area, { row, column, rows: rows.length + 1, columns: columns.length })) {
        found.push(`block over the table ${table.name}`);
      }
    }
  }
  for (const height of Object.values(plan.rowHeights)) {
    if (height <= 0 || height > 409) found.push(`height ${height}`);
  }
  const { print } = plan;
  if (!print) return [...found, "no page layout"];
  const { area, margins, orientation } = print;
  const printed = plan.columnWidths
    .slice(area.column, area.column + area.columns)
    .reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const page = (orientation === "portrait" ? 210 : 297) - margins.left - margins.right;
  if (printed > page * MILLIMETRE) found.push(`${printed} pt on a page of ${page} mm`);
  if (margins.left < 30 || margins.left > 35) found.push("left margin");
  if (margins.right < 15 || margins.right > 20) found.push("right margin");
  if (Math.min(margins.top, margins.bottom) < 20) found.push("top or bottom margin");
  for (const table of plan.tables) {
    const headers = table.columns.map(({ header }) => header.toLowerCase());
    if (new Set(headers).size !== headers.length) found.push("two columns of one name");
    if (print.titleRows?.[0] !== table.row) found.push("header row not repeated");
    if (table.rows.some((row) => row.length !== table.columns.length)) found.push("ragged table");
  }
  return found;
}

describe("the sheets of a report", () => {
  it("are sheets that Excel takes and pages that decree 30/2020 allows", () => {
    fc.assert(
      fc.property(
        randomTracking(10),
        fc.constantFrom(...PERIODS),
        fc.constantFrom("authority" as const, "leaders" as const, "office" as const),
        (plan, period, reader) => {
          const report = makeReport(plan, { period, asOf: period.to, reader });
          const [summary, list] = reportSheets(report);
          expect([summary?.print?.orientation, list?.print?.orientation]).toEqual([
            "portrait",
            "landscape",
          ]);
          for (const sheet of [...reportSheets(report), urgingSheet(plan, period.to)]) {
            expect([sheet.name, faults(sheet)]).toEqual([sheet.name, []]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("have names of their own for every period and reader", () => {
    const names = PERIODS.flatMap((period) =>
      (["authority", "leaders", "office"] as const).flatMap((reader) => {
        const report = makeReport(tracking([task()]), { period, asOf: period.to, reader });
        return [report.sheets.summary, report.sheets.list, report.table];
      }),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toBe("BC 6 tháng 2024");
  });

  it("say on their first line that a draft is a draft", () => {
    const report = makeReport(tracking([task()]), {
      period: HALF,
      asOf: "2024-05-20",
      reader: "authority",
    });
    for (const sheet of reportSheets(report)) {
      expect(sheet.blocks[0]?.cells[0]?.[0]).toBe(
        "DỰ THẢO – số liệu đến 20/5/2024, ngày chốt 14/6/2024.",
      );
      expect(sheet.print?.area.row).toBe(0);
    }
  });

  it("print no unit beside a late task for the authority, and do for the leaders", () => {
    const plan = tracking([task({ leads: ["Phòng Quản lý đầu tư"] })]);
    const printed = (reader: "authority" | "leaders") => {
      const [, list] = reportSheets(makeReport(plan, { period: HALF, asOf: HALF.to, reader }));
      const columns = list?.tables[0]?.columns.slice(0, list.print?.area.columns);
      return columns?.map(({ header }) => header) ?? [];
    };
    expect(printed("authority")).not.toContain("Chủ trì");
    expect(printed("leaders")).toContain("Chủ trì");
  });

  it("can be made for a plan without tasks", () => {
    const report = makeReport(tracking([]), { period: HALF, asOf: HALF.to, reader: "leaders" });
    const sheets = reportSheets(report);
    expect(sheets.flatMap(({ tables }) => tables)).toEqual([]);
    expect(differences(sheets)).toEqual([]);
  });

  it("are kept to the unit of a department's own report", () => {
    const plan = tracking([
      task({ code: "NV001", leads: ["Văn phòng Ban"] }),
      task({ code: "NV002", leads: ["Phòng Quản lý đầu tư"] }),
      task({
        code: "NV003",
        leads: ["Phòng Quản lý lao động"],
        supports: ["Phòng Quản lý đầu tư"],
      }),
    ]);
    const report = makeReport(plan, {
      period: HALF,
      asOf: HALF.to,
      reader: "office",
      unit: "Phòng Quản lý đầu tư",
    });
    expect(report.lines.map((line) => line.task.code)).toEqual(["NV002", "NV003"]);
    expect(differences([...trackingSheets(plan), ...reportSheets(report)])).toEqual([]);
  });
});

describe("closing a report", () => {
  const plan = tracking([task(), task({ code: "NV002", due: null })], [entry({ code: "NV002" })]);
  const closed = (asOf: string) =>
    closedReport(makeReport(plan, { period: HALF, asOf, reader: "leaders" }));

  it("turns the list into values, while figures stay counts over it", () => {
    const sheets = closed(HALF.to)?.sheets ?? [];
    const computed = evaluatePlans([...sheets]);
    expect(computed.length).toBeGreaterThan(50);
    expect(computed.every(({ at }) => at.startsWith("BC "))).toBe(true);
    expect(computed.filter(({ formula }) => /NhiemVu|KetQua|MocThoiHan/.test(formula))).toEqual([]);
    expect(differences([...sheets])).toEqual([]);
  });

  it("is refused for a draft and for wrong data, with the reason", () => {
    expect(closed("2024-06-01")).toBeNull();
    const draft = makeReport(plan, { period: HALF, asOf: "2024-06-01", reader: "leaders" });
    expect(closingObstacle(draft)).toContain("dự thảo");
    const doubled = makeReport(tracking([task(), task()]), {
      period: HALF,
      asOf: HALF.to,
      reader: "leaders",
    });
    expect(closingObstacle(doubled)).toContain("sai dữ liệu");
    expect(closedReport(doubled)).toBeNull();
  });

  it("gives a mark that any change of the list changes", () => {
    const other = closedReport(
      makeReport(tracking([task({ finished: "2024-03-30" }), task({ code: "NV002", due: null })]), {
        period: HALF,
        asOf: HALF.to,
        reader: "leaders",
      }),
    );
    expect(closed(HALF.to)?.fingerprint).toMatch(/^[0-9A-F]{8}$/);
    expect(closed(HALF.to)?.fingerprint).toBe(closed(HALF.to)?.fingerprint);
    expect(other?.fingerprint).not.toBe(closed(HALF.to)?.fingerprint);
  });
});

describe("what the officer may word anew", () => {
  it("is the number, the title and the signature, each in an area of its own", () => {
    const report = makeReport(tracking([task()]), {
      period: HALF,
      asOf: HALF.to,
      reader: "leaders",
    });
    const [summary] = reportSheets(report);
    const areas = summary?.editable ?? [];
    const words = areas.map(({ name, area }) => [
      name,
      (summary?.blocks[0]?.cells ?? [])
        .slice(area.row, area.row + area.rows)
        .flatMap((row) => row.filter((cell) => typeof cell === "string" && cell !== ""))
        .slice(0, 2),
    ]);
    expect(words).toEqual([
      ["TenCoQuan", ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
      ["SoVaNgay", ["Số: …/BC-BQL", "Hưng Yên, ngày … tháng … năm 2024"]],
      ["TieuDe", ["BÁO CÁO", "Kết quả thực hiện Kế hoạch tuyên truyền"]],
      ["KinhGui", ["Kính gửi: Sở Nội vụ tỉnh Hưng Yên"]],
      ["NoiNhanChuKy", ["Nơi nhận:", "KT. TRƯỞNG BAN"]],
    ]);
  });
});
