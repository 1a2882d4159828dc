import type { Consolidation, Decisions } from "../collect";
import type { IsoDate, Period } from "../deadline";
import type { CommandOptions, WriteOutcome } from "./types";

/** A workbook as a file: its name and its bytes. */
export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The form of one unit, ready to be sent. */
export interface FormFile extends WorkbookFile {
  readonly unit: string;
  readonly leadTasks: number;
  readonly supportTasks: number;
}

export interface FormsRequest {
  readonly period: Period;
  /** Day by which the units send their reports; null leaves it blank. */
  readonly sendBy: IsoDate | null;
}

export interface TakeRequest {
  readonly period: Period;
  readonly receivedOn: IsoDate;
  readonly files: readonly WorkbookFile[];
  /** What the officer chose for the conflicts of an earlier look. */
  readonly decisions?: Decisions;
  /** The unit of a file that has lost its key, by file name. */
  readonly units?: Readonly<Record<string, string>>;
}

/** What taking the forms back would do, and after the write what it did. */
export interface TakeOutcome {
  readonly consolidation: Consolidation;
  /** Files that could not be opened at all, with the reason. */
  readonly unreadable: readonly { readonly name: string; readonly message: string }[];
  /** null when it was only a look. */
  readonly written: WriteOutcome | null;
}

/** Sending forms out and taking them back. */
export interface CollectCommands {
  /** The forms of all units as files, and the book of reports opened for the period (written when it is new). */
  makeForms(request: FormsRequest, options?: CommandOptions): Promise<readonly FormFile[]>;
  /** Reads the files and says what they would change; writes nothing. */
  lookAtForms(request: TakeRequest, options?: CommandOptions): Promise<TakeOutcome>;
  /** Writes what is clear and decided into Kết quả, Theo dõi and Sổ nhận báo cáo; conflicts stay open. */
  takeForms(request: TakeRequest, options?: CommandOptions): Promise<TakeOutcome>;
  /** Opens a file as a new workbook in Excel. */
  openFile(file: WorkbookFile): Promise<void>;
}
