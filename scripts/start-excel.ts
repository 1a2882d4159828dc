/**
 * Serves the add-in over https on port 3000 with a trusted development certificate and loads it into the
 * Excel of this computer (Windows or Mac): npm run start:excel
 *
 * The loader comes from the npm registry when it is first needed: it holds parts built for Windows and Mac only.
 */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";

const root = join(__dirname, "..");
const PORT = 3000;
const LOADER = "office-addin-dev-settings@4.0.0";

async function main(): Promise<void> {
  await getHttpsServerOptions();
  const webpack = require.resolve("webpack/bin/webpack.js");
  const server = spawn(
    process.execPath,
    [webpack, "serve", "--mode", "development", "--env", "https", "--port", String(PORT)],
    { cwd: root, stdio: "inherit" },
  );
  server.on("exit", (code) => process.exit(code ?? 1));
  if (process.platform !== "win32" && process.platform !== "darwin") {
    console.log(
      `Excel does not run here. Load manifest.xml into Excel on the web while this serves https://localhost:${PORT}`,
    );
    return;
  }
  const loaded = spawnSync(
    "npx",
    ["--yes", LOADER, "sideload", "manifest.xml", "desktop", "--app", "excel"],
    { cwd: root, stdio: "inherit", shell: true },
  );
  if (loaded.status !== 0)
    console.error(
      "Excel could not be started with the add-in: load manifest.xml by hand (docs/trien-khai.md).",
    );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
