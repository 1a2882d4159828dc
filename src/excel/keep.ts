import {
  areaAddress,
  type Area,
  type CellValue,
  type PlanCell,
  type TableGrid,
  type TablePlan,
} from "../sheet";
import { writeBlock, type ExpectedArea, type WrittenBlock } from "./cells";
import { applyBase, applyStyle } from "./looks";
import { rangeAt } from "./ranges";
import {
  formulaKey,
  ownAddresses,
  ownCellsOf,
  writeAround,
  type FormulasBefore,
  type MarkedFormula,
  type OwnCells,
} from "./own-formulas";
import type { Steps } from "./steps";
import type { Target } from "./targets";

/** A new column holds nothing of the officer's. */
const NONE_OWN: OwnCells = { rows: new Set(), empty: [] };

/** What a table written in place left behind: for comparing and for undo. */
export interface KeptTable {
  readonly written: readonly WrittenBlock[];
  readonly formulas: readonly (() => ExpectedArea)[];
  /** Area of header and body after the writing. */
  readonly area: Area;
  /** Column of the sheet for each column of the plan. */
  readonly columns: readonly number[];
  /** Rows that were pushed in under the table for what stood below it. */
  readonly inserted: { readonly row: number; readonly count: number } | null;
  /** Cells of formula columns that keep what the officer put there. */
  readonly own: readonly string[];
  /** A cell with our own formula, for each formula column that has one. */
  readonly marked: readonly MarkedFormula[];
}

/**
 * Writes the rows of a table that exists into it: columns are found by their header, wherever the
 * officer moved them; his own columns and looks stay; a column that is gone is added at the right.
 * What stands under the table is pushed down, never swallowed.
 */
export function keepTable(
  steps: Steps,
  sheet: Excel.Worksheet,
  target: Target,
  plan: TablePlan,
  existing: TableGrid,
  before: FormulasBefore,
): KeptTable {
  const { places, added } = columnPlaces(plan, existing);
  const rows = inExistingOrder(plan, existing);
  const bodyRows = Math.max(1, rows.length);
  const area: Area = {
    row: existing.area.row,
    column: existing.area.column,
    rows: bodyRows + 1,
    columns: existing.area.columns + added,
  };
  const growth = area.rows - existing.area.rows;
  const below = existing.area.row + existing.area.rows;
  const pushes = growth > 0 && hasContentFrom(target, below);
  if (pushes) {
    steps.add(() => {
      sheet.getRangeByIndexes(below, 0, growth, 1).getEntireRow().insert("Down");
    });
  }
  if (growth !== 0 || added > 0) {
    steps.add(() => {
      sheet.tables.getItem(plan.name).resize(areaAddress(area));
    });
  }
  if (growth < 0) {
    const left = { row: area.row + area.rows, column: area.column, rows: -growth };
    steps.add(() => {
      rangeAt(sheet, { ...left, columns: area.columns }).clear("Contents");
    });
  }
  if (growth > 0) {
    const fresh = { row: below, column: area.column, rows: growth, columns: area.columns };
    steps.add(() => applyBase(rangeAt(sheet, fresh)), 0, 4);
  }
  const written: WrittenBlock[] = [];
  const formulas: (() => ExpectedArea)[] = [];
  const own: string[] = [];
  const marked: MarkedFormula[] = [];
  plan.columns.forEach((column, index) => {
    const at = places[index] ?? 0;
    const body = { row: area.row + 1, column: at, rows: bodyRows, columns: 1 };
    const isNew = at >= existing.area.column + existing.area.columns;
    if (isNew) {
      written.push({ row: area.row, column: at, cells: [[column.header]] });
    }
    const { style } = column;
    if (style && (growth > 0 || isNew)) {
      const fresh = isNew ? body : { ...body, row: below, rows: growth };
      steps.add(() => applyStyle(rangeAt(sheet, fresh), style), 0, 6);
    }
    if (style?.numberFormat !== undefined) {
      const format = style.numberFormat as unknown as string[][];
      steps.add(() => {
        rangeAt(sheet, body).numberFormat = format;
      });
    }
    const { formula } = column;
    if (formula === undefined) {
      const cells: (readonly PlanCell[])[] = rows.map((row) => [row[index] ?? null]);
      written.push({ row: body.row, column: at, cells: cells.length > 0 ? cells : [[null]] });
      return;
    }
    const ownCells = isNew ? NONE_OWN : ownCellsOf(plan, index, at, existing, rows, before);
    own.push(...ownAddresses(target.sheet, body, ownCells));
    const ours = Array.from({ length: bodyRows }, (_, row) => row).find(
      (row) => !ownCells.rows.has(row),
    );
    if (ours !== undefined) {
      const key = formulaKey(plan.name, column.header);
      marked.push({ key, row: body.row + ours, column: at });
    }
    formulas.push(() => {
      writeAround(steps, sheet, body, formula, ownCells, existing.rows.length);
      const expected = rows.map((row, number) => [
        ownCells.rows.has(number) ? undefined : row[index],
      ]);
      return { area: body, expected };
    });
  });
  const textColumns = new Set(
    places.filter((_, index) => plan.columns[index]?.style?.numberFormat === "@"),
  );
  const isText = (row: number, column: number) => row > area.row && textColumns.has(column);
  for (const block of joined(written)) writeBlock(steps, sheet, block, isText, "");
  const inserted = pushes ? { row: below, count: growth } : null;
  return { written, formulas, area, columns: places, inserted, own, marked };
}

