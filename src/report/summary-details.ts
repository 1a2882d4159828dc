import { addDays, showDate, toSerial } from "../deadline";
import { cellAddress, type CellStyle, type PlanCell } from "../sheet";
import { ENTRY_COLUMNS, STATUS_WORDS, TABLES } from "../tracking";
import { LATENESS_BANDS } from "./counts";
import {
  countFormula,
  equalsLabel,
  holdsLabel,
  writeCountTable,
  type CountLine,
} from "./count-table";
import { daysOfKey, NOT_SORTED } from "./figures";
import { LIST_COLUMNS_OF_REPORT as COLUMNS } from "./list-columns";
import { RATE_FORMAT, writePlainTable, type PlainRow } from "./plain-table";
import { absoluteAddress, AS_OF_CELL, escapedCriterion, FROM_CELL, quoted } from "./references";
import type { SheetBuilder } from "./sheet-builder";
import { sentenceCase } from "./titles";
import type { Breakdown, Comparison, Counts, Report } from "./types";
import { CHANGE_WORDS, GROUP_WORDS } from "./words";

type Criteria = readonly (readonly [string, string])[];

const HEADING: CellStyle = { bold: true, fontSize: 12, wrap: false, horizontal: "left" };
const NOTE: CellStyle = { italic: true, fontSize: 10, wrap: false, horizontal: "left" };
const LABEL_SPAN = 8;

/** Writes the tables under the first one. Gives the next free row. */
export function writeDetails(builder: SheetBuilder, firstRow: number, report: Report): number {
  let row = firstRow;
  let number = 2;
  const headed = (title: string, write: (row: number) => number) => {
    builder.put(row, 0, `${number}. ${title}`, HEADING);
    builder.heights[row] = 20;
    builder.headAt(row);
    number += 1;
    row = write(row + 1) + 1;
  };
  headed(report.reader === "authority" ? "Kết quả theo đơn vị" : "Tiến độ theo đơn vị", (at) =>
    unitTable(builder, at, report),
  );
  headed("Tổng hợp theo nội dung, hình thức và thời hạn", (at) => partsTable(builder, at, report));
  headed("Tiến độ và số ngày chậm", (at) =>
    latenessTable(builder, progressTable(builder, at, report) + 1, report),
  );
  if (report.figures.measures.length > 0) {
    headed("Kết quả tuyên truyền bằng số", (at) => measureTable(builder, at, report));
  }
  if (report.figures.comparison !== null) {
    headed(`So với báo cáo ${report.figures.comparison.earlier.name}`, (at) =>
      changeTable(builder, at, report),
    );
  }
  const { comparison, sameLastYear } = report.figures;
  const others = [comparison, sameLastYear].flatMap((one) => (one?.earlier.kept ? [one] : []));
  if (others.length > 0) {
    headed("So với báo cáo trước", (at) => earlierTable(builder, at, report, others));
  }
  return row;
}

/** The counts of this report beside those that earlier reports of the workbook gave. */
function earlierTable(
  builder: SheetBuilder,
  row: number,
  report: Report,
  others: readonly Comparison[],
): number {
  const { all } = report.figures;
  const line = (
    label: string,
    names: readonly (keyof typeof STATUS_WORDS)[],
    of: (counts: Counts) => number,
  ): PlainRow => ({
    label,
    cells: [
      live(report) ? { formula: `=${sumOf(report, [], names)}`, expected: of(all) } : of(all),
      ...others.map(({ counts }) => of(counts)),
    ],
  });
  const rate = ({ overdueRate }: Counts) =>
    overdueRate === null ? "–" : Math.round(overdueRate * 1000) / 1000;
  return writePlainTable(
    builder,
    row,
    "Chỉ tiêu",
    4,
    [
      { header: "Kỳ này", span: 8 - others.length * 3 },
      ...others.map(({ earlier }) => ({
        header: `${earlier.name} (đến ${showDate(earlier.asOf)})`,
        span: 3,
      })),
    ],
    [
      {
        label: "Tổng số nhiệm vụ",
        cells: [counted(report, [], all.total), ...others.map(({ counts }) => counts.total)],
      },
      line("Đã hoàn thành", DONE, ({ done }) => done),
      line("Chưa hoàn thành", OPEN, ({ open }) => open),
      line("Trong đó quá hạn", ["open-overdue"], ({ openOverdue }) => openOverdue),
      {
        label: "Tỷ lệ quá hạn trên số nhiệm vụ đã đến hạn",
        cells: [
          rateFormula(report, COLUMNS.status, all),
          ...others.map(({ counts }) => rate(counts)),
        ],
        numberFormat: RATE_FORMAT,
      },
    ],
  );
}

