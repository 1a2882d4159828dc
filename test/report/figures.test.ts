import fc from "fast-check";
import { addDays, reportingPeriod, type IsoDate, type Period } from "../../src/deadline";
import { makeReport, type Breakdown, type Counts, type Report } from "../../src/report";
import type { Task, Tracking } from "../../src/task";
import { entry, randomTracking, task, tracking } from "./plans";
import { classOnPaper, countOnPaper, daysLateOnPaper } from "./recount";

const CLASS_NAMES = [
  "doneOnTime",
  "doneLate",
  "doneNoDeadline",
  "doneUnknownDate",
  "openInTime",
  "openOverdue",
  "openNoDeadline",
  "cancelled",
] as const;

const DATES: readonly IsoDate[] = [
  "2023-12-31",
  "2024-03-14",
  "2024-06-14",
  "2024-09-14",
  "2024-12-14",
];

/** A year's report that counts to any day: the cut-off lies after all dates asked. */
function reportAt(plan: Tracking, asOf: IsoDate, period: Period = reportingPeriod("year", 2024)) {
  return makeReport(plan, { period, asOf, reader: "leaders" });
}

type Paper = Readonly<Record<string, number>>;

/** The classes as one line of text: a thousand plans are compared without a thousand matchers each. */
function inOneLine(counts: Counts | Paper): string {
  const of = counts as Paper;
  return ["total", ...CLASS_NAMES].map((name) => of[name] ?? 0).join(" ");
}

function expectCounts(counts: Counts, paper: Paper) {
  if (inOneLine(counts) !== inOneLine(paper)) expect(inOneLine(counts)).toBe(inOneLine(paper));
}

function expectParts(
  parts: readonly Breakdown[],
  plan: Tracking,
  asOf: IsoDate,
  labelsOf: (task: Task) => readonly string[],
) {
  const labels = [...new Set(plan.tasks.flatMap((one) => labelsOf(one)))].sort();
  const found = parts.map((part) => part.label).sort();
  if (found.join("|") !== labels.join("|")) expect(found).toEqual(labels);
  for (const { label, counts } of parts) {
    expectCounts(
      counts,
      countOnPaper(plan, asOf, (one) => labelsOf(one).includes(label)),
    );
  }
}

