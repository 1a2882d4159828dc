import { Button, Checkbox, Field, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useId, useState } from "react";
import type { Reader } from "../commands/types";
import {
  customPeriod,
  reportingPeriod,
  type IsoDate,
  type Period,
  type PeriodKind,
} from "../deadline";
import { Choice } from "./choice";
import { usePane } from "./context";
import { proposedPeriod } from "./periods";
import { ReportDone } from "./report-done";
import { DateField, Form, MainButton, Part, ScreenHeading, useDateDraft, useStyles } from "./ui";

const UnitForms = lazy(() => import("./forms").then(({ UnitForms: view }) => ({ default: view })));

const useOwnStyles = makeStyles({
  make: { minHeight: "44px", textAlign: "center" },
  year: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  yearNumber: { minWidth: "48px", textAlign: "center", fontWeight: tokens.fontWeightSemibold },
});

/** Tab Báo cáo: one press makes a report. */
export function Reports() {
  const { words, model, state } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const [other, setOther] = useState(false);
  const year = model.reportYear;
  const first = proposedPeriod(year, model.asOf);
  const periods = [reportingPeriod("first-half", year), reportingPeriod("year", year)];
  const plan = state.session?.tracking.settings.plan;
  return (
    <div className={styles.screen}>
      {state.report ? <ReportDone report={state.report} /> : null}
      <ChangesSinceClosing />
      <section className={styles.block}>
        <ScreenHeading>{words.reports.title}</ScreenHeading>
        {periods.map((period) => (
          <MakeButton key={period.name} period={period} main={period.name === first.name} />
        ))}
        {plan && !plan.number ? <p className={styles.quiet}>{words.reports.planMissing}</p> : null}
        <YearChoice year={year} />
        <ReaderChoice year={year} />
        <div>
          <Button aria-expanded={other} onClick={() => setOther(!other)}>
            {words.reports.other}
          </Button>
        </div>
        {other ? <OtherPeriod year={year} /> : null}
        <p className={styles.quiet}>{words.reports.suggested}</p>
      </section>
      <Suspense fallback={null}>
        <UnitForms period={first} />
      </Suspense>
      <MadeReports className={own.make ?? ""} />
    </div>
  );
}

/** A button that names its period and the day it counts to, with the span below it. */
function MakeButton({ period, main }: { period: Period; main: boolean }) {
  const { words, model, state, date } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const id = useId();
  const request = model.requestOf(period);
  const draft = request.asOf < period.to;
  return (
    <div className={styles.block}>
      <Button
        className={own.make}
        appearance={main ? "primary" : "secondary"}
        disabledFocusable={state.work !== null}
        aria-describedby={id}
        onClick={() => void model.report(request)}
      >
        {words.reports.make(words.periodName(period), shortDay(request.asOf, period.year))}
      </Button>
      <p id={id} className={styles.quiet}>
        {words.reports.span(date(period.from), date(period.to))}
        {draft ? ` · ${words.reports.draft(date(request.asOf), date(period.to))}` : ""}
      </p>
    </div>
  );
}

function YearChoice({ year }: { year: number }) {
  const { words, model } = usePane();
  const own = useOwnStyles();
  const id = useId();
  const set = (reportYear: number) => model.store.set({ reportYear });
  return (
    <div className={own.year} role="group" aria-labelledby={id}>
      <span id={id}>{words.reports.year}</span>
      <Button size="small" aria-label={words.reports.earlier} onClick={() => set(year - 1)}>
        ‹
      </Button>
      <span aria-live="polite" className={own.yearNumber}>
        {year}
      </span>
      <Button size="small" aria-label={words.reports.later} onClick={() => set(year + 1)}>
        ›
      </Button>
    </div>
  );
}

