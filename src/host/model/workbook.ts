import type { FileSheet, FileWorkbook, FontStyle } from "../file/library";
import { invalidArgument, ActionError } from "../errors";
import { parseLocal, splitSheet, type Area } from "./address";
import { Sheet, type Name, type Table } from "./sheet";

type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

const identifier = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const looksLikeCell = /^(?:\$?[A-Z]{1,3}\$?\d{1,7}|R\d*C\d*|R\d*|C\d*)$/i;

/** A workbook in memory. Sheets stand in the order of their tabs. */
export class Workbook {
  readonly sheets: Sheet[] = [];
  names: Name[] = [];
  readonly settings = new Map<string, unknown>();
  active!: Sheet;
  date1904 = false;
  calculation: CalculationMode = "Automatic";
  defaultFont: FontStyle = { name: "Calibri", size: 11 };
  /** What was opened; its unknown parts are written back. */
  source: FileWorkbook | null = null;
  /** The sheets of the opened file, as they were. */
  originals: readonly FileSheet[] = [];
  /** What of the opened file cannot be kept, in plain words. */
  lost: readonly string[] = [];
  /** The XML beside the cells of the sheets that were opened. */
  besideCells: ReadonlyMap<FileSheet, string> = new Map();
  /** Tables that stand without a row of headers, in lower case. */
  headless: ReadonlySet<string> = new Set();
  /** Rises with every change of content: values computed in an earlier round are asked for anew. */
  round = 1;
  changed = false;
  private counter = 0;

  nextId(kind: string): string {
    return `{${kind}-${(++this.counter).toString(16).padStart(8, "0")}}`;
  }

  sheet(nameOrId: string): Sheet | undefined {
    const wanted = nameOrId.toLocaleLowerCase();
    return this.sheets.find(
      (sheet) => sheet.id === nameOrId || sheet.name.toLocaleLowerCase() === wanted,
    );
  }

  /** Refuses what Excel refuses as a name of a sheet. */
  checkSheetName(name: string, except?: Sheet): void {
    const bad =
      name.length < 1 ||
      name.length > 31 ||
      /[:\\/?*[\]]/.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'") ||
      name.toLowerCase() === "history";
    if (bad) throw invalidArgument(`“${name}” cannot be the name of a worksheet.`);
    const other = this.sheet(name);
    if (other && other !== except)
      throw new ActionError("ItemAlreadyExists", `A worksheet “${name}” already exists.`);
  }

  addSheet(name?: string, at = this.sheets.length): Sheet {
    let chosen = name;
    if (chosen === undefined)
      for (let n = this.sheets.length + 1; chosen === undefined; n++)
        if (!this.sheet(`Sheet${n}`)) chosen = `Sheet${n}`;
    this.checkSheetName(chosen);
    const sheet = new Sheet(this.nextId("sheet"), chosen);
    this.sheets.splice(at, 0, sheet);
    if (this.sheets.length === 1) this.active = sheet;
    return sheet;
  }

  /** Takes a sheet out; the last visible one stays. */
  removeSheet(sheet: Sheet): void {
    if (sheet.visibility === "VeryHidden")
      throw new ActionError("InvalidOperation", "A very hidden worksheet cannot be deleted.");
    this.keepOneVisible(sheet);
    const index = this.sheets.indexOf(sheet);
    this.sheets.splice(index, 1);
    if (this.active === sheet) {
      const visible = this.sheets.filter((other) => other.visibility === "Visible");
      this.active = visible[Math.min(index, visible.length - 1)] ?? sheet;
    }
  }

  keepOneVisible(leaving: Sheet): void {
    if (!this.sheets.some((sheet) => sheet !== leaving && sheet.visibility === "Visible"))
      throw new ActionError("InvalidOperation", "A workbook needs at least one visible worksheet.");
  }

  tables(): Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  table(nameOrId: string): Table | undefined {
    const wanted = nameOrId.toLocaleLowerCase();
    return this.tables().find(
      (table) => table.id === nameOrId || table.name.toLocaleLowerCase() === wanted,
    );
  }

  name(name: string, scope: Sheet | null): Name | undefined {
    const wanted = name.toLocaleLowerCase();
    const list = scope ? scope.names : this.names;
    return list.find((item) => item.name.toLocaleLowerCase() === wanted);
  }

  /** Refuses what Excel refuses as a name of a table or of a range; both share one set of names. */
  checkName(name: string, scope: Sheet | null, except?: Table | Name): void {
    if (!identifier.test(name) || name.length > 255 || looksLikeCell.test(name))
      throw invalidArgument(`“${name}” is not a valid name.`);
    const table = this.table(name);
    const taken = this.name(name, scope);
    const clash = (table && table !== except) || (taken && taken !== except);
    if (clash) throw new ActionError("ItemAlreadyExists", `The name “${name}” already exists.`);
  }

  freeTableName(): string {
    let n = 1;
    while (this.table(`Table${n}`)) n++;
    return `Table${n}`;
  }

  /** The cells that a plain reference ("=Sheet!$A$1:$B$2") means; null for anything else. */
  resolve(formula: string, home: Sheet | null): { sheet: Sheet; area: Area } | null {
    const { sheet: name, local } = splitSheet(formula.replace(/^=/, "").trim());
    const sheet = name === null ? home : this.sheet(name);
    const area = parseLocal(local);
    return sheet && area ? { sheet, area } : null;
  }

  /** Notes a change of content. */
  touch(): void {
    this.round++;
    this.changed = true;
  }
}
