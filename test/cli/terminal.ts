import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";

export const SAMPLE = join(__dirname, "../../assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx");

/** What one run of the command line gave. */
export interface Run {
  readonly code: number;
  readonly out: readonly string[];
  readonly error: readonly string[];
}

/** Runs the command line with what stands on stdin. */
export async function run(argv: readonly string[], input = ""): Promise<Run> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(argv, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    input: () => Promise.resolve(input),
  });
  return { code, out, error };
}

/** Runs with --json: one document on stdout and nothing else. */
export async function runJson<Shape>(argv: readonly string[]): Promise<Run & { json: Shape }> {
  const result = await run([...argv, "--json"]);
  expect(result.out).toHaveLength(1);
  return { ...result, json: JSON.parse(result.out[0] ?? "") as Shape };
}

/** A new folder for what a test writes. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), "phuluc-"));
}
