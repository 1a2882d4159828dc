import {
  parseIsoDate,
  parseVietnameseDate,
  showDate,
  type Deadline,
  type DeadlineDoubt,
  type DeadlineReading,
} from "../deadline";
import type { Locale } from "../locale";
import type { DueKind, Task } from "../task";
import {
  cellOf,
  changeTasks,
  markAnswered,
  placesOf,
  sheetOf,
  type Asked,
  type Change,
  type OpenQuestion,
} from "./question-parts";

/** Deadlines that could not be read safely, one question a text. */
export function deadlineQuestions(locale: Locale, asked: Asked): OpenQuestion[] {
  const groups = new Map<string, Task[]>();
  for (const task of asked.tracking.tasks) {
    if (!isDoubtful(task) || isSwapped(task)) continue;
    groups.set(task.deadlineText, [...(groups.get(task.deadlineText) ?? []), task]);
  }
  return [...groups].map(([text, tasks]) => deadlineQuestion(locale, text, tasks));
}

/** Doubtful and not settled: an answer stands in the columns Hạn and Loại hạn of Theo dõi. */
function isDoubtful(task: Task): boolean {
  const { deadline } = task;
  if (task.adjustedDue !== null) return false;
  if (deadline.kind === "unreadable") return task.dueKind === "unclear" && task.due === null;
  return deadline.doubt !== null && task.due === deadline.due;
}

function isSwapped(task: Task): boolean {
  return task.deadline.doubt?.why === "swapped-day-and-month";
}

function deadlineQuestion(locale: Locale, text: string, tasks: readonly Task[]): OpenQuestion {
  const deadline = tasks[0]?.deadline;
  const readings = deadline?.doubt?.candidates ?? [];
  const cells = tasks.flatMap((task) => cellOf(task, "deadline") ?? []);
  const id = `deadline:${text}`;
  const codes = tasks.map(({ code }) => code);
  const none = { value: "none", label: locale === "vi" ? "Không có thời hạn" : "No deadline" };
  const places = cells.length > 0 ? placesOf(locale, cells) : titleOf(tasks);
  const shown = text.replace(/\s+/g, " ").trim();
  const reason = doubtWords(locale, deadline);
  return {
    question: {
      id,
      kind: "deadline",
      cells,
      sheet: sheetOf(tasks),
      text:
        locale === "vi"
          ? `${places} ghi “${shown}”: ${reason}`
          : `${places}: “${shown}”, ${reason}`,
      answers: [
        ...readings.map((reading, index) => ({
          value: `reading:${index}`,
          label: readingLabel(locale, reading),
        })),
        none,
      ],
      free: "date",
    },
    answer: (value) => {
      const change = deadlineAnswer(value, readings);
      if (!change) return null;
      return { tracking: changeTasks(codes, change), kept: markAnswered(id) };
    },
  };
}

function titleOf(tasks: readonly Task[]): string {
  return `Nhiệm vụ “${tasks[0]?.title ?? ""}”`;
}

/** What an answer does to a task: a reading that was offered, no deadline, or a day. */
function deadlineAnswer(
  value: string,
  readings: readonly DeadlineReading[],
): ((task: Task) => Task) | null {
  if (value === "none") {
    return (task) => ({ ...task, dueKind: "none", due: null, start: null, milestones: [] });
  }
  const offered = /^reading:(\d+)$/.exec(value);
  if (offered) {
    const reading = readings[Number(offered[1])];
    return reading ? (task) => withReading(task, reading) : null;
  }
  const due = parseIsoDate(value) ?? parseVietnameseDate(value);
  if (due === null) return null;
  return (task) => ({ ...task, dueKind: "dated", due, start: null, milestones: [] });
}

function withReading(task: Task, reading: DeadlineReading): Task {
  const milestones = reading.milestones ?? [];
  return {
    ...task,
    dueKind: milestones.length > 0 ? "milestones" : KINDS[reading.kind],
    start: reading.start,
    due: reading.due,
    milestones: milestones.map((due) => ({ due, text: "", finished: null })),
  };
}

const KINDS: Readonly<Record<DeadlineReading["kind"], DueKind>> = {
  dated: "dated",
  recurring: "recurring",
  ongoing: "ongoing",
  relative: "relative",
  conditional: "conditional",
  none: "none",
  unreadable: "unclear",
};

function readingLabel(locale: Locale, reading: DeadlineReading): string {
  const milestones = reading.milestones ?? [];
  if (milestones.length > 0) return milestones.map(showDate).join("; ");
  if (reading.due !== null && reading.start !== null && reading.start !== reading.due) {
    return `${showDate(reading.start)} – ${showDate(reading.due)}`;
  }
  if (reading.due !== null) return showDate(reading.due);
  return KIND_LABELS[locale][reading.kind];
}

const KIND_LABELS: Readonly<Record<Locale, Readonly<Record<DeadlineReading["kind"], string>>>> = {
  vi: {
    dated: "Có hạn",
    recurring: "Định kỳ",
    ongoing: "Thường xuyên",
    relative: "Tính từ một sự kiện",
    conditional: "Theo điều kiện",
    none: "Không có thời hạn",
    unreadable: "Chưa rõ",
  },
  en: {
    dated: "Dated",
    recurring: "Recurring",
    ongoing: "Ongoing",
    relative: "Counted from an event",
    conditional: "Conditional",
    none: "No deadline",
    unreadable: "Unclear",
  },
};

