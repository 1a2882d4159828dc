import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Figures, Group, TaskFilter } from "./figures";
import { CLASSES, GROUPS } from "./figures";
import { usePane } from "./context";
import { Unseen, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  bar: { display: "block", width: "100%", height: "20px" },
  part: { stroke: tokens.colorNeutralBackground1, strokeWidth: "1px" },
  table: { borderCollapse: "collapse", width: "100%" },
  cell: {
    padding: `2px ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: "middle",
  },
  sub: {
    paddingInlineStart: "26px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "start",
  },
  count: { textAlign: "end", width: "56px" },
  name: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "start",
  },
  button: {
    minWidth: "40px",
    minHeight: "28px",
    font: "inherit",
    textAlign: "end",
    color: tokens.colorBrandForegroundLink,
    backgroundColor: "transparent",
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    cursor: "pointer",
    textDecorationLine: "underline",
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { color: tokens.colorBrandForegroundLinkHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  swatch: {
    width: "12px",
    height: "12px",
    flexShrink: 0,
    borderRadius: "2px",
    border: `1px solid ${tokens.colorTransparentStroke}`,
    forcedColorAdjust: "none",
  },
});

const FILLS: Readonly<Record<Group, string>> = {
  done: tokens.colorPaletteGreenBackground3,
  "in-time": tokens.colorPaletteBlueBorderActive,
  overdue: tokens.colorPaletteRedBackground3,
  "no-deadline": tokens.colorNeutralForeground4,
  cancelled: tokens.colorNeutralStroke1,
  invalid: tokens.colorPaletteMarigoldBackground3,
};

/** The classes of the tasks as one bar and as the table of the same numbers; each opens its list. */
export function ClassBar({ figures }: { figures: Figures }) {
  const { words, number } = usePane();
  const own = useOwnStyles();
  const shown = GROUPS.filter((group) => figures.groups[group] > 0);
  const sentence = shown
    .map((group) => `${words.groups[group]} ${number(figures.groups[group])}`)
    .join(", ");
  return (
    <>
      {figures.total > 0 ? (
        <svg
          className={own.bar}
          role="img"
          aria-label={`${words.overview.classes}: ${sentence}`}
          viewBox={`0 0 ${figures.total} 1`}
          preserveAspectRatio="none"
        >
          <Parts figures={figures} shown={shown} />
        </svg>
      ) : null}
      <ClassTable figures={figures} />
    </>
  );
}

function Parts({ figures, shown }: { figures: Figures; shown: readonly Group[] }) {
  const own = useOwnStyles();
  const starts = shown.map((_, at) =>
    shown.slice(0, at).reduce((sum, group) => sum + figures.groups[group], 0),
  );
  return shown.map((group, at) => (
    <rect
      key={group}
      className={own.part}
      style={{ fill: FILLS[group] }}
      vectorEffect="non-scaling-stroke"
      x={starts[at]}
      y={0}
      width={figures.groups[group]}
      height={1}
    />
  ));
}

function ClassTable({ figures }: { figures: Figures }) {
  const { words } = usePane();
  const own = useOwnStyles();
  const always: readonly Group[] = ["done", "in-time", "overdue", "no-deadline"];
  const rows = GROUPS.filter((group) => always.includes(group) || figures.groups[group] > 0);
  return (
    <table className={own.table}>
      <caption>
        <Unseen>{words.overview.classes}</Unseen>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Unseen>{words.overview.class}</Unseen>
          </th>
          <th scope="col">
            <Unseen>{words.overview.count}</Unseen>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((group) => (
          <GroupRows key={group} group={group} figures={figures} />
        ))}
      </tbody>
    </table>
  );
}

function GroupRows({ group, figures }: { group: Group; figures: Figures }) {
  const { words } = usePane();
  const own = useOwnStyles();
  const classes = CLASSES[group].filter((name) => figures.classes[name] > 0);
  return (
    <>
      <tr>
        <th scope="row" className={own.cell}>
          <div className={own.name}>
            <span className={own.swatch} style={{ backgroundColor: FILLS[group] }} />
            <span
              className={group === "overdue" && figures.groups.overdue > 0 ? own.late : undefined}
            >
              {words.groups[group]}
            </span>
          </div>
        </th>
        <td className={mergeClasses(own.cell, own.count)}>
          <CountButton
            label={words.groups[group]}
            count={figures.groups[group]}
            filter={{ group }}
          />
        </td>
      </tr>
      {group === "done"
        ? classes.map((name) => (
            <SubRow
              key={name}
              label={words.classes[name]}
              count={figures.classes[name]}
              filter={{ group, class: name }}
            />
          ))
        : null}
      {group === "in-time" && figures.dueSoon > 0 ? (
        <SubRow
          label={words.groups["due-soon"].toLocaleLowerCase()}
          count={figures.dueSoon}
          filter={{ group: "due-soon" }}
        />
      ) : null}
    </>
  );
}

function SubRow(props: { label: string; count: number; filter: Partial<TaskFilter> }) {
  const own = useOwnStyles();
  return (
    <tr>
      <th scope="row" className={mergeClasses(own.cell, own.sub)}>
        {props.label}
      </th>
      <td className={mergeClasses(own.cell, own.count)}>
        <CountButton {...props} />
      </td>
    </tr>
  );
}

/** A number that opens the list of the tasks it counts. */
export function CountButton(props: { label: string; count: number; filter: Partial<TaskFilter> }) {
  const { model, number, words } = usePane();
  const own = useOwnStyles();
  const { quiet } = useStyles();
  if (props.count === 0) return <span className={quiet}>0</span>;
  return (
    <button
      type="button"
      className={own.button}
      aria-label={words.overview.showList(props.label, number(props.count))}
      onClick={() => model.list(props.filter)}
    >
      {number(props.count)}
    </button>
  );
}
