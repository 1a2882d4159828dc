import { read, utils } from "@e965/xlsx";
import { openWorkbook, type StandIn } from "../../src/host";
import { startExcel } from "../../src/host/node";
import { describeWithLibreOffice, savedByLibreOffice } from "./office";

const today = new Date();
const rows: readonly (readonly (string | number)[])[] = [
  ["Mã", "Số", "Ngày", "Chữ", "Bậc"],
  ["a", 1, 45_457, "Văn phòng Ban", 0],
  ["b", 2, 45_460, " Phòng  Quản lý ", 50],
  ["c", 3, 45_474, "x", 70],
  ["hai", 4, 45_600, "", 80],
  ["an", 5, 45_657, "", 90],
  ["a", 4, 45_292, "", 100],
  ["", 7, 45_350, "", ""],
  ["nam", 8, 45_444, "", ""],
];

/** What officers write beside a table: looked up, counted, dates, texts, rounding, errors, arrays. */
const computed = [
  '=VLOOKUP("b",A2:C9,2,FALSE)',
  '=VLOOKUP("zz",A2:C9,2,FALSE)',
  '=VLOOKUP("n*",A2:C9,2,0)',
  "=VLOOKUP(75,E2:E7,1)",
  "=VLOOKUP(B4,B2:C5,2,TRUE)",
  '=HLOOKUP("Số",A1:C9,3,FALSE)',
  '=INDEX(B2:B9,MATCH("c",A2:A9,0))',
  "=MATCH(85,E2:E7,1)",
  "=MATCH(85,E2:E7)",
  '=MATCH("h?i",A2:A9,0)',
  "=LOOKUP(75,E2:E7,B2:B7)",
  '=IFERROR(VLOOKUP("zz",A2:C9,2,FALSE),"không có")',
  '=IFNA(MATCH("q",A2:A9,0),0)',
  '=CHOOSE(2,"a","b","c")',
  '=SUMIF(A2:A9,"a*",B2:B9)',
  '=SUMIF(B2:B9,">2")',
  "=SUMIF(A2:A9,A2,B2:B9)",
  '=SUMIFS(B2:B9,A2:A9,"<>b",B2:B9,">2")',
  '=COUNTIF(A2:A9,"?")',
  '=COUNTIF(A2:A9,"*n*")',
  '=COUNTIF(B2:B9,">=4")',
  '=ROUNDUP(COUNTIF(A2:A9,"a")/3,0)',
  "=AVERAGE(B2:B9)",
  "=AVERAGE(D2:D9)",
  '=AVERAGEIF(A2:A9,"a",B2:B9)',
  '=AVERAGEIFS(B2:B9,B2:B9,">1")',
  '=SUMPRODUCT((A2:A9="a")*B2:B9)',
  "=SUMPRODUCT(--(B2:B9>3))",
  "=SUMPRODUCT(B2:B9,B2:B9)",
  "=SUMPRODUCT((MONTH(C2:C9)=6)*1)",
  "=SUMPRODUCT((YEAR(C2:C9)=2024)*(WEEKDAY(C2:C9,2)<6))",
  "=SUMPRODUCT(LEN(A2:A9))",
  '=SUMPRODUCT(--ISNUMBER(SEARCH("a",A2:A9)))',
  '=SUMPRODUCT((LEFT(A2:A9,1)="a")*B2:B9)',
  "=SUMPRODUCT(1/COUNTIF(B2:B9,B2:B9))",
  "=SUMPRODUCT(--(MOD(B2:B9,2)=0))",
  "=COUNTBLANK(A1:C12)",
  "=MEDIAN(B2:B9)",
  "=LARGE(B2:B9,2)",
  "=RANK(4,B2:B9)",
  "=STDEV(B2:B9)",
  "=QUARTILE(B2:B9,3)",
  "=PERCENTILE(B2:B9,0.3)",
  "=SUBTOTAL(9,B2:B9)",
  "=SUBTOTAL(103,A2:A9)",
  '=TEXT(C2,"dd/mm/yyyy")',
  '=TEXT(C2,"d/m/yy")',
  '=TEXT(C2,"""Tháng ""m/yyyy")',
  '=TEXT(1234567.5,"#,##0")',
  '=TEXT(0.256,"0.0%")',
  '=TEXT(5,"000")',
  '=TEXT(B2/3,"0.00")',
  '=TEXT(-3.5,"0.00")',
  '=TEXT("abc","@")',
  '="Từ "&TEXT(C2,"dd/mm")&" đến "&TEXT(C5,"dd/mm/yyyy")',
  "=DATE(2024,14,35)",
  "=YEAR(C2)&MONTH(C2)&DAY(C2)",
  "=WEEKDAY(C2)",
  "=WEEKDAY(C2,2)",
  "=WEEKNUM(C2)",
  "=ISOWEEKNUM(C2)",
  "=EOMONTH(C2,1)",
  "=EDATE(C2,-1)",
  "=DAY(EOMONTH(C2,0))",
  '=DATEDIF(C2,C5,"d")',
  '=DATEDIF(C2,C5,"m")',
  '=DATEDIF(C2,C5,"ym")',
  "=NETWORKDAYS(C2,C5)",
  "=NETWORKDAYS(C2,C5,C3:C4)",
  "=WORKDAY(C2,10)",
  "=WORKDAY(C2,10,C3:C4)",
  "=WORKDAY.INTL(C2,5,11)",
  "=DAYS(C5,C2)",
  '=DATEVALUE("2024-06-14")',
  "=TIME(13,30,0)",
  "=HOUR(0.75)+MINUTE(0.51)+SECOND(0.51)",
  "=YEARFRAC(C2,C5)",
  "=TODAY()-C2",
  "=INT(NOW())",
  '=IF(C2<DATE(2024,7,1),"trước","sau")',
  '=CONCATENATE(A2,"-",B2)',
  '=TEXTJOIN("; ",TRUE,A2:A9)',
  "=CONCAT(A2:A4)",
  "=LEFT(D2,3)",
  "=LEFT(D2)",
  "=LEFT(D2,-1)",
  "=RIGHT(D2,4)",
  "=MID(D2,2,5)",
  "=LEN(D2)",
  "=UPPER(D2)&LOWER(D2)",
  "=PROPER(D2)",
  "=TRIM(D3)",
  '=SUBSTITUTE(D2,"n","N")',
  '=SUBSTITUTE("aaa","a","b",2)',
  '=REPLACE(D2,1,2,"X")',
  '=FIND("n",D2)',
  '=FIND("q",D2)',
  '=SEARCH("V?n",D2)',
  '=IF(ISNUMBER(SEARCH("phòng",D3)),1,0)',
  '=REPT("ab",3)',
  '=VALUE("12.5")',
  '=EXACT("a","A")',
  "=FIXED(1234.567,1)",
  "=ROUNDUP(2.341,1)",
  "=ROUNDUP(1.1*3,1)",
  "=ROUNDDOWN(-2.349,2)",
  "=ROUNDDOWN(1.15*100,0)",
  "=ROUNDDOWN(1234,-2)",
  "=TRUNC(-2.5)",
  "=INT(-2.5)",
  "=MOD(-3,2)",
  "=MOD(1,0)",
  "=CEILING(0.3,0.1)",
  "=FLOOR(0.7,0.1)",
  "=MROUND(7,3)",
  "=POWER(2,10)",
  "=2^-1",
  "=-2^2",
  "=PRODUCT(B2:B4)",
  "=QUOTIENT(7,2)",
  "=GCD(12,18)",
  "=LCM(4,6)",
  "=ROUND(-1.005,2)",
  '=ROUND(AVERAGE(B2:B9),1)&"%"',
  '=IFS(B2>5,"x",TRUE,"y")',
  '=SWITCH(B3,1,"một",2,"hai","khác")',
  "=ISERROR(1/0)",
  "=ISNA(NA())",
  "=ISEVEN(4)",
  "=ERROR.TYPE(1/0)",
  "=NA()",
  '="a"+1',
  "=ROW()&COLUMN()&ROW(B7)&COLUMNS(A1:C1)",
  '=HYPERLINK("http://a.vn","mở")',
  "=PMT(0.01,12,-1000)",
  "=NPV(0.1,B2:B4)",
  '=IFERROR(KHONGCOHAM(1),"lỗi")',
  "=KHONGCOHAM(1)",
];

