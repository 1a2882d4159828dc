import { guardSheet } from "../acts/guard";
import { autofit } from "../acts/autofit";
import { ActionError, invalidArgument } from "../errors";
import type { Host, RangeTarget } from "../host";
import { bounded } from "../acts/cells";
import type { CellStyle, FontStyle } from "../file/library";
import { overlap, type Area } from "../model/address";
import type { Style } from "../model/cell";
import { flagValue, implement, numberValue, oneOf, textValue, type Kind } from "../remote";
import { pixelsOf } from "./range";
import {
  borderKind,
  bordersKind,
  cellProtectionKind,
  fillKind,
  fontKind,
  formatKind,
} from "./kinds";

/** A property that all cells share, or null where they differ. */
function common<Item>(target: RangeTarget, read: (style: Style) => Item): Item | null {
  const { sheet } = target;
  const area = bounded(sheet, target.area);
  const first = read(sheet.styleAt(area.row, area.column));
  // Below the last filled row all cells look alike: one of them is enough.
  const rows = Math.min(area.rows, Math.max(1, sheet.rows.length - area.row + 1));
  for (let row = area.row; row < area.row + rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      if (read(sheet.styleAt(row, column)) !== first) return null;
  return first;
}

function restyle(
  target: RangeTarget,
  host: Host,
  change: (style: Style) => Partial<CellStyle>,
): void {
  guardSheet(target.sheet, "allowFormatCells");
  target.sheet.restyle(target.area, change);
  host.restyled();
}

const named: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  gray: "#808080",
  orange: "#FFA500",
};

/** "#RRGGBB" or a colour's name, as the library keeps it. */
export function colorOf(value: unknown, member: string): string {
  const text = textValue(value, member);
  const hex = named[text.toLowerCase()] ?? text;
  if (/^[a-z]+$/i.test(hex))
    throw new ActionError(
      "NotImplemented",
      `The stand-in does not know the colour “${text}”.`,
      member,
    );
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw invalidArgument(`“${text}” is not a colour.`, member);
  return hex.slice(1).toUpperCase();
}

export const shownColor = (color: { rgb?: string } | undefined, fallback: string): string =>
  color?.rgb ? `#${color.rgb.slice(-6).toUpperCase()}` : fallback;

const aligned = {
  Left: "left",
  Center: "center",
  Right: "right",
  Justify: "justify",
  Fill: "fill",
  General: "general",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
} as const;
const upright = {
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
} as const;

function nameFor<Names extends Readonly<Record<string, string>>>(
  names: Names,
  value: string | undefined,
  fallback: string,
): string {
  return Object.keys(names).find((name) => names[name] === value) ?? fallback;
}

function align(target: RangeTarget, host: Host, part: CellStyle["alignment"]): void {
  restyle(target, host, (style) => ({ alignment: { ...style.alignment, ...part } }));
}

/** Points of a column; null where columns differ. Excel's own measure is the pixel of 0.75 points. */
function columnWidth({ sheet, area }: RangeTarget): number | null {
  const first = pixelsOf(sheet.columns[area.column]?.size);
  for (let column = 1; column < area.columns; column++)
    if (pixelsOf(sheet.columns[area.column + column]?.size) !== first) return null;
  return first * 0.75;
}

function rowHeight({ sheet, area }: RangeTarget, host: Host): number | null {
  const height = (row: number): number =>
    sheet.lines.get(row)?.size ?? autofit.rowHeight(host, sheet, row);
  const first = height(area.row);
  for (let row = 1; row < Math.min(area.rows, 20_000); row++)
    if (height(area.row + row) !== first) return null;
  return first;
}

