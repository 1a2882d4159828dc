import { proposeUnits, type OwnerColumn } from "../../src/unit";

const propose = (...texts: (readonly [string, OwnerColumn])[]) =>
  proposeUnits(texts.map(([text, column]) => ({ text, column })));
const names = (...texts: (readonly [string, OwnerColumn])[]) =>
  propose(...texts).map((unit) => unit.name);

describe("proposeUnits", () => {
  it("makes one unit of all spellings of a name", () => {
    const units = propose(
      ["Phòng Quản lý đầu tư", "lead"],
      ["Phòng Quản lí đầu tư", "lead"],
      ["P. QLĐT", "support"],
      ["Trưởng phòng Quản lý đầu tư", "lead"],
      ["phòng quản lý đầu tư (ĐT 0912345678)", "support"],
    );
    expect(units).toEqual([
      {
        name: "Phòng Quản lý đầu tư",
        abbreviation: "P. QLĐT",
        otherNames: ["Phòng Quản lí đầu tư"],
        group: "Phòng chuyên môn",
        headTitle: "Trưởng phòng",
      },
    ]);
  });

  it("keeps the longer name of an office and of a department with its place", () => {
    const units = propose(
      ["Văn phòng", "lead"],
      ["Văn phòng Ban", "support"],
      ["VP", "lead"],
      ["Sở Nội vụ", "support"],
      ["Sở Nội vụ tỉnh Hưng Yên", "support"],
    );
    expect(
      units.map(({ name, abbreviation, otherNames }) => [name, abbreviation, otherNames]),
    ).toEqual([
      ["Văn phòng Ban", "VP", ["Văn phòng"]],
      ["Sở Nội vụ tỉnh Hưng Yên", null, ["Sở Nội vụ"]],
    ]);
  });

  it("does not take a list of known names for one unit", () => {
    expect(
      names(
        ["Phòng Quản lý đầu tư, Quản lý lao động", "support"],
        ["Phòng Quản lý đầu tư", "lead"],
        ["Phòng Quản lý lao động", "lead"],
      ),
    ).toEqual(["Phòng Quản lý đầu tư", "Phòng Quản lý lao động"]);
  });

  it("keeps a name that holds commas and “và”", () => {
    expect(names(["Phòng Quy hoạch, Xây dựng và Môi trường", "lead"])).toEqual([
      "Phòng Quy hoạch, Xây dựng và Môi trường",
    ]);
  });

  it("keeps units apart that only begin alike", () => {
    expect(names(["Phòng Tài chính", "lead"], ["Phòng Tài chính và Kế hoạch", "lead"])).toEqual([
      "Phòng Tài chính",
      "Phòng Tài chính và Kế hoạch",
    ]);
  });

  it("takes no group, person, date or phone number for a unit", () => {
    expect(
      names(
        ["Các phòng chuyên môn", "lead"],
        ["Đ/c Hùng", "lead"],
        ["Nguyễn Văn Hùng", "lead"],
        ["-nt-", "lead"],
        ["Như trên", "lead"],
        ["30/6/2024", "lead"],
        ["0912 345 678", "lead"],
        ["", "support"],
      ),
    ).toEqual([]);
  });
});
