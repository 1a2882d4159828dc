import { bodyAt } from "./items";
import { GENERIC_BODIES, LEVELS, LISTED_BODIES, PLURALS } from "./vocabulary";
import { phraseAt, type Word } from "./words";

const COMMITTEE = "uy ban nhan dan";

/** The words before a list of names that leave their kind out. */
interface KindsBefore {
  /** Index of the first name. */
  readonly first: number;
  /** Keys of the kinds that the names may be of. */
  readonly kinds: readonly string[];
  /** No "các" and no committee stands before the names: only a known name makes a list of them. */
  readonly bare: boolean;
}

/**
 * "Các sở:", "Các sở, ngành:", "Sở:", "các địa phương", "UBND các xã", "UBND xã, phường:" before names;
 * null when no such words stand here, or when nothing follows that could be a name.
 */
export function kindsBefore(words: readonly Word[], at: number): KindsBefore | null {
  return committeesBefore(words, at) ?? bodiesBefore(words, at);
}

function bodiesBefore(words: readonly Word[], at: number): KindsBefore | null {
  const plural = phraseAt(words, at, PLURALS);
  const kinds: string[] = [];
  let next = at + plural;
  let nouns = 0;
  for (;;) {
    const noun =
      bodyAt(words, next) ||
      phraseAt(words, next, LISTED_BODIES) ||
      phraseAt(words, next, GENERIC_BODIES);
    if (noun === 0) break;
    kinds.push(keyOf(words, next, next + noun));
    if (phraseAt(words, next, LEVELS) === noun)
      kinds.push(`${COMMITTEE} ${keyOf(words, next, next + noun)}`);
    nouns++;
    next += noun;
    const gap = words[next]?.before;
    if (!gap || !(gap.comma || gap.and || gap.slash)) break;
  }
  const gap = words[next]?.before;
  if (kinds.length === 0 || !gap) return null;
  const bare = plural === 0;
  if (!gap.colon && (bare || nouns > 1 || gap.semicolon || gap.comma || gap.and)) return null;
  return { first: next, kinds, bare };
}

function committeesBefore(words: readonly Word[], at: number): KindsBefore | null {
  const body = bodyAt(words, at);
  if (body === 0) return null;
  const committee = keyOf(words, at, at + body);
  if (committee !== "ubnd" && committee !== COMMITTEE) return null;
  let next = at + body;
  next += phraseAt(words, next, PLURALS);
  const kinds: string[] = [];
  for (;;) {
    const level = phraseAt(words, next, LEVELS);
    if (level === 0) break;
    kinds.push(`${COMMITTEE} ${keyOf(words, next, next + level)}`);
    next += level;
  }
  const word = words[next];
  if (kinds.length === 0 || !word?.capital || word.before.semicolon) return null;
  if (!word.before.colon && (kinds.length > 1 || word.before.comma || word.before.and)) return null;
  return { first: next, kinds, bare: false };
}

function keyOf(words: readonly Word[], from: number, end: number): string {
  return words
    .slice(from, end)
    .map((word) => word.key)
    .join(" ");
}
