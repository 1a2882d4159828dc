import { join } from "node:path";
import { readAppendix } from "../../src/appendix";
import { readGrids } from "./support/workbook";

const sample = () => {
  const grid = readGrids(
    join(__dirname, "../../assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx"),
  )[0];
  if (!grid) throw new Error("The sample workbook has no sheet");
  return readAppendix(grid);
};

describe("the sample workbook", () => {
  it("is read whole: header, columns, rows and tasks", () => {
    const appendix = sample();
    expect(appendix.problem).toBeNull();
    expect(appendix.headerRows).toEqual([7, 8]);
    expect(appendix.columns.map((column) => column.role)).toEqual([
      "number",
      "task",
      "product",
      "lead",
      "support",
      "deadline",
      "finished",
      "quantity",
      "result",
    ]);
    const kinds = new Map<string, number>();
    for (const { kind } of appendix.rows) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(kinds)).toEqual({ numbering: 1, section: 5, task: 30, note: 2 });
    expect(appendix.rows.map(({ row }) => row)).toEqual(
      Array.from({ length: 38 }, (_, index) => index + 9),
    );
  });

  it("leaves the plan's number and date blank, as in the copy", () => {
    expect(sample().plan).toEqual({
      number: "",
      date: "",
      title: "NHIỆM VỤ TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2024",
      year: 2024,
      superiorAgency: "UBND TỈNH HƯNG YÊN",
      agency: "Ban Quản lý các khu công nghiệp tỉnh Hưng Yên",
    });
  });

  it("keeps 2.10 though Excel holds 2.1, and the merged owners of a) to đ)", () => {
    const tasks = sample().tasks;
    expect(tasks.map((task) => task.number)).toContain("2.10");
    const last = tasks.find((task) => task.number === "đ)");
    expect(last?.texts.lead).toEqual({
      text: "Văn phòng Ban",
      row: 27,
      column: 3,
      inherited: true,
    });
    expect(last?.section).toEqual(["NỘI DUNG TUYÊN TRUYỀN"]);
  });

  it("reads a missing lead as missing", () => {
    const task = sample().tasks.find((one) => one.number === "2.10");
    expect(task?.texts.lead).toEqual({ text: "", row: 25, column: 3, inherited: false });
  });
});
