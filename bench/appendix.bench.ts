/** Reading an appendix: time against the number of rows, and finding its tasks again after an edit. */
import { readAppendix } from "../src/appendix";
import type { Area, CellValue, SheetGrid } from "../src/sheet";
import { matchTasks, type IdentityTask } from "../src/task";

const HEADER = ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời hạn", "Ghi chú"];
const QUARTERS = ["Quý I/2024", "Quý II/2024", "Thường xuyên", "Trước ngày 15/11/2024"];

function sheetOf(tasks: number, merged: boolean): SheetGrid {
  const values: CellValue[][] = [HEADER];
  const merges: Area[] = [];
  for (let index = 0; index < tasks; index++) {
    if (index % 10 === 0) values.push(["I", `Nhóm nhiệm vụ ${index}`, "", "", "", "", ""]);
    const first = index % 3 === 0;
    if (merged && first) merges.push({ row: values.length, column: 3, rows: 3, columns: 1 });
    values.push([
      index + 1,
      `Nhiệm vụ số ${index} về cải cách hành chính, chuyển đổi số trong các khu công nghiệp`,
      "Báo cáo",
      merged && !first ? "" : "Phòng Quản lý đầu tư",
      "Các phòng chuyên môn",
      QUARTERS[index % 4] ?? "",
      "",
    ]);
  }
  return {
    sheet: "Phụ lục",
    row: 0,
    column: 0,
    values,
    text: values.map((row) => row.map(String)),
    numberFormats: values.map((row) => row.map(() => "General")),
    merges,
  };
}

/** Shortest of several runs, in milliseconds. */
function shortest(runs: number, work: () => void): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function tasksOf(count: number, changed: boolean): IdentityTask[] {
  return Array.from({ length: count }, (_, index) => ({
    title: `Nhiệm vụ ${index * 7919} về ${QUARTERS[index % 4] ?? ""}${changed && index % 5 === 0 ? " (bổ sung)" : ""}`,
    number: String(index + 1),
    row: changed ? count - index : index,
    section: [],
  }));
}

export default async function (): Promise<void> {
  shortest(20, () => readAppendix(sheetOf(300, true)));
  const table = [30, 300, 3000, 30_000].map((count) => {
    const runs = count > 5000 ? 2 : 5;
    const plain = sheetOf(count, false);
    const merged = sheetOf(count, true);
    const withoutMerges = shortest(runs, () => readAppendix(plain));
    const withMerges = shortest(runs, () => readAppendix(merged));
    const before = tasksOf(Math.min(count, 3000), false);
    const after = tasksOf(Math.min(count, 3000), true);
    const again = shortest(2, () => matchTasks(before, after));
    return {
      tasks: count,
      "ms per 1,000 rows": ((withoutMerges / count) * 1000).toFixed(1),
      "with merged owners": ((withMerges / count) * 1000).toFixed(1),
      "ms to find again (up to 3,000, 20 % changed, sorted)": again.toFixed(1),
    };
  });
  console.table(table);
  await Promise.resolve();
}
