import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeManifestForAddress } from "../../scripts/manifest/address";

const manifest = join(__dirname, "..", "..", "manifest.xml");
const copy = join(mkdtempSync(join(tmpdir(), "manifest-")), "manifest.xml");

describe("the manifest for an address", () => {
  it("names the new address everywhere and keeps everything else", async () => {
    await writeManifestForAddress(manifest, "https://phuluc.example.gov.vn/ung-dung/", copy);
    const text = readFileSync(copy, "utf8");
    expect(text).not.toContain("localhost");
    expect(
      text.replaceAll("https://phuluc.example.gov.vn/ung-dung/", "https://localhost:3000/"),
    ).toBe(readFileSync(manifest, "utf8"));
  });

  it.each(["http://phuluc.example.gov.vn", "phuluc", ""])("refuses %p", async (address) => {
    await expect(writeManifestForAddress(manifest, address, copy)).rejects.toThrow(/https address/);
  });
});
