import { makeStyles, tokens } from "@fluentui/react-components";

const line = "1px solid #d4d4d4";
const cell = {
  padding: "0 3px",
  overflow: "hidden",
  color: "#000000",
  backgroundColor: "#ffffff",
  boxSizing: "border-box",
  cursor: "cell",
} as const;
const head = {
  position: "sticky",
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground2,
  fontWeight: tokens.fontWeightRegular,
  fontSize: "12px",
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  boxSizing: "border-box",
  padding: 0,
  textAlign: "center",
} as const;
const headActive = {
  backgroundColor: tokens.colorBrandBackground2,
  color: tokens.colorBrandForeground2,
  fontWeight: tokens.fontWeightSemibold,
} as const;

/** The sheet is paper: its colours are those of the file, not those of the theme. */
export const useGridStyles = makeStyles({
  frame: {
    position: "relative",
    overflow: "auto",
    height: "100%",
    backgroundColor: "#ffffff",
    colorScheme: "light",
  },
  table: {
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontFamily: "'Times New Roman', 'Tinos', 'Liberation Serif', serif",
    fontSize: "15px",
    lineHeight: 1.2,
  },
  corner: { ...head, top: 0, left: 0, zIndex: 3, height: "24px" },
  head: { ...head, top: 0, zIndex: 2, height: "24px", fontFamily: tokens.fontFamilyBase },
  headActive: {
    ...head,
    ...headActive,
    top: 0,
    zIndex: 2,
    height: "24px",
    fontFamily: tokens.fontFamilyBase,
  },
  rowHead: { ...head, left: 0, zIndex: 1, fontFamily: tokens.fontFamilyBase },
  rowHeadActive: {
    ...head,
    ...headActive,
    left: 0,
    zIndex: 1,
    fontFamily: tokens.fontFamilyBase,
  },
  // The line around it covers the seams through which the rows below would show.
  frozen: { position: "sticky", zIndex: 2, boxShadow: "0 0 0 1px #d4d4d4" },
  cell: { ...cell, border: line },
  plain: { ...cell, border: "1px solid transparent" },
  cellActive: {
    ...cell,
    border: line,
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: "-2px",
  },
  text: { overflow: "hidden" },
  // Text that is longer than its cell runs on over blank cells beside it, as in Excel.
  spill: { overflow: "visible" },
  stale: { textDecorationLine: "underline", textDecorationStyle: "dotted" },
  chart: {
    position: "absolute",
    display: "grid",
    placeItems: "center",
    padding: "8px",
    boxSizing: "border-box",
    textAlign: "center",
    color: "#333333",
    backgroundColor: "#f5f5f5",
    border: "1px dashed #767676",
    fontFamily: tokens.fontFamilyBase,
    fontSize: "13px",
    pointerEvents: "none",
  },
  editor: {
    position: "absolute",
    zIndex: 1,
    boxSizing: "border-box",
    padding: "1px 3px",
    resize: "none",
    overflow: "hidden",
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    color: "#000000",
    backgroundColor: "#ffffff",
    font: "15px/1.3 'Times New Roman', 'Tinos', serif",
    outlineStyle: "none",
  },
  waiting: { opacity: 0, pointerEvents: "none", caretColor: "transparent" },
});
