import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Tests that need LibreOffice are skipped, by name, where it is not installed. */
export const describeWithLibreOffice =
  spawnSync("soffice", ["--version"]).status === 0 ? describe : describe.skip;

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

/** The workbook as LibreOffice saves it, every formula computed by it. */
export function savedByLibreOffice(bytes: Uint8Array): Uint8Array {
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
