import type { Directory } from "./directory";
import {
  findExact,
  findUnit,
  findWithoutKind,
  isBoundary,
  kindOfUnit,
  resemblingUnits,
} from "./find";
import { groupPhraseAt, skipClause } from "./group";
import { bodyAt, clauseAt, groupStartAt, joinsOn, startsItem, titlesAt } from "./items";
import { personAt, namesAfterPerson } from "./person";
import type { OwnerColumn, OwnerReading, Unit } from "./types";
import { FILLERS, GENERIC_BODIES, LISTED_BODIES, PLURALS } from "./vocabulary";
import { phraseAt, prepareCell, shownText, type PreparedCell, type Word } from "./words";

type Role = "lead" | "support";

interface Item {
  readonly type: "unit" | "group" | "person" | "unknown" | "question";
  readonly text: string;
  readonly candidates: readonly string[];
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
  private at = 0;
  private role: Role | null = null;
  /** Index of the first item since the last mark of a role, for roles said after the name. */
  private sinceRole = 0;
  /** Kind of the unit read last, for names that leave it out; "" when none. */
  private kind = "";

  constructor(
    private readonly cell: PreparedCell,
    private readonly column: OwnerColumn,
    private readonly directory: Directory,
  ) {
    this.words = cell.words;
  }

  read(): OwnerReading {
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
    if (this.readRole()) return;
    if (FILLERS.has(word.exact) && !word.capital) {
      this.at++;
      return;
    }
    if (this.readPerson() || this.readUnit() || this.readEnumeration()) return;
    const group = groupPhraseAt(this.words, this.at, this.directory, this.column);
    if (group) {
      this.add("group", shownText(this.cell, this.at, group.end));
      this.at = group.next;
      this.kind = "";
      return;
    }
    if (clauseAt(this.words, this.at)) {
      this.at = skipClause(this.words, this.at, this.directory);
      return;
    }
    this.readUnknown();
  }

  private add(type: Item["type"], text: string, candidates: readonly string[] = []): void {
    if (/\p{L}/u.test(text)) this.items.push({ type, text, candidates, role: this.role });
  }

  /** "Chủ trì: …", "… chủ trì", "phối hợp với …". */
  private readRole(): boolean {
    const words = this.words;
    let at = this.at;
    const holder = phraseAt(words, at, GENERIC_BODIES) || phraseAt(words, at, LISTED_BODIES);
    if (holder > 0 && !joinsOnAt(words, at + holder)) at += holder;
    const first = words[at]?.exact;
    const second = words[at + 1]?.exact;
    const isLead = first === "chủ" && second === "trì";
    const isSupport = first === "phối" && second === "hợp";
    if (!isLead && !isSupport) return false;
    at += 2;
    if (isSupport && words[at]?.exact === "thực" && words[at + 1]?.exact === "hiện") at += 2;
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
    if (isLead && clauseAt(words, at)) this.at = skipClause(words, at, this.directory);
    return true;
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
    const person = personAt(this.words, this.at, this.directory);
    if (!person) return false;
    this.add("person", shownText(this.cell, person.from, person.end));
    this.at = person.end;
    for (;;) {
      const more = namesAfterPerson(this.words, this.at, this.directory);
      if (more <= this.at) return true;
      this.add("person", shownText(this.cell, this.at, more));
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
    if (!found.sure && !this.coversPhrase(found.end)) return false;
    const from = this.at;
    if (found.sure && found.units[0]) this.addUnit(found.units[0]);
    else {
      const end = Math.max(found.end, this.phraseEnd(from));
      this.add(
        "question",
        shownText(this.cell, from, end),
        found.units.slice(0, 5).map((unit) => unit.name),
      );
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

  private addUnit(unit: Unit): void {
    const successor = unit.successor
      ? this.directory.units.find((other) => other.name === unit.successor)
      : undefined;
    this.kind = kindOfUnit(unit, this.directory);
    this.add("unit", (successor ?? unit).name);
  }

  /** A head's title alone: "Chánh Văn phòng". */
  private findByTitle() {
    for (const title of this.directory.titles) {
      const stands = title.words.every(
        (word, index) => this.words[this.at + index]?.exact === word.exact,
      );
      const end = this.at + title.words.length;
      if (stands && isBoundary(this.words, end))
        return { end, units: title.units, sure: title.units.length === 1, whole: true };
    }
    return null;
  }

  private findElided() {
    const word = this.words[this.at];
    if (this.kind === "" || !word || !joinsOn(word) || startsItem(this.words, this.at)) return null;
    return findWithoutKind(this.words, this.at, this.directory, this.kind);
  }

  /** "Các sở: Tài chính, Nội vụ", "các địa phương Bắc Ninh, An Giang": the units named after their kind. */
  private readEnumeration(): boolean {
    const plural = phraseAt(this.words, this.at, PLURALS);
    if (plural === 0) return false;
    const noun =
      bodyAt(this.words, this.at + plural) ||
      phraseAt(this.words, this.at + plural, LISTED_BODIES) ||
      phraseAt(this.words, this.at + plural, GENERIC_BODIES);
    const first = this.at + plural + noun;
    const next = this.words[first];
    if (noun === 0 || !next || next.before.semicolon || next.before.comma || next.before.and)
      return false;
    const kind = this.words
      .slice(this.at + plural, first)
      .map((word) => word.key)
      .join(" ");
    const found = findWithoutKind(this.words, first, this.directory, kind);
    if (!found?.sure && !findExact(this.words, first, this.directory)) return false;
    this.at = first;
    if (found?.sure && found.units[0]) {
      this.addUnit(found.units[0]);
      this.at = found.end;
    }
    this.kind = kind;
    return true;
  }

  private readUnknown(): void {
    const from = this.at;
    const end = this.phraseEnd(from);
    const candidates = [
      ...resemblingUnits(this.words, from, end, this.directory),
      ...this.knownBehindDash(from, end),
    ];
    const text = shownText(this.cell, from, end);
    if (candidates.length > 0) {
      this.add(
        "question",
        text,
        candidates.map((unit) => unit.name),
      );
    } else {
      this.add("unknown", text);
    }
    this.kind = "";
    this.at = end;
  }

  /** Known units that stand behind a dash in a phrase not known as a whole. */
  private knownBehindDash(from: number, end: number): Unit[] {
    const units: Unit[] = [];
    for (let index = from + 1; index < end; index++) {
      if (this.words[index]?.before.dash !== true) continue;
      const found = findUnit(this.words, index, this.directory);
      if (found?.sure && found.units[0]) units.push(found.units[0]);
    }
    return units;
  }

  /** Where the phrase that begins at a place ends by itself, known or not. */
  private phraseEnd(from: number): number {
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
      const role =
        (word.exact === "chủ" && this.words[index + 1]?.exact === "trì") ||
        (word.exact === "phối" && this.words[index + 1]?.exact === "hợp");
      if (role) return index;
      if (!joinsOn(word) && clauseAt(this.words, index)) return index;
      // A dash binds a body to the one above it: "Trường … - Đại học …".
      const parted = joinsOn(word) || before.slash || (before.newline && this.linesAreItems);
      if (!parted) continue;
      if (startsItem(this.words, index) || findExact(this.words, index, this.directory))
        return index;
      if (before.comma && this.isForeign(from, index)) return index;
    }
    return this.words.length;
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
