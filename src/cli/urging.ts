import {
  calendarFile,
  oftenLate,
  oftenLateText,
  readReceipts,
  readUrgings,
  silences,
  silenceSentence,
  urgedBefore,
} from "../collect";
import { showDate } from "../deadline";
import { overdueByUnit, urgingDocument, urgingText } from "../report";
import { BOOK_TABLES } from "../tracking";
import { openAsOf, sayOutcome, todayOf, type Common } from "./actions";
import { UsageProblem } from "./problem";
import type { ExitCode, Terminal } from "./terminal";
import { saveFile, writeBytes } from "./workbook";

interface UrgeOptions extends Common {
  readonly asOf?: string;
  readonly unit?: string;
  readonly output?: string;
  readonly note?: boolean;
  readonly docx?: string;
  readonly ics?: string;
}

/**
 * `urge FILE`: the text for each unit, and the units that are late again and again. With -o the sheet Đôn đốc, with
 * --note also a line for each unit in Sổ đôn đốc; --docx the notice for Word, --ics the due days as a calendar.
 */
export async function urge(
  file: string,
  options: UrgeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.note && options.output === undefined)
    throw new UsageProblem("Ghi vào Sổ đôn đốc cần tệp ghi ra: thêm -o.");
  const today = todayOf(options);
  const { open, session, asOf } = await openAsOf(file, options);
  const { tracking, reading } = session;
  const units = overdueByUnit(tracking, asOf)
    .map(({ unit }) => unit)
    .filter((unit) => options.unit === undefined || unit === options.unit);
  const urgings = readUrgings(reading.tables[BOOK_TABLES.urgings]);
  const receipts = readReceipts(reading.tables[BOOK_TABLES.receipts]);
  const before = (unit: string) => urgedBefore(urgings, unit, today);
  const texts = units.map((unit) => ({
    unit,
    urgedBefore: before(unit).times,
    text: urgingText(tracking, unit, asOf, before(unit)),
  }));
  const late = oftenLate(tracking, { receipts, urgings }, asOf);
  if (options.docx !== undefined) {
    const document = await urgingDocument(tracking, options.unit ?? null, asOf, before);
    await writeBytes(options.docx, document);
  }
  if (options.ics !== undefined)
    await writeBytes(options.ics, calendarFile(tracking, asOf, options.unit));
  const { output } = options;
  const outcome = output === undefined ? null : await open.commands.urge(asOf);
  const noted = options.note ? await open.commands.noteUrged(units, asOf) : null;
  if (output !== undefined) await saveFile(open, output, terminal);
  if (options.json) {
    terminal.out(JSON.stringify({ asOf, units: texts, oftenLate: late, saved: output ?? null }));
    return 0;
  }
  for (const { text } of texts) terminal.out(`${text}\n`);
  if (texts.length === 0) terminal.out(`Không có việc nào cần đôn đốc đến ngày ${showDate(asOf)}.`);
  if (late.length > 0) terminal.out(oftenLateText(late, asOf));
  for (const sentence of noted?.said ?? []) terminal.out(sentence);
  if (outcome && output !== undefined) sayOutcome(outcome, output, options, terminal);
  return 0;
}

/** `silence FILE`: what in the reported results is worth a look. */
export async function silence(
  file: string,
  options: Common & { readonly asOf?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const { session, asOf } = await openAsOf(file, options);
  const found = silences(session.tracking, asOf);
  if (options.json) {
    const shown = found.map((one) => ({ ...one, message: silenceSentence(one, "vi") }));
    terminal.out(JSON.stringify({ asOf, silences: shown }));
    return 0;
  }
  for (const one of found) terminal.out(silenceSentence(one, "vi"));
  terminal.out(`${found.length} chỗ nên hỏi lại (số liệu đến ngày ${showDate(asOf)}).`);
  return 0;
}
