import { Engine } from "../../src/host/formulas/engine";
import { CellError } from "../../src/host/model/cell";
import { Table, type Sheet } from "../../src/host/model/sheet";
import { Workbook } from "../../src/host/model/workbook";
import type { Area, CellValue, PlanCell, SheetPlan, WorkbookReading } from "../../src/sheet";

/** What reading a workbook would give that was written by these plans. */
export function toReading(plans: readonly SheetPlan[]): WorkbookReading {
  const tables: Record<string, WorkbookReading["tables"][string]> = {};
  const names: Record<string, CellValue> = {};
  for (const plan of plans) {
    for (const table of plan.tables) {
      const rows = table.rows.length > 0 ? table.rows : [table.columns.map(() => null)];
      tables[table.name] = {
        name: table.name,
        sheet: plan.name,
        area: {
          row: table.row,
          column: table.column,
          rows: rows.length + 1,
          columns: table.columns.length,
        },
        headers: table.columns.map(({ header }) => header),
        rows: rows.map((row) => row.map((cell) => cell ?? "")),
      };
    }
    for (const { name, area } of plan.names) {
      const cell = cellAt(plan, area);
      names[name] = typeof cell === "object" && cell !== null ? cell.expected : (cell ?? "");
    }
  }
  return {
    sheets: plans.map(({ name }) => ({ name, visible: true })),
    activeSheet: plans[0]?.name ?? "",
    grid: null,
    tables,
    names,
    settings: {},
  };
}

function cellAt(plan: SheetPlan, { row, column }: Area): PlanCell {
  for (const block of plan.blocks) {
    const line = block.cells[row - block.row];
    if (line !== undefined && column - block.column < line.length) {
      return line[column - block.column] ?? null;
    }
  }
  return null;
}

/** Formulas that give another value than the plan says, as "Sheet!Header:row expected found". */
export function computedDifferences(plans: readonly SheetPlan[]): string[] {
  const workbook = new Workbook();
  const checks: {
    sheet: Sheet;
    row: number;
    column: number;
    label: string;
    expected: CellValue;
  }[] = [];
  for (const plan of plans) {
    const sheet = workbook.addSheet(plan.name);
    for (const block of plan.blocks) {
      block.cells.forEach((line, down) =>
        line.forEach((cell, right) => {
          if (cell === null) return;
          const target = sheet.touch(block.row + down, block.column + right);
          if (typeof cell !== "object") target.value = cell;
          else {
            target.formula = cell.formula;
            checks.push({
              sheet,
              row: block.row + down,
              column: block.column + right,
              label: "block",
              expected: cell.expected,
            });
          }
        }),
      );
    }
    for (const plan_ of plan.tables) {
      const rows = plan_.rows.length > 0 ? plan_.rows : [plan_.columns.map(() => null)];
      const area = {
        row: plan_.row,
        column: plan_.column,
        rows: rows.length + 1,
        columns: plan_.columns.length,
      };
      const table = new Table(workbook.nextId("table"), plan_.name, sheet, area);
      plan_.columns.forEach(({ header, formula }, index) => {
        table.columns.push({ id: index + 1, name: header });
        sheet.touch(plan_.row, plan_.column + index).value = header;
        rows.forEach((row, down) => {
          const cell = sheet.touch(plan_.row + 1 + down, plan_.column + index);
          const value = row[index] ?? null;
          if (formula === undefined) cell.value = value ?? "";
          else {
            cell.formula = formula;
            if (plan_.rows.length === 0) return;
            checks.push({
              sheet,
              row: plan_.row + 1 + down,
              column: plan_.column + index,
              label: header,
              expected: value ?? "",
            });
          }
        });
      });
      sheet.tables.push(table);
    }
    for (const { name, area } of plan.names) {
      const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
      const at = (row: number, column: number) => `$${String.fromCharCode(65 + column)}$${row + 1}`;
      workbook.names.push({
        name,
        formula: `='${plan.name}'!${at(area.row, area.column)}:${at(last.row, last.column)}`,
        scope: null,
        visible: true,
        comment: "",
      });
    }
  }
  workbook.touch();
  const engine = new Engine(workbook, () => 0);
  return checks.flatMap(({ sheet, row, column, label, expected }) => {
    const value = engine.value(sheet, row, column);
    const found = value instanceof CellError ? value.code : value;
    const isStale = sheet.cell(row, column)?.stale !== undefined;
    return found === expected && !isStale
      ? []
      : [
          `${sheet.name}!${label}:${row + 1} ${String(expected)} ${String(found)}${isStale ? " (stale)" : ""}`,
        ];
  });
}
