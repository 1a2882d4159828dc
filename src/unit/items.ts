import {
  BODY_KINDS,
  CLAUSE_OR_NAME,
  CLAUSE_STARTS,
  EVERYWHERE,
  FRONT,
  GENERIC_BODIES,
  GROUP_MARKS,
  INSTITUTIONS,
  LEVELS,
  LISTED_BODIES,
  NEVER_LAST,
  NOT_A_BODY,
  PLURALS,
  SCOPES,
  TITLES,
} from "./vocabulary";
import type { Role } from "./types";
import { partsItems, personMarkAt, phraseAt, type Word } from "./words";

/** Whether a mark before the word parts it from what comes before. */
export function joinsOn(word: Word): boolean {
  return partsItems(word.before);
}

/** Number of words of a role at a place ("chủ trì", "đồng chủ trì", "phối hợp thực hiện"); 0 when none stands there. */
export function roleAt(words: readonly Word[], at: number): { role: Role; length: number } | null {
  const together = words[at]?.exact === "đồng" ? 1 : 0;
  const first = words[at + together]?.exact;
  const second = words[at + together + 1]?.exact;
  if (first === "chủ" && second === "trì") return { role: "lead", length: together + 2 };
  if (together > 0 || first !== "phối" || second !== "hợp" || isCouncil(words, at)) return null;
  const carriesOut = words[at + 2]?.exact === "thực" && words[at + 3]?.exact === "hiện";
  return { role: "support", length: carriesOut ? 4 : 2 };
}

/** "Hội đồng phối hợp phổ biến, giáo dục pháp luật": the words are part of a name. */
function isCouncil(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || joinsOn(word) || word.before.newline) return false;
  return words[at - 2]?.exact === "hội" && words[at - 1]?.exact === "đồng";
}

/** Whether a task clause begins at a place, after the owner ("triển khai hệ thống …"). */
export function clauseAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.capital) return false;
  if (phraseAt(words, at, CLAUSE_STARTS) > 0) return true;
  if (phraseAt(words, at, SCOPES) > 0) return true;
  const verb = phraseAt(words, at, CLAUSE_OR_NAME);
  const after = words[at + verb];
  if (phraseAt(words, at, NEVER_LAST) > 0 && (!after || joinsOn(after))) return true;
  // "… tổng hợp, báo cáo Bộ": a verb and another verb are a clause wherever they stand.
  const another = verb > 0 && isVerb(words, at + verb);
  if (another) return true;
  // A comma before or an object of two words behind: "…, tổng hợp báo cáo chung" but "Phòng Hành chính tổng hợp".
  const object = after;
  const more = words[at + verb + 1];
  const hasObject =
    object !== undefined && more !== undefined && !joinsOn(object) && !joinsOn(more);
  return verb > 0 && hasObject && !object.before.newline && (word.before.newline || joinsOn(word));
}

function isVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.capital || word.before.newline || word.before.semicolon) return false;
  if (word.exact === "trình") return true;
  return phraseAt(words, at, CLAUSE_OR_NAME) > 0 || phraseAt(words, at, CLAUSE_STARTS) > 0;
}

/** Number of words of a body's kind at a place ("Văn phòng": 2); 0 when no body begins there. */
export function bodyAt(words: readonly Word[], at: number): number {
  if (phraseAt(words, at, NOT_A_BODY) > 0) return 0;
  return phraseAt(words, at, BODY_KINDS);
}

/** Number of words that make a plural at a place; 0 of "Toàn Lưu", which is the name of a commune. */
export function pluralAt(words: readonly Word[], at: number): number {
  const plural = phraseAt(words, at, PLURALS);
  const [first, next] = [words[at], words[at + plural]];
  const isName = plural === 1 && first?.capital === true && next?.capital === true;
  const isNoun = phraseAt(words, at + plural, LISTED_BODIES) > 0 || bodyAt(words, at + plural) > 0;
  return isName && first.exact === "toàn" && !isNoun ? 0 : plural;
}

/** Whether the words at a place begin an item by themselves: a body, a group, a title, a person, a role. */
export function startsItem(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (word.exact === "chủ" || word.exact === "phối") return true;
  if (pluralAt(words, at) > 0 || personMarkAt(words, at) > 0) return true;
  if (phraseAt(words, at, TITLES) > 0 || bodyAt(words, at) > 0) return true;
  return groupStartAt(words, at) > 0 || phraseAt(words, at, EVERYWHERE) > 0;
}

/** Number of words with which a group phrase begins at a place; 0 when none does. */
export function groupStartAt(words: readonly Word[], at: number): number {
  const everywhere = phraseAt(words, at, EVERYWHERE);
  if (everywhere > 0) return everywhere;
  const plural = pluralAt(words, at);
  if (plural > 0) return plural;
  const title = titlesAt(words, at);
  if (title > 0) {
    const rest = groupStartAt(words, at + title);
    if (rest > 0) return title + rest;
  }
  const level = levelGroupAt(words, at);
  if (level > 0) return level;
  const counted = countedAt(words, at);
  if (counted > 0) return counted;
  const generic = phraseAt(words, at, GENERIC_BODIES);
  if (generic > 0) {
    return isOneBody(words, at, at + generic) ? 0 : generic;
  }
  return listedGroupAt(words, at);
}

