import { office } from "./office";

describe("the sheet Rà soát", () => {
  it("lists the findings for the drafter, is not read as an appendix, and can be made again", async () => {
    const desk = await office("2024-06-14");
    const { findings, tracking } = await desk.commands.open();
    expect(findings.length).toBeGreaterThan(3);
    const first = await desk.commands.findingsSheet();
    expect(first.sheets).toContain("Rà soát");
    expect(first.said.join(" ")).toContain(`${findings.length} chỗ cần xem`);
    expect(first.differences).toEqual([]);
    const again = await desk.commands.open();
    expect(again.appendix?.sheet).toBe("Phụ lục");
    expect(again.tracking.tasks).toHaveLength(tracking.tasks.length);
    await expect(desk.commands.findingsSheet()).resolves.toMatchObject({ differences: [] });
    const undone = await desk.commands.undo();
    expect(undone.session.findings).toHaveLength(findings.length);
  });
});
