import type { Host, RangeTarget } from "../host";
import type { Area } from "../model/address";
import type { Chart, Name, Sheet, Table } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { declare } from "../remote";

/** Something with a place in a list: the sheet that a collection belongs to, or the workbook. */
export interface Listed {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

interface ColumnTarget {
  readonly table: Table;
  readonly id: number;
}

interface EdgeTarget extends RangeTarget {
  readonly edge: string;
}

export interface RuleTarget {
  readonly sheet: Sheet;
  readonly id: string;
}

export interface FooterTarget {
  readonly sheet: Sheet;
  readonly page: "default" | "first" | "even" | "odd";
}

export const workbookKind = declare<Workbook>("Workbook");
export const applicationKind = declare<Workbook>("Application");
export const createdKind = declare<Host>("WorkbookCreated");
export const sheetsKind = declare<Workbook>("WorksheetCollection");
export const sheetKind = declare<Sheet>("Worksheet");
export const rangeKind = declare<RangeTarget>("Range");
export const formatKind = declare<RangeTarget>("RangeFormat");
export const fontKind = declare<RangeTarget>("RangeFont");
export const fillKind = declare<RangeTarget>("RangeFill");
export const bordersKind = declare<RangeTarget>("RangeBorderCollection");
export const borderKind = declare<EdgeTarget>("RangeBorder");
export const cellProtectionKind = declare<RangeTarget>("FormatProtection");
export const areasKind = declare<{ readonly sheet: Sheet; readonly areas: readonly Area[] }>(
  "RangeAreas",
);
export const rangesKind = declare<readonly RangeTarget[]>("RangeCollection");
export const validationKind = declare<RangeTarget>("DataValidation");
export const conditionsKind = declare<RangeTarget>("ConditionalFormatCollection");
export const conditionKind = declare<RuleTarget>("ConditionalFormat");
export const customConditionKind = declare<RuleTarget>("CustomConditionalFormat");
export const conditionRuleKind = declare<RuleTarget>("ConditionalFormatRule");
export const conditionLooksKind = declare<RuleTarget>("ConditionalRangeFormat");
export const conditionFontKind = declare<RuleTarget>("ConditionalRangeFont");
export const conditionFillKind = declare<RuleTarget>("ConditionalRangeFill");
export const tablesKind = declare<Listed>("TableCollection");
export const tableKind = declare<Table>("Table");
export const columnsKind = declare<Table>("TableColumnCollection");
export const columnKind = declare<ColumnTarget>("TableColumn");
export const rowsKind = declare<Table>("TableRowCollection");
export const rowKind = declare<{ readonly table: Table; readonly index: number }>("TableRow");
export const tableSortKind = declare<Table>("TableSort");
export const autoFilterKind = declare<Table>("AutoFilter");
export const namesKind = declare<Listed>("NamedItemCollection");
export const nameKind = declare<Name>("NamedItem");
export const settingsKind = declare<Workbook>("SettingCollection");
export const settingKind = declare<{ readonly workbook: Workbook; readonly key: string }>(
  "Setting",
);
export const protectionKind = declare<Sheet>("WorksheetProtection");
export const freezeKind = declare<Sheet>("WorksheetFreezePanes");
export const layoutKind = declare<Sheet>("PageLayout");
export const pageBreaksKind = declare<Sheet>("PageBreakCollection");
export const pageBreakKind = declare<{ readonly sheet: Sheet; readonly row: number }>("PageBreak");
export const headersKind = declare<Sheet>("HeaderFooterGroup");
export const footerKind = declare<FooterTarget>("HeaderFooter");
export const chartsKind = declare<Sheet>("ChartCollection");
export const chartKind = declare<{ readonly sheet: Sheet; readonly id: string }>("Chart");
export const chartTitleKind = declare<Chart>("ChartTitle");
export const chartLegendKind = declare<Chart>("ChartLegend");
export const seriesListKind = declare<Chart>("ChartSeriesCollection");
export const seriesKind = declare<{ readonly chart: Chart; readonly index: number }>("ChartSeries");
export const seriesFormatKind = declare<{ readonly chart: Chart; readonly index: number }>(
  "ChartSeriesFormat",
);
export const seriesFillKind = declare<{ readonly chart: Chart; readonly index: number }>(
  "ChartFill",
);
