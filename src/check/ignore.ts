import { comparisonKey } from "../text";
import type { Finding } from "./types";

/** A finding that the officer has set aside, with his reason. */
export interface IgnoredFinding extends Finding {
  readonly reason: string;
}

/** What is kept of an ignored finding. */
type Kept = Pick<Finding, "rule" | "task" | "value"> & { readonly reason: string };

/**
 * What makes a finding the same finding: rule, task and text. An ignored finding returns when its text
 * changes, and stays ignored when its row moves.
 */
export function fingerprintOf(finding: Pick<Finding, "rule" | "task" | "value">): string {
  return [finding.rule, finding.task, comparisonKey(finding.value)].join("\u001f");
}

/** The findings parted into those to show and those that the officer ignores. */
export function splitIgnored(
  all: readonly Finding[],
  kept: readonly Kept[],
): { readonly findings: readonly Finding[]; readonly ignored: readonly IgnoredFinding[] } {
  if (kept.length === 0) return { findings: all, ignored: [] };
  const reasons = new Map(kept.map((one) => [fingerprintOf(one), one.reason]));
  const findings: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const finding of all) {
    const reason = reasons.get(fingerprintOf(finding));
    if (reason === undefined) findings.push(finding);
    else ignored.push({ ...finding, reason });
  }
  return { findings, ignored };
}
