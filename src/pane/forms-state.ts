import type { Consolidation, Decisions, Form, ReturnedForm } from "../collect";
import type { IsoDate, Period } from "../deadline";

/** A file that came back: what it says, and its bytes, by which it is known when it is picked again. */
export interface PickedFile extends ReturnedForm {
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
