import fc from "fast-check";
import { writtenText } from "../../src/excel";

describe("writtenText", () => {
  it.each([
    "1.10",
    "6/2024",
    "05/06/2024",
    "12%",
    "- Tổ chức hội nghị",
    "=SUM(A1)",
    "+84",
    "@ai",
    "'trong nháy'",
    "TRUE",
    "false",
    "Mar 5",
    "1,234",
    "$5",
    "#N/A",
    "10:30",
    " 5",
    "T6/2024",
  ])("hands %p over so that Excel does not parse it", (text) => {
    expect(writtenText(text, false)).toBe(`'${text}`);
  });

  it.each([
    "Văn phòng Ban",
    "Đăng tin, bài",
    "Thường xuyên",
    "Kế hoạch số 12/KH-BQL ngày 3/1/2024 của Ban Quản lý",
  ])("leaves %p as it is, since nothing of it can be parsed", (text) => {
    expect(writtenText(text, false)).toBe(text);
  });

  it("needs no apostrophe in a cell of text format", () => {
    expect(writtenText("1.10", true)).toBe("1.10");
    expect(writtenText("- Tổ chức", true)).toBe("- Tổ chức");
    expect(writtenText("'a", true)).toBe("''a");
  });

  it("never hands over what Excel takes for a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(writtenText(text, false)).not.toMatch(/^[=+\-@]/);
      }),
    );
  });

  it("cuts what no cell can hold and marks the cut", () => {
    const text = writtenText("a".repeat(40_000), false);
    expect(text).toHaveLength(32_767);
    expect(text.endsWith("…")).toBe(true);
  });
});
