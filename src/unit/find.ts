import { align, type Alignment } from "./align";
import type { Directory } from "./directory";
import { kindLength, type Form } from "./forms";
import { clauseAt, joinsOn, roleAt, startsItem } from "./items";
import type { Unit } from "./types";
import {
  BODY_KINDS,
  COMMON_ABBREVIATIONS,
  FILLERS,
  GENERIC_BODIES,
  LEVELS,
  SHORT_LEVELS,
} from "./vocabulary";
import { cutWords, personMarkAt, phraseAt, piecesOf, type Word } from "./words";

/**
 * How sure a fit is. 0: a spelling of the directory. 1: its initials, or without the place.
 * 2: a beginning or an end of the name that no other unit shares. 3: only a candidate for a question.
 */
type Level = 0 | 1 | 2 | 3;

interface Fit {
  readonly unit: Unit;
  readonly end: number;
  readonly level: Level;
  readonly cost: number;
  /** A part of the name is not said, so that another name with the same beginning could be meant. */
  readonly partly: boolean;
  /** "và" and comma are exchanged: the words could belong to a longer name. */
  readonly rejoined: boolean;
}

/** What stands at a place: one unit for sure, or several that it could be. */
export interface Found {
  readonly end: number;
  readonly units: readonly Unit[];
  readonly sure: boolean;
  /** The whole name is said, in full or by initials, the place left aside. */
  readonly whole: boolean;
}

interface Ending extends Found {
  readonly rejoined: boolean;
}

const CLOSE_COSTS = 0.3;
const SURE_LETTERS = 4;
const SURE_WORDS = 4;
const LEAST_LETTERS_ALONE = 3;

/** The unit that the words from `at` on name, or the units that they could name; null when none. */
export function findUnit(words: readonly Word[], at: number, directory: Directory): Found | null {
  const { units } = memoryOf(words, directory);
  const known = units.get(at);
  if (known !== undefined) return known;
  const found = choose(fitsAt(words, at, directory), words, directory, null);
  units.set(at, found);
  return found;
}

/** What was found in one text: its places are looked at again and again while it is read. */
interface Memory {
  readonly directory: Directory;
  readonly units: Map<number, Found | null>;
  readonly exact: Map<number, boolean>;
}

const memories = new WeakMap<readonly Word[], Memory>();

function memoryOf(words: readonly Word[], directory: Directory): Memory {
  const known = memories.get(words);
  if (known?.directory === directory) return known;
  const memory: Memory = { directory, units: new Map(), exact: new Map() };
  memories.set(words, memory);
  return memory;
}

/** As findUnit, for a name whose word for the kind was said before: "Sở Tài chính, Nội vụ". */
export function findWithoutKind(
  words: readonly Word[],
  at: number,
  directory: Directory,
  kinds: readonly string[],
): Found | null {
  const fits: Fit[] = [];
  for (const form of directory.forms) {
    const starts = saidKinds(form, kinds);
    for (const alignment of starts.flatMap((said) => align(form, words, at, said))) {
      if (!isComplete(form, alignment) || alignment.typos > 0) continue;
      if (!isBoundary(words, alignment.end)) continue;
      if (form.level > 0 && isBareLevel(words, at, alignment.end)) continue;
      fits.push({
        unit: form.unit,
        end: alignment.end,
        level: 1,
        cost: alignment.cost,
        partly: false,
        rejoined: alignment.rejoined,
      });
    }
  }
  return choose(fits, words, directory, kinds);
}

/** Numbers of elements of a form that the kinds said before stand for. */
function saidKinds(form: Form, kinds: readonly string[]): number[] {
  if (form.kind === 0) return [];
  const starts = kinds.flatMap((kind) => {
    if (form.kindKey === kind) return form.kind < form.elements.length ? [form.kind] : [];
    if (form.levelKey === kind) return [form.level];
    return form.stemKey === kind ? [form.stem] : [];
  });
  return [...new Set(starts)];
}

/**
 * Keys of the words for the kind of body that a unit's name begins with: of "UBND xã Tân Hưng" the
 * committee of a commune. None when it begins with no such word.
 */
export function kindsOfUnit(unit: Unit, directory: Directory): readonly string[] {
  const forms = directory.forms.filter((candidate) => candidate.unit === unit);
  const leveled = forms.find((form) => form.levelKey !== "");
  if (leveled) return [leveled.levelKey];
  return [forms[0]?.stemKey ?? "", forms[0]?.kindKey ?? ""].filter((kind) => kind !== "");
}

