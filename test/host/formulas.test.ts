import fc from "fast-check";
import { moveFormula, shiftFormula, tokenize } from "../../src/host/formulas/tokens";
import { codeOf, excelOn, fill, valuesAt } from "./with-excel";

describe("computing", () => {
  it("stays right with more than 10,000 distinct formula texts", async () => {
    await excelOn();
    const rows = Array.from({ length: 12_000 }, (_, n) => [n, `=A${n + 1}*2+${n}`]);
    await fill(rows);
    const values = await valuesAt("B1:B12000");
    expect(values.every(([value], n) => value === 3 * n)).toBe(true);
  });

  it("follows a chain of 20,000 cells from its end", async () => {
    await excelOn();
    await fill([[1], ...Array.from({ length: 20_000 }, (_, n) => [`=A${n + 1}+1`])]);
    expect(await valuesAt("A20001")).toEqual([[20_001]]);
  });

  it.each([
    ["of two cells", [["=B1+1", "=A1+1"]]],
    ["in one cell", [["=A1+1", 5]]],
    ["through a function of the library", [["=ROUNDUP(B1/2,0)+1", "=VLOOKUP(A1,A1:B3,1,FALSE)"]]],
  ])("gives 0 in a circle %s and says where", async (_, formulas) => {
    const standIn = await excelOn();
    await fill(formulas);
    expect((await valuesAt("A1"))[0]).toEqual([0]);
    expect(standIn.view.show().circles).toContain("Sheet1!A1");
    await fill([[1, ""]]);
    expect(await valuesAt("A1")).toEqual([[1]]);
    expect(standIn.view.show().circles).toEqual([]);
  });

  it("gives 0 in a circle of 2,000 cells", async () => {
    const standIn = await excelOn();
    await fill([["=A2000+1"], ...Array.from({ length: 1_999 }, (_, n) => [`=A${n + 1}+1`])]);
    expect(await valuesAt("A1:A2000")).toEqual(Array.from({ length: 2_000 }, () => [0]));
    expect(standIn.view.show().circles.length).toBe(2_000);
  });

  it("computes anew what depends on a changed cell, and keeps old values in manual mode", async () => {
    const standIn = await excelOn();
    await fill([[1, "=A1*10"]]);
    expect(await valuesAt("B1")).toEqual([[10]]);
    standIn.officer.type("Sheet1", "A1", "2");
    expect(await valuesAt("B1")).toEqual([[20]]);
    standIn.officer.setCalculation("Manual");
    standIn.officer.type("Sheet1", "A1", "3");
    expect(await valuesAt("B1")).toEqual([[20]]);
    standIn.officer.setCalculation("Automatic");
    expect(await valuesAt("B1")).toEqual([[30]]);
  });

  it("takes today from the clock", async () => {
    await excelOn();
    await fill([["=TODAY()"]]);
    expect(await valuesAt("A1")).toEqual([[45_457]]);
  });

  it("agrees with a plain count for any table and criterion", async () => {
    await excelOn();
    const text = fc.constantFrom("Quá hạn", "quá hạn", "Trong hạn", "", "x*y");
    const row = fc.tuple(text, fc.constantFrom(1, 2, 3, ""));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 5, maxLength: 12 }), async (rows) => {
        const padded = [...rows, ...Array.from({ length: 12 - rows.length }, () => ["", ""])];
        await fill(
          padded.map(([a, b], n) => [
            a,
            b,
            n === 0
              ? '=COUNTIFS($A$1:$A$12,"Quá hạn",$B$1:$B$12,">=2")'
              : n === 1
                ? '=SUMIFS($B$1:$B$12,$A$1:$A$12,"Trong hạn")'
                : n === 2
                  ? '=COUNTIFS($A$1:$A$12,"x~*y")'
                  : n === 3
                    ? '=COUNTIFS($A$1:$A$12,"")'
                    : "",
          ]),
        );
        const same = (value: unknown, wanted: string): boolean =>
          String(value).toLowerCase() === wanted;
        const late = rows.filter(([a, b]) => same(a, "quá hạn") && Number(b) >= 2).length;
        const sum = rows
          .filter(([a]) => same(a, "trong hạn"))
          .reduce((total, [, b]) => total + Number(b), 0);
        const star = rows.filter(([a]) => a === "x*y").length;
        const blank = padded.filter(([a]) => a === "").length;
        expect(await valuesAt("C1:C4")).toEqual([[late], [sum], [star], [blank]]);
      }),
      { numRuns: 30 },
    );
  });

  it("computes what an officer writes beside ours from tables, names and other sheets, anew on change", async () => {
    const standIn = await excelOn();
    await fill([
      ["Mã", "Số"],
      ["a", 1.2],
      ["b", 2.4],
    ]);
    await Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const sheet = worksheets.getItem("Sheet1");
      sheet.tables.add("A1:B3", true).name = "Bang";
      names.add("Ty", sheet.getRange("B3"));
      const other = worksheets.add("Trang khác");
      other.getRange("A1:A3").formulas = [
        ['=SUMPRODUCT((Bang[Mã]="b")*Bang[Số])'],
        ['=ROUNDUP(Ty,0)&"/"&VLOOKUP("a",Sheet1!A:B,2,FALSE)'],
        ["=ROUNDUP(A1,0)"],
      ];
      await context.sync();
    });
    expect(await valuesAt("A1:A3", "Trang khác")).toEqual([[2.4], ["3/1.2"], [3]]);
    standIn.officer.type("Sheet1", "B3", "7,5");
    expect(await valuesAt("A1:A3", "Trang khác")).toEqual([[7.5], ["8/1.2"], [8]]);
    standIn.officer.type("Trang khác", "B1", "=EOMONTH(TODAY(),0)");
    expect(await valuesAt("B1", "Trang khác")).toEqual([[45_473]]);
  });

  it("takes 2,000 formulas beside ours; with more it keeps the saved values, marks them and says so", async () => {
    const standIn = await excelOn();
    const column = (count: number) =>
      Array.from({ length: count }, (_, n) => [n, `=ROUNDUP(A${n + 1}/2,0)`]);
    await fill(column(2_000));
    expect((await valuesAt("B1:B2000")).at(-1)).toEqual([1_000]);
    const { bytes } = await standIn.save();
    const again = await excelOn(bytes);
    again.officer.type("Sheet1", "B2001", "=ROUNDUP(1,2;0)".replace(",2;", ".2,"));
    again.officer.type("Sheet1", "A1", "8");
    expect(await valuesAt("B1:B3")).toEqual([[0], [1], [1]]);
    expect(again.view.cells("Sheet1", 0, 0)).toMatchObject([{}, { text: "0", stale: true }]);
    const { lost } = await again.save();
    expect(lost).toEqual([expect.stringContaining("2001 công thức")]);
    again.officer.clear("Sheet1", "B2001");
    expect(await valuesAt("B1")).toEqual([[4]]);
  });

  it("marks what reads a value that it could not compute", async () => {
    const standIn = await excelOn();
    await fill([['=INDIRECT("D1")', "=A1+1", 5]]);
    expect(standIn.view.cells("Sheet1", 0, 0)).toMatchObject([
      { stale: true },
      { stale: true },
      { text: "5" },
    ]);
    expect(await codeOf(valuesAt("B1"))).toBe("NotImplemented");
  });

  it("gives #NAME? for what is no function of Excel", async () => {
    await excelOn();
    await fill([["=VND(1)", "=KHONGCO+1"]]);
    expect(await valuesAt("A1:B1")).toEqual([["#NAME?", "#NAME?"]]);
  });
});

