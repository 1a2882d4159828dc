import { fromSerial, isoDate, parseVietnameseDate, type IsoDate } from "../deadline";
import { cellAddress, type CellValue, type SheetGrid } from "../sheet";
import { normalizeText, searchKey } from "../text";
import { FORM_COLUMNS, FORM_PARTS, SIGNATURE_LINES, type FormColumnId } from "./columns";
import { markOf, readKey } from "./marks";
import type { FormKey, FormProblem, NewWork, ReturnedForm, ReturnedRow } from "./types";

/** A code as the add-in gives them, alone in its cell. */
const CODE = /^[A-Z]{1,4}\d{2,6}$/;
const FILLED: readonly FormColumnId[] = [
  "finished",
  "quantity",
  "measure",
  "result",
  "evidence",
  "difficulty",
];
/** So many known headers make a row the header of a form. */
const HEADERS_NEEDED = 5;
const NUMBER = /^(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(\d+))?$/;
const ERROR_VALUE = /^#(REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|CALC)[!?]?$/;

type Columns = ReadonlyMap<FormColumnId, number>;

/**
 * Reads a file that a unit sent back: its sheets as grids, in the file's order. Rows may have been sorted, inserted
 * or deleted, columns moved or renamed, sheets renamed. Whatever is not understood is told in `problems`, with its cell.
 */
export function readReturnedForm(fileName: string, sheets: readonly SheetGrid[]): ReturnedForm {
  const keys = sheets.flatMap(keysOf);
  const tables = sheets.flatMap((grid) => {
    const header = findHeader(grid);
    return header === null
      ? []
      : [{ sheet: grid.sheet, form: readForm(fileName, grid, header, keys[0] ?? null) }];
  });
  // A blank copy of the form may lie before the one that was filled in.
  const used = tables.find(({ form }) => isFilled(form)) ?? tables[0];
  if (used) {
    const others = tables.filter(
      ({ form }) => form !== used.form && isFilled(form) && form.version !== used.form.version,
    );
    return {
      ...used.form,
      problems: [
        ...used.form.problems,
        ...others.map(({ sheet }): FormProblem => ({
          kind: "several-tables",
          cell: "",
          value: sheet,
          other: used.sheet,
        })),
      ],
    };
  }
  return {
    fileName,
    key: keys[0] ?? null,
    rows: [],
    newWork: [],
    problems: [
      {
        kind: "no-form",
        cell: "",
        value: "",
      },
    ],
    version: markOf(""),
  };
}

function isFilled({ rows, newWork }: ReturnedForm): boolean {
  return newWork.length > 0 || rows.some((row) => says(row) !== NOTHING);
}

function keysOf(grid: SheetGrid): FormKey[] {
  return grid.text.flatMap((row) =>
    row.flatMap((text) => {
      const key = readKey(text);
      return key ? [key] : [];
    }),
  );
}

/** Row of the grid that holds the most of the form's headers; null when no row holds enough. */
function findHeader(grid: SheetGrid): number | null {
  const counts = grid.text.map(
    (row) => new Set(row.map(columnFor).filter((id) => id !== null)).size,
  );
  const most = Math.max(0, ...counts);
  return most >= HEADERS_NEEDED ? counts.indexOf(most) : null;
}

const COLUMN_BY_HEADER = new Map(
  FORM_COLUMNS.flatMap(({ id, header, otherHeaders }) =>
    [headerKey(header), ...otherHeaders].map((key) => [key, id] as const),
  ),
);
/** No header is longer; longer cells need not be looked at. */
const LONGEST_HEADER = 40;

function columnFor(header: string): FormColumnId | null {
  if (header === "" || header.length > LONGEST_HEADER) return null;
  return COLUMN_BY_HEADER.get(headerKey(header)) ?? null;
}