function fitsAt(words: readonly Word[], at: number, directory: Directory): Fit[] {
  const word = words[at];
  if (!word) return [];
  const fits: Fit[] = [];
  for (const form of directory.byFirstLetter.get(word.key.charAt(0)) ?? []) {
    for (const alignment of align(form, words, at)) {
      addFit(fits, form, alignment, 0, words, at, directory);
    }
  }
  for (const form of directory.forms) {
    for (const [first, level] of laterStartsOf(form)) {
      if (form.elements[first]?.key.charAt(0) !== word.key.charAt(0)) continue;
      for (const alignment of align(form, words, at, first)) {
        if (alignment.reached < form.core || alignment.typos > 0) continue;
        if (levelOf(form, alignment, words, at) === 3) continue;
        addFit(fits, form, alignment, level, words, at, directory);
      }
    }
  }
  addSkippedBeginnings(fits, words, at, directory);
  return fits;
}

const laterStartsKnown = new WeakMap<Form, readonly (readonly [number, Level])[]>();

function laterStartsOf(form: Form): readonly (readonly [number, Level])[] {
  const known = laterStartsKnown.get(form) ?? laterStarts(form);
  laterStartsKnown.set(form, known);
  return known;
}

/** Places in a form from which its rest still names the unit: without "Ban" of "Ban Quản lý các khu …". */
function laterStarts(form: Form): readonly (readonly [number, Level])[] {
  const starts: (readonly [number, Level])[] = [];
  const content = (from: number) =>
    form.elements.slice(from, form.core).filter((element) => !element.light && !element.letter)
      .length;
  if (form.kind > 1 && content(1) >= SURE_WORDS && form.elements[0]?.key === "ban")
    starts.push([1, 2]);
  // Without "Văn phòng" an office of a committee would be the committee itself.
  const namesABody = kindLength(form.elements.slice(form.kind)) > 0;
  const committee = form.elements[0]?.key === "uy" && form.kind === 2;
  if (form.kind > 0 && content(form.kind) >= SURE_WORDS && (!namesABody || committee))
    starts.push([form.kind, committee ? 2 : 3]);
  const first = form.elements
    .slice(0, 4)
    .map((element) => element.key)
    .join(" ");
  if (first === "uy ban nhan dan" && form.elements.length > 4) starts.push([4, 2]);
  return starts;
}

/** "Vụ HSSV" for "Vụ Công tác học sinh, sinh viên": the kind, then the end of the name. */
function addSkippedBeginnings(
  fits: Fit[],
  words: readonly Word[],
  at: number,
  directory: Directory,
): void {
  const typedKind = phraseAt(words, at, BODY_KINDS);
  if (typedKind === 0) return;
  for (const form of directory.byFirstLetter.get(words[at]?.key.charAt(0) ?? "") ?? []) {
    if (form.kind === 0 || form.kind !== typedKind || form.elements[form.kind]?.letter) continue;
    const sameKind = form.elements
      .slice(0, form.kind)
      .every((element, index) => element.key === words[at + index]?.key);
    if (!sameKind) continue;
    for (let first = form.kind + 1; first < form.core; first++) {
      for (const alignment of align(form, words, at + typedKind, first)) {
        if (alignment.reached < form.core || alignment.typos > 0) continue;
        const letters = Math.max(alignment.initials, alignment.end - at - typedKind);
        const level = letters >= SURE_LETTERS ? 2 : 3;
        addFit(
          fits,
          form,
          { ...alignment, cost: alignment.cost + first },
          level,
          words,
          at,
          directory,
        );
      }
    }
  }
}

function addFit(
  fits: Fit[],
  form: Form,
  alignment: Alignment,
  atLeast: Level,
  words: readonly Word[],
  at: number,
  directory: Directory,
): void {
  const own = levelOf(form, alignment, words, at);
  if (own === null) return;
  const level = Math.max(own, atLeast) as Level;
  for (const extension of extensions(words, alignment, form, directory)) {
    if (!isBoundary(words, extension.end)) continue;
    fits.push({
      unit: form.unit,
      end: extension.end,
      level: Math.max(level, extension.level) as Level,
      cost: alignment.cost + extension.cost,
      partly: level >= 2 || (form.core < form.elements.length && alignment.places === 0),
      rejoined: alignment.rejoined,
    });
  }
}

/** Whether all of a form but its place and light words fits. */
export function isComplete(form: Form, alignment: Alignment): boolean {
  for (let index = alignment.reached; index < form.elements.length; index++) {
    const element = form.elements[index];
    if (element && !element.place && !element.light) return false;
  }
  return true;
}