const live = (report: Report) => report.lines.length > 0;

function counted(report: Report, criteria: Criteria, expected: number): PlanCell {
  return live(report)
    ? { formula: `=${countFormula(report.table, criteria)}`, expected }
    : expected;
}

const status = (name: keyof typeof STATUS_WORDS): readonly [string, string] => [
  COLUMNS.status,
  quoted(STATUS_WORDS[name]),
];

/** The sum of the counts of several statuses under the same criteria. */
function sumOf(report: Report, criteria: Criteria, names: readonly (keyof typeof STATUS_WORDS)[]) {
  return names.map((name) => countFormula(report.table, [...criteria, status(name)])).join("+");
}

const DONE = ["done-on-time", "done-late", "done-no-deadline", "done-unknown-date"] as const;
const OPEN = ["open-in-time", "open-overdue", "open-no-deadline"] as const;
const COME_DUE = ["done-on-time", "done-late", "done-unknown-date", "open-overdue"] as const;

/**
 * Units with what they lead and help with. For the authority only what is done and not done: no
 * department is named as late. For the leaders what has come due and how much of it is overdue.
 */
function unitTable(builder: SheetBuilder, row: number, report: Report): number {
  const { byLead, byCoordinating } = report.figures;
  const helping = new Map(byCoordinating.map((part) => [part.key, part.counts.total]));
  const helpersOnly = byCoordinating.filter(({ key }) => byLead.every((part) => part.key !== key));
  const noTasks: Counts | null = null;
  const rows = [
    ...byLead.map((part) => ({ part, counts: part.counts })),
    ...helpersOnly.map((part) => ({ part, counts: noTasks })),
  ];
  const sum = (
    criteria: Criteria,
    names: readonly (keyof typeof STATUS_WORDS)[],
    expected: number,
  ) => (live(report) ? { formula: `=${sumOf(report, criteria, names)}`, expected } : expected);
  const lead = (part: Breakdown) => equalsLabel(COLUMNS.lead, part.label);
  const help = (part: Breakdown): PlanCell =>
    counted(report, holdsLabel(COLUMNS.supports, part.label), helping.get(part.key) ?? 0);
  if (report.reader === "authority") {
    return writePlainTable(
      builder,
      row,
      "Đơn vị",
      1,
      [
        { header: "Chủ trì", span: 3 },
        { header: "Đã hoàn thành", span: 2 },
        { header: "Chưa hoàn thành", span: 2 },
        { header: "Thôi thực hiện", span: 2 },
        { header: "Phối hợp", span: 2 },
      ],
      rows.map(({ part, counts }) => ({
        label: part.label,
        cells: [
          counted(report, lead(part), counts?.total ?? 0),
          sum(lead(part), DONE, counts?.done ?? 0),
          sum(lead(part), OPEN, counts?.open ?? 0),
          sum(lead(part), ["cancelled"], counts?.cancelled ?? 0),
          help(part),
        ],
      })),
    );
  }
  return writePlainTable(
    builder,
    row,
    "Đơn vị",
    1,
    [
      { header: "Đã đến hạn", span: 2 },
      { header: "Trong đó quá hạn", span: 2 },
      { header: "Tỷ lệ quá hạn", span: 2, numberFormat: RATE_FORMAT },
      { header: "Sắp đến hạn", span: 2 },
      { header: "Phối hợp", span: 3 },
    ],
    rows.map(({ part, counts }) => ({
      label: part.label,
      cells: [
        sum(lead(part), COME_DUE, counts?.comeDue ?? 0),
        sum(lead(part), ["open-overdue"], counts?.openOverdue ?? 0),
        (at: number) =>
          rateOf(report, cellAddress(at, 4), cellAddress(at, 2), counts?.overdueRate ?? null),
        counted(report, [...lead(part), [COLUMNS.dueSoon, "1"]], counts?.dueSoon ?? 0),
        help(part),
      ],
    })),
  );
}

