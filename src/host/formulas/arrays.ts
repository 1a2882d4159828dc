import type { Scalar } from "../model/cell";
import { CellError } from "../model/cell";
import { Beyond, isReference, Matrix, type Calculator, type Value } from "./values";

const missing = CellError.of("#N/A");
/** Cells that one array may hold; a whole column is more. */
const mostCells = 200_000;

/** Whether a value has more than one cell. */
export const isSeveral = (value: Value): boolean =>
  value instanceof Matrix || (isReference(value) && value.area.rows * value.area.columns > 1);

/** The cells of a value in rows. */
export function matrixOf(engine: Calculator, value: Value): Matrix {
  if (value instanceof Matrix) return value;
  if (!isReference(value)) return new Matrix([[value]]);
  const { sheet, area } = value;
  if (area.rows * area.columns > mostCells) throw new Beyond("array of a whole column");
  const columns = Array.from(
    { length: area.columns },
    (_, right) => engine.vector(sheet, area.column + right, area.row, area.rows).values,
  );
  const cell = (down: number, right: number): Scalar | null => {
    const found = columns[right]?.[down];
    return found === undefined || found === "" ? engine.at(value, down, right) : found;
  };
  return new Matrix(
    Array.from({ length: area.rows }, (_, down) =>
      columns.map((_column, right) => cell(down, right)),
    ),
  );
}

/**
 * Does to each cell what `act` does to single values: a row or column beside a block counts for all
 * its rows or columns, what has no partner is #N/A. `spread` says which values are taken cell by cell.
 */
export function spreadOver(
  engine: Calculator,
  values: readonly Value[],
  spread: (index: number) => boolean,
  act: (values: readonly Value[]) => Scalar | null,
): Value {
  const blocks = values.map((value, index) =>
    spread(index) && isSeveral(value) ? matrixOf(engine, value).rows : null,
  );
  const height = Math.max(0, ...blocks.map((rows) => rows?.length ?? 0));
  if (height === 0) return act(values);
  const width = Math.max(...blocks.map((rows) => rows?.[0]?.length ?? 0));
  const pick = (rows: Matrix["rows"], down: number, right: number): Scalar | null => {
    const line = rows.length === 1 ? rows[0] : rows[down];
    const found = line?.length === 1 ? line[0] : line?.[right];
    return found === undefined ? missing : found;
  };
  return new Matrix(
    Array.from({ length: height }, (_, down) =>
      Array.from({ length: width }, (_none, right) =>
        act(
          values.map((value, index) => {
            const rows = blocks[index];
            return rows ? pick(rows, down, right) : value;
          }),
        ),
      ),
    ),
  );
}
