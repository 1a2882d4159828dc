import {
  makeStyles,
  mergeClasses,
  tokens,
  useFieldControlProps_unstable,
} from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useOwnStyles = makeStyles({
  select: {
    width: "100%",
    minWidth: 0,
    minHeight: "32px",
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalS}`,
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
});

/** The browser's own list of choices in the pane's colours: every screen reader knows it. */
export function Choice({
  className,
  onChoose,
  ...given
}: ComponentProps<"select"> & { onChoose: (value: string) => void }) {
  const own = useOwnStyles();
  const props = useFieldControlProps_unstable(given, { supportsLabelFor: true });
  return (
    <select
      {...props}
      className={mergeClasses(own.select, className)}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}
