import { CellError, type Scalar } from "../model/cell";
import { numberIn } from "./criteria";
import { Beyond } from "./values";

const notANumber = CellError.of("#VALUE!");

/** A value as a number for arithmetic: empty is 0, TRUE is 1, a text must look like a number. */
export function numberOf(value: Scalar | null): number | CellError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof CellError) return value;
  const number = numberIn(value);
  if (number !== null) return number;
  if (mayBeNumber.test(value)) throw new Beyond("text that may be a number or a day");
  return notANumber;
}

/** Digits with separators and signs, or with an English month: whether it is a number or a day depends on the region. */
const mayBeNumber =
  /^(?=.*\d)(?:\P{L}|am|pm|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|uary|ruary|ch|il|ust|ember|ober)*$/iu;

/** A value as text for "&". */
export function textOf(value: Scalar | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return numberText(value);
  return value instanceof CellError ? value.code : value;
}

/** A number as "&" writes it: at most 15 significant digits. */
function numberText(value: number): string {
  const short = Number(value.toPrecision(15));
  const text = String(short);
  return text.includes("e") ? text.toUpperCase().replace(/E([+-])(\d)$/, "E$10$2") : text;
}

/** A value as a condition; a text other than TRUE and FALSE is an error. */
export function truthOf(value: Scalar | null): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  if (value instanceof CellError) return value;
  const upper = value.toUpperCase();
  if (upper === "TRUE") return true;
  return upper === "FALSE" ? false : notANumber;
}

const rank = (value: Scalar): number =>
  typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;

/** Order of two values as the operators see it: numbers before texts before booleans, case ignored. */
export function compareValues(left: Scalar | null, right: Scalar | null): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "number" && typeof b === "number") {
    if (a === b) return 0;
    const near = Math.abs(a - b) < Math.max(Math.abs(a), Math.abs(b)) * 1e-15;
    return near ? 0 : a - b;
  }
  if (typeof a === "string" && typeof b === "string") {
    const x = a.toLowerCase();
    const y = b.toLowerCase();
    return x === y ? 0 : x.localeCompare(y, "vi");
  }
  return Number(a) - Number(b);
}

function blankLike(other: Scalar | null): Scalar {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}
