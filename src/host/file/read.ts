import { openPackage, packStored, tooLarge, UnreadableFile } from "../../package";
import { formulaMover } from "../formulas/tokens";
import { fullForm } from "../formulas/structured";
import { parseLocal, type Area } from "../model/address";
import {
  CellError,
  errorCodes,
  plainStyle,
  type Cell,
  type Scalar,
  type Style,
} from "../model/cell";
import { Table, type Sheet } from "../model/sheet";
import { Workbook } from "../model/workbook";
import { openXlsx, type CellStyle, type FileCell, type FileSheet, type FontStyle } from "./library";
import { headlessTables, readColumnFormulas } from "./column-formulas";
import { conditionWith, formulaFromFile, validationWith } from "./function-names";
import { readCharts, sheetPath } from "./charts";
import { FormulaTexts, takeFormulas } from "./formula-texts";
import { besideCells, lossesOf, withoutOrphans } from "./losses";
import { readSettings } from "./settings";
import { hiddenNames, withoutChartSheets } from "./sheet-list";
import { widthFromFile } from "./widths";

const unreadable = "Tệp Excel bị hỏng nên không đọc được. Hãy mở bằng Excel rồi lưu lại.";

/** Parts that the library does not read in full. */
const extraParts =
  /^xl\/(?:tables|webextensions|drawings|drawings\/_rels|worksheets\/_rels|_rels)\/[^/]*\.(?:xml|rels)$|^xl\/workbook\.xml$/i;

const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/i;

/** A new workbook with one empty sheet. */
export function emptyWorkbook(): Workbook {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  return workbook;
}

/** Opens an .xlsx. Throws UnreadableFile with a sentence for the officer, and nothing else. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const parts = openPackage(bytes);
  try {
    return await read(parts);
  } catch (problem) {
    if (problem instanceof UnreadableFile) throw problem;
    throw new UnreadableFile(unreadable);
  }
}

async function read(parts: ReadonlyMap<string, Uint8Array>): Promise<Workbook> {
  const formulas = new FormulaTexts();
  const lean = withoutOrphans(parts);
  const otherSheets = withoutChartSheets(lean);
  for (const [name, part] of parts)
    if (sheetPart.test(name)) lean.set(name, takeFormulas(part, formulas));
  const source = await openXlsx(packStored(lean), { readStyles: true });
  if (source.sheets.length === 0) throw new UnreadableFile("Tệp không có trang tính nào.");
  const texts = new Map<string, string>();
  for (const [name, part] of lean)
    if (extraParts.test(name)) texts.set(name, new TextDecoder().decode(part));
    else if (sheetPart.test(name)) texts.set(name, besideCells(part));
  const workbook = new Workbook();
  workbook.source = source;
  workbook.date1904 = source.dateSystem === "1904";
  if (source.defaultFont) workbook.defaultFont = source.defaultFont;
  const styles = new Styles();
  for (const from of source.sheets) {
    const sheet = addSheet(workbook, from.name);
    readSheet(workbook, sheet, from, { styles, formulas });
    // The cells live in the model from here on.
    from.rows = [];
    delete from.cells;
    sheet.source = from;
  }
  workbook.originals = [...source.sheets];
  const names = source.sheets.map(({ name }) => name);
  workbook.lost = [...otherSheets, ...lossesOf([...parts.keys()], names, texts)];
  workbook.besideCells = new Map(
    source.sheets.map((from, index) => [from, texts.get(sheetPath(index, texts).sheet) ?? ""]),
  );
  workbook.active = workbook.sheets[source.activeSheet ?? 0] ?? (workbook.sheets[0] as Sheet);
  if (workbook.active.visibility !== "Visible")
    workbook.active =
      workbook.sheets.find(({ visibility }) => visibility === "Visible") ?? workbook.active;
  readNames(workbook, hiddenNames(texts.get("xl/workbook.xml") ?? ""));
  readColumnFormulas(workbook, texts);
  workbook.headless = headlessTables(texts);
  workbook.sheets.forEach((sheet, index) => readCharts(workbook, sheet, index, texts));
  for (const [key, value] of readSettings(texts)) workbook.settings.set(key, value);
  finishFormulas(workbook);
  workbook.changed = false;
  return workbook;
}

/** Names that a file holds are taken as they are, even where Excel would not let one type them. */
function addSheet(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.addSheet();
  sheet.name = name;
  return sheet;
}

/** Styles with one font that are looked through; a file made to harm has thousands. */
const mostTold = 100;

/** Equal styles as one object. */
class Styles {
  private readonly all = new Map<string, Style>();
  /** The library makes an object for each cell from parts that are shared: these tell most of them apart. */
  private readonly known = new Map<
    unknown,
    { readonly parts: CellStyle; readonly style: Style }[]
  >();

  of(style: CellStyle | undefined): Style {
    if (!style) return plainStyle;
    const first = style.font ?? style.border ?? style.fill ?? style.alignment ?? style.numFmt;
    let same = this.known.get(first);
    if (!same) this.known.set(first, (same = []));
    const before = same.find(({ parts }) => hasSameParts(parts, style));
    if (before) return before.style;
    const found = this.interned(style);
    if (same.length < mostTold) same.push({ parts: style, style: found });
    return found;
  }

