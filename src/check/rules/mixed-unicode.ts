import { defineRule } from "../define";
import { shortened, tableCells, taskAtRow } from "../rows";

const ODD = /[\u0300-\u036F\u00AD\u200B-\u200F\u2060\uFEFF]/;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** Letters built from pieces look the same, but search, filter and COUNTIFS do not find them. */
export const mixedUnicode = defineRule<{ text: string }>({
  id: "mixed-unicode",
  severity: "hint",
  onByDefault: true,
  scope: "line",
  title: { vi: "Chữ Unicode tổ hợp", en: "Decomposed Unicode" },
  protects: {
    vi: "Lọc, tìm và đếm trong Excel ra đúng kết quả.",
    en: "Filter, search and count in Excel find everything.",
  },
  message: {
    vi: ({ text }) => `“${text}” gõ bằng Unicode tổ hợp hoặc có ký tự ẩn.`,
    en: ({ text }) => `“${text}” is typed in decomposed Unicode or has hidden signs.`,
  },
  advice: {
    vi: "Chuyển sang Unicode dựng sẵn; chữ nhìn vẫn như cũ.",
    en: "Convert it to composed Unicode; it looks the same.",
  },
  find(input, { lines }) {
    return tableCells(input, lines, ODD).flatMap(({ at, content }) => {
      const fix = content.normalize("NFC").replace(INVISIBLE, "");
      if (fix === content) return [];
      return [
        {
          at,
          task: taskAtRow(input, at.row),
          value: content,
          data: { text: shortened(fix) },
          fix,
        },
      ];
    });
  },
});
