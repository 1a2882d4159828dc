import { parseArea, type CellValue, type SheetGrid } from "../../../src/sheet";

/** A cell of a test sheet: text, a number as shown by itself, or a value with the format and text it shows. */
export type TestCell =
  | string
  | number
  | null
  | { readonly value: number; readonly format: string; readonly text: string };

export interface TestSheet {
  readonly name?: string;
  /** Areas such as "A1:C1". */
  readonly merges?: readonly string[];
  /** Address of the first cell of the rows; "A1" unless said. */
  readonly at?: string;
  readonly font?: string;
}

/** Makes a grid as the add-in would read it; short rows are filled up. */
export function sheetOf(
  rows: readonly (readonly TestCell[])[],
  { name = "Phụ lục", merges = [], at = "A1", font }: TestSheet = {},
): SheetGrid {
  const start = parseArea(at);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));
  return {
    sheet: name,
    row: start?.row ?? 0,
    column: start?.column ?? 0,
    values: full.map((row) =>
      row.map((cell): CellValue => {
        if (cell === null) return "";
        return typeof cell === "object" ? cell.value : cell;
      }),
    ),
    text: full.map((row) =>
      row.map((cell) => {
        if (cell === null) return "";
        return typeof cell === "object" ? cell.text : String(cell);
      }),
    ),
    numberFormats: full.map((row) =>
      row.map((cell) => (cell !== null && typeof cell === "object" ? cell.format : "General")),
    ),
    merges: merges.flatMap((address) => parseArea(address) ?? []),
    ...(font === undefined ? {} : { fonts: full.map((row) => row.map(() => font)) }),
  };
}

/** A date cell shown as dd/mm/yyyy. */
export function dateCell(day: number, month: number, year: number): TestCell {
  const two = (part: number) => String(part).padStart(2, "0");
  return {
    value: Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000),
    format: "dd/mm/yyyy",
    text: `${two(day)}/${two(month)}/${year}`,
  };
}
