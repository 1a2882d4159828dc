import type { ConditionalRule, DataValidation } from "./library";

/**
 * Functions that came after the file format carry a prefix in files (ECMA-376 future functions, [MS-XLSX] 2.2.2);
 * Excel shows and takes them without it. Without the prefix a file shows #NAME? in every program.
 */
const later = [
  "ACOT",
  "ACOTH",
  "AGGREGATE",
  "ARABIC",
  "BASE",
  "BITAND",
  "BITLSHIFT",
  "BITOR",
  "BITRSHIFT",
  "BITXOR",
  "CONCAT",
  "COT",
  "COTH",
  "CSC",
  "CSCH",
  "DAYS",
  "DECIMAL",
  "ENCODEURL",
  "FORMULATEXT",
  "IFNA",
  "IFS",
  "ISFORMULA",
  "ISOWEEKNUM",
  "LET",
  "MAXIFS",
  "MINIFS",
  "NUMBERVALUE",
  "RANDARRAY",
  "SEC",
  "SECH",
  "SEQUENCE",
  "SHEET",
  "SHEETS",
  "SORTBY",
  "SWITCH",
  "TEXTAFTER",
  "TEXTBEFORE",
  "TEXTJOIN",
  "TEXTSPLIT",
  "TOCOL",
  "TOROW",
  "UNICHAR",
  "UNICODE",
  "UNIQUE",
  "VSTACK",
  "HSTACK",
  "XLOOKUP",
  "XMATCH",
  "XOR",
];
const laterStill = ["FILTER", "SORT"];

const quoted = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'`;
const bare = new RegExp(
  String.raw`${quoted}|(?<![\p{L}\p{N}_.])(${[...later, ...laterStill].join("|")})(?=\s*\()`,
  "giu",
);
const prefixed = new RegExp(
  String.raw`${quoted}|_xlfn\.(?:_xlws\.)?(${[...later, ...laterStill].join("|")})(?=\s*\()`,
  "giu",
);

/** A formula as files hold it. */
export function formulaToFile(formula: string): string {
  return formula.replace(bare, (whole, name?: string) => {
    if (name === undefined) return whole;
    return laterStill.includes(name.toUpperCase()) ? `_xlfn._xlws.${name}` : `_xlfn.${name}`;
  });
}

/** A formula as Excel shows it. A prefix before a name that is not known stays. */
export function formulaFromFile(formula: string): string {
  return formula.includes("_xlfn.")
    ? formula.replace(prefixed, (whole, name?: string) => name ?? whole)
    : formula;
}

/** The same conditional format with its formulas changed. */
export function conditionWith(
  rule: ConditionalRule,
  change: (formula: string) => string,
): ConditionalRule {
  const { formula } = rule;
  if (formula === undefined) return { ...rule };
  return { ...rule, formula: typeof formula === "string" ? change(formula) : formula.map(change) };
}

/** The same validation with its formulas changed. */
export function validationWith(
  rule: DataValidation,
  change: (formula: string) => string,
): DataValidation {
  const { formula1, formula2 } = rule;
  return {
    ...rule,
    ...(formula1 === undefined ? {} : { formula1: change(formula1) }),
    ...(formula2 === undefined ? {} : { formula2: change(formula2) }),
  };
}
