/** Owner cells of real plans: names right, asked and silently wrong, beside a fuzzy search over the same directory. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Fuse from "fuse.js";
import { createDirectory, readOwner, type OwnerColumn, type Unit } from "../src/unit";

interface Cell {
  readonly text: string;
  readonly column: OwnerColumn;
  readonly lead: readonly string[];
  readonly support: readonly string[];
}

interface Score {
  right: number;
  asked: number;
  missed: number;
  wrong: number;
  milliseconds: number;
}

const fixtures = join(__dirname, "..", "test", "unit", "fixtures");
const load = <Data>(name: string) => JSON.parse(readFileSync(join(fixtures, name), "utf8")) as Data;

export default function owners(): Promise<void> {
  const rows: Record<string, Record<string, string | number>> = {};
  for (const name of ["HN", "TW"]) {
    const units = load<Unit[]>(`${name}.units.json`);
    const cells = load<Cell[]>(`${name}.cells.json`);
    rows[`${name}: this room`] = shown(ours(units, cells));
    rows[`${name}: fuse.js on split cells`] = shown(fuzzy(units, cells));
  }
  console.table(rows);
  console.log("asked: offered as a question; silently wrong: a unit that the cell does not name.");
  return Promise.resolve();
}

function ours(units: readonly Unit[], cells: readonly Cell[]): Score {
  const directory = createDirectory(units);
  return measure(cells, (cell) => {
    const reading = readOwner(cell.text, cell.column, directory);
    return {
      names: [...reading.lead, ...reading.support],
      asked: reading.questions.flatMap((question) => question.candidates),
    };
  });
}

/** What a search library gives when each piece between marks takes its best hit. */
function fuzzy(units: readonly Unit[], cells: readonly Cell[]): Score {
  const search = new Fuse(units, {
    keys: ["name", "abbreviation", "otherNames"],
    threshold: 0.3,
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  return measure(cells, (cell) => ({
    names: cell.text
      .split(/[;,\n]/)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "")
      .flatMap((piece) => search.search(piece, { limit: 1 }).map((hit) => hit.item.name)),
    asked: [],
  }));
}

function measure(
  cells: readonly Cell[],
  read: (cell: Cell) => { names: readonly string[]; asked: readonly string[] },
): Score {
  const score: Score = { right: 0, asked: 0, missed: 0, wrong: 0, milliseconds: 0 };
  for (const cell of cells) {
    const expected = [...cell.lead, ...cell.support];
    const start = performance.now();
    const { names, asked } = read(cell);
    score.milliseconds += performance.now() - start;
    for (const name of expected) {
      if (names.includes(name)) score.right++;
      else if (asked.includes(name)) score.asked++;
      else score.missed++;
    }
    score.wrong += new Set(names.filter((name) => !expected.includes(name))).size;
  }
  return score;
}

function shown(score: Score): Record<string, string | number> {
  const names = score.right + score.asked + score.missed;
  return {
    names,
    "right %": ((100 * score.right) / names).toFixed(1),
    asked: score.asked,
    missed: score.missed,
    "silently wrong": score.wrong,
    ms: score.milliseconds.toFixed(1),
  };
}
