import { toSerial } from "../../src/deadline";
import type { Area, SheetPlan } from "../../src/sheet";
import { statusAt, type Tracking } from "../../src/task";
import {
  DUE_KIND_WORDS,
  ENTRY_COLUMNS,
  MILESTONE_COLUMNS,
  NAMES,
  STATUS_WORDS,
  TABLES,
  TASK_COLUMNS,
  tablesPresent,
  TRACKING_NAMES,
  TRACKING_TABLES,
  trackingSheets,
} from "../../src/tracking";
import { makeTask, SETTINGS, UNITS } from "../task/fixtures";
import { computedDifferences } from "./workbook";

const PLAIN: Tracking = {
  settings: SETTINGS,
  tasks: [
    makeTask({ code: "NV001", deadlineText: "Quý I" }),
    makeTask({ code: "NV002", deadlineText: "Thường xuyên" }),
    makeTask({ code: "NV003", deadlineText: "20/6/2024" }),
  ],
  entries: [],
  units: UNITS,
};
const FULL: Tracking = {
  ...PLAIN,
  tasks: [...PLAIN.tasks, makeTask({ code: "NV004", deadlineText: "Quý I, III" })],
  entries: [
    {
      code: "NV001",
      date: "2024-03-05",
      unit: "",
      quantity: 4,
      measure: "tin, bài",
      result: "Đã đăng",
      evidence: "",
      difficulty: "",
      source: "ngăn",
    },
  ],
  calendar: [{ date: "2024-09-02", kind: "off", name: "Quốc khánh" }],
};

/** The functions that these sheets may use: what older Excel and LibreOffice compute alike. */
const ALLOWED = new Set(
  "IF AND OR NOT N ISTEXT IFERROR SUM MAX MIN ROUND COUNTA ROWS COUNTIFS SUMIFS MAXIFS MINIFS INDEX MATCH ISFORMULA".split(
    " ",
  ),
);

function formulasOf(plan: SheetPlan): string[] {
  return plan.tables.flatMap(({ columns }) => columns.flatMap(({ formula }) => formula ?? []));
}

function withoutTexts(formula: string): string {
  return formula.replace(/"[^"]*"/g, '""');
}

