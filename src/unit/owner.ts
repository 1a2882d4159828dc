import type { Directory } from "./directory";
import {
  findExact,
  isCouncilAndCommittee,
  findUnit,
  findWithoutKind,
  isBoundary,
  kindsOfUnit,
} from "./find";
import { groupPhraseAt, skipClause } from "./group";
import { kindsBefore } from "./enumeration";
import { bodyAt, clauseAt, groupStartAt, joinsOn, roleAt, startsItem, titlesAt } from "./items";
import { personAt, namesAfterPerson } from "./person";
import type { OwnerColumn, OwnerReading, Role, Unit } from "./types";
import { resemblingUnits, unitsAtBeginning, unitsNamedWithoutKind } from "./resemble";
import {
  CALLS,
  CLAUSE_OR_NAME,
  DITTOS,
  FILLERS,
  GENERIC_BODIES,
  LABELS,
  LEVELS,
  LISTED_BODIES,
  NOBODY,
  OF_THE_NATION,
  PERSON_MARKS,
} from "./vocabulary";
import {
  personMarkAt,
  phraseAt,
  prepareCell,
  shownText,
  type PreparedCell,
  type Word,
} from "./words";

interface Item {
  readonly type: "unit" | "group" | "person" | "unknown" | "question";
  readonly text: string;
  readonly candidates: readonly string[];
  /** Words of the cell that it covers. */
  readonly from: number;
  readonly end: number;
  /** What the text itself says; null when it says nothing. */
  role: Role | null;
}

/**
 * Reads one owner cell: which units lead, which coordinate, and what else stands there. Known names
 * are found first, since they may hold commas, "và" and line breaks; what is left is cut at its marks.
 * A name that could be several units, or only resembles one, becomes a question.
 *
 * @param text the cell as written, line breaks included
 * @param column the column that the cell stands in
 * @returns names exactly as in the directory; former units as their successors
 */
export function readOwner(text: string, column: OwnerColumn, directory: Directory): OwnerReading {
  const key = `${column}:${text}`;
  const known = directory.readings.get(key);
  if (known) return known;
  const reading = new OwnerScan(prepareCell(text), column, directory).read();
  directory.readings.set(key, reading);
  return reading;
}

class OwnerScan {
  private readonly words: readonly Word[];
  private readonly items: Item[] = [];
  private readonly former: string[] = [];
  private at = 0;
  private role: Role | null = null;
  /** Index of the first item since the last mark of a role, for roles said after the name. */
  private sinceRole = 0;
  /** Kinds of the unit read last, for names that leave them out. */
  private kinds: readonly string[] = [];
  /** "hoặc" stands before the next item. */
  private choice = false;

  constructor(
    private readonly cell: PreparedCell,
    private readonly column: OwnerColumn,
    private readonly directory: Directory,
  ) {
    this.words = cell.words;
  }

  read(): OwnerReading {
    if (phraseAt(this.words, 0, NOBODY) === this.words.length) return this.result();
    if (phraseAt(this.words, 0, DITTOS) > 0) {
      this.add("question", 0, this.words.length);
      return this.result();
    }
    while (this.at < this.words.length) {
      const before = this.at;
      this.readNext();
      if (this.at <= before) this.at = before + 1;
    }
    return this.result();
  }

  private readNext(): void {
    const word = this.words[this.at];
    if (!word) return;
    if (word.before.semicolon || word.before.newline) this.sinceRole = this.items.length;
    if (this.readLabel() || this.readRole()) return;
    if (
      FILLERS.has(word.exact) &&
      !word.capital &&
      !(this.items.length > 0 && clauseAt(this.words, this.at))
    ) {
      this.choice ||= word.exact === "hoặc" && this.items.length > 0;
      this.at++;
      return;
    }
    const isLeftOut = this.findElided()?.sure === true;
    if (!isLeftOut && this.readPerson()) return;
    if (this.readUnit() || this.readEnumeration()) return;
    const group = groupPhraseAt(this.words, this.at, this.directory, this.column);
    if (group) {
      this.add("group", this.at, group.end);
      this.at = group.next;
      this.kinds = [];
      return;
    }
    if (clauseAt(this.words, this.at)) {
      this.at = skipClause(this.words, this.at, this.directory);
      return;
    }
    this.readUnknown();
  }

