import { readOwner } from "../../unit";
import { defineRule } from "../define";
import { directoryOf, placeOf } from "../rows";

/** The lead named again among the coordinating units says nothing and confuses the count. */
export const leadAlsoSupports = defineRule<{ name: string }>({
  id: "lead-also-supports",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Vừa chủ trì vừa phối hợp", en: "Lead and coordinating at once" },
  protects: {
    vi: "Mỗi đơn vị có một vai trò trong một nhiệm vụ.",
    en: "A unit has one role in a task.",
  },
  message: {
    vi: ({ name }) => `${name} đã là đơn vị chủ trì, không thể đồng thời là đơn vị phối hợp.`,
    en: ({ name }) => `${name} is the lead already and cannot coordinate as well.`,
  },
  advice: {
    vi: "Bỏ tên đơn vị chủ trì khỏi cột phối hợp.",
    en: "Take the lead unit out of the coordinating column.",
  },
  find(input, { rows }) {
    const directory = directoryOf(input);
    const { units } = input.tracking;
    return rows.flatMap(({ raw, task }) => {
      if (task.leads.length === 0 || task.supportText === "") return [];
      const { support, former = [] } = readOwner(task.supportText, "support", directory);
      // A former unit that has become the lead is another finding.
      const renamed = units.filter(({ name }) => former.includes(name));
      const twice = task.leads.filter(
        (name) => support.includes(name) && !renamed.some(({ successor }) => successor === name),
      );
      if (twice.length === 0) return [];
      return [
        {
          at: placeOf(input, raw, "support"),
          task: task.code,
          value: task.supportText,
          data: { name: twice.join("; ") },
        },
      ];
    });
  },
});
