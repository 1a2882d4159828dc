import { UnreadableFile } from "../errors";
import { zipDirectory, type ZipEntry } from "./zip";

const mostTotal = 256 * 1024 * 1024;
const mostEntry = 128 * 1024 * 1024;
const mostRatio = 200;

/** Entries below this size may shrink by any ratio: blank, formatted sheets really do. */
const smallEntry = 8 * 1024 * 1024;

/** Many small entries of any ratio are one large one. */
const smallTotal = 32 * 1024 * 1024;

const broken = "Tệp bị hỏng hoặc không phải tệp Excel (.xlsx). Hãy mở bằng Excel rồi lưu lại.";
const tooLarge = "Tệp quá lớn sau khi giải nén nên không mở để bảo vệ máy.";
const locked =
  "Tệp có mật khẩu hoặc là tệp Excel cũ (.xls). Hãy bỏ mật khẩu hoặc lưu lại thành .xlsx.";

/**
 * Looks at a zip's directory before anything is unpacked.
 * Throws UnreadableFile for what is not an .xlsx, is encrypted, cut off or would unpack to too much.
 */
export function checkZip(bytes: Uint8Array): readonly ZipEntry[] {
  if (bytes.length === 0) throw new UnreadableFile("Tệp trống, không có dữ liệu.");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    throw new UnreadableFile(locked);
  const entries = zipDirectory(bytes);
  if (!entries) throw new UnreadableFile(broken);
  let total = 0;
  let totalPacked = 0;
  for (const { name, size, packed, encrypted } of entries) {
    if (encrypted) throw new UnreadableFile(locked);
    if (name.includes("..") || name.startsWith("/")) throw new UnreadableFile(broken);
    total += size;
    totalPacked += packed;
    const swollen =
      (size > smallEntry && size > packed * mostRatio) ||
      (total > smallTotal && total > totalPacked * mostRatio);
    if (size > mostEntry || total > mostTotal || swollen) throw new UnreadableFile(tooLarge);
  }
  const has = (pattern: RegExp): boolean => entries.some(({ name }) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i))
    throw new UnreadableFile("Tệp .xlsb chưa mở được. Hãy lưu lại thành .xlsx.");
  if (!has(/^\[Content_Types\]\.xml$/i) || !has(/^xl\/.*\.xml$/i)) throw new UnreadableFile(broken);
  return entries;
}
