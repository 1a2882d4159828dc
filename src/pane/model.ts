import type { AppendixMapping } from "../appendix";
import type { Finding } from "../check";
import {
  Refusal,
  type CommandOptions,
  type Commands,
  type Question,
  type ReportRequest,
  type Session,
  type WriteOutcome,
} from "../commands/types";
import { reportingPeriod, yearOf, type IsoDate, type Period } from "../deadline";
import type { Words } from "../locale";
import type { ResultEntry } from "../task";
import { figuresAt, NO_FILTER, type TaskFilter } from "./figures";
import type { PaneHost } from "./host";
import { taskInRow } from "./selection";
import { Store, type PaneState, type Screen, type Tab } from "./state";
import { Runner } from "./work";

/** What a ribbon button asks of the pane. */
export type RibbonRequest = "check" | "first-half" | "year" | "urge";

/** A change in the sheet is read again after so many milliseconds of quiet. */
const QUIET = 500;
/** A selection that the pane made itself is not answered for so many milliseconds. */
const OWN_SELECTION = 1000;

interface ModelOptions {
  readonly commands: Commands;
  readonly host: PaneHost;
  readonly words: Words;
  readonly today: () => IsoDate;
}

/** Everything the pane does: it calls the commands, keeps what they gave, and decides what is shown. */
export class PaneModel {
  readonly store: Store;
  /** An entry is being typed: nothing may take its card away. */
  drafting = false;
  readonly #runner: Runner;
  #generation = 0;
  #refreshTimer: ReturnType<typeof setTimeout> | null = null;
  #stopWatching: (() => Promise<void>) | null = null;
  #ignoreSelectionUntil = 0;
  #afterColumns: (() => Promise<void>) | null = null;
  #closed = false;

  constructor(private readonly options: ModelOptions) {
    this.store = new Store();
    this.#runner = new Runner(this.store, () => options.words);
  }

  get state(): PaneState {
    return this.store.get();
  }

  get today(): IsoDate {
    return this.options.today();
  }

  /** Day that the pane counts to: the one being looked at, else the workbook's own. */
  get asOf(): IsoDate {
    const { viewDate, session } = this.state;
    return viewDate ?? session?.tracking.settings.asOf ?? this.today;
  }

