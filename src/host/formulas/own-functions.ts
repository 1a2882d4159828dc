import { NETWORKDAYS } from "@formulajs/formulajs";
import { CellError, type Scalar } from "../model/cell";
import { isDateFormat, shownText } from "../number-format";
import { compareValues, numberOf, textOf, truthOf } from "./coerce";
import { hasWildcard, numberIn, wildcard } from "./criteria";
import { daysBefore1970, serialOf, settled, shiftOf } from "./library-values";
import { match } from "./lookup";
import { Beyond, Matrix } from "./values";
import type { Calculator, Place, Reference, Value } from "./values";

/** What a parameter has become by its letter, see officer-functions. */
export type Given = Scalar | null | Reference | Matrix | readonly number[] | readonly string[];

/** A function with the letters of what it takes. */
export interface OfficerFunction {
  readonly takes: string;
  readonly act: (given: readonly Given[], engine: Calculator, place: Place) => Value;
}

const bad = CellError.of("#VALUE!");
const missing = CellError.of("#N/A");
const outside = CellError.of("#REF!");
const notANumber = CellError.of("#NUM!");
const divided = CellError.of("#DIV/0!");

/** A function of our own; `List` is what its letters promise. */
const own = <List>(
  takes: string,
  act: (given: List, engine: Calculator, place: Place) => Value,
): OfficerFunction => ({
  takes,
  act: (given, engine, place) => act(given as unknown as List, engine, place),
});

const precise = (value: number): number => Number(value.toPrecision(15));

/** Rounds the size of a number at a place, up or down, as ROUNDUP and ROUNDDOWN do. */
const rounded =
  (way: (value: number) => number) =>
  ([value, digits]: readonly [number, number | undefined]): number => {
    const places = Math.trunc(digits ?? 0);
    const scaled = places < 0 ? Math.abs(value) / 10 ** -places : Math.abs(value) * 10 ** places;
    const whole = way(precise(scaled));
    return Math.sign(value) * (places < 0 ? whole * 10 ** -places : whole / 10 ** places);
  };

const toMultiple =
  (way: (value: number) => number, ofZero: Scalar) =>
  ([value, step]: readonly [number, number]): Scalar => {
    if (step === 0) return ofZero;
    if (value > 0 && step < 0) return notANumber;
    return precise(way(precise(value / step)) * step);
  };

/** Hours, minutes and seconds of a serial number. */
const clock =
  (per: number, of: number) =>
  ([time]: readonly [number]): Scalar => {
    if (time < 0) return notANumber;
    return Math.floor((Math.round((time % 1) * 86_400) / per) % of);
  };

