import type { Locale } from "../locale";
import type { Refusal } from "./types";

type Code = Refusal["code"];

interface Words {
  readonly message: string;
  readonly advice: string;
}

/** What a refusal says: `sheet` is the sheet concerned, `cell` the cell, "" when there is none. */
export function refusalWords(
  locale: Locale,
  code: Code,
  place: { readonly sheet: string; readonly cell: string; readonly written: boolean },
): Words {
  return locale === "vi" ? vietnamese(code, place) : english(code, place);
}

function vietnamese(
  code: Code,
  { sheet, cell, written }: { sheet: string; cell: string; written: boolean },
): Words {
  const end = written ? "Có trang đang ghi dở, ô A1 báo rõ." : "Chưa ghi gì.";
  switch (code) {
    case "no-appendix":
      return {
        message: `Trang “${sheet}” không có bảng phụ lục (cần các cột nhiệm vụ, đơn vị, thời hạn).`,
        advice: "Mở trang có phụ lục rồi bấm Đọc phụ lục.",
      };
    case "empty-sheet":
      return {
        message: `Trang “${sheet}” chưa có gì.`,
        advice: "Mở trang có phụ lục rồi bấm Đọc phụ lục.",
      };
    case "unsure-columns":
      return {
        message: `Chưa chắc cột nào của trang “${sheet}” ghi gì. ${end}`,
        advice: "Xem lại các cột trong ngăn rồi bấm Đúng, tiếp tục.",
      };
    case "protected":
      return {
        message: `Trang “${sheet}” đang được bảo vệ. ${end}`,
        advice: "Vào Xem lại › Bỏ bảo vệ trang rồi bấm Thử lại.",
      };
    case "cell-edit":
      return {
        message: `Đang sửa một ô. ${end}`,
        advice: "Nhấn Enter hoặc Esc trong ô rồi bấm Thử lại.",
      };
    case "not-answering":
      return {
        message: written
          ? "Excel chưa trả lời khi đang ghi. Có thể một phần đã được ghi."
          : "Excel chưa trả lời.",
        advice: written
          ? "Chờ Excel xong việc, xem lại các trang rồi bấm Thử lại."
          : "Chờ một lát rồi bấm Thử lại.",
      };
    case "too-old":
      return {
        message: "Excel này quá cũ cho ngăn Phụ lục (cần Excel 2021 trở lên).",
        advice: "Các trang đã lập vẫn dùng được bình thường.",
      };
    case "copied-sheet":
      return {
        message: `Trang “${sheet}” chép lại trang “${cell}” đang được theo dõi: ghi cả hai thì mỗi nhiệm vụ bị tính hai lần. ${end}`,
        advice: `Đứng ở trang “${cell}” rồi bấm Đọc phụ lục. Nếu là kế hoạch khác thì sao trang này sang tệp mới.`,
      };
    case "other-plan":
      return {
        message: `Tệp này đang theo dõi một kế hoạch khác với trang “${sheet}”. ${end}`,
        advice: "Mỗi kế hoạch để một tệp riêng: sao phụ lục này sang tệp mới rồi bấm Đọc phụ lục.",
      };
    case "not-found":
      return {
        message: `Không tìm thấy ${cell ? `ô ${cell} của ` : ""}trang “${sheet}”. ${end}`,
        advice: "Có thể trang đã bị xóa hoặc đổi tên. Bấm Đọc lại.",
      };
    case "changed-since":
      return {
        message: `${cell ? `Ô ${cell}` : "Nội dung"} của trang “${sheet}” đã thay đổi. ${end}`,
        advice: "Xem lại nội dung mới rồi làm lại nếu vẫn cần.",
      };
    case "nothing-to-do":
      return { message: "Không còn lần ghi nào để hoàn tác.", advice: "" };
    case "cancelled":
      return {
        message: `Đã dừng theo yêu cầu. ${end}`,
        advice: written ? "Bấm lại lệnh để làm tiếp cho xong." : "",
      };
    case "closed-report":
      return {
        message: `Báo cáo “${sheet}” đã chốt số liệu nên không lập lại. ${end}`,
        advice: "Muốn lập lại, đổi tên hai trang của báo cáo đã chốt rồi bấm lại.",
      };
    case "draft":
      return {
        message: `Báo cáo “${sheet}” còn là dự thảo vì chưa đến ngày chốt. ${end}`,
        advice: "Lập lại báo cáo từ ngày chốt trở đi rồi bấm Chốt số liệu.",
      };
    case "bad-file":
      return {
        message: `Trong tệp đã có trang “${sheet}” không do Phụ lục lập. ${end}`,
        advice: "Đổi tên trang đó rồi bấm lại.",
      };
    case "excel":
      return {
        message: `Excel không làm được việc này. ${end}`,
        advice: "Bấm Thử lại. Nếu vẫn lỗi, lưu tệp, mở lại rồi thử một lần nữa.",
      };
  }
}

