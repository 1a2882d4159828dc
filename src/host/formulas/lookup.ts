import { CellError, type Scalar } from "../model/cell";
import { compareValues } from "./coerce";
import { hasWildcard, keysOf, wildcard } from "./criteria";
import { Beyond } from "./values";
import type { Calculator, Reference } from "./values";

const missing = CellError.of("#N/A");

/** The values of one row or column. */
function lineOf(engine: Calculator, reference: Reference): readonly Scalar[] {
  const { sheet, area } = reference;
  if (area.columns === 1) return engine.vector(sheet, area.column, area.row, area.rows).values;
  const values: Scalar[] = [];
  for (let right = 0; right < area.columns; right++)
    values.push(engine.at(reference, 0, right) ?? "");
  return values;
}

/** The key of a value in a column's index; an error is never looked for. */
const keyOf = (value: string | number | boolean): string => keysOf(value)[0] ?? "";

/** Place (from 1) of a value in one row or column as MATCH gives it; exact or the last that is not above. */
export function match(
  engine: Calculator,
  wanted: Scalar | null,
  reference: Reference,
  exact: boolean,
): number | CellError {
  const { sheet, area } = reference;
  if (area.columns !== 1 && area.rows !== 1) return missing;
  if (wanted === null) return missing;
  if (wanted instanceof CellError) return wanted;
  if (!exact) return lastNotAbove(lineOf(engine, reference), wanted);
  if (typeof wanted === "string" && hasWildcard(wanted)) {
    const pattern = wildcard(wanted);
    const fits = (value: Scalar): boolean => typeof value === "string" && pattern.test(value);
    return placeOf(lineOf(engine, reference).findIndex(fits));
  }
  const key = keyOf(wanted);
  const alike = (value: Scalar): boolean =>
    !(value instanceof CellError) && typeof value === typeof wanted && keyOf(value) === key;
  if (area.columns !== 1) return placeOf(lineOf(engine, reference).findIndex(alike));
  const vector = engine.vector(sheet, area.column, area.row, area.rows);
  const places = vector.index().get(key) ?? [];
  return placeOf(places.find((place) => alike(vector.values[place] ?? "")) ?? -1);
}

const placeOf = (index: number): number | CellError => (index < 0 ? missing : index + 1);

/** Excel halves a sorted list; what it finds in an unsorted one depends on its way of halving. */
function lastNotAbove(values: readonly Scalar[], wanted: Scalar): number | CellError {
  let before: Scalar | null = null;
  let found = -1;
  values.forEach((value, index) => {
    if (value === "" || typeof value !== typeof wanted || value instanceof CellError) return;
    if (before !== null && compareValues(before, value) > 0) throw new Beyond("unsorted list");
    before = value;
    if (compareValues(value, wanted) <= 0) found = index;
  });
  return placeOf(found);
}
