import { checkAppendix, RULES } from "../../src/check";
import {
  dateCell,
  findingsOf,
  HEADER,
  inputOf,
  row,
  UNITS,
  type Cell,
  type PlanOptions,
} from "./support/plan";

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly options?: PlanOptions;
  /** Cells of the findings; "" for the whole table. */
  readonly cells: readonly string[];
  readonly candidates?: readonly string[];
  readonly fix?: string;
}

const good = [row(1), row(2), row(3)];
const section = (number: string, title: string): Cell[] => [
  number,
  title,
  ...HEADER.slice(2).map(() => ""),
];

const CASES: readonly Case[] = [
  { rule: "no-lead", name: "a blank lead", rows: [row(1), row(2, { D: "" })], cells: ["D6"] },
  {
    rule: "several-leads",
    name: "two leads in a cell",
    rows: [row(1), row(2, { D: "Văn phòng Ban, Phòng QLLĐ" })],
    cells: ["D6"],
    candidates: ["Văn phòng Ban", "Phòng Quản lý lao động"],
  },
  {
    rule: "unknown-lead",
    name: "a lead that is not in the list",
    rows: [row(1), row(2, { D: "Phòng Kế hoạch tổng hợp" })],
    cells: ["D6"],
  },
  {
    rule: "deadline-in-owner",
    name: "a date in the lead column",
    rows: [row(1), row(2, { D: "30/6/2024" }), row(3)],
    cells: ["D6"],
  },
  {
    rule: "owner-in-deadline",
    name: "a unit in the deadline column",
    rows: [row(1), row(2, { F: "Văn phòng Ban" }), row(3)],
    cells: ["F6"],
  },
  {
    rule: "impossible-date",
    name: "31 June",
    rows: [row(1), row(2, { F: "31/6/2024" })],
    cells: ["F6"],
    candidates: ["30/6/2024"],
  },
  {
    rule: "unreadable-deadline",
    name: "a broken date",
    rows: [row(1), row(2, { F: "20/01/202" })],
    cells: ["F6"],
  },
  {
    rule: "plan-year-unknown",
    name: "days without a year in a plan without a year",
    rows: [row(1, { F: "30/6" }), row(2, { F: "15/9" })],
    options: { title: "PHỤ LỤC NHIỆM VỤ TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH" },
    cells: [""],
  },
  {
    rule: "start-after-end",
    name: "a span that runs backwards",
    rows: [row(1), row(2, { F: "Từ 30/9/2024 đến 01/7/2024" })],
    cells: ["F6"],
  },
  {
    rule: "finish-in-future",
    name: "finished next month",
    rows: [row(1), row(2, { G: "12/7/2024", I: "Đã đăng" })],
    cells: ["G6"],
  },
  {
    rule: "status-against-cells",
    name: "still running but finished",
    rows: [row(1), row(2, { G: "12/6/2024", H: "Đang thực hiện", I: "Đã đăng" })],
    cells: ["H6"],
  },
  {
    rule: "unread-date",
    name: "words in a date cell of Theo dõi",
    rows: good,
    options: { change: (task) => (task.number === "2" ? { unread: { due: "sớm" } } : {}) },
    cells: [""],
  },
  {
    rule: "unit-in-question",
    name: "the beginning of several names",
    rows: [row(1), row(2, { D: "Phòng Quản lý" })],
    cells: ["D6"],
    candidates: ["Phòng Quản lý đầu tư", "Phòng Quản lý lao động", "Phòng Quản lý doanh nghiệp"],
  },
  {
    rule: "group-lead",
    name: "all rooms lead",
    rows: [row(1), row(2, { D: "Các phòng chuyên môn" })],
    cells: ["D6"],
    candidates: ["Phòng Quản lý đầu tư", "Phòng Quản lý lao động", "Phòng Quản lý doanh nghiệp"],
  },
  {
    rule: "person-owner",
    name: "a person leads",
    rows: [row(1), row(2, { D: "Đ/c Hùng" })],
    cells: ["D6"],
  },
  {
    rule: "former-unit",
    name: "a unit that was renamed",
    rows: [row(1), row(2, { D: "Phòng Doanh nghiệp" })],
    options: {
      units: [
        ...UNITS,
        {
          name: "Phòng Doanh nghiệp",
          abbreviation: null,
          otherNames: [],
          group: null,
          headTitle: null,
          to: "2023-12-31",
          successor: "Phòng Quản lý doanh nghiệp",
        },
      ],
    },
    cells: ["D6"],
    candidates: ["Phòng Quản lý doanh nghiệp"],
    fix: "Phòng Quản lý doanh nghiệp",
  },
  {
    rule: "lead-also-supports",
    name: "the lead among the coordinating units",
    rows: [row(1), row(2, { E: "Văn phòng Ban; Phòng QLĐT" })],
    cells: ["E6"],
  },
  {
    rule: "phone-number",
    name: "a phone number in brackets",
    rows: [row(1), row(2, { D: "Phòng Quản lý đầu tư (ĐT: 0912 345 678)" })],
    cells: ["D6"],
    fix: "Phòng Quản lý đầu tư",
  },
  {
    rule: "swapped-dates",
    name: "a column typed month first",
    rows: [
      row(1, { F: dateCell(5, 3, 2024) }),
      row(2, { F: dateCell(7, 4, 2024) }),
      row(3, { F: "28/02/2024" }),
      row(4, { F: "30/06/2024" }),
    ],
    cells: ["F5"],
    candidates: ["5/3/2024", "3/5/2024"],
  },
  {
    rule: "outside-plan",
    name: "a year mistyped",
    rows: [row(1), row(2), row(3), row(4), row(5), row(6, { F: "30/9/2042" })],
    cells: ["F10"],
  },
  {
    rule: "before-plan-date",
    name: "due before the plan was signed",
    rows: [row(1), row(2, { F: "15/01/2024" })],
    options: {
      tracking: (tracking) => ({
        ...tracking,
        settings: {
          ...tracking.settings,
          plan: { ...tracking.settings.plan, date: "2024-02-20" },
        },
      }),
    },
    cells: ["F6"],
  },
  {
    rule: "relative-without-anchor",
    name: "days after an event",
    rows: [row(1), row(2, { F: "10 ngày làm việc sau khi nhận được đề nghị" })],
    cells: ["F6"],
  },
  {
    rule: "no-deadline",
    name: "a blank deadline",
    rows: [row(1), row(2, { F: "" })],
    cells: ["F6"],
  },
  {
    rule: "finish-before-start",
    name: "finished before the plan was signed",
    rows: [row(1), row(2, { G: "15/01/2024", I: "Đã đăng" })],
    options: {
      tracking: (tracking) => ({
        ...tracking,
        settings: {
          ...tracking.settings,
          plan: { ...tracking.settings.plan, date: "2024-02-20" },
        },
      }),
    },
    cells: ["G6"],
  },
  {
    rule: "done-without-date",
    name: "a mark instead of a date",
    rows: [row(1), row(2, { G: "x", I: "Đã đăng" })],
    cells: ["G6"],
  },
  {
    rule: "done-without-result",
    name: "a date and no result",
    rows: [row(1), row(2, { G: "12/6/2024" })],
    cells: ["I6"],
  },
  {
    rule: "adjusted-without-basis",
    name: "moved without a document",
    rows: good,
    options: { change: (task) => (task.number === "2" ? { adjustedDue: "2024-12-31" } : {}) },
    cells: ["F6"],
  },
  {
    rule: "too-many-extensions",
    name: "extended twice",
    rows: good,
    options: { change: (task) => (task.number === "2" ? { extensions: 2 } : {}) },
    cells: ["F6"],
  },
  { rule: "no-product", name: "a blank product", rows: [row(1), row(2, { C: "" })], cells: ["C6"] },
  {
    rule: "duplicate-task",
    name: "the same row twice",
    rows: [row(1), row(2, { B: "Đăng tin, bài số 1 về cải cách hành chính", C: "01 tin, bài" })],
    cells: ["B6"],
  },
  {
    rule: "empty-section",
    name: "two headings in a row",
    rows: [
      section("I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"),
      section("II", "CÔNG TÁC TUYÊN TRUYỀN"),
      row(1),
      row(2),
      row(3),
    ],
    cells: ["B5"],
  },
  {
    rule: "unknown-support",
    name: "a body outside the list",
    rows: [row(1), row(2, { E: "Tập đoàn FPT" })],
    cells: ["E6"],
  },
  {
    rule: "month-cell",
    name: "a date that shows its month",
    rows: [row(1), row(2, { F: dateCell(1, 9, 2024, '"Tháng "m/yyyy') })],
    cells: ["F6"],
  },
  {
    rule: "due-on-day-off",
    name: "a Sunday",
    rows: [row(1), row(2, { F: "30/6/2024" })],
    cells: ["F6"],
  },
  {
    rule: "product-repeats-task",
    name: "the task's own words",
    rows: [row(1), row(2, { C: "Đăng tin, bài số 2 về cải cách hành chính" })],
    cells: ["C6"],
  },
  {
    rule: "duplicate-number",
    name: "a number twice",
    rows: [row(1), row(2), row(3, { A: "2" })],
    cells: ["A7"],
  },
  {
    rule: "missing-number",
    name: "a gap",
    rows: [row(1), row(2), row(3, { A: "5" })],
    cells: ["A7"],
  },
  {
    rule: "damaged-number",
    name: "1.10 stored as 1.1",
    rows: [
      section("1", "Nhóm nhiệm vụ tuyên truyền"),
      row(1, { A: "1.8" }),
      row(2, { A: "1.9" }),
      row(3, { A: 1.1 }),
      row(4, { A: "1.11" }),
    ],
    cells: ["A8"],
    fix: "1.10",
  },
  {
    rule: "mixed-unicode",
    name: "a decomposed name",
    rows: [row(1), row(2, { D: "Phòng Quản lý đầu tư".normalize("NFD") })],
    cells: ["D6"],
    fix: "Phòng Quản lý đầu tư",
  },
  {
    rule: "legacy-encoding",
    name: "TCVN3",
    rows: [row(1), row(2, { B: "§¨ng tin, bµi vÒ c¶i c¸ch hµnh chÝnh trªn cæng th«ng tin" })],
    cells: ["B6"],
    fix: "Đăng tin, bài về cải cách hành chính trên cổng thông tin",
  },
  {
    rule: "group-time",
    name: "a task after its group",
    rows: [
      ["1", "Nhóm nhiệm vụ về tuyên truyền", "", "", "", "Quý II/2024", "", "", ""],
      row(1, { A: "1.1", F: "30/5/2024" }),
      row(2, { A: "1.2", F: "30/9/2024" }),
      row(3, { A: "1.3", F: "28/5/2024" }),
    ],
    cells: ["F7"],
  },
  {
    rule: "ambiguous-deadline",
    name: "a month that stores another day",
    rows: [row(1), row(2, { F: dateCell(15, 9, 2024, '"Tháng "m/yyyy') })],
    cells: ["F6"],
    candidates: ["30/9/2024", "15/9/2024"],
  },
  {
    rule: "reporting-duty",
    name: "no row about spreading the plan or reporting",
    rows: Array.from({ length: 10 }, (_, index) => row(index + 1)),
    cells: ["", "", ""],
  },
];

