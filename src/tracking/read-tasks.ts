import type { IsoDate } from "../deadline";
import type { TableGrid } from "../sheet";
import {
  codeMaker,
  NO_DUE,
  readOwners,
  type DateField,
  type DeadlineReader,
  type DueKind,
  type Milestone,
  type OwnerReader,
  type ReadField,
  type Task,
} from "../task";
import { comparisonKey } from "../text";
import type { Directory } from "../unit";
import {
  DONE_WORD,
  DUE_KIND_WORDS,
  MILESTONE_COLUMNS,
  SHEETS,
  TABLES,
  TASK_COLUMNS,
} from "./names";
import { readLeads, readSupports } from "./owner-cells";
import { readDay, readList, readNumber, readRows, type TableRow } from "./read-table";

type ColumnId = keyof typeof TASK_COLUMNS;
type MilestoneId = keyof typeof MILESTONE_COLUMNS;

const COMPUTED: ReadonlySet<ColumnId> = new Set<ColumnId>([
  "latestResult",
  "totalQuantity",
  "status",
  "dueCounted",
  "finishCounted",
  "cancelCounted",
  "doneClass",
  "inputError",
  "nextDue",
  "supportKey",
]);
const MILESTONE_COMPUTED: ReadonlySet<MilestoneId> = new Set<MilestoneId>([
  "title",
  "status",
  "taskRow",
  "dueCounted",
  "finishCounted",
  "late",
  "inputError",
]);

const READ_COLUMNS = {
  number: "readNumber",
  section: "readSection",
  title: "readTitle",
  product: "readProduct",
  lead: "readLead",
  support: "readSupport",
  deadline: "readDeadline",
  note: "readNote",
  result: "readResult",
} as const satisfies Record<ReadField, ColumnId>;

/** Beyond so many rows the formulas take seconds to compute. */
const MANY_MILESTONES = 2_000;

/** What reading the rows needs to understand their owner and time cells. */
export interface TaskReaders {
  readonly directory: Directory;
  readonly owners: OwnerReader;
  readonly deadlines: DeadlineReader;
  readonly columns: (text: string) => NonNullable<Task["source"]>["columns"];
  /** "Trước ngày X" counts X itself: the sheet then shows X as the due day. */
  readonly beforeIncludesDay: boolean | null;
}

/** A table read: what it holds, and what could not be read. */
export interface TableReading<Item> {
  readonly items: readonly Item[];
  readonly problems: readonly string[];
}

/** Milestones by code of their task, in the order of the sheet. */
export type MilestonesByCode = ReadonlyMap<string, readonly Milestone[]>;

/** Reads the table MocThoiHan. */
export function readMilestones(table: TableGrid | undefined): {
  readonly byCode: MilestonesByCode;
  readonly problems: readonly string[];
} {
  const byCode = new Map<string, Milestone[]>();
  if (table === undefined) return { byCode, problems: [] };
  const { rows, missing } = readRows(table, MILESTONE_COLUMNS, MILESTONE_COMPUTED);
  const problems = missingColumns(TABLES.milestones, missing, MILESTONE_COLUMNS);
  if (rows.length > MANY_MILESTONES) {
    problems.push(
      `Trang ${SHEETS.milestones} có ${rows.length} dòng, Excel tính lại sẽ chậm: nhiệm vụ định kỳ không cần ghi từng mốc.`,
    );
  }
  for (const row of rows) {
    const due = readDay(row.value("due"));
    const finished = readDay(row.value("finished"));
    const unread = {
      ...(due.date === null ? { due: due.unread ?? "" } : {}),
      ...(finished.unread === undefined ? {} : { finished: finished.unread }),
    };
    for (const [field, text] of Object.entries(unread)) {
      problems.push(
        unreadDate(SHEETS.milestones, row, MILESTONE_COLUMNS[field as "due" | "finished"], text),
      );
    }
    const isDone = sameWord(row.text("progress"), DONE_WORD);
    const milestone: Milestone = {
      due: due.date ?? NO_DUE,
      text: row.text("text"),
      finished: finished.date ?? (isDone ? "unknown" : null),
      ...(Object.keys(unread).length > 0 ? { unread } : {}),
    };
    const code = row.text("code");
    byCode.set(code, [...(byCode.get(code) ?? []), milestone]);
  }
  return { byCode, problems };
}

/** Reads the table NhiemVu. `usedCodes` are codes that other tables name: a new code is never one of them. */
export function readTasks(
  table: TableGrid,
  milestones: MilestonesByCode,
  usedCodes: readonly string[],
  readers: TaskReaders,
): TableReading<Task> {
  const { rows, missing } = readRows(table, TASK_COLUMNS, COMPUTED);
  const problems = missingColumns(TABLES.tasks, missing, TASK_COLUMNS);
  const codes = rows.map((row) => row.text("code"));
  const nextCode = codeMaker([...codes, ...usedCodes].map((code) => ({ code })));
  const seen = new Set<string>();
  const items = rows.map((row, index) => {
    const written = codes[index] ?? "";
    const isNew = written === "" || seen.has(written);
    const code = isNew ? nextCode() : written;
    if (written !== "" && isNew) {
      problems.push(
        `Trang ${SHEETS.tasks}, dòng ${row.row}: mã ${written} đã có ở dòng khác, dòng này nhận mã ${code}.`,
      );
    }
    seen.add(code);
    return readTask(row, code, isNew ? [] : (milestones.get(code) ?? []), readers, problems);
  });
  for (const code of milestones.keys()) {
    if (!seen.has(code)) {
      problems.push(
        `Trang ${SHEETS.milestones}: mốc của mã “${code}” không thuộc nhiệm vụ nào ở trang ${SHEETS.tasks}.`,
      );
    }
  }
  return { items, problems };
}

