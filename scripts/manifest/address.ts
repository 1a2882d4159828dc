import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";

/**
 * Writes a copy of a manifest in which every address starts with `address` instead of the one that the
 * manifest has now, and reads the copy back to be sure. Throws with a sentence when the address is not https
 * or the manifest names none.
 */
export async function writeManifestForAddress(
  manifest: string,
  address: string,
  copy: string,
): Promise<void> {
  if (!URL.canParse(address) || new URL(address).protocol !== "https:") {
    throw new Error(`"${address}" is not an https address such as https://phuluc.example.gov.vn`);
  }
  const wanted = address.replace(/\/+$/, "");
  const { defaultSettings } = await OfficeAddinManifest.readManifestFile(manifest);
  const present = defaultSettings?.sourceLocation?.replace(/\/[^/]*$/, "");
  if (!present) throw new Error(`${manifest} names no SourceLocation`);
  const text = readFileSync(manifest, "utf8").replaceAll(`"${present}/`, `"${wanted}/`);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, text);
  const written = await OfficeAddinManifest.readManifestFile(copy);
  for (const found of [
    written.defaultSettings?.sourceLocation,
    written.iconUrl,
    written.highResolutionIconUrl,
  ]) {
    if (!found?.startsWith(`${wanted}/`))
      throw new Error(`${copy} still has the address ${found ?? "(none)"}`);
  }
}
