import { distance } from "fastest-levenshtein";
import { comparisonKey } from "../text";

/** What tells one task from another when an appendix is read again. */
export interface IdentityTask {
  readonly title: string;
  /** STT as shown. */
  readonly number: string;
  /** Sheet row; null when the row is not known. */
  readonly row: number | null;
  readonly section: readonly string[];
  /** Owner, product and time as written: tells tasks of equal title apart. */
  readonly details?: string;
}

export interface TaskMatches {
  /** The same task before and after, with a certainty from 0 to 1. */
  readonly pairs: readonly (readonly [before: number, after: number, certainty: number])[];
  /** Tasks after that may be one of several before, the likeliest first: only the officer can say. */
  readonly doubts: readonly { readonly after: number; readonly candidates: readonly number[] }[];
  /** Tasks after that were not there before, doubtful ones left out. */
  readonly added: readonly number[];
  /** Tasks before that are no longer there, candidates of doubts left out. */
  readonly gone: readonly number[];
}

interface Entry {
  readonly key: string;
  readonly words: readonly string[];
  readonly figures: string;
  readonly number: string;
  readonly section: string;
  readonly details: string;
  /** Place in the order of rows, from 0. */
  readonly place: number;
}

interface Claim {
  readonly before: number;
  readonly after: number;
  /** Likeness of the texts, 0 to 1. */
  readonly likeness: number;
  /** Likeness of the words that few tasks share. */
  readonly distinctive: number;
  /** The words that came in are all words of other tasks: rather another task of the same make. */
  readonly borrowed: boolean;
  /** Letters changed in most words, each of them still near the word it was. */
  readonly throughout: boolean;
}

/** Weight of the text against number, section and place. */
const TEXT_SHARE = 0.7;
/** How far a pair must be ahead of its rivals. */
const AHEAD = 0.05;
/** The same for equal texts: one sign of the place is enough. */
const AHEAD_EQUAL = 0.04;
/** Below this likeness two texts are not the same task changed. */
const UNLIKE = 0.42;
/** Likeness that is enough (30 % of a text changed, less what comparing leaves out), and worth a question. */
const ENOUGH = 0.68;
const WORTH_ASKING = 0.5;
const ALMOST_EQUAL = 0.92;
const CLEAR_GAP = 0.12;
/** Share of words with letters changed, and then the lead that is enough: two letters of a title. */
const CHANGED_THROUGHOUT = 0.5;
const AHEAD_LETTERS = TEXT_SHARE * 0.025;
/** Number, section, neighbours and details: as good as the same row. */
const IN_PLACE = 0.5;
/** Pairs compared one by one; beyond, words in common choose whom to compare. */
const ALL_PAIRS = 160_000;
const CANDIDATES = 12;

/**
 * Finds each task of an appendix again after it was edited, sorted, renumbered or moved: equal texts first,
 * then the best one-to-one assignment by text, number, section and place. A pair is taken only where it is the
 * best of both its tasks and clearly ahead; where it is not, a doubt names the candidates. Nothing is guessed.
 */
export function matchTasks(
  before: readonly IdentityTask[],
  after: readonly IdentityTask[],
): TaskMatches {
  const olds = entries(before);
  const news = entries(after);
  const state = new Assignment(olds, news);
  state.settle(equalTexts(olds, news), true);
  state.settle(likeTexts(olds, news, state), false);
  return state.result();
}

function entries(tasks: readonly IdentityTask[]): Entry[] {
  const order = tasks.map((_, index) => index);
  order.sort(
    (one, other) => (tasks[one]?.row ?? one) - (tasks[other]?.row ?? other) || one - other,
  );
  const places = new Int32Array(tasks.length);
  order.forEach((index, place) => (places[index] = place));
  return tasks.map((task, index) => {
    const key = comparisonKey(task.title);
    return {
      key,
      words: key.match(/[\p{L}\p{N}]+/gu) ?? [],
      figures: (key.match(/\d+|\bquý [iv]+\b/gu) ?? []).join(" "),
      number: comparisonKey(task.number).replace(/[.)]+$/, ""),
      section: task.section.map(comparisonKey).join("\n"),
      details: comparisonKey(task.details ?? ""),
      place: places[index] ?? index,
    };
  });
}

