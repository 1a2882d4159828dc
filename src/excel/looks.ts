import {
  areaAddress,
  type Area,
  cellAddress,
  type ChartPlan,
  type CellStyle,
  type ConditionalFormat,
  type PrintSetup,
  type SheetPlan,
  type Validation,
} from "../sheet";
import { rangeAt } from "./ranges";

const POINTS_PER_MILLIMETRE = 72 / 25.4;
const FONT = "Times New Roman";
const FONT_SIZE = 12;

const HORIZONTAL = {
  left: "Left",
  center: "Center",
  right: "Right",
  justify: "Justify",
} as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;

/** The looks of every cell of a plan before its own styles. */
export function applyBase(range: Excel.Range): void {
  const { format } = range;
  format.font.name = FONT;
  format.font.size = FONT_SIZE;
  format.wrapText = true;
  format.verticalAlignment = "Top";
}

/** Number format apart, since it must be there before the cells are written. */
export function applyStyle(range: Excel.Range, style: CellStyle): void {
  const { format } = range;
  const { font } = format;
  if (style.fontSize !== undefined) font.size = style.fontSize;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.italic !== undefined) font.italic = style.italic;
  if (style.underline !== undefined) font.underline = style.underline ? "Single" : "None";
  if (style.color !== undefined) font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.locked !== undefined) format.protection.locked = style.locked;
  if (style.borders === "bottom") drawBorder(format, "EdgeBottom");
  if (style.borders === "all") for (const edge of EDGES) drawBorder(format, edge);
}

function drawBorder(format: Excel.RangeFormat, edge: (typeof EDGES)[number]): void {
  const border = format.borders.getItem(edge);
  border.style = "Continuous";
  border.weight = "Thin";
  border.color = "#000000";
}

/** Widths, heights (those of `extent` by their words), hidden columns, frozen rows, grid lines and the colour of the tab. */
export function applyFrame(sheet: Excel.Worksheet, plan: SheetPlan, extent: Area): void {
  plan.columnWidths.forEach((width, column) => {
    if (width !== null) {
      sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = width;
    }
  });
  // Rows take the height of their words in the widths just set, before those with a height of their own.
  sheet.getRange(areaAddress(extent)).format.autofitRows();
  for (const [row, height] of Object.entries(plan.rowHeights)) {
    sheet.getRangeByIndexes(Number(row), 0, 1, 1).getEntireRow().format.rowHeight = height;
  }
  for (const column of plan.hiddenColumns ?? []) {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  }
  if (plan.frozenRows) sheet.freezePanes.freezeRows(plan.frozenRows);
  if (plan.gridlines !== undefined) sheet.showGridlines = plan.gridlines;
  if (plan.tabColor !== undefined) sheet.tabColor = plan.tabColor;
}

/** Paper, margins, print area, repeated rows and page numbers (decree 30/2020: centred at the top, not on page 1). */
export function applyPrint(sheet: Excel.Worksheet, print: PrintSetup): void {
  const layout = sheet.pageLayout;
  layout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = "A4";
  layout.topMargin = print.margins.top * POINTS_PER_MILLIMETRE;
  layout.bottomMargin = print.margins.bottom * POINTS_PER_MILLIMETRE;
  layout.leftMargin = print.margins.left * POINTS_PER_MILLIMETRE;
  layout.rightMargin = print.margins.right * POINTS_PER_MILLIMETRE;
  layout.centerHorizontally = true;
  layout.zoom = print.pages ? { scale: print.pages.scale } : { horizontalFitToPages: 1 };
  layout.setPrintArea(areaAddress(print.area));
  if (print.titleRows) {
    layout.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
  }
  if (print.pageNumbers) {
    layout.headersFooters.state = "FirstAndDefault";
    layout.headersFooters.defaultForAllPages.centerHeader = "&P";
  }
  if (print.pages) {
    const { horizontalPageBreaks } = sheet;
    horizontalPageBreaks.removePageBreaks();
    for (const row of print.pages.breaks) {
      horizontalPageBreaks.add(sheet.getRangeByIndexes(row, 0, 1, 1));
    }
  }
}

/** A rule for what may be typed into an area. */
export function applyValidation(range: Excel.Range, validation: Validation): void {
  const { rule, style } = validation;
  const title = fitted(validation.title, LONGEST_TITLE);
  const message = fitted(validation.message, LONGEST_MESSAGE);
  const target = range.dataValidation;
  target.rule = ruleOf(rule);
  target.ignoreBlanks = true;
  target.prompt = { showPrompt: message !== "", title, message };
  target.errorAlert = {
    showAlert: true,
    style: style === "stop" ? "Stop" : "Warning",
    title,
    message,
  };
}

/** Excel refuses longer words in the balloons of a rule: they are cut between two words. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 225;

function fitted(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).trimEnd()}…`;
}

function ruleOf(rule: Validation["rule"]): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.values.join(",") } };
    case "list-range":
      return { list: { inCellDropDown: true, source: rule.formula } };
    case "date":
      return { date: { formula1: rule.from, formula2: rule.to, operator: "Between" } };
    case "number":
      return { decimal: { formula1: rule.minimum, operator: "GreaterThanOrEqualTo" } };
    case "computed":
      // No typed value is ever true here, so that only the formula stays.
      return { custom: { formula: "=FALSE" } };
  }
}

export function applyConditionalFormat(sheet: Excel.Worksheet, plan: ConditionalFormat): void {
  const format = rangeAt(sheet, plan.area).conditionalFormats.add("Custom").custom;
  format.rule.formula = plan.formula;
  if (plan.fill !== undefined) format.format.fill.color = plan.fill;
  if (plan.color !== undefined) format.format.font.color = plan.color;
  if (plan.bold !== undefined) format.format.font.bold = plan.bold;
}

/** New charts over areas of the sheet. */
export function applyCharts(sheet: Excel.Worksheet, plan: SheetPlan): void {
  plan.charts.forEach((chart, index) => {
    const made = sheet.charts.add(
      chart.kind === "bar-stacked" ? "BarStacked" : "ColumnClustered",
      rangeAt(sheet, chart.source),
      SERIES[chart.seriesBy],
    );
    made.name = chartName(index);
    made.title.text = chart.title;
    made.legend.position = "Bottom";
    chart.colors?.forEach((color, series) => {
      made.series.getItemAt(series).format.fill.setSolidColor(color);
    });
    made.setPosition(...cornersOf(chart));
  });
}

/** Charts of a sheet that is made again: they keep the officer's looks and follow their figures. One that he deleted stays deleted. */
export function followCharts(sheet: Excel.Worksheet, plan: SheetPlan): void {
  plan.charts.forEach((chart, index) => {
    const known = sheet.charts.getItemOrNullObject(chartName(index));
    known.setData(rangeAt(sheet, chart.source), SERIES[chart.seriesBy]);
    known.setPosition(...cornersOf(chart));
  });
}

const SERIES = { rows: "Rows", columns: "Columns" } as const;

function cornersOf({ place }: ChartPlan): [string, string] {
  const { row, column, rows, columns } = place;
  return [cellAddress(row, column), cellAddress(row + rows - 1, column + columns - 1)];
}

function chartName(index: number): string {
  return `PhuLucBieuDo${index + 1}`;
}

export function applyLinks(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const link of plan.links ?? []) {
    const isWeb = /^https?:/i.test(link.target);
    sheet.getRangeByIndexes(link.row, link.column, 1, 1).hyperlink = isWeb
      ? { address: link.target }
      : { documentReference: link.target };
  }
}
