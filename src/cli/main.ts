import { Command, CommanderError } from "commander";
import { Refusal } from "../commands";
import * as actions from "./actions";
import { collect, forms, giveBack } from "./collecting";
import { demo } from "./demo";
import { UsageProblem } from "./problem";
import { script } from "./script";
import type { ExitCode, Terminal } from "./terminal";
import { silence, urge } from "./urging";

/**
 * Runs one command of the command line. Gives the exit code: 0 fine, 1 findings of severity error,
 * 2 bad use or an unreadable file, said in one clear line on stderr.
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = commandsOf(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return failed(error, terminal);
  }
}

function failed(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    terminal.error(usageWords(error));
    return 2;
  }
  if (error instanceof Refusal) {
    terminal.error(`${error.message} ${error.advice}`.trim());
    for (const { text } of error.questions) terminal.error(`  ${text}`);
    const isTechnical = error.code === "excel" || error.code === "too-old";
    if (isTechnical && error.cause instanceof Error) terminal.error(error.cause.message);
    return 2;
  }
  if (error instanceof UsageProblem) {
    terminal.error(error.message);
    return 2;
  }
  throw error;
}

/** Commander speaks English: the same in the language of all other sentences. */
function usageWords(error: CommanderError): string {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  const help = "Xem cách dùng: phuluc --help";
  switch (error.code) {
    case "commander.unknownCommand":
      return `Không có lệnh “${named}”. ${help}`;
    case "commander.unknownOption":
      return `Không có tùy chọn “${named}”. ${help}`;
    case "commander.missingArgument":
      return `Thiếu “${named}”. ${help}`;
    case "commander.missingMandatoryOptionValue":
      return `Thiếu tùy chọn “${named}”. ${help}`;
    case "commander.optionMissingArgument":
      return `Tùy chọn “${named}” cần một giá trị. ${help}`;
    case "commander.excessArguments":
      return `Thừa tham số. ${help}`;
    default:
      return `Chưa rõ lệnh. ${help}`;
  }
}