/** Every pair with the same words; a blank title proves nothing. */
function equalTexts(olds: readonly Entry[], news: readonly Entry[]): Claim[] {
  const groups = new Map<string, number[]>();
  olds.forEach((old, index) => {
    if (old.key === "") return;
    const group = groups.get(old.key);
    if (group) group.push(index);
    else groups.set(old.key, [index]);
  });
  const claims: Claim[] = [];
  const used = new Map<string, number>();
  news.forEach((one, after) => {
    const group = groups.get(one.key) ?? [];
    used.set(one.key, (used.get(one.key) ?? 0) + 1);
    // Many equal texts ("Báo cáo" in every row): those in the same section or under the same number stand for all.
    const narrow =
      group.length <= 40
        ? group
        : group.filter((before) => olds[before]?.number === one.number).slice(0, 40);
    for (const before of narrow)
      claims.push({
        before,
        after,
        likeness: 1,
        distinctive: 1,
        borrowed: false,
        throughout: false,
      });
  });
  return claims;
}

function likeTexts(olds: readonly Entry[], news: readonly Entry[], state: Assignment): Claim[] {
  const freeOlds = state.freeBefore();
  const freeNews = state.freeAfter();
  const weights = wordWeights(olds, news);
  const known = new Set(olds.flatMap((old) => old.words));
  const claims: Claim[] = [];
  const compare = (before: number, after: number) => {
    const old = olds[before];
    const one = news[after];
    if (!old || !one || old.key === "" || one.key === "" || old.key === one.key) return;
    const longer = Math.max(old.key.length, one.key.length);
    if (Math.abs(old.key.length - one.key.length) / longer > 1 - UNLIKE) return;
    const likeness = 1 - distance(old.key, one.key) / longer;
    if (likeness < UNLIKE) return;
    claims.push({
      before,
      after,
      likeness,
      distinctive: sharedWeight(old, one, weights),
      borrowed: isBorrowed(old, one, known),
      throughout: likeness >= ENOUGH && isChangedThroughout(old, one),
    });
  };
  if (freeOlds.length * freeNews.length <= ALL_PAIRS) {
    for (const before of freeOlds) for (const after of freeNews) compare(before, after);
    return claims;
  }
  const index = new Map<string, number[]>();
  for (const before of freeOlds) {
    for (const piece of pieces(olds[before]?.key ?? "")) {
      const list = index.get(piece);
      if (list) list.push(before);
      else index.set(piece, [before]);
    }
  }
  const common = Math.max(60, freeOlds.length / 10);
  for (const after of freeNews) {
    const shared = new Map<number, number>();
    for (const piece of pieces(news[after]?.key ?? "")) {
      const list = index.get(piece) ?? [];
      if (list.length > common) continue;
      for (const before of list) shared.set(before, (shared.get(before) ?? 0) + 1 / list.length);
    }
    [...shared]
      .sort((one, other) => other[1] - one[1])
      .slice(0, CANDIDATES)
      .forEach(([before]) => compare(before, after));
  }
  return claims;
}

/** Runs of six characters: what stays when some letters of a text change. */
function pieces(key: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 6 <= key.length; at += 1) found.add(key.slice(at, at + 6));
  if (found.size === 0) found.add(key);
  return found;
}

/** Words that few tasks share weigh most. */
function wordWeights(olds: readonly Entry[], news: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of [...olds, ...news]) {
    for (const word of new Set(entry.words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const total = olds.length + news.length;
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + total / count)]));
}

function sharedWeight(old: Entry, one: Entry, weights: ReadonlyMap<string, number>): number {
  const left = new Map<string, number>();
  let all = 0;
  for (const word of old.words) {
    left.set(word, (left.get(word) ?? 0) + 1);
    all += weights.get(word) ?? 1;
  }
  let shared = 0;
  for (const word of one.words) {
    const weight = weights.get(word) ?? 1;
    all += weight;
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared += 2 * weight;
      left.set(word, count - 1);
    }
  }
  return all === 0 ? 0 : shared / all;
}

