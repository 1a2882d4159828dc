import { unzipSync } from "fflate";
import { reportingPeriod } from "../../src/deadline";
import {
  makeReport,
  overdueByUnit,
  paragraphToWeaveIn,
  readReportTable,
  reportContent,
  reportDocument,
  reportHtml,
  reportSentences,
  reportSheets,
  urgingDocument,
  urgingText,
  type Reader,
} from "../../src/report";
import { entry, task, tracking } from "./plans";

const HALF = reportingPeriod("first-half", 2024);
const YEAR = reportingPeriod("year", 2024);
const PLAN = tracking(
  [
    task({ code: "NV001", number: "1.1", due: "2024-03-31", finished: "2024-03-20" }),
    task({
      code: "NV002",
      number: "2.1",
      title: "Đăng tin <b>bài</b> & ảnh",
      leads: ["Phòng Quản lý đầu tư"],
      supports: ["Phòng Quản lý lao động"],
      due: "2024-03-31",
    }),
    task({ code: "NV003", number: "2.2", due: null, leads: ["Phòng Quản lý đầu tư"] }),
    task({ code: "NV004", number: "3.1", due: "2024-06-18", leads: ["Phòng Quản lý đầu tư"] }),
  ],
  [entry({ code: "NV001", quantity: 4, date: "2024-03-20", difficulty: "Thiếu kinh phí" })],
);
const report = (reader: Reader = "leaders", period = HALF, asOf = period.to) =>
  makeReport(PLAN, { period, asOf, reader });

describe("sentences", () => {
  it("show how the classes add up", () => {
    expect(reportSentences(report())[0]).toBe(
      "4 nhiệm vụ = 1 đã hoàn thành (1 đúng hạn) + 3 chưa hoàn thành (1 trong hạn, 1 quá hạn, 1 không có thời hạn). Tổng khớp.",
    );
    expect(reportSentences(report())[1]).toBe("2 nhiệm vụ đã đến hạn, quá hạn 1 (50%).");
  });

  it("say that a draft is one", () => {
    expect(reportSentences(report("leaders", HALF, "2024-05-01")).join(" ")).toContain("dự thảo");
  });

  it("give one paragraph to weave into the general report", () => {
    expect(paragraphToWeaveIn(report())).toBe(
      "Về tuyên truyền cải cách hành chính: đã triển khai 04 nhiệm vụ theo kế hoạch; đến hết ngày 14/6/2024 hoàn thành 01 nhiệm vụ, đang thực hiện 03 nhiệm vụ; kết quả trong kỳ: 04 tin, bài; còn 01 nhiệm vụ quá hạn (50% trên 2 nhiệm vụ đã đến hạn).",
    );
  });
});

describe("the text of a report", () => {
  it("follows the usual order with the subject of the plan", () => {
    const content = reportContent(report());
    expect(content.subject).toBe(
      "Kết quả thực hiện Kế hoạch tuyên truyền cải cách hành chính 6 tháng đầu năm 2024",
    );
    expect(content.number).toBe("Số: …/BC-BQL");
    expect(
      content.paragraphs
        .filter(({ kind }) => kind === "heading")
        .map(({ text }) => text.slice(0, 3)),
    ).toEqual(["I. ", "II.", "III", "IV.", "V. "]);
    expect(content.basis).toBe(
      "Thực hiện Kế hoạch số 193/KH-UBND và Kế hoạch số 12/KH-BQL ngày 15/01/2024, Ban Quản lý các khu công nghiệp báo cáo kết quả thực hiện 6 tháng đầu năm 2024 như sau:",
    );
  });

  it("names no late unit to the authority, and does to the leaders", () => {
    const late = (reader: Reader) =>
      reportContent(report(reader)).paragraphs.find(({ text }) => text.includes("chậm 75 ngày"))
        ?.text;
    expect(late("authority")).not.toContain("Phòng");
    expect(late("leaders")).toContain("Phòng Quản lý đầu tư");
    const authority = reportContent(report("authority"));
    expect(JSON.stringify(authority.tables)).not.toContain("Phòng Quản lý đầu tư");
  });

  it("takes another outline as data", () => {
    const content = reportContent(report(), [{ title: "A. SỐ LIỆU", parts: ["measures"] }]);
    expect(content.paragraphs.map(({ text }) => text)).toEqual([
      "A. SỐ LIỆU",
      "Tổng hợp trong kỳ: 04 tin, bài. Số lũy kế tính từ ngày 15/12/2023.",
    ]);
  });

  it("adds the end of the year and what changed to the report of the year", () => {
    const text = reportContent(report("leaders", YEAR))
      .paragraphs.map((one) => one.text)
      .join("\n");
    expect(text).toContain("Dự kiến hoàn thành đến 31/12/2024");
    expect(text).toContain("chuyển theo dõi sang năm sau: 02 nhiệm vụ");
    expect(text).toContain("So với báo cáo 6 tháng đầu năm 2024");
  });

  it("lets a department write to the office under its own head", () => {
    const own = makeReport(PLAN, {
      period: HALF,
      asOf: HALF.to,
      reader: "office",
      unit: "Phòng Quản lý đầu tư",
    });
    const content = reportContent(own);
    expect([content.superior, content.agency, content.addressee, content.signerTitle]).toEqual([
      "Ban Quản lý các khu công nghiệp",
      "Phòng Quản lý đầu tư",
      "Văn phòng Ban",
      ["TRƯỞNG PHÒNG"],
    ]);
  });

  it("becomes HTML in which the officer's texts cannot be markup", () => {
    const html = reportHtml(report());
    expect(html).toContain("Đăng tin &lt;b&gt;bài&lt;/b&gt; &amp; ảnh");
    expect(html).not.toContain("<b>");
    expect(html.match(/<table/g)?.length).toBe(html.match(/<\/table>/g)?.length);
  });

  it("becomes a Word file with A4 pages, Times New Roman and the text", async () => {
    for (const bytes of [
      await reportDocument(report()),
      await urgingDocument(PLAN, null, HALF.to),
    ]) {
      const files = unzipSync(bytes);
      const xml = new TextDecoder().decode(files["word/document.xml"]);
      expect(xml).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
      expect(xml).toContain('w:w="11906"');
      expect(new TextDecoder().decode(files["word/styles.xml"])).toContain("Times New Roman");
    }
  });
});

