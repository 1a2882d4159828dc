import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { PageWords } from "./page-words";

const useStyles = makeStyles({
  dialog: {
    maxWidth: "420px",
    padding: tokens.spacingHorizontalXL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Asks before changes are lost. */
export function UnsavedDialog(props: {
  words: PageWords;
  onOpen: () => void;
  onSave: () => void;
  onCancel: () => void;
}) {
  const { words, onOpen, onSave, onCancel } = props;
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={words.notSaved} onCancel={onCancel}>
      <p>{words.notSaved}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onSave}>
          {words.saveFirst}
        </Button>
        <Button onClick={onOpen}>{words.openAnyway}</Button>
        <Button appearance="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </dialog>
  );
}
