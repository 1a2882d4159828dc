import { Button } from "@fluentui/react-components";
import type { IgnoredFinding } from "../check";
import { usePane } from "./context";
import { useStyles } from "./ui";

/** What the officer has set aside, folded, each with his reason and a way back. */
export function Ignored({
  findings,
  summaryClass,
}: {
  findings: readonly IgnoredFinding[];
  summaryClass: string;
}) {
  const { words, model, state, number } = usePane();
  const styles = useStyles();
  if (findings.length === 0) return null;
  return (
    <details>
      <summary className={summaryClass}>
        {words.checks.ignoredList(number(findings.length))}
      </summary>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li key={`${finding.rule}!${finding.cell}!${finding.task}!${finding.value}`}>
            <div className={styles.card}>
              <p className={styles.text}>{finding.message}</p>
              <p className={styles.quiet}>{words.checks.because(finding.reason)}</p>
              <div className={styles.row}>
                {finding.cell ? (
                  <Button size="small" onClick={() => void model.goTo(finding.sheet, finding.cell)}>
                    {words.common.goToCellOf(finding.cell)}
                  </Button>
                ) : null}
                <Button
                  size="small"
                  disabledFocusable={state.work !== null}
                  onClick={() => void model.restore(finding)}
                >
                  {words.checks.restore}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
