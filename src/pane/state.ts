import type { AppendixMapping } from "../appendix";
import type { Refusal, ReportRequest, Reader, Session, WriteOutcome } from "../commands/types";
import type { IsoDate } from "../deadline";
import { NO_FORMS, type FormsState } from "./forms-state";
import { NO_FILTER, type TaskFilter } from "./figures";

export type Tab = "overview" | "tasks" | "checks" | "reports";

/** Which screen is in front of the tabs, or the tabs themselves. */
export type Screen = "starting" | "first" | "columns" | "questions" | "settings" | "tabs";

/** Long work that is under way. */
export interface Work {
  readonly label: string;
  /** Step in the command's own words; "" before the first report. */
  readonly step: string;
  /** 0 to 1; null while unknown. */
  readonly done: number | null;
  readonly slow: boolean;
  readonly stopping: boolean;
}

export interface Trouble {
  readonly refusal: Refusal;
  readonly retry: (() => void) | null;
}

/** What the last command said. */
export interface Said {
  readonly sentences: readonly string[];
  readonly differences: WriteOutcome["differences"];
  readonly undoable: boolean;
}

/** A report that was made in this pane, with what the command said of it. */
export interface MadeReport {
  readonly request: ReportRequest;
  /** Its first sheet. */
  readonly sheet: string | null;
  readonly sentences: readonly string[];
  /** It is the last write, so that it can be taken back. */
  readonly undoable: boolean;
  readonly closed: boolean;
}

export interface PaneState {
  readonly screen: Screen;
  readonly tab: Tab;
  readonly session: Session | null;
  /** What the officer decided about the columns in this pane. */
  readonly mapping: AppendixMapping | null;
  /** Day that the pane counts to; null is the workbook's own day. */
  readonly viewDate: IsoDate | null;
  readonly work: Work | null;
  readonly trouble: Trouble | null;
  readonly said: Said | null;
  /** The last write can be taken back. */
  readonly undoable: boolean;
  readonly filter: TaskFilter;
  /** Code of the task whose card is open. */
  readonly openTask: string | null;
  /** Code of the task in the selected row of the sheet. */
  readonly selectedTask: string | null;
  /** Sheet and rows (from 1) that the officer selected last; null before he did. */
  readonly selectedRows: {
    readonly sheet: string;
    readonly first: number;
    readonly last: number;
  } | null;
  readonly reader: Reader;
  /** Department whose own report is made for the office; "" is the whole plan. */
  readonly reportUnit: string;
  /** The report of the year also tells what was finished after its cut-off. */
  readonly afterCutOff: boolean;
  /** Year of the reports; null is the plan's own. */
  readonly reportYear: number | null;
  /** The report made last in this pane. */
  readonly report: MadeReport | null;
  /** The units' report forms: those made, and those that came back. */
  readonly forms: FormsState;
  /** Text for the officer to copy by hand, where copying is blocked. */
  readonly copyByHand: string | null;
  /** Sentence to be read out by a screen reader; the count makes a repeated one new. */
  readonly announcement: { readonly text: string; readonly count: number };
}

const FIRST_STATE: PaneState = {
  screen: "starting",
  tab: "overview",
  session: null,
  mapping: null,
  viewDate: null,
  work: null,
  trouble: null,
  said: null,
  undoable: false,
  filter: NO_FILTER,
  openTask: null,
  selectedTask: null,
  selectedRows: null,
  reader: "authority",
  reportUnit: "",
  afterCutOff: false,
  reportYear: null,
  report: null,
  forms: NO_FORMS,
  copyByHand: null,
  announcement: { text: "", count: 0 },
};

/** Holds the state and tells listeners of changes; React reads it through useSyncExternalStore. */
export class Store {
  #state = FIRST_STATE;
  readonly #listeners = new Set<() => void>();

  readonly get = (): PaneState => this.#state;

  readonly set = (change: Partial<PaneState>): void => {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
