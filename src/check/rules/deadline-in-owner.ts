import { readDeadline } from "../../deadline";
import { defineRule } from "../define";
import { leadPlace } from "../rows";

/** How a text that is nothing but a time begins. */
const TIME =
  /^\P{L}*(?:\d|(?:quý|tháng|năm|ngày|trước|sau|chậm|muộn|đến|từ|hạn|trong|cuối|đầu|giữa|cả|t\d|q\d)(?!\p{L})).*\d/iu;

/** A date in the column of owners: the cells of a row were mixed up. */
export const deadlineInOwner = defineRule<{ text: string }>({
  id: "deadline-in-owner",
  severity: "error",
  onByDefault: true,
  scope: "task",
  title: { vi: "Cột chủ trì ghi thời hạn", en: "A deadline in the lead column" },
  protects: {
    vi: "Mỗi cột chứa đúng nội dung của nó.",
    en: "Each column holds what it is for.",
  },
  message: {
    vi: ({ text }) => `cột chủ trì lại ghi thời hạn “${text}”.`,
    en: ({ text }) => `the lead column holds the deadline “${text}”.`,
  },
  advice: {
    vi: "Xem lại cả dòng: có thể các ô bị lệch cột.",
    en: "Look at the whole row: its cells may have slipped by a column.",
  },
  find(input, { rows }) {
    const { year } = input.tracking.settings.plan;
    return rows
      .filter(({ task }) => {
        if (task.leads.length > 0 || !TIME.test(task.leadText)) return false;
        const reading = readDeadline(task.leadText, { year });
        return reading.kind === "dated" && reading.doubt === null && reading.leftOver.length === 0;
      })
      .map(({ raw, task }) => ({
        at: leadPlace(input, raw),
        task: task.code,
        value: task.leadText,
        data: { text: task.leadText },
      }));
  },
});
