import type { OwnerColumn } from "../../../src/unit";

/** Owner cells as offices write them, judged by hand one by one, with the directory to read them with. */
export interface OfficeCells {
  /** Name, group and title of the head. */
  readonly units: readonly (readonly [string, string?, string?])[];
  /**
   * Column, text, and what it says: one line each for lead, support, groups, persons, unknown bodies and
   * for every question ("ask: " with its candidates).
   */
  readonly cells: readonly (readonly [OwnerColumn, string, string])[];
}
