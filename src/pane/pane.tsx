import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { usePane } from "./context";
import { Gear } from "./gear";
import { FirstRun } from "./first-run";
import { Messages, WorkBar } from "./messages";
import { Overview } from "./overview";
import { PartBoundary } from "./part-boundary";
import { QuestionBar } from "./question-bar";
import { SelectionBar } from "./selection-bar";
import { TabRow } from "./tab-row";
import { useStyles } from "./ui";

const Columns = lazy(() => import("./columns").then(({ Columns: view }) => ({ default: view })));
const Questions = lazy(() =>
  import("./questions").then(({ Questions: view }) => ({ default: view })),
);
const Tasks = lazy(() => import("./tasks").then(({ Tasks: view }) => ({ default: view })));
const Checks = lazy(() => import("./checks").then(({ Checks: view }) => ({ default: view })));
const Reports = lazy(() => import("./reports").then(({ Reports: view }) => ({ default: view })));
const SettingsView = lazy(() =>
  import("./settings").then(({ SettingsView: view }) => ({ default: view })),
);

const useOwnStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    // Office puts its own menu over the top right corner of the pane.
    paddingInlineEnd: "44px",
    minHeight: "40px",
    boxSizing: "border-box",
  },
  title: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  bars: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0`,
    ":empty": { display: "none" },
  },
  content: { position: "relative", flexGrow: 1, minHeight: 0, overflowY: "auto" },
  view: { outlineOffset: "-2px" },
  footer: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The whole pane: head, tabs, messages, the view, foot. */
export function PaneView() {
  const { words, model, state } = usePane();
  const styles = useOwnStyles();
  const [later, setLater] = useState<string | null>(null);
  const { screen } = state;
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1 className={styles.title}>{words.product}</h1>
        {screen === "starting" ? null : (
          <Button
            appearance="subtle"
            icon={<Gear />}
            aria-label={words.common.settings}
            title={words.common.settings}
            onClick={() => model.show("settings")}
          />
        )}
      </header>
      {screen === "tabs" ? <TabRow /> : null}
      <WorkBar />
      <Content later={later} onLater={setLater} />
      <SelectionBar />
      <Announcer />
      <footer className={styles.footer}>{words.promise}</footer>
    </div>
  );
}

/** The view, with what there is to say above it; it comes into sight when there is something new. */
function Content(props: { later: string | null; onLater: (questions: string) => void }) {
  const { state, words } = usePane();
  const styles = useOwnStyles();
  const main = useRef<HTMLElement>(null);
  const { said, trouble, copyByHand } = state;
  useEffect(() => {
    if (said || trouble || copyByHand) main.current?.scrollTo({ top: 0 });
  }, [said, trouble, copyByHand]);
  const questionKey = (state.session?.questions ?? []).map(({ id }) => id).join("\n");
  const { screen, tab } = state;
  const inTabs = screen === "tabs";
  return (
    <main ref={main} className={styles.content} data-scroll tabIndex={-1}>
      <div className={styles.bars}>
        <Messages />
        {inTabs && props.later !== questionKey ? (
          <QuestionBar onLater={() => props.onLater(questionKey)} />
        ) : null}
      </div>
      <div
        className={styles.view}
        {...(inTabs
          ? { id: "tab-panel", role: "tabpanel", "aria-labelledby": `tab-${tab}`, tabIndex: 0 }
          : {})}
      >
        <PartBoundary key={`${screen} ${tab}`} words={words}>
          <Suspense fallback={<Loading />}>
            {screen === "starting" ? <Loading /> : null}
            {screen === "first" ? <FirstRun /> : null}
            {screen === "columns" ? <Columns /> : null}
            {screen === "questions" ? <Questions /> : null}
            {screen === "settings" ? <SettingsView /> : null}
            {inTabs && tab === "overview" ? <Overview /> : null}
            {inTabs && tab === "tasks" ? <Tasks /> : null}
            {inTabs && tab === "checks" ? <Checks /> : null}
            {inTabs && tab === "reports" ? <Reports /> : null}
          </Suspense>
        </PartBoundary>
      </div>
    </main>
  );
}

function Loading() {
  const { words } = usePane();
  const { screen, text } = useStyles();
  return (
    <div className={screen} aria-busy="true">
      <p className={text}>{words.common.loading}</p>
    </div>
  );
}

/** Reads out what happens, for those who do not see the pane. */
function Announcer() {
  const { state } = usePane();
  const { hidden } = useStyles();
  const { text, count } = state.announcement;
  const [shown, setShown] = useState("");
  useEffect(() => {
    // A live region speaks only when its text changes: the same sentence twice needs a difference.
    const timer = setTimeout(() => setShown(count % 2 ? text : `${text}\u00A0`), 50);
    return () => clearTimeout(timer);
  }, [text, count]);
  return (
    <div role="status" aria-live="polite" className={hidden}>
      {shown}
    </div>
  );
}
