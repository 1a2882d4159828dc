import { mergeClasses } from "@fluentui/react-components";
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { useGridStyles } from "./grid-styles";
import { moveFrom } from "./move";
import type { GridProps } from "./grid-props";

interface EditorProps extends GridProps {
  readonly activeId: string;
  readonly place: { top: number; left: number; width: number; height: number };
  readonly address: string;
  readonly text: string;
  readonly pageRows: number;
  readonly handle: Ref<EditorHandle>;
}

export interface EditorHandle {
  /** Writes what is being typed, if anything, and takes the focus. */
  readonly settle: () => void;
}

/** What is being typed, and the cell that it belongs to. */
interface Draft {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The field that has the focus while the grid has it. It lies unseen over the selected cell and
 * takes the first key itself, so that a letter composed by a Vietnamese input method is never lost.
 */
export function CellEditor(props: EditorProps) {
  const { sheet, words, place, address, text, activeId, pageRows } = props;
  const { onSelect, onType, readContent, handle } = props;
  const styles = useGridStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const { row, column } = sheet.selection;
  const here = { sheet: sheet.name, row, column };

  const commit = () => {
    if (draft !== null) onType(draft.sheet, draft.row, draft.column, draft.text);
    setDraft(null);
  };
  const edit = async () => {
    const content = await readContent(row, column);
    setDraft({ ...here, text: content });
  };
  useImperativeHandle(handle, () => ({
    settle: () => {
      commit();
      field.current?.focus();
    },
  }));
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys that the input method is still composing belong to it.
    if (event.nativeEvent.isComposing) return;
    const move = moveFrom(sheet, event.key, {
      shift: event.shiftKey,
      control: event.ctrlKey || event.metaKey,
      editing: draft !== null,
      pageRows,
    });
    if (draft !== null) {
      if (event.key === "Escape") {
        event.preventDefault();
        setDraft(null);
      } else if (event.key === "Enter" && event.altKey) {
        event.preventDefault();
        setDraft({ ...draft, text: `${draft.text}\n` });
      } else if (move) {
        event.preventDefault();
        commit();
        onSelect(move.row, move.column);
      }
      return;
    }
    if (event.key === "F2") {
      event.preventDefault();
      void edit();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      onType(sheet.name, row, column, "");
    } else if (move) {
      event.preventDefault();
      onSelect(move.row, move.column);
    }
  };
  return (
    <textarea
      ref={field}
      aria-label={words.selected(address, text)}
      aria-controls="sheet-grid"
      aria-activedescendant={activeId}
      className={mergeClasses(styles.editor, draft === null && styles.waiting)}
      style={{
        ...place,
        ...(draft === null ? {} : { width: Math.max(place.width, 160), height: "auto" }),
      }}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      value={draft?.text ?? ""}
      onChange={(event) => setDraft({ ...(draft ?? here), text: event.target.value })}
      onKeyDown={press}
      onBlur={commit}
      onDoubleClick={() => void edit()}
    />
  );
}
