import { Field } from "@fluentui/react-components";
import { useState } from "react";
import { customPeriod, reportingPeriod, type Period, type PeriodKind } from "../deadline";
import { Choice } from "./choice";
import { usePane } from "./context";
import { DateField, useDateDraft, useStyles } from "./ui";

type DateDraft = ReturnType<typeof useDateDraft>;

interface PeriodDraft {
  /** "first-half", "quarter-2", "month-11", "custom". */
  readonly chosen: string;
  readonly choose: (chosen: string) => void;
  readonly from: DateDraft;
  readonly to: DateDraft;
  /** null while the days from and to are no period. */
  readonly period: Period | null;
}

/** The period that the forms are for: the one proposed until the officer chooses another. */
export function usePeriodDraft(proposed: Period): PeriodDraft {
  const { model } = usePane();
  const [picked, choose] = useState<string | null>(null);
  const from = useDateDraft(null);
  const to = useDateDraft(null);
  const chosen = picked ?? proposed.kind;
  const [, kind = "custom", number = "1"] = /^(.*?)(?:-(\d+))?$/.exec(chosen) ?? [];
  const period =
    kind !== "custom"
      ? reportingPeriod(kind as Exclude<PeriodKind, "custom">, model.reportYear, Number(number))
      : from.date && to.date
        ? customPeriod(from.date, to.date)
        : null;
  return { chosen, choose, from, to, period };
}

/** All periods of the year in one list, and days of one's own. */
export function PeriodChoice({ draft, tried }: { draft: PeriodDraft; tried: boolean }) {
  const { words, model, date } = usePane();
  const styles = useStyles();
  const { kinds, month, quarter } = words.reports;
  const { period, from, to } = draft;
  const numbered = (count: number, kind: string, name: (number: number) => string) =>
    Array.from({ length: count }, (_, at) => [`${kind}-${at + 1}`, name(at + 1)] as const);
  const choices: readonly (readonly [string, string])[] = [
    ["first-half", kinds["first-half"]],
    ["nine-months", kinds["nine-months"]],
    ["last-half", kinds["last-half"]],
    ["year", kinds.year],
    ...numbered(4, "quarter", quarter),
    ...numbered(12, "month", month),
    ["custom", kinds.custom],
  ];
  return (
    <>
      <Field
        label={words.forms.periodOf(String(model.reportYear))}
        hint={period ? words.reports.span(date(period.from), date(period.to)) : undefined}
      >
        <Choice value={draft.chosen} onChoose={draft.choose}>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Choice>
      </Field>
      {draft.chosen === "custom" ? (
        <>
          <DateField label={words.reports.from} draft={from} required tried={tried} />
          <DateField label={words.reports.to} draft={to} required tried={tried} />
          {from.date && to.date && !period ? (
            <p role="alert" className={styles.overdue}>
              {words.reports.wrongSpan}
            </p>
          ) : null}
        </>
      ) : null}
    </>
  );
}
