import { addressOf } from "../model/address";
import { CellError, type Cell, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { compile } from "./compile";
import { keysOf } from "./criteria";
import { Beyond, isReference, scalar } from "./values";
import type { Calculator, Compiled, Place, Reference, Value, Vector } from "./values";

/** Too many cells wait for one another: this one must be computed first. */
class TooDeep extends Error {
  constructor(readonly place: Place) {
    super("deep");
  }
}

const deepest = 400;

/** Computes cells on demand, each at most once per round of the workbook. */
export class Engine implements Calculator {
  private readonly programs = new Map<string, Compiled | null>();
  private readonly vectors = new Map<string, Vector>();
  private readonly running = new Set<Cell>();
  private depth = 0;
  private round = -1;
  /** Rises when the content changes: what was looked up before must be looked up anew. */
  pass = 0;

  constructor(
    readonly workbook: Workbook,
    /** Today's date as a serial number of the workbook's calendar. */
    readonly today: () => number,
  ) {}

  /** The value of a cell, computed if its formula is older than the workbook. */
  value(sheet: Sheet, row: number, column: number): Scalar {
    const cell = sheet.rows[row]?.[column];
    if (!cell) return "";
    if (cell.formula === undefined || cell.round === this.workbook.round) return cell.value;
    this.refresh();
    this.patiently(() => this.compute({ sheet, row, column }));
    return cell.value;
  }

  /** Computes every formula of the workbook. */
  calculate(): void {
    for (const sheet of this.workbook.sheets)
      for (let row = 0; row < sheet.rows.length; row++) {
        const line = sheet.rows[row];
        if (!line) continue;
        for (let column = 0; column < line.length; column++)
          if (line[column]?.formula !== undefined) this.value(sheet, row, column);
      }
  }

  /** The value of one cell of a reference; null when it is empty. */
  at(reference: Reference, down: number, right: number): Scalar | null {
    const { sheet, area } = reference;
    const cell = sheet.rows[area.row + down]?.[area.column + right];
    if (!cell) return null;
    if (cell.formula === undefined) return cell.value === "" ? null : cell.value;
    return this.inner(sheet, area.row + down, area.column + right, cell);
  }

  vector(sheet: Sheet, column: number, row: number, rows: number): Vector {
    const last = Math.min(row + rows, Math.max(sheet.rows.length, row));
    const key = `${sheet.id}:${column}:${row}:${last}`;
    const known = this.vectors.get(key);
    if (known) return known;
    const values: Scalar[] = [];
    const reference = { sheet, area: { row, column, rows, columns: 1 } };
    for (let down = 0; down < last - row; down++) values.push(this.at(reference, down, 0) ?? "");
    let index: Map<string, number[]> | null = null;
    const vector: Vector = {
      values,
      index: () => (index ??= indexed(values)),
    };
    this.vectors.set(key, vector);
    return vector;
  }

  /** The program of a formula text, compiled once. null when it is not a formula of the closed list. */
  program(formula: string): Compiled | null {
    let program = this.programs.get(formula);
    if (program === undefined) {
      try {
        program = compile(formula);
      } catch (problem) {
        if (!(problem instanceof Beyond)) throw problem;
        program = null;
      }
      this.programs.set(formula, program);
    }
    return program;
  }

  /** Computes a formula text as if it stood in a cell (names, conditional formats). */
  evaluate(formula: string, place: Place): Scalar {
    this.refresh();
    const program = this.program(formula);
    if (!program) return CellError.of("#NAME?");
    return this.patiently(() => {
      try {
        return this.settle(program(this, place));
      } catch (problem) {
        if (problem instanceof Beyond) return CellError.of("#VALUE!");
        throw problem;
      }
    });
  }

  /** The cells that a formula text refers to; null when it gives a value. */
  reference(formula: string, place: Place): Reference | null {
    this.refresh();
    const program = this.program(formula);
    if (!program) return null;
    return this.patiently(() => {
      const value = program(this, place);
      return isReference(value) ? value : null;
    });
  }

  /** Does something that may need a long chain of cells: the cell too deep to reach is computed first. */
  private patiently<Result>(act: () => Result): Result {
    const waiting: Place[] = [];
    for (;;) {
      const place = waiting.at(-1);
      try {
        if (!place) return act();
        this.compute(place);
        waiting.pop();
      } catch (problem) {
        if (!(problem instanceof TooDeep)) throw problem;
        this.running.clear();
        this.depth = 0;
        waiting.push(problem.place);
      }
    }
  }

  private refresh(): void {
    if (this.round === this.workbook.round) return;
    this.round = this.workbook.round;
    this.pass++;
    this.vectors.clear();
    this.workbook.circles.clear();
  }

  private inner(sheet: Sheet, row: number, column: number, cell: Cell): Scalar {
    if (cell.round !== this.round) this.compute({ sheet, row, column });
    return cell.value;
  }

  private compute(place: Place): void {
    const cell = place.sheet.rows[place.row]?.[place.column];
    if (cell?.formula === undefined || cell.round === this.round) return;
    if (this.running.has(cell)) {
      const { sheet, row, column } = place;
      const address = addressOf({ row, column, rows: 1, columns: 1 });
      this.workbook.circles.add(`${sheet.name}!${address}`);
      cell.value = 0;
      cell.round = this.round;
      return;
    }
    if (this.depth >= deepest) throw new TooDeep(place);
    this.running.add(cell);
    this.depth++;
    try {
      const result = this.result(cell, place);
      if (cell.round !== this.round) cell.value = result;
      cell.round = this.round;
    } finally {
      this.depth--;
      this.running.delete(cell);
    }
  }

  private result(cell: Cell, place: Place): Scalar {
    const formula = cell.formula ?? "";
    const program = cell.array ? null : this.program(formula);
    try {
      if (program) {
        const value = this.settle(program(this, place));
        delete cell.stale;
        return value;
      }
    } catch (problem) {
      if (!(problem instanceof Beyond)) throw problem;
    }
    cell.stale = true;
    // Without a value from the file there is nothing to show but that it is not known here.
    return cell.value === "" && cell.round === undefined ? CellError.of("#NAME?") : cell.value;
  }

  /** One value for a cell: a single cell's reference is read, an empty one counts as 0. */
  settle(value: Value): Scalar {
    const single = scalar(this, value);
    return single ?? 0;
  }
}

function indexed(values: readonly Scalar[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  values.forEach((value, position) => {
    for (const key of keysOf(value)) {
      const list = index.get(key);
      if (list) list.push(position);
      else index.set(key, [position]);
    }
  });
  return index;
}
