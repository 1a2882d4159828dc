import { consolidate, makeForms, readReturnedForm, type ReturnedForm } from "../src/collect";
import { reportingPeriod } from "../src/deadline";
import { readWorkbookFile, writeWorkbookFile } from "../src/file";
import { samplePlan } from "../test/collect/plan";

const FILES = 20;
const PERIOD = reportingPeriod("first-half", 2024);
const DEPARTMENTS = 5;

/** Taking back forms of 300 rows, beside just reading the files. */
export default async function bench(): Promise<void> {
  console.log("| step | files | rows a file | ms | against just reading |");
  console.log("|---|---|---|---|---|");
  const tracking = samplePlan(150);
  const sheets = makeForms(tracking, { period: PERIOD, sendBy: null });
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (let index = 0; index < FILES; index++) {
    const form = sheets[index % DEPARTMENTS];
    if (form)
      files.push({
        name: `${index} ${form.fileName}`,
        bytes: await writeWorkbookFile([form.sheet, { ...form.sheet, name: "Bản 2" }]),
      });
  }
  const rows = sheets[0]?.leadTasks ?? 0;

  const readStart = performance.now();
  const grids = [];
  for (const file of files)
    grids.push({ name: file.name, sheets: await readWorkbookFile(file.bytes) });
  const reading = performance.now() - readStart;

  const takeStart = performance.now();
  const returned: ReturnedForm[] = grids.map((file) => readReturnedForm(file.name, file.sheets));
  consolidate(tracking, returned, {
    period: PERIOD,
    receivedOn: "2024-06-08",
    sendBy: "2024-06-10",
  });
  const taking = performance.now() - takeStart;

  const line = (step: string, ms: number) =>
    console.log(
      `| ${step} | ${FILES} | ${2 * rows} | ${ms.toFixed(0)} | ${(ms / reading).toFixed(2)} |`,
    );
  line("just reading the files", reading);
  line("understanding and consolidating them", taking);
}
