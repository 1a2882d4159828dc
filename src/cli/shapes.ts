import type { ColumnRole } from "../appendix";
import type { Session } from "../commands";
import type { Finding } from "../check";
import { columnLetters } from "../sheet";
import { plainReading } from "./lines";

/** Keys of `columns` in the answer of `read`; roles not named here keep their own name. */
const KEYS: Readonly<Partial<Record<ColumnRole, string>>> = { number: "stt" };

/** The answer of `read` as JSON data. */
export function readingShape(session: Session): object {
  const { appendix, tracking, findings } = session;
  if (!appendix) return { sheet: session.reading.activeSheet, tasks: [], findings: [] };
  const columns: Record<string, string> = {};
  for (const { role, column } of appendix.columns) {
    const key = KEYS[role] ?? role;
    if (role !== "other" && !(key in columns)) columns[key] = columnLetters(column);
  }
  const byRow = new Map(
    tracking.tasks
      .filter(({ source }) => source?.sheet === appendix.sheet)
      .map((task) => [task.source?.row ?? 0, task]),
  );
  return {
    sheet: appendix.sheet,
    problem: appendix.problem,
    headerRows: appendix.headerRows,
    columns,
    allColumns: appendix.columns.map(({ column, header, role, confidence }) => ({
      column: columnLetters(column),
      header,
      role,
      confidence,
    })),
    plan: appendix.plan,
    rows: appendix.rows,
    tasks: appendix.tasks.map((raw) => {
      const task = byRow.get(raw.row);
      const text = (...roles: readonly ColumnRole[]) =>
        roles.map((role) => raw.texts[role]?.text).find((one) => one !== undefined) ?? "";
      return {
        row: raw.row,
        code: task?.code ?? "",
        stt: raw.number,
        section: raw.section,
        task: text("task"),
        product: text("product"),
        leadText: text("lead", "owner"),
        supportText: text("support"),
        deadlineText: text("deadline"),
        lead: task?.owner.lead ?? [],
        support: task?.owner.support ?? [],
        groups: task?.owner.groups ?? [],
        unknown: task?.owner.unknown ?? [],
        deadline: task ? plainReading(task.deadline) : null,
        inherited: Object.entries(raw.texts)
          .filter(([, source]) => source.inherited)
          .map(([role]) => KEYS[role as ColumnRole] ?? role),
      };
    }),
    questions: session.questions.map(({ kind, cells, text, answers }) => ({
      kind,
      cells,
      text,
      answers: answers.map(({ label }) => label),
    })),
    findings: findings.map(findingShape),
  };
}

/** One finding as JSON data. */
export function findingShape(finding: Finding): object {
  const { rule, severity, sheet, cell, task, message, advice, candidates, fix } = finding;
  return {
    rule,
    severity,
    sheet,
    cell,
    task,
    message,
    advice,
    candidates,
    ...(fix ? { fix: { cell: fix.cell, before: fix.before, after: fix.after } } : {}),
  };
}
