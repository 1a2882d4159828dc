import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent } from "react";
import { usePane } from "./context";
import type { Tab } from "./state";

const TABS: readonly Tab[] = ["overview", "tasks", "checks", "reports"];

const useOwnStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    flexGrow: 1,
    minHeight: "40px",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    backgroundColor: "transparent",
    border: "none",
    borderBottom: "3px solid transparent",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

/** The four parts of the pane: arrow keys go from one to the next, as the pattern for tabs asks. */
export function TabRow() {
  const { state, words, model } = usePane();
  const own = useOwnStyles();
  const row = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent) => {
    const at = TABS.indexOf(state.tab);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[
      event.key
    ];
    const tab = next === undefined ? undefined : TABS[(next + TABS.length) % TABS.length];
    if (!tab) return;
    event.preventDefault();
    model.openTab(tab);
    row.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={words.tabs.label} className={own.row} ref={row} onKeyDown={go}>
      {TABS.map((tab) => {
        const selected = tab === state.tab;
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={selected}
            aria-controls="tab-panel"
            tabIndex={selected ? 0 : -1}
            className={mergeClasses(own.tab, selected && own.selected)}
            onClick={() => model.openTab(tab)}
          >
            {words.tabs[tab]}
          </button>
        );
      })}
    </div>
  );
}
