import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbook, UnreadableFile } from "../src/host";
import { hostileFiles } from "../test/host/hostile-files";

const memory = (): number => process.resourceUsage().maxRSS / 1024;

/** In a process of its own: opens one file, looks at it and saves it; prints times, memory and what came of it. */
async function measure(path: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path));
  await openWorkbook(null);
  const before = memory();
  const start = performance.now();
  const worked = process.cpuUsage();
  let outcome = "";
  let opened = 0;
  try {
    const standIn = await openWorkbook(bytes);
    opened = performance.now() - start;
    standIn.view.cells(standIn.view.show().sheet.name, 0, 40);
    await standIn.save();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    opened = performance.now() - start;
    outcome = error.message;
  }
  const all = performance.now() - start;
  const { user, system } = process.cpuUsage(worked);
  const busy = (user + system) / 1000;
  console.log(JSON.stringify({ opened, all, busy, megabytes: memory() - before, outcome }));
}

/** Files that were made to harm, each opened and saved in a process of its own, against the sample that anyone has. */
export default function (): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-hostile-"));
  const path = join(folder, "file.xlsx");
  const table: Record<string, Record<string, string>> = {};
  const sample = readFileSync("assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx");
  const files = [{ name: "(the sample)", bytes: () => sample, refusal: null }, ...hostileFiles];
  for (const { name, bytes, refusal } of files) {
    writeFileSync(path, bytes());
    const command = ["--import", "tsx", __filename, path];
    const found = JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" })) as {
      readonly opened: number;
      readonly all: number;
      readonly busy: number;
      readonly megabytes: number;
      readonly outcome: string;
    };
    const isRight = refusal ? refusal.test(found.outcome) : found.outcome === "";
    table[name] = {
      "open, ms": found.opened.toFixed(0),
      "open and save, ms": found.all.toFixed(0),
      "processor, ms": found.busy.toFixed(0),
      "memory, MB": found.megabytes.toFixed(0),
      outcome: `${isRight ? "" : "WRONG: "}${found.outcome.slice(0, 60) || "opens"}`,
    };
  }
  rmSync(folder, { recursive: true });
  console.table(table);
  return Promise.resolve();
}

const [, script, path] = process.argv;
if (script?.endsWith("hostile.bench.ts") && path !== undefined) void measure(path);