describe("formula texts", () => {
  const formulas = [
    "=SUM(A1:B2)+$C$3",
    "='Trang 1'!A1&\"A1\"",
    "=NhiemVu[[#This Row],[Hạn tính]]",
    '=COUNTIFS(A:A,B1,3:5,"<"&D9)',
    "=IF(A1>=1.5E+3,-2%,#N/A)",
  ];

  it.each(formulas)("cuts %s into tokens that join to it again", (formula) => {
    expect(
      tokenize(formula.slice(1))
        ?.map(({ text }) => text)
        .join(""),
    ).toBe(formula.slice(1));
  });

  it("inserting and deleting the same lines gives the first text again", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formulas),
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("row" as const, "column" as const),
        (formula, at, count, axis) => {
          const change = { sheet: "S", axis, at, count };
          const moved = shiftFormula(formula, "S", change);
          expect(shiftFormula(moved, "S", { ...change, count: -count })).toBe(formula);
        },
      ),
    );
  });

  it("copying down and up again gives the first text", () => {
    fc.assert(
      fc.property(fc.constantFrom(...formulas), fc.nat(50), fc.nat(5), (formula, down, right) => {
        expect(moveFormula(moveFormula(formula, down, right), -down, -right)).toBe(formula);
      }),
    );
  });

  it("leaves fixed parts and texts alone", () => {
    expect(moveFormula('=$A1+B$2&"A1"', 1, 1)).toBe('=$A2+C$2&"A1"');
    expect(shiftFormula("=A5:A9", "S", { sheet: "S", axis: "row", at: 6, count: -2 })).toBe(
      "=A5:A7",
    );
    expect(shiftFormula("=A5", "S", { sheet: "S", axis: "row", at: 4, count: -1 })).toBe("=#REF!");
  });

  it("refuses a formula that cannot be one", async () => {
    await excelOn();
    expect(await codeOf(fill([["=SUM(A1"]]))).toBe("InvalidArgument");
  });
});
