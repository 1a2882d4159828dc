import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "./context";
import { DateField, Form, MainButton, useDateDraft, useStyles } from "./ui";

/** Another day to count to, in the pane alone. */
export function ChangeDate({ onDone }: { onDone: () => void }) {
  const { words, model } = usePane();
  const styles = useStyles();
  const draft = useDateDraft(model.asOf);
  const [tried, setTried] = useState(false);
  const view = (date: string) => {
    model.view(date);
    onDone();
  };
  return (
    <Form onSend={() => (draft.date ? view(draft.date) : setTried(true))}>
      <DateField label={words.overview.newDate} draft={draft} required tried={tried} />
      <div className={styles.row}>
        <MainButton type="submit">{words.overview.useDate}</MainButton>
        <Button onClick={() => view(model.today)}>{words.overview.today}</Button>
      </div>
    </Form>
  );
}
