import { CellError, type Scalar } from "../model/cell";

/** A criterion of COUNTIFS and its kin: equality that an index can answer, or a test. */
export interface Criterion {
  /** Key in a column's index; null when only the test can tell. */
  readonly key: string | null;
  readonly test: (value: Scalar) => boolean;
}

/** The number that a text looks like to Excel (en-US), or null. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?%?$/i.test(trimmed)) return null;
  return trimmed.endsWith("%") ? Number(trimmed.slice(0, -1)) / 100 : Number(trimmed);
}

/** The keys under which an index files a value: numbers in texts count as numbers too. */
export function keysOf(value: Scalar): string[] {
  if (typeof value === "number") return [`n${value}`];
  if (typeof value === "boolean") return [`b${String(value)}`];
  if (value instanceof CellError) return [`e${value.code}`];
  const number = numberIn(value);
  const text = `s${value.toLowerCase()}`;
  return number === null ? [text] : [text, `n${number}`];
}

const operators = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/;

export const hasWildcard = (text: string): boolean => /[*?~]/.test(text);

/** A pattern with * ? and ~ as an expression that fits the whole text, whatever the case. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (part, escaped?: string) => {
    if (escaped) return `\\${escaped}`;
    if (part === "*") return "[\\s\\S]*";
    if (part === "?") return "[\\s\\S]";
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`, "i");
}

const compare: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

function equality(text: string): Criterion {
  const number = numberIn(text);
  if (number !== null) {
    const key = `n${number}`;
    return { key, test: (value) => keysOf(value).includes(key) };
  }
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") {
    const wanted = upper === "TRUE";
    return { key: `b${String(wanted)}`, test: (value) => value === wanted };
  }
  if (/^#[A-Z/0!?]+$/i.test(text))
    return {
      key: `e${upper}`,
      test: (value) => value instanceof CellError && value.code === upper,
    };
  if (hasWildcard(text)) {
    const pattern = wildcard(text);
    return {
      key: null,
      test: (value) => typeof value === "string" && value !== "" && pattern.test(value),
    };
  }
  const lower = text.toLowerCase();
  return {
    key: `s${lower}`,
    test: (value) => typeof value === "string" && value.toLowerCase() === lower,
  };
}

/** Reads a criterion as Excel does; an empty cell as a criterion counts as 0. */
export function criterion(value: Scalar | null): Criterion {
  if (value === null) return equality("0");
  if (typeof value !== "string")
    return equality(value instanceof CellError ? value.code : String(value));
  const [, operator = "", operand = ""] = operators.exec(value) ?? [];
  if (operator === "") return equality(operand);
  if (operator === "=" || operator === "<>") {
    const equal = operand === "" ? { key: "s", test: (v: Scalar) => v === "" } : equality(operand);
    return operator === "=" ? equal : { key: null, test: (v) => !equal.test(v) };
  }
  const holds = compare[operator] ?? (() => false);
  const number = numberIn(operand);
  if (number !== null)
    return { key: null, test: (v) => typeof v === "number" && holds(v - number) };
  const lower = operand.toLowerCase();
  return {
    key: null,
    test: (v) =>
      typeof v === "string" && v !== "" && holds(v.toLowerCase().localeCompare(lower, "vi")),
  };
}
