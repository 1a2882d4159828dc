import type {
  ConditionalRule,
  DataValidation,
  FileSheet,
  HeaderFooter,
  PageSetup,
  SheetChart,
} from "../file/library";
import { contains, overlap, type Area } from "./address";
import { plainStyle, withStyle, type Cell, type Scalar, type Style } from "./cell";

/** A defined name: its formula with "=", and the sheet that it belongs to (null: the workbook). */
export interface Name {
  name: string;
  formula: string;
  scope: Sheet | null;
  visible: boolean;
  comment: string;
}

export interface Line {
  /** Width in characters or height in points; undefined: the default. */
  size?: number;
  hidden?: boolean;
  style?: Style;
  outlineLevel?: number;
  collapsed?: boolean;
}

/** A rule with the areas that it covers; `rule.range` is written only on saving. */
export interface Ruled<Rule> {
  readonly id: string;
  areas: Area[];
  rule: Rule;
}

export interface Chart {
  readonly id: string;
  name: string;
  /** null: as it stands in the file and not known in detail. */
  chart: SheetChart | null;
  /** Chart type and source as Excel.ChartType names them. */
  type: string;
  title: string;
  showTitle: boolean;
  showLegend: boolean;
  legendPosition: string;
  source: { area: Area; by: "Rows" | "Columns" };
  place: { left: number; top: number; width: number; height: number };
  seriesColors: Map<number, string>;
  isNew: boolean;
}

interface Protection {
  options: Record<string, unknown>;
  password?: string;
}

/** Merged areas by row, so that a cell finds its own quickly; those over very many rows apart. */
interface MergeIndex {
  readonly of: readonly Area[];
  readonly size: number;
  readonly byRow: ReadonlyMap<number, readonly Area[]>;
  readonly tall: readonly Area[];
}

const tallRows = 500;

function indexMerges(merges: readonly Area[]): MergeIndex {
  const byRow = new Map<number, Area[]>();
  for (const merge of merges) {
    if (merge.rows > tallRows) continue;
    for (let row = merge.row; row < merge.row + merge.rows; row++) {
      const list = byRow.get(row);
      if (list) list.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  const tall = merges.filter(({ rows }) => rows > tallRows);
  return { of: merges, size: merges.length, byRow, tall };
}

/** One sheet: sparse rows of cells and all that belongs to it. */
export class Sheet {
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  readonly rows: (Cell | undefined)[][] = [];
  readonly columns: (Line | undefined)[] = [];
  readonly lines = new Map<number, Line>();
  merges: Area[] = [];
  tables: Table[] = [];
  validations: Ruled<DataValidation>[] = [];
  conditions: Ruled<ConditionalRule>[] = [];
  names: Name[] = [];
  charts: Chart[] = [];
  page: PageSetup = {};
  headerFooter: HeaderFooter = {};
  /** Rows (from 0) that a page is to begin with. */
  pageBreaks: number[] = [];
  frozen = { rows: 0, columns: 0 };
  protection: Protection | null = null;
  gridlines = true;
  headings = true;
  tabColor = "";
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  /** What the file held of this sheet; parts unknown here are written back from it. */
  source: FileSheet | null = null;
  private index: MergeIndex | null = null;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }

  /** The cell to write to, made with its row's or column's style when there is none. */
  touch(row: number, column: number): Cell {
    const line = (this.rows[row] ??= []);
    return (line[column] ??= { value: "", style: this.lineStyle(row, column) });
  }

  lineStyle(row: number, column: number): Style {
    return this.lines.get(row)?.style ?? this.columns[column]?.style ?? plainStyle;
  }

  styleAt(row: number, column: number): Style {
    return this.cell(row, column)?.style ?? this.lineStyle(row, column);
  }

  valueAt(row: number, column: number): Scalar {
    return this.cell(row, column)?.value ?? "";
  }

  /** Visits the cells that exist in an area, row by row. */
  visit(area: Area, act: (cell: Cell, row: number, column: number) => void): void {
    const lastRow = Math.min(area.row + area.rows, this.rows.length);
    for (let row = area.row; row < lastRow; row++) {
      const line = this.rows[row];
      if (!line) continue;
      const lastColumn = Math.min(area.column + area.columns, line.length);
      for (let column = area.column; column < lastColumn; column++) {
        const cell = line[column];
        if (cell) act(cell, row, column);
      }
    }
  }

  /** The rectangle of all cells with content (or also looks); null when there is none. */
  used(valuesOnly: boolean, within?: Area): Area | null {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    const all = within ?? { row: 0, column: 0, rows: Infinity, columns: Infinity };
    const counts = (cell: Cell): boolean =>
      cell.value !== "" || cell.formula !== undefined || (!valuesOnly && cell.style !== plainStyle);
    this.visit(all, (cell, row, column) => {
      if (!counts(cell)) return;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
    if (bottom < 0) return null;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** The merged area that holds a cell. */
  mergeAt(row: number, column: number): Area | undefined {
    if (this.merges.length === 0) return undefined;
    const cell = { row, column, rows: 1, columns: 1 };
    if (this.index?.of !== this.merges || this.index.size !== this.merges.length)
      this.index = indexMerges(this.merges);
    const { byRow, tall } = this.index;
    const holds = (merge: Area): boolean => contains(merge, cell);
    return byRow.get(row)?.find(holds) ?? tall.find(holds);
  }

  tableAt(area: Area): Table | undefined {
    return this.tables.find((table) => overlap(table.area, area));
  }

  isLocked(row: number, column: number): boolean {
    return this.styleAt(row, column).protection?.locked !== false;
  }

  /** Applies a change of looks to every cell of an area; whole rows and columns keep it as their own. */
  restyle(area: Area, change: (style: Style) => Partial<Style>): void {
    const apply = (style: Style): Style => withStyle(style, change(style));
    const known = new Map<Style, Style>();
    const shared = (style: Style): Style => {
      let next = known.get(style);
      if (!next) known.set(style, (next = apply(style)));
      return next;
    };
    if (area.rows >= 1_048_576) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const line = (this.columns[column] ??= {});
        line.style = shared(line.style ?? plainStyle);
      }
      this.visit(area, (cell) => (cell.style = shared(cell.style)));
      return;
    }
    if (area.columns >= 16_384) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        const line = this.lines.get(row) ?? {};
        line.style = shared(line.style ?? plainStyle);
        this.lines.set(row, line);
      }
      this.visit(area, (cell) => (cell.style = shared(cell.style)));
      return;
    }
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = this.touch(row, column);
        cell.style = shared(cell.style);
      }
  }

  line(axis: "row" | "column", index: number): Line | undefined {
    return axis === "row" ? this.lines.get(index) : this.columns[index];
  }

  touchLine(axis: "row" | "column", index: number): Line {
    const line = this.line(axis, index) ?? {};
    if (axis === "row") this.lines.set(index, line);
    else this.columns[index] = line;
    return line;
  }
}

