import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ManifestSurroundings } from "./problems";

const PNG_SIGNATURE = "89504e470d0a1a0a";
const ASSOCIATE = /Office\.actions\.associate\(\s*"([^"]+)"/g;

/** The real files of the project in folder `root`: its icons, its pages, and the functions that src/pane registers. */
export function projectSurroundings(root: string): ManifestSurroundings {
  const pane = join(root, "src", "pane");
  const code = readdirSync(pane, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(pane, file), "utf8"))
    .join("\n");
  return {
    pngSize: (path) => {
      const file = join(root, path);
      if (!existsSync(file)) return null;
      const bytes = readFileSync(file);
      if (bytes.subarray(0, 8).toString("hex") !== PNG_SIGNATURE) return null;
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    },
    functionNames: [...code.matchAll(ASSOCIATE)].map((match) => match[1] ?? ""),
    pages: ["taskpane.html"],
  };
}
