import type { Appendix, AppendixMapping, ColumnRole } from "../appendix";
import type { Finding, IgnoredFinding } from "../check";
import type { Consolidation, Decisions, Form, ReturnedForm } from "../collect";
import type { IsoDate, Period } from "../deadline";
import type { Outline } from "../report";
import type { WorkbookReading } from "../sheet";
import type { ResultEntry, Tracking } from "../task";

/**
 * A command that could not be carried out, in the officer's words: what happened, where, what to do next.
 * Nothing was written unless `written` says so.
 */
export class Refusal extends Error {
  constructor(
    readonly code:
      | "no-appendix"
      | "unsure-columns"
      | "empty-sheet"
      | "protected"
      | "cell-edit"
      | "not-answering"
      | "too-old"
      | "other-plan"
      | "copied-sheet"
      | "bad-file"
      | "not-found"
      | "changed-since"
      | "closed-report"
      | "draft"
      | "nothing-to-do"
      | "cancelled"
      | "excel",
    message: string,
    readonly advice = "",
    readonly cell = "",
    readonly written = false,
    /** What has to be settled first. */
    readonly questions: readonly Question[] = [],
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** Progress of long work, from 0 to 1, with the words for the pane. */
export interface Progress {
  readonly step: string;
  readonly done: number;
}

export interface CommandOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** A doubt that only the officer can settle; equal texts are one question. */
export interface Question {
  /** Stable key: kind and text. */
  readonly id: string;
  readonly kind:
    | "deadline"
    | "owner"
    | "before-day"
    | "column"
    | "swapped-dates"
    | "identity"
    | "finish-date"
    | "conflict";
  /** Cells concerned, "F21". */
  readonly cells: readonly string[];
  readonly sheet: string;
  /** Whole sentence: "Ô F21 ghi “31/6/2024”: tháng 6 không có ngày 31." */
  readonly text: string;
  /** The likeliest first; `value` is what answer() takes. */
  readonly answers: readonly { readonly value: string; readonly label: string }[];
  /** What the officer may type instead of choosing. */
  readonly free: "date" | "unit" | null;
}

/** What a reading finds changed in the appendix since the last writing. */
export type ChangeKind = "added" | "changed" | "moved" | "gone" | "result";

/** What one reading of the workbook gives; a view, never written by itself. */
export interface Session {
  readonly reading: WorkbookReading;
  /** The appendix on the active sheet, or on the sheet that the tracking names; null when there is none. */
  readonly appendix: Appendix | null;
  readonly tracking: Tracking;
  /** The add-in's sheets are in the workbook. */
  readonly tracked: boolean;
  /** The remembered mapping of this form was used. */
  readonly knownForm: boolean;
  readonly findings: readonly Finding[];
  /** What the officer ignores and would be found now, each with his reason. */
  readonly ignored?: readonly IgnoredFinding[];
  readonly questions: readonly Question[];
  /** What stands in the add-in's sheets and could not be understood, in whole sentences. */
  readonly problems?: readonly string[];
  /** What has changed since a report was closed, task by task, in whole sentences. */
  readonly closedChanges?: readonly string[];
  /** What the appendix says anew since the last writing; null when nothing. */
  readonly changes?: {
    readonly added: number;
    readonly changed: number;
    readonly moved?: number;
    readonly gone: number;
    readonly results: number;
    /** Each of them in a whole sentence, with both texts where one changed. */
    readonly lines?: readonly { readonly kind: ChangeKind; readonly text: string }[];
  } | null;
  /** Columns that were chosen for this form before and are no longer on the sheet. */
  readonly goneColumns?: readonly ColumnRole[];
}

export interface WriteOutcome {
  readonly session: Session;
  /** Names of the sheets that were added or changed. */
  readonly sheets: readonly string[];
  /** Whole sentences for the pane. */
  readonly said: readonly string[];
  /** Formulas whose value differs from the engine's. Empty when all agree. */
  readonly differences: readonly {
    readonly cell: string;
    readonly expected: string;
    readonly found: string;
  }[];
  readonly undoable: boolean;
}

export type Reader = "authority" | "leaders" | "office";

export interface ReportRequest {
  readonly period: Period;
  /** Day to count to; at most the period's last day. */
  readonly asOf: IsoDate;
  readonly reader: Reader;
  /** Only the tasks that this department leads or helps with: its own report to the office. */
  readonly unit?: string;
  /** Report of the year: also tell what was finished after the cut-off, up to 31/12. */
  readonly afterCutOff?: boolean;
}

/** A report's text for Word: the report itself, and a paragraph for the general report. */
export interface ReportTexts {
  /** To paste into Word. */
  readonly html: string;
  /** To weave into the general report on administrative reform. */
  readonly paragraph: string;
  /** The .docx file. */
  readonly document: () => Promise<Uint8Array>;
  /** Whole sentences: what of the officer's own was carried over, what else the reader must know. */
  readonly said: readonly string[];
}

/** A unit's report that is sent back: why, and the day to send it again. */
export interface ReportToReturn {
  readonly unit: string;
  readonly period: Period;
  readonly reason: string;
  readonly newDate: IsoDate;
}

export interface CollectRequest {
  readonly period: Period;
  /** Day by which the units send; null leaves it open. */
  readonly sendBy: IsoDate | null;
  readonly receivedOn: IsoDate;
  /** The officer's choices for conflicts of an earlier look. */
  readonly decisions?: Decisions;
  /** The unit that the officer named for a file that does not say it itself, by file name. */
  readonly units?: Readonly<Record<string, string>>;
}

/** What was written from returned forms, and what came of each file. */
export interface CollectOutcome {
  readonly outcome: WriteOutcome;
  readonly consolidation: Consolidation;
}

export interface OpenOptions extends CommandOptions {
  readonly mapping?: AppendixMapping;
  readonly asOf?: IsoDate;
  /**
   * Is told what the add-in's own sheets say (null: there are none) as soon as that is read, before
   * the appendix is understood and checked. It costs no further round trip.
   */
  readonly onFirstLook?: (session: Session | null) => void;
}

/**
 * Everything the officer can do, the same from the pane, the ribbon and the command line.
 * Every command reads the workbook anew; all reject with Refusal and with nothing else.
 */
export interface Commands {
  /** Reads the workbook in one round trip and writes nothing. */
  open(options?: OpenOptions): Promise<Session>;
  /** Adds or updates Theo dõi, Đơn vị, Thiết lập, Kết quả. */
  track(options?: CommandOptions & { readonly mapping?: AppendixMapping }): Promise<WriteOutcome>;
  /** Answers one question; `value` is an answer's value, a date (yyyy-mm-dd) or a unit's name. */
  answer(question: Question, value: string, options?: CommandOptions): Promise<WriteOutcome>;
  /** Makes (or makes again) the two sheets of a report; sets up first when needed. */
  report(request: ReportRequest, options?: CommandOptions): Promise<WriteOutcome>;
  /** The text of a report for Word, with what the officer worded anew on its sheet; nothing is written. */
  reportTexts(
    request: ReportRequest,
    options?: CommandOptions & { readonly outline?: Outline },
  ): Promise<ReportTexts>;
  /** Freezes the reports of a period to values. */
  closeReport(period: Period, options?: CommandOptions): Promise<WriteOutcome>;
  /** Adds one result entry and the finish date; re-reads the row first. */
  enterResult(
    entry: ResultEntry,
    finished: IsoDate | null,
    options?: CommandOptions,
  ): Promise<WriteOutcome>;
  /** Sets the adjusted deadline of a task with its basis. */
  adjustDeadline(
    code: string,
    due: IsoDate,
    basis: string,
    reason: string,
    options?: CommandOptions,
  ): Promise<WriteOutcome>;
  /** Counts the due day of a task from the day of the event that its deadline names. */
  setEventDay(code: string, event: IsoDate, options?: CommandOptions): Promise<WriteOutcome>;
  /** Writes the day of the numbers into NgaySoLieu. */
  setAsOf(date: IsoDate, options?: CommandOptions): Promise<WriteOutcome>;
  /** Writes the fixes into the officer's cells, keeping their format. */
  applyFixes(findings: readonly Finding[], options?: CommandOptions): Promise<WriteOutcome>;
  /** Remembers that the officer ignores a finding, with the reason. */
  ignore(finding: Finding, reason: string, options?: CommandOptions): Promise<Session>;
  /** Takes an ignored finding back among the others. */
  restore(finding: Finding, options?: CommandOptions): Promise<Session>;
  /** Writes the sheet Đôn đốc for a day. */
  urge(asOf: IsoDate, options?: CommandOptions): Promise<WriteOutcome>;
  /** Notes in the book of urgings (Sổ đôn đốc) that these units were urged today, with the figures of a day. */
  noteUrged(
    units: readonly string[],
    asOf: IsoDate,
    options?: CommandOptions,
  ): Promise<WriteOutcome>;
  /** Writes the findings as the sheet Rà soát, a form to send back to the drafter. */
  findingsSheet(options?: CommandOptions): Promise<WriteOutcome>;
  /** The forms of a period, one for each unit; nothing is written. */
  forms(period: Period, sendBy: IsoDate | null, options?: CommandOptions): Promise<readonly Form[]>;
  /** What taking returned forms would do; nothing is written. */
  lookAtForms(
    forms: readonly ReturnedForm[],
    request: CollectRequest,
    options?: CommandOptions,
  ): Promise<Consolidation>;
  /** Takes returned forms into Theo dõi and Kết quả and notes them in the book of received reports. */
  collect(
    forms: readonly ReturnedForm[],
    request: CollectRequest,
    options?: CommandOptions,
  ): Promise<CollectOutcome>;
  /** Notes in the book of received reports that a unit's report was sent back. */
  sendBack(report: ReportToReturn, options?: CommandOptions): Promise<WriteOutcome>;
  /** Selects a cell of a sheet. */
  goTo(sheet: string, cell: string): Promise<void>;
  /** Takes back the last write; refused where cells have changed since. */
  undo(options?: CommandOptions): Promise<WriteOutcome>;
  /** Calls back when a sheet changed or the selection moved; returns how to stop. */
  watch(
    onChange: () => void,
    onSelect: (sheet: string, row: number, rows: number) => void,
  ): Promise<() => Promise<void>>;
}
