import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { read as readXlsx, utils, write } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { folder, run, runJson, SAMPLE } from "./terminal";

const PERIOD = ["--period", "6-thang", "--year", "2024", "--today", "2024-06-12"];
const SEND_BY = ["--send-by", "10/6/2024"];

interface Collected {
  readonly forms: readonly {
    readonly fileName: string;
    readonly unit: string;
    readonly state: string;
    readonly problems: readonly { readonly message: string }[];
  }[];
  readonly unread: readonly { readonly fileName: string; readonly message: string }[];
  readonly entries: readonly { readonly result: string; readonly unit: string }[];
  readonly conflicts: readonly {
    readonly id: string;
    readonly options: readonly { readonly id: string; readonly present: boolean }[];
  }[];
}

const target = folder();
const tracked = join(target, "theo-doi.xlsx");
const forms = join(target, "phieu");
let files: readonly string[] = [];

beforeAll(async () => {
  await run(["track", SAMPLE, "--today", "2024-06-01", "-o", tracked]);
  const made = await run(["forms", tracked, ...PERIOD, ...SEND_BY, "-o", forms]);
  expect(made.code).toBe(0);
  files = readdirSync(forms)
    .sort()
    .map((name) => join(forms, name));
}, 60_000);

/** Fills in the result of the first task of a form and saves it somewhere else. */
function filled(form: string, result: string, out: string, withKey = true): string {
  const book = readXlsx(readFileSync(form));
  const sheet = book.Sheets["Phiếu báo cáo"] ?? {};
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: "" });
  const header = rows.findIndex((row) => row[0] === "Mã");
  const task = rows.findIndex((row, at) => at > header && /^NV\d+$/.test(String(row[0])));
  const cells = rows.map((row, at) =>
    at === task ? row.with(rows[header]?.indexOf("Kết quả") ?? 0, result) : row,
  );
  const changed = utils.book_new();
  const kept = withKey ? cells : cells.slice(header);
  utils.book_append_sheet(changed, utils.aoa_to_sheet(kept), "Phiếu báo cáo");
  mkdirSync(join(out, ".."), { recursive: true });
  writeFileSync(out, new Uint8Array(write(changed, { type: "array" }) as ArrayBuffer));
  return out;
}

function rowsOf(file: string, sheet: string): unknown[][] {
  const cells = readXlsx(readFileSync(file)).Sheets[sheet];
  return cells ? utils.sheet_to_json<unknown[]>(cells, { header: 1, defval: "" }) : [];
}

describe("forms", () => {
  it("writes a file for each unit, locked but for what is filled in", () => {
    expect(files.map((file) => basename(file))).toContain(
      "Phiếu báo cáo – Văn phòng Ban – 6 tháng 2024.xlsx",
    );
    const parts = unzipSync(readFileSync(files[0] ?? ""));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).toMatch(/<sheetProtection [^>]*sheet="1"/);
  });

  it("says which period it does not know", async () => {
    const wrong = await run([
      "forms",
      tracked,
      "--period",
      "tuan-1",
      "--year",
      "2024",
      "-o",
      forms,
    ]);
    expect(wrong.code).toBe(2);
    expect(wrong.error[0]).toContain("tuan-1");
  });
});

