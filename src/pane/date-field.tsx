import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { parseVietnameseDate, showDate, type IsoDate } from "../deadline";
import { usePane } from "./context";

interface DateDraft {
  readonly text: string;
  readonly date: IsoDate | null;
  readonly wrong: boolean;
  readonly change: (text: string) => void;
}

/** The text of a date field and what it says; blank is no date and not wrong. */
export function useDateDraft(first: IsoDate | null): DateDraft {
  const [text, change] = useState(first ? showDate(first) : "");
  const date = parseVietnameseDate(text);
  return { text, date, wrong: text.trim() !== "" && date === null, change };
}

/** A date typed day first, as it is written in documents. */
export function DateField(props: {
  label: string;
  draft: DateDraft;
  hint?: string;
  /** Shows a fault also for a field left blank. */
  required?: boolean;
  tried?: boolean;
}) {
  const { words } = usePane();
  const { draft, required = false, tried = false } = props;
  const wrong = tried && (draft.wrong || (required && draft.date === null));
  return (
    <Field
      label={props.label}
      hint={props.hint ?? words.common.dateHint}
      validationMessage={wrong ? words.common.dateWrong : undefined}
      validationState={wrong ? "error" : "none"}
    >
      <Input
        value={draft.text}
        inputMode="numeric"
        autoComplete="off"
        onChange={(_, data) => draft.change(data.value)}
      />
    </Field>
  );
}
