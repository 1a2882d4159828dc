import { StandInBridge, type Bridge } from "./bridge";
import { Counters } from "./counters";
import { Faults } from "./faults";
import { emptyWorkbook, readWorkbook } from "./file/read";
import { writeWorkbook, type Saved } from "./file/write";
import { Host } from "./host";
import { createOfficer, type Officer } from "./officer";
import { staleFormulas } from "./stale";
import { createView, type View } from "./view";

export { UnreadableFile } from "../package";
export { OfficerRefused } from "./errors";
export type { Bridge } from "./bridge";
export type { Counters } from "./counters";
export type { Faults } from "./faults";
export type { Officer } from "./officer";
export type { View } from "./view";

export interface StandInOptions {
  /** The clock, for TODAY() and for dates typed without a year. */
  readonly now?: () => Date;
  /** AutoCorrect fills calculated columns of tables (Excel's default: on). */
  readonly autoFill?: boolean;
  /** Highest version of ExcelApi that the stand-in says it has. */
  readonly apiVersion?: string;
}

/** A workbook in memory that answers the client of Office.js as Excel would. */
export interface StandIn {
  readonly bridge: Bridge;
  readonly apiVersion: string;
  readonly counters: Counters;
  readonly faults: Faults;
  /** What a person does by hand. */
  readonly officer: Officer;
  /** What a page needs to draw the workbook. */
  readonly view: View;
  /** Writes the workbook as .xlsx; `lost` says in Vietnamese what of the opened file was not kept or not computed. */
  save(): Promise<Saved>;
  /** Calls back after each request and each act of the officer; returns how to stop. */
  onChange(listener: () => void): () => void;
}

/**
 * Opens an .xlsx, or a new workbook with one empty sheet (null).
 * Throws UnreadableFile, with a sentence for the officer, for what is not a workbook.
 */
export async function openWorkbook(
  bytes: Uint8Array | null,
  options: StandInOptions = {},
): Promise<StandIn> {
  const workbook = bytes ? await readWorkbook(bytes) : emptyWorkbook();
  const host = new Host(workbook, {
    now: options.now ?? (() => new Date()),
    autoFill: options.autoFill ?? true,
  });
  await host.engine.loadFor(host.engine.formulas());
  const counters = new Counters();
  const faults = new Faults();
  const bridge = new StandInBridge(host, counters, faults);
  return {
    bridge,
    counters,
    faults,
    officer: createOfficer(host, () => {
      bridge.flushEvents();
      host.tell();
    }),
    view: createView(host),
    apiVersion: options.apiVersion ?? "1.21",
    save: async () => {
      const saved = await writeWorkbook(host);
      workbook.changed = false;
      return { ...saved, lost: [...saved.lost, ...staleFormulas(workbook)] };
    },
    onChange: (listener) => {
      host.listeners.add(listener);
      return () => host.listeners.delete(listener);
    },
  };
}
