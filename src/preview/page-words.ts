import type { Locale } from "../locale";

const vi = {
  title: "Phụ lục kế hoạch",
  trial: "Trang thử, không thay Excel",
  promise: "Tệp mở ở đây không rời khỏi trình duyệt này.",
  open: "Mở tệp Excel…",
  save: "Lưu thành tệp mới",
  sample: "Dữ liệu mẫu",
  sampleDay: "Dữ liệu mẫu: coi như hôm nay là ngày 14/6/2024.",
  sheets: "Các trang trong tệp",
  sheet: (name: string) => `Trang ${name}`,
  cell: "Nội dung ô",
  selected: (address: string, text: string) => `Ô ${address}${text ? `: ${text}` : ", trống"}`,
  pane: "Ngăn Phụ lục",
  drop: "Thả tệp .xlsx vào đây để mở",
  loading: "Đang mở tệp…",
  notSaved: "Tệp đang mở có thay đổi chưa lưu. Mở tệp khác sẽ mất các thay đổi này.",
  openAnyway: "Bỏ thay đổi và mở",
  saveFirst: "Lưu trước",
  cancel: "Quay lại",
  savedName: (name: string) => `Đã lưu thành tệp mới: ${name}.`,
  lost: (parts: string) => `Trang thử không giữ được: ${parts}. Tệp gốc vẫn nguyên.`,
  failed: "Không mở được tệp này.",
  failedAct: "Chưa làm được việc này.",
  failedSave: "Không lưu được tệp.",
  chart: (title: string) => `Biểu đồ “${title}”: mở tệp đã lưu trong Excel để xem.`,
  stale: "Giá trị cũ: trang thử không tính được công thức này, Excel sẽ tính lại khi mở tệp.",
  close: "Đóng",
};

const en: typeof vi = {
  title: "Plan appendix",
  trial: "Trial page, not a replacement of Excel",
  promise: "A file opened here does not leave this browser.",
  open: "Open an Excel file…",
  save: "Save as a new file",
  sample: "Sample data",
  sampleDay: "Sample data: today is taken to be 14 June 2024.",
  sheets: "Sheets of the file",
  sheet: (name) => `Sheet ${name}`,
  cell: "Content of the cell",
  selected: (address, text) => `Cell ${address}${text ? `: ${text}` : ", blank"}`,
  pane: "Pane",
  drop: "Drop an .xlsx file here to open it",
  loading: "Opening the file…",
  notSaved: "The open file has changes that are not saved. Opening another loses them.",
  openAnyway: "Drop the changes and open",
  saveFirst: "Save first",
  cancel: "Back",
  savedName: (name) => `Saved as a new file: ${name}.`,
  lost: (parts) => `The trial page could not keep: ${parts}. Your own file is as it was.`,
  failed: "This file could not be opened.",
  failedAct: "This could not be done.",
  failedSave: "The file could not be saved.",
  chart: (title) => `Chart “${title}”: open the saved file in Excel to see it.`,
  stale:
    "Old value: the trial page does not compute this formula; Excel will when it opens the file.",
  close: "Close",
};

export type PageWords = typeof vi;

/** The words of the trial page itself; those of the pane stand in the catalogue. */
export function pageWords(locale: Locale): PageWords {
  return locale === "en" ? en : vi;
}
