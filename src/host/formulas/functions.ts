import { CellError, type Scalar } from "../model/cell";
import { numberOf, truthOf } from "./coerce";
import { criterion, type Criterion } from "./criteria";
import { match } from "./lookup";
import { Beyond, isReference, Matrix, scalar } from "./values";
import type { Calculator as Engine, Compiled, Reference, Value } from "./values";

export type Maker = (parameters: readonly Compiled[]) => Compiled;

const bad = CellError.of("#VALUE!");
const missing = CellError.of("#N/A");
const outside = CellError.of("#REF!");

function need(parameters: readonly Compiled[], least: number, most = least): void {
  if (parameters.length < least || parameters.length > most) throw new Beyond("parameters");
}

function parameter(parameters: readonly Compiled[], index: number): Compiled {
  return parameters[index] ?? (() => null);
}

/** Numbers of all parameters: in references texts and booleans are skipped, typed in they count. */
function fold(
  start: number,
  step: (total: number, value: number) => number,
  finish = (total: number): number => total,
): Maker {
  return (parameters) => (engine, place) => {
    let total = start;
    for (const part of parameters) {
      const value = part(engine, place);
      if (!isReference(value) && !(value instanceof Matrix)) {
        const number = numberOf(value);
        if (number instanceof CellError) return number;
        total = step(total, number);
        continue;
      }
      for (const cell of cellsOf(engine, value)) {
        if (cell instanceof CellError) return cell;
        if (typeof cell === "number") total = step(total, cell);
      }
    }
    return finish(total);
  };
}

function* cellsOf(engine: Engine, cells: Reference | Matrix): Generator<Scalar> {
  if (cells instanceof Matrix) {
    for (const line of cells.rows) for (const value of line) yield value ?? "";
    return;
  }
  const { sheet, area } = cells;
  for (let column = 0; column < area.columns; column++) {
    if (area.columns > 64 && column >= 64 && !hasColumn(sheet.rows, area.column + column)) continue;
    yield* engine.vector(sheet, area.column + column, area.row, area.rows).values;
  }
}

const hasColumn = (rows: readonly (readonly unknown[] | undefined)[], column: number): boolean =>
  rows.some((row) => row !== undefined && row.length > column);

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

const isSameShape = ({ area }: Reference, other: Reference | undefined): boolean =>
  area.rows === other?.area.rows && area.columns === other.area.columns;

/** Visits the positions that meet all criteria; criteria come in pairs of range and value. */
function matching(
  parameters: readonly Compiled[],
  from: number,
): (engine: Engine, place: Parameters<Compiled>[1]) => number[] | CellError {
  if ((parameters.length - from) % 2 !== 0) throw new Beyond("pairs");
  return (engine, place) => {
    const tests: { reference: Reference; criterion: Criterion }[] = [];
    for (let at = from; at < parameters.length; at += 2) {
      const range = parameter(parameters, at)(engine, place);
      if (!isReference(range)) return range instanceof CellError ? range : bad;
      const wanted = scalar(engine, parameter(parameters, at + 1)(engine, place));
      tests.push({ reference: range, criterion: criterion(wanted) });
    }
    const [first] = tests;
    if (tests.some(({ reference }) => !isSameShape(reference, first?.reference))) return bad;
    if (first?.reference.area.columns !== 1) throw new Beyond("criteria over several columns");
    return positions(engine, tests);
  };
}

function positions(
  engine: Engine,
  tests: readonly { reference: Reference; criterion: Criterion }[],
): number[] {
  const columns = tests.map(({ reference: { sheet, area }, criterion: rule }) => ({
    vector: engine.vector(sheet, area.column, area.row, area.rows),
    rule,
  }));
  let candidates: readonly number[] | null = null;
  for (const { vector, rule } of columns) {
    if (rule.key === null) continue;
    const found = vector.index().get(rule.key) ?? [];
    if (candidates === null || found.length < candidates.length) candidates = found;
  }
  const longest = Math.max(0, ...columns.map(({ vector }) => vector.values.length));
  const result: number[] = [];
  const check = (position: number): void => {
    for (const { vector, rule } of columns) if (!rule.test(vector.values[position] ?? "")) return;
    result.push(position);
  };
  if (candidates) candidates.forEach(check);
  else for (let position = 0; position < longest; position++) check(position);
  return result;
}

/** Blank cells below the last filled row also meet criteria such as "" and "<>x". */
function blanksBeyond(engine: Engine, reference: Reference): number {
  const { sheet, area } = reference;
  const known = engine.vector(sheet, area.column, area.row, area.rows).values.length;
  return area.rows - known;
}

