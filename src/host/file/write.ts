import { hasEntry, patchZip } from "../../package";
import { autofit } from "../acts/autofit";
import type { Host } from "../host";
import { addressOf, quoteSheet, type Area } from "../model/address";
import { CellError, plainStyle, type Cell } from "../model/cell";
import type { Line, Name, Sheet, Table } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { widthToFile } from "./widths";
import { pixelsOf } from "../objects/range";
import { chartToFile, nameCharts } from "./charts";
import { addColumnFormulas, unescapeXml } from "./column-formulas";
import { conditionWith, formulaToFile, validationWith } from "./function-names";
import { FormulaNumbers } from "./formula-texts";
import { saveXlsx, writeXlsx, cloneChart } from "./library";
import type {
  FileCell,
  FileChart,
  FileSheet,
  FileWorkbook,
  NamedRange,
  SheetChart,
} from "./library";
import type { SheetProtection, TableDefinition, WriteSheet } from "./library";
import { withOldAttributes } from "./old-attributes";
import { settingsNamed, settingsParts } from "./settings";
import { withHidden } from "./sheet-list";

/** A saved workbook, and in plain words what of the opened file it could not keep. */
export interface Saved {
  readonly bytes: Uint8Array;
  readonly lost: readonly string[];
}

/** Writes the workbook as .xlsx, computed throughout. */
export async function writeWorkbook(host: Host): Promise<Saved> {
  const { workbook } = host;
  host.engine.calculate();
  const lost: string[] = [...workbook.lost];
  const numbers = new FormulaNumbers();
  const sheets = workbook.sheets.map((sheet) => sheetToFile(host, sheet, numbers, lost));
  const { source } = workbook;
  const keeps = source !== null && sameOrder(workbook, source);
  if (source && !keeps) noteDropped(workbook, source, lost);
  const bytes = keeps
    ? await saveXlsx(intoSource(workbook, source, sheets))
    : await writeXlsx(fresh(workbook, sheets));
  return { bytes: finish(host, bytes, numbers), lost };
}

/** The opened sheets stand in their order before all new ones: their unknown parts can be kept. */
function sameOrder(workbook: Workbook, source: FileWorkbook): boolean {
  return (
    workbook.originals.length <= workbook.sheets.length &&
    workbook.originals.every((original, index) => workbook.sheets[index]?.source === original) &&
    source.sheets.length > 0
  );
}

function noteDropped(workbook: Workbook, source: FileWorkbook, lost: string[]): void {
  const left = workbook.sheets.map(({ source: from }) => from);
  for (const sheet of workbook.originals) {
    if (!left.includes(sheet)) continue;
    if (sheet.pivotTables?.length) lost.push(`Trang “${sheet.name}”: bảng tổng hợp (PivotTable)`);
    if (sheet.slicers?.length) lost.push(`Trang “${sheet.name}”: bộ lọc hình (Slicer)`);
    if (sheet.threadedComments?.length) lost.push(`Trang “${sheet.name}”: trao đổi dạng hội thoại`);
  }
  if (source.hasMacros) lost.push("Macro (VBA)");
  if (source.externalLinks?.length) lost.push("Liên kết sang tệp khác");
}

function namedRanges(workbook: Workbook): NamedRange[] {
  const ranges: NamedRange[] = [];
  const add = ({ name, formula, comment }: Name, scope?: string): void => {
    const range = formulaToFile(formula.slice(1));
    ranges.push({
      name,
      range,
      ...(scope === undefined ? {} : { scope }),
      ...(comment === "" ? {} : { comment }),
    });
  };
  for (const name of workbook.names) add(name);
  for (const sheet of workbook.sheets) {
    for (const name of sheet.names) add(name, sheet.name);
    ranges.push(...printNames(sheet));
  }
  return ranges;
}

/** Print area and titles as the names that files hold; the library would not quote the sheet. */
function printNames({ name, page }: Sheet): NamedRange[] {
  const on = (addresses: readonly (string | undefined)[]): string =>
    addresses
      .filter((address): address is string => address !== undefined && address !== "")
      .flatMap((address) => address.split(","))
      .map((address) => `${quoteSheet(name)}!${address}`)
      .join(",");
  const area = on([page.printArea]);
  const titles = on([page.printTitlesColumn, page.printTitlesRow]);
  return [
    ...(area ? [{ name: "_xlnm.Print_Area", range: area, scope: name }] : []),
    ...(titles ? [{ name: "_xlnm.Print_Titles", range: titles, scope: name }] : []),
  ];
}

function intoSource(
  workbook: Workbook,
  source: FileWorkbook,
  sheets: readonly WriteSheet[],
): FileWorkbook {
  source.sheets = sheets.map((sheet, index) => {
    const from = workbook.sheets[index]?.source;
    return { ...(from ?? {}), ...sheet } as unknown as FileSheet;
  });
  source.namedRanges = namedRanges(workbook);
  source.activeSheet = workbook.sheets.indexOf(workbook.active);
  return source;
}

