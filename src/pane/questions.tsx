import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Question } from "../commands/types";
import { Choice } from "./choice";
import { usePane } from "./context";
import { DateField, Form, MainButton, ScreenHeading, useDateDraft, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  answers: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  answer: { justifyContent: "flex-start", textAlign: "start", minHeight: "36px" },
});

/** The doubts, one after the other, the likely answer first. */
export function Questions() {
  const { state, words, model, number } = usePane();
  const styles = useStyles();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [total] = useState(state.session?.questions.length ?? 0);
  const questions = state.session?.questions ?? [];
  const left = questions.filter((question) => !skipped.includes(question.id));
  const [question] = left;
  const leave = () => model.show(state.session?.tracked ? "tabs" : "columns");
  if (!question) {
    return (
      <section className={styles.screen}>
        <ScreenHeading focus>
          {questions.length === 0
            ? words.questions.done
            : words.questions.bar(number(questions.length))}
        </ScreenHeading>
        <div className={styles.row}>
          <MainButton onClick={leave}>{words.tabs.overview}</MainButton>
        </div>
      </section>
    );
  }
  const place = Math.min(total, Math.max(1, total - left.length + 1));
  return (
    <section className={styles.screen}>
      <ScreenHeading key={`heading of ${question.id}`} focus>
        {words.questions.title(number(place), number(Math.max(total, left.length)))}
      </ScreenHeading>
      <QuestionCard
        key={question.id}
        question={question}
        onSkip={() => setSkipped([...skipped, question.id])}
      />
      <div>
        <Button appearance="subtle" onClick={leave}>
          {words.common.back}
        </Button>
      </div>
    </section>
  );
}

function QuestionCard({ question, onSkip }: { question: Question; onSkip: () => void }) {
  const { words, model, state, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const [free, setFree] = useState(false);
  const busy = state.work !== null;
  const [first, ...more] = question.cells;
  return (
    <div className={styles.card}>
      <p className={styles.text}>{question.text}</p>
      {first ? (
        <div className={styles.row}>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => void model.goTo(question.sheet, first)}
          >
            {words.common.goToCellOf(first)}
          </Button>
          {more.length > 0 ? (
            <span className={styles.quiet}>{words.questions.and(number(more.length))}</span>
          ) : null}
        </div>
      ) : null}
      <div className={own.answers}>
        {question.answers.map(({ value, label }, at) => (
          <Button
            key={value}
            className={own.answer}
            appearance={at === 0 ? "primary" : "secondary"}
            disabledFocusable={busy}
            onClick={() => void model.answer(question, value)}
          >
            {label}
          </Button>
        ))}
        {question.free && !free ? (
          <Button className={own.answer} onClick={() => setFree(true)}>
            {question.free === "date" ? words.questions.otherDate : words.questions.otherUnit}
          </Button>
        ) : null}
        {free && question.free === "date" ? <FreeDate question={question} /> : null}
        {free && question.free === "unit" ? <FreeUnit question={question} /> : null}
        <Button
          className={own.answer}
          appearance="subtle"
          disabledFocusable={busy}
          onClick={onSkip}
        >
          {words.questions.skip}
        </Button>
      </div>
      <p className={styles.quiet}>{words.questions.noPress}</p>
    </div>
  );
}

function FreeDate({ question }: { question: Question }) {
  const { words, model } = usePane();
  const draft = useDateDraft(null);
  const [tried, setTried] = useState(false);
  const send = () => {
    if (draft.date) void model.answer(question, draft.date);
    else setTried(true);
  };
  return (
    <Form onSend={send}>
      <DateField label={words.questions.yourDate} draft={draft} required tried={tried} />
      <MainButton type="submit">{words.questions.use}</MainButton>
    </Form>
  );
}

/** A unit of the directory, or a name that is not in it yet. */
function FreeUnit({ question }: { question: Question }) {
  const { words, model, state } = usePane();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const units = state.session?.tracking.units ?? [];
  const send = () => {
    if (name.trim()) void model.answer(question, name.trim());
    else setTried(true);
  };
  return (
    <Form onSend={send}>
      {units.length > 0 ? (
        <Field label={words.overview.unit}>
          <Choice
            value={units.some((unit) => unit.name === name) ? name : ""}
            onChoose={(value) => setName(value)}
          >
            <option value="">{words.common.none}</option>
            {units.map((unit) => (
              <option key={unit.name} value={unit.name}>
                {unit.name}
              </option>
            ))}
          </Choice>
        </Field>
      ) : null}
      <Field
        label={words.questions.yourUnit}
        validationState={tried && !name.trim() ? "error" : "none"}
        validationMessage={tried && !name.trim() ? words.questions.needUnit : undefined}
      >
        <Input value={name} autoComplete="off" onChange={(_, data) => setName(data.value)} />
      </Field>
      <MainButton type="submit">{words.questions.use}</MainButton>
    </Form>
  );
}
