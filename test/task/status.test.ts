import fc from "fast-check";
import { addDays, type IsoDate } from "../../src/deadline";
import { statusAt, type FinishDay, type Task, type TaskClass } from "../../src/task";
import { makeTask } from "./fixtures";

const LETTER = { warningDays: 7, beforeIncludesDay: null };

function milestones(...dates: readonly (readonly [IsoDate, FinishDay])[]) {
  return {
    dueKind: "milestones" as const,
    milestones: dates.map(([due, finished]) => ({ due, text: "", finished })),
  };
}

describe("statusAt", () => {
  const cases: readonly (readonly [string, Partial<Task>, IsoDate, TaskClass])[] = [
    ["due day itself is on time", { deadlineText: "14/6/2024" }, "2024-06-14", "open-in-time"],
    ["day after is overdue", { deadlineText: "14/6/2024" }, "2024-06-15", "open-overdue"],
    [
      "quarter II is not due at the cut-off",
      { deadlineText: "Quý II" },
      "2024-06-14",
      "open-in-time",
    ],
    [
      "finish on the due day",
      { deadlineText: "Quý I", finished: "2024-03-31" },
      "2024-06-14",
      "done-on-time",
    ],
    [
      "finish after the due day",
      { deadlineText: "Quý I", finished: "2024-04-01" },
      "2024-06-14",
      "done-late",
    ],
    [
      "a finish after the date does not count yet",
      { deadlineText: "Quý I", finished: "2024-06-20" },
      "2024-06-14",
      "open-overdue",
    ],
    [
      "done without a day",
      { deadlineText: "Quý I", done: true },
      "2024-01-01",
      "done-unknown-date",
    ],
    [
      "done without a deadline",
      { deadlineText: "Thường xuyên", finished: "2024-05-02" },
      "2024-06-14",
      "done-no-deadline",
    ],
    ["ongoing", { deadlineText: "Thường xuyên" }, "2030-01-01", "open-no-deadline"],
    ["monthly", { deadlineText: "Hằng tháng" }, "2030-01-01", "open-no-deadline"],
    ["conditional", { deadlineText: "Khi có yêu cầu" }, "2030-01-01", "open-no-deadline"],
    [
      "adjusted deadline wins",
      { deadlineText: "Quý I", adjustedDue: "2024-06-30" },
      "2024-06-14",
      "open-in-time",
    ],
    [
      "adjusted deadline of the finish",
      { deadlineText: "Quý I", adjustedDue: "2024-06-30", finished: "2024-06-01" },
      "2024-06-14",
      "done-on-time",
    ],
    ["cancelled", { deadlineText: "Quý I", cancelled: "2024-06-14" }, "2024-06-14", "cancelled"],
    [
      "not cancelled yet",
      { deadlineText: "Quý I", cancelled: "2024-06-15" },
      "2024-06-14",
      "open-overdue",
    ],
    [
      "cancelled wins over done",
      { deadlineText: "Quý I", cancelled: "2024-06-01", finished: "2024-03-01" },
      "2024-06-14",
      "cancelled",
    ],
    [
      "a text in a date cell",
      { deadlineText: "Quý I", unread: { finished: "tuần trước" } },
      "2024-06-14",
      "invalid",
    ],
    ["kind without milestones", { dueKind: "milestones", milestones: [] }, "2024-06-14", "invalid"],
    [
      "one milestone missed",
      milestones(["2024-04-30", null], ["2024-12-31", null]),
      "2024-06-14",
      "open-overdue",
    ],
    [
      "first milestone done, last open",
      milestones(["2024-04-30", "2024-04-29"], ["2024-12-31", null]),
      "2024-06-14",
      "open-in-time",
    ],
    [
      "a late milestone that is done does not make the task overdue",
      milestones(["2024-04-30", "2024-05-29"], ["2024-12-31", null]),
      "2024-06-14",
      "open-in-time",
    ],
    [
      "all done in time",
      milestones(["2024-04-30", "2024-04-29"], ["2024-06-10", "2024-06-10"]),
      "2024-06-14",
      "done-on-time",
    ],
    [
      "all done, one late",
      milestones(["2024-04-30", "2024-05-01"], ["2024-06-10", "2024-06-10"]),
      "2024-06-14",
      "done-late",
    ],
    [
      "all done, one on an unknown day",
      milestones(["2024-04-30", "unknown"], ["2024-06-10", "2024-06-10"]),
      "2024-06-14",
      "done-unknown-date",
    ],
    [
      "a finish of the whole task before every milestone",
      { ...milestones(["2024-04-30", null], ["2024-06-10", null]), finished: "2024-04-15" },
      "2024-06-14",
      "done-on-time",
    ],
    [
      "a finish of the whole task says nothing of an earlier milestone",
      { ...milestones(["2024-04-30", null], ["2024-06-10", null]), finished: "2024-06-01" },
      "2024-06-14",
      "done-unknown-date",
    ],
    [
      "a late finish of the whole task with the first milestone known",
      { ...milestones(["2024-04-30", "2024-04-30"], ["2024-06-10", null]), finished: "2024-06-12" },
      "2024-06-14",
      "done-late",
    ],
    [
      "an adjusted deadline moves the last milestone",
      {
        ...milestones(["2024-04-30", "2024-04-30"], ["2024-06-10", null]),
        adjustedDue: "2024-07-10",
      },
      "2024-06-14",
      "open-in-time",
    ],
  ];
  it.each(cases)("%s", (_, changes, asOf, expected) => {
    expect(statusAt(makeTask(changes), asOf).class).toBe(expected);
  });

  it("tells the days late and the milestone that was missed", () => {
    const late = statusAt(makeTask({ deadlineText: "Quý I" }), "2024-06-14");
    expect(late).toMatchObject({ daysLate: 75, due: "2024-03-31", missedMilestone: null });
    const done = makeTask({ deadlineText: "Quý I", finished: "2024-04-10" });
    expect(statusAt(done, "2024-06-14").daysLate).toBe(10);
    const several = milestones(["2024-04-30", null], ["2024-05-31", null], ["2024-12-31", null]);
    expect(statusAt(makeTask(several), "2024-06-14")).toMatchObject({
      due: "2024-12-31",
      missedMilestone: "2024-04-30",
      daysLate: 45,
    });
  });

  it("flags what is due within the days of warning, milestones by the next one", () => {
    const task = makeTask({ deadlineText: "20/6/2024" });
    expect(statusAt(task, "2024-06-13").dueSoon).toBe(true);
    expect(statusAt(task, "2024-06-12").dueSoon).toBe(false);
    const several = makeTask(milestones(["2024-06-15", null], ["2024-12-31", null]));
    expect(statusAt(several, "2024-06-14").dueSoon).toBe(true);
  });
});

