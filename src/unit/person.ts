import type { Directory } from "./directory";
import { findExact } from "./find";
import { joinsOn, startsItem, titlesAt } from "./items";
import { FAMILY_NAMES } from "./vocabulary";
import { personMarkAt, type Word } from "./words";

/** A person named at a place: with a mark ("Đ/c Hùng", "ông Nguyễn Văn A") or by a full Vietnamese name. */
export function personAt(
  words: readonly Word[],
  at: number,
  directory: Directory,
): { from: number; end: number } | null {
  const mark = personMarkAt(words, at);
  if (mark > 0 && words[at + mark]?.capital === true && titlesAt(words, at + mark) === 0) {
    const next = words[at + mark];
    if (next && !joinsOn(next)) return { from: at, end: nameEnd(words, at + mark) };
  }
  const word = words[at];
  if (!word || !FAMILY_NAMES.has(word.exact) || !word.capital) return null;
  const end = nameEnd(words, at);
  const length = end - at;
  if (length < 3 || length > 4 || findExact(words, at, directory)) return null;
  const plain = words
    .slice(at, end)
    .every((part) => part.pieces === null || part.text.length === 1);
  return plain ? { from: at, end } : null;
}

/** Index after a further name in a list of persons ("Đ/c Hùng, Lan"); the same index when there is none. */
export function namesAfterPerson(words: readonly Word[], at: number, directory: Directory): number {
  const word = words[at];
  if (!word?.capital || !(word.before.comma || word.before.and)) return at;
  if (word.pieces || startsItem(words, at) || findExact(words, at, directory)) return at;
  const end = nameEnd(words, at);
  return end - at <= 4 ? end : at;
}

function nameEnd(words: readonly Word[], at: number): number {
  let end = at + 1;
  while (end < words.length && end - at < 5) {
    const word = words[end];
    const { before } = word ?? {};
    if (!word?.capital || joinsOn(word) || before?.dash || before?.slash || before?.stop) break;
    if (startsItem(words, end) && word.text.length > 2) break;
    end++;
  }
  return end;
}
