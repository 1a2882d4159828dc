import type { Task, Tracking } from "../task";
import { createDirectory, expandGroup } from "../unit";

/** The units that a task is given to, group phrases spelled out. */
export interface Assigned {
  readonly leads: readonly string[];
  readonly supports: readonly string[];
}

/**
 * Who leads and who helps with each task. "Các phòng chuyên môn" stands for every unit of that group in the directory;
 * a phrase that means only some of them ("các đơn vị liên quan") stands for none. Each phrase and each task is looked up once.
 */
export function assignments(tracking: Tracking): (task: Task) => Assigned {
  const directory = createDirectory(tracking.units);
  const known = new Map<string, readonly string[]>();
  const unitsOf = (phrase: string): readonly string[] => {
    const units = known.get(phrase) ?? expandGroup(phrase, directory);
    known.set(phrase, units);
    return units;
  };
  const done = new Map<Task, Assigned>();
  return (task) => {
    const assigned = done.get(task) ?? spellOut(task);
    done.set(task, assigned);
    return assigned;
  };

  function spellOut({ leads, supports, owner }: Task): Assigned {
    // Where the officer named another lead, the group of the appendix leads no longer.
    const asRead = leads.join("|") === owner.lead.join("|");
    const leading = new Set([...leads, ...(asRead ? owner.leadGroups.flatMap(unitsOf) : [])]);
    const helping = owner.groups.filter((phrase) => !owner.leadGroups.includes(phrase));
    return {
      leads: [...leading],
      supports: [...new Set([...supports, ...helping.flatMap(unitsOf)])].filter(
        (unit) => !leading.has(unit),
      ),
    };
  }
}

/** Units that lead a task that is not cancelled, each once. */
export function leadingUnits(
  tracking: Tracking,
  assignedTo: (task: Task) => Assigned = assignments(tracking),
): string[] {
  const tasks = tracking.tasks.filter((task) => task.cancelled === null);
  return [...new Set(tasks.flatMap((task) => assignedTo(task).leads))];
}
