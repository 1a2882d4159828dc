import { makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "./context";
import type { Figures, UnitFigures } from "./figures";
import { CountButton } from "./class-bar";
import { Part, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  name: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  words: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  bar: { display: "block", width: "100%", height: "8px" },
  done: { fill: tokens.colorPaletteGreenBackground3 },
  open: { fill: tokens.colorNeutralStroke1 },
  overdue: { fill: tokens.colorPaletteRedBackground3 },
});

/** Each lead unit with its numbers, those with most overdue tasks first. */
export function Units({ figures }: { figures: Figures }) {
  const { words } = usePane();
  const { list } = useStyles();
  return (
    <Part title={words.overview.units}>
      <ul className={list}>
        {figures.units.map((unit) => (
          <UnitRow key={unit.unit} figures={unit} most={figures.units} />
        ))}
      </ul>
    </Part>
  );
}

function UnitRow({ figures, most }: { figures: UnitFigures; most: readonly UnitFigures[] }) {
  const { words, number } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const name = figures.unit || words.overview.noUnit;
  const widest = Math.max(...most.map((unit) => unit.total));
  const inTime = figures.open - figures.overdue;
  return (
    <li className={styles.card}>
      <div className={own.name}>
        <span className={own.words}>{name}</span>
        <CountButton label={name} count={figures.total} filter={{ unit: figures.unit }} />
      </div>
      <svg
        className={own.bar}
        aria-hidden="true"
        viewBox={`0 0 ${widest} 1`}
        preserveAspectRatio="none"
      >
        <rect className={own.done} x={0} y={0} width={figures.done} height={1} />
        <rect className={own.overdue} x={figures.done} y={0} width={figures.overdue} height={1} />
        <rect
          className={own.open}
          x={figures.done + figures.overdue}
          y={0}
          width={inTime}
          height={1}
        />
      </svg>
      <p className={styles.quiet}>
        {words.overview.unitSentence(
          number(figures.done),
          number(figures.open),
          number(figures.overdue),
        )}
      </p>
    </li>
  );
}
