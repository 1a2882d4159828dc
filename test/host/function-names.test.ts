import { formulaFromFile, formulaToFile } from "../../src/host/file/function-names";

describe("functions younger than the file format", () => {
  const cases: readonly [string, string][] = [
    [
      "MAXIFS(MocThoiHan[Hạn tính],MocThoiHan[Mã],A2)",
      "_xlfn.MAXIFS(MocThoiHan[Hạn tính],MocThoiHan[Mã],A2)",
    ],
    ["NOT(ISFORMULA($X5))", "NOT(_xlfn.ISFORMULA($X5))"],
    [
      "IF(A1=1,minifs(B:B,C:C,1),MAXIFS(B:B,C:C,1))",
      "IF(A1=1,_xlfn.minifs(B:B,C:C,1),_xlfn.MAXIFS(B:B,C:C,1))",
    ],
    ["FILTER(A1:A9,B1:B9)", "_xlfn._xlws.FILTER(A1:A9,B1:B9)"],
    ['"MAXIFS("&A1', '"MAXIFS("&A1'],
    ["'MAXIFS('!A1+SUM(B1)", "'MAXIFS('!A1+SUM(B1)"],
    ["MYMAXIFS(1)+MAXIFS+COUNTIFS(A:A,1)", "MYMAXIFS(1)+MAXIFS+COUNTIFS(A:A,1)"],
  ];

  it.each(cases)("%s is written as %s and read back", (shown, held) => {
    expect(formulaToFile(shown)).toBe(held);
    expect(formulaFromFile(held)).toBe(shown);
  });

  it("keeps a prefix before a name that is not known", () => {
    expect(formulaFromFile("_xlfn.FUTURE(A1)")).toBe("_xlfn.FUTURE(A1)");
  });
});
