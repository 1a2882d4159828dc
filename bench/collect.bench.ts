import { consolidate, makeForms, readReturnedForm, type ReturnedForm } from "../src/collect";
import { reportingPeriod } from "../src/deadline";
import { readWorkbookFile, writeWorkbookFile } from "../src/file";
import { fillIn, gridOf, samplePlan } from "../test/collect/plan";

const PERIOD = reportingPeriod("first-half", 2024);
const DEPARTMENTS = 5;
const MEGABYTE = 1024 * 1024;

/** Taking back forms of 300 rows, beside just reading the files: time, and what stays in memory. */
export default async function bench(): Promise<void> {
  console.log(
    "| files | rows | just reading, ms | reading and taking back, ms | ratio | MB held after |",
  );
  console.log("|---|---|---|---|---|---|");
  const tracking = samplePlan(300);
  const kinds: { name: string; bytes: Uint8Array; rows: number }[] = [];
  for (const form of makeForms(tracking, { period: PERIOD, sendBy: null })) {
    const codes = tracking.tasks.filter(({ leads }) => leads.includes(form.unit)).slice(0, 100);
    const filled = codes.reduce(
      (grid, { code }) => fillIn(grid, code, { quantity: 4, measure: "tin bài", result: code }),
      gridOf(form),
    );
    const cells = filled.values.map((row) => row.map((cell) => (cell === "" ? null : cell)));
    const sheet = { ...form.sheet, blocks: [{ row: 0, column: 0, cells }] };
    const bytes = await writeWorkbookFile([sheet]);
    kinds.push({ name: form.fileName, bytes, rows: form.leadTasks + form.supportTasks });
  }
  const fileAt = (index: number) => kinds[index % DEPARTMENTS];
  await take(1);
  for (const files of [20, 100, 200]) {
    const reading = await timed(async () => {
      for (let index = 0; index < files; index++) {
        const file = fileAt(index);
        if (file) await readWorkbookFile(file.bytes);
      }
    });
    const before = held();
    let forms: readonly ReturnedForm[] = [];
    const taking = await timed(async () => {
      forms = await take(files);
    });
    const after = held();
    const rows = forms[0]?.rows.length ?? 0;
    const kept = after === null || before === null ? "–" : ((after - before) / MEGABYTE).toFixed(0);
    console.log(
      `| ${files} | ${rows} | ${reading.toFixed(0)} | ${taking.toFixed(0)} | ${(taking / reading).toFixed(2)} | ${kept} |`,
    );
  }

  /** As the command line does it: each file is read, understood and let go before the next. */
  async function take(files: number): Promise<readonly ReturnedForm[]> {
    const forms: ReturnedForm[] = [];
    for (let index = 0; index < files; index++) {
      const file = fileAt(index);
      if (file)
        forms.push(readReturnedForm(`${index} ${file.name}`, await readWorkbookFile(file.bytes)));
    }
    consolidate(tracking, forms, {
      period: PERIOD,
      receivedOn: "2024-06-08",
      sendBy: "2024-06-10",
    });
    return forms;
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Bytes that are held after clearing up; null where node was not started with --expose-gc. */
function held(): number | null {
  if (!globalThis.gc) return null;
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
