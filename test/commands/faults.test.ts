import { reportingPeriod } from "../../src/deadline";
import { Refusal } from "../../src/commands";
import { office, refusalOf, rowsOf, saved, type Office } from "./office";

const half = reportingPeriod("first-half", 2024);
const request = { period: half, asOf: half.to, reader: "authority" } as const;

/** Every sheet but the appendix is finished or says in A1 that it is not; the appendix is as it was. */
async function expectHonest(desk: Office, appendix: unknown[][]): Promise<string[]> {
  const workbook = await saved(desk);
  expect(rowsOf(workbook, "Phụ lục")).toEqual(appendix);
  return workbook.SheetNames.filter((name) => name !== "Phụ lục").filter(
    (name) => !String(rowsOf(workbook, name)[0]?.[0]).startsWith("ĐANG LẬP – CHƯA HOÀN CHỈNH"),
  );
}

describe("faults while a report is made", () => {
  it.each([1, 7, 60, 150, 400, 900, 1300])(
    "leaves nothing behind when action %i fails",
    async (number) => {
      const desk = await office();
      const appendix = rowsOf(await saved(desk), "Phụ lục");
      desk.standIn.faults.plan({ action: { number, code: "GeneralException" } });
      const refusal = await refusalOf(desk.commands.report(request));
      expect(refusal).toMatchObject({ code: "excel", written: false });
      expect(await expectHonest(desk, appendix)).toEqual([]);
      expect((await saved(desk)).SheetNames).toEqual(["Phụ lục"]);
    },
  );

  it.each([2, 3])(
    "is honest when request %i is carried out and its answer lost",
    async (number) => {
      const desk = await office();
      const appendix = rowsOf(await saved(desk), "Phụ lục");
      desk.standIn.faults.plan({ request: { number, code: "RequestAborted", when: "after" } });
      await refusalOf(desk.commands.report(request));
      expect(await expectHonest(desk, appendix)).toEqual([]);
    },
  );

  it("reads once more after a fault that passes", async () => {
    const desk = await office();
    desk.standIn.faults.plan({ request: { number: 1, code: "ServiceNotAvailable" } });
    const session = await desk.commands.open();
    expect(session.tracking.tasks).toHaveLength(30);
  });

  it("keeps an existing sheet marked unfinished when writing it again fails half-way", async () => {
    const desk = await office();
    await desk.commands.report(request);
    const appendix = rowsOf(await saved(desk), "Phụ lục");
    desk.standIn.faults.plan({ action: { number: 40, code: "GeneralException" } });
    const refusal = await refusalOf(desk.commands.report(request));
    expect(refusal.written).toBe(true);
    expect(refusal.message).toContain("ô A1 báo rõ");
    const finished = await expectHonest(desk, appendix);
    expect(finished).not.toContain("BC 6 tháng 2024");
    const again = await desk.commands.report(request);
    expect(again.differences).toEqual([]);
    expect(await expectHonest(desk, appendix)).toContain("BC 6 tháng 2024");
  });
});

describe("faults while a report is closed", () => {
  const close = (desk: Office) => desk.commands.closeReport(half);

  it.each([30, 200, 500, 800])("is honest when action %i of a closing fails", async (number) => {
    const desk = await office();
    await desk.commands.report(request);
    const appendix = rowsOf(await saved(desk), "Phụ lục");
    desk.standIn.faults.plan({ action: { number, code: "GeneralException" } });
    const refusal = await close(desk).then(
      () => null,
      (error: unknown) => error as Refusal,
    );
    const finished = await expectHonest(desk, appendix);
    if (refusal?.written === true) expect(finished).not.toContain("BC 6 tháng 2024");
    const outcome = await close(desk).catch((error: unknown) => error as Refusal);
    if (outcome instanceof Refusal) expect(outcome.code).toBe("closed-report");
    else expect(outcome.differences).toEqual([]);
  });
});
