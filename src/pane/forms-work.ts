import type { Form } from "../collect";
import {
  Refusal,
  type CollectOutcome,
  type CollectRequest,
  type ReportToReturn,
} from "../commands/types";
import type { IsoDate, Period } from "../deadline";
import type { Locale, Words } from "../locale";
import { NO_FORMS, type FormsLook, type FormsState, type PickedFile } from "./forms-state";
import type { PaneHost } from "./host";
import type { PaneModel } from "./model";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MOST_FILES = 20;
const MOST_BYTES = 20 * 1024 * 1024;

/** What the work with forms needs of the pane. */
export interface FormsDesk {
  readonly model: PaneModel;
  readonly words: Words;
  readonly locale: Locale;
  readonly host: PaneHost;
}

function change({ model }: FormsDesk, parts: Partial<FormsState>): void {
  model.store.set({ forms: { ...model.state.forms, ...parts } });
}

/** Makes the forms of a period and lists them; nothing is written into the workbook. */
export async function makeUnitForms(
  desk: FormsDesk,
  period: Period,
  sendBy: IsoDate | null,
): Promise<void> {
  const { model, words } = desk;
  const forms = await model.ask(
    words.forms.making,
    (commands, options) => commands.forms(period, sendBy, options),
    () => void makeUnitForms(desk, period, sendBy),
  );
  if (!forms) return;
  change(desk, { made: { period, forms } });
  model.say(
    forms.length > 0
      ? words.forms.made(String(forms.length), words.periodName(period))
      : words.forms.none,
  );
}

async function bytesOf(form: Form): Promise<Uint8Array> {
  const { writeWorkbookFile } = await import("../file");
  return writeWorkbookFile([form.sheet]);
}

/** Offers a form as an .xlsx file. */
export async function saveForm(desk: FormsDesk, form: Form): Promise<void> {
  const { model, words, host } = desk;
  const saved = await model.ask(
    words.forms.saving,
    async () => {
      if (await host.download(await bytesOf(form), form.fileName, XLSX)) return true;
      throw new Refusal("excel", words.trouble.noCopy, words.forms.noSaveAdvice);
    },
    () => void saveForm(desk, form),
  );
  if (saved) model.say(words.reports.saved(form.fileName));
}

/** Opens a form as a new workbook of its own. */
export async function openForm(desk: FormsDesk, form: Form): Promise<void> {
  const { model, words, host } = desk;
  const opened = await model.ask(
    words.forms.opening,
    async () => {
      const bytes = await bytesOf(form);
      try {
        await host.openWorkbook?.(bytes);
        return true;
      } catch {
        throw new Refusal("excel", words.forms.noOpen, words.forms.noOpenAdvice);
      }
    },
    () => void openForm(desk, form),
  );
  if (opened) model.say(words.forms.opened(form.unit));
}

/** Reads the files in the pane, beside those already picked, and looks at what taking them would do. */
export async function takeFiles(
  desk: FormsDesk,
  given: readonly File[],
  period: Period,
  sendBy: IsoDate | null,
): Promise<void> {
  if (given.length === 0) return;
  const { model, words } = desk;
  const before = model.state.forms;
  const done = await model.ask(
    words.forms.reading,
    async (commands, options) => {
      if (before.files.length + given.length > MOST_FILES) {
        throw new Refusal("bad-file", words.forms.tooMany);
      }
      let files = before.files;
      const unreadable: { fileName: string; message: string }[] = [];
      for (const file of given) {
        const read = await readFile(desk, file);
        if (typeof read === "string") unreadable.push({ fileName: file.name, message: read });
        else files = withFile(files, read);
      }
      const request = requestOf(desk, period, sendBy, {});
      const consolidation = await commands.lookAtForms(files, request, options);
      return { files, unreadable, look: { period, sendBy, consolidation } };
    },
    () => void takeFiles(desk, given, period, sendBy),
  );
  if (done) change(desk, done);
}

/** What the file says, or why it cannot be read. */
async function readFile(desk: FormsDesk, file: File): Promise<PickedFile | string> {
  const { words, locale } = desk;
  if (file.size > MOST_BYTES) return words.forms.tooLarge;
  const [{ readWorkbookFile, UnreadableFile }, { readReturnedForm }] = await Promise.all([
    import("../file"),
    import("../collect"),
  ]);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ...readReturnedForm(file.name, await readWorkbookFile(bytes)), bytes };
  } catch (cause) {
    // What is wrong with a file is said in Vietnamese alone.
    const isSaid = cause instanceof UnreadableFile && locale === "vi";
    return isSaid ? cause.message : words.forms.unreadable;
  }
}