function readTask(
  row: TableRow<ColumnId>,
  code: string,
  milestones: readonly Milestone[],
  readers: TaskReaders,
  problems: string[],
): Task {
  const unread: Partial<Record<DateField, string>> = {};
  const day = (field: DateField): IsoDate | null => {
    const reading = readDay(row.value(field));
    if (reading.unread !== undefined) {
      unread[field] = reading.unread;
      problems.push(unreadDate(SHEETS.tasks, row, TASK_COLUMNS[field], reading.unread));
    }
    return reading.date;
  };
  const columns = readers.columns(row.text("sourceColumns"));
  const leadText = row.text("readLead");
  const supportText = row.text("readSupport");
  const owner = readOwners(leadText, supportText, columns.owner !== undefined, readers.owners);
  const deadlineText = row.text("deadlineText");
  const deadline = readers.deadlines(deadlineText);
  const toLetter = (date: IsoDate | null) =>
    readers.beforeIncludesDay === true && date !== null && date === deadline.before
      ? deadline.due
      : date;
  const start = day("start");
  const due = toLetter(day("due"));
  const adjustedDue = day("adjustedDue");
  const finished = day("finished");
  const cancelled = day("cancelled");
  const extensions = readNumber(row.value("extensions"));
  const source = row.text("sourceSheet");
  const read = Object.fromEntries(
    (Object.keys(READ_COLUMNS) as ReadField[])
      .map((field) => [field, row.text(READ_COLUMNS[field])] as const)
      .filter(([, text]) => text !== ""),
  );
  return {
    code,
    number: row.text("number"),
    section: row
      .text("section")
      .split("\n")
      .filter((title) => title !== ""),
    title: row.text("title"),
    product: row.text("product"),
    contents: readList(row.text("contents")),
    forms: readList(row.text("forms")),
    audiences: readList(row.text("audiences")),
    leadText,
    supportText,
    deadlineText,
    leads: readLeads(
      row.text("lead"),
      readList(row.text("otherLeads")),
      { leadText, owner },
      readers.directory,
      readers.owners,
    ),
    supports: readSupports(
      row.text("supports"),
      { supportText, owner },
      readers.directory,
      readers.owners,
    ),
    owner,
    deadline,
    dueKind: readDueKind(row, due, milestones, problems),
    start,
    due,
    milestones: milestones.map((one) => ({ ...one, due: toLetter(one.due) ?? one.due })),
    adjustedDue,
    adjustedBasis: row.text("adjustedBasis"),
    adjustedReason: row.text("adjustedReason"),
    extensions: extensions.number ?? 0,
    done: sameWord(row.text("progress"), DONE_WORD),
    finished,
    cancelled,
    note: row.text("note"),
    ...(Object.keys(read).length > 0 ? { read } : {}),
    ...(Object.keys(unread).length > 0 ? { unread } : {}),
    source:
      source === "" ? null : { sheet: source, row: Number(row.value("sourceRow")) || 0, columns },
  };
}

function readDueKind(
  row: TableRow<ColumnId>,
  due: IsoDate | null,
  milestones: readonly Milestone[],
  problems: string[],
): DueKind {
  const text = row.text("dueKind");
  const kinds = Object.keys(DUE_KIND_WORDS) as DueKind[];
  const kind = kinds.find((one) => sameWord(DUE_KIND_WORDS[one], text));
  if (kind !== undefined && kind !== "unclear") return kind;
  if (milestones.length > 1) return "milestones";
  if (due !== null) return "dated";
  if (kind === undefined && text !== "") {
    problems.push(
      `Trang ${SHEETS.tasks}, dòng ${row.row}: loại hạn “${text}” không có trong danh sách.`,
    );
  }
  return text === "" ? "none" : "unclear";
}

/** Sentences for the columns that a table lacks. */
export function missingColumns<Id extends string>(
  table: string,
  missing: readonly Id[],
  headers: Readonly<Record<Id, string>>,
): string[] {
  return missing.map((id) => `Bảng ${table} thiếu cột “${headers[id]}”.`);
}

/** The sentence for a date cell that holds no date. */
export function unreadDate(
  sheet: string,
  row: Pick<TableRow<string>, "row">,
  header: string,
  text: string,
): string {
  return text === ""
    ? `Trang ${sheet}, dòng ${row.row}: cột “${header}” còn trống.`
    : `Trang ${sheet}, dòng ${row.row}: cột “${header}” ghi “${text}”, không phải là ngày.`;
}

function sameWord(first: string, second: string): boolean {
  return first === second || comparisonKey(first) === comparisonKey(second);
}
