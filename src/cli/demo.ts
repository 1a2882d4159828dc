import { join } from "node:path";
import { createCommands } from "../commands";
import { reportingPeriod, showDate } from "../deadline";
import { readWorkbook } from "../excel";
import { openInStandIn, saveFile } from "./workbook";
import type { ExitCode, Terminal } from "./terminal";

const SAMPLE = "assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx";
const YEAR = 2024;

/** `demo`: the main job on the sample workbook, with nothing typed: both reports of 2024 in out/. */
export async function demo(
  options: { readonly output: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const started = performance.now();
  const standIn = await openInStandIn(join(__dirname, "../..", SAMPLE));
  const half = reportingPeriod("first-half", YEAR);
  const year = reportingPeriod("year", YEAR);
  const before = await readWorkbook({ tables: [], names: [], settings: [] });

  const inJune = createCommands({ locale: "vi", today: () => half.to });
  const session = await inJune.open();
  const { appendix, findings, questions } = session;
  terminal.out(
    `1. Đọc trang “${appendix?.sheet ?? ""}” của ${SAMPLE}: ${session.tracking.tasks.length} nhiệm vụ, ` +
      `${appendix?.rows.length ?? 0} dòng dưới tiêu đề, không bỏ sót dòng nào.`,
  );
  const errors = findings.filter(({ severity }) => severity === "error").length;
  terminal.out(`2. Rà soát: ${findings.length} điều cần xem, ${errors} lỗi. Ví dụ:`);
  for (const { cell, message } of findings.slice(0, 2)) terminal.out(`   ${cell} ${message}`);
  terminal.out(`   ${questions.length} chỗ cần hỏi, không chặn việc lập báo cáo. Ví dụ:`);
  for (const { text } of questions.slice(0, 2)) terminal.out(`   ${text}`);

  const first = await inJune.report({ period: half, asOf: half.to, reader: "authority" });
  terminal.out(`3. Báo cáo ${half.name}, số liệu đến ${showDate(half.to)}:`);
  for (const sentence of first.said.slice(0, 4)) terminal.out(`   ${sentence}`);
  const inDecember = createCommands({ locale: "vi", today: () => `${YEAR}-12-31` });
  const second = await inDecember.report({ period: year, asOf: year.to, reader: "authority" });
  terminal.out(`4. Báo cáo ${year.name}, số liệu đến ${showDate(year.to)}:`);
  for (const sentence of second.said.slice(0, 4)) terminal.out(`   ${sentence}`);

  const after = await readWorkbook({
    tables: [],
    names: [],
    settings: [],
    sheet: before.activeSheet,
  });
  const same = JSON.stringify(before.grid) === JSON.stringify(after.otherGrid);
  terminal.out(
    same
      ? `5. Trang “${before.activeSheet}” giữ nguyên từng ô.`
      : `5. LỖI: trang “${before.activeSheet}” đã bị thay đổi.`,
  );
  const differences = first.differences.length + second.differences.length;
  terminal.out(
    differences === 0
      ? "6. Mọi công thức trong trang cho đúng số mà chương trình tính."
      : `6. LỖI: ${differences} công thức cho số khác.`,
  );
  const file = join(options.output, "phu-luc-cchc-2024-da-lap-bao-cao.xlsx");
  await saveFile({ standIn }, file, terminal);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace(".", ",");
  terminal.out(`Đã ghi ${file} sau ${seconds} giây.`);
  terminal.out("Xem trong trình duyệt: npm start");
  return same && differences === 0 ? 0 : 1;
}
