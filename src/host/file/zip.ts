import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** An entry of a zip's directory. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly encrypted: boolean;
  /** Where the entry's own header begins. */
  readonly offset: number;
}

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const maximumEntries = 20_000;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The directory of a zip without unpacking anything; null when it is broken or far too long. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > maximumEntries) return null;
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryMark) return null;
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === endMark) return at;
  return -1;
}

/** The packed bytes of an entry; null when it points outside the file. */
function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = viewOf(bytes);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localMark) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + entry.packed <= bytes.length ? bytes.subarray(start, start + entry.packed) : null;
}

/** An entry unpacked; null when its packing is not known. Throws where it is not as long as the directory says. */
export function entryBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = packedBytes(bytes, entry);
  if (!packed) return null;
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  return inflateSync(packed, { out: new Uint8Array(entry.size) });
}

/** The text of an entry; null when it cannot be unpacked to the size that the directory says. */
export function entryText(bytes: Uint8Array, entry: ZipEntry): string | null {
  const unpacked = entryBytes(bytes, entry);
  return unpacked && strFromU8(unpacked);
}

let table: Uint32Array | null = null;

function checksumOf(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

interface Packed {
  readonly entry: Omit<ZipEntry, "offset">;
  readonly data: Uint8Array;
}

function pack(name: string, text: string): Packed {
  const content = strToU8(text);
  const data = deflateSync(content, { level: 6 });
  const sizes = { checksum: checksumOf(content), packed: data.length, size: content.length };
  return { entry: { name, method: 8, encrypted: false, ...sizes }, data };
}

/**
 * A zip with some text entries replaced or added; all others are carried over packed as they are.
 * Returns the bytes unchanged when its directory cannot be read.
 */
export function patchZip(bytes: Uint8Array, texts: ReadonlyMap<string, string>): Uint8Array {
  const entries = zipDirectory(bytes);
  if (!entries || texts.size === 0) return bytes;
  const parts: Packed[] = [];
  for (const entry of entries) {
    if (texts.has(entry.name)) continue;
    const data = packedBytes(bytes, entry);
    if (data) parts.push({ entry, data });
  }
  for (const [name, text] of texts) parts.push(pack(name, text));
  return assemble(parts);
}

function assemble(parts: readonly Packed[]): Uint8Array {
  const names = parts.map(({ entry }) => strToU8(entry.name));
  const total = parts.reduce(
    (sum, { data }, n) => sum + data.length + 76 + 2 * (names[n]?.length ?? 0),
    22,
  );
  const out = new Uint8Array(total);
  const view = viewOf(out);
  let at = 0;
  const offsets = parts.map(({ entry, data }, n) => {
    const start = at;
    const name = names[n] ?? new Uint8Array();
    view.setUint32(at, localMark, true);
    view.setUint16(at + 4, 20, true);
    describe(view, at + 6, entry, name.length);
    out.set(name, at + 30);
    out.set(data, at + 30 + name.length);
    at += 30 + name.length + data.length;
    return start;
  });
  const directory = at;
  parts.forEach(({ entry }, n) => {
    const name = names[n] ?? new Uint8Array();
    view.setUint32(at, directoryMark, true);
    view.setUint16(at + 4, 20, true);
    view.setUint16(at + 6, 20, true);
    describe(view, at + 8, entry, name.length);
    view.setUint32(at + 42, offsets[n] ?? 0, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, endMark, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** The fields that an entry's own header and the directory have in common; names are UTF-8. */
function describe(view: DataView, at: number, entry: Packed["entry"], name: number): void {
  view.setUint16(at, 0x0800, true);
  view.setUint16(at + 2, entry.method, true);
  view.setUint16(at + 4, 0, true);
  view.setUint16(at + 6, 0x21, true);
  view.setUint32(at + 8, entry.checksum, true);
  view.setUint32(at + 12, entry.packed, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, name, true);
}
