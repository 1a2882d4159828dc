import { openWorkbook } from "../../src/host";
import { contract } from "../../src/host/contract";
import { startExcel } from "../../src/host/node";
import { resultText, totalOf } from "../../src/preview/self-check/result-text";
import { runList, wordsOf, type Assumption } from "../../src/preview/self-check/run-list";
import { isEmptyWorkbook, sheetNames } from "../../src/preview/self-check/workbook";

const assume = (id: string, run: Assumption["run"]): Assumption => ({
  id,
  assumption: `${id} is so`,
  source: `docs: ${id}`,
  run,
});
const holds = (): Promise<void> => Promise.resolve();

beforeEach(async () => startExcel(await openWorkbook(null)));

describe("the list of the self-check", () => {
  it("leaves a new workbook as it was", async () => {
    const before = await sheetNames(Excel);
    const outcomes = await runList(contract, Excel, () => undefined);
    expect(outcomes.filter(({ state }) => state !== "held")).toEqual([]);
    expect(outcomes).toHaveLength(contract.length);
    expect(await sheetNames(Excel)).toEqual(before);
    expect(await isEmptyWorkbook(Excel)).toBe(true);
  });

  it("goes on after what does not hold and tells each outcome as it comes", async () => {
    const told: string[] = [];
    const list = [
      assume("first", holds),
      assume("second", () => Promise.reject(new Error("found 1,\nexpected 2"))),
      assume("third", holds),
    ];
    const outcomes = await runList(list, Excel, ({ id, state }) => told.push(`${id} ${state}`));
    expect(told).toEqual(["first held", "second broken", "third held"]);
    expect(outcomes[1]?.error).toBe("found 1, expected 2");
    const text = resultText(outcomes, "Excel 16", ["Kiem tra 2"]);
    expect(text).toContain("2/3 giả định đúng · 1 không đúng");
    expect(text).toContain("KHÔNG ĐÚNG second\n  second is so\n  docs: second\n  found 1");
    expect(text).toContain("Trang còn sót lại: Kiem tra 2");
    expect(text).toContain("Đúng: first, third");
  });

  it("runs nothing more after one that never answers", async () => {
    const list = [
      assume("hangs", () => new Promise(() => undefined)),
      assume("after", () => Promise.reject(new Error("ran"))),
    ];
    const outcomes = await runList(list, Excel, () => undefined, 20);
    expect(outcomes.map(({ state }) => state)).toEqual(["broken", "not run"]);
    expect(totalOf(outcomes)).toBe("0/2 giả định đúng · 1 không đúng · 1 chưa chạy");
  });

  it("takes an Excel that throws at once for an assumption that does not hold", async () => {
    const throwing = assume("throws", () => {
      throw new Error("no such member");
    });
    const outcomes = await runList([throwing], Excel, () => undefined);
    expect(outcomes[0]).toMatchObject({ state: "broken", error: "no such member" });
  });
});

describe("where it may run", () => {
  it("only in a workbook that holds nothing", async () => {
    expect(await isEmptyWorkbook(Excel)).toBe(true);
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Số liệu").getRange("C9").values = [["x"]];
      await context.sync();
    });
    expect(await isEmptyWorkbook(Excel)).toBe(false);
  });
});

describe("words of an error", () => {
  it.each([
    [new Error("a\n b"), "a b"],
    [Object.assign(new Error("Not there"), { code: "ItemNotFound" }), "ItemNotFound: Not there"],
    ["text", "text"],
    [new Error(""), "Lỗi không có lời giải thích"],
  ])("%p", (error, words) => {
    expect(wordsOf(error)).toBe(words);
  });
});
