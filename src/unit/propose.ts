import { comparisonKey, searchKey } from "../text";
import { makeDirectory, type Directory } from "./directory";
import { findUnit } from "./find";
import { bodyAt, joinsOn, titlesAt } from "./items";
import { readOwner } from "./owner";
import type { OwnerColumn, Unit } from "./types";
import { cutWords, prepareCell } from "./words";

/** A spelling of a body as it stands in the cells. */
interface Spelling {
  readonly text: string;
  count: number;
  /** It stood in the role of lead at least once. */
  lead: boolean;
}

/**
 * Gathers the units named in owner cells into a directory for the officer to confirm: full names become
 * units, abbreviations and other spellings that can only mean one of them are written beside it. Group and
 * title of the head are proposed by the kind of body.
 *
 * @param texts owner cells as written, each with the column it stands in
 */
export function proposeUnits(
  texts: readonly { readonly text: string; readonly column: OwnerColumn }[],
): Unit[] {
  const spellings = gather(texts).filter(isBody);
  const drafts: Draft[] = [];
  for (const spelling of spellings.filter(({ text }) => !isShort(text) && !holdsJoint(text)))
    addFull(drafts, spelling.text);
  // A name with commas may be a list of names known by now: "Phòng Tài chính, Tổng hợp".
  for (const { text } of spellings.filter(({ text }) => !isShort(text) && holdsJoint(text))) {
    if (!isListOfKnown(text, directoryOf(drafts))) addFull(drafts, text);
  }
  mergeShorter(drafts);
  for (const draft of [...drafts]) {
    const others = drafts.filter((other) => other !== draft);
    if (holdsJoint(draft.name) && isListOfKnown(draft.name, directoryOf(others)))
      drafts.splice(drafts.indexOf(draft), 1);
  }
  const full = directoryOf(drafts);
  for (const { text } of spellings.filter(({ text }) => isShort(text)))
    addShort(drafts, text, full);
  return drafts.map(asUnit);
}

interface Draft {
  readonly name: string;
  readonly otherNames: string[];
  abbreviation: string | null;
}

