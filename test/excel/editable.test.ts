import { withOfficersWords } from "../../src/excel/editable";
import { fingerprint } from "../../src/excel/fingerprint";
import type { Target } from "../../src/excel/targets";
import { plan } from "./plans";

const NAME = { name: "NhanXet", area: { row: 2, column: 0, rows: 1, columns: 1 } };

function target(ours: string, theirs: string, row = 2): Target {
  return {
    plan: plan({
      name: "BC 6 tháng 2024",
      blocks: [{ row: 0, column: 0, cells: [["Tiêu đề"], [null], [ours]] }],
      editable: [NAME],
    }),
    sheet: "BC 6 tháng 2024",
    mode: "remake",
    refresh: "remake",
    existing: {
      name: "BC 6 tháng 2024",
      used: { row: 0, column: 0, rows: row + 1, columns: 1 },
      values: [...Array.from({ length: row }, () => [""]), [theirs]],
      names: { NhanXet: { ...NAME.area, row } },
    },
    tables: {},
  };
}

const KEY = "BC 6 tháng 2024!NhanXet";

describe("withOfficersWords", () => {
  it("writes our new text where the sheet still has our last one", () => {
    const known = { [KEY]: fingerprint("Câu cũ") };
    const result = withOfficersWords(target("Câu mới", "Câu cũ"), known);
    expect(result.plan.blocks[0]?.cells[2]).toEqual(["Câu mới"]);
    expect(result.kept).toEqual([]);
    expect(result.fingerprints[KEY]).toBe(fingerprint("Câu mới"));
  });

  it("keeps what the officer changed, and offers ours beside it", () => {
    const known = { [KEY]: fingerprint("Câu cũ") };
    const result = withOfficersWords(target("Câu mới", "Câu của tôi"), known);
    expect(result.plan.blocks[0]?.cells[2]).toEqual(["Câu của tôi"]);
    expect(result.kept).toEqual([
      { sheet: "BC 6 tháng 2024", name: "NhanXet", ours: "Câu mới", theirs: "Câu của tôi" },
    ]);
    expect(result.fingerprints[KEY]).toBe(fingerprint("Câu cũ"));
  });

  it("finds the area where the officer's inserted rows pushed it", () => {
    const known = { [KEY]: fingerprint("Câu cũ") };
    const result = withOfficersWords(target("Câu mới", "Câu của tôi", 5), known);
    expect(result.plan.blocks[0]?.cells[2]).toEqual(["Câu của tôi"]);
  });

  it("loses no row of an area that the officer made longer", () => {
    const base = target("Câu mới", "Dòng một");
    const longer: Target = {
      ...base,
      existing: {
        name: base.sheet,
        used: { row: 2, column: 0, rows: 2, columns: 1 },
        values: [["Dòng một"], ["Dòng hai"]],
        names: { NhanXet: { row: 2, column: 0, rows: 2, columns: 1 } },
      },
    };
    const result = withOfficersWords(longer, { [KEY]: fingerprint("Câu cũ") });
    expect(result.plan.blocks[0]?.cells[2]).toEqual(["Dòng một\nDòng hai"]);
  });
});
