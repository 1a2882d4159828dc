import { comparisonKey } from "../text";
import type { Finding } from "./types";

/**
 * What makes a finding the same finding: rule, task and text. An ignored finding returns when its text
 * changes, and stays ignored when its row moves.
 */
export function fingerprintOf(finding: Pick<Finding, "rule" | "task" | "value">): string {
  return [finding.rule, finding.task, comparisonKey(finding.value)].join("\u001f");
}

/** The findings without those that the officer ignores. */
export function filterIgnored(
  findings: readonly Finding[],
  ignored: readonly Pick<Finding, "rule" | "task" | "value">[],
): Finding[] {
  const known = new Set(ignored.map(fingerprintOf));
  return findings.filter((finding) => !known.has(fingerprintOf(finding)));
}
