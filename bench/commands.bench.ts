import { createCommands, Refusal } from "../src/commands";
import { reportingPeriod } from "../src/deadline";
import { openWorkbook } from "../src/host";
import { startExcel } from "../src/host/node";

const units = ["Văn phòng", "Phòng Quản lý đầu tư", "Phòng Quy hoạch", "Phòng Quản lý lao động"];
const times = ["Quý II", "Trước ngày 15/6/2024", "Thường xuyên", "30/9/2024", "Tháng 11"];
const header = ["STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"];

/** An appendix of so many tasks on the only sheet of a new workbook. */
async function appendix(tasks: number) {
  const standIn = await openWorkbook(null);
  await startExcel(standIn);
  const rows = Array.from({ length: tasks }, (_, n) => [
    n + 1,
    `Tuyên truyền nội dung số ${n + 1} về cải cách hành chính đến doanh nghiệp`,
    "Tin, bài",
    units[n % units.length] ?? "",
    units[(n + 1) % units.length] ?? "",
    `'${times[n % times.length] ?? ""}`,
  ]);
  const block = 4_000;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:A2").values = [["PHỤ LỤC"], ["Kế hoạch tuyên truyền năm 2024"]];
    sheet.getRange("A4:F4").values = [header];
    const starts = Array.from({ length: Math.ceil(tasks / block) }, (_, n) => n * block);
    await starts.reduce(async (before, from) => {
      await before;
      const part = rows.slice(from, from + block);
      sheet.getRangeByIndexes(4 + from, 0, part.length, header.length).values = part;
      await context.sync();
    }, Promise.resolve());
  });
  return standIn;
}

/**
 * What the officer's commands ask of Excel and take themselves, from a workbook never read to the
 * report, beside the time that opening the same file takes. Reading and checking are one command; the
 * second reading finds the sheets that were written.
 */
export default async function (): Promise<void> {
  const period = reportingPeriod("first-half", 2024);
  const table: Record<string, Record<string, string | number>> = {};
  for (const tasks of [30, 300, 3_000, 30_000]) {
    const { bytes } = await (await appendix(tasks)).save();
    const opening = performance.now();
    const standIn = await openWorkbook(bytes);
    const opened = performance.now() - opening;
    await startExcel(standIn);
    table[`${tasks} tasks: open the same file`] = {
      "stand-in, ms": Math.round(opened),
      "stand-in per task, ms": (opened / tasks).toFixed(3),
    };
    const commands = createCommands({ locale: "vi", today: () => "2024-06-14" });
    const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
      ["read and check", () => commands.open()],
      ["track", () => commands.track()],
      ["check again", () => commands.open()],
      ["report", () => commands.report({ period, asOf: period.to, reader: "authority" })],
    ];
    for (const [name, act] of steps) {
      standIn.counters.reset();
      const start = performance.now();
      // Above 5 MB a response Excel on the web gives nothing: the command says so, and what it cost.
      const outcome = await act().then(
        () => "done",
        (error: unknown) => (error instanceof Refusal ? `refused: ${error.code}` : String(error)),
      );
      const whole = performance.now() - start;
      const { requests, cells, cellsRead, bytesIn, bytesOut, milliseconds } = standIn.counters;
      const own = whole - milliseconds;
      table[`${tasks} tasks: ${name}`] = {
        outcome,
        "round trips": requests,
        "cells written": cells,
        "cells read": cellsRead,
        "KiB to Excel": Math.round(bytesIn / 1024),
        "KiB from Excel": Math.round(bytesOut / 1024),
        "own, ms": Math.round(own),
        "own per task, ms": (own / tasks).toFixed(3),
        "stand-in, ms": Math.round(milliseconds),
      };
    }
  }
  console.table(table);
}
