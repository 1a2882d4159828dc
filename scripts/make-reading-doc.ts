/** Writes docs/appendix-reading.md from what is really read: npx tsx scripts/make-reading-doc.ts */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { compare } from "../test/appendix/support/comparison";
import { readingDocument } from "../test/appendix/support/reading-document";

writeFileSync(
  join(__dirname, "..", "docs", "appendix-reading.md"),
  readingDocument((seed) => {
    const { seen, expected } = compare(seed);
    return isDeepStrictEqual(seen, expected);
  }),
);
