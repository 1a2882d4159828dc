import { showDate } from "../deadline";
import type { Locale } from "../locale";
import type { FormProblem } from "./types";

type Words = Readonly<Record<FormProblem["kind"], (problem: FormProblem) => string>>;

const VIETNAMESE: Words = {
  "no-form": () =>
    "Tệp không có bảng của phiếu báo cáo (cần các cột Mã, Nhiệm vụ, Kết quả). Kiểm tra lại tệp với đơn vị gửi.",
  "no-key": () =>
    "Tệp không còn dòng mã phiếu, nên chưa rõ là của đơn vị nào, kỳ nào. Chọn đơn vị gửi phiếu này.",
  "several-tables": ({ value, other }) =>
    `Tệp có hai trang cùng là phiếu và ghi khác nhau: đang lấy trang “${other ?? ""}”, chưa lấy trang “${value}”. Hỏi đơn vị trang nào đúng.`,
  "renamed-column": ({ value, other }) =>
    `Cột “${value}” được hiểu là cột “${other ?? ""}”. Xem lại nếu không phải.`,
  "missing-column": ({ value }) =>
    `Phiếu không còn cột “${value}”. Phần này không lấy được; hỏi lại đơn vị nếu cần.`,
  "unreadable-date": ({ value }) =>
    `ghi “${value}”, không đọc được thành ngày. Ghi lại dạng ngày/tháng/năm.`,
  "unreadable-number": ({ value }) =>
    `ghi “${value}”, không đọc được thành số lượng. Ghi lại bằng số.`,
  "error-value": ({ value }) => `có lỗi công thức ${value}. Hỏi lại đơn vị nội dung ô này.`,
  "merged-cells": ({ value, row, otherRow }) =>
    `“${value}” nằm trong ô gộp từ dòng ${row ?? ""} đến dòng ${otherRow ?? ""}, chỉ lấy cho dòng đầu. Hỏi đơn vị nếu là của cả các dòng.`,
  "no-code": ({ value, row }) =>
    `Dòng ${row ?? ""} có ghi “${value}” nhưng không có mã và tên nhiệm vụ. Xem dòng này thuộc nhiệm vụ nào.`,
  "unknown-code": ({ code, row, other }) =>
    `Dòng ${row ?? ""} ghi mã ${code ?? ""} (“${other ?? ""}”) không có trong Theo dõi. Xem đây là nhiệm vụ nào.`,
  "missing-rows": ({ value }) =>
    `Phiếu không còn dòng của các nhiệm vụ ${value}. Coi như chưa ghi gì; hỏi lại đơn vị nếu cần.`,
  "text-changed": ({ code, value, other }) =>
    `Nhiệm vụ ${code ?? ""}: phiếu ghi “${value}”, Theo dõi ghi “${other ?? ""}”. Xem có đúng một việc không.`,
  "plan-changed": ({ code }) =>
    `Nhiệm vụ ${code ?? ""}: sản phẩm hoặc thời hạn trong Theo dõi đã đổi từ khi gửi phiếu.`,
  "finish-of-support": ({ code, unit, value }) =>
    `${unit ?? ""} không chủ trì nhiệm vụ ${code ?? ""} và ghi hoàn thành ngày ${showDate(value)}. Ngày hoàn thành của nhiệm vụ lấy theo đơn vị chủ trì; ngày này được giữ trong phần kết quả.`,
  "finish-of-group": ({ code, unit, value }) =>
    `Nhiệm vụ ${code ?? ""} giao cho nhiều đơn vị; ${unit ?? ""} ghi xong ngày ${showDate(value)}. Ngày này được giữ trong phần kết quả; khi mọi đơn vị xong, ghi ngày hoàn thành ở Theo dõi.`,
  "duplicate-row": ({ code, row, otherRow }) =>
    `Nhiệm vụ ${code ?? ""} có hai dòng ghi khác nhau (dòng ${otherRow ?? ""} và dòng ${row ?? ""}). Chọn dòng nào đúng, hoặc lấy cả hai.`,
  "other-version": ({ value, other }) =>
    `${value} còn gửi tệp “${other ?? ""}” ghi khác. Chỗ nào khác nhau thì được hỏi bên dưới.`,
};

