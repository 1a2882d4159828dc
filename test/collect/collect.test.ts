import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import {
  consolidate,
  makeForms,
  readReturnedForm,
  type Form,
  type ReturnedForm,
} from "../../src/collect";
import { toSerial } from "../../src/deadline";
import { writeWorkbookFile } from "../../src/file";
import type { SheetGrid } from "../../src/sheet";
import { reportingPeriod } from "../../src/deadline";
import { DEPARTMENTS, fillIn, gridFrom, gridOf, PERIOD, samplePlan } from "./plan";

const tracking = samplePlan();
const forms = makeForms(tracking, { period: PERIOD, sendBy: "2024-06-10" });
const options = { period: PERIOD, receivedOn: "2024-06-08", sendBy: "2024-06-10" };

function formOf(unit: string): Form {
  const form = forms.find((candidate) => candidate.unit === unit);
  if (!form) throw new Error(`no form for ${unit}`);
  return form;
}

const investment = formOf("Phòng Quản lý đầu tư");
const filled = fillIn(gridOf(investment), "NV005", {
  finished: toSerial("2024-06-05"),
  quantity: 4,
  measure: "tin, bài",
  result: "Đã đăng 04 tin, bài",
  evidence: "Báo cáo số 12/BC-QLĐT",
});

function read(grid: SheetGrid, name = investment.fileName): ReturnedForm {
  return readReturnedForm(name, [grid]);
}

describe("forms that go out", () => {
  it("makes one form per department with its own and its coordinating tasks", () => {
    expect(forms.map((form) => [form.unit, form.leadTasks, form.supportTasks])).toEqual(
      DEPARTMENTS.map((unit) => [unit, 4, 1]),
    );
    expect(investment.fileName).toBe("Phiếu báo cáo – Phòng Quản lý đầu tư – 6 tháng 2024.xlsx");
  });

  it("locks the plan's cells and opens those to fill in", () => {
    expect(investment.sheet.protect).toBe(true);
    const open = investment.sheet.styles
      .filter(({ style }) => style.locked === false)
      .map(({ area }) => area.column);
    expect(Math.min(...open)).toBe(2);
    const lines = investment.sheet.blocks[0]?.cells ?? [];
    const taskRow = lines.findIndex((row) => row[0] === "NV005");
    const openInTaskRow = investment.sheet.styles
      .filter(({ area, style }) => area.row === taskRow && style.locked === false)
      .flatMap(({ area }) =>
        Array.from({ length: area.columns }, (_, index) => area.column + index),
      );
    expect([...new Set(openInTaskRow)].sort((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10]);
  });

  it("names what is printed with the sheet in quotes, and repeats the header on every page", async () => {
    const parts = unzipSync(await writeWorkbookFile([investment.sheet]));
    const names = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array())
      .replaceAll("&apos;", "'")
      .match(/(?<=<definedName [^>]*>)[^<]*/g);
    expect(names).toEqual(["'Phiếu báo cáo'!$A$1:$L$27", "'Phiếu báo cáo'!$10:$10"]);
  });

  it("keeps every drop-down list within the 255 characters that Excel takes", () => {
    for (const { rule } of investment.sheet.validations) {
      if (rule.kind === "list") expect(rule.values.join(",").length).toBeLessThanOrEqual(255);
    }
  });
});

