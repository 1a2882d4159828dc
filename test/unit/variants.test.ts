import { foldAccents } from "../../src/text";
import { createDirectory, readOwner, type Unit } from "../../src/unit";
import hanoiUnits from "./fixtures/HN.units.json";
import centralUnits from "./fixtures/TW.units.json";

const board: Unit[] = [
  "Văn phòng Ban",
  "Phòng Quản lý đầu tư",
  "Phòng Quản lý lao động",
  "Phòng Quản lý doanh nghiệp",
  "Phòng Quản lý quy hoạch, xây dựng và môi trường",
  "Trung tâm Hạ tầng khu công nghiệp",
].map((name) => ({ name, abbreviation: null, otherNames: [], group: null, headTitle: null }));

const directories: [string, readonly Unit[]][] = [
  ["a city's departments", hanoiUnits],
  ["ministries and one ministry's departments", centralUnits],
  ["a board's rooms", board],
];

const words = (name: string) => name.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
const initials = (list: readonly string[]) =>
  list
    .filter((word) => word !== "và" && word !== "các")
    .map((word) => (/\d/.test(word) ? word : word.charAt(0).toUpperCase()))
    .join("")
    .replace("Ủ", "U");

/** Ways in which an officer may write a unit's name. */
const variants: Readonly<Record<string, (name: string) => string>> = {
  "as it is": (name) => name,
  "in capitals": (name) => name.toUpperCase(),
  "in lower case": (name) => name.toLowerCase(),
  "without accents": foldAccents,
  decomposed: (name) => name.normalize("NFD"),
  "broken over lines": (name) => name.replace(/ /g, "\n"),
  "with a full stop": (name) => `${name}.`,
  "kind and initials": (name) => `${words(name)[0] ?? ""} ${initials(words(name).slice(1))}`,
  "all initials": (name) => initials(words(name)),
  "commas left out": (name) => name.replace(/,| -/g, ""),
  "a letter missing": (name) =>
    name.replace(/(\p{L}{4,})(?!.*\p{L}{4})/u, (word) => word.slice(0, 2) + word.slice(3)),
  "without its last word": (name) => name.split(" ").slice(0, -1).join(" "),
  "without its second word": (name) =>
    name
      .split(" ")
      .filter((_, at) => at !== 1)
      .join(" "),
  "without its first word": (name) => name.split(" ").slice(1).join(" "),
  "with another word": (name) => `${name} khác`,
  "of another place": (name) => `${name.split(" tỉnh")[0] ?? name} tỉnh Cà Mau`,
};

/** Variants that must give the unit itself, where no other unit is written the same way. */
const certain = new Set([
  "as it is",
  "in capitals",
  "in lower case",
  "decomposed",
  "broken over lines",
  "with a full stop",
  "commas left out",
]);

/** Whether the directory itself gives this spelling to another unit. */
const isAnothersSpelling = (text: string, unit: Unit, units: readonly Unit[]) =>
  units.some(
    (other) =>
      other !== unit &&
      [other.name, other.abbreviation, ...other.otherNames].some((spelling) => {
        const short = spelling?.replace(/^(\p{L})\p{L}* /u, "$1");
        return [spelling, short].some((form) => form?.toLowerCase() === text.toLowerCase());
      }),
  );

describe.each(directories)("directory of %s", (_name, units) => {
  const whole = createDirectory(units);

  it.each(Object.entries(variants))("never takes a name %s for another unit", (kind, change) => {
    const wrong: string[] = [];
    for (const unit of units) {
      if (isAnothersSpelling(change(unit.name), unit, units)) continue;
      const reading = readOwner(change(unit.name), "lead", whole);
      const others = reading.lead.filter((name) => name !== unit.name);
      const missing = certain.has(kind) && reading.lead.length === 0;
      if (others.length > 0 || missing)
        wrong.push(`${change(unit.name)} → ${JSON.stringify(reading.lead)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(variants))(
    "never takes a unit that it does not know, written %s, for one it knows",
    (_kind, change) => {
      const wrong: string[] = [];
      for (const unit of units) {
        if (isAnothersSpelling(change(unit.name), unit, units)) continue;
        const others = createDirectory(units.filter((other) => other !== unit));
        const reading = readOwner(change(unit.name), "lead", others);
        if (reading.lead.length > 0)
          wrong.push(`${change(unit.name)} → ${JSON.stringify(reading.lead)}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
