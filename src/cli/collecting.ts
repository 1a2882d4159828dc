import { basename, dirname, join } from "node:path";
import {
  problemSentence,
  readReturnedForm,
  type Consolidation,
  type FormProblem,
  type ReturnedForm,
} from "../collect";
import type { CollectRequest } from "../commands";
import { showDate } from "../deadline";
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
  const { commands } = await openFile(file, { sheet: options.sheet, today });
  const made = await commands.forms(period, sendBy);
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

interface CollectOptions extends PeriodOptions {
  /** JSON file with what the officer decided: conflicts by id, units by file name. */
  readonly answers?: string;
}

interface Unread {
  readonly fileName: string;
  readonly message: string;
}

/** So many files are read between two lines of progress. */
const FILES_A_LINE = 20;

/**
 * `collect FILE RETURNED… -o OUT`: takes the returned forms into the workbook. Each file is read, understood and let go
 * before the next one; a file that cannot be read is told and keeps none of the others back.
 */
export async function collect(
  file: string,
  returned: readonly string[],
  options: CollectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const today = todayOf(options);
  const { period, sendBy } = periodOf(options);
  const answers = await readAnswers(options.answers);
  const names = namesOf(returned);
  const forms: ReturnedForm[] = [];
  const unread: Unread[] = [];
  for (const [index, path] of returned.entries()) {
    const read = await readForm(path, names[index] ?? path);
    if ("rows" in read) forms.push(read);
    else unread.push(read);
    const count = index + 1;
    if (count % FILES_A_LINE === 0 && returned.length > FILES_A_LINE)
      terminal.error(`Đã đọc ${count}/${returned.length} phiếu…`);
  }
  if (forms.length === 0) {
    for (const { fileName, message } of unread) terminal.error(`${fileName}: ${message}`);
    return 2;
  }
  const open = await openFile(file, { sheet: options.sheet, today });
  const { outcome, consolidation } = await open.commands.collect(forms, {
    period,
    sendBy,
    receivedOn: today,
    ...answers,
  });
  await saveFile(open, options.output, terminal);
  if (options.json) {
    const { forms: taken, missing, conflicts, entries, finishes, newWork } = consolidation;
    const shown = taken.map((form) => ({ ...form, problems: form.problems.map(problemShape) }));
    terminal.out(
      JSON.stringify({
        saved: options.output,
        forms: shown,
        unread,
        missing,
        conflicts,
        entries,
        finishes,
        newWork,
      }),
    );
  } else {
    for (const { fileName, message } of unread) terminal.out(`${fileName}: ${message}`);
    for (const text of collectLines(consolidation)) terminal.out(text);
    sayOutcome(outcome, options.output, options, terminal);
  }
  return consolidation.conflicts.length > 0 || unread.length > 0 ? 1 : 0;
}

/** What a returned file says, or why it cannot be read. */
async function readForm(path: string, fileName: string): Promise<ReturnedForm | Unread> {
  try {
    return readReturnedForm(fileName, await readWorkbookFile(await readBytes(path)));
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof UsageProblem)
      return { fileName, message: error.message };
    throw error;
  }
}

/** A name for each file: its own, with its folder where two files have one name; the same in whatever order they come. */
function namesOf(paths: readonly string[]): string[] {
  const short = (path: string) => basename(path);
  const longer = (path: string) => join(basename(dirname(path)), basename(path));
  const isAlone = (name: (path: string) => string, path: string) =>
    paths.filter((other) => name(other) === name(path)).length === 1;
  return paths.map((path) =>
    isAlone(short, path) ? short(path) : isAlone(longer, path) ? longer(path) : path,
  );
}

async function readAnswers(
  path: string | undefined,
): Promise<Pick<CollectRequest, "decisions" | "units">> {
  if (path === undefined) return {};
  const bad = new UsageProblem(
    `Tệp “${path}” cần là JSON dạng {"decisions": {"mã chỗ khác nhau": ["mã bên giữ lại"]}, "units": {"tên tệp": "tên đơn vị"}}.`,
  );
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(await readBytes(path)));
  } catch (error) {
    throw error instanceof UsageProblem ? error : bad;
  }
  const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isRecord(json)) throw bad;
  const { decisions = {}, units = {} } = json;
  if (!isRecord(decisions) || !isRecord(units)) throw bad;
  const isText = (value: unknown): value is string => typeof value === "string";
  const isTexts = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every(isText);
  return {
    decisions: Object.fromEntries(
      Object.entries(decisions).map(([id, kept]) => {
        if (!isTexts(kept)) throw bad;
        return [id, kept];
      }),
    ),
    units: Object.fromEntries(
      Object.entries(units).map(([name, unit]) => {
        if (!isText(unit)) throw bad;
        return [name, unit];
      }),
    ),
  };
}

function problemShape(problem: FormProblem): object {
  return { ...problem, message: problemSentence(problem, "vi") };
}

const STATE_WORDS = {
  "wrong-plan": "phiếu của kế hoạch khác, không nhận",
  "wrong-period": "phiếu của kỳ khác, không nhận",
  "unknown-unit": "chưa rõ đơn vị, chưa nhận (nêu đơn vị trong tệp của --answers)",
  "not-a-form": "không phải phiếu báo cáo",
} as const;

function collectLines({ forms, conflicts }: Consolidation): string[] {
  return [
    ...forms.flatMap(({ fileName, state, problems }) => [
      ...(state === "taken" || state === "nothing-new"
        ? []
        : [`${fileName}: ${STATE_WORDS[state]}.`]),
      ...problems
        .filter(({ kind }) => kind !== state.replace("not-a-form", "no-form"))
        .map((problem) => `${fileName}: ${problemSentence(problem, "vi")}`),
    ]),
    ...conflicts.flatMap(({ id, code, unit, options }) => [
      `${code} (${unit}) có chỗ ghi khác nhau, mã “${id}”:`,
      ...options.map(
        ({ id: option, source, entry, finished }) =>
          `  ${option}: ${entry?.result ?? (finished === null ? "" : `hoàn thành ${showDate(finished)}`)} (${source})`,
      ),
    ]),
  ];
}

interface SendBackOptions extends PeriodOptions {
  readonly unit: string;
  readonly reason: string;
  readonly newDate: string;
}

/** `send-back FILE --unit U …`: notes in the book of received reports that a report was sent back. */
export async function giveBack(
  file: string,
  options: SendBackOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { period } = periodOf(options);
  const open = await openFile(file, { sheet: options.sheet, today: todayOf(options) });
  const outcome = await open.commands.sendBack({
    unit: options.unit,
    period,
    reason: options.reason,
    newDate: readDate(options.newDate),
  });
  await saveFile(open, options.output, terminal);
  sayOutcome(outcome, options.output, options, terminal);
  return 0;
}
