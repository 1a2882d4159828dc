import * as library from "@formulajs/formulajs";
import { CellError, type Scalar } from "../model/cell";
import { isSeveral, matrixOf, spreadOver } from "./arrays";
import { numberOf, textOf } from "./coerce";
import { functions, overMatches, sum, type Maker } from "./functions";
import { settled, shiftOf } from "./library-values";
import { isError, ownFunctions, type Given, type OfficerFunction } from "./own-functions";
import { Beyond, isReference, scalar } from "./values";
import type { Calculator, Compiled, Value } from "./values";

/*
 * Functions that officers write beside the formulas of our sheets. What each takes is a text of letters:
 * n number, c count (not below 0), d day, t text, v any value, e any value or error, R cells,
 * N the numbers of cells, T the texts of cells, A array; after "/" those that may be missing;
 * "*" repeats the last. A letter outside R N T A that meets several cells is taken cell by cell
 * within SUMPRODUCT and is beyond the stand-in elsewhere.
 */

const bad = CellError.of("#VALUE!");
const divided = CellError.of("#DIV/0!");
const notANumber = CellError.of("#NUM!");

/** Functions that the library computes as Excel does, proven against LibreOffice; all others are fenced off. */
const fromLibrary: Readonly<Record<string, string>> = {
  AVERAGE: "N*",
  MEDIAN: "N*",
  PRODUCT: "N*",
  SUMSQ: "N*",
  "STDEV.S": "N*",
  "STDEV.P": "N*",
  "VAR.S": "N*",
  "VAR.P": "N*",
  "PERCENTILE.INC": "Nn",
  "QUARTILE.INC": "Nn",
  GEOMEAN: "N*",
  GCD: "N*",
  LCM: "N*",
  DATE: "nnn",
  YEAR: "d",
  MONTH: "d",
  DAY: "d",
  WEEKDAY: "d/n",
  WEEKNUM: "d/n",
  ISOWEEKNUM: "d",
  EOMONTH: "dn",
  EDATE: "dn",
  WORKDAY: "dn/N",
  "WORKDAY.INTL": "dnn/N",
  DAYS: "dd",
  DAYS360: "dd",
  YEARFRAC: "dd",
  CONCATENATE: "t*",
  CONCAT: "T*",
  TEXTJOIN: "tvT*",
  LEFT: "t/c",
  RIGHT: "t/c",
  MID: "tcc",
  LEN: "t",
  UPPER: "t",
  LOWER: "t",
  REPLACE: "tcct",
  FIND: "tt/c",
  REPT: "tc",
  EXACT: "tt",
  CLEAN: "t",
  FIXED: "n/c",
  ROMAN: "n",
  MOD: "nn",
  ABS: "n",
  SQRT: "n",
  QUOTIENT: "nn",
  SIGN: "n",
  EVEN: "n",
  ODD: "n",
  PI: "",
  LN: "n",
  LOG10: "n",
  EXP: "n",
  FACT: "n",
  COMBIN: "nn",
  PMT: "nnn/nn",
  FV: "nnn/nn",
  PV: "nnn/nn",
  NPV: "nN*",
};

const otherNames: Readonly<Record<string, string>> = {
  STDEV: "STDEV.S",
  STDEVP: "STDEV.P",
  VAR: "VAR.S",
  VARP: "VAR.P",
  PERCENTILE: "PERCENTILE.INC",
  QUARTILE: "QUARTILE.INC",
  RANK: "RANK.EQ",
};

function byLibrary(name: string, takes: string): OfficerFunction {
  const found = name
    .split(".")
    .reduce<unknown>(
      (part, step) => (part as Readonly<Record<string, unknown>> | undefined)?.[step],
      library,
    ) as (...given: readonly unknown[]) => unknown;
  return {
    takes,
    act: (given, engine) => {
      const shift = shiftOf(engine);
      const moved = given.map((value, at) =>
        takes.replace("/", "")[at] === "d" ? (value as number) + shift : value,
      );
      return settled(name, found(...moved), shift);
    },
  };
}

const average = (numbers: readonly number[]): number | CellError =>
  numbers.length === 0 ? divided : sum(numbers) / numbers.length;

/** SUMIF and AVERAGEIF: the range to add up is the one tested where none is given, and has its shape. */
const byOneCriterion =
  (combine: Parameters<typeof overMatches>[0]): Maker =>
  (parameters) => {
    const [tested, rule, added = tested] = parameters;
    if (!tested || !rule || !added || parameters.length > 3) throw new Beyond("parameters");
    const run = overMatches(combine)([added, tested, rule]);
    return (engine, place) => {
      const [a, b] = [tested(engine, place), added(engine, place)];
      const alike =
        isReference(a) &&
        isReference(b) &&
        a.area.rows === b.area.rows &&
        a.area.columns === b.area.columns;
      if (!alike) throw new Beyond("ranges of two shapes");
      return run(engine, place);
    };
  };

const partial: Readonly<Record<number, string>> = {
  2: "COUNT",
  3: "COUNTA",
  4: "MAX",
  5: "MIN",
  9: "SUM",
};

