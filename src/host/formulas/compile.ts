import { parseLocal, splitSheet, type Area } from "../model/address";
import { CellError, errorCodes, type Scalar } from "../model/cell";
import { functions } from "./functions";
import { compareValues, numberOf, textOf } from "./coerce";
import { parseStructured, structuredArea } from "./structured";
import { tokenize, type Token } from "./tokens";
import { Beyond, isReference, scalar } from "./values";
import type { Calculator as Engine, Compiled, Place, Value } from "./values";

const ref = CellError.of("#REF!");
const name = CellError.of("#NAME?");

type Arithmetic = (left: number, right: number) => number | CellError;
const arithmetic: Readonly<Record<string, Arithmetic>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? CellError.of("#DIV/0!") : a / b),
  "^": (a, b) => a ** b,
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

/** Reads tokens into closures, one per formula text. Throws Beyond outside the closed list. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Compiled {
    const program = this.level(0);
    if (this.at < this.tokens.length) throw new Beyond("syntax");
    return program;
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
      left = binary(token.text, left, this.level(depth + 1));
    }
  }

  private signed(): Compiled {
    if (this.take("+")) return this.signed();
    if (this.take("-")) {
      const operand = this.signed();
      return (engine, place) => {
        const value = numberOf(scalar(engine, operand(engine, place)));
        return value instanceof CellError ? value : -value;
      };
    }
    let value = this.primary();
    while (this.take("%")) {
      const inner = value;
      value = (engine, place) => {
        const number = numberOf(scalar(engine, inner(engine, place)));
        return number instanceof CellError ? number : number / 100;
      };
    }
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
    const make = functions[upper.replace(/^_XLFN\./, "")];
    if (!make) throw new Beyond(upper);
    const parameters: Compiled[] = [];
    if (!this.take(")")) {
      do {
        const next = this.peek();
        const empty = next?.kind === "operator" && (next.text === "," || next.text === ")");
        parameters.push(empty ? constant(null) : this.level(0));
      } while (this.take(","));
      this.need(")");
    }
    return make(parameters);
  }
}

const constant =
  (value: Scalar | null): Compiled =>
  () =>
    value;

function binary(operator: string, left: Compiled, right: Compiled): Compiled {
  const compare = comparisons[operator];
  const compute = arithmetic[operator];
  return (engine, place) => {
    const a = scalar(engine, left(engine, place));
    const b = scalar(engine, right(engine, place));
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
      return table ? { sheet: table.sheet, area: table.body } : name;
    }
    const program = engine.program(found.formula);
    if (!program || running) return name;
    running = true;
    try {
      return program(engine, found.scope ? { ...place, sheet: found.scope } : place);
    } finally {
      running = false;
    }
  };
}

/** Compiles a formula (with "="). Throws Beyond when it uses more than the closed list. */
export function compile(formula: string): Compiled {
  const tokens = tokenize(formula.slice(1));
  if (!tokens) throw new Beyond("tokens");
  const meaningful = tokens.filter(({ kind }) => kind !== "space");
  return new Reader(meaningful).whole();
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