function headerKey(header: string): string {
  return searchKey(header)
    .replace(/[^a-z ]/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

function readForm(
  fileName: string,
  grid: SheetGrid,
  header: number,
  key: FormKey | null,
): ReturnedForm {
  const problems: FormProblem[] = [];
  if (!key) {
    problems.push({ kind: "no-key", cell: "", value: "" });
  }
  const columns = findColumns(grid, header, problems);
  tellMerged(grid, header, columns, problems);
  const rows: ReturnedRow[] = [];
  const newWork: NewWork[] = [];
  const seen = new Map<string, ReturnedRow>();
  for (let row = header + 1; row < grid.values.length; row++) {
    if (
      isBlank(grid, row) ||
      isPart(grid, row) ||
      isSignature(grid, row) ||
      isHeaderAgain(grid, row, header)
    )
      continue;
    const code = normalizeText(textAt(grid, row, columns.get("code"))).toUpperCase();
    const filled = readFilled(grid, row, columns, problems);
    const title = normalizeText(textAt(grid, row, columns.get("title")));
    const sheetRow = grid.row + row + 1;
    if (CODE.test(code)) {
      const read: ReturnedRow = {
        row: sheetRow,
        code,
        mark: textAt(grid, row, columns.get("mark")).trim(),
        title,
        ...filled,
      };
      const earlier = seen.get(code);
      if (!earlier) rows.push(read);
      else if (says(earlier) === says(read) || says(read) === NOTHING) continue;
      else {
        rows.push(read);
        problems.push({
          kind: "duplicate-row",
          cell: cellAddress(grid.row + row, grid.column + (columns.get("code") ?? 0)),
          value: code,
          code,
          row: sheetRow,
          otherRow: earlier.row,
        });
      }
      seen.set(code, read);
    } else if (title !== "") {
      newWork.push({ row: sheetRow, title, ...filled });
    } else {
      const words = wordsOf(grid, row);
      problems.push({
        kind: "no-code",
        cell: cellAddress(grid.row + row, grid.column),
        value: words.join(" · "),
        row: sheetRow,
      });
    }
  }
  const contents = [
    ...rows.map((row) => `${row.code} ${says(row)}`),
    ...newWork.map((work) => `${work.title} ${says(work)}`),
  ];
  return { fileName, key, rows, newWork, problems, version: markOf(contents.sort().join("\n")) };
}

/** A cell that was merged over several rows fills in the first of them alone: that is told. */
function tellMerged(
  grid: SheetGrid,
  header: number,
  columns: Columns,
  problems: FormProblem[],
): void {
  const filled = new Set(FILLED.flatMap((id) => columns.get(id) ?? []));
  for (const { row, column, rows } of grid.merges) {
    const [line, place] = [row - grid.row, column - grid.column];
    const text = normalizeText(textAt(grid, line, place));
    if (rows < 2 || line <= header || !filled.has(place) || text === "") continue;
    problems.push({
      kind: "merged-cells",
      cell: cellAddress(row, column),
      value: text,
      row: row + 1,
      otherRow: row + rows,
    });
  }
}

type Filled = Pick<
  ReturnedRow,
  "finished" | "quantity" | "measure" | "result" | "evidence" | "difficulty"
>;

/** What the unit filled in, as one text: equal texts say the same. */
export function says(row: Filled): string {
  return JSON.stringify(
    [row.finished, row.quantity, row.measure, row.result, row.evidence, row.difficulty].map(
      (part) => (typeof part === "string" ? normalizeText(part) : part),
    ),
  );
}

/** What an untouched row says. */
export const NOTHING = says({
  finished: null,
  quantity: null,
  measure: "",
  result: "",
  evidence: "",
  difficulty: "",
});

/**
 * The form's columns by their headers, wherever they stand now. A column that was renamed is recognised when it is the
 * only stranger between two neighbours that are known, and told; one that is gone is told too.
 */
function findColumns(grid: SheetGrid, header: number, problems: FormProblem[]): Columns {
  const columns = new Map<FormColumnId, number>();
  const strangers: number[] = [];
  (grid.text[header] ?? []).forEach((text, column) => {
    const id = columnFor(text);
    if (id && !columns.has(id)) columns.set(id, column);
    else if (normalizeText(text) !== "") strangers.push(column);
  });
  const missing = FORM_COLUMNS.filter((column) => !columns.has(column.id));
  for (const column of missing) {
    const index = FORM_COLUMNS.indexOf(column);
    const left = columns.get(FORM_COLUMNS[index - 1]?.id ?? column.id);
    const right = columns.get(FORM_COLUMNS[index + 1]?.id ?? column.id);
    const candidates = strangers.filter((place) => place - 1 === left || place + 1 === right);
    const [place] = candidates;
    if (candidates.length === 1 && place !== undefined) {
      columns.set(column.id, place);
      const found = normalizeText(grid.text[header]?.[place] ?? "");
      problems.push({
        kind: "renamed-column",
        cell: cellAddress(grid.row + header, grid.column + place),
        value: found,
        other: column.header,
      });
    } else if (column.id !== "mark" && column.id !== "number") {
      problems.push({ kind: "missing-column", cell: "", value: column.header });
    }
  }
  return columns;
}

function readFilled(
  grid: SheetGrid,
  row: number,
  columns: Columns,
  problems: FormProblem[],
): Filled {
  const at = (id: FormColumnId) => {
    const column = columns.get(id);
    const value: CellValue = column === undefined ? "" : (grid.values[row]?.[column] ?? "");
    const text = column === undefined ? "" : (grid.text[row]?.[column] ?? "");
    return {
      value,
      text: normalizeText(text),
      cell: column === undefined ? "" : cellAddress(grid.row + row, grid.column + column),
    };
  };
  for (const id of FILLED) {
    const { text, cell } = at(id);
    if (ERROR_VALUE.test(text)) problems.push({ kind: "error-value", cell, value: text });
  }
  const finished = readDay(at("finished"), problems);
  const counted = readQuantity(at("quantity"), problems);
  const measure = at("measure").text;
  const plain = (id: FormColumnId) => (ERROR_VALUE.test(at(id).text) ? "" : at(id).text);
  return {
    finished,
    quantity: counted.quantity,
    measure: measure === "" ? counted.measure : plain("measure"),
    result: plain("result"),
    evidence: plain("evidence"),
    difficulty: plain("difficulty"),
  };
}

interface ReadCell {
  readonly value: CellValue;
  readonly text: string;
  readonly cell: string;
}

/** A day typed as a true date or as text, day first; "12/6/24" is 2024. Anything else is told, never guessed. */
function readDay({ value, text, cell }: ReadCell, problems: FormProblem[]): IsoDate | null {
  if (text === "" || ERROR_VALUE.test(text)) return null;
  const words = text.replace(/^ngày\s+/i, "");
  const day =
    typeof value === "number" && value > 366
      ? fromSerial(value)
      : (parseVietnameseDate(words) ?? shortYear(words));
  if (day) return day;
  problems.push({ kind: "unreadable-date", cell, value: text });
  return null;
}

function shortYear(text: string): IsoDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(text);
  return match ? isoDate(2000 + Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

/** "04", "1.200", "3,5", "04 tin, bài" (number and unit of measure). */
function readQuantity(
  { value, text, cell }: ReadCell,
  problems: FormProblem[],
): { quantity: number | null; measure: string } {
  if (typeof value === "number") return { quantity: value, measure: "" };
  if (text === "" || ERROR_VALUE.test(text)) return { quantity: null, measure: "" };
  const [, count = "", measure = ""] = /^([\d.,\s]*\d)\s*(\D.*)?$/.exec(text) ?? [];
  const match = NUMBER.exec(count);
  if (match)
    return {
      quantity: Number(`${(match[1] ?? "").replace(/[.\s]/g, "")}.${match[2] ?? "0"}`),
      measure: measure.trim(),
    };
  problems.push({ kind: "unreadable-number", cell, value: text });
  return { quantity: null, measure: "" };
}

function textAt(grid: SheetGrid, row: number, column: number | undefined): string {
  return column === undefined ? "" : (grid.text[row]?.[column] ?? "");
}

function isBlank(grid: SheetGrid, row: number): boolean {
  return (grid.text[row] ?? []).every((text) => normalizeText(text) === "");
}

function isPart(grid: SheetGrid, row: number): boolean {
  const titles: readonly string[] = Object.values(FORM_PARTS);
  return (grid.text[row] ?? []).some((text) => titles.includes(normalizeText(text)));
}

/** "(Ký, ghi rõ họ tên)" alone in its row, or the single line straight above it: the head's title. */
function isSignature(grid: SheetGrid, row: number): boolean {
  const words = wordsOf(grid, row);
  if (words.length !== 1) return false;
  return isSignHere(words) || isSignHere(wordsOf(grid, row + 1));
}

function isSignHere(words: readonly string[]): boolean {
  const lines: readonly string[] = SIGNATURE_LINES;
  return words.length === 1 && lines.includes(words[0] ?? "");
}

function wordsOf(grid: SheetGrid, row: number): string[] {
  return (grid.text[row] ?? []).map(normalizeText).filter((text) => text !== "");
}

function isHeaderAgain(grid: SheetGrid, row: number, header: number): boolean {
  const words = grid.text[header] ?? [];
  const again = (grid.text[row] ?? []).filter(
    (text, column) => text !== "" && text === words[column],
  );
  return again.length >= HEADERS_NEEDED;
}
