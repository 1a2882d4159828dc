import { readDeadline, type DeadlineReading } from "../deadline";
import { createDirectory, readOwner, type OwnerColumn, type Unit } from "../unit";
import { UsageProblem } from "./problem";

/** The JSON lines of stdin; blank lines are left out, a broken one is named by its number. */
export function jsonLines(input: string): { readonly line: number; readonly value: object }[] {
  return input.split(/\r?\n/).flatMap((text, index) => {
    if (text.trim() === "") return [];
    const value = parseJson(text);
    if (typeof value !== "object" || value === null) {
      throw new UsageProblem(`Dòng ${index + 1} không phải là một đối tượng JSON.`);
    }
    return [{ line: index + 1, value }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One line of `deadline`: `{text, year, countsDays?}` → the reading as JSON. */
export function deadlineLine({ line, value }: { line: number; value: object }): string {
  if (!("text" in value) || typeof value.text !== "string") {
    throw new UsageProblem(`Dòng ${line}: thiếu "text".`);
  }
  const year = "year" in value ? value.year : null;
  if (year !== null && (typeof year !== "number" || !Number.isInteger(year))) {
    throw new UsageProblem(`Dòng ${line}: "year" phải là một năm hoặc null.`);
  }
  const countsDays = "countsDays" in value && value.countsDays === true;
  return JSON.stringify(plainReading(readDeadline(value.text, { year, countsDays })));
}

/** The reading alone, without its explanation. */
export function plainReading(reading: DeadlineReading): DeadlineReading {
  const { kind, start, due, ongoing, every, milestones } = reading;
  return { kind, start, due, ongoing, every, milestones };
}

const COLUMNS: readonly OwnerColumn[] = ["lead", "support", "owner"];

/** A reader of `owners` lines: `{text, column}` → units, groups, persons, unknown and questions. */
export function ownerLines(
  units: readonly Unit[],
): (item: { line: number; value: object }) => string {
  const directory = createDirectory(units);
  return ({ line, value }) => {
    if (!("text" in value) || typeof value.text !== "string") {
      throw new UsageProblem(`Dòng ${line}: thiếu "text".`);
    }
    const wanted = "column" in value ? value.column : "owner";
    const column = COLUMNS.find((one) => one === wanted);
    if (column === undefined) {
      throw new UsageProblem(`Dòng ${line}: "column" phải là lead, support hoặc owner.`);
    }
    const reading = readOwner(value.text, column, directory);
    const { lead, support, groups, persons, unknown } = reading;
    const questions = reading.questions.map(({ text, candidates }) => ({ text, candidates }));
    return JSON.stringify({ lead, support, groups, persons, unknown, questions });
  };
}

/** Reads a directory from JSON: `[{name, abbreviation?, otherNames?, group?, headTitle?}]`. */
export function unitsOfJson(text: string, path: string): Unit[] {
  const data = parseJson(text);
  if (!Array.isArray(data)) {
    throw new UsageProblem(`Tệp “${path}” phải là một danh sách đơn vị dạng JSON.`);
  }
  return (data as unknown[]).map((item, index) => {
    const name = textOf(item, "name");
    if (name === null)
      throw new UsageProblem(`Tệp “${path}”: đơn vị thứ ${index + 1} thiếu "name".`);
    const others = isRecord(item) && Array.isArray(item.otherNames) ? item.otherNames : [];
    return {
      name,
      abbreviation: textOf(item, "abbreviation"),
      otherNames: others.filter((other) => typeof other === "string"),
      group: textOf(item, "group"),
      headTitle: textOf(item, "headTitle"),
      from: textOf(item, "from"),
      to: textOf(item, "to"),
      successor: textOf(item, "successor"),
    };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function textOf(item: unknown, key: string): string | null {
  if (!isRecord(item)) return null;
  const value = item[key];
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
