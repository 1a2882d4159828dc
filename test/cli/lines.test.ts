import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, run } from "./terminal";

const units = [
  { name: "Văn phòng Ban", abbreviation: "VP", headTitle: "Chánh Văn phòng" },
  { name: "Phòng Quản lý đầu tư", otherNames: ["P. QLĐT"], group: "Phòng chuyên môn" },
];

describe("deadline", () => {
  it("answers each line with one line in the rule's form", async () => {
    const { code, out } = await run(
      ["deadline"],
      '{"text":"Quý II/2026","year":2026}\n\n{"text":"31/6/2026","year":2026}\n{"text":"Thường xuyên","year":null}\n',
    );
    expect(code).toBe(0);
    expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        kind: "dated",
        start: "2026-04-01",
        due: "2026-06-30",
        ongoing: false,
        every: null,
        milestones: null,
      },
      {
        kind: "unreadable",
        start: null,
        due: null,
        ongoing: false,
        every: null,
        milestones: null,
      },
      { kind: "ongoing", start: null, due: null, ongoing: true, every: null, milestones: null },
    ]);
  });

  it.each(["không phải JSON", "[1", "7", '{"year":2026}', '{"text":"Quý I","year":"hai nghìn"}'])(
    "names the line that it cannot read: %s",
    async (line) => {
      const { code, error } = await run(["deadline"], `{"text":"Quý I","year":2026}\n${line}`);
      expect(code).toBe(2);
      expect(error).toHaveLength(1);
      expect(error[0]).toContain("Dòng 2");
    },
  );
});

describe("owners", () => {
  it("reads cells with a directory given as JSON", async () => {
    const file = join(folder(), "units.json");
    writeFileSync(file, JSON.stringify(units));
    const { code, out } = await run(
      ["owners", "--units", file],
      '{"text":"Chánh Văn phòng","column":"lead"}\n{"text":"P. QLĐT; VP","column":"support"}\n{"text":"Đ/c Hùng","column":"lead"}\n',
    );
    expect(code).toBe(0);
    const [first, second, third] = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toEqual({
      lead: ["Văn phòng Ban"],
      support: [],
      groups: [],
      persons: [],
      unknown: [],
      questions: [],
    });
    expect(second?.["support"]).toEqual(["Phòng Quản lý đầu tư", "Văn phòng Ban"]);
    expect(third).toMatchObject({ lead: [], support: [] });
  });

  it("says what is wrong with the directory or the column", async () => {
    const file = join(folder(), "units.json");
    writeFileSync(file, '{"name":"Văn phòng"}');
    expect(await run(["owners", "--units", file])).toMatchObject({ code: 2 });
    writeFileSync(file, '[{"abbreviation":"VP"}]');
    const nameless = await run(["owners", "--units", file]);
    expect(nameless.error[0]).toContain('đơn vị thứ 1 thiếu "name"');
    writeFileSync(file, JSON.stringify(units));
    const wrong = await run(["owners", "--units", file], '{"text":"VP","column":"nào đó"}');
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.error[0]).toContain("Dòng 1");
  });
});

describe("bad use", () => {
  it.each([
    [["xóa"], "Không có lệnh “xóa”"],
    [["read"], "Thiếu “tệp”"],
    [["read", "a.xlsx", "--nhanh"], "Không có tùy chọn “--nhanh”"],
    [["read", "không-có.xlsx"], "Không đọc được tệp “không-có.xlsx”"],
    [["track", "a.xlsx"], "Thiếu tùy chọn “-o, --output <tệp>”"],
    [["report", "a.xlsx", "--period", "6-thang", "-o", "b.xlsx"], "Thiếu năm"],
    [["report", "a.xlsx", "--period", "quy-5", "--year", "2024", "-o", "b"], "“quy-5”"],
    [["report", "a.xlsx", "--period", "2024-02-30..2024-03-01", "-o", "b"], "2024-02-30"],
    [["overdue", "a.xlsx", "--today", "31/6/2024"], "31/6/2024"],
  ])("%j is said in one Vietnamese line, exit 2", async (argv, words) => {
    const { code, out, error } = await run(argv);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(error).toHaveLength(1);
    expect(error[0]).toContain(words);
  });

  it("says that a file is no workbook", async () => {
    const file = join(folder(), "ghi-chú.xlsx");
    writeFileSync(file, "đây không phải là tệp Excel");
    const { code, error } = await run(["read", file]);
    expect(code).toBe(2);
    expect(error).toHaveLength(1);
    expect(error[0]).toContain(`Tệp “${file}”`);
  });

  it("shows the commands when asked for help", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const command of ["demo", "read", "check", "track", "overdue", "report", "script"]) {
      expect(out.join("\n")).toContain(command);
    }
  });
});
