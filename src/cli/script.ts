import { resolve } from "node:path";
import { compileFunction } from "node:vm";
import { openWorkbook } from "../host";
import { startExcel } from "../host/node";
import type { ExitCode, Terminal } from "./terminal";
import { openInStandIn, readBytes, saveFile } from "./workbook";

/**
 * `script FILE.js`: runs an Office.js script over the stand-in. The script finds the globals Excel
 * and Office as in Excel's own script pages; what it throws ends the command with exit code 1.
 */
export async function script(
  file: string,
  options: { readonly workbook?: string; readonly output?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const source = new TextDecoder().decode(await readBytes(file));
  const standIn =
    options.workbook === undefined
      ? await openWorkbook(null)
      : await openInStandIn(options.workbook);
  if (options.workbook === undefined) await startExcel(standIn);
  try {
    await runSource(source, resolve(file));
  } catch (error) {
    terminal.error(describe(error));
    return 1;
  }
  if (options.output !== undefined) await saveFile({ standIn }, options.output, terminal);
  return 0;
}

/** Runs the source of a script, which may await at its top; `path` is what its errors are shown with. */
async function runSource(source: string, path: string): Promise<void> {
  const globals = { Excel, Office, OfficeExtension, console };
  const run = compileFunction(`return (async () => {\n${source}\n})();`, Object.keys(globals), {
    filename: path,
    lineOffset: -1,
  }) as (...values: unknown[]) => Promise<void>;
  await run(...Object.values(globals));
}

function describe(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? `${error.code}: ` : "";
  return `${code}${String(error.message)}`;
}
