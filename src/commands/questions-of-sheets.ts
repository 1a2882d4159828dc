import type { Locale } from "../locale";
import { cellAddress, type CellValue, type TableGrid, type TablePlan } from "../sheet";
import { comparisonKey } from "../text";
import {
  DAY_OFF_COLUMNS,
  ENTRY_COLUMNS,
  MILESTONE_COLUMNS,
  TABLES,
  TASK_COLUMNS,
  trackingSheets,
  UNIT_COLUMNS,
} from "../tracking";
import { placesOf, type Asked, type OpenQuestion } from "./question-parts";

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  [TABLES.tasks]: Object.values(TASK_COLUMNS),
  [TABLES.entries]: Object.values(ENTRY_COLUMNS),
  [TABLES.milestones]: Object.values(MILESTONE_COLUMNS),
  [TABLES.units]: Object.values(UNIT_COLUMNS),
  [TABLES.daysOff]: Object.values(DAY_OFF_COLUMNS),
};

/** Key of the questions that must be settled before anything is written. */
const RENAMED = "renamed:";

/** Whether a question is about a column that the officer has renamed: nothing is written before it is settled. */
export function isAboutRenaming({ question }: OpenQuestion): boolean {
  return question.id.startsWith(RENAMED);
}

/** What the officer did to the add-in's own tables that only he can explain. */
export function sheetQuestions(locale: Locale, asked: Asked): OpenQuestion[] {
  const tables = asked.state?.tables ?? {};
  const renamed = Object.entries(HEADERS).flatMap(([name, headers]) => {
    const grid = tables[name];
    return grid ? renamedColumns(locale, grid, headers) : [];
  });
  return renamed.length > 0 ? renamed : formulaQuestions(locale, asked, tables);
}

function renamedColumns(
  locale: Locale,
  grid: TableGrid,
  headers: readonly string[],
): OpenQuestion[] {
  const there = new Map(grid.headers.map((header, index) => [comparisonKey(header), index]));
  const known = new Set(headers.map(comparisonKey));
  const strange = grid.headers.filter((header) => !known.has(comparisonKey(header)));
  const missing = headers.filter((header) => !there.has(comparisonKey(header)));
  if (strange.length === 0) return [];
  return missing.map((header): OpenQuestion => {
    const before = headers[headers.indexOf(header) - 1];
    const place = before === undefined ? -1 : (there.get(comparisonKey(before)) ?? -2);
    const likely = grid.headers[place + 1];
    const candidates = [...strange].sort(
      (one, other) => Number(other === likely) - Number(one === likely),
    );
    const cell = (name: string) =>
      cellAddress(grid.area.row, grid.area.column + grid.headers.indexOf(name));
    const vi = locale === "vi";
    return {
      question: {
        id: `${RENAMED}${grid.name}:${header}:${strange.join("|")}`,
        kind: "column",
        cells: [cell(candidates[0] ?? "")],
        sheet: grid.sheet,
        text: vi
          ? `Trang ${grid.sheet} không còn cột “${header}”. Cột đó đã được đổi tên?`
          : `Sheet ${grid.sheet} has no column “${header}” any more. Was it renamed?`,
        answers: [
          ...candidates.map((name) => ({
            value: name,
            label: vi
              ? `Cột “${name}” là cột đó, đặt lại tên “${header}”`
              : `“${name}” is that column: name it “${header}” again`,
          })),
          {
            value: "",
            label: vi ? `Không, thêm lại cột “${header}”` : `No, add a column “${header}”`,
          },
        ],
        free: null,
      },
      answer: (value) => {
        if (value === "") {
          const id = `${RENAMED}${grid.name}:${header}:${strange.join("|")}`;
          return { kept: (kept) => ({ ...kept, answered: [...kept.answered, id] }) };
        }
        return candidates.includes(value)
          ? { rename: { sheet: grid.sheet, cell: cell(value), before: value, after: header } }
          : null;
      },
    };
  });
}

