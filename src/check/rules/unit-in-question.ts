import { defineRule } from "../define";
import { leadPlace, placeOf } from "../rows";

/** A name that could be several units is never decided by likeness alone. */
export const unitInQuestion = defineRule<{ text: string }>({
  id: "unit-in-question",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Tên đơn vị chưa rõ", en: "Unit not sure" },
  protects: {
    vi: "Tên viết tắt, viết sai chỉ được nhận khi chắc chắn.",
    en: "An abbreviation or a misspelling is only taken when it is sure.",
  },
  message: {
    vi: ({ text }) => `chưa rõ “${text}” là đơn vị nào.`,
    en: ({ text }) => `it is not sure which unit “${text}” is.`,
  },
  advice: {
    vi: "Chọn đúng đơn vị; tên này sẽ được nhớ là tên gọi khác của đơn vị đó.",
    en: "Choose the unit; the name is then kept as another name of it.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) =>
      task.owner.questions.map((question) => ({
        at: question.role === "lead" ? leadPlace(input, raw) : placeOf(input, raw, "support"),
        task: task.code,
        value: question.text,
        data: { text: question.text },
        candidates: question.candidates,
      })),
    );
  },
});
