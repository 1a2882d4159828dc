import fc from "fast-check";
import {
  createDirectory,
  expandGroup,
  holdsPhoneNumber,
  readOwner,
  withoutPhoneNumbers,
  type OwnerColumn,
  type OwnerReading,
  type Unit,
} from "../../src/unit";

const unit = (
  name: string,
  group: string | null = null,
  headTitle: string | null = null,
): Unit => ({
  name,
  abbreviation: null,
  otherNames: [],
  group,
  headTitle,
});
const INVEST = "Phòng Quản lý đầu tư";
const LABOUR = "Phòng Quản lý lao động";
const FIRMS = "Phòng Quản lý doanh nghiệp";
const PLANNING = "Phòng Quản lý quy hoạch, xây dựng và môi trường";
const OFFICE = "Văn phòng Ban";
const ROOMS = "Phòng chuyên môn";

const board = createDirectory([
  unit(OFFICE, null, "Chánh Văn phòng"),
  unit(INVEST, ROOMS, "Trưởng phòng"),
  unit(LABOUR, ROOMS, "Trưởng phòng"),
  unit(FIRMS, ROOMS, "Trưởng phòng"),
  unit(PLANNING, ROOMS, "Trưởng phòng"),
  unit("Thanh tra Ban", null, "Chánh Thanh tra"),
  unit("Trung tâm Hạ tầng khu công nghiệp", null, "Giám đốc"),
]);

/** What a reading says, without its empty parts. */
function said(reading: OwnerReading): Partial<Record<keyof OwnerReading, unknown>> {
  return Object.fromEntries(
    (Object.entries(reading) as [string, readonly unknown[]][]).filter(
      ([key, list]) => list.length > 0 && key !== "leadGroups" && key !== "unknownLead",
    ),
  );
}

const read = (text: string, column: OwnerColumn = "lead") => said(readOwner(text, column, board));

describe("one unit, however it is written", () => {
  it.each([
    ["Văn phòng Ban", OFFICE],
    ["Văn phòng", OFFICE],
    ["VP", OFFICE],
    ["VP Ban", OFFICE],
    ["van phong", OFFICE],
    ["VĂN PHÒNG BAN", OFFICE],
    ["Chánh Văn phòng", OFFICE],
    ["Chánh Văn phòng Ban", OFFICE],
    ["Văn phòng Ban (bộ phận một cửa)", OFFICE],
    ["Thanh tra", "Thanh tra Ban"],
    ["P. QLĐT", INVEST],
    ["P.QLĐT", INVEST],
    ["Phòng QLĐT", INVEST],
    ["Phòng QL đầu tư", INVEST],
    ["Phòng Quản lí đầu tư", INVEST],
    ["phong quan ly dau tu", INVEST],
    ["Phòng  Quản lý\nđầu tư.", INVEST],
    ["Trưởng phòng Quản lý đầu tư", INVEST],
    ["Phó Trưởng phòng QLĐT", INVEST],
    ["Phòng Quản lý quy hoạch xây dựng & môi trường", PLANNING],
    ["P. QLQH, XD&MT", PLANNING],
    ["TT Hạ tầng KCN", "Trung tâm Hạ tầng khu công nghiệp"],
  ])("%s", (text, name) => {
    expect(read(text)).toEqual({ lead: [name] });
  });
});

describe("several in one cell", () => {
  it.each([
    ["Văn phòng Ban; Phòng QLĐT", [OFFICE, INVEST]],
    ["Văn phòng và Phòng Quản lý lao động", [OFFICE, LABOUR]],
    ["Phòng Quản lý đầu tư, Quản lý lao động", [INVEST, LABOUR]],
    ["P. QLĐT, QLLĐ, QLDN", [INVEST, LABOUR, FIRMS]],
    ["Các phòng: Quản lý đầu tư, Quản lý lao động và Văn phòng Ban", [INVEST, LABOUR, OFFICE]],
    ["1. Văn phòng\n2. Phòng QLĐT", [OFFICE, INVEST]],
    ["- Văn phòng Ban\n- Phòng Quản lý\nđầu tư", [OFFICE, INVEST]],
    ["Phòng Quản lý quy hoạch, xây dựng và môi trường, Văn phòng", [PLANNING, OFFICE]],
  ])("%s", (text, names) => {
    expect(read(text)).toEqual({ lead: names });
  });
});