/** Cells of formula columns that no longer say what the formula says: typed over, pasted, deleted. */
function formulaQuestions(
  locale: Locale,
  asked: Asked,
  tables: Readonly<Record<string, TableGrid>>,
): OpenQuestion[] {
  const { known } = asked;
  if (!known) return [];
  return trackingSheets(known)
    .flatMap(({ tables: plans }) => plans)
    .flatMap((plan): OpenQuestion[] => {
      const grid = tables[plan.name];
      const changed = grid ? changedFormulas(plan, grid) : [];
      const [first] = changed;
      if (!grid || !first) return [];
      const cells = changed.map(({ cell }) => cell);
      const marks = changed.map(({ cell, found }) => `${cell}=${found}`).join("|");
      const id = `formula:${plan.name}:${marks.slice(0, LONGEST_MARK)}`;
      const vi = locale === "vi";
      return [
        {
          question: {
            id,
            kind: "column",
            cells: cells.slice(0, MOST_CELLS),
            sheet: grid.sheet,
            text: vi
              ? `${placesOf(locale, cells)} ở trang ${grid.sheet}, cột “${first.header}”, không còn theo công thức: đang ghi “${first.found}”, công thức cho “${first.expected}”. Lập lại công thức?`
              : `${placesOf(locale, cells)} on ${grid.sheet} no longer follow their formula: “${first.found}” instead of “${first.expected}”. Write the formula again?`,
            answers: [
              { value: "again", label: vi ? "Lập lại công thức" : "Write the formula again" },
              { value: "leave", label: vi ? "Để nguyên" : "Leave it" },
            ],
            free: null,
          },
          answer: (value) =>
            value === "again"
              ? { rewrite: true }
              : value === "leave"
                ? { kept: (kept) => ({ ...kept, answered: [...kept.answered, id] }) }
                : null,
        },
      ];
    });
}

const MOST_CELLS = 50;
const LONGEST_MARK = 400;

interface ChangedFormula {
  readonly cell: string;
  readonly header: string;
  readonly found: string;
  readonly expected: string;
}

function changedFormulas(plan: TablePlan, grid: TableGrid): readonly ChangedFormula[] {
  const key = plan.columns[0]?.header ?? "";
  const keyAt = grid.headers.indexOf(key);
  const rowOf = new Map<CellValue, number | null>();
  grid.rows.forEach((row, index) => {
    const code = row[keyAt] ?? "";
    rowOf.set(code, rowOf.has(code) ? null : index);
  });
  // A date typed as text is an input error to the formula and a date to us: it is named elsewhere.
  const dates = plan.columns.flatMap(({ header, style, formula }) =>
    formula === undefined && style?.numberFormat === "dd/mm/yyyy"
      ? [grid.headers.indexOf(header)]
      : [],
  );
  const columns = plan.columns.flatMap(({ header, formula }, index) => {
    const place = grid.headers.indexOf(header);
    return formula === undefined || place < 0 ? [] : [{ header, index, place }];
  });
  return plan.rows.flatMap((row) => {
    const at = rowOf.get(row[0] ?? "");
    const cells = at === undefined || at === null || row[0] === "" ? undefined : grid.rows[at];
    if (!cells || dates.some((place) => typeof cells[place] === "string" && cells[place] !== "")) {
      return [];
    }
    return columns.flatMap(({ header, index, place }): ChangedFormula[] => {
      const expected = row[index] ?? "";
      const found = cells[place] ?? "";
      if (isSame(expected, found)) return [];
      const cell = cellAddress(grid.area.row + 1 + (at ?? 0), grid.area.column + place);
      return [{ cell, header, found: String(found), expected: String(expected) }];
    });
  });
}

function isSame(expected: CellValue, found: CellValue): boolean {
  return typeof expected === "number" && typeof found === "number"
    ? Math.abs(expected - found) < 1e-6
    : expected === found || (expected === "" && found === 0) || (expected === 0 && found === "");
}
