import { comparisonKey } from "../text";
import type { Unit } from "./types";

/** The units of a plan with what is needed to find them in a text. */
export interface Directory {
  readonly units: readonly Unit[];
  /** Unit by the comparison key of any of its spellings. */
  readonly bySpelling: ReadonlyMap<string, Unit>;
}

/** All spellings of a unit: its name, its abbreviation and its other names. */
export function spellingsOf(unit: Unit): readonly string[] {
  return [unit.name, unit.abbreviation ?? "", ...unit.otherNames].filter((text) => text !== "");
}

/** Prepares a list of units for reading owner cells. */
export function createDirectory(units: readonly Unit[]): Directory {
  const bySpelling = new Map<string, Unit>();
  for (const unit of units) {
    for (const spelling of spellingsOf(unit)) {
      const key = comparisonKey(spelling);
      if (!bySpelling.has(key)) bySpelling.set(key, unit);
    }
  }
  return { units, bySpelling };
}
