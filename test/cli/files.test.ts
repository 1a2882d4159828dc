import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read as readXlsx, utils } from "@e965/xlsx";
import { folder, run, runJson, SAMPLE } from "./terminal";

interface Reading {
  readonly sheet: string;
  readonly headerRows: readonly number[];
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly { readonly row: number; readonly kind: string }[];
  readonly tasks: readonly {
    readonly row: number;
    readonly code: string;
    readonly stt: string;
    readonly section: readonly string[];
    readonly task: string;
    readonly leadText: string;
    readonly deadlineText: string;
    readonly deadline: { readonly kind: string; readonly due: string | null };
  }[];
}

function rows(file: string, sheet: string): unknown[][] {
  const cells = readXlsx(readFileSync(file)).Sheets[sheet];
  return cells ? utils.sheet_to_json<unknown[]>(cells, { header: 1, defval: "" }) : [];
}

describe("read", () => {
  it("gives the structure of the appendix as one JSON document", async () => {
    const { code, json } = await runJson<Reading>(["read", SAMPLE, "--today", "2024-06-14"]);
    expect(code).toBe(0);
    expect(json.sheet).toBe("Phụ lục");
    expect(json.columns).toMatchObject({
      stt: "A",
      task: "B",
      product: "C",
      lead: "D",
      support: "E",
      deadline: "F",
      finished: "G",
    });
    expect(json.rows).toHaveLength(38);
    expect(json.tasks).toHaveLength(30);
    expect(json.tasks.find(({ row }) => row === 21)).toMatchObject({
      stt: "2.6",
      deadlineText: "31/6/2024",
      deadline: { kind: "unreadable", due: null },
    });
    expect(new Set(json.tasks.map(({ code: own }) => own)).size).toBe(30);
  });

  it("reads the sheet that is named, and names the sheets when there is no such one", async () => {
    const named = await runJson<Reading>(["read", SAMPLE, "--sheet", "Phụ lục"]);
    expect(named.json.tasks).toHaveLength(30);
    const missing = await run(["read", SAMPLE, "--sheet", "Trang 9"]);
    expect(missing.code).toBe(2);
    expect(missing.error[0]).toContain("Các trang có nội dung: Phụ lục.");
  });
});

describe("check", () => {
  it("ends with 1 when a finding makes a figure wrong", async () => {
    const { code, json } = await runJson<{ findings: { severity: string; cell: string }[] }>([
      "check",
      SAMPLE,
      "--today",
      "2024-06-14",
    ]);
    expect(json.findings.map(({ cell }) => cell)).toContain("F21");
    expect(json.findings.some(({ severity }) => severity === "error")).toBe(true);
    expect(code).toBe(1);
  });
});

describe("track, overdue and report", () => {
  it("adds the sheets to a new file and leaves the given one as it was", async () => {
    const out = join(folder(), "theo-doi.xlsx");
    const before = readFileSync(SAMPLE);
    const { code } = await run(["track", SAMPLE, "--today", "2024-06-14", "-o", out]);
    expect(code).toBe(0);
    expect(readFileSync(SAMPLE).equals(before)).toBe(true);
    expect(readXlsx(readFileSync(out)).SheetNames).toEqual([
      "Phụ lục",
      "Theo dõi",
      "Kết quả",
      "Mốc thời hạn",
      "Đơn vị",
      "Thiết lập",
    ]);
    expect(rows(out, "Phụ lục")).toEqual(rows(SAMPLE, "Phụ lục"));

    const again = join(folder(), "lan-hai.xlsx");
    const second = await runJson<{ sheets: string[]; differences: unknown[] }>([
      "track",
      out,
      "--today",
      "2024-06-14",
      "-o",
      again,
    ]);
    expect(second.json).toMatchObject({ sheets: [], differences: [] });

    const overdue = await runJson<{ units: { unit: string; overdue: { daysLate: number }[] }[] }>([
      "overdue",
      again,
      "--as-of",
      "14/6/2024",
    ]);
    expect(overdue.json.units.flatMap((unit) => unit.overdue)).toHaveLength(3);
    const owners = await run(["owners", "--units", out], '{"text":"Chánh Văn phòng Ban"}');
    expect(JSON.parse(owners.out[0] ?? "")).toMatchObject({ lead: ["Văn phòng Ban"] });
  });

  it("makes the sheets of a report and its text in Word", async () => {
    const target = folder();
    const out = join(target, "bao-cao.xlsx");
    const docx = join(target, "bao-cao.docx");
    const { code, json } = await runJson<{ differences: unknown[]; sheets: string[] }>([
      "report",
      SAMPLE,
      "--period",
      "6-thang",
      "--year",
      "2024",
      "--today",
      "2024-06-14",
      "-o",
      out,
      "--docx",
      docx,
    ]);
    expect(code).toBe(0);
    expect(json.differences).toEqual([]);
    expect(json.sheets).toContain("BC 6 tháng 2024");
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe("PK");
  });
});

describe("script", () => {
  const script = (source: string): string => {
    const file = join(folder(), "script.js");
    writeFileSync(file, source);
    return file;
  };

  it("runs over the stand-in with top-level await and saves what it did", async () => {
    const out = join(folder(), "script.xlsx");
    const file = script(`
      await Office.onReady();
      const rows = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Phụ lục");
        sheet.getRange("K1").values = [["ghi bằng tập lệnh"]];
        const used = sheet.getUsedRange();
        used.load("rowCount");
        await context.sync();
        return used.rowCount;
      });
      if (rows !== 46) throw new Error("rows: " + rows);
    `);
    const result = await run(["script", file, "--workbook", SAMPLE, "-o", out]);
    expect(result).toEqual({ code: 0, out: [], error: [] });
    expect(rows(out, "Phụ lục")[0]).toContain("ghi bằng tập lệnh");
  });

  it("shows Excel's own code when a script asks for what is not there", async () => {
    const file = script(`
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("không có").activate();
        await context.sync();
      });
    `);
    const { code, error } = await run(["script", file]);
    expect(code).toBe(1);
    expect(error[0]).toMatch(/^ItemNotFound: /);
  });

  it("ends with 1 and the error's words when the script throws", async () => {
    const file = script('throw new Error("không được");');
    expect(await run(["script", file])).toEqual({ code: 1, out: [], error: ["không được"] });
  });
});
