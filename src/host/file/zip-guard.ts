import { UnreadableFile } from "../errors";

const mostTotal = 256 * 1024 * 1024;
const mostEntry = 128 * 1024 * 1024;
const mostRatio = 200;
const mostEntries = 20_000;

/** Entries below this size may shrink by any ratio: blank, formatted sheets really do. */
const smallEntry = 8 * 1024 * 1024;

const broken = "Tệp bị hỏng hoặc không phải tệp Excel (.xlsx). Hãy mở bằng Excel rồi lưu lại.";
const tooLarge = "Tệp quá lớn sau khi giải nén nên không mở để bảo vệ máy.";

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
}

/**
 * Looks at a zip's directory before anything is unpacked.
 * Throws UnreadableFile for what is not an .xlsx, is encrypted, cut off or would unpack to too much.
 */
export function checkZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 0) throw new UnreadableFile("Tệp trống, không có dữ liệu.");
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0)
    throw new UnreadableFile(
      "Tệp có mật khẩu hoặc là tệp Excel cũ (.xls). Hãy bỏ mật khẩu hoặc lưu lại thành .xlsx.",
    );
  const end = endOfDirectory(view);
  if (end < 0) throw new UnreadableFile(broken);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries) throw new UnreadableFile(tooLarge);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new UnreadableFile(broken);
    const flags = view.getUint16(at + 8, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    if (flags & 1) throw new UnreadableFile("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi mở lại.");
    if (name.includes("..") || name.startsWith("/")) throw new UnreadableFile(broken);
    total += size;
    const swollen = size > smallEntry && size > packed * mostRatio;
    if (size > mostEntry || total > mostTotal || swollen) throw new UnreadableFile(tooLarge);
    entries.push({ name, size });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (!entries.some(({ name }) => name === "[Content_Types].xml")) throw new UnreadableFile(broken);
  if (!entries.some(({ name }) => /^xl\/workbook\d*\.xml$/i.test(name))) {
    const binary = entries.some(({ name }) => /^xl\/workbook\.bin$/i.test(name));
    throw new UnreadableFile(
      binary ? "Tệp .xlsb chưa mở được. Hãy lưu lại thành .xlsx." : broken,
    );
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}
