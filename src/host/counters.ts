/** What went over the bridge since the counters were set to zero. Sizes are UTF-8 bytes of the bodies. */
export class Counters {
  /** Requests that do more than let go of references. */
  requests = 0;
  /** Requests that only remove references. */
  releases = 0;
  actions = 0;
  /** Cells written, once for each of values, formulas and formats. */
  cells = 0;
  /** Cells read, once for each of values, texts, formats and the like. */
  cellsRead = 0;
  bytesIn = 0;
  bytesOut = 0;
  /** Time that the stand-in itself took, to be left out of what an add-in takes. */
  milliseconds = 0;

  reset(): void {
    this.requests = 0;
    this.releases = 0;
    this.actions = 0;
    this.cells = 0;
    this.cellsRead = 0;
    this.bytesIn = 0;
    this.bytesOut = 0;
    this.milliseconds = 0;
  }
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}

/** Cells in what was answered: every rectangle of values within it. */
export function cellsAnswered(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const direct = cellsIn(value);
  if (direct > 0) return direct;
  return Object.values(value).reduce((sum: number, part) => sum + cellsAnswered(part), 0);
}

/** Entries of nested arrays, as cells of one action. */
export function cellsIn(value: unknown): number {
  if (!Array.isArray(value)) return 0;
  const [first] = value as unknown[];
  return Array.isArray(first) ? value.length * first.length : 0;
}
