/** Which old encoding a text was typed in. */
export type LegacyEncoding = "TCVN3" | "VNI";

export interface DecodedText {
  readonly text: string;
  /** null when the text needs no conversion. */
  readonly encoding: LegacyEncoding | null;
}

/** TCVN 5712-3 (ABC): codes from 0xA1 as Windows-1252 shows them, in the order of the letters beside them. */
const TCVN3_CODES =
  "\u00b5\u00b6\u00b7\u00b8\u00b9\u00a8\u00bb\u00bc\u00bd\u00be\u00c6\u00a9\u00c7\u00c8\u00c9\u00ca\u00cb\u00ae\u00cc\u00ce\u00cf\u00d0\u00d1\u00aa\u00d2\u00d3\u00d4\u00d5\u00d6\u00d7\u00d8\u00dc\u00dd\u00de\u00df\u00e1\u00e2\u00e3\u00e4\u00ab\u00e5\u00e6\u00e7\u00e8\u00e9\u00ac\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f1\u00f2\u00f3\u00f4\u00ad\u00f5\u00f6\u00f7\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe\u00a1\u00a2\u00a7\u00a3\u00a4\u00a5\u00a6";
const TCVN3_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂĐÊÔƠƯ";

/** VNI for Windows: a base letter followed by one mark; a few letters stand alone. */
const VNI_MARKS: Readonly<Record<string, readonly [marks: string, letters: string]>> = {
  a: ["øùûõïâàáåãäêèéúüë", "àáảãạâầấẩẫậăằắẳẵặ"],
  e: ["øùûõïâàáåãä", "èéẻẽẹêềếểễệ"],
  o: ["øùûõïâàáåãä", "òóỏõọôồốổỗộ"],
  ô: ["øùûõï", "ờớởỡợ"],
  u: ["øùûõï", "ùúủũụ"],
  ö: ["øùûõï", "ừứửữự"],
  y: ["øùûõ", "ỳýỷỹ"],
};
const VNI_ALONE: Readonly<Record<string, string>> = {
  ô: "ơ",
  ö: "ư",
  ñ: "đ",
  ì: "ì",
  í: "í",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
};

const TCVN3: ReadonlyMap<string, string> = tcvn3Table();
const VNI: ReadonlyMap<string, string> = vniTable();

