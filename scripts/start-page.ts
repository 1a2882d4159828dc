/**
 * Builds the trial page and serves it on plain http, on the next free port from 3000: npm start
 * It opens on the sample; nothing but this computer can reach it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveFolder } from "./serve-folder";

const root = join(__dirname, "..");
const dist = join(root, "dist");
const FIRST_PORT = 3000;

async function main(): Promise<void> {
  const again = !process.argv.includes("--built") || !existsSync(join(dist, "index.html"));
  if (again) {
    console.log("Đang dựng trang (lần đầu mất chừng một phút)…");
    const webpack = require.resolve("webpack/bin/webpack.js");
    const built = spawnSync(process.execPath, [webpack, "--mode", "production"], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (built.status !== 0) throw new Error("webpack could not build dist/");
  }
  const { address } = await serveFolder(dist, FIRST_PORT);
  console.log(`Trang thử: ${address}   (dừng: Ctrl+C)`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
