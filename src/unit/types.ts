/** One line of the directory of units (sheet Đơn vị). */
export interface Unit {
  readonly name: string;
  readonly abbreviation: string | null;
  readonly otherNames: readonly string[];
  /** Word of the group it belongs to, e.g. "Phòng chuyên môn"; null when none. */
  readonly group: string | null;
  /** Title of its head, e.g. "Chánh Văn phòng", "Trưởng phòng". */
  readonly headTitle: string | null;
  /** Valid from and to, yyyy-mm-dd; null without end. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Name of the unit that took over its work. */
  readonly successor?: string | null;
}

/** Which column the text stood in; "owner" is a single column for both roles. */
export type OwnerColumn = "lead" | "support" | "owner";

/** What a body does for a task. */
export type Role = "lead" | "support";

/** A name that could be one of several units: never decided by a score alone. */
export interface OwnerQuestion {
  readonly text: string;
  readonly role: Role;
  /** Names of the directory, the likeliest first. */
  readonly candidates: readonly string[];
}

/** What an owner cell says. Names are exactly as in the directory. */
export interface OwnerReading {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  /** Former units that the cell names, though their successors are read; missing when none. */
  readonly former?: readonly string[];
  /** Group phrases ("các phòng chuyên môn", "các đơn vị liên quan"). */
  readonly groups: readonly string[];
  /** The same group phrases when they stand in the role of lead. */
  readonly leadGroups: readonly string[];
  readonly persons: readonly string[];
  /** Bodies that the directory does not know. */
  readonly unknown: readonly string[];
  /** The unknown bodies that stand in the role of lead. */
  readonly unknownLead: readonly string[];
  readonly questions: readonly OwnerQuestion[];
}