function commandsOf(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const program = new Command("phuluc")
    .description("Từ phụ lục kế hoạch đến theo dõi và báo cáo, trên tệp .xlsx.")
    .helpOption("-h, --help", "xem cách dùng")
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: () => undefined,
    })
    .exitOverride();
  const JSON_OPTION = ["--json", "in ra một tài liệu JSON duy nhất"] as const;
  const SHEET_OPTION = ["--sheet <tên>", "trang có phụ lục; không nêu thì tự tìm"] as const;
  const TODAY_OPTION = ["--today <ngày>", "coi ngày này là hôm nay"] as const;
  const PERIOD_OPTION = [
    "--period <kỳ>",
    "6-thang, nam, 6-thang-cuoi, 9-thang, quy-1…4, thang-1…12, hoặc từ..đến",
  ] as const;
  const YEAR_OPTION = ["--year <năm>", "năm của kỳ báo cáo"] as const;
  const SEND_OPTION = ["--send-by <ngày>", "hạn các đơn vị gửi báo cáo"] as const;

  program
    .command("demo")
    .description("làm thử việc chính trên phụ lục mẫu: hai báo cáo năm 2024 trong out/")
    .option("-o, --output <thư mục>", "nơi ghi tệp", "out")
    .action(async (options: { output: string }) => done(await demo(options, terminal)));
  program
    .command("read")
    .description("đọc cấu trúc phụ lục")
    .argument("<tệp>")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: actions.Common) =>
      done(await actions.read(file, options, terminal)),
    );
  program
    .command("check")
    .description("rà soát phụ lục; mã thoát 1 khi có lỗi")
    .argument("<tệp>")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: actions.Common) =>
      done(await actions.check(file, options, terminal)),
    );
  program
    .command("track")
    .description("thêm hoặc cập nhật các trang theo dõi")
    .argument("<tệp>")
    .requiredOption("-o, --output <tệp>", "tệp ghi ra")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: actions.Common & { output: string }) =>
      done(await actions.track(file, options, terminal)),
    );
  program
    .command("overdue")
    .description("việc quá hạn và sắp đến hạn của từng đơn vị")
    .argument("<tệp>")
    .option("--as-of <ngày>", "tính đến ngày")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: actions.Common & { asOf?: string }) =>
      done(await actions.overdue(file, options, terminal)),
    );
  program
    .command("report")
    .description("lập báo cáo của một kỳ")
    .argument("<tệp>")
    .requiredOption(...PERIOD_OPTION)
    .option(...YEAR_OPTION)
    .option("--as-of <ngày>", "số liệu tính đến ngày; không quá ngày chốt của kỳ")
    .option("--reader <nơi nhận>", "cap-tren, lanh-dao hoặc van-phong", "cap-tren")
    .requiredOption("-o, --output <tệp>", "tệp ghi ra")
    .option("--unit <đơn vị>", "báo cáo riêng của một đơn vị, gửi Văn phòng")
    .option("--after-cut-off", "báo cáo năm: thêm phần bổ sung sau ngày chốt")
    .option("--docx <tệp>", "ghi thêm văn bản Word")
    .option("--outline <tệp>", "đề cương của văn bản Word (JSON), thay thứ tự mục thường dùng")
    .option("--paragraph <tệp>", "ghi đoạn để lồng ghép vào báo cáo cải cách hành chính")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: actions.ReportOptions) =>
      done(await actions.report(file, options, terminal)),
    );
  program
    .command("forms")
    .description("lập phiếu báo cáo cho từng đơn vị")
    .argument("<tệp>")
    .requiredOption(...PERIOD_OPTION)
    .option(...YEAR_OPTION)
    .option(...SEND_OPTION)
    .requiredOption("-o, --output <thư mục>", "nơi ghi các phiếu")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: Parameters<typeof forms>[1]) =>
      done(await forms(file, options, terminal)),
    );
  program
    .command("collect")
    .description("nhận các phiếu đã điền vào tệp theo dõi; mã thoát 1 khi có chỗ ghi khác nhau")
    .argument("<tệp>")
    .argument("<phiếu...>")
    .requiredOption(...PERIOD_OPTION)
    .option(...YEAR_OPTION)
    .option(...SEND_OPTION)
    .option("--answers <tệp>", "JSON: chỗ khác nhau giữ bên nào, tệp nào của đơn vị nào")
    .requiredOption("-o, --output <tệp>", "tệp ghi ra")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, returned: string[], options: Parameters<typeof collect>[2]) =>
      done(await collect(file, returned, options, terminal)),
    );
  program
    .command("send-back")
    .description("ghi vào Sổ nhận báo cáo việc trả lại báo cáo của một đơn vị")
    .argument("<tệp>")
    .requiredOption("--unit <đơn vị>", "tên đơn vị")
    .requiredOption(...PERIOD_OPTION)
    .option(...YEAR_OPTION)
    .requiredOption("--reason <lý do>", "lý do trả lại")
    .requiredOption("--new-date <ngày>", "hạn gửi lại")
    .requiredOption("-o, --output <tệp>", "tệp ghi ra")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: Parameters<typeof giveBack>[1]) =>
      done(await giveBack(file, options, terminal)),
    );
  program
    .command("urge")
    .description("nội dung đôn đốc từng đơn vị; thêm -o để lập trang Đôn đốc")
    .argument("<tệp>")
    .option("--as-of <ngày>", "tính đến ngày")
    .option("--unit <đơn vị>", "chỉ một đơn vị")
    .option("-o, --output <tệp>", "tệp ghi ra, có thêm trang Đôn đốc")
    .option("--note", "ghi thêm vào Sổ đôn đốc")
    .option("--docx <tệp>", "ghi Thông báo đôn đốc cho Word")
    .option("--ics <tệp>", "ghi lịch thời hạn (.ics)")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: Parameters<typeof urge>[1]) =>
      done(await urge(file, options, terminal)),
    );
  program
    .command("silence")
    .description("chỗ nên hỏi lại trong kết quả: lâu chưa có, ghi lại như cũ, thiếu minh chứng")
    .argument("<tệp>")
    .option("--as-of <ngày>", "tính đến ngày")
    .option(...SHEET_OPTION)
    .option(...TODAY_OPTION)
    .option(...JSON_OPTION)
    .action(async (file: string, options: Parameters<typeof silence>[1]) =>
      done(await silence(file, options, terminal)),
    );
  program
    .command("deadline")
    .description("đọc thời hạn: mỗi dòng vào là JSON {text, year}, mỗi dòng ra là JSON")
    .action(async () => done(await actions.deadline(terminal)));
  program
    .command("owners")
    .description("đọc ô đơn vị: mỗi dòng vào là JSON {text, column}, mỗi dòng ra là JSON")
    .requiredOption("--units <tệp>", "danh mục đơn vị: JSON, hoặc .xlsx có trang Đơn vị")
    .action(async (options: { units: string }) => done(await actions.owners(options, terminal)));
  program
    .command("script")
    .description("chạy một tập lệnh Office.js (có Excel, Office) trên tệp")
    .argument("<tệp.js>")
    .option("--workbook <tệp>", "tệp .xlsx mở sẵn; không nêu thì là tệp mới")
    .option("-o, --output <tệp>", "tệp ghi ra")
    .action(async (file: string, options: { workbook?: string; output?: string }) =>
      done(await script(file, options, terminal)),
    );
  return program;
}
