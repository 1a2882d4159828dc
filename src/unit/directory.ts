import { comparisonKey } from "../text";
import { findLevels, findPlaces, formsOf, spellingsOf, type Form, type Place } from "./forms";
import type { OwnerReading, Unit } from "./types";
import type { Phrases } from "./vocabulary";
import { cutWords, type Word } from "./words";

/** The units of a plan with what is needed to find them in a text. */
export interface Directory {
  readonly units: readonly Unit[];
  /** Unit by the comparison key of any of its spellings. */
  readonly bySpelling: ReadonlyMap<string, Unit>;
  readonly places: readonly Place[];
  /** Levels of local government that the names of its own bodies end with. */
  readonly levels: Phrases;
  /** Forms by the first letter of their first word. */
  readonly byFirstLetter: ReadonlyMap<string, readonly Form[]>;
  readonly forms: readonly Form[];
  /** Units by the title of their head, as words. */
  readonly titles: readonly { readonly words: readonly Word[]; readonly units: readonly Unit[] }[];
  /** What was read before: equal texts are read once. */
  readonly readings: Map<string, OwnerReading>;
}

/** So many directories are kept: that of the plan, and those of a look at another file. */
const KEPT_DIRECTORIES = 4;
/** So many cells are remembered before a directory starts anew. */
const KEPT_READINGS = 20_000;
const kept = new Map<string, Directory>();
const keys = new WeakMap<readonly Unit[], string>();

/**
 * Prepares a list of units for reading owner cells. The same units give the same directory, with the
 * cells that were read before: after a change only the cells that changed are read again.
 */
export function createDirectory(units: readonly Unit[]): Directory {
  const key = keys.get(units) ?? JSON.stringify(units);
  keys.set(units, key);
  const known = kept.get(key);
  const directory = known && known.readings.size < KEPT_READINGS ? known : makeDirectory(units);
  kept.delete(key);
  kept.set(key, directory);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_DIRECTORIES && oldest !== undefined) kept.delete(oldest);
  return directory;
}

/** As createDirectory, without remembering: for lists that grow while they are read. */
export function makeDirectory(units: readonly Unit[]): Directory {
  const bySpelling = new Map<string, Unit>();
  for (const unit of units) {
    for (const spelling of spellingsOf(unit)) {
      const key = comparisonKey(spelling);
      if (!bySpelling.has(key)) bySpelling.set(key, unit);
    }
  }
  const places = findPlaces(units);
  const levels = findLevels(units);
  const forms = units.flatMap((unit) => formsOf(unit, places, levels));
  const byFirstLetter = new Map<string, Form[]>();
  for (const form of forms) {
    const letter = form.elements[0]?.key.charAt(0) ?? "";
    const list = byFirstLetter.get(letter);
    if (list) list.push(form);
    else byFirstLetter.set(letter, [form]);
  }
  return {
    units,
    bySpelling,
    places,
    levels,
    byFirstLetter,
    forms,
    titles: titlesOf(units),
    readings: new Map(),
  };
}

function titlesOf(units: readonly Unit[]): { words: readonly Word[]; units: readonly Unit[] }[] {
  const byTitle = new Map<string, { words: readonly Word[]; units: Unit[] }>();
  for (const unit of units) {
    if (!unit.headTitle) continue;
    const key = comparisonKey(unit.headTitle);
    const known = byTitle.get(key);
    if (known) known.units.push(unit);
    else byTitle.set(key, { words: cutWords(unit.headTitle), units: [unit] });
  }
  return [...byTitle.values()].sort((a, b) => b.words.length - a.words.length);
}
