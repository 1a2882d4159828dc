import { autofit } from "./acts/autofit";
import type { CellStyle } from "./file/library";
import { shortForm } from "./formulas/structured";
import type { Host } from "./host";
import type { Area } from "./model/address";
import { formatOf, plainValue, type Style } from "./model/cell";
import type { Sheet } from "./model/sheet";
import { isDateFormat, shownText } from "./number-format";
import { conditionalStyle, textAt } from "./objects";
import { shownColor } from "./objects/format";
import { pixelsOf } from "./objects/range";

/** Looks of a cell, conditional formats included, as a page shows them. */
interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Points. */
  readonly size?: number;
  readonly font?: string;
  readonly indent?: number;
  readonly border?: boolean;
}

export interface CellView {
  readonly row: number;
  readonly column: number;
  /** As formatted. */
  readonly text: string;
  readonly look: CellLook;
  /** The value is that of the file: its formula, or one that it reads, is beyond what the stand-in computes. */
  readonly stale?: boolean;
}

interface SheetView {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** CSS pixels; 0 for hidden lines. */
  readonly columnWidths: readonly number[];
  readonly rowHeights: readonly number[];
  readonly merges: readonly Readonly<Area>[];
  readonly frozenRows: number;
  readonly gridlines: boolean;
  readonly selection: Readonly<Area>;
  /** Charts by name and place, in CSS pixels from the top left of the first cell. */
  readonly charts: readonly {
    readonly id: string;
    readonly title: string;
    readonly place: {
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly height: number;
    };
  }[];
}

export interface WorkbookView {
  readonly tabs: readonly {
    readonly name: string;
    readonly active: boolean;
    readonly color: string;
  }[];
  readonly sheet: SheetView;
  /** There is something that was not saved. */
  readonly changed: boolean;
  /** Cells that depend on themselves, "Sheet!A1". */
  readonly circles: readonly string[];
}

/** What a page needs to draw the workbook. */
export interface View {
  /** The tabs and the sheet in front. */
  show(): WorkbookView;
  /** The cells of some rows that show anything. */
  cells(sheet: string, firstRow: number, lastRow: number): CellView[];
  /** What the formula bar shows: a formula, or the value as one would type it. */
  content(sheet: string, row: number, column: number): string;
}

const spareRows = 20;
const spareColumns = 6;
const measuredRows = 3_000;
const usualHeight = 20;

export function createView(host: Host): View {
  const { workbook } = host;
  const sheetOf = (name: string): Sheet => workbook.sheet(name) ?? workbook.active;
  return {
    show: () => ({
      tabs: workbook.sheets
        .filter(({ visibility }) => visibility === "Visible")
        .map((sheet) => ({
          name: sheet.name,
          active: sheet === workbook.active,
          color: sheet.tabColor,
        })),
      sheet: describe(host, workbook.active),
      changed: workbook.changed,
      circles: host.engine.circles(),
    }),
    cells: (name, firstRow, lastRow) => {
      const sheet = sheetOf(name);
      const found: CellView[] = [];
      const rows = { row: firstRow, rows: lastRow - firstRow + 1, column: 0, columns: 16_384 };
      sheet.visit(rows, (cell, row, column) => {
        const text = textAt(host, sheet, row, column);
        const look = lookOf(host, sheet, row, column);
        if (text === "" && !cell.stale && Object.keys(look).length === 0) return;
        found.push({ row, column, text, look, ...(cell.stale ? { stale: true } : {}) });
      });
      return found;
    },
    content: (name, row, column) => {
      const sheet = sheetOf(name);
      const cell = sheet.cell(row, column);
      if (!cell) return "";
      if (cell.formula !== undefined) return shortForm(cell.formula, sheet, row, column);
      const format = formatOf(cell.style);
      if (typeof cell.value === "number" && isDateFormat(format))
        return shownText(cell.value, "dd/mm/yyyy", workbook.date1904);
      if (typeof cell.value === "number") return String(cell.value).replace(".", ",");
      return String(plainValue(cell.value));
    },
  };
}

function describe(host: Host, sheet: Sheet): SheetView {
  const used = sheet.used(false);
  const rows = Math.min(1_048_576, (used ? used.row + used.rows : 0) + spareRows);
  const columns = Math.min(16_384, (used ? used.column + used.columns : 0) + spareColumns);
  const height = (row: number): number => {
    const line = sheet.lines.get(row);
    if (line?.hidden) return 0;
    // Beyond the first rows the usual height stands for one that would have to be measured.
    if (line?.size === undefined && row >= measuredRows) return usualHeight;
    return Math.round(((line?.size ?? autofit.rowHeight(host, sheet, row)) * 4) / 3);
  };
  return {
    name: sheet.name,
    rows,
    columns,
    columnWidths: Array.from({ length: columns }, (_, column) => {
      const line = sheet.columns[column];
      return line?.hidden ? 0 : pixelsOf(line?.size);
    }),
    rowHeights: Array.from({ length: rows }, (_, row) => height(row)),
    merges: sheet.merges,
    frozenRows: sheet.frozen.rows,
    gridlines: sheet.gridlines,
    charts: sheet.charts.map(({ id, name, title, place }) => ({
      id,
      title: title || name,
      place: {
        left: pixelsOf(place.left),
        top: pixelsOf(place.top),
        width: pixelsOf(place.width),
        height: pixelsOf(place.height),
      },
    })),
    selection: sheet.selection,
  };
}

const sides = { left: "left", center: "center", right: "right", justify: "justify" } as const;
const places = { top: "top", center: "center", bottom: "bottom" } as const;

function lookOf(host: Host, sheet: Sheet, row: number, column: number): CellLook {
  const style = sheet.styleAt(row, column);
  const extra = sheet.conditions.length > 0 ? conditionalStyle(host, sheet, row, column) : {};
  const value = host.engine.value(sheet, row, column);
  const usual = typeof value === "number" ? "right" : undefined;
  const font = { ...style.font, ...extra.font };
  const { alignment } = style;
  const horizontal = sides[alignment?.horizontal as keyof typeof sides] ?? usual;
  const vertical = places[alignment?.vertical as keyof typeof places];
  const look: Record<string, unknown> = {
    bold: font.bold,
    italic: font.italic,
    underline: Boolean(font.underline) || undefined,
    color: font.color?.rgb ? shownColor(font.color, "") : undefined,
    fill: fillOf(extra) ?? fillOf(style),
    horizontal,
    vertical,
    wrap: alignment?.wrapText,
    size: font.size,
    font: font.name,
    indent: alignment?.indent,
    border: style.border ? true : undefined,
  };
  for (const [name, part] of Object.entries(look))
    if (part === undefined || part === false) delete look[name];
  return look;
}

function fillOf({ fill }: Style | CellStyle): string | undefined {
  if (fill?.type !== "pattern" || fill.pattern === "none") return undefined;
  const color = fill.fgColor ?? fill.bgColor;
  return color?.rgb ? shownColor(color, "") : undefined;
}
