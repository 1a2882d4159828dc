/**
 * Writes out/self-check.xml, the manifest of the developer's page "Tự kiểm tra trên Excel này":
 *   npx tsx scripts/make-self-check-manifest.ts [https address of the pages]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeManifestForAddress } from "./manifest/address";
import { selfCheckManifest } from "./manifest/self-check";

const root = join(__dirname, "..");
const DEVELOPMENT = "https://localhost:3000";

async function main(): Promise<void> {
  const copy = join(root, "out", "self-check.xml");
  await writeManifestForAddress(join(root, "manifest.xml"), process.argv[2] ?? DEVELOPMENT, copy);
  writeFileSync(copy, selfCheckManifest(readFileSync(copy, "utf8")));
  console.log("out/self-check.xml is ready");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