/** LibreOffice answers otherwise than Excel does: Excel's answer, as its documentation gives it. */
const asExcelSays: readonly (readonly [string, unknown])[] = [
  ["=SQRT(-1)", "#NUM!"],
  ["=LN(0)", "#NUM!"],
  ["=SMALL(B2:B9,20)", "#NUM!"],
  ["=RANK(40,B2:B9)", "#N/A"],
  ["=SUMPRODUCT((B2:B9>2)*(E2:E7>0))", "#N/A"],
  ['=VLOOKUP("a",A2:B9,5,FALSE)', "#REF!"],
  ['=XLOOKUP("b",A2:A9,B2:B9,"-")', 2],
  ['=XLOOKUP("zz",A2:A9,B2:B9,"-")', "-"],
];

/** Not answered at all: what depends on the region, on the way of searching, on the filter, or what spills. */
const refused = [
  "=VLOOKUP(3,B2:C9,2,TRUE)",
  "=MATCH(4,B2:B9,1)",
  '=TEXT(C2,"dddd")',
  '=TEXT(1234.5,"#.##0,0")',
  '=TEXT(C2,"[$-42A]dddd")',
  '=DATEVALUE("14/06/2024")',
  '="14/06/2024"+0',
  '=VALUE("1.234,5")',
  '=DATEDIF(C2,C5,"md")',
  "=NETWORKDAYS(C5,C2)",
  "=OFFSET(A1,1,1)",
  '=INDIRECT("B3")',
  '=CELL("row",B3)',
  "=RAND()",
  "=SUM(B2:B9*2)",
  '=MAX(IF(A2:A9="a",B2:B9))',
  "=UNIQUE(A2:A9)",
  "=TRANSPOSE(A2:A3)",
  "=B2:B9",
  "=AGGREGATE(9,6,B2:B9)",
  "=LAMBDA(x,x+1)(2)",
  "=LET(x,2,x+1)",
  "=SUMPRODUCT((A:A=1)*1)",
];