describe("every figure equals a recount on paper", () => {
  // 1,000 plans, each at five dates.
  it("by class, unit, section, content, form, month and quarter", () => {
    fc.assert(
      fc.property(randomTracking(12), (plan) => {
        for (const asOf of DATES) {
          const { figures } = reportAt(plan, asOf);
          expectCounts(figures.all, countOnPaper(plan, asOf));
          expectParts(figures.byLead, plan, asOf, ({ leads }) => [
            leads[0] ?? "Chưa rõ đơn vị chủ trì",
          ]);
          expectParts(figures.byCoordinating, plan, asOf, ({ supports }) => supports);
          expectParts(figures.bySection, plan, asOf, ({ section }) => [
            section[0] ?? "Nhiệm vụ chung",
          ]);
          expectParts(figures.byContent, plan, asOf, ({ contents }) =>
            contents.length > 0 ? contents : ["Chưa phân loại"],
          );
          expectParts(figures.byForm, plan, asOf, ({ forms }) =>
            forms.length > 0 ? forms : ["Chưa phân loại"],
          );
          expectParts(figures.byMonth, plan, asOf, (one) => [
            dueWords(one, (month, year) => `Tháng ${month}/${year}`),
          ]);
          expectParts(figures.byQuarter, plan, asOf, (one) => [
            dueWords(
              one,
              (month, year) => `Quý ${["I", "II", "III", "IV"][Math.ceil(month / 3) - 1]}/${year}`,
            ),
          ]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("by original deadlines, days late and entries of the period", () => {
    fc.assert(
      fc.property(randomTracking(12), fc.constantFrom(...DATES), (plan, asOf) => {
        const report = reportAt(plan, asOf);
        const { figures, period } = report;
        const original = {
          ...plan,
          tasks: plan.tasks.map((one) => ({ ...one, adjustedDue: null })),
        };
        if (figures.original === null) {
          expect(plan.tasks.every((one) => one.adjustedDue === null)).toBe(true);
        } else {
          expectCounts(figures.original, countOnPaper(original, asOf));
        }
        const simple = plan.tasks.filter((one) => one.dueKind !== "milestones");
        const onPaper = simple
          .filter((one) => classOnPaper(one, asOf) === "openOverdue")
          .map((one) => daysLateOnPaper(one, asOf));
        if (simple.length === plan.tasks.length) {
          expect(figures.overdueDays).toEqual([
            onPaper.filter((days) => days <= 2).length,
            onPaper.filter((days) => days >= 3 && days <= 7).length,
            onPaper.filter((days) => days >= 8 && days <= 30).length,
            onPaper.filter((days) => days > 30).length,
          ]);
        }
        expect(figures.overdueDays.reduce((sum, count) => sum + count, 0)).toBe(
          figures.all.openOverdue,
        );
        expect(figures.doneLateDays.reduce((sum, count) => sum + count, 0)).toBe(
          figures.all.doneLate,
        );
        const inPeriod = plan.entries.filter(
          ({ date }) => date !== null && date >= period.from && date <= asOf,
        );
        expect(figures.entriesInPeriod).toBe(inPeriod.length);
        expect(figures.undatedEntries).toBe(plan.entries.filter(({ date }) => !date).length);
        for (const measure of ["tin, bài", "hội nghị", "lượt người"]) {
          const sum = inPeriod
            .filter((one) => one.measure === measure)
            .reduce((total, one) => total + (one.quantity ?? 0), 0);
          expect(figures.measures.find((one) => one.measure === measure)?.inPeriod ?? 0).toBe(sum);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("adds up: classes, units, sections and groups of the list", () => {
    fc.assert(
      fc.property(randomTracking(), fc.constantFrom(...DATES), (plan, asOf) => {
        const { figures } = reportAt(plan, asOf);
        const { all } = figures;
        expect(all.done + all.open + all.cancelled + all.invalid).toBe(all.total);
        expect(all.total).toBe(plan.tasks.length);
        const sum = (parts: readonly Breakdown[]) =>
          parts.reduce((total, part) => total + part.counts.total, 0);
        expect(sum(figures.byLead)).toBe(all.total);
        expect(sum(figures.bySection)).toBe(all.total);
        expect(sum(figures.byMonth)).toBe(all.total);
        expect(sum(figures.byQuarter)).toBe(all.total);
        expect(Object.values(figures.groups).reduce((total, one) => total + one, 0)).toBe(
          all.total,
        );
        expect(all.comeDue).toBe(
          all.doneOnTime + all.doneLate + all.doneUnknownDate + all.openOverdue,
        );
        expect(all.overdueRate).toBe(all.comeDue === 0 ? null : all.openOverdue / all.comeDue);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of tasks and entries", () => {
    fc.assert(
      fc.property(randomTracking(), (plan) => {
        const turned = {
          ...plan,
          tasks: [...plan.tasks].reverse(),
          entries: [...plan.entries].reverse(),
        };
        const one = reportAt(plan, "2024-06-14").figures;
        const other = reportAt(turned, "2024-06-14").figures;
        expect(other.all).toEqual(one.all);
        expect(other.groups).toEqual(one.groups);
        const byName = (parts: readonly Breakdown[]) =>
          [...parts].sort((a, b) => a.label.localeCompare(b.label));
        expect(byName(other.byLead)).toEqual(byName(one.byLead));
      }),
      { numRuns: 200 },
    );
  });

  it("first six months + last six months = the year, for entries, counts and what was done", () => {
    fc.assert(
      fc.property(randomTracking(), (plan) => {
        const closed = (period: Period) => reportAt(plan, period.to, period).figures;
        const first = closed(reportingPeriod("first-half", 2024));
        const last = closed(reportingPeriod("last-half", 2024));
        const year = closed(reportingPeriod("year", 2024));
        expect(first.entriesInPeriod + last.entriesInPeriod).toBe(year.entriesInPeriod);
        for (const { measure, inPeriod } of year.measures) {
          const of = (figures: Report["figures"]) =>
            figures.measures.find((one) => one.measure === measure)?.inPeriod ?? 0;
          expect(of(first) + of(last)).toBe(inPeriod);
        }
        const finishedThisYear = plan.tasks.filter(
          (one) =>
            one.dueKind !== "milestones" &&
            one.finished !== null &&
            one.finished >= "2023-12-15" &&
            one.finished <= "2024-12-14" &&
            !(one.cancelled !== null && one.cancelled <= "2024-12-14"),
        );
        const inGroup = reportAt(plan, "2024-12-14").lines.filter(
          (line) => line.group === "done-in-period" && line.task.dueKind !== "milestones",
        );
        expect(inGroup.map((line) => line.task.code)).toEqual(
          finishedThisYear.map((one) => one.code),
        );
      }),
      { numRuns: 300 },
    );
  });
});

function dueWords(one: Task, words: (month: number, year: string) => string): string {
  const due =
    one.dueKind === "milestones"
      ? one.milestones.map((milestone) => milestone.due).sort()[one.milestones.length - 1]
      : (one.adjustedDue ?? one.due);
  if (!due) return "Không có thời hạn";
  return words(Number(due.slice(5, 7)), due.slice(0, 4));
}

describe("what the figures mean", () => {
  const half = reportingPeriod("first-half", 2024);
  const year = reportingPeriod("year", 2024);

  it("counts the due day itself as in time, the next day as overdue", () => {
    const plan = tracking([task({ due: "2024-03-31" })]);
    expect(reportAt(plan, "2024-03-31").figures.all.openInTime).toBe(1);
    expect(reportAt(plan, "2024-04-01").figures.all.openOverdue).toBe(1);
    expect(reportAt(plan, "2024-04-01").lines[0]?.status.daysLate).toBe(1);
  });

  it("has no rate when nothing has come due", () => {
    const plan = tracking([task({ due: null }), task({ code: "NV002", due: "2024-12-31" })]);
    expect(reportAt(plan, "2024-06-14").figures.all.overdueRate).toBeNull();
  });

  it("is a draft before the cut-off and never counts past it", () => {
    const plan = tracking([task()]);
    expect(makeReport(plan, { period: half, asOf: "2024-05-01", reader: "authority" }).draft).toBe(
      true,
    );
    const late = makeReport(plan, { period: half, asOf: "2024-08-01", reader: "authority" });
    expect([late.draft, late.asOf]).toEqual([false, "2024-06-14"]);
  });

  it("counts an entry in the period and to date, and one without a date in neither", () => {
    const plan = tracking(
      [task({ due: null })],
      [
        entry({ date: "2024-03-01", quantity: 4 }),
        entry({ date: "2024-09-01", quantity: 3 }),
        entry({ date: null, quantity: 9 }),
      ],
    );
    const lastHalf = reportingPeriod("last-half", 2024);
    const { figures } = makeReport(plan, {
      period: lastHalf,
      asOf: lastHalf.to,
      reader: "leaders",
    });
    expect(figures.measures).toEqual([{ measure: "tin, bài", inPeriod: 3, toDate: 7 }]);
    expect(figures.undatedEntries).toBe(1);
  });

  it("lists a task without an entry in the period as without result, an unclear one apart", () => {
    const plan = tracking([
      task({ code: "NV001", due: null }),
      task({ code: "NV002", due: null, dueKind: "unclear" }),
    ]);
    const { figures } = makeReport(plan, { period: half, asOf: half.to, reader: "leaders" });
    expect(figures.groups["no-deadline-without-result"]).toBe(1);
    expect(figures.groups["unclear-deadline"]).toBe(1);
    expect(figures.all.openNoDeadline).toBe(2);
    expect(figures.unclear).toBe(1);
  });

  it("sets the year against the first six months", () => {
    const plan = tracking([
      task({ code: "NV001", due: "2024-03-31", finished: "2024-08-01" }),
      task({ code: "NV002", due: "2024-09-30" }),
      task({ code: "NV003", due: "2024-02-29" }),
      task({ code: "NV004", due: "2024-12-31" }),
      task({ code: "NV005", due: "2025-03-31" }),
    ]);
    const { figures } = makeReport(plan, { period: year, asOf: year.to, reader: "leaders" });
    expect(figures.comparison).toMatchObject({
      doneSince: ["NV001"],
      newlyOverdue: ["NV002"],
      stillOverdue: ["NV003"],
      noLongerOverdue: ["NV001"],
    });
    expect([figures.expectedByYearEnd, figures.carriedOver]).toEqual([1, 3]);
  });

  it("names the units late twice or more, the worst first", () => {
    const late = (code: string, unit: string) =>
      task({ code, leads: [unit], due: addDays("2024-01-01", 3) });
    const plan = tracking([
      late("NV001", "Văn phòng Ban"),
      late("NV002", "Phòng Quản lý đầu tư"),
      late("NV003", "Phòng Quản lý đầu tư"),
    ]);
    expect(reportAt(plan, "2024-06-14").figures.repeatedlyLate).toEqual([
      { unit: "Phòng Quản lý đầu tư", overdue: 2, doneLate: 0 },
    ]);
  });

  it("keeps two tasks under one code out of the classes until that is mended", () => {
    const plan = tracking([task(), task()]);
    expect(reportAt(plan, "2024-06-14").figures.all).toMatchObject({ total: 2, invalid: 2 });
  });
});