function fresh(workbook: Workbook, sheets: WriteSheet[]): Parameters<typeof writeXlsx>[0] {
  const { source } = workbook;
  return {
    sheets: sheets.map((sheet, index) => withOldParts(sheet, workbook.sheets[index]?.source)),
    namedRanges: namedRanges(workbook),
    defaultFont: workbook.defaultFont,
    dateSystem: workbook.date1904 ? "1904" : "1900",
    activeSheet: workbook.sheets.indexOf(workbook.active),
    ...(source?.properties ? { properties: source.properties } : {}),
    ...(source?.workbookProtection ? { workbookProtection: source.workbookProtection } : {}),
  };
}

/** The parts of an opened sheet that the stand-in does not know, for a file written anew. */
function withOldParts(sheet: WriteSheet, from: FileSheet | null | undefined): WriteSheet {
  if (!from) return sheet;
  const old = (from.charts ?? []).flatMap((chart: FileChart): SheetChart[] => {
    try {
      return [cloneChart(chart, { anchor: chart.anchor ?? { from: { row: 0, col: 0 } } })];
    } catch {
      return [];
    }
  });
  const charts = [...old, ...(sheet.charts ?? []).filter((chart) => "type" in chart)];
  return {
    ...(from.images ? { images: from.images } : {}),
    ...(from.textBoxes ? { textBoxes: from.textBoxes } : {}),
    ...(from.sparklines ? { sparklines: from.sparklines } : {}),
    ...(from.backgroundImage ? { backgroundImage: from.backgroundImage } : {}),
    ...(from.colBreaks ? { colBreaks: from.colBreaks } : {}),
    ...(from.autoFilter ? { autoFilter: from.autoFilter } : {}),
    ...(from.outlineProperties ? { outlineProperties: from.outlineProperties } : {}),
    ...(from.splitPane ? { splitPane: from.splitPane } : {}),
    ...sheet,
    ...(charts.length > 0 ? { charts } : {}),
  };
}

function sheetToFile(
  host: Host,
  sheet: Sheet,
  numbers: FormulaNumbers,
  lost: string[],
): WriteSheet {
  const { rows: frozenRows, columns: frozenColumns } = sheet.frozen;
  const page = { ...sheet.page };
  // These are written as names, see printNames.
  delete page.printArea;
  delete page.printTitlesRow;
  delete page.printTitlesColumn;
  return {
    name: sheet.name,
    // The library writes rows up to the last one that it is given.
    rows: Array.from({ length: Math.max(-1, ...sheet.lines.keys()) + 1 }, () => []),
    cells: new CellsToFile(sheet, numbers),
    columns:
      sheet.columns.length > 0
        ? Array.from(sheet.columns, (line) => columnToFile(line, host.workbook))
        : undefined,
    rowDefs: new Map([...sheet.lines].map(([row, line]) => [row, rowToFile(line)])),
    merges: sheet.merges.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
    dataValidations: sheet.validations.map(({ areas, rule }) => ({
      ...validationWith(rule, formulaToFile),
      range: listed(areas),
    })),
    conditionalRules: sheet.conditions.map(({ areas, rule }) => ({
      ...conditionWith(rule, formulaToFile),
      range: listed(areas),
    })),
    freezePane:
      frozenRows || frozenColumns ? { rows: frozenRows, columns: frozenColumns } : undefined,
    protection: protectionToFile(sheet),
    pageSetup: Object.keys(page).length > 0 ? page : undefined,
    headerFooter: Object.keys(sheet.headerFooter).length > 0 ? sheet.headerFooter : undefined,
    rowBreaks: sheet.pageBreaks.length > 0 ? sheet.pageBreaks.map((row) => row - 1) : undefined,
    view: {
      ...sheet.source?.view,
      showGridLines: sheet.gridlines,
      showRowColHeaders: sheet.headings,
      ...(sheet.tabColor
        ? { tabColor: { rgb: sheet.tabColor.slice(1) } }
        : { tabColor: undefined }),
    },
    hidden: sheet.visibility === "Hidden",
    veryHidden: sheet.visibility === "VeryHidden",
    tables: sheet.tables.map(tableToFile),
    charts: chartsToFile(host, sheet, lost),
  };
}

const rowToFile = ({ size, hidden, outlineLevel, collapsed }: Line) => ({
  ...(size === undefined ? {} : { height: size }),
  ...(hidden ? { hidden } : {}),
  ...(outlineLevel ? { outlineLevel } : {}),
  ...(collapsed ? { collapsed } : {}),
});

