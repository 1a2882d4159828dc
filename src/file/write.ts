import {
  writeXlsx,
  type Cell,
  type CellStyle as FileStyle,
  type DataValidation,
  type NamedRange,
  type WriteSheet,
} from "hucre";
import { toSerial } from "../deadline";
import {
  areaAddress,
  columnLetters,
  type Area,
  type CellStyle,
  type PlanCell,
  type FileSheetPlan,
  type Validation,
} from "../sheet";

const FONT = "Times New Roman";
const FONT_SIZE = 12;
const A4 = "a4";
const MILLIMETRES_PER_INCH = 25.4;
/** Points per character of column width at the standard font, as Excel's files count widths. */
const POINTS_PER_CHARACTER = 5.25;
const ALL_SIDES = ["top", "right", "bottom", "left"] as const;

/** An .xlsx file with these sheets, the first one active. */
export async function writeWorkbookFile(plans: readonly FileSheetPlan[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: plans.map(toFileSheet),
    namedRanges: plans.flatMap(printNames),
    defaultFont: { name: FONT, size: FONT_SIZE },
    activeSheet: 0,
  });
}

function toFileSheet(plan: FileSheetPlan): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows: (string | number | boolean | null)[][] = [];
  for (const block of plan.blocks) {
    block.cells.forEach((line, down) =>
      line.forEach((cell, right) => put(block.row + down, block.column + right, cell)),
    );
  }
  for (const { area, style } of plan.styles) {
    forEachCell(area, (row, column) => {
      const key = `${row},${column}`;
      const cell = cells.get(key) ?? {};
      cells.set(key, { ...cell, style: mergeStyles(cell.style, toFileStyle(style)) });
    });
  }
  return {
    name: plan.name,
    rows,
    cells,
    columns: plan.columnWidths.map((points, column) => ({
      ...(points === null ? {} : { width: points / POINTS_PER_CHARACTER }),
      hidden: plan.hiddenColumns?.includes(column) ?? false,
    })),
    rowDefs: new Map(
      Object.entries(plan.rowHeights).map(([row, height]) => [Number(row), { height }]),
    ),
    merges: plan.merges.map((area) => ({
      startRow: area.row,
      startCol: area.column,
      endRow: area.row + area.rows - 1,
      endCol: area.column + area.columns - 1,
    })),
    dataValidations: plan.validations.map(toFileValidation),
    ...(plan.frozenRows ? { freezePane: { rows: plan.frozenRows } } : {}),
    ...(plan.protect
      ? {
          protection: {
            sheet: true,
            formatColumns: true,
            formatRows: true,
            insertRows: true,
            selectLockedCells: true,
            selectUnlockedCells: true,
          },
        }
      : {}),
    view: { showGridLines: plan.gridlines ?? false },
    ...pageOf(plan),
  };

  function put(row: number, column: number, cell: PlanCell): void {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(null);
    const isFormula = cell !== null && typeof cell === "object";
    line[column] = isFormula ? cell.expected : cell;
    if (isFormula)
      cells.set(`${row},${column}`, {
        formula: cell.formula.slice(1),
        formulaResult: cell.expected,
      });
  }
}

function forEachCell(area: Area, act: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) act(row, column);
  }
}

function toFileStyle(style: CellStyle): FileStyle {
  const side = { style: "thin" as const };
  const sides =
    style.borders === "all" ? ALL_SIDES : style.borders === "bottom" ? (["bottom"] as const) : [];
  return {
    font: {
      name: FONT,
      size: style.fontSize ?? FONT_SIZE,
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      underline: style.underline ?? false,
      ...(style.color ? { color: { rgb: style.color.slice(1) } } : {}),
    },
    ...(style.fill
      ? { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: style.fill.slice(1) } } }
      : {}),
    ...(sides.length > 0 ? { border: Object.fromEntries(sides.map((name) => [name, side])) } : {}),
    alignment: {
      ...(style.horizontal ? { horizontal: style.horizontal } : {}),
      vertical: style.vertical ?? "top",
      wrapText: style.wrap ?? true,
      ...(style.indent ? { indent: style.indent } : {}),
    },
    ...(style.numberFormat ? { numFmt: style.numberFormat } : {}),
    ...(style.locked === undefined ? {} : { protection: { locked: style.locked } }),
  };
}

/** A later style over an earlier one, part by part. */
function mergeStyles(under: FileStyle | undefined, over: FileStyle): FileStyle {
  return under ? { ...under, ...over } : over;
}

function toFileValidation({ area, rule, style, title, message }: Validation): DataValidation {
  const words = {
    range: areaAddress(area),
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    inputTitle: title,
    inputMessage: message,
    errorTitle: title,
    errorMessage: message,
    errorStyle: style,
  };
  switch (rule.kind) {
    case "list":
      return { ...words, type: "list", values: [...rule.values] };
    case "list-range":
      return { ...words, type: "list", formula1: rule.formula.replace(/^=/, "") };
    case "date":
      return {
        ...words,
        type: "date",
        operator: "between",
        formula1: String(toSerial(rule.from)),
        formula2: String(toSerial(rule.to)),
      };
    case "number":
      return {
        ...words,
        type: "decimal",
        operator: "greaterThanOrEqual",
        formula1: String(rule.minimum),
      };
    case "computed":
      return { ...words, type: "custom", formula1: "FALSE" };
  }
}

function pageOf({ print }: FileSheetPlan): Partial<WriteSheet> {
  if (!print) return {};
  const inches = (millimetres: number) => millimetres / MILLIMETRES_PER_INCH;
  return {
    pageSetup: {
      paperSize: A4,
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        top: inches(print.margins.top),
        bottom: inches(print.margins.bottom),
        left: inches(print.margins.left),
        right: inches(print.margins.right),
        header: inches(10),
        footer: inches(10),
      },
    },
    ...(print.pageNumbers
      ? { headerFooter: { oddHeader: `&C&"${FONT}"&13&P`, differentFirst: true } }
      : {}),
  };
}

/**
 * What is printed, and the rows at the top of every page. The sheet's name stands in quotes: without them Excel takes
 * a name with spaces for a damaged file.
 */
function printNames({ name, print }: FileSheetPlan): NamedRange[] {
  if (!print) return [];
  const { row, column, rows, columns } = print.area;
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const letters = (place: number) => `$${columnLetters(place)}`;
  const area = `${letters(column)}$${row + 1}:${letters(column + columns - 1)}$${row + rows}`;
  const titles = print.titleRows?.map((at) => `$${at + 1}`).join(":");
  return [
    { name: "_xlnm.Print_Area", range: `${sheet}!${area}`, scope: name },
    ...(titles ? [{ name: "_xlnm.Print_Titles", range: `${sheet}!${titles}`, scope: name }] : []),
  ];
}
