import type { Area, CellValue, NamePlan, PlanCell, SheetPlan } from "../sheet";
import type { WrittenBlock } from "./cells";
import { fingerprint } from "./fingerprint";
import type { Target } from "./targets";
import type { ExistingSheet, WriteResult } from "./types";

interface Editable {
  readonly plan: SheetPlan;
  readonly kept: WriteResult["kept"];
  readonly fingerprints: Readonly<Record<string, string>>;
}

/**
 * Puts the officer's words back into a plan that is written again. In each editable area: where the
 * sheet still has our last text, the new one is written; where it differs, his stays and ours is
 * handed out to be offered.
 */
export function withOfficersWords(
  target: Target,
  known: Readonly<Record<string, string>>,
): Editable {
  const { plan, existing, sheet } = target;
  const kept: { sheet: string; name: string; ours: string; theirs: string }[] = [];
  const fingerprints: Record<string, string> = {};
  let blocks: readonly WrittenBlock[] = plan.blocks;
  for (const item of plan.editable ?? []) {
    const key = `${sheet}!${item.name}`;
    const ours = textOf(cellsOf(plan.blocks, item.area));
    fingerprints[key] = fingerprint(ours);
    const place = existing?.names[item.name];
    const last = known[key];
    if (!place || last === undefined || !existing) continue;
    const theirs = valuesOf(existing.values, existing.used, place);
    const theirText = textOf(theirs);
    if (fingerprint(theirText) === last || theirText === ours) continue;
    kept.push({ sheet, name: item.name, ours, theirs: theirText });
    fingerprints[key] = last;
    blocks = withCells(blocks, item, fitted(theirs, item.area.rows));
  }
  return { plan: kept.length > 0 ? { ...plan, blocks } : plan, kept, fingerprints };
}

/**
 * The officer's own words on a sheet as it stands: by name of the editable area its cells, for those
 * areas that hold neither our last text nor the plan's. `known` are the fingerprints of our last texts.
 */
export function officersWords(
  plan: SheetPlan,
  existing: ExistingSheet | undefined,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly (readonly CellValue[])[]>> {
  const words: Record<string, readonly (readonly CellValue[])[]> = {};
  for (const item of plan.editable ?? []) {
    const place = existing?.names[item.name];
    if (!existing || !place) continue;
    const theirs = valuesOf(existing.values, existing.used, place);
    const text = textOf(theirs);
    const isOurs =
      fingerprint(text) === known[`${existing.name}!${item.name}`] ||
      text === textOf(cellsOf(plan.blocks, item.area));
    if (!isOurs) words[item.name] = theirs;
  }
  return words;
}

/** One line a row, cells apart by tabs: what the fingerprint is taken of. */
function textOf(cells: readonly (readonly PlanCell[])[]): string {
  return cells
    .map((row) => row.map((cell) => (typeof cell === "object" ? "" : String(cell))).join("\t"))
    .join("\n")
    .trimEnd();
}

function cellsOf(blocks: readonly WrittenBlock[], area: Area): PlanCell[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) =>
      cellAt(blocks, area.row + row, area.column + column),
    ),
  );
}

function cellAt(blocks: readonly WrittenBlock[], row: number, column: number): PlanCell {
  for (const block of blocks) {
    const cell = block.cells[row - block.row]?.[column - block.column];
    if (cell !== undefined) return cell;
  }
  return null;
}

function valuesOf(
  values: readonly (readonly CellValue[])[],
  used: Area | null,
  area: Area,
): CellValue[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from(
      { length: area.columns },
      (__, column) =>
        values[area.row + row - (used?.row ?? 0)]?.[area.column + column - (used?.column ?? 0)] ??
        "",
    ),
  );
}

/** Rows beyond the area are joined into its last row, so that no word of the officer's is lost. */
function fitted(cells: readonly (readonly CellValue[])[], rows: number): (readonly CellValue[])[] {
  if (cells.length <= rows) return [...cells];
  const last = (cells[rows - 1] ?? []).map((_, column) =>
    cells
      .slice(rows - 1)
      .map((row) => String(row[column] ?? ""))
      .filter((text) => text !== "")
      .join("\n"),
  );
  return [...cells.slice(0, rows - 1), last];
}

/** The blocks with the cells of one area replaced. */
function withCells(
  blocks: readonly WrittenBlock[],
  { area }: NamePlan,
  cells: readonly (readonly CellValue[])[],
): WrittenBlock[] {
  return blocks.map((block) => ({
    ...block,
    cells: block.cells.map((row, rowIndex) =>
      row.map((cell, columnIndex) => {
        const inRow = block.row + rowIndex - area.row;
        const inColumn = block.column + columnIndex - area.column;
        return cells[inRow]?.[inColumn] ?? cell;
      }),
    ),
  }));
}