describe("“Trước ngày X”", () => {
  const onDay = makeTask({ deadlineText: "Trước ngày 31/5/2024", finished: "2024-05-31" });

  it("counts X as late by the letter and says that it hangs on the reading", () => {
    expect(statusAt(onDay, "2024-06-14", LETTER)).toMatchObject({
      class: "done-late",
      dependsOnReading: true,
    });
  });

  it("counts X as in time when the officer says so", () => {
    const status = statusAt(onDay, "2024-06-14", { ...LETTER, beforeIncludesDay: true });
    expect(status).toMatchObject({
      class: "done-on-time",
      due: "2024-05-31",
      dependsOnReading: false,
    });
  });

  it("counts by the letter without doubt once the officer has said no", () => {
    const status = statusAt(onDay, "2024-06-14", { ...LETTER, beforeIncludesDay: false });
    expect(status).toMatchObject({ class: "done-late", dependsOnReading: false });
  });

  it("hangs on the reading while open on X, and on no other day", () => {
    const open = makeTask({ deadlineText: "Trước ngày 31/5/2024" });
    const on = (day: IsoDate) => statusAt(open, day, LETTER).dependsOnReading;
    expect([on("2024-05-30"), on("2024-05-31"), on("2024-06-01")]).toEqual([false, true, false]);
  });
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2023-12-01", days));
const task = fc
  .record({
    due: fc.option(day),
    adjustedDue: fc.option(day, { freq: 3 }),
    finished: fc.option(day),
    done: fc.boolean(),
    cancelled: fc.option(day, { freq: 8 }),
    milestones: fc.array(fc.tuple(day, fc.oneof(fc.constant("unknown" as const), fc.option(day))), {
      maxLength: 3,
    }),
  })
  .map((parts) =>
    makeTask({
      ...parts,
      dueKind: parts.milestones.length > 0 ? "milestones" : parts.due === null ? "none" : "dated",
      milestones: parts.milestones.map(([due, finished]) => ({ due, text: "", finished })),
    }),
  );

describe("status over time", () => {
  it("never takes back a finish or a cancellation", () => {
    fc.assert(
      fc.property(task, day, fc.nat(200), (one, first, days) => {
        const before = statusAt(one, first).class;
        const after = statusAt(one, addDays(first, days)).class;
        if (before === "cancelled") expect(after).toBe("cancelled");
        if (before.startsWith("done")) expect([before, "cancelled"]).toContain(after);
      }),
    );
  });

  it("keeps overdue work overdue until it is finished or cancelled; single deadlines only go one way", () => {
    fc.assert(
      fc.property(task, day, fc.nat(200), (one, first, days) => {
        fc.pre(one.milestones.length === 0);
        const before = statusAt(one, first).class;
        const after = statusAt(one, addDays(first, days)).class;
        if (before === "open-overdue") {
          expect(["open-overdue", "done-late", "cancelled"]).toContain(after);
        }
      }),
    );
  });

  it("agrees with a plain reading of the rule for single deadlines", () => {
    fc.assert(
      fc.property(task, day, (one, asOf) => {
        fc.pre(one.milestones.length === 0);
        const due = one.adjustedDue ?? one.due;
        const finish = one.finished ?? (one.done ? "0" : null);
        const isDone = finish !== null && finish <= asOf;
        const expected =
          one.cancelled !== null && one.cancelled <= asOf
            ? "cancelled"
            : isDone && finish === "0"
              ? "done-unknown-date"
              : isDone
                ? due === null
                  ? "done-no-deadline"
                  : finish > due
                    ? "done-late"
                    : "done-on-time"
                : due === null
                  ? "open-no-deadline"
                  : due < asOf
                    ? "open-overdue"
                    : "open-in-time";
        expect(statusAt(one, asOf).class).toBe(expected);
      }),
    );
  });

  it("does not hang on the order of the milestones", () => {
    fc.assert(
      fc.property(task, day, (one, asOf) => {
        const turned = { ...one, milestones: [...one.milestones].reverse() };
        expect(statusAt(turned, asOf)).toEqual(statusAt(one, asOf));
      }),
    );
  });
});
