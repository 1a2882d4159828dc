import { addressOf, type Area } from "../model/address";
import type { Cell, Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { callsOfficerFunction, compile } from "./compile";
import type { OfficerFunctions, Program } from "./compile";
import { keysOf } from "./criteria";
import { Beyond, isReference, scalar } from "./values";
import type { Calculator, Compiled, Place, Reference, Value, Vector } from "./values";

/** Too many cells wait for one another: this one must be computed first; `chain` are those that wait for it. */
class TooDeep extends Error {
  constructor(
    readonly place: Place,
    readonly chain: readonly (readonly [Cell, Place])[],
  ) {
    super("deep");
  }
}

const deepest = 400;

/** Formulas beside the closed list that are computed; a workbook with more of them keeps their saved values. */
const mostOfficerFormulas = 2_000;

/** Computes cells on demand, each at most once per round of the workbook. */
export class Engine implements Calculator {
  private readonly programs = new Map<string, Program | Beyond>();
  private readonly vectors = new Map<string, Vector & { readonly stale: boolean }>();
  private readonly running = new Map<Cell, Place>();
  /** Cells whose computing was put off until one deeper down is computed. */
  private readonly suspended = new Map<Cell, Place>();
  private depth = 0;
  private round = -1;
  private readonly found = new Set<string>();
  /** Rises when the content changes: what was looked up before must be looked up anew. */
  pass = 0;
  private officer: OfficerFunctions | null = null;
  private loading: Promise<void> | null = null;
  /** Formulas beside the closed list in this round; null: not counted yet. */
  private officerFormulas: number | null = null;
  /** The formula that is being computed has read a cell that could not be computed. */
  private sawStale = false;

  constructor(
    readonly workbook: Workbook,
    /** The time now as a serial number of the workbook's calendar. */
    readonly now: () => number,
  ) {}

  /** Loads the functions beside the closed list if one of these formulas calls one; waits for a loading under way. */
  async loadFor(formulas: Iterable<string>): Promise<void> {
    const seen = new Set<string>();
    for (const formula of this.loading ? [] : formulas) {
      if (seen.has(formula)) continue;
      seen.add(formula);
      if (!callsOfficerFunction(formula)) continue;
      this.loading = this.load();
      break;
    }
    await this.loading;
  }

  private async load(): Promise<void> {
    const { officerFunction, takesArrays } = await import("./officer-functions");
    this.officer = { officerFunction, takesArrays };
    this.programs.clear();
    this.workbook.round++;
  }

  /** The formulas of all cells, names and rules. */
  *formulas(): Generator<string> {
    for (const { rows, names, validations, conditions } of this.workbook.sheets) {
      for (const line of rows)
        if (line) for (const cell of line) if (cell?.formula !== undefined) yield cell.formula;
      for (const { formula } of names) yield formula;
      for (const { rule } of validations) yield `=${rule.formula1 ?? ""}`;
      for (const { rule } of conditions) yield* [rule.formula ?? []].flat().map((one) => `=${one}`);
    }
    for (const { formula } of this.workbook.names) yield formula;
  }

  /** The value of a cell, computed if its formula is older than the workbook. */
  value(sheet: Sheet, row: number, column: number): Scalar {
    const cell = sheet.rows[row]?.[column];
    if (!cell) return "";
    if (cell.formula === undefined || cell.round === this.workbook.round) return cell.value;
    this.refresh();
    this.patiently(() => this.compute({ sheet, row, column }));
    return cell.value;
  }

  /** Cells that depend on themselves, "Sheet!A1", as far as they have been computed. */
  circles(): string[] {
    this.refresh();
    return [...this.found];
  }

  /** Computes the formulas of an area that were entered, as Excel does even where it calculates on demand only. */
  enter(sheet: Sheet, area: Area): void {
    this.vectors.clear();
    this.pass++;
    sheet.visit(area, (cell, row, column) => {
      if (cell.fresh) this.value(sheet, row, column);
    });
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
    const value = this.inner(sheet, area.row + down, area.column + right, cell);
    if (cell.stale) this.sawStale = true;
    return value;
  }

  vector(sheet: Sheet, column: number, row: number, rows: number): Vector {
    const last = Math.min(row + rows, Math.max(sheet.rows.length, row));
    const key = `${sheet.id}:${column}:${row}:${last}`;
    const known = this.vectors.get(key);
    if (known) {
      if (known.stale) this.sawStale = true;
      return known;
    }
    const values: Scalar[] = [];
    const before = this.sawStale;
    this.sawStale = false;
    const reference = { sheet, area: { row, column, rows, columns: 1 } };
    for (let down = 0; down < last - row; down++) values.push(this.at(reference, down, 0) ?? "");
    let index: Map<string, number[]> | null = null;
    const vector = {
      values,
      index: () => (index ??= indexed(values)),
      stale: this.sawStale,
    };
    this.vectors.set(key, vector);
    this.sawStale ||= before;
    return vector;
  }

  /** The program of a formula text, compiled once. null when it is beyond the stand-in. */
  program(formula: string): Compiled | null {
    const compiled = this.compiled(formula);
    return compiled instanceof Beyond ? null : compiled.run;
  }

  private compiled(formula: string): Program | Beyond {
    let program = this.programs.get(formula);
    if (program === undefined) {
      try {
        program = compile(formula, this.officer);
      } catch (problem) {
        if (!(problem instanceof Beyond)) throw problem;
        program = problem;
      }
      this.programs.set(formula, program);
    }
    return program;
  }

  /** Computes a formula text as if it stood in a cell (names, rules); null: beyond the stand-in. */
  evaluate(formula: string, place: Place): Scalar | null {
    this.refresh();
    const program = this.program(formula);
    if (!program) return null;
    return this.patiently(() => {
      try {
        return this.settle(program(this, place));
      } catch (problem) {
        if (problem instanceof Beyond) return null;
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
      try {
        const value = program(this, place);
        return isReference(value) ? value : null;
      } catch (problem) {
        if (problem instanceof Beyond) return null;
        throw problem;
      }
    });
  }

  /**
   * Does something that may need a long chain of cells: the cell too deep to reach is computed first.
   */
  private patiently<Result>(act: () => Result): Result {
    const waiting: TooDeep[] = [];
    for (;;) {
      const last = waiting.at(-1);
      try {
        if (!last) return act();
        this.compute(last.place);
        waiting.pop();
        for (const [cell] of last.chain) this.suspended.delete(cell);
      } catch (problem) {
        if (!(problem instanceof TooDeep)) throw problem;
        waiting.push(problem);
        for (const [cell, place] of problem.chain) this.suspended.set(cell, place);
      }
    }
  }

  /** Excel warns of cells that depend on themselves and shows 0 in them. */
  private circle(places: Iterable<Place>): void {
    for (const { sheet, row, column } of places) {
      const cell = sheet.rows[row]?.[column];
      if (!cell) continue;
      const address = addressOf({ row, column, rows: 1, columns: 1 });
      this.found.add(`${sheet.name}!${address}`);
      cell.value = 0;
      cell.round = this.round;
      delete cell.stale;
      delete cell.fresh;
    }
  }

  private refresh(): void {
    if (this.round === this.workbook.round) return;
    this.round = this.workbook.round;
    this.pass++;
    this.vectors.clear();
    this.officerFormulas = null;
    this.found.clear();
  }

  private inner(sheet: Sheet, row: number, column: number, cell: Cell): Scalar {
    if (cell.round !== this.round) this.compute({ sheet, row, column });
    return cell.value;
  }

  private compute(place: Place): void {
    const cell = place.sheet.rows[place.row]?.[place.column];
    if (cell?.formula === undefined || cell.round === this.round) return;
    if (this.running.has(cell) || this.suspended.has(cell))
      return this.circle(this.waitingFor(cell));
    if (this.depth >= deepest) throw new TooDeep(place, [...this.running]);
    this.running.set(cell, place);
    this.depth++;
    const before = this.sawStale;
    this.sawStale = false;
    try {
      const result = this.result(cell, place);
      if (cell.round !== this.round) cell.value = result;
      cell.round = this.round;
    } finally {
      this.sawStale = before;
      this.depth--;
      this.running.delete(cell);
    }
  }

  /** The cells from one that is being computed to the one that asks for it again. */
  private waitingFor(cell: Cell): Place[] {
    const list = [...this.suspended, ...this.running];
    return list.slice(list.findIndex(([one]) => one === cell)).map(([, place]) => place);
  }

  private result(cell: Cell, place: Place): Scalar {
    const program = this.compiled(cell.formula ?? "");
    try {
      if (this.mayCompute(cell, program)) {
        const value = this.settle(program.run(this, place));
        if (this.sawStale) cell.stale = "input";
        else {
          delete cell.stale;
          delete cell.fresh;
        }
        return value;
      }
    } catch (problem) {
      if (!(problem instanceof Beyond)) throw problem;
    }
    cell.stale = "formula";
    return cell.value;
  }

  private mayCompute(cell: Cell, program: Program | Beyond): program is Program {
    if (cell.array || program instanceof Beyond) return false;
    // A macro's function has the value that the file holds; one that was typed here has none.
    if (program.hasUnknown && !cell.fresh) return false;
    return !program.isOfficers || this.countOfficerFormulas() <= mostOfficerFormulas;
  }

  private countOfficerFormulas(): number {
    if (this.officerFormulas !== null) return this.officerFormulas;
    let count = 0;
    for (const formula of this.formulas()) {
      const program = this.compiled(formula);
      if (!(program instanceof Beyond) && program.isOfficers) count++;
    }
    return (this.officerFormulas = count);
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
