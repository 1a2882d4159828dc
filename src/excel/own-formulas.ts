import { cellAddress, type Area, type CellValue, type TableGrid, type TablePlan } from "../sheet";
import { fingerprint } from "./fingerprint";
import { fill, rangeAt } from "./ranges";
import type { Steps } from "./steps";
import { isFormula, type SheetBefore } from "./undo";

/** What is known of the formulas of a table before it is written again. */
export interface FormulasBefore {
  /** What the sheet held; null when it was empty. */
  readonly before: SheetBefore["before"];
  /** Marks of the formulas as they read after the last writing, by `formulaKey`. */
  readonly known: Readonly<Record<string, string>>;
  /** The officer wants every formula written again. */
  readonly again: boolean;
}

/** Rows of the body, from 0, in which a formula column holds the officer's own formula or value. */
export interface OwnCells {
  readonly rows: ReadonlySet<number>;
  /** Rows that hold nothing: they get the formula again. */
  readonly empty: readonly number[];
}

/** A cell with our own formula: what Excel makes of its text tells ours from the officer's next time. */
export interface MarkedFormula {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

/** Where the mark of a column's formula stands among the fingerprints. */
export function formulaKey(table: string, header: string): string {
  return `${table}[${header}]`;
}

/** The mark of a formula, blanks apart: Excel writes some of its own. */
function formulaMark(formula: string): string {
  return fingerprint(formula.replaceAll(/\s+/g, ""));
}

/**
 * The cells of a formula column in which the officer put something of his own: it is kept, even
 * where it gives the right value today. An emptied cell and a row without a code get the formula.
 */
export function ownCellsOf(
  plan: TablePlan,
  index: number,
  place: number,
  existing: TableGrid,
  rows: readonly (readonly (CellValue | null)[])[],
  { before, known, again }: FormulasBefore,
): OwnCells {
  const own = new Set<number>();
  const empty: number[] = [];
  const column = plan.columns[index];
  if (again || !before || column?.formula === undefined) return { rows: own, empty };
  const ours = new Set([
    formulaMark(column.formula),
    known[formulaKey(plan.name, column.header)] ?? "",
  ]);
  const key = plan.columns[0]?.header ?? "";
  const keyAt = existing.headers.findIndex((header) => header.trim() === key);
  existing.rows.forEach((cells, row) => {
    const code = cells[keyAt] ?? "";
    const inRow = existing.area.row + 1 + row - before.area.row;
    const inColumn = place - before.area.column;
    const content = before.formulas[inRow]?.[inColumn] ?? "";
    const isOurs =
      isFormula(content, before.values[inRow]?.[inColumn] ?? "") && ours.has(formulaMark(content));
    if (isOurs) return;
    if (content === "" || code === "" || rows[row]?.[0] !== code) empty.push(row);
    else own.add(row);
  });
  return { rows: own, empty };
}

/**
 * Writes a formula column. Where it holds cells of the officer's, only what is empty or new gets the
 * formula: a formula written over the whole of a column, or his written back, would fill it all.
 */
export function writeAround(
  steps: Steps,
  sheet: Excel.Worksheet,
  body: Area,
  formula: string,
  { rows: own, empty }: OwnCells,
  existingRows: number,
): void {
  if (own.size === 0) {
    steps.add(() => fill(rangeAt(sheet, body), formula), formula.length);
    return;
  }
  // A column that is the officer's throughout goes on with his formula by itself.
  if (own.size >= existingRows) return;
  const added = body.rows - existingRows;
  const places = [
    ...empty.map((row) => ({ row, rows: 1 })),
    ...(added > 0 ? [{ row: existingRows, rows: added }] : []),
  ];
  for (const place of places) {
    const area = { ...body, row: body.row + place.row, rows: place.rows };
    steps.add(() => fill(rangeAt(sheet, area), formula), formula.length);
  }
}

/** Queues the reading of our formulas as Excel has them now; call the answer once it is there. */
export function queueMarks(
  sheet: Excel.Worksheet,
  marked: readonly MarkedFormula[],
): () => Readonly<Record<string, string>> {
  const cells = marked.map(({ key, row, column }) => {
    const range = sheet.getRangeByIndexes(row, column, 1, 1);
    range.load("formulas");
    return { key, range };
  });
  return () =>
    Object.fromEntries(
      cells.map(({ key, range }) => [
        key,
        formulaMark(String((range.formulas as CellValue[][])[0]?.[0] ?? "")),
      ]),
    );
}

/** Our formulas in a table that was just made. */
export function marksOfNew(plan: TablePlan): MarkedFormula[] {
  return plan.columns.flatMap(({ header, formula }, index) =>
    formula === undefined
      ? []
      : [
          {
            key: formulaKey(plan.name, header),
            row: plan.row + 1,
            column: plan.column + index,
          },
        ],
  );
}

/** Addresses of kept cells, as the officer reads them. */
export function ownAddresses(
  sheet: string,
  first: { readonly row: number; readonly column: number },
  own: OwnCells,
): string[] {
  return [...own.rows].map(
    (row) => `'${sheet.replaceAll("'", "''")}'!${cellAddress(first.row + row, first.column)}`,
  );
}
