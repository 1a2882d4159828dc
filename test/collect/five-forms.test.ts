import fc from "fast-check";
import {
  consolidate,
  makeForms,
  problemSentence,
  readReturnedForm,
  type Consolidation,
  type Form,
  type ReturnedForm,
} from "../../src/collect";
import { reportingPeriod, toSerial } from "../../src/deadline";
import { readWorkbookFile, writeWorkbookFile } from "../../src/file";
import type { CellValue, SheetGrid } from "../../src/sheet";
import type { ResultEntry, Tracking } from "../../src/task";
import { fillIn, gridFrom, gridOf, PERIOD, samplePlan } from "./plan";

const plan = samplePlan();
const OPTIONS = { period: PERIOD, receivedOn: "2024-06-12", sendBy: "2024-06-10" };

/** What the officer had entered himself before any form came. */
const BY_HAND: ResultEntry = {
  code: "NV017",
  date: "2024-03-20",
  unit: "Thanh tra Ban",
  quantity: 1,
  measure: "cuộc",
  result: "tay: đã làm 1 cuộc",
  evidence: "",
  difficulty: "",
  source: "ngăn",
};
const tracking: Tracking = { ...plan, entries: [BY_HAND] };

type Cells = readonly (readonly CellValue[])[];

/** The form of a department, filled in in its four own tasks; every text can be told from all others. */
function filledForm(form: Form, department: number, word = "kết quả"): SheetGrid {
  return Array.from({ length: 4 }, (_, index) => department * 4 + index + 1).reduce(
    (grid, number) => {
      const code = `NV${String(number).padStart(3, "0")}`;
      return fillIn(grid, code, {
        quantity: number,
        measure: "tin bài",
        result: `${word} của ${code}`,
        evidence: `Báo cáo số ${number}/BC`,
      });
    },
    gridOf(form),
  );
}

function changed(grid: SheetGrid, change: (cells: Cells) => Cells): SheetGrid {
  return gridFrom(
    grid.sheet,
    change(grid.values).map((row) => [...row]),
  );
}

/** The form as a file and read back, as the officer gets it. */
async function returned(fileName: string, form: Form, grid: SheetGrid): Promise<ReturnedForm> {
  const cells = grid.values.map((row) => row.map((cell) => (cell === "" ? null : cell)));
  const bytes = await writeWorkbookFile([
    { ...form.sheet, name: grid.sheet, blocks: [{ row: 0, column: 0, cells }] },
  ]);
  return readReturnedForm(fileName, await readWorkbookFile(bytes));
}

const isTask = (row: readonly CellValue[]) => /^NV\d+$/.test(String(row[0]));

async function sevenFiles(): Promise<readonly ReturnedForm[]> {
  const forms = makeForms(plan, { period: PERIOD, sendBy: "2024-06-10" });
  const lastYear = makeForms(plan, { period: reportingPeriod("first-half", 2023), sendBy: null });
  const [a, b, c, d, e] = forms;
  const [old] = lastYear;
  if (!a || !b || !c || !d || !e || !old) throw new Error("there are not five forms");
  const sorted = changed(filledForm(a, 0), (rows) => {
    const tasks = rows.filter(isTask);
    let next = tasks.length;
    return rows.map((row) => (isTask(row) ? (tasks[--next] ?? row) : row));
  });
  const renamed = changed(filledForm(b, 1), (rows) =>
    rows.map((row) => row.map((cell) => (cell === "Kết quả" ? "Tình hình đến nay" : cell))),
  );
  const withRow = changed(filledForm(c, 2), (rows) =>
    rows.flatMap((row) =>
      row[0] === "NV010"
        ? [row, ["", "", "Việc thêm giữa bảng", "", "", "", 3, "lớp", "kết quả việc thêm"]]
        : [row],
    ),
  );
  const asText = fillIn(fillIn(filledForm(d, 3), "NV013", { finished: "5/6/2024" }), "NV014", {
    finished: "ngày 06-6-24",
  });
  const first = fillIn(filledForm(e, 4), "NV018", { finished: toSerial("2024-06-01") });
  const second = fillIn(filledForm(e, 4, "bản sửa"), "NV018", { finished: toSerial("2024-06-03") });
  return Promise.all([
    returned("a.xlsx", a, sorted),
    returned("b.xlsx", b, renamed),
    returned("c.xlsx", c, withRow),
    returned("d.xlsx", d, asText),
    returned("e lần 1.xlsx", e, first),
    returned("e lần 2.xlsx", e, second),
    returned("năm trước.xlsx", old, filledForm(old, 0, "năm trước")),
  ]);
}

