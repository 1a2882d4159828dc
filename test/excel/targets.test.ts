import { ExcelProblem } from "../../src/excel";
import { inExistingOrder } from "../../src/excel/keep";
import { extentOf, findTargets } from "../../src/excel/targets";
import { plan, state, table } from "./plans";

const tasks = {
  name: "NhiemVu",
  row: 2,
  column: 0,
  columns: [
    { id: "code", header: "Mã" },
    { id: "title", header: "Nhiệm vụ" },
  ],
  rows: [
    ["NV001", "Một"],
    ["NV002", "Hai"],
    ["NV003", "Ba"],
  ],
};

function problemOf(work: () => unknown): ExcelProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof ExcelProblem) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("findTargets", () => {
  it("adds a sheet that does not exist", () => {
    const [target] = findTargets([{ plan: plan({}), refresh: "keep" }], state({}));
    expect(target).toMatchObject({ sheet: "Theo dõi", mode: "new" });
  });

  it("follows our table to a sheet that the officer renamed", () => {
    const known = state({
      tables: { NhiemVu: table("NhiemVu", ["Mã"], [["NV001"]], { sheet: "Sổ theo dõi" }) },
      targets: {
        "Sổ theo dõi": {
          name: "Sổ theo dõi",
          used: { row: 0, column: 0, rows: 4, columns: 1 },
          values: [],
          names: {},
        },
      },
    });
    const [target] = findTargets([{ plan: plan({ tables: [tasks] }), refresh: "keep" }], known);
    expect(target).toMatchObject({ sheet: "Sổ theo dõi", mode: "keep" });
  });

  it("refuses the officer's own sheet of the same name, whatever its case", () => {
    const known = state({
      sheets: [{ name: "THEO DÕI", visible: true }],
      targets: {
        "THEO DÕI": {
          name: "THEO DÕI",
          used: { row: 0, column: 0, rows: 1, columns: 1 },
          values: [["của tôi"]],
          names: {},
        },
      },
    });
    const problem = problemOf(() => findTargets([{ plan: plan({}), refresh: "keep" }], known));
    expect(problem).toMatchObject({ kind: "foreign-sheet", sheet: "THEO DÕI", written: false });
  });

  it("refuses a protected sheet before anything is written", () => {
    const known = state({
      sheets: [{ name: "Theo dõi", visible: true }],
      protectedSheets: ["Theo dõi"],
      tables: { NhiemVu: table("NhiemVu", ["Mã"], [["NV001"]]) },
    });
    const write = () => findTargets([{ plan: plan({ tables: [tasks] }), refresh: "keep" }], known);
    expect(problemOf(write)).toMatchObject({ kind: "protected", sheet: "Theo dõi" });
  });
});

describe("extentOf", () => {
  it("covers blocks, tables, styles and merges from A1", () => {
    const whole = plan({
      blocks: [{ row: 0, column: 0, cells: [["a", "b"], ["c"]] }],
      tables: [tasks],
      merges: [{ row: 0, column: 0, rows: 1, columns: 5 }],
    });
    expect(extentOf(whole)).toEqual({ row: 0, column: 0, rows: 6, columns: 5 });
  });
});

describe("inExistingOrder", () => {
  const codes = (existing: readonly (readonly string[])[]) =>
    inExistingOrder(tasks, table("NhiemVu", ["Mã", "Nhiệm vụ"], existing)).map(([code]) => code);

  it("keeps the officer's sorting and puts new rows last", () => {
    expect(
      codes([
        ["NV003", ""],
        ["NV001", ""],
      ]),
    ).toEqual(["NV003", "NV001", "NV002"]);
  });

  it("takes the plan's order where the sheet has it already", () => {
    expect(
      codes([
        ["NV001", ""],
        ["NV002", ""],
      ]),
    ).toEqual(["NV001", "NV002", "NV003"]);
  });

  it("takes the plan's order where codes are missing or doubled, rather than guess", () => {
    expect(
      codes([
        ["NV003", ""],
        ["", ""],
        ["NV001", ""],
      ]),
    ).toEqual(["NV001", "NV002", "NV003"]);
    expect(
      codes([
        ["NV003", ""],
        ["NV003", ""],
      ]),
    ).toEqual(["NV001", "NV002", "NV003"]);
  });

  it("finds the code column wherever it was moved", () => {
    const existing = table(
      "NhiemVu",
      ["Nhiệm vụ", "Mã"],
      [
        ["", "NV002"],
        ["", "NV001"],
      ],
    );
    expect(inExistingOrder(tasks, existing).map(([code]) => code)).toEqual([
      "NV002",
      "NV001",
      "NV003",
    ]);
  });
});
