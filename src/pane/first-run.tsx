import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "./context";
import { MainButton, ScreenHeading, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  steps: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  actions: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** The first screen: three sentences, one button. */
export function FirstRun() {
  const { words, model, host, state } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const busy = state.work !== null;
  return (
    <section className={styles.screen}>
      <ScreenHeading>{words.first.title}</ScreenHeading>
      <ol className={own.steps}>
        {words.first.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={own.actions}>
        <MainButton size="large" disabledFocusable={busy} onClick={() => void model.read()}>
          {words.first.read}
        </MainButton>
        {host.openSample ? (
          <Button
            appearance="transparent"
            disabledFocusable={busy}
            onClick={() => void model.openSample()}
          >
            {words.first.sample}
          </Button>
        ) : null}
      </div>
      <p className={styles.quiet}>{words.first.untouched}</p>
    </section>
  );
}
