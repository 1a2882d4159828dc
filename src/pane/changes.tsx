import type { ChangeKind } from "../commands";
import { usePane } from "./context";
import { useStyles } from "./ui";

const KINDS: readonly ChangeKind[] = ["added", "changed", "moved", "gone", "result"];
/** More lines than these of one kind nobody reads in a pane. */
const MOST = 200;

/** What the appendix says anew, each change with both texts, before anything of it is written. */
export function Changes() {
  const { words, state, number } = usePane();
  const styles = useStyles();
  const changes = state.session?.changes;
  const lines = changes?.lines ?? [];
  if (!changes || lines.length === 0) return null;
  const count = (kind: ChangeKind) => number(lines.filter((line) => line.kind === kind).length);
  return (
    <section className={styles.card}>
      <p className={styles.text}>
        {words.overview.changes(
          count("added"),
          count("changed"),
          count("moved"),
          count("gone"),
          count("result"),
        )}
      </p>
      <details>
        <summary>{words.overview.changesList}</summary>
        {KINDS.filter((kind) => lines.some((line) => line.kind === kind)).map((kind) => (
          <div key={kind}>
            <p className={styles.text}>
              <b>{words.overview.changeKinds[kind]}</b>
            </p>
            <ul>
              {lines
                .filter((line) => line.kind === kind)
                .slice(0, MOST)
                .map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
            </ul>
          </div>
        ))}
      </details>
    </section>
  );
}
