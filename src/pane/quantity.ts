/**
 * Reads a count as Vietnamese write it: "4", "04", "1.250" (thousands), "1,5". Blank is null.
 * Anything else, also "4 tin, bài", is "wrong": the unit of measure has a field of its own.
 */
export function readQuantity(text: string): number | null | "wrong" {
  const typed = text.trim();
  if (typed === "") return null;
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(typed);
  if (!match) return "wrong";
  return Number(`${(match[1] ?? "").replaceAll(".", "")}.${match[2] ?? "0"}`);
}
