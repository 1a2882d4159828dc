import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { ClassBar } from "./class-bar";
import { useFigures, usePane } from "./context";
import type { Figures } from "./figures";
import { Notice } from "./notice";
import { proposedPeriod } from "./periods";
import { TaskLine } from "./task-line";
import { MainButton, Part, ScreenHeading, useStyles } from "./ui";
import { Units } from "./units";

const ChangeDate = lazy(() =>
  import("./change-date").then(({ ChangeDate: view }) => ({ default: view })),
);

const UrgingPart = lazy(() =>
  import("./urging").then(({ UrgingPart: view }) => ({ default: view })),
);

const Changes = lazy(() => import("./changes").then(({ Changes: view }) => ({ default: view })));

/** So many overdue tasks are shown before the list must be opened. */
const FIRST = 5;

const useOwnStyles = makeStyles({
  date: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  total: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  good: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

/** Tab Tổng quan: how things stand on a day. */
export function Overview() {
  const { words, model, state, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const figures = useFigures();
  if (!state.session || !figures) return null;
  if (!state.session.tracked) return <NotTracked />;
  const period = proposedPeriod(model.reportYear, model.asOf);
  return (
    <div className={styles.screen}>
      <AsOf />
      <section className={styles.block} aria-label={words.overview.classes}>
        <p className={own.total}>{words.overview.assigned(number(figures.total))}</p>
        {figures.total === 0 ? <p className={styles.text}>{words.overview.noTasks}</p> : null}
        <ClassBar figures={figures} />
        {figures.dependsOnReading > 0 ? (
          <p className={styles.quiet}>
            {words.overview.dependsOnReading(number(figures.dependsOnReading))}
          </p>
        ) : null}
      </section>
      {state.session.changes?.lines?.length ? (
        <Suspense>
          <Changes />
        </Suspense>
      ) : null}
      <Problems />
      <div className={styles.row}>
        <MainButton
          disabledFocusable={state.work !== null}
          onClick={() => void model.report(model.requestOf(period))}
        >
          {words.overview.next(words.periodName(period))}
        </MainButton>
        <Button disabledFocusable={state.work !== null} onClick={() => void model.track()}>
          {words.overview.update}
        </Button>
      </div>
      <Overdue figures={figures} />
      <Units figures={figures} />
      <Suspense>
        <UrgingPart />
      </Suspense>
    </div>
  );
}

/** What stands in the add-in's sheets and could not be understood: named with its place. */
function Problems() {
  const { words, state } = usePane();
  const styles = useStyles();
  const problems = state.session?.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <Notice tone="warning">
      <p className={styles.text}>{words.overview.problems}</p>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={problem} className={styles.text}>
            {problem}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function NotTracked() {
  const { words, model, state } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.screen}>
      <p className={styles.text}>{words.overview.notTracked}</p>
      <MainButton
        disabledFocusable={state.work !== null}
        onClick={() => void (state.session?.appendix ? model.show("columns") : model.read())}
      >
        {words.overview.start}
      </MainButton>
    </div>
  );
}

/** The day that everything is counted to, and how to look at another. */
function AsOf() {
  const { words, model, state, date } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const [changing, setChanging] = useState(false);
  const written = state.session?.tracking.settings.asOf ?? model.asOf;
  return (
    <section className={styles.block} aria-label={words.overview.asOf("")}>
      <div className={own.date}>
        <ScreenHeading>{words.overview.asOf(date(model.asOf))}</ScreenHeading>
        <Button size="small" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {words.overview.changeDate}
        </Button>
      </div>
      {changing ? (
        <Suspense>
          <ChangeDate onDone={() => setChanging(false)} />
        </Suspense>
      ) : null}
      {model.asOf !== written ? (
        <>
          <p className={styles.quiet}>{words.overview.viewOnly(date(written))}</p>
          <div className={styles.row}>
            <Button
              size="small"
              disabledFocusable={state.work !== null}
              onClick={() => void model.setAsOf(model.asOf)}
            >
              {words.overview.setDate}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => model.view(null)}>
              {words.common.back}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}

function Overdue({ figures }: { figures: Figures }) {
  const { words, model, date, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  if (figures.total === 0) return null;
  if (figures.overdue.length === 0) {
    return <p className={own.good}>{words.overview.nothingOverdue(date(model.asOf))}</p>;
  }
  return (
    <Part title={words.overview.overdueFirst}>
      <ul className={styles.list}>
        {figures.overdue.slice(0, FIRST).map((view) => (
          <li key={view.task.code} className={styles.card}>
            <TaskLine view={view} />
          </li>
        ))}
      </ul>
      {figures.overdue.length > FIRST ? (
        <div>
          <Button onClick={() => model.list({ group: "overdue" })}>
            {words.overview.allOverdue(number(figures.overdue.length))}
          </Button>
        </div>
      ) : null}
    </Part>
  );
}