function levelOf(
  form: Form,
  alignment: Alignment,
  words: readonly Word[],
  at: number,
): Level | null {
  const count = alignment.end - at;
  if (isBareLevel(words, at, alignment.end)) return null;
  const onlyLettersOfName =
    count === 1 &&
    alignment.initials > 0 &&
    !form.elements[0]?.letter &&
    COMMON_ABBREVIATIONS[words[at]?.key ?? ""] === undefined;
  if (onlyLettersOfName && alignment.initials < LEAST_LETTERS_ALONE) return null;
  if (isComplete(form, alignment)) {
    if (alignment.typos > 0) return alignment.typos === 1 && form.core >= SURE_WORDS ? 2 : 3;
    const placeLeftOut = form.core < form.elements.length && alignment.places === 0;
    const bare = form.core <= form.kind;
    if (placeLeftOut && bare) return isOwnOffice(form) ? 2 : 3;
    if (count === 1 && alignment.initials > 0 && placeLeftOut)
      return alignment.initials > SURE_LETTERS ? 1 : 3;
    if (
      alignment.initials > 0 &&
      shortensItsAbbreviation(form.unit, words.slice(at, alignment.end))
    )
      return 3;
    if (alignment.droppedPlaces > 0 || alignment.initials > 0 || placeLeftOut) return 1;
    return 0;
  }
  if (alignment.typos > 0) return null;
  return levelOfBeginning(form, alignment, words, at);
}

/**
 * The directory writes "Vụ GDTrH" because "Vụ GDTH" would be another: plain initials are then
 * only a candidate.
 */
function shortensItsAbbreviation(unit: Unit, said: readonly Word[]): boolean {
  const own = cutWords(unit.abbreviation ?? "").at(-1)?.pieces;
  const typed = said.at(-1)?.pieces;
  if (!own || !typed || typed.length < own.length) return false;
  const tail = typed.slice(-own.length);
  return own.some((piece, index) => piece.length > (tail[index]?.length ?? 0));
}

function levelOfBeginning(
  form: Form,
  alignment: Alignment,
  words: readonly Word[],
  at: number,
): Level | null {
  const { reached } = alignment;
  const next = form.elements[reached];
  if (!next || alignment.end === at) return null;
  if (reached <= form.kind) {
    const said = form.elements
      .slice(0, reached)
      .map((element) => element.key)
      .join(" ");
    const rest = form.elements.slice(reached);
    if ((said === "van phong" || said === "thanh tra") && kindLength(rest) > 0) return 2;
    // "Ban" in its own plan is the board, never one of its project boards.
    if (said === "ban" && next.key === "quan") return isProjectBoard(form) ? null : 2;
    return null;
  }
  if (next.letter) return null;
  // "Sở Văn hóa và Thể thao" is a name that ends here, not the beginning of a longer one.
  const said = form.elements.slice(0, reached);
  const closes = words.slice(at + 1, alignment.end).some((word) => word.before.and);
  if (closes && !said.some((element) => element.and)) return 3;
  if (next.joint) return alignment.initials === 0 || alignment.initials >= SURE_LETTERS ? 2 : 3;
  // "Hà Nội" and "Hà Nội 2" are two schools.
  if (/\d/.test(next.exact)) return 3;
  const last = words[alignment.end - 1];
  const half = alignment.initials * 2 >= form.core - form.kind;
  if (last?.pieces && alignment.initials >= SURE_LETTERS && half) return 2;
  return 3;
}

/** "thành phố", "thị xã", "thành, thị": a level of which there are many is never one of them. */
function isBareLevel(words: readonly Word[], at: number, end: number): boolean {
  return phraseAt(words, at, SHORT_LEVELS) === end - at || phraseAt(words, at, LEVELS) === end - at;
}

function isProjectBoard(form: Form): boolean {
  return form.elements.some(
    ({ key }, index) => key === "du" && form.elements[index + 1]?.key === "an",
  );
}

function isOwnOffice(form: Form): boolean {
  return form.kindKey === "van phong" || form.kindKey === "thanh tra";
}

