/**
 * Writes the sample workbook: an appendix laid out as boards of industrial zones write theirs, for the plan of
 * spreading the word on administrative reform. Departments are examples; the result columns are filled in for the
 * whole year, and a few honest mistakes are left in for the checks to find.
 * Run: npx tsx scripts/make-sample.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx, type Cell, type CellStyle } from "hucre/xlsx";
import { isoDate, toSerial } from "../src/deadline";

const TARGET = join(import.meta.dirname, "../assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx");
/** Fixed, so that the file is the same on every run. */
const MADE = new Date(Date.UTC(2024, 0, 15, 1, 0, 0));
const HEADER_ROW = 6;
const FIRST_ROW = 8;

/** A day of 2024 as a true date cell. */
interface Day {
  readonly day: number;
  readonly month: number;
  readonly format: string;
}
type Content = string | number | Day | { readonly decimal: number; readonly format: string };

const day = (dayOfMonth: number, month: number): Day => ({
  day: dayOfMonth,
  month,
  format: "dd/mm/yyyy",
});
/** A whole month typed as a date: Excel stores its first day. */
const wholeMonth = (month: number): Day => ({ day: 1, month, format: '"Tháng "m/yyyy' });

const OFFICE = "Văn phòng Ban";
const INVESTMENT = "Phòng Quản lý đầu tư";
const LABOUR = "Phòng Quản lý lao động";
const ENVIRONMENT = "Phòng Quản lý môi trường";
const BUILDING = "Phòng Quản lý quy hoạch và xây dựng";
const ROOMS = "Các phòng chuyên môn";

type TaskLine = readonly [
  number: Content,
  task: string,
  product: string,
  lead: string,
  support: string,
  deadline: Content,
  finished?: Content,
  quantity?: Content,
  result?: string,
];
type Line = { readonly section: readonly [string, string] } | { readonly task: TaskLine };

const section = (number: string, title: string): Line => ({ section: [number, title] });
const task = (...cells: TaskLine): Line => ({ task: cells });

