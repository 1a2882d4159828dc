import { comparisonKey, normalizeText } from "../text";
import type { Directory } from "./directory";
import type { OwnerColumn, OwnerReading } from "./types";

/**
 * Reads one owner cell: which units lead, which coordinate, and what else stands there.
 * Names come back exactly as in the directory.
 */
export function readOwner(text: string, column: OwnerColumn, directory: Directory): OwnerReading {
  const units: string[] = [];
  const groups: string[] = [];
  const unknown: string[] = [];
  for (const piece of text.split(/[;,\n]/)) {
    const words = normalizeText(piece);
    if (words === "") continue;
    const unit = directory.bySpelling.get(comparisonKey(words));
    if (unit) units.push(unit.name);
    else if (/^các /i.test(words)) groups.push(words);
    else unknown.push(words);
  }
  const leads = column === "lead" ? units : column === "owner" ? units.slice(0, 1) : [];
  return {
    lead: leads,
    support: units.slice(leads.length),
    groups,
    leadGroups: column === "support" ? [] : groups,
    persons: [],
    unknown,
    unknownLead: column === "support" ? [] : unknown,
    questions: [],
  };
}
