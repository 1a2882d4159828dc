import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { TabShown } from "./protocol";

const useStyles = makeStyles({
  tabs: {
    display: "flex",
    overflowX: "auto",
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    minHeight: "30px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    whiteSpace: "nowrap",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: "none",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -3px ${tokens.colorCompoundBrandStroke}`,
  },
});

export interface SheetTabsProps {
  readonly tabs: readonly TabShown[];
  readonly label: string;
  readonly onActivate: (name: string) => void;
}

/** The tabs of the sheets, below the grid as in Excel. */
export function SheetTabs({ tabs, label, onActivate }: SheetTabsProps) {
  const styles = useStyles();
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          aria-current={tab.active ? "true" : undefined}
          className={mergeClasses(styles.tab, tab.active && styles.active)}
          onClick={() => onActivate(tab.name)}
        >
          {tab.name}
        </button>
      ))}
    </nav>
  );
}