  private add(
    type: Item["type"],
    from: number,
    end: number,
    candidates: readonly string[] = [],
    name = "",
  ): void {
    const text = name || shownText(this.cell, from, end);
    const item: Item = { type, text, candidates, from, end, role: this.role };
    const isChoice = this.isChoice(from);
    this.choice = false;
    if (!/\p{L}/u.test(text)) {
      if (isNumberOf(text, this.items.at(-1))) {
        const named = this.items.at(-1)?.text.replace(/\d+$/, text) ?? text;
        this.items.push({ ...item, type: "unknown", text: named });
      }
      return;
    }
    const before = isChoice ? this.items.at(-1) : undefined;
    const either =
      before && isBody(before) && isBody(item) ? joined(before, item, this.cell) : null;
    if (either) this.items.splice(-1, 1, either);
    else this.items.push(item);
  }

  /** "Sở A hoặc Sở B", and "Sở A/Sở B" where one of them has to answer: which one is for the officer to say. */
  private isChoice(from: number): boolean {
    const isLead = this.role === "lead" || (this.column === "lead" && this.role === null);
    return this.choice || (isLead && this.words[from]?.before.slash === true);
  }

  /** "Đơn vị thực hiện: …", "Đề nghị …", "Đ/c Phó Chủ tịch …": words that only lead to the name. */
  private readLabel(): boolean {
    const { words, at } = this;
    const holder = phraseAt(words, at, GENERIC_BODIES);
    const label = phraseAt(words, at + holder, LABELS);
    const side = label > 0 ? 0 : phraseAt(words, at + holder, CLAUSE_OR_NAME);
    const after = at + holder + label + side;
    if (label + side > 0 && words[after]?.before.colon === true) {
      this.at = after;
      this.sinceRole = this.items.length;
      if (side > 0) this.role = "support";
      else if (this.column === "owner") this.role = "lead";
      return true;
    }
    const call = phraseAt(words, at, CALLS);
    const calls = call > 0 && this.beginsHere(at + call);
    const mark = personMarkAt(words, at);
    const isTitled = mark > 0 && titlesAt(words, at + mark) > 0;
    if (!calls && !isTitled) return false;
    this.at = at + (calls ? call : mark);
    return true;
  }

  /** "Chủ trì: …", "… chủ trì", "phối hợp với …". */
  private readRole(): boolean {
    const words = this.words;
    let at = this.at;
    const holder = phraseAt(words, at, GENERIC_BODIES) || phraseAt(words, at, LISTED_BODIES);
    if (holder > 0 && !joinsOnAt(words, at + holder)) at += holder;
    const said = roleAt(words, at);
    if (!said) return false;
    const isLead = said.role === "lead";
    at += said.length;
    let withWord = false;
    while (words[at] && /^(với|cùng|bởi|gồm|là)$/.test(words[at]?.exact ?? "")) {
      withWord = true;
      at++;
    }
    const next = words[at];
    const pending = this.items.length > this.sinceRole;
    const introduces = next?.before.colon === true || (withWord && next !== undefined);
    if (isLead) this.takeLead(pending && !introduces);
    else this.takeSupport(pending && !introduces && !this.beginsHere(at), next !== undefined);
    this.at = at;
    if (isLead && (clauseAt(words, at) || (pending && !introduces && this.goesOnAt(at))))
      this.at = skipClause(words, at, this.directory);
    return true;
  }

  /** "Sở A chủ trì soạn thảo …": what is led follows, no name. */
  private goesOnAt(at: number): boolean {
    const word = this.words[at];
    if (!word || word.capital || word.before.newline || joinsOn(word)) return false;
    return !FILLERS.has(word.exact) && !startsItem(this.words, at);
  }

  private beginsHere(at: number): boolean {
    const word = this.words[at];
    if (!word || joinsOn(word)) return false;
    return startsItem(this.words, at) || findExact(this.words, at, this.directory);
  }

  private takeLead(said: boolean): void {
    if (said) {
      for (const item of this.items.slice(this.sinceRole)) item.role = "lead";
      this.role = this.column === "owner" ? "support" : null;
    } else {
      this.role = "lead";
    }
    this.sinceRole = this.items.length;
  }

  private takeSupport(said: boolean, more: boolean): void {
    if (said) for (const item of this.items.slice(this.sinceRole)) item.role = "support";
    else if (more) this.role = "support";
    this.sinceRole = this.items.length;
  }

