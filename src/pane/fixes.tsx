import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Finding, Fix } from "../check";
import { usePane } from "./context";
import { MainButton, useStyles } from "./ui";

/** So many fixes are shown before the rest is asked for. */
const FIRST = 10;
/** A longer text does not fit on a button. */
const ON_BUTTON = 30;

const useOwnStyles = makeStyles({
  pair: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
  },
});

/** Whether a text fits on a button beside what it becomes. */
function isShort(fix: Fix): boolean {
  return fix.before.length <= ON_BUTTON && fix.after.length <= ON_BUTTON && !looksTheSame(fix);
}

function looksTheSame({ before, after }: Fix): boolean {
  return before.normalize("NFC") === after.normalize("NFC");
}

/** What the cell says and what it will say. */
function OldAndNew({ fix }: { fix: Fix }) {
  const { words } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  if (looksTheSame(fix)) return <p className={styles.quiet}>{words.checks.sameLook}</p>;
  return (
    <div className={own.pair}>
      <span className={styles.quiet}>
        {words.checks.before} <del>{fix.before}</del>
      </span>
      <span className={styles.quiet}>
        {words.checks.after} <ins>{fix.after}</ins>
      </span>
    </div>
  );
}

/** The old and the new text of a long fix; a short one stands on its button. */
export function FixPreview({ fix }: { fix: Fix }) {
  return isShort(fix) ? null : <OldAndNew fix={fix} />;
}

/** The button that writes one fix. */
export function FixButton({ finding, fix }: { finding: Finding; fix: Fix }) {
  const { words, model, state } = usePane();
  return (
    <Button
      size="small"
      disabledFocusable={state.work !== null}
      title={words.checks.fixWarns}
      onClick={() => void model.fix([finding])}
    >
      {isShort(fix) ? words.checks.fixTo(fix.before, fix.after) : words.checks.fixOne}
    </Button>
  );
}

/** All fixes of a kind: first shown one by one with old and new text, and written only then. */
export function FixAll({ findings }: { findings: readonly Finding[] }) {
  const { words, model, state, number } = usePane();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const busy = state.work !== null;
  const shown = all ? findings : findings.slice(0, FIRST);
  const write = async () => {
    await model.fix(findings);
    setOpen(false);
  };
  return (
    <div className={styles.block}>
      <div>
        <Button
          size="small"
          aria-expanded={isOpen}
          disabledFocusable={busy}
          onClick={() => setOpen(!isOpen)}
        >
          {words.checks.fixAll(number(findings.length))}
        </Button>
      </div>
      {isOpen ? (
        <div className={styles.card}>
          <p className={styles.quiet}>{words.checks.fixWarns}</p>
          <ul className={styles.list}>
            {shown.map((finding) =>
              finding.fix ? (
                <li key={finding.cell}>
                  <strong>{finding.cell}</strong>
                  <OldAndNew fix={finding.fix} />
                </li>
              ) : null,
            )}
          </ul>
          {shown.length < findings.length ? (
            <div>
              <Button size="small" onClick={() => setAll(true)}>
                {words.common.more(number(findings.length - shown.length))}
              </Button>
            </div>
          ) : null}
          <div className={styles.row}>
            <MainButton disabledFocusable={busy} onClick={() => void write()}>
              {words.checks.fixWrite(number(findings.length))}
            </MainButton>
            <Button onClick={() => setOpen(false)}>{words.checks.fixStop}</Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
