import { parseLocal, splitSheet, type Area } from "../model/address";
import { CellError, errorCodes, type Scalar } from "../model/cell";
import { functions } from "./functions";
import { compareValues, numberOf, textOf } from "./coerce";
import { parseStructured, structuredArea } from "./structured";
import { spreadOver } from "./arrays";
import { bareFunction, isExcelFunction } from "./excel-functions";
import { tokenize, type Token } from "./tokens";
import { Beyond, isReference, scalar } from "./values";
import type { Calculator as Engine, Compiled, Place, Value } from "./values";
import type { Maker } from "./functions";

const ref = CellError.of("#REF!");
const unknownName = CellError.of("#NAME?");

type Arithmetic = (left: number, right: number) => number | CellError;
const arithmetic: Readonly<Record<string, Arithmetic>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? CellError.of("#DIV/0!") : a / b),
  "^": (a, b) => {
    if (a === 0 && b <= 0) return CellError.of(b === 0 ? "#NUM!" : "#DIV/0!");
    return a ** b;
  },
};

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (o) => o === 0,
  "<>": (o) => o !== 0,
  "<": (o) => o < 0,
  ">": (o) => o > 0,
  "<=": (o) => o <= 0,
  ">=": (o) => o >= 0,
};

const levels: readonly (readonly string[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

/** The functions beside the closed list, once they are loaded. */
export interface OfficerFunctions {
  /** Whether the parameters of a function are arrays: within them every operator works cell by cell. */
  takesArrays(name: string): boolean;
  /** A call made ready to run; null when the stand-in does not compute the function. */
  officerFunction(
    name: string,
    parameters: readonly Compiled[],
    cellByCell: boolean,
  ): Compiled | null;
}

export interface Program {
  readonly run: Compiled;
  /** It calls functions beside the closed list. */
  readonly isOfficers: boolean;
  /** It calls a function that Excel does not have: a macro's, or a name that was mistyped. */
  readonly hasUnknown: boolean;
}

/** Reads tokens into closures, one per formula text. Throws Beyond outside what the stand-in computes. */
class Reader {
  private at = 0;
  /** Within arrays every operator and function works cell by cell. */
  private arrays = 0;
  private isOfficers = false;
  private hasUnknown = false;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly officer: OfficerFunctions | null,
  ) {}

  whole(): Program {
    const run = this.level(0);
    if (this.at < this.tokens.length) throw new Beyond("syntax");
    return { run, isOfficers: this.isOfficers, hasUnknown: this.hasUnknown };
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private take(text: string): boolean {
    if (this.peek()?.kind !== "operator" || this.peek()?.text !== text) return false;
    this.at++;
    return true;
  }

  private need(text: string): void {
    if (!this.take(text)) throw new Beyond(`${text} missing`);
  }

  private level(depth: number): Compiled {
    const operators = levels[depth];
    if (!operators) return this.signed();
    let left = this.level(depth + 1);
    for (;;) {
      const token = this.peek();
      if (token?.kind !== "operator" || !operators.includes(token.text)) return left;
      this.at++;
      left = this.each([left, this.level(depth + 1)], operation(token.text));
    }
  }

  /** Applies an operator to single values, or cell by cell within arrays. */
  private each(operands: readonly Compiled[], act: Operation): Compiled {
    if (this.arrays > 0)
      return (engine, place) =>
        spreadOver(
          engine,
          operands.map((operand) => operand(engine, place)),
          () => true,
          ([a, b]) => act(scalar(engine, a ?? null), scalar(engine, b ?? null)),
        );
    const [left = constant(null), right] = operands;
    if (!right) return (engine, place) => act(scalar(engine, left(engine, place)), null);
    return (engine, place) =>
      act(scalar(engine, left(engine, place)), scalar(engine, right(engine, place)));
  }

  private signed(): Compiled {
    if (this.take("+")) return this.signed();
    if (this.take("-"))
      return this.each(
        [this.signed()],
        onNumber((value) => -value),
      );
    let value = this.primary();
    while (this.take("%"))
      value = this.each(
        [value],
        onNumber((number) => number / 100),
      );
    return value;
  }

  private primary(): Compiled {
    const token = this.peek();
    if (!token) throw new Beyond("end");
    if (this.take("(")) {
      const inner = this.level(0);
      this.need(")");
      return inner;
    }
    this.at++;
    const { kind, text } = token;
    if (kind === "number") return constant(Number(text));
    if (kind === "string") return constant(text.slice(1, -1).replaceAll('""', '"'));
    if (kind === "error") return constant(CellError.of(text));
    if (kind === "reference") return plain(text, null);
    if (kind === "sheet") return this.onSheet(splitSheet(text).sheet ?? "");
    if (kind === "structured") throw new Beyond("structured reference without a table");
    if (kind === "name") return this.named(text);
    throw new Beyond(text);
  }

  private onSheet(sheet: string): Compiled {
    const token = this.peek();
    this.at++;
    if (token?.kind === "reference") return plain(token.text, sheet);
    if (token?.kind === "name") return definedName(token.text, sheet);
    if (token?.kind === "error") return constant(ref);
    throw new Beyond("after sheet");
  }

  private named(text: string): Compiled {
    const next = this.peek();
    if (next?.kind === "structured") {
      this.at++;
      return structured(text, next.text);
    }
    const upper = text.toUpperCase();
    if (!this.take("(")) {
      if (upper === "TRUE" || upper === "FALSE") return constant(upper === "TRUE");
      return definedName(text, null);
    }
    return this.call(bareFunction(text));
  }

  private call(name: string): Compiled {
    const make = functions[name];
    const opens = !make && this.officer?.takesArrays(name) === true;
    if (opens) this.arrays++;
    const parameters = this.parameters();
    if (opens) this.arrays--;
    if (make) return this.arrays > 0 ? cellByCell(name, make, parameters) : make(parameters);
    if (!isExcelFunction(name)) {
      this.hasUnknown = true;
      return constant(unknownName);
    }
    this.isOfficers = true;
    const compiled = this.officer?.officerFunction(name, parameters, this.arrays > 0);
    if (!compiled) throw new Beyond(name);
    return compiled;
  }

  private parameters(): Compiled[] {
    const parameters: Compiled[] = [];
    if (this.take(")")) return parameters;
    do {
      const next = this.peek();
      const empty = next?.kind === "operator" && (next.text === "," || next.text === ")");
      parameters.push(empty ? constant(null) : this.level(0));
    } while (this.take(","));
    this.need(")");
    return parameters;
  }
}

const constant =
  (value: Scalar | null): Compiled =>
  () =>
    value;

type Operation = (left: Scalar | null, right: Scalar | null) => Scalar;

const onNumber =
  (act: (value: number) => number): Operation =>
  (value) => {
    const number = numberOf(value);
    return number instanceof CellError ? number : act(number);
  };

function operation(operator: string): Operation {
  const compare = comparisons[operator];
  const compute = arithmetic[operator];
  return (a, b) => {
    if (a instanceof CellError) return a;
    if (b instanceof CellError) return b;
    if (compare) return compare(compareValues(a, b));
    if (!compute) return textOf(a) + textOf(b);
    const x = numberOf(a);
    if (x instanceof CellError) return x;
    const y = numberOf(b);
    if (y instanceof CellError) return y;
    const result = compute(x, y);
    return typeof result === "number" && !Number.isFinite(result) ? CellError.of("#NUM!") : result;
  };
}

/** Which parameters of the closed list's functions are cells; all others are taken one by one in arrays. */
const everyOne = (): boolean => true;
const oddOnes = (index: number): boolean => index % 2 === 1 || index === 0;
const takesCells: Readonly<Record<string, (index: number) => boolean>> = {
  SUM: everyOne,
  MAX: everyOne,
  MIN: everyOne,
  COUNT: everyOne,
  COUNTA: everyOne,
  ROWS: everyOne,
  AND: everyOne,
  OR: everyOne,
  COUNTIF: (index) => index === 0,
  COUNTIFS: (index) => index % 2 === 0,
  SUMIFS: oddOnes,
  MAXIFS: oddOnes,
  MINIFS: oddOnes,
  INDEX: (index) => index === 0,
  MATCH: (index) => index === 1,
  ISFORMULA: everyOne,
};

/** A function of the closed list within an array: computed for each cell of its single parameters. */
function cellByCell(name: string, make: Maker, parameters: readonly Compiled[]): Compiled {
  let now: readonly Value[] = [];
  const run = make(parameters.map((_, index) => () => now[index] ?? null));
  const isSpread = (index: number): boolean => takesCells[name]?.(index) !== true;
  return (engine, place) => {
    const values = parameters.map((parameter) => parameter(engine, place));
    return spreadOver(engine, values, isSpread, (each) => {
      const before = now;
      now = each;
      try {
        return scalar(engine, run(engine, place));
      } finally {
        now = before;
      }
    });
  };
}

/** Looks a reference up once per pass of the engine. */
function lookedUp(find: (engine: Engine, place: Place) => Value): Compiled {
  let pass = -1;
  let of: Engine | null = null;
  let value: Value = null;
  return (engine, place) => {
    if (pass !== engine.pass || of !== engine) {
      value = find(engine, place);
      pass = engine.pass;
      of = engine;
    }
    return value;
  };
}

function plain(text: string, sheetName: string | null): Compiled {
  const area = parseLocal(text);
  if (!area) return constant(ref);
  if (sheetName === null) return (_, place) => ({ sheet: place.sheet, area });
  return lookedUp((engine) => {
    const sheet = engine.workbook.sheet(sheetName);
    return sheet ? { sheet, area } : ref;
  });
}

function structured(tableName: string, bracket: string): Compiled {
  const reference = parseStructured(tableName, bracket);
  if (!reference) throw new Beyond(bracket);
  const find = (engine: Engine, row: number): Value => {
    const table = engine.workbook.table(tableName);
    const area = table ? structuredArea(reference, table, row) : null;
    return table && area ? { sheet: table.sheet, area } : ref;
  };
  if (reference.part !== "row") return lookedUp((engine) => find(engine, 0));
  const body = parseStructured(tableName, bracket.replace(/\[?#This Row\]?,?/i, "[#Data],"));
  const column = lookedUp((engine) => {
    const table = engine.workbook.table(tableName);
    const part = body ?? reference;
    const area = table ? structuredArea({ ...part, part: "data" }, table, 0) : null;
    return table && area ? { sheet: table.sheet, area } : ref;
  });
  return (engine, place) => {
    const whole = column(engine, place);
    if (!isReference(whole)) return whole;
    const { sheet, area } = whole;
    const inside = place.row >= area.row && place.row < area.row + area.rows;
    if (!inside) return CellError.of("#VALUE!");
    const line: Area = { row: place.row, column: area.column, rows: 1, columns: area.columns };
    return { sheet, area: line };
  };
}

function definedName(text: string, sheetName: string | null): Compiled {
  let running = false;
  return (engine, place) => {
    const { workbook } = engine;
    const scope = sheetName === null ? place.sheet : workbook.sheet(sheetName);
    const found = (scope ? workbook.name(text, scope) : undefined) ?? workbook.name(text, null);
    if (!found) {
      const table = workbook.table(text);
      return table ? { sheet: table.sheet, area: table.body } : unknownName;
    }
    const program = engine.program(found.formula);
    if (!program) throw new Beyond(found.formula);
    if (running) return unknownName;
    running = true;
    try {
      return program(engine, found.scope ? { ...place, sheet: found.scope } : place);
    } finally {
      running = false;
    }
  };
}

/** Compiles a formula (with "="). Throws Beyond when it uses more than the stand-in computes. */
export function compile(formula: string, officer: OfficerFunctions | null): Program {
  const tokens = tokenize(formula.slice(1));
  if (!tokens) throw new Beyond("tokens");
  const meaningful = tokens.filter(({ kind }) => kind !== "space");
  return new Reader(meaningful, officer).whole();
}

/** Whether a formula (with "=") calls a function of Excel beside the closed list. */
export function callsOfficerFunction(formula: string): boolean {
  const tokens = tokenize(formula.slice(1)) ?? [];
  return tokens.some(({ kind, text }, at) => {
    if (kind !== "name" || tokens[at + 1]?.text !== "(") return false;
    const name = bareFunction(text);
    return !functions[name] && isExcelFunction(name);
  });
}

/** A well-formed formula as Excel writes it back: functions, references, TRUE and FALSE in capitals. */
export function asWritten(formula: string): string {
  const tokens = tokenize(formula.slice(1)) ?? [];
  const shown = tokens.map(({ kind, text }, at) => {
    if (kind === "reference") return text.toUpperCase();
    if (kind !== "name") return text;
    if (tokens[at + 1]?.text !== "(")
      return /^(?:true|false)$/i.test(text) ? text.toUpperCase() : text;
    const name = bareFunction(text);
    return isExcelFunction(name) ? name : text;
  });
  return `=${shown.join("")}`;
}

/** Whether Excel would take a text (with "=") as a formula at all, whatever functions it uses. */
export function isWellFormed(formula: string): boolean {
  const tokens = tokenize(formula.slice(1))?.filter(({ kind }) => kind !== "space");
  if (!tokens || tokens.length === 0) return false;
  let depth = 0;
  let operand = false;
  for (const { kind, text } of tokens) {
    if (kind !== "operator") {
      if (kind === "structured") operand = true;
      else if (operand) return false;
      else operand = kind !== "sheet";
      if (kind === "error" && !errorCodes.has(text.toUpperCase())) return false;
      continue;
    }
    if (text === "(" || text === "{") {
      depth++;
      operand = false;
    } else if (text === ")" || text === "}") {
      if (--depth < 0) return false;
      operand = true;
    } else if (text === "," || text === ";") {
      if (depth === 0) return false;
      operand = false;
    } else if (text === "%" || text === "#") {
      if (!operand) return false;
    } else if (text === "+" || text === "-" || text === "@") {
      operand = false;
    } else {
      if (!operand) return false;
      operand = false;
    }
  }
  return depth === 0 && operand;
}