function partsOf(serial: number): { year: number; month: number; day: number } {
  const date = new Date((Math.floor(serial) - daysBefore1970) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

function dateDif([first, last, unit]: readonly [number, number, string]): Scalar {
  if (first > last) return notANumber;
  const [a, b] = [partsOf(first), partsOf(last)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case "D":
      return Math.floor(last) - Math.floor(first);
    case "M":
      return months;
    case "Y":
      return Math.floor(months / 12);
    case "YM":
      return months % 12;
    case "MD":
    case "YD":
      throw new Beyond("DATEDIF by rest of days");
    default:
      return notANumber;
  }
}

/** Formats of numbers and days that read alike whatever the region; others are beyond the stand-in. */
const plainFormat = /^(?:0+(?:\.0+)?%?|#,##0(?:\.0+)?%?|#(?:\.#+)?|@|general)$/i;
const dayFormat =
  /^(?:(?<!d)d{1,2}(?!d)|(?<!m)m{1,2}(?!m)|y{4}|yy|h{1,2}|s{1,2}|[-/ :.]|"[^"]*")+$/i;

function textByFormat(
  [value, format]: readonly [Scalar | null, string],
  engine: Calculator,
): Scalar {
  const { date1904 } = engine.workbook;
  if (format === "") return "";
  if (!plainFormat.test(format) && !(dayFormat.test(format) && isDateFormat(format)))
    throw new Beyond("format of TEXT");
  if (typeof value === "boolean") return textOf(value);
  const number = typeof value === "string" ? numberIn(value) : value;
  if (typeof value === "string" && number === null) {
    if (/\d/.test(value)) throw new Beyond("text that may be a number");
    return value;
  }
  if (format === "@") return textOf(number);
  if (isDateFormat(format) && typeof number === "number" && number < 0) return bad;
  return shownText(number ?? 0, format, date1904);
}

function search([part, text, from]: readonly [string, string, number | undefined]): Scalar {
  const start = (from ?? 1) - 1;
  if (start < 0 || start > text.length) return bad;
  const rest = text.slice(start);
  const source = hasWildcard(part) ? wildcard(part).source.slice(1, -1) : null;
  const at =
    source === null
      ? rest.toLowerCase().indexOf(part.toLowerCase())
      : rest.search(new RegExp(source, "i"));
  return at < 0 ? bad : at + start + 1;
}

function substitute([text, old, fresh, which]: readonly [
  string,
  string,
  string,
  number | undefined,
]): Scalar {
  if (old === "") return text;
  const parts = text.split(old);
  if (which === undefined) return parts.join(fresh);
  if (which < 1) return bad;
  const at = Math.trunc(which);
  if (at >= parts.length) return text;
  return `${parts.slice(0, at).join(old)}${fresh}${parts.slice(at).join(old)}`;
}

/** A text as a number or a day; what depends on the region is beyond the stand-in. */
function valueOf([given]: readonly [Scalar | null]): Scalar {
  if (typeof given === "number") return given;
  if (given === null) return 0;
  const number = typeof given === "string" ? numberOf(given) : bad;
  return number;
}

function dayOfText([text]: readonly [string], engine: Calculator): Scalar {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (!iso) {
    if (/\d/.test(text)) throw new Beyond("day as a text");
    return bad;
  }
  const [year = 0, month = 0, day = 0] = iso.slice(1).map(Number);
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 ? serialOf(date) - shiftOf(engine) : bad;
}

function networkDays([first, last, off = []]: readonly [
  number,
  number,
  (readonly number[])?,
]): Scalar {
  if (last < first) throw new Beyond("NETWORKDAYS backwards");
  return settled("NETWORKDAYS", NETWORKDAYS(first, last, [...off]), 0);
}

type Wanted = readonly [Scalar | null, Reference, number, (Scalar | null)?];

function lookUp(engine: Calculator, [wanted, cells, at, near]: Wanted, across: boolean): Value {
  const { sheet, area } = cells;
  const size = across ? area.rows : area.columns;
  const step = Math.trunc(at);
  if (step < 1) return bad;
  const line = across ? { ...area, rows: 1 } : { ...area, columns: 1 };
  const exact = near !== undefined && truthOf(near) === false;
  const place = match(engine, wanted ?? 0, { sheet, area: line }, exact);
  if (place instanceof CellError) return place;
  if (step > size) return outside;
  return across ? cellAt(cells, step - 1, place - 1) : cellAt(cells, place - 1, step - 1);
}

const cellAt = ({ sheet, area }: Reference, down: number, right: number): Reference => ({
  sheet,
  area: { row: area.row + down, column: area.column + right, rows: 1, columns: 1 },
});

/** The cell at a place (from 1) of one row or column. */
const along = (line: Reference, place: number): Reference =>
  line.area.columns === 1 ? cellAt(line, place - 1, 0) : cellAt(line, 0, place - 1);

const lengthOf = ({ area }: Reference): number => Math.max(area.rows, area.columns);
const isLine = ({ area }: Reference): boolean => area.rows === 1 || area.columns === 1;

function lookup(
  [wanted, line, result = line]: readonly [Scalar | null, Reference, Reference?],
  engine: Calculator,
): Value {
  if (!isLine(line) || !isLine(result)) throw new Beyond("LOOKUP over a block");
  const place = match(engine, wanted ?? 0, line, false);
  if (place instanceof CellError) return place;
  return place > lengthOf(result) ? missing : along(result, place);
}

function xLookup(
  [wanted, line, result, otherwise]: readonly [
    Scalar | null,
    Reference,
    Reference,
    Scalar | null | undefined,
  ],
  engine: Calculator,
): Value {
  if (!isLine(line) || !isLine(result)) throw new Beyond("XLOOKUP of a block");
  if (lengthOf(line) !== lengthOf(result)) return bad;
  if (typeof wanted === "string" && hasWildcard(wanted)) throw new Beyond("XLOOKUP of a pattern");
  const place = match(engine, wanted ?? "", line, true);
  if (!(place instanceof CellError)) return along(result, place);
  return place === missing && otherwise !== undefined ? otherwise : place;
}

function sumProduct(blocks: readonly Matrix[]): Scalar {
  const shape = ({ rows }: Matrix): string => `${rows.length}:${rows[0]?.length ?? 0}`;
  const [first] = blocks;
  if (!first || blocks.some((block) => shape(block) !== shape(first))) return bad;
  let total = 0;
  for (const [down, line] of first.rows.entries())
    for (const right of line.keys()) {
      let product = 1;
      for (const { rows } of blocks) {
        const value = rows[down]?.[right] ?? 0;
        if (value instanceof CellError) return value;
        product *= typeof value === "number" ? value : 0;
      }
      total += product;
    }
  return total;
}

const errorOrder = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];
export const isError = (value: Scalar | null): value is CellError => value instanceof CellError;

function whichever([...given]: readonly (Scalar | null)[]): Scalar | null {
  for (let at = 0; at + 1 < given.length; at += 2) {
    const truth = truthOf(given[at] ?? null);
    if (isError(truth)) return truth;
    if (truth) return given[at + 1] ?? 0;
  }
  return missing;
}

function switched([wanted = null, ...given]: readonly (Scalar | null)[]): Scalar | null {
  if (isError(wanted)) return wanted;
  for (let at = 0; at + 1 < given.length; at += 2) {
    const candidate = given[at] ?? null;
    if (isError(candidate)) return candidate;
    if (compareValues(wanted, candidate) === 0) return given[at + 1] ?? 0;
  }
  return given.length % 2 === 1 ? (given.at(-1) ?? 0) : missing;
}

/** The n-th of numbers in an order. */
const nth =
  (order: (a: number, b: number) => number) =>
  ([numbers, which]: readonly [readonly number[], number]): Scalar =>
    [...numbers].sort(order)[Math.ceil(which) - 1] ?? notANumber;

const ofWhole =
  (test: (whole: number) => boolean) =>
  ([value]: readonly [number]): boolean =>
    test(Math.trunc(value));

/** Functions that the library lacks or has otherwise than Excel, or that need cells rather than values. */
export const ownFunctions: Readonly<Record<string, OfficerFunction>> = {
  "RANK.EQ": own("nN/n", ([value, list, up]: readonly [number, readonly number[], number?]) =>
    list.includes(value)
      ? 1 + list.filter((other) => (up ? other < value : other > value)).length
      : missing,
  ),
  LARGE: own(
    "Nn",
    nth((a, b) => b - a),
  ),
  SMALL: own(
    "Nn",
    nth((a, b) => a - b),
  ),
  ROUNDUP: own("nn", rounded(Math.ceil)),
  ROUNDDOWN: own("nn", rounded(Math.floor)),
  TRUNC: own("n/n", rounded(Math.floor)),
  INT: own("n", ([value]: readonly [number]) => Math.floor(precise(value))),
  CEILING: own("nn", toMultiple(Math.ceil, 0)),
  FLOOR: own("nn", toMultiple(Math.floor, divided)),
  MROUND: own("nn", ([value, step]: readonly [number, number]) =>
    value * step < 0 ? notANumber : toMultiple(Math.round, 0)([value, step]),
  ),
  POWER: own("nn", ([base, exponent]: readonly [number, number]) => {
    const result = base ** exponent;
    if (base === 0 && exponent < 0) return divided;
    return (base === 0 && exponent === 0) || !Number.isFinite(result) ? notANumber : result;
  }),
  NOW: own("", (_given, engine) => engine.now()),
  TIME: own("nnn", ([hours, minutes, seconds]: readonly [number, number, number]) => {
    const total = Math.trunc(hours) * 3600 + Math.trunc(minutes) * 60 + Math.trunc(seconds);
    return total < 0 ? notANumber : (total % 86_400) / 86_400;
  }),
  HOUR: own("n", clock(3600, 24)),
  MINUTE: own("n", clock(60, 60)),
  SECOND: own("n", clock(1, 60)),
  DATEDIF: own("ddt", dateDif),
  DATEVALUE: own("t", dayOfText),
  NETWORKDAYS: own("dd/N", networkDays),
  TEXT: own("vt", textByFormat),
  SEARCH: own("tt/c", search),
  SUBSTITUTE: own("ttt/n", substitute),
  VALUE: own("v", valueOf),
  TRIM: own("t", ([text]: readonly [string]) => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
  PROPER: own("t", ([text]: readonly [string]) =>
    text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  CHAR: own("n", ([code]: readonly [number]) => {
    if (code >= 1 && code < 127) return String.fromCharCode(code);
    if (code >= 1 && code < 256) throw new Beyond("code page");
    return bad;
  }),
  T: own("v", ([value]: readonly [Scalar | null]) => (typeof value === "string" ? value : "")),
  HYPERLINK: own("t/v", ([address, shown]: readonly [string, Scalar | null | undefined]) =>
    shown === undefined ? address : (shown ?? 0),
  ),
  IFS: own("e*", whichever),
  SWITCH: own("e*", switched),
  CHOOSE: own("ne*", ([at, ...given]: readonly [number, ...(Scalar | null)[]]) => {
    const chosen = Math.trunc(at);
    return chosen < 1 || chosen > given.length ? bad : (given[chosen - 1] ?? 0);
  }),
  IFNA: own("ee", ([value, other]: readonly [Scalar | null, Scalar | null]) =>
    value === missing ? other : value,
  ),
  ISERROR: own("e", ([value]: readonly [Scalar | null]) => isError(value)),
  ISERR: own("e", ([value]: readonly [Scalar | null]) => isError(value) && value !== missing),
  ISNA: own("e", ([value]: readonly [Scalar | null]) => value === missing),
  ISNONTEXT: own("e", ([value]: readonly [Scalar | null]) => typeof value !== "string"),
  ISLOGICAL: own("e", ([value]: readonly [Scalar | null]) => typeof value === "boolean"),
  ISEVEN: own(
    "n",
    ofWhole((whole) => whole % 2 === 0),
  ),
  ISODD: own(
    "n",
    ofWhole((whole) => whole % 2 !== 0),
  ),
  "ERROR.TYPE": own("e", ([value]: readonly [Scalar | null]) => {
    const at = isError(value) ? errorOrder.indexOf(value.code) : -1;
    return at < 0 ? missing : at + 1;
  }),
  NA: own("", () => missing),
  ROW: own("/R", ([cells]: readonly [Reference?], _engine, place) => {
    if (cells && cells.area.rows > 1) throw new Beyond("ROW of several rows");
    return (cells?.area ?? place).row + 1;
  }),
  COLUMN: own("/R", ([cells]: readonly [Reference?], _engine, place) => {
    if (cells && cells.area.columns > 1) throw new Beyond("COLUMN of several columns");
    return (cells?.area ?? place).column + 1;
  }),
  COLUMNS: own("R", ([{ area }]: readonly [Reference]) => area.columns),
  COUNTBLANK: own("R", ([{ sheet, area }]: readonly [Reference], engine) => {
    let filled = 0;
    sheet.visit(area, (_cell, row, column) => {
      const value = engine.at({ sheet, area: { ...area, row, column } }, 0, 0);
      if (value !== null && value !== "") filled++;
    });
    return area.rows * area.columns - filled;
  }),
  VLOOKUP: own("vRn/v", (given: Wanted, engine) => lookUp(engine, given, false)),
  HLOOKUP: own("vRn/v", (given: Wanted, engine) => lookUp(engine, given, true)),
  LOOKUP: own("vR/R", lookup),
  XLOOKUP: own("vRR/v", xLookup),
  SUMPRODUCT: own("A*", sumProduct),
};