function english(
  code: Code,
  { sheet, cell, written }: { sheet: string; cell: string; written: boolean },
): Words {
  const end = written
    ? "A sheet was left unfinished; its cell A1 says so."
    : "Nothing was written.";
  switch (code) {
    case "no-appendix":
      return {
        message: `Sheet “${sheet}” has no appendix table (columns for task, unit and deadline are needed).`,
        advice: "Open the sheet with the appendix, then press Read the appendix.",
      };
    case "empty-sheet":
      return {
        message: `Sheet “${sheet}” is empty.`,
        advice: "Open the sheet with the appendix, then press Read the appendix.",
      };
    case "unsure-columns":
      return {
        message: `It is not sure what some columns of sheet “${sheet}” hold. ${end}`,
        advice: "Check the columns in the pane, then press Correct, continue.",
      };
    case "protected":
      return {
        message: `Sheet “${sheet}” is protected. ${end}`,
        advice: "Choose Review › Unprotect Sheet, then press Try again.",
      };
    case "cell-edit":
      return {
        message: `A cell is being edited. ${end}`,
        advice: "Press Enter or Esc in the cell, then press Try again.",
      };
    case "not-answering":
      return {
        message: written
          ? "Excel did not answer while writing. Part of it may have been written."
          : "Excel does not answer.",
        advice: written
          ? "Wait for Excel, look at the sheets, then press Try again."
          : "Wait a moment, then press Try again.",
      };
    case "too-old":
      return {
        message: "This Excel is too old for the pane (Excel 2021 or later is needed).",
        advice: "The sheets made before can be used as usual.",
      };
    case "copied-sheet":
      return {
        message: `Sheet “${sheet}” is a copy of sheet “${cell}”, which is followed: each task would count twice. ${end}`,
        advice: `Go to sheet “${cell}” and press Read. If it is another plan, copy this sheet to a new file.`,
      };
    case "other-plan":
      return {
        message: `This file follows another plan than sheet “${sheet}”. ${end}`,
        advice: "Keep each plan in a file of its own: copy this appendix to a new file.",
      };
    case "not-found":
      return {
        message: `${cell ? `Cell ${cell} of sheet` : "Sheet"} “${sheet}” was not found. ${end}`,
        advice: "It may have been deleted or renamed. Press Read again.",
      };
    case "changed-since":
      return {
        message: `${cell ? `Cell ${cell}` : "The content"} of sheet “${sheet}” has changed. ${end}`,
        advice: "Look at the new content and do it again if it is still needed.",
      };
    case "nothing-to-do":
      return { message: "There is no write left to take back.", advice: "" };
    case "cancelled":
      return {
        message: `Stopped as you asked. ${end}`,
        advice: written ? "Give the command again to finish." : "",
      };
    case "closed-report":
      return {
        message: `Report “${sheet}” is closed and is not made again. ${end}`,
        advice: "To make it again, rename the two sheets of the closed report first.",
      };
    case "draft":
      return {
        message: `Report “${sheet}” is still a draft: its closing day has not come. ${end}`,
        advice: "Make the report again on or after that day, then close it.",
      };
    case "bad-file":
      return {
        message: `The file has a sheet “${sheet}” that this add-in did not make. ${end}`,
        advice: "Rename that sheet, then try again.",
      };
    case "excel":
      return {
        message: `Excel could not do this. ${end}`,
        advice: "Press Try again. If it still fails, save and reopen the file first.",
      };
  }
}
