import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { PageWords } from "./page-words";
import type { Trial } from "./use-trial";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  mark: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  name: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  space: { flexGrow: 1 },
  message: { flexBasis: "100%", display: "flex", gap: tokens.spacingHorizontalS },
  file: { display: "none" },
});

/** What page this is, and how files get in and out. */
export function TopBar(props: {
  className: string;
  words: PageWords;
  trial: Trial;
  onOpen: (file: File) => void;
  onSave: () => void;
  onSample: () => void;
}) {
  const { words, trial } = props;
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  return (
    <header className={mergeClasses(styles.bar, props.className)}>
      <h1 className={styles.title}>{words.title}</h1>
      <span className={styles.mark}>{words.trial}</span>
      <span className={styles.name}>{trial.name}</span>
      <span className={styles.space} />
      <Button size="small" disabled={trial.busy} onClick={() => file.current?.click()}>
        {words.open}
      </Button>
      <Button size="small" disabled={trial.busy || !trial.shown} onClick={props.onSave}>
        {words.save}
      </Button>
      <Button size="small" appearance="subtle" disabled={trial.busy} onClick={props.onSample}>
        {words.sample}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".xlsx"
        className={styles.file}
        tabIndex={-1}
        aria-label={words.open}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen) props.onOpen(chosen);
        }}
      />
      <div role="status" className={styles.message}>
        {trial.message || words.promise}
      </div>
    </header>
  );
}