function ReaderChoice({ year }: { year: number }) {
  const { words, model, state } = usePane();
  const readers = Object.keys(words.reports.readers) as Reader[];
  const units = state.session?.tracking.units ?? [];
  return (
    <>
      <Field label={words.reports.reader}>
        <Choice
          value={state.reader}
          onChoose={(value) => model.store.set({ reader: value as Reader })}
        >
          {readers.map((reader) => (
            <option key={reader} value={reader}>
              {words.reports.readers[reader]}
            </option>
          ))}
        </Choice>
      </Field>
      {state.reader === "office" && units.length > 0 ? (
        <Field label={words.reports.unit}>
          <Choice
            value={state.reportUnit}
            onChoose={(reportUnit) => model.store.set({ reportUnit })}
          >
            <option value="">{words.reports.wholePlan}</option>
            {units.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Choice>
        </Field>
      ) : null}
      <Checkbox
        checked={state.afterCutOff}
        label={words.reports.afterCutOff(year)}
        onChange={(_event, { checked }) => model.store.set({ afterCutOff: checked === true })}
      />
    </>
  );
}

function OtherPeriod({ year }: { year: number }) {
  const { words } = usePane();
  const styles = useStyles();
  const [kind, setKind] = useState<PeriodKind>("quarter");
  const [number, setNumber] = useState(1);
  const kinds = Object.keys(words.reports.kinds) as PeriodKind[];
  const count = kind === "month" ? 12 : kind === "quarter" ? 4 : 0;
  return (
    <section className={styles.card} aria-label={words.reports.other}>
      <Field label={words.reports.kind}>
        <Choice
          value={kind}
          onChoose={(value) => {
            setKind(value as PeriodKind);
            setNumber(1);
          }}
        >
          {kinds.map((name) => (
            <option key={name} value={name}>
              {words.reports.kinds[name]}
            </option>
          ))}
        </Choice>
      </Field>
      {count > 0 ? (
        <Field label={words.reports.which}>
          <Choice value={String(number)} onChoose={(value) => setNumber(Number(value))}>
            {Array.from({ length: count }, (_, at) => at + 1).map((choice) => (
              <option key={choice} value={choice}>
                {kind === "month" ? words.reports.month(choice) : words.reports.quarter(choice)}
              </option>
            ))}
          </Choice>
        </Field>
      ) : null}
      {kind === "custom" ? (
        <CustomPeriod />
      ) : (
        <MakeButton main period={reportingPeriod(kind, year, number)} />
      )}
    </section>
  );
}

function CustomPeriod() {
  const { words, model, state } = usePane();
  const styles = useStyles();
  const from = useDateDraft(null);
  const to = useDateDraft(null);
  const [tried, setTried] = useState(false);
  const period = from.date && to.date ? customPeriod(from.date, to.date) : null;
  const send = () => {
    setTried(true);
    if (period) void model.report(model.requestOf(period));
  };
  return (
    <Form onSend={send}>
      <DateField label={words.reports.from} draft={from} required tried={tried} />
      <DateField label={words.reports.to} draft={to} required tried={tried} />
      {tried && from.date && to.date && !period ? (
        <p role="alert" className={styles.overdue}>
          {words.reports.wrongSpan}
        </p>
      ) : null}
      <MainButton type="submit" disabledFocusable={state.work !== null}>
        {words.reports.title}
      </MainButton>
    </Form>
  );
}

/** What was changed after a report had been closed: the officer must know it, task by task. */
function ChangesSinceClosing() {
  const { words, state } = usePane();
  const styles = useStyles();
  const changes = state.session?.closedChanges ?? [];
  if (changes.length === 0) return null;
  return (
    <Part title={words.reports.changedSinceClosing}>
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={change} className={styles.text}>
            {change}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The report sheets that the workbook holds, by their names. */
function MadeReports({ className }: { className: string }) {
  const { words, model, state } = usePane();
  const styles = useStyles();
  const names = (state.session?.reading.sheets ?? [])
    .map((sheet) => sheet.name)
    .filter((name) => name.startsWith("BC "));
  if (names.length === 0) return null;
  return (
    <Part title={words.reports.made}>
      <ul className={styles.list}>
        {names.map((name) => (
          <li key={name}>
            <Button className={className} onClick={() => void model.goTo(name, "A1")}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** "14/6", or with the year when the day lies in another. */
function shortDay(day: IsoDate, year: number): string {
  const short = `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;
  return day.startsWith(`${year}-`) ? short : `${short}/${day.slice(0, 4)}`;
}