const POSTS = new Set(["cơ", "công", "cán", "viên"]);

/** "Cơ quan Thuế", "Công chức Địa chính", "Bộ phận một cửa" are one; "cơ quan liên quan" are many. */
function isOneBody(words: readonly Word[], at: number, end: number): boolean {
  const [first, next] = [words[at]?.exact ?? "", words[end]];
  if (!next || joinsOn(next)) return false;
  const isPart = first === "bộ" && words[at + 1]?.exact === "phận";
  if (isPart) return phraseAt(words, end, GROUP_MARKS) === 0;
  return POSTS.has(first) && next.capital && next.text !== next.text.toUpperCase();
}

const ONE_BODY = new Set(["ban", "bql", "hoi", "lien", "quy", "trung", "tt", "vien", "hiep"]);

/** "UBND xã, phường", "MTTQ cấp xã", "UBND các cấp": a body of every place of a level. */
function levelGroupAt(words: readonly Word[], at: number): number {
  const body = bodyAt(words, at);
  if (body === 0) return 0;
  const front = phraseAt(words, at + body, FRONT);
  if (front > 0) {
    const more = words[at + body + front];
    return more?.exact === "các" || more?.exact === "cấp" ? body + front + 1 : 0;
  }
  let next = at + body;
  const word = words[next];
  if (!word || joinsOn(word)) return 0;
  // "Ban Quản lý các khu …" is one body, "UBND các xã" are many.
  const oneBody = ONE_BODY.has(words[at]?.key ?? "") || isNameOf(words, at, word);
  if (!oneBody && (word.exact === "các" || word.exact === "cấp")) return body + 1;
  const counts = /^\d+$/.test(word.exact) && phraseAt(words, next + 1, LISTED_BODIES) > 0;
  if (counts && !partsFrom(words[next + 1])) return body + 2;
  const level = phraseAt(words, next, LEVELS);
  if (level === 0) return 0;
  next += level;
  const after = words[next];
  const parted =
    after !== undefined && (after.before.comma || after.before.slash || after.before.and);
  if (parted && phraseAt(words, next, LEVELS) > 0) return body + level;
  return 0;
}

/** "Vụ Các vấn đề chung": the capital makes it part of a name. */
function isNameOf(words: readonly Word[], at: number, word: Word): boolean {
  const titled = word.capital && word.text !== word.text.toUpperCase();
  return titled && phraseAt(words, at, INSTITUTIONS) === 0;
}

/** "04 khối cơ quan", "Văn phòng của 04 khối": a number of bodies. */
function countedAt(words: readonly Word[], at: number): number {
  let next = at;
  const body = bodyAt(words, next);
  if (body > 0 && words[next + body]?.exact === "của") next += body + 1;
  const word = words[next];
  if (!word || !/^\d+$/.test(word.exact)) return 0;
  const noun =
    phraseAt(words, next + 1, GENERIC_BODIES) ||
    phraseAt(words, next + 1, LISTED_BODIES) ||
    phraseAt(words, next + 1, EVERYWHERE);
  return noun > 0 ? next - at + 1 + noun : 0;
}

/** "Sở, ban, ngành", "sở ban ngành", "Viện, trường", "phòng chuyên môn". */
function listedGroupAt(words: readonly Word[], at: number): number {
  const first = phraseAt(words, at, LISTED_BODIES);
  if (first === 0 || phraseAt(words, at, NOT_A_BODY) > 0) return 0;
  const next = at + first;
  // "Phòng Nghiệp vụ 1" is a room of that name, "phòng nghiệp vụ" any of them.
  const mark = words[next];
  const marks = phraseAt(words, next, GROUP_MARKS);
  const isName =
    (mark?.capital === true && mark.text !== mark.text.toUpperCase()) ||
    isNumber(words[next + marks]);
  if (marks > 0 && !partsFrom(mark)) return isName ? 0 : first;
  // "Phòng 1, Phòng 8" are two rooms.
  if (isNumber(words[next])) return 0;
  const second = phraseAt(words, next, LISTED_BODIES);
  if (second === 0 || phraseAt(words, next, NOT_A_BODY) > 0) return 0;
  const after = words[next + second];
  // "Sở, ban, ngành": the second noun stands alone too, or is the beginning of a longer list.
  const alone =
    !after ||
    partsFrom(after) ||
    after.before.newline ||
    phraseAt(words, next + second, GROUP_MARKS) > 0 ||
    phraseAt(words, next + second, LISTED_BODIES) > 0 ||
    !after.capital;
  const parted = partsFrom(words[next]);
  return alone && (parted || phraseAt(words, next + second, LISTED_BODIES) > 0) ? first : 0;
}

function isNumber(word: Word | undefined): boolean {
  return word !== undefined && !partsFrom(word) && /^\d+$/.test(word.exact);
}

function partsFrom(word: Word | undefined): boolean {
  return word !== undefined && (joinsOn(word) || word.before.slash || word.before.dash);
}

/** Number of words of titles at a place, also of two ("Bộ trưởng, Chủ nhiệm"). */
export function titlesAt(words: readonly Word[], at: number): number {
  let length = phraseAt(words, at, TITLES);
  if (length === 0) return 0;
  const more = phraseAt(words, at + length, TITLES);
  if (more > 0 && words[at + length]?.before.comma === true) length += more;
  return length;
}
