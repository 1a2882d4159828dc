/** Writes docs/checks.md from the rules' own words: npx tsx scripts/make-checks-doc.ts */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rulesDocument } from "../src/check/document";

writeFileSync(join(__dirname, "..", "docs", "checks.md"), rulesDocument());
