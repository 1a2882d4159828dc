import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { Refusal } from "../commands/types";
import { usePane } from "./context";
import { Notice } from "./notice";
import { Progress } from "./progress";
import { useStyles } from "./ui";

const CopyByHand = lazy(() =>
  import("./copy-by-hand").then(({ CopyByHand: view }) => ({ default: view })),
);

const useOwnStyles = makeStyles({
  work: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
  },
  workRow: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  alert: { ":empty": { display: "none" } },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** What the pane has to say above its content: trouble, what was done, what to copy by hand. */
export function Messages() {
  const { state } = usePane();
  return (
    <>
      <TroubleBar />
      <SaidBar />
      {state.copyByHand === null ? null : (
        <Suspense>
          <CopyByHand text={state.copyByHand} />
        </Suspense>
      )}
    </>
  );
}

/** Long work under way, always in sight, with how to stop it. */
export function WorkBar() {
  const { state, words, model } = usePane();
  const styles = useOwnStyles();
  const { text } = useStyles();
  const { work } = state;
  if (!work) return null;
  return (
    <div className={styles.work}>
      <div className={styles.workRow}>
        <p className={text}>{work.stopping ? words.work.stopping : work.step || work.label}</p>
        <Button size="small" disabled={work.stopping} onClick={() => model.stop()}>
          {words.common.stop}
        </Button>
      </div>
      <Progress done={work.done} />
      {work.slow ? <p className={text}>{words.work.slow}</p> : null}
    </div>
  );
}

function TroubleBar() {
  const { state, words, model } = usePane();
  const styles = useOwnStyles();
  const { trouble } = state;
  return (
    <div role="alert" className={styles.alert}>
      {trouble ? (
        <Notice
          tone={CALM.has(trouble.refusal.code) ? "warning" : "bad"}
          actions={
            <>
              {trouble.retry ? (
                <Button size="small" onClick={trouble.retry}>
                  {words.common.retry}
                </Button>
              ) : null}
              {trouble.refusal.cell ? <GoToRefusedCell address={trouble.refusal.cell} /> : null}
              <Button size="small" appearance="subtle" onClick={() => model.dismiss("trouble")}>
                {words.common.close}
              </Button>
            </>
          }
        >
          <b>{trouble.refusal.message}</b> {trouble.refusal.advice}
        </Notice>
      ) : null}
    </div>
  );
}

/** What is no fault: there was nothing to do, or the officer stopped it. */
const CALM: ReadonlySet<Refusal["code"]> = new Set([
  "no-appendix",
  "empty-sheet",
  "cancelled",
  "nothing-to-do",
  "draft",
]);

/** The cell that a refusal names: "Trang!B2", or "B2" on the appendix. */
function GoToRefusedCell({ address }: { address: string }) {
  const { words, model, state } = usePane();
  const mark = address.lastIndexOf("!");
  const sheet =
    mark > 0
      ? address.slice(0, mark)
      : (state.session?.appendix?.sheet ?? state.session?.reading.activeSheet);
  if (!sheet) return null;
  const cell = address.slice(mark + 1);
  return (
    <Button size="small" onClick={() => void model.goTo(sheet, cell)}>
      {words.common.goToCellOf(cell)}
    </Button>
  );
}

function SaidBar() {
  const { state, words, model, number } = usePane();
  const styles = useOwnStyles();
  const { said } = state;
  if (!said) return null;
  return (
    <>
      {said.sentences.length > 0 ? (
        <Notice
          tone="good"
          actions={
            <>
              {said.undoable ? (
                <Button
                  size="small"
                  disabledFocusable={state.work !== null}
                  onClick={() => void model.undo()}
                >
                  {words.common.undo}
                </Button>
              ) : null}
              <Button size="small" appearance="subtle" onClick={() => model.dismiss("said")}>
                {words.common.close}
              </Button>
            </>
          }
        >
          {said.sentences.join(" ")}
        </Notice>
      ) : null}
      {said.differences.length > 0 ? (
        <Notice tone="bad">
          {words.trouble.changed(number(said.differences.length))}
          <ul className={styles.list}>
            {said.differences.slice(0, 20).map((difference) => (
              <li key={difference.cell}>
                {words.trouble.differs(difference.cell, difference.found, difference.expected)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