/** Letters that only Unicode Vietnamese has: a text with one of them is not in an old encoding. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u0300-\u0323\u1EA0-\u1EF9]/u;
/** Windows-1252 signs and letters that Unicode Vietnamese never has within a word. */
const FOREIGN =
  /[\u00a1-\u00a9\u00aa-\u00af\u00b5-\u00b9\u00bb-\u00be\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db-\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/u;
/** Pairs of VNI that are no part of a Unicode syllable (unlike "oà" in "hoàn"). */
const VNI_PAIR = /a[ùõâàáãêèéú]|e[ùõâàáã]|o[ùõâ]|[ôuy][ùõ]/iu;
const BETWEEN_WORDS = /[\s\d.,;:!?()[\]{}"'“”‘’/\\|+=*%<>-]+/u;
/** Vowels that a Vietnamese syllable can have, without tones. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?(?:uyê|uya|uyu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|ai|ao|au|âu|ay|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnpt])?$/u;

/**
 * Converts a text typed in TCVN3 (ABC) or VNI to Unicode. The font decides where it is one of the old
 * families (.Vn…, VNI-…; a TCVN3 font ending in H shows capitals), then `expected`, the encoding of the texts
 * around; without both, the letters do, and only when the converted words are Vietnamese syllables. Anything
 * else comes back unchanged with encoding null.
 */
export function decodeLegacy(
  text: string,
  fontName?: string,
  expected: LegacyEncoding | null = null,
): DecodedText {
  const byFont = encodingOfFont(fontName) ?? expected;
  if (byFont && !UNICODE_ONLY.test(text)) {
    const decoded = decode(text, byFont);
    const capitals = byFont === "TCVN3" && /H$/.test(fontName?.trim() ?? "");
    return { text: capitals ? decoded.toUpperCase() : decoded, encoding: byFont };
  }
  const byLetters = encodingOfLetters(text);
  return byLetters
    ? { text: decode(text, byLetters), encoding: byLetters }
    : { text, encoding: null };
}

/**
 * The old encoding of most of these texts, such as the cells of one sheet; null when they are Unicode. With it,
 * short texts that prove nothing by themselves ("danh môc") can be converted as well.
 */
export function commonEncoding(texts: Iterable<string>): LegacyEncoding | null {
  const counts = { TCVN3: 0, VNI: 0 };
  let unicode = 0;
  for (const text of texts) {
    if (UNICODE_ONLY.test(text)) unicode++;
    else {
      const encoding = encodingOfLetters(text);
      if (encoding) counts[encoding]++;
    }
  }
  const encoding = counts.TCVN3 >= counts.VNI ? "TCVN3" : "VNI";
  return counts[encoding] >= 3 && counts[encoding] > 3 * unicode ? encoding : null;
}

/** The encoding that a font family stands for; null for any Unicode font. */
export function encodingOfFont(fontName: string | undefined): LegacyEncoding | null {
  const name = fontName?.trim() ?? "";
  if (/^\.vn/i.test(name)) return "TCVN3";
  return /^vni[- ]/i.test(name) ? "VNI" : null;
}

function encodingOfLetters(text: string): LegacyEncoding | null {
  if (!/[\u00a1-\u00ff]/.test(text) || UNICODE_ONLY.test(text)) return null;
  const words = text
    .normalize("NFC")
    .split(BETWEEN_WORDS)
    .filter((word) => /[a-z]/i.test(word) && /[\u00a1-\u00ff]/.test(word));
  const foreign = words.filter((word) => FOREIGN.test(word) || VNI_PAIR.test(word));
  // One short word ("µm") proves nothing.
  if (foreign.length === 0 || (foreign.length === 1 && (foreign[0] ?? "").length < 3)) return null;
  let best: LegacyEncoding | null = null;
  let bestShare = 0.6;
  for (const encoding of ["TCVN3", "VNI"] as const) {
    const right = words.filter((word) => isSyllable(decode(word, encoding))).length;
    const mended = foreign.filter((word) => isSyllable(decode(word, encoding))).length;
    const share = (right + mended) / (words.length + foreign.length);
    if (share > bestShare) {
      best = encoding;
      bestShare = share;
    }
  }
  return best;
}

function isSyllable(word: string): boolean {
  const marked = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, "~");
  if ((marked.match(/~/g)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(marked.replaceAll("~", "").normalize("NFC"));
}

function decode(text: string, encoding: LegacyEncoding): string {
  const composed = text.normalize("NFC");
  if (encoding === "TCVN3") {
    return Array.from(composed, (letter) => TCVN3.get(letter) ?? letter).join("");
  }
  let out = "";
  for (let index = 0; index < composed.length; index++) {
    const pair = VNI.get(composed.slice(index, index + 2));
    if (pair !== undefined) {
      out += pair;
      index++;
    } else {
      const letter = composed.charAt(index);
      out += VNI.get(letter) ?? letter;
    }
  }
  return out;
}

function tcvn3Table(): Map<string, string> {
  const letters = Array.from(TCVN3_LETTERS);
  return new Map(Array.from(TCVN3_CODES, (code, index) => [code, letters[index] ?? code]));
}

function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (const [base, [marks, letters]] of Object.entries(VNI_MARKS)) {
    const targets = Array.from(letters);
    Array.from(marks).forEach((mark, index) => {
      const target = targets[index] ?? "";
      table.set(base + mark, target);
      table.set(base.toUpperCase() + mark.toUpperCase(), target.toUpperCase());
      table.set(base.toUpperCase() + mark, target.toUpperCase());
    });
  }
  for (const [code, letter] of Object.entries(VNI_ALONE)) {
    table.set(code, letter);
    table.set(code.toUpperCase(), letter.toUpperCase());
  }
  return table;
}