  private readPerson(): boolean {
    const { words, at, directory } = this;
    // "Phó Chủ tịch Nguyễn Văn A": the title belongs to the person.
    const title = titlesAt(words, at);
    const titled = title > 0 && words[at + title] && !joinsOnAt(words, at + title);
    const person =
      personAt(words, at, directory) ?? (titled ? personAt(words, at + title, directory) : null);
    if (!person) return false;
    this.add("person", at, person.end);
    this.at = person.end;
    for (;;) {
      const more = namesAfterPerson(this.words, this.at, this.directory);
      if (more <= this.at) return true;
      this.add("person", this.at, more);
      this.at = more;
    }
  }

  private readUnit(): boolean {
    const title = titlesAt(this.words, this.at);
    const direct = findUnit(this.words, this.at, this.directory);
    const elided = direct?.sure ? null : this.findElided();
    const found =
      (elided?.sure ? elided : direct) ??
      (title > 0 ? findUnit(this.words, this.at + title, this.directory) : null) ??
      this.findByTitle() ??
      elided;
    if (!found) return false;
    if (!found.sure && groupStartAt(this.words, this.at) > 0) return false;
    if (!found.sure && this.readEnumeration()) return true;
    if (!found.sure && !this.coversPhrase(found.end)) return false;
    const from = this.at;
    if (found.sure && found.units[0]) this.addUnit(found.units[0], found.end);
    else {
      const end = Math.max(found.end, this.phraseEnd(from));
      if (this.readEveryPlace(from, end)) return true;
      const candidates = [...found.units, ...this.knownWithin(from, end)];
      this.add("question", from, end, namesOf(candidates));
      const [likeliest] = found.units;
      this.kinds = likeliest ? kindsOfUnit(likeliest, this.directory) : [];
      this.at = end;
      return true;
    }
    this.at = found.end;
    return true;
  }

  /** A candidate counts only when it explains the whole phrase, not its first words. */
  private coversPhrase(end: number): boolean {
    return end >= this.phraseEnd(this.at) || isBoundary(this.words, end);
  }

  private addUnit(unit: Unit, end: number): void {
    const successor = successorOf(unit, this.directory);
    if (successor) addOnce(this.former, unit.name);
    this.kinds = kindsOfUnit(unit, this.directory);
    this.add("unit", this.at, end, [], (successor ?? unit).name);
  }

  /** A head's title alone: "Chánh Văn phòng". */
  private findByTitle() {
    for (const title of this.directory.titles) {
      const stands = title.words.every(
        (word, index) => this.words[this.at + index]?.exact === word.exact,
      );
      const short =
        !stands && title.words.length > 2 && this.words[this.at]?.text === capitalsOf(title.words);
      const end = this.at + (short ? 1 : title.words.length);
      if ((stands || short) && isBoundary(this.words, end))
        return { end, units: title.units, sure: title.units.length === 1, whole: true };
    }
    return null;
  }

  private findElided() {
    const word = this.words[this.at];
    if (this.kinds.length === 0 || !word || !joinsOn(word) || startsItem(this.words, this.at))
      return null;
    return findWithoutKind(this.words, this.at, this.directory, this.kinds);
  }

  /** "Các sở: Tài chính, Nội vụ", "UBND các xã A, B": the units named after their kind. */
  private readEnumeration(): boolean {
    const start = this.at + titlesAt(this.words, this.at);
    const listed = kindsBefore(this.words, start);
    if (!listed) return false;
    const found = findWithoutKind(this.words, listed.first, this.directory, listed.kinds);
    const unit = found?.sure ? found.units[0] : undefined;
    if (!unit && (listed.bare || !findExact(this.words, listed.first, this.directory)))
      return false;
    this.at = listed.first;
    if (found && unit) {
      this.addUnit(unit, found.end);
      this.at = found.end;
    }
    this.kinds = unit ? [...listed.kinds, ...kindsOfUnit(unit, this.directory)] : listed.kinds;
    return true;
  }

  /** "Phòng Tài nguyên và Môi trường các huyện": a body of every place of a level. */
  private readEveryPlace(from: number, end: number): boolean {
    if (!holdsEveryPlace(this.words, from, end)) return false;
    this.at = endOfLevels(this.words, end);
    this.add("group", from, this.at);
    this.kinds = [];
    return true;
  }

