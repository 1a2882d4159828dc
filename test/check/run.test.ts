import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  checkAppendix,
  findingsSheet,
  fingerprintOf,
  ruleTitle,
  splitIgnored,
} from "../../src/check";
import { rulesDocument } from "../../src/check/document";
import { findingsOf, inputOf, row, TODAY } from "./support/plan";

const mixed = [
  row(1, { F: "31/6/2024" }),
  row(2, { C: "" }),
  row(3, { D: "", F: "30/6/2024" }),
  row(4, { D: "Các phòng chuyên môn" }),
];

describe("checkAppendix", () => {
  it("puts errors first, then warnings, then hints", () => {
    const weights = findingsOf(mixed).map(({ severity }) =>
      ["error", "warning", "hint"].indexOf(severity),
    );
    expect(weights).toEqual([...weights].sort());
    expect(new Set(weights).size).toBe(3);
  });

  it("says where, what and what to do", () => {
    expect(findingsOf(mixed, {}, "impossible-date")).toEqual([
      {
        rule: "impossible-date",
        severity: "error",
        sheet: "Phụ lục",
        cell: "F5",
        task: "NV001",
        value: "31/6/2024",
        message: "Ô F5: “31/6/2024” là ngày không có trong lịch nên chưa xác định được hạn.",
        advice: "Chọn ngày đúng, hoặc hỏi lại đơn vị soạn kế hoạch.",
        candidates: ["30/6/2024"],
      },
    ]);
  });

  it("speaks English when asked", () => {
    const [first] = checkAppendix(inputOf(mixed), "en");
    expect(first?.message).toContain("Cell ");
    expect(ruleTitle("no-lead", "en")).toBe("No lead unit");
    expect(ruleTitle("no-such-rule", "vi")).toBe("no-such-rule");
  });

  it("leaves out the rules that are off", () => {
    const found = checkAppendix(inputOf(mixed), "vi", { off: ["impossible-date"] });
    expect(found.map(({ rule }) => rule)).not.toContain("impossible-date");
    expect(found.map(({ rule }) => rule)).toContain("no-lead");
  });

  it("says a cell merged over several tasks once", () => {
    const rows = [row(1, { D: "Các phòng chuyên môn" }), row(2, { D: "" }), row(3, { D: "" })];
    const found = findingsOf(rows, { merges: ["D5:D7"] }, "group-lead");
    expect(found.map(({ cell }) => cell)).toEqual(["D5"]);
    expect(findingsOf(rows, { merges: ["D5:D7"] }, "no-lead")).toEqual([]);
  });

  it("does not call a shared deadline cell or a quarter finished early an error", () => {
    const rows = [
      row(1, { G: "20/3/2024", F: "Quý II/2024", I: "01 tin" }),
      row(2, { F: "Thường xuyên" }),
      row(3, { F: "Hằng quý" }),
      row(4, { F: "Khi có yêu cầu" }),
      row(5, { F: "Trước 30/9/2024" }),
      row(6, { F: "Quý II, IV/2024" }),
    ];
    expect(findingsOf(rows).filter(({ severity }) => severity !== "hint")).toEqual([]);
  });

  it("keeps phone numbers out of messages", () => {
    const found = findingsOf([row(1), row(2, { D: "Văn phòng Ban 0912345678" })]);
    expect(found.map(({ message }) => message).join()).not.toContain("0912345678");
  });
});

describe("ignored findings", () => {
  const [finding] = findingsOf(mixed, {}, "impossible-date");
  const kept = finding ? [{ ...finding, reason: "Đã hỏi đơn vị soạn" }] : [];

  it("stay away while their text is the same, also when the row moves", () => {
    const moved = findingsOf([...mixed.slice(1), ...mixed.slice(0, 1)], {}, "impossible-date");
    const sameTask = moved.map((one) => ({ ...one, task: finding?.task ?? "" }));
    expect(splitIgnored(sameTask, kept)).toEqual({
      findings: [],
      ignored: sameTask.map((one) => ({ ...one, reason: "Đã hỏi đơn vị soạn" })),
    });
  });

  it("return when the text changes", () => {
    const changed = findingsOf([row(1, { F: "31/9/2024" })], {}, "impossible-date");
    expect(splitIgnored(changed, kept)).toEqual({ findings: changed, ignored: [] });
    expect(changed).toHaveLength(1);
  });

  it("have fingerprints that differ by rule, task and text only", () => {
    const one = { rule: "a", task: "NV001", value: "Ủy ban" };
    expect(fingerprintOf(one)).toBe(fingerprintOf({ ...one, value: "Uỷ  ban" }));
    expect(fingerprintOf(one)).not.toBe(fingerprintOf({ ...one, task: "NV002" }));
    expect(fingerprintOf(one)).not.toBe(fingerprintOf({ ...one, rule: "b" }));
  });
});

describe("the sheet Rà soát", () => {
  const input = inputOf(mixed);
  const findings = checkAppendix(input, "vi");
  const plan = findingsSheet(findings, {
    locale: "vi",
    settings: input.tracking.settings,
    today: TODAY,
  });

  it("has a row and a link for every finding", () => {
    const table = plan.blocks[1];
    expect(table?.cells).toHaveLength(findings.length + 1);
    expect(plan.links).toHaveLength(findings.filter(({ cell }) => cell !== "").length);
    expect(plan.links?.[0]).toEqual({
      row: (table?.row ?? 0) + 1,
      column: 1,
      target: `'Phụ lục'!${findings[0]?.cell ?? ""}`,
    });
  });

  it("prints on A4 across with its header on each page", () => {
    const width = plan.columnWidths.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    expect(width).toBeLessThanOrEqual(((297 - 30 - 15) / 25.4) * 72);
    expect(plan.print?.titleRows).toEqual([plan.blocks[1]?.row, plan.blocks[1]?.row]);
    expect(plan.print?.area.rows).toBe((plan.blocks[1]?.row ?? 0) + findings.length + 1);
  });

  it("says so when there is nothing to look at", () => {
    const empty = findingsSheet([], {
      locale: "vi",
      settings: input.tracking.settings,
      today: TODAY,
    });
    expect(empty.blocks[0]?.cells.flat()).toContain("Không có nội dung cần xem lại.");
    expect(empty.links).toEqual([]);
  });
});

it("docs/checks.md is what the rules say", () => {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "checks.md"), "utf8");
  expect(page).toBe(rulesDocument());
});
