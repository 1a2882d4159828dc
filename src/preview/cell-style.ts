import type { CSSProperties } from "react";
import type { CellLook } from "./protocol";

/** Looks of a cell as CSS; points become the pixels that Excel shows at 100 %. */
export function cellStyle(look: CellLook): CSSProperties {
  return {
    ...(look.bold ? { fontWeight: 700 } : {}),
    ...(look.italic ? { fontStyle: "italic" } : {}),
    ...(look.underline ? { textDecoration: "underline" } : {}),
    ...(look.color ? { color: look.color } : {}),
    ...(look.fill ? { backgroundColor: look.fill } : {}),
    ...(look.horizontal ? { textAlign: look.horizontal } : {}),
    verticalAlign:
      look.vertical === "top" ? "top" : look.vertical === "center" ? "middle" : "bottom",
    whiteSpace: look.wrap ? "pre-wrap" : "pre",
    ...(look.size ? { fontSize: `${(look.size * 4) / 3}px` } : {}),
    ...(look.font ? { fontFamily: `"${look.font.replaceAll('"', "")}", "Tinos", serif` } : {}),
    ...(look.indent ? { paddingInlineStart: `${3 + look.indent * 9}px` } : {}),
    ...(look.border ? { border: "1px solid #767676" } : {}),
  };
}
