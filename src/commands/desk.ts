import type { IsoDate } from "../deadline";
import { isRecentEnough, readWorkbook, type ReadRequest, type WorkbookState } from "../excel";
import type { Locale } from "../locale";
import { BOOK_SHEETS, BOOK_TABLES, NAMES, readTracking, SHEETS, TABLES } from "../tracking";
import { KEPT_KEY } from "./kept";
import { runOptions } from "./run-options";
import type { CommandOptions, Session } from "./types";

/** What the commands of one pane share between two calls. */
export interface Desk {
  readonly locale: Locale;
  readonly today: () => IsoDate;
  /** Sheet of the appendix when the officer last stood on another one: read with the first request. */
  appendixSheet: string | undefined;
}

export interface ReadOptions extends CommandOptions {
  /** Sheets that the command may write again, and tables on them. */
  readonly targets?: readonly string[];
  readonly tables?: readonly string[];
  /** A sheet to read beside the active one; the appendix's own if not said. */
  readonly sheet?: string;
}

/** Reads the workbook in one round trip. Refuses an Excel that is too old, before anything is asked. */
export async function readState(desk: Desk, options: ReadOptions = {}): Promise<WorkbookState> {
  if (!isRecentEnough()) {
    const { refuse } = await import("./refuse");
    throw refuse(desk.locale, "too-old");
  }
  const sheet = options.sheet ?? desk.appendixSheet;
  const request: ReadRequest = {
    tables: [...Object.values({ ...TABLES, ...BOOK_TABLES }), ...(options.tables ?? [])],
    names: Object.values(NAMES),
    settings: [KEPT_KEY],
    targets: Object.values({ ...SHEETS, ...BOOK_SHEETS }),
    targetsWithValues: options.targets ?? [],
    ...(sheet === undefined ? {} : { sheet }),
  };
  return readWorkbook(request, runOptions(desk.locale, options));
}

/**
 * What the add-in's own sheets say by themselves, before the appendix has been read and checked;
 * null when the workbook is not tracked yet.
 */
export function firstLook(state: WorkbookState): Session | null {
  const { tracking, problems } = readTracking(state);
  if (tracking === null) return null;
  return {
    reading: state,
    appendix: null,
    tracking,
    tracked: true,
    knownForm: false,
    findings: [],
    questions: [],
    problems,
    changes: null,
  };
}
