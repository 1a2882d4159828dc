import {
  areaAddress,
  type PlanCell,
  type SheetPlan,
  type TableGrid,
  type TablePlan,
} from "../sheet";
import {
  addTable,
  expectedOfBlock,
  formatTableColumns,
  tableArea,
  textFormatOf,
  writeBlock,
  writeFormulaColumns,
  writeTableCells,
  type ExpectedArea,
  type WrittenBlock,
} from "./cells";
import { withOfficersWords } from "./editable";
import { keepTable, type KeptTable } from "./keep";
import {
  applyBase,
  applyCharts,
  applyConditionalFormat,
  applyFrame,
  applyLinks,
  applyPrint,
  applyStyle,
  applyValidation,
  followCharts,
} from "./looks";
import { marksOfNew, queueMarks, type MarkedFormula } from "./own-formulas";
import { asProblem, ExcelProblem } from "./problem";
import { rangeAt } from "./ranges";
import { writing, type Conversation, type RunOptions } from "./run";
import { queueSnapshots, type Snapshot } from "./snapshot";
import { Steps } from "./steps";
import { extentOf, findTargets, type Target } from "./targets";
import type { SheetToWrite, WorkbookState, WriteResult } from "./types";
import { isFormula, type SheetBefore, type UndoRecord } from "./undo";
import { differencesOf, inAnswers, queueCheck, type PendingCheck } from "./verify";
import { writtenCell } from "./written-value";

/** Stands in A1 of every sheet that is not finished. */
const UNFINISHED = "ĐANG LẬP – CHƯA HOÀN CHỈNH";

