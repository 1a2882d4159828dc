import { ExcelProblem, type ExcelProgress, type ProblemKind, type RunOptions } from "../excel";
import type { Locale } from "../locale";
import { Refusal, type CommandOptions } from "./types";
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

const STEPS: Readonly<Record<Locale, Readonly<Record<ExcelProgress["step"], string>>>> = {
  vi: {
    reading: "Đang đọc phụ lục…",
    writing: "Đang ghi các trang…",
    verifying: "Đang đối chiếu công thức…",
    "cell-edit": "Đang sửa một ô. Nhấn Enter hoặc Esc trong ô, việc sẽ tự tiếp tục.",
  },
  en: {
    reading: "Reading the appendix…",
    writing: "Writing the sheets…",
    verifying: "Comparing the formulas…",
    "cell-edit": "A cell is being edited. Press Enter or Esc in it; the work then goes on.",
  },
};

/** The officer's options as the room that speaks to Excel takes them. */
export function runOptions(locale: Locale, options: CommandOptions = {}): RunOptions {
  const { onProgress, signal } = options;
  return {
    ...(signal ? { signal } : {}),
    ...(onProgress
      ? {
          onProgress: ({ step, done }: ExcelProgress) =>
            onProgress({ step: STEPS[locale][step], done }),
        }
      : {}),
  };
}
