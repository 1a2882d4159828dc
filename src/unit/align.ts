import { distance } from "fastest-levenshtein";
import type { Element, Form } from "./forms";
import { COMMON_ABBREVIATIONS } from "./vocabulary";
import type { Word } from "./words";

/** How a run of words fits a form, or the beginning of it. */
export interface Alignment {
  /** Index after the last word that fits. */
  readonly end: number;
  /** Index after the last element that fits. */
  readonly reached: number;
  /** 0 is the very spelling; accents, initials and left-out words add to it. */
  readonly cost: number;
  readonly typos: number;
  /** Letters of abbreviations that stood for words of the form. */
  readonly initials: number;
  /** Elements of the place that fit, and that were left out. */
  readonly places: number;
  readonly droppedPlaces: number;
  /** A comma stands where the name has "và". */
  readonly rejoined: boolean;
}

interface State {
  readonly element: number;
  readonly word: number;
  readonly cost: number;
  readonly typos: number;
  readonly initials: number;
  readonly places: number;
  readonly droppedPlaces: number;
  readonly rejoined: boolean;
}

const INITIAL_COST = 0.5;
const ACCENT_COST = 1;
const DROPPED_PLACE_COST = 0.4;
const TYPO_COST = 20;
const MOST_TYPOS = 2;
/** Enough for any name; keeps a pathological cell from costing more than its length. */
const MOST_STATES = 4000;

/**
 * Fits the words from `at` on to the elements from `first` on. Words may be abbreviated to initials,
 * light words and the place left out, "và", commas and dashes exchanged, accents missing.
 * Gives every place up to which a beginning of the form fits, cheapest first for each.
 */
export function align(form: Form, words: readonly Word[], at: number, first = 0): Alignment[] {
  const start: State = { ...START, element: first, word: at };
  if (!mayBegin(form.elements, start, words[at])) return [];
  const best = new Map<number, Alignment>();
  const stack: State[] = [start];
  let visited = 0;
  for (let state = stack.pop(); state && visited < MOST_STATES; state = stack.pop(), visited++) {
    if (state.word > at && state.element > first) note(best, state);
    const element = form.elements[state.element];
    if (!element) continue;
    if (element.light || element.place) {
      stack.push({
        ...state,
        element: state.element + 1,
        cost: state.cost + (element.place ? DROPPED_PLACE_COST : 0),
        droppedPlaces: state.droppedPlaces + (element.place ? 1 : 0),
      });
    }
    const word = words[state.word];
    if (!word || (state.word > at && !mayContinue(word, words[state.word - 1], element))) continue;
    for (const next of steps(form.elements, state, word)) stack.push(next);
  }
  return [...best.values()].sort((a, b) => b.end - a.end || a.cost - b.cost);
}

const START: Omit<State, "element" | "word"> = {
  cost: 0,
  typos: 0,
  initials: 0,
  places: 0,
  droppedPlaces: 0,
  rejoined: false,
};

/** Most forms are ruled out by their first word. */
function mayBegin(elements: readonly Element[], state: State, word: Word | undefined): boolean {
  const element = elements[state.element];
  if (!word || !element) return false;
  if (element.light || element.place) return true;
  return steps(elements, state, word).length > 0;
}

/** More elements than any form has. */
const FORM_LIMIT = 1000;

function note(best: Map<number, Alignment>, state: State): void {
  const key = state.word * FORM_LIMIT + state.element;
  const known = best.get(key);
  if (known && known.cost <= state.cost) return;
  best.set(key, { ...state, end: state.word, reached: state.element });
}

/** Whether the marks before a word may stand inside a name at this element. */
function mayContinue(word: Word, previous: Word | undefined, element: Element): boolean {
  const { before } = word;
  if (before.semicolon || before.colon) return false;
  if (element.joint) return true;
  if (before.comma || before.and) return false;
  if (before.dash || before.slash) return word.pieces !== null || previous?.pieces !== null;
  return true;
}

const NO_STEPS: readonly State[] = [];