  private interned(style: CellStyle): Style {
    const clean = { ...style };
    if (clean.numFmt === undefined || /^general$/i.test(clean.numFmt)) delete clean.numFmt;
    const key = JSON.stringify(clean);
    if (key === "{}") return plainStyle;
    let known = this.all.get(key);
    if (!known) this.all.set(key, (known = Object.freeze(clean)));
    return known;
  }
}

const hasSameParts = (one: CellStyle, other: CellStyle): boolean =>
  one.font === other.font &&
  one.border === other.border &&
  one.fill === other.fill &&
  one.alignment === other.alignment &&
  one.numFmt === other.numFmt &&
  one.protection === other.protection;

function valueOf(value: FileCell["value"] | undefined, date1904: boolean): Scalar {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return serialOf(value, date1904);
  if (typeof value === "string" && errorCodes.has(value)) return CellError.of(value);
  return value;
}

/** Back from the library's dates (UTC) to the serial number in the file. */
function serialOf(date: Date, date1904: boolean): number {
  const days = date.getTime() / 86_400_000;
  const serial = date1904 ? days + 24_107 : days + 25_568;
  const exact = !date1904 && serial >= 60 ? serial + 1 : serial;
  return Number(exact.toFixed(9));
}

function readSheet(
  workbook: Workbook,
  sheet: Sheet,
  from: FileSheet,
  { styles, formulas }: Pick<Reading, "styles" | "formulas">,
): void {
  const { date1904 } = workbook;
  from.rows.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value === null) return;
      (sheet.rows[row] ??= [])[column] = { value: valueOf(value, date1904), style: plainStyle };
    });
  });
  const reading: Reading = {
    date1904,
    styles,
    masters: new Map(),
    formulas,
  };
  for (const [key, cell] of from.cells ?? []) {
    const mark = key.indexOf(",");
    const row = Number(key.slice(0, mark));
    const column = Number(key.slice(mark + 1));
    const made = cellOf(cell, row, column, reading);
    made.round = workbook.round;
    if (made.value === "" && made.formula === undefined && isBare(made)) continue;
    (sheet.rows[row] ??= [])[column] = made;
  }
  readLines(sheet, from, styles, workbook.defaultFont);
  from.merges = from.merges?.filter(isInGrid);
  sheet.merges = (from.merges ?? []).map((merge) => ({
    row: merge.startRow,
    column: merge.startCol,
    rows: merge.endRow - merge.startRow + 1,
    columns: merge.endCol - merge.startCol + 1,
  }));
  readRules(workbook, sheet, from);
  readTables(workbook, sheet, from);
  readLooks(sheet, from);
}

/** Merged areas of a damaged file may lie outside of any sheet; no program could save them. */
const isInGrid = (merge: NonNullable<FileSheet["merges"]>[number]): boolean =>
  merge.startRow <= merge.endRow &&
  merge.startCol <= merge.endCol &&
  merge.endRow < 1_048_576 &&
  merge.endCol < 16_384;

const isBare = (cell: Cell): boolean => cell.style === plainStyle && !cell.link && !cell.comment;

/** The first cell of a shared formula; the others hold it moved along. */
interface Master {
  readonly move: (down: number, right: number) => string;
  readonly size: number;
  readonly row: number;
  readonly column: number;
}

/** What cells of one sheet have in common while it is read. */
interface Reading {
  readonly date1904: boolean;
  readonly styles: Styles;
  readonly masters: Map<number, Master>;
  readonly formulas: FormulaTexts;
}

/** Areas that the validations and conditional formats of a sheet cover. */
const mostAreas = 200_000;

function cellOf(cell: FileCell, row: number, column: number, reading: Reading): Cell {
  const { date1904, styles, masters } = reading;
  const made: Cell = { value: "", style: styles.of(cell.style) };
  const isFormula = cell.formula !== undefined;
  made.value = valueOf(isFormula ? (cell.formulaResult ?? cell.value) : cell.value, date1904);
  if (cell.richText && !isFormula) {
    made.rich = cell.richText;
    made.value = cell.richText.map(({ text }) => text).join("");
  }
  if (cell.hyperlink) made.link = cell.hyperlink;
  if (cell.comment) made.comment = cell.comment;
  if (!isFormula) return made;
  const text = `=${reading.formulas.of(cell.formula ?? "")}`;
  if (cell.formulaType === "shared" && cell.formulaSharedIndex !== undefined) {
    const master = masters.get(cell.formulaSharedIndex);
    if (cell.formula !== "" && !master)
      masters.set(cell.formulaSharedIndex, {
        move: formulaMover(text),
        size: text.length,
        row,
        column,
      });
    if (cell.formula === "" && master) {
      // 8,000 characters in every row would be more text than a machine holds.
      reading.formulas.spend(master.size);
      made.formula = master.move(row - master.row, column - master.column);
    } else if (cell.formula !== "") made.formula = text;
    return made;
  }
  if (cell.formula !== "") made.formula = text;
  if (cell.formulaType === "array")
    made.array = { ref: cell.formulaRef ?? "", dynamic: cell.formulaDynamic === true };
  return made;
}

