import type { Area, CellValue, SheetGrid } from "../sheet";
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
  known: SheetGrid | { readonly sheet: string; readonly area: Area },
  options: RunOptions,
): Promise<SheetGrid> {
  const grid = "values" in known ? known : await readCells(conversation, known, options);
  return { ...grid, merges: await readMerges(conversation, grid) };
}

async function readCells(
  { context, sync }: Conversation,
  { sheet, area }: { readonly sheet: string; readonly area: Area },
  options: RunOptions,
): Promise<SheetGrid> {
  const rowsInBlock = Math.max(1, Math.floor(CELLS_IN_BLOCK / Math.max(1, area.columns)));
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const values: CellValue[][] = [];
  const text: string[][] = [];
  const numberFormats: string[][] = [];
  for (let from = 0; from < area.rows; from += rowsInBlock) {
    const block = worksheet.getRangeByIndexes(
      area.row + from,
      area.column,
      Math.min(rowsInBlock, area.rows - from),
      area.columns,
    );
    block.load("values,text,numberFormat");
    await sync();
    values.push(...(block.values as CellValue[][]));
    text.push(...block.text);
    numberFormats.push(...(block.numberFormat as string[][]));
    block.untrack();
    options.onProgress?.({ step: "reading", done: Math.min(1, (from + rowsInBlock) / area.rows) });
  }
  return { sheet, row: area.row, column: area.column, values, text, numberFormats, merges: [] };
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
