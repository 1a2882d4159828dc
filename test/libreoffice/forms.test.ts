import { consolidate, makeForms, readReturnedForm } from "../../src/collect";
import { toSerial } from "../../src/deadline";
import { readWorkbookFile, writeWorkbookFile } from "../../src/file";
import type { SheetGrid } from "../../src/sheet";
import { fillIn, gridOf, PERIOD, samplePlan } from "../collect/plan";
import { describeWithLibreOffice, savedByLibreOffice } from "./office";

const tracking = samplePlan();

describeWithLibreOffice("a form saved by LibreOffice (needs soffice)", () => {
  it("comes back as it was filled in", async () => {
    const [form] = makeForms(tracking, { period: PERIOD, sendBy: null });
    if (!form) throw new Error("no form");
    const filled = fillIn(gridOf(form), "NV002", {
      finished: toSerial("2024-06-05"),
      quantity: 4,
      measure: "tin bài",
      result: "Đã đăng 04 tin, bài",
    });
    const cells = filled.values.map((row) => row.map((cell) => (cell === "" ? null : cell)));
    const bytes = await writeWorkbookFile([
      { ...form.sheet, blocks: [{ row: 0, column: 0, cells }] },
    ]);
    const take = (sheets: readonly SheetGrid[]) =>
      consolidate(tracking, [readReturnedForm(form.fileName, sheets)], {
        period: PERIOD,
        receivedOn: "2024-06-08",
        sendBy: null,
      });
    const ours = take(await readWorkbookFile(bytes));
    const theirs = take(await readWorkbookFile(savedByLibreOffice(bytes)));
    expect(ours.entries).toMatchObject([{ code: "NV002", date: "2024-06-05", quantity: 4 }]);
    expect(theirs.entries).toEqual(ours.entries);
    expect(theirs.tracking).toEqual(ours.tracking);
    expect(theirs.forms).toEqual(ours.forms);
  });
});
