import { codeOf, excelOn, fill, valuesAt } from "./with-excel";

describe("faults on demand", () => {
  it("fails the n-th action before or after it took effect", async () => {
    const standIn = await excelOn();
    standIn.faults.plan({ action: { number: 2, code: "GeneralException", when: "after" } });
    const write = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").values = [[2]];
      sheet.getRange("A3").values = [[3]];
      await context.sync();
    });
    expect(await codeOf(write)).toBe("GeneralException");
    expect(await valuesAt("A1:A3")).toEqual([[1], [2], [""]]);
    standIn.faults.plan({ action: { number: 1, code: "AccessDenied" } });
    expect(await codeOf(fill([[9]]))).toBe("AccessDenied");
    expect(await valuesAt("A1")).toEqual([[1]]);
  });

  it("loses the answer of a request that was carried out", async () => {
    const standIn = await excelOn();
    standIn.faults.plan({ request: { number: 1, code: "RequestAborted", when: "after" } });
    expect(await codeOf(fill([[5]]))).toBe("RequestAborted");
    expect(await valuesAt("A1")).toEqual([[5]]);
  });

  it("refuses everything while a cell is edited", async () => {
    const standIn = await excelOn();
    standIn.faults.cellEdit = true;
    expect(await codeOf(fill([[5]]))).toBe("InvalidOperationInCellEditMode");
    standIn.faults.cellEdit = false;
    await fill([[6]]);
    expect(await valuesAt("A1")).toEqual([[6]]);
  });

  it("never answers, or answers late", async () => {
    const standIn = await excelOn();
    standIn.faults.plan({ request: { number: 1, late: 120 } });
    const start = Date.now();
    await fill([[1]]);
    expect(Date.now() - start).toBeGreaterThanOrEqual(100);
    standIn.faults.plan({ request: { number: 1, never: "after" } });
    const silent = fill([[2]]).then(() => "answered");
    const wait = new Promise((resolve) => setTimeout(() => resolve("silent"), 100));
    expect(await Promise.race([silent, wait])).toBe("silent");
  });

  it("lets somebody else change cells between two requests", async () => {
    const standIn = await excelOn();
    await fill([[1]]);
    standIn.faults.plan({
      request: {
        number: 1,
        meanwhile: () => standIn.officer.type("Sheet1", "A1", "của người khác"),
      },
    });
    expect(await valuesAt("A1")).toEqual([["của người khác"]]);
  });

  it("loses events", async () => {
    const standIn = await excelOn();
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(({ address }) => {
        heard.push(address);
        return Promise.resolve();
      });
      await context.sync();
    });
    standIn.officer.type("Sheet1", "B2", "x");
    standIn.faults.loseEvents = true;
    standIn.officer.type("Sheet1", "B3", "x");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(["B2"]);
  });

  it("refuses more than 5 MB one way and the other", async () => {
    const standIn = await excelOn();
    const large = "x".repeat(30_000);
    const rows = Array.from({ length: 180 }, () => [large]);
    expect(await codeOf(fill(rows))).toBe("RequestPayloadSizeLimitExceeded");
    await fill(rows.slice(0, 100));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B1:B100").values = rows.slice(0, 100);
      await context.sync();
    });
    expect(await codeOf(valuesAt("A1:B100"))).toBe("ResponsePayloadSizeLimitExceeded");
    expect(standIn.counters.bytesIn).toBeGreaterThan(5_000_000);
  });

  it("counts requests without those that only let go", async () => {
    const standIn = await excelOn();
    standIn.counters.reset();
    await fill([
      [1, 2],
      [3, 4],
    ]);
    expect(standIn.counters).toMatchObject({ requests: 1, releases: 1, cells: 4, cellsRead: 0 });
    await valuesAt("A1:B2");
    expect(standIn.counters).toMatchObject({ requests: 2, cells: 4, cellsRead: 4 });
  });

  it("gates what a version of Excel does not have", async () => {
    await excelOn(null, { apiVersion: "1.7" });
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.7")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(false);
    const call = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.getMergedAreasOrNullObject().load("areaCount");
      await context.sync();
    });
    expect(await codeOf(call)).toBe("ApiNotFound");
  });

  it("names a member that it does not know", async () => {
    await excelOn();
    const call = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").shapes.load("items/name");
      await context.sync();
    });
    await expect(call).rejects.toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("Worksheet.shapes") as string,
    });
  });
});
