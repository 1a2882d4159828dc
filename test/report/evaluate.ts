import { columnLetters, type CellValue, type SheetPlan } from "../../src/sheet";
import { Engine } from "../../src/host/formulas/engine";
import { CellError } from "../../src/host/model/cell";
import { Table, type Sheet } from "../../src/host/model/sheet";
import { Workbook } from "../../src/host/model/workbook";

/** A formula of a plan with the value that it must give and the one that it gave. */
export interface Computed {
  readonly at: string;
  readonly formula: string;
  readonly expected: CellValue;
  readonly found: CellValue;
}

/** Lays sheet plans into a workbook in memory and computes all their formulas. */
export function evaluatePlans(plans: readonly SheetPlan[]): readonly Computed[] {
  const workbook = new Workbook();
  const engine = new Engine(workbook, () => 45457);
  const asked: {
    sheet: Sheet;
    row: number;
    column: number;
    formula: string;
    expected: CellValue;
  }[] = [];
  for (const plan of plans) workbook.addSheet(plan.name);
  for (const plan of plans) {
    const sheet = workbook.sheet(plan.name);
    if (sheet === undefined) throw new Error(`no sheet ${plan.name}`);
    const put = (row: number, column: number, value: CellValue) => {
      sheet.touch(row, column).value = value;
    };
    const formula = (row: number, column: number, text: string, expected: CellValue) => {
      sheet.touch(row, column).formula = text;
      asked.push({ sheet, row, column, formula: text, expected });
    };
    for (const block of plan.blocks) {
      block.cells.forEach((cells, down) =>
        cells.forEach((cell, right) => {
          const [row, column] = [block.row + down, block.column + right];
          if (cell === null) return;
          if (typeof cell === "object") formula(row, column, cell.formula, cell.expected);
          else put(row, column, cell);
        }),
      );
    }
    for (const table of plan.tables) {
      const area = {
        row: table.row,
        column: table.column,
        rows: table.rows.length + 1,
        columns: table.columns.length,
      };
      const native = new Table(workbook.nextId("table"), table.name, sheet, area);
      table.columns.forEach((column, right) => {
        put(table.row, table.column + right, column.header);
        native.columns.push({ id: right + 1, name: column.header });
      });
      sheet.tables.push(native);
      table.rows.forEach((cells, down) =>
        cells.forEach((cell, right) => {
          const [row, column] = [table.row + 1 + down, table.column + right];
          const text = table.columns[right]?.formula;
          if (text !== undefined) formula(row, column, text, cell ?? "");
          else if (cell !== null) put(row, column, cell);
        }),
      );
    }
    for (const name of plan.names) {
      const { row, column, rows, columns } = name.area;
      const last = `$${columnLetters(column + columns - 1)}$${row + rows}`;
      const formulaOfName = `='${plan.name}'!$${columnLetters(column)}$${row + 1}${rows * columns > 1 ? `:${last}` : ""}`;
      const scope = name.scope === "sheet" ? sheet : null;
      const list = scope ? sheet.names : workbook.names;
      list.push({ name: name.name, formula: formulaOfName, scope, visible: true, comment: "" });
    }
  }
  workbook.round += 1;
  return asked.map(({ sheet, row, column, formula, expected }) => {
    const value = engine.value(sheet, row, column);
    return {
      at: `${sheet.name}!${columnLetters(column)}${row + 1}`,
      formula,
      expected,
      found: value instanceof CellError ? `#${JSON.stringify(value)}` : value,
    };
  });
}

/** The formulas whose value differs from the engine's. */
export function differences(plans: readonly SheetPlan[]): readonly Computed[] {
  return evaluatePlans(plans).filter(({ expected, found }) =>
    typeof expected === "number" && typeof found === "number"
      ? Math.abs(expected - found) > 1e-9
      : expected !== found,
  );
}