/** A rate of two cells, rounded to a tenth of a per cent; "–" when nothing has come due. */
function rateOf(report: Report, part: string, whole: string, expected: number | null): PlanCell {
  const value = expected === null ? "–" : Math.round(expected * 1000) / 1000;
  return live(report)
    ? { formula: `=IF(${whole}=0,"–",ROUND(${part}/${whole},3))`, expected: value }
    : value;
}

/** The overdue rate over what has come due, by one column of the list; "–" when nothing has. */
function rateFormula(report: Report, header: string, counts: Counts): PlanCell {
  const part = countFormula(report.table, [[header, quoted(STATUS_WORDS["open-overdue"])]]);
  const whole = COME_DUE.map((name) =>
    countFormula(report.table, [[header, quoted(STATUS_WORDS[name])]]),
  ).join("+");
  const expected = counts.overdueRate === null ? "–" : Math.round(counts.overdueRate * 1000) / 1000;
  return live(report)
    ? { formula: `=IF(${whole}=0,"–",ROUND(${part}/(${whole}),3))`, expected }
    : expected;
}

function partsTable(builder: SheetBuilder, firstRow: number, report: Report): number {
  const { figures } = report;
  const lines: CountLine[] = [];
  const group = (
    title: string,
    parts: readonly Breakdown[],
    criteriaOf: (part: Breakdown) => Criteria,
  ) => {
    if (parts.length === 0) return;
    lines.push(
      { group: title },
      ...parts.map((part, index) => ({
        number: index + 1,
        counts: {
          label: sentenceCase(report, part.label),
          counts: part.counts,
          criteria: criteriaOf(part),
        },
      })),
    );
  };
  const byWord = (header: string) => (part: Breakdown) =>
    part.label === NOT_SORTED ? equalsLabel(header, NOT_SORTED) : holdsLabel(header, part.label);
  const sorted = (parts: readonly Breakdown[]) => parts.some((part) => part.label !== NOT_SORTED);
  if (report.reader !== "authority") {
    group("Theo nhóm nhiệm vụ của kế hoạch", figures.bySection, (part) =>
      equalsLabel(COLUMNS.section, part.label),
    );
  }
  if (sorted(figures.byContent)) {
    group(
      "Theo nội dung tuyên truyền (một nhiệm vụ có thể thuộc nhiều nội dung)",
      figures.byContent,
      byWord(COLUMNS.contents),
    );
  }
  if (sorted(figures.byForm)) {
    group(
      "Theo hình thức tuyên truyền (một nhiệm vụ có thể thuộc nhiều hình thức)",
      figures.byForm,
      byWord(COLUMNS.forms),
    );
  }
  group("Theo quý đến hạn", figures.byQuarter, dueWithin);
  if (report.reader !== "authority") group("Theo tháng đến hạn", figures.byMonth, dueWithin);
  return writeCountTable(builder, firstRow, "Chỉ tiêu", lines, {
    table: report.table,
    live: live(report),
  }).next;
}

function dueWithin(part: Breakdown): Criteria {
  const days = daysOfKey(part.key);
  return days === null
    ? [[COLUMNS.dueShown, quoted("–")]]
    : [
        [COLUMNS.dueCounted, quoted(`>=${toSerial(days.from)}`)],
        [COLUMNS.dueCounted, quoted(`<=${toSerial(days.to)}`)],
      ];
}

