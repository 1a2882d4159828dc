import { parseLocal, splitSheet, type Area } from "../model/address";
import type { Chart } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { FileSheet } from "./library";

/** The charts of a sheet as far as they are known; their parts are written back as they were. */
export function readCharts(workbook: Workbook, from: FileSheet): Chart[] {
  return (from.charts ?? []).map((chart, index) => {
    const areas = (chart.series ?? []).flatMap(({ valuesRef }) => {
      const area = valuesRef === undefined ? null : parseLocal(splitSheet(valuesRef).local);
      return area ? [area] : [];
    });
    return {
      id: workbook.nextId("chart"),
      name: `Chart ${index + 1}`,
      chart: null,
      type: chart.kinds[0] ?? "",
      title: chart.title ?? "",
      showTitle: chart.title !== undefined,
      showLegend: true,
      legendPosition: "Right",
      source: { area: around(areas), by: "Columns" as const },
      place: { left: 0, top: 0, width: 0, height: 0 },
      seriesColors: new Map<number, string>(),
      isNew: false,
    };
  });
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
