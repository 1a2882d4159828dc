import { searchKey } from "../text";
import type { Directory } from "./directory";
import { findExact } from "./find";
import { bodyAt, groupStartAt, joinsOn, pluralAt, roleAt, titlesAt } from "./items";
import type { OwnerColumn } from "./types";
import {
  CLAUSE_STARTS,
  EVERYWHERE,
  GENERIC_BODIES,
  INSTITUTIONS,
  LEVELS,
  LISTED_BODIES,
  SCOPES,
  SHORT_LEVELS,
} from "./vocabulary";
import { personMarkAt, phraseAt, type Word } from "./words";

/** A group phrase: its words, and where reading goes on. */
export interface GroupPhrase {
  readonly end: number;
  readonly next: number;
}

/**
 * The group phrase that begins at a place; null when none does. It runs to a semicolon, a line break
 * between items, a new "các", a known unit or another kind of body; a task clause is cut off.
 */
export function groupPhraseAt(
  words: readonly Word[],
  at: number,
  directory: Directory,
  column: OwnerColumn,
): GroupPhrase | null {
  const start = groupStartAt(words, at);
  if (start === 0) return null;
  const ofLevels = isOfLevels(words, at, start);
  let index = at + start;
  for (; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    if (word.before.semicolon || word.before.colon) break;
    if (word.exact === "cùng" || word.exact === "với" || word.exact === "là") break;
    if (endsAtRole(words, index, column)) break;
    if (word.before.stop && word.capital) break;
    if (isClause(words, index, ofLevels) && !definesTheGroup(words, index, column)) {
      return { end: index, next: skipClause(words, index, directory) };
    }
    const parted = joinsOn(word) || word.before.slash || word.before.dash;
    if (parted && startsAnother(words, index, directory, ofLevels)) break;
    if (!parted && word.before.newline && word.capital && startsLine(words, index, directory))
      break;
  }
  return { end: index, next: index };
}

/** A group of local bodies ("UBND các xã, phường") goes on with levels only. */
function isOfLevels(words: readonly Word[], at: number, start: number): boolean {
  const body = titlesAt(words, at) + at;
  if (phraseAt(words, body, INSTITUTIONS) === 0) return false;
  // "Thanh tra các sở, ngành": of bodies, not of places.
  const noun = phraseAt(words, at + start, LISTED_BODIES);
  return noun === 0 || phraseAt(words, at + start, LEVELS) === noun;
}

function endsAtRole(words: readonly Word[], index: number, column: OwnerColumn): boolean {
  const said = roleAt(words, index);
  if (said?.role !== "lead") return said !== null;
  return !definesTheGroup(words, index, column);
}

/** In a column of coordinating units "các sở chủ trì triển khai …" says which departments are meant. */
function definesTheGroup(words: readonly Word[], index: number, column: OwnerColumn): boolean {
  if (column !== "support") return false;
  const word = words[index];
  if (word?.exact === "chủ") {
    return words[index + 1]?.exact === "trì" && phraseAt(words, index + 2, CLAUSE_STARTS) > 0;
  }
  return words[index - 1]?.exact === "trì" && words[index - 2]?.exact === "chủ";
}

function isClause(words: readonly Word[], index: number, ofLevels: boolean): boolean {
  const word = words[index];
  if (!word || joinsOn(word) || word.capital) return false;
  const scope = ofLevels ? phraseAt(words, index, SCOPES) : 0;
  const verb = phraseAt(words, index, CLAUSE_STARTS) || scope;
  if (verb === 0) return false;
  const after = words[index + verb];
  if (!after || after.before.semicolon || after.before.stop) return true;
  // "Các đơn vị thực hiện dự án": the verb says which ones.
  const last = words[index - 1]?.exact ?? "";
  if (last === "quan" && words[index - 2]?.exact === "liên") return true;
  return !GENERIC_ENDS.has(last);
}

const GENERIC_ENDS = new Set(["các", "vị", "nghiệp", "quan", "chức", "sở", "tư", "bộ", "nhân"]);

