import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { readReceipts, receiptRates, receiptState, type Receipt } from "../collect";
import type { Period } from "../deadline";
import { BOOK_TABLES } from "../tracking";
import { usePane } from "./context";
import { sendReportBack, type FormsDesk } from "./forms-work";
import { DateField, Form, MainButton, Part, useDateDraft, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  unit: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  form: { width: "100%" },
});

/** Who has reported for a period, who has not, and how a report is sent back. */
export function ReceiptBook({ desk, period }: { desk: FormsDesk; period: Period }) {
  const { words, state, number, model } = usePane();
  const styles = useStyles();
  const table = state.session?.reading.tables[BOOK_TABLES.receipts];
  const book = readReceipts(table);
  const receipts = book.filter(({ from, to }) => from === period.from && to === period.to);
  if (!table || receipts.length === 0) return null;
  const { asked, sent, onTime } = receiptRates(book, period);
  return (
    <Part title={words.forms.book}>
      <p className={styles.text}>
        {words.forms.bookRates(number(sent), number(asked), number(onTime))}
      </p>
      <ul className={styles.list}>
        {receipts.map((receipt) => (
          <ReceivedReport key={receipt.unit} desk={desk} period={period} receipt={receipt} />
        ))}
      </ul>
      <div>
        <Button onClick={() => void model.goTo(table.sheet, "A1")}>{words.forms.openBook}</Button>
      </div>
    </Part>
  );
}

function ReceivedReport(props: { desk: FormsDesk; period: Period; receipt: Receipt }) {
  const { words, date, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const [returning, setReturning] = useState(false);
  const { desk, period, receipt } = props;
  const { unit, received, newDate, returnedReason, version } = receipt;
  const state = receiptState(receipt);
  const parts = [
    words.forms.bookStates[state],
    ...(received === null ? [] : [words.forms.receivedOn(date(received))]),
    ...(version > 1 ? [words.forms.version(number(version))] : []),
    ...(state === "returned" && newDate !== null ? [words.forms.againBy(date(newDate))] : []),
  ];
  return (
    <li className={own.unit}>
      <p className={own.name}>{unit}</p>
      <p className={state === "late" || state === "returned" ? styles.overdue : styles.text}>
        {parts.join(" · ")}
      </p>
      {returnedReason === "" ? null : (
        <p className={styles.quiet}>{words.forms.returnedFor(returnedReason)}</p>
      )}
      {received === null ? null : (
        <Button
          size="small"
          aria-label={words.forms.sendBackOf(unit)}
          aria-expanded={returning}
          onClick={() => setReturning(!returning)}
        >
          {words.forms.sendBack}
        </Button>
      )}
      {returning && received !== null ? (
        <ReturnForm desk={desk} period={period} unit={unit} onDone={() => setReturning(false)} />
      ) : null}
    </li>
  );
}

function ReturnForm(props: { desk: FormsDesk; period: Period; unit: string; onDone: () => void }) {
  const { words, state } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const day = useDateDraft(null);
  const { desk, period, unit, onDone } = props;
  const send = async () => {
    setTried(true);
    const given = reason.trim();
    if (given === "" || day.date === null) return;
    if (await sendReportBack(desk, { unit, period, reason: given, newDate: day.date })) onDone();
  };
  const missing = tried && reason.trim() === "";
  return (
    <section className={own.form} aria-label={words.forms.sendBackOf(unit)}>
      <Form onSend={() => void send()}>
        <Field
          label={words.forms.reason}
          validationMessage={missing ? words.forms.needReason : undefined}
          validationState={missing ? "error" : "none"}
        >
          <Input value={reason} onChange={(_, data) => setReason(data.value)} />
        </Field>
        <DateField label={words.forms.newDate} draft={day} required tried={tried} />
        <div className={styles.row}>
          <MainButton type="submit" disabledFocusable={state.work !== null}>
            {words.forms.noteReturn}
          </MainButton>
          <Button onClick={onDone}>{words.common.cancel}</Button>
        </div>
      </Form>
    </section>
  );
}
