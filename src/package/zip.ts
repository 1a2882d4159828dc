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
const maximumEntries = 5_000;

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
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = viewOf(bytes);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localMark) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + entry.packed <= bytes.length ? bytes.subarray(start, start + entry.packed) : null;
}

type Table = Int32Array;

/** For each byte and its place in a group of four: what it adds to the checksum. */
let tables: readonly Table[] | null = null;

function makeTables(): readonly Table[] {
  const first = Int32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  const all = [first];
  for (let n = 1; n < 4; n++)
    all.push((all[n - 1] as Table).map((value) => (first[value & 255] as number) ^ (value >>> 8)));
  return all;
}

/** CRC-32 of the zip format, four bytes at a time. */
export function checksumOf(bytes: Uint8Array): number {
  tables ??= makeTables();
  const [first, second, third, fourth] = tables as [Table, Table, Table, Table];
  const view = viewOf(bytes);
  const whole = bytes.length - (bytes.length % 4);
  let sum = -1;
  for (let n = 0; n < whole; n += 4) {
    sum ^= view.getInt32(n, true);
    sum =
      (fourth[sum & 255] as number) ^
      (third[(sum >>> 8) & 255] as number) ^
      (second[(sum >>> 16) & 255] as number) ^
      (first[sum >>> 24] as number);
  }
  for (let n = whole; n < bytes.length; n++)
    sum = (first[(sum ^ (bytes[n] as number)) & 255] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
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

/** Whether a zip has an entry. */
export const hasEntry = (bytes: Uint8Array, name: string): boolean =>
  zipDirectory(bytes)?.some((entry) => entry.name === name) ?? false;

/** How the text of an entry changes; null where it is carried over packed as it is. */
export type Change = (name: string) => ((text: string) => string) | null;

/** A zip with some of its texts changed, one after the other, and with texts added under new names. */
export function patchZip(
  bytes: Uint8Array,
  change: Change,
  added: ReadonlyMap<string, string>,
): Uint8Array {
  const parts: Packed[] = [];
  for (const entry of zipDirectory(bytes) ?? []) {
    const data = packedBytes(bytes, entry);
    if (!data || added.has(entry.name)) continue;
    const alter = change(entry.name);
    if (!alter) parts.push({ entry, data });
    else {
      const content =
        entry.method === 0 ? data : inflateSync(data, { out: new Uint8Array(entry.size) });
      parts.push(pack(entry.name, alter(strFromU8(content))));
    }
  }
  for (const [name, text] of added) parts.push(pack(name, text));
  return assemble(parts);
}

/** Parts as a zip that is not packed, for a library to read: without checksums, which were checked before. */
export function packStored(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return assemble(
    Array.from(parts, ([name, data]) => ({
      entry: {
        ...{ name, method: 0, encrypted: false, checksum: 0 },
        ...{ packed: data.length, size: data.length },
      },
      data,
    })),
  );
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
