import type { IsoDate } from "../deadline";
import type { CellValue, TableGrid, WorkbookReading } from "../sheet";
import {
  deadlineReader,
  ownerReader,
  type CalendarDay,
  type ResultEntry,
  type Settings,
  type Tracking,
  type WordLists,
} from "../task";
import { comparisonKey } from "../text";
import { createDirectory, type Unit } from "../unit";
import {
  DAY_OFF_COLUMNS,
  DAY_OFF_WORDS,
  ENTRY_COLUMNS,
  LIST_COLUMNS,
  NAMES,
  NO_WORD,
  SHEETS,
  TABLES,
  UNIT_COLUMNS,
  YES_WORD,
} from "./names";
import { readDay, readList, readNumber, readRows, textOf } from "./read-table";
import { columnsReader } from "./source-columns";
import { missingColumns, readMilestones, readTasks, unreadDate } from "./read-tasks";

const ENTRY_COMPUTED: ReadonlySet<keyof typeof ENTRY_COLUMNS> = new Set([
  "title",
  "latestKey",
] as const);

export interface TrackingReading {
  /** null when the workbook has no table NhiemVu. */
  readonly tracking: Tracking | null;
  /** Whole sentences: what could not be read, and where. What was typed is kept all the same. */
  readonly problems: readonly string[];
}

/** Reads the add-in's own sheets back: the sheets are the truth, whoever edited them. */
export function readTracking(reading: WorkbookReading): TrackingReading {
  const table = reading.tables[TABLES.tasks];
  if (table === undefined) return { tracking: null, problems: [] };
  const problems: string[] = [];
  const settings = readSettings(reading.names, problems);
  const units = readUnits(reading.tables[TABLES.units], problems);
  const entries = readEntries(reading.tables[TABLES.entries], problems);
  const milestones = readMilestones(reading.tables[TABLES.milestones]);
  const directory = createDirectory(units);
  const tasks = readTasks(
    table,
    milestones.byCode,
    [...entries.map(({ code }) => code), ...milestones.byCode.keys()],
    {
      directory,
      owners: ownerReader(directory),
      deadlines: deadlineReader({ year: settings.plan.year }),
      columns: columnsReader(),
      beforeIncludesDay: settings.beforeIncludesDay,
    },
  );
  problems.push(...milestones.problems, ...tasks.problems);
  const known = new Set(tasks.items.map(({ code }) => code));
  for (const code of new Set(entries.map((entry) => entry.code))) {
    if (known.has(code)) continue;
    problems.push(
      code === ""
        ? `Trang ${SHEETS.entries}: có dòng chưa ghi mã nhiệm vụ.`
        : `Trang ${SHEETS.entries}: mã “${code}” không có ở trang ${SHEETS.tasks}.`,
    );
  }
  const lists = readLists(reading.tables[TABLES.lists]);
  const calendar = readCalendar(reading.tables[TABLES.daysOff], problems);
  return {
    tracking: {
      settings,
      tasks: tasks.items,
      entries,
      units,
      ...(lists === null ? {} : { lists }),
      ...(calendar === null ? {} : { calendar }),
    },
    problems,
  };
}

function readSettings(names: Readonly<Record<string, CellValue>>, problems: string[]): Settings {
  const text = (name: string) => textOf(names[name] ?? "");
  const asOf = readDay(names[NAMES.asOf] ?? "");
  const planDate = readDay(names[NAMES.planDate] ?? "");
  const planYear = readNumber(names[NAMES.planYear] ?? "");
  const warningDays = readNumber(names[NAMES.warningDays] ?? "");
  const year = planYear.number;
  const unread = {
    ...(asOf.unread === undefined ? {} : { asOf: asOf.unread }),
    ...(planDate.unread === undefined ? {} : { planDate: planDate.unread }),
    ...(planYear.unread === undefined ? {} : { planYear: planYear.unread }),
    ...(warningDays.unread === undefined ? {} : { warningDays: warningDays.unread }),
  };
  const labels = {
    asOf: "Số liệu tính đến ngày",
    planDate: "Ngày ban hành",
    planYear: "Năm kế hoạch",
    warningDays: "Số ngày báo trước khi đến hạn",
  };
  for (const [field, words] of Object.entries(unread)) {
    const label = labels[field as keyof typeof labels];
    problems.push(`Trang ${SHEETS.settings}: ô “${label}” ghi “${words}”, không đọc được.`);
  }
  if (asOf.date === null && asOf.unread === undefined) {
    problems.push(`Trang ${SHEETS.settings}: ô “${labels.asOf}” còn trống.`);
  }
  const before = comparisonKey(text(NAMES.beforeIncludesDay));
  return {
    plan: {
      number: text(NAMES.planNumber),
      date: planDate.date ?? "",
      title: text(NAMES.planTitle),
      year,
      superiorAgency: text(NAMES.superiorAgency),
      agency: text(NAMES.agency),
    },
    asOf: asOf.date ?? cutOff(year),
    warningDays: warningDays.number ?? 7,
    beforeIncludesDay:
      before === comparisonKey(YES_WORD) ? true : before === comparisonKey(NO_WORD) ? false : null,
    basedOn: text(NAMES.basedOn),
    recipient: text(NAMES.recipient),
    place: text(NAMES.place),
    signerTitle: text(NAMES.signerTitle),
    signerName: text(NAMES.signerName),
    ...(Object.keys(unread).length > 0 ? { unread } : {}),
  };
}

