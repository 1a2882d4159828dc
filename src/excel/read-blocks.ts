import type { Area, CellValue, SheetGrid } from "../sheet";
import { asProblem } from "./problem";
import { mergesOf, queueMerges } from "./ranges";
import type { Conversation, RunOptions } from "./run";

/** Cells of one block: values, texts and formats of so many stay far under the 5 MB of an answer. */
const CELLS_IN_BLOCK = 40_000;
/** Rows of one block when merges are asked for: Excel gives at most 512 areas at once. */
const ROWS_IN_MERGE_BLOCK = 40;
const BLOCKS_OF_MERGES_IN_REQUEST = 400;

/**
 * Reads a sheet in blocks of rows. A grid that lacks only its merges gets them in one more request;
 * an area is read whole, one block a request.
 */
export async function readInBlocks(
  conversation: Conversation,
  known: SheetGrid | Place,
  options: RunOptions,
): Promise<SheetGrid> {
  const grid = "values" in known ? known : await readCells(conversation, known, options);
  return { ...grid, merges: await readMerges(conversation, grid) };
}

/** What is read of each cell: its value alone, or also how it is shown. */
export const VALUES = ["values"] as const;
const SHOWN = ["values", "text", "numberFormat"] as const;

interface Place {
  readonly sheet: string;
  readonly area: Area;
}

async function readCells(
  conversation: Conversation,
  { sheet, area }: Place,
  options: RunOptions,
): Promise<SheetGrid> {
  const { values, text, numberFormat } = await readRows(
    conversation,
    { sheet, area },
    SHOWN,
    options,
  );
  return {
    ...{ sheet, row: area.row, column: area.column, values, merges: [] },
    text: text as string[][],
    numberFormats: numberFormat as string[][],
  };
}

/** The rows of an area, a block of them a request; what is not asked for stays empty. */
export async function readRows(
  { context, sync }: Conversation,
  { sheet, area }: Place,
  asked: typeof VALUES | typeof SHOWN,
  options: RunOptions,
): Promise<Readonly<Record<(typeof SHOWN)[number], CellValue[][]>>> {
  let rows = Math.max(1, Math.floor(CELLS_IN_BLOCK / Math.max(1, area.columns)));
  const found: Record<(typeof SHOWN)[number], CellValue[][]> = {
    values: [],
    text: [],
    numberFormat: [],
  };
  for (let from = 0; from < area.rows;) {
    const height = Math.min(rows, area.rows - from);
    const block = context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(area.row + from, area.column, height, area.columns);
    if (asked.length > 1) block.load("values,text,numberFormat");
    else block.load("values");
    try {
      await sync();
    } catch (error) {
      // Cells full of text: fewer of them fit into an answer.
      if (height === 1 || asProblem(error).kind !== "too-large") throw error;
      rows = Math.ceil(height / 2);
      continue;
    }
    for (const name of asked) found[name].push(...(block[name] as CellValue[][]));
    block.untrack();
    from += height;
    options.onProgress?.({ step: "reading", done: from / area.rows });
  }
  return found;
}

async function readMerges({ context, sync }: Conversation, grid: SheetGrid): Promise<Area[]> {
  const worksheet = context.workbook.worksheets.getItem(grid.sheet);
  const columns = grid.values[0]?.length ?? 0;
  const merges: Area[] = [];
  const rows = grid.values.length;
  for (let from = 0; from < rows; from += ROWS_IN_MERGE_BLOCK * BLOCKS_OF_MERGES_IN_REQUEST) {
    const until = Math.min(rows, from + ROWS_IN_MERGE_BLOCK * BLOCKS_OF_MERGES_IN_REQUEST);
    const blocks: Excel.RangeAreas[] = [];
    for (let row = from; row < until; row += ROWS_IN_MERGE_BLOCK) {
      const height = Math.min(ROWS_IN_MERGE_BLOCK, until - row);
      blocks.push(
        queueMerges(worksheet.getRangeByIndexes(grid.row + row, grid.column, height, columns)),
      );
    }
    await sync();
    for (const block of blocks) merges.push(...mergesOf(block));
  }
  return merges;
}
