import { foldAccents } from "../text";
import { phraseAt, pieceKey, cutWords, type Word } from "./words";
import type { Unit } from "./types";
import {
  BODY_KINDS,
  COMMON_ABBREVIATIONS,
  LEVELS,
  LIGHT_WORDS,
  type Phrases,
  type PhraseWord,
} from "./vocabulary";

/** One word of a name, or one letter of an abbreviation. */
export interface Element {
  /** Lower case with accents; of a letter, with đ kept apart. */
  readonly exact: string;
  readonly key: string;
  /** First letter, vowels folded, đ kept. */
  readonly initial: string;
  /** Part of an abbreviation: it stands for a word that is not known. */
  readonly letter: boolean;
  /** For the first letter of an abbreviation: the whole of it and its number of letters. */
  readonly run: { readonly key: string; readonly letters: number } | null;
  /** Left out freely ("các", "của"). */
  readonly light: boolean;
  /** Part of the place at the end ("thành phố Hà Nội"), which a plan of that place need not say. */
  readonly place: boolean;
  /** A comma, a dash or "và" stands before it in the name. */
  readonly joint: boolean;
  /** "và" stands before it in the name. */
  readonly and: boolean;
}

/** One spelling of a unit, cut into elements. */
export interface Form {
  readonly unit: Unit;
  readonly elements: readonly Element[];
  /** Number of elements of the word for the kind of body at its beginning. */
  readonly kind: number;
  /** That word without accents; "" when there is none. */
  readonly kindKey: string;
  /** As kind and kindKey, with the level of a committee: "uy ban nhan dan xa"; "" of other bodies. */
  readonly level: number;
  readonly levelKey: string;
  /** As kind and kindKey, up to the number of a numbered body: "phong nghiep vu"; "" of other bodies. */
  readonly stem: number;
  readonly stemKey: string;
  /** Number of elements before the place. */
  readonly core: number;
}

/** A place that names of the directory end with. */
export interface Place {
  readonly elements: readonly Element[];
  /** Number of units whose name ends with it. */
  readonly units: number;
}

const NATION: readonly (readonly string[])[] = [
  ["việt", "nam"],
  ["trung", "ương"],
];
/** "tỉnh" and "thành phố" are known as places anyway. */
const OWN_LEVELS = new Set(["xa", "phuong", "thi", "dac", "quan", "huyen"]);
const LEVEL_WORDS: readonly (readonly string[])[] = [["tỉnh"], ["thành", "phố"], ["tp"]];

/** All spellings of a unit: its name, its abbreviation and its other names. */
export function spellingsOf(unit: Unit): readonly string[] {
  return [unit.name, unit.abbreviation ?? "", ...unit.otherNames].filter(
    (text) => text.trim() !== "",
  );
}

/** The places that the names of the directory end with, found by "tỉnh", "thành phố" or by repetition. */
export function findPlaces(units: readonly Unit[]): Place[] {
  const found = new Map<string, { words: string[]; units: number }>();
  const names = units.map((unit) => cutWords(unit.name));
  const note = (words: readonly Word[]) => {
    const exact = words.map((word) => word.exact);
    const key = exact.join(" ");
    if (key !== "" && !found.has(key)) found.set(key, { words: exact, units: 0 });
  };
  for (const words of names) {
    for (let at = 0; at < words.length; at++) {
      const level = sequenceAt(words, at, LEVEL_WORDS);
      if (level === 0) continue;
      const rest = words.slice(at + level);
      const end = rest.findIndex((word, index) => !word.capital || (index > 0 && word.before.dash));
      const place = end < 0 ? rest : rest.slice(0, end);
      if (place.length > 0 && place.length <= 4) note(place);
    }
  }
  const endings = new Map<string, { words: readonly Word[]; count: number }>();
  for (const words of names) {
    const last = words.slice(-2);
    if (words.length < 4 || last.length < 2 || !last.every((word) => word.capital)) continue;
    const key = last.map((word) => word.exact).join(" ");
    const known = endings.get(key);
    endings.set(key, { words: last, count: (known?.count ?? 0) + 1 });
  }
  for (const { words, count } of endings.values()) if (count >= 3) note(words);
  for (const nation of NATION)
    found.set(nation.join(" "), found.get(nation.join(" ")) ?? { words: [...nation], units: 0 });
  for (const words of names)
    for (const place of found.values()) if (endsWith(words, place.words)) place.units++;
  return [...found.values()].map((place) => ({
    elements: elementsOf(cutWords(place.words.join(" ")), false),
    units: place.units,
  }));
}

