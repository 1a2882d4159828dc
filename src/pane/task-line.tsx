import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { cellAddress } from "../sheet";
import type { Task } from "../task";
import { usePane, type Pane } from "./context";
import type { TaskView } from "./figures";
import { useStyles } from "./ui";

const useOwnStyles = makeStyles({
  title: {
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textAlign: "start",
    overflowWrap: "anywhere",
    padding: 0,
    minHeight: "24px",
    border: "none",
    backgroundColor: "transparent",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** One task in a list: its words, who, when, how it stands, and what can be done. */
export function TaskLine({ view }: { view: TaskView }) {
  const pane = usePane();
  const { words, model } = pane;
  const styles = useStyles();
  const own = useOwnStyles();
  const { task } = view;
  const place = sourceCell(task);
  return (
    <>
      <button
        type="button"
        className={own.title}
        data-task={task.code}
        onClick={() => model.openCard(task.code)}
      >
        {taskTitle(task, words.tasks.noWords)}
      </button>
      <p className={styles.quiet}>{facts(view, pane).join(" · ")}</p>
      <p className={view.group === "overdue" ? styles.overdue : styles.text}>
        {statusWords(view, pane)}
      </p>
      <div className={styles.row}>
        <Button
          size="small"
          aria-label={`${words.card.enter}: ${taskTitle(task, words.tasks.noWords)}`}
          onClick={() => model.openCard(task.code)}
        >
          {words.card.enter}
        </Button>
        {place ? (
          <Button
            size="small"
            appearance="subtle"
            aria-label={words.common.goToCellOf(place.cell)}
            onClick={() => void model.goTo(place.sheet, place.cell)}
          >
            {words.common.goToCell}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** "2.1 Đăng tin, bài". */
export function taskTitle(task: Task, noWords: string): string {
  return [task.number, task.title || noWords].filter(Boolean).join(" ");
}

/** The cell of the appendix that holds the task's words; null when it is gone from it. */
export function sourceCell(task: Task): { sheet: string; cell: string } | null {
  const { source } = task;
  if (!source) return null;
  return { sheet: source.sheet, cell: cellAddress(source.row - 1, source.columns.task ?? 0) };
}

/** Unit and due day, with the words of the cell. */
function facts(view: TaskView, { words, date }: Pane): readonly string[] {
  const { task, status, unit } = view;
  const due = status.missedMilestone ?? status.due;
  return [
    unit || task.leadText || words.overview.noUnit,
    ...(due ? [words.tasks.due(date(due))] : []),
    ...(task.deadlineText ? [words.tasks.written(task.deadlineText)] : []),
  ];
}

/** How the task stands, in words that do not depend on a colour. */
export function statusWords(view: TaskView, { words, date, number }: Pane): string {
  const { task, status } = view;
  const late = status.daysLate > 0 ? `, ${words.tasks.late(number(status.daysLate))}` : "";
  const soon = status.dueSoon ? `, ${words.groups["due-soon"].toLocaleLowerCase()}` : "";
  const finished = task.finished && view.group === "done" ? ` (${date(task.finished)})` : "";
  const reading = status.dependsOnReading ? `, ${words.tasks.byReading}` : "";
  const text = `${words.classes[status.class]}${finished}${late}${soon}${reading}`;
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