function countIfs(parameters: readonly Compiled[]): Compiled {
  if (parameters.length < 2) throw new Beyond("parameters");
  const find = matching(parameters, 0);
  return (engine, place) => {
    const found = find(engine, place);
    if (found instanceof CellError) return found;
    const ranges = parameters.filter((_, index) => index % 2 === 0);
    const rules = parameters.filter((_, index) => index % 2 === 1);
    const allBlank = rules.every((rule) => criterion(scalar(engine, rule(engine, place))).test(""));
    if (!allBlank) return found.length;
    const beyond = ranges.map((range) => {
      const value = range(engine, place);
      return isReference(value) ? blanksBeyond(engine, value) : 0;
    });
    return found.length + Math.min(...beyond);
  };
}

/** SUMIFS, MAXIFS, MINIFS: the numbers of the first range where the criteria hold. */
export function overMatches(combine: (numbers: readonly number[]) => number | CellError): Maker {
  return (parameters) => {
    if (parameters.length < 3) throw new Beyond("parameters");
    const find = matching(parameters, 1);
    return (engine, place) => {
      const range = parameter(parameters, 0)(engine, place);
      if (!isReference(range)) return range instanceof CellError ? range : bad;
      const found = find(engine, place);
      if (found instanceof CellError) return found;
      const tested = parameter(parameters, 1)(engine, place);
      if (isReference(tested) && !isSameShape(range, tested)) return bad;
      const { sheet, area } = range;
      const { values } = engine.vector(sheet, area.column, area.row, area.rows);
      const numbers: number[] = [];
      for (const position of found) {
        const value = values[position] ?? "";
        if (value instanceof CellError) return value;
        if (typeof value === "number") numbers.push(value);
      }
      return combine(numbers);
    };
  };
}

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, n) => total + n, 0);

function index(value: Value, row: number, column: number): Value {
  if (value instanceof Matrix) throw new Beyond("array");
  if (!isReference(value)) return row <= 1 && column <= 1 ? value : outside;
  const { sheet, area } = value;
  const alongRow = area.rows === 1 && area.columns > 1 && column === 0;
  const down = alongRow ? 1 : row;
  const right = alongRow ? row : column;
  if (down < 0 || right < 0) return bad;
  if (down > area.rows || right > area.columns) return outside;
  return {
    sheet,
    area: {
      row: area.row + Math.max(0, down - 1),
      column: area.column + Math.max(0, right - 1),
      rows: down === 0 ? area.rows : 1,
      columns: right === 0 ? area.columns : 1,
    },
  };
}

/** AND and OR: texts in references are skipped; without any value there is an error. */
function logical(start: boolean, stopAt: boolean): Maker {
  return (parameters) => (engine, place) => {
    let seen = false;
    let result = start;
    for (const part of parameters) {
      const value = part(engine, place);
      const isCells = isReference(value) || value instanceof Matrix;
      const cells = isCells ? cellsOf(engine, value) : [value];
      for (const cell of cells) {
        if (isCells && (cell === "" || typeof cell === "string")) continue;
        const truth = truthOf(cell);
        if (truth instanceof CellError) return truth;
        seen = true;
        if (truth === stopAt) result = stopAt;
      }
    }
    return seen ? result : bad;
  };
}

function round(parameters: readonly Compiled[]): Compiled {
  need(parameters, 2);
  return (engine, place) => {
    const value = numberOf(scalar(engine, parameter(parameters, 0)(engine, place)));
    const digits = numberOf(scalar(engine, parameter(parameters, 1)(engine, place)));
    if (value instanceof CellError) return value;
    if (digits instanceof CellError) return digits;
    const factor = 10 ** Math.trunc(digits);
    const scaled = Number((Math.abs(value) * factor).toPrecision(15));
    return (Math.sign(value) * Math.round(scaled)) / factor;
  };
}

function about(parameters: readonly Compiled[], test: (value: Scalar | null) => boolean): Compiled {
  need(parameters, 1);
  return (engine, place) => test(scalar(engine, parameter(parameters, 0)(engine, place)));
}

