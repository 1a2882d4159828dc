import fc from "fast-check";
import { addDays, reportingPeriod, type Period } from "../../src/deadline";
import { makeReport, reportSheets, type Reader } from "../../src/report";
import type { Tracking } from "../../src/task";
import { trackingSheets } from "../../src/tracking";
import { differences, evaluatePlans } from "./evaluate";
import { entry, randomTracking, task, tracking } from "./plans";

const HALF = reportingPeriod("first-half", 2024);
const YEAR = reportingPeriod("year", 2024);

function sheetsOf(plan: Tracking, period: Period, asOf: string, reader: Reader) {
  return reportSheets(makeReport(plan, { period, asOf, reader }));
}

describe("the formulas of a report", () => {
  it("give what the engine says, whatever the plan", () => {
    fc.assert(
      fc.property(
        randomTracking(10),
        fc.constantFrom<Reader>("authority", "leaders", "office"),
        fc.constantFrom(HALF, YEAR, reportingPeriod("quarter", 2024, 2)),
        fc.constantFrom("2024-03-14", "2024-06-14", "2024-12-14"),
        (plan, reader, period, asOf) => {
          const plans = [...trackingSheets(plan), ...sheetsOf(plan, period, asOf, reader)];
          expect(differences(plans)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("follow adjusted milestones, finishes of the whole task and the reading of “trước ngày”", () => {
    fc.assert(
      fc.property(
        randomTracking(8),
        fc.constantFrom(null, true, false),
        fc.constantFrom("2024-03-14", "2024-06-14", "2024-12-14"),
        fc.integer({ min: 0, max: 300 }),
        (plain, beforeIncludesDay, asOf, shift) => {
          const changed = plain.tasks.map((one, index) => ({
            ...one,
            adjustedDue: index % 2 === 0 ? addDays("2024-01-10", shift + index * 9) : null,
            finished: index % 3 === 0 ? addDays("2024-02-01", (shift * 7) % 300) : one.finished,
            deadline:
              one.due === null ? one.deadline : { ...one.deadline, before: addDays(one.due, 1) },
          }));
          const plan = {
            ...plain,
            tasks: changed,
            settings: { ...plain.settings, beforeIncludesDay },
          };
          const plans = [...trackingSheets(plan), ...sheetsOf(plan, YEAR, asOf, "leaders")];
          expect(differences(plans)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("stay right side by side, whatever the day of Theo dõi", () => {
    const plan = tracking(
      [
        task({ code: "NV001", due: "2024-03-31", finished: "2024-08-01" }),
        task({ code: "NV002", due: "2024-09-30" }),
        task({ code: "NV003", due: null }),
      ],
      [entry({ code: "NV003", date: "2024-10-01" })],
    );
    for (const asOf of ["2023-12-31", "2024-06-14", "2025-01-31"]) {
      const moved = { ...plan, settings: { ...plan.settings, asOf } };
      const plans = [
        ...trackingSheets(moved),
        ...sheetsOf(plan, HALF, HALF.to, "leaders"),
        ...sheetsOf(plan, YEAR, YEAR.to, "leaders"),
      ];
      expect(differences(plans)).toEqual([]);
    }
  });

  it("use only functions that old Excel and LibreOffice know", () => {
    const allowed =
      /^(IF|AND|OR|NOT|N|ISTEXT|IFERROR|SUM|MAX|MIN|ROUND|COUNTA|ROWS|COUNTIFS|SUMIFS|MAXIFS|MINIFS|INDEX|MATCH)$/;
    const plan = tracking(
      [
        task({ adjustedDue: "2024-05-01" }),
        task({
          code: "NV002",
          dueKind: "milestones",
          due: null,
          milestones: [
            { due: "2024-03-31", text: "", finished: "2024-04-02" },
            { due: "2024-09-30", text: "", finished: null },
          ],
        }),
      ],
      [entry()],
    );
    const computed = evaluatePlans([
      ...trackingSheets(plan),
      ...sheetsOf(plan, YEAR, YEAR.to, "leaders"),
    ]);
    const used = new Set(
      computed.flatMap(({ formula }) =>
        [...formula.replace(/"[^"]*"/g, "").matchAll(/([A-Z][A-Z.]*)\(/g)].map(([, name]) => name),
      ),
    );
    expect(used.size).toBeGreaterThan(8);
    expect([...used].filter((name) => !allowed.test(name ?? ""))).toEqual([]);
    expect(
      computed.filter(
        ({ formula }) => /\[@|TODAY|NgaySoLieu/.test(formula) && formula.includes("SoLieu2"),
      ),
    ).toEqual([]);
  });

  it("notice when a line is taken out of the list or a task is added to Theo dõi", () => {
    const plan = tracking([task(), task({ code: "NV002" })]);
    const longer = tracking([...plan.tasks, task({ code: "NV003" })]);
    const wrong = differences([
      ...trackingSheets(longer),
      ...sheetsOf(plan, HALF, HALF.to, "leaders"),
    ]);
    expect(wrong.map(({ found }) => found)).toEqual([
      "TỔNG KHÔNG KHỚP: lập lại báo cáo hoặc xem cột Tình trạng ở danh mục.",
    ]);
  });
});