const LINES: readonly Line[] = [
  section("I", "CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN"),
  task(
    "1.1",
    "Ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2024",
    "Kế hoạch",
    OFFICE,
    ROOMS,
    "Tháng 01/2024",
    day(25, 1),
    "01 kế hoạch",
    "Đã ban hành và gửi các phòng qua phần mềm quản lý văn bản",
  ),
  task(
    "1.2",
    "Phổ biến Kế hoạch đến các doanh nghiệp trong khu công nghiệp",
    "Công văn",
    "P. QLĐT",
    OFFICE,
    "Trước ngày 15/02/2024",
    day(7, 2),
    "01 công văn",
    "Đã gửi đến các doanh nghiệp bằng thư điện tử",
  ),
  task(
    "1.3",
    "Phân công công chức làm đầu mối về cải cách hành chính của từng phòng",
    "Danh sách công chức đầu mối",
    ROOMS,
    OFFICE,
    day(29, 2),
    day(27, 2),
    "05 người",
    "Các phòng đã gửi danh sách về Văn phòng Ban",
  ),
  task(
    "1.4",
    "Rà soát, đôn đốc việc thực hiện công tác tuyên truyền tại các phòng",
    "Báo cáo",
    OFFICE,
    ROOMS,
    "Quý II, IV",
    day(5, 12),
    "02 báo cáo",
    "Đợt 1 báo cáo ngày 25/6/2024, đợt 2 báo cáo ngày 05/12/2024",
  ),
  section("II", "TUYÊN TRUYỀN TRÊN CỔNG THÔNG TIN ĐIỆN TỬ"),
  task(
    "2.1",
    "Đăng tin, bài về dịch vụ công trực tuyến",
    "04 tin, bài",
    INVESTMENT,
    OFFICE,
    "Quý I",
  ),
  task(
    "2.2",
    "Xây dựng chuyên mục “Cải cách hành chính” trên Cổng thông tin điện tử của Ban",
    "Chuyên mục",
    OFFICE,
    ROOMS,
    "Trước ngày 01/4/2024",
    day(28, 3),
    "01 chuyên mục",
    "Chuyên mục đã hoạt động",
  ),
  task(
    "2.3",
    "Đăng tải văn bản của Trung ương và của tỉnh về cải cách hành chính",
    "Văn bản được đăng tải",
    OFFICE,
    "",
    "Thường xuyên",
    "",
    "36 văn bản",
    "Đăng tải trong 02 ngày làm việc sau khi nhận văn bản",
  ),
  task(
    "2.4",
    "Đăng bài về Chỉ số cải cách hành chính (PAR INDEX) và Chỉ số hài lòng (SIPAS)",
    "02 bài",
    OFFICE,
    INVESTMENT,
    wholeMonth(5),
    day(22, 5),
    "02 bài",
    "Đã đăng trên Cổng thông tin điện tử",
  ),
  task(
    "2.5",
    "Giới thiệu gương điển hình, cách làm hay trong cải cách hành chính",
    "02 bài",
    OFFICE,
    ROOMS,
    "Quý III/2024",
    day(12, 9),
    "02 bài",
    "Đã đăng trên Cổng thông tin điện tử",
  ),
  task(
    "2.6",
    "Làm video hướng dẫn doanh nghiệp nộp hồ sơ trực tuyến",
    "01 video",
    INVESTMENT,
    OFFICE,
    "31/6/2024",
    day(28, 6),
    "01 video",
    "Đã đăng trên Cổng thông tin điện tử",
  ),
  task(
    "2.7",
    "Cập nhật chuyên mục hỏi đáp cho doanh nghiệp và người lao động",
    "Câu hỏi được trả lời",
    LABOUR,
    INVESTMENT,
    "Hằng tháng",
  ),
  task(
    "2.8",
    "Công khai kết quả giải quyết thủ tục hành chính",
    "Bảng tổng hợp",
    OFFICE,
    ROOMS,
    "Hằng quý",
    "",
    "04 kỳ",
    "Đã công khai trên Cổng thông tin điện tử",
  ),
  task(
    "2.9",
    "Đăng bài về chuyển đổi số, xây dựng chính quyền điện tử",
    "02 bài",
    OFFICE,
    BUILDING,
    "Trước ngày 10/6/2024",
    day(18, 6),
    "02 bài",
    "Đã đăng trên Cổng thông tin điện tử",
  ),
  task(
    { decimal: 2.1, format: "0.00" },
    "Đăng tin, bài về kết quả cải cách hành chính của Ban",
    "02 tin, bài",
    "",
    OFFICE,
    "Tháng 4/2024",
    day(26, 4),
    "02 tin, bài",
    "Đã đăng trên Cổng thông tin điện tử",
  ),
  section("III", "NỘI DUNG TUYÊN TRUYỀN"),
  task(
    "a)",
    "Mục đích, ý nghĩa, tầm quan trọng của công tác cải cách hành chính",
    "Tài liệu, tin, bài",
    OFFICE,
    "Các phòng chuyên môn, nghiệp vụ",
    "Thường xuyên",
  ),
  task(
    "b)",
    "Quan điểm, chủ trương của Đảng, chính sách, pháp luật của Nhà nước về cải cách hành chính",
    "Tài liệu, tin, bài",
    "",
    "",
    "Thường xuyên",
  ),
  task(
    "c)",
    "Cải cách thể chế; cơ chế một cửa, một cửa liên thông; tổ chức bộ máy; chế độ công vụ; tài chính công; chính quyền điện tử",
    "01 bộ tài liệu",
    "",
    "",
    "30/4/2024",
    day(24, 4),
    "01 bộ tài liệu",
    "Đã gửi các phòng qua phần mềm quản lý văn bản",
  ),
  task(
    "d)",
    "Giải pháp nâng cao Chỉ số cải cách hành chính và Chỉ số hài lòng",
    "01 bộ tài liệu",
    "",
    "",
    "Trước ngày 31/5/2024",
    day(31, 5),
    "01 bộ tài liệu",
    "Đã gửi các phòng qua phần mềm quản lý văn bản",
  ),
  task(
    "đ)",
    "Biểu dương tập thể, cá nhân làm tốt công tác cải cách hành chính",
    "Tin, bài",
    "",
    "",
    "Thường xuyên",
    "",
    "07 tin, bài",
    "Biểu dương 03 tập thể, 04 cá nhân",
  ),
  section("IV", "HÌNH THỨC TUYÊN TRUYỀN"),
  task(
    "4.1",
    "Tổ chức hội nghị tập huấn về cải cách hành chính cho công chức, viên chức, người lao động",
    "01 hội nghị",
    OFFICE,
    ROOMS,
    "Quý II",
    day(5, 6),
    "85 lượt người",
    "Đã tổ chức 01 hội nghị tại trụ sở Ban",
  ),
  task(
    "4.2",
    "Tổ chức cuộc thi tìm hiểu về cải cách hành chính",
    "01 cuộc thi",
    OFFICE,
    LABOUR,
    "Quý IV/2024",
    day(20, 12),
    "01 cuộc thi",
    "Có 112 người dự thi",
  ),
  task(
    "4.3",
    "Lồng ghép tuyên truyền tại hội nghị, giao ban của Ban",
    "Thông báo kết luận",
    OFFICE,
    ROOMS,
    "Thường xuyên",
  ),
  task(
    "4.4",
    "Lồng ghép tuyên truyền khi kiểm tra doanh nghiệp trong khu công nghiệp",
    "Biên bản kiểm tra",
    ENVIRONMENT,
    `${INVESTMENT}; ${LABOUR}`,
    "Theo kế hoạch kiểm tra",
    day(20, 5),
    "12 doanh nghiệp",
    "Đã lồng ghép tại 12 doanh nghiệp được kiểm tra",
  ),
  task(
    "4.5",
    "Cung cấp tài liệu tuyên truyền qua phần mềm quản lý văn bản",
    "01 bộ tài liệu",
    BUILDING,
    OFFICE,
    "Quý I/2024",
    day(15, 3),
    "01 bộ tài liệu",
    "Đã gửi các phòng",
  ),
  task(
    "4.6",
    "Niêm yết công khai danh mục thủ tục hành chính tại trụ sở và trên Cổng thông tin điện tử",
    "Danh mục thủ tục hành chính",
    OFFICE,
    ROOMS,
    "Khi có thay đổi",
  ),
  task(
    "4.7",
    "Đăng tin, bài về kết quả cải cách hành chính của Ban",
    "Tin, bài",
    OFFICE,
    ROOMS,
    "Thường xuyên",
    "",
    "18 tin, bài",
    "Đã đăng trên Cổng thông tin điện tử",
  ),
  section("V", "KHẢO SÁT, SƠ KẾT, BÁO CÁO"),
  task(
    "5.1",
    "Báo cáo kết quả tuyên truyền cải cách hành chính 6 tháng đầu năm 2024",
    "Báo cáo",
    OFFICE,
    ROOMS,
    "Trước ngày 15/6/2024",
    day(12, 6),
    "01 báo cáo",
    "Đã gửi Sở Nội vụ",
  ),
  task(
    "5.2",
    "Báo cáo kết quả tuyên truyền cải cách hành chính năm 2024",
    "Báo cáo",
    OFFICE,
    ROOMS,
    "Trước ngày 15/12/2024",
    day(13, 12),
    "01 báo cáo",
    "Đã gửi Sở Nội vụ",
  ),
  task(
    "5.3",
    "Khảo sát mức độ hài lòng của doanh nghiệp về giải quyết thủ tục hành chính",
    "Báo cáo khảo sát",
    LABOUR,
    OFFICE,
    day(31, 5),
    day(20, 6),
    "150 phiếu",
    "Đã khảo sát 150 doanh nghiệp và tổng hợp báo cáo",
  ),
  task(
    "5.4",
    "Tổng hợp kiến nghị của doanh nghiệp về thủ tục hành chính",
    "Văn bản tổng hợp",
    INVESTMENT,
    ROOMS,
    "Tháng 3/2024",
    "",
    "01 văn bản",
    "Đã hoàn thành",
  ),
];

