import { readAppendix, type PlanFacts } from "../../src/appendix";
import { sheetOf, type TestCell } from "./support/grid";

const TABLE: TestCell[][] = [
  ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
  [1, "Ban hành quy chế", "Văn phòng", "Quý I"],
];
const plan = (
  above: readonly string[],
  options: { name?: string; fileName?: string; year?: number } = {},
): PlanFacts =>
  readAppendix(
    sheetOf([...above.map((text) => [text]), ...TABLE], { name: options.name ?? "Sheet1" }),
    options,
  ).plan;

describe("the plan's facts", () => {
  it("reads number, date, title, year and agency from the lines above", () => {
    expect(
      plan([
        "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN",
        "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP",
        "PHỤ LỤC I",
        "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024",
        "(Ban hành kèm theo Kế hoạch số 12/KH-BQL ngày 15/01/2024 của Ban Quản lý các khu công nghiệp tỉnh)",
      ]),
    ).toEqual({
      number: "12/KH-BQL",
      date: "2024-01-15",
      title: "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024",
      year: 2024,
      superiorAgency: "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN",
      agency: "Ban Quản lý các khu công nghiệp tỉnh",
    });
  });

  it.each([
    [
      "(Kèm theo Kế hoạch số: 193 /KH-UBND ngày 29 tháng 12 năm 2023 của UBND tỉnh)",
      "193/KH-UBND",
      "2023-12-29",
    ],
    ["(Kèm theo Quyết định số 05/QĐ-BQL ngày 31/6/2024 của Ban)", "05/QĐ-BQL", ""],
    ["(Kèm theo Kế hoạch số       /KH-BQL ngày      tháng     năm 2024 của Ban)", "", ""],
    ["(Kèm theo Kế hoạch số …/KH-BQL ngày …/…/2024 của Ban)", "", ""],
    ["Kèm theo Công văn số 2356/SNV-CCHC ngày 01.12.2024", "2356/SNV-CCHC", "2024-12-01"],
  ])("%s", (line, number, date) => {
    expect(plan([line])).toMatchObject({ number, date });
  });

  it("takes the plan's own year before that of the document", () => {
    expect(
      plan([
        "NHIỆM VỤ NĂM 2024",
        "(Kèm theo Kế hoạch số 9/KH-BQL ngày 29 tháng 12 năm 2023 của Ban)",
      ]).year,
    ).toBe(2024);
    expect(plan([], { name: "KH 2025" }).year).toBe(2025);
    expect(plan([], { fileName: "phu-luc-2026.xlsx" }).year).toBe(2026);
    expect(plan([], { year: 2030, fileName: "2026.xlsx" }).year).toBe(2030);
    expect(plan([]).year).toBeNull();
  });

  it("invents nothing", () => {
    expect(plan([])).toEqual({
      number: "",
      date: "",
      title: "",
      year: null,
      superiorAgency: "",
      agency: "",
    });
  });

  it("does not take the motto or the date line for a title or an agency", () => {
    const facts = plan([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Hưng Yên, ngày 15 tháng 01 năm 2024",
      "BẢNG PHÂN CÔNG NHIỆM VỤ",
    ]);
    expect(facts).toMatchObject({
      title: "BẢNG PHÂN CÔNG NHIỆM VỤ",
      agency: "",
      superiorAgency: "",
    });
  });
});
