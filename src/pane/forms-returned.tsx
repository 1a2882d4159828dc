import { Button, Field, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState, type DragEvent } from "react";
import { problemSentence, type Consolidation, type FormOutcome } from "../collect";
import type { IsoDate, Period } from "../deadline";
import { Choice } from "./choice";
import { usePane } from "./context";
import { Conflicts } from "./forms-conflicts";
import type { FormsState } from "./forms-state";
import { clearFiles, nameUnit, takeFiles, writeForms, type FormsDesk } from "./forms-work";
import { MainButton, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  drop: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  over: { borderTopStyle: "solid", backgroundColor: tokens.colorNeutralBackground2 },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  file: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  problems: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: "anywhere",
  },
});

/** Takes the units' files, shows what they say, and writes when the officer says so. */
export function ReturnedForms(props: { desk: FormsDesk; period: Period; sendBy: IsoDate | null }) {
  const { state } = usePane();
  const { forms } = state;
  return (
    <>
      <Picker {...props} />
      {forms.look || forms.unreadable.length > 0 ? (
        <Received desk={props.desk} forms={forms} />
      ) : null}
    </>
  );
}

function Picker(props: { desk: FormsDesk; period: Period; sendBy: IsoDate | null }) {
  const { words, state } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { desk, period, sendBy } = props;
  const take = (files: FileList | null) => void takeFiles(desk, [...(files ?? [])], period, sendBy);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={mergeClasses(own.drop, over && own.over)}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div>
        <Button disabledFocusable={state.work !== null} onClick={() => input.current?.click()}>
          {words.forms.take}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept=".xlsx"
        hidden
        aria-label={words.forms.take}
        onChange={({ target }) => {
          take(target.files);
          // The same file may be picked again after it was mended.
          target.value = "";
        }}
      />
      <p className={styles.quiet}>{words.forms.takeHint}</p>
    </div>
  );
}

function Received({ desk, forms }: { desk: FormsDesk; forms: FormsState }) {
  const { words, state, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const busy = state.work !== null;
  const consolidation = forms.look?.consolidation ?? null;
  const decided = (consolidation?.conflicts ?? []).filter(({ id }) => forms.decisions[id]).length;
  const writable =
    decided > 0 ||
    (consolidation?.forms ?? []).some(({ state: of }) => of === "taken" || of === "nothing-new");
  return (
    <section className={styles.card} aria-label={words.forms.found}>
      <p className={own.name}>{words.forms.found}</p>
      <ul className={styles.list}>
        {forms.unreadable.map(({ fileName, message }) => (
          <li key={`${fileName} ${message}`} className={own.file}>
            <p className={styles.text}>{fileName}</p>
            <p className={styles.overdue}>{words.forms.states.unreadable}</p>
            <p className={styles.text}>{message}</p>
          </li>
        ))}
        {consolidation?.forms.map((form) => (
          <ReceivedFile key={form.fileName} desk={desk} form={form} />
        ))}
      </ul>
      {consolidation ? (
        <>
          <NewWork consolidation={consolidation} />
          <Conflicts desk={desk} conflicts={consolidation.conflicts} />
          <Missing units={consolidation.missing} />
          {writable ? (
            <p className={styles.text}>
              {words.forms.willWrite(
                number(consolidation.entries.length),
                number(consolidation.finishes.length),
              )}
              {decided > 0 ? ` ${words.forms.willWriteDecided(number(decided))}` : ""}
            </p>
          ) : null}
        </>
      ) : null}
      <div className={styles.row}>
        {writable ? (
          <MainButton disabledFocusable={busy} onClick={() => void writeForms(desk)}>
            {words.forms.write}
          </MainButton>
        ) : null}
        <Button disabledFocusable={busy} onClick={() => clearFiles(desk)}>
          {words.forms.clear}
        </Button>
      </div>
    </section>
  );
}

const REFUSED: ReadonlySet<FormOutcome["state"]> = new Set([
  "wrong-plan",
  "wrong-period",
  "unknown-unit",
  "not-a-form",
]);

function ReceivedFile({ desk, form }: { desk: FormsDesk; form: FormOutcome }) {
  const { words, state, locale, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const named = state.forms.units[form.fileName];
  const asks = form.state === "unknown-unit" || named !== undefined;
  return (
    <li className={own.file}>
      <p className={own.name}>{form.unit || words.forms.noUnit}</p>
      <p className={styles.quiet}>{form.fileName}</p>
      <p className={REFUSED.has(form.state) ? styles.overdue : styles.text}>
        {words.forms.states[form.state]}
        {form.late ? ` · ${words.forms.late}` : ""}
        {form.rows > 0 && !REFUSED.has(form.state)
          ? ` · ${words.forms.matched(number(form.rows), number(form.filled))}`
          : ""}
      </p>
      {asks ? (
        <UnitOfFile
          fileName={form.fileName}
          unit={named ?? ""}
          onName={(unit) => void nameUnit(desk, form.fileName, unit)}
        />
      ) : null}
      {form.problems.length > 0 ? (
        <ul className={own.problems}>
          {form.problems
            .map((problem) => problemSentence(problem, locale))
            .map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
        </ul>
      ) : null}
    </li>
  );
}

function UnitOfFile(props: { fileName: string; unit: string; onName: (unit: string) => void }) {
  const { words, state } = usePane();
  const tracking = state.session?.tracking;
  const units = new Set([
    ...(tracking?.units ?? []).map(({ name }) => name),
    ...(tracking?.tasks ?? []).flatMap(({ leads, supports }) => [...leads, ...supports]),
  ]);
  return (
    <Field label={words.forms.chooseUnit(props.fileName)}>
      <Choice
        value={props.unit}
        disabled={state.work !== null}
        onChoose={(unit) => {
          if (unit) props.onName(unit);
        }}
      >
        <option value="">{words.forms.choose}</option>
        {[...units].map((unit) => (
          <option key={unit} value={unit}>
            {unit}
          </option>
        ))}
      </Choice>
    </Field>
  );
}

function NewWork({ consolidation }: { consolidation: Consolidation }) {
  const { words } = usePane();
  const own = useOwnStyles();
  const { newWork } = consolidation;
  if (newWork.length === 0) return null;
  return (
    <div>
      <p className={own.name}>{words.forms.newWork}</p>
      <ul className={own.problems}>
        {newWork.map(({ unit, fileName, work }) => (
          <li key={`${fileName} ${work.row}`}>
            {[`${unit}: ${work.title}`, work.result].filter(Boolean).join(" – ")}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Missing({ units }: { units: readonly string[] }) {
  const { words, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  if (units.length === 0) return <p className={styles.text}>{words.forms.allSent}</p>;
  return (
    <div>
      <p className={own.name}>{words.forms.missing(number(units.length))}</p>
      <ul className={own.problems}>
        {units.map((unit) => (
          <li key={unit}>{unit}</li>
        ))}
      </ul>
    </div>
  );
}
