import type { Period } from "../../src/deadline";
import { reportingPeriod } from "../../src/deadline";
import type { CellValue, SheetGrid } from "../../src/sheet";
import type { Task, Tracking } from "../../src/task";
import { FORM_COLUMNS, type FormColumnId } from "../../src/collect/columns";
import type { Form } from "../../src/collect";

/** A plan with five departments, made for the tests of forms. */
export const DEPARTMENTS = [
  "Văn phòng Ban",
  "Phòng Quản lý đầu tư",
  "Phòng Quản lý lao động",
  "Phòng Quản lý quy hoạch và xây dựng",
  "Thanh tra Ban",
];

export const PERIOD: Period = reportingPeriod("first-half", 2024);

export function taskOf(index: number, lead: string, supports: readonly string[] = []): Task {
  return {
    code: `NV${String(index).padStart(3, "0")}`,
    number: `${index}`,
    section: ["I. Tuyên truyền"],
    title: `Đăng tin, bài số ${index} về cải cách hành chính`,
    product: "04 tin, bài",
    contents: [],
    forms: [],
    audiences: [],
    leadText: lead,
    supportText: supports.join(", "),
    deadlineText: "Quý II/2024",
    leads: [lead],
    supports,
    owner: {
      lead: [lead],
      support: supports,
      groups: [],
      leadGroups: [],
      persons: [],
      unknown: [],
      unknownLead: [],
      questions: [],
    },
    deadline: {
      text: "Quý II/2024",
      kind: "dated",
      start: "2024-04-01",
      due: "2024-06-30",
      ongoing: false,
      every: null,
      milestones: null,
      before: null,
      relative: null,
      rule: "quarter",
      evidence: [],
      leftOver: [],
      doubt: null,
    },
    dueKind: "dated",
    start: "2024-04-01",
    due: "2024-06-30",
    milestones: [],
    adjustedDue: null,
    adjustedBasis: "",
    adjustedReason: "",
    extensions: 0,
    done: false,
    finished: null,
    cancelled: null,
    note: "",
    source: null,
  };
}

export function trackingOf(tasks: readonly Task[]): Tracking {
  return {
    settings: {
      plan: {
        number: "",
        date: "",
        title: "Kế hoạch tuyên truyền cải cách hành chính năm 2024",
        year: 2024,
        superiorAgency: "UBND tỉnh Hưng Yên",
        agency: "Ban Quản lý các khu công nghiệp",
      },
      asOf: "2024-06-14",
      warningDays: 7,
      beforeIncludesDay: null,
      basedOn: "",
      recipient: "",
      place: "",
      signerTitle: "",
      signerName: "",
    },
    tasks,
    entries: [],
    units: DEPARTMENTS.map((name) => ({
      name,
      abbreviation: null,
      otherNames: [],
      group: "Phòng chuyên môn",
      headTitle: "Trưởng phòng",
    })),
  };
}

/** Twenty tasks: four a department, each helped by the next department. */
export function samplePlan(perDepartment = 4): Tracking {
  const tasks = DEPARTMENTS.flatMap((lead, department) =>
    Array.from({ length: perDepartment }, (_, index) =>
      taskOf(
        department * perDepartment + index + 1,
        lead,
        index === 0 ? [DEPARTMENTS[(department + 1) % DEPARTMENTS.length] ?? ""] : [],
      ),
    ),
  );
  return trackingOf(tasks);
}

/** The cells of a form as a grid, as if the file had been opened. */
export function gridOf(form: Form): SheetGrid {
  const [block] = form.sheet.blocks;
  const cells = (block?.cells ?? []).map((row) =>
    row.map((cell): CellValue => (cell === null || typeof cell === "object" ? "" : cell)),
  );
  return gridFrom(form.sheet.name, cells);
}

export function gridFrom(sheet: string, values: CellValue[][]): SheetGrid {
  const width = Math.max(...values.map((row) => row.length));
  const full = values.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ""),
  ]);
  return {
    sheet,
    row: 0,
    column: 0,
    values: full,
    text: full.map((row) => row.map(String)),
    numberFormats: full.map((row) => row.map(() => "General")),
    merges: [],
  };
}

/** Writes into the row of a task, as a person would. */
export function fillIn(
  grid: SheetGrid,
  code: string,
  filled: Partial<Record<FormColumnId, CellValue>>,
): SheetGrid {
  const values = grid.values.map((row) =>
    row[0] === code
      ? row.map((cell, column) => filled[FORM_COLUMNS[column]?.id ?? "code"] ?? cell)
      : [...row],
  );
  return gridFrom(grid.sheet, values);
}