describe("roles in the text", () => {
  it.each([
    [
      "owner",
      "Chủ trì: Văn phòng Ban\nPhối hợp: Phòng QLĐT",
      { lead: [OFFICE], support: [INVEST] },
    ],
    [
      "owner",
      "- Chủ trì: Phòng QLĐT;\n- Phối hợp: Phòng QLLĐ, Phòng QLDN",
      { lead: [INVEST], support: [LABOUR, FIRMS] },
    ],
    [
      "owner",
      "Văn phòng chủ trì, phối hợp với các phòng chuyên môn",
      { lead: [OFFICE], groups: ["các phòng chuyên môn"] },
    ],
    [
      "owner",
      "Phòng QLĐT (chủ trì), Phòng QLLĐ, Phòng QLDN (phối hợp)",
      { lead: [INVEST], support: [LABOUR, FIRMS] },
    ],
    ["owner", "Phòng QLĐT, Văn phòng Ban", { lead: [INVEST], support: [OFFICE] }],
    ["owner", "Văn phòng chủ trì; Phòng QLDN phối hợp", { lead: [OFFICE], support: [FIRMS] }],
    ["lead", "Văn phòng Ban phối hợp với Phòng QLDN", { lead: [OFFICE], support: [FIRMS] }],
    ["support", "Văn phòng, Phòng QLDN phối hợp", { support: [OFFICE, FIRMS] }],
  ] as const)("%s column: %s", (column, text, expected) => {
    expect(read(text, column)).toEqual(expected);
  });
});

