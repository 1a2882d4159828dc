import fc from "fast-check";
import { checkAppendix, createChecker } from "../../src/check";
import { inputOf, row, UNITS, type Cell, type PlanOptions } from "./support/plan";

type Rows = readonly (readonly Cell[])[];

const base: Rows = Array.from({ length: 14 }, (_, index) => row(index + 1));

const TEXTS: Readonly<Record<string, readonly Cell[]>> = {
  A: ["1", "2", "7", ""],
  B: ["Đăng tin, bài số 1 về cải cách hành chính", "Báo cáo 6 tháng", "§¨ng tin, bµi vÒ c¶i c¸ch"],
  C: ["", "01 tin, bài", "Đăng tin, bài số 2 về cải cách hành chính"],
  D: ["", "Văn phòng Ban; Phòng QLLĐ", "Phòng Doanh nghiệp", "30/6/2024", "Đ/c Hùng", "Các phòng"],
  E: ["Phòng Quản lý đầu tư", "Phòng Quản lý đầu tư".normalize("NFD"), "Tập đoàn FPT"],
  F: ["", "31/6/2024", "Quý II/2024", "30/6/2042", "Văn phòng Ban", "5/6", "Từ 30/9 đến 01/7/2024"],
  G: ["", "12/7/2024", "x", "20/3/2024"],
  H: ["", "100%", "Đang thực hiện"],
  I: ["", "Đã đăng"],
};

const edit = fc.oneof(
  fc.tuple(
    fc.constant("cell" as const),
    fc.nat(),
    fc.constantFrom(...Object.keys(TEXTS)),
    fc.nat(),
  ),
  fc.tuple(
    fc.constantFrom("delete", "copy", "section", "calm"),
    fc.nat(),
    fc.constant("A"),
    fc.nat(),
  ),
);

function edited(
  rows: Rows,
  [kind, place, letter, choice]: readonly [string, number, string, number],
): Rows {
  const at = place % rows.length;
  const now = rows[at] ?? [];
  const texts = TEXTS[letter] ?? [""];
  switch (kind) {
    case "cell":
      return rows.with(at, now.with(letter.charCodeAt(0) - 65, texts[choice % texts.length] ?? ""));
    case "delete":
      return rows.length > 4 ? rows.toSpliced(at, 1) : rows;
    case "copy":
      return rows.toSpliced(choice % rows.length, 0, now);
    case "section":
      return rows.toSpliced(at, 0, ["II", "CÔNG TÁC KHÁC", ...now.slice(2).map(() => "")]);
    default:
      return rows;
  }
}

const former: PlanOptions = {
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
};

describe("checking again", () => {
  it("finds what a full run finds, after any run of edits", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, fc.nat(9)), { minLength: 1, maxLength: 8 }), (edits) => {
        const check = createChecker();
        let rows = base;
        check(inputOf(rows, former), "vi");
        for (const [change, odd] of edits) {
          rows = edited(rows, change);
          const options = odd === 0 ? { ...former, today: "2024-09-30" } : former;
          const locale = odd === 1 ? "en" : "vi";
          const input = inputOf(rows, options);
          expect(check(input, locale)).toEqual(checkAppendix(input, locale));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the findings of the rows that did not change", () => {
    const rows = [row(1, { F: "31/6/2024" }), row(2), row(3, { D: "" })];
    const check = createChecker();
    const before = check(inputOf(rows), "vi");
    const after = check(inputOf(rows.with(1, row(2, { C: "" }))), "vi");
    const ofRow = (list: readonly { readonly cell: string }[], number: string) =>
      list.filter(({ cell }) => cell.endsWith(number));
    for (const number of ["5", "7"]) {
      expect(ofRow(before, number).length).toBeGreaterThan(0);
      ofRow(before, number).forEach((finding, index) => {
        expect(ofRow(after, number)[index]).toBe(finding);
      });
    }
    expect(ofRow(after, "6").map(({ cell }) => cell)).toContain("C6");
  });

  it("sees what the officer enters, a unit that is added and a rule that is off", () => {
    const input = inputOf([row(1, { D: "Phòng Kế hoạch" }), row(2), row(3)]);
    const check = createChecker();
    const rules = (of: typeof input, off: readonly string[] = []) =>
      check(of, "vi", { off }).map(({ rule }) => rule);
    expect(rules(input)).toContain("unknown-lead");
    expect(rules(input, ["unknown-lead"])).not.toContain("unknown-lead");
    expect(rules(input)).toContain("unknown-lead");
    const { tracking } = input;
    const done = tracking.tasks.map((task, index) =>
      index === 1 ? { ...task, done: true } : task,
    );
    expect(rules({ ...input, tracking: { ...tracking, tasks: done } })).toContain(
      "done-without-date",
    );
    expect(rules(input)).not.toContain("done-without-date");
  });
});