describe("forms that come back", () => {
  it("says nothing when nothing was filled in", () => {
    const back = read(gridOf(investment));
    expect(back.problems).toEqual([]);
    expect(back.rows).toHaveLength(5);
    const taken = consolidate(tracking, [back], options);
    expect(taken.tracking).toEqual(tracking);
    expect(taken.forms[0]?.state).toBe("nothing-new");
  });

  it("takes what was filled in", () => {
    const taken = consolidate(tracking, [read(filled)], options);
    expect(taken.conflicts).toEqual([]);
    expect(taken.entries).toEqual([
      {
        code: "NV005",
        date: "2024-06-05",
        unit: "Phòng Quản lý đầu tư",
        quantity: 4,
        measure: "tin, bài",
        result: "Đã đăng 04 tin, bài",
        evidence: "Báo cáo số 12/BC-QLĐT",
        difficulty: "",
        source: `phiếu: ${investment.fileName}`,
      },
    ]);
    expect(taken.tracking.tasks.find((task) => task.code === "NV005")).toMatchObject({
      finished: "2024-06-05",
      done: true,
    });
    expect(taken.missing).toEqual(
      DEPARTMENTS.filter((unit) => unit !== "Phòng Quản lý đầu tư").sort((a, b) =>
        a.toLowerCase().normalize("NFC") < b.toLowerCase().normalize("NFC") ? -1 : 1,
      ),
    );
  });

  const sameAsFilled: readonly [string, (grid: SheetGrid) => SheetGrid][] = [
    [
      "rows sorted the other way round",
      (grid) => ({ ...grid, ...reorder(grid, (body) => [...body].reverse()) }),
    ],
    [
      "rows above the table",
      (grid) =>
        gridFrom(grid.sheet, [
          ["Kính gửi Văn phòng Ban"],
          [""],
          ...grid.values.map((row) => [...row]),
        ]),
    ],
    [
      "a column in front",
      (grid) =>
        gridFrom(
          grid.sheet,
          grid.values.map((row) => ["", ...row]),
        ),
    ],
    ["the sheet renamed", (grid) => ({ ...grid, sheet: "Sheet1 (2)" })],
    ["the day typed as text", (grid) => fillIn(grid, "NV005", { finished: "5/6/2024" })],
    [
      "the day typed with a two-digit year",
      (grid) => fillIn(grid, "NV005", { finished: "05-06-24" }),
    ],
    ["the day with its word", (grid) => fillIn(grid, "NV005", { finished: "Ngày 5/6/2024" })],
    [
      "quantity and unit of measure in one cell",
      (grid) => fillIn(grid, "NV005", { quantity: "04 tin, bài", measure: "" }),
    ],
    [
      "NFD text and doubled spaces",
      (grid) => fillIn(grid, "NV005", { result: "Đã  đăng 04 tin, bài".normalize("NFD") }),
    ],
    [
      "a row deleted that says nothing",
      (grid) =>
        gridFrom(
          grid.sheet,
          grid.values.filter((row) => row[0] !== "NV007").map((row) => [...row]),
        ),
    ],
    [
      "the header repeated after a page break",
      (grid) => ({
        ...grid,
        ...reorder(grid, (body) => [...body.slice(0, 2), headerOf(grid), ...body.slice(2)]),
      }),
    ],
    [
      "the last column deleted",
      (grid) =>
        gridFrom(
          grid.sheet,
          grid.values.map((row) => row.slice(0, -1)),
        ),
    ],
  ];

  it.each(sameAsFilled)("takes the same with %s", (_name, change) => {
    const {
      entries,
      tracking: after,
      conflicts,
    } = consolidate(tracking, [read(change(filled))], options);
    const expected = consolidate(tracking, [read(filled)], options);
    expect(entries).toEqual(expected.entries);
    expect(after).toEqual(expected.tracking);
    expect(conflicts).toEqual([]);
  });

  it("recognises a renamed column and says so", () => {
    const renamed = gridFrom(
      filled.sheet,
      filled.values.map((row) => row.map((cell) => (cell === "Kết quả" ? "Tình hình" : cell))),
    );
    const back = read(renamed);
    expect(back.problems.map((problem) => problem.kind)).toEqual(["renamed-column"]);
    expect(consolidate(tracking, [back], options).entries[0]?.result).toBe("Đã đăng 04 tin, bài");
  });

  it("tells of a column that is gone", () => {
    const without = gridFrom(
      filled.sheet,
      filled.values.map((row) => row.filter((_, column) => column !== 9)),
    );
    expect(read(without).problems.map((problem) => [problem.kind, problem.value])).toEqual([
      ["missing-column", "Minh chứng"],
    ]);
  });

  const told: readonly [string, Parameters<typeof fillIn>[2], string][] = [
    ["a day that does not exist", { finished: "31/6/2024" }, "unreadable-date"],
    ["a word for a day", { finished: "xong rồi" }, "unreadable-date"],
    ["a word for a number", { quantity: "nhiều" }, "unreadable-number"],
    ["an error value", { result: "#REF!" }, "error-value"],
  ];

  it.each(told)("asks about %s", (_name, cells, kind) => {
    expect(read(fillIn(filled, "NV005", cells)).problems.map((problem) => problem.kind)).toEqual([
      kind,
    ]);
  });

  it("keeps work that came up", () => {
    const values = filled.values.map((row) => [...row]);
    const place = values.findIndex((row) => String(row[0]).startsWith("C."));
    values[place + 1] = [
      "",
      "",
      "Tổ chức hội nghị đối thoại với doanh nghiệp",
      "",
      "",
      "12/5/2024",
      1,
      "hội nghị",
      "45 doanh nghiệp dự",
      "",
      "",
      "",
    ];
    const taken = consolidate(tracking, [read(gridFrom(filled.sheet, values))], options);
    expect(taken.newWork).toHaveLength(1);
    expect(taken.entries.filter((entry) => entry.code === "PS")).toMatchObject([
      {
        date: "2024-05-12",
        quantity: 1,
        measure: "hội nghị",
        result: "Tổ chức hội nghị đối thoại với doanh nghiệp: 45 doanh nghiệp dự",
      },
    ]);
  });

  it("asks about a row with words but without a code", () => {
    const values = [...filled.values.map((row) => [...row])];
    const place = values.findIndex((row) => String(row[0]).startsWith("C."));
    values[place + 1] = ["", "", "", "", "", "", "", "", "ĐÃ XONG", "", "", ""];
    expect(read(gridFrom(filled.sheet, values)).problems).toMatchObject([
      { kind: "no-code", value: "ĐÃ XONG" },
    ]);
  });

  it("refuses a form of another period and of another plan, and a file that is no form", () => {
    const lastYear = makeForms(tracking, {
      period: reportingPeriod("first-half", 2023),
      sendBy: null,
    })[0];
    const otherPlan = makeForms(
      {
        ...tracking,
        settings: {
          ...tracking.settings,
          plan: { ...tracking.settings.plan, title: "Kế hoạch khác" },
        },
      },
      { period: PERIOD, sendBy: null },
    )[0];
    if (!lastYear || !otherPlan) throw new Error("no forms");
    const states = consolidate(
      tracking,
      [
        read(gridOf(lastYear), "a.xlsx"),
        read(gridOf(otherPlan), "b.xlsx"),
        read(gridFrom("x", [["Chào"]]), "c.xlsx"),
      ],
      options,
    ).forms.map((form) => form.state);
    expect(states).toEqual(["wrong-period", "wrong-plan", "not-a-form"]);
  });

  it("asks for the unit when the form's key is gone, and takes it once told", () => {
    const keyless = gridFrom(
      filled.sheet,
      filled.values.map((row) => row.map((cell) => (String(cell).includes("PL1|") ? "" : cell))),
    );
    const back = read(keyless);
    expect(back.problems.map((problem) => problem.kind)).toEqual(["no-key"]);
    expect(consolidate(tracking, [back], options).forms[0]?.state).toBe("unknown-unit");
    expect(
      consolidate(tracking, [back], {
        ...options,
        units: { [investment.fileName]: "Phòng Quản lý đầu tư" },
      }).entries,
    ).toHaveLength(1);
  });

  it("tells when the plan's text was changed on the form", () => {
    const changed = consolidate(
      tracking,
      [read(fillIn(filled, "NV005", { title: "Việc hoàn toàn khác" }))],
      options,
    );
    expect(changed.forms[0]?.problems.map((problem) => problem.kind)).toEqual(["text-changed"]);
  });

  it("does not take a finish day from a coordinating unit, and says so", () => {
    const helper = fillIn(gridOf(formOf("Phòng Quản lý đầu tư")), "NV001", {
      finished: toSerial("2024-05-02"),
      result: "Đã phối hợp",
    });
    const taken = consolidate(tracking, [read(helper)], options);
    expect(taken.tracking.tasks[0]?.finished).toBeNull();
    expect(taken.entries).toHaveLength(1);
    expect(taken.forms[0]?.problems.map((problem) => problem.kind)).toEqual(["finish-of-support"]);
  });
});

