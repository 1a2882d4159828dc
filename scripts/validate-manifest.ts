/** Checks manifest.xml (or the file named) offline: npm run validate:manifest */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestProblems } from "./manifest/problems";
import { projectSurroundings } from "./manifest/surroundings";

const root = join(__dirname, "..");
const file = process.argv[2] ?? join(root, "manifest.xml");
const problems = manifestProblems(readFileSync(file, "utf8"), projectSurroundings(root));
for (const problem of problems) console.error(`- ${problem}`);
console.log(
  problems.length === 0 ? `${file}: no problems found` : `${file}: ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