/**
 * Another task of the same make differs in some words and keeps the others; a text mistyped, read by a scanner or
 * typed without accents differs a little in most of them.
 */
function isChangedThroughout(old: Entry, one: Entry): boolean {
  const left = [...one.words];
  const changed = old.words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return changed.length >= old.words.length * CHANGED_THROUGHOUT;
}

function isBorrowed(old: Entry, one: Entry, known: ReadonlySet<string>): boolean {
  const came = one.words.filter((word) => !old.words.includes(word));
  return came.length > 0
    ? came.every((word) => known.has(word))
    : !isShortened(old.words, one.words);
}

function isShortened(words: readonly string[], fewer: readonly string[]): boolean {
  let at = 0;
  for (const word of words) if (word === fewer[at]) at++;
  return at === fewer.length;
}

/** The pairs found so far, and who still claims whom. */
class Assignment {
  private readonly partnerOfOld: Int32Array;
  private readonly partnerOfNew: Int32Array;
  private readonly oldAt: Int32Array;
  private readonly newAt: Int32Array;
  private readonly pairs: [number, number, number][] = [];
  private open: readonly Claim[] = [];
  private compared = 0;

  constructor(
    private readonly olds: readonly Entry[],
    private readonly news: readonly Entry[],
  ) {
    this.partnerOfOld = new Int32Array(olds.length).fill(-1);
    this.partnerOfNew = new Int32Array(news.length).fill(-1);
    this.oldAt = indexByPlace(olds);
    this.newAt = indexByPlace(news);
  }

  freeBefore(): number[] {
    return this.olds.map((_, index) => index).filter((index) => this.partnerOfOld[index] === -1);
  }

  freeAfter(): number[] {
    return this.news.map((_, index) => index).filter((index) => this.partnerOfNew[index] === -1);
  }

  /** Takes, round by round, every pair that is best both ways and clearly ahead. */
  settle(claims: readonly Claim[], equal: boolean): void {
    let open = claims.filter((claim) => this.isFree(claim));
    for (let found = true; found && open.length > 0;) {
      found = false;
      const scored = open.map((claim) => ({ claim, place: this.placeOf(claim) }));
      const score = ({ claim, place }: (typeof scored)[number]) =>
        TEXT_SHARE * claim.likeness + (1 - TEXT_SHARE) * place;
      const bestOld = new Map<number, [first: number, second: number]>();
      const bestNew = new Map<number, [first: number, second: number]>();
      for (const one of scored) {
        rank(bestOld, one.claim.before, score(one));
        rank(bestNew, one.claim.after, score(one));
      }
      for (const one of scored) {
        const own = score(one);
        const { before, after } = one.claim;
        if (!this.isFree(one.claim)) continue;
        const ahead = equal ? AHEAD_EQUAL : one.claim.throughout ? AHEAD_LETTERS : AHEAD;
        if (!isAhead(bestOld.get(before), own, ahead)) continue;
        if (!isAhead(bestNew.get(after), own, ahead)) continue;
        if (!equal && !this.isSafe(one.claim, one.place)) continue;
        this.take(before, after, equal ? 1 : Math.min(0.99, own));
        found = true;
      }
      open = open.filter((claim) => this.isFree(claim));
    }
    this.open = [...this.open.filter((claim) => this.isFree(claim)), ...open];
  }

  result(): TaskMatches {
    const candidates = new Map<number, Claim[]>();
    for (const claim of this.open) {
      const list = candidates.get(claim.after) ?? [];
      list.push(claim);
      candidates.set(claim.after, list);
    }
    const doubts: { after: number; candidates: number[] }[] = [];
    const doubted = new Set<number>();
    for (const [after, claims] of [...candidates].sort((one, other) => one[0] - other[0])) {
      const likely = claims
        .filter((claim) => claim.likeness >= WORTH_ASKING || this.placeOf(claim) >= IN_PLACE)
        .sort(
          (one, other) =>
            other.likeness + this.placeOf(other) / 2 - one.likeness - this.placeOf(one) / 2,
        )
        .slice(0, 5);
      if (likely.length === 0) continue;
      doubts.push({ after, candidates: likely.map((claim) => claim.before) });
      for (const claim of likely) doubted.add(claim.before);
    }
    const asked = new Set(doubts.map((doubt) => doubt.after));
    return {
      pairs: [...this.pairs].sort((one, other) => one[1] - other[1]),
      doubts,
      added: this.freeAfter().filter((index) => !asked.has(index)),
      gone: this.freeBefore().filter((index) => !doubted.has(index)),
    };
  }

