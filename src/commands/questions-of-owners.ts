import type { Locale } from "../locale";
import type { Task, Tracking } from "../task";
import type { Unit } from "../unit";
import { cellOf, placesOf, sheetOf, type Asked, type OpenQuestion } from "./question-parts";

interface Doubt {
  readonly text: string;
  readonly candidates: readonly string[];
  readonly tasks: Task[];
}

/** Names in owner cells that could be one of several units, or that no unit bears as a lead. */
export function ownerQuestions(locale: Locale, asked: Asked): OpenQuestion[] {
  const doubts = new Map<string, Doubt>();
  const note = (text: string, candidates: readonly string[], task: Task) => {
    const known = doubts.get(text);
    if (known) known.tasks.push(task);
    else doubts.set(text, { text, candidates, tasks: [task] });
  };
  for (const task of asked.tracking.tasks) {
    for (const { text, candidates } of task.owner.questions) note(text, candidates, task);
    for (const text of task.owner.unknownLead) {
      if (task.leads.length === 0) note(text, [], task);
    }
  }
  return [...doubts.values()].map((doubt) => ownerQuestion(locale, doubt));
}

function ownerQuestion(locale: Locale, { text, candidates, tasks }: Doubt): OpenQuestion {
  const cells = [
    ...new Set(
      tasks.flatMap((task) => {
        const isLead = task.leadText.includes(text);
        return cellOf(task, ...(isLead ? LEAD_FIRST : SUPPORT_FIRST)) ?? [];
      }),
    ),
  ];
  const places = placesOf(locale, cells);
  const [likeliest] = candidates;
  const asks =
    locale === "vi"
      ? candidates.length === 1
        ? `Có phải ${likeliest ?? ""}?`
        : "Là đơn vị nào?"
      : candidates.length === 1
        ? `Is it ${likeliest ?? ""}?`
        : "Which unit is it?";
  return {
    question: {
      id: `owner:${text}`,
      kind: "owner",
      cells,
      sheet: sheetOf(tasks),
      text: locale === "vi" ? `${places} ghi “${text}”. ${asks}` : `${places}: “${text}”. ${asks}`,
      answers: [
        ...candidates.map((name) => ({ value: name, label: name })),
        {
          value: text,
          label: locale === "vi" ? `Là đơn vị riêng: ${text}` : `A unit of its own: ${text}`,
        },
      ],
      free: "unit",
    },
    answer: (value) => {
      const name = value.trim();
      return name === "" ? null : { tracking: (tracking) => withName(tracking, name, text) };
    },
  };
}

const LEAD_FIRST = ["lead", "owner", "support"] as const;
const SUPPORT_FIRST = ["support", "owner", "lead"] as const;

/** The directory with `text` as another name of the unit; a unit that it lacks is added. */
function withName(tracking: Tracking, name: string, text: string): Tracking {
  const isKnown = tracking.units.some((unit) => unit.name === name);
  const others = name === text ? [] : [text];
  const units: readonly Unit[] = isKnown
    ? tracking.units.map((unit) =>
        unit.name === name
          ? { ...unit, otherNames: [...new Set([...unit.otherNames, ...others])] }
          : unit,
      )
    : [
        ...tracking.units,
        { name, abbreviation: null, otherNames: others, group: null, headTitle: null },
      ];
  return { ...tracking, units };
}
