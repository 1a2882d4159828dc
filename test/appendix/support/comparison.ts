import { readAppendix } from "../../../src/appendix";
import { normalizeText } from "../../../src/text";
import { FORMS, layOut, randomFrom, type Layout, type Plan, type PlanTask } from "./layouts";

/** The layouts that are tried, by the seed of their choices. */
export const SEEDS = Array.from({ length: 1000 }, (_, index) => index + 1);

const task = (
  title: string,
  product: string,
  lead: string,
  support: string,
  deadline: string,
): PlanTask => ({
  task: title,
  product,
  lead,
  support,
  deadline,
});

const PLAN: Plan = {
  sections: [
    {
      title: "Công tác chỉ đạo, điều hành",
      tasks: [
        task(
          "Ban hành Kế hoạch cải cách hành chính năm 2024",
          "Kế hoạch",
          "Văn phòng Ban",
          "Các phòng chuyên môn",
          "31/01/2024",
        ),
        task(
          "Phổ biến Kế hoạch đến doanh nghiệp; gửi tài liệu hướng dẫn",
          "Công văn",
          "Văn phòng Ban",
          "Phòng Quản lý đầu tư",
          "Quý I/2024",
        ),
        task(
          "Phân công công chức đầu mối",
          "Danh sách",
          "Phòng Tổ chức cán bộ",
          "Các phòng chuyên môn",
          "Trước ngày 15/02/2024",
        ),
      ],
    },
    {
      title: "Cải cách thủ tục hành chính",
      tasks: [
        task(
          "Rà soát thủ tục hành chính thuộc thẩm quyền",
          "Báo cáo rà soát",
          "Phòng Quản lý đầu tư",
          "Văn phòng Ban",
          "Quý II, IV",
        ),
        task(
          "Công khai danh mục thủ tục hành chính; niêm yết tại trụ sở",
          "Danh mục",
          "Phòng Quản lý đầu tư",
          "",
          "Thường xuyên",
        ),
        task(
          "Khảo sát mức độ hài lòng của doanh nghiệp",
          "Báo cáo khảo sát",
          "Phòng Quản lý lao động",
          "Phòng Quản lý đầu tư",
          "30/09/2024",
        ),
        task(
          "Tổ chức đối thoại với doanh nghiệp",
          "02 hội nghị",
          "Phòng Quản lý lao động",
          "Các phòng chuyên môn",
          "Tháng 6/2024",
        ),
      ],
    },
    {
      title: "Chế độ báo cáo",
      tasks: [
        task(
          "Báo cáo kết quả 6 tháng đầu năm",
          "Báo cáo",
          "Văn phòng Ban",
          "Các phòng chuyên môn",
          "14/06/2024",
        ),
        task(
          "Báo cáo kết quả năm",
          "Báo cáo",
          "Văn phòng Ban",
          "Các phòng chuyên môn",
          "14/12/2024",
        ),
      ],
    },
  ],
};

export const CHOICES: { readonly [Key in keyof Layout]: readonly Layout[Key][] } = {
  form: FORMS,
  headerRows: [1, 2, 2, 3],
  merged: [true, true, false],
  capitals: [false, true],
  brokenHeader: [false, true],
  numberingRow: ["none", "brackets", "plain"],
  sections: ["column", "spanning", "from-task", "unmerged", "none"],
  sectionStyle: ["roman", "capital"],
  numbers: ["running", "restart", "dotted", "excel", "letters"],
  owners: ["each", "merged"],
  dates: ["text", "cells"],
  wordPaste: [false, true],
  repeatedHeader: [false, false, true],
  above: ["none", "title", "letterhead"],
  below: ["none", "note", "signature", "total"],
  at: ["A1", "B3", "C7"],
  emptyColumn: [false, false, true],
  encoding: ["nfc", "nfc", "nfd", "tcvn3", "vni", "tcvn3-font"],
};

/** The layout of a seed: every choice independent of the others. */
export function randomLayout(seed: number): Layout {
  const random = randomFrom(seed);
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error("Nothing to choose from");
    return item;
  };
  const layout = Object.fromEntries(
    Object.entries(CHOICES).map(([key, list]) => [key, pick<unknown>(list)]),
  ) as unknown as Layout;
  // Three rows without merges leave a row of the header blank, which no office does.
  const headerRows = layout.headerRows === 3 && !layout.merged ? 2 : layout.headerRows;
  const grouped = layout.form.columns.some((column) => column.group !== undefined);
  return { ...layout, headerRows: grouped || layout.merged ? headerRows : 1 };
}

const same = (text: string) => normalizeText(text).toLowerCase();

/** What was read of a layout and what must be read. */
export function compare(seed: number): { readonly seen: unknown; readonly expected: unknown } {
  const laid = layOut(PLAN, randomLayout(seed));
  const appendix = readAppendix(laid.grid);
  const seen = {
    seed,
    problem: appendix.problem,
    headerRows: appendix.headerRows,
    roles: appendix.columns.map((column) => column.role),
    kinds: appendix.rows.map((row) => row.kind),
    tasks: appendix.tasks.map((one) => ({
      row: one.row,
      section: one.section.map(same),
      task: same(one.texts.task?.text ?? ""),
      product: same(one.texts.product?.text ?? ""),
      lead: same(one.texts.lead?.text ?? ""),
      support: same(one.texts.support?.text ?? ""),
      deadline: same(one.texts.deadline?.text ?? ""),
    })),
  };
  const expected = {
    seed,
    problem: null,
    headerRows: laid.headerRows,
    roles: laid.roles.filter((role) => role !== null),
    kinds: laid.kinds,
    tasks: laid.tasks.map((one) => ({
      row: one.row,
      section: one.section.map(same),
      task: same(one.task),
      product: same(one.product),
      lead: same(one.lead),
      support: same(one.support),
      deadline: same(one.deadline),
    })),
  };
  return { seen, expected };
}
