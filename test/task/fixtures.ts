import type { Appendix, ColumnRole, PlanFacts, RawTask } from "../../src/appendix";
import { readDeadline } from "../../src/deadline";
import { dueOf, type Settings, type Task } from "../../src/task";
import { createDirectory, readOwner, type Unit } from "../../src/unit";

export const PLAN: PlanFacts = {
  number: "",
  date: "",
  title: "Tuyên truyền cải cách hành chính năm 2024",
  year: 2024,
  superiorAgency: "",
  agency: "",
};

export const SETTINGS: Settings = {
  plan: PLAN,
  asOf: "2024-06-14",
  warningDays: 7,
  beforeIncludesDay: null,
  basedOn: "",
  recipient: "",
  place: "",
  signerTitle: "",
  signerName: "",
};

export const UNITS: readonly Unit[] = [
  unit("Văn phòng Ban"),
  unit("Phòng Quản lý đầu tư"),
  unit("Phòng Quản lý lao động"),
];

function unit(name: string): Unit {
  return { name, abbreviation: null, otherNames: [], group: null, headTitle: null };
}

/** A task with the deadline that its text gives. */
export function makeTask(changes: Partial<Task> = {}): Task {
  const deadlineText = changes.deadlineText ?? "";
  const deadline = readDeadline(deadlineText, { year: 2024 });
  return {
    code: "NV001",
    number: "1",
    section: [],
    title: "Đăng tin, bài",
    product: "",
    contents: [],
    forms: [],
    audiences: [],
    leadText: "",
    supportText: "",
    deadlineText,
    leads: [],
    supports: [],
    owner: readOwner("", "lead", createDirectory([])),
    deadline,
    ...dueOf(deadline),
    adjustedDue: null,
    adjustedBasis: "",
    adjustedReason: "",
    extensions: 0,
    done: false,
    finished: null,
    cancelled: null,
    note: "",
    source: null,
    ...changes,
  };
}

/** The cells of a row by role; a date cell is given by its serial number. */
export type RowCells = Readonly<Partial<Record<ColumnRole, string>>>;

const ROLES: readonly ColumnRole[] = [
  "number",
  "task",
  "product",
  "lead",
  "support",
  "deadline",
  "finished",
  "quantity",
  "result",
  "note",
];

/** An appendix of plain text cells: one row for each task from row 8 on, in the columns A to J. */
export function makeAppendix(
  rows: readonly RowCells[],
  changes: {
    readonly sheet?: string;
    readonly plan?: PlanFacts;
    readonly roles?: readonly ColumnRole[];
  } = {},
): Appendix {
  const roles = changes.roles ?? ROLES;
  return {
    sheet: changes.sheet ?? "Phụ lục",
    problem: null,
    table: null,
    headerRows: [6],
    columns: roles.map((role, column) => ({
      column,
      header: role,
      role,
      confidence: 1,
      reason: "",
      alternatives: [],
    })),
    fingerprint: "",
    plan: changes.plan ?? PLAN,
    rows: [],
    tasks: rows.map((cells, index): RawTask => {
      const row = index + 8;
      return {
        row,
        number: cells.number ?? String(index + 1),
        section: [],
        texts: Object.fromEntries(
          roles.map((role, column) => [
            role,
            { text: cells[role] ?? "", row, column, inherited: false },
          ]),
        ),
        dates: {},
      };
    }),
  };
}