function doubtWords(locale: Locale, deadline: Deadline | undefined): string {
  const why = deadline?.doubt?.why ?? "not-a-deadline";
  if (why === "no-such-day") {
    const date = /(\d{1,2})\s*[/.-]\s*(\d{1,2})/.exec(deadline?.text ?? "");
    if (date) {
      const [, day = "", month = ""] = date;
      return locale === "vi"
        ? `tháng ${Number(month)} không có ngày ${Number(day)}.`
        : `month ${Number(month)} has no day ${Number(day)}.`;
    }
  }
  return DOUBTS[locale][why];
}

const DOUBTS: Readonly<Record<Locale, Readonly<Record<DeadlineDoubt, string>>>> = {
  vi: {
    "no-such-day": "không có ngày này.",
    "broken-date": "ngày ghi thiếu hoặc thừa chữ số.",
    "no-year": "chưa rõ năm nào.",
    "start-after-end": "ngày bắt đầu lại sau ngày kết thúc.",
    "left-over-words": "có chỗ chưa hiểu chắc. Thời hạn là ngày nào?",
    "two-readings": "có thể hiểu theo nhiều cách.",
    "not-a-deadline": "chưa đọc được thành thời hạn.",
    "swapped-day-and-month": "ngày và tháng có thể đã đổi chỗ.",
  },
  en: {
    "no-such-day": "there is no such day.",
    "broken-date": "a digit is missing or too many.",
    "no-year": "the year is not clear.",
    "start-after-end": "the start is after the end.",
    "left-over-words": "some words are not understood. Which day is it?",
    "two-readings": "it can be read in more than one way.",
    "not-a-deadline": "it cannot be read as a deadline.",
    "swapped-day-and-month": "day and month may be swapped.",
  },
};

/** True date cells whose day and month may have been swapped when the sheet was typed: one question for all. */
export function swappedQuestion(locale: Locale, asked: Asked): OpenQuestion[] {
  const tasks = asked.tracking.tasks.filter((task) => isSwapped(task) && isDoubtful(task));
  const [first] = tasks;
  if (!first) return [];
  const cells = tasks.flatMap((task) => cellOf(task, "deadline") ?? []);
  const readings = first.deadline.doubt?.candidates ?? [];
  const id = `swapped-dates:${sheetOf(tasks)}`;
  const example = cells[0] ?? "";
  return [
    {
      question: {
        id,
        kind: "swapped-dates",
        cells,
        sheet: sheetOf(tasks),
        text:
          locale === "vi"
            ? `${placesOf(locale, cells)} có thể đã bị đổi chỗ ngày và tháng. Ô ${example} là ngày nào?`
            : `${placesOf(locale, cells)} may have day and month swapped. Which day is cell ${example}?`,
        answers: readings.map((reading, index) => ({
          value: `reading:${index}`,
          label: readingLabel(locale, reading),
        })),
        free: null,
      },
      answer: (value) => swappedAnswer(value, sheetOf(tasks)),
    },
  ];
}

/** The two readings that are offered: as the cell's date is stored, and with day and month exchanged. */
const SWAP_ANSWERS = ["stored", "swapped"] as const;

function swappedAnswer(value: string, sheet: string): Change | null {
  const answer = SWAP_ANSWERS[Number(/^reading:(\d+)$/.exec(value)?.[1] ?? Number.NaN)];
  if (answer === undefined) return null;
  return { kept: (kept) => ({ ...kept, swapped: { ...kept.swapped, [sheet]: answer } }) };
}

/** "Trước ngày X": whether finishing on X is in time, asked once for all. */
export function beforeDayQuestion(locale: Locale, asked: Asked): OpenQuestion[] {
  if (asked.tracking.settings.beforeIncludesDay !== null) return [];
  const tasks = asked.tracking.tasks.filter(({ deadline }) => deadline.before !== null);
  if (tasks.length === 0) return [];
  const cells = tasks.flatMap((task) => cellOf(task, "deadline") ?? []);
  const words =
    locale === "vi"
      ? {
          text: `${tasks.length} ô ghi “Trước ngày …”: hoàn thành đúng ngày đó có tính đúng hạn không?`,
          yes: "Có",
          no: "Không",
        }
      : {
          text: `${tasks.length} cells say “before …”: is finishing on that very day in time?`,
          yes: "Yes",
          no: "No",
        };
  return [
    {
      question: {
        id: "before-day",
        kind: "before-day",
        cells,
        sheet: sheetOf(tasks),
        text: words.text,
        answers: [
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ],
        free: null,
      },
      answer: (value) =>
        value === "yes" || value === "no"
          ? {
              tracking: (tracking) => ({
                ...tracking,
                settings: { ...tracking.settings, beforeIncludesDay: value === "yes" },
              }),
            }
          : null,
    },
  ];
}