describe("urging", () => {
  it("tells one unit what is overdue, due soon and without a result, in that order", () => {
    expect(urgingText(PLAN, "Phòng Quản lý đầu tư", HALF.to).split("\n")).toEqual([
      "Văn phòng Ban đề nghị Phòng Quản lý đầu tư tập trung thực hiện ngay, báo cáo rõ nguyên nhân chậm và ngày hoàn thành của 01 nhiệm vụ quá hạn (số liệu đến ngày 14/6/2024):",
      "1. Quá hạn (01 nhiệm vụ):",
      "- 2.1 Đăng tin <b>bài</b> & ảnh (hạn 31/3/2024, phụ lục ghi “Quý I”, chậm 75 ngày).",
      "2. Sắp đến hạn (01 nhiệm vụ):",
      "- 3.1 Đăng tin, bài về cải cách hành chính (hạn 18/6/2024, phụ lục ghi “Quý I”).",
      "3. Chưa có kết quả trong kỳ từ 15/12/2023 (01 nhiệm vụ):",
      "- 2.2 Đăng tin, bài về cải cách hành chính (Thường xuyên).",
      "Kết quả, nguyên nhân chậm và thời gian hoàn thành gửi về Văn phòng trước ngày …/…/… để tổng hợp, báo cáo lãnh đạo.",
    ]);
  });

  it("is short where a unit only helps, and empty where there is nothing", () => {
    expect(urgingText(PLAN, "Phòng Quản lý lao động", HALF.to)).toBe(
      "Văn phòng Ban đề nghị Phòng Quản lý lao động phối hợp để hoàn thành 01 nhiệm vụ (số liệu đến ngày 14/6/2024): 2.1 Phòng Quản lý đầu tư chủ trì, quá hạn.",
    );
    expect(urgingText(PLAN, "Văn phòng Ban", HALF.to)).toBe("");
  });

  it("grows milder when the delay is short", () => {
    const text = urgingText(PLAN, "Phòng Quản lý đầu tư", "2024-04-03");
    expect(text).toContain("sớm hoàn thành và báo cáo 01 nhiệm vụ quá hạn");
  });

  it("sorts the units by what is overdue", () => {
    expect(overdueByUnit(PLAN, HALF.to).map(({ unit, overdue }) => [unit, overdue.length])).toEqual(
      [
        ["Phòng Quản lý đầu tư", 1],
        ["Phòng Quản lý lao động", 0],
      ],
    );
  });
});

describe("an earlier report", () => {
  it("is read back from its own list, whatever was entered since", () => {
    const half = report();
    const table = reportSheets(half)[1]?.tables[0];
    if (table === undefined) throw new Error("no list");
    const grid = {
      name: table.name,
      sheet: half.sheets.list,
      area: { row: 0, column: 0, rows: 1, columns: 1 },
      headers: table.columns.map(({ header }) => header),
      rows: table.rows.map((row) => row.map((cell) => cell ?? "")),
    };
    const earlier = readReportTable(grid, HALF, HALF.to);
    expect(earlier?.classes).toEqual({
      NV001: "done-on-time",
      NV002: "open-overdue",
      NV003: "open-no-deadline",
      NV004: "open-in-time",
    });
    const finished = PLAN.tasks.map((one) =>
      one.code === "NV002" ? { ...one, finished: "2024-06-10" } : one,
    );
    const year = makeReport(
      { ...PLAN, tasks: finished },
      { period: YEAR, asOf: YEAR.to, reader: "leaders" },
      { earlier },
    );
    expect(year.figures.comparison?.doneSince).toEqual(["NV002"]);
    expect(year.figures.comparison).toMatchObject({ moved: [], edited: [], added: [] });
    const edited = PLAN.tasks.map((one) =>
      one.code === "NV002"
        ? { ...one, title: `${one.title} (sửa)`, adjustedDue: "2024-11-30" }
        : one,
    );
    const later = makeReport(
      { ...PLAN, tasks: edited },
      { period: YEAR, asOf: YEAR.to, reader: "leaders" },
      { earlier },
    );
    expect(later.figures.comparison).toMatchObject({ moved: ["NV002"], edited: ["NV002"] });
    expect(readReportTable({ ...grid, headers: ["STT"] }, HALF, HALF.to)).toBeNull();
  });
});
