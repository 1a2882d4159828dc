import { basename, join } from "node:path";
import { createCommands, type ReturnedFile } from "../commands";
import { readWorkbookFile, UnreadableFile, writeWorkbookFile } from "../file";
import { sayOutcome, todayOf, type Common } from "./actions";
import { readDate, readPeriod, readYear } from "./periods";
import type { ExitCode, Terminal } from "./terminal";
import { UsageProblem } from "./problem";
import { openFile, readBytes, saveFile, writeBytes } from "./workbook";

interface PeriodOptions extends Common {
  readonly period: string;
  readonly year?: string;
  readonly sendBy?: string;
  readonly output: string;
}

function periodOf(options: PeriodOptions) {
  const year = options.year === undefined ? null : readYear(options.year);
  const sendBy = options.sendBy === undefined ? null : readDate(options.sendBy);
  return { period: readPeriod(options.period, year), sendBy };
}

/** `forms FILE --period P -o DIR`: one form for each unit, each in a file of its own. */
export async function forms(
  file: string,
  options: PeriodOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const today = todayOf(options);
  const { period, sendBy } = periodOf(options);
  await openFile(file, { sheet: options.sheet, today });
  const made = await createCommands({ locale: "vi", today: () => today }).forms(period, sendBy);
  const saved: { unit: string; file: string; leadTasks: number; supportTasks: number }[] = [];
  for (const form of made) {
    const path = join(options.output, form.fileName);
    await writeBytes(path, await writeWorkbookFile([form.sheet]));
    const { unit, leadTasks, supportTasks } = form;
    saved.push({ unit, file: path, leadTasks, supportTasks });
  }
  if (options.json) {
    terminal.out(JSON.stringify({ period: period.name, forms: saved }));
    return 0;
  }
  for (const { unit, file: path, leadTasks, supportTasks } of saved) {
    terminal.out(`${unit}: ${leadTasks} chủ trì, ${supportTasks} phối hợp → ${path}`);
  }
  terminal.out(`Đã lập ${saved.length} phiếu báo cáo ${period.name}.`);
  return 0;
}

/** The sheets of a returned file, or a clear line about why it cannot be read. */
async function readReturned(path: string): Promise<ReturnedFile["sheets"]> {
  try {
    return await readWorkbookFile(await readBytes(path));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UsageProblem(`Tệp “${path}”: ${error.message}`);
    throw error;
  }
}

/** `collect FILE RETURNED… -o OUT`: takes the returned forms into the workbook. */
export async function collect(
  file: string,
  returned: readonly string[],
  options: PeriodOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const today = todayOf(options);
  const { period, sendBy } = periodOf(options);
  const files: ReturnedFile[] = [];
  for (const path of returned) {
    files.push({ fileName: basename(path), sheets: await readReturned(path) });
  }
  const open = await openFile(file, { sheet: options.sheet, today });
  const commands = createCommands({ locale: "vi", today: () => today });
  const { outcome, consolidation } = await commands.collect(files, {
    period,
    sendBy,
    receivedOn: today,
  });
  await saveFile(open, options.output, terminal);
  if (options.json) {
    const { forms: taken, missing, conflicts, entries, finishes, newWork } = consolidation;
    terminal.out(
      JSON.stringify({
        saved: options.output,
        forms: taken,
        missing,
        conflicts,
        entries,
        finishes,
        newWork,
      }),
    );
  } else {
    for (const { fileName, problems } of consolidation.forms) {
      for (const { cell, message } of problems) {
        terminal.out(`${fileName}${cell ? ` ${cell}` : ""}: ${message}`);
      }
    }
    sayOutcome(outcome, options.output, options, terminal);
  }
  return consolidation.conflicts.length > 0 ? 1 : 0;
}