/** The ends up to which a fit reaches when the text adds a place or the own agency to the name. */
function extensions(
  words: readonly Word[],
  alignment: Alignment,
  form: Form,
  directory: Directory,
): { end: number; level: Level; cost: number }[] {
  const ends: { end: number; level: Level; cost: number }[] = [
    { end: alignment.end, level: 0, cost: 0 },
  ];
  const next = words[alignment.end];
  if (!next || joinsOn(next)) return ends;
  const bare = alignment.reached <= form.kind;
  if (bare && isOwnOffice(form)) {
    // "Thanh tra tỉnh" is not the inspectorate of the agency itself.
    if (form.elements.length === form.kind && isBareAgency(words, alignment.end))
      ends.push({ end: alignment.end + 1, level: 1, cost: 0.4 });
    return ends;
  }
  let at = alignment.end;
  const own = ownLevelAt(words, at, form, directory);
  const level = own || placeLevelAt(words, at);
  at += level;
  if (level > 0) ends.push({ end: at, level: bare ? 3 : 1, cost: 0.4 });
  const place = homePlaceAt(words, at, directory);
  if (place > 0) ends.push({ end: at + place, level: bare ? 3 : 1, cost: 0.4 });
  const spelledOut = level > 0 ? foreignPlaceAt(words, at) : 0;
  if (spelledOut > 0 && place === 0 && directory.places.every((known) => known.units === 0))
    ends.push({ end: at + spelledOut, level: 3, cost: 2 });
  return ends;
}

/** "… phường" behind a name that leaves it out, in a directory whose own level it is. */
function ownLevelAt(words: readonly Word[], at: number, form: Form, directory: Directory): number {
  return form.core === form.elements.length ? phraseAt(words, at, directory.levels) : 0;
}

function placeLevelAt(words: readonly Word[], at: number): number {
  const first = words[at];
  const second = words[at + 1];
  if (first?.exact === "tỉnh" || first?.key === "tp") return 1;
  return first?.exact === "thành" && second?.exact === "phố" ? 2 : 0;
}

function homePlaceAt(words: readonly Word[], at: number, directory: Directory): number {
  const known = directory.places.filter((place) => place.units > 0);
  for (const place of known) {
    if (place.units < 2 && known.length > 1) continue;
    const fits = place.elements.every((element, index) => {
      const word = words[at + index];
      return word?.key === element.key && !(index === 0 && joinsOn(word));
    });
    if (fits) return place.elements.length;
    const initials = place.elements.map((element) => element.initial).join("");
    const short = words[at] ? piecesOf(words[at].text)?.join("") : undefined;
    if (short === initials || short === `tp${initials}`) return 1;
  }
  return 0;
}

function foreignPlaceAt(words: readonly Word[], at: number): number {
  let length = 0;
  while (length < 4) {
    const word = words[at + length];
    if (!word?.capital || (length > 0 && joinsOn(word))) break;
    length++;
  }
  return length;
}

function isBareAgency(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && (word.exact === "ban" || word.exact === "sở" || word.exact === "bộ");
}

/** Whether a name may end before this word. */
export function isBoundary(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return true;
  const { before } = word;
  if (joinsOn(word) || before.slash || before.dash || before.stop) return true;
  if (FILLERS.has(word.exact) || roleAt(words, at)) return true;
  if (clauseAt(words, at)) return true;
  if (personMarkAt(words, at) > 0 && word.capital) return true;
  return before.newline && word.capital && word.exact !== "tổ" && startsItem(words, at);
}

function choose(
  fits: readonly Fit[],
  words: readonly Word[],
  directory: Directory,
  kinds: readonly string[] | null,
): Found | null {
  const named = best(fits, (fit) => fit.level <= 1);
  const shared = best(fits, (fit) => fit.level === 2);
  const doubtful = (found: Ending | null, carefully: boolean) =>
    found !== null && isDoubtfulEnd(words, found, directory, kinds, carefully);
  if (named && !doubtful(named, false) && (!shared || shared.end <= named.end)) return named;
  if (shared && !doubtful(shared, true)) {
    if (!named || doubtful(named, false) || shared.end > named.end) return shared;
  }
  if (named && !doubtful(named, false)) return named;
  const likely = named ?? shared ?? best(fits, (fit) => fit.level === 3);
  return likely ? { ...likely, sure: false } : null;
}

/** The fits that reach furthest, then the surest and cheapest; more than one unit is a question. */
function best(all: readonly Fit[], wanted: (fit: Fit) => boolean): Ending | null {
  const fits = all.filter(wanted);
  if (fits.length === 0) return null;
  const end = Math.max(...fits.map((fit) => fit.end));
  const furthest = fits.filter((fit) => fit.end === end);
  const level = Math.min(...furthest.map((fit) => fit.level));
  const surest = furthest.filter((fit) => fit.level === level);
  const cost = Math.min(...surest.map((fit) => fit.cost));
  const close = surest
    .filter((fit) => level >= 2 || fit.cost < cost + CLOSE_COSTS)
    .sort((a, b) => a.cost - b.cost);
  // "Trường ĐHSP" leaves out the place that tells the schools apart.
  const rivals = close.every((fit) => fit.partly) ? all.filter((fit) => fit.end === end) : [];
  const units = [...new Set([...close, ...rivals].map((fit) => fit.unit))];
  return {
    end,
    units,
    sure: units.length === 1 && level <= 2,
    whole: level <= 1,
    rejoined: close.some((fit) => fit.rejoined),
  };
}

