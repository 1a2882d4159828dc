import fc from "fast-check";
import { addDays, type Deadline, type IsoDate } from "../../src/deadline";
import type { DueKind, Milestone, ResultEntry, Settings, Task, Tracking } from "../../src/task";
import type { Unit } from "../../src/unit";

const SETTINGS: Settings = {
  plan: {
    number: "12/KH-BQL",
    date: "2024-01-15",
    title: "Kế hoạch tuyên truyền cải cách hành chính năm 2024",
    year: 2024,
    superiorAgency: "Ủy ban nhân dân tỉnh Hưng Yên",
    agency: "Ban Quản lý các khu công nghiệp",
  },
  asOf: "2024-06-14",
  warningDays: 7,
  beforeIncludesDay: null,
  basedOn: "Kế hoạch số 193/KH-UBND",
  recipient: "Sở Nội vụ tỉnh Hưng Yên",
  place: "Hưng Yên",
  signerTitle: "KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN",
  signerName: "",
};

const UNITS: readonly Unit[] = [
  "Văn phòng Ban",
  "Phòng Quản lý đầu tư",
  "Phòng Quản lý lao động",
  "Phòng Quản lý quy hoạch, xây dựng và môi trường",
].map((name) => ({
  name,
  abbreviation: null,
  otherNames: [],
  group: "Phòng chuyên môn",
  headTitle: "Trưởng phòng",
}));

/** A deadline as its text was read; only what the reports look at. */
function deadlineOf(text: string, due: IsoDate | null): Deadline {
  return {
    text,
    kind: due === null ? "ongoing" : "dated",
    start: null,
    due,
    ongoing: due === null,
    every: null,
    milestones: null,
    before: null,
    relative: null,
    rule: "test",
    evidence: [],
    leftOver: [],
    doubt: null,
  };
}

/** A dated task of the office; what a test is about is given. */
export function task(changes: Partial<Task> = {}): Task {
  const due = changes.due === undefined ? "2024-03-31" : changes.due;
  const leads = changes.leads ?? ["Văn phòng Ban"];
  return {
    code: "NV001",
    number: "1",
    section: ["I. Chỉ đạo"],
    title: "Đăng tin, bài về cải cách hành chính",
    product: "Tin, bài",
    contents: [],
    forms: [],
    audiences: [],
    leadText: leads.join("; "),
    supportText: "",
    deadlineText: due === null ? "Thường xuyên" : "Quý I",
    supports: [],
    owner: {
      lead: leads,
      support: [],
      groups: [],
      leadGroups: [],
      persons: [],
      unknown: [],
      unknownLead: [],
      questions: [],
    },
    deadline: deadlineOf("Quý I", due),
    dueKind: due === null ? "ongoing" : "dated",
    start: null,
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
    ...changes,
    due,
    leads,
  };
}

export function entry(changes: Partial<ResultEntry> = {}): ResultEntry {
  return {
    code: "NV001",
    date: "2024-03-01",
    unit: "Văn phòng Ban",
    quantity: 4,
    measure: "tin, bài",
    result: "Đăng trên Cổng thông tin điện tử",
    evidence: "",
    difficulty: "",
    source: "ngăn",
    ...changes,
  };
}

export function tracking(
  tasks: readonly Task[],
  entries: readonly ResultEntry[] = [],
  settings: Partial<Settings> = {},
): Tracking {
  return { settings: { ...SETTINGS, ...settings }, tasks, entries, units: UNITS };
}

const day = fc.integer({ min: -60, max: 420 }).map((days) => addDays("2024-01-01", days));
const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 2) =>
  fc.option(value, { nil: null, freq });
const CONTENTS = ["Ý nghĩa cải cách hành chính", "Cải cách thể chế", "Chính quyền điện tử"];
const FORMS = ["Tin, bài trên Cổng", "Tập huấn", "Lồng ghép hội nghị"];
const SECTIONS = ["I. Chỉ đạo", "II. Cổng thông tin *", "III. Hội nghị, tập huấn?"];
const UNDATED: readonly DueKind[] = [
  "recurring",
  "ongoing",
  "relative",
  "conditional",
  "none",
  "unclear",
];

const milestone: fc.Arbitrary<Milestone> = fc.record({
  due: day,
  text: fc.constant(""),
  finished: fc.oneof(fc.constant(null), day, fc.constant("unknown" as const)),
});

const randomTask: fc.Arbitrary<Omit<Task, "code">> = fc
  .record({
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant("dated" as const) },
      { weight: 1, arbitrary: fc.constant("milestones" as const) },
      { weight: 4, arbitrary: fc.constantFrom(...UNDATED) },
    ),
    due: day,
    milestones: fc.array(milestone, { minLength: 2, maxLength: 4 }),
    adjustedDue: maybe(day, 1),
    finished: maybe(day),
    done: fc.boolean(),
    cancelled: maybe(day, 1),
    lead: maybe(fc.constantFrom(...UNITS.map(({ name }) => name)), 8),
    supports: fc.uniqueArray(fc.constantFrom(...UNITS.map(({ name }) => name)), { maxLength: 3 }),
    section: maybe(fc.constantFrom(...SECTIONS), 8),
    contents: fc.uniqueArray(fc.constantFrom(...CONTENTS), { maxLength: 2 }),
    forms: fc.uniqueArray(fc.constantFrom(...FORMS), { maxLength: 2 }),
  })
  .map((one) => {
    const dated = one.kind === "dated";
    const due = dated ? one.due : null;
    return {
      ...task({
        due,
        leads: one.lead === null ? [] : [one.lead],
        supports: one.supports,
        section: one.section === null ? [] : [one.section],
        contents: one.contents,
        forms: one.forms,
        dueKind: one.kind,
        milestones: one.kind === "milestones" ? one.milestones : [],
        adjustedDue: dated ? one.adjustedDue : null,
        finished: one.kind === "milestones" ? null : one.finished,
        done: one.kind === "milestones" ? false : one.done,
        cancelled: one.cancelled,
        deadline: deadlineOf("", due),
      }),
    };
  });

const randomEntry = (tasks: number): fc.Arbitrary<ResultEntry> =>
  fc.record({
    code: fc.integer({ min: 1, max: tasks }).map(codeOf),
    date: maybe(day, 9),
    unit: fc.constantFrom(...UNITS.map(({ name }) => name)),
    quantity: maybe(fc.integer({ min: 0, max: 40 }), 4),
    measure: fc.constantFrom("tin, bài", "hội nghị", "lượt người", ""),
    result: fc.constantFrom("", "Đã đăng", "Đã tổ chức"),
    evidence: fc.constantFrom("", "BC số 12/BC-VP"),
    difficulty: fc.constantFrom("", "Thiếu kinh phí"),
    source: fc.constant("ngăn"),
  });

/** A random plan of up to `most` tasks, with entries in and around its year. */
export function randomTracking(most = 25): fc.Arbitrary<Tracking> {
  return fc.array(randomTask, { minLength: 1, maxLength: most }).chain((tasks) =>
    fc.array(randomEntry(tasks.length), { maxLength: 30 }).map((entries) =>
      tracking(
        tasks.map((one, index) => ({ ...one, code: codeOf(index + 1), number: String(index + 1) })),
        entries,
      ),
    ),
  );
}

function codeOf(number: number): string {
  return `NV${String(number).padStart(3, "0")}`;
}
