import { ActionError, invalidArgument } from "../errors";
import { guardSheet } from "../acts/guard";
import type { Host } from "../host";
import type { Area } from "../model/address";
import type { Chart, Sheet } from "../model/sheet";
import {
  flagValue,
  implement,
  isRemote,
  numberValue,
  oneOf,
  textValue,
  type Parameters,
} from "../remote";
import { autofit } from "../acts/autofit";
import { colorOf } from "./format";
import { pixelsOf, rangeByAddress } from "./range";
import {
  chartKind,
  chartLegendKind,
  chartTitleKind,
  chartsKind,
  rangeKind,
  seriesFillKind,
  seriesFormatKind,
  seriesKind,
  seriesListKind,
} from "./kinds";

/** Types of charts that can be made; the library writes just these families. */
const chartTypes = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "Pie",
] as const;

function chartOf({ sheet, id }: { readonly sheet: Sheet; readonly id: string }): Chart {
  const chart = sheet.charts.find((one) => one.id === id);
  if (!chart) throw new ActionError("ItemNotFound", "The chart was deleted.");
  return chart;
}

const find = (sheet: Sheet, key: unknown): Chart | undefined =>
  sheet.charts.find(({ id, name }) => id === key || name === key);

function seriesCount({ source: { area, by } }: Chart): number {
  return Math.max(1, (by === "Columns" ? area.columns : area.rows) - 1);
}

implement(chartsKind, {
  items: (sheet) => sheet.charts.map(({ id }) => chartKind.of({ sheet, id })),
  item: (sheet, key) => {
    const chart = find(sheet, key);
    if (!chart)
      throw new ActionError(
        "ItemNotFound",
        `There is no chart “${String(key)}”.`,
        "ChartCollection.getItem",
      );
    return chartKind.of({ sheet, id: chart.id });
  },
  link: {
    add: (sheet, parameters, host) => {
      guardSheet(sheet, "allowEditObjects");
      const type = oneOf(parameters.raw(0), chartTypes, "ChartCollection.add", "others");
      const given = parameters.raw(1);
      const range = isRemote(given) ? rangeKind.from(given) : null;
      if (!range) throw invalidArgument("A range is expected.", "ChartCollection.add");
      const side = oneOf(
        parameters.raw(2) ?? "Auto",
        ["Auto", "Rows", "Columns"],
        "ChartCollection.add",
      );
      const { area } = range;
      const by = side === "Auto" ? (area.columns > area.rows ? "Rows" : "Columns") : side;
      let number = sheet.charts.length + 1;
      while (find(sheet, `Chart ${number}`)) number++;
      const chart: Chart = {
        id: host.workbook.nextId("chart"),
        name: `Chart ${number}`,
        chart: null,
        type,
        title: "",
        showTitle: true,
        showLegend: true,
        legendPosition: "Right",
        source: { area: { ...area }, by },
        place: { left: 100, top: 50, width: 360, height: 216 },
        seriesColors: new Map(),
        isNew: true,
      };
      sheet.charts.push(chart);
      host.restyled();
      return chartKind.of({ sheet, id: chart.id });
    },
    getItemOrNullObject: (sheet, parameters) => {
      const chart = find(sheet, parameters.text(0));
      return chart ? chartKind.of({ sheet, id: chart.id }) : null;
    },
    getItemAt: (sheet, parameters) => {
      const chart = sheet.charts[parameters.whole(0)];
      if (!chart) throw new ActionError("ItemNotFound", "There is no such chart.");
      return chartKind.of({ sheet, id: chart.id });
    },
  },
  call: { getCount: (sheet) => sheet.charts.length },
});

type Target = { readonly sheet: Sheet; readonly id: string };
type Place = keyof Chart["place"];
const readPlace = (part: Place) => (target: Target) => chartOf(target).place[part];
const writePlace = (part: Place) => (target: Target, value: unknown, host: Host) => {
  chartOf(target).place[part] = numberValue(value, `Chart.${part}`);
  host.restyled();
};

/** Where a cell begins, in points from the corner of the sheet. */
function corner(
  host: Host,
  sheet: Sheet,
  row: number,
  column: number,
): { left: number; top: number } {
  let left = 0;
  let top = 0;
  for (let c = 0; c < column; c++) {
    const line = sheet.columns[c];
    if (!line?.hidden) left += pixelsOf(line?.size) * 0.75;
  }
  for (let r = 0; r < row; r++) {
    const line = sheet.lines.get(r);
    if (!line?.hidden) top += line?.size ?? autofit.rowHeight(host, sheet, r);
  }
  return { left, top };
}

