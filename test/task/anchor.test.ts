import { readDeadline } from "../../src/deadline";
import { dueFromEvent, waitsForEvent, withEventDay, type Task } from "../../src/task";
import { makeTask } from "../pane/fake-commands";

function waiting(text: string, change: Partial<Task> = {}): Task {
  const deadline = readDeadline(text, { year: 2024 });
  return {
    ...makeTask({ code: "NV001" }),
    deadlineText: text,
    deadline,
    dueKind: "relative",
    due: null,
    ...change,
  };
}

describe("a deadline that counts from an event", () => {
  it.each([
    ["Trong 10 ngày kể từ ngày ban hành Kế hoạch", "2024-06-03", "2024-06-13"],
    ["10 ngày làm việc sau khi có văn bản của Bộ", "2024-04-26", "2024-05-14"],
    ["Sau 01 tháng kể từ ngày nhận được văn bản", "2024-01-31", "2024-02-29"],
  ])("%s, event on %s: due %s", (text, event, due) => {
    const task = waiting(text);
    expect(waitsForEvent(task)).toBe(true);
    expect(dueFromEvent(task, event)).toEqual({ due, certain: true });
    expect(withEventDay(task, event)).toMatchObject({ dueKind: "dated", due, start: null });
  });

  it("skips the days off of the officer's own list", () => {
    const task = waiting("3 ngày làm việc sau khi có văn bản của Bộ");
    const off = { date: "2031-03-04", kind: "off", name: "Nghỉ bù" } as const;
    expect(dueFromEvent(task, "2031-03-03")).toEqual({ due: "2031-03-06", certain: false });
    expect(dueFromEvent(task, "2031-03-03", [off])).toEqual({ due: "2031-03-07", certain: true });
  });

  it("keeps the note and says from which day it counts", () => {
    const task = waiting("Trong 10 ngày kể từ ngày ban hành Kế hoạch", { note: "gấp" });
    expect(withEventDay(task, "2024-06-03").note).toBe("gấp; Hạn tính từ ngày 3/6/2024");
  });

  it("leaves a task alone that has a due day or counts from nothing", () => {
    const dated = makeTask({ code: "NV002", due: "2024-05-31" });
    expect(withEventDay(dated, "2024-06-03")).toBe(dated);
    const settled = waiting("Trong 10 ngày kể từ ngày ban hành Kế hoạch", { due: "2024-06-01" });
    expect(dueFromEvent(settled, "2024-06-03")).toBeNull();
  });
});
