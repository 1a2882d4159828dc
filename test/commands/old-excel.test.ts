import { createCommands } from "../../src/commands";
import { openWorkbook } from "../../src/host";
import { startExcel } from "../../src/host/node";
import { refusalOf } from "./office";

describe("an Excel that is too old", () => {
  it("is told so before anything is asked of it", async () => {
    const standIn = await openWorkbook(null, { apiVersion: "1.7" });
    await startExcel(standIn);
    const commands = createCommands({ locale: "vi", today: () => "2024-06-14" });
    const refusal = await refusalOf(commands.open());
    expect(refusal.code).toBe("too-old");
    expect(refusal.message).toContain("cần Excel 2021 trở lên");
    expect(standIn.counters.requests).toBe(0);
  });
});
