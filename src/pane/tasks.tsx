import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useReturnFocus } from "./closed-card";
import { Choice } from "./choice";
import { useFigures, usePane } from "./context";
import { filterTasks, NO_FILTER, type TaskFilter, type TaskView } from "./figures";
import { MoreFilters } from "./more-filters";
import { TaskCard } from "./task-card";
import { TaskLine } from "./task-line";
import { ScreenHeading, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  filters: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS },
  select: { minWidth: 0 },
  list: {
    position: "relative",
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  item: {
    position: "absolute",
    insetInline: 0,
    top: 0,
    paddingBottom: tokens.spacingVerticalS,
  },
  found: { display: "flex", alignItems: "center", justifyContent: "space-between" },
});

/** Tab Nhiệm vụ: the list, or the card of one task. */
export function Tasks() {
  const { state } = usePane();
  const figures = useFigures();
  if (!figures) return null;
  const open = figures.views.find((view) => view.task.code === state.openTask);
  return open ? <TaskCard key={open.task.code} view={open} /> : <TaskList views={figures.views} />;
}

function TaskList({ views }: { views: readonly TaskView[] }) {
  const { state, words, model, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const { filter } = state;
  const settled = useDeferredValue(filter);
  const { asOf } = model;
  const found = useMemo(() => filterTasks(views, settled, asOf), [views, settled, asOf]);
  const [more, setMore] = useState(false);
  const change = (part: Partial<TaskFilter>) =>
    model.store.set({ filter: { ...model.state.filter, ...part } });
  const units = useMemo(
    () => [...new Set(views.map((view) => view.unit))].sort((a, b) => a.localeCompare(b, "vi")),
    [views],
  );
  const sections = useMemo(
    () => [...new Set(views.map(({ task }) => task.section[0] ?? ""))].filter(Boolean),
    [views],
  );
  const filtered =
    filter.group !== "all" ||
    filter.unit !== null ||
    filter.section !== null ||
    filter.due !== "any" ||
    filter.text !== "" ||
    filter.class !== null;
  return (
    <section className={styles.screen}>
      <ScreenHeading>{words.tasks.title}</ScreenHeading>
      <Field label={words.tasks.search} hint={words.tasks.searchHint}>
        <Input
          type="search"
          value={filter.text}
          onChange={(_, data) => change({ text: data.value })}
        />
      </Field>
      <div className={own.filters}>
        <Field label={words.tasks.state}>
          <Choice
            className={own.select}
            value={filter.group}
            onChoose={(value) => change({ group: value as TaskFilter["group"], class: null })}
          >
            {GROUP_CHOICES.map((group) => (
              <option key={group} value={group}>
                {words.groups[group]}
              </option>
            ))}
          </Choice>
        </Field>
        <Field label={words.tasks.unit}>
          <Choice
            className={own.select}
            value={filter.unit === null ? ANY_UNIT : filter.unit}
            onChoose={(value) => change({ unit: value === ANY_UNIT ? null : value })}
          >
            <option value={ANY_UNIT}>{words.tasks.anyUnit}</option>
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {unit || words.overview.noUnit}
              </option>
            ))}
          </Choice>
        </Field>
      </div>
      <div>
        <Button size="small" aria-expanded={more} onClick={() => setMore(!more)}>
          {words.tasks.more}
        </Button>
      </div>
      {more ? <MoreFilters sections={sections} filter={filter} onChange={change} /> : null}
      <div className={own.found}>
        <p role="status" className={styles.quiet}>
          {found.length === 0
            ? words.tasks.noneFound
            : words.tasks.found(number(found.length), number(views.length)) +
              (filter.class ? ` · ${words.classes[filter.class]}` : "")}
        </p>
        {filtered ? (
          <Button size="small" onClick={() => change({ ...NO_FILTER, order: filter.order })}>
            {words.tasks.clear}
          </Button>
        ) : null}
      </div>
      <VirtualList views={found} grouped={settled.order === "unit"} />
    </section>
  );
}

const ANY_UNIT = "\u0000";
const GROUP_CHOICES: readonly TaskFilter["group"][] = [
  "all",
  "overdue",
  "due-soon",
  "in-time",
  "no-deadline",
  "done",
  "cancelled",
  "invalid",
];

/** Only the tasks in view are in the page; the scroll bar is the pane's own. */
function VirtualList({ views, grouped }: { views: readonly TaskView[]; grouped: boolean }) {
  const { words, state, number } = usePane();
  const lines = useMemo(() => linesOf(views, grouped), [views, grouped]);
  const styles = useStyles();
  const own = useOwnStyles();
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  // What is said above the list moves it.
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), [views, state]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current?.closest<HTMLElement>("[data-scroll]") ?? null,
    estimateSize: (index) => (lines[index]?.view ? 132 : 32),
    overscan: 8,
    scrollMargin: margin,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  useReturnFocus(list);
  return (
    <ul
      ref={list}
      aria-label={words.tasks.list}
      className={own.list}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((item) => {
        const line = lines[item.index];
        if (!line) return null;
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={lines.length}
            aria-posinset={item.index + 1}
            className={own.item}
            style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
          >
            {line.view ? (
              <div className={styles.card}>
                <TaskLine view={line.view} />
              </div>
            ) : (
              <h3 className={styles.subheading}>
                {words.tasks.unitCount(line.unit || words.overview.noUnit, number(line.count))}
              </h3>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** One line of the list: a task, or the heading of a unit's tasks. */
type Line =
  | { readonly key: string; readonly view: TaskView }
  | { readonly key: string; readonly view: null; readonly unit: string; readonly count: number };

function linesOf(views: readonly TaskView[], grouped: boolean): readonly Line[] {
  const tasks = (some: readonly TaskView[]) =>
    some.map((view): Line => ({ key: view.task.code, view }));
  if (!grouped) return tasks(views);
  const units = new Map<string, TaskView[]>();
  for (const view of views) {
    const known = units.get(view.unit);
    if (known) known.push(view);
    else units.set(view.unit, [view]);
  }
  return [...units].flatMap(([unit, some]) => [
    { key: `unit ${unit}`, view: null, unit, count: some.length },
    ...tasks(some),
  ]);
}
