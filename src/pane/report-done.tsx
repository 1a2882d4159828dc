import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "./context";
import type { MadeReport } from "./state";
import { MainButton, ScreenHeading, useStyles } from "./ui";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const useOwnStyles = makeStyles({
  done: { backgroundColor: tokens.colorNeutralBackground2 },
});

/** What came of a report, in one sentence that adds up, and what can be done with it. */
export function ReportDone({ report }: { report: MadeReport }) {
  const { words, model, state } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const [asking, setAsking] = useState(false);
  const { request } = report;
  const busy = state.work !== null;
  const { sheet } = report;
  const texts = () =>
    model.ask(words.work.document, (commands, options) => commands.reportTexts(request, options));
  const copy = async () => {
    const made = await texts();
    if (!made) return;
    const said = [words.reports.copiedWord, ...made.said].join(" ");
    await model.copy(plainText(made.html), made.html, said);
  };
  const copyParagraph = async () => {
    const made = await texts();
    if (made) await model.copy(made.paragraph, undefined, words.reports.copiedParagraph);
  };
  const save = async () => {
    const made = await texts();
    if (!made) return;
    const name = `Bao cao ${request.period.shortName}.docx`;
    await model.download(name, WORD, made.document);
    for (const sentence of made.said) model.say(sentence);
  };
  const close = async () => {
    setAsking(false);
    await model.closeReport(request);
  };
  return (
    <section className={`${styles.card} ${own.done}`}>
      <ScreenHeading focus>{words.reports.done(words.periodName(request.period))}</ScreenHeading>
      {report.sentences.map((sentence) => (
        <p key={sentence} className={styles.text}>
          {sentence}
        </p>
      ))}
      <div className={styles.row}>
        {sheet ? (
          <Button onClick={() => void model.goTo(sheet, "A1")}>{words.reports.show}</Button>
        ) : null}
        <Button disabledFocusable={busy} onClick={() => void copy()}>
          {words.reports.copyWord}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void save()}>
          {words.reports.docx}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void copyParagraph()}>
          {words.reports.copyParagraph}
        </Button>
        {report.undoable ? (
          <Button disabledFocusable={busy} onClick={() => void model.undo()}>
            {words.common.undo}
          </Button>
        ) : null}
        {report.closed ? null : (
          <Button
            disabledFocusable={busy}
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            {words.reports.close}
          </Button>
        )}
      </div>
      {asking ? (
        <div role="group" aria-label={words.reports.close} className={styles.block}>
          <p className={styles.text}>{words.reports.closeAsk}</p>
          <div className={styles.row}>
            <MainButton onClick={() => void close()}>{words.reports.closeYes}</MainButton>
            <Button onClick={() => setAsking(false)}>{words.common.cancel}</Button>
          </div>
        </div>
      ) : null}
    </section>
  );
}

/** The words of HTML, for places that take only plain text. */
function plainText(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  return (page.body.innerText || page.body.textContent || "").trim();
}
