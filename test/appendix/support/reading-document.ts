import type { Form, Layout } from "./layouts";
import { CHOICES, randomLayout, SEEDS } from "./comparison";

const ASPECTS: Readonly<Record<keyof Layout, string>> = {
  form: "Header words and order of columns",
  headerRows: "Rows of the header",
  merged: "Header cells merged",
  capitals: "Header in capitals",
  brokenHeader: "Line breaks inside header cells",
  numberingRow: "Row that numbers the columns",
  sections: "Where section titles stand",
  sectionStyle: "Numbers of sections",
  numbers: "Numbers of tasks",
  owners: "Lead cells merged over several tasks",
  dates: "Dates as text or true dates",
  wordPaste: "Cells split into rows, as pasted from Word",
  repeatedHeader: "Header repeated in the middle",
  above: "Above the table",
  below: "Below the table",
  at: "First cell",
  emptyColumn: "An empty column inside",
  encoding: "Encoding of the text",
};

/** The document of what is read right: for each choice of a layout, how many were tried and how many read exactly. */
export function readingDocument(isRight: (seed: number) => boolean): string {
  const tried = SEEDS.map((seed) => ({ layout: randomLayout(seed), right: isRight(seed) }));
  const rows = (Object.keys(ASPECTS) as (keyof Layout)[]).flatMap((aspect) =>
    [...new Set<unknown>(CHOICES[aspect])].map((value) => {
      const those = tried.filter(({ layout }) => layout[aspect] === value);
      const right = those.filter((one) => one.right).length;
      return `| ${ASPECTS[aspect]} | ${nameOf(value)} | ${those.length} | ${right} |`;
    }),
  );
  return `# What is read right

One plan with three sections and nine tasks is laid out on a sheet in ${tried.length} ways; every choice below is made independently of the others. A layout counts as right only when the header rows, the role of every column, the kind of every row and every text of every task are exactly as laid out. Written by \`npx tsx scripts/make-reading-doc.ts\`; the tests fail when it is no longer true.

| what differs | how | tried | read right |
|---|---|---|---|
${rows.join("\n")}
| **all** | | ${tried.length} | ${tried.filter(({ right }) => right).length} |

Months, quarters or years as columns: marks in one unbroken run are one span ("Từ tháng 1 đến tháng 3/2024"), marks with gaps a list ("Quý I, Quý III/2024"), other words stand behind their month ("Tháng 3: Hội nghị"). Columns of figures, and months beside a column that gives the deadline, are no deadline. Two columns that could both lead or both give the deadline are asked about.
`;
}

function nameOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object" && value !== null) {
    return (value as Form).columns
      .map(({ words, group }) => (group === undefined ? words : `${group}: ${words}`))
      .join("; ");
  }
  return String(value);
}