const NOTES = [
  "Ghi chú: Tên các phòng trong bảng là ví dụ, thay bằng tên thật của đơn vị trước khi dùng.",
  "Các cột “Kết quả thực hiện” do Văn phòng Ban theo dõi, cập nhật trong năm; không thuộc nội dung ban hành.",
];

const FONT = "Times New Roman";
const THIN = { style: "thin", color: { rgb: "000000" } } as const;
const BOX = { top: THIN, right: THIN, bottom: THIN, left: THIN };

function style(
  look: {
    bold?: boolean;
    italic?: boolean;
    size?: number;
    center?: boolean;
    middle?: boolean;
    box?: boolean;
    fill?: string;
    format?: string;
  } = {},
): CellStyle {
  return {
    font: { name: FONT, size: look.size ?? 12, bold: look.bold, italic: look.italic },
    alignment: {
      horizontal: look.center ? "center" : "left",
      vertical: look.middle === false ? "top" : "center",
      wrapText: true,
    },
    ...(look.box ? { border: BOX } : {}),
    ...(look.fill
      ? { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: look.fill } } }
      : {}),
    ...(look.format ? { numFmt: look.format } : {}),
  };
}

type Sheet = Parameters<typeof writeXlsx>[0]["sheets"][number];

function appendixSheet(): Sheet {
  const cells = new Map<string, Partial<Cell>>();
  const merges: NonNullable<Sheet["merges"]> = [];
  const heights = new Map<number, { height: number }>();
  const put = (row: number, column: number, content: Content, look: CellStyle) => {
    const isDay = typeof content === "object" && "day" in content;
    const isDecimal = typeof content === "object" && "decimal" in content;
    const value = isDay ? serial(content) : isDecimal ? content.decimal : content;
    cells.set(`${row},${column}`, {
      value: value === "" ? null : value,
      type: value === "" ? "empty" : typeof value === "number" ? "number" : "string",
      style: isDay || isDecimal ? { ...look, numFmt: content.format } : look,
    });
  };
  const merge = (startRow: number, startCol: number, endRow: number, endCol: number) =>
    merges.push({ startRow, startCol, endRow, endCol });

  put(0, 0, "UBND TỈNH HƯNG YÊN", style({ center: true }));
  put(1, 0, "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", style({ center: true, bold: true }));
  merge(0, 0, 0, 2);
  merge(1, 0, 1, 2);
  put(2, 0, "PHỤ LỤC", style({ center: true, bold: true, size: 14 }));
  put(
    3,
    0,
    "NHIỆM VỤ TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2024",
    style({ center: true, bold: true, size: 14 }),
  );
  put(
    4,
    0,
    "(Kèm theo Kế hoạch số       /KH-BQL ngày      tháng     năm 2024 của Ban Quản lý các khu công nghiệp tỉnh Hưng Yên)",
    style({ center: true, italic: true, size: 13 }),
  );
  for (const row of [2, 3, 4]) merge(row, 0, row, 8);

  const head = style({ bold: true, center: true, box: true, fill: "F2F2F2" });
  const tall: readonly [number, string][] = [
    [0, "TT"],
    [1, "Nội dung nhiệm vụ"],
    [2, "Sản phẩm"],
    [5, "Thời hạn hoàn thành"],
  ];
  for (let column = 0; column < 9; column++) {
    put(HEADER_ROW, column, "", head);
    put(HEADER_ROW + 1, column, "", head);
  }
  for (const [column, words] of tall) {
    put(HEADER_ROW, column, words, head);
    merge(HEADER_ROW, column, HEADER_ROW + 1, column);
  }
  put(HEADER_ROW, 3, "Đơn vị thực hiện", head);
  merge(HEADER_ROW, 3, HEADER_ROW, 4);
  put(HEADER_ROW, 6, "Kết quả thực hiện năm 2024", head);
  merge(HEADER_ROW, 6, HEADER_ROW, 8);
  ["Chủ trì", "Phối hợp"].forEach((words, index) => put(HEADER_ROW + 1, 3 + index, words, head));
  ["Ngày hoàn thành", "Số lượng", "Kết quả thực hiện"].forEach((words, index) =>
    put(HEADER_ROW + 1, 6 + index, words, head),
  );
  for (let column = 0; column < 9; column++) {
    put(
      FIRST_ROW,
      column,
      `(${column + 1})`,
      style({ italic: true, center: true, box: true, size: 11 }),
    );
  }

  heights.set(HEADER_ROW, { height: 20 });
  heights.set(HEADER_ROW + 1, { height: 34 });

  let row = FIRST_ROW + 1;
  for (const line of LINES) {
    if ("section" in line) {
      const look = style({ bold: true, box: true, fill: "E2EFDA" });
      for (let column = 0; column < 9; column++) put(row, column, "", look);
      put(row, 0, line.section[0], style({ bold: true, box: true, center: true, fill: "E2EFDA" }));
      put(row, 1, line.section[1], look);
      merge(row, 1, row, 8);
      heights.set(row, { height: 20 });
    } else {
      for (let column = 0; column < 9; column++) {
        const centred = [0, 3, 5, 6].includes(column);
        put(row, column, line.task[column] ?? "", style({ box: true, center: centred }));
      }
      const longest = Math.max(
        Math.ceil(line.task[1].length / 42),
        Math.ceil((line.task[8] ?? "").length / 30),
        2,
      );
      heights.set(row, { height: longest * 16 + 4 });
      if (line.task[0] === "a)") {
        merge(row, 3, row + 4, 3);
        merge(row, 4, row + 4, 4);
      }
    }
    row++;
  }
  for (const note of NOTES) {
    put(row, 0, note, style({ italic: true, size: 11 }));
    merge(row, 0, row, 8);
    row++;
  }
  return {
    name: "Phụ lục",
    cells,
    rows: [],
    merges,
    rowDefs: heights,
    columns: [6, 44, 18, 20, 22, 17, 14, 15, 32].map((width) => ({ width })),
    freezePane: { rows: FIRST_ROW },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${HEADER_ROW + 1}:$${HEADER_ROW + 2}`,
      horizontalCentered: true,
    },
  };
}

function serial(content: Day): number {
  const date = isoDate(2024, content.month, content.day);
  if (!date) throw new RangeError(`No such day: ${content.day}/${content.month}/2024`);
  return toSerial(date);
}

async function main(): Promise<void> {
  const bytes = await writeXlsx({
    sheets: [appendixSheet()],
    properties: {
      title: "Phụ lục nhiệm vụ tuyên truyền cải cách hành chính năm 2024 (mẫu)",
      creator: "Văn phòng Ban (ví dụ)",
      lastModifiedBy: "Văn phòng Ban (ví dụ)",
      created: MADE,
      modified: MADE,
    },
    defaultFont: { name: FONT, size: 12 },
  });
  writeFileSync(TARGET, bytes);
  console.log(`${TARGET}: ${bytes.length} bytes`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
