import { FINDINGS_SHEET, findingsSheet, fingerprintOf } from "../check";
import { showDate, type IsoDate } from "../deadline";
import {
  patchCells,
  type CellPatch,
  selectCell,
  undoWrite,
  watchWorkbook,
  writeSettings,
  type UndoRecord,
  type WorkbookState,
} from "../excel";
import type { Locale } from "../locale";
import { withEventDay, type Task, type Tracking } from "../task";
import { KEPT_KEY, writeKept, type Kept } from "./kept";
import type { Change } from "./question-parts";
import { asRefusal, refuse } from "./refuse";
import { runOptions } from "./run-options";
import { changesOfClosed, closedTables, writeClosedReport, writeReport } from "./report-commands";
import { textsOfReport } from "./report-texts";
import { saidOfDay, saidOfQuestions, saidOfUndo } from "./said";
import { saidOfRecall } from "./changes";
import { readView, sessionOf, viewOf, type Desk, type View, type ViewOptions } from "./session";
import type { CommandOptions, Commands, OpenOptions, Session, WriteOutcome } from "./types";
import { mustBeSure, writeOut, type Extra, type Written } from "./write-out";

/** The commands; `open` also understands a reading that was made just now. */
interface DeskCommands extends Commands {
  open(options?: OpenOptions, already?: WorkbookState): Promise<Session>;
}