describe("collect", () => {
  const out = join(target, "da-nhan.xlsx");

  it("sorts out file by file: a bad one keeps none of the others back", async () => {
    const good = filled(files[0] ?? "", "đã xong việc 1", join(target, "a", "phieu.xlsx"));
    const same = filled(files[1] ?? "", "đã xong việc 2", join(target, "b", "phieu.xlsx"));
    const bad = join(target, "thu.xlsx");
    writeFileSync(bad, "không phải tệp Excel");
    const given = [good, bad, same, join(target, "khong-co.xlsx")];
    const { code, json } = await runJson<Collected>([
      "collect",
      tracked,
      ...given,
      ...PERIOD,
      ...SEND_BY,
      "-o",
      out,
    ]);
    expect(code).toBe(1);
    expect(json.unread.map(({ fileName }) => fileName)).toEqual(["thu.xlsx", "khong-co.xlsx"]);
    expect(json.forms.map(({ fileName, state }) => [fileName, state])).toEqual([
      ["a/phieu.xlsx", "taken"],
      ["b/phieu.xlsx", "taken"],
    ]);
    expect(json.entries.map(({ result }) => result).sort()).toEqual([
      "đã xong việc 1",
      "đã xong việc 2",
    ]);
    const results = rowsOf(out, "Kết quả").flat();
    expect(results).toEqual(expect.arrayContaining(["đã xong việc 1", "đã xong việc 2"]));
    expect(rowsOf(out, "Sổ nhận báo cáo").flat()).toContain("Muộn");
  });

  it("writes nothing when no file can be read", async () => {
    const bad = join(target, "thu2.xlsx");
    writeFileSync(bad, "");
    const nothing = join(target, "khong-ghi.xlsx");
    const { code, error } = await run(["collect", tracked, bad, ...PERIOD, "-o", nothing]);
    expect(code).toBe(2);
    expect(error[0]).toMatch(/^thu2\.xlsx: /);
    expect(() => readFileSync(nothing)).toThrow();
  });

  it("takes the officer's answers: the unit of a file without its key, and a side of a conflict", async () => {
    const keyless = filled(files[2] ?? "", "không mã phiếu", join(target, "c.xlsx"), false);
    const unit = basename(files[2] ?? "").split(" – ")[1] ?? "";
    const again = filled(files[0] ?? "", "bản sửa việc 1", join(target, "a2.xlsx"));
    const asked = await runJson<Collected>([
      "collect",
      out,
      keyless,
      again,
      ...PERIOD,
      "-o",
      join(target, "hoi.xlsx"),
    ]);
    expect(asked.code).toBe(1);
    expect(asked.json.forms.map(({ state }) => state)).toEqual(["taken", "unknown-unit"]);
    const [conflict] = asked.json.conflicts;
    const fresh = conflict?.options.find(({ present }) => !present)?.id ?? "";
    const answers = join(target, "tra-loi.json");
    writeFileSync(
      answers,
      JSON.stringify({ units: { "c.xlsx": unit }, decisions: { [conflict?.id ?? ""]: [fresh] } }),
    );
    const settled = join(target, "da-ro.xlsx");
    const done = await runJson<Collected>([
      "collect",
      out,
      keyless,
      again,
      ...PERIOD,
      "--answers",
      answers,
      "-o",
      settled,
    ]);
    expect(done.code).toBe(0);
    const results = rowsOf(settled, "Kết quả").flat();
    expect(results).toEqual(expect.arrayContaining(["không mã phiếu", "bản sửa việc 1"]));
    expect(results).not.toContain("đã xong việc 1");
    writeFileSync(answers, "[]");
    const wrong = await run([
      "collect",
      out,
      again,
      ...PERIOD,
      "--answers",
      answers,
      "-o",
      settled,
    ]);
    expect(wrong.code).toBe(2);
    expect(wrong.error[0]).toContain("JSON");
  });

  it("tells its progress on stderr when there are many files", async () => {
    const many = Array.from({ length: 45 }, () => files[0] ?? "");
    const { error, out: said } = await run(["collect", tracked, ...many, ...PERIOD, "-o", out]);
    expect(error).toEqual(["Đã đọc 20/45 phiếu…", "Đã đọc 40/45 phiếu…"]);
    expect(said.join(" ")).toContain("Đã nhận 0/45 phiếu");
  }, 60_000);
});

describe("send-back", () => {
  it("notes reason and new day in the book", async () => {
    const out = join(target, "tra-lai.xlsx");
    const { code } = await run([
      "send-back",
      tracked,
      "--unit",
      "Văn phòng Ban",
      ...PERIOD,
      "--reason",
      "Thiếu minh chứng",
      "--new-date",
      "20/6/2024",
      "-o",
      out,
    ]);
    expect(code).toBe(0);
    const line = rowsOf(out, "Sổ nhận báo cáo").find(([unit]) => unit === "Văn phòng Ban");
    expect(line).toEqual(expect.arrayContaining(["Trả lại", "Thiếu minh chứng"]));
  });
});

describe("urge and silence", () => {
  it("gives a text for each unit, the sheet, the book, the notice and the calendar", async () => {
    const [out, docx, ics] = ["don-doc.xlsx", "tb.docx", "lich.ics"].map((name) =>
      join(target, name),
    ) as [string, string, string];
    const asOf = ["--as-of", "14/6/2024", "--today", "2024-06-14"];
    const { code, json } = await runJson<{
      units: { unit: string; urgedBefore: number; text: string }[];
      oftenLate: { unit: string }[];
    }>(["urge", tracked, ...asOf, "-o", out, "--note", "--docx", docx, "--ics", ics]);
    expect(code).toBe(0);
    expect(json.units.map(({ unit }) => unit)).toContain("Phòng Quản lý lao động");
    expect(json.units.every(({ text, urgedBefore }) => text !== "" && urgedBefore === 0)).toBe(
      true,
    );
    expect(rowsOf(out, "Đôn đốc 14.06.2024").flat()).toContain("DANH MỤC NHIỆM VỤ CẦN ĐÔN ĐỐC");
    expect(rowsOf(out, "Sổ đôn đốc").flat()).toContain("Phòng Quản lý lao động");
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe("PK");
    expect(readFileSync(ics, "utf8")).toMatch(/^BEGIN:VCALENDAR\r\n/);

    const later = ["--as-of", "20/6/2024", "--today", "2024-06-20"];
    const second = await run(["urge", out, ...later, "--unit", "Phòng Quản lý đầu tư"]);
    expect(second.out[0]).toMatch(/^Việc này đã được đôn đốc ngày 14\/6\/2024\./);
    const alone = await run(["urge", tracked, ...asOf, "--note"]);
    expect(alone.code).toBe(2);
  }, 60_000);

  it("shows what is worth a question", async () => {
    const asOf = ["--as-of", "14/6/2024", "--today", "2024-06-14"];
    const { code, json } = await runJson<{ silences: { kind: string; message: string }[] }>([
      "silence",
      tracked,
      ...asOf,
    ]);
    expect(code).toBe(0);
    expect(json.silences.length).toBeGreaterThan(0);
    expect(json.silences.every(({ message }) => message.endsWith("."))).toBe(true);
    const said = await run(["silence", tracked, ...asOf]);
    expect(said.out.at(-1)).toMatch(/^\d+ chỗ nên hỏi lại/);
  });
});
