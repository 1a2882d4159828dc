import { parseArea, type Area, type CellValue, type SheetGrid, type TableGrid } from "../sheet";
import { asProblem } from "./problem";
import { areaOf, mergesOf, queueMerges } from "./ranges";
import { readInBlocks, readRows, VALUES } from "./read-blocks";
import { reading, type Conversation, type RunOptions } from "./run";
import type { ExistingSheet, ReadRequest, WorkbookState } from "./types";

/**
 * Reads the workbook in one round trip: the sheets, the active sheet's cells with merges, and the
 * tables, names and settings asked for. Writes nothing. Where Excel refuses the merges (more than
 * 512 areas) or the size of the answer, the rest is fetched in blocks.
 */
export async function readWorkbook(
  request: ReadRequest,
  options: RunOptions = {},
): Promise<WorkbookState> {
  options.onProgress?.({ step: "reading", done: 0 });
  try {
    return await reading(options, (conversation) => readAtOnce(request, options, conversation));
  } catch (error) {
    if (asProblem(error).kind !== "too-large") throw error;
    return await reading(options, (conversation) => readByBlocks(request, options, conversation));
  }
}

async function readAtOnce(
  request: ReadRequest,
  options: RunOptions,
  conversation: Conversation,
): Promise<WorkbookState> {
  const { context, sync } = conversation;
  const frame = queueFrame(context, request, true);
  const active = queueCells(frame.active.getUsedRangeOrNullObject(true));
  const other = frame.other ? queueCells(frame.other.getUsedRangeOrNullObject(true)) : null;
  // Merges come last: when Excel refuses them, everything before is answered all the same.
  const activeMerges = queueMerges(active);
  const otherMerges = other ? queueMerges(other) : null;
  let mergesRefused = false;
  try {
    await sync();
  } catch (error) {
    if (!isAnswered(active)) throw error;
    mergesRefused = true;
  }
  const grids = [
    { sheet: frame.active.name, range: active, merges: activeMerges },
    ...(other && otherMerges && request.sheet
      ? [{ sheet: request.sheet, range: other, merges: otherMerges }]
      : []),
  ].map(({ sheet, range, merges }) =>
    range.isNullObject ? null : gridOf(sheet, range, mergesRefused ? null : merges),
  );
  if (mergesRefused) {
    const whole: (SheetGrid | null)[] = [];
    for (const grid of grids) {
      whole.push(grid ? await readInBlocks(conversation, grid, options) : null);
    }
    return stateOf(frame, whole[0] ?? null, whole[1] ?? null);
  }
  return stateOf(frame, grids[0] ?? null, grids[1] ?? null);
}

async function readByBlocks(
  request: ReadRequest,
  options: RunOptions,
  conversation: Conversation,
): Promise<WorkbookState> {
  const { context, sync } = conversation;
  const frame = queueFrame(context, request, false);
  const ranges = [frame.active, ...(frame.other ? [frame.other] : [])].map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return used;
  });
  await sync();
  const names = [frame.active.name, request.sheet ?? ""];
  const grids: (SheetGrid | null)[] = [];
  for (const [index, range] of ranges.entries()) {
    const area = range.isNullObject ? null : areaOf(range);
    const sheet = names[index] ?? "";
    grids.push(area ? await readInBlocks(conversation, { sheet, area }, options) : null);
  }
  const tables = new Map<string, CellValue[][]>();
  for (const { name, range } of frame.tables) {
    const place = range.isNullObject ? null : placeOf(range.address);
    if (place) tables.set(name, (await readRows(conversation, place, VALUES, options)).values);
  }
  const targets = new Map<string, CellValue[][]>();
  for (const { name, sheet, used, hasValues } of frame.targets) {
    if (!hasValues || sheet.isNullObject || used.isNullObject) continue;
    const place = { sheet: sheet.name, area: areaOf(used) };
    targets.set(name, (await readRows(conversation, place, VALUES, options)).values);
  }
  return stateOf(frame, grids[0] ?? null, grids[1] ?? null, { tables, targets });
}

/** What was read in blocks, by name of the table or sheet. */
interface BlockValues {
  readonly tables: ReadonlyMap<string, CellValue[][]>;
  readonly targets: ReadonlyMap<string, CellValue[][]>;
}

/** Everything but the cells of the appendix, queued. */
interface Frame {
  readonly sheets: Excel.WorksheetCollection;
  readonly active: Excel.Worksheet;
  readonly other: Excel.Worksheet | null;
  readonly tables: readonly { readonly name: string; readonly range: Excel.Range }[];
  readonly names: readonly { readonly name: string; readonly range: Excel.Range }[];
  readonly settings: readonly { readonly key: string; readonly setting: Excel.Setting }[];
  readonly targets: readonly {
    readonly name: string;
    readonly sheet: Excel.Worksheet;
    readonly used: Excel.Range;
    readonly names: Excel.NamedItemCollection;
    readonly hasValues: boolean;
  }[];
}

