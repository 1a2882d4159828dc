import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read as readXlsx, utils } from "@e965/xlsx";
import { reportingPeriod } from "../../src/deadline";
import { office } from "../commands/office";

const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** A profile in which every formula of a file is computed anew on loading. */
function profile(folder: string): string {
  const user = join(folder, "profile", "user");
  mkdirSync(user, { recursive: true });
  writeFileSync(
    join(user, "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`,
  );
  return `-env:UserInstallation=file://${join(folder, "profile")}`;
}

function recalculated(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-lo-"));
  const source = join(folder, "book.xlsx");
  const target = join(folder, "out");
  writeFileSync(source, bytes);
  execFileSync(
    "soffice",
    [profile(folder), "--headless", "--convert-to", "xlsx", "--outdir", target, source],
    { stdio: "ignore", timeout: 120_000 },
  );
  return readFileSync(join(target, "book.xlsx"));
}

const describeWithLibreOffice = hasLibreOffice ? describe : describe.skip;

describeWithLibreOffice("recalculation by LibreOffice (needs soffice)", () => {
  it("gives every cell of both reports and of Theo dõi the value that was saved", async () => {
    const desk = await office("2024-12-31");
    for (const kind of ["first-half", "year"] as const) {
      const period = reportingPeriod(kind, 2024);
      await desk.commands.report({ period, asOf: period.to, reader: "authority" });
    }
    const { bytes } = await desk.standIn.save();
    const ours = readXlsx(bytes, { cellFormula: true });
    const theirs = readXlsx(recalculated(bytes));
    let formulas = 0;
    const different: string[] = [];
    for (const name of ours.SheetNames) {
      const sheet = ours.Sheets[name] ?? {};
      for (const [address, cell] of Object.entries(sheet)) {
        if (address.startsWith("!")) continue;
        const { f: formula, v: value = "" } = cell as { f?: string; v?: unknown };
        if (formula === undefined) continue;
        formulas += 1;
        const found = (theirs.Sheets[name]?.[address] as { v?: unknown } | undefined)?.v ?? "";
        const agrees =
          typeof value === "number" && typeof found === "number"
            ? Math.abs(value - found) < 1e-9
            : value === found;
        if (!agrees) different.push(`${name}!${address}: ${String(value)} / ${String(found)}`);
      }
    }
    expect(different).toEqual([]);
    expect(formulas).toBeGreaterThan(1000);
    expect(utils.decode_range(ours.Sheets["Theo dõi"]?.["!ref"] ?? "A1").e.r).toBe(33);
  }, 180_000);
});