interface TableColumn {
  readonly id: number;
  name: string;
  /** The one formula of the column, with "=", as new rows take it. */
  formula?: string;
  totalLabel?: string;
  totalFunction?: string;
}

/** A native table: `area` holds the header row, the body and a total row if there is one. */
export class Table {
  style = "TableStyleMedium2";
  showFilterButton = true;
  showBandedRows = true;
  showBandedColumns = false;
  showTotals = false;
  /** Made over a header alone: its one row counts for none until something is entered there. */
  isBlank = false;
  readonly columns: TableColumn[] = [];

  constructor(
    readonly id: string,
    public name: string,
    public sheet: Sheet,
    public area: Area,
  ) {}

  /** Rows between header and totals; at least one, as in Excel. */
  get body(): Area {
    const rows = this.area.rows - 1 - (this.showTotals ? 1 : 0);
    return { ...this.area, row: this.area.row + 1, rows: Math.max(1, rows) };
  }

  get header(): Area {
    return { ...this.area, rows: 1 };
  }

  /** Index of a column by its header, without regard to case; -1 when there is none. */
  indexOf(name: string): number {
    const wanted = name.toLocaleLowerCase();
    return this.columns.findIndex((column) => column.name.toLocaleLowerCase() === wanted);
  }

  columnArea(index: number): Area {
    return { ...this.body, column: this.area.column + index, columns: 1 };
  }

  /** A header that no other column has: "Cột", "Cột2", … */
  freeName(wanted: string, except = -1): string {
    const base = wanted.trim() === "" ? `Column${except >= 0 ? except + 1 : ""}` : wanted;
    let name = base;
    for (let n = 2; this.taken(name, except); n++) name = `${base}${n}`;
    return name;
  }

  private taken(name: string, except: number): boolean {
    const index = this.indexOf(name);
    return index >= 0 && index !== except;
  }

  nextColumnId(): number {
    return this.columns.reduce((most, column) => Math.max(most, column.id), 0) + 1;
  }
}
