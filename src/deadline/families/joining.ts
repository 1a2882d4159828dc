import { hasKey, is, isMark } from "../vocabulary";
import type { Token } from "../tokens";

/** How two numbers of one phrase are joined ("4, 5", "1-4", "4 đến 9"), and the token after the joint. */
export function jointAt(
  list: readonly Token[],
  at: number,
): { readonly join: "list" | "range"; readonly next: number } | null {
  const token = list[at];
  if (isMark(token, ",;+&")) {
    const next = is(list[at + 1], "và", "va") ? at + 2 : at + 1;
    return { join: "list", next };
  }
  if (is(token, "và", "va")) return { join: "list", next: at + 1 };
  if (isMark(token, "-~")) return { join: "range", next: at + 1 };
  if (is(token, "đến", "den") || is(token, "tới", "toi")) {
    return { join: "range", next: hasKey(list[at + 1], "het") ? at + 2 : at + 1 };
  }
  return null;
}
