import type { FontStyle } from "./library";

/** Width of a digit in ems: a file counts columns in digits of its default font. */
const digitOf: Readonly<Record<string, number>> = {
  calibri: 0.507,
  arial: 0.556,
  tahoma: 0.546,
  "segoe ui": 0.539,
};
/** Times New Roman and most faces beside those above. */
const usualDigit = 0.5;

function digitPixels({ name, size }: FontStyle): number {
  const pixels = ((size ?? 11) * 4) / 3;
  return Math.round(pixels * (digitOf[(name ?? "Calibri").toLowerCase()] ?? usualDigit));
}

/**
 * A column's width of a file as digits of Calibri 11 without the sides, the measure of the stand-in. A
 * file counts the five pixels at the sides in (ECMA-376, part 1, 18.3.1.13): 64 pixels are 9.14 digits.
 */
export function widthFromFile(width: number, font: FontStyle): number {
  return Math.max(0, (width * digitPixels(font) - 5) / 7);
}

/** A column's width as a file with this default font counts it. */
export function widthToFile(width: number, font: FontStyle): number {
  return (width * 7 + 5) / digitPixels(font);
}