function progressTable(builder: SheetBuilder, row: number, report: Report): number {
  const { figures, settings } = report;
  const { all, original, groups } = figures;
  const value = (formula: string, expected: number): PlanCell =>
    live(report) ? { formula: `=${formula}`, expected } : expected;
  const inGroup = (name: keyof typeof GROUP_WORDS): PlanCell =>
    counted(report, [[COLUMNS.group, quoted(GROUP_WORDS[name])]], groups[name]);
  const rows: readonly PlainRow[] = [
    {
      label: "Nhiệm vụ đã đến hạn",
      cells: [value(sumOf(report, [], COME_DUE), all.comeDue)],
      bold: true,
    },
    {
      label:
        original === null
          ? "Tỷ lệ quá hạn trên số nhiệm vụ đã đến hạn"
          : "Tỷ lệ quá hạn trên số đã đến hạn, theo thời hạn điều chỉnh",
      cells: [rateFormula(report, COLUMNS.status, all)],
      numberFormat: RATE_FORMAT,
    },
    ...(original === null
      ? []
      : [
          {
            label: "Tỷ lệ quá hạn trên số đã đến hạn, theo thời hạn ban đầu",
            cells: [rateFormula(report, COLUMNS.originalStatus, original)],
            numberFormat: RATE_FORMAT,
          },
          { label: "Nhiệm vụ được điều chỉnh thời hạn", cells: [figures.extended] },
        ]),
    {
      label: `Sắp đến hạn trong ${settings.warningDays} ngày`,
      cells: [counted(report, [[COLUMNS.dueSoon, "1"]], all.dueSoon)],
    },
    { label: "Hoàn thành trong kỳ báo cáo", cells: [inGroup("done-in-period")] },
    { label: "Đến hạn kỳ tới", cells: [inGroup("due-next-period")] },
    {
      label: "Không có thời hạn, đã có kết quả trong kỳ",
      cells: [inGroup("no-deadline-with-result")],
    },
    {
      label: "Không có thời hạn, chưa có kết quả trong kỳ",
      cells: [inGroup("no-deadline-without-result")],
    },
    {
      label: "Chưa rõ thời hạn (tính vào “không có hạn”)",
      cells: [inGroup("unclear-deadline")],
    },
  ];
  return writePlainTable(
    builder,
    row,
    "Chỉ tiêu",
    LABEL_SPAN,
    [{ header: "Số liệu", span: 4 }],
    rows,
  );
}

/** Days late in bands, of what is still open and of what was done late. */
function latenessTable(builder: SheetBuilder, row: number, report: Report): number {
  const line = (
    label: string,
    name: "open-overdue" | "done-late",
    counts: readonly number[],
    total: number,
  ): PlainRow => ({
    label,
    cells: [
      ...LATENESS_BANDS.map(([first, last], index) =>
        counted(
          report,
          [
            status(name),
            [COLUMNS.daysLate, quoted(`>=${first}`)],
            ...(Number.isFinite(last) ? ([[COLUMNS.daysLate, quoted(`<=${last}`)]] as const) : []),
          ],
          counts[index] ?? 0,
        ),
      ),
      counted(report, [status(name)], total),
    ],
  });
  const { all, overdueDays, doneLateDays } = report.figures;
  return writePlainTable(
    builder,
    row,
    "Số ngày chậm",
    2,
    [
      ...LATENESS_BANDS.map(([first, last]) => ({ header: bandWords(first, last), span: 2 })),
      { header: "Cộng", span: 2 },
    ],
    [
      line("Đang quá hạn", "open-overdue", overdueDays, all.openOverdue),
      line("Hoàn thành quá hạn", "done-late", doneLateDays, all.doneLate),
    ],
  );
}

function bandWords(first: number, last: number): string {
  return Number.isFinite(last) ? `${first}–${last} ngày` : `trên ${first - 1} ngày`;
}

