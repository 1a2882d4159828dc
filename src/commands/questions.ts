import type { ColumnRole } from "../appendix";
import type { Locale } from "../locale";
import { cellAddress } from "../sheet";
import type { Asked, OpenQuestion } from "./question-parts";
import { beforeDayQuestion, deadlineQuestions, swappedQuestion } from "./questions-of-deadlines";
import { ownerQuestions } from "./questions-of-owners";
import { sheetQuestions } from "./questions-of-sheets";
import { conflictQuestions, finishQuestions, identityQuestions } from "./questions-of-tasks";

/** All doubts that only the officer can settle; equal texts are one question. */
export function openQuestions(locale: Locale, asked: Asked): OpenQuestion[] {
  return [
    ...columnQuestions(locale, asked),
    ...sheetQuestions(locale, asked),
    ...identityQuestions(locale, asked),
    ...conflictQuestions(locale, asked),
    ...swappedQuestion(locale, asked),
    ...deadlineQuestions(locale, asked),
    ...ownerQuestions(locale, asked),
    ...beforeDayQuestion(locale, asked),
    ...finishQuestions(locale, asked),
  ].filter(({ question }) => !asked.kept.answered.includes(question.id));
}

const ROLE_NAMES: Readonly<Record<Locale, Readonly<Record<ColumnRole, string>>>> = {
  vi: {
    number: "STT",
    code: "Mã nhiệm vụ",
    field: "Lĩnh vực",
    task: "Nhiệm vụ",
    product: "Sản phẩm",
    lead: "Chủ trì",
    support: "Phối hợp",
    owner: "Chủ trì và phối hợp trong một ô",
    deadline: "Thời hạn",
    start: "Ngày bắt đầu",
    received: "Ngày nhận",
    finished: "Ngày hoàn thành",
    quantity: "Số lượng",
    measure: "Đơn vị tính",
    result: "Kết quả thực hiện",
    progress: "Tiến độ, tình trạng",
    evidence: "Minh chứng",
    leader: "Lãnh đạo phụ trách",
    cost: "Kinh phí",
    note: "Ghi chú",
    week: "Tuần",
    other: "Cột khác, bỏ qua",
  },
  en: {
    number: "Number",
    code: "Task code",
    field: "Field",
    task: "Task",
    product: "Product",
    lead: "Lead unit",
    support: "Coordinating units",
    owner: "Lead and coordinating units in one cell",
    deadline: "Deadline",
    start: "Start",
    received: "Received",
    finished: "Finished",
    quantity: "Quantity",
    measure: "Unit of measure",
    result: "Result",
    progress: "Progress",
    evidence: "Evidence",
    leader: "Leader in charge",
    cost: "Cost",
    note: "Note",
    week: "Week",
    other: "Another column, left out",
  },
};

/** What a column holds, in the officer's words. */
export function roleName(locale: Locale, role: ColumnRole): string {
  return ROLE_NAMES[locale][role];
}

/** Below this the officer is asked what a column holds. */
const SURE = 0.6;

function columnQuestions(locale: Locale, asked: Asked): OpenQuestion[] {
  const { appendix, mapping } = asked;
  if (!appendix || appendix.problem !== "unsure-columns") return [];
  const header = appendix.headerRows.at(-1) ?? 1;
  return appendix.columns
    .filter(({ confidence, column }) => confidence < SURE && !(column in (mapping?.roles ?? {})))
    .map((column): OpenQuestion => {
      const roles = [...new Set<ColumnRole>([column.role, ...column.alternatives, "other"])];
      const cell = cellAddress(header - 1, column.column);
      return {
        question: {
          id: `column:${appendix.fingerprint}:${column.column}`,
          kind: "column",
          cells: [cell],
          sheet: appendix.sheet,
          text:
            locale === "vi"
              ? `Cột ${cell.replace(/\d+/, "")} “${column.header}” ghi gì?`
              : `What does column ${cell.replace(/\d+/, "")} “${column.header}” hold?`,
          answers: roles.map((role) => ({ value: role, label: ROLE_NAMES[locale][role] })),
          free: null,
        },
        answer: (value) => {
          const role = roles.find((one) => one === value);
          if (role === undefined) return null;
          return {
            kept: (kept) => ({
              ...kept,
              mappings: {
                ...kept.mappings,
                [appendix.fingerprint]: {
                  roles: {
                    ...kept.mappings[appendix.fingerprint]?.roles,
                    [column.column]: role,
                  },
                },
              },
            }),
          };
        },
      };
    });
}