describe("rules", () => {
  it.each(CASES.map((one) => [one.rule, one.name, one] as const))("%s: %s", (rule, _name, one) => {
    const found = findingsOf(one.rows, one.options, rule);
    expect(found.map((finding) => finding.cell)).toEqual(one.cells);
    for (const finding of found) {
      expect(finding.message).not.toMatch(/undefined|\[object/);
      expect(finding.advice).not.toBe("");
    }
    if (one.candidates) expect(found[0]?.candidates).toEqual(one.candidates);
    expect(found[0]?.fix?.after).toBe(one.fix);
  });

  it.each(RULES.map((rule) => [rule.id]))("%s finds nothing in a good plan", (rule) => {
    expect(findingsOf(good, {}, rule)).toEqual([]);
  });

  it("reads a text that could be of two old encodings as the other texts of its sheet", () => {
    const values = [
      ["Noäi dung coâng vieäc", "Ñôn vò chuû trì", "Keát quaû"],
      ["Raø soaùt vaên baûn quy phaïm phaùp luaät", "Phoøng Tö phaùp", "Baùo caùo"],
    ];
    const plain = inputOf(good);
    const grid = { ...plain.grid, row: 0, column: 0, values };
    const table = { row: 0, column: 0, rows: 2, columns: 3 };
    const input = { ...plain, grid, appendix: { ...plain.appendix, table } };
    const found = checkAppendix(input, "vi").filter(({ rule }) => rule === "legacy-encoding");
    expect(found.map(({ fix }) => fix?.after)).toContain("Kết quả");
    expect(found.map(({ message }) => message).join()).not.toContain("TCVN3");
  });

  it("has a case for every rule", () => {
    const tried = new Set(CASES.map((one) => one.rule));
    expect(RULES.filter((rule) => !tried.has(rule.id)).map((rule) => rule.id)).toEqual([]);
  });

  it("has words in both languages, and ids that differ", () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES) {
      for (const words of [rule.title, rule.protects, rule.advice]) {
        expect(words.vi.trim()).not.toBe("");
        expect(words.en.trim()).not.toBe("");
      }
    }
  });
});
