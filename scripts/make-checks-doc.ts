/** Writes docs/checks.md from the rules' own words: npx tsx scripts/make-checks-doc.ts */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { rulesDocument } from "../src/check/document";

async function main(): Promise<void> {
  const text = await format(rulesDocument(), { parser: "markdown" });
  writeFileSync(join(__dirname, "..", "docs", "checks.md"), text);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
