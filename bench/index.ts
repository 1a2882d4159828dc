/**
 * Runs the benchmarks: all of them, or those named on the command line (`npm run bench -- deadline`).
 * Every table compares within one run; the numbers of two runs or two machines are not to be compared.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const files = readdirSync(__dirname)
    .filter((file) => file.endsWith(".bench.ts"))
    .sort();
  for (const file of files) {
    const name = file.replace(".bench.ts", "");
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n## ${name}\n`);
    const bench = (await import(join(__dirname, file))) as { default: () => Promise<void> };
    await bench.default();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