function size(target: RangeTarget, value: unknown, host: Host, axis: "row" | "column"): void {
  const member = axis === "row" ? "RangeFormat.rowHeight" : "RangeFormat.columnWidth";
  const points = numberValue(value, member);
  const most = axis === "row" ? 409.5 : 255 * 5.25 + 3.75;
  if (points < 0 || points > most) throw invalidArgument(`At most ${most} points.`, member);
  guardSheet(target.sheet, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
  const { sheet, area } = target;
  const count = axis === "row" ? area.rows : area.columns;
  for (let n = 0; n < count; n++)
    sheet.touchLine(axis, area[axis] + n).size =
      axis === "row" ? points : Math.max(0, (points / 0.75 - 5) / 7);
  host.restyled();
}

const formats: Kind<RangeTarget> = {
  read: {
    columnWidth: (target) => columnWidth(target),
    rowHeight,
    horizontalAlignment: (target) =>
      common(target, (s) => nameFor(aligned, s.alignment?.horizontal, "General")),
    verticalAlignment: (target) =>
      common(target, (s) => nameFor(upright, s.alignment?.vertical, "Bottom")),
    wrapText: (target) => common(target, (s) => s.alignment?.wrapText === true),
    indentLevel: (target) => common(target, (s) => s.alignment?.indent ?? 0),
  },
  write: {
    columnWidth: (target, value, host) => size(target, value, host, "column"),
    rowHeight: (target, value, host) => size(target, value, host, "row"),
    horizontalAlignment: (target, value, host) => {
      const names = Object.keys(aligned) as (keyof typeof aligned)[];
      const choice = oneOf(value, names, "RangeFormat.horizontalAlignment");
      align(target, host, { horizontal: aligned[choice] });
    },
    verticalAlignment: (target, value, host) => {
      const names = Object.keys(upright) as (keyof typeof upright)[];
      const choice = oneOf(value, names, "RangeFormat.verticalAlignment");
      align(target, host, { vertical: upright[choice] });
    },
    wrapText: (target, value, host) =>
      align(target, host, { wrapText: flagValue(value, "RangeFormat.wrapText") }),
    indentLevel: (target, value, host) => {
      const indent = numberValue(value, "RangeFormat.indentLevel");
      if (indent < 0 || indent > 250)
        throw invalidArgument("An indent is 0 to 250.", "RangeFormat.indentLevel");
      align(target, host, { indent });
    },
  },
  link: {
    font: (target) => fontKind.of(target),
    fill: (target) => fillKind.of(target),
    borders: (target) => bordersKind.of(target),
    protection: (target) => cellProtectionKind.of(target),
  },
  call: {
    autofitRows: ({ sheet, area }, _, host) => {
      guardSheet(sheet, "allowFormatRows");
      autofit.rows(host, sheet, area);
    },
    autofitColumns: ({ sheet, area }, _, host) => {
      guardSheet(sheet, "allowFormatColumns");
      autofit.columns(host, sheet, area);
    },
  },
};
implement(formatKind, formats);

function setFont(target: RangeTarget, host: Host, part: FontStyle): void {
  restyle(target, host, (style) => ({ font: { ...style.font, ...part } }));
}

implement(fontKind, {
  read: {
    name: (t, host) => common(t, (s) => s.font?.name ?? host.workbook.defaultFont.name ?? ""),
    size: (t, host) => common(t, (s) => s.font?.size ?? host.workbook.defaultFont.size ?? 11),
    bold: (t) => common(t, (s) => s.font?.bold === true),
    italic: (t) => common(t, (s) => s.font?.italic === true),
    strikethrough: (t) => common(t, (s) => s.font?.strikethrough === true),
    underline: (t) =>
      common(t, ({ font }) => {
        if (!font?.underline) return "None";
        return font.underline === "double" ? "Double" : "Single";
      }),
    color: (t) => common(t, (s) => shownColor(s.font?.color, "#000000")) ?? "",
  },
  write: {
    name: (t, value, host) => setFont(t, host, { name: textValue(value, "RangeFont.name") }),
    size: (t, value, host) => {
      const points = numberValue(value, "RangeFont.size");
      if (points < 1 || points > 409)
        throw invalidArgument("A font size is 1 to 409 points.", "RangeFont.size");
      setFont(t, host, { size: points });
    },
    bold: (t, value, host) => setFont(t, host, { bold: flagValue(value, "RangeFont.bold") }),
    italic: (t, value, host) => setFont(t, host, { italic: flagValue(value, "RangeFont.italic") }),
    strikethrough: (t, value, host) =>
      setFont(t, host, { strikethrough: flagValue(value, "RangeFont.strikethrough") }),
    underline: (t, value, host) => {
      const choice = oneOf(value, ["None", "Single", "Double"], "RangeFont.underline", [
        "SingleAccountant",
        "DoubleAccountant",
      ]);
      const underline = choice === "Double" ? ("double" as const) : choice === "Single";
      setFont(t, host, { underline });
    },
    color: (t, value, host) =>
      setFont(t, host, { color: { rgb: colorOf(value, "RangeFont.color") } }),
  },
});

implement(fillKind, {
  read: {
    color: (target) =>
      common(target, ({ fill }) =>
        fill?.type === "pattern" && fill.pattern !== "none"
          ? shownColor(fill.fgColor, "#FFFFFF")
          : "#FFFFFF",
      ) ?? "",
  },
  write: {
    color: (target, value, host) => {
      const rgb = colorOf(value, "RangeFill.color");
      restyle(target, host, () => ({
        fill: { type: "pattern", pattern: "solid", fgColor: { rgb } },
      }));
    },
  },
  call: {
    clear: (target, _, host) => restyle(target, host, () => ({ fill: undefined })),
  },
});

implement(cellProtectionKind, {
  read: { locked: (target) => common(target, (s) => s.protection?.locked !== false) },
  write: {
    locked: (target, value, host) => {
      const locked = flagValue(value, "FormatProtection.locked");
      restyle(target, host, (style) => ({ protection: { ...style.protection, locked } }));
    },
  },
});

const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;

implement(bordersKind, {
  items: (target) => edges.slice(0, 6).map((edge) => borderKind.of({ ...target, edge })),
  item: (target, key) =>
    borderKind.of({ ...target, edge: oneOf(key, edges, "RangeBorderCollection.getItem") }),
});

type Side = "top" | "bottom" | "left" | "right";
type BorderSide = NonNullable<NonNullable<CellStyle["border"]>["top"]>;

/** The cells and their sides that one edge of a range is drawn with. */
function sidesOf(area: Area, edge: string): { part: Area; side: Side }[] {
  const last = area.row + area.rows - 1;
  const right = area.column + area.columns - 1;
  switch (edge) {
    case "EdgeTop":
      return [{ part: { ...area, rows: 1 }, side: "top" }];
    case "EdgeBottom":
      return [{ part: { ...area, row: last, rows: 1 }, side: "bottom" }];
    case "EdgeLeft":
      return [{ part: { ...area, columns: 1 }, side: "left" }];
    case "EdgeRight":
      return [{ part: { ...area, column: right, columns: 1 }, side: "right" }];
    case "InsideHorizontal":
      return area.rows < 2
        ? []
        : [
            { part: { ...area, rows: area.rows - 1 }, side: "bottom" },
            { part: { ...area, row: area.row + 1, rows: area.rows - 1 }, side: "top" },
          ];
    case "InsideVertical":
      return area.columns < 2
        ? []
        : [
            { part: { ...area, columns: area.columns - 1 }, side: "right" },
            { part: { ...area, column: area.column + 1, columns: area.columns - 1 }, side: "left" },
          ];
    default:
      throw new ActionError(
        "NotImplemented",
        "The stand-in does not draw diagonal borders.",
        "RangeBorder",
      );
  }
}

const lineStyles = {
  Continuous: "thin",
  Dash: "dashed",
  DashDot: "dashDot",
  DashDotDot: "dashDotDot",
  Dot: "dotted",
  Double: "double",
  SlantDashDot: "slantDashDot",
} as const;

function drawEdge(
  target: RangeTarget & { readonly edge: string },
  host: Host,
  change: (side: BorderSide | undefined) => BorderSide | undefined,
): void {
  guardSheet(target.sheet, "allowFormatCells");
  for (const { part, side } of sidesOf(target.area, target.edge)) {
    if (!overlap(part, target.area)) continue;
    target.sheet.restyle(part, (style) => {
      const border = { ...style.border, [side]: change(style.border?.[side]) };
      if (border[side] === undefined) delete border[side];
      return { border: Object.keys(border).length > 0 ? border : undefined };
    });
  }
  host.restyled();
}

function edgeOf(target: RangeTarget & { readonly edge: string }): BorderSide | undefined {
  const [first] = sidesOf(target.area, target.edge);
  if (!first) return undefined;
  const { row, column } = first.part;
  return target.sheet.styleAt(row, column).border?.[first.side];
}

const thickness = { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" } as const;

implement(borderKind, {
  read: {
    sideIndex: ({ edge }) => edge,
    style: (target) => {
      const side = edgeOf(target);
      return side ? nameFor(lineStyles, side.style, "Continuous") : "None";
    },
    weight: (target) => nameFor(thickness, edgeOf(target)?.style, "Thin"),
    color: (target) => shownColor(edgeOf(target)?.color, "#000000"),
  },
  write: {
    style: (target, value, host) => {
      if (value === "None") return drawEdge(target, host, () => undefined);
      const names = Object.keys(lineStyles) as (keyof typeof lineStyles)[];
      const style = lineStyles[oneOf(value, names, "RangeBorder.style")];
      drawEdge(target, host, (side) => ({ ...side, style }));
    },
    weight: (target, value, host) => {
      const names = Object.keys(thickness) as (keyof typeof thickness)[];
      const style = thickness[oneOf(value, names, "RangeBorder.weight")];
      drawEdge(target, host, (side) => ({ ...side, style }));
    },
    color: (target, value, host) => {
      const color = { rgb: colorOf(value, "RangeBorder.color") };
      drawEdge(target, host, (side) => ({ style: side?.style ?? "thin", color }));
    },
  },
});