/** SUBTOTAL where no row is hidden and no cell is a subtotal itself: the rest depends on the filter. */
const subtotal: Maker = ([code, ...parts]) => {
  if (!code || parts.length === 0) throw new Beyond("parameters");
  return (engine, place) => {
    const number = numberOf(scalar(engine, code(engine, place)));
    if (isError(number)) return number;
    const name = partial[Math.trunc(number) % 100];
    const make = name === undefined ? undefined : functions[name];
    if (!make) throw new Beyond("kind of SUBTOTAL");
    for (const part of parts) {
      const value = part(engine, place);
      if (!isReference(value)) return bad;
      const { sheet, area } = value;
      for (const [row, { hidden }] of sheet.lines)
        if (hidden && row >= area.row && row < area.row + area.rows)
          throw new Beyond("hidden rows");
      sheet.visit(area, ({ formula }) => {
        if (formula !== undefined && /SUBTOTAL|AGGREGATE/i.test(formula))
          throw new Beyond("nested");
      });
    }
    return make(parts)(engine, place);
  };
};

const makers: Readonly<Record<string, Maker>> = {
  SUMIF: byOneCriterion(sum),
  AVERAGEIF: byOneCriterion(average),
  AVERAGEIFS: overMatches(average),
  SUBTOTAL: subtotal,
};

const table = new Map<string, OfficerFunction>([
  ...Object.entries(fromLibrary).map(([name, takes]) => [name, byLibrary(name, takes)] as const),
  ...Object.entries(ownFunctions),
]);

/** The numbers of cells; a value that was typed in counts if it looks like a number. */
function numbersOf(engine: Calculator, value: Value): number[] | CellError {
  if (!isSeveral(value) && !isReference(value)) {
    const number = numberOf(scalar(engine, value));
    return isError(number) ? number : [number];
  }
  const numbers: number[] = [];
  for (const cell of cellsOf(engine, value)) {
    if (isError(cell)) return cell;
    if (typeof cell === "number") numbers.push(cell);
  }
  return numbers;
}

function* cellsOf(engine: Calculator, value: Value): Generator<Scalar | null> {
  if (!isReference(value)) {
    for (const line of matrixOf(engine, value).rows) yield* line;
    return;
  }
  const { sheet, area } = value;
  const columns = Array.from(
    { length: Math.min(area.columns, 256) },
    (_, right) => engine.vector(sheet, area.column + right, area.row, area.rows).values,
  );
  const rows = Math.max(...columns.map(({ length }) => length));
  for (let down = 0; down < rows; down++) for (const values of columns) yield values[down] ?? null;
}

function textsOf(engine: Calculator, value: Value): string[] | CellError {
  const texts: string[] = [];
  for (const cell of cellsOf(engine, value)) {
    if (isError(cell)) return cell;
    texts.push(textOf(cell));
  }
  return texts;
}

function given(engine: Calculator, letter: string, value: Value): Given {
  switch (letter) {
    case "R":
      if (isReference(value) || isError(value as Scalar)) return value;
      throw new Beyond("cells expected");
    case "N":
      return numbersOf(engine, value);
    case "T":
      return textsOf(engine, value);
    case "A":
      return matrixOf(engine, value);
    default:
      return single(letter, scalar(engine, value));
  }
}

function single(letter: string, value: Scalar | null): Scalar | null {
  if (letter === "e" || isError(value)) return value;
  if (letter === "v") return value;
  if (letter === "t") return textOf(value);
  const number = numberOf(value);
  if (isError(number) || letter === "n") return number;
  if (letter === "c") return number < 0 ? bad : Math.trunc(number);
  return number < 0 || number >= 2_958_466 ? notANumber : Math.floor(number);
}

/** The letter of each parameter; throws Beyond where Excel would not take their number. */
function lettersFor(takes: string, count: number): string[] {
  const [needed = "", rest = ""] = takes.split("/");
  const repeats = takes.endsWith("*");
  const letters = [...needed.replace("*", ""), ...rest];
  const least = needed.replace("*", "").length;
  if (count < least || (count > letters.length && !repeats)) throw new Beyond("parameters");
  return Array.from({ length: count }, (_, at) => letters[at] ?? letters.at(-1) ?? "v");
}

/** Names of all these functions in the order of the alphabet. */
export const officersFunctions = (): string[] =>
  [...table.keys(), ...Object.keys(makers), ...Object.keys(otherNames)].sort();

/** Whether the parameters of a function are arrays: within them every operator works cell by cell. */
export const takesArrays = (name: string): boolean =>
  table.get(name)?.takes.startsWith("A") ?? false;

/** A call of one of these functions made ready to run; null when it is none of them. */
export function officerFunction(
  called: string,
  parameters: readonly Compiled[],
  cellByCell: boolean,
): Compiled | null {
  const name = otherNames[called] ?? called;
  const make = makers[name];
  if (make) return make(parameters);
  const found = table.get(name);
  if (!found) return null;
  const letters = lettersFor(found.takes, parameters.length);
  return (engine, place) => {
    const values = parameters.map((parameter) => parameter(engine, place));
    const act = (each: readonly Value[]): Value => {
      const list: Given[] = [];
      for (const [at, value] of each.entries()) {
        const letter = letters[at] ?? "v";
        const one = given(engine, letter, value);
        if (letter !== "e" && one instanceof CellError) return one;
        list.push(one);
      }
      return found.act(joined(found.takes, list), engine, place);
    };
    if (!cellByCell) return act(values);
    return spreadOver(
      engine,
      values,
      (at) => !/[RNTA]/.test(letters[at] ?? ""),
      (each) => scalar(engine, act(each)),
    );
  };
}

/** Repeated lists of numbers or texts go to the library as one. */
function joined(takes: string, list: readonly Given[]): readonly Given[] {
  if (!/[NT]\*$/.test(takes)) return list;
  const before = takes.length - 2;
  return [...list.slice(0, before), list.slice(before).flat() as readonly number[]];
}
