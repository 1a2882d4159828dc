import { comparisonKey } from "../text";
import type { OwnerReader, Task } from "../task";
import type { Directory, OwnerReading } from "../unit";
import { LIST_SEPARATOR } from "./names";

type Owners = Pick<Task, "leads" | "supports" | "leadText" | "owner">;

/** The cell Chủ trì: the unit that totals count, or the words of the appendix while no unit is known. */
export function shownLead(task: Owners): string {
  return task.leads[0] ?? task.leadText;
}

/** The cell Phối hợp: the units, then the groups and bodies that are no unit of the directory. */
export function shownSupports(task: Owners): string {
  return [...task.supports, ...wordsBeside(task.owner)].join(LIST_SEPARATOR);
}

/** Groups, unknown bodies and doubtful names that stand in the role of coordinating. */
function wordsBeside(owner: OwnerReading): string[] {
  const withoutLead = (all: readonly string[], lead: readonly string[]) =>
    all.filter((text) => !lead.includes(text));
  const questions = owner.questions.filter(({ role }) => role === "support");
  return [
    ...withoutLead(owner.groups, owner.leadGroups),
    ...withoutLead(owner.unknown, owner.unknownLead),
    ...questions.map(({ text }) => text),
  ].map((text) => text.replace(/\s*[;\n]\s*/g, ", "));
}

/**
 * The leads that the cells Chủ trì and Chủ trì khác name. The words of the appendix mean what the
 * directory now makes of them; a name that the directory does not know stays as typed.
 */
export function readLeads(
  cell: string,
  others: readonly string[],
  before: Pick<Task, "leadText" | "owner">,
  directory: Directory,
  read: OwnerReader,
): readonly string[] {
  if (cell === "" || sameWords(cell, before.leadText)) {
    return before.owner.lead.length > 0 || others.length === 0 ? before.owner.lead : others;
  }
  return [unitName(cell, "lead", directory, read), ...others];
}

/** The coordinating units that the cell Phối hợp names. */
export function readSupports(
  cell: string,
  before: Pick<Task, "supportText" | "owner">,
  directory: Directory,
  read: OwnerReader,
): readonly string[] {
  const beside = new Set(wordsBeside(before.owner).map(comparisonKey));
  const names: string[] = [];
  for (const part of cell.split(/[;\n]/)) {
    const text = part.trim();
    if (text === "" || beside.has(comparisonKey(text))) continue;
    names.push(unitName(text, "support", directory, read));
  }
  return [...new Set(names)];
}

function unitName(
  text: string,
  column: "lead" | "support",
  directory: Directory,
  read: OwnerReader,
): string {
  const known = directory.units.find(({ name }) => name === text);
  if (known !== undefined) return known.name;
  const reading = read(text, column);
  const [name, ...more] = reading[column];
  const isPlain =
    more.length === 0 && reading.unknown.length === 0 && reading.questions.length === 0;
  return name !== undefined && isPlain ? name : text;
}

function sameWords(first: string, second: string): boolean {
  return first === second || comparisonKey(first) === comparisonKey(second);
}