function columnPlaces(
  plan: TablePlan,
  existing: TableGrid,
): { places: readonly number[]; added: number } {
  const byHeader = new Map(existing.headers.map((header, index) => [header.trim(), index]));
  let added = 0;
  const places = plan.columns.map(({ header }) => {
    const index = byHeader.get(header);
    if (index !== undefined) return existing.area.column + index;
    added += 1;
    return existing.area.column + existing.area.columns + added - 1;
  });
  return { places, added };
}

/**
 * The plan's rows in the order of the sheet, where the officer has sorted it, so that his own
 * columns stay beside the right rows. Rows are told apart by their first column.
 */
export function inExistingOrder(
  plan: TablePlan,
  existing: TableGrid,
): readonly (readonly (CellValue | null)[])[] {
  const key = plan.columns[0]?.header ?? "";
  const at = existing.headers.findIndex((header) => header.trim() === key);
  if (at < 0) return plan.rows;
  const keys = existing.rows.map((row) => row[at] ?? "");
  const inOrder = keys.every((value, index) => value === "" || plan.rows[index]?.[0] === value);
  const known = new Set(keys);
  if (inOrder || known.size !== keys.length || known.has("")) return plan.rows;
  const byKey = new Map(plan.rows.map((row) => [row[0] ?? "", row]));
  if (byKey.size !== plan.rows.length) return plan.rows;
  const kept = keys.map((value) => byKey.get(value)).filter((row) => row !== undefined);
  return [...kept, ...plan.rows.filter((row) => !known.has(row[0] ?? ""))];
}

function hasContentFrom(target: Target, row: number): boolean {
  const { existing } = target;
  if (!existing?.used) return false;
  return existing.used.row + existing.used.rows > row;
}

/** Joins written columns that stand side by side with the same rows, so that one call carries them. */
function joined(blocks: readonly WrittenBlock[]): WrittenBlock[] {
  const sorted = [...blocks].sort((one, other) => one.row - other.row || one.column - other.column);
  const groups: WrittenBlock[][] = [];
  for (const block of sorted) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const follows =
      last?.row === block.row &&
      last.column + 1 === block.column &&
      last.cells.length === block.cells.length;
    if (group && follows) group.push(block);
    else groups.push([block]);
  }
  return groups.map((group) => ({
    row: group[0]?.row ?? 0,
    column: group[0]?.column ?? 0,
    cells: (group[0]?.cells ?? []).map((_, row) =>
      group.map((block) => block.cells[row]?.[0] ?? null),
    ),
  }));
}
