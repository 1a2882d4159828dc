import { defineRule } from "../define";
import { keyOf } from "../keys";
import { placeOf, rowsOf, shortened } from "../rows";

/** The same task twice is counted twice. */
export const duplicateTask = defineRule<{ title: string; row: string }>({
  id: "duplicate-task",
  severity: "warning",
  onByDefault: true,
  scope: "plan",
  title: { vi: "Nhiệm vụ trùng", en: "Task twice" },
  protects: {
    vi: "Một nhiệm vụ không bị đếm hai lần.",
    en: "No task is counted twice.",
  },
  message: {
    vi: ({ title, row }) => `nhiệm vụ “${title}” trùng với nhiệm vụ ở dòng ${row}.`,
    en: ({ title, row }) => `task “${title}” is the same as the one in row ${row}.`,
  },
  advice: {
    vi: "Bỏ một dòng, hoặc ghi rõ hai nhiệm vụ khác nhau ở điểm nào.",
    en: "Delete one row, or say how the two differ.",
  },
  find(input) {
    const titles = new Map<string, number>();
    for (const { task } of rowsOf(input)) {
      const title = keyOf(task.title);
      titles.set(title, (titles.get(title) ?? 0) + 1);
    }
    const first = new Map<string, number>();
    return rowsOf(input).flatMap(({ raw, task }) => {
      if (titles.get(keyOf(task.title)) === 1) return [];
      const key = [task.title, task.leadText, task.deadlineText, task.product, ...task.section]
        .map(keyOf)
        .join("\u001f");
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, raw.row);
        return [];
      }
      return [
        {
          at: placeOf(input, raw, "task"),
          task: task.code,
          value: task.title,
          data: { title: shortened(task.title), row: String(known) },
        },
      ];
    });
  },
});
