import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { associateButtons } from "../../src/pane/ribbon";
import { RibbonQueue } from "../../src/pane/ribbon-queue";
import type { ManifestSurroundings } from "./problems";

const PNG_SIGNATURE = "89504e470d0a1a0a";

/** The real files of the project in folder `root`: its icons, its pages, and the functions that the pane registers. */
export function projectSurroundings(root: string): ManifestSurroundings {
  return {
    pngSize: (path) => {
      const file = join(root, path);
      if (!existsSync(file)) return null;
      const bytes = readFileSync(file);
      if (bytes.subarray(0, 8).toString("hex") !== PNG_SIGNATURE) return null;
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    },
    functionNames: registeredFunctions(),
    pages: ["taskpane.html"],
  };
}

/** The names that the pane gives to Office while its page loads. */
function registeredFunctions(): string[] {
  const names: string[] = [];
  associateButtons({ actions: { associate: (name) => names.push(name) } }, new RibbonQueue());
  return names;
}
