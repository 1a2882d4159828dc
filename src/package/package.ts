import { Inflate } from "fflate";
import { broken, tooLarge, UnreadableFile } from "./unreadable";
import { measureXml } from "./xml";
import { checksumOf, packedBytes, zipDirectory, type ZipEntry } from "./zip";

const MEGABYTE = 1024 * 1024;
/**
 * The limits below are those of small files, which cost far more than they weigh only when they were made to harm.
 * A larger file may cost more in step with its own size: 30,000 tasks that are followed take 6.6 MB, 1.3 million cells.
 */
const smallFile = 3.2 * MEGABYTE;
const mostTimes = 4;
/** All parts together, unpacked. */
const mostBytes = 64 * MEGABYTE;
/** Parts that are kept whole while they are read: all but the cells of sheets and the texts. */
const mostOtherBytes = 24 * MEGABYTE;
const mostOthers = 250_000;
/** Elements of the list of texts: about 200,000 texts. */
const mostInTexts = 400_000;
const mostInCells = 3_000_000;
const mostRows = 250_000;
const mostEntities = 2_000_000;
const mostDepth = 200;
/** Bytes of one tag or text: a cell holds 32,767 characters, a setting of an add-in more. */
const mostAtOnce = 4 * MEGABYTE;
/** Cells from A1 to a sheet's last row and column: each takes memory, filled or not. */
const mostInRectangles = 10_000_000;
/** Cells that a file holds; with 25 columns these are 32,000 rows. */
const mostCells = 800_000;

const locked = () =>
  new UnreadableFile(
    "Tệp có mật khẩu hoặc là tệp Excel đời cũ (.xls). Hãy mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi thử lại.",
  );

/**
 * Unpacks an .xlsx: its parts by path. Throws UnreadableFile, with a sentence for the officer, for what is no .xlsx,
 * is locked, damaged, or would take more memory or time than its reading is worth.
 */
export function openPackage(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length === 0) throw new UnreadableFile("Tệp trống, không có dữ liệu.");
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, n) => bytes[n] === byte)) throw locked();
  const entries = zipDirectory(bytes);
  if (!entries) throw broken();
  const times = Math.min(mostTimes, Math.max(1, bytes.length / smallFile));
  checkDirectory(entries, times);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries)
    if (!entry.name.endsWith("/")) parts.set(entry.name, unpack(bytes, entry));
  checkParts(parts, times);
  return parts;
}

function checkDirectory(entries: readonly ZipEntry[], times: number): void {
  const has = (pattern: RegExp): boolean => entries.some(({ name }) => pattern.test(name));
  if (entries.some(({ encrypted }) => encrypted)) throw locked();
  if (has(/^xl\/workbook\.bin$/i))
    throw new UnreadableFile("Tệp .xlsb chưa mở được. Hãy lưu lại thành .xlsx.");
  if (!has(/^\[Content_Types\]\.xml$/i) || !has(/^xl\/.*\.xml$/i)) throw broken();
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length || has(/^[/\\]|\.\.|^[a-z]:/i)) throw broken();
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > mostBytes * times) throw tooLarge();
}

/** An entry's content, exactly as long as the directory says and whole by its checksum. */
function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(bytes, entry);
  if (!packed) throw broken();
  const content = entry.method === 8 ? inflate(packed, entry.size) : packed;
  const isKnown = entry.method === 0 || entry.method === 8;
  if (!isKnown || content.length !== entry.size || checksumOf(content) !== entry.checksum)
    throw broken();
  return content;
}

/** Bytes that are unpacked in one go: what says that it is short must not run on for long. */
const step = 16_384;

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw broken();
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += step)
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    throw broken();
  }
  return content.subarray(0, length);
}

function checkParts(parts: ReadonlyMap<string, Uint8Array>, times: number): void {
  const mayHold = Math.floor((mostCells * times) / 100_000) * 100_000;
  const sum = {
    cells: 0,
    inCells: 0,
    inTexts: 0,
    rows: 0,
    rectangles: 0,
    entities: 0,
    others: 0,
    bytes: 0,
  };
  for (const part of parts.values()) {
    if (!isXml(part)) continue;
    const found = measureXml(part);
    if (found.hasDoctype || found.depth > mostDepth) throw broken();
    sum.cells += found.cells;
    sum.rows += found.rows;
    sum.rectangles += found.lastRow * found.lastColumn;
    sum.entities += found.entities;
    if (found.root === "sst") sum.inTexts += found.inCells + found.others;
    else sum.others += found.others;
    if (found.root === "worksheet") sum.inCells += found.inCells;
    else if (found.root !== "sst") {
      sum.others += found.inCells;
      sum.bytes += part.length;
    }
    if (sum.rectangles > mostInRectangles * times || sum.rows > mostRows * times)
      throw new UnreadableFile(
        "Tệp có trang ghi ô ở quá xa bảng (hàng hoặc cột gần cuối trang tính). Hãy mở bằng Excel, xóa các hàng, cột thừa rồi lưu lại.",
      );
    if (sum.cells > mayHold)
      throw new UnreadableFile(
        `Tệp có hơn ${mayHold.toLocaleString("vi-VN")} ô nên không mở để bảo vệ máy. Hãy tách thành tệp nhỏ hơn.`,
      );
    if (
      found.longest > mostAtOnce ||
      sum.entities > mostEntities * times ||
      sum.inCells > mostInCells * times ||
      sum.inTexts > mostInTexts * times ||
      sum.others > mostOthers ||
      sum.bytes > mostOtherBytes
    )
      throw tooLarge();
  }
}

/** Whatever begins as XML can be read as such, under any name. */
function isXml(part: Uint8Array): boolean {
  let at = part[0] === 0xef ? 3 : 0;
  while ((part[at] ?? 0x21) <= 0x20) at++;
  return part[at] === 0x3c;
}
