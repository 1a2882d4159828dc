import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { selfCheckManifest } from "../../scripts/manifest/self-check";

it("makes a manifest of its own for the self-check page", () => {
  const own = readFileSync("manifest.xml", "utf8");
  const made = selfCheckManifest(own);
  const { document } = new JSDOM(made, { contentType: "text/xml" }).window;
  const first = (name: string): Element | undefined => document.getElementsByTagName(name)[0];
  expect(first("SourceLocation")?.getAttribute("DefaultValue")).toMatch(/\/self-check\.html$/);
  expect(first("DisplayName")?.getAttribute("DefaultValue")).toBe("Tự kiểm tra trên Excel này");
  expect(first("Permissions")?.textContent).toBe("ReadWriteDocument");
  expect(first("VersionOverrides")).toBeUndefined();
  expect(made).not.toContain("taskpane.html");
  expect(own).not.toContain(first("Id")?.textContent);
});
