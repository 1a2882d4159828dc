import { holdsPhoneNumber, withoutPhoneNumbers } from "../../unit";
import { defineRule } from "../define";
import { cellContent, leadPlace, placeOf } from "../rows";

/** Phone numbers are personal data: they do not belong in a plan that is sent on. */
export const phoneNumber = defineRule({
  id: "phone-number",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Số điện thoại trong ô đơn vị", en: "Phone number in an owner cell" },
  protects: {
    vi: "Số điện thoại cá nhân không đi theo tệp và báo cáo.",
    en: "Personal phone numbers do not travel with the file and the reports.",
  },
  message: {
    vi: () => "ô này có số điện thoại. Số điện thoại không bao giờ được đưa vào báo cáo.",
    en: () => "this cell holds a phone number. It is never taken into a report.",
  },
  advice: {
    vi: "Xóa số điện thoại khỏi phụ lục trước khi gửi đi.",
    en: "Delete the phone number before the appendix is sent on.",
  },
  find(input, { rows }) {
    return rows.flatMap(({ raw, task }) =>
      [
        { at: leadPlace(input, raw), text: task.leadText },
        { at: placeOf(input, raw, "support"), text: task.supportText },
      ]
        .filter(({ text }) => holdsPhoneNumber(text))
        .map(({ at, text }) => {
          const content = at ? cellContent(input, at) : "";
          const fix = withoutPhoneNumbers(content);
          return {
            at,
            task: task.code,
            value: content === "" ? text : content,
            data: {},
            ...(fix !== "" && fix !== content ? { fix } : {}),
          };
        }),
    );
  },
});
