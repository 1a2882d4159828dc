import { align } from "./align";
import type { Directory } from "./directory";
import { isComplete } from "./find";
import type { Form } from "./forms";
import type { Unit } from "./types";
import { BODY_KINDS } from "./vocabulary";
import { phraseAt, type Word } from "./words";

/** Units offered as "did you mean": never taken by likeness alone. */

/** A name in its own words, accents and place aside. */
const SURE_COST = 10;

/** Units that a whole phrase resembles, the likeliest first: for "did you mean", never taken as they are. */
export function resemblingUnits(
  words: readonly Word[],
  at: number,
  end: number,
  directory: Directory,
): Unit[] {
  const scores = new Map<Unit, number>();
  const phrase = words.slice(at, end);
  for (const form of directory.forms) {
    const score = resemblance(phrase, form);
    if (score > (scores.get(form.unit) ?? 0)) scores.set(form.unit, score);
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([unit]) => unit);
}

/** Units of which a phrase says all but the kind: "Tài chính" in a list of departments. */
export function unitsNamedWithoutKind(
  words: readonly Word[],
  at: number,
  end: number,
  directory: Directory,
): Unit[] {
  const body = phraseAt(words, at, BODY_KINDS);
  const isCommittee = body === 1 && words[at]?.key === "ubnd";
  if (body > 0 && !isCommittee) return [];
  const phrase = words.slice(at + body, end);
  const units = directory.forms.flatMap((form) => {
    if (isCommittee && form.level === 0) return [];
    const rest = form.elements.slice(form.level || form.kind, form.core);
    const same =
      form.kind > 0 &&
      rest.length > 0 &&
      rest.length === phrase.length &&
      rest.every((element, index) => !element.letter && element.key === phrase[index]?.key);
    return same ? [form.unit] : [];
  });
  return [...new Set(units)];
}

const LEAST_RESEMBLANCE = 0.7;

/** Share of the words beyond the kind that the two have in common; 0 below what is worth a question. */
function resemblance(phrase: readonly Word[], form: Form): number {
  const typedKind = phraseAt(phrase, 0, BODY_KINDS);
  if (typedKind === 0 || form.kind === 0) return 0;
  if (phrase[0]?.key.charAt(0) !== form.elements[0]?.key.charAt(0)) return 0;
  const letter = typedKind === 1 && phrase[0]?.key.length === 1 && form.kind === 1;
  const typed = phrase.slice(typedKind);
  const meant = form.elements.slice(form.kind, form.core).filter((element) => !element.light);
  if (typed.length === 0 || meant.length === 0) return 0;
  const abbreviation = typed.length === 1 ? typed[0]?.pieces : null;
  if (abbreviation) {
    const initials = meant.map((element) => element.initial);
    const shorter = Math.min(abbreviation.length, initials.length);
    if (shorter < 2) return 0;
    const same = abbreviation.slice(0, shorter).every((piece, index) => piece === initials[index]);
    const longer = Math.max(abbreviation.length, initials.length);
    if (same) return shorter / longer;
    return skips(abbreviation, initials) ? shorter / longer / 2 : 0;
  }
  const otherKind = phrase
    .slice(0, typedKind)
    .some((word, index) => word.key !== form.elements[index]?.key);
  if (otherKind && !letter) return 0;
  const left = [...meant];
  let common = 0;
  for (const word of typed) {
    const index = left.findIndex((element) => element.key === word.key);
    if (index < 0) continue;
    left.splice(index, 1);
    common++;
  }
  const share = (2 * common) / (typed.length + meant.length);
  // "Phòng Quy hoạch" of "Phòng Quản lý Quy hoạch và Xây dựng": nothing is said that the name does not say.
  const contained = common === typed.length && common > 1;
  return share >= LEAST_RESEMBLANCE || contained ? share : 0;
}

/** "QLXD" of "QLQHXD": the same letters in order, some left out. */
function skips(typed: readonly string[], meant: readonly string[]): boolean {
  if (typed.length < 3 || typed[0] !== meant[0]) return false;
  let next = 0;
  for (const piece of meant) if (piece === typed[next]) next++;
  return next === typed.length;
}

/** Units whose whole name a longer phrase begins with: "Sở Tư pháp thẩm định". */
export function unitsAtBeginning(
  words: readonly Word[],
  at: number,
  end: number,
  directory: Directory,
): Unit[] {
  const letter = words[at]?.key.charAt(0) ?? "";
  const units = (directory.byFirstLetter.get(letter) ?? []).flatMap((form) => {
    if (form.core <= form.kind || form.kind === 0) return [];
    const fits = align(form, words, at).some(
      (alignment) =>
        alignment.end < end && isComplete(form, alignment) && alignment.cost < SURE_COST,
    );
    return fits ? [form.unit] : [];
  });
  return [...new Set(units)];
}