  /**
   * Reads the workbook quietly and decides which screen comes first: as soon as it is known whether
   * the workbook is tracked, the appendix and its findings follow. Then follows the sheet.
   */
  async start(): Promise<void> {
    let generation = this.#generation;
    const take = (session: Session | null) => {
      // What the officer did meanwhile is newer.
      if (this.#closed || generation !== this.#generation) return;
      if (session) this.#take(session);
      generation = this.#generation;
      if (this.state.screen !== "starting") return;
      this.#show(session?.tracked ? "tabs" : "first");
      if (session?.tracked && this.options.host.autoOpen?.isOn()) this.#showOverdue(session);
    };
    try {
      take(await this.options.commands.open({ onFirstLook: take }));
    } catch (cause) {
      if (this.#closed) return;
      if (this.state.screen === "starting") this.#show("first");
      if (
        cause instanceof Refusal &&
        (cause.code === "not-answering" || cause.code === "too-old")
      ) {
        this.store.set({ trouble: { refusal: cause, retry: () => void this.start() } });
      }
    }
    await this.#watch();
  }

  /** Stops following the sheet; the model is not used afterwards. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#refreshTimer) clearTimeout(this.#refreshTimer);
    await this.#stopWatching?.();
  }

  stop(): void {
    this.#runner.stop();
  }

  /** [Đọc phụ lục]: reads, then shows the columns to confirm unless this form is known. */
  async read(): Promise<void> {
    const session = await this.#open(() => void this.read());
    if (!session) return;
    if (session.tracked) this.#show("tabs");
    else if (session.knownForm) await this.track();
    else this.#show("columns");
  }

  /** Reads again and shows the columns, also for a form that is known. */
  async showColumns(): Promise<void> {
    if (await this.#open(() => void this.showColumns())) this.#show("columns");
  }

  /** Reads again with the columns as the officer set them. */
  async changeColumns(mapping: AppendixMapping): Promise<void> {
    this.store.set({ mapping });
    await this.#open(() => void this.changeColumns(mapping));
  }

  /** Adds or updates the add-in's sheets, then goes on with what was asked for before. */
  async track(): Promise<void> {
    const { words, commands } = this.options;
    const done = await this.#write(
      words.work.tracking,
      (options) => commands.track({ ...options, ...this.#mapping() }),
      () => void this.track(),
    );
    if (!done) return;
    // From here on the workbook remembers the columns, by the form and not by their place.
    this.store.set({ mapping: null });
    this.#show("tabs");
    const next = this.#afterColumns;
    this.#afterColumns = null;
    await next?.();
  }

  async answer(question: Question, value: string): Promise<boolean> {
    const outcome = await this.#write(
      this.options.words.work.answering,
      (options) => this.options.commands.answer(question, value, options),
      () => void this.answer(question, value),
    );
    return outcome !== null;
  }

  /** The request for a report of a period, counted to its end or to today when that is earlier. */
  requestOf(period: Period): ReportRequest {
    const today = this.today;
    const { reader, reportUnit, afterCutOff } = this.state;
    return {
      period,
      asOf: today < period.to ? today : period.to,
      reader,
      ...(reader === "office" && reportUnit !== "" ? { unit: reportUnit } : {}),
      ...(period.kind === "year" && afterCutOff ? { afterCutOff } : {}),
    };
  }

  async report(request: ReportRequest): Promise<void> {
    const outcome = await this.#write(
      this.options.words.work.reporting(this.options.words.periodName(request.period)),
      (options) => this.options.commands.report(request, options),
      () => void this.report(request),
    );
    if (outcome) {
      // The sentences stand in the report's own card, so they are not shown a second time above it.
      const { said: sentences, undoable, differences } = outcome;
      this.store.set({
        screen: "tabs",
        tab: "reports",
        report: { request, sheet: firstSheet(outcome), sentences, undoable, closed: false },
        said: { sentences: [], undoable: false, differences },
      });
    } else if (this.state.trouble?.refusal.code === "unsure-columns") {
      this.#afterColumns = () => this.report(request);
      await this.showColumns();
    }
  }

  async closeReport(request: ReportRequest): Promise<void> {
    const outcome = await this.#write(
      this.options.words.work.closing,
      (options) => this.options.commands.closeReport(request.period, options),
      () => void this.closeReport(request),
    );
    if (!outcome) return;
    const { said: sentences } = outcome;
    const sheet = firstSheet(outcome);
    this.store.set({ report: { request, sheet, sentences, undoable: false, closed: true } });
  }

  async enterResult(entry: ResultEntry, finished: IsoDate | null): Promise<boolean> {
    const outcome = await this.#write(
      this.options.words.work.saving,
      (options) => this.options.commands.enterResult(entry, finished, options),
      null,
    );
    return outcome !== null;
  }

