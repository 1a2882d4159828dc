/** What went wrong between the add-in and Excel, as a code: the words for the officer are made elsewhere. */
export type ProblemKind =
  | "cell-edit"
  | "protected"
  | "not-found"
  | "not-answering"
  | "too-large"
  | "too-old"
  | "cancelled"
  | "foreign-sheet"
  | "changed-since"
  | "nothing-to-undo"
  | "excel";

/** A request to Excel that was not carried out. `written` tells whether something may have landed in the workbook. */
export class ExcelProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    /** Sheet concerned; "" when none. */
    readonly sheet = "",
    /** Cell concerned, "F21"; "" when none. */
    readonly cell = "",
    readonly written = false,
    /** Excel's own code and place, for the developer only. */
    readonly detail = "",
  ) {
    super(`${kind}${detail ? `: ${detail}` : ""}`);
    this.name = "ExcelProblem";
  }
}

const KINDS: Readonly<Record<string, ProblemKind>> = {
  InvalidOperationInCellEditMode: "cell-edit",
  AccessDenied: "protected",
  ItemNotFound: "not-found",
  ApiNotFound: "too-old",
  ApiNotAvailable: "too-old",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
};

/** Codes after which the same reading may simply be tried once more. */
const PASSING = new Set(["RequestAborted", "GeneralException", "ServiceNotAvailable"]);

/** Turns whatever a request threw into a problem; a problem stays as it is. */
export function asProblem(error: unknown): ExcelProblem {
  if (error instanceof ExcelProblem) return error;
  const code = codeOf(error);
  return new ExcelProblem(KINDS[code] ?? "excel", "", "", false, describe(error, code));
}

/** Whether a reading that failed so may be repeated: it wrote nothing and the fault may pass. */
export function maySucceedAgain(error: unknown): boolean {
  return PASSING.has(codeOf(error));
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

function describe(error: unknown, code: string): string {
  if (!(error instanceof Error)) return code || "unknown";
  const place =
    "debugInfo" in error &&
    typeof error.debugInfo === "object" &&
    error.debugInfo !== null &&
    "errorLocation" in error.debugInfo &&
    typeof error.debugInfo.errorLocation === "string"
      ? ` (${error.debugInfo.errorLocation})`
      : "";
  return `${code} ${error.message}${place}`.trim();
}
