import { defineRule } from "../define";
import { placeOf, shortened } from "../rows";

/** Done on an unknown day is a class of its own: neither in time nor late. */
export const doneWithoutDate = defineRule<{ title: string }>({
  id: "done-without-date",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Hoàn thành nhưng chưa rõ ngày", en: "Done without a date" },
  protects: {
    vi: "Việc đã xong được xếp đúng hạn hay quá hạn có căn cứ.",
    en: "What is done is in time or late on proof.",
  },
  message: {
    vi: ({ title }) => `nhiệm vụ “${title}” đã hoàn thành nhưng chưa có ngày hoàn thành.`,
    en: ({ title }) => `task “${title}” is done but has no finish date.`,
  },
  advice: {
    vi: "Ghi ngày hoàn thành, ví dụ ngày của văn bản sản phẩm.",
    en: "Write the finish date, for example that of the product's document.",
  },
  find(input, { rows }) {
    return rows
      .filter(({ task }) => task.done && task.finished === null)
      .map(({ raw, task }) => ({
        at: placeOf(input, raw, "finished") ?? placeOf(input, raw, "progress"),
        task: task.code,
        value: "",
        data: { title: shortened(task.title) },
      }));
  },
});
