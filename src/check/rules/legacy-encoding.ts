import { decodeLegacy } from "../../text";
import { defineRule } from "../define";
import { encodingOfSheet, tableCells, taskAtRow } from "../rows";

const OLD_FONT = /^(?:\.vn|vni)/i;

/** Old encodings look right only in their font; reports and search need Unicode. */
export const legacyEncoding = defineRule<{ encoding: string; text: string }>({
  id: "legacy-encoding",
  severity: "warning",
  onByDefault: true,
  scope: "line",
  title: { vi: "Bảng mã cũ (TCVN3, VNI)", en: "Old encoding (TCVN3, VNI)" },
  protects: {
    vi: "Văn bản dùng mã Unicode theo Nghị định 30/2020/NĐ-CP.",
    en: "Documents are in Unicode, as decree 30/2020/NĐ-CP asks.",
  },
  message: {
    vi: ({ encoding, text }) => `chữ gõ theo bảng mã ${encoding}; nội dung là “${text}”.`,
    en: ({ encoding, text }) => `typed in the old encoding ${encoding}; it says “${text}”.`,
  },
  advice: {
    vi: "Chuyển sang Unicode và phông Times New Roman.",
    en: "Convert it to Unicode and the font Times New Roman.",
  },
  find(input, { lines }) {
    const anyFont = input.grid.fonts !== undefined;
    return tableCells(input, lines, anyFont ? /\S/ : /[\u00a1-\u00ff]/).flatMap(
      ({ at, content, font }) => {
        if (decodeLegacy(content, font).encoding === null) return [];
        // "KeÁt quaû" may be read both ways by itself: the other texts of the sheet tell which.
        const { text, encoding } = decodeLegacy(content, font, encodingOfSheet(input));
        if (encoding === null || text === content) return [];
        return [
          {
            at,
            task: taskAtRow(input, at.row),
            value: content,
            data: { encoding, text },
            // In its old font the mended text would look broken: there the font comes first.
            ...(OLD_FONT.test(font ?? "") ? { candidates: [text] } : { fix: text }),
          },
        ];
      },
    );
  },
});
