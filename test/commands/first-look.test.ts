import type { Session } from "../../src/commands";
import { office } from "./office";

describe("the first look at a workbook", () => {
  it("says that there is no tracking before the appendix is understood", async () => {
    const { commands } = await office();
    const looks: (Session | null)[] = [];
    const session = await commands.open({ onFirstLook: (look) => looks.push(look) });
    expect(looks).toEqual([null]);
    expect(session.tracked).toBe(false);
    expect(session.appendix?.tasks).toHaveLength(30);
  });

  it("gives the tasks of Theo dõi with the same reading, and the rest after it", async () => {
    const { standIn, commands } = await office();
    await commands.track();
    const before = standIn.counters.requests;
    const looks: (Session | null)[] = [];
    const session = await commands.open({ onFirstLook: (look) => looks.push(look) });
    expect(standIn.counters.requests - before).toBe(1);
    expect(looks[0]?.tracking).toEqual(session.tracking);
    expect(looks[0]?.tracked).toBe(true);
    expect(looks[0]?.findings).toEqual([]);
    expect(session.findings.length).toBeGreaterThan(0);
  });
});
