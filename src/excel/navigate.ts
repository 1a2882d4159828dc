import { asProblem, ExcelProblem } from "./problem";
import { parseArea } from "../sheet";
import { reading, writing, type RunOptions } from "./run";

/** Brings a sheet to the front and selects a cell of it. */
export async function selectCell(sheet: string, cell: string): Promise<void> {
  await reading({}, async ({ context, sync }) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(cell).select();
    try {
      await sync();
    } catch (error) {
      const problem = asProblem(error);
      throw new ExcelProblem(problem.kind, sheet, cell, false, problem.detail);
    }
  });
}

/** Keeps small settings in the workbook; a key that exists is overwritten. */
export async function writeSettings(
  settings: Readonly<Record<string, unknown>>,
  options: RunOptions = {},
): Promise<void> {
  await writing(options, async ({ context, sync }) => {
    for (const [key, value] of Object.entries(settings)) context.workbook.settings.add(key, value);
    await sync();
  });
}

/**
 * Calls back when a cell changed anywhere or the selection moved (row from 1, and how many rows). Events of Excel get
 * lost, so they only say that something may have changed. Returns how to stop.
 */
export async function watchWorkbook(
  onChange: () => void,
  onSelect: (sheet: string, row: number, rows: number) => void,
): Promise<() => Promise<void>> {
  const handlers = await reading({}, async ({ context, sync }) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await sync();
    const names = new Map(worksheets.items.map((sheet) => [sheet.id, sheet.name]));
    const changed = worksheets.onChanged.add(() => {
      onChange();
      return Promise.resolve();
    });
    const selected = worksheets.onSelectionChanged.add((event) => {
      const area = parseArea(event.address);
      const name = names.get(event.worksheetId);
      if (area && name !== undefined) onSelect(name, area.row + 1, area.rows);
      return Promise.resolve();
    });
    await sync();
    return [changed, selected] as const;
  });
  return async () => {
    for (const handler of handlers) await stop(handler);
  };
}

async function stop(handler: {
  readonly context: OfficeExtension.ClientRequestContext;
  readonly remove: () => void;
}): Promise<void> {
  handler.remove();
  await handler.context.sync();
}