function setPosition(target: Target, parameters: Parameters, host: Host): void {
  const { sheet } = target;
  const cell = (index: number): Area | null => {
    const given = parameters.raw(index);
    if (given === null || given === undefined) return null;
    const remote = isRemote(given) ? given : rangeByAddress(host, sheet, parameters.text(index));
    return rangeKind.from(remote)?.area ?? null;
  };
  const first = cell(0);
  if (!first) throw invalidArgument("A cell is expected.", "Chart.setPosition");
  const last = cell(1);
  const start = corner(host, sheet, first.row, first.column);
  const chart = chartOf(target);
  chart.place = { ...chart.place, ...start };
  if (last) {
    const end = corner(host, sheet, last.row + last.rows, last.column + last.columns);
    chart.place = { ...start, width: end.left - start.left, height: end.top - start.top };
  }
  host.restyled();
}

implement(chartKind, {
  id: ({ id }) => id,
  read: {
    id: ({ id }) => id,
    name: (target) => chartOf(target).name,
    chartType: (target) => chartOf(target).type,
    left: readPlace("left"),
    top: readPlace("top"),
    width: readPlace("width"),
    height: readPlace("height"),
  },
  write: {
    name: (target, value, host) => {
      chartOf(target).name = textValue(value, "Chart.name");
      host.restyled();
    },
    left: writePlace("left"),
    top: writePlace("top"),
    width: writePlace("width"),
    height: writePlace("height"),
  },
  link: {
    title: (target) => chartTitleKind.of(chartOf(target)),
    legend: (target) => chartLegendKind.of(chartOf(target)),
    series: (target) => seriesListKind.of(chartOf(target)),
  },
  call: {
    setPosition,
    setData: (target, parameters, host) => {
      const given = parameters.raw(0);
      const range = isRemote(given) ? rangeKind.from(given) : null;
      if (!range) throw invalidArgument("A range is expected.", "Chart.setData");
      const chart = chartOf(target);
      const by = oneOf(parameters.raw(1) ?? chart.source.by, ["Rows", "Columns"], "Chart.setData");
      chart.source = { area: { ...range.area }, by };
      host.restyled();
    },
    delete: ({ sheet, id }, _, host) => {
      sheet.charts = sheet.charts.filter((chart) => chart.id !== id);
      host.restyled();
    },
  },
});

implement(chartTitleKind, {
  read: { text: ({ title }) => title, visible: ({ showTitle }) => showTitle },
  write: {
    text: (chart, value, host) => {
      chart.title = textValue(value, "ChartTitle.text");
      chart.showTitle = true;
      host.restyled();
    },
    visible: (chart, value, host) => {
      chart.showTitle = flagValue(value, "ChartTitle.visible");
      host.restyled();
    },
  },
});

implement(chartLegendKind, {
  read: {
    visible: ({ showLegend }) => showLegend,
    position: ({ legendPosition }) => legendPosition,
  },
  write: {
    visible: (chart, value, host) => {
      chart.showLegend = flagValue(value, "ChartLegend.visible");
      host.restyled();
    },
    position: (chart, value, host) => {
      const places = ["Top", "Bottom", "Left", "Right"] as const;
      chart.legendPosition = oneOf(value, places, "ChartLegend.position");
      host.restyled();
    },
  },
});

implement(seriesListKind, {
  items: (chart) =>
    Array.from({ length: seriesCount(chart) }, (_, index) => seriesKind.of({ chart, index })),
  link: {
    getItemAt: (chart, parameters) => {
      const index = parameters.whole(0);
      if (index < 0 || index >= seriesCount(chart))
        throw new ActionError("ItemNotFound", "There is no such series.");
      return seriesKind.of({ chart, index });
    },
  },
  call: { getCount: seriesCount },
});

implement(seriesKind, { link: { format: (target) => seriesFormatKind.of(target) } });
implement(seriesFormatKind, { link: { fill: (target) => seriesFillKind.of(target) } });
implement(seriesFillKind, {
  call: {
    setSolidColor: ({ chart, index }, parameters, host) => {
      chart.seriesColors.set(index, colorOf(parameters.raw(0), "ChartFill.setSolidColor"));
      host.restyled();
    },
  },
});
