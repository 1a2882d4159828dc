import {
  readAppendix,
  recallMapping,
  type Appendix,
  type AppendixMapping,
  type ColumnRole,
} from "../appendix";
import { changeLines } from "./changes";
import { createChecker, FINDINGS_SHEET, splitIgnored, type Checker } from "../check";
import type { IsoDate } from "../deadline";
import type { WorkbookState } from "../excel";
import type { SheetGrid } from "../sheet";
import { defaultAsOf, trackAppendix, type Tracking, type TrackingUpdate } from "../task";
import { BOOK_SHEETS, readTracking } from "../tracking";
import { readState, type Desk, type ReadOptions } from "./desk";
import { KEPT_KEY, readKept, type Kept } from "./kept";
import type { OpenQuestion } from "./question-parts";
import { openQuestions } from "./questions";
import { refuse } from "./refuse";
import type { Session } from "./types";

export type { Desk } from "./desk";

/** One reading of the workbook with all that was made of it. */
export interface View {
  readonly state: WorkbookState;
  readonly kept: Kept;
  readonly grid: SheetGrid | null;
  readonly appendix: Appendix | null;
  /** What the add-in's sheets hold; null when the workbook is not tracked yet. */
  readonly known: Tracking | null;
  readonly problems: readonly string[];
  readonly update: TrackingUpdate | null;
  readonly tracking: Tracking;
  readonly mapping: AppendixMapping | null;
  /** The mapping is one that was remembered for this form. */
  readonly recalled: boolean;
  /** Roles of remembered columns that are no longer on the sheet. */
  readonly gone: readonly ColumnRole[];
  readonly questions: readonly OpenQuestion[];
}

export interface ViewOptions extends ReadOptions {
  readonly mapping?: AppendixMapping;
}

/**
 * Reads the workbook (one round trip; a second one when the appendix stands on another sheet than
 * the active one) and understands it; `already` is a reading that was made just now. Refuses when
 * there is neither an appendix nor a tracking.
 */
export async function readView(
  desk: Desk,
  options: ViewOptions = {},
  already?: WorkbookState,
): Promise<View> {
  const state = already ?? (await readState(desk, options));
  const { tracking: known, problems } = readTracking(state);
  const kept = readKept(state.settings[KEPT_KEY]);
  const read = (grid: SheetGrid | null) => understand(grid, state, kept, options.mapping);
  let found = read(state.grid);
  if (found.appendix === null && state.otherGrid) found = read(state.otherGrid);
  const source = sourceSheet(known);
  if (found.appendix === null && source !== undefined && source !== desk.appendixSheet) {
    if (state.sheets.some(({ name }) => name === source)) {
      const second = await readState(desk, { ...options, sheet: source });
      found = read(second.otherGrid);
    }
  }
  desk.appendixSheet =
    found.appendix && found.appendix.sheet !== state.activeSheet ? found.appendix.sheet : undefined;
  if (found.appendix === null && known === null) {
    const code = state.grid === null ? "empty-sheet" : "no-appendix";
    throw refuse(desk.locale, code, { sheet: state.activeSheet });
  }
  return viewOf(desk, { state, kept, problems, known, ...found });
}

/** The view with another tracking of the same workbook, so that questions are asked anew. */
export function viewOf(
  desk: Desk,
  parts: Pick<
    View,
    "state" | "kept" | "grid" | "appendix" | "known" | "problems" | "mapping" | "recalled" | "gone"
  >,
  sameAs: Readonly<Record<number, string | null>> = {},
): View {
  const today = desk.today();
  const { appendix, known } = parts;
  const swappedDates = appendix ? parts.kept.swapped[appendix.sheet] : undefined;
  const update =
    appendix && !isUnsure(appendix)
      ? trackAppendix(appendix, known, {
          today,
          sameAs,
          sheets: parts.state.sheets.map(({ name }) => name),
          ...(swappedDates === undefined ? {} : { swappedDates }),
        })
      : null;
  const tracking = update?.tracking ?? known ?? nothingTracked(appendix, today);
  const view = { ...parts, update, tracking };
  return { ...view, questions: openQuestions(desk.locale, view) };
}