describe("two sides that differ", () => {
  const second = fillIn(filled, "NV005", {
    result: "Đã đăng 05 tin, bài",
    quantity: 5,
    finished: toSerial("2024-06-07"),
  });
  const versions = [read(filled, "lần 1.xlsx"), read(second, "lần 2.xlsx")];

  it("are a conflict, and nothing is written until it is decided", () => {
    const taken = consolidate(tracking, versions, options);
    expect(taken.conflicts.map((conflict) => [conflict.kind, conflict.options.length])).toEqual([
      ["entry", 2],
      ["finish", 2],
    ]);
    expect(taken.tracking).toEqual(tracking);
  });

  it("can be decided for the one, the other or both", () => {
    const conflict = consolidate(tracking, versions, options).conflicts.find(
      ({ kind }) => kind === "entry",
    );
    if (!conflict) throw new Error("no conflict");
    const [first, other] = conflict.options.map((option) => option.id);
    const quantities = (chosen: readonly string[]) =>
      consolidate(tracking, versions, {
        ...options,
        decisions: { [conflict.id]: chosen },
      }).entries.map((entry) => entry.quantity);
    expect(quantities([first ?? ""])).toEqual([4]);
    expect(quantities([other ?? ""])).toEqual([5]);
    expect(quantities([first ?? "", other ?? ""]).sort()).toEqual([4, 5]);
  });

  it("replaces what was there only when the officer gives it up", () => {
    const after = consolidate(tracking, [read(filled, "lần 1.xlsx")], options).tracking;
    const again = consolidate(after, [read(second, "lần 2.xlsx")], options);
    expect(again.tracking.entries).toEqual(after.entries);
    const conflict = again.conflicts.find(({ kind }) => kind === "entry");
    const fresh = conflict?.options.find((option) => !option.present);
    const decided = consolidate(after, [read(second, "lần 2.xlsx")], {
      ...options,
      decisions: { [conflict?.id ?? ""]: [fresh?.id ?? ""] },
    });
    expect(decided.tracking.entries.map((entry) => entry.quantity)).toEqual([5]);
  });
});

