import { defineRule } from "../define";
import { placeOf } from "../rows";

/** "10 ngày sau khi …" has no day until the event has one. */
export const relativeWithoutAnchor = defineRule<{ text: string; event: string }>({
  id: "relative-without-anchor",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Thời hạn tính từ một sự kiện chưa rõ ngày", en: "Deadline counted from an event" },
  protects: {
    vi: "Nhiệm vụ có hạn tính theo sự kiện không bị quên.",
    en: "A task counted from an event is not forgotten.",
  },
  message: {
    vi: ({ text, event }) =>
      event === ""
        ? `“${text}” chưa có mốc để tính nên chưa có hạn.`
        : `“${text}” tính từ “${event}” nên chưa có hạn cụ thể.`,
    en: ({ text, event }) =>
      event === ""
        ? `“${text}” has nothing to count from, so there is no due day yet.`
        : `“${text}” counts from “${event}”, so there is no due day yet.`,
  },
  advice: {
    vi: "Khi đã biết ngày, ghi hạn cụ thể ở trang Theo dõi.",
    en: "Once the day is known, write the due day into the sheet Theo dõi.",
  },
  find(input, { rows }) {
    return rows
      .filter(({ task }) => task.dueKind === "relative" && task.due === null)
      .map(({ raw, task }) => ({
        at: placeOf(input, raw, "deadline"),
        task: task.code,
        value: task.deadlineText,
        data: { text: task.deadlineText, event: task.deadline.relative?.event ?? "" },
      }));
  },
});
