const INVISIBLE = /[\u00AD\u200B-\u200F\u2028\u2029\u2060\uFEFF]/g;
const ANY_SPACE = /[\s\u00A0]+/g;
const COMBINING_MARKS = /[\u0300-\u036F]/g;

/** The tone stands on the second vowel of oa, oe, uy in new spelling ("hoá"), on the first in old ("hóa"). */
const NEW_TONE_SPELLING = /(o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}])/gu;
const TONE_MOVE: Readonly<Record<string, string>> = {
  oà: "òa",
  oá: "óa",
  oả: "ỏa",
  oã: "õa",
  oạ: "ọa",
  oè: "òe",
  oé: "óe",
  oẻ: "ỏe",
  oẽ: "õe",
  oẹ: "ọe",
  uỳ: "ùy",
  uý: "úy",
  uỷ: "ủy",
  uỹ: "ũy",
  uỵ: "ụy",
};

/**
 * Text as it should be shown: Unicode NFC, invisible characters removed, any run of
 * white space (line breaks and no-break spaces too) one space, no space at the ends.
 */
export function normalizeText(text: string): string {
  return text.normalize("NFC").replace(INVISIBLE, "").replace(ANY_SPACE, " ").trim();
}

/**
 * Key for "the same words": normal form in lower case with the tone mark in its old place,
 * so that "Uỷ ban", "Ủy  ban" and "ỦY BAN" are equal while "ban" and "bạn" are not.
 */
export function comparisonKey(text: string): string {
  return normalizeText(text)
    .toLowerCase()
    .replace(/(q)(u[ỳýỷỹỵ])/gu, "$1\u0001$2")
    .replace(NEW_TONE_SPELLING, (pair: string, _vowels: string, offset: number, whole: string) =>
      whole[offset - 1] === "\u0001" ? pair : (TONE_MOVE[pair] ?? pair),
    )
    .replaceAll("\u0001", "");
}

/** Removes all Vietnamese marks: "Đơn vị" becomes "Don vi". Length and case are kept for NFC text. */
export function foldAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(COMBINING_MARKS, "")
    .normalize("NFC")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");
}

/** Key for search without accents: "Đơn vị  chủ trì" becomes "don vi chu tri". */
export function searchKey(text: string): string {
  return foldAccents(normalizeText(text)).toLowerCase();
}