export interface WriteOptions extends RunOptions {
  /** Sheet to bring to the front at the end. */
  readonly activate?: string;
  /** Fingerprints of our texts in editable areas from the last writing, by "sheet!name". */
  readonly fingerprints?: Readonly<Record<string, string>>;
  /** Write every formula again, also where the officer put something of his own. */
  readonly formulasAgain?: boolean;
  /** Settings to keep in the workbook, written last; given the fingerprints of this writing. */
  readonly settings?: (
    fingerprints: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, unknown>>;
}

/**
 * Applies sheet plans to the workbook: one request writes everything, marks each sheet unfinished in
 * A1 and reads the computed values back; a second one sets the true A1. Lists that do not fit into
 * one request take more. Refuses protected sheets, and the officer's own sheets of the same name,
 * before anything is written. Where a write fails, sheets that were added are removed again; a sheet
 * that existed says in A1 that it is unfinished.
 */
export async function writeSheets(
  sheets: readonly SheetToWrite[],
  state: WorkbookState,
  options: WriteOptions = {},
): Promise<{ readonly result: WriteResult; readonly undo: UndoRecord }> {
  const known = options.fingerprints ?? {};
  const kept: WriteResult["kept"][number][] = [];
  const fingerprints: Record<string, string> = {};
  const targets = findTargets(sheets, state).map((target) => {
    if (target.mode === "keep") return target;
    const editable = withOfficersWords(target, known);
    kept.push(...editable.kept);
    Object.assign(fingerprints, editable.fingerprints);
    return { ...target, plan: editable.plan };
  });
  const added = targets.filter(({ mode }) => mode === "new").map(({ sheet }) => sheet);
  const progress = { finishing: false };
  options.onProgress?.({ step: "writing", done: 0 });
  try {
    return await writing(options, async (conversation) => {
      const works = await writeAll(targets, state, options, conversation);
      const { differences, settings } = await finish(
        works,
        fingerprints,
        options,
        conversation,
        progress,
      );
      const result: WriteResult = {
        sheets: targets.map(({ sheet }) => sheet),
        added,
        differences,
        kept,
        ownFormulas: works.flatMap(({ own }) => own),
        fingerprints,
      };
      return { result, undo: undoOf(works, state, settings) };
    });
  } catch (error) {
    const existing = targets.filter(({ mode }) => mode !== "new").map(({ sheet }) => sheet);
    const problem = await afterFailure(asProblem(error), added, existing, options);
    // The last request takes the marks away: without an answer to it, none left does not mean none written.
    const left = problem.written || (progress.finishing && existing.length > 0);
    throw left === problem.written
      ? problem
      : new ExcelProblem(problem.kind, problem.sheet, problem.cell, left, problem.detail);
  }
}

/** One sheet while it is being written. */
interface Work {
  readonly target: Target;
  readonly sheet: Excel.Worksheet;
  before: Snapshot | null;
  readonly written: WrittenBlock[];
  readonly expected: ExpectedArea[];
  /** What A1 must show in the end. */
  first: PlanCell;
  /** A1 is the officer's: what it held goes back. */
  keepsFirst: boolean;
  inserted: UndoRecord["sheets"][number]["inserted"];
  readonly own: string[];
  readonly marked: MarkedFormula[];
}

/** A sheet written in place whose formulas the officer may have changed: it must be looked at first. */
function keepsFormulas({ target }: Pick<Work, "target">): boolean {
  return (
    target.mode === "keep" &&
    target.plan.tables.some(({ columns }) => columns.some(({ formula }) => formula !== undefined))
  );
}

async function writeAll(
  targets: readonly Target[],
  state: WorkbookState,
  options: WriteOptions,
  conversation: Conversation,
): Promise<Work[]> {
  const { context } = conversation;
  const steps = new Steps();
  const { application } = context.workbook;
  steps.add(() => application.suspendScreenUpdatingUntilNextSync());
  const works = targets.map((target) => workOn(context, target));
  const snapshots = await queueSnapshots(
    conversation,
    works.map(({ target, sheet }) => ({
      sheet,
      area: target.mode === "new" ? null : (target.existing?.used ?? null),
    })),
    options.formulasAgain !== true && works.some(keepsFormulas),
  );
  works.forEach((work, index) => {
    work.before = snapshots[index] ?? null;
    announce(steps, work);
  });
  const later: (() => void)[] = [];
  for (const work of works) {
    if (work.target.mode === "keep") keepSheet(steps, work, state, options, later);
    else layOut(steps, work, state);
  }
  for (const work of works) {
    if (work.target.mode !== "keep") writeBlocks(steps, work);
  }
  for (const queueFormulas of later) queueFormulas();
  for (const work of works) {
    if (work.target.mode !== "keep") finishLooks(steps, work);
  }
  steps.add(() => application.calculate("Recalculate"));
  await steps.play(conversation, options);
  return works;
}

/** A sheet to write to; a new one says from its first moment that it is unfinished. */
function workOn(context: Excel.RequestContext, target: Target): Work {
  const { worksheets } = context.workbook;
  const isNew = target.mode === "new";
  const sheet = isNew ? worksheets.add(target.sheet) : worksheets.getItem(target.sheet);
  if (isNew) markUnfinished(sheet);
  return {
    target,
    sheet,
    before: null,
    written: [],
    expected: [],
    first: firstCell(target.plan),
    keepsFirst: false,
    inserted: null,
    own: [],
    marked: [],
  };
}

/** A sheet that exists is marked only when what it held is known. */
function announce(steps: Steps, { target, sheet }: Work): void {
  if (target.mode !== "new" && !headsTable(target)) steps.add(() => markUnfinished(sheet));
}

function markUnfinished(sheet: Excel.Worksheet): void {
  sheet.getRangeByIndexes(0, 0, 1, 1).values = [[UNFINISHED]];
}

/** A table whose header stands in A1: its header must not be touched. */
function headsTable(target: Target): boolean {
  return [...target.plan.tables, ...Object.values(target.tables).map(({ area }) => area)].some(
    ({ row, column }) => row === 0 && column === 0,
  );
}

function firstCell(plan: SheetPlan): PlanCell {
  for (const block of plan.blocks) {
    if (block.row === 0 && block.column === 0) return block.cells[0]?.[0] ?? "";
  }
  return "";
}

/** Formats, tables and names of a sheet that is made (again) as a whole. */
function layOut(steps: Steps, work: Work, state: WorkbookState): void {
  const { plan, mode, existing } = work.target;
  const { sheet } = work;
  const inPlace = mode === "remake" ? clearSheet(steps, work) : new Map<string, TableGrid>();
  const extent = extentOf(plan);
  steps.add(() => applyBase(rangeAt(sheet, extent)), 0, 4);
  for (const { area, style } of plan.styles) {
    const format = style.numberFormat;
    if (format === undefined) continue;
    steps.add(() => {
      rangeAt(sheet, area).numberFormat = format as unknown as string[][];
    });
  }
  for (const table of plan.tables) {
    const current = inPlace.get(table.name);
    formatTableColumns(steps, sheet, table, Math.max(1, table.rows.length));
    if (current && current.area.rows !== tableArea(table).rows) {
      steps.add(() => {
        sheet.tables.getItem(table.name).resize(areaAddress(tableArea(table)));
      });
    }
    work.written.push(...writeTableCells(steps, sheet, table, current ? "" : null));
    if (!current) steps.add(() => addTable(sheet, table), 0, 4);
    for (const [index, column] of table.columns.entries()) {
      const { style } = column;
      if (!style) continue;
      const body = {
        row: table.row + 1,
        column: table.column + index,
        rows: Math.max(1, table.rows.length),
        columns: 1,
      };
      steps.add(() => applyStyle(rangeAt(sheet, body), style), 0, 6);
    }
  }
  for (const item of [...plan.names, ...(plan.editable ?? [])]) {
    const isOfSheet = item.scope === "sheet" || plan.editable?.includes(item) === true;
    const isThere = isOfSheet ? existing && item.name in existing.names : item.name in state.places;
    steps.add(
      () => {
        const names = isOfSheet ? sheet.names : sheet.context.workbook.names;
        if (isThere) names.getItem(item.name).delete();
        names.add(item.name, rangeAt(sheet, item.area));
      },
      0,
      2,
    );
  }
}

/** Empties a sheet that is made again, but for tables that can be filled where they stand. */
function clearSheet(steps: Steps, work: Work): Map<string, TableGrid> {
  const { target, sheet } = work;
  const inPlace = new Map<string, TableGrid>();
  for (const table of target.plan.tables) {
    const current = target.tables[table.name];
    if (!current) continue;
    const headers = table.columns.map(({ header }) => header);
    const same =
      current.area.row === table.row &&
      current.area.column === table.column &&
      current.headers.length === headers.length &&
      current.headers.every((header, index) => header === headers[index]);
    if (same) inPlace.set(table.name, current);
    else steps.add(() => sheet.tables.getItem(table.name).delete());
  }
  const used = target.existing?.used;
  if (!used) return inPlace;
  const extent = extentOf(target.plan);
  const rows = Math.max(used.row + used.rows, extent.rows);
  const columns = Math.max(used.column + used.columns, extent.columns);
  const tables = [...inPlace.values()].map(({ area }) => area);
  const top = Math.min(rows, ...tables.map(({ row }) => row));
  const bottom = Math.max(top, ...tables.map((area) => area.row + area.rows));
  const whole = { row: 0, column: 0, rows, columns };
  steps.add(
    () => {
      const range = rangeAt(sheet, whole);
      range.unmerge();
      range.conditionalFormats.clearAll();
      range.dataValidation.clear();
      // A1 says that the sheet is unfinished and keeps saying so.
      if (columns > 1) sheet.getRangeByIndexes(0, 1, 1, columns - 1).clear();
      if (top > 1) sheet.getRangeByIndexes(1, 0, top - 1, columns).clear();
      if (rows > bottom) sheet.getRangeByIndexes(bottom, 0, rows - bottom, columns).clear();
      sheet.getRangeByIndexes(0, 0, 1, 1).clear("Formats");
    },
    0,
    7,
  );
  return inPlace;
}

/** Blocks come after all tables and names, since their formulas speak of them. */
function writeBlocks(steps: Steps, work: Work): void {
  const { plan } = work.target;
  const isText = textFormatOf(plan);
  for (const block of plan.blocks) {
    writeBlock(steps, work.sheet, block, isText, null);
    work.written.push(block);
    work.expected.push(...expectedOfBlock(block));
  }
  for (const table of plan.tables) {
    work.expected.push(...writeFormulaColumns(steps, work.sheet, table));
    if (work.target.refresh === "keep") work.marked.push(...marksOfNew(table));
  }
}

function finishLooks(steps: Steps, work: Work): void {
  const { plan, mode } = work.target;
  const { sheet } = work;
  for (const area of plan.merges) steps.add(() => rangeAt(sheet, area).merge());
  for (const { area, style } of plan.styles) {
    steps.add(() => applyStyle(rangeAt(sheet, area), style), 0, 4);
  }
  for (const validation of plan.validations) {
    steps.add(() => applyValidation(rangeAt(sheet, validation.area), validation), 600, 4);
  }
  for (const format of plan.conditionalFormats) {
    steps.add(() => applyConditionalFormat(sheet, format), 0, 4);
  }
  steps.add(() => applyFrame(sheet, plan, extentOf(plan)), 0, 21);
  const drawCharts = mode === "remake" ? followCharts : applyCharts;
  steps.add(() => drawCharts(sheet, plan), 0, 6 + plan.charts.length * 12);
  steps.add(() => applyLinks(sheet, plan), 0, plan.links?.length ?? 0);
  const { print } = plan;
  if (print) {
    steps.add(() => applyPrint(sheet, print), 0, 11 + (print.pages?.breaks.length ?? 0) * 2);
  }
}

/** Refreshes the rows and the named cells of a sheet that the officer works in. */
function keepSheet(
  steps: Steps,
  work: Work,
  state: WorkbookState,
  options: WriteOptions,
  later: (() => void)[],
): void {
  const { target, sheet, written } = work;
  const { plan } = target;
  for (const table of plan.tables) {
    const current = target.tables[table.name];
    if (!current) continue;
    const again = options.formulasAgain === true;
    const kept = keepTable(steps, sheet, target, table, current, {
      before: again || !keepsFormulas(work) ? null : (work.before?.take() ?? null),
      known: options.fingerprints ?? {},
      again,
    });
    work.own.push(...kept.own);
    work.marked.push(...kept.marked);
    written.push(...kept.written);
    work.inserted = kept.inserted ?? work.inserted;
    for (const queueFormula of kept.formulas) {
      later.push(() => work.expected.push(queueFormula()));
    }
    keepListNames(steps, work, state, table, kept);
  }
  const isText = textFormatOf(plan);
  for (const item of plan.names) {
    const place = state.places[item.name];
    if (item.area.rows !== 1 || item.area.columns !== 1 || place?.sheet !== target.sheet) continue;
    const cell = cellOf(plan, item.area.row, item.area.column);
    const block: WrittenBlock = { ...place.area, cells: [[cell]] };
    writeBlock(steps, sheet, block, () => isText(item.area.row, item.area.column), "");
    written.push(block);
    work.expected.push(...expectedOfBlock(block));
  }
  const moved = plan.tables.some(({ name, row, column }) => {
    const area = target.tables[name]?.area;
    return area !== undefined && (area.row !== row || area.column !== column);
  });
  const firstTableRow = Math.min(...plan.tables.map(({ row }) => row));
  if (moved || plan.tables.length === 0) {
    work.keepsFirst = true;
    return;
  }
  for (const block of plan.blocks) {
    if (block.row + block.cells.length > firstTableRow) continue;
    writeBlock(steps, sheet, block, isText, null);
    written.push({ ...block, leavesBlanks: true });
    work.expected.push(...expectedOfBlock(block));
  }
  keepRules(steps, work);
}

/** Names for a column of a list (for drop-downs) are drawn again where the list has grown or moved. */
function keepListNames(
  steps: Steps,
  work: Work,
  state: WorkbookState,
  table: TablePlan,
  kept: KeptTable,
): void {
  const { plan } = work.target;
  for (const item of plan.names) {
    const { area } = item;
    const isBody = area.row === table.row + 1 && area.rows === Math.max(1, table.rows.length);
    const column = kept.columns[area.column - table.column];
    if (!isBody || column === undefined || area.columns !== 1) continue;
    const wanted = { row: kept.area.row + 1, column, rows: kept.area.rows - 1, columns: 1 };
    const place = state.places[item.name];
    if (place?.sheet === work.target.sheet && areaAddress(place.area) === areaAddress(wanted)) {
      continue;
    }
    steps.add(
      () => {
        const { names } = work.sheet.context.workbook;
        if (place) names.getItem(item.name).delete();
        names.add(item.name, rangeAt(work.sheet, wanted));
      },
      0,
      2,
    );
  }
}

/** Rules for typing and colours, drawn again over a list that has grown. */
function keepRules(steps: Steps, work: Work): void {
  const { target, sheet } = work;
  const { plan } = target;
  const hasGrown = plan.tables.some((table) => {
    const current = target.tables[table.name];
    return current !== undefined && current.area.rows < tableArea(table).rows;
  });
  const sameColumns = plan.tables.every((table) => {
    const headers = target.tables[table.name]?.headers ?? [];
    return table.columns.every(({ header }, index) => headers[index] === header);
  });
  if (!hasGrown || !sameColumns) return;
  for (const validation of plan.validations) {
    steps.add(() => applyValidation(rangeAt(sheet, validation.area), validation), 600, 4);
  }
  for (const { area } of plan.conditionalFormats) {
    steps.add(() => rangeAt(sheet, area).conditionalFormats.clearAll());
  }
  for (const format of plan.conditionalFormats) {
    steps.add(() => applyConditionalFormat(sheet, format), 0, 4);
  }
}

function cellOf(plan: SheetPlan, row: number, column: number): PlanCell {
  for (const block of plan.blocks) {
    const cell = block.cells[row - block.row]?.[column - block.column];
    if (cell !== undefined) return cell;
  }
  return null;
}

/** What the officer's A1 held, for a plan that does not say what belongs there. */
function officersFirst(work: Work): PlanCell {
  const before = work.before?.take();
  if (before?.area.row !== 0 || before.area.column !== 0) return "";
  const value = before.values[0]?.[0] ?? "";
  const formula = before.formulas[0]?.[0];
  return isFormula(formula, value) ? { formula, expected: value } : value;
}

/** Reads the computed values back, then writes the true A1, the settings and shows the sheet. */
async function finish(
  works: readonly Work[],
  fingerprints: Record<string, string>,
  options: WriteOptions,
  conversation: Conversation,
  progress: { finishing: boolean },
): Promise<{
  readonly differences: WriteResult["differences"];
  readonly settings: Readonly<Record<string, unknown>>;
}> {
  const { context, sync } = conversation;
  const waiting = works.flatMap((work) => work.expected.map((expected) => ({ work, expected })));
  const groups = inAnswers(waiting, ({ expected }) => expected.area.rows * expected.area.columns);
  const checks: PendingCheck[] = [];
  const marks = works.map(({ sheet, marked }) => queueMarks(sheet, marked));
  for (const group of groups.length > 0 ? groups : [[]]) {
    for (const { work, expected } of group) {
      checks.push(...queueCheck(work.target.sheet, work.sheet, [expected]));
    }
    await sync();
    options.onProgress?.({ step: "verifying", done: checks.length / Math.max(1, waiting.length) });
  }
  const differences = differencesOf(checks);
  for (const mark of marks) Object.assign(fingerprints, mark());
  const settings = options.settings?.(fingerprints) ?? {};
  for (const work of works) {
    if (!headsTable(work.target)) {
      const isText = textFormatOf(work.target.plan)(0, 0);
      const first = work.keepsFirst ? officersFirst(work) : work.first;
      work.sheet.getRangeByIndexes(0, 0, 1, 1).values = [[writtenCell(first, isText, "")]];
    }
    if (work.target.plan.protect) work.sheet.protection.protect();
  }
  for (const [key, value] of Object.entries(settings)) context.workbook.settings.add(key, value);
  if (options.activate !== undefined) {
    const front = works.find(({ target }) => target.plan.name === options.activate);
    front?.sheet.activate();
    front?.sheet.getRangeByIndexes(0, 0, 1, 1).select();
  }
  progress.finishing = true;
  await sync();
  return { differences, settings };
}

function undoOf(
  works: readonly Work[],
  state: WorkbookState,
  settings: Readonly<Record<string, unknown>>,
): UndoRecord {
  const sheets = works.map((work): SheetBefore => {
    const { target, before } = work;
    return {
      sheet: target.sheet,
      added: target.mode === "new",
      scope: "sheet",
      written: work.written,
      formulas: work.expected.map(({ area }) => area),
      cleared: target.mode !== "keep",
      inserted: work.inserted,
      before: before?.take() ?? null,
      tables: Object.values(target.tables).map(({ name, area }) => ({ name, area })),
    };
  });
  const kept = Object.keys(settings).map((key): [string, unknown] => [
    key,
    state.settings[key] ?? null,
  ]);
  return { sheets, settings: Object.fromEntries(kept) };
}

/** Takes away the sheets that were added by a write that failed; tells whether anything was left behind. */
async function afterFailure(
  problem: ExcelProblem,
  added: readonly string[],
  existing: readonly string[],
  options: WriteOptions,
): Promise<ExcelProblem> {
  let left = true;
  if (problem.kind !== "not-answering") {
    try {
      left = await writing({ timeout: options.timeout }, async ({ context, sync }) => {
        const { worksheets } = context.workbook;
        for (const name of added) worksheets.getItemOrNullObject(name).delete();
        const marks = existing.map((name) => {
          const mark = worksheets.getItemOrNullObject(name).getRange("A1");
          mark.load("values");
          return mark;
        });
        await sync();
        return marks.some((mark) => !mark.isNullObject && mark.values[0]?.[0] === UNFINISHED);
      });
    } catch {
      left = true;
    }
  }
  return new ExcelProblem(problem.kind, problem.sheet, problem.cell, left, problem.detail);
}
