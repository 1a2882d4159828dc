/** One file a rule: what is wrong, where, why, which fix. */
export * from "./types";
export { fingerprintOf, splitIgnored, type IgnoredFinding } from "./ignore";
export { RULES } from "./rules";
export { checkAppendix, createChecker, ruleTitle, type Checker, type CheckOptions } from "./run";
export { FINDINGS_SHEET, findingsSheet, type FindingsSheetOptions } from "./sheet";
