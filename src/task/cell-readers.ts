import { readDeadline, type Deadline, type DeadlineOptions } from "../deadline";
import { readOwner, type Directory, type OwnerColumn, type OwnerReading } from "../unit";

/** Reads owner cells; the directory remembers them, so that each text is read once. */
export type OwnerReader = (text: string, column: OwnerColumn) => OwnerReading;
/** Reads time cells, each text once. */
export type DeadlineReader = (text: string) => Deadline;

/** An owner reader over a directory, which remembers the texts it has seen. */
export function ownerReader(directory: Directory): OwnerReader {
  return (text, column) => readOwner(text, column, directory);
}

/** A deadline reader for a plan's year that remembers the texts it has seen. */
export function deadlineReader(options: DeadlineOptions): DeadlineReader {
  const seen = new Map<string, Deadline>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const reading = readDeadline(text, options);
    seen.set(text, reading);
    return reading;
  };
}

/** The owner cells of a task: an "owner" column holds both roles in the lead text. */
export function readOwners(
  leadText: string,
  supportText: string,
  singleColumn: boolean,
  read: OwnerReader,
): OwnerReading {
  if (singleColumn) return read(leadText, "owner");
  const lead = read(leadText, "lead");
  const support = read(supportText, "support");
  const union = (first: readonly string[], second: readonly string[]) => [
    ...new Set([...first, ...second]),
  ];
  return {
    lead: lead.lead,
    support: union(lead.support, support.support).filter((name) => !lead.lead.includes(name)),
    groups: union(lead.groups, support.groups),
    leadGroups: lead.leadGroups,
    persons: union(lead.persons, support.persons),
    unknown: union(lead.unknown, support.unknown),
    unknownLead: lead.unknownLead,
    questions: [...lead.questions, ...support.questions],
  };
}
