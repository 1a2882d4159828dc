import { RULES } from "./rules";
import type { Severity } from "./types";

const SEVERITIES: readonly (readonly [Severity, string, string])[] = [
  ["error", "Lỗi", "làm sai một số liệu; được đếm và phải sửa trước khi chốt số liệu"],
  ["warning", "Cảnh báo", "có thể làm người đọc hiểu sai; được đếm"],
  ["hint", "Gợi ý", "về cách viết; được gấp lại và không đếm"],
];

/** The page docs/checks.md: every rule with what it protects and what to do, from the rules' own words. */
export function rulesDocument(): string {
  const lines = [
    "# Các điều rà soát",
    "",
    "Trang này được tạo từ chính các điều rà soát (`npx tsx scripts/make-checks-doc.ts`); không sửa bằng tay.",
    "",
    `Có ${RULES.length} điều, xếp theo mức rồi theo thứ tự hiện trong ngăn. Một điều bị bỏ qua (kèm lý do) sẽ hiện lại khi nội dung ô thay đổi.`,
  ];
  for (const [severity, name, meaning] of SEVERITIES) {
    const rules = RULES.filter((rule) => rule.severity === severity);
    lines.push("", `## ${name}`, "", `Mức này ${meaning}.`, "");
    for (const rule of rules) {
      lines.push(
        `- **${rule.title.vi}** (\`${rule.id}\`). ${rule.protects.vi} _Cách xử lý:_ ${rule.advice.vi}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}
