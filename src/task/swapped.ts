import type { RawTask } from "../appendix";
import {
  settleSwappedDates,
  suspectSwappedDates,
  type ColumnCell,
  type Deadline,
  type SwapSuspicion,
} from "../deadline";

/** Which of the two readings of a column typed under month-first settings the officer chose. */
export type SwapAnswer = "stored" | "swapped";

/** Columns in which a wrong day would be counted. */
export type DateRole = "deadline" | "finished";

/** The deadlines of the cells of a suspected column, by row; null when the column is not suspected. */
export type SwapReading = (raw: RawTask) => Deadline | null;

/**
 * Looks whether a date column was typed under month-first settings. Until the officer has answered,
 * each of its doubtful cells is a question with both readings.
 */
export function readSwapped(
  tasks: readonly RawTask[],
  role: DateRole,
  chosen: SwapAnswer | undefined,
): SwapReading {
  const suspicion = suspectSwappedDates(columnCells(tasks, role));
  if (suspicion === null) return () => null;
  const readings = chosen === undefined ? asked(suspicion) : settleSwappedDates(suspicion, chosen);
  return (raw) => {
    const key = cellKey(raw, role);
    return raw.dates[role] === undefined || key === null ? null : (readings.get(key) ?? null);
  };
}

function asked(suspicion: SwapSuspicion): ReadonlyMap<string, Deadline> {
  const stored = settleSwappedDates(suspicion, "stored");
  return new Map(
    suspicion.cells.flatMap((one): [string, Deadline][] => {
      const deadline = stored.get(one.cell);
      if (deadline === undefined) return [];
      const candidates = [one.stored, one.swapped];
      return [
        [
          one.cell,
          {
            ...deadline,
            kind: "unreadable",
            due: null,
            rule: "swapped-day-and-month",
            doubt: { why: "swapped-day-and-month", candidates },
          },
        ],
      ];
    }),
  );
}

function columnCells(tasks: readonly RawTask[], role: DateRole): ColumnCell[] {
  const cells = new Map<string, ColumnCell>();
  for (const raw of tasks) {
    const key = cellKey(raw, role);
    const date = raw.dates[role];
    if (key === null) continue;
    cells.set(key, {
      cell: key,
      serial: date?.serial ?? null,
      format: date?.format ?? "",
      text: date?.text ?? raw.texts[role]?.text ?? "",
    });
  }
  return [...cells.values()];
}

function cellKey(raw: RawTask, role: DateRole): string | null {
  const source = raw.texts[role];
  return source === undefined || source.row === null ? null : `${source.row}:${source.column}`;
}