const listed = (areas: readonly Area[]): string => areas.map(addressOf).join(" ");

const columnToFile = (line: Line | undefined, { defaultFont }: Workbook) => ({
  ...(line?.size === undefined ? {} : { width: widthToFile(line.size, defaultFont) }),
  ...(line?.hidden ? { hidden: true } : {}),
  ...(line?.outlineLevel ? { outlineLevel: line.outlineLevel } : {}),
  ...(line?.collapsed ? { collapsed: true } : {}),
});

/** The cells of a sheet as the library wants them, each made only while it is looked at. */
class CellsToFile extends Map<string, Partial<FileCell>> {
  constructor(
    private readonly sheet: Sheet,
    private readonly formulas: FormulaNumbers,
  ) {
    super();
  }

  override *[Symbol.iterator](): Generator<[string, Partial<FileCell>], undefined> {
    for (const [row, line] of this.sheet.rows.entries())
      for (const [column, cell] of line?.entries() ?? [])
        if (cell) yield [`${row},${column}`, cellToFile(cell, this.formulas)];
  }
}

function cellToFile(cell: Cell, numbers: FormulaNumbers): Partial<FileCell> {
  const value = cell.value instanceof CellError ? cell.value.code : cell.value;
  const made: Partial<FileCell> = { value: value === "" ? null : value };
  if (cell.style !== plainStyle) made.style = cell.style;
  if (cell.link) made.hyperlink = cell.link;
  if (cell.comment) made.comment = cell.comment;
  if (cell.rich) made.richText = cell.rich;
  if (cell.formula === undefined) return made;
  const formula = cell.formula.slice(1);
  made.formula = cell.array ? formulaToFile(formula) : numbers.of(formula);
  made.formulaResult = value;
  made.value = null;
  if (cell.array) {
    made.formulaType = "array";
    made.formulaRef = cell.array.ref;
    if (cell.array.dynamic) made.formulaDynamic = true;
  }
  return made;
}

function protectionToFile({ protection }: Sheet): SheetProtection | undefined {
  if (!protection) return undefined;
  const options: Record<string, boolean | string> = { sheet: true };
  for (const [name, value] of Object.entries(protection.options))
    if (typeof value === "boolean" && name.startsWith("allow"))
      options[name.charAt(5).toLowerCase() + name.slice(6)] = value;
  delete options["editObjects"];
  delete options["editScenarios"];
  if (protection.password) options["password"] = protection.password;
  return options;
}

function tableToFile(table: Table): TableDefinition {
  return {
    name: table.name,
    displayName: table.name,
    range: addressOf(table.area),
    columns: table.columns.map(({ name, totalLabel, totalFunction }) => ({
      name,
      ...(totalLabel === undefined ? {} : { totalLabel }),
      ...(totalFunction === undefined ? {} : { totalFunction }),
    })),
    ...(table.style === "" ? {} : { style: table.style }),
    showRowStripes: table.showBandedRows,
    showColumnStripes: table.showBandedColumns,
    showAutoFilter: table.showFilterButton,
    showTotalRow: table.showTotals,
  };
}

/** Old charts stay in their parts; new ones can join only a sheet that has no drawing yet. */
function chartsToFile(host: Host, sheet: Sheet, lost: string[]): SheetChart[] | undefined {
  const old = sheet.source?.charts ?? [];
  const made = sheet.charts.filter(({ isNew }) => isNew);
  const hasDrawing =
    old.length > 0 ||
    Boolean(sheet.source?.images?.length) ||
    Boolean(sheet.source?.textBoxes?.length);
  if (hasDrawing && made.length > 0)
    lost.push(`Trang “${sheet.name}”: biểu đồ mới (trang đã có hình hoặc biểu đồ khác)`);
  if (hasDrawing) return old as unknown as SheetChart[];
  return made.map((chart) =>
    chartToFile(chart, sheet, (left, top) => cellAt(host, sheet, left, top)),
  );
}

function cellAt(host: Host, sheet: Sheet, left: number, top: number): { row: number; col: number } {
  let col = 0;
  let x = 0;
  for (; col < 16_383; col++) {
    const line = sheet.columns[col];
    const width = line?.hidden ? 0 : pixelsOf(line?.size) * 0.75;
    if (x + width > left + 0.5) break;
    x += width;
  }
  let row = 0;
  let y = 0;
  for (; row < 1_048_575; row++) {
    const line = sheet.lines.get(row);
    const height = line?.hidden ? 0 : (line?.size ?? autofit.rowHeight(host, sheet, row));
    if (y + height > top + 0.5) break;
    y += height;
  }
  return { row, col };
}

/**
 * What the library cannot write: formulas of calculated columns, names of charts, settings, errors, and the heights
 * that rows have by themselves.
 */
