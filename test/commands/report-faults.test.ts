import { Refusal } from "../../src/commands";
import { reportingPeriod } from "../../src/deadline";
import { rowsOf, saved, written, type Office } from "./office";

const half = reportingPeriod("first-half", 2024);
const request = { period: half, asOf: half.to, reader: "authority" } as const;
const SUMMARY = "BC 6 tháng 2024";
const UNFINISHED = "ĐANG LẬP – CHƯA HOÀN CHỈNH";

/** A plan of four tasks: what a fault does depends on the kinds of calls, not on how many rows they carry. */
const desk = () =>
  written((context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.name = "Phụ lục";
    sheet.getRange("A1:F6").values = [
      ["KẾ HOẠCH", "", "", "", "", ""],
      ["STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"],
      [1, "Tuyên truyền trên Cổng thông tin", "Tin, bài", "Văn phòng", "", "Quý I năm 2024"],
      [2, "Tổ chức hội nghị đối thoại", "Hội nghị", "Thanh tra", "Văn phòng", "'30/5/2024"],
      [3, "Treo băng rôn ở trụ sở", "Băng rôn", "Văn phòng", "", "Thường xuyên"],
      [4, "Khảo sát mức độ hài lòng", "Báo cáo", "Thanh tra", "", "'30/11/2024"],
    ];
  }, "2024-06-14");

/** What stands in a workbook, by sheet. */
async function contents(office: Office): Promise<Map<string, unknown[][]>> {
  const workbook = await saved(office);
  return new Map(workbook.SheetNames.map((name) => [name, rowsOf(workbook, name)]));
}

interface Situation {
  readonly prepare: (office: Office) => Promise<unknown>;
  readonly act: (office: Office) => Promise<unknown>;
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  "the first making": {
    prepare: () => Promise.resolve(),
    act: ({ commands }) => commands.report(request),
  },
  "the second making": {
    prepare: ({ commands }) => commands.report({ ...request, asOf: "2024-05-02" }),
    act: ({ commands }) => commands.report(request),
  },
  "a closing": {
    prepare: ({ commands }) => commands.report(request),
    act: ({ commands }) => commands.closeReport(half),
  },
};

/** How many requests and actions the act takes, and what stands there after it. */
async function measured({ prepare, act }: Situation) {
  const office = await desk();
  await prepare(office);
  const before = await contents(office);
  office.standIn.counters.reset();
  await act(office);
  const { requests, actions } = office.standIn.counters;
  return { before, after: await contents(office), requests, actions };
}

type Fault = Parameters<Office["standIn"]["faults"]["plan"]>[0];

/**
 * After a fault each sheet is as it was, as it was to become, or says in its first line that it is not
 * complete; a sheet that is neither is damaged unnoticed. Gives the sheets that are so, with what the command said.
 */
async function damagedBy(
  { prepare, act }: Situation,
  { before, after }: Awaited<ReturnType<typeof measured>>,
  fault: Fault,
): Promise<readonly string[]> {
  const office = await desk();
  await prepare(office);
  office.standIn.faults.plan(fault);
  const refusal = await act(office).then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error : String(error)),
  );
  if (typeof refusal === "string") return [`not a refusal: ${refusal}`];
  const now = await contents(office);
  const isSame = (rows: unknown, known: Map<string, unknown[][]>, name: string) =>
    JSON.stringify(rows) === JSON.stringify(known.get(name));
  const damaged = [...now].flatMap(([name, rows]) => {
    if (String(rows[0]?.[0]).startsWith(UNFINISHED)) return [];
    return isSame(rows, before, name) || isSame(rows, after, name) ? [] : [`damaged: ${name}`];
  });
  const lost = [...before.keys()].filter((name) => !now.has(name)).map((name) => `lost: ${name}`);
  const isSilent =
    refusal?.written === false && [...now].some(([name, rows]) => !isSame(rows, before, name));
  return [...damaged, ...lost, ...(isSilent ? ["said that nothing was written"] : [])];
}

/** Faults tried in each situation; PHULUC_FAULTS=all tries every action. */
const ACTIONS_TRIED = process.env.PHULUC_FAULTS === "all" ? Number.POSITIVE_INFINITY : 12;

describe.each(Object.entries(SITUATIONS))("faults in %s", (name, situation) => {
  it("are honest at every request, before and after it takes effect", async () => {
    const known = await measured(situation);
    const found: string[] = [];
    for (let number = 1; number <= known.requests; number += 1) {
      for (const when of ["before", "after"] as const) {
        const fault = { request: { number, code: "RequestAborted", when } };
        for (const damage of await damagedBy(situation, known, fault)) {
          found.push(`request ${number} ${when}: ${damage}`);
        }
      }
    }
    expect(found).toEqual([]);
    expect(known.requests).toBeGreaterThan(2);
    expect(known.after.has(SUMMARY)).toBe(true);
  }, 120_000);

  // Neighbouring actions are of one kind (cells, styles): every so many reaches each kind of call.
  it("are honest at actions all through it", async () => {
    const known = await measured(situation);
    const step = Math.max(1, Math.floor(known.actions / ACTIONS_TRIED));
    const found: string[] = [];
    for (let number = 1; number <= known.actions; number += step) {
      const fault = { action: { number, code: "GeneralException" } };
      for (const damage of await damagedBy(situation, known, fault)) {
        found.push(`action ${number}: ${damage}`);
      }
    }
    expect({ name, found }).toEqual({ name, found: [] });
  }, 300_000);
});