/**
 * Whether what follows could be the rest of a longer name: "Sở Nông nghiệp và …" may be another
 * body than "Sở Nông nghiệp" unless the next words begin an item of their own.
 */
function isDoubtfulEnd(
  words: readonly Word[],
  found: Ending,
  directory: Directory,
  kinds: readonly string[] | null,
  carefully: boolean,
): boolean {
  const next = words[found.end];
  if (!next) return false;
  const { before } = next;
  if (before.semicolon || before.colon) return false;
  if (before.newline && !before.comma && isOfficeBeforeItsAgency(words, found)) return true;
  const joins = before.and || before.dash || before.slash || (carefully && before.comma);
  if (!joins) return false;
  if (before.and && mayGoOn(words, found)) return true;
  if (startsItem(words, found.end) || isNamedPlace(words, found.end)) return false;
  if (found.rejoined && before.and) return true;
  if (findExact(words, found.end, directory)) return false;
  // "Sở Tài chính - Nội vụ" may be one body: only a comma or "và" lets the kind be left out.
  if (before.dash || before.slash) return true;
  const unit = found.units[0];
  const said = kinds ?? (unit ? kindsOfUnit(unit, directory) : []);
  return findWithoutKind(words, found.end, directory, said)?.sure !== true;
}

const PLAIN_GROUPS = new Set(["don", "co", "dia", "ca", "nganh"]);

/** "Phòng Quản lý đầu tư và doanh nghiệp", "Văn phòng HĐND và UBND": the noun may belong to the name. */
function mayGoOn(words: readonly Word[], found: Ending): boolean {
  const generic = phraseAt(words, found.end, GENERIC_BODIES);
  const after = words[found.end + generic];
  const stands = !after || joinsOn(after) || after.before.newline;
  if (generic > 0 && stands && !PLAIN_GROUPS.has(words[found.end]?.key ?? "")) return true;
  return isCouncilAndCommittee(words, found.end);
}

/** Whether "UBND" stands behind "HĐND": one office serves both. */
export function isCouncilAndCommittee(words: readonly Word[], at: number): boolean {
  const council = words[at - 1]?.key;
  const next = words[at]?.key;
  return (council === "hdnd" || council === "dan") && (next === "ubnd" || next === "uy");
}

/** "…, xã Tân Hưng": the next local body, its committee left out. */
function isNamedPlace(words: readonly Word[], at: number): boolean {
  const level = phraseAt(words, at, LEVELS);
  return level > 0 && words[at + level]?.capital === true;
}

const AGENCIES = new Set([
  "uy",
  "ub",
  "ubnd",
  "ubmttq",
  "bo",
  "so",
  "chinh",
  "hdnd",
  "hoi",
  "doan",
]);

/** "Văn phòng" at the end of a line and "Ủy ban …" on the next may be one name or two. */
function isOfficeBeforeItsAgency(words: readonly Word[], found: Found): boolean {
  const last = words[found.end - 1]?.key;
  const office = last === "phong" || last === "vp" || last === "tra";
  return office && AGENCIES.has(words[found.end]?.key ?? "");
}

/** Whether a spelling of the directory, its initials or the name without the place stands here. */
export function findExact(words: readonly Word[], at: number, directory: Directory): boolean {
  const { exact } = memoryOf(words, directory);
  const known = exact.get(at);
  if (known !== undefined) return known;
  const found = isExact(words, at, directory);
  exact.set(at, found);
  return found;
}

function isExact(words: readonly Word[], at: number, directory: Directory): boolean {
  const word = words[at];
  if (!word) return false;
  for (const form of directory.byFirstLetter.get(word.key.charAt(0)) ?? []) {
    for (const alignment of align(form, words, at)) {
      if (!isComplete(form, alignment) || !isBoundary(words, alignment.end)) continue;
      if (levelOf(form, alignment, words, at) === 0 || levelOf(form, alignment, words, at) === 1)
        return true;
    }
  }
  return false;
}