function measureTable(builder: SheetBuilder, row: number, report: Report): number {
  const entry = (header: string) => `${TABLES.entries}[${header}]`;
  const asOf = absoluteAddress(AS_OF_CELL.row, AS_OF_CELL.column);
  const total = (measure: string, from: string, expected: number): PlanCell =>
    report.measuresFollow
      ? {
          formula:
            `=SUMIFS(${entry(ENTRY_COLUMNS.quantity)},` +
            `${entry(ENTRY_COLUMNS.measure)},${quoted(escapedCriterion(measure))},` +
            `${entry(ENTRY_COLUMNS.date)},">="&${from},${entry(ENTRY_COLUMNS.date)},"<="&${asOf})`,
          expected,
        }
      : expected;
  const next = writePlainTable(
    builder,
    row,
    "Đơn vị tính",
    6,
    [
      { header: "Trong kỳ", span: 3, numberFormat: "#,##0.##" },
      {
        header: `Lũy kế từ ${showDate(report.yearStart)}`,
        span: 3,
        numberFormat: "#,##0.##",
      },
    ],
    report.figures.measures.map((line) => ({
      label: line.measure,
      cells: [
        total(line.measure, absoluteAddress(FROM_CELL.row, FROM_CELL.column), line.inPeriod),
        total(line.measure, String(toSerial(report.yearStart)), line.toDate),
      ],
    })),
  );
  if (report.figures.undatedEntries === 0) return next;
  builder.put(
    next,
    0,
    `Có ${report.figures.undatedEntries} kết quả chưa ghi ngày, chưa tính vào kỳ nào.`,
    NOTE,
  );
  return next + 1;
}

function changeTable(builder: SheetBuilder, row: number, report: Report): number {
  const { comparison, expectedByYearEnd, carriedOver } = report.figures;
  if (comparison === null) return row;
  const changed = (name: keyof typeof CHANGE_WORDS, expected: number): PlanCell =>
    counted(report, [[COLUMNS.change, quoted(CHANGE_WORDS[name])]], expected);
  const lastDay = toSerial(`${report.period.year}-12-31`);
  const dueBy = (sign: string): Criteria => [
    status("open-in-time"),
    [COLUMNS.dueCounted, quoted(`${sign}${lastDay}`)],
  ];
  const rows: PlainRow[] = [
    { label: "Hoàn thành thêm", cells: [changed("done-since", comparison.doneSince.length)] },
    {
      label: "Quá hạn mới phát sinh",
      cells: [changed("newly-overdue", comparison.newlyOverdue.length)],
    },
    { label: "Vẫn còn quá hạn", cells: [changed("still-overdue", comparison.stillOverdue.length)] },
    { label: "Thay đổi thời hạn", cells: [comparison.moved.length] },
    ...(comparison.earlier.kept
      ? [{ label: "Sửa nội dung nhiệm vụ", cells: [comparison.edited.length] }]
      : []),
    { label: "Nhiệm vụ bổ sung", cells: [comparison.added.length] },
    ...(report.period.kind === "year"
      ? [
          {
            label: `Dự kiến hoàn thành đến 31/12/${report.period.year}`,
            cells: [counted(report, dueBy("<="), expectedByYearEnd)],
          },
          {
            label: "Chuyển theo dõi sang năm sau",
            cells: [
              live(report)
                ? {
                    formula: `=${countFormula(report.table, [status("open-overdue")])}+${countFormula(report.table, dueBy(">"))}`,
                    expected: carriedOver,
                  }
                : carriedOver,
            ],
          },
        ]
      : []),
    ...(report.figures.afterCutOff === null
      ? []
      : [
          {
            label: `Bổ sung sau ngày chốt: hoàn thành từ ${showDate(addDays(report.period.to, 1))} đến 31/12/${report.period.year}`,
            cells: [
              counted(
                report,
                [
                  [COLUMNS.inputError, "0"],
                  [COLUMNS.finishCounted, quoted(`>${toSerial(report.period.to)}`)],
                  [COLUMNS.finishCounted, quoted(`<=${lastDay}`)],
                ],
                report.figures.afterCutOff.length,
              ),
            ],
          },
        ]),
  ];
  const next = writePlainTable(
    builder,
    row,
    "Chỉ tiêu",
    LABEL_SPAN,
    [{ header: "Số nhiệm vụ", span: 4 }],
    rows,
  );
  if (comparison.earlier.kept) return next;
  builder.put(
    next,
    0,
    `Số liệu ${comparison.earlier.name} được tính lại tại ngày ${showDate(comparison.earlier.asOf)} theo dữ liệu hiện có.`,
    NOTE,
  );
  return next + 1;
}