/** The closed list of functions that the stand-in computes itself. */
export const functions: Readonly<Record<string, Maker>> = {
  IF: (parameters) => {
    need(parameters, 2, 3);
    const [test, yes, no] = [0, 1, 2].map((at) => parameter(parameters, at));
    return (engine, place) => {
      const truth = truthOf(scalar(engine, test?.(engine, place) ?? null));
      if (truth instanceof CellError) return truth;
      if (truth) return yes?.(engine, place) ?? 0;
      return parameters.length === 3 ? (no?.(engine, place) ?? 0) : false;
    };
  },
  IFERROR: (parameters) => {
    need(parameters, 2);
    return (engine, place) => {
      const value = scalar(engine, parameter(parameters, 0)(engine, place));
      return value instanceof CellError ? parameter(parameters, 1)(engine, place) : value;
    };
  },
  AND: logical(true, false),
  OR: logical(false, true),
  NOT: (parameters) => {
    need(parameters, 1);
    return (engine, place) => {
      const truth = truthOf(scalar(engine, parameter(parameters, 0)(engine, place)));
      return truth instanceof CellError ? truth : !truth;
    };
  },
  N: (parameters) => {
    need(parameters, 1);
    return (engine, place) => {
      const value = parameter(parameters, 0)(engine, place);
      const first = isReference(value) ? engine.at(value, 0, 0) : value;
      if (first instanceof Matrix) throw new Beyond("array");
      if (first instanceof CellError) return first;
      return typeof first === "string" ? 0 : numberOf(first);
    };
  },
  ISTEXT: (parameters) => about(parameters, (value) => typeof value === "string"),
  ISNUMBER: (parameters) => about(parameters, (value) => typeof value === "number"),
  ISBLANK: (parameters) => about(parameters, (value) => value === null),
  ISFORMULA: (parameters) => {
    need(parameters, 1);
    return (engine, place) => {
      const value = parameter(parameters, 0)(engine, place);
      if (!isReference(value)) return bad;
      const { sheet, area } = value;
      return sheet.cell(area.row, area.column)?.formula !== undefined;
    };
  },
  SUM: fold(0, (total, value) => total + value),
  MAX: fold(-Infinity, Math.max, finite),
  MIN: fold(Infinity, Math.min, finite),
  ROUND: round,
  COUNT: (parameters) => (engine, place) =>
    parameters.reduce((total, part) => {
      const value = part(engine, place);
      const isCells = isReference(value) || value instanceof Matrix;
      const cells = isCells ? [...cellsOf(engine, value)] : [value];
      return total + cells.filter((cell) => typeof cell === "number").length;
    }, 0),
  COUNTA: (parameters) => (engine, place) =>
    parameters.reduce((total, part) => {
      const value = part(engine, place);
      if (value instanceof Matrix) throw new Beyond("array");
      if (!isReference(value)) return total + 1;
      let filled = 0;
      const { area } = value;
      for (let right = 0; right < area.columns; right++)
        for (let down = 0; down < area.rows; down++) {
          if (area.row + down >= value.sheet.rows.length) break;
          const cell = value.sheet.rows[area.row + down]?.[area.column + right];
          if (cell && (cell.formula !== undefined || cell.value !== "")) filled++;
        }
      return total + filled;
    }, 0),
  ROWS: (parameters) => {
    need(parameters, 1);
    return (engine, place) => {
      const value = parameter(parameters, 0)(engine, place);
      return isReference(value) ? value.area.rows : value instanceof CellError ? value : 1;
    };
  },
  COUNTIFS: countIfs,
  COUNTIF: (parameters) => {
    need(parameters, 2);
    return countIfs(parameters);
  },
  SUMIFS: overMatches(sum),
  MAXIFS: overMatches((numbers) =>
    numbers.length === 0 ? 0 : numbers.reduce((most, n) => Math.max(most, n)),
  ),
  MINIFS: overMatches((numbers) =>
    numbers.length === 0 ? 0 : numbers.reduce((least, n) => Math.min(least, n)),
  ),
  INDEX: (parameters) => {
    need(parameters, 2, 3);
    return (engine, place) => {
      const row = numberOf(scalar(engine, parameter(parameters, 1)(engine, place)));
      const column = numberOf(scalar(engine, parameter(parameters, 2)(engine, place)));
      if (row instanceof CellError) return row;
      if (column instanceof CellError) return column;
      const value = parameter(parameters, 0)(engine, place);
      if (value instanceof CellError) return value;
      const given =
        parameters.length === 3 ? column : isReference(value) && value.area.rows === 1 ? 0 : 1;
      return index(value, Math.trunc(row), Math.trunc(given));
    };
  },
  MATCH: (parameters) => {
    need(parameters, 2, 3);
    return (engine, place) => {
      const mode = parameters[2] ? numberOf(scalar(engine, parameters[2](engine, place))) : 1;
      if (mode !== 0 && mode !== 1) throw new Beyond("MATCH downwards");
      const range = parameter(parameters, 1)(engine, place);
      if (!isReference(range)) return range instanceof CellError ? range : missing;
      const wanted = scalar(engine, parameter(parameters, 0)(engine, place));
      return match(engine, wanted, range, mode === 0);
    };
  },
  TODAY: (parameters) => {
    need(parameters, 0);
    return (engine) => Math.floor(engine.now());
  },
};
