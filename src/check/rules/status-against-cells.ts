import { comparisonKey } from "../../text";
import { defineRule } from "../define";
import { placeOf, textOf } from "../rows";

const FULL = /^(100 ?%|đã hoàn thành|hoàn thành|đã xong|xong)$/u;
const OPEN = /^(đang|chưa)( |$)/u;

/** The progress cell says one thing and the dates another: one of them is wrong. */
export const statusAgainstCells = defineRule<{ text: string; open: boolean }>({
  id: "status-against-cells",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: { vi: "Tiến độ trái với ngày hoàn thành", en: "Progress against finish date" },
  protects: {
    vi: "Tiến độ và ngày hoàn thành của một nhiệm vụ khớp nhau.",
    en: "Progress and finish date of a task agree.",
  },
  message: {
    vi: ({ text, open }) =>
      open
        ? `ghi “${text}” nhưng nhiệm vụ chưa được ghi là hoàn thành.`
        : `ghi “${text}” nhưng nhiệm vụ đã có ngày hoàn thành.`,
    en: ({ text, open }) =>
      open
        ? `says “${text}”, yet the task is not marked as done.`
        : `says “${text}”, yet the task has a finish date.`,
  },
  advice: {
    vi: "Ghi lại tiến độ hoặc ngày hoàn thành cho khớp nhau.",
    en: "Correct the progress or the finish date.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) => {
      const text = textOf(raw, "progress");
      if (text === "" || raw.texts.progress?.inherited === true) return [];
      const key = comparisonKey(text);
      const open = FULL.test(key) && !task.done && task.finished === null;
      const closed = OPEN.test(key) && task.finished !== null;
      if (!open && !closed) return [];
      return [
        { at: placeOf(input, raw, "progress"), task: task.code, value: text, data: { text, open } },
      ];
    });
  },
});
