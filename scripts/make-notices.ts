/** Writes THIRD-PARTY-NOTICES.md from the packages that are shipped: npx tsx scripts/make-notices.ts */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");

interface Lock {
  readonly packages: Readonly<
    Record<string, { version?: string; dev?: boolean; license?: string; optional?: boolean }>
  >;
}

const LICENCE_FILE = /^(licen[cs]e|copying)(\.|-|$)/i;

/** The licence text that a package ships, or a line that says there is none. */
function licenceText(folder: string): string {
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => LICENCE_FILE.test(name))
    : undefined;
  return file
    ? readFileSync(join(folder, file), "utf8").trim()
    : "The package ships no licence text of its own.";
}

/** The licence that a package names, in the older form of package.json too. */
function licenceName(folder: string): string | undefined {
  const file = join(root, folder, "package.json");
  if (!existsSync(file)) return undefined;
  const { licenses } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly licenses?: readonly { readonly type: string }[];
  };
  return licenses?.map(({ type }) => type).join(" or ");
}

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
const shipped = Object.entries(lock.packages).filter(
  ([path, entry]) => path.startsWith("node_modules/") && !entry.dev,
);
const texts = new Map<string, string[]>();
for (const [path, entry] of shipped) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const text = licenceText(join(root, path));
  texts.set(text, [
    ...(texts.get(text) ?? []),
    `${name} ${entry.version ?? ""} (${entry.license ?? licenceName(path) ?? "see below"})`,
  ]);
}
const sections = [...texts].map(
  ([text, names]) => `## ${names.sort().join(", ")}\n\n\`\`\`\n${text}\n\`\`\`\n`,
);
writeFileSync(
  join(root, "THIRD-PARTY-NOTICES.md"),
  `# Third-party notices\n\nThe built add-in and the browser page contain these packages. @microsoft/office-js is copied as it is, never bundled or altered; its licence allows use with Microsoft 365 products.\n\n${sections.join("\n")}`,
);
console.log(`THIRD-PARTY-NOTICES.md: ${shipped.length} packages, ${texts.size} licence texts`);
