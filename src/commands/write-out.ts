import { writeSheets, type SheetToWrite, type UndoRecord } from "../excel";
import type { SheetPlan, TableGrid } from "../sheet";
import { isOtherPlan, type Tracking } from "../task";
import { trackingSheets } from "../tracking";
import { KEPT_KEY, writeKept, type Kept } from "./kept";
import { refuse } from "./refuse";
import { runOptions } from "./run-options";
import {
  saidOfChanges,
  saidOfFormulas,
  saidOfKept,
  saidOfOwnFormulas,
  saidOfQuestions,
  saidOfSheets,
} from "./said";
import { isUnsure, sessionOf, viewOf, type Desk, type View } from "./session";
import { isAboutRenaming } from "./questions-of-sheets";
import { Refusal, type CommandOptions, type WriteOutcome } from "./types";

/** What a command writes beside the tracking's own sheets. */
export interface Extra {
  readonly plans?: readonly SheetPlan[];
  /** Sheets that the officer writes in too: only the rows of their tables are written. */
  readonly books?: readonly SheetPlan[];
  readonly kept?: Kept;
  readonly activate?: string;
  readonly said?: readonly string[];
  /** Write all of the add-in's sheets, not only those whose content changed. */
  readonly rewrite?: boolean;
}

/** What was written and how to take it back. */
export interface Written {
  readonly outcome: WriteOutcome;
  readonly undo: UndoRecord | null;
}

const NOTHING_WRITTEN = {
  result: { sheets: [], added: [], differences: [], kept: [], ownFormulas: [], fingerprints: {} },
  undo: null,
} as const;

/** Refuses to write while it is not known what the columns hold, or for another plan than the one tracked. */
export function mustBeSure(desk: Desk, view: View): void {
  const { appendix, known } = view;
  if (appendix && isUnsure(appendix) && known === null) {
    const refusal = refuse(desk.locale, "unsure-columns", { sheet: appendix.sheet });
    const questions = view.questions
      .map(({ question }) => question)
      .filter(({ kind }) => kind === "column");
    throw Object.assign(refusal, { questions });
  }
  const renamed = view.questions.find(isAboutRenaming)?.question;
  if (renamed) {
    const refusal = refuse(desk.locale, "changed-since", { sheet: renamed.sheet });
    throw new Refusal(
      "changed-since",
      renamed.text,
      desk.locale === "vi"
        ? "Trả lời câu hỏi này ở tab Tổng quan rồi làm lại. Chưa ghi gì."
        : "Answer this question under Tổng quan, then try again. Nothing was written.",
      refusal.cell,
      false,
      [renamed],
    );
  }
  const copyOf = view.update?.copyOf ?? null;
  if (appendix && copyOf !== null && view.state.sheets.some(({ name }) => name === copyOf)) {
    throw refuse(desk.locale, "copied-sheet", { sheet: appendix.sheet, cell: copyOf });
  }
  if (appendix && known && isOfOtherPlan(view)) {
    throw refuse(desk.locale, "other-plan", { sheet: appendix.sheet });
  }
}

function isOfOtherPlan({ appendix, known }: View): boolean {
  if (!appendix || !known) return false;
  const kept = known.settings.plan;
  const otherYear =
    kept.year !== null && appendix.plan.year !== null && kept.year !== appendix.plan.year;
  return otherYear || isOtherPlan(kept, appendix.plan);
}

/**
 * Writes the tracking (only the sheets whose content changed) and what the command adds, in one go;
 * then gives the session as it is now, without another reading.
 */
export async function writeOut(
  desk: Desk,
  view: View,
  tracking: Tracking,
  extra: Extra = {},
  options: CommandOptions = {},
): Promise<Written> {
  const kept = extra.kept ?? view.kept;
  const books = extra.books ?? [];
  const own = [...changedSheets(view, tracking, extra.rewrite === true), ...books];
  const sheets: SheetToWrite[] = [
    ...own.map((plan): SheetToWrite => ({
      plan,
      refresh: "keep",
    })),
    ...(extra.plans ?? []).map((plan): SheetToWrite => ({ plan, refresh: "remake" })),
  ];
  const isIdle = sheets.length === 0 && writeKept(kept) === writeKept(view.kept);
  const { result, undo } = isIdle
    ? NOTHING_WRITTEN
    : await writeSheets(sheets, view.state, {
        ...runOptions(desk.locale, options),
        fingerprints: kept.texts,
        formulasAgain: extra.rewrite === true,
        settings: (fingerprints) => ({
          [KEPT_KEY]: writeKept({ ...kept, texts: { ...kept.texts, ...fingerprints } }),
        }),
        ...(extra.activate === undefined ? {} : { activate: extra.activate }),
      });
  const state = {
    ...view.state,
    activeSheet: extra.activate ?? view.state.activeSheet,
    sheets: [...view.state.sheets, ...result.added.map((name) => ({ name, visible: true }))],
    tables: { ...view.state.tables, ...tablesOf(own) },
  };
  const after = viewOf(desk, { ...view, state, kept, known: tracking, problems: [] });
  const { locale } = desk;
  const results = view.update?.results.length ?? 0;
  const said = [
    saidOfSheets(locale, result, view.appendix?.sheet ?? null, results),
    view.known && view.update ? saidOfChanges(locale, view.update) : "",
    ...(extra.said ?? []),
    result.differences.length > 0 ? saidOfFormulas(locale, result.differences.length) : "",
    saidOfKept(locale, result.kept.length),
    saidOfOwnFormulas(locale, result.ownFormulas),
    after.questions.length > 0 ? saidOfQuestions(locale, after.questions.length) : "",
  ].filter((sentence) => sentence !== "");
  return {
    outcome: {
      session: sessionOf(desk, after),
      sheets: result.sheets,
      said,
      differences: result.differences,
      undoable: result.sheets.length > 0,
    },
    undo: result.sheets.length > 0 ? undo : null,
  };
}

/** The tables of sheets as they read once they are written. */
function tablesOf(plans: readonly SheetPlan[]): Readonly<Record<string, TableGrid>> {
  const tables = plans.flatMap(({ name: sheet, tables: of }) =>
    of.map(({ name, row, column, columns, rows }): [string, TableGrid] => [
      name,
      {
        name,
        sheet,
        area: { row, column, rows: rows.length + 1, columns: columns.length },
        headers: columns.map(({ header }) => header),
        rows: rows.map((cells) => cells.map((cell) => cell ?? "")),
      },
    ]),
  );
  return Object.fromEntries(tables);
}

/** The plans of the add-in's sheets that differ from what the workbook holds. */
function changedSheets(view: View, tracking: Tracking, all = false): SheetPlan[] {
  const plans = trackingSheets(tracking);
  if (all || !view.known || view.problems.length > 0) return plans;
  const before = new Map(
    trackingSheets(view.known).map((plan) => [plan.name, JSON.stringify(plan)]),
  );
  return plans.filter((plan) => before.get(plan.name) !== JSON.stringify(plan));
}