/** Where the as-of day cannot be read: the cut-off of the annual report; without a year the first day known to dates. */
function cutOff(year: number | null): IsoDate {
  return year === null ? "2000-01-01" : `${year}-12-14`;
}

function readEntries(table: TableGrid | undefined, problems: string[]): ResultEntry[] {
  if (table === undefined) return [];
  const { rows, missing } = readRows(table, ENTRY_COLUMNS, ENTRY_COMPUTED);
  problems.push(...missingColumns(TABLES.entries, missing, ENTRY_COLUMNS));
  return rows.map((row): ResultEntry => {
    const date = readDay(row.value("date"));
    const quantity = readNumber(row.value("quantity"));
    const unread = {
      ...(date.unread === undefined ? {} : { date: date.unread }),
      ...(quantity.unread === undefined ? {} : { quantity: quantity.unread }),
    };
    if (date.unread !== undefined) {
      problems.push(unreadDate(SHEETS.entries, row, ENTRY_COLUMNS.date, date.unread));
    }
    if (quantity.unread !== undefined) {
      problems.push(
        `Trang ${SHEETS.entries}, dòng ${row.row}: cột “${ENTRY_COLUMNS.quantity}” ghi “${quantity.unread}”, không phải là số.`,
      );
    }
    return {
      code: row.text("code"),
      date: date.date,
      unit: row.text("unit"),
      quantity: quantity.number,
      measure: row.text("measure"),
      result: row.text("result"),
      evidence: row.text("evidence"),
      difficulty: row.text("difficulty"),
      source: row.text("source"),
      ...(Object.keys(unread).length > 0 ? { unread } : {}),
    };
  });
}

function readUnits(table: TableGrid | undefined, problems: string[]): Unit[] {
  if (table === undefined) return [];
  const { rows, missing } = readRows(table, UNIT_COLUMNS, new Set());
  problems.push(...missingColumns(TABLES.units, missing, UNIT_COLUMNS));
  return rows.flatMap((row): Unit[] => {
    const name = row.text("name");
    if (name === "") {
      problems.push(`Trang ${SHEETS.units}, dòng ${row.row}: chưa có tên đơn vị.`);
      return [];
    }
    const from = readDay(row.value("from"));
    const to = readDay(row.value("to"));
    if (from.unread !== undefined) {
      problems.push(unreadDate(SHEETS.units, row, UNIT_COLUMNS.from, from.unread));
    }
    if (to.unread !== undefined) {
      problems.push(unreadDate(SHEETS.units, row, UNIT_COLUMNS.to, to.unread));
    }
    const successor = row.text("successor");
    return [
      {
        name,
        abbreviation: row.text("abbreviation") || null,
        otherNames: readList(row.text("otherNames")),
        group: row.text("group") || null,
        headTitle: row.text("headTitle") || null,
        ...(from.date === null ? {} : { from: from.date }),
        ...(to.date === null ? {} : { to: to.date }),
        ...(successor === "" ? {} : { successor }),
      },
    ];
  });
}

function readLists(table: TableGrid | undefined): WordLists | null {
  if (table === undefined) return null;
  const { rows } = readRows(table, LIST_COLUMNS, new Set());
  const column = (id: keyof typeof LIST_COLUMNS) =>
    rows.map((row) => row.text(id)).filter((word) => word !== "");
  return {
    contents: column("contents"),
    forms: column("forms"),
    audiences: column("audiences"),
  };
}

function readCalendar(table: TableGrid | undefined, problems: string[]): CalendarDay[] | null {
  if (table === undefined) return null;
  const { rows, missing } = readRows(table, DAY_OFF_COLUMNS, new Set());
  problems.push(...missingColumns(TABLES.daysOff, missing, DAY_OFF_COLUMNS));
  return rows.flatMap((row): CalendarDay[] => {
    const { date } = readDay(row.value("date"));
    if (date === null) {
      problems.push(unreadDate(SHEETS.daysOff, row, DAY_OFF_COLUMNS.date, row.text("date")));
      return [];
    }
    const isWorked = comparisonKey(row.text("kind")) === comparisonKey(DAY_OFF_WORDS.worked);
    return [{ date, kind: isWorked ? "worked" : "off", name: row.text("name") }];
  });
}
