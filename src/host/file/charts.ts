import { absoluteAddress, parseLocal, quoteSheet, splitSheet, type Area } from "../model/address";
import type { Chart, Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { plainValue } from "../model/cell";
import { unescapeXml } from "./column-formulas";
import type { FileChart, SheetChart } from "./library";

/** Marks the title of a new chart's frame as the chart's name, which the library cannot write. */
const nameMark = "name:";

/** The charts of a sheet as far as they are known; their parts are written back as they were. */
export function readCharts(
  workbook: Workbook,
  sheet: Sheet,
  index: number,
  parts: ReadonlyMap<string, string>,
): void {
  const charts = sheet.source?.charts ?? [];
  if (charts.length === 0) return;
  const names = frameNames(index, parts);
  sheet.charts = charts.map((chart, n) => ({
    ...describe(chart),
    id: workbook.nextId("chart"),
    name: (names.length === charts.length ? names[n] : undefined) ?? `Chart ${n + 1}`,
  }));
}

function describe(chart: FileChart): Omit<Chart, "id" | "name"> {
  const areas = (chart.series ?? []).flatMap(({ valuesRef }) => {
    const area = valuesRef === undefined ? null : parseLocal(splitSheet(valuesRef).local);
    return area ? [area] : [];
  });
  const stacked = chart.barGrouping === "stacked" ? "Stacked" : "Clustered";
  const [kind = ""] = chart.kinds;
  const isBar = kind === "bar";
  const side = isBar && "barDirection" in chart && chart.barDirection === "bar" ? "Bar" : "Column";
  return {
    chart: null,
    type: isBar ? `${side}${stacked}` : kind.charAt(0).toUpperCase() + kind.slice(1),
    title: chart.title ?? "",
    showTitle: chart.title !== undefined,
    showLegend: true,
    legendPosition: "Right",
    source: { area: around(areas), by: "Columns" },
    place: { left: 0, top: 0, width: 0, height: 0 },
    seriesColors: new Map<number, string>(),
    isNew: false,
  };
}

function around(areas: readonly Area[]): Area {
  const [first] = areas;
  if (!first) return { row: 0, column: 0, rows: 1, columns: 1 };
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  const bottom = Math.max(...areas.map((area) => area.row + area.rows));
  const right = Math.max(...areas.map((area) => area.column + area.columns));
  return { row, column, rows: bottom - row, columns: right - column };
}

function relation(xml: string | undefined, type: RegExp): string | undefined {
  for (const [tag] of (xml ?? "").matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)) {
    const kind = /\sType="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (type.test(kind)) return /\sTarget="([^"]*)"/.exec(tag)?.[1];
  }
  return undefined;
}

/** Where a sheet and its drawing stand in the file, by the sheet's place in the list. */
export function sheetPath(
  index: number,
  parts: ReadonlyMap<string, string>,
): { readonly sheet: string; readonly drawing: string } {
  const sheets = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)];
  const id = /\s(?:\w+:)?id="([^"]*)"/.exec(sheets[index]?.[0] ?? "")?.[1];
  const relations = parts.get("xl/_rels/workbook.xml.rels") ?? "";
  let path: string | undefined;
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g))
    if (/\sId="([^"]*)"/.exec(tag)?.[1] === id) path = /\sTarget="([^"]*)"/.exec(tag)?.[1];
  const file = path?.split("/").pop() ?? "";
  const drawing = relation(parts.get(`xl/worksheets/_rels/${file}.rels`), /\/drawing$/);
  return {
    sheet: `xl/worksheets/${file}`,
    drawing: `xl/drawings/${drawing?.split("/").pop() ?? ""}`,
  };
}

/** Names of the chart frames on a sheet's drawing, in their order. */
function frameNames(index: number, parts: ReadonlyMap<string, string>): string[] {
  const xml = parts.get(sheetPath(index, parts).drawing) ?? "";
  const frames = xml.matchAll(
    /<xdr:nvGraphicFramePr>\s{0,99}<xdr:cNvPr\s[^<>]*?\sname="([^"<]*)"/g,
  );
  return [...frames].map(([, name = ""]) => unescapeXml(name));
}

const families: Readonly<Record<string, Pick<SheetChart, "type" | "barGrouping">>> = {
  ColumnClustered: { type: "column", barGrouping: "clustered" },
  ColumnStacked: { type: "column", barGrouping: "stacked" },
  ColumnStacked100: { type: "column", barGrouping: "percentStacked" },
  BarClustered: { type: "bar", barGrouping: "clustered" },
  BarStacked: { type: "bar", barGrouping: "stacked" },
  BarStacked100: { type: "bar", barGrouping: "percentStacked" },
  Line: { type: "line" },
  Pie: { type: "pie" },
};

const legends = { Top: "top", Bottom: "bottom", Left: "left", Right: "right" } as const;

/** A new chart as the library writes it: first line of the source names, first row or column categories. */
export function chartToFile(
  chart: Chart,
  sheet: Sheet,
  cellAt: (left: number, top: number) => { row: number; col: number },
): SheetChart {
  const { area, by } = chart.source;
  const columns = by === "Columns";
  const count = (columns ? area.columns : area.rows) - 1;
  const reference = (part: Area): string => `${quoteSheet(sheet.name)}!${absoluteAddress(part)}`;
  const line = (n: number, from: number): Area =>
    columns
      ? { row: area.row + from, rows: area.rows - from, column: area.column + n, columns: 1 }
      : { row: area.row + n, rows: 1, column: area.column + from, columns: area.columns - from };
  const { left, top, width, height } = chart.place;
  const legend = legends[chart.legendPosition as keyof typeof legends];
  return {
    type: "column",
    ...families[chart.type],
    ...(chart.showTitle && chart.title !== "" ? { title: chart.title } : { showTitle: false }),
    legend: chart.showLegend ? legend : false,
    frameTitle: `${nameMark}${chart.name}`,
    anchor: { from: cellAt(left, top), to: cellAt(left + width, top + height) },
    series: Array.from({ length: Math.max(1, count) }, (_, n) => {
      const head = columns
        ? { row: area.row, column: area.column + n + 1 }
        : { row: area.row + n + 1, column: area.column };
      const color = chart.seriesColors.get(n);
      return {
        name: String(plainValue(sheet.valueAt(head.row, head.column))),
        values: reference(line(n + 1, 1)),
        categories: reference(line(0, 1)),
        ...(color === undefined ? {} : { color }),
      };
    }),
  };
}

/** A drawing part with the names of new charts put in their place. */
export function nameCharts(xml: string): string {
  return xml.replace(
    new RegExp(`name="[^"]*" title="${nameMark}([^"]*)"`, "g"),
    (_, name: string) => `name="${name}"`,
  );
}