  async adjustDeadline(
    code: string,
    due: IsoDate,
    basis: string,
    reason: string,
  ): Promise<boolean> {
    const outcome = await this.#write(
      this.options.words.work.saving,
      (options) => this.options.commands.adjustDeadline(code, due, basis, reason, options),
      null,
    );
    return outcome !== null;
  }

  async setEventDay(code: string, event: IsoDate): Promise<boolean> {
    const outcome = await this.#write(
      this.options.words.work.saving,
      (options) => this.options.commands.setEventDay(code, event, options),
      null,
    );
    return outcome !== null;
  }

  /** Counts to another day, in the pane only; no call to Excel. */
  view(date: IsoDate | null): void {
    const own = this.state.session?.tracking.settings.asOf ?? null;
    this.store.set({ viewDate: date === own ? null : date });
  }

  async setAsOf(date: IsoDate): Promise<void> {
    const outcome = await this.#write(
      this.options.words.work.saving,
      (options) => this.options.commands.setAsOf(date, options),
      () => void this.setAsOf(date),
    );
    if (outcome) this.store.set({ viewDate: null });
  }

  async fix(findings: readonly Finding[]): Promise<void> {
    await this.#write(
      this.options.words.work.fixing,
      (options) => this.options.commands.applyFixes(findings, options),
      () => void this.fix(findings),
    );
  }

  async ignore(finding: Finding, reason: string): Promise<boolean> {
    const { words, commands } = this.options;
    const session = await this.#runner.run(
      words.work.saving,
      (options) => commands.ignore(finding, reason, options),
      () => void this.ignore(finding, reason),
    );
    if (!session) return false;
    this.#take(session);
    this.#say([words.checks.ignored]);
    return true;
  }

  /** Takes an ignored finding back. */
  async restore(finding: Finding): Promise<void> {
    const { words, commands } = this.options;
    const session = await this.#runner.run(
      words.work.saving,
      (options) => commands.restore(finding, options),
      () => void this.restore(finding),
    );
    if (!session) return;
    this.#take(session);
    this.#say([words.checks.restored]);
  }

  /** Checks again by reading anew. */
  async check(): Promise<void> {
    this.store.set({ screen: "tabs", tab: "checks" });
    const session = await this.#open(() => void this.check());
    if (!session) return;
    if (!session.tracked && this.state.screen === "first") this.#show("columns");
  }

  /** Writes the findings as a sheet to send back to the drafter. */
  async findingsSheet(): Promise<void> {
    await this.#write(
      this.options.words.work.findings,
      (options) => this.options.commands.findingsSheet(options),
      () => void this.findingsSheet(),
    );
  }

  async urge(): Promise<void> {
    const asOf = this.asOf;
    await this.#write(
      this.options.words.work.urging,
      (options) => this.options.commands.urge(asOf, options),
      () => void this.urge(),
    );
  }

  async undo(): Promise<void> {
    const outcome = await this.#write(
      this.options.words.work.undoing,
      (options) => this.options.commands.undo(options),
      null,
    );
    if (!outcome) return;
    this.store.set({ report: null });
    if (!outcome.session.tracked) this.#show("first");
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    this.#ignoreSelectionUntil = Date.now() + OWN_SELECTION;
    try {
      await this.options.commands.goTo(sheet, cell);
    } catch (cause) {
      if (cause instanceof Refusal) {
        this.store.set({ trouble: { refusal: cause, retry: () => void this.goTo(sheet, cell) } });
      }
    }
  }

  async openSample(): Promise<void> {
    const { host, words } = this.options;
    const { openSample } = host;
    if (!openSample) return;
    await this.#runner.run(
      words.work.sample,
      async () => {
        try {
          await openSample();
        } catch {
          throw new Refusal("bad-file", words.trouble.sample);
        }
      },
      () => void this.openSample(),
    );
  }

  /** Copies text; where that is blocked, shows it selected. */
  async copy(text: string, html?: string, said?: string): Promise<void> {
    const { host, words } = this.options;
    if (await host.copy(text, html)) {
      this.store.set({ copyByHand: null });
      this.#say([said ?? words.common.copied]);
    } else {
      this.store.set({ copyByHand: text });
      this.#runner.announce(words.common.copyByHand);
    }
  }

  /** Makes a document and offers it as a file. */
  async download(name: string, type: string, make: () => Promise<Uint8Array>): Promise<void> {
    const { host, words } = this.options;
    const saved = await this.#runner.run(
      words.work.document,
      async () => {
        if (!(await host.download(await make(), name, type))) {
          throw new Refusal("excel", words.trouble.noCopy, words.trouble.noCopyAdvice);
        }
        return true;
      },
      () => void this.download(name, type, make),
    );
    if (saved) this.#say([words.reports.saved(name)]);
  }

  /** Does what a ribbon button asked for; the pane is already shown. */
  async ribbon(request: RibbonRequest): Promise<void> {
    switch (request) {
      case "check":
        return this.check();
      case "urge":
        return this.urge();
      case "first-half":
      case "year":
        return this.report(this.requestOf(reportingPeriod(request, this.reportYear)));
    }
  }

  /** Year that the reports are for: the one chosen, else the plan's, else the year of the day. */
  get reportYear(): number {
    const { reportYear, session } = this.state;
    return reportYear ?? session?.tracking.settings.plan.year ?? yearOf(this.today);
  }

  show(screen: Screen): void {
    this.store.set({ said: null });
    this.#show(screen);
  }

  openTab(tab: Tab): void {
    this.store.set({ screen: "tabs", tab, said: null });
  }

  /** Opens the list of tasks behind a number. */
  list(filter: Partial<TaskFilter>): void {
    this.store.set({
      screen: "tabs",
      tab: "tasks",
      openTask: null,
      said: null,
      filter: { ...NO_FILTER, ...filter },
    });
  }

  openCard(code: string | null): void {
    this.store.set({
      said: null,
      ...(code ? { screen: "tabs", tab: "tasks", openTask: code } : { openTask: null }),
    });
  }

  dismiss(what: "trouble" | "said" | "copyByHand" | "selectedTask"): void {
    this.store.set({ [what]: null });
  }

  /** Runs work of a part of the pane that writes nothing, with progress, stop and a way to try again. */
  ask<Result>(
    label: string,
    job: (commands: Commands, options: CommandOptions) => Promise<Result>,
    retry: (() => void) | null = null,
  ): Promise<Result | null> {
    return this.#runner.run(label, (options) => job(this.options.commands, options), retry);
  }

  /** Runs work of a part of the pane that writes, and says what came of it. */
  carryOut(
    label: string,
    job: (commands: Commands, options: CommandOptions) => Promise<WriteOutcome>,
    retry: (() => void) | null = null,
  ): Promise<WriteOutcome | null> {
    return this.#write(label, (options) => job(this.options.commands, options), retry);
  }

  /** Says what was done, above the view and for screen readers. */
  say(sentence: string): void {
    this.#say([sentence]);
  }

  async #open(retry: () => void): Promise<Session | null> {
    const { commands, words } = this.options;
    const session = await this.#runner.run(
      words.work.reading,
      (options) => commands.open({ ...options, ...this.#mapping() }),
      retry,
    );
    if (session) this.#take(session);
    return session;
  }

  async #write(
    label: string,
    job: (options: CommandOptions) => Promise<WriteOutcome>,
    retry: (() => void) | null,
  ): Promise<WriteOutcome | null> {
    const outcome = await this.#runner.run(label, job, retry);
    if (!outcome) return null;
    this.#take(outcome.session);
    const { report } = this.state;
    this.store.set({
      undoable: outcome.undoable,
      ...(report ? { report: { ...report, undoable: false } } : {}),
    });
    this.#say(outcome.said, outcome.undoable, outcome.differences);
    return outcome;
  }

  /** The file opened the pane by itself: what is overdue comes first, if anything is. */
  #showOverdue({ tracking }: Session): void {
    if (figuresAt(tracking, this.asOf).groups.overdue > 0) this.list({ group: "overdue" });
  }

  #say(
    sentences: readonly string[],
    undoable = false,
    differences: WriteOutcome["differences"] = [],
  ): void {
    this.store.set({ said: { sentences, undoable, differences } });
    this.#runner.announce(sentences.join(" "));
  }

  #take(session: Session): void {
    this.#generation += 1;
    this.store.set({ session });
  }

  #show(screen: Screen): void {
    this.store.set({ screen });
  }

  #mapping(): { mapping?: AppendixMapping } {
    const { mapping } = this.state;
    return mapping ? { mapping } : {};
  }

  async #watch(): Promise<void> {
    if (this.#closed || this.#stopWatching) return;
    try {
      this.#stopWatching = await this.options.commands.watch(
        () => this.#changed(),
        (sheet, row, rows) => this.#selected(sheet, row, rows),
      );
    } catch {
      // Without events every command still reads anew; only the quiet following is missing.
    }
  }

  #changed(): void {
    if (this.#refreshTimer) clearTimeout(this.#refreshTimer);
    this.#refreshTimer = setTimeout(() => void this.#refresh(), QUIET);
  }

  async #refresh(): Promise<void> {
    const { session, screen } = this.state;
    if (this.#closed || !session || screen === "columns" || screen === "first") return;
    if (this.#runner.busy) return this.#changed();
    const generation = this.#generation;
    try {
      const fresh = await this.options.commands.open(this.#mapping());
      if (generation === this.#generation && !this.#closed) this.#take(fresh);
    } catch {
      // The sheet may be half typed or another sheet be in front: what was read last stays shown.
    }
  }

  #selected(sheet: string, row: number, rows = 1): void {
    this.store.set({ selectedRows: { sheet, first: row, last: row + rows - 1 } });
    if (Date.now() < this.#ignoreSelectionUntil) return;
    const { session, tab, screen, openTask } = this.state;
    const code = session ? taskInRow(session, sheet, row) : null;
    const inTasks = screen === "tabs" && tab === "tasks" && !this.drafting;
    if (code && inTasks && openTask) this.store.set({ openTask: code, selectedTask: code });
    else if (code !== this.state.selectedTask) this.store.set({ selectedTask: code });
  }
}

/** The first sheet of the report that was written. */
function firstSheet({ sheets }: WriteOutcome): string | null {
  return sheets.find((name) => name.startsWith("BC ")) ?? null;
}
