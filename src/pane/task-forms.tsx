import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { dueFromEvent, type Task } from "../task";
import { usePane } from "./context";
import { readQuantity } from "./quantity";
import { DateField, Form, MainButton, useDateDraft, useStyles } from "./ui";

interface FormProps {
  readonly task: Task;
  readonly onDone: () => void;
}

/** Enters what a unit reported of a task: one more line on the sheet Kết quả. */
export function ResultForm({ task, onDone }: FormProps) {
  const { words, model } = usePane();
  const date = useDateDraft(model.today < model.asOf ? model.today : model.asOf);
  const finished = useDateDraft(task.finished);
  const [quantity, setQuantity] = useState("");
  const [measure, setMeasure] = useState("");
  const [result, setResult] = useState("");
  const [evidence, setEvidence] = useState("");
  const [difficulty, setDifficulty] = useState("");
  const [tried, setTried] = useState(false);
  const count = readQuantity(quantity);
  const empty =
    !result.trim() && count === null && !finished.date && !evidence.trim() && !difficulty.trim();
  const valid = date.date !== null && !finished.wrong && count !== "wrong" && !empty;
  const send = async () => {
    setTried(true);
    if (!valid) return;
    const saved = await model.enterResult(
      {
        code: task.code,
        date: date.date,
        unit: task.leads[0] ?? "",
        quantity: count,
        measure: measure.trim(),
        result: result.trim(),
        evidence: evidence.trim(),
        difficulty: difficulty.trim(),
        source: "ngăn",
      },
      finished.date,
    );
    if (saved) onDone();
  };
  return (
    <TaskForm title={words.card.enterFor} onSend={send} onDone={onDone}>
      <DateField
        label={words.card.finished}
        draft={finished}
        hint={`${words.card.finishedHint} ${words.common.dateHint}`}
        tried={tried}
      />
      <Field
        label={words.card.quantity}
        hint={words.card.quantityHint}
        validationState={tried && count === "wrong" ? "error" : "none"}
        validationMessage={tried && count === "wrong" ? words.card.quantityWrong : undefined}
      >
        <Input
          value={quantity}
          inputMode="decimal"
          autoComplete="off"
          onChange={(_, data) => setQuantity(data.value)}
        />
      </Field>
      <Field label={words.card.measure} hint={words.card.measureHint}>
        <Input value={measure} onChange={(_, data) => setMeasure(data.value)} />
      </Field>
      <Field
        label={words.card.result}
        validationState={tried && empty ? "error" : "none"}
        validationMessage={tried && empty ? words.card.needResult : undefined}
      >
        <Textarea value={result} resize="vertical" onChange={(_, data) => setResult(data.value)} />
      </Field>
      <Field label={words.card.evidence} hint={words.card.evidenceHint}>
        <Input value={evidence} onChange={(_, data) => setEvidence(data.value)} />
      </Field>
      <Field label={words.card.difficulty}>
        <Textarea
          value={difficulty}
          resize="vertical"
          onChange={(_, data) => setDifficulty(data.value)}
        />
      </Field>
      <DateField label={words.card.date} draft={date} required tried={tried} />
    </TaskForm>
  );
}

/** Sets the adjusted deadline with the document that allows it. */
export function AdjustForm({ task, onDone }: FormProps) {
  const { words, model } = usePane();
  const due = useDateDraft(task.adjustedDue);
  const [basis, setBasis] = useState(task.adjustedBasis);
  const [reason, setReason] = useState(task.adjustedReason);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!due.date || !basis.trim()) return;
    if (await model.adjustDeadline(task.code, due.date, basis.trim(), reason.trim())) onDone();
  };
  const noBasis = tried && !basis.trim();
  return (
    <TaskForm title={words.card.adjust} onSend={send} onDone={onDone}>
      <DateField label={words.card.newDue} draft={due} required tried={tried} />
      <Field
        label={words.card.basis}
        hint={words.card.basisHint}
        validationState={noBasis ? "error" : "none"}
        validationMessage={noBasis ? words.card.needBasis : undefined}
      >
        <Input value={basis} onChange={(_, data) => setBasis(data.value)} />
      </Field>
      <Field label={words.card.reason}>
        <Textarea value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </TaskForm>
  );
}

/** Takes the day of the event that a deadline counts from, and shows the due day that follows. */
export function EventForm({ task, onDone }: FormProps) {
  const { words, model, state, date } = usePane();
  const styles = useStyles();
  const day = useDateDraft(null);
  const [tried, setTried] = useState(false);
  const calendar = state.session?.tracking.calendar;
  const found = day.date ? dueFromEvent(task, day.date, calendar) : null;
  const send = async () => {
    setTried(true);
    if (day.date && found && (await model.setEventDay(task.code, day.date))) onDone();
  };
  const event = task.deadline.relative?.event || task.deadlineText;
  return (
    <TaskForm title={words.card.eventDay} onSend={send} onDone={onDone}>
      <DateField
        label={words.card.eventUse}
        draft={day}
        hint={`${words.card.eventHint(event)} ${words.common.dateHint}`}
        required
        tried={tried}
      />
      <p role="status" className={styles.text}>
        {found ? words.card.eventDue(date(found.due)) : ""}
        {found && !found.certain ? ` ${words.card.eventUnsure}` : ""}
      </p>
    </TaskForm>
  );
}

/** The card around a form of a task: its title, its fields, Lưu and Bỏ qua. */
function TaskForm(props: {
  readonly title: string;
  readonly onSend: () => Promise<void>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const { title, onSend, onDone, children } = props;
  const { words, state } = usePane();
  const styles = useStyles();
  const first = useFirstField();
  return (
    <section className={styles.card} aria-label={title} ref={first}>
      <h3 className={styles.subheading}>{title}</h3>
      <Form onSend={() => void onSend()}>
        {children}
        <div className={styles.row}>
          <MainButton type="submit" disabledFocusable={state.work !== null}>
            {words.common.save}
          </MainButton>
          <Button onClick={onDone}>{words.common.cancel}</Button>
        </div>
      </Form>
    </section>
  );
}

/** Moves the focus into a form that was just opened. */
function useFirstField() {
  const form = useRef<HTMLElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea")?.focus(), []);
  return form;
}
