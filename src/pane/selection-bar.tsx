import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "./context";
import { taskTitle } from "./task-line";

const useOwnStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: {
    flexGrow: 1,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

/** The task of the selected row of the sheet, to open with one press. */
export function SelectionBar() {
  const { state, words, model } = usePane();
  const own = useOwnStyles();
  const { selectedTask, openTask, tab, screen } = state;
  if (!selectedTask || screen !== "tabs") return null;
  if (tab === "tasks" && openTask === selectedTask) return null;
  const task = state.session?.tracking.tasks.find(({ code }) => code === selectedTask);
  if (!task) return null;
  const title = taskTitle(task, words.tasks.noWords);
  return (
    <aside className={own.bar} aria-label={words.common.selectedCell}>
      <span className={own.words} title={title}>
        {words.common.selectedCell} {title}
      </span>
      <Button
        size="small"
        aria-label={words.common.openTask(title)}
        onClick={() => model.openCard(task.code)}
      >
        {words.common.view}
      </Button>
    </aside>
  );
}
