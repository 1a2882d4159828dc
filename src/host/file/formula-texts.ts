import { tooLarge } from "../../package";
import { escapeXml, unescapeXml } from "./column-formulas";
import { formulaFromFile, formulaToFile } from "./function-names";

/**
 * Files repeat the long formula of a calculated column in every row. The library would hold and parse each of them,
 * so it is given a number in their place: "#7", which no formula can be.
 */
const mark = "#";
const shortest = 8;
const lessThan = 0x3c;

/** The different formulas of a file, by number and without "=", and how many characters more there may be. */
export class FormulaTexts {
  readonly texts: string[] = [];
  private left = 20_000_000;

  /** Throws UnreadableFile where a file has more different formulas than can be read in a moment. */
  spend(characters: number): void {
    this.left -= characters;
    if (this.left < 0) throw tooLarge();
  }

  /** A formula as a sheet holds it, where a number may stand for it. */
  of(text: string): string {
    return text.startsWith(mark)
      ? (this.texts[Number(text.slice(1))] ?? text)
      : formulaFromFile(text);
  }
}

/** A sheet's XML with a number for each formula. */
export function takeFormulas(xml: Uint8Array, formulas: FormulaTexts): Uint8Array {
  const out = new Uint8Array(xml.length);
  const known = new Map<number, { from: number; to: number; number: number }[]>();
  let length = 0;
  let copied = 0;
  for (let at = xml.indexOf(lessThan); at >= 0; at = xml.indexOf(lessThan, at + 1)) {
    if (xml[at + 1] !== 0x66 || xml[at + 2] !== 0x3e) continue;
    const from = at + 3;
    const to = xml.indexOf(lessThan, from);
    if (to < 0) break;
    const isMarked = xml[from] === mark.charCodeAt(0);
    at = to - 1;
    if (to - from < shortest && !isMarked) continue;
    let hash = 0;
    for (let n = from; n < to; n++) hash = (Math.imul(hash, 31) + (xml[n] as number)) | 0;
    let same = known.get(hash);
    if (!same) known.set(hash, (same = []));
    let found = same.find((one) => isEqual(xml, one.from, one.to, from, to));
    if (!found) {
      found = { from, to, number: formulas.texts.length };
      same.push(found);
      formulas.spend(to - from);
      const text = new TextDecoder().decode(xml.subarray(from, to));
      formulas.texts.push(formulaFromFile(unescapeXml(text)));
    }
    out.set(xml.subarray(copied, from), length);
    length += from - copied;
    for (const letter of `${mark}${found.number}`) out[length++] = letter.charCodeAt(0);
    copied = to;
  }
  if (copied === 0) return xml;
  out.set(xml.subarray(copied), length);
  return out.slice(0, length + xml.length - copied);
}

function isEqual(xml: Uint8Array, from: number, to: number, other: number, end: number): boolean {
  if (to - from !== end - other) return false;
  for (let n = 0; n < to - from; n++) if (xml[from + n] !== xml[other + n]) return false;
  return true;
}

/** Numbers for the formulas of a file that is written, each given once. */
export class FormulaNumbers {
  private readonly numbers = new Map<string, string>();
  private readonly texts: string[] = [];

  /** What stands for a formula (without "="). */
  of(formula: string): string {
    const known = this.numbers.get(formula);
    if (known !== undefined) return known;
    const number = `${mark}${this.texts.length}`;
    this.numbers.set(formula, number);
    this.texts.push(escapeXml(formulaToFile(formula)));
    return number;
  }

  /** A sheet's XML with the formulas put back. */
  putBack(xml: string): string {
    return xml.replace(
      /<f>#(\d+)<\/f>/g,
      (_, number: string) => `<f>${this.texts[Number(number)] ?? ""}</f>`,
    );
  }
}