describe("laws of taking back", () => {
  const returned = forms.map((form, index) => {
    const codes = tracking.tasks
      .filter((task) => task.leads.includes(form.unit))
      .map((task) => task.code);
    const grid = codes.slice(0, 3).reduce(
      (done, code, place) =>
        fillIn(done, code, {
          quantity: index + place,
          measure: "tin, bài",
          result: `Kết quả ${code}`,
          ...(place === 0 ? { finished: toSerial("2024-05-20") } : {}),
        }),
      gridOf(form),
    );
    return read(grid, form.fileName);
  });

  it("any order, at once or one after the other, gives the same workbook", () => {
    const expected = consolidate(tracking, returned, options).tracking;
    expect(expected.entries).toHaveLength(15);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(returned, { minLength: returned.length }),
        fc.nat(returned.length),
        (files, cut) => {
          const first = consolidate(tracking, files.slice(0, cut), options).tracking;
          expect(consolidate(first, files.slice(cut), options).tracking).toEqual(expected);
        },
      ),
    );
  });

  it("taking a file twice changes nothing", () => {
    fc.assert(
      fc.property(fc.subarray(returned, { minLength: 1 }), (files) => {
        const once = consolidate(tracking, files, options).tracking;
        const twice = consolidate(once, files, options);
        expect(twice.tracking).toEqual(once);
        expect(twice.forms.every((form) => form.state === "nothing-new")).toBe(true);
      }),
    );
  });
});

function headerOf(grid: SheetGrid): (string | number | boolean)[] {
  return [...(grid.values.find((row) => row[0] === "Mã") ?? [])];
}

/** The rows below the header in another order; what stands above stays. */
function reorder(
  grid: SheetGrid,
  change: (body: (string | number | boolean)[][]) => (string | number | boolean)[][],
): SheetGrid {
  const header = grid.values.findIndex((row) => row[0] === "Mã");
  const isTask = (row: readonly unknown[]) => /^NV\d+$/.test(String(row[0]));
  const body = grid.values
    .slice(header + 1)
    .filter(isTask)
    .map((row) => [...row]);
  const rest = grid.values
    .slice(header + 1)
    .filter((row) => !isTask(row))
    .map((row) => [...row]);
  return gridFrom(grid.sheet, [
    ...grid.values.slice(0, header + 1).map((row) => [...row]),
    ...change(body),
    ...rest,
  ]);
}