function gather(
  texts: readonly { readonly text: string; readonly column: OwnerColumn }[],
): Spelling[] {
  const empty = makeDirectory([]);
  const found = new Map<string, Spelling>();
  for (const { text, column } of texts) {
    const reading = readOwner(text, column, empty);
    for (const name of reading.unknown) {
      const unit = withoutTitle(name);
      const key = comparisonKey(unit);
      const known = found.get(key) ?? { text: unit, count: 0, lead: false };
      known.count++;
      known.lead ||= reading.unknownLead.includes(name);
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/** "Trưởng phòng Quản lý đầu tư" → "Phòng Quản lý đầu tư". */
function withoutTitle(name: string): string {
  const words = cutWords(name);
  const title = titlesAt(words, 0);
  const first = words[title];
  if (title === 0 || !first || bodyAt(words, title) === 0) return name;
  const unit = name.slice(first.start);
  return unit.charAt(0).toUpperCase() + unit.slice(1);
}

/** What leads is a body whatever its name; among coordinating units only what begins like one. */
function isBody({ text, lead }: Spelling): boolean {
  const words = cutWords(text);
  if (words.length === 0 || text.length > 150 || !/\p{L}{2}/u.test(text)) return false;
  if (/\d\s*[/.-]\s*\d/.test(text)) return false;
  return lead || bodyAt(words, 0) > 0 || words[0]?.pieces !== null;
}

/** Whether a spelling holds an abbreviation of two letters or more. */
function isShort(text: string): boolean {
  const words = cutWords(text);
  const shouted =
    text === text.toUpperCase() &&
    words.some((word) => word.pieces === null && word.exact !== word.key);
  return !shouted && words.some((word) => (word.pieces?.length ?? 0) >= 2);
}

function holdsJoint(text: string): boolean {
  return cutWords(text).some((word, index) => index > 0 && joinsOn(word));
}

function isListOfKnown(text: string, directory: Directory): boolean {
  const reading = readOwner(text, "lead", directory);
  return reading.lead.length > 1 && reading.unknown.length === 0 && reading.questions.length === 0;
}

function addFull(drafts: Draft[], text: string): void {
  const same = drafts.find((draft) => coreOf(draft.name) === coreOf(text));
  if (!same) drafts.push({ name: text, otherNames: [], abbreviation: null });
  else if (searchKey(text).length > searchKey(same.name).length)
    drafts.splice(drafts.indexOf(same), 1, {
      ...same,
      name: text,
      otherNames: [...same.otherNames, same.name],
    });
  else if (comparisonKey(text) !== comparisonKey(same.name)) same.otherNames.push(text);
}

/** "Thuế Hà Nội" beside "Thuế thành phố Hà Nội": the longer name is the unit, the other one a spelling of it. */
function mergeShorter(drafts: Draft[]): void {
  for (const draft of [...drafts].sort((a, b) => a.name.length - b.name.length)) {
    const others = drafts.filter((other) => other !== draft);
    const words = prepareCell(draft.name).words;
    const found = findUnit(words, 0, directoryOf(others));
    if (!found?.sure || !found.whole || found.end < words.length) continue;
    const longer = others.find(({ name }) => name === found.units[0]?.name);
    if (!longer) continue;
    longer.otherNames.push(draft.name, ...draft.otherNames);
    drafts.splice(drafts.indexOf(draft), 1);
  }
}

/** What tells a name from others: without accents, the place, and the own agency behind an office. */
function coreOf(name: string): string {
  return searchKey(name)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/ va /g, " ")
    .replace(/ (?:tinh|thanh pho|tp) .*$/, "")
    .replace(/^(van phong|thanh tra) (?:ban|so|bo)$/, "$1")
    .replace(/([bcdghklmnpqrstvx])y\b/g, "$1i")
    .trim();
}

function addShort(drafts: Draft[], text: string, directory: Directory): void {
  const reading = readOwner(text, "lead", directory);
  const [name] = reading.lead;
  const sure = reading.lead.length === 1 && reading.unknown.length + reading.questions.length === 0;
  const draft = sure ? drafts.find((candidate) => candidate.name === name) : undefined;
  if (!draft) drafts.push({ name: text, otherNames: [], abbreviation: null });
  else if (draft.abbreviation === null) draft.abbreviation = text;
  else if (comparisonKey(draft.abbreviation) !== comparisonKey(text)) draft.otherNames.push(text);
}

function directoryOf(drafts: readonly Draft[]): Directory {
  return makeDirectory(drafts.map(asUnit));
}

/** Group and head's title by the first word of a name. */
const KINDS: readonly (readonly [RegExp, string | null, string | null])[] = [
  [/^(uy ban nhan dan|ubnd) (xa|phuong|thi tran|dac khu|p|x)\b/, "UBND xã, phường", "Chủ tịch"],
  [/^(uy ban|ubnd|ubmttq)/, null, "Chủ tịch"],
  [/^(van phong|vp)\b/, null, "Chánh Văn phòng"],
  [/^thanh tra/, null, "Chánh Thanh tra"],
  [/^(phong|p) /, "Phòng chuyên môn", "Trưởng phòng"],
  [/^so /, "Sở, ban, ngành", "Giám đốc"],
  [/^bo (?!tu lenh|chi huy)/, "Bộ, ngành", "Bộ trưởng"],
  [/^vu /, "Vụ, Cục", "Vụ trưởng"],
  [/^cuc /, "Vụ, Cục", "Cục trưởng"],
  [/^ban /, null, "Trưởng Ban"],
  [/^(trung tam|tt) /, null, "Giám đốc"],
  [/^(truong|hoc vien) /, null, "Hiệu trưởng"],
  [/^vien /, null, "Viện trưởng"],
];

function asUnit(draft: Draft): Unit {
  const key = searchKey(draft.name).replace(/[^a-z0-9]+/g, " ");
  const kind = KINDS.find(([pattern]) => pattern.test(key));
  return { ...draft, group: kind?.[1] ?? null, headTitle: kind?.[2] ?? null };
}
