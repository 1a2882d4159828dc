import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Form } from "../collect";
import type { Period } from "../deadline";
import { usePane } from "./context";
import { ReceiptBook } from "./forms-book";
import { PeriodChoice, usePeriodDraft } from "./forms-period";
import { ReturnedForms } from "./forms-returned";
import { makeUnitForms, openForm, saveForm, type FormsDesk } from "./forms-work";
import { DateField, Part, useDateDraft, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  unit: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
});

/** Forms out to the units and back: made, kept as files, read, shown, and only then written. */
export function UnitForms({ period: proposed }: { period: Period }) {
  const { words, locale, model, host, state } = usePane();
  const desk = useMemo<FormsDesk>(
    () => ({ words, locale, model, host }),
    [words, locale, model, host],
  );
  const draft = usePeriodDraft(proposed);
  const { period } = draft;
  const day = useDateDraft(null);
  const [tried, setTried] = useState(false);
  const { made } = state.forms;
  const make = () => {
    setTried(true);
    if (period && !day.wrong) void makeUnitForms(desk, period, day.date);
  };
  return (
    <Part title={words.forms.title}>
      <PeriodChoice draft={draft} tried={tried} />
      <DateField
        label={words.forms.sendBy}
        hint={words.forms.sendByHint}
        draft={day}
        tried={tried || state.forms.look !== null}
      />
      <div>
        <Button disabledFocusable={state.work !== null} onClick={make}>
          {words.forms.make}
        </Button>
      </div>
      {made ? <MadeForms desk={desk} period={made.period} forms={made.forms} /> : null}
      {period ? (
        <>
          <ReturnedForms desk={desk} period={period} sendBy={day.date} />
          <ReceiptBook desk={desk} period={period} />
        </>
      ) : null}
    </Part>
  );
}

function MadeForms(props: { desk: FormsDesk; period: Period; forms: readonly Form[] }) {
  const { words, number, host } = usePane();
  const styles = useStyles();
  const { desk, period, forms } = props;
  if (forms.length === 0) return <p className={styles.text}>{words.forms.none}</p>;
  return (
    <>
      <p className={styles.text}>
        {words.forms.made(number(forms.length), words.periodName(period))}
      </p>
      <ul className={styles.list} aria-label={words.forms.list}>
        {forms.map((form) => (
          <MadeForm key={form.unit} desk={desk} form={form} />
        ))}
      </ul>
      <p className={styles.quiet}>
        {host.openWorkbook ? words.forms.noFileSeen : words.forms.noFileSeenHere}
      </p>
    </>
  );
}

function MadeForm({ desk, form }: { desk: FormsDesk; form: Form }) {
  const { words, host, state, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const busy = state.work !== null;
  return (
    <li className={own.unit}>
      <p className={own.name}>{form.unit}</p>
      <p className={styles.quiet}>
        {words.forms.tasks(number(form.leadTasks), number(form.supportTasks))}
      </p>
      <div className={styles.row}>
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={words.forms.saveOf(form.unit)}
          onClick={() => void saveForm(desk, form)}
        >
          {words.forms.save}
        </Button>
        {host.openWorkbook ? (
          <Button
            size="small"
            disabledFocusable={busy}
            aria-label={words.forms.openOf(form.unit)}
            onClick={() => void openForm(desk, form)}
          >
            {words.forms.open}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