/** Everything the officer can do, over the workbook that Excel has open. */
export function createDeskCommands(desk: Desk): DeskCommands {
  const { locale } = desk;
  let lastWrite: UndoRecord | null = null;
  /** The tracking that the officer last saw: what he changes must still be so. */
  let seen: Tracking | null = null;

  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw asRefusal(locale, error);
    }
  };
  const look = async (viewOptions: ViewOptions, already?: WorkbookState): Promise<View> => {
    const view = await readView(desk, viewOptions, already);
    seen = view.tracking;
    return view;
  };
  const wrote = (written: Written): WriteOutcome => {
    lastWrite = written.undo;
    seen = written.outcome.session.tracking;
    return written.outcome;
  };

  /** Changes one task, as `change` does. */
  const changeTask = (
    code: string,
    make: (task: Task, tracking: Tracking) => Task,
    said: (task: Task | undefined) => string,
    commandOptions: CommandOptions,
  ): Promise<WriteOutcome> =>
    change(
      code,
      (tracking) => ({
        ...tracking,
        tasks: tracking.tasks.map((task) => (task.code === code ? make(task, tracking) : task)),
      }),
      ({ tasks }) => ({ said: [said(tasks.find((task) => task.code === code))] }),
      commandOptions,
    );

  /** Reads anew, checks that the task is as the officer saw it, changes the tracking and writes it. */
  const change = async (
    code: string | null,
    make: (tracking: Tracking) => Tracking,
    extra: (tracking: Tracking) => Extra,
    commandOptions: CommandOptions,
  ): Promise<WriteOutcome> => {
    const before = seen?.tasks.find((task) => task.code === code);
    const view = await look(commandOptions);
    mustBeSure(desk, view);
    if (code !== null) {
      const now = view.tracking.tasks.find((task) => task.code === code);
      if (!now) throw refuse(locale, "not-found", { sheet: code });
      if (before && !sameEntries(before, now)) {
        throw refuse(locale, "changed-since", { sheet: `Theo dõi, nhiệm vụ ${code}` });
      }
    }
    const tracking = make(view.tracking);
    return wrote(await writeOut(desk, view, tracking, extra(tracking), commandOptions));
  };

  return {
    open: (openOptions = {}, already) =>
      guarded(async () => {
        let view = await look(openOptions, already);
        // Closed reports are compared with what is known now: their lists cost a reading of their own.
        const tables = closedTables(view);
        if (tables.length > 0) view = await look({ ...openOptions, tables });
        const session = sessionOf(desk, view, openOptions.asOf);
        const closedChanges = changesOfClosed(view);
        return closedChanges.length > 0 ? { ...session, closedChanges } : session;
      }),

    track: (trackOptions = {}) =>
      guarded(async () => {
        const view = await look(trackOptions);
        const chosen = trackOptions.mapping;
        const kept =
          chosen && view.appendix
            ? withMapping(view.kept, view.appendix.fingerprint, chosen)
            : null;
        mustBeSure(desk, view);
        const said = saidOfRecall(locale, view);
        return wrote(
          await writeOut(desk, view, view.tracking, kept ? { kept, said } : { said }, trackOptions),
        );
      }),

    answer: (question, value, answerOptions = {}) =>
      guarded(async () => {
        const view = await look(answerOptions);
        const open = view.questions.find((one) => one.question.id === question.id);
        if (!open) {
          throw refuse(locale, "changed-since", {
            sheet: question.sheet,
            cell: question.cells[0] ?? "",
          });
        }
        const settled = open.answer(value);
        if (!settled) throw refuse(locale, "not-found", { sheet: value });
        if (settled.rename) return await renameBack(settled.rename, answerOptions);
        if (question.kind === "column" && settled.rewrite !== true) {
          return await keepColumn(view, settled, answerOptions);
        }
        mustBeSure(desk, view);
        const { tracking, kept } = settle(desk, view, settled);
        const rewrite = settled.rewrite === true;
        return wrote(await writeOut(desk, view, tracking, { kept, rewrite }, answerOptions));
      }),

    report: (request, reportOptions = {}) =>
      guarded(async () => wrote(await writeReport(desk, request, reportOptions))),

    reportTexts: (request, textOptions = {}) =>
      guarded(() => textsOfReport(desk, request, textOptions)),

    closeReport: (period, closeOptions = {}) =>
      guarded(async () => wrote(await writeClosedReport(desk, period, closeOptions))),

    enterResult: (entry, finished, enterOptions = {}) =>
      guarded(() =>
        change(
          entry.code,
          (tracking) => ({
            ...tracking,
            entries: [...tracking.entries, entry],
            tasks: tracking.tasks.map((task) =>
              task.code === entry.code && finished !== null
                ? { ...task, finished, done: true }
                : task,
            ),
          }),
          () => ({ said: [saidOfEntry(locale, entry.code, finished)] }),
          enterOptions,
        ),
      ),

    adjustDeadline: (code, due, basis, reason, adjustOptions = {}) =>
      guarded(() =>
        changeTask(
          code,
          (task) => adjusted(task, due, basis, reason),
          () => saidOfAdjusting(locale, code, due),
          adjustOptions,
        ),
      ),

    setEventDay: (code, event, eventOptions = {}) =>
      guarded(() =>
        changeTask(
          code,
          (task, { calendar }) => withEventDay(task, event, calendar),
          (task) => saidOfDue(locale, code, task?.due ?? null),
          eventOptions,
        ),
      ),

    setAsOf: (date, dayOptions = {}) =>
      guarded(() =>
        change(
          null,
          (tracking) => ({ ...tracking, settings: { ...tracking.settings, asOf: date } }),
          () => ({ said: [saidOfDay(locale, date)] }),
          dayOptions,
        ),
      ),

    applyFixes: (findings, fixOptions = {}) =>
      guarded(async () => {
        const fixes = findings.flatMap(({ fix }) => fix ?? []);
        if (fixes.length === 0) throw refuse(locale, "nothing-to-do");
        const undo = await patchCells(fixes, runOptions(locale, fixOptions));
        lastWrite = undo;
        const view = await look(fixOptions);
        return {
          session: sessionOf(desk, view),
          sheets: [...new Set(fixes.map(({ sheet }) => sheet))],
          said: [
            saidOfFixes(
              locale,
              fixes.map(({ cell }) => cell),
            ),
          ],
          differences: [],
          undoable: true,
        };
      }),

    ignore: (finding, reason, ignoreOptions = {}) =>
      guarded(async () => {
        const view = await look(ignoreOptions);
        const { rule, task, value } = finding;
        const kept: Kept = {
          ...view.kept,
          ignored: [...view.kept.ignored, { rule, task, value, reason }],
        };
        await writeSettings({ [KEPT_KEY]: writeKept(kept) }, runOptions(locale, ignoreOptions));
        return sessionOf(desk, { ...view, kept });
      }),

    restore: (finding, restoreOptions = {}) =>
      guarded(async () => {
        const view = await look(restoreOptions);
        const print = fingerprintOf(finding);
        const kept: Kept = {
          ...view.kept,
          ignored: view.kept.ignored.filter((one) => fingerprintOf(one) !== print),
        };
        await writeSettings({ [KEPT_KEY]: writeKept(kept) }, runOptions(locale, restoreOptions));
        return sessionOf(desk, { ...view, kept });
      }),

    urge: (asOf, urgeOptions = {}) =>
      guarded(async () => {
        const { writeUrgingSheet } = await import("./collecting");
        return wrote(await writeUrgingSheet(desk, asOf, urgeOptions));
      }),

    noteUrged: (units, asOf, noteOptions = {}) =>
      guarded(async () => {
        const { writeUrged } = await import("./collecting");
        return wrote(await writeUrged(desk, units, asOf, noteOptions));
      }),

    findingsSheet: (sheetOptions = {}) =>
      guarded(async () => {
        const view = await look({ ...sheetOptions, targets: [FINDINGS_SHEET] });
        mustBeSure(desk, view);
        const { findings, tracking } = sessionOf(desk, view);
        const { settings } = tracking;
        const plan = findingsSheet(findings, { locale, settings, today: desk.today() });
        const said = [saidOfFindings(locale, findings.length)];
        const extra = { plans: [plan], activate: plan.name, said };
        return wrote(await writeOut(desk, view, view.tracking, extra, sheetOptions));
      }),

    // The room of the forms is loaded when it is first needed: most days bring none.
    forms: (period, sendBy, formOptions = {}) =>
      guarded(async () => {
        const { formsOf } = await import("./collecting");
        return formsOf(desk, period, sendBy, formOptions);
      }),

    lookAtForms: (forms, request, lookOptions = {}) =>
      guarded(async () => {
        const { lookAtReturned } = await import("./collecting");
        return lookAtReturned(desk, forms, request, lookOptions);
      }),

    collect: (forms, request, collectOptions = {}) =>
      guarded(async () => {
        const { writeReturned } = await import("./collecting");
        const { written, consolidation } = await writeReturned(
          desk,
          forms,
          request,
          collectOptions,
        );
        return { outcome: wrote(written), consolidation };
      }),

    sendBack: (report, backOptions = {}) =>
      guarded(async () => {
        const { writeSentBack } = await import("./collecting");
        return wrote(await writeSentBack(desk, report, backOptions));
      }),

    goTo: (sheet, cell) => guarded(() => selectCell(sheet, cell)),

    undo: (undoOptions = {}) =>
      guarded(async () => {
        if (!lastWrite) throw refuse(locale, "nothing-to-do");
        const { sheets: before } = lastWrite;
        const sheets = await undoWrite(lastWrite, runOptions(locale, undoOptions));
        lastWrite = null;
        const view = await look(undoOptions);
        return {
          session: sessionOf(desk, view),
          sheets,
          said: saidOfUndo(
            locale,
            before.filter(({ added, cleared }) => cleared && !added).map(({ sheet }) => sheet),
          ),
          differences: [],
          undoable: false,
        };
      }),

    watch: (onChange, onSelect) => guarded(() => watchWorkbook(onChange, onSelect)),
  };

  /** Names a column of the add-in's own tables again; nothing else is written. */
  async function renameBack(
    patch: CellPatch,
    answerOptions: CommandOptions,
  ): Promise<WriteOutcome> {
    lastWrite = await patchCells([patch], runOptions(locale, answerOptions));
    const after = await look(answerOptions);
    return {
      session: sessionOf(desk, after),
      sheets: [patch.sheet],
      said: [saidOfRenaming(locale, patch), saidOfQuestions(locale, after.questions.length)],
      differences: [],
      undoable: true,
    };
  }

  async function keepColumn(
    view: View,
    settled: Change,
    answerOptions: CommandOptions,
  ): Promise<WriteOutcome> {
    const kept = settled.kept?.(view.kept) ?? view.kept;
    await writeSettings({ [KEPT_KEY]: writeKept(kept) }, runOptions(locale, answerOptions));
    const after = await look(answerOptions);
    return {
      session: sessionOf(desk, after),
      sheets: [],
      said: [saidOfQuestions(locale, after.questions.length)],
      differences: [],
      undoable: false,
    };
  }
}

