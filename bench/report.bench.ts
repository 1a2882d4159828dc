/**
 * Time of a report: figures, its two sheets, the text in Word; for 300, 3,000 and 30,000 tasks in one run.
 */
import { performance } from "node:perf_hooks";
import { addDays, reportingPeriod } from "../src/deadline";
import { makeReport, reportDocument, reportHtml, reportSheets, urgingSheet } from "../src/report";
import type { ResultEntry, Task, Tracking } from "../src/task";
import { createDirectory, readOwner } from "../src/unit";

const UNITS = Array.from({ length: 12 }, (_unit, index) => `Phòng chuyên môn số ${index + 1}`);

function plan(tasks: number): Tracking {
  const owner = readOwner("", "lead", createDirectory([]));
  const list = Array.from({ length: tasks }, (_task, index): Task => {
    const due = index % 3 === 0 ? null : addDays("2024-01-05", (index * 37) % 360);
    return {
      code: `NV${String(index + 1).padStart(5, "0")}`,
      number: String(index + 1),
      section: [`Mục ${index % 7}`],
      title: `Tuyên truyền nội dung số ${index + 1} về cải cách hành chính đến doanh nghiệp, người lao động`,
      product: "Tin, bài",
      contents: [],
      forms: ["Tin, bài trên Cổng"],
      audiences: [],
      leadText: "",
      supportText: "",
      deadlineText: due === null ? "Thường xuyên" : "Quý II",
      leads: [UNITS[index % UNITS.length] ?? ""],
      supports: [UNITS[(index + 5) % UNITS.length] ?? ""],
      owner,
      deadline: {
        text: "",
        kind: due === null ? "ongoing" : "dated",
        start: null,
        due,
        ongoing: due === null,
        every: null,
        milestones: null,
        before: null,
        relative: null,
        rule: "bench",
        evidence: [],
        leftOver: [],
        doubt: null,
      },
      dueKind: due === null ? "ongoing" : "dated",
      start: null,
      due,
      milestones: [],
      adjustedDue: null,
      adjustedBasis: "",
      adjustedReason: "",
      extensions: 0,
      done: false,
      finished: index % 4 === 0 ? addDays("2024-01-20", (index * 53) % 330) : null,
      cancelled: null,
      note: "",
      source: null,
    };
  });
  const entries = list.map(({ code }, index): ResultEntry => ({
    code,
    date: addDays("2024-01-10", (index * 29) % 330),
    unit: UNITS[index % UNITS.length] ?? "",
    quantity: 1 + (index % 5),
    measure: "tin, bài",
    result: "Đăng trên Cổng thông tin điện tử",
    evidence: `BC số ${index}`,
    difficulty: "",
    source: "ngăn",
  }));
  return {
    settings: {
      plan: {
        number: "",
        date: "",
        title: "Kế hoạch tuyên truyền",
        year: 2024,
        superiorAgency: "",
        agency: "",
      },
      asOf: "2024-06-14",
      warningDays: 7,
      beforeIncludesDay: null,
      basedOn: "",
      recipient: "",
      place: "",
      signerTitle: "",
      signerName: "",
    },
    tasks: list,
    entries,
    units: UNITS.map((name) => ({
      name,
      abbreviation: null,
      otherNames: [],
      group: null,
      headTitle: null,
    })),
  };
}

function timed<Result>(act: () => Result): { readonly ms: number; readonly result: Result } {
  const start = performance.now();
  const result = act();
  return { ms: performance.now() - start, result };
}

const show = (ms: number) => `${ms.toFixed(0)} ms`.padStart(10);

export default async function (): Promise<void> {
  const period = reportingPeriod("year", 2024);
  makeReport(plan(300), { period, asOf: period.to, reader: "leaders" });
  console.log("tasks |    figures |     sheets |    urging |       HTML |       Word | per task");
  for (const count of [300, 3_000, 30_000]) {
    const tracking = plan(count);
    const made = timed(() => makeReport(tracking, { period, asOf: period.to, reader: "leaders" }));
    const sheets = timed(() => reportSheets(made.result));
    const urging = timed(() => urgingSheet(tracking, period.to));
    const html = timed(() => reportHtml(made.result));
    const start = performance.now();
    if (count <= 3_000) await reportDocument(made.result);
    const word = performance.now() - start;
    const perTask = ((made.ms + sheets.ms) / count).toFixed(3);
    console.log(
      `${String(count).padStart(6)}|${show(made.ms)} |${show(sheets.ms)} |${show(urging.ms)} |${show(html.ms)} |${count <= 3_000 ? show(word) : "         –"} | ${perTask} ms`,
    );
  }
}