describe("what is no unit of the directory", () => {
  it.each([
    ["Các phòng chuyên môn", { groups: ["Các phòng chuyên môn"] }],
    ["Trưởng các phòng chuyên môn", { groups: ["Trưởng các phòng chuyên môn"] }],
    ["Các đơn vị liên quan", { groups: ["Các đơn vị liên quan"] }],
    [
      "Công an tỉnh, UBND các huyện, thị xã, thành phố",
      { groups: ["UBND các huyện, thị xã, thành phố"], unknown: ["Công an tỉnh"] },
    ],
    ["Đ/c Hùng", { persons: ["Đ/c Hùng"] }],
    ["Nguyễn Văn Hùng", { persons: ["Nguyễn Văn Hùng"] }],
    ["Văn phòng (đ/c Hùng, ĐT: 0912 345 678)", { lead: [OFFICE], persons: ["đ/c Hùng"] }],
    [
      "Ông Trần Văn Bình, Phó Trưởng phòng QLĐT",
      { lead: [INVEST], persons: ["Ông Trần Văn Bình"] },
    ],
    ["Ban", { unknown: ["Ban"] }],
    ["Ban Quản lý các KCN", { unknown: ["Ban Quản lý các KCN"] }],
    ["Phòng Kế hoạch tổng hợp", { unknown: ["Phòng Kế hoạch tổng hợp"] }],
    ["Phòng Quản lý đất đai", { unknown: ["Phòng Quản lý đất đai"] }],
    ["Thanh tra tỉnh", { unknown: ["Thanh tra tỉnh"] }],
    ["Văn phòng UBND tỉnh", { unknown: ["Văn phòng UBND tỉnh"] }],
    ["Thanh tra Sở Xây dựng", { unknown: ["Thanh tra Sở Xây dựng"] }],
    ["", {}],
    ["-", {}],
    ["(1)", {}],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("asks where several units could be meant", () => {
    expect(readOwner("Phòng Quản lý", "lead", board).questions).toEqual([
      { text: "Phòng Quản lý", role: "lead", candidates: [INVEST, LABOUR, FIRMS, PLANNING] },
    ]);
    expect(readOwner("Trưởng phòng", "support", board).questions[0]?.role).toBe("support");
  });

  it("asks rather than cut a longer name", () => {
    const provinces = createDirectory([unit("Sở Nông nghiệp"), unit("Sở Văn hóa và Thể thao")]);
    for (const text of [
      "Sở Nông nghiệp và Phát triển nông thôn",
      "Sở Văn hóa, Thể thao và Du lịch",
    ]) {
      const reading = readOwner(text, "lead", provinces);
      expect(reading.lead).toEqual([]);
      expect(reading.questions).toHaveLength(1);
    }
  });
});

describe("units over time", () => {
  it("gives the successor of a former unit", () => {
    const directory = createDirectory([
      unit("Sở Tài chính"),
      { ...unit("Sở Kế hoạch và Đầu tư"), to: "2025-02-28", successor: "Sở Tài chính" },
    ]);
    expect(readOwner("Sở KH&ĐT", "lead", directory).lead).toEqual(["Sở Tài chính"]);
  });
});

describe("expandGroup", () => {
  it.each([
    ["Các phòng chuyên môn", [INVEST, LABOUR, FIRMS, PLANNING]],
    ["Trưởng các phòng chuyên môn", [INVEST, LABOUR, FIRMS, PLANNING]],
    ["các phòng chuyên môn, nghiệp vụ", [INVEST, LABOUR, FIRMS, PLANNING]],
    ["Các phòng", [INVEST, LABOUR, FIRMS, PLANNING]],
    ["các phòng chuyên môn có liên quan", []],
    ["các đơn vị liên quan", []],
    ["UBND các xã, phường", []],
  ])("%s", (phrase, names) => {
    expect(expandGroup(phrase, board)).toEqual(names);
  });
});

describe("phone numbers", () => {
  it.each([
    ["Văn phòng (0912345678)", "Văn phòng"],
    ["Văn phòng, ĐT: 0221.3862.555", "Văn phòng"],
    ["Đ/c Hùng - 0912 345 678; Phòng QLĐT", "Đ/c Hùng; Phòng QLĐT"],
  ])("%s", (text, rest) => {
    expect(holdsPhoneNumber(text)).toBe(true);
    expect(withoutPhoneNumbers(text)).toBe(rest);
  });

  it.each(["Văn phòng của 04 khối cơ quan", "Quý II/2024", "30/06/2024", "12/KH-BQL"])(
    "%s has none",
    (text) => {
      expect(holdsPhoneNumber(text)).toBe(false);
    },
  );
});

describe("laws", () => {
  const words = fc.constantFrom(
    ...[OFFICE, INVEST, "P. QLĐT", "các phòng", "và", ",", ";", "\n", "phối hợp với", "chủ trì"],
    ...["Đ/c Hùng", "UBND xã, phường", "(", ")", "Sở Y tế", "triển khai", "0912345678", "-", ":"],
  );
  const columns = fc.constantFrom<OwnerColumn>("lead", "support", "owner");

  it("reads any text, names only units of the directory, and never carries a phone number on", () => {
    const names = new Set(board.units.map(({ name }) => name));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), columns, (parts, column) => {
        const reading = readOwner(parts.join(" "), column, board);
        for (const name of [...reading.lead, ...reading.support])
          expect(names.has(name)).toBe(true);
        expect(JSON.stringify(reading)).not.toContain("0912345678");
        if (column === "support") expect(reading.lead).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("reads any characters without failing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), columns, (text, column) => {
        expect(Object.keys(readOwner(text, column, board))).toHaveLength(8);
      }),
      { numRuns: 300 },
    );
  });

  it("reads a list of names as those names, in order", () => {
    const all = board.units.map(({ name }) => name);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 5 }),
        fc.constantFrom("; ", ", ", ";\n", "\n- ", " và "),
        (names, between) => {
          expect(readOwner(names.join(between), "support", board).support).toEqual(names);
        },
      ),
      { numRuns: 300 },
    );
  });
});