/** The same file twice is one; two files of one name that differ are both kept. */
function withFile(files: readonly PickedFile[], picked: PickedFile): readonly PickedFile[] {
  if (files.some(({ bytes }) => isSame(bytes, picked.bytes))) return files;
  let { fileName } = picked;
  for (let copy = 2; files.some((file) => file.fileName === fileName); copy++) {
    fileName = picked.fileName.replace(/(\.[^.]*)?$/, ` (${copy})$1`);
  }
  return [...files, { ...picked, fileName }];
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function requestOf(
  { model }: FormsDesk,
  period: Period,
  sendBy: IsoDate | null,
  chosen: Pick<CollectRequest, "decisions">,
): CollectRequest {
  const { units } = model.state.forms;
  return { period, sendBy, receivedOn: model.today, units, ...chosen };
}

/** The officer names the unit of a file; what taking it would do is looked at anew. */
export async function nameUnit(desk: FormsDesk, fileName: string, unit: string): Promise<void> {
  const { units, look } = desk.model.state.forms;
  if (!look) return;
  change(desk, { units: { ...units, [fileName]: unit } });
  await lookAgain(desk, look);
}

async function lookAgain(desk: FormsDesk, { period, sendBy }: FormsLook): Promise<void> {
  const { model, words } = desk;
  const { files } = model.state.forms;
  const consolidation = await model.ask(words.forms.reading, (commands, options) =>
    commands.lookAtForms(files, requestOf(desk, period, sendBy, {}), options),
  );
  if (consolidation) change(desk, { look: { period, sendBy, consolidation } });
}

/** Keeps the officer's choice for a conflict; no option at all means that it is open again. */
export function decide(desk: FormsDesk, conflict: string, options: readonly string[]): void {
  const others = Object.entries(desk.model.state.forms.decisions).filter(([id]) => id !== conflict);
  const chosen = options.length > 0 ? [[conflict, options] as const] : [];
  change(desk, { decisions: Object.fromEntries([...others, ...chosen]) });
}

/** Puts the picked files away; nothing of them was written. */
export function clearFiles(desk: FormsDesk): void {
  const { made } = desk.model.state.forms;
  change(desk, { ...NO_FORMS, made });
}

/** Notes in the book of received reports that a report was sent back; true when it is written. */
export async function sendReportBack(
  { model, words }: FormsDesk,
  report: ReportToReturn,
): Promise<boolean> {
  const done = await model.carryOut(words.forms.sendingBack, (commands, options) =>
    commands.sendBack(report, options),
  );
  return done !== null;
}

/** Writes what is clear and decided; what is still open stays in the pane. */
export async function writeForms(desk: FormsDesk): Promise<void> {
  const { model, words } = desk;
  const { files, look, decisions } = model.state.forms;
  if (!look) return;
  const { period, sendBy } = look;
  const held: { after?: CollectOutcome } = {};
  const done = await model.carryOut(
    words.forms.writing,
    async (commands, options) => {
      const after = await commands.collect(
        files,
        requestOf(desk, period, sendBy, { decisions }),
        options,
      );
      held.after = after;
      return after.outcome;
    },
    () => void writeForms(desk),
  );
  if (done && held.after) keepOpen(desk, look, held.after);
}

/** After the writing only the files that still need the officer stay in the pane. */
function keepOpen(desk: FormsDesk, look: FormsLook, { consolidation }: CollectOutcome): void {
  const { files, unreadable } = desk.model.state.forms;
  const open = new Set([
    ...consolidation.forms
      .filter(({ state }) => state !== "taken" && state !== "nothing-new")
      .map(({ fileName }) => fileName),
    ...consolidation.conflicts.flatMap(({ options }) =>
      options.flatMap(({ source, present }) =>
        present ? [] : [source.slice(source.indexOf(": ") + 2)],
      ),
    ),
  ]);
  if (open.size === 0 && unreadable.length === 0) return clearFiles(desk);
  change(desk, {
    files: files.filter(({ fileName }) => open.has(fileName)),
    decisions: {},
    look: {
      ...look,
      consolidation: {
        ...consolidation,
        forms: consolidation.forms.filter(({ fileName }) => open.has(fileName)),
        entries: [],
        finishes: [],
        newWork: [],
      },
    },
  });
}
