import { openWorkbook } from "../../src/host";
import { contract } from "../../src/host/contract";
import { startExcel } from "../../src/host/node";

describe("what is assumed about Excel holds on the stand-in", () => {
  beforeAll(async () => {
    await startExcel(await openWorkbook(null, { now: () => new Date(2024, 5, 14) }));
  });

  it.each(contract.map(({ id, assumption, run }) => ({ id, assumption, run })))(
    "$id: $assumption",
    async ({ run }) => {
      await expect(run(Excel)).resolves.toBeUndefined();
    },
  );

  it("names each assumption once and with a source", () => {
    const ids = contract.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { source } of contract) expect(source).toMatch(/docs|#\d+/);
  });
});
