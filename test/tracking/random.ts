import fc from "fast-check";
import { addDays } from "../../src/deadline";
import {
  deadlineReader,
  dueOf,
  ownerReader,
  readOwners,
  type ResultEntry,
  type Task,
  type Tracking,
} from "../../src/task";
import { createDirectory } from "../../src/unit";
import { PLAN, SETTINGS, UNITS } from "../task/fixtures";

const DEADLINES = [
  "Quý I",
  "30/9/2024",
  "Thường xuyên",
  "Hằng tháng",
  "Khi có yêu cầu",
  "31/6/2024",
  "",
  "Trước ngày 15/6/2024",
  "Trước ngày 01/4/2024",
  "Quý II, IV",
  "Quý I, III",
  "10 ngày làm việc sau khi ban hành",
];
const LEADS = [
  ...UNITS.map(({ name }) => name),
  "Các phòng chuyên môn",
  "Văn phòng Ban, Phòng Quản lý đầu tư",
  "",
  "Sở Nội vụ",
];
const SUPPORTS = [
  "",
  "Văn phòng Ban",
  "Các phòng chuyên môn",
  "Phòng Quản lý đầu tư; Phòng Quản lý lao động",
  "Văn phòng Ban, Các đơn vị liên quan",
  "Công an tỉnh",
];
const TURNS = ["2024-03-31", "2024-04-01", "2024-06-14", "2024-06-15", "2024-06-30", "2024-09-30"];
const directory = createDirectory(UNITS);
const owners = ownerReader(directory);
const deadlines = deadlineReader({ year: PLAN.year });

/** Mostly the days on which something turns: due days, cut-offs and their neighbours. */
const day = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TURNS) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 420 }).map((days) => addDays("2023-12-01", days)),
  },
);
const words = fc.constantFrom(
  "",
  "Đăng tin, bài",
  "- Tổ chức\n- Báo cáo",
  "=1+1",
  "02/2024",
  "Quý “II”",
);
const badDate = fc.constantFrom("tuần trước", "31/6/2024", "chưa");

const taskParts = fc.record({
  number: fc.constantFrom("1.10", "a)", "2", ""),
  section: fc.constantFrom([], ["I. Tuyên truyền"], ["I. Tuyên truyền", "1. Tin, bài"]),
  title: fc.constantFrom("Ban hành Kế hoạch", "Đăng tin, bài: dịch vụ công", "- Khảo sát"),
  product: words,
  forms: fc.constantFrom([], ["Tin, bài trên Cổng thông tin điện tử"], ["A", "B"]),
  leadText: fc.constantFrom(...LEADS),
  supportText: fc.constantFrom(...SUPPORTS),
  deadlineText: fc.constantFrom(...DEADLINES),
  due: fc.option(day, { freq: 4 }),
  adjustedDue: fc.option(day, { freq: 4 }),
  adjustedBasis: words,
  extensions: fc.nat(2),
  done: fc.boolean(),
  finished: fc.option(day),
  cancelled: fc.option(day, { freq: 10 }),
  milestoneFinishes: fc.array(fc.oneof(fc.constantFrom("unknown" as const, null), fc.option(day)), {
    minLength: 2,
    maxLength: 2,
  }),
  note: words,
  unread: fc.option(fc.record({ finished: badDate }, { requiredKeys: [] }), { freq: 10 }),
  dueText: fc.option(badDate, { freq: 20 }),
  milestoneText: fc.option(badDate, { freq: 20 }),
  row: fc.option(fc.integer({ min: 1, max: 500 })),
});

type Parts = typeof taskParts extends fc.Arbitrary<infer Value> ? Value : never;