/** The tracking and the settings after an answer; what the answer makes readable is read anew. */
function settle(desk: Desk, view: View, change: Change): { tracking: Tracking; kept: Kept } {
  const kept = change.kept?.(view.kept) ?? view.kept;
  if (change.sameAs) {
    return { tracking: viewOf(desk, { ...view, kept }, change.sameAs).tracking, kept };
  }
  const edited = change.tracking?.(view.tracking) ?? view.tracking;
  return { tracking: viewOf(desk, { ...view, kept, known: edited }).tracking, kept };
}

function withMapping(
  kept: Kept,
  fingerprint: string,
  mapping: NonNullable<ViewOptions["mapping"]>,
): Kept {
  return { ...kept, mappings: { ...kept.mappings, [fingerprint]: mapping } };
}

/** Whether what the officer enters by hand is as he last saw it. */
function sameEntries(before: Task, now: Task): boolean {
  return (
    before.finished === now.finished &&
    before.done === now.done &&
    before.cancelled === now.cancelled &&
    before.due === now.due &&
    before.adjustedDue === now.adjustedDue &&
    before.title === now.title
  );
}

function adjusted(task: Task, due: IsoDate, basis: string, reason: string): Task {
  return {
    ...task,
    adjustedDue: due,
    adjustedBasis: basis,
    adjustedReason: reason,
    extensions: task.extensions + 1,
  };
}

