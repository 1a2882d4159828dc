import type { Consolidation, Decisions, Form } from "../collect";
import type { ReturnedFile } from "../commands/types";
import type { IsoDate, Period } from "../deadline";

/** A file that came back, as it was picked. */
export interface PickedFile extends ReturnedFile {
  readonly bytes: Uint8Array;
}

/** What taking the picked files would do, for the period and the day that were asked for then. */
export interface FormsLook {
  readonly period: Period;
  readonly sendBy: IsoDate | null;
  readonly consolidation: Consolidation;
}

/** The units' report forms in this pane: those made, and those that came back and are not written yet. */
export interface FormsState {
  readonly made: { readonly period: Period; readonly forms: readonly Form[] } | null;
  readonly files: readonly PickedFile[];
  readonly unreadable: readonly { readonly fileName: string; readonly message: string }[];
  /** Units that the officer named, by file name. */
  readonly units: Readonly<Record<string, string>>;
  /** What the officer chose for conflicts. */
  readonly decisions: Decisions;
  readonly look: FormsLook | null;
}

export const NO_FORMS: FormsState = {
  made: null,
  files: [],
  unreadable: [],
  units: {},
  decisions: {},
  look: null,
};