  private isFree(claim: Claim): boolean {
    return this.partnerOfOld[claim.before] === -1 && this.partnerOfNew[claim.after] === -1;
  }

  private take(before: number, after: number, certainty: number): void {
    this.partnerOfOld[before] = after;
    this.partnerOfNew[after] = before;
    this.pairs.push([before, after, certainty]);
  }

  /** A changed text is the same task when enough of it stayed, and no other figure ("6 tháng", "9 tháng") came in. */
  private isSafe(claim: Claim, place: number): boolean {
    const old = this.olds[claim.before];
    const one = this.news[claim.after];
    if (!old || !one) return false;
    const inPlace = place >= IN_PLACE;
    const named = sameNumber(old, one) || sameDetails(old, one);
    if (claim.borrowed && claim.likeness < ALMOST_EQUAL && !named) return false;
    if (old.figures !== one.figures && !inPlace && !(claim.throughout && one.figures === ""))
      return false;
    if (claim.likeness < ENOUGH) return false;
    if (inPlace || claim.distinctive >= 0.4) return true;
    return this.isUnlikeOthers(claim, claim.throughout ? 0 : CLEAR_GAP);
  }

  /** No other task before, found again or not, comes near the new text: for texts with letters changed in every word. */
  private isUnlikeOthers(claim: Claim, gap: number): boolean {
    if (this.compared > ALL_PAIRS * 4) return false;
    const key = this.news[claim.after]?.key ?? "";
    return this.olds.every((old, index) => {
      if (index === claim.before) return true;
      const longer = Math.max(old.key.length, key.length);
      if (Math.abs(old.key.length - key.length) / longer > 1 - claim.likeness + gap) return true;
      this.compared++;
      return 1 - distance(old.key, key) / longer <= claim.likeness - gap;
    });
  }

  /** Likeness of number, section, neighbours and details, 0 to 1. */
  private placeOf({ before, after }: Claim): number {
    const old = this.olds[before];
    const one = this.news[after];
    if (!old || !one) return 0;
    return (
      (sameNumber(old, one) ? 0.25 : 0) +
      (old.section === one.section ? 0.15 : 0) +
      0.2 * this.neighbours(old.place, one.place) +
      (sameDetails(old, one) ? 0.2 : 0)
    );
  }

  /** 0 to 2: the task above, and the one below, are the same before and after. */
  private neighbours(oldPlace: number, newPlace: number): number {
    let count = 0;
    for (const step of [-1, 1]) {
      const old = this.oldAt[oldPlace + step];
      const one = this.newAt[newPlace + step];
      if (old !== undefined && one !== undefined && this.partnerOfOld[old] === one) count++;
    }
    return count;
  }
}

function sameNumber(old: Entry, one: Entry): boolean {
  return old.number !== "" && old.number === one.number;
}

function sameDetails(old: Entry, one: Entry): boolean {
  return old.details !== "" && old.details === one.details;
}

function indexByPlace(list: readonly Entry[]): Int32Array {
  const at = new Int32Array(list.length);
  list.forEach((entry, index) => (at[entry.place] = index));
  return at;
}

function rank(best: Map<number, [number, number]>, index: number, score: number): void {
  const known = best.get(index);
  if (!known) best.set(index, [score, -1]);
  else if (score > known[0]) best.set(index, [score, known[0]]);
  else if (score > known[1]) known[1] = score;
}

function isAhead(
  best: readonly [number, number] | undefined,
  score: number,
  ahead: number,
): boolean {
  return best !== undefined && score >= best[0] && score - Math.max(best[1], 0) >= ahead;
}
