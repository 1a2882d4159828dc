import { parseIsoDate, parseVietnameseDate, showDate, type IsoDate } from "../deadline";
import type { Locale } from "../locale";
import { cellAddress } from "../sheet";
import type { ConflictQuestion, Task, Tracking, TrackingQuestion } from "../task";
import {
  cellOf,
  changeTasks,
  markAnswered,
  sheetOf,
  type Asked,
  type OpenQuestion,
} from "./question-parts";

/** Rows that could be one of several known tasks. */
export function identityQuestions(locale: Locale, asked: Asked): OpenQuestion[] {
  return ofKind(asked, "identity").map((doubt): OpenQuestion => {
    const own = {
      value: "new",
      label: locale === "vi" ? "Không, đây là nhiệm vụ mới" : "No, this is a new task",
    };
    return {
      question: {
        id: `identity:${doubt.sheet}:${doubt.title}`,
        kind: "identity",
        cells: [cellAddress(doubt.row - 1, 0)],
        sheet: doubt.sheet,
        text: doubt.text,
        answers: [
          ...doubt.candidates.map(({ code, title }) => ({
            value: code,
            label: `${code} ${title}`,
          })),
          own,
        ],
        free: null,
      },
      answer: (value) => {
        if (value === "new") return { sameAs: { [doubt.row]: null } };
        const known = doubt.candidates.some(({ code }) => code === value);
        return known ? { sameAs: { [doubt.row]: value } } : null;
      },
    };
  });
}

/** Fields that both the appendix and Theo dõi have changed since the last reading. */
export function conflictQuestions(locale: Locale, asked: Asked): OpenQuestion[] {
  return ofKind(asked, "conflict").map((conflict): OpenQuestion => {
    const id = `conflict:${conflict.code}:${conflict.field}:${conflict.appendix}`;
    const take =
      locale === "vi" ? `Lấy theo phụ lục: ${conflict.appendix}` : `Appendix: ${conflict.appendix}`;
    const keep =
      locale === "vi" ? `Giữ Theo dõi: ${conflict.tracked}` : `Theo dõi: ${conflict.tracked}`;
    return {
      question: {
        id,
        kind: "conflict",
        cells: conflict.column === null ? [] : [cellAddress(conflict.row - 1, conflict.column)],
        sheet: conflict.sheet,
        text: conflict.text,
        answers: [
          { value: "appendix", label: take },
          { value: "tracked", label: keep },
        ],
        free: null,
      },
      answer: (value) => {
        if (value === "tracked") {
          return {
            kept: markAnswered(id),
            tracking: changeTasks([conflict.code], (task) => asRead(task, conflict)),
          };
        }
        return value === "appendix"
          ? { tracking: (tracking) => untouched(tracking, conflict) }
          : null;
      },
    };
  });
}

/** The task as though it had been read with the appendix's text: the next reading finds nothing new. */
function asRead(task: Task, conflict: ConflictQuestion): Task {
  if (conflict.field === "result") return task;
  return { ...task, read: { ...task.read, [conflict.field]: conflict.appendix } };
}

/** The field as it was last read, so that the next reading takes the appendix's text. */
function untouched(tracking: Tracking, conflict: ConflictQuestion): Tracking {
  const { code, field, lastRead } = conflict;
  const change = changeTasks([code], (task): Task => {
    switch (field) {
      case "number":
      case "title":
      case "product":
      case "note":
        return { ...task, [field]: lastRead };
      case "section":
        return { ...task, section: lastRead.split("\n") };
      case "lead":
        return { ...task, leads: task.owner.lead, supports: task.owner.support };
      case "support":
        return { ...task, supports: task.owner.support };
      case "deadline":
        return { ...task, dueKind: "unclear", due: null, start: null, milestones: [] };
      case "result":
        return { ...task, finished: null, done: false, read: { ...task.read, result: "" } };
    }
  });
  const changed = change(tracking);
  if (field !== "result") return changed;
  return {
    ...changed,
    entries: changed.entries.filter(
      (entry) => entry.code !== code || !entry.source.startsWith("phụ lục"),
    ),
  };
}

/** Tasks that are done on a day that is not known: the days that their papers name are offered. */
export function finishQuestions(locale: Locale, asked: Asked): OpenQuestion[] {
  const doubts = new Map(ofKind(asked, "finish").map((doubt) => [doubt.code, doubt]));
  return asked.tracking.tasks.flatMap((task): OpenQuestion[] => {
    const doubt = doubts.get(task.code);
    const isDone = task.done && task.finished === null && task.cancelled === null;
    if (!doubt && !isDone) return [];
    const days = daysNamed(task, asked.tracking);
    if (!doubt && days.length === 0) return [];
    const id = `finish-date:${task.code}:${doubt?.value ?? ""}`;
    const cell = cellOf(task, "finished", "progress", "result", "task");
    return [
      {
        question: {
          id,
          kind: "finish-date",
          cells: cell === null ? [] : [cell],
          sheet: sheetOf([task]),
          text:
            doubt?.text ??
            (locale === "vi"
              ? `Nhiệm vụ “${task.title}” đã xong. Hoàn thành ngày nào?`
              : `Task “${task.title}” is done. On which day was it finished?`),
          answers: [
            ...days.map((day) => ({ value: day, label: showDate(day) })),
            {
              value: "unknown",
              label: locale === "vi" ? "Chưa rõ ngày" : "The day is not known",
            },
          ],
          free: "date",
        },
        answer: (value) => {
          if (value === "unknown") return { kept: markAnswered(id) };
          const finished = parseIsoDate(value) ?? parseVietnameseDate(value);
          if (finished === null) return null;
          return {
            kept: markAnswered(id),
            tracking: changeTasks([task.code], (one) => ({ ...one, finished, done: true })),
          };
        },
      },
    ];
  });
}

/** Days named in the results and evidence of a task, the latest first. */
function daysNamed(task: Task, tracking: Tracking): IsoDate[] {
  const days = tracking.entries
    .filter(({ code }) => code === task.code)
    .flatMap(({ result, evidence }) => `${result} ${evidence}`.match(/\d{1,2}\/\d{1,2}\/\d{4}/g))
    .flatMap((text) => (text === null ? [] : (parseVietnameseDate(text) ?? [])));
  return [...new Set(days)].sort().reverse().slice(0, 3);
}

function ofKind<Kind extends TrackingQuestion["kind"]>(
  asked: Asked,
  kind: Kind,
): Extract<TrackingQuestion, { readonly kind: Kind }>[] {
  return (asked.update?.questions ?? []).filter(
    (question): question is Extract<TrackingQuestion, { readonly kind: Kind }> =>
      question.kind === kind,
  );
}