let files: readonly ReturnedForm[] = [];
let taken: Consolidation;
beforeAll(async () => {
  files = await sevenFiles();
  taken = consolidate(tracking, files, OPTIONS);
});

describe("five forms filled in as people fill in forms", () => {
  it("loses nothing: every text is written, or asked about, or its file is refused whole", () => {
    const written = new Set(taken.tracking.entries.map(({ result }) => result));
    const asked = new Set(
      taken.conflicts.flatMap(({ options }) => options.map(({ entry }) => entry?.result)),
    );
    const refused = new Set(
      taken.forms.filter(({ state }) => state === "wrong-period").map(({ fileName }) => fileName),
    );
    expect([...refused]).toEqual(["năm trước.xlsx"]);
    for (const file of files) {
      if (refused.has(file.fileName)) continue;
      for (const { result } of file.rows.filter((row) => row.result !== "")) {
        expect([file.fileName, result, written.has(result) || asked.has(result)]).toEqual([
          file.fileName,
          result,
          true,
        ]);
      }
    }
    expect(files.flatMap(({ rows }) => rows).filter(({ result }) => result !== "")).toHaveLength(
      28,
    );
    expect(written).toContain("Việc thêm giữa bảng: kết quả việc thêm");
  });

  it("overwrites nothing silently: what was there stays, and two versions wait for the officer", () => {
    expect(taken.tracking.entries).toContainEqual(BY_HAND);
    expect(taken.conflicts.map(({ id }) => id)).toEqual([
      "entry|NV017|Thanh tra Ban",
      "entry|NV018|Thanh tra Ban",
      "entry|NV019|Thanh tra Ban",
      "entry|NV020|Thanh tra Ban",
      "finish|NV018",
    ]);
    expect(taken.tracking.tasks.find(({ code }) => code === "NV018")?.finished).toBeNull();
    const first = taken.conflicts[0]?.options.map(({ source, present }) => [source, present]);
    expect(first).toEqual([
      ["ngăn", true],
      ["phiếu: e lần 1.xlsx", false],
      ["phiếu: e lần 2.xlsx", false],
    ]);
  });

  it("reads days typed as text, and tells what was understood from a guess", () => {
    expect(taken.finishes).toEqual([
      { code: "NV013", date: "2024-06-05" },
      { code: "NV014", date: "2024-06-06" },
    ]);
    const told = taken.forms.map(({ fileName, problems }) => [
      fileName,
      problems.map(({ kind }) => kind),
    ]);
    expect(told).toEqual([
      ["a.xlsx", []],
      ["b.xlsx", ["renamed-column"]],
      ["c.xlsx", []],
      ["d.xlsx", []],
      ["e lần 1.xlsx", ["other-version"]],
      ["e lần 2.xlsx", ["other-version"]],
      ["năm trước.xlsx", []],
    ]);
    expect(taken.forms.every(({ late }) => late)).toBe(true);
    expect(taken.forms[0]).toMatchObject({ state: "taken", rows: 5, filled: 4 });
  });

  it("says every problem in both languages, as a sentence", () => {
    const problems = taken.forms.flatMap((form) => form.problems);
    for (const problem of problems) {
      const [vi, en] = [problemSentence(problem, "vi"), problemSentence(problem, "en")];
      expect(vi).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
      expect(vi).not.toBe(en);
    }
  });

  it("gives the same in any order, at once or one after the other, and nothing more when taken twice", () => {
    const one = (before: Tracking, some: readonly ReturnedForm[]) =>
      consolidate(before, some, OPTIONS).tracking;
    // Two versions of one unit are a conflict when both are known: they come together.
    const alone = files.filter(({ fileName }) => !fileName.startsWith("e"));
    const expected = one(tracking, alone);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...alone], { minLength: alone.length }),
        fc.nat(alone.length),
        (some, cut) => {
          const after = one(one(tracking, some.slice(0, cut)), some.slice(cut));
          expect(after).toEqual(expected);
          expect(one(after, some)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...files], { minLength: files.length }), (some) => {
        const { tracking: after, conflicts } = consolidate(tracking, some, OPTIONS);
        expect(after).toEqual(taken.tracking);
        expect(conflicts).toEqual(taken.conflicts);
      }),
      { numRuns: 40 },
    );
  });
});