function steps(elements: readonly Element[], state: State, word: Word): readonly State[] {
  const element = elements[state.element];
  // Words, abbreviations and typing errors alike begin with the same letter.
  if (!element || word.key.charAt(0) !== element.key.charAt(0)) return NO_STEPS;
  const next: State[] = [];
  const take = (count: number, cost: number, initials = 0, typos = 0) => {
    let places = 0;
    for (let index = state.element; index < state.element + count; index++) {
      if (elements[index]?.place) places++;
    }
    next.push({
      ...state,
      rejoined: state.rejoined || (element.and && word.before.comma),
      element: state.element + count,
      word: state.word + 1,
      cost: state.cost + cost,
      initials: state.initials + initials,
      typos: state.typos + typos,
      places: state.places + places,
    });
  };
  if (element.run && element.run.key === word.key) take(element.run.letters, 0);
  if (!element.letter) {
    if (word.exact === element.exact) take(1, 0);
    else if (word.key === element.key || sameSound(word.key, element.key)) take(1, ACCENT_COST);
    else if (state.typos < MOST_TYPOS && isTypingError(word.key, element.key))
      take(1, TYPO_COST, 0, 1);
    const following = elements[state.element + 1];
    if (following && !following.letter && word.key === element.key + following.key)
      take(2, ACCENT_COST);
  }
  const common = COMMON_ABBREVIATIONS[word.key];
  if (common?.every((exact, index) => elements[state.element + index]?.exact === exact))
    take(common.length, INITIAL_COST, common.length);
  if (word.pieces) {
    for (const fit of fitPieces(elements, state.element, word.pieces)) {
      take(fit.elements, fit.cost, word.pieces.length);
    }
    const collapsed = collapse(word.pieces);
    if (collapsed.length < word.pieces.length && collapsed.length >= 5) {
      for (const fit of fitPieces(elements, state.element, collapsed)) {
        take(fit.elements, fit.cost + TYPO_COST, collapsed.length, 1);
      }
    }
  }
  return next;
}

/** "lí" and "lý", "kĩ" and "kỹ": both spellings are in use. */
function sameSound(typed: string, meant: string): boolean {
  if (!typed.endsWith("y") && !meant.endsWith("y")) return false;
  const plain = (word: string) => word.replace(/^([bcdghklmnpqrstvx]+)y$/, "$1i");
  return typed !== meant && plain(typed) === plain(meant);
}

/** A letter too many, too few, exchanged or swapped in a word that is long enough to know it again. */
function isTypingError(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false;
  if (Math.min(typed.length, meant.length) < 3 || /\d/.test(typed + meant)) return false;
  if (typed.charAt(0) !== meant.charAt(0)) return false;
  if (distance(typed, meant) === 1) return true;
  return typed.length === meant.length && [...typed].sort().join("") === [...meant].sort().join("");
}

/** A letter held too long: "ĐDDHSP" for "ĐHSP". */
function collapse(pieces: readonly string[]): string[] {
  const plain = (piece: string) => piece.replaceAll("đ", "d");
  return pieces.filter((piece, index) => {
    const previous = pieces[index - 1];
    return previous === undefined || plain(previous) !== plain(piece);
  });
}

/** Ways in which the letters of an abbreviation are the initials of the elements from `from` on. */
function fitPieces(
  elements: readonly Element[],
  from: number,
  pieces: readonly string[],
): { elements: number; cost: number }[] {
  if (pieces.length === 1 && !mayBeOneLetter(elements, from)) return [];
  const fits: { elements: number; cost: number }[] = [];
  const walk = (element: number, piece: number, cost: number): void => {
    if (piece === pieces.length) {
      fits.push({ elements: element - from, cost: cost + INITIAL_COST });
      return;
    }
    const current = elements[element];
    const letters = pieces[piece];
    if (!current || letters === undefined) return;
    if (current.light && element > from) walk(element + 1, piece, cost);
    const plain = letters.replaceAll("đ", "d");
    if (letters.length === 1) {
      if (current.initial === letters) walk(element + 1, piece + 1, cost);
      else if (current.initial.replaceAll("đ", "d") === plain)
        walk(element + 1, piece + 1, cost + ACCENT_COST);
    } else if (current.key.startsWith(plain)) {
      walk(element + 1, piece + 1, cost);
    }
  };
  walk(from, 0, 0);
  return fits;
}

const ONE_LETTER_WORDS = new Set(["phong", "phuong", "xa", "quan", "huyen", "so", "thanh", "tinh"]);

/** "P." stands for Phòng or Phường, "X." for xã; elsewhere one letter says too little. */
function mayBeOneLetter(elements: readonly Element[], from: number): boolean {
  const element = elements[from];
  return element !== undefined && (element.letter || ONE_LETTER_WORDS.has(element.key));
}
