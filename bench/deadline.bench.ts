import * as vi from "chrono-node/vi";
import { readDeadline } from "../src/deadline";
import cells from "../test/deadline/fixtures/cells.json";

type Cell = (typeof cells)[number];

/** Only what a general date parser can give too: the last day, where the cell has one. */
interface Verdict {
  right: number;
  asked: number;
  wrong: number;
}

const ROUNDS = 400;

function iso(date: Date): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The last date that chrono finds; null when it finds none. */
function chronoDue(cell: Cell): string | null {
  const found = vi.parse(cell.text, new Date(cell.year ?? 2026, 0, 1, 12)).at(-1);
  return found ? iso((found.end ?? found.start).date()) : null;
}

function judge(due: string | null, asked: boolean, cell: Cell, verdict: Verdict): void {
  if (asked && cell.kind !== "unreadable") verdict.asked += 1;
  else if (due === cell.due) verdict.right += 1;
  else if (due === null) verdict.asked += 1;
  else verdict.wrong += 1;
}

/** µs a cell of each reader: the best of many rounds taken in turn, so that other work on the machine weighs alike. */
function times(...readers: readonly (() => void)[]): number[] {
  const best = readers.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round += 1) {
    readers.forEach((run, place) => {
      const begin = performance.now();
      run();
      best[place] = Math.min(best[place] ?? Infinity, performance.now() - begin);
    });
  }
  return best.map((milliseconds) => (milliseconds * 1000) / cells.length);
}

/**
 * The due day of real cells, beside chrono-node's Vietnamese locale on the same cells in the same run.
 * "Asked" is no date where the cell has one; "wrong" is another date, which nobody would notice.
 * The full reading (kind, first day, milestones, frequency) is judged for this project's reader alone,
 * since a general date parser has no such notions.
 */
export default async function deadline(): Promise<void> {
  const ours: Verdict = { right: 0, asked: 0, wrong: 0 };
  const chrono: Verdict = { right: 0, asked: 0, wrong: 0 };
  let whole = 0;
  for (const cell of cells) {
    const reading = readDeadline(cell.text, { year: cell.year });
    judge(reading.due, reading.doubt !== null, cell, ours);
    judge(chronoDue(cell), false, cell, chrono);
    const same =
      reading.kind === cell.kind &&
      reading.start === cell.start &&
      reading.due === cell.due &&
      reading.ongoing === cell.ongoing &&
      reading.every === cell.every &&
      JSON.stringify(reading.milestones) === JSON.stringify(cell.milestones);
    if (same) whole += 1;
  }
  const [ourTime = NaN, chronoTime = NaN] = times(
    () => {
      for (const cell of cells) readDeadline(cell.text, { year: cell.year });
    },
    () => {
      for (const cell of cells) chronoDue(cell);
    },
  );
  const row = (name: string, verdict: Verdict, micros: number, full: string) => ({
    reader: name,
    "due right": `${verdict.right}/${cells.length}`,
    asked: verdict.asked,
    "silently wrong": verdict.wrong,
    "whole reading": full,
    "µs a cell": micros.toFixed(1),
    "time ratio": (micros / chronoTime).toFixed(2),
  });
  console.table([
    row("readDeadline", ours, ourTime, `${whole}/${cells.length}`),
    row("chrono-node vi", chrono, chronoTime, "–"),
  ]);
  await Promise.resolve();
}
