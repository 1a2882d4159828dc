import { foldAccents } from "../text";

/** Widths of Times New Roman in thousandths of the font size, by group of characters. */
const REGULAR: readonly (readonly [number, string])[] = [
  [250, " ,."],
  [278, "/:;\\ijlt"],
  [333, "!()-I[]`fr'"],
  [389, "Js"],
  [444, "?acez“”"],
  [500, "#$*0123456789_bdghknopquvxy–"],
  [556, "FPS"],
  [564, "+<=>"],
  [611, "ELTZ"],
  [667, "BCR"],
  [722, "ADGHKNOQUVXYw"],
  [778, "&m"],
  [833, "%"],
  [889, "M"],
  [944, "W"],
  [1000, "—…"],
];
const BOLD: readonly (readonly [number, string])[] = [
  [250, " ,."],
  [278, "'/\\il"],
  [333, "!()-:;[]`fjt"],
  [389, "Is"],
  [444, "cerz"],
  [500, "#$*0123456789?J_agovxy–“”"],
  [556, "Sbdhknpqu"],
  [570, "+<=>"],
  [611, "FP"],
  [667, "BELTZ"],
  [722, "ACDNRUVXYw"],
  [778, "GHKOQ"],
  [833, "&m"],
  [944, "M"],
  [1000, "%W—…"],
];

const WIDTHS = { regular: widthMap(REGULAR), bold: widthMap(BOLD) };
const UNKNOWN_WIDTH = 750;

/** Letters with a hook or horn are a little wider than the plain ones. */
const HORNED = /[ơưƠƯờớởỡợừứửữựỜỚỞỠỢỪỨỬỮỰ]/g;
const HORN = 60;

/** Width in points of one line of text in Times New Roman of `size` points. */
function textWidth(text: string, size: number, bold = false): number {
  const widths = bold ? WIDTHS.bold : WIDTHS.regular;
  let sum = (text.match(HORNED)?.length ?? 0) * HORN;
  for (const letter of foldAccents(text.normalize("NFC"))) {
    sum += widths.get(letter) ?? UNKNOWN_WIDTH;
  }
  return (sum * size) / 1000;
}

/** Breaks a text at spaces into lines no wider than `width` points; a longer word stays whole. */
function breakLines(text: string, width: number, size: number, bold = false): readonly string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && textWidth(longer, size, bold) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  });
}

/** As few lines as breakLines needs, but of like length: a title does not end on a single word. */
export function balancedLines(
  text: string,
  width: number,
  size: number,
  bold = false,
): readonly string[] {
  const greedy = breakLines(text, width, size, bold);
  let best = greedy;
  for (let narrower = width; narrower > width / 2; narrower -= 4) {
    const lines = breakLines(text, narrower, size, bold);
    if (lines.length > greedy.length) break;
    best = lines;
  }
  return best;
}

/** Room that Excel keeps at both sides of a cell's text, in points. */
const CELL_PADDING = 5;
/** Programs and printers differ by a few per cent: rows are made for a little more text than there is. */
const SAFETY = 1.06;

/** Lines that a wrapped cell of `width` points needs; a word wider than the cell is broken. */
export function wrappedLines(text: string, width: number, size: number, bold = false): number {
  const room = Math.max(width - CELL_PADDING, size) / SAFETY;
  return breakLines(text, room, size, bold).reduce(
    (sum, line) =>
      sum + (line.includes(" ") ? 1 : Math.max(1, Math.ceil(textWidth(line, size, bold) / room))),
    0,
  );
}

/** Height in points of so many lines, at most what Excel allows (409). */
export function heightOfLines(lines: number, size: number): number {
  return Math.min(409, Math.ceil(lines * size * 1.24 + 4));
}

function widthMap(groups: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(([width, letters]) => [...letters].map((one) => [one, width])));
}
