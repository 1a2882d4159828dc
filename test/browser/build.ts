import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const output = join(root, ".cache/browser-dist");
const stamp = join(output, ".built");
const lock = join(root, ".cache/browser-dist.lock");
const WAIT = 500;
/** A build that was broken off leaves its lock behind. */
const STALE = 15 * 60_000;

/**
 * The built pages that the browser tests look at. Several test files ask at the same time: the first
 * one builds, the others wait; nothing is built when no source has changed since.
 */
export async function builtPages(): Promise<string> {
  mkdirSync(join(root, ".cache"), { recursive: true });
  while (!take()) await new Promise((resolve) => setTimeout(resolve, WAIT));
  try {
    if (!isFresh()) build();
  } finally {
    rmdirSync(lock);
  }
  return output;
}

/** Takes the lock; one that was left behind is removed for the next try. */
function take(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const held = statSync(lock, { throwIfNoEntry: false });
    if (held && Date.now() - held.mtimeMs > STALE) rmdirSync(lock);
    return false;
  }
}

function build(): void {
  const webpack = require.resolve("webpack/bin/webpack.js");
  const built = spawnSync(
    process.execPath,
    [webpack, "--mode", "production", "--env", `output=${output}`],
    { cwd: root, encoding: "utf8" },
  );
  if (built.status !== 0) throw new Error(`webpack could not build the pages:\n${built.stdout}`);
  writeFileSync(stamp, "");
}

function isFresh(): boolean {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  const sources = [join(root, "webpack.config.js"), join(root, "src"), join(root, "assets")];
  return sources.every((source) => newest(source) <= built);
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