function queueFrame(
  context: Excel.RequestContext,
  request: ReadRequest,
  withCells: boolean,
): Frame {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load("items/name,items/visibility,items/protection/protected");
  const active = sheets.getActiveWorksheet();
  active.load("name");
  const withValues = new Set(request.targetsWithValues ?? []);
  return {
    sheets,
    active,
    other: request.sheet === undefined ? null : sheets.getItemOrNullObject(request.sheet),
    tables: request.tables.map((name) => {
      const range = workbook.tables.getItemOrNullObject(name).getRange();
      if (withCells) range.load("values,address");
      else range.load("address");
      return { name, range };
    }),
    names: request.names.map((name) => {
      const range = workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
      range.load("values,address");
      return { name, range };
    }),
    settings: request.settings.map((key) => {
      const setting = workbook.settings.getItemOrNullObject(key);
      setting.load("value");
      return { key, setting };
    }),
    targets: [...(request.targets ?? []), ...withValues].map((name) => {
      const sheet = sheets.getItemOrNullObject(name);
      sheet.load("name");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      if (withCells && withValues.has(name)) used.load("values");
      const names = sheet.names;
      names.load("items/name,items/value");
      return { name, sheet, used, names, hasValues: withValues.has(name) };
    }),
  };
}

function queueCells(used: Excel.Range): Excel.Range {
  used.load("values,text,numberFormat,rowIndex,columnIndex,rowCount,columnCount");
  return used;
}

/** The error of a failed request leaves what ran before it answered; asking tells which. */
function isAnswered(range: Excel.Range): boolean {
  try {
    return range.isNullObject || Array.isArray(range.values);
  } catch {
    return false;
  }
}

function gridOf(sheet: string, range: Excel.Range, merged: Excel.RangeAreas | null): SheetGrid {
  return {
    sheet,
    row: range.rowIndex,
    column: range.columnIndex,
    values: range.values as CellValue[][],
    text: range.text,
    numberFormats: range.numberFormat as string[][],
    merges: merged ? mergesOf(merged) : [],
  };
}

function stateOf(
  frame: Frame,
  grid: SheetGrid | null,
  otherGrid: SheetGrid | null,
  blocks: BlockValues | null = null,
): WorkbookState {
  const tables: Record<string, TableGrid> = {};
  for (const { name, range } of frame.tables) {
    const place = range.isNullObject ? null : placeOf(range.address);
    if (!place) continue;
    const values = blocks?.tables.get(name) ?? (range.values as CellValue[][]);
    const headers = (values[0] ?? []).map(String);
    tables[name] = { name, ...place, headers, rows: values.slice(1) };
  }
  const names: Record<string, CellValue> = {};
  const places: Record<string, { sheet: string; area: Area }> = {};
  for (const { name, range } of frame.names) {
    if (range.isNullObject) continue;
    names[name] = (range.values as CellValue[][])[0]?.[0] ?? "";
    const place = placeOf(range.address);
    if (place) places[name] = place;
  }
  const settings: Record<string, unknown> = {};
  for (const { key, setting } of frame.settings) {
    if (!setting.isNullObject) settings[key] = setting.value as unknown;
  }
  const targets: Record<string, ExistingSheet> = {};
  for (const target of frame.targets) {
    if (target.sheet.isNullObject) continue;
    targets[target.name] = {
      name: target.sheet.name,
      used: target.used.isNullObject ? null : areaOf(target.used),
      values:
        target.hasValues && !target.used.isNullObject
          ? (blocks?.targets.get(target.name) ?? (target.used.values as CellValue[][]))
          : [],
      names: ownNames(target.names),
    };
  }
  const items = frame.sheets.items;
  return {
    sheets: items.map(({ name, visibility }) => ({ name, visible: visibility === "Visible" })),
    protectedSheets: items.filter((item) => item.protection.protected).map(({ name }) => name),
    activeSheet: frame.active.name,
    grid,
    otherGrid,
    tables,
    names,
    settings,
    targets,
    places,
  };
}

function ownNames(collection: Excel.NamedItemCollection): Record<string, Area> {
  const names: Record<string, Area> = {};
  for (const item of collection.items) {
    const area = parseArea(String(item.value));
    if (area) names[item.name] = area;
  }
  return names;
}

/** "'Theo dõi'!A3:AK33" → its sheet and area. */
function placeOf(address: string): { sheet: string; area: Area } | null {
  const area = parseArea(address);
  const end = address.lastIndexOf("!");
  if (!area || end < 0) return null;
  const quoted = address.slice(0, end);
  const sheet = quoted.startsWith("'") ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
  return { sheet, area };
}
