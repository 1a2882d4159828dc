/** A file that cannot be opened as a workbook; `message` is a whole sentence in Vietnamese for the officer. */
export class UnreadableFile extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UnreadableFile";
  }
}

export const broken = (): UnreadableFile =>
  new UnreadableFile(
    "Tệp không phải là tệp Excel .xlsx hoặc đã hỏng. Hãy mở bằng Excel rồi lưu lại thành .xlsx.",
  );

export const tooLarge = (): UnreadableFile =>
  new UnreadableFile(
    "Tệp quá lớn sau khi giải nén nên không mở để bảo vệ máy. Hãy tách thành tệp nhỏ hơn.",
  );