function readLines(sheet: Sheet, from: FileSheet, styles: Styles, font: FontStyle): void {
  from.columns?.forEach((column, index) => {
    const { width, hidden, outlineLevel, collapsed, style } = column;
    if (width === undefined && !hidden && !outlineLevel && !collapsed && !style) return;
    sheet.columns[index] = {
      ...(width === undefined ? {} : { size: widthFromFile(width, font) }),
      ...(hidden ? { hidden } : {}),
      ...(outlineLevel ? { outlineLevel } : {}),
      ...(collapsed ? { collapsed } : {}),
      ...(style ? { style: styles.of(style) } : {}),
    };
  });
  for (const [row, { height, ...rest }] of from.rowDefs ?? [])
    sheet.lines.set(row, { ...rest, ...(height === undefined ? {} : { size: height }) });
}

const areasOf = (range: string): Area[] =>
  range
    .split(/\s+/)
    .map(parseLocal)
    .filter((area): area is Area => area !== null);

function readRules(workbook: Workbook, sheet: Sheet, from: FileSheet): void {
  const rules = [...(from.dataValidations ?? []), ...(from.conditionalRules ?? [])];
  const spaces = rules.reduce((sum, { range }) => sum + range.split(" ").length, 0);
  if (spaces > mostAreas) throw tooLarge();
  sheet.validations = (from.dataValidations ?? []).map((rule) => ({
    id: workbook.nextId("validation"),
    areas: areasOf(rule.range),
    rule: validationWith(rule, formulaFromFile),
  }));
  sheet.conditions = (from.conditionalRules ?? []).map((rule) => ({
    id: workbook.nextId("condition"),
    areas: areasOf(rule.range),
    rule: conditionWith(rule, formulaFromFile),
  }));
}

function readTables(workbook: Workbook, sheet: Sheet, from: FileSheet): void {
  for (const given of from.tables ?? []) {
    const area = given.range === undefined ? null : parseLocal(given.range);
    if (!area) continue;
    const table = new Table(workbook.nextId("table"), given.displayName ?? given.name, sheet, area);
    table.style = given.style ?? "";
    table.showBandedRows = given.showRowStripes !== false;
    table.showBandedColumns = given.showColumnStripes === true;
    table.showFilterButton = given.showAutoFilter !== false;
    table.showTotals = given.showTotalRow === true;
    given.columns.forEach((column, index) =>
      table.columns.push({
        id: index + 1,
        name: column.name,
        ...(column.totalLabel === undefined ? {} : { totalLabel: column.totalLabel }),
        ...(column.totalFunction === undefined ? {} : { totalFunction: column.totalFunction }),
      }),
    );
    sheet.tables.push(table);
  }
}

function readLooks(sheet: Sheet, from: FileSheet): void {
  if (from.veryHidden) sheet.visibility = "VeryHidden";
  else if (from.hidden) sheet.visibility = "Hidden";
  sheet.page = { ...from.pageSetup };
  sheet.headerFooter = { ...from.headerFooter };
  // The library counts the row above the break, Excel the row below it.
  sheet.pageBreaks = (from.rowBreaks ?? []).map((row) => row + 1);
  sheet.frozen = { rows: from.freezePane?.rows ?? 0, columns: from.freezePane?.columns ?? 0 };
  sheet.gridlines = from.view?.showGridLines !== false;
  sheet.headings = from.view?.showRowColHeaders !== false;
  const tab = from.view?.tabColor?.rgb;
  sheet.tabColor = tab ? `#${tab.slice(-6).toUpperCase()}` : "";
  const { protection } = from;
  if (!protection || protection.sheet === false) return;
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(protection))
    if (typeof value === "boolean")
      options[`allow${name.charAt(0).toUpperCase()}${name.slice(1)}`] = value;
  sheet.protection = protection.password ? { options, password: protection.password } : { options };
}

function readNames(workbook: Workbook, hidden: ReadonlySet<string>): void {
  for (const { name, range, scope, comment } of workbook.source?.namedRanges ?? []) {
    const sheet = scope === undefined ? null : (workbook.sheet(scope) ?? null);
    if (scope !== undefined && !sheet) continue;
    const list = sheet ? sheet.names : workbook.names;
    list.push({
      name,
      formula: `=${formulaFromFile(range)}`,
      scope: sheet,
      visible: !hidden.has(`${name.toLowerCase()} ${sheet ? workbook.sheets.indexOf(sheet) : ""}`),
      comment: comment ?? "",
    });
  }
}

/** Formulas in tables are kept in their full form. */
function finishFormulas(workbook: Workbook): void {
  for (const sheet of workbook.sheets) {
    if (sheet.tables.length === 0) continue;
    sheet.rows.forEach((line, row) => {
      line?.forEach((cell, column) => {
        if (cell?.formula?.includes("[@"))
          cell.formula = fullForm(cell.formula, sheet, row, column);
      });
    });
  }
}