function startsAnother(
  words: readonly Word[],
  index: number,
  directory: Directory,
  ofLevels: boolean,
): boolean {
  if (pluralAt(words, index) > 0 || personMarkAt(words, index) > 0) return true;
  if (ofLevels) {
    const each = words[index]?.exact === "cấp" ? 1 : 0;
    if (phraseAt(words, index + each, LEVELS) > 0) return false;
    const short = phraseAt(words, index, SHORT_LEVELS);
    const after = words[index + short];
    return short === 0 || (after !== undefined && !joinsOn(after));
  }
  const title = titlesAt(words, index);
  if (title > 0 && groupStartAt(words, index + title) > 0) return true;
  if (phraseAt(words, index, INSTITUTIONS) > 0 || phraseAt(words, index, EVERYWHERE) > 0)
    return true;
  if (findExact(words, index, directory)) return true;
  return isProperBody(words, index);
}

/** "Công ty Điện lực" among "các sở, ngành": a kind of body with a name of its own. */
function isProperBody(words: readonly Word[], index: number): boolean {
  const body = bodyAt(words, index);
  if (body === 0) return false;
  for (let at = index + body; at < words.length; at++) {
    const word = words[at];
    if (!word || joinsOn(word) || word.before.slash) return false;
    const noun = phraseAt(words, at, LISTED_BODIES) || phraseAt(words, at, GENERIC_BODIES);
    if (noun > 0) {
      at += noun - 1;
      continue;
    }
    return word.capital;
  }
  return false;
}

function startsLine(words: readonly Word[], index: number, directory: Directory): boolean {
  if (pluralAt(words, index) > 0 || phraseAt(words, index, INSTITUTIONS) > 0) return true;
  return findExact(words, index, directory) || isProperBody(words, index);
}

/** Index of the next item after a task clause: behind a semicolon, a full stop, a new line or before a known unit. */
export function skipClause(words: readonly Word[], at: number, directory: Directory): number {
  for (let index = at + 1; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    if (word.before.semicolon) return index;
    if (word.exact === "phối" && words[index + 1]?.exact === "hợp") return index;
    const parted = joinsOn(word) || word.before.stop || word.before.newline;
    if (!parted) continue;
    const begins =
      word.capital &&
      (bodyAt(words, index) > 0 ||
        titlesAt(words, index) > 0 ||
        findExact(words, index, directory));
    if (begins) return index;
    if ((word.before.stop || word.before.newline) && word.capital && groupStartAt(words, index) > 0)
      return index;
  }
  return words.length;
}

const EMPTY_WORDS = new Set(
  "cac nhung tat ca toan the thu truong lanh dao giam doc chu tich chanh thuoc truc va".split(" "),
);
/** Words that keep a phrase from meaning the whole group. */
const RESTRICTING = /\b(lien quan|duoc|theo|khac|mot so|con lai|phan cong)\b/;

/**
 * The units that a group phrase means, by the column of groups in the directory: "Trưởng các phòng
 * chuyên môn" → all units of the group "Phòng chuyên môn". Empty when the phrase means only some
 * of them ("các đơn vị liên quan") or no group of the directory.
 */
export function expandGroup(phrase: string, directory: Directory): string[] {
  const key = searchKey(phrase);
  if (RESTRICTING.test(key)) return [];
  const said = contentWords(key);
  if (said.size === 0) return [];
  const groups = [...new Set(directory.units.map((unit) => unit.group))];
  const fitting = groups.filter((group) => {
    if (!group) return false;
    const meant = contentWords(searchKey(group));
    const common = [...said].filter((word) => meant.has(word)).length;
    const [smaller, larger] =
      said.size < meant.size ? [said.size, meant.size] : [meant.size, said.size];
    return common === smaller && smaller > 0 && larger - smaller <= 2;
  });
  if (fitting.length !== 1) return [];
  return directory.units
    .filter((unit) => unit.group === fitting[0] && !unit.successor)
    .map((unit) => unit.name);
}

function contentWords(key: string): Set<string> {
  return new Set(
    key
      .replace(/[^a-z0-9 ]/g, " ")
      .split(" ")
      .filter((word) => word !== "" && !EMPTY_WORDS.has(word)),
  );
}