function taskOf(parts: Parts, place: number): Task {
  const deadline = deadlines(parts.deadlineText);
  const owner = readOwners(parts.leadText, parts.supportText, false, owners);
  const reading = dueOf(deadline);
  const isPlain = reading.dueKind !== "milestones";
  const withDue =
    isPlain && parts.due !== null
      ? { ...reading, dueKind: "dated" as const, due: parts.due }
      : reading;
  const unread = {
    ...(parts.unread?.finished !== undefined ? { finished: parts.unread.finished } : {}),
    ...(parts.dueText !== null ? { due: parts.dueText } : {}),
  };
  const due = parts.dueText !== null ? null : withDue.due;
  return {
    code: `NV${String(place + 1).padStart(3, "0")}`,
    number: parts.number,
    section: parts.section,
    title: parts.title,
    product: parts.product,
    contents: [],
    forms: parts.forms,
    audiences: [],
    leadText: parts.leadText,
    supportText: parts.supportText,
    deadlineText: parts.deadlineText,
    leads: owner.lead,
    supports: owner.support,
    owner,
    deadline,
    ...withDue,
    due,
    milestones: withDue.milestones.map((milestone, index) => ({
      ...milestone,
      finished: parts.milestoneFinishes[index] ?? null,
      ...(parts.milestoneText !== null && index === 0 && parts.milestoneFinishes[0] === null
        ? { unread: { finished: parts.milestoneText } }
        : {}),
    })),
    adjustedDue: parts.adjustedDue,
    adjustedBasis: parts.adjustedBasis,
    adjustedReason: "",
    extensions: parts.extensions,
    done: parts.done,
    finished: parts.unread?.finished !== undefined ? null : parts.finished,
    cancelled: parts.cancelled,
    note: parts.note,
    ...readOf(parts),
    ...(Object.keys(unread).length > 0 ? { unread } : {}),
    source:
      parts.row === null
        ? null
        : { sheet: "Phụ lục", row: parts.row, columns: { task: 1, lead: 3, deadline: 5 } },
  };
}

function readOf(parts: Parts): Pick<Task, "read"> {
  const read = {
    title: parts.title,
    lead: parts.leadText,
    support: parts.supportText,
    deadline: parts.deadlineText,
    result: parts.done ? '{"finished":"x"}' : "",
  };
  const kept = Object.fromEntries(Object.entries(read).filter(([, text]) => text !== ""));
  return { read: kept };
}

const entryParts = fc.record({
  place: fc.nat(20),
  date: fc.option(day),
  unit: fc.constantFrom("", "Văn phòng Ban"),
  quantity: fc.option(fc.constantFrom(1, 4, 150, 1.5)),
  measure: fc.constantFrom("", "tin, bài"),
  result: words,
  evidence: words,
  difficulty: words,
  source: fc.constantFrom("phụ lục", "ngăn"),
  badDate: fc.option(badDate, { freq: 12 }),
});

/** Trackings with every kind of task, in a normal state as the add-in makes them. */
export const randomTracking: fc.Arbitrary<Tracking> = fc
  .record({
    tasks: fc.array(taskParts, { minLength: 1, maxLength: 12 }),
    entries: fc.array(entryParts, { maxLength: 12 }),
    asOf: day,
    beforeIncludesDay: fc.constantFrom(true, false, null),
    warningDays: fc.constantFrom(0, 7, 15),
  })
  .map(({ tasks, entries, asOf, beforeIncludesDay, warningDays }) => ({
    settings: { ...SETTINGS, asOf, beforeIncludesDay, warningDays },
    tasks: tasks.map(taskOf).map((task) => normalDue(task, beforeIncludesDay)),
    entries: entries.map(({ place, badDate: unread, ...parts }): ResultEntry => {
      const entry = { code: `NV${String((place % tasks.length) + 1).padStart(3, "0")}`, ...parts };
      return unread === null ? entry : { ...entry, date: null, unread: { date: unread } };
    }),
    units: UNITS,
    lists: { contents: ["A", "B"], forms: ["C"], audiences: [] },
  }));

/** With X counted, "trước ngày X" shows X: a due day typed as X means the same. */
function normalDue(task: Task, beforeIncludesDay: boolean | null): Task {
  const { before, due } = task.deadline;
  return beforeIncludesDay === true && before !== null && task.due === before
    ? { ...task, due }
    : task;
}
