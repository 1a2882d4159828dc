/**
 * Builds dist/ for production; with an https address also the manifest for it:
 *   npm run build
 *   npm run build -- https://phuluc.example.gov.vn [options for webpack, e.g. --env officejs=local]
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { writeManifestForAddress } from "./manifest/address";

const root = join(__dirname, "..");

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const address = words.find((word) => word.includes("://"));
  const forWebpack = words.filter((word) => word !== address);
  const webpack = require.resolve("webpack/bin/webpack.js");
  const built = spawnSync(process.execPath, [webpack, "--mode", "production", ...forWebpack], {
    cwd: root,
    stdio: "inherit",
  });
  if (built.status !== 0) throw new Error("webpack could not build dist/");
  if (!address) return;
  await writeManifestForAddress(
    join(root, "manifest.xml"),
    address,
    join(root, "dist", "manifest.xml"),
  );
  console.log(`dist/ and dist/manifest.xml are ready for ${address}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
