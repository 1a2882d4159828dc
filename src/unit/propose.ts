import { comparisonKey } from "../text";
import { createDirectory } from "./directory";
import { readOwner } from "./owner";
import type { OwnerColumn, Unit } from "./types";

/** Gathers the units named in owner cells into a directory for the officer to confirm. */
export function proposeUnits(
  texts: readonly { readonly text: string; readonly column: OwnerColumn }[],
): Unit[] {
  const empty = createDirectory([]);
  const units = new Map<string, Unit>();
  for (const { text, column } of texts) {
    for (const name of readOwner(text, column, empty).unknown) {
      const key = comparisonKey(name);
      if (units.has(key)) continue;
      units.set(key, { name, abbreviation: null, otherNames: [], group: null, headTitle: null });
    }
  }
  return [...units.values()];
}
