import { unzipSync } from "fflate";

const MEGABYTE = 1024 * 1024;
const MOST_BYTES_OF_ALL = 256 * MEGABYTE;
const MOST_BYTES_OF_ONE = 128 * MEGABYTE;
const MOST_RATIO = 200;
/** Small parts may compress very well without being a bomb. */
const RATIO_COUNTS_ABOVE = MEGABYTE;
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** A file that is not an .xlsx workbook or must not be opened; the message is a whole sentence for the officer. */
export class UnreadableFile extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UnreadableFile";
  }
}

/**
 * Looks at the directory of an .xlsx file before anything is unpacked.
 * Throws UnreadableFile when it is not such a file, is locked by a password, or would unpack to too much.
 */
export function guardWorkbookFile(bytes: Uint8Array): void {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    throw new UnreadableFile(
      "Tệp có mật khẩu hoặc là Excel đời cũ (.xls). Mở tệp bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi thử lại.",
    );
  }
  let total = 0;
  let contentTypes = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        total += originalSize;
        contentTypes ||= name === "[Content_Types].xml";
        if (name.split(/[/\\]/).includes(".."))
          throw new UnreadableFile("Tệp có đường dẫn lạ bên trong nên không được mở.");
        const bomb = originalSize > RATIO_COUNTS_ABOVE && originalSize > size * MOST_RATIO;
        if (total > MOST_BYTES_OF_ALL || originalSize > MOST_BYTES_OF_ONE || bomb) {
          throw new UnreadableFile(
            "Tệp bung ra quá lớn nên không được mở. Kiểm tra lại tệp với người gửi.",
          );
        }
        return false;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(
      "Tệp không phải là tệp Excel .xlsx hoặc đã hỏng. Kiểm tra lại tệp với người gửi.",
    );
  }
  if (!contentTypes) throw new UnreadableFile("Tệp không phải là tệp Excel .xlsx.");
}
