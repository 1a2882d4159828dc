import { readFileSync } from "node:fs";
import { contract } from "../../src/host/contract";
import { knownMembers } from "../../src/host/contract/known";

describe("docs/stand-in.md", () => {
  const text = readFileSync("docs/stand-in.md", "utf8");

  it("holds every assumption", () => {
    for (const { id } of contract) expect(text).toContain(`\`${id}\``);
  });

  it("says how to run the list in Excel and without it", () => {
    expect(text).toContain("scripts/make-self-check-manifest.ts");
    expect(text).toContain("self-check.html?stand-in");
  });

  it("holds every type and its members", () => {
    const flat = text.replaceAll("\\_", "_");
    for (const { members } of knownMembers())
      for (const member of members) expect(flat).toContain(member);
  });
});
