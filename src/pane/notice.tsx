import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useOwnStyles = makeStyles({
  notice: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderInlineStartWidth: "4px",
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  good: {
    borderTopColor: tokens.colorPaletteGreenBorder1,
    borderBottomColor: tokens.colorPaletteGreenBorder1,
    borderInlineEndColor: tokens.colorPaletteGreenBorder1,
    borderInlineStartColor: tokens.colorPaletteGreenBorderActive,
    backgroundColor: tokens.colorPaletteGreenBackground1,
  },
  warning: {
    borderInlineStartColor: tokens.colorPaletteMarigoldBorderActive,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
  },
  bad: {
    borderInlineStartColor: tokens.colorPaletteRedBorderActive,
    backgroundColor: tokens.colorPaletteRedBackground1,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Something the pane has to say, with what can be done about it. */
export function Notice(props: {
  tone: "good" | "warning" | "bad";
  children: ReactNode;
  actions?: ReactNode;
}) {
  const own = useOwnStyles();
  return (
    <div className={mergeClasses(own.notice, own[props.tone])}>
      <div>{props.children}</div>
      {props.actions ? <div className={own.actions}>{props.actions}</div> : null}
    </div>
  );
}
