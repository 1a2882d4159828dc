import { readQuantities } from "../../src/task";
import { entriesOf, readFinish } from "../../src/task/result-cells";

describe("readQuantities", () => {
  const cases: readonly (readonly [string, readonly (readonly [number, string])[] | null])[] = [
    ["04 tin, bài", [[4, "tin, bài"]]],
    ["1.200 lượt người", [[1200, "lượt người"]]],
    ["1,5 triệu đồng", [[1.5, "triệu đồng"]]],
    ["12", [[12, "hội nghị"]]],
    [
      "02 hội nghị; 150 lượt người",
      [
        [2, "hội nghị"],
        [150, "lượt người"],
      ],
    ],
    [
      "02 hội nghị, 150 lượt người",
      [
        [2, "hội nghị"],
        [150, "lượt người"],
      ],
    ],
    [
      "03 tin và 02 bài",
      [
        [3, "tin"],
        [2, "bài"],
      ],
    ],
    ["100%", [[100, "%"]]],
    ["", []],
    ["nhiều", null],
    ["2 đợt (đợt 1: 15 người)", null],
    ["khoảng 10", null],
  ];
  it.each(cases)("%s", (text, expected) => {
    const quantities = readQuantities(text, "hội nghị");
    const pairs = quantities?.map(({ quantity, measure }) => [quantity, measure]) ?? null;
    expect(pairs).toEqual(expected);
  });
});

describe("readFinish", () => {
  const cases: readonly (readonly [string, boolean, string | null, string])[] = [
    ["12/6/2024", true, "2024-06-12", ""],
    ["Hoàn thành ngày 12/6/2024", true, "2024-06-12", ""],
    ["12/6", true, "2024-06-12", ""],
    ["x", true, null, ""],
    ["Đã hoàn thành", true, null, ""],
    ["HOÀN THÀNH.", true, null, ""],
    ["Tháng 5/2024", true, null, ""],
    ["Quý I", true, null, ""],
    ["Chưa hoàn thành", false, null, ""],
    ["Đang thực hiện", false, null, ""],
    ["-", false, null, ""],
    ["31/6/2024", false, null, "31/6/2024"],
    ["Trước ngày 31/5/2024", false, null, "Trước ngày 31/5/2024"],
    ["Đã báo cáo UBND tỉnh", false, null, "Đã báo cáo UBND tỉnh"],
    ["5/6/2024 (?)", false, null, "5/6/2024 (?)"],
    ["", false, null, ""],
  ];
  it.each(cases)("%s", (finished, done, day, unclear) => {
    const cells = finished === "" ? {} : { finished };
    expect(readFinish(cells, 2024)).toEqual({ done, finished: day, unclear });
  });

  it("takes a mark from the progress or result cell", () => {
    expect(readFinish({ progress: "Hoàn thành" }, 2024).done).toBe(true);
    expect(readFinish({ result: "Đã hoàn thành" }, 2024).done).toBe(true);
    expect(readFinish({ result: "Đã hoàn thành 02 bài" }, 2024).done).toBe(false);
    expect(readFinish({ progress: "50%" }, 2024).done).toBe(false);
  });
});

describe("entriesOf", () => {
  it("parts several quantities and keeps the words once", () => {
    const entries = entriesOf(
      "NV001",
      "Văn phòng Ban",
      { finished: "12/6/2024", quantity: "02 hội nghị; 150 lượt người", result: "Đã tổ chức" },
      2024,
    );
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      date: "2024-06-12",
      quantity: 2,
      measure: "hội nghị",
      result: "Đã tổ chức",
      source: "phụ lục",
    });
    expect(entries[1]).toMatchObject({ quantity: 150, measure: "lượt người", result: "" });
  });

  it("keeps a quantity that is no number among the words", () => {
    const [entry] = entriesOf("NV001", "", { quantity: "khoảng 10 tin" }, 2024);
    expect(entry).toMatchObject({ quantity: null, result: "khoảng 10 tin" });
  });

  it("makes no entry of “chưa thực hiện”", () => {
    expect(entriesOf("NV001", "", { progress: "Chưa thực hiện" }, 2024)).toEqual([]);
    expect(entriesOf("NV001", "", {}, 2024)).toEqual([]);
  });

  it("makes an entry of a bare mark or finish day", () => {
    expect(entriesOf("NV001", "", { finished: "x" }, 2024)).toHaveLength(1);
    expect(entriesOf("NV001", "", { finished: "2/5/2024" }, 2024)[0]?.date).toBe("2024-05-02");
  });
});
