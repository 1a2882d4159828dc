import { ActionError } from "./errors";
import { Engine } from "./formulas/engine";
import { moveFormula } from "./formulas/tokens";
import type { Reference } from "./formulas/values";
import { addressOf, type Area } from "./model/address";
import type { Scalar } from "./model/cell";
import type { Sheet } from "./model/sheet";
import type { Workbook } from "./model/workbook";
import { eventCode, workbookTarget } from "./protocol";

/** Cells that the client holds on to; they move when lines are inserted or deleted. */
export interface RangeTarget {
  sheet: Sheet;
  area: Area;
  /** The cells were deleted. */
  gone?: boolean;
}

interface HostEvent {
  readonly code: number;
  readonly targets: readonly string[];
  readonly message: Readonly<Record<string, unknown>>;
}

interface Settings {
  readonly autoFill: boolean;
  readonly now: () => Date;
}

/** What a change was, for events and for the page. */
interface Change {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly type: "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";
}

/** The running stand-in: the workbook, its calculation, what the client holds and listens to. */
export class Host {
  readonly engine: Engine;
  readonly ranges = new Set<RangeTarget>();
  private readonly registered = new Set<string>();
  private pending: HostEvent[] = [];
  /** The officer's own acts are told apart from those of the add-in. */
  actor: "ThisLocalAddin" | "Unknown" = "Unknown";
  /** Values stay as they were until the end of the request. */
  suspended = false;
  private dirty = false;
  readonly listeners = new Set<() => void>();
  /** Workbooks that were made by Excel.createWorkbook, as base64 (null: empty). */
  readonly created: (string | null)[] = [];

  constructor(
    readonly workbook: Workbook,
    readonly settings: Settings,
  ) {
    this.engine = new Engine(workbook, () => serialOf(settings.now(), workbook.date1904));
  }

  /** Says that content changed: formulas are due, listeners are told. */
  changed(change: Change): void {
    this.workbook.changed = true;
    if (this.workbook.calculation === "Manual" || this.suspended) this.dirty = true;
    else this.workbook.touch();
    const { sheet, area, type } = change;
    this.raise(eventCode.sheetChanged, sheet, {
      changeType: type,
      source: "Local",
      worksheetId: sheet.id,
      address: addressOf(area),
      triggerSource: this.actor,
      shiftDirection: "None",
    });
  }

  /** Looks changed: nothing to compute, but the workbook is no longer as it was saved. */
  restyled(): void {
    this.workbook.changed = true;
  }

  /** Tables, names, sheets changed: all that was looked up must be looked up anew. */
  reshaped(): void {
    this.workbook.touch();
  }

  calculate(): void {
    if (this.dirty) this.workbook.touch();
    this.dirty = false;
  }

  /** Ends a request: what was held back is computed. */
  release(): void {
    if (!this.suspended) return;
    this.suspended = false;
    if (this.workbook.calculation !== "Manual") this.calculate();
  }

  register(code: number, target: string): void {
    this.registered.add(`${code}:${target}`);
  }

  unregister(code: number, target: string): void {
    this.registered.delete(`${code}:${target}`);
  }

  raise(code: number, sheet: Sheet, message: Readonly<Record<string, unknown>>): void {
    const targets = [sheet.id, workbookTarget].filter((t) => this.registered.has(`${code}:${t}`));
    if (targets.length > 0) this.pending.push({ code, targets, message });
  }

  /** Takes the events that wait to be told. */
  takeEvents(): HostEvent[] {
    const events = this.pending;
    this.pending = [];
    return events;
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== "Visible")
      throw new ActionError("InvalidOperation", "A hidden worksheet cannot be activated.");
    const before = this.workbook.active;
    if (before === sheet) return;
    this.workbook.active = sheet;
    this.raise(eventCode.sheetDeactivated, before, { worksheetId: before.id });
    this.raise(eventCode.sheetActivated, sheet, { worksheetId: sheet.id });
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    sheet.selection = area;
    this.raise(eventCode.selectionChanged, sheet, {
      address: addressOf(area),
      worksheetId: sheet.id,
    });
  }

  /**
   * The value of a rule's formula (without "="), written for the first cell of an area, at a cell;
   * null: beyond the stand-in.
   */
  ruleValue(
    formula: string,
    sheet: Sheet,
    first: Area,
    row: number,
    column: number,
  ): Scalar | null {
    const moved = moveFormula(`=${formula}`, row - first.row, column - first.column);
    return this.engine.evaluate(moved, { sheet, row, column });
  }

  /** The cells that a drop-down list takes its values from; null when it is no plain range or name. */
  listPlace(formula: string, sheet: Sheet, at: Area): Reference | null {
    return this.engine.reference(`=${formula}`, { sheet, row: at.row, column: at.column });
  }

  /** A range that follows insertions and deletions. */
  track(sheet: Sheet, area: Area): RangeTarget {
    const target = { sheet, area };
    this.ranges.add(target);
    return target;
  }

  /** Lets go of the ranges of a finished request, all but those that the client keeps. */
  forget(kept: Iterable<{ readonly target: unknown }>): void {
    const still = new Set<unknown>();
    for (const { target } of kept) still.add(target);
    for (const range of this.ranges) if (!still.has(range)) this.ranges.delete(range);
  }

  tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The serial number of a time as the clock on the wall shows it. */
function serialOf(date: Date, is1904: boolean): number {
  const minutes = date.getTime() - date.getTimezoneOffset() * 60_000;
  const serial = (minutes - Date.UTC(1899, 11, 30)) / 86_400_000;
  return is1904 ? serial - 1462 : serial;
}
