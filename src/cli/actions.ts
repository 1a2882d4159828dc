import type { RowKind } from "../appendix";
import { roleName, type Session, type WriteOutcome } from "../commands";
import { showDate, type IsoDate } from "../deadline";
import { overdueByUnit, readOutline, type Outline, type Reader, type UnitUrging } from "../report";
import type { Task, TaskStatus } from "../task";
import { readWorkbook } from "../excel";
import { readTracking, TABLES, NAMES } from "../tracking";
import { deadlineLine, jsonLines, ownerLines, unitsOfJson } from "./lines";
import { readDate, readPeriod, readYear, todayHere } from "./periods";
import { UsageProblem } from "./problem";
import { findingShape, readingShape } from "./shapes";
import type { ExitCode, Terminal } from "./terminal";
import {
  openFile,
  openInStandIn,
  readBytes,
  saveFile,
  writeBytes,
  type OpenFile,
} from "./workbook";

/** Options that most commands take. */
export interface Common {
  readonly json?: boolean;
  readonly sheet?: string;
  /** Day taken for today; the machine's own without it. */
  readonly today?: string;
}

export function todayOf(options: Common): IsoDate {
  return options.today === undefined ? todayHere() : readDate(options.today);
}

/** Opens a file with the day to count to: the one that is asked for, else that of the workbook. */
export async function openAsOf(
  file: string,
  options: Common & { readonly asOf?: string },
): Promise<{ readonly open: OpenFile; readonly session: Session; readonly asOf: IsoDate }> {
  const open = await openFile(file, { sheet: options.sheet, today: todayOf(options) });
  const session = await open.commands.open();
  const asOf = options.asOf === undefined ? session.tracking.settings.asOf : readDate(options.asOf);
  return { open, session, asOf };
}

const KIND_NAMES: Readonly<Record<RowKind, string>> = {
  numbering: "dòng đánh số cột",
  section: "mục",
  group: "nhóm nhiệm vụ",
  task: "nhiệm vụ",
  continuation: "dòng nối tiếp",
  "repeated-header": "tiêu đề lặp lại",
  total: "dòng tổng cộng",
  note: "dòng ghi chú",
  signature: "dòng chữ ký",
  "number-only": "dòng chỉ có số thứ tự",
  blank: "dòng trống",
};

