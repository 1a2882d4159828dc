import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { ruleTitle, type Finding, type Severity } from "../check";
import { usePane } from "./context";
import { FixAll, FixButton, FixPreview } from "./fixes";
import { Ignored } from "./ignored";
import { Form, MainButton, ScreenHeading, useStyles } from "./ui";

/** So many findings of one kind are shown before the rest is asked for. */
const FIRST = 10;

const useOwnStyles = makeStyles({
  kind: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  summary: {
    cursor: "pointer",
    fontWeight: tokens.fontWeightSemibold,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  error: { color: tokens.colorPaletteRedForeground1 },
});

interface Kind {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** Tab Rà soát: what should be put right in the appendix, the worst first. */
export function Checks() {
  const { words, model, state, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const findings = useMemo(() => state.session?.findings ?? [], [state.session]);
  const kinds = useMemo(() => byKind(findings), [findings]);
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    ...(count("error") ? [words.checks.errors(number(count("error")))] : []),
    ...(count("warning") ? [words.checks.warnings(number(count("warning")))] : []),
    ...(count("hint") ? [words.checks.hints(number(count("hint")))] : []),
  ];
  return (
    <section className={styles.screen}>
      <ScreenHeading>{words.checks.title}</ScreenHeading>
      {state.session ? (
        <p className={styles.text}>{parts.length ? `${parts.join(", ")}.` : words.checks.clean}</p>
      ) : null}
      <div className={styles.row}>
        <Button disabledFocusable={state.work !== null} onClick={() => void model.check()}>
          {words.checks.run}
        </Button>
        {findings.length > 0 ? (
          <Button
            disabledFocusable={state.work !== null}
            onClick={() => void model.findingsSheet()}
          >
            {words.checks.sheet}
          </Button>
        ) : null}
      </div>
      {kinds.map((kind) => (
        <KindPart key={kind.rule} kind={kind} />
      ))}
      <Ignored findings={state.session?.ignored ?? []} summaryClass={own.summary} />
    </section>
  );
}

function KindPart({ kind }: { kind: Kind }) {
  const { words, locale, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const [all, setAll] = useState(false);
  const fixable = kind.findings.filter((finding) => finding.fix);
  const shown = all ? kind.findings : kind.findings.slice(0, FIRST);
  return (
    <details open={kind.severity !== "hint"}>
      <summary className={own.summary}>
        <span className={kind.severity === "error" ? own.error : undefined}>
          {words.checks[kind.severity]}
        </span>
        : {ruleTitle(kind.rule, locale)} ({number(kind.findings.length)})
      </summary>
      <div className={own.kind}>
        {fixable.length > 1 ? <FixAll findings={fixable} /> : null}
        <ul className={styles.list}>
          {shown.map((finding) => (
            <li key={`${finding.sheet}!${finding.cell}!${finding.task}!${finding.value}`}>
              <FindingCard finding={finding} />
            </li>
          ))}
        </ul>
        {shown.length < kind.findings.length ? (
          <div>
            <Button size="small" onClick={() => setAll(true)}>
              {words.common.more(number(kind.findings.length - shown.length))}
            </Button>
          </div>
        ) : null}
      </div>
    </details>
  );
}

function FindingCard({ finding }: { finding: Finding }) {
  const { words, model, state } = usePane();
  const styles = useStyles();
  const [ignoring, setIgnoring] = useState(false);
  const { fix } = finding;
  const busy = state.work !== null;
  return (
    <div className={styles.card}>
      <p className={styles.text}>{finding.message}</p>
      {finding.advice ? <p className={styles.quiet}>{finding.advice}</p> : null}
      {finding.candidates.length > 0 ? (
        <p className={styles.quiet}>
          {words.checks.suggestions} {finding.candidates.join("; ")}
        </p>
      ) : null}
      {fix ? <FixPreview fix={fix} /> : null}
      <div className={styles.row}>
        {finding.cell ? (
          <Button size="small" onClick={() => void model.goTo(finding.sheet, finding.cell)}>
            {words.common.goToCellOf(finding.cell)}
          </Button>
        ) : (
          <span className={styles.quiet}>{words.checks.whole}</span>
        )}
        {fix ? <FixButton finding={finding} fix={fix} /> : null}
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={ignoring}
          disabledFocusable={busy}
          onClick={() => setIgnoring(!ignoring)}
        >
          {words.checks.ignore}
        </Button>
      </div>
      {ignoring ? <IgnoreForm finding={finding} onDone={() => setIgnoring(false)} /> : null}
    </div>
  );
}

function IgnoreForm({ finding, onDone }: { finding: Finding; onDone: () => void }) {
  const { words, model, state } = usePane();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (reason.trim() && (await model.ignore(finding, reason.trim()))) onDone();
  };
  const missing = tried && !reason.trim();
  return (
    <Form onSend={() => void send()}>
      <Field
        label={words.checks.reason}
        validationState={missing ? "error" : "none"}
        validationMessage={missing ? words.checks.needReason : undefined}
      >
        <Input value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <MainButton type="submit" disabledFocusable={state.work !== null}>
        {words.checks.ignore}
      </MainButton>
    </Form>
  );
}

const ORDER: readonly Severity[] = ["error", "warning", "hint"];

function byKind(findings: readonly Finding[]): readonly Kind[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity}\n${finding.rule}`;
    const same = kinds.get(key);
    if (same) same.push(finding);
    else kinds.set(key, [finding]);
  }
  return [...kinds.values()]
    .map((same) => ({
      rule: same[0]?.rule ?? "",
      severity: same[0]?.severity ?? "hint",
      findings: same,
    }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
        b.findings.length - a.findings.length,
    );
}
