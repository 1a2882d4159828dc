/** What reading a part of XML will cost, known before any of it is kept. */
export interface Measure {
  /** Name of the outermost element, without its prefix. */
  readonly root: string;
  /** Elements that cells consist of: names of one letter and "is". */
  readonly inCells: number;
  readonly rows: number;
  /** All other elements, long ones counted once for each 16 bytes. */
  readonly others: number;
  readonly entities: number;
  readonly depth: number;
  /** Bytes of the longest tag or text. */
  readonly longest: number;
  readonly cells: number;
  /** The last row and column (from 1) where a cell stands. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Declares a document type: entities of its own, which no Office file has. */
  readonly hasDoctype: boolean;
}

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const colon = 0x3a;
const equals = 0x3d;
const letterR = 0x72;
const ampersand = 0x26;

/** Where the mark of an XML text ends at or after a place; the end of all where it does not come. */
function after(xml: Uint8Array, mark: string, from: number): number {
  const last = mark.charCodeAt(mark.length - 1);
  for (let at = xml.indexOf(last, from); at >= 0; at = xml.indexOf(last, at + 1)) {
    const start = at - mark.length + 1;
    if (start >= from && [...mark].every((letter, n) => xml[start + n] === letter.charCodeAt(0)))
      return at + 1;
  }
  return xml.length;
}

const textAt = (xml: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...xml.subarray(from, Math.min(to, from + 60)));

/** Goes once through a part's bytes; never throws. */
export function measureXml(xml: Uint8Array): Measure {
  let root = "";
  let inCells = 0;
  let rows = 0;
  let others = 0;
  let depth = 0;
  let deepest = 0;
  let longest = 0;
  let cells = 0;
  let row = 0;
  let column = 0;
  let lastRow = 0;
  let lastColumn = 0;
  let hasDoctype = false;
  let end = 0;
  for (let at = xml.indexOf(lessThan); at >= 0; at = xml.indexOf(lessThan, end)) {
    longest = Math.max(longest, at - end);
    const next = xml[at + 1];
    if (next === 0x21) {
      const start = textAt(xml, at, at + 9);
      if (start.startsWith("<!--")) end = after(xml, "-->", at + 4);
      else if (start === "<![CDATA[") end = after(xml, "]]>", at + 9);
      else {
        hasDoctype = true;
        end = after(xml, ">", at);
      }
      continue;
    }
    if (next === 0x3f) {
      end = after(xml, "?>", at);
      continue;
    }
    if (next === slash) {
      depth--;
      end = after(xml, ">", at);
      continue;
    }
    let name = at + 1;
    let to = name;
    for (let byte = xml[to]; byte !== undefined && !endsName(byte); byte = xml[++to])
      if (byte === colon) name = to + 1;
    if (root === "") root = textAt(xml, name, to);
    const length = to - name;
    const isCell = length === 1 && xml[name] === 0x63;
    const isRow = length === 3 && textAt(xml, name, to) === "row";
    let place = 0;
    let quote = 0;
    for (; to < xml.length; to++) {
      const byte = xml[to] as number;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === 0x22 || byte === 0x27) {
        quote = byte;
        if (place < 0) place = to + 1;
      } else if (byte === greaterThan) break;
      else if (byte === equals && (isCell || isRow) && isNamedR(xml, to)) place = -1;
    }
    end = to + 1;
    longest = Math.max(longest, end - at);
    if (isRow) rows++;
    else if (length === 1 || (length === 2 && xml[name] === 0x69)) inCells++;
    else others += 1 + ((end - at) >> 4);
    if (xml[to - 1] !== slash) deepest = Math.max(deepest, ++depth);
    if (isCell) cells++;
    if (!isCell && !isRow) continue;
    let letters = 0;
    let digits = 0;
    for (let byte = xml[place]; place > 0 && isBetween(byte, 0x41, 0x7a); byte = xml[++place])
      letters = letters * 26 + ((byte as number) & 0x1f);
    for (let byte = xml[place]; place > 0 && isBetween(byte, 0x30, 0x39); byte = xml[++place])
      digits = digits * 10 + (byte as number) - 0x30;
    // A row or cell without an address follows the one before.
    if (isRow) {
      row = digits || row + 1;
      column = 0;
    } else {
      column = letters || column + 1;
      lastRow = Math.max(lastRow, digits || row);
      lastColumn = Math.max(lastColumn, column);
    }
  }
  let entities = 0;
  for (let at = xml.indexOf(ampersand); at >= 0; at = xml.indexOf(ampersand, at + 1)) entities++;
  return {
    ...{ root, inCells, rows, others, entities, depth: deepest, longest },
    ...{ cells, lastRow: Math.max(lastRow, row), lastColumn, hasDoctype },
  };
}

const isSpace = (byte: number | undefined): boolean => byte !== undefined && byte <= 0x20;

const endsName = (byte: number): boolean =>
  byte <= 0x20 || byte === greaterThan || byte === slash || byte === equals;

/** Whether the attribute whose "=" stands here is called r. */
function isNamedR(xml: Uint8Array, at: number): boolean {
  let last = at - 1;
  while (isSpace(xml[last])) last--;
  return xml[last] === letterR && isSpace(xml[last - 1]);
}

const isBetween = (byte: number | undefined, first: number, last: number): boolean =>
  byte !== undefined && byte >= first && byte <= last;