/** The forms under which a unit may stand in a text. */
export function formsOf(unit: Unit, places: readonly Place[], levels: Phrases): Form[] {
  const forms: Form[] = [];
  const seen = new Set<string>();
  for (const spelling of spellingsOf(unit)) {
    const words = cutWords(spelling);
    for (const expand of [false, true]) {
      const elements = markPlace(elementsOf(words, expand), places, levels);
      const key = elements
        .map((element) => `${element.letter ? "." : ""}${element.exact}`)
        .join(" ");
      if (elements.length === 0 || seen.has(key)) continue;
      seen.add(key);
      const core = elements.findIndex((element) => element.place);
      const kind = kindLength(elements);
      const level = levelLength(elements, kind);
      const end = core < 0 ? elements.length : core;
      const stem = end > 1 && /^\d+$/.test(elements[end - 1]?.exact ?? "") ? end - 1 : 0;
      forms.push({
        unit,
        elements,
        kind,
        kindKey: keyOf(elements, kind),
        level,
        levelKey: keyOf(elements, level),
        stem,
        stemKey: keyOf(elements, stem),
        core: end,
      });
    }
  }
  return forms;
}

function keyOf(elements: readonly Element[], length: number): string {
  return elements
    .slice(0, length)
    .map((element) => element.key)
    .join(" ");
}

/** Number of elements at the beginning that say what kind of body it is; 0 when none does. */
export function kindLength(elements: readonly Element[]): number {
  const first = elements[0];
  if (!first) return 0;
  if (first.run && BODY_KINDS.get(first.run.key)?.some((kind) => kind.length === 1))
    return first.run.letters;
  for (const kind of BODY_KINDS.get(first.key) ?? []) {
    if (kind.every((word, index) => elements[index]?.key === word.key)) return kind.length;
  }
  return 0;
}

/** Number of elements of "Ủy ban nhân dân xã"; 0 of another body. */
function levelLength(elements: readonly Element[], kind: number): number {
  const committee = elements
    .slice(0, kind)
    .map((element) => element.key)
    .join(" ");
  if (committee !== "uy ban nhan dan") return 0;
  const level = LEVELS.get(elements[kind]?.key ?? "")?.find((words) =>
    words.every((word, index) => elements[kind + index]?.key === word.key),
  );
  return level && kind + level.length < elements.length ? kind + level.length : 0;
}

/**
 * The levels of local government that names of the directory end with ("Công an phường"): twice at
 * least, so that one such name among others proves nothing.
 */
export function findLevels(units: readonly Unit[]): Phrases {
  const names = units.map((unit) => cutWords(unit.name));
  const own = [...LEVELS].flatMap(
    ([first, levels]): [string, readonly (readonly PhraseWord[])[]][] => {
      const ending = levels.filter(
        (level) =>
          OWN_LEVELS.has(first) &&
          names.filter((words) =>
            endsWith(
              words,
              level.map(({ exact }) => exact),
            ),
          ).length > 1,
      );
      return ending.length > 0 ? [[first, ending]] : [];
    },
  );
  return new Map(own);
}

