import { expandGroup } from "../../unit";
import { defineRule } from "../define";
import { directoryOf, leadPlace } from "../rows";

/** "Các phòng chuyên môn" lead together: nobody's figures show the task. */
export const groupLead = defineRule<{ group: string }>({
  id: "group-lead",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Một nhóm đơn vị chủ trì", en: "A group as lead" },
  protects: {
    vi: "Có một đơn vị chịu trách nhiệm chính và được tính số liệu.",
    en: "One unit answers for the task and has it in its figures.",
  },
  message: {
    vi: ({ group }) => `“${group}” là một nhóm, chưa rõ đơn vị nào chịu trách nhiệm chính.`,
    en: ({ group }) => `“${group}” is a group; it is not clear which unit answers for the task.`,
  },
  advice: {
    vi: "Ghi một đơn vị chủ trì; hoặc tách thành mỗi đơn vị một nhiệm vụ.",
    en: "Name one lead unit, or split the task by unit.",
  },
  find(input, { rows }) {
    const directory = directoryOf(input);
    const known = new Map<string, readonly string[]>();
    const unitsOf = (group: string) => {
      const units = known.get(group) ?? expandGroup(group, directory);
      known.set(group, units);
      return units;
    };
    return rows
      .filter(({ task }) => task.leads.length === 0 && task.owner.leadGroups.length > 0)
      .map(({ raw, task }) => ({
        at: leadPlace(input, raw),
        task: task.code,
        value: task.leadText,
        data: { group: task.owner.leadGroups.join("; ") },
        candidates: task.owner.leadGroups.flatMap(unitsOf),
      }));
  },
});
