import { onSheet, same, type ContractCase } from "./case";

interface FormulaFact {
  readonly id: string;
  readonly assumption: string;
  readonly source: string;
  readonly cells: readonly (readonly (string | number | boolean)[])[];
  readonly formula: string;
  readonly value: string | number | boolean;
}

const facts: readonly FormulaFact[] = [
  {
    id: "countifs-case-and-wildcards",
    assumption: "COUNTIFS ignores case and takes * and ?.",
    source: "docs: COUNTIFS function",
    cells: [["Phòng A"], ["phòng a"], ["Phòng B"], ["|A|B|"]],
    formula: '=COUNTIFS(A1:A4,"PHÒNG ?")*10+COUNTIFS(A1:A4,"*|"&"B"&"|*")',
    value: 31,
  },
  {
    id: "countifs-dates",
    assumption: "COUNTIFS compares numbers with “<”&date, and leaves texts out.",
    source: "docs: COUNTIFS function",
    cells: [[45457], [45458], ["'45400"], [""]],
    formula: '=COUNTIFS(A1:A4,"<"&45458)',
    value: 1,
  },
  {
    id: "countifs-blank",
    assumption: "COUNTIFS with “” counts blank cells and empty texts.",
    source: "docs: COUNTIFS function",
    cells: [["a"], [""], ['=""'], [0]],
    formula: '=COUNTIFS(A1:A4,"")',
    value: 2,
  },
  {
    id: "maxifs-none",
    assumption: "MAXIFS and MINIFS give 0 when nothing meets the criteria.",
    source: "docs: MAXIFS function",
    cells: [
      ["a", 5],
      ["b", 7],
    ],
    formula: '=MAXIFS(B1:B2,A1:A2,"c")+MINIFS(B1:B2,A1:A2,"b")',
    value: 7,
  },
  {
    id: "sumifs",
    assumption: "SUMIFS adds the numbers where all criteria hold.",
    source: "docs: SUMIFS function",
    cells: [
      ["a", 5],
      ["b", 7],
      ["A", "x"],
      ["a", 2],
    ],
    formula: '=SUMIFS(B1:B4,A1:A4,"a",B1:B4,">1")',
    value: 7,
  },
  {
    id: "match-exact",
    assumption: "MATCH with 0 tells text from number, and #N/A when there is none.",
    source: "docs: MATCH function",
    cells: [["'1"], [1], ["Mã"]],
    formula: '=MATCH(1,A1:A3,0)*100+MATCH("mã",A1:A3,0)*10+IFERROR(MATCH("x",A1:A3,0),9)',
    value: 239,
  },
  {
    id: "index-empty-is-zero",
    assumption: "INDEX of an empty cell shows 0; joined to a text it is nothing.",
    source: "docs: INDEX function",
    cells: [["a"], [""]],
    formula: '=INDEX(A1:A2,2)+0&"|"&INDEX(A1:A2,2)&"|"',
    value: "0||",
  },
  {
    id: "if-and-or-n",
    assumption: "N of a text is 0; AND and OR take comparisons.",
    source: "docs: N function, AND function",
    cells: [["x", 45457]],
    formula: '=IF(AND(N(A1)=0,OR(B1<1,B1>45000),NOT(ISTEXT(B1))),"đúng","sai")',
    value: "đúng",
  },
  {
    id: "text-compare-ignores-case",
    assumption: "“=” between texts ignores case but not accents.",
    source: "docs: Calculation operators",
    cells: [["ĐÃ XONG", "Da xong"]],
    formula: '=(A1="đã xong")&(A1=B1)',
    value: "TRUEFALSE",
  },
  {
    id: "counta-empty-text",
    assumption: "COUNTA counts a formula that gives an empty text.",
    source: "docs: COUNTA function",
    cells: [["a"], ['=""'], [""]],
    formula: "=COUNTA(A1:A3)*10+ROWS(A1:A3)",
    value: 23,
  },
  {
    id: "errors-travel",
    assumption: "An error travels through sums; IFERROR catches it.",
    source: "docs: IFERROR function",
    cells: [["=1/0"], [2]],
    formula: '=IFERROR(SUM(A1:A2),"lỗi")',
    value: "lỗi",
  },
  {
    id: "round-half-away",
    assumption: "ROUND rounds halves away from zero.",
    source: "docs: ROUND function",
    cells: [[2.5]],
    formula: "=ROUND(A1,0)*1000+ROUND(-A1,0)*-100+ROUND(1.005,2)",
    value: 3301.01,
  },
  {
    id: "minus-before-power",
    assumption: "The minus sign binds tighter than the power.",
    source: "docs: Calculation operators and precedence",
    cells: [[2]],
    formula: "=-A1^2+1%*100",
    value: 5,
  },
];

export const formulaCases: readonly ContractCase[] = facts.map((fact) => ({
  id: `formula-${fact.id}`,
  assumption: fact.assumption,
  source: fact.source,
  run: (excel) =>
    onSheet(excel, async (context, sheet) => {
      fact.cells.forEach((line, row) => {
        line.forEach((value, column) => {
          sheet.getCell(row, column).values = [[value]];
        });
      });
      const cell = sheet.getRange("H1");
      cell.formulas = [[fact.formula]];
      cell.load("values");
      await context.sync();
      same(cell.values, [[fact.value]], fact.formula);
    }),
}));
