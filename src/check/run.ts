import type { Locale } from "../locale";
import { parseArea } from "../sheet";
import { RULES } from "./rules";
import type { CheckInput, Finding, Severity } from "./types";

export interface CheckOptions {
  /** Ids of rules to leave out. */
  readonly off?: readonly string[];
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
const RULE_ORDER = new Map(RULES.map((rule, index) => [rule.id, index]));

/**
 * Runs all rules over an appendix and its tracking. Findings come by weight, then by rule, then in the
 * order of the sheet.
 */
export function checkAppendix(
  input: CheckInput,
  locale: Locale,
  options: CheckOptions = {},
): Finding[] {
  const findings = RULES.filter(
    (rule) => rule.onByDefault && !options.off?.includes(rule.id),
  ).flatMap((rule) => oncePerCell(rule.run(input, locale)));
  return findings
    .map((finding) => ({ finding, key: orderOf(finding) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ finding }) => finding);
}

/** Name of a rule's kind of finding; the id itself when no rule has it. */
export function ruleTitle(id: string, locale: Locale): string {
  return RULES.find((rule) => rule.id === id)?.title[locale] ?? id;
}

/** A cell merged over several tasks is said once. */
function oncePerCell(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ cell, value, message }) => {
    if (cell === "") return true;
    const key = [cell, value, message].join("\u001f");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function orderOf(finding: Finding): readonly number[] {
  const area = finding.cell === "" ? null : parseArea(finding.cell);
  return [
    WEIGHT[finding.severity],
    RULE_ORDER.get(finding.rule) ?? 0,
    area?.row ?? -1,
    area?.column ?? -1,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
