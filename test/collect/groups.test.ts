import { consolidate, makeForms, openReceipts, readReturnedForm } from "../../src/collect";
import { toSerial } from "../../src/deadline";
import type { Task } from "../../src/task";
import { DEPARTMENTS, fillIn, gridOf, PERIOD, taskOf, trackingOf } from "./plan";

/** A task given to a group as the appendix words it; `leads` tells whether the group leads. */
function ofGroup(index: number, phrase: string, leads: boolean): Task {
  const task = taskOf(index, leads ? "" : "Văn phòng Ban");
  return {
    ...task,
    leads: leads ? [] : task.leads,
    owner: {
      ...task.owner,
      lead: leads ? [] : task.leads,
      groups: [phrase],
      leadGroups: leads ? [phrase] : [],
    },
  };
}

function counts(task: Task): (string | number)[][] {
  return makeForms(trackingOf([task]), { period: PERIOD, sendBy: null }).map(
    ({ unit, leadTasks, supportTasks }) => [unit, leadTasks, supportTasks],
  );
}

describe("tasks given to a group", () => {
  const helping = DEPARTMENTS.map((unit) =>
    unit === "Văn phòng Ban" ? [unit, 1, 0] : [unit, 0, 1],
  );

  it.each([
    ["Các phòng chuyên môn", helping],
    ["Trưởng các phòng chuyên môn", helping],
    ["Các đơn vị liên quan", [["Văn phòng Ban", 1, 0]]],
  ])("stand on the form of each unit as coordinating: %s", (phrase, expected) => {
    expect(counts(ofGroup(1, phrase, false))).toEqual(expected);
  });

  it("stand on the form of each unit as leading where the group leads", () => {
    expect(counts(ofGroup(1, "Các phòng chuyên môn", true))).toEqual(
      DEPARTMENTS.map((unit) => [unit, 1, 0]),
    );
  });

  it("are left to the lead that the officer named instead of the group", () => {
    const named = { ...ofGroup(1, "Các phòng chuyên môn", true), leads: ["Thanh tra Ban"] };
    expect(counts(named)).toEqual([["Thanh tra Ban", 1, 0]]);
  });

  it("are asked of every unit, and finished by none of them alone: its day is kept in words", () => {
    const tracking = trackingOf([ofGroup(1, "Các phòng chuyên môn", true)]);
    expect(openReceipts([], tracking, PERIOD, null)).toHaveLength(DEPARTMENTS.length);
    const [form] = makeForms(tracking, { period: PERIOD, sendBy: null });
    if (!form) throw new Error("there is no form");
    const filled = fillIn(gridOf(form), "NV001", { finished: toSerial("2024-06-05") });
    const taken = consolidate(tracking, [readReturnedForm(form.fileName, [filled])], {
      period: PERIOD,
      receivedOn: null,
      sendBy: null,
    });
    expect(taken.finishes).toEqual([]);
    expect(taken.entries.map(({ result }) => result)).toEqual(["xong phần việc ngày 5/6/2024"]);
    expect(taken.forms[0]?.problems.map(({ kind }) => kind)).toEqual(["finish-of-group"]);
    expect(taken.missing).toHaveLength(DEPARTMENTS.length - 1);
  });
});