function finish(host: Host, bytes: Uint8Array, numbers: FormulaNumbers): Uint8Array {
  const { workbook } = host;
  const errorSheets = sheetsWithErrors(workbook);
  const heights = naturalHeights(host);
  const settings = settingsParts(workbook.settings);
  const hidden = hiddenOf(workbook);
  const hasTheme = hasEntry(bytes, "xl/theme/theme1.xml");
  const change = (name: string): ((text: string) => string) | null => {
    if (name.startsWith("xl/tables/")) return (text) => withColumnFormulas(workbook, text);
    if (name.startsWith("xl/drawings/") && name.endsWith(".xml")) return nameCharts;
    const named = settings.size > 0 ? settingsNamed[name] : undefined;
    if (!hasTheme && /^\[Content_Types\]\.xml$|^xl\/_rels\/workbook\.xml\.rels$/.test(name))
      return (text) => withoutTheme(named ? named(text) : text);
    if (named) return named;
    if (name === "xl/workbook.xml" && hidden.size > 0) return (text) => withHidden(text, hidden);
    const place = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (place === undefined) return null;
    const { source } = workbook.sheets[Number(place) - 1] ?? {};
    const old = (source && workbook.besideCells.get(source)) ?? "";
    const grown = heights.get(name);
    return (text) => {
      const marked = errorSheets.has(name) ? errorCells(text) : text;
      const sized = grown ? withHeights(marked, grown) : marked;
      return numbers.putBack(old === "" ? sized : withOldAttributes(sized, old));
    };
  };
  return patchZip(bytes, change, settings);
}

/** The library names a theme even where the opened file has none. */
const withoutTheme = (text: string): string =>
  text.replace(/<(?:Override|Relationship)\s[^<>]*theme\/theme1\.xml"[^<>]*\/>/g, "");

function hiddenOf({ names, sheets }: Workbook): Set<string> {
  const all = [
    ...names.map((name) => ({ name, place: "" })),
    ...sheets.flatMap((sheet, n) => sheet.names.map((name) => ({ name, place: String(n) }))),
  ].filter(({ name }) => !name.visible);
  return new Set(all.map(({ name, place }) => `${name.name.toLowerCase()} ${place}`));
}

function withColumnFormulas(workbook: Workbook, text: string): string {
  const name = /\sdisplayName="([^"]*)"/.exec(text)?.[1] ?? "";
  const table = unescapeXml(name);
  const formulas = workbook.table(table)?.columns.map(({ formula }) => formula ?? null) ?? [];
  const made = addColumnFormulas(text, formulas);
  return workbook.headless.has(table.toLowerCase())
    ? made.replace(/<autoFilter[^<>]*\/>/, "").replace("<table ", '<table headerRowCount="0" ')
    : made;
}

/**
 * Heights of the rows that grow with their wrapped text, by the sheet's path and the row from 1. Other programs than
 * Excel do not fit rows when they open a file.
 */
function naturalHeights(host: Host): Map<string, Map<number, number>> {
  const all = new Map<string, Map<number, number>>();
  host.workbook.sheets.forEach((sheet, index) => {
    const heights = new Map<number, number>();
    sheet.rows.forEach((line, row) => {
      const isFixed = sheet.lines.get(row)?.size !== undefined;
      if (isFixed || !line?.some((cell) => cell?.style.alignment?.wrapText)) return;
      const height = autofit.rowHeight(host, sheet, row);
      if (height > DEFAULT_HEIGHT) heights.set(row + 1, height);
    });
    if (heights.size > 0) all.set(`xl/worksheets/sheet${index + 1}.xml`, heights);
  });
  return all;
}

const DEFAULT_HEIGHT = 15;

/** Without customHeight the rows go on fitting their text when it is changed. */
const withHeights = (xml: string, heights: ReadonlyMap<number, number>): string =>
  xml.replace(/<row r="(\d+)"(?![^>]*\sht=)/g, (tag, row: string) => {
    const height = heights.get(Number(row));
    return height === undefined ? tag : `${tag} ht="${height}"`;
  });

function sheetsWithErrors(workbook: Workbook): Set<string> {
  const paths = new Set<string>();
  workbook.sheets.forEach((sheet, index) => {
    const found = sheet.rows.some((line) =>
      line?.some((cell) => cell?.formula !== undefined && cell.value instanceof CellError),
    );
    if (found) paths.add(`xl/worksheets/sheet${index + 1}.xml`);
  });
  return paths;
}

/** Errors of formulas are errors in the file too, not texts. */
const errorCells = (xml: string): string =>
  xml.replace(
    /(<c\s[^>]*?)t="str"([^>]*>(?:<f[^>]*>[^<]*<\/f>|<f[^>]*\/>)<v>)(#[A-Z/0!?]+)(<\/v>)/g,
    '$1t="e"$2$3$4',
  );