  private readUnknown(): void {
    const from = this.at;
    const end = this.phraseEnd(from);
    if (isRemark(this.words, from, end)) {
      this.at = end;
      return;
    }
    if (this.readEveryPlace(from, end)) return;
    const candidates = [
      ...unitsAtBeginning(this.words, from, end, this.directory),
      ...resemblingUnits(this.words, from, end, this.directory),
      ...this.knownWithin(from, end),
      ...unitsNamedWithoutKind(this.words, from, end, this.directory),
    ];
    if (candidates.length > 0) this.add("question", from, end, namesOf(candidates));
    else this.add("unknown", from, end);
    this.kinds = [];
    this.at = end;
  }

  /** Known units within a phrase not known as a whole: behind a dash, "thuộc" or without any mark. */
  private knownWithin(from: number, end: number): Unit[] {
    const units: Unit[] = [];
    for (let index = from + 1; index < end; index++) {
      const word = this.words[index];
      const begins = word?.before.dash === true || word?.before.slash === true || word?.capital;
      if (begins !== true || bodyAt(this.words, index) === 0) continue;
      const found = findUnit(this.words, index, this.directory);
      if (found?.sure && found.units[0]) units.push(found.units[0]);
    }
    return units;
  }

  /** Where the phrase that begins at a place ends by itself, known or not. */
  private phraseEnd(from: number): number {
    const titled = titlesAt(this.words, from) > 0;
    for (let index = from + 1; index < this.words.length; index++) {
      const word = this.words[index];
      if (!word) break;
      const { before } = word;
      if (
        before.semicolon ||
        before.colon ||
        (before.stop && word.capital && !isShort(this.words, index))
      )
        return index;
      if (word.exact === "cùng" || word.exact === "với" || word.exact === "hoặc") return index;
      if (roleAt(this.words, index)) return index;
      // A person's name behind a title: "Chủ tịch UBND tỉnh Nguyễn Văn A".
      if (titled && personAt(this.words, index, this.directory)) return index;
      if (!joinsOn(word) && clauseAt(this.words, index)) return index;
      // A dash binds a body to the one above it: "Trường … - Đại học …".
      if (this.belongsTo(from, index)) continue;
      const parted = joinsOn(word) || before.slash || (before.newline && this.linesAreItems);
      if (!parted) continue;
      if (startsItem(this.words, index) || findExact(this.words, index, this.directory))
        return index;
      if (before.comma && this.isForeign(from, index)) return index;
    }
    return this.words.length;
  }

  /** "Sở TT&TT", "Văn phòng HĐND và UBND": what joins belongs to the name. */
  private belongsTo(from: number, index: number): boolean {
    const [word, previous] = [this.words[index], this.words[index - 1]];
    if (word?.before.tight === true && word.pieces && previous?.pieces) return true;
    const office = OFFICES.has(this.words[from]?.key ?? "");
    return office && word?.before.and === true && isCouncilAndCommittee(this.words, index);
  }

  /** Whether line breaks part items here, and do not just wrap the text of a narrow column. */
  private get linesAreItems(): boolean {
    return this.words.every(
      (word, index) =>
        !word.before.newline || (word.capital && startsItem(this.words, index)) || joinsOn(word),
    );
  }

  /** Names of firms do not go on over a comma as names of departments do. */
  private isForeign(from: number, index: number): boolean {
    const word = this.words[index];
    const previous = this.words[index - 1];
    if (word?.pieces || previous?.pieces) return true;
    return bodyAt(this.words, from) === 0 && groupStartAt(this.words, from) === 0;
  }

  private result(): OwnerReading {
    const lead: string[] = [];
    const support: string[] = [];
    const groups: string[] = [];
    const leadGroups: string[] = [];
    const persons: string[] = [];
    const unknown: string[] = [];
    const unknownLead: string[] = [];
    const questions: { text: string; role: Role; candidates: readonly string[] }[] = [];
    const roles = this.finalRoles();
    this.items.forEach((item, index) => {
      const role = roles[index] ?? "support";
      switch (item.type) {
        case "unit":
          addOnce(role === "lead" ? lead : support, item.text);
          break;
        case "group":
          addOnce(groups, item.text);
          if (role === "lead") addOnce(leadGroups, item.text);
          break;
        case "person":
          addOnce(persons, item.text);
          break;
        case "unknown":
          addOnce(unknown, item.text);
          if (role === "lead") addOnce(unknownLead, item.text);
          break;
        case "question":
          questions.push({ text: item.text, role, candidates: item.candidates });
          break;
      }
    });
    return {
      lead,
      support: support.filter((name) => !lead.includes(name) || this.column !== "owner"),
      ...(this.former.length > 0 ? { former: this.former } : {}),
      groups,
      leadGroups,
      persons,
      unknown,
      unknownLead,
      questions,
    };
  }

