import type { Area, CellValue } from "../sheet";
import { mergesOf, queueMerges, rangeAt } from "./ranges";
import type { Conversation } from "./run";
import type { SheetBefore } from "./undo";

/** Cells whose formulas, values and formats fit into one answer beside everything else. */
const CELLS_AT_ONCE = 25_000;
/** Excel refuses merges beyond 512 areas at once. */
const ROWS_AT_ONCE = 500;

/** What a sheet held before it is written again; `take` gives it once the request was answered. */
export interface Snapshot {
  readonly take: () => SheetBefore["before"];
}

/**
 * Queues the reading of what sheets hold before they are overwritten. Small sheets are read in the
 * very request that writes them; larger ones, and where what is written depends on it, in requests of
 * their own, in blocks of rows.
 */
export async function queueSnapshots(
  { sync }: Conversation,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly area: Area | null }[],
  mustBeKnown: boolean,
): Promise<Snapshot[]> {
  const cells = sheets.reduce((sum, { area }) => sum + (area ? area.rows * area.columns : 0), 0);
  const isSmall = cells <= CELLS_AT_ONCE && !mustBeKnown;
  let waiting = 0;
  const snapshots: Snapshot[] = [];
  for (const { sheet, area } of sheets) {
    if (!area) {
      snapshots.push({ take: () => null });
      continue;
    }
    const blocks: Block[] = [];
    for (const block of blocksOf(area)) {
      const size = block.rows * block.columns;
      if (!isSmall && waiting > 0 && waiting + size > CELLS_AT_ONCE) {
        await sync();
        waiting = 0;
      }
      blocks.push(queueBlock(sheet, block));
      waiting += size;
    }
    snapshots.push({ take: () => joined(area, blocks) });
  }
  if (!isSmall && waiting > 0) await sync();
  return snapshots;
}

interface Block {
  readonly range: Excel.Range;
  readonly merged: Excel.RangeAreas;
}

function blocksOf(area: Area): Area[] {
  const rows = Math.max(1, Math.min(ROWS_AT_ONCE, Math.floor(CELLS_AT_ONCE / area.columns)));
  const blocks: Area[] = [];
  for (let from = 0; from < area.rows; from += rows) {
    blocks.push({ ...area, row: area.row + from, rows: Math.min(rows, area.rows - from) });
  }
  return blocks;
}

function queueBlock(sheet: Excel.Worksheet, area: Area): Block {
  const range = rangeAt(sheet, area);
  range.load("formulas,values,numberFormat");
  return { range, merged: queueMerges(range) };
}

function joined(area: Area, blocks: readonly Block[]): SheetBefore["before"] {
  return {
    area,
    values: blocks.flatMap(({ range }) => range.values as CellValue[][]),
    formulas: blocks.flatMap(({ range }) => range.formulas as CellValue[][]),
    numberFormats: blocks.flatMap(({ range }) => range.numberFormat as string[][]),
    merges: blocks.flatMap(({ merged }) => mergesOf(merged)),
  };
}