describe("trackingSheets", () => {
  it("adds only what is needed", () => {
    const names = (tracking: Tracking, tables: string[] = []) =>
      trackingSheets(tracking, { tables }).map(({ name }) => name);
    expect(names(PLAIN)).toEqual(["Theo dõi", "Đơn vị", "Thiết lập"]);
    expect(names(FULL)).toEqual([
      "Theo dõi",
      "Kết quả",
      "Mốc thời hạn",
      "Đơn vị",
      "Thiết lập",
      "Ngày nghỉ",
    ]);
    expect(names(PLAIN, [TABLES.entries, TABLES.milestones])).toEqual([
      "Theo dõi",
      "Kết quả",
      "Mốc thời hạn",
      "Đơn vị",
      "Thiết lập",
    ]);
    expect(tablesPresent(PLAIN)).toEqual({ milestones: false, entries: false });
  });

  it.each([
    ["plain", PLAIN, []],
    ["full", FULL, []],
    ["with empty tables", PLAIN, [TABLES.entries, TABLES.milestones]],
  ] as const)("names no table that is not there, and computes right: %s", (_, tracking, tables) => {
    const plans = trackingSheets(tracking, { tables });
    const there = new Map(
      plans.flatMap((plan) =>
        plan.tables.map(({ name, columns }) => [
          name,
          new Set(columns.map(({ header }) => header)),
        ]),
      ),
    );
    for (const formula of plans.flatMap(formulasOf)) {
      for (const [, table = "", column = ""] of formula.matchAll(
        /(\w+)\[(?:\[#This Row\],\[)?([^\][]+)\]/gu,
      )) {
        expect(there.get(table)?.has(column)).toBe(true);
      }
    }
    expect(computedDifferences(plans)).toEqual([]);
  });

  it("uses only functions that every program computes, and full structured references", () => {
    for (const formula of trackingSheets(FULL).flatMap(formulasOf)) {
      const bare = withoutTexts(formula);
      for (const [, name = ""] of bare.matchAll(/([A-Z]+)\(/g)) expect(ALLOWED).toContain(name);
      expect(bare).not.toContain("@");
      expect(formula.length).toBeLessThan(8_000);
    }
  });

  it("keeps structured references out of rules and colours, and lists within Excel's limit", () => {
    for (const plan of trackingSheets(FULL)) {
      for (const { formula } of plan.conditionalFormats) expect(formula).not.toContain("[");
      for (const { rule, title, message } of plan.validations) {
        if (rule.kind === "list-range") expect(rule.formula).toMatch(/^=\w+$/);
        if (rule.kind === "list") {
          expect(rule.values.join(",").length).toBeLessThanOrEqual(255);
          expect(rule.values.join("")).not.toContain(",");
        }
        expect(title.length).toBeLessThanOrEqual(32);
        expect(message.length).toBeLessThanOrEqual(255);
      }
    }
  });

  it("guards every computed column and never formats it as text", () => {
    for (const plan of trackingSheets(FULL)) {
      for (const table of plan.tables) {
        table.columns.forEach(({ formula, style }, column) => {
          if (formula === undefined) return;
          expect(style?.numberFormat).not.toBe("@");
          const covers = ({ area }: { readonly area: Area }) =>
            area.column === column && area.columns === 1;
          expect(plan.validations.some((one) => covers(one) && one.rule.kind === "computed")).toBe(
            true,
          );
          if (plan.hiddenColumns?.includes(column)) return;
          expect(
            plan.conditionalFormats.some(
              (one) => covers(one) && one.formula.startsWith("=NOT(ISFORMULA("),
            ),
          ).toBe(true);
        });
      }
    }
  });

  it("says what the sheet is in A1, freezes and repeats the header, and prints on A4", () => {
    for (const plan of trackingSheets(FULL)) {
      expect(plan.blocks[0]?.cells[0]?.[0]).toMatch(/^[\p{Lu} ]+/u);
      const [table] = plan.tables;
      expect(table?.row).toBeGreaterThan(0);
      expect(plan.print?.orientation).toBe("landscape");
      expect(plan.protect).toBeUndefined();
      if (plan.name === "Thiết lập") continue;
      expect(plan.frozenRows).toBe((table?.row ?? 0) + 1);
      expect(plan.print?.titleRows).toEqual([table?.row, table?.row]);
    }
  });

  it("names what a reading asks for", () => {
    const plans = trackingSheets(FULL);
    expect(plans.flatMap(({ tables }) => tables.map(({ name }) => name)).sort()).toEqual(
      [...TRACKING_TABLES].sort(),
    );
    expect(plans.flatMap(({ names }) => names.map(({ name }) => name)).sort()).toEqual(
      [...TRACKING_NAMES].sort(),
    );
  });

  it("never invents what the plan leaves blank", () => {
    const settings = trackingSheets(PLAIN).find(({ name }) => name === "Thiết lập");
    const cells = settings?.blocks[0]?.cells ?? [];
    const value = (label: string) => cells.find(([first]) => first === label)?.[1];
    expect(value("Số, ký hiệu kế hoạch")).toBeNull();
    expect(value("Ngày ban hành")).toBeNull();
    expect(value("Họ tên người ký")).toBeNull();
    expect(value("Số liệu tính đến ngày")).toBe(toSerial("2024-06-14"));
  });
});

describe("the native status", () => {
  /** The computed column of the first table when some cells are typed over. */
  function differences(change: (plan: SheetPlan) => SheetPlan, tracking = FULL): string[] {
    return computedDifferences(trackingSheets(tracking).map(change));
  }

  it("says Sai dữ liệu in every row while the as-of day is blank", () => {
    const found = differences((plan) =>
      plan.name === "Thiết lập"
        ? {
            ...plan,
            blocks: plan.blocks.map((block) => ({
              ...block,
              cells: block.cells.map(([label = null, value = null, ...rest]) =>
                label === "Số liệu tính đến ngày"
                  ? [label, null, ...rest]
                  : [label, value, ...rest],
              ),
            })),
          }
        : plan,
    );
    const statuses = found.filter((line) => line.startsWith("Theo dõi!Tình trạng"));
    expect(statuses).toHaveLength(FULL.tasks.length);
    for (const line of statuses) expect(line).toMatch(/Sai dữ liệu$/);
  });

  it.each([
    [TASK_COLUMNS.finished, "14/6/2024", STATUS_WORDS.invalid],
    [TASK_COLUMNS.code, "NV002", STATUS_WORDS.invalid],
    [TASK_COLUMNS.dueKind, DUE_KIND_WORDS.milestones, STATUS_WORDS.invalid],
    [TASK_COLUMNS.finished, toSerial("2024-03-31"), STATUS_WORDS["done-on-time"]],
    [TASK_COLUMNS.adjustedDue, toSerial("2024-06-14"), STATUS_WORDS["open-in-time"]],
    [TASK_COLUMNS.cancelled, toSerial("2024-06-01"), STATUS_WORDS.cancelled],
  ])("follows what an officer types without the add-in: %s %s", (header, value, expected) => {
    const found = differences((plan) =>
      plan.name === "Theo dõi"
        ? {
            ...plan,
            tables: plan.tables.map((table) => {
              const column = table.columns.findIndex((one) => one.header === header);
              return {
                ...table,
                rows: table.rows.map((row, index) =>
                  index === 0 ? row.map((cell, place) => (place === column ? value : cell)) : row,
                ),
              };
            }),
          }
        : plan,
    );
    expect(found.find((line) => line.startsWith("Theo dõi!Tình trạng:5"))).toBe(
      `Theo dõi!Tình trạng:5 ${STATUS_WORDS["open-overdue"]} ${expected}`,
    );
  });

  it("keeps the shape that was measured", () => {
    const [tasks, , milestones] = trackingSheets(FULL);
    const own = (header: string) => `NhiemVu[[#This Row],[${header}]]`;
    const formula = tasks?.tables[0]?.columns.find(({ header }) => header === TASK_COLUMNS.status);
    expect(formula?.formula).toBe(
      `=IF(OR(${own("Lỗi nhập")}=1,N(${NAMES.asOf})=0),"Sai dữ liệu",` +
        `IF(${own("Thôi tính")}<=NgaySoLieu,"Thôi thực hiện",` +
        `IF(${own("Xong tính")}<=NgaySoLieu,${own("Xếp loại")},` +
        `IF(${own("Hạn tính")}=2958465,"Không hạn",` +
        `IF(IF(${own("Loại hạn")}="Nhiều mốc",` +
        `COUNTIFS(MocThoiHan[Mã],${own("Mã")},MocThoiHan[Hạn tính],"<"&NgaySoLieu,MocThoiHan[Xong tính],">"&NgaySoLieu)>0,` +
        `${own("Hạn tính")}<NgaySoLieu),"Quá hạn","Trong hạn")))))`,
    );
    expect(milestones?.tables[0]?.columns.map(({ header }) => header)).toContain(
      MILESTONE_COLUMNS.late,
    );
  });

  it("has one word for each class, all different", () => {
    expect(new Set(Object.values(STATUS_WORDS)).size).toBe(9);
    const status = statusAt(FULL.tasks[0] ?? makeTask(), "2024-06-14");
    expect(STATUS_WORDS[status.class]).toBe("Quá hạn");
    expect(ENTRY_COLUMNS.code).toBe(TASK_COLUMNS.code);
  });
});