/** Whether the officer must first say what the columns hold. */
export function isUnsure(appendix: Appendix): boolean {
  return appendix.problem === "unsure-columns";
}

/** By desk: what was checked last, so that only what has changed is checked again. */
const checkers = new WeakMap<Desk, Checker>();

function checkerOf(desk: Desk): Checker {
  const checker = checkers.get(desk) ?? createChecker();
  checkers.set(desk, checker);
  return checker;
}

/** The session that the pane and the command line see. */
export function sessionOf(desk: Desk, view: View, asOf?: IsoDate): Session {
  const { appendix, grid, update, known, kept } = view;
  const tracking: Tracking =
    asOf === undefined
      ? view.tracking
      : { ...view.tracking, settings: { ...view.tracking.settings, asOf } };
  const findings =
    appendix && grid
      ? checkerOf(desk)({ grid, appendix, tracking, today: desk.today() }, desk.locale)
      : [];
  return {
    reading: view.state,
    appendix,
    tracking,
    tracked: known !== null,
    knownForm: view.recalled && view.gone.length === 0,
    goneColumns: view.gone,
    ...splitIgnored(findings, kept.ignored),
    questions: view.questions.map(({ question }) => question),
    problems: view.problems,
    changes:
      update && known
        ? {
            added: update.added.length,
            changed: update.changed.length,
            moved: update.moved.length,
            gone: update.gone.length,
            results: update.results.length,
            lines: changeLines(desk.locale, update),
          }
        : null,
  };
}

function understand(
  grid: SheetGrid | null,
  state: WorkbookState,
  kept: Kept,
  chosen: AppendixMapping | undefined,
): Pick<View, "grid" | "appendix" | "mapping" | "recalled" | "gone"> {
  const nothing = { grid, appendix: null, mapping: null, recalled: false, gone: [] };
  if (!grid || isOwnSheet(grid.sheet, state)) return nothing;
  const read = (mapping?: AppendixMapping) => readAppendix(grid, mapping ? { mapping } : {});
  const first = read(chosen);
  const recalled = chosen ? null : recallMapping(grid, first, kept.mappings);
  const appendix = recalled ? read(recalled.mapping) : first;
  if (appendix.tasks.length === 0 && !isUnsure(appendix)) return nothing;
  const mapping = chosen ?? recalled?.mapping ?? null;
  return { grid, appendix, mapping, recalled: recalled !== null, gone: recalled?.gone ?? [] };
}

/** "BC 6 tháng 2024", "DM Quý I-2024", "Đôn đốc 14.06.2024"; not "DM nhiệm vụ", which may be the officer's. */
const OWN_REPORT = /^(BC|DM) (\d+ tháng|năm|quý|tháng|\d{1,2}\.)|^Đôn đốc \d/iu;

/** Sheets that the add-in made: by our tables and names, else by their names. */
function isOwnSheet(sheet: string, state: WorkbookState): boolean {
  const holders = [
    ...Object.values(state.tables).map((table) => table.sheet),
    ...Object.values(state.places).map((place) => place.sheet),
  ];
  const made = [FINDINGS_SHEET, ...Object.values<string>(BOOK_SHEETS)];
  return holders.includes(sheet) || made.includes(sheet) || OWN_REPORT.test(sheet);
}

/** The sheet that most tasks came from. */
function sourceSheet(known: Tracking | null): string | undefined {
  const counts = new Map<string, number>();
  for (const { source } of known?.tasks ?? []) {
    if (source) counts.set(source.sheet, (counts.get(source.sheet) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

function nothingTracked(appendix: Appendix | null, today: IsoDate): Tracking {
  const plan = appendix?.plan ?? {
    number: "",
    date: "",
    title: "",
    year: null,
    superiorAgency: "",
    agency: "",
  };
  return {
    settings: {
      plan,
      asOf: defaultAsOf(plan.year, today),
      warningDays: 7,
      beforeIncludesDay: null,
      basedOn: "",
      recipient: "",
      place: "",
      signerTitle: "",
      signerName: "",
    },
    tasks: [],
    entries: [],
    units: [],
  };
}
