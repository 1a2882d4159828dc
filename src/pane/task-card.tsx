import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { rememberClosedCard } from "./closed-card";
import { waitsForEvent } from "../task";
import { AdjustForm, EventForm, ResultForm } from "./task-forms";
import { usePane, type Pane } from "./context";
import type { TaskView } from "./figures";
import { sourceCell, statusWords, taskTitle } from "./task-line";
import { MainButton, Part, ScreenHeading, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

/** One task with all that is known of it, and the forms to enter what happened. */
export function TaskCard({ view }: { view: TaskView }) {
  const pane = usePane();
  const { words, model, state, date } = pane;
  const styles = useStyles();
  const own = useOwnStyles();
  const [form, setForm] = useState<"result" | "adjust" | "event" | null>(null);
  const { task } = view;
  const place = sourceCell(task);
  const changed = useChangedMeanwhile(view, form !== null);
  useEffect(() => {
    model.drafting = form !== null;
    return () => {
      model.drafting = false;
    };
  }, [form, model]);
  const close = () => {
    rememberClosedCard(task.code);
    model.openCard(null);
  };
  return (
    <section className={styles.screen}>
      <div>
        <Button size="small" onClick={close}>
          ‹ {words.tasks.backToList}
        </Button>
      </div>
      <ScreenHeading focus>{taskTitle(task, words.tasks.noWords)}</ScreenHeading>
      <p className={view.group === "overdue" ? styles.overdue : styles.text}>
        {statusWords(view, pane)}
      </p>
      {place ? null : <p className={styles.text}>{words.card.gone}</p>}
      <dl className={own.facts}>
        {cardFacts(view, pane).map(([term, value]) => (
          <div key={term} style={{ display: "contents" }}>
            <dt className={own.term}>{term}</dt>
            <dd className={own.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {changed ? (
        <p role="alert" className={styles.text}>
          {words.card.changedMeanwhile}
        </p>
      ) : null}
      {form === "result" ? <ResultForm task={task} onDone={() => setForm(null)} /> : null}
      {form === "event" ? <EventForm task={task} onDone={() => setForm(null)} /> : null}
      {form === "adjust" ? <AdjustForm task={task} onDone={() => setForm(null)} /> : null}
      {form === null ? (
        <div className={styles.row}>
          <MainButton disabledFocusable={state.work !== null} onClick={() => setForm("result")}>
            {words.card.enter}
          </MainButton>
          {waitsForEvent(task) ? (
            <Button disabledFocusable={state.work !== null} onClick={() => setForm("event")}>
              {words.card.eventDay}
            </Button>
          ) : null}
          <Button disabledFocusable={state.work !== null} onClick={() => setForm("adjust")}>
            {words.card.adjust}
          </Button>
          {place ? (
            <Button appearance="subtle" onClick={() => void model.goTo(place.sheet, place.cell)}>
              {words.card.goToAppendix}
            </Button>
          ) : null}
        </div>
      ) : null}
      {task.milestones.length > 0 ? (
        <Part title={words.card.milestones}>
          <ul className={styles.list}>
            {task.milestones.map((milestone) => (
              <li key={milestone.due}>
                {date(milestone.due)}
                {milestone.finished && milestone.finished !== "unknown"
                  ? ` · ${words.tasks.finished(date(milestone.finished))}`
                  : ""}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Entries code={task.code} />
    </section>
  );
}

function Entries({ code }: { code: string }) {
  const { words, state, date, number } = usePane();
  const styles = useStyles();
  const entries = (state.session?.tracking.entries ?? []).filter((entry) => entry.code === code);
  return (
    <Part title={words.card.entries}>
      {entries.length === 0 ? <p className={styles.quiet}>{words.card.noEntries}</p> : null}
      <ul className={styles.list}>
        {entries.map((entry, at) => (
          <li key={at} className={styles.card}>
            <span className={styles.text}>
              {[
                entry.date ? date(entry.date) : "",
                entry.quantity === null ? "" : `${number(entry.quantity)} ${entry.measure}`,
                entry.result,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {entry.evidence ? (
              <span className={styles.quiet}>
                {words.card.evidence}: {entry.evidence}
              </span>
            ) : null}
            {entry.difficulty ? (
              <span className={styles.quiet}>
                {words.card.difficulty}: {entry.difficulty}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Whether the task changed in the sheet after a form was opened. */
function useChangedMeanwhile(view: TaskView, open: boolean): boolean {
  const now = JSON.stringify(view.task);
  const [before, setBefore] = useState<string | null>(null);
  if (open && before === null) setBefore(now);
  if (!open && before !== null) setBefore(null);
  return open && before !== null && before !== now;
}

function cardFacts({ task, status }: TaskView, pane: Pane): readonly (readonly [string, string])[] {
  const { words, date } = pane;
  const due = status.due ? date(status.due) : words.groups["no-deadline"];
  const all: readonly (readonly [string, string])[] = [
    [words.card.section, task.section.join(" › ")],
    [words.card.product, task.product],
    [words.card.lead, task.leads.join("; ") || task.leadText],
    [words.card.support, task.supports.join("; ") || task.supportText],
    [words.card.deadline, due],
    [words.card.asWritten, task.deadlineText],
    [words.card.adjusted, task.adjustedDue ? date(task.adjustedDue) : ""],
    [words.card.basis, task.adjustedBasis],
    [words.card.finished, task.finished ? date(task.finished) : ""],
    [words.card.note, task.note],
  ];
  return all.filter(([, value]) => value !== "");
}