/** `read FILE`: the structure of the appendix. */
export async function read(file: string, options: Common, terminal: Terminal): Promise<ExitCode> {
  const { commands } = await openFile(file, { sheet: options.sheet, today: todayOf(options) });
  const session = await commands.open();
  if (options.json) {
    terminal.out(JSON.stringify(readingShape(session)));
    return 0;
  }
  const { appendix, tracking, findings, questions } = session;
  if (!appendix) return 0;
  const counts = new Map<RowKind, number>();
  for (const { kind } of appendix.rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  terminal.out(`Trang “${appendix.sheet}”: ${appendix.tasks.length} nhiệm vụ.`);
  for (const { header, role, reason } of appendix.columns) {
    terminal.out(`  ${header} → ${roleName("vi", role)} (${reason})`);
  }
  terminal.out(
    `${appendix.rows.length} dòng dưới tiêu đề: ` +
      [...counts].map(([kind, count]) => `${count} ${KIND_NAMES[kind]}`).join(", "),
  );
  for (const task of tracking.tasks) {
    const due = task.due === null ? task.deadlineText || "không có thời hạn" : showDate(task.due);
    terminal.out(`${task.code} ${task.number} ${task.title} · ${task.leads.join(", ")} · ${due}`);
  }
  terminal.out(`${findings.length} điều cần rà soát, ${questions.length} chỗ cần hỏi.`);
  for (const { text } of questions) terminal.out(`  ${text}`);
  return 0;
}

/** `check FILE`: what is wrong, where, why, which fix. */
export async function check(file: string, options: Common, terminal: Terminal): Promise<ExitCode> {
  const { commands } = await openFile(file, { sheet: options.sheet, today: todayOf(options) });
  const { findings } = await commands.open();
  const hasErrors = findings.some(({ severity }) => severity === "error");
  if (options.json) {
    terminal.out(JSON.stringify({ findings: findings.map(findingShape) }));
  } else {
    const marks = { error: "LỖI", warning: "CẦN XEM", hint: "GỢI Ý" } as const;
    for (const { severity, cell, message, advice } of findings) {
      terminal.out(`${marks[severity]}${cell ? ` ${cell}` : ""}: ${message} ${advice}`.trimEnd());
    }
    terminal.out(`${findings.length} điều cần rà soát.`);
  }
  return hasErrors ? 1 : 0;
}

function outcomeShape(outcome: WriteOutcome, saved: string): object {
  return {
    saved,
    sheets: outcome.sheets,
    said: outcome.said,
    differences: outcome.differences,
    questions: outcome.session.questions.map(({ kind, cells, text }) => ({ kind, cells, text })),
    tasks: outcome.session.tracking.tasks.length,
  };
}

export function sayOutcome(
  outcome: WriteOutcome,
  saved: string,
  options: Common,
  terminal: Terminal,
) {
  if (options.json) {
    terminal.out(JSON.stringify(outcomeShape(outcome, saved)));
    return;
  }
  for (const sentence of outcome.said) terminal.out(sentence);
  for (const { cell, expected, found } of outcome.differences) {
    terminal.out(`  ${cell}: cần ${expected}, đang là ${found}`);
  }
  terminal.out(`Đã ghi tệp ${saved}`);
}

/** `track FILE -o OUT`: adds or updates the add-in's sheets. */
export async function track(
  file: string,
  options: Common & { readonly output: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const open = await openFile(file, { sheet: options.sheet, today: todayOf(options) });
  const outcome = await open.commands.track();
  await saveFile(open, options.output, terminal);
  sayOutcome(outcome, options.output, options, terminal);
  return outcome.differences.length > 0 ? 1 : 0;
}

/** `overdue FILE`: what is overdue and falls due, by unit. */
export async function overdue(
  file: string,
  options: Common & { readonly asOf?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const { session, asOf } = await openAsOf(file, options);
  const units = overdueByUnit(session.tracking, asOf);
  if (options.json) {
    terminal.out(JSON.stringify({ asOf, units: units.map(overdueShape) }));
    return 0;
  }
  for (const text of overdueLines(units, asOf)) terminal.out(text);
  return 0;
}

function overdueLines(units: readonly UnitUrging[], asOf: IsoDate): string[] {
  const day = showDate(asOf);
  const overdueTasks = units.reduce((sum, unit) => sum + unit.overdue.length, 0);
  const first =
    overdueTasks === 0
      ? `Không có nhiệm vụ nào quá hạn đến ngày ${day}.`
      : `${overdueTasks} nhiệm vụ quá hạn đến ngày ${day}.`;
  return [
    first,
    ...units
      .filter((unit) => unit.overdue.length + unit.dueSoon.length + unit.withoutResult.length > 0)
      .flatMap((unit) => [
        `${unit.unit}: ${unit.overdue.length} quá hạn, ${unit.dueSoon.length} sắp đến hạn, ` +
          `${unit.withoutResult.length} chưa có kết quả trong kỳ`,
        ...unit.overdue.map(({ task, status }) =>
          line(task, status, `chậm ${status.daysLate} ngày`),
        ),
        ...unit.dueSoon.map(({ task, status }) => line(task, status, "sắp đến hạn")),
      ]),
  ];
}

function line(task: Task, status: TaskStatus, words: string): string {
  const due = status.due === null ? "" : ` · hạn ${showDate(status.due)}`;
  return `  ${`${task.number} ${task.title}`.trim()}${due} · ${words}`;
}

/** The answer of `overdue` as JSON data. */
function overdueShape(unit: UnitUrging): object {
  const list = (tasks: UnitUrging["overdue"]) =>
    tasks.map(({ task, status }) => ({
      code: task.code,
      stt: task.number,
      task: task.title,
      due: status.due,
      daysLate: status.daysLate,
      deadlineText: task.deadlineText,
    }));
  return {
    unit: unit.unit,
    overdue: list(unit.overdue),
    dueSoon: list(unit.dueSoon),
    withoutResult: list(unit.withoutResult),
    coordinating: list(unit.coordinating),
  };
}

export interface ReportOptions extends Common {
  readonly period: string;
  readonly year?: string;
  readonly asOf?: string;
  readonly reader?: string;
  readonly output: string;
  readonly docx?: string;
  readonly unit?: string;
  readonly afterCutOff?: boolean;
  readonly paragraph?: string;
  readonly outline?: string;
}

/** `report FILE --period P --year Y -o OUT`: the two sheets of a report, and the text in Word. */
export async function report(
  file: string,
  options: ReportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const period = readPeriod(
    options.period,
    options.year === undefined ? null : readYear(options.year),
  );
  const today = todayOf(options);
  const wanted = options.asOf === undefined ? today : readDate(options.asOf);
  const asOf = wanted < period.to ? wanted : period.to;
  const { unit } = options;
  const request = {
    period,
    asOf,
    reader: unit === undefined ? readerOf(options.reader) : ("office" as const),
    ...(unit === undefined ? {} : { unit }),
    ...(options.afterCutOff === true ? { afterCutOff: true } : {}),
  };
  const open = await openFile(file, { sheet: options.sheet, today });
  const outcome = await open.commands.report(request);
  await saveFile(open, options.output, terminal);
  if (options.docx !== undefined || options.paragraph !== undefined) {
    const outline =
      options.outline === undefined ? {} : { outline: await outlineOf(options.outline) };
    const texts = await open.commands.reportTexts(request, outline);
    if (options.docx !== undefined) await writeBytes(options.docx, await texts.document());
    if (options.paragraph !== undefined) {
      await writeBytes(options.paragraph, new TextEncoder().encode(`${texts.paragraph}\n`));
    }
  }
  sayOutcome(outcome, options.output, options, terminal);
  return outcome.differences.length > 0 ? 1 : 0;
}

/** The outline (đề cương) of a JSON file: `[{"title": …, "parts": […], "sections": […]}]`. */
async function outlineOf(path: string): Promise<Outline> {
  const outline = readOutline(new TextDecoder().decode(await readBytes(path)));
  if (outline === null) {
    throw new UsageProblem(
      `Tệp đề cương “${path}” không đúng dạng: một danh sách JSON gồm {title, parts, sections}.`,
    );
  }
  return outline;
}

function readerOf(text: string | undefined): Reader {
  switch (text) {
    case undefined:
    case "authority":
    case "cap-tren":
      return "authority";
    case "leaders":
    case "lanh-dao":
      return "leaders";
    case "office":
    case "van-phong":
      return "office";
    default:
      throw new UsageProblem(
        `Không có nơi nhận “${text}”. Dùng: cap-tren, lanh-dao hoặc van-phong.`,
      );
  }
}

/** `deadline`: JSON lines in, JSON lines out. */
export async function deadline(terminal: Terminal): Promise<ExitCode> {
  for (const item of jsonLines(await terminal.input())) terminal.out(deadlineLine(item));
  return 0;
}

/** `owners --units FILE`: JSON lines in, JSON lines out, read with a directory of units. */
export async function owners(
  options: { readonly units: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const answer = ownerLines(await readUnits(options.units));
  for (const item of jsonLines(await terminal.input())) terminal.out(answer(item));
  return 0;
}

async function readUnits(path: string) {
  const bytes = await readBytes(path);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return unitsOfJson(new TextDecoder().decode(bytes), path);
  await openInStandIn(path);
  const state = await readWorkbook({
    tables: Object.values(TABLES),
    names: Object.values(NAMES),
    settings: [],
  });
  const units = readTracking(state).tracking?.units ?? [];
  if (units.length === 0) {
    throw new UsageProblem(`Tệp “${path}” không có trang Đơn vị (bảng DonVi) với đơn vị nào.`);
  }
  return units;
}