function elementsOf(words: readonly Word[], expand: boolean): Element[] {
  const elements: Element[] = [];
  // In a name written all in capitals a word is no abbreviation.
  const shouted =
    words.every((word) => word.text === word.text.toUpperCase()) &&
    words.some((word) => word.pieces === null && word.exact !== word.key);
  words.forEach((word, index) => {
    const joint =
      index > 0 && (word.before.and || word.before.comma || word.before.dash || word.before.slash);
    const and = index > 0 && word.before.and;
    const common = COMMON_ABBREVIATIONS[word.key];
    // "Sở TP" is an abbreviation of its own, not "Sở thành phố".
    const ownMeaning = index === 1 && words.length === 2 && kindAlone(words[0]);
    if (expand && common && !ownMeaning) {
      common.forEach((exact, part) =>
        elements.push(element(exact, foldAccents(exact), joint && part === 0, and && part === 0)),
      );
      return;
    }
    if (word.pieces && !shouted) {
      word.pieces.forEach((piece, part) =>
        elements.push({
          exact: piece,
          key: piece.replaceAll("đ", "d"),
          initial: piece.charAt(0),
          letter: true,
          run: part === 0 && word.pieces ? { key: word.key, letters: word.pieces.length } : null,
          light: false,
          place: false,
          joint: joint && part === 0,
          and: and && part === 0,
        }),
      );
      return;
    }
    elements.push(element(word.exact, word.key, joint, and));
  });
  return elements;
}

function kindAlone(word: Word | undefined): boolean {
  return word !== undefined && word.pieces === null && phraseAt([word], 0, BODY_KINDS) === 1;
}

function element(exact: string, key: string, joint: boolean, and: boolean): Element {
  return {
    exact,
    key,
    initial: pieceKey(exact.charAt(0)),
    letter: false,
    run: null,
    light: LIGHT_WORDS.has(exact),
    place: false,
    joint,
    and,
  };
}

const COUNCILS = new Set(["uy ban nhan dan", "u b n d", "hoi dong nhan dan", "h d n d"]);

function markPlace(
  elements: readonly Element[],
  places: readonly Place[],
  levels: Phrases,
): Element[] {
  let end = elements.length;
  for (;;) {
    const length = placeEndingAt(elements, end, places, levels);
    if (length === 0 || length >= end) break;
    end -= length;
  }
  // The place is what tells one people's committee or council from another.
  const core = elements
    .slice(0, end)
    .map((part) => part.key)
    .join(" ");
  if (COUNCILS.has(core)) {
    while (end < elements.length && isLevel(elements, end)) end++;
  }
  return elements.map((part, index) => (index < end ? part : { ...part, place: true }));
}

function placeEndingAt(
  elements: readonly Element[],
  end: number,
  places: readonly Place[],
  levels: Phrases,
): number {
  const endings = [
    ...[...levels.values()].flat().map((level) => level.map(({ key }) => key)),
    ...places.map((place) => place.elements.map((part) => part.key)),
    ["thanh", "pho"],
    ["tinh"],
  ];
  for (const keys of endings) {
    const from = end - keys.length;
    if (from > 0 && keys.every((key, index) => elements[from + index]?.key === key))
      return keys.length;
  }
  return 0;
}

function isLevel(elements: readonly Element[], at: number): boolean {
  const two = `${elements[at]?.key ?? ""} ${elements[at + 1]?.key ?? ""}`;
  const before = `${elements[at - 1]?.key ?? ""} ${elements[at]?.key ?? ""}`;
  return (
    LEVELS.get(elements[at]?.key ?? "")?.some((level) => level.length === 1) === true ||
    two === "thanh pho" ||
    before === "thanh pho"
  );
}

function sequenceAt(
  words: readonly Word[],
  at: number,
  sequences: readonly (readonly string[])[],
): number {
  for (const sequence of sequences) {
    if (sequence.every((exact, index) => words[at + index]?.exact === exact))
      return sequence.length;
  }
  return 0;
}

function endsWith(words: readonly Word[], ending: readonly string[]): boolean {
  const from = words.length - ending.length;
  return from > 0 && ending.every((exact, index) => words[from + index]?.exact === exact);
}
