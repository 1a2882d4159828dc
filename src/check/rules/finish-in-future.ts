import { showDate } from "../../deadline";
import { defineRule } from "../define";
import { placeOf } from "../rows";

/** A day to come is not counted yet, so no figure is wrong; but day and month may have changed places. */
export const finishInFuture = defineRule<{ finish: string; today: string }>({
  id: "finish-in-future",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Ngày hoàn thành ở tương lai", en: "Finish date in the future" },
  protects: {
    vi: "Chỉ việc đã làm xong mới được tính là hoàn thành.",
    en: "Only what is done counts as done.",
  },
  message: {
    vi: ({ finish, today }) => `ngày hoàn thành ${finish} sau hôm nay (${today}).`,
    en: ({ finish, today }) => `the finish date ${finish} is after today (${today}).`,
  },
  advice: {
    vi: "Kiểm tra lại ngày, nhất là ngày và tháng có bị đổi chỗ không.",
    en: "Check the date, above all whether day and month changed places.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) =>
      task.finished !== null && task.finished > input.today
        ? [
            {
              at: placeOf(input, raw, "finished"),
              task: task.code,
              value: task.finished,
              data: { finish: showDate(task.finished), today: showDate(input.today) },
            },
          ]
        : [],
    );
  },
});