const ENGLISH: Words = {
  "no-form": () =>
    "The file holds no table of a report form (columns Mã, Nhiệm vụ, Kết quả). Check it with the sender.",
  "no-key": () =>
    "The line with the form's code is gone, so unit and period are not known. Choose the unit that sent it.",
  "several-tables": ({ value, other }) =>
    `Two sheets are forms and differ: sheet “${other ?? ""}” is taken, sheet “${value}” is not. Ask the unit which is right.`,
  "renamed-column": ({ value, other }) =>
    `Column “${value}” is taken for column “${other ?? ""}”. Look again if that is wrong.`,
  "missing-column": ({ value }) =>
    `Column “${value}” is gone from the form, so nothing is taken of it. Ask the unit if needed.`,
  "unreadable-date": ({ value }) => `“${value}” is not a day. It should be day/month/year.`,
  "unreadable-number": ({ value }) => `“${value}” is not a number.`,
  "error-value": ({ value }) => `holds the formula error ${value}. Ask the unit what belongs here.`,
  "merged-cells": ({ value, row, otherRow }) =>
    `“${value}” stands in cells merged from row ${row ?? ""} to row ${otherRow ?? ""}; it is taken for the first row alone.`,
  "no-code": ({ value, row }) =>
    `Row ${row ?? ""} says “${value}” without a code or a task. See which task it belongs to.`,
  "unknown-code": ({ code, row, other }) =>
    `Row ${row ?? ""} has the code ${code ?? ""} (“${other ?? ""}”), which is not in Theo dõi. See which task it is.`,
  "missing-rows": ({ value }) =>
    `The rows of ${value} are gone from the form. They count as not filled in; ask the unit if needed.`,
  "text-changed": ({ code, value, other }) =>
    `Task ${code ?? ""}: the form says “${value}”, Theo dõi says “${other ?? ""}”. See whether it is one task.`,
  "plan-changed": ({ code }) =>
    `Task ${code ?? ""}: product or deadline have changed in Theo dõi since the form was sent.`,
  "finish-of-support": ({ code, unit, value }) =>
    `${unit ?? ""} does not lead task ${code ?? ""} and says it was finished on ${showDate(value)}. The lead's day counts for the task; this day is kept in the result.`,
  "finish-of-group": ({ code, unit, value }) =>
    `Task ${code ?? ""} was given to several units; ${unit ?? ""} finished on ${showDate(value)}. The day is kept in the result; enter the task's own day in Theo dõi when all have finished.`,
  "duplicate-row": ({ code, row, otherRow }) =>
    `Task ${code ?? ""} has two rows that differ (rows ${otherRow ?? ""} and ${row ?? ""}). Choose one, or take both.`,
  "other-version": ({ value, other }) =>
    `${value} also sent the file “${other ?? ""}”, which differs. Where they differ you are asked below.`,
};

const CELL: Readonly<Record<Locale, (cell: string, sentence: string) => string>> = {
  vi: (cell, sentence) => `Ô ${cell} ${sentence}`,
  en: (cell, sentence) => `Cell ${cell}: ${sentence}`,
};

/** A problem of a returned form as a whole sentence, with its cell where it has one. */
export function problemSentence(problem: FormProblem, locale: Locale): string {
  const sentence = (locale === "vi" ? VIETNAMESE : ENGLISH)[problem.kind](problem);
  const inCell = CELL_KINDS.has(problem.kind) && problem.cell !== "";
  return inCell ? CELL[locale](problem.cell, sentence) : sentence;
}

/** Those whose sentence goes on from the name of the cell. */
const CELL_KINDS: ReadonlySet<FormProblem["kind"]> = new Set([
  "unreadable-date",
  "unreadable-number",
  "error-value",
  "merged-cells",
]);
