import { ExcelProblem, type ProblemKind } from "../excel";
import type { Locale } from "../locale";
import { Refusal } from "./types";
import { refusalWords } from "./words";

const CODES: Readonly<Record<ProblemKind, Refusal["code"]>> = {
  "cell-edit": "cell-edit",
  protected: "protected",
  "not-found": "not-found",
  "not-answering": "not-answering",
  "too-large": "excel",
  "too-old": "too-old",
  cancelled: "cancelled",
  "foreign-sheet": "bad-file",
  "changed-since": "changed-since",
  "nothing-to-undo": "nothing-to-do",
  excel: "excel",
};

/** A refusal with its words. */
export function refuse(
  locale: Locale,
  code: Refusal["code"],
  place: { readonly sheet?: string; readonly cell?: string; readonly written?: boolean } = {},
): Refusal {
  const { sheet = "", cell = "", written = false } = place;
  const { message, advice } = refusalWords(locale, code, { sheet, cell, written });
  return new Refusal(code, message, advice, cell, written);
}

/** Turns whatever a command threw into a refusal, so that commands reject with nothing else. */
export function asRefusal(locale: Locale, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ExcelProblem) {
    const { sheet, cell, written } = error;
    // Where no sheet is named, something of our own was missing: nothing that the officer could look for.
    const isNameless = error.kind === "not-found" && sheet === "";
    const code = isNameless ? "excel" : CODES[error.kind];
    const refusal = refuse(locale, code, { sheet, cell, written });
    refusal.cause = error;
    return refusal;
  }
  const refusal = refuse(locale, "excel");
  refusal.cause = error;
  return refusal;
}