  private finalRoles(): Role[] {
    if (this.column === "support") return this.items.map(() => "support");
    if (this.column === "lead") return this.items.map((item) => item.role ?? "lead");
    const saidLead = this.items.some((item) => item.role === "lead");
    let firstFree = saidLead
      ? -1
      : this.items.findIndex(
          (item) => item.role === null && (item.type === "unit" || item.type === "question"),
        );
    if (!saidLead && firstFree < 0) {
      firstFree = this.items.findIndex((item) => item.role === null && item.type !== "person");
    }
    return this.items.map((item, index) => item.role ?? (index === firstFree ? "lead" : "support"));
  }
}

function isBody(item: Item): boolean {
  return item.type === "unit" || item.type === "question";
}

/** The unit that has taken over, also over several renamings; undefined when the list has none. */
function successorOf(unit: Unit, directory: Directory): Unit | undefined {
  const passed = new Set([unit]);
  for (let now = unit; ;) {
    const next = directory.units.find((other) => other.name === now.successor);
    if (!next || passed.has(next)) return now === unit ? undefined : now;
    passed.add(next);
    now = next;
  }
}

/** "2" behind "Phòng Nghiệp vụ 1": a room of its own, even where nobody knows it. */
function isNumberOf(text: string, before: Item | undefined): boolean {
  return (
    before !== undefined &&
    before.type !== "person" &&
    /^\d+$/.test(text) &&
    /\d$/.test(before.text)
  );
}

/** Two names of which one is meant. */
function joined(first: Item, second: Item, cell: PreparedCell): Item {
  const names = [first, second].flatMap((item) =>
    item.type === "unit" ? [item.text] : item.candidates,
  );
  const text = shownText(cell, first.from, second.end);
  return { ...first, type: "question", text, candidates: [...new Set(names)], end: second.end };
}

const OFFICES = new Set(["van", "vp"]);

/** "02 đ/c", "v.v.": says how many or that there are more, names nobody. */
function isRemark(words: readonly Word[], from: number, end: number): boolean {
  const phrase = words.slice(from, end);
  if (phrase.every((word) => word.exact === "v" || word.exact === "vv")) return true;
  if (phrase.length === 2 && phrase[0]?.exact === "nếu" && phrase[1]?.exact === "có") return true;
  const [first, second] = phrase;
  if (!first || !/^\d+$/.test(first.exact) || !second) return false;
  return phraseAt(words, from + 1, PERSON_MARKS) > 0 || second.exact === "người";
}

function holdsEveryPlace(words: readonly Word[], from: number, end: number): boolean {
  for (let index = from + 1; index + 1 < end; index++) {
    if (words[index]?.exact === "các" && phraseAt(words, index + 1, LEVELS) > 0) return true;
  }
  return false;
}

/** "Sở Tư pháp các tỉnh, thành phố trực thuộc Trung ương": the levels go on over the comma. */
function endOfLevels(words: readonly Word[], from: number): number {
  let end = from;
  for (let level = phraseAt(words, end, LEVELS); level > 0; level = phraseAt(words, end, LEVELS)) {
    if (words[end]?.before.semicolon === true || words[end + level]?.capital === true) break;
    end += level;
    if (phraseAt(words, end, OF_THE_NATION) > 0 && !joinsOnAt(words, end))
      end += phraseAt(words, end, OF_THE_NATION);
  }
  return end;
}

function capitalsOf(words: readonly Word[]): string {
  return words.map((word) => word.text.charAt(0).toUpperCase()).join("");
}

function namesOf(units: readonly Unit[]): string[] {
  return [...new Set(units.map((unit) => unit.name))].slice(0, 5);
}

function joinsOnAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && joinsOn(word);
}

/** A full stop after a short abbreviation ("P. HC-TH", "T.Ư") does not end the phrase. */
function isShort(words: readonly Word[], index: number): boolean {
  return (words[index - 1]?.text.length ?? 0) <= 2;
}

function addOnce(list: string[], text: string): void {
  if (!list.includes(text)) list.push(text);
}