function saidOfRenaming(locale: Locale, { sheet, before, after }: CellPatch): string {
  const name = typeof after === "string" ? after : "";
  return locale === "vi"
    ? `Đã đặt lại tên cột “${before}” ở trang ${sheet} thành “${name}”.`
    : `Column “${before}” on ${sheet} is named “${name}” again.`;
}

function saidOfEntry(locale: Locale, code: string, finished: IsoDate | null): string {
  if (locale === "en") return `Entered in Kết quả for ${code}.`;
  return finished === null
    ? `Đã ghi vào trang Kết quả cho nhiệm vụ ${code}.`
    : `Đã ghi vào trang Kết quả. Nhiệm vụ ${code} hoàn thành ngày ${showDate(finished)}.`;
}

function saidOfAdjusting(locale: Locale, code: string, due: IsoDate): string {
  return locale === "vi"
    ? `Đã ghi thời hạn điều chỉnh của nhiệm vụ ${code}: ${showDate(due)}.`
    : `The adjusted deadline of ${code} is ${showDate(due)}.`;
}

function saidOfDue(locale: Locale, code: string, due: IsoDate | null): string {
  if (due === null) return "";
  return locale === "vi"
    ? `Đã ghi hạn của nhiệm vụ ${code}: ${showDate(due)}.`
    : `The due day of ${code} is ${showDate(due)}.`;
}

function saidOfFixes(locale: Locale, cells: readonly string[]): string {
  return locale === "vi"
    ? `Đã sửa ${cells.length} ô: ${cells.join(", ")}.`
    : `${cells.length} cells were mended: ${cells.join(", ")}.`;
}

function saidOfFindings(locale: Locale, count: number): string {
  return locale === "vi"
    ? `Đã lập trang Rà soát với ${count} chỗ cần xem, để gửi lại đơn vị soạn.`
    : `Made the sheet Rà soát with ${count} findings, to send back to the drafter.`;
}
