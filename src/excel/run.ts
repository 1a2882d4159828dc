import { asProblem, ExcelProblem, maySucceedAgain } from "./problem";

/** A step of long work: codes, so that the words can be in the officer's language. */
export interface ExcelProgress {
  readonly step: "reading" | "writing" | "verifying" | "cell-edit";
  /** 0 to 1. */
  readonly done: number;
}

export interface RunOptions {
  readonly onProgress?: (progress: ExcelProgress) => void;
  readonly signal?: AbortSignal;
  /** Milliseconds to wait for an answer; Excel on the web may never give one. */
  readonly timeout?: number;
}

/** How one request after another is sent. */
export interface Conversation {
  readonly context: Excel.RequestContext;
  /** Sends what is queued, and stops where the officer cancelled or Excel does not answer. */
  readonly sync: () => Promise<void>;
}

const READ_TIMEOUT = 30_000;
const WRITE_TIMEOUT = 120_000;
const CELL_EDIT_PAUSE = 500;
const CELL_EDIT_PATIENCE = 60_000;

/**
 * Runs a batch that only reads. A fault that may pass is tried once more; while a cell is being
 * edited it waits and goes on by itself.
 */
export function reading<Result>(
  options: RunOptions,
  batch: (conversation: Conversation) => Promise<Result>,
): Promise<Result> {
  return run(options, READ_TIMEOUT, true, batch);
}

/** Runs a batch that writes: never repeated by itself, since part of it may have landed. */
export function writing<Result>(
  options: RunOptions,
  batch: (conversation: Conversation) => Promise<Result>,
): Promise<Result> {
  return run(options, WRITE_TIMEOUT, false, batch);
}

async function run<Result>(
  options: RunOptions,
  patience: number,
  repeatable: boolean,
  batch: (conversation: Conversation) => Promise<Result>,
): Promise<Result> {
  const timeout = options.timeout ?? patience;
  const giveUpOnEditing = Date.now() + CELL_EDIT_PATIENCE;
  let repeated = !repeatable;
  let sent = 0;
  const attempt = () =>
    Excel.run((context) =>
      batch({
        context,
        sync: async () => {
          stopIfCancelled(options.signal, sent > 0 && !repeatable);
          // What only reads can be let go of at once; a write is waited for, since it may land.
          const stop = repeatable ? options.signal : undefined;
          await withinTime(context.sync(), timeout, !repeatable, stop);
          sent += 1;
        },
      }),
    );
  for (;;) {
    sent = 0;
    stopIfCancelled(options.signal, false);
    try {
      return await attempt();
    } catch (error) {
      const problem = asProblem(error);
      // Excel refuses the whole request while a cell is edited, so nothing of it has landed.
      if (problem.kind === "cell-edit" && sent === 0 && Date.now() < giveUpOnEditing) {
        options.onProgress?.({ step: "cell-edit", done: 0 });
        await pause(CELL_EDIT_PAUSE, options.signal);
      } else if (!repeated && maySucceedAgain(error)) {
        repeated = true;
      } else {
        throw problem;
      }
    }
  }
}

function stopIfCancelled(signal: AbortSignal | undefined, written: boolean): void {
  if (signal?.aborted) throw new ExcelProblem("cancelled", "", "", written);
}

function withinTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
  written: boolean,
  signal: AbortSignal | undefined,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new ExcelProblem("cancelled"));
    const timer = setTimeout(
      () => reject(new ExcelProblem("not-answering", "", "", written)),
      milliseconds,
    );
    signal?.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    });
  });
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new ExcelProblem("cancelled"));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** Whether this Excel can do what the add-in needs at least (Excel 2021 and later). */
export function isRecentEnough(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.13");
}
