import type { Session } from "../commands/types";

/**
 * Code of the task that a sheet's row (from 1) is about: a row of the appendix, or a row of one of
 * the add-in's tables that holds the code. null when the row is about none.
 */
export function taskInRow(session: Session, sheet: string, row: number): string | null {
  const { tasks } = session.tracking;
  const own = tasks.find((task) => task.source?.sheet === sheet && task.source.row === row);
  if (own) return own.code;
  const codes = new Set(tasks.map((task) => task.code));
  for (const table of Object.values(session.reading.tables)) {
    if (table.sheet !== sheet) continue;
    const cells = table.rows[row - 2 - table.area.row];
    const code = cells?.find((cell) => typeof cell === "string" && codes.has(cell));
    if (typeof code === "string") return code;
  }
  return null;
}
