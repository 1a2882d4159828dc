import { defineRule } from "../define";
import { leadPlace, placeOf } from "../rows";

/** A task belongs to a unit; a person's name is not for reports. */
export const personOwner = defineRule({
  id: "person-owner",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Ghi tên người thay cho đơn vị", en: "A person instead of a unit" },
  protects: {
    vi: "Nhiệm vụ giao cho đơn vị; tên người không đi vào báo cáo.",
    en: "Tasks belong to units; names of persons stay out of reports.",
  },
  message: {
    vi: () => "ô này ghi tên người. Báo cáo tính theo đơn vị và không nêu tên người.",
    en: () => "this cell names a person. Reports count by unit and name no person.",
  },
  advice: {
    vi: "Ghi tên đơn vị của người đó.",
    en: "Write the unit of that person.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) => {
      const [person] = task.owner.persons;
      if (person === undefined) return [];
      const inLead = task.leadText.replace(/\s+/g, " ").includes(person);
      return [
        {
          at: inLead ? leadPlace(input, raw) : placeOf(input, raw, "support"),
          task: task.code,
          value: inLead ? task.leadText : task.supportText,
          data: {},
        },
      ];
    });
  },
});
