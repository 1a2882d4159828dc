import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { openWorkbook } from "../host";
import { startExcel } from "../host/node";
import type { ExitCode, Terminal } from "./terminal";
import { openInStandIn, readBytes, saveFile } from "./workbook";

/** Runs the source of a script with top-level await; `path` is what its errors are shown with. */
type Run = (source: string, path: string) => Promise<void>;

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

const runSource: Run = async (source, path) => {
  const url = pathToFileURL(path).href;
  // A module may import and await at its top; a data URL gives each run its own instance.
  const text = `${source}\n//# sourceURL=${url}\n`;
  await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`);
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? `${error.code}: ` : "";
  return `${code}${error.message}`;
}
