import { comparisonKey } from "../text";

/** So many texts are remembered before the list starts anew. */
const KEPT = 30_000;
const kept = new Map<string, string>();

/** The comparison key of a text, made once: several rules compare the same cells, run after run. */
export function keyOf(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const key = comparisonKey(text);
  if (kept.size >= KEPT) kept.clear();
  kept.set(text, key);
  return key;
}