async function withFormulas(formulas: readonly string[]): Promise<StandIn> {
  const standIn = await openWorkbook(null, { now: () => today });
  await startExcel(standIn);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:E9").values = rows as unknown as unknown[][];
    sheet.getRange(`H1:H${formulas.length}`).formulas = formulas.map((formula) => [formula]);
    await context.sync();
  });
  return standIn;
}

function answers(count: number): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(`H1:H${count}`);
    range.load("values");
    await context.sync();
    return range.values.map(([value]) => value as unknown);
  });
}

const rounded = (value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(10)) : value;

describeWithLibreOffice("formulas that an officer writes beside ours", () => {
  it("give what LibreOffice computes from the saved file", async () => {
    const standIn = await withFormulas(computed);
    const ours = await answers(computed.length);
    const { bytes, lost } = await standIn.save();
    expect(lost).toEqual([]);
    const sheet = read(savedByLibreOffice(bytes), { dense: false }).Sheets["Sheet1"];
    const theirs = computed.map((_, row) => {
      const cell = sheet?.[utils.encode_cell({ r: row, c: 7 })] as
        { t: string; v?: unknown; w?: string } | undefined;
      return cell?.t === "e" ? cell.w : (cell?.v ?? "");
    });
    const pairs = (values: readonly unknown[]) =>
      computed.map((formula, at) => [formula, rounded(values[at])]);
    expect(pairs(ours)).toEqual(pairs(theirs));
  }, 120_000);
});

describe("formulas that LibreOffice answers otherwise than Excel", () => {
  it("are answered as Excel's documentation says", async () => {
    await withFormulas(asExcelSays.map(([formula]) => formula));
    expect(await answers(asExcelSays.length)).toEqual(asExcelSays.map(([, value]) => value));
  });
});

describe("formulas beyond the stand-in", () => {
  it("are marked and refused by name, never answered by a guess", async () => {
    const standIn = await withFormulas(refused);
    const marked = standIn.view
      .cells("Sheet1", 0, refused.length)
      .filter(({ column, stale }) => column === 7 && stale)
      .map(({ row }) => refused[row]);
    expect(marked).toEqual(refused);
    await expect(answers(1)).rejects.toMatchObject({
      code: "NotImplemented",
      message: expect.stringContaining("=VLOOKUP(3,B2:C9,2,TRUE)") as string,
    });
    const { lost } = await standIn.save();
    expect(lost).toEqual([expect.stringContaining(`${refused.length} công thức`)]);
  });
});
